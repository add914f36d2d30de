//===- KernelFactsTest.cpp - Kernel facts are whole, or they are refused ---===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/KernelFacts.h"
#include "base/WholeFile.h"
#include "cache/Seal.h"
#include "facts/Stream.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include <gmock/gmock.h>
#include <random>

using namespace lockorder;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

const char *Remedy = "make it with `lockorder link --units=DIR --export=FILE`";
constexpr llvm::StringLiteral Magic = "lockorder facts ";

/// Something of everything, with numbers that fit in no small number of bits, and ids that are none
/// wherever they may be.
KernelFacts sample() {
  KernelFacts K;
  K.Images = {"vmlinux", "module toy"};
  FileId Core = K.Files.intern("kernel/core.c"), Header = K.Files.intern("include/linux/toy.h");
  K.Names.intern("mutex_lock");
  RecordId Ops = K.Records.intern({"ops", Header}), Nowhere = K.Records.intern({"tag", FileId()});
  FieldId Start = K.Fields.intern({Ops, "start"}), Lock = K.Fields.intern({Nowhere, "lock"});
  K.Symbols = {{{SymbolKind::Function, Linkage::External, "run", FileId(), ""}, 0, true},
               {{SymbolKind::Function, Linkage::Internal, "start", Core, ""}, 1, true},
               {{SymbolKind::Object, Linkage::Internal, "table", Core, "run"}, 0, true},
               {{SymbolKind::Object, Linkage::Weak, "elsewhere", FileId(), ""}, 0, false}};
  K.Functions = {{SymbolId(0), 2, FlagInit | FlagMainFile, ~0U, {Core, 12, 5}, true, 0},
                 {SymbolId(1), 0, 0, 0, {}, false, 3}};
  K.Pointers = {{Start, SymbolId(2), FunctionId(1)},
                {Start, SymbolId(), FunctionId(0)},
                {FieldId(), SymbolId(3), FunctionId(1)}};
  K.Crowded = {Start, Lock};
  K.OwnClass = {Lock};
  K.Inits = {{SymbolId(2), Lock, -1}, {SymbolId(3), FieldId(), int64_t(1) << 62}};
  K.InitClass = {{SymbolId(2), SymbolId(3)}};
  K.Terms = std::string(24, '\0');
  K.Summaries = "abcd";
  K.Orders = "orders\n";
  K.Contexts = std::string("\0\xff", 2);
  K.Uses = "uses";
  return K;
}

class FactsFile : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("facts-test", Folder));
    Path = (Folder + "/kernel.facts").str();
  }
  void TearDown() override { llvm::sys::fs::remove_directories(Folder); }

  llvm::Expected<KernelFacts> readBytes(llvm::StringRef Bytes) {
    llvm::cantFail(writeWholeFile(Path, Bytes));
    return readKernelFacts(Path);
  }
  std::string faultOf(llvm::StringRef Bytes) {
    llvm::Expected<KernelFacts> K = readBytes(Bytes);
    return K ? "no error" : llvm::toString(K.takeError());
  }
  std::string faultOf(const KernelFacts &K) { return faultOf(serialize(K)); }

  llvm::SmallString<128> Folder;
  std::string Path;
};

TEST_F(FactsFile, WhatWasWrittenIsRead) {
  const KernelFacts K = sample();
  llvm::Expected<KernelFacts> Read = readBytes(serialize(K));
  ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError());
  const KernelFacts &A = *Read;
  EXPECT_EQ(A.Images, K.Images);
  EXPECT_TRUE(A.Files == K.Files);
  EXPECT_TRUE(A.Names == K.Names);
  EXPECT_TRUE(A.Records == K.Records);
  EXPECT_TRUE(A.Fields == K.Fields);
  ASSERT_EQ(A.Symbols.size(), K.Symbols.size());
  for (size_t I = 0; I != K.Symbols.size(); ++I) {
    EXPECT_EQ(A.Symbols[I].Name, K.Symbols[I].Name) << I;
    EXPECT_EQ(A.Symbols[I].Image, K.Symbols[I].Image) << I;
    EXPECT_EQ(A.Symbols[I].Defined, K.Symbols[I].Defined) << I;
  }
  ASSERT_EQ(A.Functions.size(), K.Functions.size());
  for (size_t I = 0; I != K.Functions.size(); ++I) {
    auto Members = [](const KnownFunction &F) {
      return std::tie(F.Name, F.Parameters, F.Flags, F.Type, F.Where, F.InitOnly, F.At);
    };
    EXPECT_EQ(Members(A.Functions[I]), Members(K.Functions[I])) << I;
  }
  ASSERT_EQ(A.Pointers.size(), K.Pointers.size());
  for (size_t I = 0; I != K.Pointers.size(); ++I) {
    auto Members = [](const KnownPointer &P) { return std::tie(P.Fld, P.Object, P.Function); };
    EXPECT_EQ(Members(A.Pointers[I]), Members(K.Pointers[I])) << I;
  }
  EXPECT_EQ(A.Crowded, K.Crowded);
  EXPECT_EQ(A.OwnClass, K.OwnClass);
  EXPECT_EQ(A.Inits, K.Inits);
  EXPECT_EQ(A.InitClass, K.InitClass);
  EXPECT_EQ(A.Terms, K.Terms);
  EXPECT_EQ(A.Summaries, K.Summaries);
  EXPECT_EQ(A.Orders, K.Orders);
  EXPECT_EQ(A.Contexts, K.Contexts);
  EXPECT_EQ(A.Uses, K.Uses);
}

