//===- CompileJobsTest.cpp - Databases, good and bad ----------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/CompileJobs.h"
#include "TempTree.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace lockorder;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;

namespace {

class CompileJobsTest : public testing::Test {
protected:
  /// Writes a database of these entries and reads it.
  llvm::Expected<CompileJobs> read(const std::vector<std::string> &Entries,
                                   std::vector<std::string> Selections = {}) {
    std::string Text = "[";
    for (size_t I = 0; I != Entries.size(); ++I)
      Text += (I ? ",\n" : "\n") + Entries[I];
    return readText(Text + "\n]\n", std::move(Selections));
  }

  llvm::Expected<CompileJobs> readText(const std::string &Text,
                                       std::vector<std::string> Selections = {}) {
    Tree.write("compile_commands.json", Text);
    return readCompileJobs({Tree.Root, std::move(Selections), "/resource"});
  }

  CompileJobs jobs(const std::vector<std::string> &Entries,
                   std::vector<std::string> Selections = {}) {
    llvm::Expected<CompileJobs> Result = read(Entries, std::move(Selections));
    if (!Result) {
      ADD_FAILURE() << llvm::toString(Result.takeError());
      return {};
    }
    const DatabaseCounts &C = Result->Counts;
    EXPECT_EQ(C.Entries, C.Jobs + C.HostPrograms + C.Assembly + C.OtherLanguages + C.Duplicates +
                             C.Unselected + C.Malformed);
    EXPECT_EQ(C.Jobs, Result->Jobs.size());
    EXPECT_EQ(C.Malformed, Result->Problems.size());
    return std::move(*Result);
  }

  std::string errorOf(llvm::Expected<CompileJobs> Result) {
    return Result ? "no error" : llvm::toString(Result.takeError());
  }

  /// An entry with a command, as the kernel's script writes it.
  std::string entry(const std::string &File, const std::string &Command) {
    std::string Text;
    llvm::raw_string_ostream(Text) << llvm::json::Value(
        llvm::json::Object{{"directory", Tree.Root}, {"file", File}, {"command", Command}});
    return Text;
  }
  std::string kernelEntry(const std::string &Name) {
    return entry(Tree.path(Name + ".c"), "gcc -D__KERNEL__ -c -o " + Name + ".o " + Name + ".c");
  }

  std::vector<std::string> objects(const CompileJobs &Result) {
    std::vector<std::string> Names;
    for (const CompileJob &Job : Result.Jobs)
      Names.push_back(Job.Object.substr(Tree.Root.size() + 1));
    return Names;
  }

