//===- StoredTables.cpp - What stored results have in common ----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/StoredTables.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"

namespace lockorder {

void appendNumber(std::string &To, uint64_t Number) {
  char Bytes[sizeof(Number)];
  llvm::support::endian::write64le(Bytes, Number);
  To.append(Bytes, sizeof(Bytes));
}

bool takeNumber(llvm::StringRef &From, uint64_t &Number) {
  if (From.size() < sizeof(Number))
    return false;
  Number = llvm::support::endian::read64le(From.data());
  From = From.drop_front(sizeof(Number));
  return true;
}

/// Of classes and lists of conditions.
class StoredTables::Writer : public ValueWriter<Writer> {
public:
  explicit Writer(StoredTables &T) : T(T) {}
  template <typename IdType> void id(IdType I) { number(T.put(I)); }

private:
  StoredTables &T;
};

class StoredTables::Reader : public ValueReader<Reader> {
public:
  Reader(StoredTables &T, llvm::StringRef Bytes) : ValueReader(Bytes), T(T) {}
  template <typename IdType> void id(IdType &I) {
    if (!T.get(number(), I))
      fail();
  }

private:
  StoredTables &T;
};

void StoredTables::read(llvm::StringRef &From) {
  uint64_t Count = 0, Number = 0;
  if (!takeNumber(From, Count))
    return;
  Old.Names.reserve(std::min<uint64_t>(Count, From.size() / sizeof(Number)));
  for (; Count && takeNumber(From, Number); --Count)
    Old.Names.push_back(Number);
  if (!takeNumber(From, Count))
    return;
  Old.Terms.reserve(std::min<uint64_t>(Count, From.size() / StoredTerm::Size));
  for (; Count && From.size() >= StoredTerm::Size; --Count) {
    Old.Terms.push_back(StoredTerm::read(From.data()));
    From = From.drop_front(StoredTerm::Size);
  }
  for (std::vector<llvm::StringRef> *Each : {&Old.Classes, &Old.Conditions}) {
    if (!takeNumber(From, Count))
      return;
    for (; Count && takeNumber(From, Number) && Number <= From.size(); --Count) {
      Each->push_back(From.take_front(Number));
      From = From.drop_front(Number);
    }
  }
}

void StoredTables::write(std::string &To) const {
  auto Each = [&](auto List, auto Append) {
    appendNumber(To, (Old.*List).size() + (New.*List).size());
    llvm::for_each(Old.*List, Append);
    llvm::for_each(New.*List, Append);
  };
  auto AppendBytes = [&](llvm::StringRef Bytes) {
    appendNumber(To, Bytes.size());
    To += Bytes;
  };
  Each(&Contents::Names, [&](uint64_t Number) { appendNumber(To, Number); });
  Each(&Contents::Terms, [&](const StoredTerm &T) { T.append(To); });
  Each(&Contents::Classes, AppendBytes);
  Each(&Contents::Conditions, AppendBytes);
}

void StoredTables::begin(const StableIds &Of, LockFacts &In) {
  Ids = &Of;
  Facts = &In;
  for (uint64_t I = 0; I != Old.Names.size(); ++I)
    NameOf.try_emplace(Old.Names[I], I + 1);
  std::apply([&](auto &...Each) { ((Each.Here = Looked(Old.Names.size())), ...); }, IdHere);
  TermHere = Looked(Old.Terms.size());
  ClassHere = Looked(Old.Classes.size());
  ConditionsHere = Looked(Old.Conditions.size());
}

template <typename Maker> uint64_t StoredTables::once(Looked &Here, uint64_t Number, Maker Make) {
  if (Number == 0 || Number > Here.size())
    return Nothing;
  std::atomic<uint64_t> &Is = Here[Number - 1];
  uint64_t Known = Is.load(std::memory_order_acquire);
  if (Known == NotYet)
    Is.store(Known = Make(), std::memory_order_release);
  return Known;
}

template <typename Tag> bool StoredTables::get(uint64_t Number, Id<Tag> &To) {
  To = Id<Tag>();
  uint64_t Is = once(std::get<LookedUp<Tag>>(IdHere).Here, Number, [&] {
    Id<Tag> I;
    return Ids->find(Old.Names[Number - 1], I) ? uint64_t(I.raw()) + 1 : Nothing;
  });
  if (Is != Nothing)
    To = Id<Tag>(static_cast<uint32_t>(Is - 1));
  return Is != Nothing || Number == 0;
}

bool StoredTables::get(uint64_t Number, TermId &To) {
  To = TermId();
  auto Make = [&] {
    const StoredTerm &S = Old.Terms[Number - 1];
    Term T{static_cast<TermKind>(S.Kind), S.Index, {}, {}, S.Number};
    bool Ordered = S.A < Number && S.B < Number; // operands come first, so this ends
    if (!Ordered || !get(S.A, T.A) || !get(S.B, T.B))
      return Nothing;
    bool Found = true;
    T.Index = renamedIndex(T.Kind, S.Index, [&](auto I) {
      Found = get(S.Index, I);
      return I.raw();
    });
    if (!Found)
      return Nothing;
    TermId Is = Facts->Terms.intern(T);
    Lock Adding = lock();
    TermOf.try_emplace(Is.bits(), Number);
    return Is.bits();
  };
  uint64_t Is = once(TermHere, Number, Make);
  if (Is != Nothing)
    To = TermId::ofBits(Is);
  return Is != Nothing || Number == 0;
}

bool StoredTables::get(uint64_t Number, ClassId &To) {
  To = ClassId();
  auto Make = [&] {
    Reader In(*this, Old.Classes[Number - 1]);
    LockClass C;
    In(C);
    if (In.failed())
      return Nothing;
    ClassId Is = Facts->Classes->intern(std::move(C));
    Lock Adding = lock();
    ClassOf.try_emplace(Is.bits(), Number);
    return Is.bits();
  };
  uint64_t Is = once(ClassHere, Number, Make);
  if (Is != Nothing)
    To = ClassId::ofBits(Is);
  return Is != Nothing || Number == 0;
}

bool StoredTables::get(uint64_t Number, SharedConditions &To) {
  To = SharedConditions();
  auto Make = [&] {
    Reader In(*this, Old.Conditions[Number - 1]);
    lockorder::Conditions Own;
    In(Own);
    if (In.failed())
      return Nothing;
    SharedConditions Is = Facts->Pool.share(SharedConditions(std::move(Own)));
    Lock Adding = lock();
    ConditionsOf.try_emplace(&Is.get(), Number);
    return static_cast<uint64_t>(reinterpret_cast<uintptr_t>(&Shared.emplace_back(std::move(Is))));
  };
  uint64_t Is = once(ConditionsHere, Number, Make);
  if (Is != Nothing)
    To = *reinterpret_cast<const SharedConditions *>(static_cast<uintptr_t>(Is));
  return Is != Nothing || Number == 0;
}

template <typename Tag> uint64_t StoredTables::put(Id<Tag> I) {
  if (!I)
    return 0;
  auto [It, IsNew] = NameOf.try_emplace(Ids->of(I), 0);
  if (IsNew)
    It->second = add(&Contents::Names, Ids->of(I));
  return It->second;
}

uint64_t StoredTables::put(TermId I) {
  if (!I)
    return 0;
  if (uint64_t Number = TermOf.lookup(I.bits()))
    return Number;
  const Term T = Facts->Terms[I];
  uint64_t Index = renamedIndex(T.Kind, T.Index, [&](auto I) { return put(I); });
  StoredTerm S{static_cast<uint32_t>(T.Kind), static_cast<uint32_t>(Index),
               static_cast<uint32_t>(put(T.A)), static_cast<uint32_t>(put(T.B)), T.Number};
  return TermOf[I.bits()] = add(&Contents::Terms, S);
}

uint64_t StoredTables::put(ClassId I) {
  if (!I)
    return 0;
  if (uint64_t Number = ClassOf.lookup(I.bits()))
    return Number;
  Writer Out(*this);
  LockClass C = (*Facts->Classes)[I];
  Out(C);
  return ClassOf[I.bits()] = add(&Contents::Classes, Saved.save(Out.Bytes));
}

uint64_t StoredTables::put(const SharedConditions &C) {
  if (C.empty())
    return 0;
  if (auto It = ConditionsOf.find(&C.get()); It != ConditionsOf.end())
    return It->second;
  Writer Out(*this);
  lockorder::Conditions Own = C;
  Out(Own);
  return ConditionsOf[&C.get()] = add(&Contents::Conditions, Saved.save(Out.Bytes));
}

#define FOR_EACH_TAG(X) X(FileTag) X(NameTag) X(FieldTag) X(SymbolTag) X(FunctionTag) X(OwnerTag)
#define INSTANTIATE(Tag)                                                                           \
  template bool StoredTables::get(uint64_t, Id<Tag> &);                                            \
  template uint64_t StoredTables::put(Id<Tag>);
FOR_EACH_TAG(INSTANTIATE)

} // namespace lockorder
