//===- CmdFilesTest.cpp - Databases out of Kbuild's .cmd files ------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/CmdFiles.h"
#include "TempTree.h"
#include "llvm/Support/raw_ostream.h"

using namespace lockorder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

class CmdFilesTest : public testing::Test {
protected:
  /// A source, and the .cmd file that Kbuild leaves after compiling it.
  void compiled(const std::string &Folder, const std::string &Cmd, const std::string &Line,
                const std::string &Source) {
    Tree.write(Source);
    Tree.write(Folder + "/" + Cmd, Line + "\n\nsource_x.o := x.c\ncmd_not.o := gcc not.c\n");
  }

  KbuildCommands collect(const KbuildQuery &Query) {
    llvm::Expected<KbuildCommands> Result = collectKbuildCommands(Query);
    if (!Result) {
      ADD_FAILURE() << llvm::toString(Result.takeError());
      return {};
    }
    return std::move(*Result);
  }

  std::string errorOf(const KbuildQuery &Query) {
    llvm::Expected<KbuildCommands> Result = collectKbuildCommands(Query);
    return Result ? "no error" : llvm::toString(Result.takeError());
  }

  /// What Kbuild needs and leaves in a folder where a kernel was configured.
  void kernelBuild(const std::string &Folder, const std::string &Release) {
    Tree.write(Folder + "/include/generated/autoconf.h");
    Tree.write(Folder + "/include/generated/utsrelease.h",
               "#define UTS_RELEASE \"" + Release + "\"\n");
    std::filesystem::create_directories(Tree.path(Folder + "/arch/x86/include/generated"));
  }

  /// A module of Linux 6.12 or older: absolute names, compiled in the kernel's build folder.
  void module(const std::string &Folder, const std::string &Includes,
              const std::string &Release = "") {
    std::string Base = Tree.path(Folder + "/m");
    compiled(Folder, ".m.o.cmd",
             "cmd_" + Base + ".o :=  gcc " + Includes + " -D__KERNEL__ -c -o " + Base + ".o " +
                 Base + ".c   ; ./tools/objtool/objtool --module " + Base + ".o",
             Folder + "/m.c");
    if (Release.empty())
      return;
    Tree.write(Folder + "/modules.order", Base + ".ko\n");
    Tree.write(Folder + "/m.ko", std::string("\x7f"
                                             "ELF\0",
                                             5) +
                                     "vermagic=" + Release + " SMP" + std::string(1, '\0'));
  }

  TempTree Tree;
};

TEST_F(CmdFilesTest, AnInTreeBuildIsRelativeToItsFolder) {
  compiled(
      "linux/kernel", ".fork.o.cmd",
      "savedcmd_kernel/fork.o := gcc -Wp,-MMD,kernel/.fork.o.d -c -o kernel/fork.o kernel/fork.c  ",
      "linux/kernel/fork.c");
  compiled("linux/init", ".main.o.cmd", "cmd_init/main.o := gcc -c -o init/main.o init/main.c",
           "linux/init/main.c");
  KbuildCommands Result = collect({{Tree.path("linux")}, ""});
  EXPECT_EQ(Result.CmdFiles, 2u);
  EXPECT_THAT(Result.Commands,
              ElementsAre(KbuildCommand{Tree.path("linux"), Tree.path("linux/init/main.c"),
                                        "gcc -c -o init/main.o init/main.c"},
                          KbuildCommand{
                              Tree.path("linux"), Tree.path("linux/kernel/fork.c"),
                              "gcc -Wp,-MMD,kernel/.fork.o.d -c -o kernel/fork.o kernel/fork.c"}));

  // Any part of it may be named, and more than once: the build's folder stays the same.
  WorkIn Here(Tree.path("linux/kernel"));
  Result = collect({{".", "../kernel"}, ""});
  ASSERT_EQ(Result.Commands.size(), 1u);
  EXPECT_EQ(Result.Commands[0].Directory, Tree.path("linux"));
  EXPECT_EQ(collect({}).Commands, Result.Commands) << "no folder means the current one";
}

TEST_F(CmdFilesTest, AnObjectMayLieBesideTheFolderThatBuildsIt) {
  compiled("linux/virt/kvm", ".kvm_main.o.cmd",
           "savedcmd_arch/x86/kvm/../../../virt/kvm/kvm_main.o := gcc -c "
           "arch/x86/kvm/../../../virt/kvm/kvm_main.c",
           "linux/virt/kvm/kvm_main.c");
  std::filesystem::create_directories(Tree.path("linux/arch/x86/kvm"));
  KbuildCommands Result = collect({{Tree.path("linux")}, ""});
  ASSERT_EQ(Result.Commands.size(), 1u);
  EXPECT_EQ(Result.Commands[0].Directory, Tree.path("linux"));
  EXPECT_EQ(Result.Commands[0].File, Tree.path("linux/virt/kvm/kvm_main.c"));
}

