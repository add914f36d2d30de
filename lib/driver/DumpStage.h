//===- DumpStage.h - A stage's product as text -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "driver/Pipeline.h"

namespace lockorder {

/// The names that `dump --stage=` takes: "jobs", "unit", "program", "facts", "graph".
llvm::ArrayRef<llvm::StringRef> dumpStages();

/// Prints the product. "unit" prints every selected unit's lock program.
llvm::Error dumpStage(llvm::StringRef Stage, const PipelineOptions &Options,
                      const PipelineEvents &Events, llvm::raw_ostream &Out);

} // namespace lockorder
