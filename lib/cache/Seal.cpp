//===- Seal.cpp - Bytes that tell whether they are whole --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Seal.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/xxhash.h"

namespace lockorder {
namespace {

constexpr llvm::StringLiteral Magic = "lockseal";
constexpr size_t HeaderSize = 8 + 8 + 8 + 1;
constexpr uint64_t Largest = uint64_t(8) << 30; ///< what claims to be larger is damaged

uint64_t checksum(llvm::StringRef Bytes) {
  return llvm::xxh3_64bits(llvm::arrayRefFromStringRef(Bytes));
}

} // namespace

std::string seal(llvm::StringRef Content) {
  std::string Out = Magic.str();
  char Number[8];
  auto Append = [&](uint64_t N) {
    llvm::support::endian::write64le(Number, N);
    Out.append(Number, sizeof(Number));
  };
  Append(Content.size());
  Append(checksum(Content));
  if (!llvm::compression::zstd::isAvailable()) {
    Out += '\0';
    return Out += Content;
  }
  llvm::SmallVector<uint8_t, 0> Packed;
  llvm::compression::zstd::compress(llvm::arrayRefFromStringRef(Content), Packed,
                                    llvm::compression::zstd::BestSpeedCompression);
  Out += '\1';
  return Out += llvm::toStringRef(Packed);
}

std::unique_ptr<llvm::MemoryBuffer> unseal(llvm::StringRef Sealed) {
  if (Sealed.size() < HeaderSize || !Sealed.starts_with(Magic))
    return nullptr;
  uint64_t Size = llvm::support::endian::read64le(Sealed.data() + 8);
  uint64_t Sum = llvm::support::endian::read64le(Sealed.data() + 16);
  bool Packed = Sealed[HeaderSize - 1] != '\0';
  llvm::StringRef Body = Sealed.drop_front(HeaderSize);
  if (Size > Largest || (Packed && !llvm::compression::zstd::isAvailable()))
    return nullptr;
  auto Content = llvm::WritableMemoryBuffer::getNewUninitMemBuffer(Size);
  if (!Content)
    return nullptr;
  if (Packed) {
    size_t Unpacked = Size;
    if (llvm::Error E = llvm::compression::zstd::decompress(
            llvm::arrayRefFromStringRef(Body),
            reinterpret_cast<uint8_t *>(Content->getBufferStart()), Unpacked)) {
      llvm::consumeError(std::move(E));
      return nullptr;
    }
    if (Unpacked != Size)
      return nullptr;
  } else {
    if (Body.size() != Size)
      return nullptr;
    llvm::copy(Body, Content->getBufferStart());
  }
  std::unique_ptr<llvm::MemoryBuffer> Out = std::move(Content);
  return checksum(Out->getBuffer()) == Sum ? std::move(Out) : nullptr;
}

} // namespace lockorder
