//===- WholeFile.cpp - Files that are there whole or not at all -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/WholeFile.h"
#include "base/Error.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

namespace lockorder {
namespace {

/// Writes and closes; both may be where a full disk or a lost server shows.
std::error_code writeAll(int Descriptor, llvm::StringRef Bytes) {
  llvm::raw_fd_ostream Out(Descriptor, /*shouldClose=*/true);
  Out << Bytes;
  Out.close();
  std::error_code Failure = Out.error();
  Out.clear_error(); // else the stream's destructor ends the process
  return Failure;
}

} // namespace

llvm::Error writeWholeFile(const std::string &Path, llvm::StringRef Bytes) {
  auto Failed = [&](const char *What, std::error_code Why) {
    return makeError(Path + ": cannot " + What + ": " + Why.message());
  };
  int Descriptor = -1;
  llvm::SmallString<128> Temporary;
  if (std::error_code Why =
          llvm::sys::fs::createUniqueFile(Path + ".%%%%%%%%.tmp", Descriptor, Temporary))
    return Failed("create a temporary file beside it", Why);
  llvm::sys::RemoveFileOnSignal(Temporary);
  std::error_code Why = writeAll(Descriptor, Bytes);
  const char *What = "write it";
  if (!Why) {
    What = "rename its temporary file";
    Why = llvm::sys::fs::rename(Temporary, Path);
  }
  if (Why)
    llvm::sys::fs::remove(Temporary);
  llvm::sys::DontRemoveFileOnSignal(Temporary);
  return Why ? Failed(What, Why) : llvm::Error::success();
}

} // namespace lockorder
