//===- KernelModel.h - What the kernel's functions and macros mean -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: what does `down_trylock(&sem)` do to locks and context? The answer is data that a
// kernel developer can review, `linux.yaml`, compiled into the binary and extended by --model FILE:
//
//   - names: [down_trylock]
//     effects: [{acquire: arg0, kind: semaphore, how: try, when: zero}]
//
// A name may be a function or a macro; the frontend emits the effects once, at the outermost
// modelled name, and never looks inside. The full schema is the comment at the top of linux.yaml.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "base/Location.h"
#include "base/LockTypes.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lockorder {

/// Which object an effect speaks of: "arg0", "arg0->inode.i_rwsem", "result", "global rtnl_mutex".
struct ApiObject {
  enum class Base : uint8_t { None, Argument, Result, Global };
  Base From = Base::None;
  unsigned Index = 0;   ///< Argument: which, from 0
  bool IsPlace = false; ///< "place arg1": the argument is the object itself (flags of irqsave), not
                        ///< a pointer to it
  bool IsOwn = false;   ///< "own arg0": of these, this processor's
  bool IsElement = false; ///< "element arg0": one of the elements that the argument points to
  std::string Global;     ///< Global: its name
  /// (record, field) from there; record "*" is the argument's own type, of which the field is then
  /// made up: a name for what belongs to objects of that type.
  std::vector<std::pair<std::string, std::string>> Path;
};

struct ApiEffect {
  EffectKind Kind = EffectKind::Acquire;
  When On = When::Always;
  ApiObject Object;
  LockKind Lock = LockKind::Other;
  LockMode Mode = LockMode::Exclusive;
  LockHow How = LockHow::Blocking;
  int Subclass = 0; ///< a constant of the model
  std::optional<unsigned> SubclassArgument;
  std::optional<ApiObject> Nest;
  Context Ctx = Context::Irq;
  ContextChange Change = ContextChange::None;
  std::optional<ApiObject> Flags; ///< see Effect::Flags
};

struct Api {
  std::string Name;
  std::vector<ApiEffect> Effects;
  std::optional<ApiObject> Value; ///< the call's value is this (spinlock_check, this_cpu_ptr)
  bool IsLockApi = false;         ///< takes or gives back a lock: counted in the ledger
  bool MacroOnly =
      false; ///< `macro: true`: an event only as a macro, not as a function of that name
  bool Elsewhere = false; ///< `where`: the headers of a current kernel don't have it
  Location DefinedAt;     ///< file ("linux.yaml"), line, column of the entry
};

/// A file-scope macro that makes its argument an entry point.
struct RootMacro {
  std::string Name;
  unsigned Argument = 0;
  Context Ctx = Context::Process;
};

/// A member that holds a function which the kernel calls back, and how it does.
struct Callback {
  std::string Record, Field;
  Context Ctx = Context::Process; ///< Hardirq, Softirq, Process, or what is off: Irq, Preempt, Rcu
  std::optional<ApiObject> Holds; ///< a global lock that is held then, or one that a path ends in
};

/// Immutable once built. Lookups are O(1); leaf patterns are matched once per distinct name.
class KernelModel {
public:
  /// The built-in model and then the given files, later ones winning name by name. Errors:
  /// "FILE:LINE:COLUMN: key 'KEY': what is wrong; what is allowed".
  static llvm::Expected<KernelModel> load(const std::vector<std::string> &Files);
  static llvm::Expected<KernelModel> parse(llvm::StringRef Text, llvm::StringRef Name);

  const Api *find(llvm::StringRef Name) const;
  const RootMacro *findRootMacro(llvm::StringRef Name) const;

  /// Core services whose own locks are not their callers' business. The group's name, or "".
  llvm::StringRef leafGroup(llvm::StringRef Function) const;

  /// Records whose locks belong to whatever embeds them: wait queues, lists, xarrays.
  bool isGenericRecord(llvm::StringRef Tag) const;

  /// Members that only wrap a lock: spinlock.rlock.
  bool isWrappingField(llvm::StringRef Record, llvm::StringRef Field) const;

  /// The count member of semaphores: ("semaphore", "count").
  const std::vector<std::pair<std::string, std::string>> &countFields() const;

  /// A function that may sleep, for where its body is not analysed.
  bool isSleeper(llvm::StringRef Function) const { return Sleepers.contains(Function); }

  /// What lockdep takes where no lock is: "fs_reclaim".
  bool hasPseudoLock(llvm::StringRef Name) const { return PseudoLocks.contains(Name); }

  /// Some API waits for it, and for something narrower where its argument says what: kernfs_active.
  bool hasNarrower(llvm::StringRef PseudoLock) const;

  /// Sorted by record and field.
  const std::vector<Callback> &callbacks() const { return Callbacks; }

  /// All entries sorted by name.
  std::vector<const Api *> apis() const;

  /// Headers that most units include, in the order in which they are included; see
  /// frontend/Prelude.h.
  const std::vector<std::string> &prelude() const { return Prelude; }

  /// Changes when any input of the model changes; part of cache keys.
  const std::string &digest() const { return Digest; }

private:
  friend class ModelReader;
  llvm::StringMap<Api> Apis;
  llvm::StringMap<RootMacro> RootMacros;
  llvm::StringMap<bool> GenericRecords, PseudoLocks, Sleepers;
  std::vector<Callback> Callbacks;
  std::vector<std::string> Prelude;
  std::vector<std::pair<std::string, std::string>> WrappingFields, CountFields;
  llvm::StringMap<std::string> LeafNames;          ///< whole name -> group
  std::map<std::string, std::string> LeafPrefixes; ///< what stood before the `*` -> group
  std::string Digest;
};

} // namespace lockorder
