//===- CacheTest.cpp - What a cache gives back, and when it must not -----===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Cache.h"
#include "test/compdb/TempTree.h"
#include <fcntl.h>
#include <sys/stat.h>

using namespace lockorder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

namespace {

std::string contentOf(const std::string &Path) {
  std::ifstream In(Path, std::ios::binary);
  return {std::istreambuf_iterator<char>(In), {}};
}

class CacheFolder : public testing::Test {
protected:
  void SetUp() override {
    Job = {Tree.Root, Tree.write("a.c", "1"), Tree.path("a.o"), {"clang", "-DX"}};
  }

  Cache open(const std::vector<std::string> &Models = {}) {
    return llvm::cantFail(Cache::open(Tree.path("cache"), Models));
  }

  /// As after a run that made `Unit` of a.c as it is.
  void store(const Cache &To, const std::string &Unit) { EXPECT_EQ(faultOfStore(To, Unit), ""); }
  std::string faultOfStore(const Cache &To, const std::string &Unit) {
    InputFiles Of = Beside;
    Of.Files[Job.Source] = hashOf(contentOf(Job.Source));
    Of.Absent.insert(Tree.path("early/a.h"));
    return llvm::toString(To.store(Job, Of, {Job.Source}, Tree.write("new.lou", Unit)));
  }

  /// The unit that a run finds now; "none".
  std::string find(const Cache &In) { return find(In, Job); }
  std::string find(const Cache &In, const CompileJob &J) {
    Damaged.clear();
    ListedInputs Now;
    auto Hit = In.find(J, Now, [&](const std::string &Path) { Damaged.push_back(Path); });
    return Hit ? contentOf(Hit->UnitPath) : "none";
  }

  std::string findReport(const Cache &In, const ContentHash &Id) {
    Damaged.clear();
    auto Bytes = In.findReport(Id, [&](const std::string &Path) { Damaged.push_back(Path); });
    return Bytes ? Bytes->getBuffer().str() : "none";
  }

  /// The only file in the cache with this extension.
  std::string only(const std::string &Extension) {
    std::string Found;
    for (const auto &Entry : std::filesystem::directory_iterator(Tree.path("cache")))
      if (Entry.path().extension() == Extension) {
        EXPECT_EQ(Found, "");
        Found = Entry.path().string();
      }
    return Found;
  }
  static void damage(const std::string &Path) {
    std::string Bytes = contentOf(Path);
    Bytes.back() ^= 1;
    std::ofstream(Path, std::ios::binary) << Bytes;
  }

  ContentHash idOfHit(const Cache &In) {
    ListedInputs Now;
    auto Hit = In.find(Job, Now, [](const std::string &) {});
    return Hit ? Hit->Id : ContentHash{};
  }

