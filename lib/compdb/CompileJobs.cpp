//===- CompileJobs.cpp - Reads a compilation database ---------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/CompileJobs.h"
#include "base/Error.h"
#include "compdb/CommandLine.h"
#include "compdb/JsonElements.h"
#include "compdb/Selection.h"
#include "compdb/SourceTree.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
namespace json = llvm::json;

/// An entry as the database has it; paths are not normalized yet.
struct Entry {
  std::string Directory;
  std::string File;
  std::string Output;
  std::vector<std::string> Command;
};

enum class Kind { Job, HostProgram, Assembly, OtherLanguage };

llvm::Error takeString(const json::Object &Object, llvm::StringRef Key, std::string &Value) {
  const json::Value *Found = Object.get(Key);
  if (!Found)
    return makeError("has no \"" + Key + "\"");
  std::optional<llvm::StringRef> Text = Found->getAsString();
  if (!Text || Text->empty())
    return makeError("\"" + Key + "\" must be a string that is not empty");
  Value = Text->str();
  return llvm::Error::success();
}

llvm::Error takeArguments(const json::Value &List, std::vector<std::string> &Command) {
  const json::Array *Arguments = List.getAsArray();
  if (!Arguments)
    return makeError("\"arguments\" must be an array of strings");
  for (const json::Value &Argument : *Arguments) {
    std::optional<llvm::StringRef> Text = Argument.getAsString();
    if (!Text)
      return makeError("\"arguments\" must be an array of strings");
    Command.push_back(Text->str());
  }
  return llvm::Error::success();
}

llvm::Expected<Entry> parseEntry(const JsonElement &Element) {
  if (Element.TooDeep)
    return makeError("is nested too deeply");
  llvm::Expected<json::Value> Parsed = json::parse(Element.Text);
  if (!Parsed)
    return makeError("is not JSON: " + llvm::toString(Parsed.takeError()));
  const json::Object *Object = Parsed->getAsObject();
  if (!Object)
    return makeError("must be an object with \"directory\", \"file\" and \"command\"");
  Entry E;
  if (llvm::Error Bad = takeString(*Object, "file", E.File))
    return Bad;
  if (llvm::Error Bad = takeString(*Object, "directory", E.Directory))
    return Bad;
  if (Object->get("output"))
    if (llvm::Error Bad = takeString(*Object, "output", E.Output))
      return Bad;
  if (const json::Value *List = Object->get("arguments")) {
    if (llvm::Error Bad = takeArguments(*List, E.Command))
      return Bad;
  } else {
    if (!Object->get("command"))
      return makeError("has neither \"command\" nor \"arguments\"");
    std::string Command;
    if (llvm::Error Bad = takeString(*Object, "command", Command))
      return Bad;
    E.Command = splitCommand(Command);
  }
  if (E.Command.empty())
    return makeError("has an empty command");
  return E;
}

/// Puts the words of each `@FILE` in its place. They follow GCC's rules, not the shell's.
llvm::Error expandResponseFiles(Entry &E) {
  auto NamesFile = [](llvm::StringRef Word) { return Word.starts_with("@"); };
  if (llvm::none_of(E.Command, NamesFile))
    return llvm::Error::success();
  llvm::BumpPtrAllocator Memory;
  llvm::SmallVector<const char *, 128> Words;
  for (const std::string &Word : E.Command)
    Words.push_back(Word.c_str());
  llvm::cl::ExpansionContext Context(Memory, llvm::cl::TokenizeGNUCommandLine);
  if (llvm::Error Bad = Context.setCurrentDir(E.Directory).expandResponseFiles(Words))
    return Bad;
  for (llvm::StringRef Word : Words)
    if (NamesFile(Word))
      return makeError("the options in " + Word.drop_front() + " cannot be read");
  E.Command.assign(Words.begin(), Words.end());
  return llvm::Error::success();
}

