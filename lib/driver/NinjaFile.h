//===- NinjaFile.h - Extraction as a build ----------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Who has a build farm has a launcher for it: `srun`, `rewrapper`, a shell script with ssh. Ninja
// runs one such command per unit, in parallel, and again only for what has changed: each unit has
// its dependency file, and a unit that came out the same is not written (`restat`). So the link
// that follows has nothing to do where nothing changed.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "compdb/CompileJobs.h"
#include "llvm/Support/raw_ostream.h"

namespace lockorder {

struct NinjaBuild {
  std::string Tool;                    ///< lockorder, as each command is to call it; absolute
  std::string Units;                   ///< folder of the units; absolute
  std::string Launcher;                ///< before each command, as a shell reads it; may be empty
  std::vector<std::string> ModelFiles; ///< absolute
};

/// A build.ninja with an edge for each job. Its default target is all of them.
void writeNinjaFile(const CompileJobs &Jobs, const NinjaBuild &Build, llvm::raw_ostream &Out);

} // namespace lockorder
