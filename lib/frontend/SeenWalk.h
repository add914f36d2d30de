//===- SeenWalk.h - The ledger's independent count of lock operations -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Counts the places that name a lock API, by a walk over the AST and the macro names on the way to
// each token. It shares no code with the lowering (no CFG, no MacroIndex, no expressions), so that
// a site which the lowering overlooks shows up as a sum that does not hold.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "frontend/NameTable.h"
#include "kernel/KernelModel.h"

namespace lockorder {

/// Sites in these definitions, sorted and unique.
std::vector<ApiSite> seenSites(llvm::ArrayRef<const clang::FunctionDecl *> Definitions,
                               NameTable &Names, const KernelModel &Model);

} // namespace lockorder
