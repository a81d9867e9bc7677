// HTML by libxml2's forgiving parser. Blocks are cut at block elements; inside them white space collapses,
// <br> is a line break. The main text is that of <main> or <article> where the page has one (all of them,
// outermost), else the body; what a page is framed by (nav, footer, aside, forms) is left out, and a block
// most of whose letters are links is boilerplate. Idea: link density, Kohlschuetter et al. 2010. Tested by
// tests/io/extract/html_test.cc.
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <vector>

#include "io/extract/readers.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr int kMaxDepth = 400;

template <std::size_t N>
bool in(std::string_view name, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

constexpr std::array<std::string_view, 21> kLeftOut{
    "script", "style",  "noscript", "template", "head",     "nav",    "footer",
    "aside",  "form",   "button",   "select",   "svg",      "iframe", "object",
    "canvas", "dialog", "audio",    "video",    "textarea", "map",    "math"};
constexpr std::array<std::string_view, 38> kBlocks{
    "html",    "body", "p",      "div",     "section", "article",    "main",       "header",
    "h1",      "h2",   "h3",     "h4",      "h5",      "h6",         "ul",         "ol",
    "li",      "dl",   "dt",     "dd",      "table",   "thead",      "tbody",      "tfoot",
    "tr",      "td",   "th",     "caption", "figure",  "figcaption", "blockquote", "pre",
    "address", "hr",   "center", "details", "summary", "fieldset"};

std::string_view name_of_node(const xmlNode* node) {
  return node->name == nullptr ? std::string_view()
                               : std::string_view(reinterpret_cast<const char*>(node->name));
}

std::string attribute(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string out = value == nullptr ? "" : reinterpret_cast<const char*>(value);
  xmlFree(value);
  return out;
}

BlockKind kind_of(std::string_view element, BlockKind outer) {
  if (element.size() == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6')
    return BlockKind::heading;
  if (element == "li" || element == "dt" || element == "dd") return BlockKind::list_item;
  if (element == "td" || element == "th") return BlockKind::table_cell;
  if (element == "figcaption" || element == "caption") return BlockKind::caption;
  return outer;
}

// "footnote", "doc-endnote", "noteref" ... of EPUB 3 and DPUB-ARIA.
bool says(xmlNode* node, std::string_view word) {
  return attribute(node, "role").find(word) != std::string::npos ||
         attribute(node, "epub:type").find(word) != std::string::npos;
}

bool is_note(xmlNode* node) { return says(node, "footnote") || says(node, "endnote"); }

// Digits of the three scripts, superscripts, brackets, stars, daggers, arrows.
bool is_mark_of_note(char32_t c) {
  return (c >= '0' && c <= '9') || c == '[' || c == ']' || c == '(' || c == ')' || c == '*' || c == ' ' ||
         (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) || c == 0xB9 || c == 0xB2 || c == 0xB3 ||
         (c >= 0x2070 && c <= 0x2079) || c == 0x2020 || c == 0x2021 || c == 0xA7 ||
         (c >= 0x2190 && c <= 0x21FF) || c == 0xFE0E || c == 0xFE0F;
}

// A link inside the page that shows only a number or a sign: the mark of a note, or the way back from it.
bool is_note_mark(xmlNode* node) {
  if (says(node, "noteref") || says(node, "backlink")) return true;
  if (attribute(node, "href").find('#') == std::string::npos) return false;
  xmlChar* content = xmlNodeGetContent(node);
  const std::string text(trim(content == nullptr ? "" : reinterpret_cast<const char*>(content)));
  xmlFree(content);
  if (text.empty() || text.size() > 12) return false;
  for (std::size_t i = 0; i < text.size();)
    if (!is_mark_of_note(next_code_point(text, i))) return false;
  return true;
}

class Extractor {
 public:
  explicit Extractor(const BlockSink& sink) : sink_(sink) {}

  void walk(xmlNode* node, BlockKind kind, bool in_link, bool keep_space, int depth) {
    if (depth > kMaxDepth) return;
    for (; node != nullptr; node = node->next) {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        if (node->content != nullptr) add(reinterpret_cast<const char*>(node->content), in_link, keep_space);
        continue;
      }
      if (node->type != XML_ELEMENT_NODE) continue;
      const std::string_view element = name_of_node(node);
      if ((in(element, kLeftOut) && !(element == "aside" && is_note(node))) ||
          attribute(node, "hidden") == "hidden" || attribute(node, "aria-hidden") == "true" ||
          attribute(node, "role") == "navigation" || (element == "a" && is_note_mark(node)))
        continue;
      if (element == "br") {
        text_ += '\n';
        continue;
      }
      const bool block = in(element, kBlocks) || element == "aside";
      if (block) flush();
      const BlockKind inner = is_note(node) ? BlockKind::paragraph : kind_of(element, kind);
      if (block) kind_ = inner;
      walk(node->children, inner, in_link || element == "a", keep_space || element == "pre", depth + 1);
      if (block) {
        flush();
        kind_ = kind;
      }
    }
  }

  void flush() {
    const bool links =
        letters_ > 0 && linked_ * 2 > letters_ && kind_ != BlockKind::heading && letters_ < 200;
    emit_block(sink_, links ? BlockKind::boilerplate : kind_, text_);
    text_.clear();
    letters_ = linked_ = 0;
  }

 private:
  void add(std::string_view text, bool in_link, bool keep_space) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t start = i;
      const char32_t c = next_code_point(text, i);
      if (!keep_space && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f')) {
        if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') text_ += ' ';
        continue;
      }
      text_.append(text, start, i - start);
      ++letters_;
      linked_ += in_link;
    }
  }

  const BlockSink& sink_;
  std::string text_;
  BlockKind kind_ = BlockKind::paragraph;
  std::size_t letters_ = 0, linked_ = 0;
};