TEST_F(FactsFile, EqualFactsHaveEqualBytesAndOthersOthers) {
  const std::string Bytes = serialize(sample());
  EXPECT_EQ(serialize(sample()), Bytes);
  EXPECT_EQ(serialize(llvm::cantFail(readBytes(Bytes))), Bytes);
  KernelFacts Other = sample();
  Other.Functions[1].InitOnly = true;
  EXPECT_NE(serialize(Other), Bytes);
}

TEST_F(FactsFile, EvenWhenThereIsNothingInIt) { EXPECT_EQ(faultOf(KernelFacts()), "no error"); }

TEST_F(FactsFile, CutAnywhereItIsRefused) {
  const std::string Whole = serialize(sample());
  for (size_t Length = 0; Length != Whole.size(); ++Length)
    ASSERT_THAT(
        faultOf(llvm::StringRef(Whole).take_front(Length)),
        AllOf(StartsWith(Path + ": no file of kernel facts, or damaged; "), HasSubstr(Remedy)))
        << Length;
  EXPECT_THAT(faultOf(Whole + "x"), HasSubstr("damaged")) << "nor may anything follow";
}

TEST_F(FactsFile, AFlippedBitNeverGivesOtherFacts) {
  const std::string Whole = serialize(sample());
  size_t Refused = 0;
  for (size_t Bit = 0; Bit != 8 * Whole.size(); ++Bit) {
    std::string Flipped = Whole;
    Flipped[Bit / 8] ^= static_cast<char>(1 << Bit % 8);
    llvm::Expected<KernelFacts> K = readBytes(Flipped);
    if (K) { // zstd has bits that mean nothing
      ASSERT_EQ(serialize(*K), Whole) << "bit " << Bit;
      continue;
    }
    ASSERT_THAT(llvm::toString(K.takeError()), AllOf(StartsWith(Path + ": "), HasSubstr(Remedy)))
        << "bit " << Bit;
    ++Refused;
  }
  EXPECT_GT(Refused, 8 * Whole.size() * 9 / 10);
}

TEST_F(FactsFile, AnotherVersionIsNamedAsSuch) {
  std::string Content = unseal(serialize(sample()))->getBuffer().str();
  ASSERT_EQ(Content[Magic.size()], static_cast<char>(FactsFormatVersion));
  Content[Magic.size()] = 99;
  EXPECT_EQ(faultOf(seal(Content)), Path + ": facts of format 99, this lockorder has " +
                                        std::to_string(FactsFormatVersion) + "; " + Remedy);
}

TEST_F(FactsFile, OtherFilesAreNoFacts) {
  for (const std::string &Bytes :
       {std::string(), std::string("buy milk\n"),
        std::string("\x7f"
                    "ELF and an object file"),
        Magic.str(), Magic.str() + '\1', seal(""), seal("lockorder report 1"),
        seal("buy milk\n" + unseal(serialize(sample()))->getBuffer().str())})
    EXPECT_EQ(faultOf(Bytes), Path + ": no file of kernel facts, or damaged; " + Remedy) << Bytes;
}

TEST_F(FactsFile, WhatCannotBeReadIsNamed) {
  auto Fault = [](const std::string &Name) {
    llvm::Expected<KernelFacts> K = readKernelFacts(Name);
    return K ? "no error" : llvm::toString(K.takeError());
  };
  EXPECT_EQ(Fault(Path), Path + ": cannot read: No such file or directory; " + Remedy);
  EXPECT_THAT(Fault(Folder.str().str()),
              AllOf(StartsWith(Folder.str().str() + ": cannot read: "), HasSubstr(Remedy)));
}

