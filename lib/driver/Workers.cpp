//===- Workers.cpp - Extraction in processes of its own -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Workers.h"
#include "base/Error.h"
#include "driver/WorkerProcess.h"
#include "frontend/TranslationUnit.h"
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

/// More than a worker's prelude takes: it is not the first unit's time.
constexpr std::chrono::seconds PreludeTime(30);

class Worker {
public:
  pid_t Process = -1;
  int Channel = -1;
  uint32_t Job = NoJob;
  std::optional<size_t> Shared; ///< the job whose prelude it has; see Schedule
  Clock::time_point Deadline;
};

/// Which job comes when, and who may share a prelude with whom. Jobs that share one are given out
/// together, the largest group first, for a worker has one prelude at a time.
class Schedule {
public:
  Schedule(const std::vector<CompileJob> &Jobs, const WorkerOptions &Options) {
    std::map<std::vector<std::string>, std::vector<size_t>> Alike;
    for (size_t I = 0; I != Jobs.size(); ++I)
      Alike[sharedPart(Jobs[I], Options)].push_back(I);
    std::vector<std::vector<size_t>> Groups;
    std::vector<size_t> Rest;
    // A prelude costs as much as some units, in each worker.
    for (auto &[Arguments, Group] : Alike)
      if (!Arguments.empty() && Group.size() >= 6 * std::max<size_t>(1, Options.Workers))
        Groups.push_back(std::move(Group));
      else
        Rest.insert(Rest.end(), Group.begin(), Group.end());
    std::stable_sort(Groups.begin(), Groups.end(),
                     [](auto &A, auto &B) { return A.size() > B.size(); });
    std::sort(Rest.begin(), Rest.end());
    for (const std::vector<size_t> &Group : Groups)
      for (size_t I : Group)
        Order.push_back({I, Group.front()});
    for (size_t I : Rest)
      Order.push_back({I, std::nullopt});
  }

  struct Turn {
    size_t Job;
    std::optional<size_t> Shared;
  };
  std::vector<Turn> Order;

private:
  static std::vector<std::string> sharedPart(const CompileJob &Job, const WorkerOptions &Options) {
    if (Options.ParseAll)
      return {};
    std::vector<std::string> Part = preludeArguments(Job);
    Part.push_back(Job.Directory);
    return Part;
  }
};

class Pool {
public:
  Pool(const std::vector<CompileJob> &Jobs, const KernelModel &Model, const WorkerOptions &Options,
       llvm::function_ref<std::string(size_t)> PathOf)
      : Jobs(Jobs), Model(Model), Options(Options), PathOf(PathOf), Order(Jobs, Options) {
    Results.resize(Jobs.size());
  }

  std::vector<Extraction> run(llvm::function_ref<void(size_t, size_t)> Done,
                              llvm::function_ref<void(size_t)> AllGiven) {
    size_t Wanted = std::min<size_t>(std::max(1u, Options.Workers), Jobs.size());
    for (size_t I = 0; I != Wanted; ++I)
      Workers.emplace_back();
    size_t Finished = 0;
    while (Finished != Jobs.size()) {
      for (Worker &W : Workers)
        if (W.Job == NoJob && NextTurn != Jobs.size())
          give(W);
      if (NextTurn == Jobs.size() && !std::exchange(ToldSo, true))
        AllGiven(std::min(Workers.size(), Jobs.size() - Finished));
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
      serveJobs(Ends[1], {Jobs, Model, Options, PathOf}, W.Shared);
    }
    ::close(Ends[1]);
    if (Child < 0) {
      ::close(Ends[0]);
      return;
    }
    W.Process = Child;
    W.Channel = Ends[0];
  }

  void give(Worker &W) {
    const Schedule::Turn &Turn = Order.Order[NextTurn++];
    uint32_t Index = static_cast<uint32_t>(Turn.Job);
    if (W.Shared != Turn.Shared)
      stop(W, 0);
    W.Shared = Turn.Shared;
    W.Job = Index;
    W.Deadline = Clock::now() + std::chrono::seconds(Options.TimeoutSeconds);
    if (W.Process < 0) {
      if (W.Shared)
        W.Deadline += PreludeTime;
      start(W);
    }
    if (W.Process >= 0)
      (void)send(W.Channel, Index); // a dead worker is noticed when read
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
    if (W.Process < 0) {
      Result.Error = Source + ": no process could be started for it (" +
                     llvm::sys::StrError(errno) + "); free some memory and run again";
    } else if (!Answers) {
      stop(W, SIGKILL);
      Result.Error = Source + ": not finished after " + std::to_string(Options.TimeoutSeconds) +
                     " s; raise --timeout-per-unit";
    } else if (!receive(W.Channel, Result.Error)) {
      int Status = stop(W, 0);
      std::string How = WIFSIGNALED(Status) ? ::strsignal(WTERMSIG(Status))
                                            : "exit " + std::to_string(WEXITSTATUS(Status));
      Result.Error = Source + ": Clang crashed on it (" + How +
                     "); try `clang-19 -fsyntax-only` with the database's flags";
    }
    Result.AfterPrelude = Result.Error == AfterPrelude;
    if (Result.AfterPrelude)
      Result.Error.clear();
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
  Schedule Order;
  size_t NextTurn = 0;
  bool ToldSo = false; ///< that all turns are taken
};

} // namespace

std::vector<Extraction> extractAll(const std::vector<CompileJob> &Jobs, const KernelModel &Model,
                                   const WorkerOptions &Options,
                                   llvm::function_ref<std::string(size_t)> PathOf,
                                   llvm::function_ref<void(size_t, size_t)> Done,
                                   llvm::function_ref<void(size_t)> AllGiven) {
  return Pool(Jobs, Model, Options, PathOf).run(Done, AllGiven);
}

} // namespace lockorder
