//===- StoredResults.cpp - What earlier runs found --------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/StoredResults.h"
#include "flow/Transfer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"

namespace lockorder {

namespace {

/// In the other half of a map's life, it is a list.
template <typename S, typename Set> void transferSet(S &Stream, Set &X) {
  std::vector<typename Set::value_type> List(X.begin(), X.end());
  Stream(List);
  X = Set(List.begin(), List.end());
}

} // namespace

template <typename S> void transfer(S &Stream, FunctionResult &X) {
  std::vector<std::pair<ClassId, ClassId>> Between;
  for (const OrderEvent &E : X.Orders)
    Between.push_back({E.From, E.To});
  Stream(X.Own, Between, X.Orders, X.Relocks, X.Balances, X.IrqFlags, X.Sleeps, X.Starts, X.Signals,
         X.Gates, X.MemberGates, X.Capped, X.LookedAgain, X.CappedLook);
  for (auto [E, Classes] : llvm::zip(X.Orders, Between))
    std::tie(E.From, E.To) = Classes;
}

template <typename S> void transfer(S &Stream, Notes &X) {
  Stream(X.Sites);
  transferSet(Stream, X.Excused);
  transferSet(Stream, X.NoMutex);
}

template <typename S> void transfer(S &Stream, OrdersOnPaths &X) {
  Stream(X.Capped, X.Noted);
  transferSet(Stream, X.Orders);
}

template <typename S> void transfer(S &Stream, ComponentKeys::Told &X) {
  Stream(X.Number, X.SpeaksOf);
}

namespace {

/// Which 64-bit number an id has (StableIds.h), by its own number in one result.
template <typename Tag> struct WrittenIds {
  llvm::DenseMap<uint32_t, uint64_t> Known;
  std::vector<uint64_t> Numbers;
};
template <typename Tag> using ReadIds = std::vector<Id<Tag>>;

/// Of each sort of id that occurs in a result.
template <template <typename> typename One>
using Tables = std::tuple<One<FileTag>, One<NameTag>, One<FieldTag>, One<SymbolTag>,
                          One<FunctionTag>, One<OwnerTag>>;

/// Terms, classes and lists of conditions are written once, before what mentions them, and then
/// named by their number, from 1.
class ResultWriter : public ValueWriter<ResultWriter> {
public:
  ResultWriter(const StableIds &Ids, const LockFacts &Facts) : Ids(Ids), Facts(Facts) {}

  template <typename Tag> void id(Id<Tag> I) {
    auto &Table = std::get<WrittenIds<Tag>>(Named);
    uint64_t &Number = Table.Known[I.raw() + 1]; // none: 0
    if (I && Number == 0) {
      Table.Numbers.push_back(Ids.of(I));
      Number = Table.Numbers.size();
    }
    number(Number);
  }
  void id(TermId I) { number(term(I)); }
  void id(ClassId I) {
    number(once(ClassOf, I.bits(), Classes, I.valid(), [&] {
      LockClass C = (*Facts.Classes)[I];
      (*this)(C);
    }));
  }
  void conditions(SharedConditions &C) {
    number(once(ConditionsOf, reinterpret_cast<uintptr_t>(&C.get()), Conditions, !C.empty(), [&] {
      lockorder::Conditions Own = C;
      (*this)(Own);
    }));
  }
  void index(uint32_t I) { number(I); }
  void owner(OwnerId O) { id(O); }
  void ref(AcquisitionRef &R) { (*this)(R.Function, R.Index); }

  /// All that a reader needs, tables first.
  std::string finish() {
    std::string Body = std::exchange(Bytes, {});
    std::apply([&](auto &...Each) { (one(Each.Numbers), ...); }, Named);
    for (Part *Each : {&Classes, &Terms, &Conditions}) {
      number(Each->Count);
      Bytes += Each->Bytes;
    }
    return Bytes + Body;
  }

private:
  struct Part {
    std::string Bytes;
    uint64_t Count = 0;
  };

