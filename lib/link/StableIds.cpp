//===- StableIds.cpp - What ids name, in another process --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/StableIds.h"
#include "base/HashNumbers.h"
#include "link/Owners.h"
#include "link/Program.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

namespace lockorder {
namespace {

uint64_t hashOf(llvm::StringRef Text) { return llvm::xxh3_64bits(Text); }

/// Never one of the numbers that mean something else: none, and a DenseMap's own two.
uint64_t valid(uint64_t Number) {
  constexpr uint64_t Reserved = 2;
  return Number - 1 < ~uint64_t(0) - 1 - Reserved ? Number : Number / 2 + Reserved;
}

} // namespace

void StableIds::Numbers::index() {
  At.reserve(static_cast<unsigned>(Of.size()));
  for (uint32_t I = 0; I != Of.size(); ++I) {
    Of[I] = valid(Of[I]);
    while (!At.try_emplace(Of[I], I).second)
      Of[I] = valid(hashNumbers({Of[I]})); // the second one of this name
  }
}

StableIds::StableIds(const Program &P) {
  for (llvm::StringRef Path : P.Files.values()) {
    if (!P.SourceRoot.empty())
      Path.consume_front(P.SourceRoot);
    Files.Of.push_back(hashOf(Path));
  }
  Files.index();
  for (const std::string &Name : P.Names.values())
    Names.Of.push_back(hashOf(Name));
  Names.index();
  for (const Record &R : P.Records.values())
    Records.Of.push_back(hashNumbers({hashOf(R.Name), of(R.File)}));
  Records.index();
  for (const Field &F : P.Fields.values())
    Fields.Of.push_back(hashNumbers({of(F.Owner), hashOf(F.Name)}));
  Fields.index();
  for (uint32_t I = 0; I != P.OwnerOfFile.size(); ++I)
    if (OwnerId Owner = P.OwnerOfFile[I]) {
      if (Owners.Of.size() <= Owner.index())
        Owners.Of.resize(Owner.index() + 1);
      Owners.Of[Owner.index()] = hashOf(ownerOf(P.Files.values()[I], P.SourceRoot));
    }
  Owners.index();
  Symbols.Of = P.Hashes.Symbols;
  tellSymbolsApart(P);
  Symbols.index();
  for (const Function &F : P.Functions)
    Functions.Of.push_back(of(F.Name));
  Functions.index();
  for (uint32_t I = 0; I != P.Functions.size(); ++I)
    Codes.push_back(makeCode(P, FunctionId(I)));
}

/// Copies of a function have its name; what they call or start is different.
void StableIds::tellSymbolsApart(const Program &P) {
  llvm::DenseMap<uint64_t, unsigned> Times;
  for (uint64_t Number : P.Hashes.Symbols)
    ++Times[valid(Number)];
  std::vector<std::pair<uint32_t, uint64_t>> New;
  for (uint32_t I = 0; I != P.Symbols.size(); ++I)
    if (FunctionId Body = P.Symbols[I].Body; Body && Times[valid(Symbols.Of[I])] > 1)
      New.push_back({I, makeCode(P, Body)});
  for (auto [I, Code] : New) // all code was numbered with the same names
    Symbols.Of[I] = hashNumbers({Symbols.Of[I], Code});
}

uint64_t StableIds::makeCode(const Program &P, FunctionId Id) const {
  const Function &F = P.function(Id);
  std::vector<uint64_t> All;
  All.reserve(2 * (F.Variables.size() + F.Nodes.size()) + 1);
  All.push_back(P.Code[Id.index()].Says); // which of them name something is said there
  for (const Variable &V : F.Variables)
    if (V.Pointee)
      All.push_back(of(V.Pointee));
  for (const Node &N : F.Nodes) {
    if (N.Sym)
      All.push_back(Symbols.Of[N.Sym.index()]);
    if (N.Fld)
      All.push_back(of(N.Fld));
  }
  return hashNumbers(All);
}

} // namespace lockorder
