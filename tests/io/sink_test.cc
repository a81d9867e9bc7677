#include "io/sink.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "text/error.h"

namespace taraz {
namespace {
namespace fs = std::filesystem;

class SinkTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("taraz-sink-" + std::to_string(::getpid()) + info->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  static std::string read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void put(const std::string& file, const std::string& text) { std::ofstream(file) << text; }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), {}));
  }
  std::string message(const std::string& file, const std::string& text = "x") {
    try {
      Sink sink(file, out_);
      sink.write(text);
      sink.commit();
    } catch (const Error& e) {
      return e.what();
    }
    return "no error";
  }

  fs::path folder_;
  std::ostringstream out_;
};

TEST_F(SinkTest, FileAppearsOnlyOnCommit) {
  Sink sink(path("a"), out_);
  sink.write("one\n");
  EXPECT_FALSE(fs::exists(path("a")));
  sink.commit();
  EXPECT_EQ(read(path("a")), "one\n");
  EXPECT_EQ(files(), 1u);
}

TEST_F(SinkTest, UncommittedLeavesTheOldFileAndNoOther) {
  put(path("a"), "old");
  {
    Sink sink(path("a"), out_);
    sink.write(std::string(200000, 'x'));
  }
  EXPECT_EQ(read(path("a")), "old");
  EXPECT_EQ(files(), 1u);
}

TEST_F(SinkTest, MoreThanTheBufferArrivesWhole) {
  std::string big;
  for (int i = 0; i < 40000; ++i) big += std::to_string(i) + "\n";
  Sink sink(path("a"), out_);
  for (std::size_t i = 0; i < big.size(); i += 977) sink.write(std::string_view(big).substr(i, 977));
  sink.commit();
  EXPECT_EQ(read(path("a")), big);
}

TEST_F(SinkTest, KeepsPermissionsAndFollowsLinks) {
  put(path("real"), "old");
  ::chmod(path("real").c_str(), 0640);
  fs::create_symlink("real", path("link"));
  Sink sink(path("link"), out_);
  sink.write("new");
  sink.commit();
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(read(path("real")), "new");
  struct stat info {};
  ASSERT_EQ(::stat(path("real").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0640u);
}

TEST_F(SinkTest, GzipReadsBackAndIsTheSameEveryTime) {
  const auto write = [&](const std::string& name) {
    Sink sink(path(name), out_);
    for (int i = 0; i < 50000; ++i) sink.write("line " + std::to_string(i * 7919) + "\n");
    sink.commit();
  };
  write("a.gz"), write("b.gz");
  EXPECT_EQ(read(path("a.gz")), read(path("b.gz")));
  std::string text(1 << 20, '\0');
  gzFile in = gzopen(path("a.gz").c_str(), "rb");
  text.resize(static_cast<std::size_t>(gzread(in, text.data(), 1 << 20)));
  gzclose(in);
  EXPECT_TRUE(text.starts_with("line 0\nline 7919\n"));
  EXPECT_TRUE(text.ends_with("line " + std::to_string(49999 * 7919) + "\n"));
}

TEST_F(SinkTest, StandardOutput) {
  Sink sink("-", out_);
  sink.write("text");
  sink.commit();
  EXPECT_EQ(out_.str(), "text");
  EXPECT_EQ(sink.name(), "standard output");
  out_.setstate(std::ios::badbit);
  EXPECT_EQ(message("-"), "standard output: cannot write; is the disk full?");
}

TEST_F(SinkTest, ErrorsNameTheFileAndTheWayOut) {
  EXPECT_EQ(message(""), "the name of the output is empty");
  EXPECT_EQ(message(folder_.string()),
            folder_.string() + ": cannot write: Is a directory; name a file in it");
  EXPECT_EQ(message(path("no/a")),
            path("no/a") + ": cannot write: No such file or directory; does its folder exist?");
  EXPECT_EQ(message("/dev/full"),
            "/dev/full: cannot write: No space left on device; free some space or choose another place");
  EXPECT_EQ(message("/dev/full", std::string(1 << 20, 'x')),
            "/dev/full: cannot write: No space left on device; free some space or choose another place");
  EXPECT_EQ(message("/dev/null"), "no error");
}

}  // namespace
}  // namespace taraz
