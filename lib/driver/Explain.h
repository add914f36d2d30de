//===- Explain.h - Why two locks are, or are not, reported -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "driver/Pipeline.h"

namespace lockorder {

/// Prints what the graph knows of the orders between two lock classes: the witnesses of each
/// direction, and for the pair the reason why it is a finding or none. Locks are named as in
/// reports; the part before '@' suffices. Fails, with near names, when a name fits no class.
llvm::Error explain(const Analysis &A, llvm::StringRef First, llvm::StringRef Second,
                    llvm::raw_ostream &Out);

} // namespace lockorder
