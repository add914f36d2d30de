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

/// A set, as a list of what is in it.
template <typename S, typename Set> void transferSet(S &Stream, Set &X) {
  std::vector<typename Set::value_type> List(X.begin(), X.end());
  Stream(List);
  X = Set(List.begin(), List.end());
}

} // namespace

/// Without Result: that is a part of its own.
template <typename S> void transfer(S &Stream, FunctionResult &X) {
  std::vector<std::pair<ClassId, ClassId>> Between;
  for (const OrderEvent &E : X.Orders)
    Between.push_back({E.From, E.To});
  Stream(Between, X.Orders, X.Relocks, X.Balances, X.IrqFlags, X.Sleeps, X.Starts, X.Signals,
         X.Gates, X.MemberGates, X.Waits, X.Capped, X.LookedAgain, X.CappedLook);
  for (OrderEvent &E : X.Orders)
    Stream(E.Stated, E.Pointers, E.Length);
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

class ResultWriter : public ValueWriter<ResultWriter> {
public:
  explicit ResultWriter(StoredTables &Tables, const SiteNumbers &Sites)
      : Tables(Tables), Sites(Sites) {}

  template <typename IdType> void id(IdType I) { number(Tables.put(I)); }
  void conditions(SharedConditions &C) { number(Tables.put(C)); }
  void index(uint32_t I) { number(I); }
  void owner(OwnerId O) { id(O); }
  void ref(AcquisitionRef &R) { (*this)(R.Function, R.Index); }
  void site(Site &S) {
    std::optional<uint64_t> Number = Sites.of(S);
    Failed |= !Number;
    number(Number.value_or(0));
  }
  bool failed() const { return Failed; }

private:
  StoredTables &Tables;
  const SiteNumbers &Sites;
  bool Failed = false;
};

class ResultReader : public ValueReader<ResultReader> {
public:
  ResultReader(StoredTables &Tables, const SiteNumbers &Sites, llvm::StringRef Bytes)
      : ValueReader(Bytes), Tables(Tables), Sites(Sites) {}

  template <typename IdType> void id(IdType &I) { named(I); }
  void conditions(SharedConditions &C) { named(C); }
  void index(uint32_t &I) { one(I); }
  void owner(OwnerId &O) { named(O); }
  void ref(AcquisitionRef &R) { (*this)(R.Function, R.Index); }
  void site(Site &S) {
    if (!Sites.find(number(), S))
      fail();
  }

private:
  template <typename Value> void named(Value &To) {
    if (!Tables.get(number(), To))
      fail();
  }
  StoredTables &Tables;
  const SiteNumbers &Sites;
};

constexpr size_t EndSize = 4;

/// Where acquisitions end; whole numbers of them.
llvm::StringRef takeEnds(ResultReader &From) {
  uint64_t Count = From.number();
  llvm::StringRef Ends = From.take(std::min(Count, uint64_t(UINT32_MAX)) * EndSize);
  return Ends.drop_back(Ends.size() % EndSize);
}

template <typename Events> void saysWho(Events &List, FunctionId Self) {
  for (auto &E : List)
    E.In = Self;
}

} // namespace

StoredResults::StoredResults(std::unique_ptr<llvm::MemoryBuffer> From) : Before(std::move(From)) {
  llvm::StringRef Left = Before ? Before->getBuffer() : llvm::StringRef();
  bool Roomy = Left.size() <= MaxBytes / 2;
  Tables->read(Left);
  Digest Key;
  uint64_t Age = 0, Bytes = 0;
  while (takeNumber(Left, Key.first) && takeNumber(Left, Key.second) && takeNumber(Left, Age) &&
         takeNumber(Left, Bytes) && Bytes <= Left.size()) {
    if (Age == 0 || Roomy) {
      OldAt.try_emplace(Key, static_cast<uint32_t>(Old.size()));
      Old.push_back({Key, Left.take_front(Bytes), Age});
      Size += Bytes;
    }
    Left = Left.drop_front(Bytes);
  }
  Used = std::vector<std::atomic<bool>>(Old.size());
}

std::string StoredResults::takeBytes() {
  std::map<Digest, uint64_t> AgeOf;
  for (auto [Was, NowUsed] : llvm::zip(Old, Used))
    if (uint64_t Age = NowUsed ? 0 : Was.Age + 1; Age < MaxAge)
      AgeOf[Was.Key] = Age;
  for (const auto &[Key, Bytes] : New)
    AgeOf[Key] = 0;
  std::string Out;
  Tables->write(Out);
  if (used() == 0) { // else somebody may ask for a summary yet
    Keys.reset();
    Tables.reset();
  }
  for (auto [Key, Age] : AgeOf) {
    auto It = New.find(Key);
    llvm::StringRef Bytes = It != New.end() ? It->second : Old[OldAt.lookup(Key)].Bytes;
    for (uint64_t Number : {Key.first, Key.second, Age, uint64_t(Bytes.size())})
      appendNumber(Out, Number);
    Out += Bytes;
    if (It != New.end())
      New.erase(It);
  }
  return Out;
}

void StoredResults::begin(const Program &P, LockFacts &Facts) {
  Keys = std::make_unique<ComponentKeys>(P, Facts);
  Tables->begin(P.Stable, Facts);
  Facts.Summaries.readBy(*this);
}

