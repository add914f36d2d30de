//===- Selection.cpp - The files and folders that were asked for ----------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/Selection.h"
#include "base/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace lockorder {

namespace path = llvm::sys::path;

std::string normalizedPath(llvm::StringRef Directory, llvm::StringRef Path) {
  llvm::SmallString<256> Whole(Path);
  llvm::sys::fs::make_absolute(Directory, Whole);
  path::remove_dots(Whole, /*remove_dot_dot=*/true);
  return Whole.str().str();
}

bool liesUnder(llvm::StringRef Path, llvm::StringRef Folder) {
  if (!Path.consume_front(Folder))
    return false;
  return Path.empty() || Path.front() == '/' || Folder.ends_with("/");
}

Selection::Selection(const std::vector<std::string> &Wanted, llvm::StringRef DatabaseDirectory) {
  for (const std::string &Name : Wanted) {
    Item I;
    I.Wanted = Name;
    Items.push_back(std::move(I));
  }
  llvm::SmallString<256> Current;
  llvm::sys::fs::current_path(Current);
  addBase(Current);
  addBase(DatabaseDirectory);
}

void Selection::addBase(llvm::StringRef Folder) {
  if (everything() || !Bases.insert(Folder.str()).second)
    return;
  for (Item &I : Items)
    addCandidates(I, Folder);
}

void Selection::addCandidates(Item &I, llvm::StringRef Base) {
  // Kbuild's script writes physical names, a shell's current directory may be a logical one.
  std::string Logical = normalizedPath(Base, I.Wanted);
  llvm::SmallString<256> Physical;
  if (llvm::sys::fs::real_path(Logical, Physical))
    Physical = Logical;
  for (const std::string &Candidate : {Logical, Physical.str().str()})
    if (!llvm::is_contained(I.Candidates, Candidate))
      I.Candidates.push_back(Candidate);
  I.Hit.resize(I.Candidates.size());
}

bool Selection::mayMatch(llvm::StringRef Source, llvm::StringRef Object) {
  if (everything())
    return true;
  bool Any = false;
  for (Item &I : Items) {
    for (size_t C = 0; C != I.Candidates.size(); ++C) {
      if (liesUnder(Source, I.Candidates[C]) || liesUnder(Object, I.Candidates[C]))
        Any = I.Hit[C] = true;
    }
    if (path::filename(Source) == path::filename(I.Candidates.front()))
      I.NearMisses.insert(Source.str());
  }
  return Any;
}

void Selection::noteOther(llvm::StringRef Source, llvm::StringRef WhatItIs) {
  for (Item &I : Items)
    if (llvm::any_of(I.Candidates,
                     [&](const std::string &Candidate) { return liesUnder(Source, Candidate); }))
      I.Other = WhatItIs.str();
}

llvm::Error Selection::settle(llvm::StringRef Database) {
  for (Item &I : Items) {
    auto First = llvm::find(I.Hit, true);
    if (First == I.Hit.end())
      return nothingFor(I, Database);
    I.Candidates = {I.Candidates[First - I.Hit.begin()]};
  }
  return llvm::Error::success();
}

bool Selection::matches(llvm::StringRef Source, llvm::StringRef Object) const {
  return everything() || llvm::any_of(Items, [&](const Item &I) {
           return llvm::any_of(I.Candidates, [&](const std::string &Candidate) {
             return liesUnder(Source, Candidate) || liesUnder(Object, Candidate);
           });
         });
}

llvm::Error Selection::nothingFor(const Item &I, llvm::StringRef Database) const {
  std::string Message = I.Wanted + ": ";
  auto Existing = llvm::find_if(
      I.Candidates, [](const std::string &Candidate) { return llvm::sys::fs::exists(Candidate); });
  if (!I.Other.empty())
    Message += "is not analysed, " + Database.str() + " builds it as " + I.Other;
  else if (Existing == I.Candidates.end())
    Message += "there is no such file or folder, and no entry of " + Database.str() +
               " has that name (looked for " + llvm::join(I.Candidates, ", ") + ")";
  else if (path::extension(*Existing) == ".h")
    Message += "is a header; name a source that includes it";
  else
    Message += "is there, but " + Database.str() +
               " has no entry for it: it was not built with this configuration";
  if (!I.NearMisses.empty()) {
    std::vector<std::string> First(I.NearMisses.begin(), I.NearMisses.end());
    First.resize(std::min<size_t>(First.size(), 3));
    Message += "; did you mean " + llvm::join(First, " or ") + "?";
  }
  return makeError(Message);
}

} // namespace lockorder
