//===- CallTargets.cpp - Which functions a call reaches on a path -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

/// Of what the program may put into a pointer, what this path did put there.
Targets Interpreter::targetsHere(const CallEvent &E, State &S) {
  Targets To = P.targets(F, E);
  if (To.How == Targets::State::Direct || To.How == Targets::State::Undefined)
    return To;
  const Term &Known = Terms[value(S, E.Callee)];
  if (Known.Kind == TermKind::Int) // a null pointer is not called
    return {Targets::State::NeverAssigned, {}, To.Through};
  if (To.How == Targets::State::Pointer && Known.Kind == TermKind::Function)
    if (const FunctionId &Body = P.symbol(SymbolId(Known.Index)).Body;
        llvm::is_contained(To.Functions, Body))
      To.Functions = Body;
  return To;
}

/// A callback that nobody knows gets an object of which a lock is held: it may well give it back.
void Interpreter::suspectRelease(const std::vector<TermId> &Arguments, State &S) {
  for (HeldLock &H : S.Held)
    for (TermId A : Arguments) {
      TermId Object = Terms.deref(A);
      if (Object != Terms.anyPlace() && Terms.mentions(H.Place, Object))
        H.Guessed = true;
    }
}

/// What a callee that was not analysed got the address of may have changed.
/// Until somebody writes it again, it holds one value, if an unknown one.
void Interpreter::forgetPassed(const CallEvent &E, const std::vector<TermId> &Arguments,
                               uint32_t At, State &S) {
  uint32_t Which = FirstOfForgotten;
  for (size_t I = 0; I != Arguments.size(); ++I) {
    if (I < 32 && (E.Const >> I & 1))
      continue; // passed as a pointer to const
    TermId A = Arguments[I];
    const Term &T = Terms[A];
    bool Pointer = T.Kind == TermKind::Param ||
                   (T.Kind == TermKind::Addr && (Terms.traits(A) & MentionsLocal));
    if (!Pointer)
      continue;
    TermId Place = Terms.deref(A);
    if (Terms.traits(Place) & MentionsAny)
      continue;
    std::vector<TermId> Changed;
    for (const auto &[Other, Old] : S.Store)
      if (Terms.mentions(Other, Place))
        Changed.push_back(Other);
    S.Store[Place] = Terms.any();
    for (TermId Other : Changed) {
      TermId Now = Which != SymbolsPerEvent ? fresh(S, At, Which++) : Terms.any();
      S.Store[Other] = Now; // which fresh() may have made anew
    }
  }
}

} // namespace lockorder
