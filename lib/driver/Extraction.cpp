//===- Extraction.cpp - A database's units ----------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Error.h"
#include "base/Parallel.h"
#include "driver/Pipeline.h"
#include "driver/UnitFolder.h"
#include "report/Report.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

/// A folder for units that lasts as long as this object, unless the user named one.
class OutputFolder {
public:
  static llvm::Expected<OutputFolder> make(const std::string &Named) {
    OutputFolder Folder;
    if (!Named.empty()) {
      Folder.Path = Named;
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
  OutputFolder() = default;
  OutputFolder(OutputFolder &&Other) { std::swap(Path, Other.Path), std::swap(Owned, Other.Owned); }
  ~OutputFolder() {
    if (Owned)
      llvm::sys::fs::remove_directories(Path);
  }
  std::string Path;

private:
  bool Owned = false;
};

/// Looks up all jobs at once, before and after extraction: they share most of their headers.
class CacheLookup {
public:
  CacheLookup(const std::vector<CompileJob> &Jobs, const Cache *From, unsigned Threads,
              const PipelineEvents &Events)
      : Jobs(Jobs), From(From), Events(Events), Inputs(std::max(Threads, 1u)), Hits(Jobs.size()),
        Damaged(Jobs.size()) {
    if (!From)
      return;
    size_t Share = llvm::divideCeil(Jobs.size(), Inputs.size());
    inParallel(Inputs.size(), Threads, [&](size_t Part) {
      for (size_t I = Part * Share; I < std::min((Part + 1) * Share, Jobs.size()); ++I)
        find(I, Inputs[Part]);
    });
    for (size_t I = 0; I != Jobs.size(); ++I)
      report(I);
  }

  /// The jobs that have to be extracted.
  std::vector<size_t> missing() const {
    std::vector<size_t> Missing;
    for (size_t I = 0; I != Jobs.size(); ++I)
      if (!Hits[I])
        Missing.push_back(I);
    return Missing;
  }

  /// This job has been extracted.
  void findAgain(size_t I) {
    if (!From)
      return;
    find(I, Inputs.front());
    report(I);
  }

  const std::optional<Cache::Hit> &operator[](size_t I) const { return Hits[I]; }

  /// Of the units that are there, in order.
  std::vector<std::string> paths() const {
    std::vector<std::string> Paths;
    for (const std::optional<Cache::Hit> &Hit : Hits)
      if (Hit)
        Paths.push_back(Hit->UnitPath);
    return Paths;
  }

  /// Of all units together; none if one of them is not in the cache.
  std::optional<ContentHash> id() const {
    std::string All;
    for (const std::optional<Cache::Hit> &Hit : Hits) {
      if (!Hit)
        return std::nullopt;
      All += toHex(Hit->Id);
    }
    return hashOf(All);
  }

private:
  void find(size_t I, ListedInputs &Now) {
    Hits[I] =
        From->find(Jobs[I], Now, [&](const std::string &Path) { Damaged[I].push_back(Path); });
  }

  /// In the order of the jobs, whoever met it first.
  void report(size_t I) {
    for (const std::string &Path : std::exchange(Damaged[I], {}))
      Events.Notice(madeAgain(Path));
  }

  const std::vector<CompileJob> &Jobs;
  const Cache *From; ///< null: nothing is kept
  const PipelineEvents &Events;
  /// Of each thread; to look at a header twice takes less than to wait for each other.
  std::vector<ListedInputs> Inputs;
  std::vector<std::optional<Cache::Hit>> Hits;
  std::vector<std::vector<std::string>> Damaged; ///< files, by job
};

ExtractedUnits extractInto(llvm::StringRef Folder, CompileJobs Jobs, const KernelModel &Model,
                           const Cache *Known, const PipelineOptions &Options,
                           const PipelineEvents &Events) {
  ExtractedUnits Out;
  CacheLookup Found(Jobs.Jobs, Known, Options.Workers.Workers, Events);
  std::vector<size_t> Missing = Found.missing();
  Out.FromCache = Jobs.Jobs.size() - Missing.size();
  std::vector<CompileJob> ToDo;
  for (size_t I : Missing)
    ToDo.push_back(Jobs.Jobs[I]);
  WorkerOptions Workers = Options.Workers;
  Workers.Store = Known;
  std::vector<Extraction> Results = extractAll(
      ToDo, Model, Workers, [&](size_t I) { return unitPath(Folder, ToDo[I].Object); },
      [&](size_t Finished, size_t I) {
        Events.Progress(Out.FromCache + Finished, Jobs.Jobs.size(), ToDo[I].Source);
      },
      [&](size_t Busy) { Out.Early = beginEarly(Known, Found.paths(), Jobs, Options, Busy); });
  std::vector<std::string> Paths(Jobs.Jobs.size());
  for (size_t I = 0; I != Jobs.Jobs.size(); ++I)
    if (Found[I])
      Paths[I] = Found[I]->UnitPath;
  for (size_t I = 0; I != Missing.size(); ++I) {
    const CompileJob &Job = Jobs.Jobs[Missing[I]];
    Paths[Missing[I]] = Results[I].Path;
    Out.AfterPrelude += Results[I].AfterPrelude;
    if (Results[I].Path.empty())
      Out.Lost.push_back({Job.Object, Job.Source, Results[I].Error});
    else
      Found.findAgain(Missing[I]);
  }
  for (std::string &Path : Paths)
    if (!Path.empty())
      Out.Paths.push_back(std::move(Path));
  Out.Id = Found.id();
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

} // namespace

llvm::Expected<std::shared_ptr<const Cache>> openCache(const PipelineOptions &Options) {
  if (Options.CacheFolder.empty())
    return nullptr;
  llvm::Expected<Cache> Opened = Cache::open(Options.CacheFolder, Options.ModelFiles);
  if (Opened)
    return std::make_shared<const Cache>(std::move(*Opened));
  if (Options.CacheNamed)
    return addContext("--no-cache does without", Opened.takeError());
  llvm::consumeError(Opened.takeError());
  return nullptr;
}

llvm::Expected<CompileJobs> planExtraction(const PipelineOptions &Options,
                                           const PipelineEvents &Events) {
  llvm::Expected<CompileJobs> Jobs = readCompileJobs(Options.Database);
  if (!Jobs)
    return Jobs.takeError();
  for (const std::string &Problem : Jobs->Problems)
    Events.Notice(Problem);
  if (const std::string &Folder = Options.UnitDirectory; !Folder.empty()) {
    if (std::error_code Error = llvm::sys::fs::create_directories(Folder))
      return makeError(Folder + ": cannot make this folder for units (" + Error.message() + ")");
    if (llvm::Error E = writeUnitList(Folder, *Jobs))
      return E;
  }
  takeShard(*Jobs, Options);
  return Jobs;
}

llvm::Expected<ExtractedUnits> extractUnits(const PipelineOptions &Options,
                                            const PipelineEvents &Events) {
  llvm::Expected<KernelModel> Model = KernelModel::load(Options.ModelFiles);
  if (!Model)
    return Model.takeError();
  llvm::Expected<std::shared_ptr<const Cache>> Known = openCache(Options);
  if (!Known)
    return Known.takeError();
  llvm::Expected<OutputFolder> Folder = OutputFolder::make(Options.UnitDirectory);
  if (!Folder)
    return Folder.takeError();
  auto Kept = std::make_shared<OutputFolder>(std::move(*Folder));
  llvm::Expected<CompileJobs> Jobs = planExtraction(Options, Events);
  if (!Jobs)
    return Jobs.takeError();
  ExtractedUnits Units =
      extractInto(Kept->Path, std::move(*Jobs), *Model, Known->get(), Options, Events);
  Units.Model = std::make_shared<const KernelModel>(std::move(*Model));
  Units.Known = std::move(*Known);
  Units.Folder = std::move(Kept);
  return Units;
}

} // namespace lockorder
