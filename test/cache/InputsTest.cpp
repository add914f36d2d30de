//===- InputsTest.cpp - Would Clang see the same again? ------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Inputs.h"
#include "test/compdb/TempTree.h"
#include "llvm/Support/MemoryBuffer.h"
#include <chrono>

using namespace lockorder;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class Inputs : public testing::Test {
protected:
  void SetUp() override { Source = Tree.write("a.c", "int a;\n"); }

  /// As Clang reads.
  std::string read(const std::string &Path) {
    auto File = Disk.openFileForRead(Path);
    if (!File)
      return "none";
    return (*(*File)->getBuffer(Path))->getBuffer().str();
  }
  bool areCurrent() { return FileHashes().areCurrent(Read); }

  TempTree Tree;
  std::string Source;
  InputFiles Read;
  RecordingFileSystem Disk{Read};
};

TEST_F(Inputs, WhatIsReadIsNotedWithItsContent) {
  EXPECT_EQ(read(Source), "int a;\n");
  EXPECT_THAT(Read.Files, ElementsAre(std::pair(Source, hashOf("int a;\n"))));
  EXPECT_THAT(Read.Absent, IsEmpty());
  EXPECT_TRUE(areCurrent());
}

TEST_F(Inputs, RelativeNamesAreNotedFromTheFolderOfTheCompiler) {
  Tree.write("build/b.c", "int b;\n");
  ASSERT_FALSE(Disk.setCurrentWorkingDirectory(Tree.path("build")));
  EXPECT_EQ(read("b.c"), "int b;\n");
  EXPECT_EQ(read("b.h"), "none");
  EXPECT_THAT(Read.Files, ElementsAre(std::pair(Tree.path("build/b.c"), hashOf("int b;\n"))));
  EXPECT_THAT(Read.Absent, ElementsAre(Tree.path("build/b.h")));
}

TEST_F(Inputs, WhoeverLooksInVainIsNoted) {
  EXPECT_FALSE(Disk.openFileForRead(Tree.path("1-opened.h")));
  EXPECT_FALSE(Disk.status(Tree.path("2-asked-for.h")));
  EXPECT_FALSE(Disk.exists(Tree.path("3-folder")));
  EXPECT_THAT(Read.Absent, ElementsAre(Tree.path("1-opened.h"), Tree.path("2-asked-for.h"),
                                       Tree.path("3-folder")));
  EXPECT_TRUE(areCurrent());
}

TEST_F(Inputs, AnythingThatAppearsUnderSuchANameMakesThemStale) {
  (void)Disk.status(Tree.path("early/a.h"));
  (void)Disk.status(Tree.path("late"));
  EXPECT_TRUE(areCurrent());
  std::string Appeared = Tree.write("early/a.h");
  EXPECT_FALSE(areCurrent());
  std::filesystem::remove(Appeared);
  EXPECT_TRUE(areCurrent()) << "gone again";
  std::filesystem::create_directory(Tree.path("late"));
  EXPECT_FALSE(areCurrent()) << "a folder is something, too";
}

TEST_F(Inputs, ContentDecidesAndNotTheClock) {
  read(Source);
  using namespace std::chrono_literals;
  auto Now = std::filesystem::last_write_time(Source);
  for (auto Then : {Now - 24h * 365 * 30, Now + 24h * 365 * 60}) {
    std::filesystem::last_write_time(Source, Then);
    EXPECT_TRUE(areCurrent());
  }
  Tree.write("a.c", "int b;\n");
  std::filesystem::last_write_time(Source, Now);
  EXPECT_FALSE(areCurrent()) << "of the same length, and as old as before";
  Tree.write("a.c", "int a;\n");
  EXPECT_TRUE(areCurrent());
  std::filesystem::remove(Source);
  EXPECT_FALSE(areCurrent());
}

TEST_F(Inputs, OfWhatWasOpenedButNotReadOnlyTheExistenceCounts) {
  ASSERT_TRUE(bool(Disk.openFileForRead(Source))); // so does __has_include
  EXPECT_THAT(Read.Files, ElementsAre(std::pair(Source, ContentHash{})));
  Tree.write("a.c", "other content\n");
  EXPECT_TRUE(areCurrent());
  std::filesystem::remove(Source);
  EXPECT_FALSE(areCurrent());
}

TEST_F(Inputs, AFileReplacedWhileItIsReadIsNotTheOneThatWasRead) {
  auto File = Disk.openFileForRead(Source);
  std::filesystem::rename(Tree.write("new", "int b;\n"), Source);
  EXPECT_EQ((*(*File)->getBuffer(Source))->getBuffer(), "int a;\n");
  EXPECT_FALSE(areCurrent());
}

TEST_F(Inputs, OneLookAtEachFileServesAllUnits) {
  read(Source);
  (void)Disk.status(Tree.path("a.h"));
  FileHashes Now;
  EXPECT_TRUE(Now.areCurrent(Read));
  Tree.write("a.c", "int b;\n");
  Tree.write("a.h");
  EXPECT_TRUE(Now.areCurrent(Read)) << "one run has one view of the disk";
  EXPECT_FALSE(areCurrent());
}

} // namespace
