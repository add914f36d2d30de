//===- LockClass.h - Lock classes -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lock class is the innermost named, non-generic record that contains the lock, with the path
// from it to the lock; where there is none, it is the global object with that path.
//
//   &dev->lock             net_device.lock
//   &q->wait.lock          queue.wait.lock      (wait_queue_head is generic: the embedder's lock)
//   &rtnl_mutex            rtnl_mutex
//   &table[i].lock         bucket.lock
//   &sb->rw_sem[2]         super_block.rw_sem[2]    (constants tell elements apart)
//   p->lock_ptr            futex_q.lock_ptr*    (whatever it points to: never a proof)
//
// It is what lockdep would call a class, as far as the source shows it; the subclass of `_nested()`
// calls makes a class of its own.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/Terms.h"
#include "kernel/KernelModel.h"
#include "link/Program.h"
#include "llvm/ADT/DenseMap.h"
#include <map>
#include <mutex>
#include <optional>

namespace lockorder {

struct LockClassTag;
using ClassId = OrderedId<LockClassTag>;

struct LockClass {
  SymbolId Global;           ///< set where no record names the class
  std::vector<FieldId> Path; ///< from the naming record (or the global) to the lock
  int32_t Subclass = 0;
  int64_t Index = -1;          ///< of the last array on the path, if that is a constant
  bool ThroughPointer = false; ///< the path ends in, or goes through, a stored pointer
  bool Fallback = false;       ///< a generic record of which the embedder is not known
  friend auto operator<=>(const LockClass &, const LockClass &) = default;
};

/// Interns classes and finds the class of a place. Several threads may use it at once.
class ClassTable {
public:
  ClassTable(const Program &P, const KernelModel &Model, const TermTable &Terms);

  /// None where the caller must say (a lock passed by pointer, or inside a generic record that
  /// was), unless `Fallback`: then by record type. None also for what nobody can know.
  ClassId classOf(TermId Place, int32_t Subclass, bool Fallback);

  ClassId intern(LockClass C);
  const LockClass &operator[](ClassId C) const { return Classes[C.index()]; }
  size_t size() const { return Classes.size(); }
  /// Sorted.
  std::vector<ClassId> all() const;
  /// "record.path", "global@file"; subclass as lockdep prints it: "record.path/1".
  std::string spell(ClassId C) const;

  /// Whose data locks of the class protect.
  OwnerId ownerOf(ClassId C) const;

  bool isGeneric(RecordId R) const { return Generic[R.index()]; }

private:
  /// None: no class.
  std::optional<LockClass> find(TermId Place, int32_t Subclass, bool Fallback) const;
  ClassId idOf(size_t Index) const;

  const Program &P;
  const TermTable &Terms;
  std::vector<bool> Generic, Wrapping; ///< by RecordId, by FieldId
  static constexpr unsigned ChunkBits = 14;
  GrowingList<LockClass, ChunkBits, ClassId::IndexBits - ChunkBits> Classes;
  std::mutex Asking; ///< for all that follow, and for whoever adds a class
  std::map<LockClass, size_t> IndexOf;
  llvm::DenseMap<std::pair<uint64_t, int32_t>, ClassId> Known; ///< place and fallback; subclass
};

} // namespace lockorder