  TempTree Tree;
};

TEST_F(CompileJobsTest, AJobSaysWhatWhereAndHow) {
  CompileJobs Result = jobs(
      {entry(Tree.path("mm/slub.c"), "gcc -Wp,-MMD,mm/.slub.o.d -I./include -D__KERNEL__ "
                                     "-DKBUILD_MODNAME='\"slub\"' -c -o mm/slub.o mm/slub.c")});
  ASSERT_EQ(Result.Jobs.size(), 1u);
  const CompileJob &Job = Result.Jobs[0];
  EXPECT_EQ(Job.Directory, Tree.Root);
  EXPECT_EQ(Job.Source, Tree.path("mm/slub.c"));
  EXPECT_EQ(Job.Object, Tree.path("mm/slub.o"));
  EXPECT_THAT(Job.Arguments,
              ElementsAre("clang", "-I./include", "-D__KERNEL__", "-DKBUILD_MODNAME=\"slub\"",
                          "-Wno-everything", "-resource-dir", "/resource"));
  EXPECT_EQ(Result.Database, Tree.path("compile_commands.json"));
}

TEST_F(CompileJobsTest, ArgumentsAreTakenWordByWord) {
  CompileJobs Result = jobs({R"({"directory": ")" + Tree.Root + R"(", "file": "a b.c",
    "arguments": ["gcc", "-D__KERNEL__", "-DX=\"a b\"", "-c", "a b.c", "-o", "out/a b.o"]})"});
  ASSERT_EQ(Result.Jobs.size(), 1u);
  EXPECT_EQ(Result.Jobs[0].Source, Tree.path("a b.c"));
  EXPECT_EQ(Result.Jobs[0].Object, Tree.path("out/a b.o"));
  EXPECT_THAT(Result.Jobs[0].Arguments, Contains("-DX=\"a b\""));
}

TEST_F(CompileJobsTest, FilesMayBeRelativeAndUnnormalized) {
  CompileJobs Result = jobs(
      {R"({"directory": "sub/./x", "file": "../a.c", "command": "gcc -D__KERNEL__ -o ../../o/a.o ../a.c"})"});
  ASSERT_EQ(Result.Jobs.size(), 1u);
  EXPECT_EQ(Result.Jobs[0].Directory, Tree.path("sub/x"));
  EXPECT_EQ(Result.Jobs[0].Source, Tree.path("sub/a.c"));
  EXPECT_EQ(Result.Jobs[0].Object, Tree.path("o/a.o"));
}

TEST_F(CompileJobsTest, EveryEntryIsCountedOnce) {
  CompileJobs Result = jobs({
      kernelEntry("kernel/fork"),
      entry("scripts/kconfig/conf.c", "gcc -O2 -o scripts/kconfig/conf.o scripts/kconfig/conf.c"),
      entry("entry.S", "gcc -D__KERNEL__ -D__ASSEMBLY__ -c -o entry.o entry.S"),
      entry("rust/core.rs", "rustc core.rs"),
      entry("scripts/qconf.cc", "g++ -c scripts/qconf.cc"),
      kernelEntry("kernel/fork"),
      R"({"directory": "/x"})",
  });
  EXPECT_EQ(Result.Counts.Entries, 7u);
  EXPECT_EQ(Result.Counts.Jobs, 1u);
  EXPECT_EQ(Result.Counts.HostPrograms, 1u);
  EXPECT_EQ(Result.Counts.Assembly, 1u);
  EXPECT_EQ(Result.Counts.OtherLanguages, 2u);
  EXPECT_EQ(Result.Counts.Duplicates, 1u);
  EXPECT_EQ(Result.Counts.Malformed, 1u);
}

TEST_F(CompileJobsTest, ALanguageOptionOverridesTheExtension) {
  CompileJobs Result = jobs({
      entry("a.c", "gcc -D__KERNEL__ -x assembler-with-cpp -c a.c"),
      entry("b.inc", "gcc -D__KERNEL__ -x c -c b.inc"),
  });
  EXPECT_EQ(Result.Counts.Assembly, 1u);
  EXPECT_THAT(objects(Result), ElementsAre("b.o"));
}

TEST_F(CompileJobsTest, OneSourceMayMakeTwoObjects) {
  CompileJobs Result = jobs({
      entry("a.c", "gcc -D__KERNEL__ -DTWO -c -o b.o a.c"),
      entry("a.c", "gcc -D__KERNEL__ -DONE -c -o a.o a.c"),
  });
  EXPECT_THAT(objects(Result), ElementsAre("a.o", "b.o")) << "sorted by object";
  EXPECT_EQ(Result.Counts.Duplicates, 0u);
}

TEST_F(CompileJobsTest, OfTwoEntriesForOneObjectTheLaterWins) {
  CompileJobs Result = jobs({
      entry("a.c", "gcc -D__KERNEL__ -DOLD -fconserve-stack -c -o a.o a.c"),
      entry("a.c", "gcc -D__KERNEL__ -DNEW -c -o ./x/../a.o a.c"),
  });
  ASSERT_EQ(Result.Jobs.size(), 1u);
  EXPECT_THAT(Result.Jobs[0].Arguments, AllOf(Contains("-DNEW"), Not(Contains("-DOLD"))));
  EXPECT_EQ(Result.Counts.Duplicates, 1u);
  EXPECT_THAT(Result.Counts.DroppedFlags, IsEmpty()) << "they are counted for jobs only";
}

TEST_F(CompileJobsTest, AnObjectWithoutANameIsBesideItsSource) {
  CompileJobs Result = jobs({
      entry("a.c", "gcc -D__KERNEL__ -c a.c"),
      entry("b.c", "gcc -D__KERNEL__ -c -o /dev/null b.c"),
      entry("c.c", "gcc -D__KERNEL__ -c -o .tmp_c.o c.c"),
      R"({"directory": ")" + Tree.Root +
          R"(", "file": "d.c", "output": "x/d.o", "command": "gcc -D__KERNEL__ -c d.c"})",
  });
  EXPECT_THAT(objects(Result), ElementsAre("a.o", "b.o", "c.o", "x/d.o"));
}

