//===- Console.h - What is said while it runs ----------------- -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "Options.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>

namespace lockorder {

/// Prints progress and notices to standard error as far as the options allow.
class Console {
public:
  explicit Console(const Options &O) : O(O) {}

  /// On a terminal one line that is always written anew; elsewhere a line from time to time.
  void progress(size_t Finished, size_t Total, llvm::StringRef Source);

  /// Compile errors are what they are: some are shown, all are counted.
  void notice(llvm::StringRef Message) {
    constexpr unsigned Shown = 10;
    ++Notices;
    if (O.Quiet || (Notices > Shown && !O.Verbose))
      return;
    say(Message + "\n");
  }

  /// Of this run alone: whoever prints the same report later does not say it.
  void aside(llvm::StringRef Message) {
    if (!O.Quiet)
      llvm::errs() << Message << '\n';
  }

  void finish(llvm::StringRef Of = "compile errors") {
    constexpr unsigned Shown = 10;
    if (!O.Quiet && !O.Verbose && Notices > Shown)
      say("... and " + llvm::Twine(Notices - Shown) + " more " + Of + "; see --verbose\n");
  }

  /// What was said before is about this run: the next one that prints this report says it itself.
  void beginReport() {
    finish("problems");
    Notices = 0;
    Said.clear();
  }

  void say(const llvm::Twine &Text) {
    llvm::errs() << Text;
    Said += Text.str();
  }

  std::string Said; ///< all of it but progress, since the report began

private:
  using Clock = std::chrono::steady_clock;
  const Options &O;
  unsigned Notices = 0;
  Clock::time_point Began = Clock::now(), LastLine = Began;
};

} // namespace lockorder
