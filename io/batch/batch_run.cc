// 1. Hash the documents. 2. Unless the lexicons learned from just these documents are there: align the sample
// (first pass) and learn. 3. Align what has no result yet. 4. Join. Every step leaves what it did on the disk
// and begins with what is there. Tested by tests/io/batch/batch_run_test.cc, tests/cli/batch/ and the kill
// loop tests/cli/batch_kills.sh.
#include "io/batch/batch_run.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "align/engine/parallel.h"
#include "align/lexicon/lexicon.h"
#include "io/batch/content_hash.h"
#include "io/batch/first_pass.h"
#include "io/batch/input_hashes.h"
#include "io/batch/joined_output.h"
#include "io/batch/output_folder.h"
#include "io/batch/set_aligner.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr const char* kChanged = "a document changed while it was being aligned; start the batch again";

class BatchRun {
 public:
  BatchRun(const BatchPlan& plan, const BatchOptions& options, BatchListener& listener)
      : plan_(plan),
        options_(options),
        listener_(listener),
        folder_(options.output, result_ending(options.settings.format)) {
    if (folder_.state().was_damaged())
      listener.remark(options.output +
                      "/.taraz/state.sqlite was damaged; it is now state.sqlite.damaged, and what is "
                      "done was found again by the results themselves");
  }

  BatchReport run() {
    choose_sets();
    hash_sets();
    base_settings_ = settings_hash(options_.settings);
    const bool learns =
        options_.learn_from > 0 && options_.settings.align.lexicons.empty() && plan_.sets.size() > 1;
    std::vector<const HashedSet*> todo;
    if (!learns) {
      settings_ = base_settings_;
      todo = missing();
    } else {
      todo = with_lexicons();
    }
    if (options_.only_learn) return finish();
    describe();
    align(todo);
    return finish();
  }

