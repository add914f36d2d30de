//===- Modules.cpp - Whether two files are two drivers ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Modules.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

Modules::Modules(const Program &P) : P(P) {
  for (const RootFact &R : P.Roots)
    if (llvm::StringRef(P.Names[R.Via]).contains("init"))
      Begin.insert(R.Where.File);
}

bool Modules::areTwo(FunctionId A, FunctionId B) const {
  const Function &First = P.function(A), &Second = P.function(B);
  FileId Mine = First.Where.File, Theirs = Second.Where.File;
  return Mine != Theirs && P.folderOf(First) == P.folderOf(Second) && Begin.contains(Mine) &&
         Begin.contains(Theirs) && !calls(Mine, Theirs) && !calls(Theirs, Mine);
}

bool Modules::isForOthers(FunctionId Function, OwnerId Driver) const {
  if (!Driver || P.ownerOf(Function))
    return false;
  bool InTable = false;
  for (const auto &[Slot, Functions] : P.TableTargets) {
    if (!llvm::is_contained(Functions, Function))
      continue;
    FileId File = P.symbol(Slot.first).Name.File;
    if (!File)
      continue; // not static: whose it is cannot be seen
    OwnerId Owner = P.ownerOf(File);
    if (Owner == Driver || (!Owner && !Begin.contains(File)))
      return false; // a library's table, and who knows who uses that
    InTable = true;
  }
  return InTable && !names(Driver, Function);
}

bool Modules::names(OwnerId Driver, FunctionId Function) const {
  for (uint32_t F = 0; F != P.Functions.size(); ++F)
    if (P.ownerOf(FunctionId(F)) == Driver &&
        (callsAny(F, [&](FunctionId Callee) { return Callee == Function; }) ||
         llvm::any_of(P.Functions[F].Nodes, [&](const Node &N) {
           return N.Kind == Op::Function && P.symbol(N.Sym).Body == Function;
         })))
      return true;
  return false;
}

bool Modules::calls(FileId From, FileId To) const {
  for (uint32_t F = 0; F != P.Functions.size(); ++F)
    if (P.Functions[F].Where.File == From &&
        callsAny(F, [&](FunctionId Callee) { return P.function(Callee).Where.File == To; }))
      return true;
  return false;
}

bool Modules::callsAny(uint32_t Caller, llvm::function_ref<bool(FunctionId)> Such) const {
  auto [First, Last] = boost::out_edges(size_t(Caller), P.Calls);
  return std::any_of(First, Last, [&](auto Edge) {
    return Such(FunctionId(static_cast<uint32_t>(boost::target(Edge, P.Calls))));
  });
}

} // namespace lockorder
