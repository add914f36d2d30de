//===- KnownKernel.cpp - Summaries and orders of a kernel that is not here -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/KnownKernel.h"
#include "flow/Transfer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Endian.h"

namespace lockorder {

void StoredTerm::append(std::string &To) const {
  char Bytes[Size];
  for (auto [At, Word] : {std::pair(0, Kind), {4, Index}, {8, A}, {12, B}})
    llvm::support::endian::write32le(Bytes + At, Word);
  llvm::support::endian::write64le(Bytes + 16, static_cast<uint64_t>(Number));
  To.append(Bytes, Size);
}

StoredTerm StoredTerm::read(const char *From) {
  using namespace llvm::support::endian;
  return {read32le(From), read32le(From + 4), read32le(From + 8), read32le(From + 12),
          static_cast<int64_t>(read64le(From + 16))};
}

/// Turns ids of the file into those of the program. What names nothing is none.
class KnownKernel::Reader : public ValueReader<Reader> {
public:
  Reader(KnownKernel &K, llvm::StringRef Bytes, uint64_t From = 0)
      : ValueReader(Bytes, From), K(K), A(*K.P.Adopted) {}

  void id(FileId &I) { I = here(I, A.Files); }
  void id(NameId &I) { I = here(I, A.Names); }
  void id(FieldId &I) { I = here(I, A.Fields); }
  void id(SymbolId &I) { I = here(I, A.Symbols); }
  void id(FunctionId &I) {
    raw(I, A.Functions);
    if (I)
      I = A.function(I);
  }
  void id(TermId &I) {
    StoredTermId Stored;
    raw(Stored, K.TermsHere.size());
    I = Stored ? term(Stored) : TermId();
  }
  void index(uint32_t &I) { one(I); }
  void owner(OwnerId &O) {
    FileId Named;
    id(Named);
    O = K.P.ownerOf(Named);
  }
  void ref(AcquisitionRef &R) { (*this)(R.Function, R.Index); }

private:
  template <typename Tag> Id<Tag> here(Id<Tag> I, const std::vector<Id<Tag>> &Table) {
    raw(I, Table.size());
    return I ? Table[I.index()] : I;
  }

  TermId operand(uint32_t Raw) {
    return Raw < K.TermsHere.size() ? term(StoredTermId(Raw)) : TermId();
  }

  /// Operands come before what they are operands of, so this ends.
  TermId term(StoredTermId Stored) {
    if (TermId Known = K.TermsHere[Stored.index()])
      return Known;
    StoredTerm S = StoredTerm::read(K.Known.Terms.data() + Stored.index() * StoredTerm::Size);
    bool Ordered = (S.A == ~0U || S.A < Stored.index()) && (S.B == ~0U || S.B < Stored.index());
    Term T{static_cast<TermKind>(S.Kind), S.Index, {}, {}, S.Number};
    if (Ordered) {
      T.A = operand(S.A);
      T.B = operand(S.B);
    }
    auto Here = [](auto I, const auto &Table) {
      return I.raw() < Table.size() ? Table[I.raw()].raw() : ~0U;
    };
    T.Index =
        renamedIndex(T.Kind, T.Index,
                     llvm::makeVisitor([&](SymbolId I) { return Here(I, A.Symbols); },
                                       [&](FieldId I) { return Here(I, A.Fields); },
                                       [&](FunctionId I) {
                                         return I.raw() < A.Functions ? A.function(I).raw() : ~0U;
                                       }));
    return K.TermsHere[Stored.index()] = K.Facts.Terms.intern(T);
  }

