// Test sets as WMT (since 2021) and sacreBLEU read them, and as Moses does.
#ifndef TARAZ_IO_WMT_WRITER_H_
#define TARAZ_IO_WMT_WRITER_H_

#include <memory>
#include <string>
#include <vector>

#include "io/unit_writer.h"

namespace taraz {

struct WmtOptions {
  std::string dataset;  // the dataset's id
  Language source;
  Language target;
};

// WMT XML: dataset / doc / src, ref / p / seg. One source and one target language; further variants of the
// target language in a unit become further references (translator A, B ...), which every unit must have then,
// so a unit with fewer references than the first one is left out and counted as incomplete, as is one without
// a text. Units of a document follow each other; segments are numbered from 1 within it. A document without a
// name is "1". Source: schema of github.com/wmt-conference/wmt-format-tools. Memory: the units of one
// document.
std::unique_ptr<UnitWriter> make_wmt_writer(Sink sink, WmtOptions options);

// One file per language, PREFIX.en and so on, a text a line; all or none of the files appear line for line
// parallel. Units that lack a text are left out and counted. A variant's text has no line break, so lines
// stay parallel.
std::unique_ptr<UnitWriter> make_moses_writer(const std::string& prefix, std::vector<Language> languages);

}  // namespace taraz

#endif  // TARAZ_IO_WMT_WRITER_H_
