//===- Format.h - The frame of a unit file, for lib/unit only ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What Unit.fbs says in prose, as numbers. The version changes with the payload's schema, with
// every enumeration of lockir/LockIR.h and base/LockTypes.h, and with what the frontend means by
// them.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cstddef>
#include <cstdint>

namespace lockorder {

constexpr uint32_t UnitFormatVersion = 7;

constexpr size_t SizePrefix = 4;   ///< the bytes before the FlatBuffer
constexpr size_t ChecksumSize = 8; ///< the bytes after it
constexpr size_t SmallestUnitFile = SizePrefix + 8 + ChecksumSize;

/// A unit that claims to be larger than this is damaged; the largest of the kernel is a few MB.
constexpr uint32_t LargestPayload = 1u << 30;

enum class Compression : uint8_t { None, Zstd };

/// Event::kind of Unit.fbs: the index of the event in the variant `Event`.
enum class EventCode : uint8_t { Api, Call, Assign, Return };

} // namespace lockorder