  KnownKernel &K;
  const AdoptedFacts &A;
};

KnownKernel::KnownKernel(const Program &P, const KernelFacts &Known, LockFacts &Facts)
    : P(P), Known(Known), Facts(Facts), Installed(Known.Functions.size()),
      TermsHere(Known.Terms.size() / StoredTerm::Size) {
  std::vector<bool> Files(P.Files.size());
  for (FileId F : P.Adopted->Replaced)
    Files[F.index()] = true;
  for (const Function &F : P.Functions)
    Replaced.push_back(F.Where.File && Files[F.Where.File.index()]);
}

void KnownKernel::install(FunctionId First) {
  std::vector<FunctionId> Pending{First}, New;
  auto Also = [&](FunctionId F) {
    if (P.Adopted->known(F))
      Pending.push_back(F);
  };
  while (!Pending.empty()) {
    FunctionId F = Pending.back(), Stored = P.Adopted->known(F);
    Pending.pop_back();
    if (Installed[Stored.index()])
      continue;
    Installed[Stored.index()] = true;
    Summary S;
    Reader(*this, Known.Summaries, Known.Functions[Stored.index()].At)(S);
    for (const Acquisition &A : S.Acquired)
      Also(A.Via.Function);
    for (const Outcome &O : S.Outcomes)
      for (const DoubtfulLock &D : O.Doubtful)
        Also(D.Suspect.Function);
    Also(S.Enables.Via);
    for (Acquisition &A : S.Acquired) {
      llvm::sort(A.Dropped); // by the numbers that terms have here
      Conditions Given = A.Given;
      llvm::sort(Given);
      A.Given = std::move(Given);
    }
    for (Outcome &O : S.Outcomes) {
      llvm::sort(O.Dropped);
      llvm::sort(O.Given);
    }
    Facts.Summaries[F] = std::move(S);
    New.push_back(F);
    if (Facts.summary(F).waits())
      Facts.Waiters.push_back(F);
  }
  for (FunctionId F : New) {
    Summary &S = Facts.Summaries[F];
    auto IsStale = [&](uint32_t I) {
      return I >= S.Acquired.size() || isReplaced(F, S.Acquired[I]);
    };
    llvm::erase_if(S.Offered, IsStale);
    llvm::erase_if(S.Relative, [&](const RelativeEdge &R) {
      return IsStale(R.From.Acquired) || IsStale(R.To);
    });
  }
}

/// Code that is here, perhaps changed, stood on the way. Thousands of ways end alike, so what is
/// said of one is kept for all acquisitions on it.
bool KnownKernel::isReplaced(FunctionId In, const Acquisition &A) {
  if (isReplaced(In))
    return true;
  bool Found = false;
  llvm::SmallVector<std::pair<uint32_t, uint32_t>, LockFacts::MaxWay> Way;
  for (const Acquisition *Outer = &A; Outer && Outer->Via.Function && !Found;
       Outer = Facts.inCallee(*Outer)) {
    std::pair<uint32_t, uint32_t> Next{Outer->Via.Function.raw(), Outer->Via.Index};
    if (auto Said = OnTheWay.find(Next); Said != OnTheWay.end()) {
      Found = Said->second;
      break;
    }
    Found = isReplaced(Outer->Via.Function);
    if (Way.size() == LockFacts::MaxWay)
      break;
    Way.push_back(Next);
  }
  for (auto Step : Way)
    OnTheWay[Step] = Found;
  return Found;
}

void KnownKernel::readEdges() {
  std::vector<LockClass> Classes;
  std::vector<ClassId> Here;
  Reader In(*this, Known.Orders);
  In(Classes);
  for (LockClass &C : Classes)
    Here.push_back(Facts.Classes->intern(std::move(C)));
  for (uint64_t Left = In.number(); Left && !In.failed(); --Left) {
    uint32_t From = 0, To = 0;
    Edge E;
    In(From, To, E.Events);
    if (From >= Here.size() || To >= Here.size())
      continue;
    E.From = Here[From];
    E.To = Here[To];
    Edges.push_back(std::move(E));
  }
}

std::set<ClassId> KnownKernel::wanted() {
  readEdges();
  std::set<ClassId> Out;
  for (const Edge &E : Edges)
    Out.insert(E.To);
  return Out;
}

void KnownKernel::addOrders() {
  // How many of the kernel's orders lead from what is wanted here, or to what is held here.
  constexpr unsigned Longest = 2, Never = Longest + 1;
  std::vector<unsigned> After(Facts.Classes->size(), Never), Before = After;
  for (const OrderEvent &E : Facts.Orders) {
    After[E.To.index()] = 0;
    Before[E.From.index()] = 0;
  }
  for (unsigned Step = 0; Step != Longest; ++Step)
    for (const Edge &E : Edges) {
      unsigned &To = After[E.To.index()], &From = Before[E.From.index()];
      To = std::min(To, After[E.From.index()] + 1);
      From = std::min(From, Before[E.To.index()] + 1);
    }
  for (const Edge &E : Edges) {
    if (After[E.From.index()] + 1 + Before[E.To.index()] > Longest)
      continue;
    Reader Events(*this, E.Events);
    while (!Events.atEnd() && !Events.failed()) {
      OrderEvent Event;
      Events(Event.In, Event);
      if (!Event.In)
        break;
      Event.From = E.From;
      Event.To = E.To;
      install(Event.In);
      const Summary &S = Facts.summary(Event.In);
      if (Event.FromAcquired >= S.Acquired.size() || Event.ToAcquired >= S.Acquired.size() ||
          isReplaced(Event.In, S.Acquired[Event.FromAcquired]) ||
          isReplaced(Event.In, S.Acquired[Event.ToAcquired]))
        continue;
      llvm::sort(Event.Gates);
      Event.rate(S);
      Facts.Orders.push_back(std::move(Event));
    }
  }
}

void KnownKernel::addUses() {
  size_t Taken = Facts.Classes->size(); // by what is here; later ones are only the kernel's
  Reader In(*this, Known.Uses);
  for (uint64_t Left = In.number(); Left && !In.failed(); --Left) {
    LockClass Class;
    std::string Bytes;
    In(Class, Bytes);
    if (Facts.Classes->intern(std::move(Class)).index() >= Taken)
      continue;
    Reader Entries(*this, Bytes);
    while (!Entries.atEnd() && !Entries.failed()) {
      EntryPoint E;
      Entries(E);
      if (!E.Function || isReplaced(E.Function) || isReplaced(E.In))
        continue;
      install(E.Function);
      Facts.Entries.push_back(std::move(E));
    }
  }
}

std::vector<CalledUnder> KnownKernel::contexts() {
  std::vector<CalledUnder> Out;
  Reader In(*this, Known.Contexts);
  for (uint64_t Left = In.number(); Left && !In.failed(); --Left) {
    CalledUnder C;
    std::vector<LockClass> Held;
    std::vector<FileId> Callers;
    In(C.Member, C.Off, Held, Callers);
    if (llvm::any_of(Callers, [&](FileId F) { return P.Adopted->Replaced.contains(F); }))
      continue; // called otherwise, perhaps
    for (LockClass &Class : Held)
      C.Held.push_back(Facts.Classes->intern(std::move(Class)));
    if (C.Member)
      Out.push_back(std::move(C));
  }
  return Out;
}

} // namespace lockorder
