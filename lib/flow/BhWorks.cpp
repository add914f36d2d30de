//===- BhWorks.cpp - Works that run in softirqs -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/BhWorks.h"
#include "flow/NamedPlace.h"

namespace lockorder {
namespace {

/// system_bh_wq, or the one of higher priority.
bool isBhQueue(const Program &P, const Function &F, NodeId Queue) {
  const Node &N = F.Nodes[Queue.index()];
  std::optional<NamedPlace> From = N.Kind == Op::Load ? NamedPlace::at(F, N.A) : std::nullopt;
  if (!From || !From->Global)
    return false;
  llvm::StringRef Name = P.symbol(From->Global).Name.Name;
  return Name == "system_bh_wq" || Name == "system_bh_highpri_wq";
}

/// Which argument of the call is the queue, before the work.
std::optional<size_t> queueArgument(const Program &P, const Function &F, const CallEvent &Call) {
  if (callsByName(P, F, Call, "queue_work_on"))
    return 1;
  if (callsByName(P, F, Call, "queue_work") || callsByName(P, F, Call, "enable_and_queue_work"))
    return 0;
  return std::nullopt;
}

} // namespace

std::map<ClassId, BhWork> findBhWorks(const Program &P, TermTable &Terms, ClassTable &Classes) {
  std::map<NamedPlace, std::set<FunctionId>> Softirqs, Threads;
  auto Note = [&](FunctionId In, const CallEvent &Call) {
    const Function &F = P.function(In);
    std::optional<size_t> Queue = queueArgument(P, F, Call);
    if (!Queue || Call.Arguments.size() < *Queue + 2)
      return;
    const Node &Work = F.Nodes[Call.Arguments[*Queue + 1].index()];
    if (std::optional<NamedPlace> Which =
            Work.Kind == Op::Addr ? NamedPlace::at(F, Work.A) : std::nullopt)
      (isBhQueue(P, F, Call.Arguments[*Queue]) ? Softirqs : Threads)[*Which].insert(In);
  };
  for (FunctionId F : P.callersOf({"queue_work_on", "queue_work", "enable_and_queue_work"}))
    for (const Block &B : P.function(F).Blocks)
      for (const Event &E : B.Events)
        if (const auto *Call = std::get_if<CallEvent>(&E))
          Note(F, *Call);
  std::map<ClassId, BhWork> Works;
  for (const auto &[Work, By] : Softirqs)
    if (ClassId Class = Classes.classOf(Work.term(Terms), 0, true)) {
      BhWork &Of = Works[Class];
      Of.Here.insert(By.begin(), By.end());
      if (auto Others = Threads.find(Work); Others != Threads.end()) {
        Of.Always = false;
        Of.Threads.insert(Others->second.begin(), Others->second.end());
      }
    }
  return Works;
}

} // namespace lockorder
