//===- WorkerProcess.cpp - The worker's side ------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/WorkerProcess.h"
#include "cache/Inputs.h"
#include "frontend/TranslationUnit.h"
#include "lockir/Text.h"
#include "unit/Unit.h"
#include "llvm/Support/Errno.h"
#include <csignal>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lockorder {
namespace {

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

/// A cache has to know what was read.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk(const Cache *Store, InputFiles &Read) {
  if (Store)
    return llvm::makeIntrusiveRefCnt<RecordingFileSystem>(Read);
  return llvm::vfs::createPhysicalFileSystem();
}

/// Writes a unit where it belongs, and into the cache. The text of an error is the answer.
std::string keep(const TranslationUnit &Unit, const CompileJob &Job, const InputFiles &Read,
                 const std::string &Path, const Cache *Store) {
  if (llvm::Error E = verify(Unit))
    return Job.Source +
           ": internal error, the lock program is not valid: " + llvm::toString(std::move(E)) +
           "; please report this";
  if (llvm::Error E = writeUnit(Unit, Path))
    return llvm::toString(std::move(E));
  if (Store) // if it cannot be written, the next run takes longer; nothing else
    llvm::consumeError(Store->store(Job, Read, Unit.Files.values(), Path));
  return "";
}

/// One job, in the worker. The text of an error is the answer.
std::string runJob(const CompileJob &Job, const KernelModel &Model, const std::string &Path,
                   const Cache *Store, BodyHints *Hints) {
  InputFiles Read;
  llvm::Expected<TranslationUnit> Unit = extract(Job, Model, disk(Store, Read), Hints);
  if (!Unit)
    return llvm::toString(Unit.takeError());
  return keep(*Unit, Job, Read, Path, Store);
}

/// What a copy answers if the unit has to be extracted without a prelude.
constexpr llvm::StringLiteral Plainly = "\nplainly";

class Server {
public:
  Server(int Channel, const WorkerTask &Task) : Channel(Channel), Task(Task) {}

  /// Returns only if there is no such prelude.
  void withPrelude(const CompileJob &Like) {
    InputFiles Read;
    int Answers = -1; // in a copy: where its answer goes
    uint32_t Index = 0;
    auto Next = [&]() -> const CompileJob * {
      while (receive(Channel, Index)) {
        Answers = copy();
        if (Answers >= 0)
          return &Task.Jobs[Index];
        if (Copied == Plainly)
          Copied = plainly(Index);
        if (!send(Channel, Copied))
          break;
      }
      ::_exit(0);
    };
    std::optional<TranslationUnit> Unit =
        extractAfterPrelude(Like, Task.Model, disk(Task.Options.Store, Read), Next);
    if (Answers < 0)
      return;
    std::string Answer = Plainly.str();
    if (Unit)
      Answer = keep(*Unit, Task.Jobs[Index], Read, Task.PathOf(Index), Task.Options.Store);
    (void)send(Answers, Answer.empty() ? llvm::StringRef(AfterPrelude) : llvm::StringRef(Answer));
    ::_exit(0);
  }

  [[noreturn]] void serve() {
    uint32_t Index;
    while (receive(Channel, Index) && send(Channel, plainly(Index)))
      ;
    ::_exit(0);
  }

private:
  /// In a copy of this process: where its answer goes. Here, when the copy is done: -1, and the
  /// answer is in `Copied`; that of a copy that died, or that could not be made, is "Plainly".
  int copy() {
    Copied = Plainly.str();
    int Ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, Ends) != 0)
      return -1;
    pid_t Me = ::getpid(), Child = ::fork();
    if (Child == 0) {
      ::close(Ends[0]);
      ::close(Channel);
      ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a worker that is killed takes its copy with it
      if (::getppid() != Me)
        ::_exit(0);
      return Ends[1];
    }
    ::close(Ends[1]);
    if (Child > 0) {
      if (!receive(Ends[0], Copied))
        Copied = Plainly.str();
      llvm::sys::RetryAfterSignal(-1, ::waitpid, Child, nullptr, 0);
    }
    ::close(Ends[0]);
    return -1;
  }

  std::string plainly(uint32_t Index) {
    if (!Hints && !Task.Options.ParseAll)
      Hints = makeBodyHints();
    return runJob(Task.Jobs[Index], Task.Model, Task.PathOf(Index), Task.Options.Store,
                  Hints.get());
  }

  int Channel;
  const WorkerTask &Task;
  std::shared_ptr<BodyHints> Hints;
  std::string Copied; ///< the last copy's answer
};

} // namespace

bool send(int Channel, uint32_t Number) { return writeAll(Channel, &Number, sizeof(Number)); }
bool receive(int Channel, uint32_t &Number) { return readAll(Channel, &Number, sizeof(Number)); }

bool send(int Channel, llvm::StringRef Answer) {
  return send(Channel, static_cast<uint32_t>(Answer.size())) &&
         writeAll(Channel, Answer.data(), Answer.size());
}

bool receive(int Channel, std::string &Answer) {
  uint32_t Size = 0;
  if (!receive(Channel, Size))
    return false;
  Answer.resize(Size);
  return readAll(Channel, Answer.data(), Size);
}

void serveJobs(int Channel, const WorkerTask &Task, std::optional<size_t> Like) {
  for (int Signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT})
    ::signal(Signal,
             SIG_DFL); // the parent tells what happened; a stack trace of Clang helps nobody
  Server Worker(Channel, Task);
  if (Like)
    Worker.withPrelude(Task.Jobs[*Like]);
  Worker.serve();
}

} // namespace lockorder
