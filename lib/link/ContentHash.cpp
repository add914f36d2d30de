//===- ContentHash.cpp - Which header functions are the same ------ -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/ContentHash.h"
#include "lockir/Canonical.h"
#include "llvm/Support/xxhash.h"

namespace lockorder {
namespace {

class Hasher {
public:
  template <typename T> void number(T Value) {
    uint64_t Wide = static_cast<uint64_t>(Value);
    Bytes.append(reinterpret_cast<const char *>(&Wide), sizeof(Wide));
  }
  void text(llvm::StringRef Text) {
    number(Text.size());
    Bytes += Text;
  }
  template <typename Tag> void number(Id<Tag> I) { number(I.raw()); }
  void site(Site S) {
    number(S.File);
    number(uint64_t(S.Line) << 32 | S.Column);
  }
  Digest finish() const {
    llvm::XXH128_hash_t Hash = llvm::xxh3_128bits(
        llvm::ArrayRef(reinterpret_cast<const uint8_t *>(Bytes.data()), Bytes.size()));
    return {Hash.high64, Hash.low64};
  }

private:
  std::string Bytes;
};

} // namespace

Digest contentHash(const Function &F, llvm::StringRef Name) {
  Hasher H;
  H.text(Name);
  H.number(F.Parameters);
  H.number(F.Flags & ~static_cast<uint32_t>(FlagMainFile));
  H.number(F.Type);
  H.site(F.Where);
  for (const Variable &V : F.Variables) {
    H.text(V.Name);
    H.number(V.Pointee);
  }
  for (const Node &N : F.Nodes) {
    H.number(uint64_t(N.Kind) << 32 | N.A.raw());
    H.number(uint64_t(N.B.raw()) << 32 | N.Variable.raw());
    H.number(uint64_t(N.Sym.raw()) << 32 | N.Fld.raw());
    H.number(N.Value);
  }
  for (const Block &B : F.Blocks) {
    for (const Event &E : B.Events) {
      H.number(E.index());
      forEachNode(E, [&](NodeId N) { H.number(N); });
      std::visit([&](auto &Each) { H.site(Each.Where); }, E);
      if (auto *Call = std::get_if<CallEvent>(&E)) {
        H.number(uint64_t(Call->Result.raw()) << 32 | Call->Type);
        H.number(Call->Const);
      }
      if (auto *Api = std::get_if<ApiEvent>(&E)) {
        H.number(Api->Api);
        H.number(Api->Result);
        for (const Effect &Each : Api->Effects) {
          H.number(uint64_t(Each.Kind) << 32 | uint64_t(Each.On) << 24 | uint64_t(Each.Lock) << 16 |
                   uint64_t(Each.Mode) << 8 | uint64_t(Each.How));
          H.number(uint64_t(Each.Ctx) << 8 | uint64_t(Each.Change));
          H.number(static_cast<int64_t>(Each.Subclass));
        }
      }
    }
    H.number(B.Condition);
    for (const Successor &S : B.Successors) {
      H.number(uint64_t(S.To.raw()) << 8 | uint64_t(S.On));
      H.number(S.Low);
      H.number(S.High);
    }
  }
  return H.finish();
}

} // namespace lockorder
