//===- Console.cpp - What is said while it runs --------------- -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Console.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

/// "2 min 5 s"
void writeDuration(double Seconds, llvm::raw_ostream &Out) {
  auto Whole = static_cast<unsigned long>(Seconds + 0.5);
  if (Whole >= 60)
    Out << Whole / 60 << " min ";
  Out << Whole % 60 << " s";
}

} // namespace

void Console::progress(size_t Finished, size_t Total, llvm::StringRef Source) {
  if (!O.Progress && !O.ProgressLines)
    return;
  constexpr std::chrono::seconds BetweenLines(10);
  Clock::time_point Now = Clock::now();
  if (!O.Progress && (Now - LastLine < BetweenLines || Finished == Total))
    return;
  LastLine = Now;
  double Seconds = std::chrono::duration<double>(Now - Began).count();
  double Rate = Seconds > 0 ? static_cast<double>(Finished) / Seconds : 0;
  std::string Line;
  llvm::raw_string_ostream Text(Line);
  Text << '[' << Finished << '/' << Total << "] " << llvm::sys::path::filename(Source);
  if (Rate > 0 && Seconds >= 1) { // before, it says nothing
    Text << ", " << llvm::format("%.1f", Rate) << " units/s, ";
    writeDuration(static_cast<double>(Total - Finished) / Rate, Text);
    Text << " left";
  }
  if (!O.Progress)
    llvm::errs() << Line << '\n';
  else if (Finished == Total)
    llvm::errs() << "\r\033[K";
  else
    llvm::errs() << "\r\033[K" << Line;
}

} // namespace lockorder
