//===- Cache.cpp - What was extracted and reported before -------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Cache.h"
#include "base/AbsolutePath.h"
#include "base/Error.h"
#include "base/WholeFile.h"
#include "cache/Seal.h"
#include "cache/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

namespace lockorder {
namespace {

constexpr llvm::StringLiteral Prefix = "llvmcache-";
constexpr llvm::StringLiteral Unit = ".lou", List = ".manifest", Printed = ".report",
                              Whole = ".findings", Results = ".results";

/// Null: not there.
std::unique_ptr<llvm::MemoryBuffer> contentOf(const std::string &Path) {
  auto Bytes = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false, /*RequiresNullTerminator=*/false,
                                           /*IsVolatile=*/true);
  return Bytes ? std::move(*Bytes) : nullptr;
}

/// Null: not there, or damaged.
std::unique_ptr<llvm::MemoryBuffer> sealedContentOf(const std::string &Path,
                                                    Cache::Damage Damaged) {
  std::unique_ptr<llvm::MemoryBuffer> Sealed = contentOf(Path);
  if (!Sealed)
    return nullptr;
  std::unique_ptr<llvm::MemoryBuffer> Content = unseal(Sealed->getBuffer());
  if (!Content)
    Damaged(Path);
  return Content;
}

bool hasNewline(const InputFiles &Of) {
  auto Has = [](const std::string &Path) { return Path.find('\n') != std::string::npos; };
  return llvm::any_of(Of.Files, [&](auto &F) { return Has(F.first); }) ||
         llvm::any_of(Of.Absent, Has);
}

/// What lines of these files a report can show, as they were read.
std::string textOf(const std::vector<std::string> &Named, const InputFiles &Read) {
  std::map<std::string, ContentHash> Hashes;
  for (const std::string &Name : Named)
    Hashes[Name] = {};
  for (const auto &[Path, Hash] : Read.Files)
    if (auto Known = Hashes.find(absolutePath(Path)); Known != Hashes.end())
      Known->second = Hash;
  Words Text;
  for (const auto &[Path, Hash] : Hashes)
    Text << Path << toHex(Hash);
  return Text.Text;
}

/// Calls `Do` with the path and name of every file that a cache has made here, finished or not.
std::error_code forEachFile(const std::string &Folder,
                            llvm::function_ref<void(const std::string &, llvm::StringRef)> Do) {
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator It(Folder, Error), End; It != End && !Error;
       It.increment(Error)) {
    llvm::StringRef Name = llvm::sys::path::filename(It->path());
    if (Name.starts_with(Prefix) || Name == "llvmcache.timestamp")
      Do(It->path(), Name);
  }
  return Error;
}

} // namespace

std::string Cache::defaultFolder() {
  llvm::SmallString<128> Path;
  // A relative or empty $XDG_CACHE_HOME is none, says its specification; LLVM takes it.
  if (!llvm::sys::path::cache_directory(Path) || !llvm::sys::path::is_absolute(Path)) {
    if (!llvm::sys::path::home_directory(Path))
      return "";
    llvm::sys::path::append(Path, ".cache");
  }
  llvm::sys::path::append(Path, "lockorder");
  return std::string(Path);
}

llvm::Expected<Cache> Cache::open(const std::string &Folder,
                                  const std::vector<std::string> &ModelFiles) {
  if (std::error_code Error = llvm::sys::fs::create_directories(Folder))
    return makeError("--cache=" + Folder + ": cannot make this folder (" + Error.message() + ")");
  Words Identity;
  Identity << "lockorder 1 " LLVM_VERSION_STRING;
  std::vector<std::string> Parts = ModelFiles;
  Parts.push_back(llvm::sys::fs::getMainExecutable(nullptr, nullptr));
  FileHashes Now;
  for (const std::string &Part : Parts) {
    const ContentHash *Hash = Now.of(Part);
    if (!Hash)
      return makeError(Part + ": cannot be read");
    Identity << toHex(*Hash);
  }
  for (const char *Variable : {"CPATH", "C_INCLUDE_PATH"}) // Clang looks there, too
    Identity << llvm::sys::Process::GetEnv(Variable).value_or("");
  return Cache(Folder, std::move(Identity.Text));
}

std::string Cache::pathOf(const ContentHash &Id, llvm::StringRef Extension) const {
  llvm::SmallString<256> Path(Folder);
  llvm::sys::path::append(Path, Prefix + toHex(Id) + Extension);
  return std::string(Path);
}

ContentHash Cache::keyOf(const CompileJob &Job) const {
  Words All;
  All << Identity << Job.Directory << Job.Source << Job.Object << Job.Arguments;
  return hashOf(All.Text);
}

