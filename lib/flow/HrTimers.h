//===- HrTimers.h - Which function a high-resolution timer calls, and where -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Until hrtimer_setup() (6.13), two statements make a timer:
//
//   hrtimer_init(&card->tick, CLOCK_MONOTONIC, HRTIMER_MODE_REL_SOFT);     in softirqs
//   card->tick.function = card_tick;                                       calls this
//
// Source: include/linux/hrtimer.h.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/NamedPlace.h"

namespace lockorder {

struct HrTimer {
  NamedPlace Which;
  FunctionId Calls;
  std::optional<Context> Runs; ///< Hardirq or Softirq; none: its mode is not known
  friend auto operator<=>(const HrTimer &, const HrTimer &) = default;
};

/// Sorted, unique. Linear in the program.
std::vector<HrTimer> findHrTimers(const Program &P);

} // namespace lockorder
