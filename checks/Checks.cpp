//===- Checks.cpp - The table of checks -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/Checks.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"

namespace lockorder {

std::vector<Finding> checkDoubleLock(const CheckInput &);
std::vector<Finding> checkIrqFlags(const CheckInput &);
std::vector<Finding> checkIrqInversion(const CheckInput &);
std::vector<Finding> checkLockBalance(const CheckInput &);
std::vector<Finding> checkLockOrder(const CheckInput &);
std::vector<Finding> checkSleepInAtomic(const CheckInput &);
std::vector<Finding> checkWaitUnderLock(const CheckInput &);

const std::vector<Check> &allChecks() {
  static const std::vector<Check> Table = {
      {"lock-order",
       "LO1001",
       "Locks are taken in orders that can deadlock",
       "Two or more paths take the same locks in different orders. If they run at the same time, "
       "each can "
       "hold the lock that the next one waits for, for ever. Take the locks in one order "
       "everywhere, drop "
       "the first lock before taking the second, or use a trylock and back off.",
       {833, 667},
       checkLockOrder},
      {"double-lock",
       "LO1002",
       "A lock is taken that is held already",
       "The thread waits for itself: for ever, unless the lock is made for recursion. Call the "
       "variant that expects the lock to be held, or drop it before.",
       {764, 833},
       checkDoubleLock},
      {"lock-balance",
       "LO1003",
       "A lock is not given back, or given back without being held",
       "A lock that stays behind on one way out of a function stops the next one who wants it; a "
       "release too many corrupts the lock. Release on every way out, once; a function that is "
       "meant to return with the lock does so in every case or whenever it succeeds.",
       {667, 772},
       checkLockBalance},
      {"irq-flags",
       "LO1004",
       "The interrupt flag is saved, restored or enabled in the wrong place",
       "Regions with interrupts off nest only if each saves and restores the flag in a variable of "
       "its own; enabling inside one lets interrupt handlers in where a lock they take may be "
       "held.",
       {667},
       checkIrqFlags},
      {"sleep-in-atomic",
       "LO1005",
       "Something that may sleep is called where sleeping is forbidden",
       "With preemption, bottom halves or interrupts off, in an RCU reader or in an interrupt "
       "handler, the scheduler must not be called: the machine can hang or corrupt data. Call it "
       "before the lock is taken or after it is given back, use a variant that does not sleep "
       "(GFP_ATOMIC), or a mutex instead of the spinlock.",
       {667},
       checkSleepInAtomic},
      {"irq-inversion",
       "LO1006",
       "A lock that an interrupt takes is taken with interrupts on",
       "The interrupt can come on the processor that holds the lock, and then waits for it for "
       "ever. Take the lock with interrupts (or bottom halves) off wherever an interrupt cannot "
       "be excluded: spin_lock_irqsave(), spin_lock_bh().",
       {833, 667},
       checkIrqInversion},
      {"wait-under-lock",
       "LO1007",
       "A thread waits, holding a lock that what it waits for needs",
       "Waiting for a work, timer, handler or thread to end takes for ever if that cannot end "
       "without the lock. Give the lock back before waiting, or stop taking it there.",
       {833, 667},
       checkWaitUnderLock},
  };
  return Table;
}

/// The object that a lock place belongs to: the place without its last members.
static TermId ownerOf(const TermTable &Terms, TermId Place) {
  while (Terms[Place].Kind == TermKind::Member || Terms[Place].Kind == TermKind::Element)
    Place = Terms[Place].A;
  return Place;
}

bool ofOneObject(const CheckInput &In, const OrderEvent &E) {
  const TermTable &Terms = In.Facts.Terms;
  if (In.Facts.acquired(E.In, E.FromAcquired).Kind == LockKind::Event) {
    const LockClass &From = (*In.Facts.Classes)[E.From], &To = (*In.Facts.Classes)[E.To];
    return !From.Global && !To.Global &&
           In.P.Fields[From.Path.front()].Owner == In.P.Fields[To.Path.front()].Owner;
  }
  TermId From = ownerOf(Terms, E.FromPlace);
  return From == ownerOf(Terms, E.ToPlace) && !(Terms.traits(From) & MentionsAny);
}

void lowerByStatement(Finding &F, const Acquisition &Held) {
  if (Held.Stated)
    F.lower(Confidence::Medium, "only an assertion says that a caller holds it");
}

void lowerByPointers(Finding &F, uint8_t Pointers) {
  if (Pointers == SeveralTargets)
    F.lower(Confidence::Low,
            "a call on the way goes through a function pointer with several targets");
  else if (Pointers == UniqueTarget)
    F.lower(Confidence::Medium, "a call on the way goes through a function pointer");
}

std::string fingerprint(llvm::StringRef CheckName, std::vector<std::string> Locks,
                        std::vector<std::string> Functions) {
  llvm::sort(Locks);
  llvm::sort(Functions);
  llvm::BLAKE3 Hash;
  auto Add = [&](llvm::StringRef Text) {
    Hash.update(Text);
    Hash.update(llvm::StringRef("\0", 1));
  };
  Add(CheckName);
  for (const std::string &L : Locks)
    Add(L);
  Add("");
  for (const std::string &F : Functions)
    Add(F);
  return llvm::toHex(Hash.final<16>(), /*LowerCase=*/true);
}

} // namespace lockorder
