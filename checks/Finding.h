//===- Finding.h - What a check has to say ----------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding is a claim with its evidence: one witness per side of the deadlock, each a chain of
// steps from where a thread begins to the event, so that a maintainer can follow it in the source.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "base/Location.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lockorder {

/// high: fully resolved, same object or class proved. medium: one modelled assumption. low: a
/// guess.
enum class Confidence : uint8_t { Low, Medium, High };

/// What happens in a step; the spelling is part of the JSON format.
enum class StepEvent : uint8_t { Holds, Calls, Wants, Releases, Starts, Enters, Sleeps, Waits };

struct Step {
  StepEvent Event = StepEvent::Calls;
  std::string Lock; ///< Holds, Wants, Releases: the lock; Calls: the callee; Sleeps: what sleeps
  std::string Function; ///< in which function this stands
  Location Where;
  std::string Note; ///< free text for people ("through file_operations.open"), may be empty

  friend auto operator<=>(const Step &, const Step &) = default;
};

struct Witness {
  std::string Label; ///< "path 1", "CPU0", "sem1 -> sem2" ...
  std::vector<Step> Steps;

  friend auto operator<=>(const Witness &, const Witness &) = default;
};

struct Finding {
  std::string Check; ///< "lock-order"; see checks/Checks.h
  Confidence Tier = Confidence::High;
  std::string Message;
  std::vector<std::string> Locks; ///< in the order of the cycle
  std::string Function;           ///< in which the primary location stands
  Location Where;
  std::string Fingerprint; ///< stable under line shifts; hexadecimal
  std::vector<Witness> Witnesses;
  std::vector<std::string> Reasons; ///< why the tier is not high, one sentence each

  /// The tier is at most `To`, because of `Why`; at most low if that is not the only reason.
  void lower(Confidence To, std::string Why);

  friend auto operator<=>(const Finding &, const Finding &) = default;
};

/// As they are reported: by place, then by check. Of equal ones, one: two ways through a function
/// may read the same.
void putInOrder(std::vector<Finding> &Findings);

llvm::StringRef spell(Confidence);
llvm::StringRef spell(StepEvent);

} // namespace lockorder
