//===- OverrideTest.cpp - What --model adds, replaces and removes ---------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "kernel/KernelModel.h"
#include "kernel/LinuxYaml.h"
#include "kernel/YamlTree.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <gmock/gmock.h>

using namespace lockorder;
using ::testing::HasSubstr;

namespace {

/// A file for --model that goes away with the test.
class ModelFile {
public:
  explicit ModelFile(llvm::StringRef Text) {
    int Descriptor = -1;
    EXPECT_FALSE(llvm::sys::fs::createTemporaryFile("model", "yaml", Descriptor, Path));
    llvm::raw_fd_ostream(Descriptor, /*shouldClose=*/true) << Text;
  }
  ~ModelFile() { llvm::sys::fs::remove(Path); }
  std::string path() const { return Path.str().str(); }

private:
  llvm::SmallString<128> Path;
};

KernelModel load(const std::vector<std::string> &Files = {}) {
  llvm::Expected<KernelModel> Model = KernelModel::load(Files);
  if (!Model) {
    ADD_FAILURE() << llvm::toString(Model.takeError());
    return llvm::cantFail(KernelModel::load({}));
  }
  return std::move(*Model);
}

TEST(Override, AFileReplacesAnEntryByNameAndLeavesItsNeighboursAlone) {
  ModelFile Mine("version: 1\napis:\n- names: [mutex_lock, my_lock]\n"
                 "  effects: [{acquire: arg1, kind: rt_mutex}]\n");
  KernelModel Model = load({Mine.path()});
  ASSERT_TRUE(Model.find("mutex_lock"));
  ASSERT_EQ(Model.find("mutex_lock")->Effects.size(), 1u);
  EXPECT_EQ(Model.find("mutex_lock")->Effects[0].Lock, LockKind::RtMutex);
  EXPECT_EQ(Model.find("mutex_lock")->DefinedAt, (Location{Mine.path(), 3, 11}));
  EXPECT_EQ(Model.find("my_lock")->DefinedAt, (Location{Mine.path(), 3, 23}));
  EXPECT_EQ(Model.find("mutex_lock_io")->Effects.back().Lock, LockKind::Mutex);
  EXPECT_EQ(Model.find("mutex_lock_io")->DefinedAt.File, "linux.yaml");
}

TEST(Override, OfTwoFilesTheLaterWins) {
  ModelFile First("version: 1\napis: [{names: [f], value: arg0}]\n");
  ModelFile Second("version: 1\napis: [{names: [f], value: arg1}]\n");
  EXPECT_EQ(load({First.path(), Second.path()}).find("f")->Value->Index, 1u);
  EXPECT_EQ(load({Second.path(), First.path()}).find("f")->Value->Index, 0u);
}

TEST(Override, RemoveTakesAnyKindOfNameAway) {
  KernelModel Before = load();
  ASSERT_TRUE(Before.find("cond_resched"));
  ASSERT_EQ(Before.leafGroup("ktime_get_real"), "timers");
  ASSERT_EQ(Before.leafGroup("complete_all"), "scheduler");
  ASSERT_TRUE(Before.isGenericRecord("klist"));
  ASSERT_TRUE(Before.findRootMacro("__setup"));
  ASSERT_TRUE(Before.isWrappingField("ww_mutex", "base"));
  ModelFile Mine("version: 1\nremove: [cond_resched, 'ktime_get*', complete_all, klist, __setup, "
                 "ww_mutex.base]\n");
  KernelModel Model = load({Mine.path()});
  EXPECT_FALSE(Model.find("cond_resched"));
  EXPECT_EQ(Model.leafGroup("ktime_get_real"), "");
  EXPECT_EQ(Model.leafGroup("complete_all"), "");
  EXPECT_FALSE(Model.isGenericRecord("klist"));
  EXPECT_FALSE(Model.findRootMacro("__setup"));
  EXPECT_FALSE(Model.isWrappingField("ww_mutex", "base"));
  EXPECT_TRUE(Model.isWrappingField("spinlock", "rlock"));
}

TEST(Override, WhatIsRemovedMayComeBackInTheSameFile) {
  ModelFile Mine("version: 1\napis: [{names: [down], value: arg3}]\nremove: [down]\n");
  EXPECT_EQ(load({Mine.path()}).find("down")->Value->Index, 3u);
}

TEST(Override, AnErrorNamesTheFileThatHasIt) {
  ModelFile Good("version: 1\n"), Bad("version: 1\napis: [{name: [f]}]\n");
  llvm::Expected<KernelModel> Model = KernelModel::load({Good.path(), Bad.path()});
  ASSERT_FALSE(static_cast<bool>(Model));
  EXPECT_THAT(llvm::toString(Model.takeError()),
              HasSubstr(Bad.path() + ":2:9: key 'name': unknown"));
}

TEST(Override, TheDigestFollowsEveryInputAndItsOrder) {
  ModelFile A("version: 1\n"), B("version: 1\n# a comment\n");
  std::string Plain = load().digest();
  EXPECT_EQ(Plain.size(), 64u);
  EXPECT_TRUE(llvm::all_of(Plain, llvm::isHexDigit));
  EXPECT_EQ(Plain, load().digest());
  EXPECT_NE(Plain, load({A.path()}).digest());
  EXPECT_NE(load({A.path()}).digest(), load({B.path()}).digest());
  EXPECT_NE(load({A.path(), B.path()}).digest(), load({B.path(), A.path()}).digest());
}

TEST(Override, TheBuiltInModelIsReadInAWink) {
  // Most of it is yaml-cpp's work: what we add stays below as much again, on a busy machine as
  // well.
  auto BestOf = [](auto Do) {
    auto Best = std::chrono::steady_clock::duration::max();
    for (int I = 0; I < 5; ++I) {
      auto Start = std::chrono::steady_clock::now();
      Do();
      Best = std::min(Best, std::chrono::steady_clock::now() - Start);
    }
    return Best;
  };
  auto Bare = BestOf(
      [] { llvm::cantFail(parseYaml(llvm::StringRef(LinuxYaml, LinuxYamlSize), "linux.yaml")); });
  EXPECT_LT(BestOf([] { load(); }), 3 * Bare);
}

} // namespace
