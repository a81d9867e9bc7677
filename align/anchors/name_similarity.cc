// The best explanation is a shortest path through (letters of a) x (letters of b), as in the edit distance,
// over the unit pairs that the tables know. Source of the idea: Freeman, Condon, Ackerman 2006 (N06-1060);
// the weights are learned. Tested by tests/align/name_similarity_test.cc against a plain recursion over the
// same tables.
#include "align/anchors/name_similarity.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/data_tables.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr float kNever = -1e9F;
constexpr double kSameNameNats = 3.6;  // one random pair of names in 1,000 is above
constexpr float kMismatch = -5.0F;     // letters no table pairs
constexpr float kLoneLetter = -4.5F;

// The units of one script: numbers 1..kNameLetters-1 are the letters themselves.
struct Inventory {
  std::vector<std::uint16_t> two = std::vector<std::uint16_t>(kNameLetters * kNameLetters, 0);
  std::unordered_map<std::uint32_t, std::uint16_t> three;
  std::vector<std::uint8_t> begins_three = std::vector<std::uint8_t>(kNameLetters * kNameLetters, 0);
  std::uint16_t size = kNameLetters;

  static std::uint32_t key(std::string_view u) {
    std::uint32_t k = 0;
    for (const char c : u) k = static_cast<std::uint32_t>(k * kNameLetters + static_cast<unsigned char>(c));
    return k;
  }
  std::uint16_t add(std::string_view unit) {
    if (unit.empty()) return 0;
    if (unit.size() == 1) return static_cast<unsigned char>(unit[0]);
    std::uint16_t& number = unit.size() == 2 ? two[key(unit)] : three[key(unit)];
    if (number == 0) number = size++;
    if (unit.size() == 3) begins_three[key(unit.substr(0, 2))] = 1;
    return number;
  }
};

struct UnitPair {
  std::uint16_t left, right;
  float weight;
};

struct PairCosts {
  std::size_t width = 0;      // of a row
  std::vector<float> weight;  // [left unit][right unit]
  float of(std::uint16_t l, std::uint16_t r) const { return weight[l * width + r]; }
};

struct Costs {
  std::array<Inventory, kNameScriptCount> units;
  std::array<std::array<PairCosts, kNameScriptCount>, kNameScriptCount> pairs;  // [smaller script][larger]
  std::array<std::vector<float>, kNameScriptCount>
      follows;  // [letter][next]: nats that the sequence is common

  static float weight_of(const DataRow& row, const char* path) {
    const std::string number(row.cells[2]);
    char* end = nullptr;
    const float weight = std::strtof(number.c_str(), &end);
    if (number.empty() || *end != 0 || !(std::abs(weight) < 100.0F))
      throw FormatError(path, row.line, 0, "the third cell is a weight in nats");
    return weight;
  }

  void read_letters(const char* path, NameScript script) {
    std::vector<float>& table = follows[static_cast<std::size_t>(script)];
    table.assign(kNameLetters * kNameLetters, 0.0F);
    for (const DataRow& row : data_rows(path, 3)) {
      std::string letters;
      try {
        letters = name_letters_of(script, row.cells[0]) + name_letters_of(script, row.cells[1]);
      } catch (const Error&) {
      }
      if (letters.size() != 2) throw FormatError(path, row.line, 0, "the first two cells are a letter each");
      table[Inventory::key(letters)] = weight_of(row, path);
    }
  }

  Costs() {
    read_letters("anchors/names/letters_latin.tsv", NameScript::latin);
    read_letters("anchors/names/letters_persian.tsv", NameScript::persian);
    read_letters("anchors/names/letters_arabic.tsv", NameScript::arabic);
    const auto read = [this](const char* path, NameScript l, NameScript r) {
      std::vector<UnitPair> rows;
      for (const DataRow& row : data_rows(path, 3)) {
        const auto letters = [&](NameScript s, std::string_view cell) {
          try {
            std::string u = cell == "0" ? std::string() : name_letters_of(s, cell);
            if (u.size() <= 3) return u;
          } catch (const Error&) {
          }
          throw FormatError(path, row.line, 0, "a unit is one to three letters, or 0 for none");
        };
        UnitPair pair{};
        pair.left = units[static_cast<std::size_t>(l)].add(letters(l, row.cells[0]));
        pair.right = units[static_cast<std::size_t>(r)].add(letters(r, row.cells[1]));
        const std::string number(row.cells[2]);
        char* end = nullptr;
        pair.weight = std::strtof(number.c_str(), &end);
        if (number.empty() || *end != 0)
          throw FormatError(path, row.line, 0, "the third cell is a weight in nats");
        rows.push_back(pair);
      }
      return rows;
    };
    const auto en_fa = read("anchors/names/costs_en_fa.tsv", NameScript::latin, NameScript::persian);
    const auto en_ar = read("anchors/names/costs_en_ar.tsv", NameScript::latin, NameScript::arabic);
    const auto fa_ar = read("anchors/names/costs_fa_ar.tsv", NameScript::persian, NameScript::arabic);
    fill(NameScript::latin, NameScript::persian, en_fa);
    fill(NameScript::latin, NameScript::arabic, en_ar);
    fill(NameScript::persian, NameScript::arabic, fa_ar);
    for (std::size_t s = 0; s < kNameScriptCount; ++s)
      fill(static_cast<NameScript>(s), static_cast<NameScript>(s), {});
  }

