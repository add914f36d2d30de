//===- Explain.cpp - Why two locks are, or are not, reported -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Explain.h"
#include "base/Error.h"
#include "order/Witness.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace lockorder {
namespace {

llvm::Expected<std::vector<ClassId>> findClasses(const Analysis &A, llvm::StringRef Name) {
  std::vector<ClassId> Found;
  std::vector<std::string> Near;
  for (ClassId C : A.Facts->Classes->all()) {
    std::string Spelled = A.Facts->Classes->spell(C);
    llvm::StringRef Short = llvm::StringRef(Spelled).split('@').first;
    if (Spelled == Name || Short == Name)
      Found.push_back(C);
    else if (Near.size() < 5 && (Short.contains(Name) || Short.edit_distance(Name, true, 3) < 3))
      Near.push_back(Spelled);
  }
  if (Found.empty())
    return makeError("no lock class is called '" + Name + "'" +
                     (Near.empty() ? "" : "; near: " + llvm::join(Near, ", ")));
  return Found;
}

void printWitness(const Analysis &A, const Witness &W, llvm::raw_ostream &Out) {
  for (const Step &S : W.Steps) {
    Out << "    " << relativeTo(S.Where.File, A.Out.SourceRoot) << ':' << S.Where.Line << ": "
        << S.Function << "() " << spell(S.Event) << ' ' << S.Lock;
    if (!S.Note.empty())
      Out << " (" << S.Note << ')';
    Out << '\n';
  }
}

void printGates(const Analysis &A, const OrderEvent &E, llvm::raw_ostream &Out) {
  std::vector<TermId> Gates = E.Gates;
  llvm::append_range(Gates, A.Facts->EntryGates[E.In.index()]);
  for (TermId G : Gates)
    if (ClassId C = A.Facts->Classes->classOf(G, 0, true))
      Out << "    under the gate lock " << A.Facts->Classes->spell(C)
          << " (lockdep does not know gates)\n";
  if (A.Facts->InitOnly[E.In.index()])
    Out << "    only while the kernel or a module starts or stops\n";
}

/// Prints one direction; returns whether there is any event.
bool printDirection(const Analysis &A, ClassId From, ClassId To, llvm::raw_ostream &Out) {
  const OrderEdge *Edge = A.Graph.find(From, To);
  Out << A.Facts->Classes->spell(From) << " -> " << A.Facts->Classes->spell(To) << ": ";
  if (!Edge) {
    Out << "never seen\n";
    return false;
  }
  constexpr size_t Shown = 3;
  Out << "seen " << Edge->Total << (Edge->Total == 1 ? " time\n" : " times\n");
  WitnessBuilder Witnesses(A.Linked, *A.Facts);
  for (uint32_t Event : llvm::ArrayRef(Edge->Events).take_front(Shown)) {
    const OrderEvent &E = A.Facts->Orders[Event];
    Out << "  in " << A.Linked.nameOf(E.In) << "(), which holds "
        << spellTerm(A.Facts->Terms, A.Linked, E.FromPlace) << " and wants "
        << spellTerm(A.Facts->Terms, A.Linked, E.ToPlace) << ":\n";
    printWitness(A, Witnesses.order(E), Out);
    printGates(A, E, Out);
  }
  return true;
}

/// Why no two of the events, one of each order, make a deadlock: of the best two.
const char *reason(CycleDrop Why) {
  switch (Why) {
  case CycleDrop::Readers:
    return "a recursive reader is wanted where only readers hold the lock";
  case CycleDrop::Strangers:
    return "what is waited for, and what runs, belong to two owners' objects";
  case CycleDrop::Init:
    return "both only while the kernel or a module starts or stops";
  case CycleDrop::Gate:
    return "a gate lock that both hold keeps them apart";
  case CycleDrop::Refuted:
    return "on no path of its own, without what another path holds, is one of them taken";
  case CycleDrop::None:
    break;
  }
  return "no test says why";
}

void printAssumptions(const std::vector<std::string> &All, llvm::raw_ostream &Out) {
  Out << (All.size() > MaxAssumptions ? "No finding: it would rest on too many assumptions.\n"
                                      : "A finding (its tier may be below --confidence).\n");
  for (const std::string &Each : All)
    Out << "  assumed: " << Each << '\n';
}

} // namespace

llvm::Error explain(const Analysis &A, llvm::StringRef First, llvm::StringRef Second,
                    llvm::raw_ostream &Out) {
  llvm::Expected<std::vector<ClassId>> Left = findClasses(A, First);
  if (!Left)
    return Left.takeError();
  llvm::Expected<std::vector<ClassId>> Right = findClasses(A, Second);
  if (!Right)
    return Right.takeError();
  for (ClassId L : *Left)
    for (ClassId R : *Right) {
      bool Forward = printDirection(A, L, R, Out);
      bool Backward = L != R && printDirection(A, R, L, Out);
      if (!Forward || !Backward) {
        Out << "No finding: the two are taken in one order only.\n";
        continue;
      }
      auto Cycle = llvm::find_if(A.Graph.cycles(), [&](const LockCycle &C) {
        return C.Classes.size() == 2 && llvm::is_contained(C.Classes, L) &&
               llvm::is_contained(C.Classes, R);
      });
      std::vector<ClassId> Pair{std::min(L, R), std::max(L, R)};
      auto Dropped = A.Graph.dropped().find(Pair);
      if (Cycle != A.Graph.cycles().end())
        printAssumptions(assumptionsOf({A.Linked, *A.Facts, A.Graph}, *Cycle), Out);
      else if (Dropped != A.Graph.dropped().end())
        Out << "No finding: " << reason(Dropped->second) << ".\n";
      else
        Out << "No finding: one object's lock is not the other's.\n";
    }
  return llvm::Error::success();
}

} // namespace lockorder
