// Reads two files, splits them into sentences, aligns them and prints the pairs.
#include <iostream>

#include "align/aligner.h"
#include "io/document_reader.h"
#include "segment/segmenter.h"
#include "text/error.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    taraz::Document source = taraz::read_document(taraz::Source(argv[1]), {});
    taraz::Document target = taraz::read_document(taraz::Source(argv[2]), {});
    const taraz::Segmenter segmenter;
    segmenter.segment(source);
    segmenter.segment(target);
    const taraz::Document* documents[] = {&source, &target};
    const taraz::Alignment alignment = taraz::Aligner().align(documents);
    for (const taraz::Bead& bead : alignment.beads())
      std::cout << bead.kind() << '\t' << source.text_of(bead.sides[0]) << '\t' << target.text_of(bead.sides[1]) << '\n';
  } catch (const taraz::Error& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
}
