//===- RealKbuildTest.cpp - The same as the kernel's own script -----------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Builds a module with real Kbuild against an installed header package, and compares with
// gen_compile_commands.py of an installed linux-source package. Without these packages the tests
// fail.
//
//===----------------------------------------------------------------------===//

#include "TempTree.h"
#include "compdb/CmdFiles.h"
#include "compdb/CompileJobs.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <map>

using namespace lockorder;
namespace fs = std::filesystem;

namespace {

std::string shellWord(const std::string &Word) { return "'" + Word + "'"; }

/// Runs a shell command; its output is in the message if it fails.
testing::AssertionResult runs(const std::string &Command, const std::string &Log) {
  int Status = std::system(("(" + Command + ") > " + shellWord(Log) + " 2>&1 < /dev/null").c_str());
  if (Status == 0)
    return testing::AssertionSuccess();
  std::stringstream Text;
  Text << std::ifstream(Log).rdbuf();
  return testing::AssertionFailure() << Command << "\n" << Text.str();
}

/// The folder of an installed header package in which modules are built; empty: none is installed.
std::string installedHeaders() {
  std::vector<std::string> Found;
  if (fs::exists("/usr/src"))
    for (const fs::directory_entry &Entry : fs::directory_iterator("/usr/src"))
      if (fs::exists(Entry.path() / "include/generated/autoconf.h") &&
          fs::exists(Entry.path() / "Makefile"))
        Found.push_back(Entry.path().string());
  return Found.empty() ? "" : *std::min_element(Found.begin(), Found.end());
}

std::string installedSource() {
  std::vector<std::string> Found;
  if (fs::exists("/usr/src"))
    for (const fs::directory_entry &Entry : fs::directory_iterator("/usr/src"))
      if (std::string Name = Entry.path().filename();
          Name.starts_with("linux-source-") && Name.ends_with(".tar.xz"))
        Found.push_back(Entry.path().string());
  return Found.empty() ? "" : *std::max_element(Found.begin(), Found.end());
}

/// Name -> size and time of change of all files below.
std::map<std::string, std::pair<uintmax_t, fs::file_time_type>>
contents(const std::string &Folder) {
  std::map<std::string, std::pair<uintmax_t, fs::file_time_type>> All;
  for (const fs::directory_entry &Entry : fs::recursive_directory_iterator(Folder))
    if (Entry.is_regular_file())
      All[Entry.path().string()] = {Entry.file_size(), Entry.last_write_time()};
  return All;
}

/// The module is built once for all tests.
class RealKbuildTest : public testing::Test {
protected:
  static void SetUpTestSuite() {
    Tree = std::make_unique<TempTree>();
    Headers = installedHeaders();
    Tree->write("mod/hello.c", "#include <linux/module.h>\n"
                               "#include <linux/mutex.h>\n"
                               "#include \"part.h\"\n"
                               "static DEFINE_MUTEX(lock);\n"
                               "static int __init hello(void)\n"
                               "{\n"
                               "\tmutex_lock(&lock);\n"
                               "\tpart(NAME KBUILD_MODNAME);\n"
                               "\tmutex_unlock(&lock);\n"
                               "\treturn 0;\n"
                               "}\n"
                               "module_init(hello);\n"
                               "MODULE_LICENSE(\"GPL\");\n");
    Tree->write("mod/part.h", "void part(const char *text);\n");
    Tree->write("mod/sub/part.c", "#include <linux/kernel.h>\n"
                                  "#include \"part.h\"\n"
                                  "void part(const char *text) { printk(\"%s\\n\", text); }\n");
    Tree->write("mod/Kbuild", "obj-m := my-mod.o\n"
                              "my-mod-y := hello.o sub/part.o\n"
                              "ccflags-y := -I$(src) -DNAME=\\\"my\\ mod\\\"\n");
  }
  static void TearDownTestSuite() { Tree.reset(); }

