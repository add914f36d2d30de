//===- Slurm.cpp - A run on a cluster -------------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Slurm.h"
#include "base/Error.h"
#include "base/WholeFile.h"
#include "compdb/CommandLine.h"
#include "driver/UnitFolder.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include <thread>

namespace lockorder {
namespace {

std::string contentOf(const std::string &Path) {
  auto Bytes = llvm::MemoryBuffer::getFile(Path);
  return Bytes ? (*Bytes)->getBuffer().str() : std::string();
}

/// The standard output of a program that ended well.
llvm::Expected<std::string> outputOf(llvm::StringRef Name, std::vector<std::string> Arguments) {
  llvm::ErrorOr<std::string> Program = llvm::sys::findProgramByName(Name);
  if (!Program)
    return makeError(Name + ": not found; install Slurm's client (Debian: slurm-client), or run "
                            "`lockorder extract --shard=I/N` with what you have");
  llvm::SmallString<128> Out, Err;
  if (llvm::sys::fs::createTemporaryFile("lockorder", "out", Out) ||
      llvm::sys::fs::createTemporaryFile("lockorder", "err", Err))
    return makeError("cannot make a temporary file; set TMPDIR to a folder that can be written");
  llvm::FileRemover RemoveOut(Out), RemoveErr(Err);
  Arguments.insert(Arguments.begin(), Name.str());
  std::vector<llvm::StringRef> Words(Arguments.begin(), Arguments.end());
  std::string Why;
  int Status = llvm::sys::ExecuteAndWait(*Program, Words, std::nullopt,
                                         {llvm::StringRef(), Out.str(), Err.str()}, 0, 0, &Why);
  if (Status == 0)
    return contentOf(Out.str().str());
  if (Why.empty())
    Why = llvm::StringRef(contentOf(Err.str().str())).trim().str();
  return makeError(Name + " failed (" + llvm::Twine(Status) + "): " + Why);
}

std::string inFolder(const SlurmRun &Run, llvm::StringRef Name) {
  return Run.Units + "/slurm/" + Name.str();
}

/// Three tasks per processor: their sizes differ, and one may have to be done again.
unsigned defaultShards() {
  llvm::Expected<std::string> Counts = outputOf("sinfo", {"-h", "-o", "%C"});
  unsigned Most = 1;
  if (!Counts) {
    llvm::consumeError(Counts.takeError());
    return Most;
  }
  llvm::SmallVector<llvm::StringRef> Lines; // allocated/idle/other/total, a line per partition
  llvm::StringRef(*Counts).split(Lines, '\n');
  for (llvm::StringRef Line : Lines)
    if (unsigned Total = 0; !Line.trim().rsplit('/').second.getAsInteger(10, Total))
      Most = std::max(Most, Total);
  return 3 * Most;
}

std::string extractScript(const SlurmRun &Run) {
  std::string Array = "1-" + std::to_string(Run.Shards);
  if (Run.AtOnce)
    Array += "%" + std::to_string(Run.AtOnce);
  return "#!/bin/sh\n"
         "#SBATCH --job-name=lockorder-extract\n"
         "#SBATCH --array=" +
         Array +
         "\n"
         "#SBATCH --requeue\n"
         "#SBATCH --open-mode=append\n"
         "#SBATCH --output=" +
         inFolder(Run, "extract-%a.log") + "\nexec " + quoteForShell(Run.Tool) + " extract -p " +
         quoteForShell(Run.Database) + " --units=" + quoteForShell(Run.Units) +
         " --shard=\"$SLURM_ARRAY_TASK_ID\"/" + std::to_string(Run.Shards) +
         " -j\"${SLURM_CPUS_PER_TASK:-1}\"" + shellWords(Run.ModelFiles, "--model=") +
         shellWords(Run.Selections) + "\n";
}

std::string linkScript(const SlurmRun &Run) {
  std::string Status = quoteForShell(inFolder(Run, "link.status"));
  return "#!/bin/sh\n"
         "#SBATCH --job-name=lockorder-link\n"
         "#SBATCH --requeue\n"
         "#SBATCH --open-mode=truncate\n"
         "#SBATCH --output=" +
         inFolder(Run, "link.out") + "\n#SBATCH --error=" + inFolder(Run, "link.log") + "\n" +
         quoteForShell(Run.Tool) + " link --units=" + quoteForShell(Run.Units) +
         shellWords(Run.ModelFiles, "--model=") + shellWords(Run.LinkArguments) +
         "\n"
         "status=$?\n"
         "echo $status >" +
         Status + ".tmp && mv " + Status + ".tmp " + Status + "\nexit $status\n";
}

llvm::Expected<std::string> sbatch(const SlurmRun &Run, const std::string &Script,
                                   llvm::StringRef Text, std::vector<std::string> Options) {
  if (llvm::Error E = writeWholeFile(Script, Text))
    return E;
  Options.insert(Options.begin(), "--parsable");
  llvm::append_range(Options, Run.SbatchOptions);
  Options.push_back(Script);
  llvm::Expected<std::string> Id = outputOf("sbatch", std::move(Options));
  if (!Id)
    return Id.takeError();
  return llvm::StringRef(*Id).trim().split(';').first.str(); // behind it, the cluster's name
}

size_t unitsOf(const SlurmRun &Run) {
  llvm::Expected<UnitsOnDisk> Units = readUnitFolder(Run.Units);
  if (Units)
    return Units->Paths.size();
  llvm::consumeError(Units.takeError());
  return 0;
}

bool isGone(const SlurmJobs &Jobs) {
  llvm::Expected<std::string> Left =
      outputOf("squeue", {"-h", "-o", "%i", "-j", Jobs.Extract + "," + Jobs.Link});
  if (Left)
    return llvm::StringRef(*Left).trim().empty();
  // "Invalid job id specified": long gone. Anything else, as a controller that is restarted,
  // passes.
  return llvm::StringRef(llvm::toString(Left.takeError())).contains_insensitive("invalid job id");
}

} // namespace

llvm::Expected<SlurmJobs> submitToSlurm(SlurmRun Run) {
  if (std::error_code Error = llvm::sys::fs::create_directories(inFolder(Run, "")))
    return makeError(inFolder(Run, "") + ": cannot make this folder (" + Error.message() + ")");
  if (!Run.Shards)
    Run.Shards = defaultShards();
  Run.Shards = static_cast<unsigned>(std::min<size_t>(Run.Shards, std::max<size_t>(Run.Jobs, 1)));
  for (llvm::StringRef Old : {"link.status", "link.out", "link.log"})
    llvm::sys::fs::remove(inFolder(Run, Old));
  SlurmJobs Jobs;
  llvm::Expected<std::string> Extract =
      sbatch(Run, inFolder(Run, "extract.sh"), extractScript(Run), {});
  if (!Extract)
    return Extract.takeError();
  Jobs.Extract = *Extract;
  llvm::Expected<std::string> Link = sbatch(
      Run, inFolder(Run, "link.sh"), linkScript(Run),
      {std::string("--dependency=") + (Run.AllowMissing ? "afterany:" : "afterok:") + Jobs.Extract,
       "--kill-on-invalid-dep=yes"});
  if (!Link) {
    llvm::consumeError(outputOf("scancel", {Jobs.Extract}).takeError());
    return Link.takeError();
  }
  Jobs.Link = *Link;
  return Jobs;
}

llvm::Expected<SlurmResult> waitForSlurm(const SlurmRun &Run, const SlurmJobs &Jobs,
                                         llvm::function_ref<void(size_t)> Progress) {
  using std::chrono::milliseconds;
  for (milliseconds Pause(500); !isGone(Jobs); Pause = std::min(Pause * 2, milliseconds(5000))) {
    Progress(unitsOf(Run));
    std::this_thread::sleep_for(Pause);
  }
  SlurmResult Result;
  std::string Status = contentOf(inFolder(Run, "link.status"));
  if (llvm::StringRef(Status).trim().getAsInteger(10, Result.Status))
    return makeError("Slurm job " + Jobs.Link + " (link) did not run to its end; see " +
                     inFolder(Run, "*.log") + ". With --allow-missing it runs whatever became of " +
                     Jobs.Extract + "'s tasks");
  Result.Output = contentOf(inFolder(Run, "link.out"));
  Result.Log = contentOf(inFolder(Run, "link.log"));
  return Result;
}

} // namespace lockorder