/// Where its acquisitions end, each; these; and the rest: one of them can be read alone.
std::string StoredResults::bytesOf(const ComponentKey &Key, Summary &From) {
  ResultWriter Acquired(*Tables, *Key.Sites), Out(*Tables, *Key.Sites);
  StoredTables::Lock Adding = Tables->lock();
  Out.number(From.Acquired.size());
  for (Acquisition &A : From.Acquired) {
    Acquired(A);
    char End[EndSize];
    llvm::support::endian::write32le(End, static_cast<uint32_t>(Acquired.Bytes.size()));
    Out.Bytes.append(End, EndSize);
  }
  std::vector<Acquisition> Own = std::exchange(From.Acquired, {});
  Out.Bytes += Acquired.Bytes;
  Out(From);
  From.Acquired = std::move(Own);
  return Acquired.failed() || Out.failed() ? "" : std::move(Out.Bytes);
}

bool StoredResults::read(const StoredSummary &From, Summary &To) {
  ResultReader In(*Tables, *From.Sites, From.Bytes);
  std::vector<Acquisition> Acquired(takeEnds(In).size() / EndSize);
  for (Acquisition &A : Acquired)
    In(A);
  In(To);
  To.Acquired = std::move(Acquired); // also if it failed: whoever asks for one gets one
  return !In.failed() && In.atEnd();
}

std::optional<uint32_t> StoredResults::countAcquired(const StoredSummary &From) {
  ResultReader In(*Tables, *From.Sites, From.Bytes);
  llvm::StringRef Ends = takeEnds(In);
  if (In.failed())
    return std::nullopt;
  return static_cast<uint32_t>(Ends.size() / EndSize);
}

bool StoredResults::readOne(const StoredSummary &From, uint32_t Index, Acquisition &To) {
  ResultReader Whole(*Tables, *From.Sites, From.Bytes);
  llvm::StringRef Ends = takeEnds(Whole);
  auto EndOf = [&](uint32_t I) {
    return llvm::support::endian::read32le(Ends.data() + size_t(I) * EndSize);
  };
  ResultReader In(*Tables, *From.Sites,
                  Whole.rest().slice(Index ? EndOf(Index - 1) : 0, EndOf(Index)));
  In(To);
  return !In.failed() && In.atEnd();
}

template <typename... Values> bool StoredResults::read(const ComponentKey &Key, Values &...To) {
  auto It = OldAt.find(Key.Number);
  if (It == OldAt.end())
    return false;
  ResultReader In(*Tables, *Key.Sites, Old[It->second].Bytes);
  In(To...);
  if (In.failed() || !In.atEnd())
    return false;
  Used[It->second] = true;
  return true;
}

template <typename... Values>
std::string StoredResults::bytesOf(const ComponentKey &Key, Values &...From) {
  ResultWriter Out(*Tables, *Key.Sites);
  StoredTables::Lock Adding = Tables->lock();
  Out(From...);
  assert(!Out.failed() && "a result speaks of a place in another component");
  return Out.failed() ? "" : std::move(Out.Bytes);
}

template <typename... Values> void StoredResults::write(const ComponentKey &Key, Values &...From) {
  std::string Bytes = bytesOf(Key, From...);
  if (Bytes.empty())
    return;
  std::lock_guard Lock(Keeping);
  Size += Bytes.size();
  New[Key.Number] = std::move(Bytes);
}

std::optional<ComponentResult> StoredResults::find(const ComponentKey &Key,
                                                   const std::vector<FunctionId> &Component) {
  ComponentResult Found;
  std::vector<ComponentKeys::Told> Tell;
  std::vector<llvm::StringRef> Results;
  if (!read(Key, Found.Members, Found.Noted, Tell, Results) ||
      Found.Members.size() != Component.size() || Tell.size() != Component.size() ||
      Results.size() != Component.size())
    return std::nullopt;
  if (!llvm::all_of(Found.Members, [&](const auto &Member) {
        return llvm::binary_search(Component, Member.first);
      }))
    return std::nullopt;
  for (auto [Member, Says, Result] : llvm::zip(Found.Members, Tell, Results)) {
    auto &[F, R] = Member;
    R.Later = {Result, Key.Sites};
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

bool StoredResults::isWorthWriting() const {
  constexpr double SecondsEach = 2e-5;
  return Gain > SecondsEach * double(Old.size());
}

/// If so, writing them will have gained that much.
bool StoredResults::isWorthKeeping(double Took) {
  std::lock_guard Lock(Keeping);
  bool Worth = Size <= MaxBytes / 2 || (Took >= Dear && Size <= MaxBytes);
  Gain += Worth ? Took : 0;
  return Worth;
}

void StoredResults::keep(const ComponentKey &Key, ComponentResult &Found) {
  double Took = Found.seconds();
  bool Worth = isWorthKeeping(Took);
  std::vector<ComponentKeys::Told> Tell(Found.Members.size());
  if (Worth) {
    for (auto [Member, Says] : llvm::zip(Found.Members, Tell))
      Says = Keys->tell(Member.second.Result);
    std::vector<std::string> Bytes;
    for (auto &[F, R] : Found.Members)
      Bytes.push_back(bytesOf(Key, R.Result));
    std::vector<llvm::StringRef> Results(Bytes.begin(), Bytes.end());
    if (!llvm::is_contained(Results, ""))
      write(Key, Found.Members, Found.Noted, Tell, Results);
  }
  for (auto [Member, Says] : llvm::zip(Found.Members, Tell)) // nothing: when it is asked for
    Keys->settle(Member.first, std::move(Says));
}

std::optional<OrdersOnPaths> StoredResults::findPaths(const ComponentKey &Key) {
  OrdersOnPaths Found;
  return read(Key, Found) ? std::optional(std::move(Found)) : std::nullopt;
}

void StoredResults::keepPaths(const ComponentKey &Key, OrdersOnPaths &Found) { write(Key, Found); }

} // namespace lockorder
