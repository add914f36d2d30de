//===- FlagTable.cpp - What each compiler option means to a parser --------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/FlagTable.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"

namespace lockorder {
namespace {

using enum FlagForm;
using enum FlagFate;

struct Row {
  llvm::StringLiteral Name;
  FlagForm Form;
  FlagFate Fate;
};

// Options other than -f, -m and -W.
constexpr Row General[] = {
    // The preprocessor and the language.
    {"-D", Either, Keep},
    {"-U", Either, Keep},
    {"-I", Either, Keep},
    {"-include", Next, Keep},
    {"-imacros", Next, Keep},
    {"-iquote", Either, Keep},
    {"-isystem", Either, System},
    {"-idirafter", Either, System},
    {"-isysroot", Either, Keep},
    {"-iprefix", Either, Keep},
    {"-iwithprefix", Either, Keep},
    {"-iwithprefixbefore", Either, Keep},
    {"-imultilib", Next, Count},
    {"-imultiarch", Next, Count},
    {"--sysroot", Next, Keep},
    {"--sysroot=", Joined, Keep},
    {"--target=", Joined, Keep},
    {"-target", Next, Keep},
    {"-working-directory", Next, Keep},
    {"-working-directory=", Joined, Keep},
    {"-nostdinc", Alone, Keep},
    {"-nostdlibinc", Alone, Keep},
    {"-nobuiltininc", Alone, Keep},
    {"-undef", Alone, Keep},
    {"-trigraphs", Alone, Keep},
    {"-ansi", Alone, Keep},
    {"-std=", Joined, Keep},
    {"--std=", Joined, Keep},
    {"-x", Either, Keep},
    {"-O", Joined, Keep}, // __OPTIMIZE__
    {"-EB", Alone, Keep},
    {"-EL", Alone, Keep},
    {"-pthread", Alone, Keep},
    {"-Xpreprocessor", Next, Nested},
    // Outputs, dependency files, and what prints to the terminal.
    {"-o", Either, Output},
    {"--output=", Joined, Output},
    {"-M", Alone, Ignore},
    {"-MM", Alone, Ignore},
    {"-MD", Alone, Ignore},
    {"-MMD", Alone, Ignore},
    {"-MG", Alone, Ignore},
    {"-MP", Alone, Ignore},
    {"-MV", Alone, Ignore},
    {"-MF", Either, Ignore},
    {"-MT", Either, Ignore},
    {"-MQ", Either, Ignore},
    {"-MJ", Either, Ignore},
    {"-c", Alone, Ignore},
    {"-S", Alone, Ignore},
    {"-E", Alone, Ignore},
    {"-P", Alone, Ignore},
    {"-C", Alone, Ignore},
    {"-CC", Alone, Ignore},
    {"-H", Alone, Ignore},
    {"-v", Alone, Ignore},
    {"-###", Alone, Ignore},
    {"-Q", Joined, Ignore},
    {"-d", Joined, Ignore},
    {"-dumpbase", Next, Ignore},
    {"-dumpbase-ext", Next, Ignore},
    {"-dumpdir", Next, Ignore},
    {"-aux-info", Next, Ignore},
    {"-save-temps", Joined, Ignore},
    {"--save-temps", Joined, Ignore},
    {"--serialize-diagnostics", Next, Ignore},
    {"-serialize-diagnostics", Next, Ignore},
    {"-dependency-file", Next, Ignore},
    {"-dependency-dot", Next, Ignore},
    {"-index-store-path", Next, Ignore},
    {"-emit-llvm", Alone, Ignore},
    {"-include-pch", Next, Ignore},
    {"-pipe", Alone, Ignore},
    {"-time", Joined, Ignore},
    {"--compile", Alone, Ignore},
    {"--verbose", Alone, Ignore},
    // Generated code, debug information, assembler, linker.
    {"-g", Joined, Ignore},
    {"-p", Alone, Ignore},
    {"-pg", Alone, Ignore},
    {"-pie", Alone, Ignore},
    {"-no-pie", Alone, Ignore},
    {"-pedantic", Joined, Ignore},
    {"-G", Either, Ignore},
    {"-B", Either, Ignore},
    {"--prefix=", Joined, Ignore},
    {"--gcc-toolchain=", Joined, Ignore},
    {"-gcc-toolchain", Next, Ignore},
    {"-resource-dir", Next, Ignore}, // the caller's own
    {"-resource-dir=", Joined, Ignore},
    {"-no-canonical-prefixes", Alone, Ignore},
    {"-no-integrated-cpp", Alone, Ignore},
    {"-no-integrated-as", Alone, Ignore},
    {"-integrated-as", Alone, Ignore},
    {"-Xassembler", Next, Ignore},
    {"-Xlinker", Next, Ignore},
    {"-mllvm", Next, Ignore},
    {"-Xclang", Next, Count},
    {"--param", Next, Count},
    {"--param=", Joined, Count},
    {"-L", Either, Ignore},
    {"-l", Either, Ignore},
    {"-T", Either, Ignore},
    {"-e", Next, Ignore},
    {"-u", Either, Ignore},
    {"-z", Either, Ignore},
    {"-r", Alone, Ignore},
    {"-s", Alone, Ignore},
    {"-nostdlib", Alone, Ignore},
    {"-nostartfiles", Alone, Ignore},
    {"-nodefaultlibs", Alone, Ignore},
    {"-shared", Joined, Ignore},
    {"-static", Joined, Ignore},
    {"-rdynamic", Alone, Ignore},
    {"-fuse-ld=", Joined, Ignore},
};

// -fNAME and -fno-NAME alike; the names are without "-f" and "no-".
constexpr Row Features[] = {
    {"asm", Alone, Keep},
    {"asynchronous-unwind-tables", Alone, Keep}, // __GCC_HAVE_DWARF2_CFI_ASM
    {"blocks", Alone, Keep},
    {"builtin", Joined, Keep},
    {"cf-protection", Joined, Keep}, // __CET__
    {"char8_t", Alone, Keep},
    {"delete-null-pointer-checks", Alone, Keep},
    {"dollars-in-identifiers", Alone, Keep},
    {"dwarf2-cfi-asm", Alone, Keep},
    {"exceptions", Alone, Keep},
    {"exec-charset=", Joined, Keep},
    {"fast-math", Alone, Keep},
    {"file-prefix-map=", Joined, Keep}, // __FILE__
    {"finite-math-only", Alone, Keep},
    {"freestanding", Alone, Keep},
    {"gnu89-inline", Alone, Keep},
    {"hosted", Alone, Keep},
    {"input-charset=", Joined, Keep},
    {"lax-vector-conversions", Joined, Keep},
    {"macro-prefix-map=", Joined, Keep},
    {"math-errno", Alone, Keep},
    {"ms-extensions", Alone, Keep},
    {"pack-struct", Joined, Keep},
    {"pic", Alone, Keep}, // __pic__
    {"pie", Alone, Keep},
    {"PIC", Alone, Keep},
    {"PIE", Alone, Keep},
    {"sanitize=", Joined, Sanitize},
    {"sanitize-coverage=", Joined, Keep}, // __has_feature(coverage_sanitizer)
    {"short-enums", Alone, Keep},
    {"short-wchar", Alone, Keep},
    {"signed-char", Alone, Keep},
    {"signed-zeros", Alone, Keep},
    {"stack-protector", Alone, Keep}, // __SSP__
    {"stack-protector-all", Alone, Keep},
    {"stack-protector-strong", Alone, Keep},
    {"strict-flex-arrays", Joined, Keep},
    {"strict-overflow", Alone, Keep}, // its negative is -fwrapv
    {"trapv", Alone, Keep},
    {"unsigned-char", Alone, Keep},
    {"unwind-tables", Alone, Keep},
    {"visibility=", Joined, Keep},
    {"wrapv", Alone, Keep},

    {"addrsig", Alone, Ignore},
    {"align-functions", Joined, Ignore},
    {"align-loops", Joined, Ignore},
    {"call-saved-", Joined, Ignore},
    {"color-diagnostics", Joined, Ignore},
    {"common", Alone, Ignore},
    {"coverage-mapping", Alone, Ignore},
    {"crash-diagnostics-dir=", Joined, Ignore},
    {"data-sections", Alone, Ignore},
    {"debug-", Joined, Ignore},
    {"diagnostics-", Joined, Ignore},
    {"direct-access-external-data", Alone, Ignore},
    {"discard-value-names", Alone, Ignore},
    {"dump-", Joined, Ignore},
    {"dwarf-directory-asm", Alone, Ignore},
    {"eliminate-unused-debug-types", Alone, Ignore},
    {"error-limit=", Joined, Ignore},
    {"excess-precision=", Joined, Ignore},
    {"experimental-", Joined, Ignore},
    {"fat-lto-objects", Alone, Ignore},
    {"fixed-", Joined, Ignore},
    {"fp-contract=", Joined, Ignore},
    {"function-sections", Alone, Ignore},
    {"ident", Alone, Ignore},
    {"inline", Alone, Ignore},
    {"inline-functions", Alone, Ignore},
    {"instrument-functions", Joined, Ignore},
    {"integrated-as", Alone, Ignore},
    {"jump-tables", Alone, Ignore},
    {"keep-static-consts", Alone, Ignore},
    {"lto", Joined, Ignore},
    {"merge-all-constants", Alone, Ignore},
    {"message-length=", Joined, Ignore},
    {"omit-frame-pointer", Alone, Ignore},
    {"optimize-sibling-calls", Alone, Ignore},
    {"optimization-record-file=", Joined, Ignore},
    {"patchable-function-entry=", Joined, Ignore},
    {"plt", Alone, Ignore},
    {"proc-stat-report", Joined, Ignore},
    {"profile", Joined, Ignore},
    {"randomize-layout-seed", Joined, Ignore}, // locks are named by field, not by offset
    {"random-seed=", Joined, Ignore},
    {"record-gcc-switches", Alone, Ignore},
    {"sanitize-", Joined, Ignore},
    {"reg-struct-return", Alone, Ignore},
    {"save-optimization-record", Joined, Ignore},
    {"semantic-interposition", Alone, Ignore},
    {"signed-bitfields", Alone, Ignore},
    {"split-dwarf-inlining", Alone, Ignore},
    {"split-lto-unit", Alone, Ignore},
    {"split-machine-functions", Alone, Ignore},
    {"stack-check", Alone, Ignore},
    {"stack-clash-protection", Alone, Ignore},
    {"stack-usage", Alone, Ignore},
    {"strict-aliasing", Alone, Ignore},
    {"syntax-only", Alone, Ignore},
    {"temp-file", Alone, Ignore},
    {"test-coverage", Alone, Ignore},
    {"time-report", Joined, Ignore},
    {"time-trace", Joined, Ignore},
    {"trapping-math", Alone, Ignore},
    {"tree-slp-vectorize", Alone, Ignore},
    {"tree-vectorize", Alone, Ignore},
    {"trivial-auto-var-init", Joined, Ignore},
    {"unroll-loops", Alone, Ignore},
    {"use-ld=", Joined, Ignore},
    {"var-tracking", Alone, Ignore},
    {"vectorize", Alone, Ignore},
    {"slp-vectorize", Alone, Ignore},
    {"verbose-asm", Alone, Ignore},
    {"virtual-function-elimination", Alone, Ignore},
    {"whole-program-vtables", Alone, Ignore},
    {"zero-call-used-regs=", Joined, Ignore},
    {"zero-initialized-in-bss", Alone, Ignore},
};

// -mNAME and -mno-NAME alike. Most of these define or remove a macro.
constexpr Row Machine[] = {
    {"16", Alone, Keep},
    {"32", Alone, Keep},
    {"64", Alone, Keep},
    {"x32", Alone, Keep},
    {"abi=", Joined, Keep},
    {"abicalls", Alone, Keep},
    {"arch=", Joined, Keep},
    {"arm", Alone, Keep},
    {"big-endian", Alone, Keep},
    {"branch-protection=", Joined, Keep},
    {"cmodel=", Joined, Keep},
    {"cpu=", Joined, Keep},
    {"dsp", Joined, Keep},
    {"float-abi=", Joined, Keep},
    {"fp32", Alone, Keep},
    {"fp64", Alone, Keep},
    {"fpu=", Joined, Keep},
    {"general-regs-only", Alone, Keep},
    {"hard-float", Alone, Keep},
    {"ips", Joined, Keep},
    {"little-endian", Alone, Keep},
    {"long-double-", Joined, Keep},
    {"micromips", Alone, Keep},
    {"ms-bitfields", Alone, Keep},
    {"nan=", Joined, Keep},
    {"regparm=", Joined, Keep},
    {"soft-float", Alone, Keep},
    {"strict-align", Alone, Keep},
    {"thumb", Alone, Keep},
    {"unaligned-access", Alone, Keep},

    {"3dnow", Alone, Ignore}, // gone from Clang 20; no kernel code asks for its macro
    {"3dnowa", Alone, Ignore},
    {"align-double", Alone, Ignore},
    {"backchain", Alone, Ignore},
    {"check-zero-division", Alone, Ignore},
    {"fentry", Alone, Ignore},
    {"fp-ret-in-387", Alone, Ignore},
    {"function-return=", Joined, Ignore},
    {"glibc", Alone, Ignore},
    {"harden-sls=", Joined, Ignore},
    {"implicit-float", Alone, Ignore},
    {"implicit-it=", Joined, Ignore},
    {"indirect-branch-cs-prefix", Alone, Ignore},
    {"inline-all-stringops", Alone, Ignore},
    {"long-calls", Alone, Ignore},
    {"lvi-cfi", Alone, Ignore},
    {"nop-mcount", Alone, Ignore},
    {"odd-spreg", Alone, Ignore},
    {"omit-leaf-frame-pointer", Alone, Ignore},
    {"outline-atomics", Alone, Ignore},
    {"packed-stack", Alone, Ignore},
    {"pcrel", Alone, Ignore},
    {"prefixed", Alone, Ignore},
    {"record-mcount", Alone, Ignore},
    {"red-zone", Alone, Ignore},
    {"relax", Alone, Ignore},
    {"retpoline", Joined, Ignore},
    {"save-restore", Alone, Ignore},
    {"sign-return-address=", Joined, Ignore},
    {"skip-rax-setup", Alone, Ignore},
    {"speculative-load-hardening", Alone, Ignore},
    {"stack-alignment=", Joined, Ignore},
    {"stack-arg-probe", Alone, Ignore},
    {"stack-protector-guard", Joined, Ignore},
    {"tls-dialect=", Joined, Ignore},
    {"tls-direct-seg-refs", Alone, Ignore},
    {"tp=", Joined, Ignore},
    {"tune=", Joined, Ignore},
    {"unaligned-symbols", Alone, Ignore},
    {"vzeroupper", Alone, Ignore},
};

// Instruction sets of GCC and Clang alike: -mNAME, -mno-NAME.
constexpr llvm::StringLiteral InstructionSets[] = {
    "80387",         "adx",    "aes",        "altivec",  "amx-bf16",   "amx-int8", "amx-tile",
    "avx",           "avx2",   "avx512bw",   "avx512cd", "avx512dq",   "avx512f",  "avx512vl",
    "avxvnni",       "bmi",    "bmi2",       "cldemote", "clflushopt", "clwb",     "crc32",
    "crypto",        "cx16",   "dspr2",      "f16c",     "fma",        "fma4",     "fsgsbase",
    "fxsr",          "gfni",   "hreset",     "htm",      "invpcid",    "kl",       "lasx",
    "lsx",           "lwp",    "lzcnt",      "mma",      "mmx",        "movbe",    "movdir64b",
    "movdiri",       "msa",    "mwaitx",     "pclmul",   "pku",        "popcnt",   "power8-vector",
    "power9-vector", "prfchw", "rdpid",      "rdrnd",    "rdseed",     "rtm",      "sahf",
    "serialize",     "sha",    "shstk",      "spe",      "sse",        "sse2",     "sse3",
    "sse4",          "sse4.1", "sse4.2",     "sse4a",    "ssse3",      "tbm",      "tsxldtrk",
    "uintr",         "vaes",   "vpclmulqdq", "vsx",      "vx",         "waitpkg",  "wbnoinvd",
    "widekl",        "x87",    "xop",        "xsave",    "xsavec",     "xsaveopt", "xsaves"};

bool matches(llvm::StringRef Argument, const Row &R) {
  switch (R.Form) {
  case Alone:
  case Next:
    return Argument == R.Name;
  case Joined:
  case Either:
    return Argument.starts_with(R.Name);
  }
  return false;
}

const Row *longestMatch(llvm::ArrayRef<Row> Rows, llvm::StringRef Argument) {
  const Row *Best = nullptr;
  for (const Row &R : Rows)
    if (matches(Argument, R) && (!Best || R.Name.size() > Best->Name.size()))
      Best = &R;
  return Best;
}

bool isInstructionSet(llvm::StringRef Name) {
  static const llvm::StringSet<> Names = [] {
    llvm::StringSet<> All;
    for (llvm::StringRef Set : InstructionSets)
      All.insert(Set);
    return All;
  }();
  return Names.contains(Name);
}

} // namespace

FlagRule ruleFor(llvm::StringRef Argument) {
  if (Argument.starts_with("-W")) {
    bool Preprocessor = Argument.starts_with("-Wp,");
    return {Joined, Preprocessor ? Nested : Ignore, Preprocessor ? 4u : 2u};
  }
  FlagRule Unknown{Alone, Count, Argument.size()};
  if (size_t Equals = Argument.find('='); Equals != llvm::StringRef::npos)
    Unknown.NameLength = Equals + 1;
  if (Argument.starts_with("-f") || Argument.starts_with("-m")) {
    llvm::StringRef Name = Argument.drop_front(2);
    Name.consume_front("no-");
    bool IsMachine = Argument[1] == 'm';
    if (IsMachine && isInstructionSet(Name))
      return {Alone, Keep, Argument.size()};
    if (const Row *R =
            longestMatch(IsMachine ? llvm::ArrayRef(Machine) : llvm::ArrayRef(Features), Name))
      return {R->Form, R->Fate, Argument.size() - Name.size() + R->Name.size()};
  }
  if (const Row *R = longestMatch(General, Argument))
    return {R->Form, R->Fate, R->Name.size()};
  return Unknown;
}

} // namespace lockorder
