//===- Canonical.cpp - One way to write down each function ----------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lockir/Canonical.h"
#include "lockir/Nodes.h"
#include <algorithm>
#include <tuple>

namespace lockorder {
namespace {

constexpr uint32_t EmptySlot = 0xffffffff;

uint64_t hashOf(const Node &N) {
  uint64_t Hash = static_cast<uint64_t>(N.Kind);
  auto Mix = [&](uint64_t Word) {
    Hash = (Hash ^ Word) * 0x9e3779b97f4a7c15u;
    Hash ^= Hash >> 32;
  };
  Mix(static_cast<uint64_t>(N.A.raw()) << 32 | N.B.raw());
  Mix(static_cast<uint64_t>(N.Variable.raw()) << 32 | N.Sym.raw());
  Mix(N.Fld.raw());
  Mix(static_cast<uint64_t>(N.Value));
  return Hash;
}

/// Two passes: all nodes, without duplicates and cut to size, in the old order; then those in use,
/// in the order of use.
class Canonicalizer {
public:
  explicit Canonicalizer(Function &F) : F(F) {}

  unsigned run() {
    unify();
    std::vector<Node> Final;
    Renumbered.assign(Unified.size(), NodeId());
    forEachUse(F, [&](NodeId &Use) {
      if (Use)
        Use = number(UnifiedOf[Use.index()], Final);
    });
    F.Nodes = std::move(Final);
    return Cuts;
  }

private:
  void unify() {
    Set.reset(F.Nodes.size());
    UnifiedOf.reserve(F.Nodes.size());
    for (Node N : F.Nodes) {
      assert((!N.A || N.A.index() < UnifiedOf.size()) && (!N.B || N.B.index() < UnifiedOf.size()) &&
             "an operand must be an earlier node");
      if (N.A)
        N.A = UnifiedOf[N.A.index()];
      if (N.B)
        N.B = UnifiedOf[N.B.index()];
      UnifiedOf.push_back(extentOf(N, Extents).tooLarge() ? unknownFor(N) : add(N));
    }
  }

  NodeId add(const Node &N) {
    NodeId New(static_cast<uint32_t>(Unified.size()));
    Unified.push_back(N);
    NodeId Found = Set.insert(Unified, New);
    if (Found != New)
      Unified.pop_back();
    else
      Extents.push_back(extentOf(N, Extents));
    return Found;
  }

  NodeId unknownFor(const Node &N) {
    ++Cuts;
    Node Unknown;
    Unknown.Value = freshTag();
    NodeId Id = add(Unknown);
    if (!isPlace(N.Kind))
      return Id;
    Node Deref;
    Deref.Kind = Op::Deref;
    Deref.A = Id;
    return add(Deref);
  }

  int64_t freshTag() {
    if (!NextTag) {
      int64_t Largest = 0;
      for (const Node &N : F.Nodes)
        if (N.Kind == Op::Unknown)
          Largest = std::max(Largest, N.Value);
      NextTag = static_cast<uint64_t>(Largest);
    }
    return static_cast<int64_t>(++*NextTag);
  }

  /// Recursion is bounded: unify() has cut what is too deep.
  NodeId number(NodeId Old, std::vector<Node> &Final) {
    if (Renumbered[Old.index()])
      return Renumbered[Old.index()];
    Node N = Unified[Old.index()];
    if (N.A)
      N.A = number(N.A, Final);
    if (N.B)
      N.B = number(N.B, Final);
    Final.push_back(N);
    return Renumbered[Old.index()] = NodeId(static_cast<uint32_t>(Final.size() - 1));
  }

  Function &F;
  std::vector<Node> Unified;
  std::vector<Extent> Extents;    ///< by unified id
  std::vector<NodeId> UnifiedOf;  ///< by original id
  std::vector<NodeId> Renumbered; ///< by unified id
  NodeSet Set;
  std::optional<uint64_t> NextTag;
  unsigned Cuts = 0;
};

} // namespace

Extent extentOf(const Node &N, const std::vector<Extent> &Earlier) {
  Extent Result{1, 1};
  for (NodeId Operand : {N.A, N.B}) {
    if (!Operand)
      continue;
    const Extent &E = Earlier[Operand.index()];
    Result.Depth = std::max(Result.Depth, E.Depth + 1);
    Result.Size = std::min(Result.Size + E.Size, MaxExpressionSize + 1);
  }
  return Result;
}

void NodeSet::reset(size_t Expected) {
  size_t Size = 16;
  while (Size < 2 * Expected)
    Size *= 2;
  Slots.assign(Size, EmptySlot);
  Count = 0;
}

NodeId NodeSet::insert(const std::vector<Node> &Nodes, NodeId New) {
  if (2 * (Count + 1) > Slots.size())
    grow(Nodes);
  const Node &N = Nodes[New.index()];
  size_t Mask = Slots.size() - 1;
  for (size_t Slot = hashOf(N) & Mask;; Slot = (Slot + 1) & Mask) {
    if (Slots[Slot] == EmptySlot) {
      Slots[Slot] = New.raw();
      ++Count;
      return New;
    }
    if (Nodes[Slots[Slot]] == N)
      return NodeId(Slots[Slot]);
  }
}

void NodeSet::grow(const std::vector<Node> &Nodes) {
  std::vector<uint32_t> Old = std::move(Slots);
  Slots.assign(std::max<size_t>(16, 2 * Old.size()), EmptySlot);
  size_t Mask = Slots.size() - 1;
  for (uint32_t Id : Old) {
    if (Id == EmptySlot)
      continue;
    size_t Slot = hashOf(Nodes[Id]) & Mask;
    while (Slots[Slot] != EmptySlot)
      Slot = (Slot + 1) & Mask;
    Slots[Slot] = Id;
  }
}

unsigned canonicalize(Function &F) { return Canonicalizer(F).run(); }

bool operator==(const TranslationUnit &A, const TranslationUnit &B) {
  auto Members = [](const TranslationUnit &U) {
    return std::tie(U.Object, U.Source, U.Module, U.IsModule, U.Files, U.Names, U.Records, U.Fields,
                    U.Symbols, U.Functions, U.Pointers, U.Inits, U.Roots, U.Exports, U.Objects,
                    U.Seen, U.Skipped, U.Problems, U.ProblemCount);
  };
  return Members(A) == Members(B);
}

} // namespace lockorder
