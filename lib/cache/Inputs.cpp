//===- Inputs.cpp - What a result was made of -------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Inputs.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

namespace lockorder {
namespace {

/// Notes the hash of the very bytes that were handed out.
class RecordedFile : public llvm::vfs::File {
public:
  RecordedFile(std::unique_ptr<llvm::vfs::File> Real, ContentHash &Hash)
      : Real(std::move(Real)), Hash(Hash) {}

  llvm::ErrorOr<llvm::vfs::Status> status() override { return Real->status(); }
  llvm::ErrorOr<std::string> getName() override { return Real->getName(); }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const llvm::Twine &Name, int64_t Size, bool NullTerminated, bool Volatile) override {
    auto Buffer = Real->getBuffer(Name, Size, NullTerminated, Volatile);
    if (Buffer)
      Hash = hashOf((*Buffer)->getBuffer());
    return Buffer;
  }
  std::error_code close() override { return Real->close(); }

private:
  std::unique_ptr<llvm::vfs::File> Real;
  ContentHash &Hash;
};

} // namespace

ContentHash hashOf(llvm::StringRef Bytes) {
  llvm::BLAKE3Result<16> Digest = llvm::BLAKE3::hash<16>(llvm::arrayRefFromStringRef(Bytes));
  ContentHash Hash;
  std::copy(Digest.begin(), Digest.end(), Hash.begin());
  return Hash;
}

std::string toHex(const ContentHash &Hash) { return llvm::toHex(Hash, /*LowerCase=*/true); }

std::string RecordingFileSystem::absolute(const llvm::Twine &Path) const {
  llvm::SmallString<256> Full;
  Path.toVector(Full);
  (void)makeAbsolute(Full);
  return std::string(Full);
}

llvm::ErrorOr<llvm::vfs::Status> RecordingFileSystem::status(const llvm::Twine &Path) {
  auto Found = ProxyFileSystem::status(Path);
  if (!Found)
    To.Absent.insert(absolute(Path));
  return Found;
}

llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
RecordingFileSystem::openFileForRead(const llvm::Twine &Path) {
  auto Found = ProxyFileSystem::openFileForRead(Path);
  if (!Found) {
    To.Absent.insert(absolute(Path));
    return Found;
  }
  ContentHash &Hash = To.Files[absolute(Path)];
  return std::make_unique<RecordedFile>(std::move(*Found), Hash);
}

const ContentHash *FileHashes::of(llvm::StringRef Path) {
  auto [It, New] = Known.try_emplace(Path);
  if (New)
    if (auto Bytes = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                                 /*RequiresNullTerminator=*/false,
                                                 /*IsVolatile=*/true))
      It->second = hashOf((*Bytes)->getBuffer());
  return It->second ? &*It->second : nullptr;
}

bool FileHashes::isAbsent(llvm::StringRef Path) {
  auto [It, New] = KnownAbsent.try_emplace(Path);
  if (New)
    It->second = !llvm::sys::fs::exists(Path);
  return It->second;
}

bool FileHashes::areCurrent(const InputFiles &Then) {
  for (const auto &[Path, Hash] : Then.Files) {
    const ContentHash *Now = of(Path);
    bool OnlyAsked = Hash == ContentHash{}; // __has_include
    if (!Now || (!OnlyAsked && *Now != Hash))
      return false;
  }
  for (const std::string &Path : Then.Absent)
    if (!isAbsent(Path))
      return false;
  return true;
}

std::string dependencyRule(llvm::StringRef Target, const InputFiles &Inputs) {
  auto Escaped = [](llvm::StringRef Path) {
    std::string Out;
    for (char C : Path) {
      if (C == ' ' || C == '#')
        Out += '\\';
      if (C == '$')
        Out += '$';
      Out += C;
    }
    return Out;
  };
  std::string Rule = Escaped(Target) + ":";
  for (const auto &[Path, Hash] : Inputs.Files)
    Rule += " \\\n  " + Escaped(Path);
  return Rule + "\n";
}

} // namespace lockorder
