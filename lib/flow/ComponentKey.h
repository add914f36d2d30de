//===- ComponentKey.h - What a component's result depends on ----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: would analysing these functions find again what it found in an earlier run?
//
// A function is analysed by its own code and by what its callees' summaries say. So a component's
// key is a hash of
//   - the code of its members (CodeHash.h), with names in place of ids (StableIds.h), and in which
//     order the places in it come, not on which lines (SiteNumbers.h);
//   - which functions each call may reach, and what each of these tells its callers, unless it is a
//     core service: a hash of the summary without its sites;
//   - the pure functions whose answers such a summary speaks of, and what they tell;
//   - whether anybody calls a member, and why the kernel does;
//   - in which order the files of these places are, because some choices fall by that;
//   - what is so for all functions: the rules, and which members of records are bound to something.
// Equal keys mean equal results. The tool and its model are the business of who keeps results.
// Several threads may make keys at once.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockFacts.h"
#include <atomic>
#include <mutex>

namespace lockorder {

struct ComponentKey {
  Digest Number;
  std::shared_ptr<const SiteNumbers> Sites; ///< of the members: a result speaks of these
};

/// What the code of a component's members says, for its key.
struct ComponentCode {
  std::shared_ptr<const SiteNumbers> Sites;
  std::vector<uint64_t> Says;
  llvm::ArrayRef<FunctionId> Members; ///< in the order in which they are solved
  std::vector<FunctionId> Callees;    ///< that tell them something
};

class ComponentKeys {
public:
  ComponentKeys(const Program &P, LockFacts &Facts);

  /// Linear in their code.
  ComponentCode codeOf(llvm::ArrayRef<FunctionId> Members) const;
  /// Of a component that is about to be solved. Linear in its code and in what it calls.
  ComponentKey keyOf(ComponentCode Code);
  /// Of following each path of this function, once all are solved, for what it takes in callees.
  ComponentKey keyOfPaths(FunctionId F, const std::set<AcquisitionRef> &Wanted);

  /// What callers read of a function.
  struct Told {
    uint64_t Number = 0;              ///< of its summary, without sites; 0: not made yet
    std::vector<FunctionId> SpeaksOf; ///< functions whose answers are in its terms
  };
  Told tell(Summary &Of) {
    std::lock_guard Lock(Telling);
    return hashOf(Of);
  }
  /// From now on, callers read what its summary in the facts says, or what it is known to say.
  /// This comes before the key of a caller is asked for.
  void settle(FunctionId F) { settle(F, Told()); }
  void settle(FunctionId F, Told Says) {
    State Now = Says.Number ? Made : Settled;
    Said[F.index()] = std::move(Says);
    StateOf[F.index()].store(Now, std::memory_order_release);
  }

private:
  class SummaryHasher;
  void addPlaces(ComponentCode &Code) const;
  Told hashOf(Summary &Of);
  const Told &told(FunctionId F);
  /// Of what is the same whatever is analysed.
  uint64_t surroundings() const;

  const Program &P;
  LockFacts &Facts; ///< is only read, but summaries are written by what could change them
  const StableIds &Ids;
  uint64_t Surroundings;
  std::vector<uint64_t> Named; ///< by FunctionId: what naming it says, without its code
  using IndirectCalls = decltype(Program::IndirectCalls);
  std::vector<IndirectCalls::const_iterator> FirstIndirect; ///< by SymbolId of the caller
  enum State : uint8_t { Open, Settled, Made };
  std::vector<std::atomic<uint8_t>> StateOf; ///< by FunctionId: of what it says
  std::vector<Told> Said;                    ///< by FunctionId
  std::mutex Telling;           ///< for what is made when it is asked for, as all that follows
  std::vector<uint64_t> TermOf; ///< by index of a term: of its content; 0: not made yet
};

} // namespace lockorder
