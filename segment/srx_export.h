// The sentence rules of segment/sentences.h as SRX 2.0, so that a CAT tool splits as Taraz does.
#ifndef TARAZ_SEGMENT_SRX_EXPORT_H_
#define TARAZ_SEGMENT_SRX_EXPORT_H_

#include <string>

#include "segment/srx_rules.h"

namespace taraz {

// Rules for Persian, Arabic, English and a plain set for all other languages, made from the tables of
// data/segment/. What looks further than a few words (paragraph recovery, glued headings, salutations) has no
// form in SRX; docs/segmentation.md says how far the two agree. The patterns hold to what ICU and Java
// regular expressions share. Throws FormatError when a table is broken.
SrxDocument own_rules_as_srx();

// The same as segmentation.conf, the form that OmegaT before version 6 reads.
std::string write_omegat_conf(const SrxDocument& document);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_SRX_EXPORT_H_
