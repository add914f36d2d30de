//===- SleepInAtomic.cpp - sleep-in-atomic: sleeping where it is forbidden -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Parallel.h"
#include "checks/Checks.h"
#include "order/Witness.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace lockorder {
namespace {

/// In lockdep's words.
std::string spellContext(Context C) {
  switch (C) {
  case Context::Hardirq:
  case Context::Softirq:
    return spell(C).str() + " context";
  case Context::Process:
    return "process context";
  default:
    return spellSection(C);
  }
}

constexpr char RightValues[] = "only if what the call is passed has the right values";

class Describer {
public:
  explicit Describer(const CheckInput &In) : In(In), Witnesses(In.P, In.Facts) {}

  Finding operator()(const SleepEvent &E) const {
    const Acquisition &Since = In.Facts.acquired(E.In, E.Since);
    ClassId Class = In.Facts.Terms.isSection(E.Region)
                        ? ClassId()
                        : In.Facts.Classes->classOf(E.Region, Since.Subclass, true);
    std::string Region = Witnesses.spellLock(Class, E.Region);
    Finding F = begin(E.In, E.Sleeps, Region);
    F.Witnesses.push_back(Witnesses.sleep(E, Region));
    if (E.Unconfirmed)
      F.lower(Confidence::Low, TooManyPaths);
    if (E.Guessed)
      F.lower(Confidence::Low, "which release belongs to which acquisition was guessed");
    if (!Class && !In.Facts.Terms.isSection(E.Region))
      F.lower(Confidence::Low, "which lock that is, is not known");
    auto HasNoName = [&](TermId D) {
      return !In.Facts.Terms.isSection(D) && !In.Facts.Classes->classOf(D, 0, true);
    };
    if (llvm::any_of(In.Facts.acquired(E.In, E.Sleeps).Dropped, HasNoName))
      F.lower(Confidence::Low, "the call gives a lock back before, and it is not known which");
    lowerByPointers(F, Since.Pointers);
    lowerByStatement(F, Since);
    return F;
  }

  /// A handler whose context forbids sleeping; nothing if it does not sleep.
  std::optional<Finding> operator()(const EntryPoint &E) const {
    if (!E.Known || E.Ctx == Context::Process)
      return std::nullopt;
    const Summary &S = In.Facts.summary(E.Function);
    std::optional<uint32_t> Best;
    for (uint32_t I : S.Offered)
      if (In.Facts.Terms.isSleep(S.Acquired[I].Place) && isPossible(S.Acquired[I], E.Ctx) &&
          (!Best || cost(S.Acquired[I]) < cost(S.Acquired[*Best])))
        Best = I;
    if (!Best)
      return std::nullopt;
    Finding F = begin(E.Function, *Best, spellContext(E.Ctx));
    F.Witnesses.push_back(Witnesses.sleepIn(E, *Best));
    if (TermId Asked = E.In ? TermId() : askedOfObject(S.Acquired[*Best]))
      F.lower(Confidence::Medium,
              "only if " + spellTerm(In.Facts.Terms, In.P, Asked) +
                  " can be like that: whether handlers of such objects are others is not known");
    return F;
  }

  /// Where the region begins, in the function that begins it.
  std::pair<FunctionId, Site> origin(const SleepEvent &E) const {
    return Witnesses.origin(E.In, E.Since);
  }

private:
  static std::tuple<bool, bool, decltype(believability(Acquisition()))> cost(const Acquisition &A) {
    return {A.Maybe, A.Assumed || A.Lost || !A.Given.empty(), believability(A)};
  }

  /// What the handler sleeps or does not sleep by, if that is memory its arguments lead to: who
  /// puts it into a table may choose it by the same (leds-gpio: `can_sleep`).
  TermId askedOfObject(const Acquisition &A) const {
    auto It = llvm::find_if(A.Given, [&](const auto &G) {
      uint8_t Traits = In.Facts.Terms.traits(G.first);
      return (Traits & MentionsParam) && (Traits & MentionsMemory);
    });
    return It == A.Given.end() ? TermId() : It->first;
  }

