//===- NameHashes.cpp - Numbers for a program's names -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/NameHashes.h"
#include "link/Program.h"
#include "llvm/Support/xxhash.h"

namespace lockorder {

NameHashes hashNames(const Program &P, const std::vector<uint64_t> &Units) {
  std::vector<uint64_t> Files;
  for (llvm::StringRef Path : P.Files.values()) {
    if (!P.SourceRoot.empty())
      Path.consume_front(P.SourceRoot);
    Files.push_back(llvm::xxh3_64bits(Path));
  }
  auto File = [&](FileId I) { return I ? Files[I.index()] : 0; };
  NameHashes Out;
  for (const ProgramSymbol &S : P.Symbols) {
    bool Own = S.Name.Link == Linkage::Internal && S.Unit < Units.size();
    Out.Symbols.push_back(
        hashNumbers({llvm::xxh3_64bits(S.Name.Name), uint64_t(S.Name.Kind), uint64_t(S.Name.Link),
                     File(S.Name.File), llvm::xxh3_64bits(S.Name.Scope),
                     llvm::xxh3_64bits(P.Images[S.Image.index()]), Own ? Units[S.Unit] : 0}));
  }
  for (const Field &F : P.Fields.values()) {
    const Record &R = P.Records[F.Owner];
    Out.Fields.push_back(
        hashNumbers({llvm::xxh3_64bits(R.Name), File(R.File), llvm::xxh3_64bits(F.Name)}));
  }
  for (const Function &F : P.Functions)
    Out.Functions.push_back(Out.Symbols[F.Name.index()]);
  return Out;
}

} // namespace lockorder
