//===- Nodes.h - What each kind of expression is made of --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The facts about expressions that the verifier, the parser, the canonical form and the unit file
// share, each stated once: which members of a `Node` count for which `Op`, how large an expression
// is, and whether a table has a node already.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/Canonical.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace lockorder {

enum class Operand : uint8_t { None, Place, Value };

/// The one member besides A, B and Value that a node may use.
enum class Reference : uint8_t { None, Variable, Sym, Fld };

/// Which members of a `Node` of one kind count. The others are zero or none().
struct NodeShape {
  Operand A = Operand::None;
  Operand B = Operand::None;
  Reference Ref = Reference::None;
  bool HasNumber = false;   ///< Value is any number
  bool HasOperator = false; ///< Value is a UnaryOp or a BinaryOp
};

constexpr unsigned OpCount = static_cast<unsigned>(Op::Outer) + 1;
constexpr unsigned UnaryOpCount = static_cast<unsigned>(UnaryOp::BitNot) + 1;
constexpr unsigned BinaryOpCount = static_cast<unsigned>(BinaryOp::Ge) + 1;

/// `Kind` must be one of the enumerators.
const NodeShape &shapeOf(Op Kind);

/// Depth and size of an expression written out as a tree.
struct Extent {
  uint32_t Depth = 0;
  uint32_t Size = 0;
  bool tooLarge() const { return Depth > MaxExpressionDepth || Size > MaxExpressionSize; }
};

/// The extent of a node whose operands' extents are in `Earlier`, by node id. Sizes saturate just
/// above the limit.
Extent extentOf(const Node &N, const std::vector<Extent> &Earlier);

/// Finds equal nodes of one table: open addressing over node ids.
class NodeSet {
public:
  /// Forgets all, and makes room for a table of about that size.
  void reset(size_t Expected);
  /// The node of `Nodes` equal to `Nodes[New]` that was inserted first; possibly `New` itself.
  NodeId insert(const std::vector<Node> &Nodes, NodeId New);

private:
  void grow(const std::vector<Node> &Nodes);
  std::vector<uint32_t> Slots; ///< raw node ids; a power of two of them
  size_t Count = 0;
};

} // namespace lockorder
