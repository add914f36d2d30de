//===- Roots.h - --root: only what these functions reach -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "link/Program.h"

namespace lockorder {

/// Empties the bodies of functions that no root reaches. A root is FUNCTION or FILE:FUNCTION, FILE
/// being the end of a path. Fails when a root names nothing, with names that are near. No roots: no
/// change.
llvm::Error restrictToRoots(Program &P, const std::vector<std::string> &Roots);

} // namespace lockorder
