//===- StreamTest.cpp - What is written as bytes is read again --*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Stream.h"
#include <cstring>
#include <gtest/gtest.h>
#include <limits>

namespace lockorder {
namespace {

using ThingId = Id<struct ThingTag>;

class Writer : public ValueWriter<Writer> {
public:
  template <typename Tag> void id(Id<Tag> I) { raw(I); }
};

/// There are ten of everything.
class Reader : public ValueReader<Reader> {
public:
  using ValueReader::ValueReader;
  template <typename Tag> void id(Id<Tag> &I) { raw(I, 10); }
};

enum class Colour : uint8_t { Red, Green, Blue = 255 };

struct Inner {
  int32_t Number = 0;
  std::string Name;
  friend bool operator==(const Inner &, const Inner &) = default;
};
template <typename S> void transfer(S &Stream, Inner &X) { Stream(X.Number, X.Name); }

struct Outer {
  std::vector<std::vector<Inner>> Rows;
  std::pair<ThingId, Colour> Marked;
  std::map<std::string, std::vector<uint64_t>> Named;
  bool Last = false;
  friend bool operator==(const Outer &, const Outer &) = default;
};
template <typename S> void transfer(S &Stream, Outer &X) {
  Stream(X.Rows, X.Marked, X.Named, X.Last);
}

Outer sample() {
  return {{{{-7, "first"}, {0, ""}}, {}, {{1 << 30, std::string("a\0b", 3)}}},
          {ThingId(9), Colour::Blue},
          {{"none", {}}, {"some", {0, 127, 128, ~uint64_t(0)}}},
          true};
}

template <typename T> std::string bytesOf(T Value) {
  Writer Out;
  Out(Value);
  return Out.Bytes;
}

/// What comes back, if all bytes are read and no more.
template <typename T> std::optional<T> again(const T &Value) {
  std::string Bytes = bytesOf(Value);
  Reader In(Bytes);
  T Out{};
  In(Out);
  return In.failed() || !In.atEnd() ? std::nullopt : std::optional<T>(Out);
}

/// The bytes lie at the very end of what is allocated, so that the sanitizer sees a step beyond.
class Cut {
public:
  Cut(llvm::StringRef Whole, size_t Length) : Copy(new char[Length]), Length(Length) {
    std::memcpy(Copy.get(), Whole.data(), Length);
  }
  operator llvm::StringRef() const { return {Copy.get(), Length}; }

private:
  std::unique_ptr<char[]> Copy;
  size_t Length;
};

TEST(Stream, NumbersOfEachSizeAndSign) {
  constexpr int64_t Least = std::numeric_limits<int64_t>::min();
  for (int64_t N :
       {int64_t(0), int64_t(1), int64_t(-1), int64_t(63), int64_t(-64), int64_t(64), int64_t(-65),
        int64_t(1) << 40, Least, Least + 1, std::numeric_limits<int64_t>::max()})
    EXPECT_EQ(again(N), N);
  for (uint64_t N : {uint64_t(0), uint64_t(127), uint64_t(128), uint64_t(1) << 32,
                     uint64_t(1) << 63, ~uint64_t(0)})
    EXPECT_EQ(again(N), N);
  EXPECT_EQ(again(std::numeric_limits<int32_t>::min()), std::numeric_limits<int32_t>::min());
  EXPECT_EQ(again(uint8_t(255)), uint8_t(255));
  EXPECT_EQ(again(true), true);
  EXPECT_EQ(again(false), false);
  EXPECT_EQ(again(Colour::Blue), Colour::Blue);
}

TEST(Stream, ASmallNumberIsOneByte) {
  for (int64_t N : {0, 1, -1, 63, -64})
    EXPECT_EQ(bytesOf(N).size(), 1u) << N;
  EXPECT_EQ(bytesOf(uint64_t(127)).size(), 1u);
  EXPECT_EQ(bytesOf(uint64_t(128)).size(), 2u);
}

TEST(Stream, StringsWithAnyBytes) {
  std::string All;
  for (int I = 0; I != 1024; ++I)
    All += static_cast<char>(I);
  for (const std::string &S : {std::string(), std::string("x"), std::string(3, '\0'), All})
    EXPECT_EQ(again(S), S);
}

TEST(Stream, ListsPairsAndMapsInsideEachOther) {
  using Deep = std::vector<std::vector<std::pair<std::string, std::vector<int64_t>>>>;
  for (const Deep &D : {Deep(), Deep{{}}, Deep{{}, {{"a", {}}, {"", {-1, 0, 1}}}, {{"b", {2}}}}})
    EXPECT_EQ(again(D), D);
  EXPECT_EQ(again(sample()), sample());
}

TEST(Stream, AListThatIsReadIntoIsEmptiedFirst) {
  std::string Bytes = bytesOf(std::vector<uint64_t>{1, 2});
  Reader In(Bytes);
  std::vector<uint64_t> List{7, 8, 9};
  In(List);
  EXPECT_EQ(List, (std::vector<uint64_t>{1, 2}));
}

TEST(Stream, IdsAndNoId) {
  EXPECT_EQ(again(ThingId()), ThingId());
  EXPECT_EQ(again(ThingId(0)), ThingId(0));
  EXPECT_EQ(again(ThingId(9)), ThingId(9));
}

TEST(Stream, AnIdThatNamesNothingIsNoneAndAFailure) {
  for (uint32_t Index : {10U, 11U, ~0U - 1}) {
    std::string Bytes = bytesOf(ThingId(Index));
    Reader In(Bytes);
    ThingId Read(3);
    In(Read);
    EXPECT_EQ(Read, ThingId()) << Index;
    EXPECT_TRUE(In.failed()) << Index;
  }
}

TEST(Stream, AReaderMayBeginAnywhere) {
  std::string Bytes = bytesOf(std::pair<uint64_t, uint64_t>(300, 5));
  Reader In(Bytes, 2);
  EXPECT_EQ(In.number(), 5u);
  EXPECT_TRUE(In.atEnd());
  EXPECT_FALSE(In.failed());
  for (uint64_t From : {uint64_t(3), uint64_t(4), ~uint64_t(0)}) {
    Reader Beyond(Bytes, From);
    EXPECT_TRUE(Beyond.atEnd()) << From;
    EXPECT_EQ(Beyond.number(), 0u) << From;
    EXPECT_TRUE(Beyond.failed()) << From;
  }
}

TEST(Stream, BytesAsTheyAre) {
  std::string Bytes = bytesOf(std::string("a name"));
  Reader In(Bytes);
  EXPECT_EQ(In.number(), 6u);
  EXPECT_EQ(In.take(2), "a ");
  EXPECT_EQ(In.take(4), "name");
  EXPECT_FALSE(In.failed());
  Reader Short(Bytes, 1);
  EXPECT_EQ(Short.take(7), "a name");
  EXPECT_TRUE(Short.failed());
  EXPECT_TRUE(Short.atEnd());
}

TEST(Stream, WhatIsMissingAtTheEndIsZeroAndAFailure) {
  Reader In("");
  EXPECT_FALSE(In.failed()) << "nothing was asked for yet";
  Outer Nothing;
  In(Nothing);
  EXPECT_TRUE(In.failed());
  EXPECT_EQ(Nothing, Outer());
  int64_t Number = 5;
  In(Number);
  EXPECT_EQ(Number, 0);
}

TEST(Stream, CutAnywhereItFailsAndStaysAtItsEnd) {
  const std::string Whole = bytesOf(sample());
  for (size_t Length = 0; Length != Whole.size(); ++Length) {
    Cut Bytes(Whole, Length);
    Reader In(Bytes);
    Outer Read;
    In(Read);
    EXPECT_TRUE(In.failed()) << Length;
    EXPECT_TRUE(In.atEnd()) << Length;
    EXPECT_EQ(In.number(), 0u) << Length;
  }
}

TEST(Stream, AStringThatIsCutIsAFailure) {
  const std::string Whole = bytesOf(std::string("a name"));
  for (size_t Length = 0; Length != Whole.size(); ++Length) {
    Cut Bytes(Whole, Length);
    Reader In(Bytes);
    std::string Read;
    In(Read);
    EXPECT_TRUE(In.failed()) << Length;
    EXPECT_TRUE(In.atEnd()) << Length;
  }
}

TEST(Stream, AHugeSizeIsNotBelieved) {
  for (uint64_t Size : {uint64_t(1) << 32, uint64_t(1) << 60, uint64_t(1) << 63, ~uint64_t(0)}) {
    Cut Bytes(bytesOf(Size) + "abc", bytesOf(Size).size() + 3);
    std::string Name;
    Reader Text(Bytes);
    Text(Name);
    EXPECT_LE(Name.size(), 3u) << Size;
    EXPECT_TRUE(Text.failed()) << Size;
    std::vector<std::string> Names;
    Reader List(Bytes);
    List(Names);
    EXPECT_LE(Names.size(), 4u) << Size;
    EXPECT_TRUE(List.failed()) << Size;
  }
}

TEST(Stream, ANumberOfMoreThan64BitsIsAFailure) {
  std::string Endless(20, '\xff');
  Reader In(Endless);
  EXPECT_EQ(In.number(), 0u);
  EXPECT_TRUE(In.failed());
  EXPECT_TRUE(In.atEnd());
}

} // namespace
} // namespace lockorder
