// Tested by tests/io/batch/worker_protocol_test.cc, tests/cli/worker/ and tests/fuzz/worker_task_fuzzer.cc.
#include "io/batch/worker_protocol.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "corpus/translation_unit.h"
#include "io/document_reader.h"
#include "io/escapes.h"
#include "io/sink.h"
#include "io/source.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDepth = 8;

Json parse(std::string_view line) {
  try {
    return Json::parse(line, [](int depth, Json::parse_event_t, const Json&) {
      if (depth > kDepth) throw Error("JSON nested too deeply");
      return true;
    });
  } catch (const Json::parse_error& e) {
    throw Error(fmt::format("not JSON (byte {}); every line is one object", e.byte));
  } catch (const Json::exception&) {
    throw Error("a number out of range");
  }
}

std::string text_of(const Json& value, const std::string& what) {
  if (!value.is_string()) throw Error("'" + what + "' is not a string");
  std::string out = value.get<std::string>();
  if (out.find('\0') != std::string::npos) throw Error("'" + what + "' holds a NUL character");
  return out;
}

Language language_of(const std::string& tag) {
  if (!Language::is_tag(tag))
    throw Error("'" + tag.substr(0, 40) + "' is not a language tag such as fa, ar or en-GB");
  return Language::parse(tag);
}

struct Item {
  Language language;
  std::string value;  // path or text
};

// {"fa": "...", "en": "..."}, [{"lang": "fa", KEY: "..."}, ...] or ["...", "..."].
std::vector<Item> items_of(const Json& list, const std::string& name, const std::string& key) {
  std::vector<Item> out;
  if (list.is_object()) {
    for (const auto& [tag, value] : list.items())
      out.push_back({language_of(tag), text_of(value, name + "." + tag)});
  } else if (list.is_array()) {
    for (const Json& item : list) {
      if (item.is_string()) {
        out.push_back({{}, text_of(item, name)});
      } else if (item.is_object() && item.contains(key)) {
        out.push_back({item.contains("lang") ? language_of(text_of(item["lang"], "lang")) : Language(),
                       text_of(item[key], key)});
      } else {
        throw Error(fmt::format("'{}' holds something without '{}'", name, key));
      }
    }
  } else {
    throw Error(
        fmt::format("'{0}' is neither an object such as {{\"fa\": ...}} nor a list of \"{1}\"s", name, key));
  }
  return out;
}

std::vector<Document> documents_of(const Json& task, const std::string& id, const SetAligner& aligner) {
  if (const auto problem = task.find("problem"); problem != task.end())
    throw Error(text_of(*problem, "problem"));
  const auto files = task.find("files"), texts = task.find("texts");
  if ((files == task.end()) == (texts == task.end())) throw Error("a task has either 'files' or 'texts'");
  if (files != task.end()) {
    DocumentSet set;
    set.id = id;
    for (Item& item : items_of(*files, "files", "path"))
      set.files.push_back({item.language, std::move(item.value)});
    return aligner.read(set);
  }
  ReadOptions options;
  options.decode.encoding = "UTF-8";
  options.plain_text = true;
  options.way_to_name = "name it, as in {\"lang\": \"{}\", \"text\": ...}";
  std::vector<Document> out;
  for (Item& item : items_of(*texts, "texts", "text")) {
    options.language = item.language;
    const std::string name =
        item.language.known() ? item.language.tag() : "text " + std::to_string(out.size() + 1);
    out.push_back(read_document(Source::of_bytes(name, std::move(item.value)), options));
  }
  aligner.prepare(out);
  return out;
}

// The units as a JSON array.
std::string units_of(const AlignedSet& set, double least) {
  std::vector<const Document*> views;
  for (const Document& d : set.documents) views.push_back(&d);
  std::ostringstream lines;
  const auto writer = make_unit_writer(UnitFormat::jsonl, Sink("-", lines), {});
  for_each_unit(views, set.alignment.joint, [&](TranslationUnit&& unit) {
    if (unit.score.value_or(1.0) >= least) writer->write(unit);
  });
  writer->finish();
  std::string out = std::move(lines).str();
  if (!out.empty()) out.pop_back();
  for (char& c : out)
    if (c == '\n') c = ',';  // line feeds within texts are escaped
  return "[" + out + "]";
}

std::string failure(const std::string& id, std::size_t number, const std::string& why) {
  std::string out = "{\"id\":";
  if (id.empty())
    out += fmt::format("null,\"line\":{}", number);
  else
    append_json_string(out, id);
  append_json_string(out += ",\"ok\":false,\"error\":", why);
  return out + "}\n";
}

}  // namespace

std::string answer_task(std::string_view line, std::size_t number, const SetAligner& aligner) {
  std::string id;
  try {
    const Json task = parse(line);
    if (!task.is_object()) throw Error("a task is a JSON object");
    if (!task.contains("id")) throw Error("a task has an 'id'");
    id = task["id"].is_number() ? task["id"].dump() : text_of(task["id"], "id");
    if (id.empty()) throw Error("the 'id' is empty");
    const AlignedSet set = aligner.align(documents_of(task, id, aligner));
    const SetFacts facts = facts_of(set);
    std::string out = "{\"id\":";
    append_json_string(out, id);
    append_json_string(out += ",\"ok\":true,\"languages\":", facts.languages);
    out += fmt::format(",\"segments\":{},\"matched\":{},\"confidence\":{},\"units\":", facts.segments,
                       facts.matched, facts.confidence);
    return out + units_of(set, aligner.settings().min_confidence) + "}\n";
  } catch (const std::bad_alloc&) {
    return failure(id, number, "out of memory");
  } catch (const std::exception& e) {
    return failure(id, number, e.what());
  }
}

std::optional<WorkerResult> parse_result(std::string_view line, const std::string& source,
                                         std::size_t number) {
  if (trim(line).empty()) return std::nullopt;
  try {
    const Json json = parse(line);
    if (!json.is_object() || !json.contains("ok") || !json["ok"].is_boolean())
      throw Error("not a result of taraz worker: no 'ok'");
    WorkerResult out;
    if (!json.contains("id") || json["id"].is_null())
      throw Error("a result without an id" +
                  (json.contains("error") ? ": " + text_of(json["error"], "error") : ""));
    out.record.id = text_of(json["id"], "id");
    if (!json["ok"].get<bool>()) {
      out.record.reason = json.contains("error") ? text_of(json["error"], "error") : "";
      if (out.record.reason.empty()) out.record.reason = "failed";
      return out;
    }
    const auto count = [&](const char* key) -> std::uint64_t {
      if (!json.contains(key) || !json[key].is_number_unsigned())
        throw Error(std::string("no number '") + key + "'");
      return json[key].get<std::uint64_t>();
    };
    out.record.facts.segments = count("segments");
    out.record.facts.matched = count("matched");
    if (!json.contains("confidence") || !json["confidence"].is_number())
      throw Error("no number 'confidence'");
    out.record.facts.confidence = json["confidence"].get<double>();
    out.record.facts.languages = json.contains("languages") ? text_of(json["languages"], "languages") : "";
    if (!json.contains("units") || !json["units"].is_array()) throw Error("no list 'units'");
    for (const Json& unit : json["units"]) out.units += unit.dump() + "\n";
    return out;
  } catch (const FormatError&) {
    throw;
  } catch (const Error& e) {
    throw FormatError(source, number, 0, e.what());
  }
}

}  // namespace taraz
