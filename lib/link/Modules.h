//===- Modules.h - Whether two files are two drivers ------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: can an object of this file's functions be one of that file's?
//
//   drivers/comedi/drivers/comedi_test.c    module_comedi_driver(waveform_driver);
//   drivers/comedi/drivers/das1800.c        module_comedi_driver(das1800_driver);
//
// A module has one module_init() (include/linux/module.h). So two files of a folder that have one
// each are two modules, and if neither calls the other, they are two drivers of one sort: each has
// devices of its own, which may well be of one record type.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "link/Program.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <set>

namespace lockorder {

class Modules {
public:
  explicit Modules(const Program &P);

  /// Linear in functions and calls: for what would be reported.
  bool areTwo(FunctionId A, FunctionId B) const;
  /// `Function` is everybody's and in tables of other drivers, and this one never names it. Linear
  /// in tables and code.
  bool isForOthers(FunctionId Function, OwnerId Driver) const;

private:
  bool names(OwnerId Driver, FunctionId Function) const;
  bool calls(FileId From, FileId To) const;
  bool callsAny(uint32_t Caller, llvm::function_ref<bool(FunctionId)> Such) const;

  const Program &P;
  std::set<FileId> Begin; ///< files with an initcall
};

} // namespace lockorder
