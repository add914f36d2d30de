//===- TermsTest.cpp - What terms are called, and in which order ----------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Terms.h"
#include "llvm/ADT/STLExtras.h"
#include <gtest/gtest.h>

using namespace lockorder;

namespace {

/// Two tables that call two members differently: as if another unit had come first.
struct TwoPrograms {
  NameHashes Here{{}, {111, 222}, {}}, There{{}, {222, 111}, {}};
  FieldId LockHere{0}, NextHere{1}, LockThere{1}, NextThere{0};
};

TEST(Terms, AreInTheSameOrderWhateverWasMetFirst) {
  TwoPrograms Two;
  TermTable Here(Two.Here), There(Two.There);
  auto Make = [](TermTable &Terms, FieldId Lock, FieldId Next, uint32_t I) {
    TermId Object = Terms.deref(Terms.param(I));
    return std::vector{Object, Terms.member(Object, Lock), Terms.member(Object, Next),
                       Terms.load(Terms.member(Object, Next))};
  };
  std::vector<TermId> A, B;
  for (uint32_t I = 0; I != 4; ++I)
    llvm::append_range(A, Make(Here, Two.LockHere, Two.NextHere, I));
  for (uint32_t I = 4; I-- != 0;) { // the other way round
    std::vector<TermId> Some = Make(There, Two.LockThere, Two.NextThere, I);
    B.insert(B.begin(), Some.begin(), Some.end());
  }
  auto Ranks = [](const std::vector<TermId> &Terms) {
    std::vector<TermId> Sorted = Terms;
    llvm::sort(Sorted);
    std::vector<size_t> Out;
    for (TermId T : Terms)
      Out.push_back(static_cast<size_t>(llvm::find(Sorted, T) - Sorted.begin()));
    return Out;
  };
  EXPECT_EQ(Ranks(A), Ranks(B));
}

TEST(Terms, AnOperandIsSortedBeforeWhatItOccursIn) {
  NameHashes None;
  TermTable Terms(None);
  TermId Inner = Terms.param(0);
  for (unsigned Step = 0; Step != 6; ++Step) {
    TermId Outer = Terms.load(Terms.deref(Inner));
    EXPECT_LT(Inner, Outer);
    EXPECT_TRUE(Terms.mentions(Outer, Inner));
    EXPECT_FALSE(Terms.mentions(Inner, Outer));
    Inner = Outer;
  }
}

TEST(Terms, AnEqualityHasOneSpelling) {
  NameHashes None;
  TermTable Terms(None);
  TermId A = Terms.param(0), B = Terms.param(1);
  EXPECT_EQ(Terms.binary(BinaryOp::Eq, A, B), Terms.binary(BinaryOp::Eq, B, A));
  EXPECT_NE(Terms.binary(BinaryOp::Lt, A, B), Terms.binary(BinaryOp::Lt, B, A));
  // Replacing an operand by one that sorts elsewhere does not make another term.
  TermId C = Terms.param(2);
  EXPECT_EQ(Terms.replace(Terms.binary(BinaryOp::Eq, A, B), B, C),
            Terms.binary(BinaryOp::Eq, A, C));
  EXPECT_EQ(Terms.replace(Terms.binary(BinaryOp::Eq, A, B), A, C),
            Terms.binary(BinaryOp::Eq, B, C));
}

TEST(Terms, TooDeepAnExpressionIsAnything) {
  NameHashes None;
  TermTable Terms(None);
  TermId T = Terms.param(0);
  for (unsigned Step = 0; Step != 2 * TermTable::MaxDepth; ++Step)
    T = Terms.load(Terms.deref(T));
  EXPECT_NE(Terms.traits(T) & MentionsAny, 0);
  EXPECT_LE(TermTable::depth(T), TermTable::MaxDepth);
}

} // namespace