TEST_F(CompileJobsTest, DroppedFlagsAreCountedPerJob) {
  CompileJobs Result = jobs({
      entry("a.c", "gcc -D__KERNEL__ -fconserve-stack -fconserve-stack -c a.c"),
      entry("b.c", "gcc -D__KERNEL__ -fconserve-stack -mindirect-branch=thunk -c b.c"),
      entry("host.c", "gcc -fconserve-stack -c host.c"),
  });
  EXPECT_THAT(Result.Counts.DroppedFlags,
              ElementsAre(Pair("-fconserve-stack", 2u), Pair("-mindirect-branch=", 1u)));
}

TEST_F(CompileJobsTest, ResponseFilesAreRead) {
  Tree.write("flags/common", "-D__KERNEL__ -DNAME=\\\"x\\\"\n-o out.o");
  CompileJobs Result = jobs({entry("a.c", "gcc @flags/common -c a.c")});
  ASSERT_EQ(Result.Jobs.size(), 1u);
  EXPECT_EQ(Result.Jobs[0].Object, Tree.path("out.o"));
  EXPECT_THAT(Result.Jobs[0].Arguments, Contains("-DNAME=\"x\""));

  Result = jobs({entry("a.c", "gcc -D__KERNEL__ @gone -c a.c")});
  EXPECT_THAT(Result.Problems,
              ElementsAre(HasSubstr("entry 1 the options in gone cannot be read")));
}

// A build tree may be read-only, and is never ours to write to.
TEST_F(CompileJobsTest, NoArgumentNamesAnOutput) {
  CompileJobs Result = jobs(
      {entry("a.c", "gcc -Wp,-MD,out.d,-DX -Wp,-MMD,out.d -MD -MF out.d -MTout.o -gsplit-dwarf "
                    "-ftime-trace=out -fprofile-arcs -ftest-coverage --serialize-diagnostics out "
                    "-save-temps=obj -D__KERNEL__ -c -o out.o a.c")});
  ASSERT_EQ(Result.Jobs.size(), 1u);
  EXPECT_THAT(
      Result.Jobs[0].Arguments,
      ElementsAre("clang", "-DX", "-D__KERNEL__", "-Wno-everything", "-resource-dir", "/resource"));
}

// --- malformed input
// -------------------------------------------------------------------------------

TEST_F(CompileJobsTest, AMissingDatabaseIsToldWithItsRemedy) {
  std::string Error = errorOf(readCompileJobs({Tree.path("nowhere"), {}, "/resource"}));
  EXPECT_THAT(Error, HasSubstr(Tree.path("nowhere") + ": there is no such file"));
  EXPECT_THAT(Error, HasSubstr("make compile_commands.json"));
  EXPECT_THAT(Error, HasSubstr("lockorder compdb DIR > compile_commands.json"));
  EXPECT_THAT(errorOf(readCompileJobs({Tree.Root, {}, "/resource"})),
              HasSubstr(Tree.path("compile_commands.json") + ": there is no such file"));
}