  /// Nothing that the function asks of its context says otherwise.
  bool isPossible(const Acquisition &A, Context C) const {
    bool Interrupt = C == Context::Hardirq || C == Context::Softirq;
    if (A.Subclass == UnlessBh && Interrupt)
      return false;
    if (!Interrupt && !A.Dropped.empty())
      return false; // perhaps the lock for which it must not
    if (A.IrqClosed ||
        llvm::any_of(A.Dropped, [&](TermId D) { return In.Facts.Terms.isSection(D); }))
      return false;
    return llvm::none_of(A.Given, [&](const auto &G) {
      const Term &T = In.Facts.Terms[G.first];
      if (T.Kind != TermKind::Query || !G.second.mustBeZero())
        return false;
      Context Asked = static_cast<Context>(T.Index);
      if (Asked == Context::Hardirq || Asked == Context::Softirq || Asked == Context::Rcu)
        return Asked == C;
      if (Asked == Context::Irq)
        return C == Context::Irq || C == Context::Hardirq; // on, in softirqs
      return Interrupt || Asked == C || (Asked == Context::Preempt && C == Context::Irq);
    });
  }

  Finding begin(FunctionId In_, uint32_t Sleeps, const std::string &Region) const {
    const Acquisition &A = In.Facts.acquired(In_, Sleeps);
    Finding F;
    F.Check = "sleep-in-atomic";
    std::string What = Witnesses.apiOf(In_, Sleeps);
    F.Message = "sleeping function called from invalid context: " + What + " in " + Region;
    F.Locks = {Region};
    F.Function = In.P.nameOf(In_).str();
    F.Where = In.P.locate(A.Where);
    F.Fingerprint = fingerprint(F.Check, F.Locks, {F.Function, What});
    lowerByPointers(F, A.Pointers);
    if (A.Lost)
      F.lower(Confidence::Low, "only under conditions that were not followed to here");
    if (A.Assumed)
      F.lower(Confidence::Medium, RightValues);
    if (A.Maybe)
      F.lower(Confidence::Low, "only if the object is of the sort that takes longer");
    if (needsLastReference(In.Facts, A))
      F.lower(Confidence::Low, "only if the call gives up the last reference to something");
    if (In.Facts.InitOnly[In_.index()])
      F.lower(Confidence::Low, "the kernel is starting: nothing else runs yet");
    constexpr unsigned Believable = 8;
    if (A.Length > Believable)
      F.lower(Confidence::Medium, "the call chain is long");
    return F;
  }

  const CheckInput &In;
  WitnessBuilder Witnesses;
};

} // namespace

/// Where many functions call the same thing that sleeps only on a condition, the condition is what
/// they rely on: snd_pcm_period_elapsed(), in seventy handlers, takes a mutex only if
/// `pcm->nonatomic`.
static void lowerWhatManyRelyOn(std::vector<Finding> &Findings) {
  constexpr size_t Many = 5;
  std::map<Location, std::set<std::string>> Callers; ///< by what sleeps
  auto Sleeper = [](const Finding &F) -> const Step & { return F.Witnesses.back().Steps.back(); };
  for (const Finding &F : Findings)
    if (llvm::is_contained(F.Reasons, RightValues))
      Callers[Sleeper(F).Where].insert(F.Function);
  for (Finding &F : Findings)
    if (llvm::is_contained(F.Reasons, RightValues) && Callers[Sleeper(F).Where].size() >= Many)
      F.lower(Confidence::Low, "many functions rely on it that what they pass has other values");
}

std::vector<Finding> checkSleepInAtomic(const CheckInput &In) {
  Describer Describe(In);
  std::vector<Finding> Findings;
  // One finding for each region, wherever it was judged: the one that is believed most.
  std::map<std::pair<FunctionId, Site>, Finding> Best;
  std::vector<Finding> Each(In.Facts.Sleeps.size());
  inParallel(Each.size(), In.Threads, [&](size_t I) { Each[I] = Describe(In.Facts.Sleeps[I]); });
  for (auto [E, F] : llvm::zip(In.Facts.Sleeps, Each)) {
    auto [It, New] = Best.try_emplace(Describe.origin(E), F);
    if (!New && std::tuple(It->second.Tier, F.Witnesses.front().Steps.size()) <
                    std::tuple(F.Tier, It->second.Witnesses.front().Steps.size()))
      It->second = std::move(F);
  }
  for (auto &[Region, F] : Best)
    Findings.push_back(std::move(F));
  std::set<std::pair<FunctionId, Context>> Done;
  for (const EntryPoint &E : In.Facts.Entries)
    if (Done.insert({E.Function, E.Ctx}).second)
      if (std::optional<Finding> F = Describe(E))
        Findings.push_back(std::move(*F));
  lowerWhatManyRelyOn(Findings);
  return Findings;
}

} // namespace lockorder
