//===- ThreadsTest.cpp - The same result with any number of threads -------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/CalleesFirst.h"
#include "flow/Description.h"
#include <thread>

using namespace lockorder;

namespace {

constexpr unsigned Threads = 4;

/// Functions that lock something of their own and something that others lock, too, and call two of
/// those before them; every seventh one and the next call each other.
std::vector<std::string> manyFunctions(unsigned Count) {
  std::vector<std::string> Units;
  auto Name = [](unsigned I) { return "f" + std::to_string(I); };
  for (unsigned I = 0; I != Count; ++I) {
    std::string Own = "v0->{r" + std::to_string(I % 11) + ".lock}";
    std::string Text = "unit object \"/k/" + Name(I) + ".o\" source \"/k/" + Name(I) + ".c\"\n";
    Text += "function " + Name(I) + "(v0) at 1:1 {\n api mutex_lock { acquire " + Own +
            " mutex } at 2:1\n api mutex_lock { acquire @g" + std::to_string(I % 5) +
            " mutex } at 3:1\n";
    for (unsigned Callee : {I / 2, I / 3, I % 7 == 0 ? I + 1 : I % 7 == 1 ? I - 1 : I})
      if (Callee != I && Callee < Count)
        Text += " call $" + Name(Callee) + "(v0)\n";
    Text += " api mutex_unlock { release @g" + std::to_string(I % 5) +
            " mutex } at 8:1\n api mutex_unlock { release " + Own + " mutex } at 9:1\n return\n}\n";
    Units.push_back(Text);
  }
  return Units;
}

TEST(Threads, EachComponentOnceAndAfterItsCallees) {
  TextProgram T(manyFunctions(300));
  CallOrder Calls(T.P, LeafFunctions(T.P, TextProgram::model()));
  std::vector<std::vector<uint32_t>> Callees = Calls.callees();
  for (unsigned Each : {1U, Threads}) {
    std::vector<std::atomic<unsigned>> Done(Callees.size());
    std::atomic<unsigned> TooEarly = 0;
    CalleesFirst(T.P, Calls).run(Each, [&](uint32_t C) {
      for (uint32_t Callee : Callees[C])
        TooEarly += Done[Callee] != 1;
      ++Done[C];
    });
    EXPECT_EQ(TooEarly, 0u);
    EXPECT_TRUE(llvm::all_of(Done, [](unsigned Times) { return Times == 1; }));
  }
}

TEST(Threads, FindWhatOneFinds) {
  std::vector<std::string> Texts = manyFunctions(300);
  TextProgram One(Texts);
  std::multiset<std::string> Expected = Description(One.P, One.facts()).Lines;
  EXPECT_GT(One.facts().Orders.size(), 1000u);
  for (unsigned Time = 0; Time != 5; ++Time) {
    TextProgram T(Texts);
    auto Facts = analyze(T.P, TextProgram::model(), {}, nullptr, nullptr, Threads);
    EXPECT_EQ(Description(T.P, *Facts).Lines, Expected);
    EXPECT_TRUE(llvm::equal(Facts->Orders, One.facts().Orders, [](auto &A, auto &B) {
      return std::tuple(A.In, A.FromAcquired, A.ToAcquired) ==
             std::tuple(B.In, B.FromAcquired, B.ToAcquired);
    })) << "in another order";
  }
}

TEST(Threads, ReadWhatIsKnownWhileOthersAddToIt) {
  std::vector<std::string> Then = manyFunctions(300), Now = Then;
  for (unsigned I = 100; I < Now.size(); I += 10) // who calls these is analysed again, too
    Now[I].replace(Now[I].find("@g"), 3, "@h" + std::to_string(I));
  Solved Expected = analysed(Now, analysed(Then).Bytes);
  EXPECT_GT(Expected.Used, 50u);
  EXPECT_LT(Expected.Used, 250u);
  for (unsigned Time = 0; Time != 5; ++Time) {
    Solved Again = analysed(Now, analysed(Then, "", Threads).Bytes, Threads);
    EXPECT_EQ(Again.Found, Expected.Found);
    EXPECT_EQ(Again.Used, Expected.Used);
    Solved Unchanged = analysed(Now, Again.Bytes, Threads);
    EXPECT_EQ(Unchanged.Found, Expected.Found);
    EXPECT_GT(Unchanged.Used, Expected.Used);
  }
}

TEST(Threads, EqualTermsAreOneWhoeverMakesThem) {
  NameHashes None;
  TermTable Terms(None);
  constexpr uint32_t Count = 5000;
  auto Make = [&](uint32_t I) {
    return Terms.load(Terms.element(Terms.deref(Terms.param(I % 50)), Terms.integer(I)));
  };
  std::vector<std::vector<TermId>> Made(Threads, std::vector<TermId>(Count));
  {
    std::vector<std::jthread> Makers;
    for (unsigned Thread = 0; Thread != Threads; ++Thread)
      Makers.emplace_back([&, Thread] {
        for (uint32_t I = 0; I != Count; ++I) {
          uint32_t Which = (I + Thread * Count / Threads) % Count; // each begins elsewhere
          Made[Thread][Which] = Make(Which);
        }
      });
  }
  for (uint32_t I = 0; I != Count; ++I)
    for (unsigned Thread = 0; Thread != Threads; ++Thread) {
      EXPECT_EQ(Made[Thread][I], Made.front()[I]);
    }
  std::set<TermId> Different(Made.front().begin(), Made.front().end());
  EXPECT_EQ(Different.size(), Count);
}

} // namespace
