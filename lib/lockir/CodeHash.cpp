//===- CodeHash.cpp - Is this function's code what it was? ------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lockir/CodeHash.h"
#include "base/HashNumbers.h"
#include "lockir/Canonical.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

namespace lockorder {
namespace {

class Hasher {
public:
  Hasher(const TranslationUnit &Unit, const Function &F) : Unit(Unit), F(F) {}

  CodeHash run() {
    bool OneFile = findPlaces();
    add(F.Parameters, F.Flags, F.Type, F.Variables.size(), F.Nodes.size(), F.Blocks.size());
    for (const Variable &V : F.Variables)
      add(llvm::xxh3_64bits(V.Name), V.Pointee.valid());
    for (const Node &N : F.Nodes)
      add(uint64_t(N.Kind) << 32 | N.Variable.raw(), uint64_t(N.A.raw()) << 32 | N.B.raw(),
          N.Sym.valid(), N.Fld.valid(), N.Value);
    for (const Block &B : F.Blocks)
      block(B);
    if (OneFile)
      numberPlaces();
    return {hashNumbers(All), OneFile, isFromHeader(Unit, F) ? rest() : 0};
  }

private:
  void add(auto... Each) { (All.push_back(static_cast<uint64_t>(Each)), ...); }

  uint64_t rest() {
    All = {llvm::xxh3_64bits(Unit.Symbols[F.Name].Name)};
    for (const Variable &V : F.Variables)
      if (V.Pointee)
        record(V.Pointee);
    for (const Node &N : F.Nodes)
      if (N.Fld) {
        record(Unit.Fields[N.Fld].Owner);
        add(llvm::xxh3_64bits(Unit.Fields[N.Fld].Name));
      }
    for (const Site &S : Places) {
      file(S.File);
      add(uint64_t(S.Line) << 32 | S.Column);
    }
    return hashNumbers(All) | 1;
  }
  void record(RecordId R) {
    add(llvm::xxh3_64bits(Unit.Records[R].Name));
    file(Unit.Records[R].File);
  }
  void file(FileId I) { add(I ? llvm::xxh3_64bits(Unit.Files[I]) : 0); }

  bool findPlaces() {
    forEachPlace(F, [&](const Site &S) { Places.push_back(S); });
    return llvm::all_of(Places,
                        [&](const Site &S) { return S == Site() || S.File == F.Where.File; });
  }

  /// Each place's number among all of them, in order.
  void numberPlaces() {
    std::vector<Site> Sorted = Places;
    llvm::sort(Sorted);
    Sorted.erase(std::unique(Sorted.begin(), Sorted.end()), Sorted.end());
    for (const Site &S : Places)
      add(S == Site() ? -1 : llvm::lower_bound(Sorted, S) - Sorted.begin());
  }

  void block(const Block &B) {
    add(B.Events.size(), B.Condition.raw(), B.Successors.size());
    for (const Successor &S : B.Successors)
      add(uint64_t(S.To.raw()) << 8 | uint64_t(S.On), S.Low, S.High);
    for (const Event &E : B.Events) {
      add(E.index());
      std::visit([&](const auto &Each) { event(Each); }, E);
    }
  }
  void event(const ApiEvent &E) {
    add(llvm::xxh3_64bits(Unit.Names[E.Api]), E.Result.raw(), E.Effects.size());
    for (const Effect &What : E.Effects)
      add(What.Kind, What.On, What.Object.raw(), What.Lock, What.Mode, What.How, What.Subclass,
          What.Nest.raw(), What.Ctx, What.Change, What.Flags.raw());
  }
  void event(const CallEvent &E) {
    add(E.Callee.raw(), E.Result.raw(), E.Gfp.raw(), E.Type, E.Const, E.Arguments.size());
    for (NodeId Argument : E.Arguments)
      add(Argument.raw());
  }
  void event(const AssignEvent &E) { add(E.Target.raw(), E.Value.raw()); }
  void event(const ReturnEvent &E) { add(E.Value.raw()); }

  const TranslationUnit &Unit;
  const Function &F;
  std::vector<Site> Places; ///< its own, then those of its events
  std::vector<uint64_t> All;
};

} // namespace

bool isFromHeader(const TranslationUnit &Unit, const Function &F) {
  return Unit.Symbols[F.Name].Link == Linkage::Internal && !(F.Flags & FlagMainFile) &&
         (F.Flags & FlagInline);
}

CodeHash codeHash(const TranslationUnit &Unit, const Function &F) { return Hasher(Unit, F).run(); }

std::vector<CodeHash> codeHashes(const TranslationUnit &Unit) {
  std::vector<CodeHash> Out;
  for (const Function &F : Unit.Functions)
    Out.push_back(codeHash(Unit, F));
  return Out;
}

} // namespace lockorder
