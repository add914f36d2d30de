//===- Liveness.cpp - Which locals a path may still read --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Liveness.h"
#include "lockir/Canonical.h"

namespace lockorder {
namespace {

/// Variables that each expression reads.
std::vector<llvm::SmallBitVector> readsOf(const Function &F) {
  std::vector<llvm::SmallBitVector> Reads;
  for (const Node &N : F.Nodes) {
    llvm::SmallBitVector Mine(static_cast<unsigned>(F.Variables.size()));
    if (N.A)
      Mine |= Reads[N.A.index()];
    if (N.B)
      Mine |= Reads[N.B.index()];
    if (N.Kind == Op::Var)
      Mine.set(N.Variable.index());
    Reads.push_back(std::move(Mine));
  }
  return Reads;
}

/// Variables of which some expression takes the address.
llvm::SmallBitVector addressTaken(const Function &F) {
  llvm::SmallBitVector Taken(static_cast<unsigned>(F.Variables.size()));
  for (const Node &N : F.Nodes) {
    if (N.Kind != Op::Addr)
      continue;
    const Node *Place = &F.Nodes[N.A.index()];
    while (Place->Kind == Op::Member || Place->Kind == Op::Element || Place->Kind == Op::Outer)
      Place = &F.Nodes[Place->A.index()];
    if (Place->Kind == Op::Var)
      Taken.set(Place->Variable.index());
  }
  return Taken;
}

/// What a block reads before it writes it (Gen) and what it writes first (Kill).
struct Transfer {
  llvm::SmallBitVector Gen, Kill;
};

Transfer transferOf(const Function &F, const Block &B,
                    const std::vector<llvm::SmallBitVector> &Reads) {
  unsigned Count = static_cast<unsigned>(F.Variables.size());
  Transfer T{llvm::SmallBitVector(Count), llvm::SmallBitVector(Count)};
  auto Read = [&](NodeId N) {
    if (!N)
      return;
    llvm::SmallBitVector New = Reads[N.index()];
    New.reset(T.Kill);
    T.Gen |= New;
  };
  auto Write = [&](VarId V) {
    if (V && !T.Gen.test(V.index()))
      T.Kill.set(V.index());
  };
  for (const Event &E : B.Events) {
    if (const auto *Assign = std::get_if<AssignEvent>(&E)) {
      Read(Assign->Value);
      const Node &Target = F.Nodes[Assign->Target.index()];
      if (Target.Kind == Op::Var)
        Write(Target.Variable);
      else
        Read(Assign->Target);
      continue;
    }
    forEachNode(E, Read);
    if (const auto *Call = std::get_if<CallEvent>(&E))
      Write(Call->Result);
    else if (const auto *Api = std::get_if<ApiEvent>(&E))
      Write(Api->Result);
  }
  Read(B.Condition);
  return T;
}

} // namespace

Liveness::Liveness(const Function &F) {
  unsigned Count = static_cast<unsigned>(F.Variables.size());
  In.assign(F.Blocks.size(), llvm::SmallBitVector(Count));
  std::vector<llvm::SmallBitVector> Reads = readsOf(F);
  llvm::SmallBitVector Always = addressTaken(F);
  std::vector<Transfer> Transfers;
  for (const Block &B : F.Blocks)
    Transfers.push_back(transferOf(F, B, Reads));
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (size_t I = F.Blocks.size(); I != 0; --I) {
      llvm::SmallBitVector Now = Always;
      for (const Successor &S : F.Blocks[I - 1].Successors)
        Now |= In[S.To.index()];
      Now.reset(Transfers[I - 1].Kill);
      Now |= Transfers[I - 1].Gen;
      Now |= Always;
      if (Now != In[I - 1]) {
        In[I - 1] = std::move(Now);
        Changed = true;
      }
    }
  }
}

} // namespace lockorder
