//===- Workers.cpp - Extraction in processes of its own -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Workers.h"
#include "base/Error.h"
#include "frontend/TranslationUnit.h"
#include "lockir/Text.h"
#include "unit/Unit.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Errno.h"
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lockorder {
namespace {

constexpr uint32_t NoJob = 0xffffffff;
using Clock = std::chrono::steady_clock;

bool writeAll(int Fd, const void *Data, size_t Size) {
  const char *Bytes = static_cast<const char *>(Data);
  while (Size != 0) {
    ssize_t N = llvm::sys::RetryAfterSignal(-1, ::send, Fd, Bytes, Size, MSG_NOSIGNAL);
    if (N <= 0)
      return false;
    Bytes += N;
    Size -= static_cast<size_t>(N);
  }
  return true;
}

bool readAll(int Fd, void *Data, size_t Size) {
  char *Bytes = static_cast<char *>(Data);
  while (Size != 0) {
    ssize_t N = llvm::sys::RetryAfterSignal(-1, ::read, Fd, Bytes, Size);
    if (N <= 0)
      return false;
    Bytes += N;
    Size -= static_cast<size_t>(N);
  }
  return true;
}

/// One job, in the worker. The text of an error is the answer.
std::string runJob(const CompileJob &Job, const KernelModel &Model, const std::string &Path,
                   const Cache *Store, BodyHints *Hints) {
  InputFiles Read;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk;
  if (Store)
    Disk = new RecordingFileSystem(Read);
  else
    Disk = llvm::vfs::createPhysicalFileSystem();
  llvm::Expected<TranslationUnit> Unit = extract(Job, Model, Disk, Hints);
  if (!Unit)
    return llvm::toString(Unit.takeError());
  if (llvm::Error E = verify(*Unit))
    return Job.Source +
           ": internal error, the lock program is not valid: " + llvm::toString(std::move(E)) +
           "; please report this";
  if (llvm::Error E = writeUnit(*Unit, Path))
    return llvm::toString(std::move(E));
  if (Store) // if it cannot be written, the next run takes longer; nothing else
    llvm::consumeError(Store->store(Job, Read, Path));
  return "";
}

class Worker {
public:
  pid_t Process = -1;
  int Channel = -1;
  uint32_t Job = NoJob;
  Clock::time_point Deadline;
};

class Pool {
public:
  Pool(const std::vector<CompileJob> &Jobs, const KernelModel &Model, const WorkerOptions &Options,
       llvm::function_ref<std::string(size_t)> PathOf)
      : Jobs(Jobs), Model(Model), Options(Options), PathOf(PathOf) {
    Results.resize(Jobs.size());
  }

  std::vector<Extraction> run(llvm::function_ref<void(size_t, size_t)> Done) {
    size_t Wanted = std::min<size_t>(std::max(1u, Options.Workers), Jobs.size());
    for (size_t I = 0; I != Wanted; ++I)
      Workers.emplace_back();
    size_t Finished = 0;
    while (Finished != Jobs.size()) {
      for (Worker &W : Workers)
        if (W.Job == NoJob && NextJob != Jobs.size())
          give(W);
      for (Worker &W : waitForOne())
        if (uint32_t Index = W.Job; finish(W))
          Done(++Finished, Index);
    }
    for (Worker &W : Workers)
      stop(W, 0);
    return std::move(Results);
  }

private:
  void start(Worker &W) {
    int Ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, Ends) != 0)
      return;
    pid_t Child = ::fork();
    if (Child == 0) {
      ::close(Ends[0]);
      for (Worker &Other : Workers)
        if (Other.Channel >= 0)
          ::close(Other.Channel);
      serve(Ends[1]);
    }
    ::close(Ends[1]);
    if (Child < 0) {
      ::close(Ends[0]);
      return;
    }
    W.Process = Child;
    W.Channel = Ends[0];
  }

  /// The worker's whole life.
  [[noreturn]] void serve(int Channel) {
    for (int Signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT})
      ::signal(Signal,
               SIG_DFL); // the parent tells what happened; a stack trace of Clang helps nobody
    std::shared_ptr<BodyHints> Hints = Options.ParseAll ? nullptr : makeBodyHints();
    uint32_t Index;
    while (readAll(Channel, &Index, sizeof(Index))) {
      std::string Error = runJob(Jobs[Index], Model, PathOf(Index), Options.Store, Hints.get());
      uint32_t Size = static_cast<uint32_t>(Error.size());
      if (!writeAll(Channel, &Size, sizeof(Size)) || !writeAll(Channel, Error.data(), Size))
        break;
    }
    ::_exit(0);
  }

  void give(Worker &W) {
    if (W.Process < 0)
      start(W);
    uint32_t Index = static_cast<uint32_t>(NextJob++);
    W.Job = Index;
    W.Deadline = Clock::now() + std::chrono::seconds(Options.TimeoutSeconds);
    if (W.Process >= 0)
      (void)writeAll(W.Channel, &Index, sizeof(Index)); // a dead worker is noticed when read
  }

  /// Workers that have something to say, have died, or are out of time.
  std::vector<std::reference_wrapper<Worker>> waitForOne() {
    std::vector<pollfd> Fds;
    std::vector<std::reference_wrapper<Worker>> Busy, Ready;
    for (Worker &W : Workers)
      if (W.Job != NoJob) {
        if (W.Process < 0)
          return {W};
        Fds.push_back({W.Channel, POLLIN, 0});
        Busy.push_back(W);
      }
    int Milliseconds = Options.TimeoutSeconds ? 100 : -1;
    if (llvm::sys::RetryAfterSignal(-1, ::poll, Fds.data(), Fds.size(), Milliseconds) < 0)
      return {};
    for (size_t I = 0; I != Fds.size(); ++I)
      if (Fds[I].revents || (Options.TimeoutSeconds && Clock::now() > Busy[I].get().Deadline))
        Ready.push_back(Busy[I]);
    return Ready;
  }

  bool finish(Worker &W) {
    Extraction &Result = Results[W.Job];
    const std::string &Source = Jobs[W.Job].Source;
    pollfd Fd{W.Channel, POLLIN, 0};
    bool Answers = W.Process >= 0 && ::poll(&Fd, 1, 0) > 0;
    uint32_t Size = 0;
    if (W.Process < 0) {
      Result.Error = Source + ": no process could be started for it (" +
                     llvm::sys::StrError(errno) + "); free some memory and run again";
    } else if (!Answers) {
      stop(W, SIGKILL);
      Result.Error = Source + ": not finished after " + std::to_string(Options.TimeoutSeconds) +
                     " s; raise --timeout-per-unit";
    } else if (readAll(W.Channel, &Size, sizeof(Size))) {
      Result.Error.resize(Size);
      if (!readAll(W.Channel, Result.Error.data(), Size))
        Result.Error = Source + ": its worker process ended early; run again";
    } else {
      int Status = stop(W, 0);
      std::string How = WIFSIGNALED(Status) ? ::strsignal(WTERMSIG(Status))
                                            : "exit " + std::to_string(WEXITSTATUS(Status));
      Result.Error = Source + ": Clang crashed on it (" + How +
                     "); try `clang-19 -fsyntax-only` with the database's flags";
    }
    if (Result.Error.empty())
      Result.Path = PathOf(W.Job);
    W.Job = NoJob;
    return true;
  }

  int stop(Worker &W, int Signal) {
    int Status = 0;
    if (W.Process < 0)
      return Status;
    if (Signal)
      ::kill(W.Process, Signal);
    ::close(W.Channel);
    llvm::sys::RetryAfterSignal(-1, ::waitpid, W.Process, &Status, 0);
    W.Process = -1;
    W.Channel = -1;
    return Status;
  }

  const std::vector<CompileJob> &Jobs;
  const KernelModel &Model;
  const WorkerOptions &Options;
  llvm::function_ref<std::string(size_t)> PathOf;
  std::vector<Worker> Workers;
  std::vector<Extraction> Results;
  size_t NextJob = 0;
};

} // namespace

std::vector<Extraction> extractAll(const std::vector<CompileJob> &Jobs, const KernelModel &Model,
                                   const WorkerOptions &Options,
                                   llvm::function_ref<std::string(size_t)> PathOf,
                                   llvm::function_ref<void(size_t, size_t)> Done) {
  return Pool(Jobs, Model, Options, PathOf).run(Done);
}

} // namespace lockorder
