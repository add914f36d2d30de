//===- UnitFile.cpp - Unit files written whole or not at all ---------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Error.h"
#include "base/WholeFile.h"
#include "lockir/Text.h"
#include "unit/Unit.h"
#include "llvm/Support/MemoryBuffer.h"

namespace lockorder {

llvm::Error writeUnit(const TranslationUnit &Unit, const std::string &Path) {
  // What could not be read again is not written.
  if (llvm::Error E = verify(Unit))
    return addContext(Path + ": not written, because the unit is invalid (a bug of lockorder)",
                      std::move(E));
  std::string Bytes = serialize(Unit);
  if (auto Before = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                                /*RequiresNullTerminator=*/false,
                                                /*IsVolatile=*/true);
      Before && (*Before)->getBuffer() == Bytes)
    return llvm::Error::success();
  if (llvm::Error E = writeWholeFile(Path, Bytes))
    return makeError(llvm::toString(std::move(E)) +
                     "; check the folder and the space left, then extract it again");
  return llvm::Error::success();
}

llvm::Expected<TranslationUnit> readUnit(const std::string &Path, UnitPart Part) {
  // Volatile: read, not mapped, so that a file that shrinks meanwhile is an error and no SIGBUS.
  auto Bytes = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false, /*RequiresNullTerminator=*/false,
                                           /*IsVolatile=*/true);
  if (!Bytes)
    return makeError(Path + ": cannot read: " + Bytes.getError().message() +
                     "; extract it first, or check the path");
  return deserialize((*Bytes)->getBuffer(), Path, Part);
}

} // namespace lockorder
