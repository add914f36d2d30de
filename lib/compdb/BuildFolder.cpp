//===- BuildFolder.cpp - Where a module's kernel was built ----------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/BuildFolder.h"
#include "base/Error.h"
#include "compdb/CommandLine.h"
#include "compdb/Selection.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

std::string joined(llvm::StringRef Folder, llvm::StringRef Name) {
  llvm::SmallString<256> Whole(Folder);
  path::append(Whole, Name);
  return Whole.str().str();
}

/// The text between two marks of a file; empty without either.
std::string textBetween(llvm::StringRef File, llvm::StringRef Before, llvm::StringRef Ends) {
  auto Buffer =
      llvm::MemoryBuffer::getFile(File, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return "";
  llvm::StringRef Text = (*Buffer)->getBuffer();
  size_t At = Text.find(Before);
  if (At == llvm::StringRef::npos)
    return "";
  Text = Text.drop_front(At + Before.size());
  return Text.take_front(Text.find_first_of(Ends)).str();
}

std::string releaseOfBuild(llvm::StringRef Folder) {
  return textBetween(joined(Folder, "include/generated/utsrelease.h"), "UTS_RELEASE \"", "\"\n");
}

/// What the include options of a command say about the folder they are relative to.
struct IncludeOptions {
  std::vector<std::string> Needed; ///< relative, must exist there
  std::string SourceTree;          ///< empty where it is the build folder itself

  explicit IncludeOptions(const std::vector<std::string> &Options) {
    for (size_t I = 0; I + 1 < Options.size(); ++I) {
      llvm::StringRef Name = Options[I];
      // Of the -I only Kbuild's own: a module's ccflags may name what does not exist.
      if (Name == "-include" && path::is_absolute(Options[I + 1]))
        SourceTree = llvm::StringRef(Options[I + 1]).split("/include/linux/").first.str();
      else if (Name == "-include")
        Needed.push_back(Options[I + 1]);
      else if (Name.consume_front("-I") && path::is_relative(Name) &&
               Name.ends_with("include/generated"))
        Needed.push_back(Name.str());
    }
  }
};

bool fits(llvm::StringRef Folder, const IncludeOptions &Options, llvm::StringRef Release) {
  if (!fs::exists(joined(Folder, "include/generated/autoconf.h")))
    return false;
  if (!Release.empty() && releaseOfBuild(Folder) != Release)
    return false;
  return llvm::all_of(Options.Needed,
                      [&](const std::string &Name) { return fs::exists(joined(Folder, Name)); });
}

void addFoldersIn(llvm::StringRef Parent, std::vector<std::string> &Folders) {
  std::vector<std::string> Found;
  std::error_code Bad;
  for (fs::directory_iterator At(Parent, Bad), End; !Bad && At != End; At.increment(Bad))
    Found.push_back(At->path());
  llvm::sort(Found);
  Folders.insert(Folders.end(), Found.begin(), Found.end());
}

std::string physical(llvm::StringRef Folder) {
  llvm::SmallString<256> Real;
  return fs::real_path(Folder, Real) ? Folder.str() : Real.str().str();
}

} // namespace

llvm::Expected<std::string> BuildFolderFinder::find(llvm::StringRef Object,
                                                    llvm::StringRef Command) {
  const std::string &Release = releaseOf(path::parent_path(Object));
  std::vector<std::string> Options = splitCommand(Command);
  std::string Key = Release;
  for (size_t I = 0; I + 1 < Options.size(); ++I)
    if (llvm::StringRef(Options[I]).starts_with("-I") || Options[I] == "-include")
      Key += '\0' + Options[I] + '\0' + Options[I + 1];
  auto Known = Found.find(Key);
  if (Known != Found.end())
    return Known->second;
  llvm::Expected<std::string> Folder = search(Object, Release, Options);
  if (Folder)
    Found[Key] = *Folder;
  return Folder;
}

llvm::Expected<std::string> BuildFolderFinder::search(llvm::StringRef Object,
                                                      llvm::StringRef Release,
                                                      const std::vector<std::string> &Options) {
  IncludeOptions Includes(Options);
  for (const std::string &Folder : Given)
    if (fits(Folder, Includes, Release))
      return Folder;

  std::vector<std::string> Candidates;
  if (!Release.empty())
    for (llvm::StringRef Form : {"/lib/modules/%/build", "/usr/lib/modules/%/build",
                                 "/usr/src/linux-headers-%", "/usr/src/kernels/%"})
      Candidates.push_back((Form.split('%').first + Release + Form.split('%').second).str());
  if (!Includes.SourceTree.empty()) {
    Candidates.push_back(Includes.SourceTree);
    addFoldersIn(path::parent_path(Includes.SourceTree), Candidates);
    addFoldersIn(Includes.SourceTree, Candidates);
  }
  std::vector<std::string> Fitting;
  for (const std::string &Folder : Candidates)
    if (fits(Folder, Includes, Release) && !llvm::is_contained(Fitting, physical(Folder)))
      Fitting.push_back(physical(Folder));
  // Two builds of one release that differ in no include path: where a distribution keeps it is
  // first.
  if (Fitting.size() == 1 || (!Fitting.empty() && !Release.empty()))
    return Fitting.front();
  std::string Of = "the kernel build folder of " + Object.str() +
                   (Release.empty() ? "" : " (built for " + Release.str() + ")");
  if (Fitting.empty())
    return makeError(Of + " was not found; name it as well: lockorder compdb KERNEL-FOLDER DIR");
  return makeError(Of + " may be " + llvm::join(Fitting, " or ") +
                   "; name it as well: lockorder compdb KERNEL-FOLDER DIR");
}

/// Kbuild leaves modules.order in the folder of M=, which may be above the object's.
const std::string &BuildFolderFinder::releaseOf(llvm::StringRef ModuleFolder) {
  auto [Known, IsNew] = Releases.try_emplace(ModuleFolder.str());
  if (!IsNew)
    return Known->second;
  for (llvm::StringRef Folder = ModuleFolder; !Folder.empty(); Folder = path::parent_path(Folder)) {
    auto Order = llvm::MemoryBuffer::getFile(joined(Folder, "modules.order"));
    if (!Order)
      continue;
    for (llvm::StringRef Line : llvm::split((*Order)->getBuffer(), '\n')) {
      if (Line.empty())
        continue;
      std::string Module = normalizedPath(Folder, Line.rsplit('.').first);
      for (llvm::StringRef Extension : {".ko", ".mod.o"}) {
        Known->second =
            textBetween(Module + Extension.str(), "vermagic=", llvm::StringRef(" \0", 2));
        if (!Known->second.empty())
          return Known->second;
      }
    }
  }
  return Known->second;
}

} // namespace lockorder