  void fill(NameScript l, NameScript r, const std::vector<UnitPair>& rows) {
    PairCosts& p = pairs[static_cast<std::size_t>(l)][static_cast<std::size_t>(r)];
    const std::size_t height = units[static_cast<std::size_t>(l)].size;
    p.width = units[static_cast<std::size_t>(r)].size;
    p.weight.assign(height * p.width, kNever);
    for (std::size_t i = 1; i < kNameLetters; ++i) {
      for (std::size_t j = 1; j < kNameLetters; ++j)
        p.weight[i * p.width + j] = l == r && i == j ? 2.6F : kMismatch;
      p.weight[i * p.width] = kLoneLetter;
    }
    for (std::size_t j = 1; j < kNameLetters; ++j) p.weight[j] = kLoneLetter;
    if (l == r) {
      p.weight[kNameBorder * p.width + kNameBorder] = 1.0F;
      for (const std::uint8_t light : {std::uint8_t{kNameBorder}, std::uint8_t{2}})
        p.weight[light * p.width] = p.weight[light] = -1.0F;
    }
    for (const UnitPair& row : rows) p.weight[row.left * p.width + row.right] = row.weight;
  }
};

const Costs& costs() {
  static const std::unique_ptr<const Costs> instance = std::make_unique<const Costs>();
  return *instance;
}

// A row of the table at a time, without branches inside: first the steps that take letters of a, by how many,
// then those that take a letter of b alone. Rows begin two cells early, which are never reached, so that [j -
// 2] always exists.
float evidence(const NameKey& a, const NameKey& b, const PairCosts& costs) {
  constexpr std::size_t kRow = NameForm::kCapacity + 3;
  const std::size_t n = a.form.size, m = b.form.size;
  float cells[4][kRow];  // [i % 4][j + 2]: best explanation of the first i letters of a and the first j of b
  for (auto& row : cells) row[0] = row[1] = kNever;
  const float* const w = costs.weight.data();
  const std::size_t width = costs.width;
  // Units of b that end at each letter.
  std::array<std::uint16_t, kRow> r1, r2;
  for (std::size_t j = 1; j <= m; ++j) {
    r1[j] = b.one[j - 1];
    r2[j] = j >= 2 ? b.two[j - 2] : std::uint16_t{0};
  }
  float* const first = cells[0] + 2;
  first[0] = 0.0F;
  for (std::size_t j = 1; j <= m; ++j) first[j] = first[j - 1] + w[r1[j]];
  for (std::size_t i = 1; i <= n; ++i) {
    float* const row = cells[i & 3] + 2;
    const auto take = [&](std::size_t letters, std::uint16_t unit, bool start) {
      const float* const l = w + unit * width;
      const float* const up2 = cells[(i - letters) & 3];  // two cells earlier: up2[j] is up[j - 2]
      const float* const up = up2 + 2;
      const float lone = letters <= 2 ? l[0] : kNever;
      row[0] = start ? up[0] + lone : std::max(row[0], up[0] + lone);
      for (std::size_t j = 1; j <= m; ++j) {
        const float two = r2[j] != 0 ? l[r2[j]] : kNever;
        const float x = std::max(std::max(up[j] + lone, up2[j + 1] + l[r1[j]]), up2[j] + two);
        row[j] = start ? x : std::max(row[j], x);
      }
    };
    take(1, a.one[i - 1], true);
    if (i >= 2 && a.two[i - 2] != 0) take(2, a.two[i - 2], false);
    if (i >= 3 && a.three[i - 3] != 0) take(3, a.three[i - 3], false);
    for (std::size_t j = 1; j <= m; ++j) row[j] = std::max(row[j], row[j - 1] + w[r1[j]]);
  }
  return cells[n & 3][m + 2];
}

}  // namespace

NameKey make_name_key(const NameForm& form) {
  NameKey key;
  key.form = form;
  const Inventory& units = costs().units[static_cast<std::size_t>(form.script)];
  const std::vector<float>& follows = costs().follows[static_cast<std::size_t>(form.script)];
  for (std::size_t i = 0; i < form.size; ++i) {
    key.one[i] = form.letters[i];
    if (i + 1 >= form.size) continue;
    const std::size_t two = form.letters[i] * kNameLetters + form.letters[i + 1];
    key.two[i] = units.two[two];
    key.common += follows[two];
    if (i + 2 >= form.size || units.begins_three[two] == 0) continue;
    const auto it = units.three.find(static_cast<std::uint32_t>(two * kNameLetters + form.letters[i + 2]));
    if (it != units.three.end()) key.three[i] = it->second;
  }
  return key;
}

float name_evidence(const NameKey& a, const NameKey& b) {
  if (a.form.empty() || b.form.empty()) return kNever;
  const NameKey& l = a.form.script <= b.form.script ? a : b;
  const NameKey& r = a.form.script <= b.form.script ? b : a;
  const auto row = static_cast<std::size_t>(l.form.script), column = static_cast<std::size_t>(r.form.script);
  return evidence(l, r, costs().pairs[row][column]) - (l.common + r.common);
}

double similarity_of_evidence(float nats) {
  return 1.0 / (1.0 + std::exp(-0.35 * (static_cast<double>(nats) - kSameNameNats)));
}

double name_similarity(const NameKey& a, const NameKey& b) {
  return similarity_of_evidence(name_evidence(a, b));
}

}  // namespace taraz