  TempTree Tree;
  CompileJob Job;
  InputFiles Beside; ///< read as well, by a prelude
  std::vector<std::string> Damaged;
};

TEST_F(CacheFolder, AStoredUnitIsFoundInThisRunAndInLaterOnes) {
  Cache C = open();
  EXPECT_EQ(find(C), "none");
  store(C, "unit of 1");
  EXPECT_EQ(find(C), "unit of 1");
  EXPECT_EQ(find(open()), "unit of 1");
  EXPECT_THAT(Damaged, IsEmpty());
}

TEST_F(CacheFolder, EachPartOfAJobIsPartOfItsKey) {
  Cache C = open();
  store(C, "unit");
  std::vector<CompileJob> Others(6, Job);
  Others[0].Directory = "/elsewhere";
  Others[1].Source += "c";
  Others[2].Object += "o";
  Others[3].Arguments.push_back("-DY");
  Others[4].Arguments.pop_back();
  Others[5].Arguments = {"clang-DX"};
  for (const CompileJob &Other : Others)
    EXPECT_EQ(find(C, Other), "none") << &Other - Others.data();
  EXPECT_EQ(find(C, Job), "unit");
}

TEST_F(CacheFolder, SoAreTheModelAndWhatClangReadsFromTheEnvironment) {
  std::string Model = Tree.write("my.yaml", "version: 1\n");
  store(open({Model}), "unit");
  EXPECT_EQ(find(open({Model})), "unit");
  EXPECT_EQ(find(open()), "none");
  Tree.write("my.yaml", "version: 1\napis: []\n");
  EXPECT_EQ(find(open({Model})), "none");
  Tree.write("my.yaml", "version: 1\n");
  for (const char *Variable : {"CPATH", "C_INCLUDE_PATH"}) {
    setenv(Variable, "/opt/include", 1);
    EXPECT_EQ(find(open({Model})), "none") << Variable;
    unsetenv(Variable);
  }
  EXPECT_EQ(find(open({Model})), "unit");
}

TEST_F(CacheFolder, ABranchThatWasAnalysedBeforeIsFoundAgain) {
  Cache C = open();
  store(C, "unit of 1");
  Tree.write("a.c", "2");
  EXPECT_EQ(find(C), "none");
  store(C, "unit of 2");
  EXPECT_EQ(find(C), "unit of 2");
  Tree.write("a.c", "1"); // git checkout
  EXPECT_EQ(find(C), "unit of 1");
  Tree.write("early/a.h");
  EXPECT_EQ(find(C), "none");
}

TEST_F(CacheFolder, AReportIsFoundWhateverAPreludeHasReadBesideTheUnit) {
  Cache C = open();
  store(C, "unit");
  ContentHash Plain = idOfHit(C);
  std::string Other = Tree.write("other.h", "1");
  Beside.Files[Other] = hashOf("1");
  Beside.Absent.insert(Tree.path("early/other.h"));
  store(C, "unit");
  EXPECT_EQ(idOfHit(C), Plain);
  EXPECT_EQ(find(C), "unit");
  Tree.write("other.h", "2"); // of the two lists, the other one is as it was
  EXPECT_EQ(find(C), "unit");
  EXPECT_EQ(idOfHit(C), Plain);
}

TEST_F(CacheFolder, AReportShowsLinesSoTheirTextIsPartOfItsKey) {
  Cache C = open();
  store(C, "unit");
  ContentHash Before = idOfHit(C);
  Tree.write("a.c", "1 // said otherwise");
  store(C, "unit");
  EXPECT_EQ(find(C), "unit");
  EXPECT_NE(idOfHit(C), Before);
}

TEST_F(CacheFolder, OfManyBranchesTheLastAreKept) {
  Cache C = open();
  for (size_t I = 0; I != Cache::MaxLists + 1; ++I) {
    Tree.write("a.c", std::to_string(I));
    store(C, "unit of " + std::to_string(I));
  }
  for (size_t I = 1; I != Cache::MaxLists + 1; ++I) {
    Tree.write("a.c", std::to_string(I));
    EXPECT_EQ(find(C), "unit of " + std::to_string(I));
  }
  Tree.write("a.c", "0");
  EXPECT_EQ(find(C), "none");
}

TEST_F(CacheFolder, TheSameStoredTwiceIsOneUnitInOneList) {
  Cache C = open();
  store(C, "unit");
  std::string Before = contentOf(only(".manifest"));
  store(C, "unit");
  EXPECT_EQ(contentOf(only(".manifest")), Before);
  EXPECT_EQ(C.statistics().Units, 1u);
}

TEST_F(CacheFolder, DamageIsAMissThatIsNamedAndRepaired) {
  Cache C = open();
  store(C, "unit");
  for (const char *Kind : {".lou", ".manifest"}) {
    std::string Path = only(Kind);
    damage(Path);
    EXPECT_EQ(find(C), "none");
    EXPECT_THAT(Damaged, ElementsAre(Path));
    store(C, "unit");
    EXPECT_EQ(find(C), "unit");
    EXPECT_THAT(Damaged, IsEmpty());
  }
}

TEST_F(CacheFolder, WhatWasPrunedIsAMissLikeAnyOther) {
  Cache C = open();
  for (const char *Kind : {".lou", ".manifest"}) {
    store(C, "unit");
    std::filesystem::remove(only(Kind));
    EXPECT_EQ(find(C), "none");
    EXPECT_THAT(Damaged, IsEmpty());
  }
}

TEST_F(CacheFolder, ANameOfTwoLinesIsNotKept) {
  Job.Source = Tree.write("two\nlines.c", "1");
  Cache C = open();
  store(C, "unit");
  EXPECT_EQ(find(C), "none");
  EXPECT_EQ(C.statistics().Bytes, 0u);
}

TEST_F(CacheFolder, AFolderThatCannotBeWrittenIsNamed) {
  Cache C = open();
  std::filesystem::remove_all(Tree.path("cache"));
  Tree.write("cache", "a file");
  EXPECT_THAT(faultOfStore(C, "unit"),
              AllOf(StartsWith(Tree.path("cache/llvmcache-")), HasSubstr("Not a directory")));
  EXPECT_THAT(llvm::toString(C.storeReport(hashOf("id"), "report")),
              AllOf(StartsWith(Tree.path("cache/llvmcache-")), HasSubstr("Not a directory")));
  EXPECT_EQ(find(C), "none");
  llvm::Expected<Cache> Below = Cache::open(Tree.path("cache/deeper"), {});
  ASSERT_FALSE(bool(Below));
  EXPECT_THAT(
      llvm::toString(Below.takeError()),
      AllOf(StartsWith("--cache=" + Tree.path("cache/deeper: ")), HasSubstr("cannot make")));
}

TEST_F(CacheFolder, FilesThatAreMissingAreNamed) {
  Cache C = open();
  EXPECT_THAT(llvm::toString(C.store(Job, {}, {}, Tree.path("none.lou"))),
              StartsWith(Tree.path("none.lou: cannot be read")));
  llvm::Expected<Cache> NoModel = Cache::open(Tree.path("cache"), {Tree.path("none.yaml")});
  ASSERT_FALSE(bool(NoModel));
  EXPECT_THAT(llvm::toString(NoModel.takeError()), StartsWith(Tree.path("none.yaml")));
}

TEST_F(CacheFolder, AReportComesBackAsItWasOrNotAtAll) {
  Cache C = open();
  std::string Report("1:0" + std::string(1000, '\0') + "\xff");
  ContentHash Id = hashOf("these units");
  EXPECT_EQ(findReport(C, Id), "none");
  EXPECT_EQ(llvm::toString(C.storeReport(Id, Report)), "");
  EXPECT_EQ(findReport(C, Id), Report);
  EXPECT_EQ(findReport(C, hashOf("others")), "none");
  EXPECT_THAT(Damaged, IsEmpty());
  damage(only(".report"));
  EXPECT_EQ(findReport(C, Id), "none");
  EXPECT_THAT(Damaged, ElementsAre(only(".report")));
}

TEST_F(CacheFolder, ClearTakesWhatACacheLeftAndNothingElse) {
  Cache C = open();
  store(C, "unit");
  llvm::cantFail(C.storeReport(hashOf("id"), "report"));
  Tree.write("cache/llvmcache-00.lou.1a2b3c4d.tmp", "of a run that was killed");
  std::string Foreign = Tree.write("cache/notes.lou", "mine");
  Cache::Statistics S = C.statistics();
  EXPECT_EQ(S.Units, 1u);
  EXPECT_EQ(S.Manifests, 1u);
  EXPECT_EQ(S.Reports, 1u);
  EXPECT_GT(S.Bytes, std::string("unitreportof a run that was killed").size());
  EXPECT_EQ(llvm::toString(C.clear()), "");
  EXPECT_EQ(C.statistics().Bytes, 0u);
  EXPECT_EQ(only(".lou"), Foreign);
  EXPECT_EQ(find(C), "none");
}

TEST_F(CacheFolder, PruningTakesWhatNobodyHasUsedForLong) {
  Cache C = open();
  store(C, "unit");
  std::string Old = Tree.write("cache/llvmcache-old.lou", "old");
  std::string Foreign = Tree.write("cache/old", "mine");
  for (const std::string &Path : {Old, Foreign}) {
    timespec Long[2] = {{time(nullptr) - 86400 * (Cache::MaxDays + 1), 0}, {0, UTIME_OMIT}};
    ASSERT_EQ(utimensat(AT_FDCWD, Path.c_str(), Long, 0), 0);
  }
  C.prune(/*AtOnce=*/true);
  EXPECT_FALSE(std::filesystem::exists(Old));
  EXPECT_TRUE(std::filesystem::exists(Foreign));
  EXPECT_EQ(find(C), "unit");
}

TEST(DefaultFolder, IsWhereTheSystemKeepsCaches) {
  auto With = [](const char *Xdg, const char *Home) {
    Xdg ? setenv("XDG_CACHE_HOME", Xdg, 1) : unsetenv("XDG_CACHE_HOME");
    setenv("HOME", Home, 1);
    return Cache::defaultFolder();
  };
  EXPECT_EQ(With("/x", "/h"), "/x/lockorder");
  EXPECT_EQ(With(nullptr, "/h"), "/h/.cache/lockorder");
  // As the specification has it: only absolute paths count.
  EXPECT_EQ(With("", "/h"), "/h/.cache/lockorder");
  EXPECT_EQ(With("relative", "/h"), "/h/.cache/lockorder");
}

} // namespace
