//===- Pipeline.cpp - The pipeline as one function -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Pipeline.h"
#include "base/Error.h"
#include "compdb/SourceTree.h"
#include "driver/Accounts.h"
#include "driver/ModelCheck.h"
#include "driver/Roots.h"
#include "driver/Version.h"
#include "unit/Unit.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"
#include <set>

namespace lockorder {
namespace {

/// A folder for units that lasts as long as this object, unless the user named one.
class UnitFolder {
public:
  static llvm::Expected<UnitFolder> make(const std::string &Named) {
    UnitFolder Folder;
    if (!Named.empty()) {
      Folder.Path = Named;
      if (std::error_code Error = llvm::sys::fs::create_directories(Named))
        return makeError(Named + ": cannot make this folder for units (" + Error.message() + ")");
      return Folder;
    }
    llvm::SmallString<128> Unique;
    if (std::error_code Error = llvm::sys::fs::createUniqueDirectory("lockorder", Unique))
      return makeError("cannot make a temporary folder (" + Error.message() +
                       "); set TMPDIR to one that can be written");
    Folder.Path = std::string(Unique);
    Folder.Owned = true;
    return Folder;
  }
  UnitFolder() = default;
  UnitFolder(UnitFolder &&Other) { std::swap(Path, Other.Path), std::swap(Owned, Other.Owned); }
  ~UnitFolder() {
    if (Owned)
      llvm::sys::fs::remove_directories(Path);
  }
  std::string Path;

private:
  bool Owned = false;
};

/// Unit files are named after their object, so that shards and repeated runs meet.
std::string unitPath(llvm::StringRef Folder, llvm::StringRef Object) {
  llvm::SmallString<256> Path(Folder);
  std::string Name = Object.str();
  std::replace(Name.begin(), Name.end(), '/', '!');
  if (Name.size() > 200)
    Name =
        fingerprint(Object, {}, {}) + "!" + llvm::sys::path::filename(Object).take_back(100).str();
  llvm::sys::path::append(Path, Name + ".lou");
  return std::string(Path);
}

ExtractedUnits extractInto(llvm::StringRef Folder, CompileJobs Jobs, const KernelModel &Model,
                           const PipelineOptions &Options, const PipelineEvents &Events) {
  std::vector<Extraction> Results = extractAll(
      Jobs.Jobs, Model, Options.Workers,
      [&](size_t I) { return unitPath(Folder, Jobs.Jobs[I].Object); },
      [&](size_t Finished, size_t I) {
        Events.Progress(Finished, Jobs.Jobs.size(), Jobs.Jobs[I].Source);
      });
  ExtractedUnits Out;
  for (size_t I = 0; I != Results.size(); ++I) {
    if (!Results[I].Path.empty())
      Out.Paths.push_back(Results[I].Path);
    else
      Out.Lost.push_back({Jobs.Jobs[I].Object, Jobs.Jobs[I].Source, Results[I].Error});
  }
  Out.Jobs = std::move(Jobs);
  return Out;
}

void takeShard(CompileJobs &Jobs, const PipelineOptions &Options) {
  std::vector<CompileJob> Mine;
  for (size_t I = 0; I != Jobs.Jobs.size(); ++I)
    if (I % Options.Shards == Options.Shard - 1)
      Mine.push_back(std::move(Jobs.Jobs[I]));
  Jobs.Jobs = std::move(Mine);
}

void copyCounts(const DatabaseCounts &From, Ledger &To) {
  To.Entries = From.Entries - From.Duplicates;
  To.Units = From.Jobs;
  To.HostPrograms = From.HostPrograms;
  To.Assembly = From.Assembly;
  To.OtherLanguages = From.OtherLanguages;
  To.Unselected = From.Unselected;
  To.Malformed = From.Malformed;
  To.DroppedFlags = From.DroppedFlags;
}

/// Loads units for both passes of the linker; what cannot be read is lost, once.
Program linkUnits(const ExtractedUnits &Units, Accounts &Books, const PipelineEvents &Events) {
  std::vector<bool> Known(Units.Paths.size());
  auto Load = [&](size_t I) {
    llvm::Expected<TranslationUnit> Unit = readUnit(Units.Paths[I]);
    bool First = !Known[I];
    Known[I] = true;
    if (!Unit) {
      std::string Why = llvm::toString(Unit.takeError());
      if (First)
        Books.addLost({Units.Paths[I], "", Why});
      return TranslationUnit();
    }
    if (First) {
      Books.addUnit(*Unit);
      for (const Problem &P : Unit->Problems)
        Events.Notice((P.Where.File ? Unit->Files[P.Where.File] : Unit->Source) + ":" +
                      std::to_string(P.Where.Line) + ":" + std::to_string(P.Where.Column) +
                      ": compile error: " + P.Message);
    }
    return std::move(*Unit);
  };
  return link({Units.Paths.size(), Load}, Units.Jobs.SourceRoot);
}

/// The kernel tree that most units come from; units that cannot be read are reported elsewhere.
std::string sourceRootOf(const std::vector<std::string> &Paths) {
  SourceTrees Trees;
  for (const std::string &Path : Paths) {
    llvm::Expected<TranslationUnit> Unit = readUnit(Path);
    if (Unit)
      Trees.treeOf(Unit->Source);
    else
      llvm::consumeError(Unit.takeError());
  }
  return Trees.commonest();
}

bool isSelected(llvm::StringRef Check, const std::vector<std::string> &Globs) {
  bool Selected = Globs.empty() || llvm::StringRef(Globs.front()).starts_with("-");
  for (llvm::StringRef Glob : Globs) {
    bool Exclude = Glob.consume_front("-");
    llvm::Expected<llvm::GlobPattern> Pattern = llvm::GlobPattern::create(Glob);
    if (Pattern && Pattern->match(Check))
      Selected = !Exclude;
    else if (!Pattern)
      llvm::consumeError(Pattern.takeError());
  }
  return Selected;
}

/// A glob that names no check is a typing error, not an empty wish.
llvm::Error verifyGlobs(const std::vector<std::string> &Globs) {
  for (llvm::StringRef Glob : Globs) {
    Glob.consume_front("-");
    llvm::Expected<llvm::GlobPattern> Pattern = llvm::GlobPattern::create(Glob);
    if (!Pattern)
      return addContext("--checks=" + Glob, Pattern.takeError());
    if (llvm::none_of(allChecks(), [&](const Check &C) { return Pattern->match(C.Name); }))
      return makeError("--checks=" + Glob +
                       ": no check has this name; see `lockorder list-checks`");
  }
  return llvm::Error::success();
}

std::vector<Finding> runChecks(const CheckInput &Input, const PipelineOptions &Options) {
  std::vector<Finding> Findings;
  for (const Check &C : allChecks())
    if (isSelected(C.Name, Options.Checks))
      for (Finding &F : C.Run(Input))
        if (F.Tier >= Options.Floor)
          Findings.push_back(std::move(F));
  llvm::sort(Findings, [](const Finding &A, const Finding &B) {
    return std::tie(A.Where, A.Check, A.Message, A) < std::tie(B.Where, B.Check, B.Message, B);
  });
  return Findings;
}

std::vector<CheckDescription> describeChecks() {
  std::vector<CheckDescription> Out;
  for (const Check &C : allChecks())
    Out.push_back({C.Name, C.RuleId, C.Summary, C.Help, C.Cwe});
  return Out;
}

} // namespace

llvm::Expected<ExtractedUnits> extractUnits(const PipelineOptions &Options,
                                            const PipelineEvents &Events) {
  llvm::Expected<KernelModel> Model = KernelModel::load(Options.ModelFiles);
  if (!Model)
    return Model.takeError();
  llvm::Expected<CompileJobs> Jobs = readCompileJobs(Options.Database);
  if (!Jobs)
    return Jobs.takeError();
  takeShard(*Jobs, Options);
  llvm::Expected<UnitFolder> Folder = UnitFolder::make(Options.UnitDirectory);
  if (!Folder)
    return Folder.takeError();
  return extractInto(Folder->Path, std::move(*Jobs), *Model, Options, Events);
}

llvm::Expected<std::unique_ptr<Analysis>> runPipeline(const PipelineOptions &Options,
                                                      const PipelineEvents &Events) {
  if (llvm::Error E = verifyGlobs(Options.Checks))
    return E;
  llvm::Expected<KernelModel> Model = KernelModel::load(Options.ModelFiles);
  if (!Model)
    return Model.takeError();
  auto A = std::make_unique<Analysis>();
  Accounts Books;

  // 1-3: the database, and each object's lock program as a unit file.
  ExtractedUnits Units;
  llvm::Expected<UnitFolder> Folder = UnitFolder::make(Options.UnitDirectory);
  if (!Folder)
    return Folder.takeError();
  if (Options.UnitFiles.empty()) {
    llvm::Expected<CompileJobs> Jobs = readCompileJobs(Options.Database);
    if (!Jobs)
      return Jobs.takeError();
    for (const std::string &Problem : Jobs->Problems)
      Events.Notice(Problem);
    if (Jobs->Jobs.empty())
      return makeError(Jobs->Database + ": has no C source of a kernel or module (" +
                       std::to_string(Jobs->Counts.Entries) +
                       " entries); was it made after the kernel was built?");
    copyCounts(Jobs->Counts, Books.Out);
    Units = extractInto(Folder->Path, std::move(*Jobs), *Model, Options, Events);
  } else {
    Units.Paths = Options.UnitFiles;
    llvm::sort(Units.Paths);
    Units.Paths.erase(std::unique(Units.Paths.begin(), Units.Paths.end()), Units.Paths.end());
    Books.Out.Entries = Books.Out.Units = Units.Paths.size();
    Units.Jobs.SourceRoot = sourceRootOf(Units.Paths);
  }
  for (const LostUnit &Lost : Units.Lost)
    Books.addLost(Lost);

  // 4-6: one program, its lock facts, the order graph.
  A->Linked = linkUnits(Units, Books, Events);
  if (Options.CheckModel)
    A->Unmodelled = checkModel(*Model, A->Linked);
  if (llvm::Error E = restrictToRoots(A->Linked, Options.Roots))
    return E;
  A->Facts = analyze(A->Linked, *Model, Options.Rules);
  A->Graph = buildLockGraph(A->Linked, *A->Facts);

  // 7: the checks.
  A->Out.Findings = runChecks({A->Linked, *A->Facts, A->Graph}, Options);

  // 8: what the report needs beside them.
  A->Out.ToolVersion = Version;
  A->Out.SourceRoot = Units.Jobs.SourceRoot;
  A->Out.Checks = describeChecks();
  A->Out.Counts = std::move(Books).finish(A->Linked, *A->Facts, A->Out.Notices);
  for (const LostUnit &Lost : A->Out.Counts.LostUnits)
    A->Out.Notices.push_back("lost unit: " + Lost.Reason);
  llvm::SmallString<128> Here;
  if (!llvm::sys::fs::current_path(Here))
    A->Out.WorkingDirectory = std::string(Here);
  A->Jobs = std::move(Units.Jobs);
  return A;
}

} // namespace lockorder