std::optional<Cache::Hit> Cache::find(const CompileJob &Job, ListedInputs &Now,
                                      Damage Damaged) const {
  std::string Path = pathOf(keyOf(Job), List);
  std::unique_ptr<llvm::MemoryBuffer> Text = sealedContentOf(Path, Damaged);
  if (!Text)
    return std::nullopt;
  std::optional<std::vector<ListedUnit>> Units = listUnits(Text->getBuffer());
  if (!Units) {
    Damaged(Path);
    return std::nullopt;
  }
  for (const ListedUnit &Entry : *Units) {
    if (!Now.areCurrent(Entry.Inputs))
      continue;
    std::string UnitPath = pathOf(Entry.UnitHash, Unit);
    std::unique_ptr<llvm::MemoryBuffer> Bytes = contentOf(UnitPath);
    if (!Bytes)
      continue; // pruned
    if (hashOf(Bytes->getBuffer()) == Entry.UnitHash)
      return Hit{UnitPath, Entry.Id};
    Damaged(UnitPath);
  }
  return std::nullopt;
}

llvm::Error Cache::store(const CompileJob &Job, const InputFiles &Of,
                         const std::vector<std::string> &Named, const std::string &UnitPath) const {
  if (hasNewline(Of))
    return llvm::Error::success(); // a manifest has a line for each
  std::unique_ptr<llvm::MemoryBuffer> Bytes = contentOf(UnitPath);
  if (!Bytes)
    return makeError(UnitPath + ": cannot be read");
  ContentHash Key = keyOf(Job);
  ManifestEntry Entry{{}, hashOf(Bytes->getBuffer()), Of};
  Entry.Id = hashOf(toHex(Key) + toHex(Entry.UnitHash) + textOf(Named, Of));
  if (llvm::Error E = writeWholeFile(pathOf(Entry.UnitHash, Unit), Bytes->getBuffer()))
    return E;
  Manifest M{Entry};
  if (std::unique_ptr<llvm::MemoryBuffer> Text =
          sealedContentOf(pathOf(Key, List), [](const std::string &) { /* is replaced now */ }))
    for (ManifestEntry &Old : readManifest(Text->getBuffer()).value_or(Manifest()))
      if (bool Same = Old.Id == Entry.Id && Old.Of == Entry.Of; !Same && M.size() != MaxLists)
        M.push_back(std::move(Old));
  return writeWholeFile(pathOf(Key, List), seal(writeManifest(M)));
}

std::unique_ptr<llvm::MemoryBuffer> Cache::findReport(const ContentHash &Id, Damage Damaged) const {
  return sealedContentOf(pathOf(Id, Printed), Damaged);
}

llvm::Error Cache::storeReport(const ContentHash &Id, llvm::StringRef Bytes) const {
  return writeWholeFile(pathOf(Id, Printed), seal(Bytes));
}

std::unique_ptr<llvm::MemoryBuffer> Cache::findFindings(const ContentHash &Id,
                                                        Damage Damaged) const {
  return sealedContentOf(pathOf(Id, Whole), Damaged);
}

llvm::Error Cache::storeFindings(const ContentHash &Id, llvm::StringRef Bytes) const {
  return writeWholeFile(pathOf(Id, Whole), seal(Bytes));
}

ContentHash Cache::resultsOf(llvm::StringRef What) const {
  Words All;
  All << Identity << What;
  return hashOf(All.Text);
}

std::unique_ptr<llvm::MemoryBuffer> Cache::findResults(llvm::StringRef Of, Damage Damaged) const {
  return sealedContentOf(pathOf(resultsOf(Of), Results), Damaged);
}

llvm::Error Cache::storeResults(llvm::StringRef Of, llvm::StringRef Bytes) const {
  return writeWholeFile(pathOf(resultsOf(Of), Results), seal(Bytes));
}

Cache::Statistics Cache::statistics() const {
  Statistics S;
  (void)forEachFile(Folder, [&](const std::string &Path, llvm::StringRef Name) {
    S.Units += Name.ends_with(Unit);
    S.Manifests += Name.ends_with(List);
    S.Reports += Name.ends_with(Printed);
    S.Findings += Name.ends_with(Whole);
    S.Results += Name.ends_with(Results);
    uint64_t Size = 0;
    if (!llvm::sys::fs::file_size(Path, Size))
      S.Bytes += Size;
  });
  return S;
}

void Cache::prune(bool AtOnce) const {
  llvm::CachePruningPolicy Policy;
  Policy.Interval = AtOnce ? std::chrono::seconds(0) : std::chrono::seconds(std::chrono::hours(1));
  Policy.Expiration = std::chrono::hours(24 * MaxDays);
  Policy.MaxSizeBytes = MaxBytes;
  Policy.MaxSizeFiles = MaxFiles;
  llvm::pruneCache(Folder, Policy);
}

llvm::Error Cache::clear() const {
  std::string Left;
  std::error_code Error = forEachFile(Folder, [&](const std::string &Path, llvm::StringRef) {
    if (llvm::sys::fs::remove(Path))
      Left = Path;
  });
  if (!Left.empty())
    return makeError(Left + ": cannot be removed; check who owns it");
  if (Error)
    return makeError(Folder + ": cannot be read (" + Error.message() + ")");
  return llvm::Error::success();
}

} // namespace lockorder
