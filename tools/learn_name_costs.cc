// Learns the weights of data/anchors/names/costs_*.tsv from lists of names.
//
// Model: a pair of names is made by drawing pairs of units (1-3 letters : 0-2 letters) independently, then an
// end. Expectation maximisation over all segmentations of all pairs (Ristad and Yianilos 1998, learning
// string edit distance; units of several letters as in Jiampojamarn, Kondrak and Sherif 2007), with an
// absolute discount that keeps only units seen more often than their parts explain, and pairs that are
// translations weighted down by their posterior. weight(unit pair) = ln p(unit pair) - ln of the chance of
// its letters one by one.
//
//   learn_name_costs LEFT RIGHT FILE... > costs.tsv     LEFT, RIGHT: latin, persian, arabic
//   learn_name_costs letters SCRIPT FILE... > letters.tsv
// counts which letters follow each other in names (one a line): half of ln p(letter | letter before) - ln
// p(letter), what a name of frequent sequences ("-ington", "Ab-") matches by chance more often than its
// letters one by one say. FILE: lines "left<TAB>right". Only what is counted here goes into the project,
// never a list.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "align/anchors/name_phrase.h"
#include "text/data_tables.h"

namespace {

using taraz::NameForm;
using taraz::NameScript;

NameScript script_of(const std::string& name) {
  return name == "arabic" ? NameScript::arabic : name == "persian" ? NameScript::persian : NameScript::latin;
}

double option(const char* name, double otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr ? std::atof(value) : otherwise;
}

// Numbers of the units that begin at each letter, by length.
using UnitNumbers = std::array<std::array<int, 4>, NameForm::kCapacity + 1>;

struct Pair {
  NameForm a, b;
  UnitNumbers left, right;  // of a and b, for explain()
  double share = 1.0;       // of the list
  double weight = 1.0;      // share times the posterior of being the same name
  std::vector<std::pair<NameForm, NameForm>> readings;
};

// Units of a side: strings of letters, numbered; 0 is the empty unit.
struct Units {
  std::vector<std::string> text{""};
  std::unordered_map<std::string, int> number;
  int find(const NameForm& f, std::size_t begin, std::size_t length) const {
    if (begin + length > f.size) return -1;
    const auto it = number.find(std::string(f.letters.begin() + begin, f.letters.begin() + begin + length));
    return it == number.end() ? -1 : it->second;
  }
  void add(const std::string& unit) {
    if (number.emplace(unit, static_cast<int>(text.size())).second) text.push_back(unit);
  }
};

Units units_of(const std::vector<Pair>& pairs, bool left, std::size_t longest, double two_min,
               double three_min) {
  std::map<std::string, double> count;
  for (const Pair& p : pairs) {
    const NameForm& f = left ? p.a : p.b;
    for (std::size_t i = 0; i < f.size; ++i)
      for (std::size_t n = 1; n <= longest && i + n <= f.size; ++n)
        count[std::string(f.letters.begin() + i, f.letters.begin() + i + n)] += 1;
  }
  Units units;
  for (const auto& [unit, n] : count)
    if (unit.size() == 1 || n >= (unit.size() == 2 ? two_min : three_min)) units.add(unit);
  return units;
}

struct Shape {
  int left, right;
};

struct Model {
  Units left, right;
  std::vector<Shape> shapes;
  std::vector<double> p, count;  // [left][right]
  std::size_t at(int l, int r) const {
    return static_cast<std::size_t>(l) * right.text.size() + static_cast<std::size_t>(r);
  }
};

// One pair: forward and backward sums, expected counts times the pair's weight into `count`. Returns ln
// p(pair).
double expect(Model& m, const Pair& pair) {
  const int n = pair.a.size, k = pair.b.size;
  static std::vector<double> f, g;
  f.assign((n + 1) * (k + 1), 0.0);
  g.assign((n + 1) * (k + 1), 0.0);
  const auto cell = [&](int i, int j) { return static_cast<std::size_t>(i * (k + 1) + j); };
  std::vector<std::array<int, 4>> lu(n + 1), ru(k + 1);
  for (int i = 0; i <= n; ++i)
    for (int s = 0; s < 4; ++s) lu[i][s] = s == 0 ? 0 : m.left.find(pair.a, i, s);
  for (int j = 0; j <= k; ++j)
    for (int s = 0; s < 4; ++s) ru[j][s] = s == 0 ? 0 : m.right.find(pair.b, j, s);
  f[0] = 1.0;
  for (int i = 0; i <= n; ++i)
    for (int j = 0; j <= k; ++j) {
      const double here = f[cell(i, j)];
      if (here == 0) continue;
      for (const Shape& s : m.shapes) {
        if (i + s.left > n || j + s.right > k || lu[i][s.left] < 0 || ru[j][s.right] < 0) continue;
        f[cell(i + s.left, j + s.right)] += here * m.p[m.at(lu[i][s.left], ru[j][s.right])];
      }
    }
  const double total = f[cell(n, k)];
  if (!(total > 0)) return -1e9;
  g[cell(n, k)] = 1.0;
  for (int i = n; i >= 0; --i)
    for (int j = k; j >= 0; --j)
      for (const Shape& s : m.shapes) {
        if (i + s.left > n || j + s.right > k || lu[i][s.left] < 0 || ru[j][s.right] < 0) continue;
        const std::size_t op = m.at(lu[i][s.left], ru[j][s.right]);
        const double after = g[cell(i + s.left, j + s.right)] * m.p[op];
        g[cell(i, j)] += after;
        if (m.count.empty()) continue;
        m.count[op] += pair.weight * f[cell(i, j)] * after / total;
      }
  return std::log(total);
}

// Takes the reading that the model explains best.
template <typename Chance>
void choose_reading(Model& m, Pair& pair, const Chance& chance) {
  std::vector<double> count;
  count.swap(m.count);
  double best = -1e300;
  NameForm a, b;
  for (const auto& [x, y] : pair.readings) {
    pair.a = x;
    pair.b = y;
    const double ln = expect(m, pair) - chance(std::string(x.letters.begin(), x.letters.begin() + x.size),
                                               std::string(y.letters.begin(), y.letters.begin() + y.size));
    if (ln > best) best = ln, a = x, b = y;
  }
  pair.a = a;
  pair.b = b;
  count.swap(m.count);
}

// The best explanation under `weight`, as the program reads it; its unit pairs into `path`.
double explain(const Model& m, const std::vector<double>& weight, const Pair& left, const Pair& right,
               std::vector<std::size_t>* path) {
  const int n = left.a.size, k = right.b.size;
  const UnitNumbers &lu = left.left, &ru = right.right;
  static std::vector<double> best;
  static std::vector<std::pair<std::size_t, int>> from;  // unit pair, shape
  best.assign((n + 1) * (k + 1), -1e18);
  from.assign((n + 1) * (k + 1), {0, 0});
  best[0] = 0;
  for (int i = 0; i <= n; ++i)
    for (int j = 0; j <= k; ++j)
      for (std::size_t s = 0; s < m.shapes.size(); ++s) {
        const Shape& h = m.shapes[s];
        if (i + h.left > n || j + h.right > k || lu[i][h.left] < 0 || ru[j][h.right] < 0) continue;
        const std::size_t op = m.at(lu[i][h.left], ru[j][h.right]);
        const std::size_t to = (i + h.left) * (k + 1) + j + h.right;
        const double x = best[i * (k + 1) + j] + weight[op];
        if (x > best[to]) best[to] = x, from[to] = {op, static_cast<int>(s)};
      }
  if (path != nullptr) {
    path->clear();
    for (int i = n, j = k; i > 0 || j > 0;) {
      const auto [op, s] = from[i * (k + 1) + j];
      path->push_back(op);
      i -= m.shapes[s].left;
      j -= m.shapes[s].right;
    }
  }
  return best.back();
}

// Moves the weights so that pairs of the same name stand above, and chance pairs below, the threshold that
// one chance pair in 1,000 passes: logistic loss over the best explanations, AdaGrad, pulled back to where
// the counts put them.
void sharpen(const Model& m, std::vector<double>& weight, std::vector<Pair>& pairs) {
  for (Pair& p : pairs) {
    for (int i = 0; i <= p.a.size; ++i)
      for (int s = 0; s < 4; ++s) p.left[i][s] = s == 0 ? 0 : m.left.find(p.a, i, s);
    for (int i = 0; i <= p.b.size; ++i)
      for (int s = 0; s < 4; ++s) p.right[i][s] = s == 0 ? 0 : m.right.find(p.b, i, s);
  }
  const std::vector<double> start = weight;
  std::vector<double> squares(weight.size(), 1.0);
  std::mt19937 random(1);
  std::vector<std::size_t> path;
  const int rounds = static_cast<int>(option("SHARPEN", 12));
  const double rate = option("RATE", 0.15), pull = option("PULL", 0.002), scale = option("SCALE", 0.6);
  for (int round = 0; round < rounds; ++round) {
    struct Chance {
      double score;
      std::uint32_t a, b;
    };
    std::vector<Chance> chances;
    const std::size_t tries = static_cast<std::size_t>(option("TRIES", 150000));
    for (std::size_t i = 0; i < tries; ++i) {
      const auto a = static_cast<std::uint32_t>(random() % pairs.size()),
                 b = static_cast<std::uint32_t>(random() % pairs.size());
      if (a == b || pairs[a].a == pairs[b].a || pairs[a].b == pairs[b].b) continue;
      chances.push_back({explain(m, weight, pairs[a], pairs[b], nullptr), a, b});
    }
    std::sort(chances.begin(), chances.end(),
              [](const Chance& x, const Chance& y) { return x.score > y.score; });
    const double threshold = chances[chances.size() / 1000].score;
    std::size_t found = 0, counted = 0;
    struct Item {
      std::uint32_t a, b;
      bool same;
    };
    std::vector<Item> items;
    for (std::uint32_t i = 0; i < pairs.size(); ++i) items.push_back({i, i, true});
    const std::size_t hard = chances.size() / 50;
    for (std::size_t i = 0; i < hard; ++i) items.push_back({chances[i].a, chances[i].b, false});
    std::shuffle(items.begin(), items.end(), random);
    for (const Item& item : items) {
      const double s = explain(m, weight, pairs[item.a], pairs[item.b], &path);
      if (item.same) {
        ++counted;
        found += s > threshold;
        if (s < threshold - option("LOST", 12)) continue;  // a translation or an error of the list
      }
      const double p = 1.0 / (1.0 + std::exp(-scale * (s - threshold)));
      const double step = (item.same ? 1.0 - p : -p * option("NEGATIVE", 1.0));
      for (const std::size_t op : path) {
        const double g = step + pull * (start[op] - weight[op]);
        squares[op] += g * g;
        weight[op] += rate * g / std::sqrt(squares[op]);
      }
    }
    std::fprintf(stderr, "sharpen %d: threshold %.2f, found %.4f\n", round, threshold,
                 static_cast<double>(found) / static_cast<double>(counted));
  }
}

int learn_letters(NameScript script, int files, char** paths) {
  constexpr std::size_t n = taraz::kNameLetters;
  std::vector<double> after(n * n, 0.0), letter(n, 0.5);
  double sum = 0.5 * static_cast<double>(n);
  for (int i = 0; i < files; ++i) {
    std::ifstream in(paths[i]);
    for (std::string line; std::getline(in, line);) {
      const auto readings = taraz::name_readings(line, script);
      if (readings.empty()) continue;
      const NameForm& f = readings.back().form;
      for (std::size_t k = 1; k < f.size; ++k) {
        after[f.letters[k - 1] * n + f.letters[k]] += 1;
        letter[f.letters[k]] += 1;
        sum += 1;
      }
    }
  }
  for (std::size_t a = 1; a < n; ++a) {
    double all = 0;
    for (std::size_t b = 0; b < n; ++b) all += after[a * n + b];
    for (std::size_t b = 1; b < n; ++b) {
      const double alone = letter[b] / sum, follows = (after[a * n + b] + 5 * alone) / (all + 5);
      const double weight = 0.5 * std::log(follows / alone);
      if (all >= 5 && letter[b] >= 5 && std::abs(weight) >= 0.05)
        std::printf("%s\t%s\t%.2f\n", taraz::name_letter(script, static_cast<std::uint8_t>(a)).c_str(),
                    taraz::name_letter(script, static_cast<std::uint8_t>(b)).c_str(), weight);
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (const char* d = std::getenv("TARAZ_DATA")) taraz::set_data_directory(d);
  if (argc < 4) return std::fprintf(stderr, "learn_name_costs LEFT RIGHT FILE... > costs.tsv\n"), 2;
  if (std::string(argv[1]) == "letters") return learn_letters(script_of(argv[2]), argc - 3, argv + 3);
  const NameScript ls = script_of(argv[1]), rs = script_of(argv[2]);
  std::vector<Pair> pairs;
  for (int i = 3; i < argc; ++i) {
    std::string path = argv[i];  // "0.2@FILE": a list of another language that counts less
    double share = 1.0;
    if (const std::size_t at = path.find('@'); at != std::string::npos) {
      share = std::atof(path.c_str());
      path.erase(0, at + 1);
    }
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      const std::size_t tab = line.find('\t');
      if (tab == std::string::npos) continue;
      Pair p;
      for (const taraz::NameReading& a : taraz::name_readings(line.substr(0, tab), ls))
        for (const taraz::NameReading& b : taraz::name_readings(line.substr(tab + 1), rs))
          if (a.translated == b.translated) p.readings.emplace_back(a.form, b.form);
      if (p.readings.empty()) continue;
      p.a = p.readings.back().first;  // the most reduced, until the model can choose
      p.b = p.readings.back().second;
      p.share = p.weight = share;
      pairs.push_back(p);
    }
  }
  Model m;
  m.left = units_of(pairs, true, ls == NameScript::latin ? 3 : 2, option("L2", 5), option("L3", 12));
  m.right = units_of(pairs, false, 2, option("R2", 5), 1e9);
  m.shapes = {{1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 2}, {2, 2}};
  if (ls == NameScript::latin) m.shapes.insert(m.shapes.end(), {{3, 1}, {2, 0}, {3, 2}});
  // Letters by chance.
  std::vector<double> qa(taraz::kNameLetters, 0.5), qb(taraz::kNameLetters, 0.5);
  double na = 0, nb = 0;
  for (const Pair& p : pairs) {
    for (int i = 0; i < p.a.size; ++i) qa[p.a.letters[i]] += 1;
    for (int i = 0; i < p.b.size; ++i) qb[p.b.letters[i]] += 1;
  }
  for (double q : qa) na += q;
  for (double q : qb) nb += q;
  const auto chance = [&](const std::string& l, const std::string& r) {
    double x = 0;
    for (char c : l) x += std::log(qa[static_cast<unsigned char>(c)] / na);
    for (char c : r) x += std::log(qb[static_cast<unsigned char>(c)] / nb);
    return x;
  };
  // Start: every unit pair equally likely within its shape, long units rarer.
  const std::size_t size = m.left.text.size() * m.right.text.size();
  m.p.assign(size, 0.0);
  std::vector<double> discount(size, 0.0), floor(size, 0.0);
  for (std::size_t l = 0; l < m.left.text.size(); ++l)
    for (std::size_t r = 0; r < m.right.text.size(); ++r) {
      const std::size_t a = m.left.text[l].size(), b = m.right.text[r].size();
      if (std::none_of(m.shapes.begin(), m.shapes.end(), [&](const Shape& s) {
            return s.left == static_cast<int>(a) && s.right == static_cast<int>(b);
          }))
        continue;
      const std::size_t op = m.at(static_cast<int>(l), static_cast<int>(r));
      const bool border = m.left.text[l] == "\1" && m.right.text[r] == "\1";
      const double both = std::exp(chance(m.left.text[l], m.right.text[r]));
      m.p[op] = (a == 0 || b == 0 ? 0.02 : a == 1 && b == 1 ? 0.3 : 0.05) * both + (border ? 0.1 : 0.0);
      discount[op] = a + b <= 2 ? option("D1", 0.05) : a + b == 3 ? option("D2", 0.8) : option("D3", 1.6);
      floor[op] = a + b <= 2 ? option("FLOOR", 0.5) * both * (a == 0 || b == 0 ? 0.2 : 1.0) : 0.0;
    }
  const int rounds = static_cast<int>(option("ROUNDS", 12));
  for (int round = 0; round < rounds; ++round) {
    m.count.assign(size, 0.0);
    double sum = 0;
    for (Pair& p : pairs) {
      if (round >= 2 && p.readings.size() > 1) choose_reading(m, p, chance);
      const double ln = expect(m, p);
      sum += ln;
      if (round >= 2) {
        double by_chance = 0;
        by_chance += chance(std::string(p.a.letters.begin(), p.a.letters.begin() + p.a.size),
                            std::string(p.b.letters.begin(), p.b.letters.begin() + p.b.size));
        p.weight = p.share / (1.0 + std::exp(-(ln - by_chance - option("NOISE", 3))));
      }
    }
    double total = 0;
    for (std::size_t op = 0; op < size; ++op) {
      m.count[op] = std::max(0.0, m.count[op] - (round >= 1 ? discount[op] : 0.0)) + floor[op];
      total += m.count[op];
    }
    for (std::size_t op = 0; op < size; ++op) m.p[op] = m.count[op] / total;
    std::fprintf(stderr, "round %d: ln p a pair %.3f\n", round, sum / static_cast<double>(pairs.size()));
  }
  // Unit pairs worth a row: letters one by one always, others when they were seen.
  std::vector<double> weights(size, -1e9);
  for (std::size_t l = 0; l < m.left.text.size(); ++l)
    for (std::size_t r = 0; r < m.right.text.size(); ++r) {
      const std::size_t op = m.at(static_cast<int>(l), static_cast<int>(r));
      const std::size_t a = m.left.text[l].size(), b = m.right.text[r].size();
      if (a + b == 0) continue;
      if (a <= 1 && b <= 1) weights[op] = a + b == 2 ? -5.0 : -4.5;  // as the program reads a missing row
      if (m.p[op] <= 0 || m.count[op] < (a + b <= 2 ? 0.3 : option("MINCOUNT", 1.0))) continue;
      const double w = std::log(m.p[op]) - chance(m.left.text[l], m.right.text[r]);
      if (a <= 1 && b <= 1 && w < weights[op]) continue;
      weights[op] = w;
    }
  sharpen(m, weights, pairs);
  std::map<std::pair<std::string, std::string>, double> weight;
  double lowest = 0;
  for (std::size_t l = 0; l < m.left.text.size(); ++l)
    for (std::size_t r = 0; r < m.right.text.size(); ++r) {
      const double w = weights[m.at(static_cast<int>(l), static_cast<int>(r))];
      const std::size_t a = m.left.text[l].size(), b = m.right.text[r].size();
      if (w < -1e8 || (a == 1 && b == 1 && std::abs(w + 5.0) < 0.01) ||
          (a + b == 1 && std::abs(w + 4.5) < 0.01))
        continue;
      lowest = std::min(lowest, w);
      weight[{m.left.text[l], m.right.text[r]}] = w;
    }
  for (const auto& [unit, w] : weight) {
    const auto cell = [](NameScript s, const std::string& letters) {
      std::string out;
      for (char c : letters) out += taraz::name_letter(s, static_cast<std::uint8_t>(c));
      return out.empty() ? std::string("0") : out;
    };
    std::printf("%s\t%s\t%.2f\n", cell(ls, unit.first).c_str(), cell(rs, unit.second).c_str(), w);
  }
  std::fprintf(stderr, "%zu rows, lowest %.2f, %zu pairs\n", weight.size(), lowest, pairs.size());
  return 0;
}
