//===- SourceTree.cpp - The kernel tree that a source lies in -------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/SourceTree.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

bool isKernelTree(llvm::StringRef Folder) {
  return llvm::all_of(llvm::ArrayRef<llvm::StringRef>{"Kbuild", "Makefile", "include/linux"},
                      [Folder](llvm::StringRef Needed) {
                        llvm::SmallString<256> Name(Folder);
                        llvm::sys::path::append(Name, Needed);
                        return llvm::sys::fs::exists(Name);
                      });
}

} // namespace

const std::string &SourceTrees::treeOf(llvm::StringRef Source) {
  const std::string &Tree = treeAbove(llvm::sys::path::parent_path(Source));
  ++Sources[Tree];
  return Tree;
}

const std::string &SourceTrees::treeAbove(llvm::StringRef Folder) {
  auto Known = TreeOfFolder.find(Folder);
  if (Known != TreeOfFolder.end())
    return Known->second;
  std::string Tree;
  if (isKernelTree(Folder))
    Tree = Folder.str();
  else if (llvm::StringRef Above = llvm::sys::path::parent_path(Folder); !Above.empty())
    Tree = treeAbove(Above);
  return TreeOfFolder.try_emplace(Folder, std::move(Tree)).first->second;
}

std::string SourceTrees::commonest() const {
  const std::pair<const std::string, uint64_t> *Best = nullptr;
  for (const auto &Tree : Sources) // "" is the first: a tree of equally many sources wins
    if (!Best || Tree.second > Best->second || (Best->first.empty() && Tree.second == Best->second))
      Best = &Tree;
  return Best ? Best->first : "";
}

} // namespace lockorder
