//===- UnitFileTest.cpp - Unit files are whole, or they are refused ---===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lockir/CodeHash.h"
#include "lockir/Text.h"
#include "test/lockir/RandomUnit.h"
#include "unit/Format.h"
#include "unit/Unit.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/xxhash.h"
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <sys/resource.h>

using namespace lockorder;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

TranslationUnit small() {
  return llvm::cantFail(parse(R"(unit object "/k/a.o" source "/k/a.c"
    function take(v0 f: foo) at 1:1 {
      api mutex_lock { acquire v0->{foo.lock} mutex } at 2:2
      switch v0->{foo.state} case 1..3 b default b
    b:
      return 0
    })"));
}

std::string faultOf(llvm::StringRef Bytes) {
  llvm::Expected<TranslationUnit> Unit = deserialize(Bytes, "a.unit");
  return Unit ? "no error" : llvm::toString(Unit.takeError());
}

/// As a careful forger would: the bytes as they are, under a checksum that fits.
std::string sealed(std::string Bytes) {
  Bytes.resize(Bytes.size() - ChecksumSize);
  char Checksum[ChecksumSize];
  llvm::support::endian::write64le(Checksum, llvm::xxh3_64bits(llvm::StringRef(Bytes)));
  return Bytes.append(Checksum, ChecksumSize);
}

TEST(UnitBytes, AnOutlineSaysWhatTheWholeUnitDefines) {
  for (unsigned Seed = 0; Seed != 50; ++Seed) {
    TranslationUnit U = randomUnit(Seed);
    llvm::Expected<TranslationUnit> Outline =
        deserialize(serialize(U), "a.unit", UnitPart::Outline);
    ASSERT_TRUE(bool(Outline)) << llvm::toString(Outline.takeError());
    EXPECT_EQ(std::tie(Outline->Object, Outline->Source, Outline->Module, Outline->IsModule,
                       Outline->Files, Outline->Symbols, Outline->Exports, Outline->Objects),
              std::tie(U.Object, U.Source, U.Module, U.IsModule, U.Files, U.Symbols, U.Exports,
                       U.Objects));
    ASSERT_EQ(Outline->Functions.size(), U.Functions.size());
    for (auto [Head, Whole] : llvm::zip(Outline->Functions, U.Functions)) {
      EXPECT_EQ(std::tie(Head.Name, Head.Flags, Head.Type, Head.Where),
                std::tie(Whole.Name, Whole.Flags, Whole.Type, Whole.Where));
      EXPECT_TRUE(Head.Blocks.empty());
    }
  }
}

/// Who writes a unit that says nonsense, and calls it ours, is believed; nobody else is.
TEST(UnitBytes, OnlyATrustedProgramIsNotVerifiedAgain) {
  TranslationUnit U = small();
  ASSERT_FALSE(U.Functions.empty());
  U.Functions.front().Blocks.front().Successors.front().To = BlockId(7); // there are two
  std::string Bytes = serialize(U);
  EXPECT_NE(faultOf(Bytes), "no error");
  llvm::Expected<TranslationUnit> Again = deserialize(Bytes, "a.unit", UnitPart::Trusted);
  ASSERT_TRUE(bool(Again)) << llvm::toString(Again.takeError());
  EXPECT_TRUE(*Again == U);
  Bytes.pop_back();
  EXPECT_FALSE(bool(deserialize(Bytes, "a.unit", UnitPart::Trusted))) << "it has to be whole";
}

TEST(UnitBytes, WhatWasWrittenIsRead) {
  TranslationUnit U = small();
  llvm::Expected<TranslationUnit> Again = deserialize(serialize(U), "a.unit");
  ASSERT_TRUE(bool(Again)) << llvm::toString(Again.takeError());
  EXPECT_EQ(dump(*Again), dump(U));
  EXPECT_TRUE(*Again == U);
  EXPECT_EQ(faultOf(serialize(TranslationUnit())), "no error")
      << "even when there is nothing in it";
}

TEST(UnitBytes, EveryValidUnitSurvivesAndEqualUnitsHaveEqualBytes) {
  for (uint64_t Seed = 0; Seed != 1000; ++Seed) {
    TranslationUnit U = randomUnit(Seed);
    std::string Bytes = serialize(U);
    llvm::Expected<TranslationUnit> Again = deserialize(Bytes, "a.unit");
    ASSERT_TRUE(bool(Again)) << "seed " << Seed << ": " << llvm::toString(Again.takeError());
    ASSERT_TRUE(*Again == U) << "seed " << Seed;
    ASSERT_EQ(Again->Code, codeHashes(U)) << "seed " << Seed;
    ASSERT_EQ(serialize(*Again), Bytes) << "seed " << Seed;
  }
}

TEST(UnitBytes, TheyMayLieAtAnyAddress) {
  std::string Bytes = "." + serialize(small());
  for (size_t Shift = 1; Shift != 9; ++Shift, Bytes.insert(0, "."))
    EXPECT_EQ(faultOf(llvm::StringRef(Bytes).drop_front(Shift)), "no error");
}

TEST(UnitMalformed, AnyTruncationIsAnError) {
  std::string Bytes = serialize(small());
  for (size_t Length = 0; Length != Bytes.size(); ++Length) {
    // A copy of its own, so that the sanitizer sees a byte read behind the end.
    std::vector<char> Cut(Bytes.begin(), Bytes.begin() + Length);
    ASSERT_THAT(faultOf({Cut.data(), Cut.size()}), AllOf(StartsWith("a.unit: "), HasSubstr("; ")))
        << Length;
  }
  EXPECT_EQ(faultOf(""), "a.unit: truncated (it is empty); extract it again");
  EXPECT_EQ(faultOf(llvm::StringRef(Bytes).drop_back(100)),
            "a.unit: truncated (it has " + std::to_string(Bytes.size() - 100) + " of " +
                std::to_string(Bytes.size()) + " bytes); extract it again");
  EXPECT_THAT(faultOf(Bytes + "x"), HasSubstr("damaged"));
}

TEST(UnitMalformed, AnyFlippedBitIsAnError) {
  std::string Bytes = serialize(small());
  for (size_t Bit = 0; Bit != 8 * Bytes.size(); ++Bit) {
    std::string Flipped = Bytes;
    Flipped[Bit / 8] ^= static_cast<char>(1 << Bit % 8);
    ASSERT_NE(faultOf(Flipped), "no error") << "bit " << Bit;
  }
}

TEST(UnitMalformed, DamageUnderAFittingChecksumNeverCrashes) {
  std::mt19937_64 Engine(2);
  for (uint64_t Seed = 0; Seed != 30; ++Seed) {
    const std::string Bytes = serialize(randomUnit(Seed));
    for (int Try = 0; Try != 200; ++Try) {
      std::string Damaged = Bytes;
      for (uint64_t Flips = Engine() % 4 + 1; Flips; --Flips)
        Damaged[Engine() % Damaged.size()] = static_cast<char>(Engine());
      llvm::Expected<TranslationUnit> Unit = deserialize(sealed(Damaged), "a.unit");
      if (!Unit)
        llvm::consumeError(Unit.takeError());
      else
        ASSERT_EQ(llvm::toString(verify(*Unit)), "");
    }
  }
}

TEST(UnitMalformed, OtherFilesAndOtherVersionsAreNamedAsSuch) {
  EXPECT_THAT(faultOf("\x7f"
                      "ELF and then a good deal of an object file"),
              AllOf(StartsWith("a.unit: not a lockorder unit"), HasSubstr("lockorder extract")));
  std::string Bytes = serialize(small());
  size_t Found = 0;
  for (size_t At = SizePrefix; At + 4 < Bytes.size(); ++At) { // wherever FlatBuffers put it
    std::string Other = Bytes;
    if (llvm::support::endian::read32le(&Other[At]) != UnitFormatVersion)
      continue;
    llvm::support::endian::write32le(&Other[At], 999);
    Found += faultOf(sealed(Other)) ==
             "a.unit: made by another version of lockorder (format 999, this one reads " +
                 std::to_string(UnitFormatVersion) + "); extract it again";
  }
  EXPECT_EQ(Found, 1u);
}

class UnitFile : public testing::Test {
protected:
  void SetUp() override { ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("unit-test", Folder)); }
  void TearDown() override { llvm::sys::fs::remove_directories(Folder); }
  std::string path(const std::string &Name) { return (Folder + "/" + Name).str(); }
  std::vector<std::string> files() {
    std::vector<std::string> Names;
    std::error_code Error;
    for (llvm::sys::fs::directory_iterator It(Folder, Error), End; It != End && !Error;
         It.increment(Error))
      Names.push_back(It->path().substr(Folder.size() + 1));
    return Names;
  }
  llvm::SmallString<128> Folder;
};

