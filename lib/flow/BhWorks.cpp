//===- BhWorks.cpp - Works that run in softirqs -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/BhWorks.h"
#include <set>

namespace lockorder {
namespace {

/// A member of any record, or a global.
using Place = std::pair<FieldId, SymbolId>;

class Finder {
public:
  explicit Finder(const Program &P) : P(P) {}

  std::map<Place, bool> run() {
    std::map<Place, bool> Works;
    std::set<Place> Threads;
    forEachCall([&](const Function &F, const CallEvent &Call) {
      size_t Queue = calls(F, Call, "queue_work_on") ? 1 : 0;
      if (!Queue && !calls(F, Call, "queue_work") && !calls(F, Call, "enable_and_queue_work"))
        return;
      if (Call.Arguments.size() < Queue + 2)
        return;
      const Node &Work = F.Nodes[Call.Arguments[Queue + 1].index()];
      if (std::optional<Place> Which = Work.Kind == Op::Addr ? placeAt(F, Work.A) : std::nullopt) {
        if (isBh(F, Call.Arguments[Queue]))
          Works[*Which] = true;
        else
          Threads.insert(*Which);
      }
    });
    for (auto &[Work, Always] : Works)
      Always = !Threads.contains(Work);
    return Works;
  }

private:
  template <typename Visit> void forEachCall(Visit V) const {
    for (const Function &F : P.Functions)
      for (const Block &B : F.Blocks)
        for (const Event &E : B.Events)
          if (const auto *Call = std::get_if<CallEvent>(&E))
            V(F, *Call);
  }

  bool calls(const Function &F, const CallEvent &Call, llvm::StringRef Name) const {
    const Node &Callee = F.Nodes[Call.Callee.index()];
    return Callee.Kind == Op::Function && P.symbol(Callee.Sym).Name.Name == Name;
  }

  std::optional<Place> placeAt(const Function &F, NodeId At) const {
    const Node &N = F.Nodes[At.index()];
    if (N.Kind == Op::Member)
      return Place(N.Fld, SymbolId());
    if (N.Kind == Op::Global)
      return Place(FieldId(), N.Sym);
    return std::nullopt;
  }

  bool isBh(const Function &F, NodeId Queue) const {
    const Node &N = F.Nodes[Queue.index()];
    std::optional<Place> From = N.Kind == Op::Load ? placeAt(F, N.A) : std::nullopt;
    if (!From || !From->second)
      return false;
    llvm::StringRef Name = P.symbol(From->second).Name.Name;
    return Name == "system_bh_wq" || Name == "system_bh_highpri_wq";
  }

  const Program &P;
};

} // namespace

std::map<ClassId, bool> findBhWorks(const Program &P, TermTable &Terms, ClassTable &Classes) {
  std::map<ClassId, bool> Works;
  for (auto [Work, Always] : Finder(P).run()) {
    TermId Object =
        Work.first ? Terms.member(Terms.anyPlace(), Work.first) : Terms.global(Work.second);
    if (ClassId Class = Classes.classOf(Object, 0, true)) {
      auto [It, First] = Works.try_emplace(Class, Always);
      It->second &= Always;
    }
  }
  return Works;
}

} // namespace lockorder