 private:
  // Those of the shard, and those lexicons are learned from.
  void choose_sets() {
    std::vector<std::pair<std::uint64_t, const DocumentSet*>> order;
    for (const DocumentSet& set : plan_.sets) {
      order.emplace_back(XXH3_64bits_withSeed(set.id.data(), set.id.size(), 1), &set);
      if (shard_of(set.id, options_.shards) == options_.shard) mine_.push_back(&set);
    }
    const std::size_t size = std::min(options_.learn_from, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(size), order.end(),
                      [](const auto& a, const auto& b) {
                        return a.first != b.first ? a.first < b.first : a.second->id < b.second->id;
                      });
    for (std::size_t k = 0; k < size; ++k) sample_.push_back(order[k].second);
    std::sort(sample_.begin(), sample_.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    if (!options_.settings.align.lexicons.empty()) sample_.clear();
  }

  void hash_sets() {
    std::vector<const DocumentSet*> needed = options_.only_learn ? std::vector<const DocumentSet*>() : mine_;
    needed.insert(needed.end(), sample_.begin(), sample_.end());
    std::sort(needed.begin(), needed.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
    listener_.phase("hash", needed.size(), 0);
    for (HashedSet& h : hash_inputs(needed, folder_.state(), options_.queue.threads,
                                    [&](std::size_t n) { listener_.progress(n); }))
      hashed_.emplace(h.set->id, std::move(h));
  }

  // What taraz merge must know of this folder.
  void describe() {
    ListHash ids;
    for (const DocumentSet& set : plan_.sets) ids.add(set.id);
    plan_hash_ = ids.result();
    std::string languages;
    for (const Language& l : plan_.languages) languages += (languages.empty() ? "" : " ") + l.tag();
    StateStore& state = folder_.state();
    state.set_note("shard", std::to_string(options_.shard + 1) + "/" + std::to_string(options_.shards));
    state.set_note("plan", plan_hash_);
    state.set_note("settings", settings_);
    state.set_note("format", std::string(name_of(options_.settings.format)));
    state.set_note("languages", languages);
    state.commit();
  }

  // Sets of the shard that have no result, or another one than they should.
  std::vector<const HashedSet*> missing() const {
    std::vector<const HashedSet*> out;
    if (options_.only_learn) return out;
    std::vector<std::uint8_t> done(mine_.size(), 0);
    parallel_for(mine_.size(), options_.queue.threads, [&](std::size_t k) {
      const auto at = folder_.records().find(mine_[k]->id);
      if (at == folder_.records().end() || at->second.settings != settings_ ||
          at->second.inputs != hashed_.at(mine_[k]->id).inputs)
        return;
      done[k] = at->second.failed() ? !options_.retry : folder_.has_result(at->second);
    });
    for (std::size_t k = 0; k < mine_.size(); ++k)
      if (done[k] == 0) out.push_back(&hashed_.at(mine_[k]->id));
    return out;
  }

  void use_lexicons(const LexiconSeal& seal) {
    ListHash hash;
    hash.add(base_settings_);
    for (const auto& [name, bytes] : seal.files) hash.add(name).add(bytes);
    settings_ = hash.result();
  }

  bool on_disk(const LexiconSeal& seal) const {
    return std::all_of(seal.files.begin(), seal.files.end(), [&](const auto& file) {
      return file.first.empty() || file_hash(folder_.lexicon_path(file.first)) == file.second;
    });
  }

  void open_lexicons(const LexiconSeal& seal) {
    lexicons_.clear();
    lexicon_paths_.clear();
    for (const auto& [name, hash] : seal.files) {
      if (name.empty()) continue;
      lexicon_paths_.push_back(folder_.lexicon_path(name));
      lexicons_.push_back(Lexicon::open(lexicon_paths_.back()));
    }
  }

  // The seal of the lexicons to use, if they are known: those of just these documents, or, with keep_lexicon,
  // the last.
  std::optional<LexiconSeal> sealed(const std::string& key) {
    const auto& all = folder_.seals().lexicons;
    if (options_.keep_lexicon)
      if (const auto last = folder_.state().note("lexicons"); last)
        if (const auto at = all.find(*last);
            at != all.end() && !at->second.files.empty() && on_disk(at->second))
          return at->second;
    const auto at = all.find(key);
    if (at == all.end() || at->second.files.empty()) return std::nullopt;
    return at->second;
  }

  std::vector<const HashedSet*> with_lexicons() {
    ListHash hash;
    hash.add(base_settings_);
    for (const DocumentSet* set : sample_) hash.add(set->id).add(hashed_.at(set->id).inputs);
    const std::string key = hash.result();
    const auto first_pass = folder_.state().first_pass();
    bool again = false;  // a failed set of the sample is to be tried again
    if (options_.retry)
      for (const DocumentSet* set : sample_) {
        const auto at = first_pass.find(set->id);
        again = again || (at != first_pass.end() && !at->second.reason.empty());
      }
    if (!again)
      if (const std::optional<LexiconSeal> seal = sealed(key); seal) {
        use_lexicons(*seal);
        std::vector<const HashedSet*> todo = missing();
        if (todo.empty() || on_disk(*seal)) {
          if (on_disk(*seal)) open_lexicons(*seal);
          folder_.state().set_note("lexicons", seal->key);
          folder_.state().commit();
          return todo;
        }
      }
    learn(key, first_pass);
    return missing();
  }

  void learn(const std::string& key, std::map<std::string, FirstPassRecord> known) {
    BatchSettings quick = options_.settings;
    quick.align.quick = true;  // it is a quarter of the work, and the words come out as well
    const SetAligner aligner(std::move(quick));
    std::vector<const DocumentSet*> todo;
    std::uint64_t bytes = 0;
    for (const DocumentSet* set : sample_) {
      const auto at = known.find(set->id);
      const bool same = at != known.end() && at->second.inputs == hashed_.at(set->id).inputs &&
                        at->second.settings == base_settings_;
      if (same && (at->second.reason.empty() || !options_.retry)) continue;
      todo.push_back(set);
      bytes += set->bytes;
    }
    listener_.phase("first pass", todo.size(), bytes);
    bool invalidated = false;
    run_by_size(
        todo, options_.queue,
        [&](const DocumentSet& set) {
          SetOutcome out;
          const AlignedSet aligned = aligner.align(aligner.read(set));
          out.bytes = encode_beads(aligned.alignment);
          return out;
        },
        [&](std::vector<SetOutcome> outcomes) {
          for (SetOutcome& o : outcomes) {
            const HashedSet& h = hashed_.at(o.set->id);
            if (o.record.reason.empty() && !h.unchanged()) o.record.reason = kChanged;
            // A set that failed before and does no longer changes what is learned from the same documents.
            if (const auto at = known.find(o.set->id);
                !invalidated && at != known.end() && !at->second.reason.empty()) {
              folder_.invalidate_lexicons(key);
              invalidated = true;
            }
            folder_.state().put(o.set->id, {h.inputs, base_settings_, o.record.reason, o.bytes});
          }
          folder_.state().commit();
          for (SetOutcome& o : outcomes) {
            o.bytes.clear();
            listener_.finished(o);
          }
        });
    known = folder_.state().first_pass();
    std::vector<const DocumentSet*> good;
    for (const DocumentSet* set : sample_)
      if (known.at(set->id).reason.empty()) good.push_back(set);
    listener_.phase("learn", good.size(), 0);
    std::vector<std::pair<std::string, std::string>> files;
    for (LearnedLexicon& l : learn_lexicons(
             aligner, good, [&](std::size_t k) { return folder_.state().beads(good[k]->id); },
             options_.queue.threads, [&](std::size_t n) { listener_.progress(n); }))
      files.emplace_back(std::move(l.name), std::move(l.bytes));
    folder_.keep_lexicons(key, files);
    folder_.state().set_note("lexicons", key);
    folder_.state().commit();
    use_lexicons(folder_.seals().lexicons.at(key));
    open_lexicons(folder_.seals().lexicons.at(key));
    first_pass_ = std::move(known);
  }

  void align(const std::vector<const HashedSet*>& todo) {
    BatchSettings settings = options_.settings;
    settings.align.lexicons.insert(settings.align.lexicons.end(), lexicons_.begin(), lexicons_.end());
    const SetAligner aligner(std::move(settings));
    std::vector<const DocumentSet*> sets;
    std::uint64_t bytes = 0;
    for (const HashedSet* h : todo) {
      sets.push_back(h->set);
      bytes += h->set->bytes;
    }
    listener_.phase("align", sets.size(), bytes);
    run_by_size(
        sets, options_.queue,
        [&](const DocumentSet& set) {
          if (const auto at = first_pass_.find(set.id); at != first_pass_.end() && !at->second.reason.empty())
            throw Error(at->second.reason);  // it will not go better now
          SetOutcome out;
          RenderedSet rendered = aligner.render(aligner.align(aligner.read(set)));
          out.record.facts = std::move(rendered.facts);
          out.bytes = std::move(rendered.bytes);
          return out;
        },
        [&](std::vector<SetOutcome> outcomes) {
          std::vector<Finished> finished;
          for (SetOutcome& o : outcomes) {
            const HashedSet& h = hashed_.at(o.set->id);
            if (o.record.reason.empty() && !h.unchanged()) o.record.reason = kChanged;
            o.record.inputs = h.inputs;
            o.record.settings = settings_;
            finished.push_back({o.record, std::move(o.bytes)});
          }
          const std::vector<SetRecord> kept = folder_.keep(std::move(finished));
          for (std::size_t k = 0; k < kept.size(); ++k) {
            outcomes[k].record = kept[k];
            outcomes[k].bytes.clear();
            report_.aligned += !kept[k].failed();
            listener_.finished(outcomes[k]);
          }
        });
  }

  BatchReport finish() {
    report_.lexicons = lexicon_paths_;
    for (const auto& [id, record] : folder_.records()) {
      const auto at =
          std::lower_bound(plan_.sets.begin(), plan_.sets.end(), id,
                           [](const DocumentSet& set, const std::string& name) { return set.id < name; });
      if (at == plan_.sets.end() || at->id != id) report_.gone.push_back(id);
    }
    if (options_.prune)
      for (const std::string& id : report_.gone) folder_.forget(id);
    if (options_.only_learn) return std::move(report_);
    for (const DocumentSet* set : mine_)
      if (const auto at = folder_.records().find(set->id); at != folder_.records().end()) {
        report_.records.push_back(at->second);
        report_.failed += at->second.failed();
      }
    folder_.state().set_note("finished", plan_hash_ + settings_);
    folder_.state().commit();
    report_.unchanged = report_.records.size() - report_.failed - report_.aligned;
    if (!options_.joined.empty()) {
      listener_.phase("join", report_.records.size(), 0);
      UnitWriterOptions writer;
      writer.incomplete = options_.settings.incomplete;
      writer.creation_date = options_.settings.creation_date;
      writer.tool_version = options_.settings.tool_version;
      write_joined(options_.joined, folder_, options_.settings.format, report_.records, plan_.languages,
                   writer, [&](std::size_t n) { listener_.progress(n); });
    }
    return std::move(report_);
  }

  const BatchPlan& plan_;
  const BatchOptions& options_;
  BatchListener& listener_;
  OutputFolder folder_;
  std::vector<const DocumentSet*> mine_, sample_;
  std::map<std::string, HashedSet> hashed_;
  std::map<std::string, FirstPassRecord> first_pass_;  // when it was run just now
  std::string base_settings_, settings_, plan_hash_;
  std::vector<std::shared_ptr<const Lexicon>> lexicons_;
  std::vector<std::string> lexicon_paths_;
  BatchReport report_;
};

}  // namespace

std::string result_ending(UnitFormat format) { return "." + std::string(name_of(format)); }

BatchReport run_batch(const BatchPlan& plan, const BatchOptions& options, BatchListener& listener) {
  return BatchRun(plan, options, listener).run();
}

}  // namespace taraz
