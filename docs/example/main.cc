// align_documents OUT FILE FILE [FILE...]: the whole way of a text in the library. Reads documents of any format, splits
// them, shows the dates in them, aligns them and writes translation units to OUT (.tsv, .tmx or .jsonl).
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "align/anchors/anchor_finder.h"
#include "corpus/translation_unit.h"
#include "io/document_reader.h"
#include "io/unit_writer.h"
#include "segment/segmenter.h"
#include "text/error.h"

namespace {

std::vector<taraz::Document> read(const std::vector<std::string>& paths) {
  const taraz::Segmenter segmenter;
  std::vector<taraz::Document> documents;
  for (const std::string& path : paths) {
    documents.push_back(taraz::read_document(taraz::Source(path), {}));  // format and language are found out
    segmenter.segment(documents.back());
  }
  return documents;
}

void show_dates(const taraz::Document& document) {
  const taraz::AnchorFinder finder({.language = document.language(), .kinds = {taraz::AnchorKind::date}});
  for (std::uint32_t i = 0; i < document.size(); ++i)
    for (const taraz::Anchor& anchor : finder.find(document.text(i)))
      std::cout << document.language().tag() << '\t' << i << '\t' << anchor.value << '\t'
                << anchor.span.of(document.text(i)) << '\n';
}

void write(const std::string& path, const std::vector<const taraz::Document*>& documents,
           const taraz::Alignment& alignment) {
  taraz::UnitWriterOptions options;
  for (const taraz::Document* document : documents) options.languages.push_back(document->language());
  options.creation_date = taraz::creation_date();
  const std::unique_ptr<taraz::UnitWriter> writer = taraz::make_unit_writer(
      taraz::unit_format_of(path, taraz::UnitFormat::tsv), taraz::Sink(path), std::move(options));
  taraz::for_each_unit(documents, alignment, [&](taraz::TranslationUnit&& unit) { writer->write(unit); });
  writer->finish();  // the file appears now, whole
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: align_documents OUT FILE FILE [FILE...]\n";
    return 2;
  }
  try {
    const std::vector<taraz::Document> documents = read({argv + 2, argv + argc});
    std::vector<const taraz::Document*> views;
    for (const taraz::Document& document : documents) {
      show_dates(document);
      views.push_back(&document);
    }
    write(argv[1], views, taraz::Aligner().align(views));
  } catch (const taraz::Error& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
}
