//===- Accounts.cpp - Where the ledger's numbers come from -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Accounts.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

constexpr std::initializer_list<EffectKind> LockEffects = {EffectKind::Acquire, EffectKind::Release,
                                                           EffectKind::Downgrade};

bool isLockEvent(const ApiEvent &E) {
  return llvm::any_of(
      E.Effects, [](const Effect &What) { return llvm::is_contained(LockEffects, What.Kind); });
}

llvm::StringRef reason(SiteState State) {
  switch (State) {
  case SiteState::Modelled:
    return "modelled";
  case SiteState::NoCaller:
    return "lock passed by pointer, and no caller is known";
  case SiteState::OpaquePointer:
    return "pointer of unknown origin";
  case SiteState::NoFeasiblePath:
    return "no feasible path";
  }
  return "";
}

} // namespace

template <typename Tables> class Accounts::Places {
public:
  Places(Accounts &Of, const Tables &In)
      : Of(Of), In(In), NameOf(In.Names.size()), FileOf(In.Files.size()) {}

  NameId name(NameId I) { return once(NameOf, I, In.Names, Of.Names); }
  Place operator()(NameId Api, Site Where) {
    return {pair(name(Api).raw(), file(Where.File).raw()), pair(Where.Line, Where.Column)};
  }

private:
  static uint64_t pair(uint32_t High, uint32_t Low) { return uint64_t(High) << 32 | Low; }
  FileId file(FileId I) { return once(FileOf, I, In.Files, Of.Files); }
  template <typename Tag, typename Strings>
  static Id<Tag> once(std::vector<Id<Tag>> &Known, Id<Tag> I, const Strings &From, Strings &To) {
    if (I && !Known[I.index()])
      Known[I.index()] = To.intern(From[I]);
    return I ? Known[I.index()] : I;
  }

  Accounts &Of;
  const Tables &In;
  std::vector<NameId> NameOf;
  std::vector<FileId> FileOf;
};

void Accounts::addUnit(const TranslationUnit &Unit) {
  ++(Unit.ProblemCount ? Out.UnitsWithErrors : Out.UnitsClean);
  Out.CompileErrors += Unit.ProblemCount;
  Places At(*this, Unit);
  for (const ApiSite &S : Unit.Seen)
    Seen.insert(At(S.Api, S.Where));
  for (const ApiSite &S : Unit.Skipped)
    Skipped.try_emplace(At(S.Api, S.Where), At.name(S.Reason));
  for (const Function &F : Unit.Functions)
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events)
        if (const auto *Api = std::get_if<ApiEvent>(&E); Api && isLockEvent(*Api))
          Lowered.insert(At(Api->Api, Api->Where));
}

std::string Accounts::spell(Place Where) const {
  NameId Api(static_cast<uint32_t>(Where.first >> 32));
  FileId File(static_cast<uint32_t>(Where.first));
  return Names[Api] + " at " + (File ? Files[File] : "") + ":" +
         std::to_string(Where.second >> 32) + ":" +
         std::to_string(static_cast<uint32_t>(Where.second));
}

void Accounts::notice(std::vector<Place> Those, const char *What,
                      std::vector<std::string> &Notices) const {
  std::vector<std::string> Lines;
  for (Place Where : Those)
    Lines.push_back(std::string("lock operation ") + What + ": " + spell(Where));
  llvm::sort(Lines);
  llvm::append_range(Notices, Lines);
}

void Accounts::countSites(const Program &P, const LockFacts &Facts,
                          std::vector<std::string> &Notices) {
  llvm::DenseMap<Place, SiteState> StateOf;
  Places At(*this, P);
  for (const auto &[Key, State] : Facts.Noted.Sites)
    StateOf[At(Key.first, Key.second)] = State;

  std::vector<Place> Unexplained, Unseen;
  Out.SitesSeen = Seen.size();
  for (Place Where : Seen) {
    if (auto It = StateOf.find(Where); It != StateOf.end()) {
      if (It->second == SiteState::Modelled)
        ++Out.SitesModelled;
      else
        ++Out.SitesUnresolved[reason(It->second).str()];
    } else if (Linked.contains(Where)) {
      ++Out.SitesSkipped[reason(SiteState::NoFeasiblePath).str()];
    } else if (Lowered.contains(Where)) {
      ++Out.SitesSkipped["in a function that is not analysed"];
    } else if (auto Why = Skipped.find(Where); Why != Skipped.end()) {
      ++Out.SitesSkipped[Names[Why->second]];
    } else {
      Unexplained.push_back(Where);
    }
  }
  for (Place Where : Lowered)
    if (!Seen.contains(Where))
      Unseen.push_back(Where);
  notice(Unexplained, "seen but not accounted for", Notices);
  notice(Unseen, "modelled but not seen by the independent walk", Notices);
}

void Accounts::countIndirectCalls(const Program &P) {
  std::set<FunctionId> Callers;
  for (const auto &[Key, To] : P.IndirectCalls)
    Callers.insert(P.symbol(std::get<SymbolId>(Key)).Body);
  std::set<std::pair<Site, llvm::StringRef>> Known;
  for (FunctionId Caller : Callers) {
    const Function &F = P.function(Caller);
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events) {
        const auto *Call = std::get_if<CallEvent>(&E);
        if (!Call)
          continue;
        Targets T = P.targets(F, *Call);
        if (T.How == Targets::State::Direct || T.How == Targets::State::Undefined)
          continue;
        if (!Known.insert({Call->Where, T.Through}).second)
          continue;
        ++Out.IndirectCalls;
        switch (T.How) {
        case Targets::State::Pointer:
          ++Out.IndirectResolved;
          break;
        case Targets::State::Capped:
          ++Out.IndirectCapped;
          break;
        case Targets::State::NeverAssigned:
          ++Out.IndirectNeverAssigned;
          break;
        default:
          ++Out.IndirectUnresolved;
          ++Out.IndirectUnresolvedBy[T.Through.str()];
          break;
        }
      }
  }
}

void Accounts::addProgram(const Program &P) {
  Places At(*this, P);
  P.forEachEffect(LockEffects, [&](FunctionId, const ApiEvent &E, const Effect &) {
    Linked.insert(At(E.Api, E.Where));
  });
  countIndirectCalls(P);
  Out.Functions = P.Functions.size();
  for (const Function &F : P.Functions)
    Out.FunctionsIncomplete += (F.Flags & FlagIncomplete) != 0;
  Out.SymbolDuplicates = P.DuplicateDefinitions;
}

Ledger Accounts::finish(const Program &P, const LockFacts &Facts,
                        std::vector<std::string> &Notices) && {
  countSites(P, Facts, Notices);
  Out.FunctionsCapped = Facts.CappedFunctions;
  llvm::sort(Out.LostUnits);
  for (const std::string &Line : Out.check())
    Notices.push_back("ledger: " + Line);
  return std::move(Out);
}

} // namespace lockorder
