//===- Finding.cpp - The spelling of tiers and events -----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "checks/Finding.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

namespace lockorder {

void Finding::lower(Confidence To, std::string Why) {
  if (llvm::is_contained(Reasons, Why))
    return;
  // One assumption is medium; what needs two is a guess.
  bool Second = To == Confidence::Medium && !Reasons.empty();
  Tier = std::min(Tier, Second ? Confidence::Low : To);
  Reasons.push_back(std::move(Why));
}

void putInOrder(std::vector<Finding> &Findings) {
  llvm::sort(Findings, [](const Finding &A, const Finding &B) {
    return std::tie(A.Where, A.Check, A.Message, A) < std::tie(B.Where, B.Check, B.Message, B);
  });
  Findings.erase(std::unique(Findings.begin(), Findings.end()), Findings.end());
}

llvm::StringRef spell(Confidence C) {
  switch (C) {
  case Confidence::Low:
    return "low";
  case Confidence::Medium:
    return "medium";
  case Confidence::High:
    return "high";
  }
  llvm_unreachable("a Confidence outside its enumeration");
}

llvm::StringRef spell(StepEvent E) {
  switch (E) {
  case StepEvent::Holds:
    return "holds";
  case StepEvent::Calls:
    return "calls";
  case StepEvent::Wants:
    return "wants";
  case StepEvent::Releases:
    return "releases";
  case StepEvent::Starts:
    return "starts";
  case StepEvent::Enters:
    return "enters";
  case StepEvent::Sleeps:
    return "sleeps";
  case StepEvent::Waits:
    return "waits";
  }
  llvm_unreachable("a StepEvent outside its enumeration");
}

} // namespace lockorder
