//===- SealTest.cpp - What lies in a cache is whole, or it is refused ----===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Seal.h"
#include "cache/Manifest.h"
#include "llvm/Support/Endian.h"
#include <gtest/gtest.h>

using namespace lockorder;

namespace {

std::string text() {
  std::string Text;
  for (int I = 0; I != 300; ++I)
    Text += "file " + std::to_string(I * 7919 % 1000) + " include/linux/mutex.h\n";
  return Text;
}

TEST(Seal, WhatWasSealedComesOutAgain) {
  std::string AllBytes;
  for (int I = 0; I != 1024; ++I)
    AllBytes += static_cast<char>(I);
  for (const std::string &Content : {std::string(), std::string("x"), AllBytes, text()})
    EXPECT_EQ(unseal(seal(Content))->getBuffer(), Content);
}

TEST(Seal, ListsOfHeadersShrink) { EXPECT_LT(seal(text()).size(), text().size() / 3); }

TEST(Seal, WhatWasCutShortAnywhereIsRefused) {
  std::string Whole = seal(text());
  for (size_t Length = 0; Length != Whole.size(); ++Length) {
    // A copy of its own, so that the sanitizer sees a byte read behind the end.
    std::vector<char> Cut(Whole.begin(), Whole.begin() + Length);
    ASSERT_FALSE(unseal({Cut.data(), Cut.size()})) << Length;
  }
  EXPECT_FALSE(unseal(Whole + "x")) << "nor may anything follow";
}

TEST(Seal, AFlippedBitNeverGivesOtherContent) {
  constexpr size_t Checked = 24; // magic, length and checksum
  const std::string Content = text(), Whole = seal(Content);
  size_t Refused = 0;
  for (size_t Bit = 0; Bit != 8 * Whole.size(); ++Bit) {
    std::string Flipped = Whole;
    Flipped[Bit / 8] ^= static_cast<char>(1 << Bit % 8);
    std::unique_ptr<llvm::MemoryBuffer> Out = unseal(Flipped);
    // zstd has bits that mean nothing: the content is what counts.
    ASSERT_TRUE(!Out || Out->getBuffer() == Content) << "bit " << Bit;
    ASSERT_TRUE(!Out || Bit / 8 >= Checked) << "bit " << Bit;
    Refused += !Out;
  }
  EXPECT_GT(Refused, 8 * Whole.size() * 9 / 10);
}

TEST(Seal, AHugeLengthIsRefusedAndNotAllocated) {
  std::string Whole = seal("small");
  for (uint64_t Claimed : {uint64_t(1) << 30, (uint64_t(1) << 30) + 1, uint64_t(1) << 40,
                           uint64_t(1) << 63, ~uint64_t(0)}) {
    llvm::support::endian::write64le(&Whole[8], Claimed);
    EXPECT_FALSE(unseal(Whole)) << Claimed;
  }
}

TEST(ManifestText, WhatWasWrittenIsRead) {
  Manifest M(3);
  M[0] = {hashOf("id"), hashOf("unit"), {}};
  M[0].Of.Files = {{"/k/a file.c", hashOf("1")}, {"/k/\xc3\xa9.h", hashOf("2")}, {"/k/asked", {}}};
  M[0].Of.Absent = {"/k/early/a.h", "/k/ends with a space "};
  M[1] = {hashOf("another"), hashOf("unit"), {}}; // made of nothing
  M[2] = {hashOf("third"), hashOf("other unit"), M[0].Of};
  std::optional<Manifest> Again = readManifest(writeManifest(M));
  ASSERT_TRUE(Again);
  ASSERT_EQ(Again->size(), M.size());
  for (size_t I = 0; I != M.size(); ++I) {
    EXPECT_EQ((*Again)[I].Id, M[I].Id);
    EXPECT_EQ((*Again)[I].UnitHash, M[I].UnitHash);
    EXPECT_TRUE((*Again)[I].Of == M[I].Of) << I;
  }
}

TEST(ManifestText, AListMayBeLookedAtBeforeItIsRead) {
  Manifest M(3);
  M[0] = {hashOf("id"), hashOf("unit"), {{{"/k/unit ", hashOf("1")}}, {"/k/a.h"}}};
  M[1] = {hashOf("another"), hashOf("unit"), {}}; // made of nothing
  M[2] = {hashOf("third"), hashOf("other unit"), {{}, {"/k/b.h"}}};
  std::string Text = writeManifest(M);
  std::optional<std::vector<ListedUnit>> Listed = listUnits(Text);
  ASSERT_TRUE(Listed);
  ASSERT_EQ(Listed->size(), M.size());
  for (size_t I = 0; I != M.size(); ++I) {
    EXPECT_EQ((*Listed)[I].Id, M[I].Id);
    EXPECT_EQ((*Listed)[I].UnitHash, M[I].UnitHash);
  }
  EXPECT_EQ((*Listed)[0].Inputs, "file " + toHex(hashOf("1")) + " /k/unit \nnone /k/a.h\n");
  EXPECT_EQ((*Listed)[1].Inputs, "");
  EXPECT_EQ((*Listed)[2].Inputs, "none /k/b.h\n");
}

TEST(ManifestText, LinesThatAreNoneAreNotCurrent) {
  ListedInputs Now;
  EXPECT_TRUE(Now.areCurrent(""));
  EXPECT_TRUE(Now.areCurrent("none /nowhere/a.h\n"));
  EXPECT_TRUE(Now.areCurrent("none /nowhere/a.h")) << "cut after the last line";
  for (const char *Text : {"none /\n", "none /nowhere/a.h\nfile /a.c\n", "\n", "buy milk\n"})
    for (int Time = 0; Time != 2; ++Time) // what is known is said again
      EXPECT_FALSE(Now.areCurrent(Text)) << Text;
}

TEST(ManifestText, OtherTextIsRefused) {
  const std::string Hash = toHex(hashOf("x")), Unit = "unit " + Hash + " " + Hash + "\n";
  ASSERT_TRUE(readManifest(Unit + "file " + Hash + " /a.c\nnone /a.h\n"));
  for (const std::string &Text :
       {std::string("buy milk\n"), std::string("\n"), std::string(1, '\0'), Unit + "\n",
        "file " + Hash + " /a.c\n", // of which unit?
        std::string("none /a.h\n"), "unit " + Hash + "\n", "unit " + Hash.substr(1) + " " + Hash,
        Unit + "file /a.c\n", Unit + "file " + Hash.substr(2) + " /a.c\n",
        Unit + "file " + Hash + "0 /a.c\n", Unit + "fil " + Hash + " /a.c\n",
        Unit + "file z" + Hash.substr(1) + " /a.c\n"})
    EXPECT_FALSE(readManifest(Text)) << Text;
}

} // namespace