TEST_F(CmdFilesTest, AnOutputFolderHasItsSourcesElsewhere) {
  std::string Source = Tree.write("src/kernel/fork.c");
  Tree.write("out/kernel/.fork.o.cmd",
             "savedcmd_kernel/fork.o := gcc -c -o kernel/fork.o " + Source + "\n");
  Tree.write("out/init/.main.o.cmd",
             "savedcmd_init/main.o := gcc -c -o init/main.o ../src/init/main.c\n");
  Tree.write("src/init/main.c");
  KbuildCommands Result = collect({{Tree.path("out")}, ""});
  ASSERT_EQ(Result.Commands.size(), 2u);
  EXPECT_EQ(Result.Commands[0].Directory, Tree.path("out"));
  EXPECT_EQ(Result.Commands[0].File, Tree.path("src/init/main.c"));
  EXPECT_EQ(Result.Commands[1].File, Source);
}

TEST_F(CmdFilesTest, AModuleOfLinux613IsCompiledInItsOwnFolder) {
  compiled("mod", ".m.o.cmd", "savedcmd_m.o := gcc -I/usr/src/linux/include -c -o m.o m.c",
           "mod/m.c");
  KbuildCommands Result = collect({{Tree.path("mod")}, ""});
  ASSERT_EQ(Result.Commands.size(), 1u);
  EXPECT_EQ(Result.Commands[0].Directory, Tree.path("mod"));
}

// --- which lines are compilations
// --------------------------------------------------------------------

TEST_F(CmdFilesTest, OnlyCompilationsAreTaken) {
  compiled("k", ".a.o.cmd", "cmd_a.o := ld -r -o a.o b.o", "k/a.c");
  compiled("k", ".b.ko.cmd", "cmd_b.ko := gcc -c b.c", "k/b.c");
  compiled("k", ".c.o.cmd", "deps_c.o := c.c", "k/c.c");
  compiled("k", ".d.o.cmd", "cmd_d.o := gcc -c -o d.o d.c -lm", "k/d.c");
  compiled("k", ".e.o.cmd", "cmd_e.o := gcc -c -o e.o gone.c", "k/e.c");
  compiled("k", ".f.s.cmd", "cmd_f.s := gcc -S f.c", "k/f.c");
  compiled("k", ".g.o.cmd", "cmd_g.o := gcc -c -o g.o g.S ; true x.c y; false", "k/g.S");
  compiled("k", ".i.o.cmd", "cmd_i.o := i.c", "k/i.c");
  Tree.write("k/.empty.o.cmd", "");
  Tree.write("k/not-a.cmd", "cmd_h.o := gcc h.c\n");
  KbuildCommands Result = collect({{Tree.path("k")}, ""});
  EXPECT_THAT(Result.Problems, IsEmpty());
  ASSERT_EQ(Result.Commands.size(), 1u);
  EXPECT_EQ(Result.Commands[0].Command, "gcc -c -o g.o g.S");
}

TEST_F(CmdFilesTest, MakesEscapesOfTheHashAreUndone) {
  compiled("k", ".a.o.cmd", "cmd_a.o := gcc -DA='\\#' -DB='$(pound)$(pound)' -c -o a.o a.c",
           "k/a.c");
  EXPECT_EQ(collect({{Tree.path("k")}, ""}).Commands.at(0).Command,
            "gcc -DA='#' -DB='##' -c -o a.o a.c");
}

TEST_F(CmdFilesTest, FoldersThatTheKernelsScriptLeavesOutAreLeftOut) {
  for (const char *Folder : {"tools", "Documentation", "include", ".git"})
    compiled(std::string("k/") + Folder, ".a.o.cmd", "cmd_a.o := gcc -c a.c",
             std::string("k/") + Folder + "/a.c");
  compiled("k/arch/tools", ".a.o.cmd", "cmd_arch/tools/a.o := gcc -c arch/tools/a.c",
           "k/arch/tools/a.c");
  KbuildCommands Result = collect({{Tree.path("k")}, ""});
  ASSERT_EQ(Result.Commands.size(), 1u);
  EXPECT_EQ(Result.Commands[0].File, Tree.path("k/arch/tools/a.c"));
}

// --- modules of header packages
// --------------------------------------------------------------------------

const char *const Relative =
    "-I./arch/x86/include/generated -include ./include/generated/autoconf.h";

