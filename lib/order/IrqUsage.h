//===- IrqUsage.h - Which locks interrupts take, and which are taken with them on -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// lockdep's usage bits (Documentation/locking/lockdep-design.rst, "State"), of classes, from where
// threads of execution begin:
//
//   used in hardirq:   some handler takes it          IN-HARDIRQ
//   hardirq unsafe:    something takes it, hardirqs on    HARDIRQ-ON
//
// The same for softirqs, which are also off where hard interrupts are.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockFacts.h"
#include <map>
#include <optional>

namespace lockorder {

/// One acquisition of a class, from where its thread begins.
struct IrqUse {
  const EntryPoint *From = nullptr;
  uint32_t Acquired = 0; ///< of From->Function
};

/// By "is a reader": the most believable one.
struct IrqUses {
  std::optional<IrqUse> In[2], On[2];
};

class IrqUsage {
public:
  IrqUsage(const Program &P, const LockFacts &Facts);

  /// `C`: Hardirq or Softirq.
  const std::map<ClassId, IrqUses> &in(Context C) const {
    return C == Context::Hardirq ? Hard : Soft;
  }

  const Acquisition &acquired(const IrqUse &U) const {
    return Facts.acquired(U.From->Function, U.Acquired);
  }
  bool isReader(const IrqUse &U) const { return acquired(U).Mode != LockMode::Exclusive; }

  /// The smaller, the more it is believed: of everybody's code, for instance, more than of a
  /// driver's, which has its own objects.
  std::tuple<bool, uint8_t, bool, bool, bool, uint16_t, FunctionId, uint32_t> cost(const IrqUse &,
                                                                                   Context C) const;

  /// By what it does itself, it surely runs where interrupts of that sort can come: it sleeps,
  /// switches hard interrupts on whatever they were, or goes on as an interrupt does.
  bool isInterruptible(FunctionId F, Context C) const;

private:
  void collect(const EntryPoint &E);
  void note(std::optional<IrqUse> &Best, IrqUse U, Context C) const;

  const Program &P;
  const LockFacts &Facts;
  struct Interruptible {
    bool Hard = false, Soft = false;
  };
  std::vector<Interruptible> Runs; ///< by function where a thread begins: isInterruptible()
  std::map<ClassId, IrqUses> Hard, Soft;
};

} // namespace lockorder
