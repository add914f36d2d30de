//===- StoredTables.cpp - What stored results have in common ----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/StoredTables.h"
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
  for (; Count && takeNumber(From, Number); --Count)
    Names.push_back(Number);
  if (!takeNumber(From, Count))
    return;
  for (; Count && From.size() >= StoredTerm::Size; --Count) {
    Terms.push_back(StoredTerm::read(From.data()));
    From = From.drop_front(StoredTerm::Size);
  }
  for (std::vector<std::string> *Each : {&Classes, &Conditions}) {
    if (!takeNumber(From, Count))
      return;
    for (; Count && takeNumber(From, Number) && Number <= From.size(); --Count) {
      Each->push_back(From.take_front(Number).str());
      From = From.drop_front(Number);
    }
  }
}

void StoredTables::write(std::string &To) const {
  appendNumber(To, Names.size());
  for (uint64_t Number : Names)
    appendNumber(To, Number);
  appendNumber(To, Terms.size());
  for (const StoredTerm &T : Terms)
    T.append(To);
  for (const std::vector<std::string> *Each : {&Classes, &Conditions}) {
    appendNumber(To, Each->size());
    for (const std::string &Bytes : *Each) {
      appendNumber(To, Bytes.size());
      To += Bytes;
    }
  }
}

void StoredTables::begin(const StableIds &Of, LockFacts &In) {
  Ids = &Of;
  Facts = &In;
  for (uint64_t I = 0; I != Names.size(); ++I)
    NameOf.try_emplace(Names[I], I + 1);
}

/// Looks up what `Number` means, once. `Make` finds it, or says false.
template <typename Value, typename Maker>
bool StoredTables::once(std::vector<Known<Value>> &Here, size_t Count, uint64_t Number, Value &To,
                        Maker Make) {
  To = Value();
  if (Number == 0)
    return true;
  if (Number > Count)
    return false;
  if (Here.size() < Count)
    Here.resize(Count);
  if (!Here[Number - 1].Tried) {
    Value Is;
    bool Found = Make(Is); // which may look up others, and so move Here
    Here[Number - 1] = {std::move(Is), true, Found};
  }
  To = Here[Number - 1].Is;
  return Here[Number - 1].Found;
}

template <typename Tag> bool StoredTables::get(uint64_t Number, Id<Tag> &To) {
  return once(std::get<IdsHere<Tag>>(IdHere), Names.size(), Number, To,
              [&](Id<Tag> &Is) { return Ids->find(Names[Number - 1], Is); });
}

bool StoredTables::get(uint64_t Number, TermId &To) {
  auto Make = [&](TermId &Is) {
    const StoredTerm S = Terms[Number - 1];
    Term T{static_cast<TermKind>(S.Kind), S.Index, {}, {}, S.Number};
    bool Ordered = S.A < Number && S.B < Number; // operands come first, so this ends
    if (!Ordered || !get(S.A, T.A) || !get(S.B, T.B))
      return false;
    bool Found = true;
    T.Index = renamedIndex(T.Kind, S.Index, [&](auto I) {
      Found = get(S.Index, I);
      return I.raw();
    });
    if (!Found)
      return false;
    Is = Facts->Terms.intern(T);
    TermOf.try_emplace(Is.bits(), Number);
    return true;
  };
  return once(TermHere, Terms.size(), Number, To, Make);
}

bool StoredTables::get(uint64_t Number, ClassId &To) {
  auto Make = [&](ClassId &Is) {
    Reader In(*this, Classes[Number - 1]);
    LockClass C;
    In(C);
    if (In.failed())
      return false;
    Is = Facts->Classes->intern(std::move(C));
    ClassOf.try_emplace(Is.bits(), Number);
    return true;
  };
  return once(ClassHere, Classes.size(), Number, To, Make);
}

bool StoredTables::get(uint64_t Number, SharedConditions &To) {
  auto Make = [&](SharedConditions &Is) {
    Reader In(*this, Conditions[Number - 1]);
    lockorder::Conditions Own;
    In(Own);
    if (In.failed())
      return false;
    Is = Facts->Pool.share(SharedConditions(std::move(Own)));
    ConditionsOf.try_emplace(&Is.get(), Number);
    return true;
  };
  return once(ConditionsHere, Conditions.size(), Number, To, Make);
}

template <typename Tag> uint64_t StoredTables::put(Id<Tag> I) {
  if (!I)
    return 0;
  auto [It, New] = NameOf.try_emplace(Ids->of(I), Names.size() + 1);
  if (New)
    Names.push_back(Ids->of(I));
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
  Terms.push_back(S);
  return TermOf[I.bits()] = Terms.size();
}

uint64_t StoredTables::put(ClassId I) {
  if (!I)
    return 0;
  if (uint64_t Number = ClassOf.lookup(I.bits()))
    return Number;
  Writer Out(*this);
  LockClass C = (*Facts->Classes)[I];
  Out(C);
  Classes.push_back(std::move(Out.Bytes));
  return ClassOf[I.bits()] = Classes.size();
}

uint64_t StoredTables::put(const SharedConditions &C) {
  if (C.empty())
    return 0;
  if (auto It = ConditionsOf.find(&C.get()); It != ConditionsOf.end())
    return It->second;
  Writer Out(*this);
  lockorder::Conditions Own = C;
  Out(Own);
  Conditions.push_back(std::move(Out.Bytes));
  return ConditionsOf[&C.get()] = Conditions.size();
}

#define FOR_EACH_TAG(X) X(FileTag) X(NameTag) X(FieldTag) X(SymbolTag) X(FunctionTag) X(OwnerTag)
#define INSTANTIATE(Tag)                                                                           \
  template bool StoredTables::get(uint64_t, Id<Tag> &);                                            \
  template uint64_t StoredTables::put(Id<Tag>);
FOR_EACH_TAG(INSTANTIATE)

} // namespace lockorder
