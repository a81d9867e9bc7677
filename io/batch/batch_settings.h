// What the results of a batch depend on besides its documents.
#ifndef TARAZ_IO_BATCH_BATCH_SETTINGS_H_
#define TARAZ_IO_BATCH_BATCH_SETTINGS_H_

#include <optional>
#include <string>

#include "align/aligner.h"
#include "io/encoding.h"
#include "io/extract/extract.h"
#include "io/unit_writer.h"
#include "segment/segmenter.h"

namespace taraz {

struct BatchSettings {
  AlignOptions
      align;  // `threads`, `vectors` and `explain` are not used; `lexicons` are in place of learned ones
  SegmentOptions segment;
  DecodeOptions decode;
  std::optional<DocumentFormat> input_format;  // of all documents; none: by name and content of each
  UnitFormat format = UnitFormat::tsv;
  bool incomplete = false;      // TMX: also units that lack a text
  double min_confidence = 0.0;  // units below are left out
  std::string creation_date;    // of TMX; empty: none, so that the same documents always give the same bytes
  std::string tool_version = "0";
  // The hash of files that options name: dictionaries, rules, lexicons.
  std::string files_hash;
};

// Equal hashes: equal documents give equal results. Thread-safe.
std::string settings_hash(const BatchSettings& settings);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_BATCH_SETTINGS_H_
