//===- YamlTree.h - A YAML document as a plain tree -------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Why not YAML::Node? A strict reader has no use for its exceptions, its silent conversions and its
// tolerance of duplicate keys (the speed is the same). This tree is filled from yaml-cpp's events;
// every node knows its place, and depth, size and number of nodes are limited. Anchors, aliases and
// tags are refused: the model does not need them, and aliases can blow up.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace lockorder {

struct YamlNode {
  enum class Kind : uint8_t { Null, Scalar, List, Map };
  Kind Is = Kind::Null;
  uint32_t Line = 0, Column = 0; ///< from 1
  std::string Text;              ///< Scalar
  std::vector<YamlNode> Items;   ///< List: the items; Map: key, value, key, value, in file order
};

/// "a list", "a map", "a single value", "nothing": for messages.
llvm::StringRef describe(YamlNode::Kind Kind);

/// The single document in `Text`. Errors: "NAME:LINE:COLUMN: what; what to do".
llvm::Expected<YamlNode> parseYaml(llvm::StringRef Text, llvm::StringRef Name);

} // namespace lockorder