TEST_F(FactsFile, BytesUnderAFittingChecksumMayBeTooFewOrTooMany) {
  const std::string Content = unseal(serialize(sample()))->getBuffer().str();
  for (size_t Length = Magic.size() + 1; Length != Content.size(); ++Length)
    ASSERT_THAT(faultOf(seal(llvm::StringRef(Content).take_front(Length))),
                AllOf(StartsWith(Path + ": "), HasSubstr("contradict themselves")))
        << Length;
  EXPECT_THAT(faultOf(seal(Content + '\0')), HasSubstr("contradict themselves"));
}

TEST_F(FactsFile, AnIdThatNamesNothingIsRefused) {
  struct Case {
    const char *What;
    void (*Break)(KernelFacts &);
  };
  const Case Cases[] = {
      {"a record's file", [](KernelFacts &K) { K.Records.intern({"r", FileId(2)}); }},
      {"a field's record", [](KernelFacts &K) { K.Fields.intern({RecordId(2), "f"}); }},
      {"a field without a record", [](KernelFacts &K) { K.Fields.intern({RecordId(), "f"}); }},
      {"a symbol's file", [](KernelFacts &K) { K.Symbols[0].Name.File = FileId(2); }},
      {"a symbol's image", [](KernelFacts &K) { K.Symbols[0].Image = 2; }},
      {"a function's name", [](KernelFacts &K) { K.Functions[0].Name = SymbolId(4); }},
      {"a function without a name", [](KernelFacts &K) { K.Functions[0].Name = SymbolId(); }},
      {"a function's file", [](KernelFacts &K) { K.Functions[0].Where.File = FileId(2); }},
      {"a function's summary", [](KernelFacts &K) { K.Functions[0].At = K.Summaries.size(); }},
      {"a pointer's member", [](KernelFacts &K) { K.Pointers[0].Fld = FieldId(2); }},
      {"a pointer's object", [](KernelFacts &K) { K.Pointers[0].Object = SymbolId(4); }},
      {"a pointer's function", [](KernelFacts &K) { K.Pointers[0].Function = FunctionId(2); }},
      {"a pointer to nothing", [](KernelFacts &K) { K.Pointers[0].Function = FunctionId(); }},
      {"a pointer that lies nowhere",
       [](KernelFacts &K) { K.Pointers[0] = {FieldId(), SymbolId(), FunctionId(0)}; }},
      {"a crowded member", [](KernelFacts &K) { K.Crowded[0] = FieldId(2); }},
      {"no crowded member", [](KernelFacts &K) { K.Crowded[0] = FieldId(); }},
      {"a member with its own class", [](KernelFacts &K) { K.OwnClass[0] = FieldId(2); }},
      {"no member with its own class", [](KernelFacts &K) { K.OwnClass[0] = FieldId(); }},
      {"an initialized object", [](KernelFacts &K) { K.Inits[0].Object = SymbolId(4); }},
      {"no initialized object", [](KernelFacts &K) { K.Inits[0].Object = SymbolId(); }},
      {"an initialized member", [](KernelFacts &K) { K.Inits[0].Fld = FieldId(2); }},
      {"a lock with a class", [](KernelFacts &K) { K.InitClass[0].first = SymbolId(4); }},
      {"no lock with a class", [](KernelFacts &K) { K.InitClass[0].first = SymbolId(); }},
      {"a class of a lock", [](KernelFacts &K) { K.InitClass[0].second = SymbolId(4); }},
      {"no class of a lock", [](KernelFacts &K) { K.InitClass[0].second = SymbolId(); }},
  };
  for (const Case &C : Cases) {
    KernelFacts K = sample();
    C.Break(K);
    EXPECT_EQ(faultOf(K),
              Path + ": kernel facts that contradict themselves (a bug of lockorder); " + Remedy)
        << C.What;
  }
}

TEST_F(FactsFile, DamageUnderAFittingChecksumNeverCrashes) {
  std::mt19937_64 Engine(3);
  const std::string Content = unseal(serialize(sample()))->getBuffer().str();
  size_t Read = 0;
  for (int Try = 0; Try != 2000; ++Try) {
    std::string Damaged = Content;
    for (uint64_t Flips = Engine() % 4 + 1; Flips; --Flips)
      Damaged[Magic.size() + 1 + Engine() % (Damaged.size() - Magic.size() - 1)] =
          static_cast<char>(Engine());
    llvm::Expected<KernelFacts> K = readBytes(seal(Damaged));
    if (!K) {
      ASSERT_THAT(llvm::toString(K.takeError()), HasSubstr("contradict themselves"));
      continue;
    }
    ASSERT_EQ(faultOf(*K), "no error");
    ++Read;
  }
  EXPECT_GT(Read, 0u) << "or it is only shown that nothing is read";
}

} // namespace
