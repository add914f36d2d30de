//===- ComponentKey.cpp - What a component's result depends on --*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/ComponentKey.h"
#include "flow/CallOrder.h"
#include "flow/Transfer.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

namespace lockorder {

/// Writes a summary as numbers that mean the same in each process.
class ComponentKeys::SummaryHasher : public ValueWriter<SummaryHasher> {
public:
  explicit SummaryHasher(ComponentKeys &K) : K(K) {}

  template <typename Tag> void id(Id<Tag> I) { append(K.Ids.of(I)); }
  void id(TermId I) { append(term(I)); }
  void index(uint32_t I) { one(I); }
  void owner(OwnerId O) { append(K.Ids.of(O)); }
  void ref(AcquisitionRef &R) { (*this)(R.Function, R.Index); }
  // Where, and by which way, is no caller's business: what a witness tells is asked for later.
  void site(Site &) {}
  void way(AcquisitionRef &) {}

  std::vector<FunctionId> SpeaksOf;

private:
  void append(uint64_t Number) {
    Bytes.append(reinterpret_cast<const char *>(&Number), sizeof(Number));
  }

  uint64_t term(TermId I) {
    if (!I)
      return 0;
    const Term &T = K.Facts.Terms[I];
    if (T.Kind == TermKind::Call)
      SpeaksOf.push_back(FunctionId(T.Index));
    bool Speaks = K.Facts.Terms.traits(I) & MentionsFunction;
    if (K.TermOf.size() <= I.index())
      K.TermOf.resize(K.Facts.Terms.size());
    if (uint64_t Known = K.TermOf[I.index()]; Known && !Speaks)
      return Known;
    uint64_t What = T.Index;
    if (T.Kind == TermKind::Function || T.Kind == TermKind::Global)
      What = K.Ids.of(SymbolId(T.Index));
    else if (T.Kind == TermKind::Member || T.Kind == TermKind::Outer)
      What = K.Ids.of(FieldId(T.Index));
    else if (T.Kind == TermKind::Call)
      What = K.Ids.of(FunctionId(T.Index));
    uint64_t Number = hashNumbers(
        {uint64_t(T.Kind) + 1, What, term(T.A), term(T.B), static_cast<uint64_t>(T.Number)});
    return K.TermOf[I.index()] = Number;
  }

