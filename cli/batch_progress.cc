#include "cli/batch_progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <ostream>

#include "io/escapes.h"
#include "text/error.h"

namespace taraz::cli {
namespace {

std::string duration(double seconds) {
  const auto s = static_cast<std::uint64_t>(seconds + 0.5);
  if (s >= 3600) return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
  return fmt::format("{}:{:02}", s / 60, s % 60);
}

// "2026-11-27T21:05:00.123Z"
std::string time_stamp() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  std::tm parts{};
  ::gmtime_r(&now.tv_sec, &parts);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                     parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, now.tv_nsec / 1000000);
}

std::string json(const std::string& text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

}  // namespace

BatchProgress::BatchProgress(Streams& streams, const std::string& log) : streams_(streams) {
  if (log.empty()) return;
  if (log == "-") {
    log_ = &streams.err;
    return;
  }
  file_.open(log, std::ios::binary | std::ios::app);
  if (!file_) throw Error(log + ": cannot write the log; choose a place you may write to");
  log_ = &file_;
}

BatchProgress::~BatchProgress() { hide(); }

std::string BatchProgress::line(const std::string& phase, std::size_t sets_done, std::size_t sets,
                                double share, double seconds, std::size_t failed) {
  constexpr int kWidth = 24;
  const int full = static_cast<int>(std::clamp(share, 0.0, 1.0) * kWidth);
  std::string out =
      fmt::format("{:10} [{}{}] {:3.0f} %  {}/{}", phase, std::string(static_cast<std::size_t>(full), '#'),
                  std::string(static_cast<std::size_t>(kWidth - full), '-'), share * 100, sets_done, sets);
  if (seconds > 0) out += fmt::format("  {:.1f}/s", static_cast<double>(sets_done) / seconds);
  if (share > 0) out += fmt::format("  {} left", duration(seconds * (1 - share) / share));
  if (failed > 0) out += fmt::format("  {} failed", failed);
  return out;
}

void BatchProgress::hide() {
  if (visible_) streams_.err << "\r\x1B[K" << std::flush;
  visible_ = false;
}

void BatchProgress::show(bool last) {
  if (!streams_.err_is_terminal) return;
  const Clock::time_point now = Clock::now();
  if (!last && now - shown_ < std::chrono::milliseconds(visible_ ? 200 : 500)) return;
  shown_ = now;
  if (last && !visible_) return;
  visible_ = true;
  const double share = bytes_ > 0  ? static_cast<double>(bytes_done_) / static_cast<double>(bytes_)
                       : sets_ > 0 ? static_cast<double>(done_) / static_cast<double>(sets_)
                                   : 1.0;
  streams_.err << "\r\x1B[K"
               << line(phase_, done_, sets_, share, std::chrono::duration<double>(now - begin_).count(),
                       failed_)
               << std::flush;
}

void BatchProgress::write(const std::string& event, const std::string& members) {
  if (log_ == nullptr) return;
  *log_ << fmt::format("{{\"time\":\"{}\",\"event\":\"{}\"{}}}\n", time_stamp(), event, members)
        << std::flush;
}

void BatchProgress::phase(std::string_view name, std::size_t sets, std::uint64_t bytes) {
  hide();
  phase_ = name;
  sets_ = sets;
  bytes_ = bytes;
  done_ = failed_ = 0;
  bytes_done_ = 0;
  begin_ = shown_ = Clock::now();
  write("phase", fmt::format(",\"phase\":{},\"sets\":{},\"bytes\":{}", json(phase_), sets, bytes));
}

void BatchProgress::progress(std::size_t sets) {
  done_ = sets;
  show(false);
}

void BatchProgress::finished(const SetOutcome& o) {
  ++done_;
  bytes_done_ += o.set->bytes;
  failed_ += o.record.failed();
  const std::string common =
      fmt::format(",\"phase\":{},\"id\":{},\"seconds\":{:.3f}", json(phase_), json(o.set->id), o.seconds);
  if (o.record.failed())
    write("failed", common + ",\"reason\":" + json(o.record.reason));
  else if (phase_ == "align")
    write("done",
          common + fmt::format(",\"units\":{},\"segments\":{},\"confidence\":{:.4f}", o.record.facts.units,
                               o.record.facts.segments, o.record.facts.confidence));
  else
    write("done", common);
  show(false);
}

void BatchProgress::remark(const std::string& text) {
  hide();
  streams_.err << "taraz: " << text << "\n";
  write("remark", ",\"text\":" + json(text));
}

void BatchProgress::report(const BatchReport& r) {
  hide();
  write("end", fmt::format(",\"sets\":{},\"aligned\":{},\"unchanged\":{},\"failed\":{}", r.records.size(),
                           r.aligned, r.unchanged, r.failed));
}

}  // namespace taraz::cli
