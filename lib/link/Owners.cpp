//===- Owners.cpp - Whose code it is --------------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Owners.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

/// How many components name an owner below that folder; files above are everybody's. The first that
/// fits counts.
struct Rule {
  llvm::StringLiteral Folder;
  unsigned Components;
};
constexpr Rule Rules[] = {
    {"drivers/base/", 0},
    {"drivers/net/ethernet/", 4},
    {"drivers/net/wireless/", 4},
    {"drivers/gpu/drm/", 4},
    {"drivers/media/", 4},
    {"drivers/usb/core/", 0},
    {"drivers/usb/gadget/", 4},
    {"drivers/usb/", 3},
    {"drivers/infiniband/core/", 0},
    {"drivers/infiniband/", 4},
    {"drivers/staging/", 3},
    {"drivers/", 3},
    {"fs/", 2},
    {"net/core/", 0},
    {"net/ethernet/", 0},
    {"net/sched/", 0},
    {"net/netfilter/", 0},
    {"net/", 2},
    {"sound/core/", 0},
    {"sound/", 3},
    {"security/", 2},
    {"crypto/", 0},
};

} // namespace

llvm::StringRef ownerOf(llvm::StringRef File, llvm::StringRef SourceRoot) {
  if (File.contains("/include/"))
    return "";
  if (!File.consume_front(SourceRoot) || SourceRoot.empty())
    return llvm::sys::path::parent_path(File);
  File.consume_front("/");
  llvm::StringRef Folder = llvm::sys::path::parent_path(File);
  for (const Rule &R : Rules) {
    if (!File.starts_with(R.Folder))
      continue;
    if (R.Components == 0)
      return "";
    size_t End = 0;
    unsigned Components = 0;
    for (; Components != R.Components && End != llvm::StringRef::npos; ++Components)
      End = Folder.find('/', End + (Components != 0));
    if (Components == R.Components)
      return Folder.substr(0, End);
    return "";
  }
  return "";
}

} // namespace lockorder
