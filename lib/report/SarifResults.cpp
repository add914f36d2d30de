//===- SarifResults.cpp - From findings to SARIF results --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Sarif.h"
#include "report/Wording.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <cassert>
#include <tuple>

using llvm::StringRef;

namespace lockorder {
namespace {

/// With a line, even if it is not known: readers of SARIF want one. The first stands for the file.
Location withLine(Location Where) {
  if (Where.Line == 0)
    Where = {Where.File, 1, 0};
  return Where;
}

/// The place of the finding, else of its first step that has one.
Location primaryLocation(const Finding &F) {
  if (!F.Where.File.empty())
    return withLine(F.Where);
  for (const Witness &W : F.Witnesses)
    for (const Step &S : W.Steps)
      if (!S.Where.File.empty())
        return withLine(S.Where);
  return {};
}

/// Call depth is how many of the functions seen so far have not returned. A step in a function that
/// is on the stack means that those above it have.
class CallStack {
public:
  unsigned enter(const Step &S) {
    if (S.Event == StepEvent::Starts)
      Functions.clear();
    auto It = llvm::find(Functions, S.Function);
    if (It == Functions.end())
      Functions.push_back(S.Function);
    else
      Functions.erase(It + 1, Functions.end());
    return static_cast<unsigned>(Functions.size() - 1);
  }

private:
  std::vector<std::string> Functions;
};

SarifThread makeThread(const Witness &W, const Location &Primary) {
  SarifThread Thread{W.Label, {}};
  CallStack Stack;
  Location Nearest = Primary;
  for (const Step &S : W.Steps) {
    if (!S.Where.File.empty())
      Nearest = withLine(S.Where);
    Thread.Steps.push_back({&W, &S, Nearest, Stack.enter(S)});
  }
  return Thread;
}

/// All witnesses of a finding, a thread for each that has steps.
SarifFlow makeFlow(const Finding &F, const Location &Primary) {
  SarifFlow Flow{F.Message, {}};
  for (const Witness &W : F.Witnesses)
    if (!W.Steps.empty())
      Flow.Threads.push_back(makeThread(W, Primary));
  return Flow;
}

/// The same in one thread, one witness after the other.
SarifFlow concatenate(const SarifFlow &Flow) {
  SarifThread All;
  for (const SarifThread &Thread : Flow.Threads) {
    All.Label += (All.Label.empty() ? "" : ", then ") + Thread.Label;
    All.Steps.insert(All.Steps.end(), Thread.Steps.begin(), Thread.Steps.end());
  }
  return {Flow.Message, {std::move(All)}};
}

/// Fills `Flows` as far as `Budget` locations go; false if something had to be left out.
bool makeFlows(SarifResult &Result, size_t Budget) {
  bool Complete = true;
  auto Add = [&](SarifFlow Flow) {
    size_t Locations = 0;
    for (const SarifThread &Thread : Flow.Threads)
      Locations += Thread.Steps.size();
    if (Locations > Budget) {
      Complete = false;
      return;
    }
    Budget -= Locations;
    Result.Flows.push_back(std::move(Flow));
  };
  for (const Finding *F : Result.Findings) {
    SarifFlow Flow = makeFlow(*F, Result.Where);
    if (Flow.Threads.empty())
      continue;
    bool First = Result.Flows.empty();
    SarifFlow Single = concatenate(Flow);
    if (First && Single.Threads[0].Steps.size() > Budget) {
      Single.Threads[0].Steps.resize(Budget); // a beginning is better than nothing
      Complete = false;
    }
    Add(std::move(Single));
    if (First && Flow.Threads.size() > 1)
      Add(std::move(Flow));
  }
  return Complete;
}

} // namespace

SarifRules::SarifRules(const Report &R) : Rules(R.Checks) {
  for (const Finding &F : R.Findings)
    if (llvm::none_of(Rules, [&](const CheckDescription &C) { return C.Name == F.Check; }))
      Rules.push_back({F.Check, "", "", "", {}});
  for (CheckDescription &Rule : Rules) {
    if (Rule.RuleId.empty())
      Rule.RuleId = Rule.Name.empty() ? "unnamed" : Rule.Name;
    if (Rule.Summary.empty())
      Rule.Summary = "Locking check " + Rule.RuleId;
    if (Rule.Help.empty())
      Rule.Help = Rule.Summary;
  }
}

size_t SarifRules::indexOf(StringRef Check) const {
  auto It = llvm::find_if(Rules, [&](const CheckDescription &C) { return C.Name == Check; });
  assert(It != Rules.end() && "a check of a finding has no rule");
  return It - Rules.begin();
}

std::vector<SarifResult> makeSarifResults(const Report &R, const SarifRules &Rules,
                                          const SarifLimits &Limits,
                                          std::vector<std::string> &Notices) {
  std::vector<SarifResult> Results;
  std::map<std::tuple<size_t, std::string, uint32_t>, size_t> Index;
  for (const Finding &F : R.Findings) {
    Location Where = primaryLocation(F);
    if (Where.File.empty()) {
      Notices.push_back("A finding of " + F.Check +
                        " has no place in any file and cannot be a SARIF result: " + F.Message);
      continue;
    }
    size_t Rule = Rules.indexOf(F.Check);
    auto [It, New] = Index.try_emplace({Rule, Where.File, Where.Line}, Results.size());
    if (New)
      Results.push_back({Rule, Where, {}, Confidence::Low, {}});
    SarifResult &Result = Results[It->second];
    Result.Findings.push_back(&F);
    Result.Tier = std::max(Result.Tier, F.Tier);
  }
  if (Results.size() > Limits.Results) {
    Notices.push_back("Of " + std::to_string(Results.size()) + " results, the " +
                      std::to_string(Limits.Results) +
                      " of highest confidence are in this file: readers reject more.");
    keepBestResults(Results, Limits.Results);
  }
  size_t Trimmed = 0;
  for (SarifResult &Result : Results)
    Trimmed += !makeFlows(Result, Limits.FlowLocations);
  if (Trimmed)
    Notices.push_back("The code flows of " + std::to_string(Trimmed) +
                      " results are not complete: readers reject more than " +
                      std::to_string(Limits.FlowLocations) + " locations.");
  return Results;
}

void keepBestResults(std::vector<SarifResult> &Results, size_t Count) {
  if (Results.size() <= Count)
    return;
  std::vector<size_t> Order(Results.size());
  for (size_t I = 0; I < Order.size(); ++I)
    Order[I] = I;
  llvm::sort(Order, [&](size_t A, size_t B) {
    return std::tie(Results[B].Tier, A) < std::tie(Results[A].Tier, B);
  });
  Order.resize(Count);
  llvm::sort(Order);
  std::vector<SarifResult> Kept;
  for (size_t I : Order)
    Kept.push_back(std::move(Results[I]));
  Results = std::move(Kept);
}

} // namespace lockorder
