//===- ReadAheadTest.cpp - Units are read while others are linked ---------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ReadAhead.h"
#include "lockir/Text.h"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

using namespace lockorder;
namespace fs = std::filesystem;

namespace {

class ReadAheadTest : public testing::Test {
protected:
  void SetUp() override {
    Root = fs::temp_directory_path() / ("lockorder-read." + std::to_string(::getpid()));
    fs::create_directories(Root);
    for (int I = 0; I != 50; ++I) {
      std::string Name = std::to_string(I);
      llvm::Expected<TranslationUnit> Unit =
          parse("unit object \"/k/" + Name + ".o\" source \"/k/" + Name + ".c\" function f" + Name +
                "() { call $g() return }");
      ASSERT_TRUE(bool(Unit)) << llvm::toString(Unit.takeError());
      Paths.push_back((Root / (Name + ".lou")).string());
      ASSERT_FALSE(bool(writeUnit(*Unit, Paths.back())));
    }
  }
  void TearDown() override { fs::remove_all(Root); }

  static std::string objectOf(llvm::Expected<TranslationUnit> Unit) {
    return Unit ? Unit->Object : "error: " + llvm::toString(Unit.takeError());
  }
  std::string object(size_t I) const { return "/k/" + std::to_string(I) + ".o"; }

  fs::path Root;
  std::vector<std::string> Paths;
};

TEST_F(ReadAheadTest, AllAreTakenWhateverReadsThem) {
  for (unsigned Threads : {0u, 1u, 3u})
    for (size_t Ahead : {1u, 7u, 1000u}) {
      ReadAhead Reader(Paths, UnitPart::Whole, Threads, Ahead);
      for (size_t I = 0; I != Paths.size(); ++I)
        EXPECT_EQ(objectOf(Reader.take(Paths[I])), object(I));
    }
}

TEST_F(ReadAheadTest, AnUnreadableOneIsNoOthersTrouble) {
  std::ofstream(Paths[3]) << "no unit";
  fs::remove(Paths[4]);
  ReadAhead Reader(Paths, UnitPart::Whole, 2);
  for (size_t I = 0; I != Paths.size(); ++I) {
    std::string Object = objectOf(Reader.take(Paths[I]));
    EXPECT_EQ(llvm::StringRef(Object).starts_with("error: " + Paths[I]), I == 3 || I == 4) << I;
  }
}

TEST_F(ReadAheadTest, SoManyAreReadBeforeTheFirstIsTaken) {
  constexpr size_t Ahead = 5;
  ReadAhead Reader(Paths, UnitPart::Whole, 1, Ahead);
  while (!Reader.ready(Paths[Ahead - 1]))
    std::this_thread::yield();
  EXPECT_EQ(Reader.ready(Paths[0])->Object, object(0));
  EXPECT_EQ(Reader.ready(Paths[Ahead]), nullptr);
  EXPECT_EQ(objectOf(Reader.take(Paths[0])), object(0));
  EXPECT_EQ(Reader.ready(Paths[0]), nullptr);
  while (!Reader.ready(Paths[Ahead])) // for one is taken
    std::this_thread::yield();
}

TEST_F(ReadAheadTest, ItMayEndBeforeAllAreTaken) {
  std::ofstream(Paths[0]) << "no unit";
  ReadAhead Reader(Paths, UnitPart::Whole, 3, 20);
  while (!Reader.ready(Paths[1]))
    std::this_thread::yield();
}

} // namespace