TEST_F(CmdFilesTest, AModulesKernelIsFoundBesideItsSourceTree) {
  // As Debian has it: the sources in ...-common, the build in ...-amd64.
  Tree.write("src/headers-common/include/linux/kconfig.h");
  kernelBuild("src/headers-amd64", "6.1.0-test-amd64");
  kernelBuild("src/headers-rt", "6.1.0-test-rt-amd64");
  std::string Common = " -include " + Tree.path("src/headers-common/include/linux/kconfig.h");
  module("mod", Relative + Common, "6.1.0-test-amd64");
  EXPECT_EQ(collect({{Tree.path("mod")}, ""}).Commands.at(0).Directory,
            Tree.path("src/headers-amd64"));

  module("mod", Relative + Common, "6.1.0-test-rt-amd64");
  EXPECT_EQ(collect({{Tree.path("mod")}, ""}).Commands.at(0).Directory,
            Tree.path("src/headers-rt"));
}

TEST_F(CmdFilesTest, AModuleThatWasNeverLinkedMayFitTwoKernels) {
  Tree.write("src/headers-common/include/linux/kconfig.h");
  kernelBuild("src/headers-amd64", "6.1.0-test-amd64");
  kernelBuild("src/headers-rt", "6.1.0-test-rt-amd64");
  module("mod",
         Relative + (" -include " + Tree.path("src/headers-common/include/linux/kconfig.h")));
  EXPECT_THAT(
      errorOf({{Tree.path("mod")}, ""}),
      AllOf(HasSubstr(Tree.path("src/headers-amd64") + " or " + Tree.path("src/headers-rt")),
            HasSubstr("name it as well: lockorder compdb KERNEL-FOLDER DIR")));
  // Either way of naming it settles the question.
  EXPECT_EQ(collect({{Tree.path("mod"), Tree.path("src/headers-rt")}, ""}).Commands.at(0).Directory,
            Tree.path("src/headers-rt"));
  EXPECT_EQ(collect({{Tree.path("mod")}, Tree.path("src/headers-rt")}).Commands.at(0).Directory,
            Tree.path("src/headers-rt"));
}

TEST_F(CmdFilesTest, AModulesKernelMayBeNowhere) {
  module("mod", Relative, "9.9.9-nowhere");
  EXPECT_THAT(errorOf({{Tree.path("mod")}, ""}),
              AllOf(HasSubstr(Tree.path("mod/.m.o.cmd") + ": the kernel build folder of"),
                    HasSubstr("(built for 9.9.9-nowhere) was not found")));
  // Another kernel's folder is not taken for it.
  kernelBuild("other", "6.1.0");
  EXPECT_THAT(errorOf({{Tree.path("mod")}, Tree.path("other")}), HasSubstr("was not found"));
  EXPECT_THAT(errorOf({{Tree.path("mod")}, Tree.path("absent")}), HasSubstr("no such folder"));
}

TEST_F(CmdFilesTest, OneModuleWithoutAKernelDoesNotCostTheOthers) {
  kernelBuild("here", "6.1.0");
  module("good", Relative, "6.1.0");
  module("bad", Relative, "9.9.9-nowhere");
  KbuildCommands Result = collect({{Tree.Root}, Tree.path("here")});
  ASSERT_EQ(Result.Commands.size(), 1u);
  EXPECT_EQ(Result.Commands[0].File, Tree.path("good/m.c"));
  EXPECT_THAT(Result.Problems, ElementsAre(HasSubstr("bad/.m.o.cmd")));
}

// --- bad input
// ---------------------------------------------------------------------------------------------

TEST_F(CmdFilesTest, AFolderWithoutCommandsIsAnError) {
  EXPECT_THAT(errorOf({{Tree.path("absent")}, ""}), HasSubstr("absent: there is no such folder"));
  EXPECT_THAT(errorOf({{Tree.Root}, ""}),
              HasSubstr(Tree.Root + ": no .cmd file of a compilation is here"));
}

TEST_F(CmdFilesTest, ABuildThatWasMovedPartlyIsTold) {
  compiled("copy", ".fork.o.cmd", "savedcmd_kernel/fork.o := gcc -c kernel/fork.c", "copy/fork.c");
  EXPECT_THAT(errorOf({{Tree.path("copy")}, ""}),
              HasSubstr(".fork.o.cmd: names its object kernel/fork.o, which is no part of"));
}

TEST(WriteDatabase, IsJsonWithSortedKeys) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  writeDatabase(OS, {{"/d", "/d/a.c", "gcc -DX='\"x\"' a.c"}});
  EXPECT_EQ(OS.str(), "[\n  {\n"
                      "    \"command\": \"gcc -DX='\\\"x\\\"' a.c\",\n"
                      "    \"directory\": \"/d\",\n"
                      "    \"file\": \"/d/a.c\"\n"
                      "  }\n]\n");
}

} // namespace
