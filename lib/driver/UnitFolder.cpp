//===- UnitFolder.cpp - Where units lie, and which should -----------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/UnitFolder.h"
#include "base/Error.h"
#include "base/WholeFile.h"
#include "cache/Inputs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

constexpr llvm::StringLiteral Header = "lockorder units 1\n"; // then OBJECT, tab, SOURCE

using List = std::map<std::string, std::string>; // object -> source

std::string listPath(llvm::StringRef Folder) {
  llvm::SmallString<256> Path(Folder);
  llvm::sys::path::append(Path, UnitListName);
  return std::string(Path);
}

/// None if there is no list.
llvm::Expected<std::optional<List>> readList(const std::string &Path) {
  auto Bytes = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false, /*RequiresNullTerminator=*/false,
                                           /*IsVolatile=*/true);
  if (Bytes.getError() == std::errc::no_such_file_or_directory)
    return std::optional<List>();
  if (!Bytes)
    return makeError(Path + ": cannot be read (" + Bytes.getError().message() + ")");
  llvm::StringRef Rest = (*Bytes)->getBuffer();
  List Out;
  bool Whole = Rest.consume_front(Header);
  while (Whole && !Rest.empty()) {
    auto [Line, Next] = Rest.split('\n');
    auto [Object, Source] = Line.split('\t');
    Whole = !Source.empty() && Line.size() < Rest.size();
    Out.emplace(Object, Source);
    Rest = Next;
  }
  if (!Whole)
    return makeError(Path + ": is no list of units; remove it, and run `lockorder extract` again");
  return Out;
}

} // namespace

std::string unitPath(llvm::StringRef Folder, llvm::StringRef Object) {
  llvm::SmallString<256> Path(Folder);
  std::string Name = Object.str();
  std::replace(Name.begin(), Name.end(), '/', '!');
  if (Name.size() > 200)
    Name = toHex(hashOf(Object)) + "!" + llvm::sys::path::filename(Object).take_back(100).str();
  llvm::sys::path::append(Path, Name + ".lou");
  return std::string(Path);
}

llvm::Error writeUnitList(const std::string &Folder, const CompileJobs &Jobs) {
  std::string Path = listPath(Folder);
  List All;
  if (Jobs.Counts.Unselected) {
    llvm::Expected<std::optional<List>> Before = readList(Path);
    if (!Before)
      llvm::consumeError(Before.takeError()); // replaced
    else if (*Before)
      All = std::move(**Before);
  }
  for (const CompileJob &Job : Jobs.Jobs)
    All[Job.Object] = Job.Source;
  std::string Text = Header.str();
  for (const auto &[Object, Source] : All)
    Text += Object + "\t" + Source + "\n";
  return writeWholeFile(Path, Text);
}

llvm::Expected<UnitsOnDisk> readUnitFolder(const std::string &Folder) {
  UnitsOnDisk Out;
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator It(Folder, Error), End; It != End && !Error;
       It.increment(Error))
    if (llvm::sys::path::extension(It->path()) == ".lou")
      Out.Paths.push_back(It->path());
  if (Error)
    return makeError("--units=" + Folder + ": cannot be read (" + Error.message() + ")");
  llvm::sort(Out.Paths);
  llvm::Expected<std::optional<List>> Listed = readList(listPath(Folder));
  if (!Listed)
    return Listed.takeError();
  if (*Listed)
    for (const auto &[Object, Source] : **Listed)
      if (std::string Path = unitPath(Folder, Object);
          !std::binary_search(Out.Paths.begin(), Out.Paths.end(), Path))
        Out.Missing.push_back({Object, Source,
                               Source + ": has no unit in " + Folder +
                                   "; extract it, or the shard that it belongs to"});
  return Out;
}

} // namespace lockorder
