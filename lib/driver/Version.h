//===- Version.h - The tool's version -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

namespace lockorder {

inline constexpr const char *Version = "0.1.0";

} // namespace lockorder
