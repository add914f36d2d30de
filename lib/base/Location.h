//===- Location.h - A place in a source file --------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace lockorder {

/// Where a user finds something: through macros, this is the place of the outermost expansion.
/// Lines and columns count from 1; 0 means unknown. `File` is absolute and normalized until the
/// report makes it relative to the source root.
struct Location {
  std::string File;
  uint32_t Line = 0;
  uint32_t Column = 0;

  friend auto operator<=>(const Location &, const Location &) = default;
};

} // namespace lockorder
