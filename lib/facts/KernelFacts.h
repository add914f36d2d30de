//===- KernelFacts.h - What an analysed kernel tells others -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: what does the rest of the kernel do to locks, when only a module is at hand?
//
//   lockorder link --units=kernel/ --export=kernel.facts     the kernel, once
//   lockorder check -p module/ --with=kernel.facts           a module, in a second
//
// A file of facts has of the kernel, without its source:
//   - the summary of each function that others can call, by name or through a pointer, and of what
//     these call as much as a witness shows;
//   - what pointers hold, and which hold too many functions to follow;
//   - the lock orders, with their witnesses;
//   - which locks are held, and what is switched off, wherever a member is called through;
//   - which locks interrupts take, and which are taken with interrupts on.
//
// Ids are those of the file's own tables. Files below the kernel's source are named from there, so
// that a file of facts fits any checkout. What only lockorder's flow analysis understands (terms,
// summaries, orders) is kept as bytes here: flow/KnownKernel.h reads them one function at a time.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/Support/Error.h"

namespace lockorder {

struct KnownFunction {
  SymbolId Name;
  uint32_t Parameters = 0, Flags = 0, Type = 0;
  Site Where;
  bool InitOnly = false;
  uint64_t At = 0; ///< of its summary, in KernelFacts::Summaries
};

struct KnownSymbol {
  Symbol Name;
  uint32_t Image = 0;   ///< index of KernelFacts::Images
  bool Defined = false; ///< of an object
};

/// The field (of that object) holds the function.
struct KnownPointer {
  FieldId Fld;     ///< none: the object itself is a pointer
  SymbolId Object; ///< a global, if any
  FunctionId Function;
};

struct KernelFacts {
  std::string Rules; ///< under which it was analysed, as options of the command line
  std::vector<std::string> Images;
  Table<FileTag, std::string> Files;
  Table<NameTag, std::string> Names;
  Table<RecordTag, Record> Records;
  Table<FieldTag, Field> Fields;
  std::vector<KnownSymbol> Symbols;
  std::vector<KnownFunction> Functions;
  std::vector<KnownPointer> Pointers;
  std::vector<FieldId> Crowded;  ///< hold more functions than are followed, or not all are seen
  std::vector<FieldId> OwnClass; ///< Program::OwnClass
  std::vector<InitFact> Inits;
  std::vector<std::pair<SymbolId, SymbolId>> InitClass; ///< Program::InitClass

  std::string Terms, Summaries, Orders, Contexts, Uses; ///< see flow/KnownKernel.h
};

/// Changes with what the file has, and with what the analysis means by it.
constexpr uint32_t FactsFormatVersion = 2;

/// Deterministic.
std::string serialize(KernelFacts Facts);
/// The error names the file and the remedy.
llvm::Expected<KernelFacts> readKernelFacts(const std::string &Path);

} // namespace lockorder
