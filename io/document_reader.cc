// Tested by tests/io/document_reader_test.cc.
#include "io/document_reader.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "io/extract/extract.h"
#include "text/error.h"
#include "text/language_detector.h"
#include "text/utf8.h"

namespace taraz {

Language language_of_text(std::string_view text, const std::string& name, const ReadOptions& options) {
  if (options.language.known()) return options.language;
  if (const Language found = detect_language(text); found.known()) return found;
  const std::vector<LanguageGuess> guesses = guess_languages(text);
  const std::string likely = guesses.empty() ? "en" : guesses[0].language.tag();
  std::string way = options.way_to_name;
  if (const std::size_t at = way.find("{}"); at != std::string::npos) way.replace(at, 2, likely);
  if (guesses.empty()) throw Error(name + ": no text to tell the language from; " + way);
  std::string doubt = likely;
  if (guesses.size() > 1 && guesses[1].certainty > 0.01) doubt += " or " + guesses[1].language.tag();
  throw Error(name + ": too little to tell the language from (" + doubt + "?); " + way);
}

DocumentFormat format_of(Source& source) {
  std::string head(4096, '\0');
  std::size_t size = 0;
  while (size < head.size()) {
    const std::size_t n = source.read(head.data() + size, head.size() - size);
    if (n == 0) break;
    size += n;
  }
  head.resize(size);
  source.unread(head);
  return document_format_of(source.name(), head);
}

Document read_document(Source source, const ReadOptions& options) {
  std::string name = source.name();
  const DocumentFormat format = options.plain_text ? DocumentFormat::text
                                : options.format   ? *options.format
                                                   : format_of(source);
  std::string text;
  std::vector<DocumentBlock> blocks;
  if (format == DocumentFormat::text) {
    text = TextReader(std::move(source), options.decode).read_all();
  } else {
    extract(std::move(source), {.format = format, .language = options.language, .decode = options.decode},
            [&](TextBlock&& block) {
              if (block.kind == BlockKind::boilerplate) return;
              if (!text.empty()) text += "\n\n";
              // A Document holds less than 4 GiB and refuses the text otherwise.
              const auto begin = static_cast<std::uint32_t>(text.size());
              text += block.text;
              blocks.push_back({{begin, static_cast<std::uint32_t>(text.size())}, block.kind});
            });
  }
  const Language language = language_of_text(text, name, options);
  Document document(std::move(name), language, std::move(text));
  document.set_blocks(std::move(blocks));
  return document;
}

BlockReader::BlockReader(TextReader reader, std::size_t least, std::size_t most)
    : reader_(std::move(reader)),
      least_(std::max<std::size_t>(least, 1)),
      most_(std::max(least_ + 4, most)) {}

// The offset after the first empty line that ends at or behind `least_`; npos when there is none yet. Looks
// at every line once.
std::size_t BlockReader::after_empty_line() {
  std::size_t from = std::max(scanned_, least_ - 1);
  for (std::size_t end; (end = pending_.find('\n', from)) != std::string::npos; from = end + 1) {
    const std::size_t before = end == 0 ? std::string::npos : pending_.rfind('\n', end - 1);
    const std::size_t line = before == std::string::npos ? 0 : before + 1;
    if (trim(std::string_view(pending_).substr(line, end - line)).empty()) return end + 1;
    scanned_ = end + 1;
  }
  scanned_ = std::max(scanned_, pending_.size());
  return std::string::npos;
}

// Where to cut a paragraph of more than `most_` bytes: after a line, after a space, or between two
// characters.
std::size_t BlockReader::inside_paragraph() const {
  for (const char border : {'\n', ' '})
    if (const std::size_t at = pending_.rfind(border, most_ - 1); at != std::string::npos) return at + 1;
  std::size_t end = most_ - 1;
  while ((static_cast<unsigned char>(pending_[end]) & 0xC0) == 0x80) --end;
  return end;
}

bool BlockReader::next(std::string& block) {
  block.clear();
  scanned_ = 0;
  inside_ = false;
  for (;;) {
    std::size_t end = after_empty_line();
    if (end == std::string::npos && pending_.size() >= most_) {
      inside_ = true;
      end = inside_paragraph();
    }
    if (end != std::string::npos) {
      block.assign(pending_, 0, end);
      pending_.erase(0, end);
      return true;
    }
    if (ended_) break;
    ended_ = !reader_.read(pending_);
  }
  block.swap(pending_);
  return !block.empty();
}

}  // namespace taraz
