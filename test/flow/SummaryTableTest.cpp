//===- SummaryTableTest.cpp - Read when somebody asks -----------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/SummaryTable.h"
#include <gtest/gtest.h>
#include <thread>

using namespace lockorder;

namespace {

/// Reads the letters of which it was made, one acquisition for each.
class Letters : public SummaryReader {
public:
  bool read(const StoredSummary &From, Summary &To) override {
    ++Wholes;
    To.Acquired.resize(From.Bytes.size());
    return From.Bytes != "damaged";
  }
  std::optional<uint32_t> countAcquired(const StoredSummary &From) override {
    if (From.Bytes.empty())
      return std::nullopt;
    return static_cast<uint32_t>(From.Bytes.size());
  }
  bool readOne(const StoredSummary &From, uint32_t Index, Acquisition &To) override {
    ++Singles;
    To.Length = static_cast<uint16_t>(From.Bytes[Index]);
    return From.Bytes != "damaged";
  }
  std::atomic<uint32_t> Wholes = 0, Singles = 0;
};

TEST(SummaryTable, WhatIsWrittenIsThere) {
  SummaryTable T(2);
  T[FunctionId(1)].Pure = true;
  EXPECT_FALSE(std::as_const(T)[FunctionId(0)].Pure);
  EXPECT_TRUE(std::as_const(T)[FunctionId(1)].Pure);
}

TEST(SummaryTable, OnlyWhatIsAskedForIsReadAndOnce) {
  Letters In;
  SummaryTable T(3);
  T.readBy(In);
  for (uint32_t I = 0; I != 3; ++I)
    T.readLater(FunctionId(I), {llvm::StringRef("abc").take_front(I + 1), nullptr});
  EXPECT_EQ(T[FunctionId(1)].Acquired.size(), 2u);
  EXPECT_EQ(T[FunctionId(1)].Acquired.size(), 2u);
  EXPECT_EQ(In.Wholes, 1u);
  EXPECT_FALSE(T.failed());
}

TEST(SummaryTable, OneAcquisitionIsReadWithoutTheOthers) {
  Letters In;
  SummaryTable T(1);
  T.readBy(In);
  T.readLater(FunctionId(0), {"abc", nullptr});
  const Acquisition *B = T.find({FunctionId(0), 1});
  ASSERT_TRUE(B);
  EXPECT_EQ(B->Length, 'b');
  EXPECT_EQ(T.find({FunctionId(0), 1}), B);
  EXPECT_FALSE(T.find({FunctionId(0), 3})) << "there are three";
  EXPECT_EQ(In.Wholes, 0u);
  EXPECT_EQ(In.Singles, 1u) << "once";
  EXPECT_EQ(T[FunctionId(0)].Acquired.size(), 3u);
  EXPECT_EQ(B->Length, 'b') << "what was found stays when all are read";
  EXPECT_TRUE(T.find({FunctionId(0), 2}));
  EXPECT_EQ(In.Singles, 1u);
}

TEST(SummaryTable, ThreadsThatAskAtOnceGetTheSame) {
  constexpr uint32_t Count = 5000;
  Letters In;
  SummaryTable T(Count);
  T.readBy(In);
  for (uint32_t I = 0; I != Count; ++I)
    T.readLater(FunctionId(I), {"abc", nullptr});
  std::atomic<uint32_t> Wrong = 0;
  std::vector<std::thread> Askers;
  for (unsigned N = 0; N != 4; ++N)
    Askers.emplace_back([&] {
      for (uint32_t I = 0; I != Count; ++I) {
        Wrong += !T.find({FunctionId(I), 2});
        Wrong += std::as_const(T)[FunctionId(I)].Acquired.size() != 3;
      }
    });
  for (std::thread &Each : Askers)
    Each.join();
  EXPECT_EQ(Wrong, 0u);
  EXPECT_EQ(In.Wholes, Count);
}

TEST(SummaryTable, ItSaysWhenSomethingCouldNotBeRead) {
  Letters In;
  SummaryTable T(2);
  T.readBy(In);
  for (uint32_t I = 0; I != 2; ++I)
    T.readLater(FunctionId(I), {"damaged", nullptr});
  EXPECT_FALSE(T.failed()) << "nobody has asked";
  EXPECT_TRUE(T.find({FunctionId(0), 0})) << "it can be used";
  EXPECT_TRUE(T.failed());
  EXPECT_EQ(T[FunctionId(1)].Acquired.size(), 7u);
}

TEST(SummaryTable, WhatHasNoCountIsNoSummary) {
  Letters In;
  SummaryTable T(1);
  T.readBy(In);
  T.readLater(FunctionId(0), {"", nullptr});
  EXPECT_FALSE(T.find({FunctionId(0), 0}));
  EXPECT_TRUE(T.failed());
}

} // namespace
