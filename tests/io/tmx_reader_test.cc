// TMX as other tools write it, and broken TMX.
#include <gtest/gtest.h>

#include "io/unit_reader.h"
#include "text/error.h"

namespace taraz {
namespace {

using namespace std::string_literals;

std::vector<TranslationUnit> read(const std::string& bytes, std::vector<Language> languages = {}) {
  const auto reader = make_unit_reader(UnitFormat::tmx, Source::of_bytes("t.tmx", bytes),
                                       {.languages = std::move(languages)});
  std::vector<TranslationUnit> units(1);
  while (reader->next(units.back())) units.emplace_back();
  units.pop_back();
  return units;
}

std::string tmx(const std::string& body) {
  return "<tmx version=\"1.4\"><header srclang=\"en\"/><body>\n" + body + "</body></tmx>";
}

// The texts of the only unit, joined by "|".
std::string texts(const std::string& body) {
  const auto units = read(tmx(body));
  EXPECT_EQ(units.size(), 1u);
  std::string out;
  for (const Variant& v : units.at(0).variants)
    out += (out.empty() ? "" : "|") + v.language.tag() + "=" + v.text;
  return out;
}

std::string message(const std::string& bytes) {
  try {
    read(bytes);
  } catch (const Error& e) {
    return e.what();
  }
  return "no error";
}

TEST(TmxReader, InlineCodesGoTheirTextsStay) {
  EXPECT_EQ(
      texts(
          "<tu><tuv xml:lang='en'><seg>A <bpt i='1'>&lt;b></bpt>bold<ept i='1'>&lt;/b></ept> "
          "<hi type='x'>word</hi><ph x='1'>{fn <sub>note <hi>in</hi></sub> }</ph>.<it pos='begin'>x</it>"
          "<ut>{\\i}</ut></seg></tuv><tuv xml:lang='fa'><seg>یک<ph type='lb'/>دو <b>سه</b></seg></tuv></tu>"),
      "en=A bold wordnote in.|fa=یک دو سه");
}

TEST(TmxReader, LanguageAttributes) {
  EXPECT_EQ(
      texts("<tu><tuv lang='EN-us'><seg>a</seg></tuv><tuv xml:lang='FAS' lang='de'><seg>b</seg></tuv></tu>"),
      "en-US=a|fa=b");
  EXPECT_EQ(texts("<tu><tuv><seg>a</seg></tuv><tuv xml:lang='fa_IR'><seg>b</seg></tuv></tu>"),
            "en=a|fa-IR=b");
  EXPECT_EQ(read(tmx("<tu><tuv><seg>a</seg></tuv><tuv><seg>b</seg></tuv></tu>"),
                 {Language::parse("ar"), Language::parse("fa")})[0]
                .variants[1]
                .language.tag(),
            "fa");
}

TEST(TmxReader, WhiteSpaceCdataAndReferences) {
  EXPECT_EQ(
      texts("<tu><tuv xml:lang='en'><seg>\n  a\t<![CDATA[<b> & ]]>&#x200C;&lt;&#13;\r\nc\n</seg></tuv></tu>"),
      "en=a\t<b> & \u200C<\r\nc");
}

TEST(TmxReader, PropertiesNotesAndAttributes) {
  const auto units = read(
      tmx("<tu tuid='x7' creationid='me' segtype='sentence'><note>n</note><prop type='score'>0.5</prop>"
          "<prop type='x-kind'>2-1</prop><prop type='x-document'>d</prop><prop type='Domain'> law </prop>"
          "<prop type='x-x-Domain'>tax</prop><prop type='R&amp;D &lt;&#38;&quot;'>r</prop><prop "
          "type='x-score'>0.7</prop><prop type='x-empty'/>"
          "<prop type='x-source'>en:3-4 fa:2</prop>"
          "<tuv xml:lang='en' creationid='you'><prop type='source-document'>u1</prop><seg>a</seg></tuv>"
          "<tuv xml:lang='fa'><seg>b</seg><note>late</note></tuv></tu>"));
  ASSERT_EQ(units.size(), 1u);
  const TranslationUnit& u = units[0];
  EXPECT_EQ(u.id, "x7");
  EXPECT_EQ(u.score, 0.5);
  EXPECT_EQ(u.kind, "2-1");
  EXPECT_EQ(u.document, "d");
  EXPECT_EQ(u.variants[0].source, (SegmentRange{3, 5}));
  EXPECT_EQ(u.variants[1].source, (SegmentRange{2, 3}));
  const std::vector<std::pair<std::string, std::string>> expected{
      {"creationid", "me"},         {"note", "n"},
      {"Domain", "law | tax"},      {"R&D <&\"", "r"},
      {"x-score", "0.7"},           {"creationid@en", "you"},
      {"source-document@en", "u1"}, {"note@fa", "late"}};
  EXPECT_EQ(u.properties, expected);
}

TEST(TmxReader, SourceThatDoesNotFitStaysAProperty) {
  for (const std::string source : {"en:1 ar:2", "en:1 en:2", "3", "en:x", "en:4-2"}) {
    const auto units = read(
        tmx("<tu><prop type='x-source'>" + source + "</prop><tuv xml:lang='en'><seg>a</seg></tuv></tu>"));
    EXPECT_FALSE(units.at(0).variants[0].source) << source;
    EXPECT_EQ(units.at(0).properties.at(0).second, source);
  }
}

TEST(TmxReader, EmptyThings) {
  EXPECT_TRUE(read("<tmx/>").empty());
  EXPECT_TRUE(read(tmx("")).empty());
  const auto units = read(tmx("<tu/><tu><tuv xml:lang='en'/><tuv xml:lang='fa'><seg/></tuv></tu>"));
  ASSERT_EQ(units.size(), 2u);
  EXPECT_EQ(units[1].id, "2");
  EXPECT_EQ(units[1].variants.size(), 2u);
}

TEST(TmxReader, DoctypeIsReadOverAndNothingFetched) {
  EXPECT_EQ(
      read("<?xml version='1.0'?><!DOCTYPE tmx SYSTEM \"http://127.0.0.1:1/tmx14.dtd\" [<!ENTITY a \"b\">]>" +
           tmx("<tu><tuv xml:lang='en'><seg>a</seg></tuv></tu>"))
          .size(),
      1u);
}

std::string utf16(const std::u16string& text, bool little, bool mark) {
  std::string out;
  const auto put = [&](char16_t c) {
    const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
    (out += little ? low : high) += little ? high : low;
  };
  if (mark) put(0xFEFF);
  for (char16_t c : text) put(c);
  return out;
}

TEST(TmxReader, Encodings) {
  const std::u16string wide =
      u"<?xml version=\"1.0\" encoding=\"UTF-16\"?><tmx><body><tu><tuv xml:lang='fa'><seg>می\u200Cرود "
      u"\U0001F600</seg></tuv></tu></body></tmx>";
  for (bool little : {true, false})
    for (bool mark : {true, false})
      EXPECT_EQ(read(utf16(wide, little, mark)).at(0).variants[0].text, "می\u200Cرود \U0001F600")
          << little << mark;
  const std::string unpaired = message(utf16(u"<tmx><body>\xD83D</body></tmx>", true, true));
  EXPECT_NE(unpaired.find("unpaired surrogate in UTF-16LE"), std::string::npos) << unpaired;
  EXPECT_EQ(read("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-16\"?>" +
                 tmx("<tu><tuv xml:lang='fa'><seg>ب</seg></tuv></tu>"))
                .at(0)
                .variants[0]
                .text,
            "ب");
  EXPECT_EQ(read("<?xml version=\"1.0\" encoding=\"windows-1256\"?>" +
                 tmx("<tu><tuv xml:lang='fa'><seg>\xC8</seg></tuv></tu>"))
                .at(0)
                .variants[0]
                .text,
            "ب");
}

TEST(TmxReader, ErrorsSayWhereAndWhatToDo) {
  EXPECT_EQ(message(""), "t.tmx: the file is empty, not TMX");
  EXPECT_EQ(message("<html></html>"), "t.tmx:1:6: not TMX: the first element is <html>");
  EXPECT_EQ(message(tmx("<tu><tuv xml:lang='en'><seg>a</tuv></tu>")),
            "t.tmx:2:36: broken TMX (Opening and ending tag mismatch: seg line 2 and tuv); export it again, "
            "or mend it there");
  EXPECT_EQ(message("<tmx><body>"), "t.tmx:1:12: the TMX ends too early; fetch or export it again");
  EXPECT_EQ(message(tmx("<tu><tuv xml:lang='en'><seg>AT&T</seg></tuv></tu>")),
            "t.tmx:2:33: broken TMX (EntityRef: expecting ';'); export it again, or mend it there");
  EXPECT_EQ(message(tmx("<tu><tuv xml:lang='en'><seg>\x01</seg></tuv></tu>")),
            "t.tmx:2:29: broken TMX (PCDATA invalid Char value 1); export it again, or mend it there");
  EXPECT_EQ(message(tmx("<tu><tuv xml:lang='English'><seg>a</seg></tuv></tu>")),
            "t.tmx:2:28: xml:lang=\"English\" is not a language tag such as fa, ar or en-GB");
  EXPECT_EQ(message(tmx("<tu><tuv><seg>a</seg></tuv><tuv><seg>b</seg></tuv></tu>")),
            "t.tmx:2:32: a <tuv> without xml:lang; name the languages in their order with --langs");
  EXPECT_EQ(message(tmx("<tu><tu/></tu>")), "t.tmx:2:8: a <tu> inside a <tu>");
}

TEST(TmxReader, BytesThatTheDeclaredEncodingLacks) {
  testing::internal::CaptureStderr();
  for (const std::string encoding : {"US-ASCII", "UTF-16", "ISO-8859-6", "UTF-7", "nonsense"}) {
    const std::string got = message("<?xml version='1.0' encoding='" + encoding + "'?>" +
                                    tmx("<tu><tuv xml:lang='en'><seg>\xFE\xFE\xE2\xFF</seg></tuv></tu>"));
    EXPECT_EQ(got.substr(0, 6), "t.tmx:") << encoding;
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "");  // the library does not print, nor lets libxml2 do so
}

TEST(TmxReader, EntitiesAreRefusedAndNeverExpanded) {
  std::string bomb = "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\" [<!ENTITY a \"ha\">";
  for (char c = 'b'; c < 'p'; ++c) {
    const std::string inner = "&"s + static_cast<char>(c - 1) + ";";
    bomb += "<!ENTITY "s + c + " \"";
    for (int i = 0; i < 20; ++i) bomb += inner;
    bomb += "\">";
  }
  bomb += "]>";
  for (const std::string& doctype :
       {bomb, "<!DOCTYPE tmx [<!ENTITY o SYSTEM \"/etc/passwd\">]>"s, "<!DOCTYPE tmx SYSTEM 'x'>"s})
    for (const std::string body :
         {"<tu><tuv xml:lang='en'><seg>&o;</seg></tuv></tu>", "<tu><tuv xml:lang='&o;'/></tu>"}) {
      const std::string got = message(doctype + tmx(body));
      EXPECT_NE(got.find(" are not read; only &lt; &gt; &amp; &apos; &quot; and &#...; may stand in TMX"),
                std::string::npos)
          << got;
    }
}

TEST(TmxReader, SizesAreBounded) {
  std::string deep = "<tmx>";
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  EXPECT_NE(message(deep).find("t.tmx:1:"), std::string::npos);
  EXPECT_NE(message("<tmx a='" + std::string(20 << 20, 'x')).find("broken TMX"), std::string::npos);
  EXPECT_NE(message("<tmx><!--" + std::string(20 << 20, 'x')).find("broken TMX"), std::string::npos);
  EXPECT_NE(message(tmx("<tu><tuv xml:lang='en'><seg>" + std::string(65 << 20, 'x')))
                .find("a <tu> of more than 64 MiB"),
            std::string::npos);
}

TEST(TmxReader, CutAnywhereIsAnErrorNeverACrash) {
  const std::string whole =
      "<?xml version=\"1.0\"?>" +
      tmx("<tu tuid='1'><tuv xml:lang='fa'><seg>می\u200Cرود &lt; <ph>x</ph></seg></tuv></tu>");
  for (std::size_t n = 0; n < whole.size(); ++n) EXPECT_NE(message(whole.substr(0, n)), "no error") << n;
  EXPECT_EQ(message(whole), "no error");
}

}  // namespace
}  // namespace taraz
