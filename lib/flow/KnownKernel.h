//===- KnownKernel.h - Summaries and orders of a kernel that is not here -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: what of a file of kernel facts concerns this program?
//
// A file has a hundred thousand summaries; a module calls a few hundred functions. So only what is
// called is read, with what stands on the way of a witness; of the orders, those that can close a
// cycle with an order of the module; of the uses by interrupts, those of locks that the module
// takes as well.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/Entries.h"
#include "llvm/ADT/DenseMap.h"

namespace lockorder {

class KnownKernel {
public:
  /// All outlive it. `P` has adopted `Known`.
  KnownKernel(const Program &P, const KernelFacts &Known, LockFacts &Facts);

  /// `F`, one of the file's functions, gets its summary. Idempotent.
  void install(FunctionId F);
  /// Once everything that has a body is analysed: entry points of the kernel that use the same
  /// locks, with interrupts on or in one.
  void addUses();
  /// Classes that the kernel's orders want.
  std::set<ClassId> wanted();
  /// Last, after wanted(): they are chosen by the orders that are there.
  void addOrders();

  /// How members are called.
  std::vector<CalledUnder> contexts();

private:
  class Reader;
  bool isReplaced(FunctionId F) const { return F && Replaced[F.index()]; }
  bool isReplaced(FunctionId In, const Acquisition &A);
  struct Edge {
    ClassId From, To;
    std::string Events; ///< see addOrders()
  };
  void readEdges();

  const Program &P;
  const KernelFacts &Known;
  LockFacts &Facts;
  std::vector<bool> Replaced;    ///< by FunctionId: its code is here, perhaps changed
  std::vector<bool> Installed;   ///< by function of the file
  std::vector<Edge> Edges;       ///< all that the file has
  std::vector<TermId> TermsHere; ///< by term of the file; none: not read yet
  /// What isReplaced() has said of acquisitions on a way, by function and index.
  llvm::DenseMap<std::pair<uint32_t, uint32_t>, bool> OnTheWay;
};

} // namespace lockorder
