#include "cli/batch_plan_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <filesystem>

#include "io/batch/content_pairs.h"
#include "io/batch/plan.h"
#include "io/escapes.h"
#include "text/error.h"

namespace taraz::cli {
namespace po = boost::program_options;
namespace {

std::vector<Language> languages_of(const Arguments& arguments) {
  std::vector<Language> out;
  if (arguments.count("langs") == 0) return out;
  const std::string& word = arguments["langs"].as<std::string>();
  for (std::size_t begin = 0; begin <= word.size();) {
    const std::size_t end = std::min(word.find(',', begin), word.size());
    const Language language = Language::parse(word.substr(begin, end - begin));
    if (std::find(out.begin(), out.end(), language) != out.end())
      throw UsageError(fmt::format("--langs: '{}' is there twice", language.tag()));
    out.push_back(language);
    begin = end + 1;
  }
  if (out.size() < 2) throw UsageError("--langs: name two languages or more, such as fa,ar,en");
  return out;
}

void join(BatchPlan& plan, BatchPlan more) {
  for (DocumentSet& set : more.sets) plan.sets.push_back(std::move(set));
  for (auto& left : more.left_out) plan.left_out.push_back(std::move(left));
  if (plan.languages.empty()) plan.languages = std::move(more.languages);
}

}  // namespace

void add_batch_plan_options(Options& options) {
  options.add_options()("langs", po::value<std::string>()->value_name("LANG,LANG..."),
                        "only these languages, in this order; the first is the source language")(
      "pair", po::value<std::string>()->default_value("name")->value_name("HOW"),
      "what belongs together: name (file names or a manifest), or content (found by reading)")(
      "shard", po::value<std::string>()->value_name("I/N"),
      "only the I-th of N parts, chosen by the hash of the id; 'taraz merge' joins the parts");
}

BatchPlan batch_plan_of(const Arguments& arguments, const std::string& output, const BatchSettings& settings,
                        Streams& streams) {
  const std::vector<std::string> inputs = inputs_of(arguments);
  if (inputs.empty())
    throw UsageError("no input; name a folder or a manifest (id, TAB, a path per language)");
  PlanOptions options;
  options.languages = languages_of(arguments);
  options.not_in = output;
  const std::string& how = arguments["pair"].as<std::string>();
  if (how != "name" && how != "content")
    throw UsageError("--pair: '" + how + "' is neither name nor content");
  BatchPlan plan;
  if (how == "content") {
    plan = plan_by_content(batch_files(inputs, output), options, settings);
  } else {
    for (const std::string& input : inputs) {
      std::error_code error;
      if (std::filesystem::is_directory(input, error))
        join(plan, plan_folder(input, options));
      else
        join(plan, plan_manifest(Source(input, streams.in), options));
    }
    std::sort(plan.sets.begin(), plan.sets.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (std::size_t k = 1; k < plan.sets.size(); ++k)
      if (plan.sets[k].id == plan.sets[k - 1].id)
        throw UsageError(fmt::format("two inputs have a set '{}': {} and {}; give each its own output folder",
                                     plan.sets[k].id,
                                     plan.sets[k - 1].files.empty() ? "" : plan.sets[k - 1].files[0].path,
                                     plan.sets[k].files.empty() ? "" : plan.sets[k].files[0].path));
  }
  return plan;
}

Shard shard_of(const Arguments& arguments) {
  Shard out;
  if (arguments.count("shard") == 0) return out;
  const std::string& word = arguments["shard"].as<std::string>();
  const char* const end = word.data() + word.size();
  std::uint32_t index = 0;
  const auto first = std::from_chars(word.data(), end, index);
  const auto second = first.ptr == end ? std::from_chars_result{first.ptr, std::errc::invalid_argument}
                                       : std::from_chars(first.ptr + 1, end, out.count);
  if (first.ec != std::errc() || second.ec != std::errc() || second.ptr != end || *first.ptr != '/' ||
      index < 1 || index > out.count)
    throw UsageError("--shard: '" + word + "' is not I/N with I from 1 to N, such as 2/8");
  out.index = index - 1;
  return out;
}

std::string plan_table(const BatchPlan& plan, const Shard& shard) {
  std::string out;
  std::size_t sets = 0;
  std::uint64_t bytes = 0;
  for (const DocumentSet& set : plan.sets) {
    if (taraz::shard_of(set.id, shard.count) != shard.index) continue;
    ++sets;
    bytes += set.bytes;
    append_tsv_cell(out, set.id);
    for (const InputFile& file : set.files) {
      out += '\t' + (file.language.known() ? file.language.tag() : std::string("?")) + '=';
      append_tsv_cell(out, file.path);
    }
    if (!set.problem.empty()) append_tsv_cell(out += "\tcannot be aligned: ", set.problem);
    out += '\n';
  }
  for (const auto& [path, reason] : plan.left_out) {
    append_tsv_cell(out += "# left out: ", path);
    out += ": " + reason + '\n';
  }
  return out + fmt::format("# {} {}, {} bytes, {} {} left out\n", sets, sets == 1 ? "set" : "sets", bytes,
                           plan.left_out.size(), plan.left_out.size() == 1 ? "file" : "files");
}

std::string plan_tasks(const BatchPlan& plan, const Shard& shard) {
  std::string out;
  for (const DocumentSet& set : plan.sets) {
    if (taraz::shard_of(set.id, shard.count) != shard.index) continue;
    append_json_string(out += "{\"id\":", set.id);
    out += ",\"files\":[";
    for (const InputFile& file : set.files) {
      out += &file == set.files.data() ? "{" : ",{";
      if (file.language.known()) append_json_string(out += "\"lang\":", file.language.tag());
      append_json_string(out += file.language.known() ? ",\"path\":" : "\"path\":", file.path);
      out += '}';
    }
    out += ']';
    if (!set.problem.empty()) append_json_string(out += ",\"problem\":", set.problem);
    out += "}\n";
  }
  return out;
}

}  // namespace taraz::cli
