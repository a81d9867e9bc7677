#include "io/batch/state_store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace taraz {
namespace {

class StateStoreTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "state_" + std::to_string(::getpid()) + "_" +
            testing::UnitTest::GetInstance()->current_test_info()->name();
    TearDown();
  }
  void TearDown() override {
    for (const char* ending : {"", "-wal", "-shm", ".damaged"}) std::filesystem::remove(path_ + ending);
  }
  static SetRecord record(int k) {
    return {"set " + std::to_string(k), "i", "s", k % 3 == 0 ? "a reason" : "", "r", 5,
            {"fa en", 1, 2, 2, 0.5}};
  }
  std::string path_;
};

TEST_F(StateStoreTest, RemembersWhatWasCommitted) {
  {
    StateStore store(path_);
    for (int k = 0; k < 100; ++k) store.put(record(k));
    store.put("/a", FileMemory{1, 2, 3, "h"});
    store.put("set 1", FirstPassRecord{"i", "s", "", "1 1 99,;"});
    store.set_note("n", "v");
    store.commit();
    store.put(record(1000));  // not committed
  }
  StateStore store(path_);
  EXPECT_FALSE(store.was_damaged());
  EXPECT_EQ(store.records().size(), 100U);
  EXPECT_EQ(store.records().at("set 3"), record(3));
  EXPECT_EQ(store.files().at("/a"), (FileMemory{1, 2, 3, "h"}));
  EXPECT_EQ(store.beads("set 1"), "1 1 99,;");
  EXPECT_EQ(store.note("n").value_or(""), "v");
  EXPECT_FALSE(store.note("m").has_value());
  store.remove("set 1");
  store.commit();
  EXPECT_EQ(store.records().size(), 99U);
  EXPECT_EQ(store.beads("set 1"), "");
}

TEST_F(StateStoreTest, CutAnywhereItIsMovedAsideOrWholeNeverAnError) {
  {
    StateStore store(path_);
    for (int k = 0; k < 500; ++k) store.put(record(k));
    store.commit();
  }
  std::ifstream in(path_, std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  for (std::size_t size = 0; size < whole.size(); size += 1 + whole.size() / 40) {
    std::filesystem::remove(path_ + "-wal");
    std::filesystem::remove(path_ + "-shm");
    std::ofstream(path_, std::ios::binary) << whole.substr(0, size);
    StateStore store(path_);
    EXPECT_TRUE(store.records().empty()) << size;
    EXPECT_EQ(store.was_damaged(), size > 0) << size;
    store.put(record(1));
    store.commit();
  }
}

TEST_F(StateStoreTest, AnotherFileIsMovedAside) {
  std::ofstream(path_) << "this is no database, but long enough to be looked at, and then some more of it";
  StateStore store(path_);
  EXPECT_TRUE(store.was_damaged());
  EXPECT_TRUE(std::filesystem::exists(path_ + ".damaged"));
}

}  // namespace
}  // namespace taraz
