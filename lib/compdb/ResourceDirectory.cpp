//===- ResourceDirectory.cpp - Where Clang's builtin headers are ----------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Error.h"
#include "compdb/CompileJobs.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include <dlfcn.h>

namespace lockorder {
namespace {

using llvm::sys::path::append;
using llvm::sys::path::parent_path;

std::string major() { return std::to_string(LLVM_VERSION_MAJOR); }

/// The file that a function was loaded from, symbolic links resolved.
std::string fileOf(void *Function) {
  Dl_info Info;
  llvm::SmallString<256> Real;
  if (!dladdr(Function, &Info) || !Info.dli_fname || llvm::sys::fs::real_path(Info.dli_fname, Real))
    return "";
  return Real.str().str();
}

/// Library folders, the surest first: beside this program, LLVM's own, where packages put it.
std::vector<std::string> libraryFolders() {
  std::vector<std::string> Folders;
  auto Add = [&Folders](llvm::StringRef Base, llvm::StringRef Below) {
    if (Base.empty())
      return;
    llvm::SmallString<256> Folder(Base);
    append(Folder, Below);
    llvm::sys::path::remove_dots(Folder, /*remove_dot_dot=*/true);
    Folders.push_back(Folder.str().str());
  };
  std::string Self =
      llvm::sys::fs::getMainExecutable(nullptr, reinterpret_cast<void *>(&findResourceDirectory));
  Add(parent_path(Self), "../lib/lockorder");
  Add(parent_path(Self), "../lib");
#ifdef LOCKORDER_LLVM_PREFIX
  Add(LOCKORDER_LLVM_PREFIX, "lib");
#endif
  auto *InLLVM =
      static_cast<llvm::Expected<llvm::json::Value> (*)(llvm::StringRef)>(&llvm::json::parse);
  std::string Library = fileOf(reinterpret_cast<void *>(InLLVM));
  std::string LLVMFolder = "llvm-" + major() + "/lib";
  Add(parent_path(Library), "");
  Add(parent_path(Library), LLVMFolder);
  Add(parent_path(Library), "../" + LLVMFolder); // a multiarch folder
  for (llvm::StringRef Prefix : {"/usr/lib/", "/usr/lib64/", "/usr/local/lib/", "/usr/local/"})
    Add(Prefix, LLVMFolder);
  for (llvm::StringRef Folder : {"/usr/lib", "/usr/lib64", "/usr/local/lib"})
    Add(Folder, "");
  return Folders;
}

} // namespace

llvm::Expected<std::string> findResourceDirectory() {
  const std::string Major = major();
  for (const std::string &Folder : libraryFolders()) {
    for (llvm::StringRef Version : {llvm::StringRef(Major), llvm::StringRef(LLVM_VERSION_STRING)}) {
      llvm::SmallString<256> Directory(Folder), Header;
      append(Directory, "clang", Version);
      Header = Directory;
      append(Header, "include", "stddef.h");
      if (llvm::sys::fs::exists(Header))
        return Directory.str().str();
    }
  }
  return makeError("the builtin headers of Clang " + Major + " (lib/clang/" + Major +
                   "/include/stddef.h) are nowhere to be found; install libclang-common-" + Major +
                   "-dev");
}

} // namespace lockorder