TEST_F(UnitFile, IsWrittenWithoutLeftoversAndReplacesAnOlderOne) {
  ASSERT_EQ(llvm::toString(writeUnit(randomUnit(5), path("a.unit"))), "");
  ASSERT_EQ(llvm::toString(writeUnit(small(), path("a.unit"))), "");
  EXPECT_THAT(files(), testing::ElementsAre("a.unit"));
  llvm::Expected<TranslationUnit> Again = readUnit(path("a.unit"));
  ASSERT_TRUE(bool(Again)) << llvm::toString(Again.takeError());
  EXPECT_TRUE(*Again == small());
}

TEST_F(UnitFile, MissingFilesAreNamed) {
  llvm::Expected<TranslationUnit> Unit = readUnit(path("none.unit"));
  ASSERT_FALSE(bool(Unit));
  EXPECT_EQ(llvm::toString(Unit.takeError()),
            path("none.unit") +
                ": cannot read: No such file or directory; extract it first, or check the path");
  EXPECT_THAT(llvm::toString(writeUnit(small(), path("none/a.unit"))),
              HasSubstr("cannot create a temporary file beside it: No such file or directory"));
}

TEST_F(UnitFile, AFullDiskIsAnErrorAndLeavesTheOldFile) {
  ASSERT_EQ(llvm::toString(writeUnit(small(), path("a.unit"))), "");
  rlimit Old;
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &Old), 0);
  auto OldHandler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit Tiny = Old;
  Tiny.rlim_cur = 100;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &Tiny), 0);
  std::string Fault = llvm::toString(writeUnit(randomUnit(5), path("a.unit")));
  setrlimit(RLIMIT_FSIZE, &Old);
  std::signal(SIGXFSZ, OldHandler);
  EXPECT_THAT(Fault,
              AllOf(StartsWith(path("a.unit") + ": cannot write it: "), HasSubstr("space left")));
  EXPECT_THAT(files(), testing::ElementsAre("a.unit"));
  llvm::Expected<TranslationUnit> Again = readUnit(path("a.unit"));
  ASSERT_TRUE(bool(Again)) << llvm::toString(Again.takeError());
  EXPECT_TRUE(*Again == small());
}

TEST_F(UnitFile, AFolderInItsPlaceIsAnErrorWithoutLeftovers) {
  ASSERT_FALSE(llvm::sys::fs::create_directory(path("a.unit")));
  EXPECT_THAT(llvm::toString(writeUnit(small(), path("a.unit"))),
              HasSubstr("cannot rename its temporary file"));
  EXPECT_THAT(files(), testing::ElementsAre("a.unit"));
}

TEST_F(UnitFile, InvalidUnitsAreNotWritten) {
  TranslationUnit U = small();
  U.Exports.push_back(SymbolId(99));
  EXPECT_THAT(llvm::toString(writeUnit(U, path("a.unit"))), HasSubstr("a bug of lockorder"));
  EXPECT_THAT(files(), testing::IsEmpty());
}

} // namespace