TEST_F(CompileJobsTest, AFileThatIsNoDatabaseIsToldWithItsLine) {
  const std::string File = Tree.path("compile_commands.json");
  auto Error = [&](const std::string &Text) { return errorOf(readText(Text)); };
  EXPECT_THAT(Error(""), HasSubstr(File + ":1: the file is empty"));
  EXPECT_THAT(Error("\n\n{}"), HasSubstr(File + ":3: a compilation database is a JSON array, this "
                                                "begins with '{'"));
  EXPECT_THAT(Error("\x7f"
                    "ELF"),
              HasSubstr(":1: a compilation database is a JSON array, this "
                        "begins with byte 0x7f"));
  EXPECT_THAT(Error("[\n"), HasSubstr(":2: the file ends inside the array"));
  EXPECT_THAT(Error("[\n {\"file\":\n \"a.c\""),
              HasSubstr(":3: the file ends inside the entry that begins on line 2"));
  EXPECT_THAT(Error("[{\"file\": \"a"), HasSubstr("the file ends inside the entry"));
  EXPECT_THAT(Error("[{}\n{}]"), HasSubstr(":2: expected ',' or ']' after an entry, found '{'"));
  EXPECT_THAT(Error("[{},]"), HasSubstr(":1: expected an entry, found ']'"));
  EXPECT_THAT(Error("[{}]\n]"), HasSubstr(":2: text follows the end of the array: ']'"));
}

TEST_F(CompileJobsTest, AnEmptyArrayIsADatabase) { EXPECT_EQ(jobs({}).Counts.Entries, 0u); }

TEST_F(CompileJobsTest, AMalformedEntryCostsOnlyItself) {
  const std::string File = Tree.path("compile_commands.json");
  CompileJobs Result = jobs({
      R"({"directory": "/x", "command": "gcc -c"})",
      R"({"file": "a.c", "command": "gcc -c"})",
      R"({"directory": "/x", "file": 7, "command": "gcc -c"})",
      R"({"directory": "/x", "file": "a.c"})",
      R"({"directory": "/x", "file": "a.c", "command": "   "})",
      R"({"directory": "/x", "file": "a.c", "arguments": "gcc"})",
      R"({"directory": "/x", "file": "a.c", "arguments": ["gcc", 1]})",
      R"({"directory": "/x", "file": "a.c", "arguments": []})",
      R"({"directory": "/x", "file": "a.c" "command": ""})",
      R"("a.c")",
      "17",
      std::string(100000, '[') + std::string(100000, ']'),
      "{\"file\": \"\xff\"}",
      kernelEntry("good"),
  });
  EXPECT_THAT(objects(Result), ElementsAre("good.o"));
  EXPECT_EQ(Result.Counts.Malformed, 13u);
  EXPECT_THAT(
      Result.Problems,
      ElementsAre(File + ":2: entry 1 has no \"file\"", File + ":3: entry 2 has no \"directory\"",
                  HasSubstr(":4: entry 3 \"file\" must be a string"),
                  HasSubstr("entry 4 has neither \"command\" nor \"arguments\""),
                  HasSubstr("entry 5 has an empty command"),
                  HasSubstr("entry 6 \"arguments\" must be an array of strings"),
                  HasSubstr("entry 7 \"arguments\" must be an array of strings"),
                  HasSubstr("entry 8 has an empty command"), HasSubstr("entry 9 is not JSON"),
                  HasSubstr("entry 10 must be an object"), HasSubstr("entry 11 must be an object"),
                  HasSubstr("entry 12 is nested too deeply"), HasSubstr("entry 13 is not JSON")));
}

TEST_F(CompileJobsTest, BracketsAndQuotesInStringsDoNotEndAnEntry) {
  CompileJobs Result =
      jobs({entry("a.c", "gcc -D__KERNEL__ -DX='}],[{' -DY='\"\\\\' -c a.c"), kernelEntry("b")});
  ASSERT_THAT(objects(Result), ElementsAre("a.o", "b.o"));
  EXPECT_THAT(Result.Jobs[0].Arguments, AllOf(Contains("-DX=}],[{"), Contains("-DY=\"\\\\")));
}

