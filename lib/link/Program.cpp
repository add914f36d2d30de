//===- Program.cpp - All units as one -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Program.h"
#include "base/Parallel.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

namespace lockorder {

Targets Program::targets(const Function &Caller, const CallEvent &Call) const {
  const Node &Callee = Caller.Nodes[Call.Callee.index()];
  if (Callee.Kind == Op::Function) {
    const ProgramSymbol &S = symbol(Callee.Sym);
    if (!S.Body)
      return {Targets::State::Undefined, {}, ""};
    return {Targets::State::Direct, llvm::ArrayRef(&S.Body, 1), ""};
  }
  const IndirectCall &Known = IndirectCalls.at({Caller.Name, Call.Callee, Call.Type});
  return {Known.How, Known.Functions, Known.Through};
}

std::vector<FunctionId> Program::callersOf(std::initializer_list<llvm::StringRef> Names) const {
  std::vector<FunctionId> All;
  for (uint32_t I = 0; I != Symbols.size(); ++I) {
    const ProgramSymbol &S = Symbols[I];
    if (S.Name.Kind != SymbolKind::Function || !llvm::is_contained(Names, S.Name.Name))
      continue;
    if (S.Body)
      llvm::append_range(All, Callers[S.Body.index()]);
    else if (auto Its = CallersOfUndefined.find(SymbolId(I)); Its != CallersOfUndefined.end())
      llvm::append_range(All, Its->second);
  }
  llvm::sort(All);
  All.erase(std::unique(All.begin(), All.end()), All.end());
  return All;
}

const RootFact *Program::rootOf(FunctionId F) const {
  SymbolId Name = function(F).Name;
  auto It = llvm::lower_bound(Roots, Name,
                              [](const RootFact &R, SymbolId Key) { return R.Function < Key; });
  return It != Roots.end() && It->Function == Name ? &*It : nullptr;
}

llvm::StringRef Program::folderOf(const Function &F) const {
  return F.Where.File ? llvm::sys::path::parent_path(Files[F.Where.File]) : llvm::StringRef();
}

Location Program::locate(Site Where) const {
  return {Where.File ? Files[Where.File] : std::string(), Where.Line, Where.Column};
}

std::string Program::spell(SymbolId Id) const {
  const Symbol &S = symbol(Id).Name;
  if (S.Link != Linkage::Internal)
    return S.Name;
  llvm::StringRef File = S.File ? llvm::StringRef(Files[S.File]) : "?";
  if (File.consume_front(SourceRoot))
    File.consume_front("/");
  if (!S.Scope.empty())
    return S.Name + "@" + S.Scope + "@" + File.str();
  return S.Name + "@" + File.str();
}

std::string Program::spell(FieldId Id) const {
  const Field &F = Fields[Id];
  return Records[F.Owner].Name + "." + F.Name;
}

void Program::keepReachable(std::vector<FunctionId> Pending) {
  std::vector<bool> Kept(Functions.size());
  while (!Pending.empty()) {
    FunctionId Id = Pending.back();
    Pending.pop_back();
    if (Kept[Id.index()])
      continue;
    Kept[Id.index()] = true;
    const Function &F = Functions[Id.index()];
    for (const Node &N : F.Nodes)
      if (N.Kind == Op::Function)
        if (FunctionId Named = symbol(N.Sym).Body)
          Pending.push_back(Named);
    auto [First, Last] = boost::out_edges(size_t(Id.index()), Calls);
    for (auto It = First; It != Last; ++It)
      Pending.push_back(FunctionId(static_cast<uint32_t>(boost::target(*It, Calls))));
  }
  for (size_t I = 0; I != Functions.size(); ++I)
    if (!Kept[I])
      discard(FunctionId(static_cast<uint32_t>(I)));
  Roots.clear();
  if (!Adopted)
    Stable = StableIds(*this);
  buildCallGraph(/*Threads=*/1);
}

void Program::buildCallGraph(unsigned Threads) {
  struct Called {
    std::vector<FunctionId> Functions;
    std::vector<SymbolId> Undefined;
  };
  std::vector<Called> By(Functions.size());
  constexpr size_t Together = 1024;
  inParallel(
      Functions.size(), Threads,
      [&](size_t I) {
        const Function &F = Functions[I];
        for (const Block &B : F.Blocks)
          for (const Event &E : B.Events)
            if (const auto *Call = std::get_if<CallEvent>(&E)) {
              Targets T = targets(F, *Call);
              if (T.How == Targets::State::Undefined)
                By[I].Undefined.push_back(F.Nodes[Call->Callee.index()].Sym);
              else if (T.How != Targets::State::Capped)
                llvm::append_range(By[I].Functions, T.Functions);
            }
        auto MakeSet = [](auto &List) {
          llvm::sort(List);
          List.erase(std::unique(List.begin(), List.end()), List.end());
        };
        MakeSet(By[I].Functions);
        MakeSet(By[I].Undefined);
      },
      Together);
  std::vector<std::pair<uint32_t, uint32_t>> Edges;
  Callers.assign(Functions.size(), {});
  CallersOfUndefined.clear();
  for (uint32_t Index = 0; Index != Functions.size(); ++Index) {
    for (FunctionId Callee : By[Index].Functions) {
      Edges.push_back({Index, Callee.index()});
      Callers[Callee.index()].push_back(FunctionId(Index));
    }
    for (SymbolId Callee : By[Index].Undefined)
      CallersOfUndefined[Callee].push_back(FunctionId(Index));
  }
  Calls = CallGraph(boost::edges_are_sorted, Edges.begin(), Edges.end(), Functions.size());
}

} // namespace lockorder
