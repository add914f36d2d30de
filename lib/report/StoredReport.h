//===- StoredReport.h - A report as bytes ----------------------- -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What was found of a kernel is kept whole, so that other questions about it (another file, tier,
// check or format) are answered without analysing it again.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "report/Report.h"
#include <optional>

namespace lockorder {

/// All but the descriptions of checks, the tool's version and the exit code.
std::string encodeReport(Report R);
/// None: these bytes are not what encodeReport() made.
std::optional<Report> decodeReport(llvm::StringRef Bytes);

} // namespace lockorder