TEST_F(CompileJobsTest, TensOfThousandsOfEntriesTakeASecondNotAMinute) {
  std::vector<std::string> Entries;
  for (int I = 0; I != 30000; ++I)
    Entries.push_back(kernelEntry("drivers/d" + std::to_string(I)));
  EXPECT_EQ(jobs(Entries).Jobs.size(), 30000u);
}

// --- selections
// --------------------------------------------------------------------------------------

class SelectionTest : public CompileJobsTest {
protected:
  SelectionTest() {
    for (const char *Name : {"mm/slub.c", "mm/slab.h", "mm2/x.c", "fs/ext4/inode.c",
                             "fs/xfs/inode.c", "scripts/conf.c", "fs/btrfs/inode.c"})
      Tree.write(Name);
    Entries = {kernelEntry("mm/slub"), kernelEntry("mm2/x"), kernelEntry("fs/ext4/inode"),
               entry("scripts/conf.c", "gcc -c scripts/conf.c")};
  }
  std::vector<std::string> selected(std::vector<std::string> Selections) {
    return objects(jobs(Entries, std::move(Selections)));
  }
  std::string refused(const std::string &Wanted) { return errorOf(read(Entries, {Wanted})); }

  std::vector<std::string> Entries;
};

TEST_F(SelectionTest, AFolderMeansAllBelowIt) {
  WorkIn Here(Tree.Root);
  EXPECT_THAT(selected({"mm"}), ElementsAre("mm/slub.o")) << "and not mm2";
  EXPECT_THAT(selected({"fs/", "./mm2/../mm/slub.c"}), ElementsAre("fs/ext4/inode.o", "mm/slub.o"));
  EXPECT_EQ(jobs(Entries, {"mm"}).Counts.Unselected, 2u);
  EXPECT_EQ(jobs(Entries, {"."}).Counts.Unselected, 0u);
}

TEST_F(SelectionTest, ARelativeNameMayBeRelativeToTheDatabase) {
  TempTree Elsewhere;
  WorkIn There(Elsewhere.Root);
  EXPECT_THAT(selected({"mm/slub.c"}), ElementsAre("mm/slub.o"));
  EXPECT_THAT(selected({Tree.path("mm")}), ElementsAre("mm/slub.o"));
  // A folder of that name that has nothing to do with the kernel is not in the way.
  Elsewhere.write("mm/unrelated");
  EXPECT_THAT(selected({"mm"}), ElementsAre("mm/slub.o"));
}

TEST_F(SelectionTest, TheCurrentDirectoryComesFirst) {
  Entries.push_back(kernelEntry("fs/mm/a"));
  std::filesystem::create_directories(Tree.path("fs"));
  WorkIn Inside(Tree.path("fs"));
  CompileJobs Result = jobs(Entries, {"mm"});
  EXPECT_THAT(objects(Result), ElementsAre("fs/mm/a.o"));
  EXPECT_EQ(Result.Counts.Unselected, 3u);
}

TEST_F(SelectionTest, ARelativeNameMayBeAsReportsWriteIt) {
  // An O= build: the database is neither in the source tree nor in the current directory.
  for (const char *Name : {"src/Kbuild", "src/Makefile", "src/include/linux/fs.h", "src/mm/gup.c"})
    Tree.write(Name);
  TempTree Elsewhere;
  WorkIn There(Elsewhere.Root);
  Entries.push_back(
      entry(Tree.path("src/mm/gup.c"), "gcc -D__KERNEL__ -c -o out/mm/gup.o ../src/mm/gup.c"));
  EXPECT_THAT(selected({"mm/gup.c"}), ElementsAre("out/mm/gup.o"));
}

TEST_F(SelectionTest, AnObjectMayBeNamed) {
  WorkIn Here(Tree.Root);
  EXPECT_THAT(selected({"mm/slub.o"}), ElementsAre("mm/slub.o"));
}

