//===- ModelCheck.h - Does the tree have what the model speaks of? -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts about a kernel go stale silently: a function is renamed, a macro gets one more argument,
// and the analysis is blind where it was right. So an entry of the model that no analysed unit
// names is looked up in the tree's headers, as text:
//
//   linux.yaml:12: the tree has no down_foo
//   linux.yaml:12: down_foo has 1 argument in include/linux/foo.h:7, but the entry speaks of arg1
//   linux.yaml:12: no analysed unit names down_foo
//
// Not modelled: what a header declares by pasting names together.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "kernel/KernelModel.h"
#include "link/Program.h"

namespace lockorder {

/// One line for each such entry, sorted by name. Reads the headers of the tree once.
std::vector<std::string> checkModel(const KernelModel &Model, const Program &P);

} // namespace lockorder
