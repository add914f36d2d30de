//===- Images.cpp - What is linked together -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Images.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

/// Folders whose objects never become part of vmlinux or a module (arch/*/boot/Makefile and others
/// say so). A path component sequence anywhere in the object's path.
constexpr llvm::StringLiteral OwnPrograms[] = {
    "/boot/compressed/", "/boot/", "/entry/vdso/", "/kernel/vdso/",
    "/kernel/vdso32/",   "/vdso/", "/realmode/",   "/firmware/efi/libstub/",
    "/purgatory/",
};

/// Files in such folders that are part of vmlinux all the same: the code that maps the program.
constexpr llvm::StringLiteral MappedBy[] = {"vma.o", "init.o", "extable.o", "vdso32-setup.o"};

} // namespace

std::string imageOf(const TranslationUnit &Unit, llvm::StringRef SourceRoot) {
  if (Unit.IsModule)
    return "module " + Unit.Module;
  llvm::StringRef Object = Unit.Object;
  Object.consume_front(SourceRoot);
  llvm::StringRef File = llvm::sys::path::filename(Object);
  for (llvm::StringRef Folder : OwnPrograms) {
    size_t At = Object.find(Folder);
    if (At == llvm::StringRef::npos || !Object.substr(0, At + 1).contains("/"))
      continue;
    // <arch>/realmode/init.o and <arch>/entry/vdso/vma.o live in the kernel.
    if (llvm::is_contained(MappedBy, File) && !Object.contains("/boot/"))
      return "vmlinux";
    return "program " + Object.substr(0, At + Folder.size()).trim('/').str();
  }
  return "vmlinux";
}

} // namespace lockorder