  /// The number of a thing that is written when it is met first; 0: there is none.
  template <typename Writer>
  uint64_t once(llvm::DenseMap<uint64_t, uint64_t> &Known, uint64_t Which, Part &To, bool Exists,
                Writer Write) {
    if (!Exists)
      return 0;
    if (uint64_t Number = Known.lookup(Which))
      return Number;
    std::string Around = std::exchange(Bytes, {});
    Write();
    To.Bytes += std::exchange(Bytes, std::move(Around));
    return Known[Which] = ++To.Count;
  }

  uint64_t term(TermId I) {
    return once(TermOf, I.bits(), Terms, I.valid(), [&] {
      Term T = Facts.Terms[I];
      uint64_t A = term(T.A), B = term(T.B); // before this one
      (*this)(T.Kind);
      if (T.Kind == TermKind::Function || T.Kind == TermKind::Global)
        id(SymbolId(T.Index));
      else if (T.Kind == TermKind::Member || T.Kind == TermKind::Outer)
        id(FieldId(T.Index));
      else if (T.Kind == TermKind::Call)
        id(FunctionId(T.Index));
      else
        number(T.Index);
      (*this)(A, B, T.Number);
    });
  }

  const StableIds &Ids;
  const LockFacts &Facts;
  Tables<WrittenIds> Named;
  Part Classes, Terms, Conditions;
  llvm::DenseMap<uint64_t, uint64_t> ClassOf, TermOf, ConditionsOf;
};

class ResultReader : public ValueReader<ResultReader> {
public:
  ResultReader(llvm::StringRef Bytes, const StableIds &Ids, LockFacts &Facts)
      : ValueReader(Bytes) {
    std::apply([&](auto &...Each) { (readIds(Ids, Each), ...); }, Named);
    for (uint64_t Left = number(); Left && !failed(); --Left) {
      LockClass C;
      (*this)(C);
      if (!failed())
        Classes.push_back(Facts.Classes->intern(std::move(C)));
    }
    for (uint64_t Left = number(); Left && !failed(); --Left)
      readTerm(Facts.Terms);
    for (uint64_t Left = number(); Left && !failed(); --Left) {
      lockorder::Conditions Own;
      (*this)(Own);
      Conditions.push_back(Facts.Pool.share(SharedConditions(std::move(Own))));
    }
  }

  template <typename Tag> void id(Id<Tag> &I) { pick(I, std::get<ReadIds<Tag>>(Named)); }
  void id(TermId &I) { pick(I, Terms); }
  void id(ClassId &I) { pick(I, Classes); }
  void conditions(SharedConditions &C) { pick(C, Conditions); }
  void index(uint32_t &I) { one(I); }
  void owner(OwnerId &O) { id(O); }
  void ref(AcquisitionRef &R) { (*this)(R.Function, R.Index); }

private:
  template <typename Tag> void readIds(const StableIds &Ids, ReadIds<Tag> &To) {
    std::vector<uint64_t> Numbers;
    (*this)(Numbers);
    To.resize(Numbers.size());
    for (auto [Number, I] : llvm::zip(Numbers, To))
      if (!Ids.find(Number, I))
        fail(); // it names what is not here any more
  }

  template <typename Value> void pick(Value &To, const std::vector<Value> &From) {
    uint64_t Number = number();
    To = Value();
    if (Number > From.size())
      fail();
    else if (Number)
      To = From[Number - 1];
  }

  template <typename Tag> uint32_t rawId() {
    Id<Tag> I;
    id(I);
    return I.raw();
  }

  void readTerm(TermTable &Into) {
    Term T;
    (*this)(T.Kind);
    if (T.Kind == TermKind::Function || T.Kind == TermKind::Global)
      T.Index = rawId<SymbolTag>();
    else if (T.Kind == TermKind::Member || T.Kind == TermKind::Outer)
      T.Index = rawId<FieldTag>();
    else if (T.Kind == TermKind::Call)
      T.Index = rawId<FunctionTag>();
    else
      (*this)(T.Index);
    (*this)(T.A, T.B, T.Number);
    if (!failed())
      Terms.push_back(Into.intern(T));
  }

