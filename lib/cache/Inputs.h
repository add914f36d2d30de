//===- Inputs.h - What a result was made of ---------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: would Clang see the same again? It does if every file that it opened has the same
// content, and every name that it looked for in vain still names nothing: a header that appears
// earlier on the include path, or that `__has_include` asked for, is another program.
//
// A RecordingFileSystem notes both while Clang runs on it. ccache's depend mode has only the files.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <array>
#include <map>
#include <set>
#include <string>

namespace lockorder {

/// Half of a BLAKE3 digest: 128 bits tell all files of the world apart.
using ContentHash = std::array<uint8_t, 16>;

ContentHash hashOf(llvm::StringRef Bytes);
std::string toHex(const ContentHash &Hash);

/// Names are absolute, as Clang wrote them: not normalised.
struct InputFiles {
  std::map<std::string, ContentHash> Files; ///< opened, with their content; none: never read
  std::set<std::string> Absent;             ///< looked for and not found
  friend bool operator==(const InputFiles &, const InputFiles &) = default;
};

/// "TARGET: FILE FILE ...", as make and ninja read it. What was looked for in vain has no place
/// there.
std::string dependencyRule(llvm::StringRef Target, const InputFiles &Inputs);

/// The disk, with notes. One object serves one unit.
class RecordingFileSystem : public llvm::vfs::ProxyFileSystem {
public:
  /// The notes go to `To`, which outlives this object.
  explicit RecordingFileSystem(InputFiles &To)
      : ProxyFileSystem(llvm::vfs::createPhysicalFileSystem()), To(To) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override { return bool(status(Path)); }
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine &Path) override;

private:
  std::string absolute(const llvm::Twine &Path) const;
  InputFiles &To;
};

/// Whether inputs are as they were. Looks at each file once in its life: units share most headers.
class FileHashes {
public:
  bool areCurrent(const InputFiles &Then);
  /// None: cannot be read.
  const ContentHash *of(llvm::StringRef Path);

private:
  bool isAbsent(llvm::StringRef Path);
  llvm::StringMap<std::optional<ContentHash>> Known;
  llvm::StringMap<bool> KnownAbsent;
};

} // namespace lockorder
