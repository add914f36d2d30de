//===- LockGraph.h - The lock-order graph and its cycles -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: can threads wait for each other in a circle?
//
//   forward():  holds a, wants b      a --> b
//   backward(): holds b, wants a      b --> a       the cycle a -> b -> a
//
// A vertex is a lock class, an edge "acquires To while holding From" with the events that show it.
// A cycle counts if one event can be chosen for each edge such that
//   - no gate lock, held exclusively by all of them since before their first lock, keeps them
//   apart;
//   - no edge wants as a recursive reader what the next one holds as a reader (lockdep-design.rst,
//     "Detection of deadlocks with recursive read locks");
//   - not all of them run only while the kernel or a module starts or stops;
//   - each is taken on some path that nothing was joined into (flow/Refine.h).
// Trylocks have no incoming edge: flow does not report any.
//
// Which cycles: all of length two, and for each edge that is in no shorter one a shortest cycle
// through it, once for each set of classes. Time O(edges * vertices) per strongly connected
// component in the worst case.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "order/CycleTests.h"
#include <array>

namespace lockorder {

/// All that was seen of one order.
struct OrderEdge {
  static constexpr size_t MaxEvents = 24;
  ClassId From, To;
  std::vector<uint32_t> Events; ///< into LockFacts::Orders, the most believable first
  uint64_t Total = 0;           ///< also those beyond MaxEvents
};

struct LockCycle {
  std::vector<ClassId> Classes; ///< c0 -> c1 -> ... -> c0, the first by name first
  std::vector<uint32_t> Events; ///< one for each edge, into LockFacts::Orders
  uint64_t Support = 0;         ///< events seen for all edges together
  bool Unconfirmed = false;     ///< too many paths to follow each
};

/// How the graph shrank, for --stats.
struct GraphCounts {
  uint64_t Candidates = 0; ///< class sets that form a cycle
  uint64_t Redundant = 0;  ///< of these, with an edge of a shorter one
  std::array<uint64_t, static_cast<size_t>(CycleDrop::None)> Dropped = {};
  uint64_t Refined = 0; ///< functions of which each path was followed
};

class LockGraph {
public:
  class Builder;

  const std::vector<OrderEdge> &edges() const { return Edges; } ///< sorted by (From, To)
  const OrderEdge *find(ClassId From, ClassId To) const;
  llvm::ArrayRef<OrderEdge> from(ClassId From) const;
  const std::vector<LockCycle> &cycles() const { return Cycles; } ///< sorted by class names
  /// Sorted sets of classes that form a cycle which cannot happen, and how far the best choice of
  /// events came.
  const std::map<std::vector<ClassId>, CycleDrop> &dropped() const { return Dropped; }
  const GraphCounts &counts() const { return Counts; }

private:
  std::vector<OrderEdge> Edges;
  std::vector<LockCycle> Cycles;
  std::map<std::vector<ClassId>, CycleDrop> Dropped;
  GraphCounts Counts;
};

LockGraph buildLockGraph(const Program &P, const LockFacts &Facts, OrderRefinement &Refinement);

} // namespace lockorder
