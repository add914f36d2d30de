//===- Description.h - All that a run found, as text ------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/Programs.h"
#include "flow/StoredResults.h"
#include "llvm/Support/raw_ostream.h"

namespace lockorder {

/// All that a run found, with names in place of ids.
class Description {
public:
  Description(const Program &P, const LockFacts &Facts) : P(P), Facts(Facts) {
    for (uint32_t I = 0; I != P.Functions.size(); ++I)
      function(FunctionId(I));
    for (const OrderEvent &E : Facts.Orders)
      add(E.In) << Facts.Classes->spell(E.From) << " -> " << Facts.Classes->spell(E.To) << " as "
                << spell(E.FromPlace) << " #" << E.FromAcquired << ", " << spell(E.ToPlace) << " #"
                << E.ToAcquired << terms(E.Gates);
    for (const RelockEvent &E : Facts.Relocks)
      add(E.In) << "relocks " << spell(E.Place) << " #" << E.First << " #" << E.Second;
    for (const BalanceEvent &E : Facts.Balances)
      add(E.In) << "balance " << int(E.Kind) << ' ' << spell(E.Place) << where(E.Where)
                << where(E.Other);
    for (const SleepEvent &E : Facts.Sleeps)
      add(E.In) << "sleeps in " << spell(E.Region) << " #" << E.Since << " #" << E.Sleeps;
    for (const StartEvent &E : Facts.Starts)
      add(E.In) << "starts " << P.nameOf(E.Started) << where(E.Where);
    for (const auto &[Place, State] : Facts.Noted.Sites)
      Lines.insert("site " + P.Names[Place.first] + where(Place.second) + " " +
                   std::to_string(int(State)));
    for (const AcquisitionRef &R : Facts.Noted.Excused)
      add(R.Function) << "excused #" << R.Index;
  }
  std::multiset<std::string> Lines;

private:
  struct Line {
    Line(std::multiset<std::string> &To, std::string Text) : To(To), Text(std::move(Text)) {}
    ~Line() { To.insert(Text); }
    std::multiset<std::string> &To;
    std::string Text;
  };
  /// A stream that puts its text among the lines.
  struct LineStream : Line, llvm::raw_string_ostream {
    LineStream(std::multiset<std::string> &To, std::string Begin)
        : Line(To, std::move(Begin)), llvm::raw_string_ostream(Line::Text) {}
  };
  LineStream add(FunctionId F) { return LineStream(Lines, P.nameOf(F).str() + ": "); }
  std::string spell(TermId T) const { return T ? spellTerm(Facts.Terms, P, T) : "-"; }
  std::string terms(const std::vector<TermId> &List) const {
    std::string Out;
    for (TermId T : List)
      Out += " {" + spell(T) + "}";
    return Out;
  }
  std::string given(const Conditions &C) const {
    std::string Out;
    for (auto [T, R] : C)
      Out += " if " + spell(T) + " in " + std::to_string(R.Low) + ".." + std::to_string(R.High);
    return Out;
  }
  std::string where(Site S) const {
    Location L = P.locate(S);
    return " at " + L.File + ":" + std::to_string(L.Line) + ":" + std::to_string(L.Column);
  }
  void function(FunctionId F) {
    const Summary &S = Facts.summary(F);
    add(F) << "returns " << S.Returns << " pure " << S.Pure << " gates"
           << terms(Facts.EntryGates[F.index()]);
    for (const Acquisition &A : S.Acquired)
      add(F) << "#" << &A - S.Acquired.data() << " takes " << spell(A.Place) << where(A.Where)
             << " by " << (A.Api ? P.Names[A.Api] : "?") << " via "
             << (A.Via.Function ? P.nameOf(A.Via.Function) : "") << '#' << A.Via.Index
             << given(A.Given) << terms(A.Dropped);
    for (uint32_t I : S.Offered)
      add(F) << "offers #" << I;
    for (const Outcome &O : S.Outcomes) {
      std::string Held;
      for (const HeldLock &H : O.Held)
        Held += " holds " + spell(H.Place) + " #" + std::to_string(H.Acquired);
      add(F) << "ends " << O.Returns.Low << ".." << O.Returns.High << ' ' << spell(O.Result) << Held
             << " drops" << terms(O.Dropped) << given(O.Given);
    }
  }

  const Program &P;
  const LockFacts &Facts;
};

/// One run over a program, with what earlier ones have left.
struct Solved {
  std::multiset<std::string> Found;
  size_t Used = 0;
  std::string Bytes;
};

inline Solved analysed(const std::vector<std::string> &Units, llvm::StringRef Before = "",
                       unsigned Threads = 1) {
  TextProgram T(Units);
  StoredResults Known(llvm::MemoryBuffer::getMemBufferCopy(Before));
  auto Facts = analyze(T.P, TextProgram::model(), {}, nullptr, &Known, Threads);
  return {Description(T.P, *Facts).Lines, Known.used(), Known.takeBytes()};
}

} // namespace lockorder
