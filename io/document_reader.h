// Files to Documents: bytes decoded, and the language found where it was not named.
#ifndef TARAZ_IO_DOCUMENT_READER_H_
#define TARAZ_IO_DOCUMENT_READER_H_

#include <optional>
#include <string>
#include <string_view>

#include "io/encoding.h"
#include "io/extract/extract.h"
#include "io/source.h"
#include "text/document.h"
#include "text/language.h"

namespace taraz {

struct ReadOptions {
  Language language = {};  // unknown: found out
  DecodeOptions decode = {};
  bool plain_text = false;  // whatever the file's name or `format` says
  std::optional<DocumentFormat> format = std::nullopt;
  // How a user names the language, for the message when it is in doubt; "{}" stands for a tag.
  std::string way_to_name = "name it";
};

// The format by the source's name, or else by its first bytes, which are put back. Throws Error as
// Source::read().
DocumentFormat format_of(Source& source);

// Reads the whole source: its blocks with an empty line between them, without boilerplate. The format is
// options.format, or found by the name's ending, or else by the first bytes; plain text when nothing fits. Of
// a bilingual file the side in options.language is read. The Document has blocks unless it is plain text, and
// no segments yet; its id is the source's name. Throws Error as TextReader and the format's reader do
// (io/extract), and when the language is in doubt.
Document read_document(Source source, const ReadOptions& options);

// The named language, or the one found in `text`. Throws Error, with the likely tags and the way to name one,
// when the text says too little.
Language language_of_text(std::string_view text, const std::string& name, const ReadOptions& options);

// A text read block by block, in memory bounded by the longest paragraph. A block is a run of whole
// paragraphs: it ends after an empty line, or, when no empty line comes within `most` bytes, at a line's end,
// or else at a space.
class BlockReader {
 public:
  static constexpr std::size_t kUsualBlock = 256 * 1024;
  static constexpr std::size_t kLargestBlock = 16 * 1024 * 1024;

  explicit BlockReader(TextReader reader, std::size_t least = kUsualBlock, std::size_t most = kLargestBlock);

  // Replaces `block` by the next one; false at the end. The blocks joined give the text back.
  // Throws Error as TextReader::read() does.
  bool next(std::string& block);
  // Whether the block that next() gave last ends inside a paragraph.
  bool cut_inside_paragraph() const { return inside_; }
  const TextReader& reader() const { return reader_; }

 private:
  std::size_t after_empty_line();
  std::size_t inside_paragraph() const;

  TextReader reader_;
  std::size_t least_;
  std::size_t most_;
  std::string pending_;
  std::size_t scanned_ = 0;  // lines that end before this offset of pending_ were looked at
  bool ended_ = false;
  bool inside_ = false;
};

}  // namespace taraz

#endif  // TARAZ_IO_DOCUMENT_READER_H_
