//===- HrTimers.cpp - Which function a high-resolution timer calls, and where -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/HrTimers.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
std::vector<HrTimer> findHrTimers(const Program &P) {
  constexpr int64_t SoftMode = 4; // HRTIMER_MODE_SOFT
  std::map<NamedPlace, std::set<Context>> Modes;
  std::vector<HrTimer> Found;
  auto NoteCall = [&](const Function &F, const CallEvent &Call) {
    if (Call.Arguments.size() != 3 || !callsByName(P, F, Call, "hrtimer_init"))
      return;
    const Node &Which = F.Nodes[Call.Arguments[0].index()];
    const Node &Mode = F.Nodes[Call.Arguments[2].index()];
    if (Which.Kind != Op::Addr || Mode.Kind != Op::Int)
      return;
    if (std::optional<NamedPlace> T = NamedPlace::at(F, Which.A))
      Modes[*T].insert(Mode.Value & SoftMode ? Context::Softirq : Context::Hardirq);
  };
  auto NoteAssign = [&](const Function &F, const AssignEvent &Assign) {
    const Node &Target = F.Nodes[Assign.Target.index()];
    const Node &Value = F.Nodes[Assign.Value.index()];
    if (Target.Kind != Op::Member || Value.Kind != Op::Function ||
        P.Fields[Target.Fld].Name != "function" ||
        P.Records[P.Fields[Target.Fld].Owner].Name != "hrtimer")
      return;
    std::optional<NamedPlace> T = NamedPlace::at(F, Target.A);
    if (FunctionId Body = P.symbol(Value.Sym).Body; T && Body)
      Found.push_back({*T, Body, std::nullopt});
  };
  for (const Function &F : P.Functions)
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events)
        if (const auto *Call = std::get_if<CallEvent>(&E))
          NoteCall(F, *Call);
        else if (const auto *Assign = std::get_if<AssignEvent>(&E))
          NoteAssign(F, *Assign);
  for (HrTimer &Each : Found)
    if (auto It = Modes.find(Each.Which); It != Modes.end() && It->second.size() == 1)
      Each.Runs = *It->second.begin();
  llvm::sort(Found);
  Found.erase(std::unique(Found.begin(), Found.end()), Found.end());
  return Found;
}

} // namespace lockorder
