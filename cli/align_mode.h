// taraz align --mode: what to do with texts that are no translations in the same order.
#ifndef TARAZ_CLI_ALIGN_MODE_H_
#define TARAZ_CLI_ALIGN_MODE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "align/aligner.h"
#include "align/passages/any_order.h"
#include "align/passages/passage_link.h"
#include "cli/command.h"
#include "cli/option_groups.h"
#include "corpus/translation_unit.h"

namespace taraz::cli {

enum class AlignMode : std::uint8_t { automatic, parallel, passages };

// --mode auto|parallel|passages.
void add_mode_option(Options& options);
// Throws UsageError for another word, and for passages with options that only an alignment has.
AlignMode mode_of(const Arguments& arguments);

// Aligns as the mode says: `parallel` in order, `automatic` in any order. With --boundary always in order.
AnyOrderAlignment align_by_mode(AlignMode mode, std::span<const Document* const> documents,
                                const AlignOptions& options);

// True when no document translates the first, so that passages should be linked instead.
bool nothing_translated(const AnyOrderAlignment& aligned);

// Says on the error stream how the documents stand to the first. What is as everybody expects is only said
// when the mode was asked for.
void print_relations(std::span<const Document* const> documents, const AnyOrderAlignment& aligned, bool asked,
                     Streams& streams);

// Links of passages of the documents, in the order of the first of each. `least`: confidence.
std::vector<PassageLink> link_passages(std::span<const Document* const> documents,
                                       const AlignOptions& options, double least);

// A link as a unit of two variants; `number` is its id.
TranslationUnit unit_of(const PassageLink& link, std::span<const Document* const> collection,
                        std::size_t number);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_ALIGN_MODE_H_
