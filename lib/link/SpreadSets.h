//===- SpreadSets.h - What places hold that are copied to each other -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: a place holds some functions, others get what it holds, and so on: who holds what?
//
//   hold(a, f)   copy(a, b)   copy(b, c)   copy(c, b)   hold(c, g)
//
//   a: {f}    b, c: {f, g}      one set, kept once
//
// Places that copy to each other hold the same, and most others have one source only. So places are
// taken group by group, sources first, and equal sets are one set. One pass in place of a worklist,
// and the memory is that of the sets that differ: an allmodconfig has millions of places, and some
// thousands of sets. Off-line cycle elimination as in Faehndrich et al., "Partial online cycle
// elimination in inclusion constraint graphs" (PLDI 1998); shared sets as in Hardekopf and Lin,
// "The ant and the grasshopper" (PLDI 2007).
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <set>
#include <vector>

namespace lockorder {

class SpreadSets {
public:
  using Place = uint32_t;

  void hold(Place Where, FunctionId F) { Held.push_back({Where, F}); }
  void copy(Place From, Place To) {
    if (From != To)
      Copies.push_back({From, To});
  }

  /// Answers heldBy() for all that was said until now. Linear in that, times the functions that a
  /// place holds.
  void spread();

  /// Sorted, unique; valid until the next spread().
  llvm::ArrayRef<FunctionId> heldBy(Place Where) const;

  /// Where a place is copied to, after spread(), as often as it was said.
  llvm::ArrayRef<Place> copiesOf(Place From) const;

private:
  using Set = std::vector<FunctionId>;

  const Set *unite(llvm::SmallVectorImpl<const Set *> &Parts, Set Own);

  std::vector<std::pair<Place, FunctionId>> Held; ///< sorted by spread()
  std::vector<std::pair<Place, Place>> Copies;    ///< as they were said
  std::vector<Place> CopiedTo;                    ///< of all places, one after the other
  std::vector<uint32_t> FirstCopy;                ///< by place, where its ones begin; and the end
  std::set<Set> Sets;             ///< all that there are; their addresses tell them apart
  std::vector<const Set *> SetOf; ///< by place; null: it holds nothing
};

} // namespace lockorder