  void SetUp() override {
    ASSERT_FALSE(Headers.empty()) << "install a linux-headers package";
    if (fs::exists(Tree->path("mod/hello.o")))
      return;
    ASSERT_TRUE(runs("env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -C " + shellWord(Headers) +
                         " M=" + shellWord(Tree->path("mod")) + " modules",
                     Tree->path("make.log")));
  }

  KbuildCommands collect() {
    llvm::Expected<KbuildCommands> Result = collectKbuildCommands({{Tree->path("mod")}, ""});
    if (!Result) {
      ADD_FAILURE() << llvm::toString(Result.takeError());
      return {};
    }
    return std::move(*Result);
  }

  static std::unique_ptr<TempTree> Tree;
  static std::string Headers;
};

std::unique_ptr<TempTree> RealKbuildTest::Tree;
std::string RealKbuildTest::Headers;

TEST_F(RealKbuildTest, TheDatabaseIsThatOfTheKernelsScript) {
  std::string Source = installedSource();
  ASSERT_FALSE(Source.empty()) << "install a linux-source package";
  std::string Script = Tree->path("gen_compile_commands.py");
  if (!fs::exists(Script)) { // most of a minute's work is unpacking: stop at the first match
    ASSERT_TRUE(
        runs("tar -xJOf " + shellWord(Source) +
                 " --wildcards --occurrence=1 '*/scripts/clang-tools/gen_compile_commands.py' > " +
                 shellWord(Script) + " && test -s " + shellWord(Script),
             Tree->path("tar.log")));
  }
  std::vector<KbuildCommand> Commands = collect().Commands;
  ASSERT_EQ(Commands.size(), 3u) << "hello.c, sub/part.c and my-mod.mod.c";
  std::string Expected = Tree->path("expected.json");
  ASSERT_TRUE(runs("python3 " + shellWord(Script) + " -d " + shellWord(Commands[0].Directory) +
                       " -o " + shellWord(Expected) + " " + shellWord(Tree->path("mod")),
                   Tree->path("script.log")));
  std::string Ours;
  llvm::raw_string_ostream OS(Ours);
  writeDatabase(OS, Commands);
  std::stringstream Theirs;
  Theirs << std::ifstream(Expected).rdbuf() << "\n";
  EXPECT_EQ(OS.str(), Theirs.str());
}

TEST_F(RealKbuildTest, TheKernelsBuildFolderIsFound) {
  for (const KbuildCommand &Command : collect().Commands)
    EXPECT_EQ(Command.Directory, fs::canonical(Headers).string()) << Command.File;
}

TEST_F(RealKbuildTest, ClangParsesWithTheDatabaseAndWritesNothing) {
  {
    std::error_code Bad;
    llvm::raw_fd_ostream OS(Tree->path("compile_commands.json"), Bad);
    writeDatabase(OS, collect().Commands);
  }
  llvm::Expected<CompileJobs> Database = readCompileJobs({Tree->Root, {}, ""});
  ASSERT_TRUE(static_cast<bool>(Database)) << llvm::toString(Database.takeError());
  ASSERT_EQ(Database->Jobs.size(), 3u);
  EXPECT_EQ(Database->SourceRoot, Tree->Root);

  // The resource directory is PREFIX/lib/clang/VERSION.
  std::string Resource = llvm::cantFail(findResourceDirectory());
  std::string Clang = fs::path(Resource).parent_path().parent_path().parent_path() / "bin/clang";
  ASSERT_TRUE(fs::exists(Clang)) << "install clang";
  auto Before = contents(Tree->path("mod"));
  for (const CompileJob &Job : Database->Jobs) {
    std::string Command = "cd " + shellWord(Job.Directory) + " && " + shellWord(Clang);
    for (size_t I = 1; I != Job.Arguments.size(); ++I)
      Command += " " + shellWord(Job.Arguments[I]);
    Command += " -fsyntax-only " + shellWord(Job.Source);
    EXPECT_TRUE(runs(Command, Tree->path("clang.log")));
    EXPECT_EQ(fs::file_size(Tree->path("clang.log")), 0u)
        << "Clang said something about " << Command;
  }
  EXPECT_EQ(contents(Tree->path("mod")), Before);
}

} // namespace
