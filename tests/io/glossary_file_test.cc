#include "io/glossary_file.h"

#include <gtest/gtest.h>

#include <sstream>

#include "text/error.h"

namespace taraz {
namespace {

const Language kEn = Language::parse("en"), kFa = Language::parse("fa");

std::vector<Concept> two() {
  std::vector<Concept> out(2);
  out[0].id = "c1";
  out[0].kind = ConceptKind::name;
  out[0].terms = {{kEn, "A & <B>", {"a\tb"}, 3, "He saw A & <B>.", {"AB"}},
                  {kFa, "می‌آید", {"می آید", "آید"}, 3, ""}};
  out[0].frequency = 3;
  out[0].documents = 1;
  out[0].confidence = 0.9;
  out[1].id = "c2";
  out[1].terms = {{kEn, "say \"it\", now", {}, 2, ""}, {kFa, "بگو", {}, 2, ""}};
  out[1].frequency = 2;
  out[1].confidence = 0.5;
  out[1].approved = true;
  return out;
}

std::string written(GlossaryFormat format, const std::vector<Concept>& concepts) {
  std::ostringstream out;
  write_glossary(Sink("-", out), format, concepts, {{kEn, kFa}, true});
  return out.str();
}

std::vector<Concept> read(const std::string& text, std::vector<Language> languages = {}) {
  return read_glossary(Source::of_bytes("g", text), languages);
}

TEST(GlossaryFile, TermsComeBackFromEveryFormat) {
  for (GlossaryFormat f : {GlossaryFormat::tbx, GlossaryFormat::tbx3, GlossaryFormat::tsv,
                           GlossaryFormat::csv, GlossaryFormat::omegat}) {
    const auto back = read(written(f, two()), {kEn, kFa});
    if (f == GlossaryFormat::omegat) {
      ASSERT_EQ(back.size(), 3u);  // the acronym has a line of its own
      continue;
    }
    ASSERT_EQ(back.size(), 2u) << name_of(f);
    for (std::size_t i = 0; i < 2; ++i) {
      ASSERT_EQ(back[i].terms.size(), 2u) << name_of(f);
      EXPECT_EQ(back[i].terms[0].term, two()[i].terms[0].term) << name_of(f);
      EXPECT_EQ(back[i].terms[1].term, two()[i].terms[1].term) << name_of(f);
    }
    EXPECT_EQ(back[0].kind, ConceptKind::name);
    EXPECT_TRUE(back[1].approved);
    EXPECT_EQ(back[0].terms[0].acronyms, two()[0].terms[0].acronyms) << name_of(f);
    EXPECT_EQ(back[0].terms[1].variants, two()[0].terms[1].variants) << name_of(f);
  }
}

TEST(GlossaryFile, OmegatLines) {
  EXPECT_EQ(
      written(GlossaryFormat::omegat, two()),
      "# Glossary in tab-separated format -*- coding: utf-8 -*-\nA & <B>\tمی‌آید\tname, 3 units, 1 "
      "documents, confidence 0.90\nAB\tمی‌آید\tA & <B>; می‌آید\n"
      "say \"it\", now\tبگو\tterm, 2 units, confidence 0.50\n");
}

TEST(GlossaryFile, ErrorsSayWhatToDo) {
  EXPECT_THROW(read("one\ttwo\n"), FormatError);
  EXPECT_TRUE(read("en\tfa\tnote\nwater\tآب\tapproved; ours\n")[0].approved);
  EXPECT_EQ(read("en\tfa\tnote\nwater\tآب\tapproved; ours\n")[0].note, "ours");
  EXPECT_THROW(read("<html/>"), FormatError);
  EXPECT_THROW(read("<martif><text>"), FormatError);
  EXPECT_EQ(read("water\tآب\n# comment\nbread\tنان\tmy note\n", {kEn, kFa})[1].note, "my note");
}

TEST(GlossaryFile, FormatsByName) {
  EXPECT_EQ(glossary_format_of("a.tbx"), GlossaryFormat::tbx);
  EXPECT_EQ(glossary_format_of("a.utf8"), GlossaryFormat::omegat);
  EXPECT_EQ(glossary_format_of("-"), GlossaryFormat::tsv);
  EXPECT_THROW(parse_glossary_format("xls"), UsageError);
}

}  // namespace
}  // namespace taraz
