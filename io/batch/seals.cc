// Tested by tests/io/batch/seals_test.cc.
#include "io/batch/seals.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <optional>

#include "io/batch/content_hash.h"
#include "text/error.h"

namespace taraz {
namespace {

// Tabs and line ends of ids, as docs/formats/tsv.md escapes them.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\\\";
    else if (c == '\t')
      out += "\\t";
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else
      out += c;
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    out += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
  }
  return out;
}

// The cells of a line whose last cell is the hash of what is before it.
std::optional<std::vector<std::string>> cells_of(std::string_view line) {
  const std::size_t last = line.rfind('\t');
  if (last == std::string_view::npos || content_hash(line.substr(0, last + 1)) != line.substr(last + 1))
    return {};
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= last;) {
    const std::size_t end = line.find('\t', begin);
    out.push_back(unescaped(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  return out;
}

template <typename Number>
bool parse(const std::string& text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

Seals read_seals(const std::string& path) {
  Seals out;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    ++out.lines;
    const auto found = cells_of(line);
    if (!found) continue;
    const std::vector<std::string>& cells = *found;
    if (cells.size() == 11 && cells[0] == "result") {
      SetRecord r{cells[1], cells[2], cells[3], "", cells[4], 0, {cells[6], 0, 0, 0, 0.0}};
      if (parse(cells[5], r.bytes) && parse(cells[7], r.facts.units) && parse(cells[8], r.facts.segments) &&
          parse(cells[9], r.facts.matched) && parse(cells[10], r.facts.confidence))
        out.results[r.id] = r;
    } else if (cells.size() >= 2 && cells.size() % 2 == 0 && cells[0] == "lexicon") {
      LexiconSeal seal{cells[1], {}};
      for (std::size_t k = 2; k < cells.size(); k += 2) seal.files.emplace_back(cells[k], cells[k + 1]);
      out.lexicons[seal.key] = seal;
    }
  }
  return out;
}

SealWriter::SealWriter(std::string path) : path_(std::move(path)) {
  file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file_ < 0) throw Error(path_ + ": cannot open: " + std::strerror(errno));
  // After a torn line the next one begins anew.
  char last = '\n';
  if (const off_t size = ::lseek(file_, 0, SEEK_END);
      size > 0 && ::pread(file_, &last, 1, size - 1) == 1 && last != '\n')
    pending_ = "\n";
}

SealWriter::~SealWriter() {
  if (file_ >= 0) ::close(file_);
}

void SealWriter::add_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += escaped(cell) + "\t";
  pending_ += line + content_hash(line) + "\n";
}

void SealWriter::add(const SetRecord& r) {
  add_line({"result", r.id, r.inputs, r.settings, r.result, std::to_string(r.bytes), r.facts.languages,
            std::to_string(r.facts.units), std::to_string(r.facts.segments), std::to_string(r.facts.matched),
            fmt::format("{}", r.facts.confidence)});
}

void SealWriter::add(const LexiconSeal& seal) {
  std::vector<std::string> cells{"lexicon", seal.key};
  for (const auto& [name, hash] : seal.files) {
    cells.push_back(name);
    cells.push_back(hash);
  }
  add_line(cells);
}

void SealWriter::flush() {
  if (pending_.empty()) return;
  for (std::string_view left = pending_; !left.empty();) {
    const ssize_t n = ::write(file_, left.data(), left.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0)
      throw Error(path_ + ": cannot write: " + std::strerror(errno) + "; free some space and start again");
    left.remove_prefix(static_cast<std::size_t>(n));
  }
  pending_.clear();
  if (::fdatasync(file_) != 0) throw Error(path_ + ": cannot write: " + std::strerror(errno));
}

}  // namespace taraz
