//===- StoredResults.h - What earlier runs found ----------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: one line of a kernel has changed; what has to be analysed again?
//
//   component --ComponentKey--> key --known?--> its ComponentResult, as bytes
//
// A result is kept with names in place of ids (StableIds.h), for the next run numbers things
// otherwise. A file of them is only ever a shortcut: what it lacks, or what names something that is
// not here any more, is analysed. Whoever keeps the file sees to it that it is whole, and that this
// very tool and model have made it.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/ComponentKey.h"
#include "flow/ComponentResult.h"
#include "llvm/ADT/StringRef.h"

namespace lockorder {

class StoredResults {
public:
  StoredResults() = default;
  /// Of what bytes() once returned; of other bytes, nothing is known.
  explicit StoredResults(std::string Before);
  StoredResults(const StoredResults &) = delete;

  /// What is known of `Component`, members ascending, with the ids of `Keys`; it counts as used.
  std::optional<ComponentResult> find(Digest Key, const std::vector<FunctionId> &Component,
                                      const ComponentKeys &Keys, LockFacts &Facts);
  void keep(Digest Key, ComponentResult &Found, const ComponentKeys &Keys, const LockFacts &Facts);

  /// Whether bytes() would not be what was read.
  bool changed() const { return !New.empty() || Used.size() != Old.size(); }
  /// What was kept or used. Deterministic.
  std::string bytes() const;
  /// Components that did not have to be analysed.
  size_t used() const { return Used.size(); }

private:
  std::string Before;
  std::map<Digest, llvm::StringRef> Old; ///< parts of Before
  std::set<Digest> Used;                 ///< of Old
  std::map<Digest, std::string> New;
};

} // namespace lockorder