  Tables<ReadIds> Named;
  std::vector<ClassId> Classes;
  std::vector<TermId> Terms;
  std::vector<SharedConditions> Conditions;
};

template <typename Events> void saysWho(Events &List, FunctionId Self) {
  for (auto &E : List)
    E.In = Self;
}

} // namespace

StoredResults::StoredResults(std::string From) : Before(std::move(From)) {
  using llvm::support::endian::read64le;
  constexpr size_t HeaderSize = 3 * sizeof(uint64_t); // key, size
  llvm::StringRef Left = Before;
  while (Left.size() >= HeaderSize) {
    Digest Key{read64le(Left.data()), read64le(Left.data() + 8)};
    uint64_t Size = read64le(Left.data() + 16);
    Left = Left.drop_front(HeaderSize);
    if (Size > Left.size())
      break;
    Old.try_emplace(Old.end(), Key, Left.take_front(Size));
    Left = Left.drop_front(Size);
  }
}

std::string StoredResults::bytes() const {
  std::map<Digest, llvm::StringRef> All(New.begin(), New.end());
  for (const Digest &Key : Used)
    All.insert(*Old.find(Key));
  std::string Out;
  auto Append = [&](uint64_t Number) {
    char Buffer[8];
    llvm::support::endian::write64le(Buffer, Number);
    Out.append(Buffer, sizeof(Buffer));
  };
  for (const auto &[Key, Result] : All) {
    Append(Key.first);
    Append(Key.second);
    Append(Result.size());
    Out += Result;
  }
  return Out;
}

void StoredResults::begin(const Program &P, LockFacts &Of) {
  Facts = &Of;
  Keys = std::make_unique<ComponentKeys>(P, Of);
}

template <typename... Values> bool StoredResults::read(Digest Key, Values &...To) {
  auto It = Old.find(Key);
  if (It == Old.end())
    return false;
  ResultReader In(It->second, Keys->ids(), *Facts);
  In(To...);
  if (In.failed() || !In.atEnd())
    return false;
  Used.insert(Key);
  return true;
}

template <typename... Values> void StoredResults::write(Digest Key, Values &...From) {
  ResultWriter Out(Keys->ids(), *Facts);
  Out(From...);
  New[Key] = Out.finish();
}

std::optional<ComponentResult> StoredResults::find(Digest Key,
                                                   const std::vector<FunctionId> &Component) {
  ComponentResult Found;
  std::vector<ComponentKeys::Told> Tell;
  if (!read(Key, Found.Members, Found.Noted, Tell) || Found.Members.size() != Component.size() ||
      Tell.size() != Component.size())
    return std::nullopt;
  if (!llvm::all_of(Found.Members, [&](const auto &Member) {
        return llvm::is_contained(Component, Member.first);
      }))
    return std::nullopt;
  for (auto [Member, Says] : llvm::zip(Found.Members, Tell)) {
    auto &[F, R] = Member;
    saysWho(R.Orders, F);
    saysWho(R.Relocks, F);
    saysWho(R.Balances, F);
    saysWho(R.IrqFlags, F);
    saysWho(R.Sleeps, F);
    saysWho(R.Starts, F);
    saysWho(R.Signals, F);
    Keys->settle(F, std::move(Says));
  }
  llvm::sort(Found.Members, [](const auto &A, const auto &B) { return A.first < B.first; });
  return Found;
}

void StoredResults::keep(Digest Key, ComponentResult &Found) {
  std::vector<ComponentKeys::Told> Tell;
  for (auto &[F, R] : Found.Members)
    Tell.push_back(Keys->tell(R.Own));
  write(Key, Found.Members, Found.Noted, Tell);
}

std::optional<OrdersOnPaths> StoredResults::findPaths(Digest Key) {
  OrdersOnPaths Found;
  return read(Key, Found) ? std::optional(std::move(Found)) : std::nullopt;
}

void StoredResults::keepPaths(Digest Key, OrdersOnPaths &Found) { write(Key, Found); }

} // namespace lockorder
