// Tested by tests/align/passages/events_test.cc.
#include "align/passages/events.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "align/passages/readable_evidence.h"

namespace taraz {
namespace {

constexpr std::size_t kLabelParts = 3;
constexpr double kWord = 0.3;    // of a word, beside an anchor of equal weight
constexpr double kLatin = 4.0;   // of a name in Latin letters, beside one of equal weight in others
constexpr float kStrong = 0.5F;  // nats of evidence that tells what an event is about
constexpr std::size_t kKeyParts =
    4;  // strongest evidence of a link that decides whether groups are about one thing

bool overlap(const Passage& a, const Passage& b) {
  return a.document == b.document && a.segments.begin < b.segments.end && b.segments.begin < a.segments.end;
}

// "person:khomeini" -> "khomeini"; "~rkc" (a skeleton) says nothing to people.
std::string shown(TokenClass token_class, const std::string& text) {
  if (text.starts_with('~')) return {};
  const std::size_t colon = text.find(':');
  return token_class == TokenClass::name && colon != std::string::npos ? text.substr(colon + 1) : text;
}

std::set<std::string> keys_of(const PassageLink& link) {
  std::set<std::string> out;
  for (const SharedEvidence& e : link.shared) {
    if (out.size() >= 2 * kKeyParts || e.weight < kStrong) break;
    out.insert(e.first);
    out.insert(e.second);
  }
  return out;
}

// What the links of an event share, under all its names: those of one piece of evidence are one.
class Labels {
 public:
  void add(const SharedEvidence& e) {
    const std::size_t a = group(e.first), b = group(e.second);
    if (a != b)
      for (auto& [key, g] : groups_)
        if (g == b) g = a;
    pieces_.push_back(&e);
  }

  struct Label {
    double weight = 0.0;
    std::string text;
  };
  // Heaviest first, ties by text; each under the name that bears most, Latin letters and figures before
  // others.
  std::vector<Label> sorted() const {
    std::map<std::size_t, double> weights;
    std::map<std::size_t, std::map<std::string, double>> names;
    for (const SharedEvidence* e : pieces_) {
      const double weight = e->token_class == TokenClass::word ? kWord * e->weight : e->weight;
      const std::size_t g = groups_.at(e->first);
      weights[g] += weight;
      for (const std::string* text : {&e->readable_first(), &e->readable_second()})
        if (const std::string name = shown(e->token_class, *text); !name.empty())
          names[g][name] += weight * (static_cast<unsigned char>(name[0]) < 0x80 ? kLatin : 1.0) /
                            (name.find('/') == std::string::npos ? 1.0 : kLatin);
    }
    std::vector<Label> out;
    for (const auto& [g, weight] : weights) {
      if (names[g].empty()) continue;
      const auto best = std::max_element(names[g].begin(), names[g].end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      out.push_back({weight, best->first});
    }
    std::sort(out.begin(), out.end(), [](const Label& a, const Label& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.text < b.text;
    });
    return out;
  }

 private:
  std::size_t group(const std::string& key) { return groups_.emplace(key, groups_.size()).first->second; }

  std::map<std::string, std::size_t> groups_;
  std::vector<const SharedEvidence*> pieces_;
};

struct Group {
  std::vector<Passage> passages;
  std::vector<std::size_t> links;
  std::set<std::string> keys;
  bool alive = true;
};

}  // namespace

std::vector<Event> group_events(const std::vector<PassageLink>& links, double least) {
  std::vector<std::size_t> order;
  for (std::size_t k = 0; k < links.size(); ++k)
    if (links[k].confidence >= least) order.push_back(k);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return links[a].confidence > links[b].confidence; });

  std::vector<Group> groups;
  const auto group_of = [&](const Passage& p) -> std::size_t {
    for (std::size_t g = 0; g < groups.size(); ++g)
      if (groups[g].alive && std::any_of(groups[g].passages.begin(), groups[g].passages.end(),
                                         [&](const Passage& q) { return overlap(p, q); }))
        return g;
    return groups.size();
  };
  const auto shares = [](const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::count_if(a.begin(), a.end(), [&](const std::string& k) { return b.count(k) > 0; }) > 0;
  };
  const auto put = [](Group& g, const Passage& p) {
    for (Passage& q : g.passages)
      if (overlap(p, q)) {
        q.segments = {std::min(p.segments.begin, q.segments.begin), std::max(p.segments.end, q.segments.end)};
        return;
      }
    g.passages.push_back(p);
  };
  for (const std::size_t k : order) {
    const PassageLink& link = links[k];
    const std::set<std::string> keys = keys_of(link);
    std::size_t a = group_of(link.first), b = group_of(link.second);
    if (a < groups.size() && !shares(groups[a].keys, keys)) continue;
    if (b < groups.size() && !shares(groups[b].keys, keys)) continue;
    if (a < groups.size() && b < groups.size() && a != b) {
      if (!shares(groups[a].keys, groups[b].keys)) continue;
      for (const Passage& p : groups[b].passages) put(groups[a], p);
      groups[a].links.insert(groups[a].links.end(), groups[b].links.begin(), groups[b].links.end());
      groups[b].alive = false;
    } else if (a >= groups.size()) {
      a = b;
    }
    if (a >= groups.size()) {
      groups.emplace_back();
      groups.back().keys = keys;
    }
    Group& g = groups[a];
    put(g, link.first);
    put(g, link.second);
    g.links.push_back(k);
  }

  std::vector<Event> out;
  for (Group& g : groups) {
    if (!g.alive) continue;
    Event e;
    Labels labels;
    std::map<std::string, double> dates;
    for (const std::size_t k : g.links) {
      e.confidence = std::max(e.confidence, links[k].confidence);
      for (const SharedEvidence& s : links[k].shared) {
        labels.add(s);
        if (s.token_class == TokenClass::date)
          for (const std::string* date : {&s.first, &s.second}) dates[*date] += s.weight;
      }
    }
    std::set<std::string> used;
    for (const Labels::Label& label : labels.sorted())
      if (used.size() < kLabelParts && used.insert(label.text).second)
        e.label += (used.size() > 1 ? " \u00B7 " : "") + label.text;
    const auto heavier = [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    };
    if (!dates.empty()) e.date = readable_date(std::min_element(dates.begin(), dates.end(), heavier)->first);
    std::sort(g.passages.begin(), g.passages.end(), [](const Passage& a, const Passage& b) {
      return a.document != b.document ? a.document < b.document : a.segments.begin < b.segments.begin;
    });
    std::sort(g.links.begin(), g.links.end());
    e.passages = std::move(g.passages);
    e.links = std::move(g.links);
    out.push_back(std::move(e));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Event& a, const Event& b) { return a.confidence > b.confidence; });
  return out;
}

}  // namespace taraz
