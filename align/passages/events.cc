// Tested by tests/align/passages/events_test.cc.
#include "align/passages/events.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace taraz {
namespace {

constexpr std::size_t kLabelParts = 3;
constexpr std::size_t kKeyParts =
    4;  // strongest evidence of a link that decides whether groups are about one thing

bool overlap(const Passage& a, const Passage& b) {
  return a.document == b.document && a.segments.begin < b.segments.end && b.segments.begin < a.segments.end;
}

// "person:khomeini" -> "khomeini"; "~rkc" (a skeleton) says nothing to people.
std::string shown(const SharedEvidence& e) {
  if (e.first.starts_with('~')) return {};
  const std::size_t colon = e.first.find(':');
  return e.token_class == TokenClass::name && colon != std::string::npos ? e.first.substr(colon + 1)
                                                                         : e.first;
}

std::set<std::string> keys_of(const PassageLink& link) {
  std::set<std::string> out;
  for (const SharedEvidence& e : link.shared) {
    if (out.size() >= 2 * kKeyParts) break;
    out.insert(e.first);
    out.insert(e.second);
  }
  return out;
}

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
    std::map<std::string, double> labels, dates;
    for (const std::size_t k : g.links) {
      e.confidence = std::max(e.confidence, links[k].confidence);
      for (const SharedEvidence& s : links[k].shared) {
        const std::string text = shown(s);
        if (text.empty()) continue;
        labels[text] += s.token_class == TokenClass::word ? 0.3 * s.weight : s.weight;
        if (s.token_class == TokenClass::date) dates[s.first] += s.weight;
      }
    }
    const auto heavier = [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    };
    std::vector<std::pair<std::string, double>> list(labels.begin(), labels.end());
    std::sort(list.begin(), list.end(), heavier);
    for (std::size_t i = 0; i < std::min(kLabelParts, list.size()); ++i)
      e.label += (i > 0 ? " \u00B7 " : "") + list[i].first;
    if (!dates.empty()) e.date = std::min_element(dates.begin(), dates.end(), heavier)->first;
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
