//===- Unit.h - Unit files: one object's lock program on disk ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Extraction and linking meet in files, possibly made on another machine, by another version, or
// cut short by a full disk. So a reader trusts nothing: identifier, version, FlatBuffers' verifier,
// a checksum, and the lock program's own verifier, in this order; then the unit is as if just
// extracted. Equal units have equal bytes.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/Support/Error.h"

namespace lockorder {

/// The bytes of a unit file (format: Unit.fbs). Deterministic.
std::string serialize(const TranslationUnit &Unit);

/// What is read of a unit.
enum class UnitPart {
  Whole,
  Outline, ///< what it defines and exports: names and files; functions have no more than a name,
           ///< flags, a type and a place
  Trusted, ///< whole, of a file known to be what this very program has written, by a hash: the lock
           ///< program in it is not verified again
};

/// `Name` is used in errors only: "NAME: not a lockorder unit; ..." and the like.
llvm::Expected<TranslationUnit> deserialize(llvm::StringRef Bytes, llvm::StringRef Name,
                                            UnitPart Part = UnitPart::Whole);

/// Writes to a temporary beside `Path` and renames, so that a reader sees all or nothing. A file
/// that has these bytes already stays, with its time: who builds with units need not link again.
llvm::Error writeUnit(const TranslationUnit &Unit, const std::string &Path);
llvm::Expected<TranslationUnit> readUnit(const std::string &Path, UnitPart Part = UnitPart::Whole);

} // namespace lockorder
