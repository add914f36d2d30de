//===- Extract.cpp - From C source to the lock program ---------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Error.h"
#include "frontend/ParseRun.h"
#include "frontend/Prelude.h"
#include "frontend/TranslationUnit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

constexpr size_t MaxProblems = 20;

/// What Kbuild tells about the module in its -D options.
void readModule(const CompileJob &Job, TranslationUnit &Unit) {
  constexpr llvm::StringLiteral NameOption = "-DKBUILD_MODNAME=";
  for (llvm::StringRef Argument : Job.Arguments) {
    if (Argument == "-DMODULE")
      Unit.IsModule = true;
    if (Argument.consume_front(NameOption))
      Unit.Module = Argument.trim("\"").str();
  }
}

void addProblems(const ErrorCollector &Errors, TranslationUnit &Unit, const CompileJob &Job) {
  Unit.ProblemCount = Errors.Count;
  for (const ErrorCollector::Error &E : llvm::ArrayRef(Errors.Errors).take_front(MaxProblems)) {
    Site Where;
    if (!E.File.empty()) {
      llvm::SmallString<256> Path(E.File);
      if (!llvm::sys::path::is_absolute(Path)) {
        Path = Job.Directory;
        llvm::sys::path::append(Path, E.File);
      }
      llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
      Where = {Unit.Files.intern(std::string(Path)), E.Line, E.Column};
    }
    Unit.Problems.push_back({E.Message, Where});
  }
}

TranslationUnit finished(ParseRun &&Run) {
  Run.Unit.Object = Run.Job->Object;
  Run.Unit.Source = Run.Job->Source;
  readModule(*Run.Job, Run.Unit);
  addProblems(Run.Errors, Run.Unit, *Run.Job);
  return std::move(Run.Unit);
}

} // namespace

std::shared_ptr<BodyHints> makeBodyHints() { return std::make_shared<BodyHints>(); }

llvm::Expected<TranslationUnit> extract(const CompileJob &Job, const KernelModel &Model,
                                        llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk,
                                        BodyHints *Hints) {
  if (std::error_code Error = Disk->setCurrentWorkingDirectory(Job.Directory))
    return makeError(Job.Source + ": its working directory " + Job.Directory + " is not there (" +
                     Error.message() + "); make the database again where the tree is now");
  auto Source = Disk->getBufferForFile(Job.Source);
  if (!Source)
    return makeError(Job.Source +
                     ": no such file, but the database names it; make the database again");
  // A guess that was wrong has named what it lacks: with that, the second is right nearly always.
  constexpr unsigned Guesses = 2;
  for (unsigned Guess = 0; Hints && Guess != Guesses; ++Guess) {
    Hints->begin((*Source)->getBuffer());
    ParseRun Quick{Model, &Job, Hints, /*Skip=*/true};
    parse(Quick, Disk);
    if (!Quick.Ran || Quick.Errors.Count != 0)
      break; // an error may stand in a body that was skipped, or come of it
    if (Quick.Guessed)
      return finished(std::move(Quick));
  }
  ParseRun Whole{Model, &Job, Hints, /*Skip=*/false};
  parse(Whole, Disk);
  if (!Whole.Ran) {
    const std::vector<ErrorCollector::Error> &Why = Whole.Errors.Errors;
    return makeError(Job.Source + ": Clang could not be started on it: " +
                     (Why.empty() ? "Clang gave no reason" : Why[0].Message));
  }
  return finished(std::move(Whole));
}

std::optional<TranslationUnit>
extractAfterPrelude(const CompileJob &Like, const KernelModel &Model,
                    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk,
                    llvm::function_ref<const CompileJob *()> Next) {
  if (Disk->setCurrentWorkingDirectory(Like.Directory))
    return std::nullopt;
  ParseRun Run{Model, &Like, /*Hints=*/nullptr, /*Skip=*/false, Next};
  parse(Run, std::move(Disk));
  if (!Run.Entered || Run.Unsafe || Run.Errors.Count)
    return std::nullopt;
  return finished(std::move(Run));
}

} // namespace lockorder