// The outermost elements called `name`, in order.
void find_all(xmlNode* node, std::string_view name, std::vector<xmlNode*>& out, int depth) {
  if (depth > kMaxDepth) return;
  for (; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (name_of_node(node) == name)
      out.push_back(node);
    else
      find_all(node->children, name, out, depth + 1);
  }
}

std::size_t text_size(xmlNode* node) {
  xmlChar* text = xmlNodeGetContent(node);
  const std::size_t size =
      text == nullptr ? 0 : std::char_traits<char>::length(reinterpret_cast<const char*>(text));
  xmlFree(text);
  return size;
}

}  // namespace

std::string html_charset(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  std::string head(bytes.substr(0, 4096));
  for (char& c : head) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  std::size_t at = head.find("charset");
  if (head.starts_with("<?xml") && head.find("encoding") < head.find("?>")) at = head.find("encoding") + 1;
  if (at == std::string::npos) return "";
  at = head.find('=', at);
  if (at == std::string::npos) return "";
  at = head.find_first_not_of(" \t\r\n\"'=", at);
  if (at == std::string::npos) return "";
  return head.substr(at, head.find_first_of(" \t\r\n\"'/>;?", at) - at);
}

void read_html(std::string_view text, const std::string& name, const BlockSink& sink) {
  if (text.size() > (1u << 30)) throw FormatError(name, 0, 0, "more than 1 GiB of HTML; split the file");
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> doc(
      htmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                         HTML_PARSE_COMPACT),
      xmlFreeDoc);
  xmlNode* root = doc == nullptr ? nullptr : xmlDocGetRootElement(doc.get());
  if (root == nullptr) throw FormatError(name, 0, 0, "no HTML in it");
  const std::size_t all = text_size(root);
  std::vector<xmlNode*> chosen;
  for (const char* element : {"main", "article"}) {
    std::vector<xmlNode*> found;
    find_all(root, element, found, 0);
    std::size_t size = 0;
    for (xmlNode* node : found) size += text_size(node);
    if (size * 4 < all && size < 500) continue;  // an empty frame that a script would fill
    chosen = std::move(found);
    break;
  }
  Extractor extractor(sink);
  if (chosen.empty()) extractor.walk(root->children, BlockKind::paragraph, false, false, 0);
  for (xmlNode* node : chosen) {
    extractor.walk(node->children, BlockKind::paragraph, false, false, 0);
    extractor.flush();
  }
  extractor.flush();
}

}  // namespace taraz
