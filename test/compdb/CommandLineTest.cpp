//===- CommandLineTest.cpp - What becomes of a compiler call --------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/CommandLine.h"
#include "compdb/CompileJobs.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace lockorder;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

namespace {

using Words = std::vector<std::string>;

/// The arguments for a command, without what every command gets ("clang" and the silenced
/// warnings).
Words arguments(const std::string &Command, Words *Dropped = nullptr) {
  Words Ignored;
  Words All = clangArguments(splitCommand(Command), Dropped ? *Dropped : Ignored);
  EXPECT_EQ(All.front(), "clang");
  EXPECT_EQ(All.back(), "-Wno-everything");
  return Words(All.begin() + 1, All.end() - 1);
}

Words dropped(const std::string &Command) {
  Words Names;
  arguments(Command, &Names);
  return Names;
}

std::string target(const std::string &Command) {
  size_t First = 0;
  return inferTarget(splitCommand(Command), First);
}

// --- splitting -----------------------------------------------------------------------------------

TEST(SplitCommand, FollowsTheShell) {
  EXPECT_THAT(splitCommand("  gcc  -c\ta.c\n"), ElementsAre("gcc", "-c", "a.c"));
  EXPECT_THAT(splitCommand("a 'b c' \"d e\" f\\ g"), ElementsAre("a", "b c", "d e", "f g"));
  EXPECT_THAT(splitCommand("x'y'\"z\""), ElementsAre("xyz"));
  EXPECT_THAT(splitCommand("a '' \"\""), ElementsAre("a", "", ""));
  EXPECT_THAT(splitCommand(""), IsEmpty());
}

TEST(SplitCommand, KeepsTheQuotesOfStringMacrosAsKbuildWritesThem) {
  // Since 2.6 in single quotes; ccflags of modules often with backslashes.
  EXPECT_THAT(splitCommand("-DKBUILD_MODNAME='\"foo\"'"), ElementsAre("-DKBUILD_MODNAME=\"foo\""));
  EXPECT_THAT(splitCommand("-DNAME=\\\"my\\ mod\\\""), ElementsAre("-DNAME=\"my mod\""));
  EXPECT_THAT(splitCommand("\"-DNAME=\\\"foo\\\"\""), ElementsAre("-DNAME=\"foo\""));
}

TEST(SplitCommand, TakesABackslashLiterallyWhereTheShellDoes) {
  EXPECT_THAT(splitCommand("'a\\nb' \"a\\nb\""), ElementsAre("a\\nb", "a\\nb"));
  EXPECT_THAT(splitCommand("\"a\\\\b\" \"\\$x\""), ElementsAre("a\\b", "$x"));
  EXPECT_THAT(splitCommand("a\\\n b"), ElementsAre("a", "b"));
}

// --- outputs -------------------------------------------------------------------------------------

TEST(ClangArguments, NeverNameAnOutput) {
  for (const char *Option : {"-o x.o",
                             "-ox.o",
                             "--output=x.o",
                             "-c",
                             "-S",
                             "-E",
                             "-MD",
                             "-MMD",
                             "-M",
                             "-MM",
                             "-MP",
                             "-MG",
                             "-MF x.d",
                             "-MFx.d",
                             "-MT x.o",
                             "-MTx.o",
                             "-MQ x.o",
                             "-MJ x.json",
                             "-Wp,-MD,x.d",
                             "-Wp,-MMD,x.d",
                             "-Wp,-MMD,x.d,-MT,x.o,-MP",
                             "-Wp,-MF,x.d",
                             "-save-temps",
                             "-save-temps=obj",
                             "--serialize-diagnostics x.dia",
                             "-dependency-file x.d",
                             "-gsplit-dwarf",
                             "-g",
                             "-ggdb3",
                             "-fprofile-arcs",
                             "-fprofile-generate=x",
                             "-ftest-coverage",
                             "-ftime-trace=x",
                             "-fstack-usage",
                             "-fdump-tree-all",
                             "-dumpdir x",
                             "-fcallgraph-info=su",
                             "-foptimization-record-file=x",
                             "-fcrash-diagnostics-dir=x",
                             "-Xclang -load",
                             "-Xpreprocessor -MD",
                             "-aux-info x",
                             "-Wa,-alh=x",
                             "-Wl,-Map=x",
                             "-fplugin=x.so"})
    EXPECT_THAT(arguments(std::string("gcc -DA ") + Option + " -DB x.c"), ElementsAre("-DA", "-DB"))
        << Option;
}

TEST(ClangArguments, KeepWhatElseIsInsideAPreprocessorOption) {
  EXPECT_THAT(arguments("gcc -Wp,-DX=1,-MMD,.x.o.d,-UY,-I,inc x.c"),
              ElementsAre("-DX=1", "-UY", "-I", "inc"));
  EXPECT_THAT(arguments("gcc -Xpreprocessor -DX -Xpreprocessor -MD x.c"), ElementsAre("-DX"));
}

TEST(ClangArguments, RememberTheOutput) {
  EXPECT_EQ(understandCommand({"gcc", "-o", "a.o", "-ob.o", "a.c"}).Output, "b.o");
  EXPECT_EQ(understandCommand({"gcc", "-c", "a.c"}).Output, "");
  // The value of another option is no output.
  EXPECT_EQ(understandCommand({"gcc", "-include", "-ox", "a.c"}).Output, "");
}

TEST(ClangArguments, NameNoInput) {
  EXPECT_THAT(arguments("gcc -DA x.c y.o - -DB"), ElementsAre("-DA", "-DB"));
}

TEST(ClangArguments, SurviveAnOptionWhoseValueIsMissing) {
  for (const char *Option :
       {"-o", "-include", "-I", "-Xclang", "-Xpreprocessor", "--param", "-Wp,"})
    EXPECT_THAT(arguments(std::string("gcc -DA ") + Option), ElementsAre("-DA")) << Option;
  EXPECT_THAT(clangArguments({}, *std::make_unique<Words>()),
              ElementsAre("clang", "-Wno-everything"));
}

// --- what a parser must see
// ------------------------------------------------------------------------

TEST(ClangArguments, KeepWhatChangesWhatAParserSees) {
  const std::string Options =
      "-nostdinc -I./include -I ../x -isystem /s -iquote q -idirafter d -include ./k.h -imacros "
      "m.h "
      "-D__KERNEL__ -DX=1 -D Y -U Z -std=gnu11 -O2 -fshort-wchar -funsigned-char -ffreestanding "
      "-fno-builtin -fno-builtin-wcslen -fms-extensions -fno-PIE -fpic -fcf-protection=branch "
      "-fno-delete-null-pointer-checks -fno-strict-overflow -fstrict-flex-arrays=3 "
      "-fmacro-prefix-map=./= -fsanitize=kernel-address -m16 -m32 -m64 -march=i386 -mcmodel=kernel "
      "-mno-sse -mno-avx512f -mno-80387 -msoft-float -mregparm=3 -mabi=lp64d -x c";
  EXPECT_EQ(arguments("gcc " + Options + " a.c"), splitCommand(Options));
}

TEST(ClangArguments, ReplaceAllWarningsByOne) {
  Words Names;
  EXPECT_THAT(arguments("gcc -Wall -Werror -Werror=vla -Wno-array-bounds -Wimplicit-fallthrough=5 "
                        "-pedantic-errors a.c",
                        &Names),
              IsEmpty());
  EXPECT_THAT(Names, IsEmpty()) << "nobody misses a warning";
}

TEST(ClangArguments, ForgetWhatOnlyChangesGeneratedCode) {
  Words Names;
  EXPECT_THAT(
      arguments("clang -fpatchable-function-entry=16,16 -falign-functions=16 -mtune=generic "
                "-fomit-frame-pointer -mretpoline-external-thunk -mfunction-return=thunk "
                "-mllvm -asan-stack=1 -flto=thin -pg -mfentry -mstack-alignment=8 -mno-red-zone "
                "-frandomize-layout-seed-file=./seed a.c",
                &Names),
      IsEmpty());
  EXPECT_THAT(Names, IsEmpty());
}

// --- what only GCC knows
// -----------------------------------------------------------------------------

TEST(ClangArguments, DropWhatOnlyGccKnowsAndTellItsName) {
  EXPECT_THAT(dropped("gcc -mpreferred-stack-boundary=3 -mindirect-branch=thunk-extern "
                      "-mindirect-branch-register -fno-allow-store-data-races -fconserve-stack "
                      "--param asan-stack=1 --param=asan-globals=1 -fconserve-stack a.c"),
              ElementsAre("--param", "--param=", "-fconserve-stack", "-fno-allow-store-data-races",
                          "-mindirect-branch-register",
                          "-mindirect-branch=", "-mpreferred-stack-boundary="));
}

TEST(ClangArguments, DropWhatNobodyHasHeardOf) {
  Words Names;
  EXPECT_THAT(arguments("gcc-99 -DA -fbrand-new=7 -mno-such-thing --strange -Zx -DB a.c", &Names),
              ElementsAre("-DA", "-DB"));
  EXPECT_THAT(Names, ElementsAre("--strange", "-Zx", "-fbrand-new=", "-mno-such-thing"));
}

TEST(ClangArguments, DropPluginsWithTheirOptions) {
  EXPECT_THAT(dropped("gcc -fplugin=./p.so -fplugin-arg-p-x=1 a.c"),
              ElementsAre("-fplugin-arg-p-x=", "-fplugin="));
}

TEST(ClangArguments, TranslateSanitizers) {
  EXPECT_THAT(
      arguments("gcc -fsanitize=bounds-strict,kernel-address,cfi-icall -fsanitize=shift a.c"),
      ElementsAre("-fsanitize=array-bounds", "-fsanitize=kernel-address", "-fsanitize=shift"));
}

TEST(ClangArguments, TranslatePlan9Extensions) {
  EXPECT_THAT(arguments("gcc -fplan9-extensions a.c"), ElementsAre("-fms-extensions"));
}

TEST(ClangArguments, UseClangsBuiltinHeadersInPlaceOfGccs) {
  // Kernels before 5.16, and arm_neon.h since.
  EXPECT_THAT(arguments("gcc -nostdinc -isystem /usr/lib/gcc/x86_64-linux-gnu/12/include -I. a.c"),
              ElementsAre("-nostdlibinc", "-I."));
  EXPECT_THAT(arguments("clang-17 -nostdinc -isystem /usr/lib/llvm-17/lib/clang/17/include a.c"),
              ElementsAre("-nostdlibinc"));
  EXPECT_THAT(arguments("gcc -nostdinc -isystem /usr/include/x a.c"),
              ElementsAre("-nostdinc", "-isystem", "/usr/include/x"));
}

// --- targets
// ---------------------------------------------------------------------------------------

TEST(Target, IsInTheCompilersName) {
  EXPECT_EQ(target("aarch64-linux-gnu-gcc -c a.c"), "aarch64-linux-gnu");
  EXPECT_EQ(target("arm-linux-gnueabihf-gcc-12"), "arm-linux-gnueabihf");
  EXPECT_EQ(target("/opt/x/bin/riscv64-unknown-linux-gnu-gcc-13.2"), "riscv64-unknown-linux-gnu");
  EXPECT_EQ(target("x86_64-linux-gnu-clang-19"), "x86_64-linux-gnu");
  EXPECT_EQ(target("s390x-linux-gnu-cc"), "s390x-linux-gnu");
}

TEST(Target, IsFoundBehindLaunchers) {
  EXPECT_EQ(target("ccache /usr/bin/aarch64-linux-gnu-gcc-12 a.c"), "aarch64-linux-gnu");
  EXPECT_EQ(target("env CCACHE_DIR=/c ccache arm-linux-gnueabi-gcc a.c"), "arm-linux-gnueabi");
  EXPECT_THAT(arguments("ccache gcc -DA a.c"), ElementsAre("-DA"));
}

TEST(Target, IsNotInANameThatOnlyLooksLikeIt) {
  for (const char *Compiler : {"gcc", "gcc-12", "clang-19", "my-gcc", "musl-gcc", "/x86_64/bin/cc"})
    EXPECT_EQ(target(std::string(Compiler) + " -c a.c"), "") << Compiler;
}

TEST(Target, IsTakenFromKbuildsIncludePathSoThatAnyMachineCanAnalyse) {
  EXPECT_EQ(target("gcc -nostdinc -I./arch/x86/include -I./include"), "x86_64-linux-gnu");
  EXPECT_EQ(target("gcc -I/usr/src/linux/arch/arm64/include"), "aarch64-linux-gnu");
  EXPECT_EQ(target("gcc -I./arch/riscv/include -march=rv32ima"), "riscv32-linux-gnu");
  EXPECT_EQ(target("gcc -I./arch/um/include -I./arch/x86/um"), "");
  EXPECT_EQ(target("gcc -I./search/x86/include"), "");
}

TEST(Target, IsTheCommandsOwnWhereItNamesOne) {
  EXPECT_THAT(arguments("clang --target=arm-linux-gnueabi -I./arch/arm64/include a.c"),
              ElementsAre("--target=arm-linux-gnueabi", "-I./arch/arm64/include"));
  EXPECT_THAT(arguments("aarch64-linux-gnu-gcc -DA a.c"),
              ElementsAre("--target=aarch64-linux-gnu", "-DA"));
}

TEST(Target, DecidesWhatAnAbiIsCalled) {
  EXPECT_THAT(arguments("aarch64-linux-gnu-gcc -mabi=lp64 a.c"), Not(Contains("-mabi=lp64")));
  EXPECT_THAT(arguments("riscv64-linux-gnu-gcc -mabi=lp64 a.c"), Contains("-mabi=lp64"));
}

TEST(Target, Arm64KernelCommandOfGcc) {
  Words Names;
  EXPECT_THAT(
      arguments("ccache /usr/bin/aarch64-linux-gnu-gcc-12 -Wp,-MMD,.a.o.d -nostdinc -D__KERNEL__ "
                "-mlittle-endian -mgeneral-regs-only -mabi=lp64 -mbranch-protection=pac-ret "
                "-Wa,-march=armv8.5-a -DASM_ARCH='\"armv8.5-a\"' -fno-section-anchors "
                "-mstack-protector-guard=sysreg -mstack-protector-guard-reg=sp_el0 -c -o a.o a.c",
                &Names),
      ElementsAre("--target=aarch64-linux-gnu", "-nostdinc", "-D__KERNEL__", "-mlittle-endian",
                  "-mgeneral-regs-only", "-mbranch-protection=pac-ret",
                  "-DASM_ARCH=\"armv8.5-a\""));
  EXPECT_THAT(Names, ElementsAre("-fno-section-anchors"));
}

// --- kernel or not
// ---------------------------------------------------------------------------------

TEST(Kernel, IsToldByItsMacro) {
  EXPECT_TRUE(understandCommand({"gcc", "-D__KERNEL__", "a.c"}).IsKernel);
  EXPECT_TRUE(understandCommand({"gcc", "-D", "__KERNEL__=1", "a.c"}).IsKernel);
  EXPECT_FALSE(understandCommand({"gcc", "-D__KERNEL__", "-U__KERNEL__", "a.c"}).IsKernel);
  EXPECT_FALSE(understandCommand({"gcc", "-D__KERNEL__X", "a.c"}).IsKernel);
  EXPECT_FALSE(understandCommand({"gcc", "a.c"}).IsKernel);
}

} // namespace