Kind kindOf(llvm::StringRef Source, const CommandLine &Line) {
  llvm::StringRef Language = Line.Language;
  if (Language.empty() || Language == "none")
    Language = llvm::StringSwitch<llvm::StringRef>(path::extension(Source))
                   .Case(".c", "c")
                   .Cases(".S", ".s", ".sx", ".asm", "assembler")
                   .Default("other");
  if (Language.starts_with("assembler"))
    return Kind::Assembly;
  if (Language != "c")
    return Kind::OtherLanguage;
  return Line.IsKernel ? Kind::Job : Kind::HostProgram;
}

std::string objectOf(const Entry &E, const CommandLine &Line, llvm::StringRef Source) {
  llvm::StringRef Output = Line.Output.empty() ? E.Output : Line.Output;
  llvm::SmallString<256> Object;
  if (Output.empty() || Output == "-" || Output == "/dev/null") {
    Object = Source;
    path::replace_extension(Object, "o");
    return Object.str().str();
  }
  Object = normalizedPath(E.Directory, Output);
  // Kernels before 4.20 compile to .tmp_NAME.o and rename it when its symbol versions are in.
  llvm::StringRef Name = path::filename(Object);
  if (Name.consume_front(".tmp_")) {
    std::string Final = Name.str();
    path::remove_filename(Object);
    path::append(Object, Final);
  }
  return Object.str().str();
}

/// Reads one database from its text.
class Reader {
public:
  Reader(const DatabaseQuery &Query, std::string Database, std::string ResourceDirectory)
      : Folder(path::parent_path(Database)), Wanted(Query.Selections, Folder),
        ResourceDirectory(std::move(ResourceDirectory)) {
    Result.Database = std::move(Database);
  }

  llvm::Expected<CompileJobs> read(llvm::StringRef Text) {
    JsonElements Elements(Text, Result.Database);
    while (true) {
      llvm::Expected<std::optional<JsonElement>> Element = Elements.next();
      if (!Element)
        return Element.takeError();
      if (!*Element)
        break;
      ++Result.Counts.Entries;
      if (llvm::Error Bad = addEntry(**Element)) {
        ++Result.Counts.Malformed;
        Result.Problems.push_back(Result.Database + ":" + std::to_string((*Element)->Line) +
                                  ": entry " + std::to_string(Result.Counts.Entries) + " " +
                                  llvm::toString(std::move(Bad)));
      }
    }
    if (llvm::Error E = Wanted.settle(Result.Database))
      return E;
    finish();
    return std::move(Result);
  }

private:
  llvm::Error addEntry(const JsonElement &Element) {
    llvm::Expected<Entry> E = parseEntry(Element);
    if (!E)
      return E.takeError();
    E->Directory = normalizedPath(Folder, E->Directory);
    if (llvm::Error Bad = expandResponseFiles(*E))
      return Bad;
    CommandLine Line = understandCommand(E->Command);
    CompileJob Job;
    Job.Source = normalizedPath(E->Directory, E->File);
    Job.Object = objectOf(*E, Line, Job.Source);
    // An object that is built again counts once, whatever it is.
    bool IsNew = Objects.insert(Job.Object).second;
    if (!IsNew && !JobOfObject.contains(Job.Object)) {
      ++Result.Counts.Duplicates;
      return llvm::Error::success();
    }
    switch (kindOf(Job.Source, Line)) {
    case Kind::HostProgram:
      return skip(Job.Source, Result.Counts.HostPrograms, "a program for the build host");
    case Kind::Assembly:
      return skip(Job.Source, Result.Counts.Assembly, "assembly");
    case Kind::OtherLanguage:
      return skip(Job.Source, Result.Counts.OtherLanguages, "a language other than C");
    case Kind::Job:
      break;
    }
    if (const std::string &Tree = Trees.treeOf(Job.Source); !Tree.empty())
      Wanted.addBase(Tree);
    FolderHoldsSources |= liesUnder(Job.Source, Folder);
    if (FirstDirectory.empty())
      FirstDirectory = E->Directory;
    if (!Wanted.mayMatch(Job.Source, Job.Object)) {
      ++Result.Counts.Unselected;
      return llvm::Error::success();
    }
    Job.Directory = std::move(E->Directory);
    Job.Arguments = std::move(Line.Arguments);
    Job.Arguments.push_back("-resource-dir");
    Job.Arguments.push_back(ResourceDirectory);
    Job.Arguments.shrink_to_fit();
    addJob(std::move(Job), std::move(Line.Dropped));
    return llvm::Error::success();
  }

