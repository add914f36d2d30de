//===- Transfer.h - Which members of flow's values a file has ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// See facts/Stream.h. Besides id(), a stream has
//   index(I)   I is an index into Summary::Acquired of the function that is being transferred
//   ref(R)     the same of another function
//   owner(O)   O is named by one of its files
// for a file has only those acquisitions that somebody needs; and it may have
//   site(W)        where only some of a place's members count, or none
//   way(R)         the same of how an acquisition is reached
//   conditions(C)  where lists that many share are written once
//
// A member that is added to one of these types is added here, and FactsFormatVersion counts up.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "facts/Stream.h"
#include "flow/LockFacts.h"

namespace lockorder {

template <typename S> void transfer(S &Stream, Site &X) {
  if constexpr (requires { Stream.site(X); })
    Stream.site(X);
  else
    Stream(X.File, X.Line, X.Column);
}
template <typename S> void transfer(S &Stream, Range &X) {
  Stream(X.Low, X.High, X.NonZero, X.Bits, X.Clear);
}
template <typename S> void transfer(S &Stream, SharedConditions &X) {
  if constexpr (requires { Stream.conditions(X); })
    return Stream.conditions(X);
  Conditions Own = X;
  Stream(Own);
  X = std::move(Own);
}
template <typename S> void transfer(S &Stream, AcquisitionRef &X) { Stream.ref(X); }
template <typename S> void transfer(S &Stream, HeldLock &X) {
  Stream(X.Place, X.Kind, X.Mode, X.How, X.Subclass, X.Guessed, X.Stated, X.Suspect);
  Stream.index(X.Acquired);
}
template <typename S> void transfer(S &Stream, DoubtfulLock &X) { Stream(X.Place, X.Suspect); }
/// Several of them as one number.
template <typename S, typename... Bools> void transferFlags(S &Stream, Bools &...Flags) {
  uint32_t Bits = 0;
  unsigned At = 0;
  ((Bits |= uint32_t(Flags) << At++), ...);
  Stream(Bits);
  At = 0;
  ((Flags = (Bits >> At++ & 1) != 0), ...);
}
template <typename S> void transfer(S &Stream, Acquisition &X) {
  transferFlags(Stream, X.LastReference, X.ByGlobal, X.Stated, X.Nested, X.IrqOff, X.BhOff,
                X.InHardirq, X.InSoftirq, X.Assumed, X.Lost, X.Maybe, X.UnlessFaultsOff,
                X.GivenBack);
  Stream(X.Place, X.Kind, X.Mode, X.How, X.Subclass, X.Dropped, X.Given, X.Where, X.Pointers,
         X.Length, X.Api, X.Sleeper, X.IrqClosed);
  if constexpr (requires { Stream.way(X.Via); })
    Stream.way(X.Via);
  else
    Stream(X.Via);
  Stream.owner(X.Owner);
}
template <typename S> void transfer(S &Stream, Outcome::AfterFact &X) {
  Stream(X.Place, X.Op, X.Number, X.Is);
}
template <typename S> void transfer(S &Stream, Outcome &X) {
  Stream(X.Held, X.Dropped, X.Doubtful, X.Given, X.Result, X.Members, X.Writes, X.After, X.Returns,
         X.IrqOpened, X.IrqClosed);
}
template <typename S> void transfer(S &Stream, IrqEnabling &X) {
  Stream(X.Happens, X.Where, X.Via, X.Given, X.Pointers, X.Length);
}
template <typename S> void transfer(S &Stream, RelativeEdge &X) {
  Stream(X.From);
  Stream.index(X.To);
}
template <typename S> void transfer(S &Stream, Summary &X) {
  Stream(X.Acquired, X.Offered, X.Outcomes, X.Relative, X.Enables, X.Analysed, X.Returns, X.Pure,
         X.Opaque);
}
template <typename S> void transfer(S &Stream, LockClass &X) {
  Stream(X.Global, X.Path, X.Subclass, X.Index, X.ThroughPointer, X.Fallback);
}
/// Without In, From and To.
template <typename S> void transfer(S &Stream, OrderEvent &X) {
  Stream(X.FromPlace, X.ToPlace, X.FromMode, X.ToMode, X.Guessed, X.Gates);
  Stream.index(X.FromAcquired);
  Stream.index(X.ToAcquired);
}
/// Without In, as all that follow.
template <typename S> void transfer(S &Stream, RelockEvent &X) {
  Stream(X.Class, X.Place, X.FirstMode, X.SecondMode, X.SameInstance, X.Guessed, X.Unconfirmed);
  Stream.index(X.First);
  Stream.index(X.Second);
}
template <typename S> void transfer(S &Stream, BalanceEvent &X) {
  bool Taken = X.Acquired.has_value();
  uint32_t Acquired = X.Acquired.value_or(0);
  Stream(X.Kind, X.Class, X.Place, X.Where, X.Other, X.Contradicted, X.Vague, X.ByCall, X.Chosen,
         X.Loose, X.HandedOver, X.Lock, X.Unconfirmed, Taken);
  Stream.index(Acquired);
  X.Acquired = Taken ? std::optional(Acquired) : std::nullopt;
}
template <typename S> void transfer(S &Stream, IrqFlagsEvent &X) {
  Stream(X.Kind, X.Outer, X.Where, X.Via, X.Pointers, X.Unconfirmed);
}
template <typename S> void transfer(S &Stream, SleepEvent &X) {
  Stream(X.Region, X.Kind, X.Guessed, X.Unconfirmed);
  Stream.index(X.Since);
  Stream.index(X.Sleeps);
}
template <typename S> void transfer(S &Stream, StartEvent &X) {
  Stream(X.Started, X.Via, X.Where, X.Ctx, X.On);
}
template <typename S> void transfer(S &Stream, SignalEvent &X) { Stream(X.On, X.Where, X.After); }
/// Without On.
template <typename S> void transfer(S &Stream, EntryPoint &X) {
  Stream(X.Function, X.Ctx, X.Via, X.In, X.Where, X.Known);
}

using StoredTermId = Id<struct StoredTermTag>;

/// A term as it lies in KernelFacts::Terms, at its id times Size: little endian.
struct StoredTerm {
  static constexpr size_t Size = 24;
  uint32_t Kind = 0, Index = 0, A = 0, B = 0;
  int64_t Number = 0;
  void append(std::string &To) const;
  static StoredTerm read(const char *From);
};

} // namespace lockorder