  ComponentKeys &K;
};

ComponentKeys::ComponentKeys(const Program &P, LockFacts &Facts)
    : P(P), Facts(Facts), Ids(P.Stable), Surroundings(surroundings()),
      FirstIndirect(P.Symbols.size(), P.IndirectCalls.end()), StateOf(P.Functions.size()),
      Said(P.Functions.size()) {
  for (auto It = P.IndirectCalls.begin(); It != P.IndirectCalls.end(); ++It)
    if (auto &First = FirstIndirect[std::get<SymbolId>(It->first).index()];
        First == P.IndirectCalls.end())
      First = It;
  for (uint32_t I = 0; I != P.Functions.size(); ++I) {
    FunctionId Id(I);
    const Function &F = P.function(Id);
    Named.push_back(hashNumbers(
        {Ids.of(Id), F.Flags, F.Parameters, Ids.of(P.ownerOf(Id)), Ids.of(F.Where.File)}));
  }
}

uint64_t ComponentKeys::surroundings() const {
  std::vector<uint64_t> All{Facts.Rules.ReadLockRecurses, Facts.Rules.Rt, Facts.Reclaim.valid(),
                            Facts.NoReclaim.valid()};
  auto AddSet = [&](const auto &Set) {
    std::vector<uint64_t> Numbers;
    for (auto I : Set)
      Numbers.push_back(Ids.of(I));
    llvm::sort(Numbers);
    All.push_back(Numbers.size());
    llvm::append_range(All, Numbers);
  };
  AddSet(Facts.Bound);
  AddSet(P.OwnClass);
  std::vector<std::pair<uint64_t, uint64_t>> Made;
  for (auto [Lock, Class] : P.InitClass)
    Made.push_back({Ids.of(Lock), Ids.of(Class)});
  llvm::sort(Made);
  for (auto [Lock, Class] : Made)
    All.insert(All.end(), {Lock, Class});
  return hashNumbers(All);
}

ComponentKeys::Told ComponentKeys::hashOf(Summary &Of) {
  SummaryHasher Hash(*this);
  Hash(Of);
  Told T{llvm::xxh3_64bits(Hash.Bytes) | 1, std::move(Hash.SpeaksOf)};
  llvm::sort(T.SpeaksOf);
  T.SpeaksOf.erase(std::unique(T.SpeaksOf.begin(), T.SpeaksOf.end()), T.SpeaksOf.end());
  return T;
}

const ComponentKeys::Told &ComponentKeys::told(FunctionId F) {
  std::atomic<uint8_t> &Now = StateOf[F.index()];
  if (Now.load(std::memory_order_acquire) == Settled) {
    std::lock_guard Lock(Telling);
    if (Now.load(std::memory_order_relaxed) == Settled) { // else another thread was faster
      Said[F.index()] = hashOf(Facts.Summaries[F]);
      Now.store(Made, std::memory_order_release);
    }
  }
  return Said[F.index()];
}

ComponentKey ComponentKeys::keyOfPaths(FunctionId F, const std::set<AcquisitionRef> &Wanted) {
  ComponentKey Key = keyOf(codeOf(F));
  std::vector<std::pair<uint64_t, uint64_t>> Of;
  for (const AcquisitionRef &Each : Wanted)
    Of.push_back({Ids.of(Each.Function), Each.Index});
  llvm::sort(Of);
  std::vector<uint64_t> All{Key.Number.first, Key.Number.second, told(F).Number};
  for (auto [Callee, Index] : Of)
    All.insert(All.end(), {Callee, Index});
  Key.Number = digestOf(All);
  return Key;
}

ComponentCode ComponentKeys::codeOf(llvm::ArrayRef<FunctionId> Members) const {
  ComponentCode Code{
      std::make_shared<const SiteNumbers>(P, Members), {Surroundings, Members.size()}, Members, {}};
  std::vector<uint64_t> &All = Code.Says;
  for (FunctionId Id : Members) {
    const Function &F = P.function(Id);
    const RootFact *Root = P.rootOf(Id);
    All.insert(All.end(),
               {Ids.of(Id), Ids.codeOf(Id), Ids.of(P.ownerOf(Id)), P.Callers[Id.index()].empty(),
                Root ? Ids.of(Root->Via) : 0, Root ? uint64_t(Root->Ctx) : 0});
    for (const Node &N : F.Nodes)
      if (N.Kind == Op::Function)
        if (FunctionId Body = P.symbol(N.Sym).Body)
          All.push_back(Named[Body.index()]);
    // A direct call reaches what its node names.
    for (auto It = FirstIndirect[F.Name.index()];
         It != P.IndirectCalls.end() && std::get<SymbolId>(It->first) == F.Name; ++It) {
      const IndirectCall &To = It->second;
      All.insert(All.end(), {std::get<NodeId>(It->first).raw(), std::get<uint32_t>(It->first),
                             uint64_t(To.How), llvm::xxh3_64bits(To.Through), To.Functions.size()});
      for (FunctionId Callee : To.Functions)
        All.push_back(Named[Callee.index()]);
    }
    for (auto [It, End] = boost::out_edges(size_t(Id.index()), P.Calls); It != End; ++It)
      if (FunctionId Callee(static_cast<uint32_t>(boost::target(*It, P.Calls)));
          !Facts.Leaves.endsAt(Callee, F))
        Code.Callees.push_back(Callee);
  }
  llvm::sort(Code.Callees, [&](FunctionId A, FunctionId B) { return Ids.of(A) < Ids.of(B); });
  addPlaces(Code);
  return Code;
}

/// In which order they come, and in which order their files are.
void ComponentKeys::addPlaces(ComponentCode &Code) const {
  FunctionId First = Code.Members.front();
  if (Code.Members.size() == 1 && P.Code[First.index()].OneFile) {
    Code.Says.push_back(Ids.of(P.function(First).Where.File)); // the code says the rest
    return;
  }
  llvm::append_range(Code.Says, Code.Sites->inText());
  const std::vector<Site> &Sites = Code.Sites->all();
  FileId Last;
  for (size_t I = 0; I != Sites.size(); ++I)
    if (FileId File = Sites[I].File; I == 0 || File != std::exchange(Last, File))
      Code.Says.insert(Code.Says.end(), {Ids.of(File), I});
}

ComponentKey ComponentKeys::keyOf(ComponentCode Code) {
  std::vector<FunctionId> &Tells = Code.Callees;
  llvm::DenseSet<uint32_t> Seen;
  for (FunctionId Id : Code.Members)
    Seen.insert(Id.index());
  for (size_t I = 0; I != Tells.size(); ++I) {
    if (!Seen.insert(Tells[I].index()).second)
      continue;
    const Told &T = told(Tells[I]);
    Code.Says.insert(Code.Says.end(), {Ids.of(Tells[I]), T.Number});
    llvm::append_range(Tells, T.SpeaksOf);
  }
  return {digestOf(Code.Says), std::move(Code.Sites)};
}

} // namespace lockorder