  llvm::Error skip(llvm::StringRef Source, uint64_t &Count, llvm::StringRef WhatItIs) {
    ++Count;
    Wanted.noteOther(Source, WhatItIs);
    return llvm::Error::success();
  }

  void addJob(CompileJob Job, std::vector<std::string> DroppedFlags) {
    auto [Known, IsNew] = JobOfObject.try_emplace(Job.Object, Result.Jobs.size());
    if (IsNew) {
      Result.Jobs.push_back(std::move(Job));
      Dropped.push_back(std::move(DroppedFlags));
      return;
    }
    ++Result.Counts.Duplicates;
    Result.Jobs[Known->second] = std::move(Job);
    Dropped[Known->second] = std::move(DroppedFlags);
  }

  /// Drops what was kept only because a selection might have meant it, counts, sorts.
  void finish() {
    std::vector<CompileJob> Kept;
    Kept.reserve(Result.Jobs.size());
    for (size_t I = 0; I != Result.Jobs.size(); ++I) {
      CompileJob &Job = Result.Jobs[I];
      if (!Wanted.matches(Job.Source, Job.Object)) {
        ++Result.Counts.Unselected;
        continue;
      }
      for (const std::string &Flag : Dropped[I])
        ++Result.Counts.DroppedFlags[Flag];
      Kept.push_back(std::move(Job));
    }
    Result.Jobs = std::move(Kept);
    Result.Counts.Jobs = Result.Jobs.size();
    llvm::sort(Result.Jobs,
               [](const CompileJob &A, const CompileJob &B) { return A.Object < B.Object; });
    Result.SourceRoot = Trees.commonest();
    if (Result.SourceRoot.empty())
      Result.SourceRoot = FolderHoldsSources || FirstDirectory.empty() ? Folder : FirstDirectory;
  }

  llvm::StringSet<> Objects;
  CompileJobs Result;
  std::string Folder; ///< the database's
  Selection Wanted;
  SourceTrees Trees;
  bool FolderHoldsSources = false;
  std::string FirstDirectory; ///< of any job, selected or not
  std::string ResourceDirectory;
  llvm::StringMap<size_t> JobOfObject;
  std::vector<std::vector<std::string>> Dropped; ///< parallel to Result.Jobs until it is sorted
};

constexpr llvm::StringLiteral Remedy =
    "make it with `make compile_commands.json` in the kernel's build folder, or, where a module "
    "was "
    "built against header packages, with `lockorder compdb DIR > compile_commands.json`";

llvm::Expected<std::string> databaseFile(llvm::StringRef Wanted) {
  llvm::SmallString<256> File(Wanted);
  if (std::error_code Bad = fs::make_absolute(File))
    return makeError(Wanted + ": " + Bad.message());
  path::remove_dots(File, /*remove_dot_dot=*/true);
  if (fs::is_directory(File))
    path::append(File, "compile_commands.json");
  if (!fs::exists(File))
    return makeError(File + ": there is no such file; " + Remedy);
  if (fs::is_directory(File))
    return makeError(File + ": is a folder, not a compilation database; " + Remedy);
  return File.str().str();
}

} // namespace

llvm::Expected<CompileJobs> readCompileJobs(const DatabaseQuery &Query) {
  llvm::Expected<std::string> File = databaseFile(Query.Path);
  if (!File)
    return File.takeError();
  std::string ResourceDirectory = Query.ResourceDirectory;
  if (ResourceDirectory.empty()) {
    llvm::Expected<std::string> Found = findResourceDirectory();
    if (!Found)
      return Found.takeError();
    ResourceDirectory = std::move(*Found);
  }
  auto Text =
      llvm::MemoryBuffer::getFile(*File, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!Text)
    return makeError(*File + ": cannot be read: " + Text.getError().message());
  return Reader(Query, *File, std::move(ResourceDirectory)).read((*Text)->getBuffer());
}

} // namespace lockorder