TEST_F(SelectionTest, ASymbolicLinkToTheTreeIsFollowed) {
  TempTree Elsewhere;
  std::filesystem::create_directory_symlink(Tree.Root, Elsewhere.path("linux"));
  EXPECT_THAT(selected({Elsewhere.path("linux/mm")}), ElementsAre("mm/slub.o"));
}

TEST_F(SelectionTest, WhatMatchesNothingIsNamedWithTheReason) {
  WorkIn Here(Tree.Root);
  EXPECT_THAT(refused("mm/nosuch.c"), HasSubstr("mm/nosuch.c: there is no such file or folder"));
  EXPECT_THAT(refused("fs/btrfs"), AllOf(HasSubstr("fs/btrfs: is there, but"),
                                         HasSubstr("was not built with this configuration")));
  EXPECT_THAT(refused("mm/slab.h"), HasSubstr("is a header; name a source that includes it"));
  EXPECT_THAT(refused("scripts/conf.c"), HasSubstr("builds it as a program for the build host"));
  EXPECT_THAT(refused("fs/xfs/inode.c"),
              HasSubstr("did you mean " + Tree.path("fs/ext4/inode.c") + "?"));
}

// --- the source root
// -----------------------------------------------------------------------------------

TEST_F(CompileJobsTest, TheSourceRootIsTheKernelTree) {
  for (const char *Name : {"linux/Kbuild", "linux/Makefile", "linux/include/linux/fs.h"})
    Tree.write(Name);
  EXPECT_EQ(jobs({kernelEntry("linux/drivers/net/a")}).SourceRoot, Tree.path("linux"));
}

TEST_F(CompileJobsTest, ASourceOfTheKernelDoesNotMoveTheRootOfAModule) {
  for (const char *Name : {"linux/Kbuild", "linux/Makefile", "linux/include/linux/fs.h"})
    Tree.write(Name);
  // Since Linux 6.12 Kbuild compiles scripts/module-common.c into each module.
  std::vector<std::string> Entries = {kernelEntry("linux/scripts/common"), kernelEntry("mod/a"),
                                      kernelEntry("mod/b")};
  EXPECT_EQ(jobs(Entries).SourceRoot, Tree.Root);
  EXPECT_EQ(jobs(Entries, {Tree.path("linux")}).SourceRoot, Tree.Root) << "whatever is selected";
}

TEST_F(CompileJobsTest, TheSourceRootOfAModuleIsWhereItsDatabaseIs) {
  EXPECT_EQ(jobs({entry(Tree.path("mod/a.c"), "gcc -D__KERNEL__ -c mod/a.c")}).SourceRoot,
            Tree.Root);
  EXPECT_EQ(jobs({R"({"directory": "/usr/src/headers", "file": "/home/mod/a.c",
                      "command": "gcc -D__KERNEL__ -c /home/mod/a.c"})"})
                .SourceRoot,
            "/usr/src/headers");
}

// --- Clang's own headers
// ---------------------------------------------------------------------------------

TEST(ResourceDirectory, HasTheBuiltinHeaders) {
  llvm::Expected<std::string> Found = findResourceDirectory();
  ASSERT_TRUE(static_cast<bool>(Found)) << llvm::toString(Found.takeError());
  EXPECT_TRUE(std::filesystem::exists(*Found + "/include/stddef.h")) << *Found;
}

TEST_F(CompileJobsTest, TheResourceDirectoryIsFoundWhenNoneIsGiven) {
  Tree.write("compile_commands.json", "[" + kernelEntry("a") + "]");
  llvm::Expected<CompileJobs> Result = readCompileJobs({Tree.Root, {}, ""});
  ASSERT_TRUE(static_cast<bool>(Result)) << llvm::toString(Result.takeError());
  EXPECT_EQ(Result->Jobs.at(0).Arguments.back(), llvm::cantFail(findResourceDirectory()));
}

} // namespace
