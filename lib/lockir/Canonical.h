//===- Canonical.h - One way to write down each function --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The same function can be lowered into many node tables: with duplicates, with leftovers, in any
// order. Only one of them is canonical, and `verify` accepts no other: each node occurs once, is
// used, and stands in the order of first use by the events (blocks in order; per block its events,
// then its condition; per event its nodes in the order of `forEachNode`; operands before their
// users, A before B). So a function's nodes need not be written down: they follow from its events,
// which is why `parse(dump(unit)) == unit`, and equal functions of two units have equal nodes up to
// table ids.
//
// Whoever builds functions (the frontend, the parser) adds nodes as is convenient, and ends with
// `canonicalize`.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"

namespace lockorder {

/// An expression is at most this deep, and written out it has at most this many nodes: so all
/// stages may recurse over expressions, and a dump is linear in the unit. The kernel's deepest are
/// near 40.
constexpr unsigned MaxExpressionDepth = 250;
constexpr unsigned MaxExpressionSize = 4096;

/// Brings `F.Nodes` into canonical form and renumbers all that refers to it. Operands must be
/// earlier nodes already. An expression beyond the limits above is replaced by an unknown (a place
/// by what an unknown points to); the number of these is returned.
unsigned canonicalize(Function &F);

/// Whether two units are the same in everything, table order included.
bool operator==(const TranslationUnit &A, const TranslationUnit &B);

/// Calls `Visit` with each node id that the event names, none() included, in canonical order. The
/// event may be const or not; then the ids are.
template <typename EventType, typename Visitor> void forEachNode(EventType &E, Visitor &&Visit) {
  if (auto *Api = std::get_if<ApiEvent>(&E)) {
    for (auto &Each : Api->Effects) {
      Visit(Each.Object);
      Visit(Each.Nest);
      Visit(Each.Flags);
    }
  } else if (auto *Call = std::get_if<CallEvent>(&E)) {
    Visit(Call->Callee);
    for (auto &Argument : Call->Arguments)
      Visit(Argument);
    Visit(Call->Gfp);
  } else if (auto *Assign = std::get_if<AssignEvent>(&E)) {
    Visit(Assign->Target);
    Visit(Assign->Value);
  } else if (auto *Return = std::get_if<ReturnEvent>(&E)) {
    Visit(Return->Value);
  }
}

/// Calls `Visit` with each place of a function's code: its own, then those of its events.
template <typename Visitor> void forEachPlace(const Function &F, Visitor &&Visit) {
  Visit(F.Where);
  for (const Block &Each : F.Blocks)
    for (const Event &E : Each.Events)
      std::visit([&](const auto &Kind) { Visit(Kind.Where); }, E);
}

/// Calls `Visit` with each node id of all blocks of a function, conditions included.
template <typename FunctionType, typename Visitor>
void forEachUse(FunctionType &F, Visitor &&Visit) {
  for (auto &Each : F.Blocks) {
    for (auto &E : Each.Events)
      forEachNode(E, Visit);
    Visit(Each.Condition);
  }
}

} // namespace lockorder
