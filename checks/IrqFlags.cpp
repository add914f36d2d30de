//===- IrqFlags.cpp - irq-flags: saving and restoring the interrupt flag -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/Checks.h"
#include "order/Witness.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

constexpr const char *Off = "hardirqs-off"; // lockdep's word

std::string message(IrqFlagsKind Kind) {
  switch (Kind) {
  case IrqFlagsKind::NestedSave:
    return "the flags variable is saved into again before it was restored: ";
  case IrqFlagsKind::EnabledInside:
    return "hard interrupts are enabled inside a region that disabled them: ";
  case IrqFlagsKind::PlainAfterSave:
    return "hard interrupts were saved and disabled, but are enabled, not restored: ";
  case IrqFlagsKind::NeverSaved:
    return "restored from a variable that nothing was saved in: ";
  }
  return "";
}

Finding describe(const CheckInput &In, const WitnessBuilder &Witnesses, const IrqFlagsEvent &E) {
  Finding F;
  F.Check = "irq-flags";
  F.Message = message(E.Kind) + Off;
  F.Locks = {Off};
  F.Function = In.P.nameOf(E.In).str();
  F.Where = In.P.locate(E.Where);
  Witness W{"path", Witnesses.entry(E.In)};
  if (E.Outer.File)
    W.Steps.push_back(Witnesses.step(StepEvent::Holds, Off, E.In, E.Outer));
  if (E.Via) {
    W.Steps.push_back(Witnesses.step(StepEvent::Calls, In.P.nameOf(E.Via).str(), E.In, E.Where));
    llvm::append_range(W.Steps, Witnesses.enabling(E.Via));
  } else {
    StepEvent Last = E.Kind == IrqFlagsKind::NestedSave ? StepEvent::Holds : StepEvent::Releases;
    W.Steps.push_back(Witnesses.step(Last, Off, E.In, E.Where));
  }
  F.Witnesses.push_back(std::move(W));
  F.Fingerprint = fingerprint(F.Check, {F.Message},
                              {F.Function, E.Via ? In.P.nameOf(E.Via).str() : std::string()});
  if (E.Unconfirmed)
    F.lower(Confidence::Low, TooManyPaths);
  lowerByPointers(F, E.Pointers);
  if (E.Via)
    F.lower(Confidence::Low, "the callee may run otherwise where interrupts are off");
  if (E.Kind == IrqFlagsKind::PlainAfterSave)
    F.lower(Confidence::Low, "that is right where interrupts are known to be on before");
  return F;
}

} // namespace

std::vector<Finding> checkIrqFlags(const CheckInput &In) {
  WitnessBuilder Witnesses(In.P, In.Facts);
  std::vector<Finding> Findings;
  for (const IrqFlagsEvent &E : In.Facts.IrqFlags)
    Findings.push_back(describe(In, Witnesses, E));
  return Findings;
}

} // namespace lockorder
