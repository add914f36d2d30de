//===- Owners.h - Whose code it is ------------------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: may a call through a pointer, in code that everybody uses, lead from this driver
// into that one?
//
//   drivers/net/ethernet/amd/pcnet32.c    drivers/net/ethernet/amd     one owner
//   fs/ext4/inode.c                       fs/ext4
//   fs/namei.c, include/linux/fs.h        none: code and data of everybody
//
// An object of one owner has tables of that owner: a chain that comes from ext4 and goes through
// `inode->i_op` goes on in ext4. Owners are folders, because most drivers of a kernel are linked
// into vmlinux, where nothing else tells them apart.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"

namespace lockorder {

/// The owner's folder, relative to the source root; empty for what is everybody's. Code outside of
/// the tree belongs to its folder.
llvm::StringRef ownerOf(llvm::StringRef File, llvm::StringRef SourceRoot);

} // namespace lockorder
