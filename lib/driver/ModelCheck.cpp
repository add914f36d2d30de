//===- ModelCheck.cpp - Does the tree have what the model speaks of? ------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ModelCheck.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

/// How a header writes a name: the widest argument list, and where.
struct Spelling {
  unsigned Arguments = 0;
  bool Variadic = false;
  bool AsFunction = false; ///< followed by arguments somewhere
  std::string Where;
};

class HeaderScan {
public:
  explicit HeaderScan(llvm::StringMap<Spelling> &Wanted) : Wanted(Wanted) {}

  void folder(const std::string &Path) {
    std::error_code Error;
    std::vector<std::string> Files;
    for (llvm::sys::fs::recursive_directory_iterator It(Path, Error, false), End;
         It != End && !Error; It.increment(Error))
      if (llvm::StringRef(It->path()).ends_with(".h"))
        Files.push_back(It->path());
    llvm::sort(Files);
    for (const std::string &File : Files)
      if (auto Buffer = llvm::MemoryBuffer::getFile(File))
        read((*Buffer)->getBuffer(), File);
  }

private:
  static bool isWord(char C) { return llvm::isAlnum(C) || C == '_'; }

  void read(llvm::StringRef Text, const std::string &File) {
    unsigned Line = 1;
    for (size_t At = 0; At != Text.size();) {
      if (!isWord(Text[At])) {
        Line += Text[At++] == '\n';
        continue;
      }
      size_t End = At;
      while (End != Text.size() && isWord(Text[End]))
        ++End;
      auto It = Wanted.find(Text.slice(At, End));
      if (It != Wanted.end())
        note(It->second, Text.substr(End), File + ":" + std::to_string(Line));
      At = End;
    }
  }

  static void note(Spelling &S, llvm::StringRef Rest, const std::string &Where) {
    if (S.Where.empty())
      S.Where = Where;
    if (!Rest.starts_with("("))
      return;
    unsigned Depth = 0, Commas = 0;
    bool Any = false;
    for (char C : Rest) {
      Depth += C == '(';
      Depth -= C == ')';
      if (Depth == 0)
        break;
      Commas += C == ',' && Depth == 1;
      Any |= isWord(C) || C == '.';
    }
    unsigned Arguments = Any ? Commas + 1 : 0;
    if (!S.AsFunction || Arguments > S.Arguments)
      S.Where = Where;
    S.AsFunction = true;
    S.Arguments = std::max(S.Arguments, Arguments);
    S.Variadic |= Rest.substr(0, Rest.find(')')).contains("...");
  }

  llvm::StringMap<Spelling> &Wanted;
};

/// One more than the last argument that the entry speaks of.
unsigned argumentsOf(const Api &Entry) {
  unsigned Needed = 0;
  auto Use = [&](const ApiObject &Object) {
    if (Object.From == ApiObject::Base::Argument)
      Needed = std::max(Needed, Object.Index + 1);
  };
  for (const ApiEffect &E : Entry.Effects) {
    Use(E.Object);
    if (E.Nest)
      Use(*E.Nest);
    if (E.Flags)
      Use(*E.Flags);
    if (E.SubclassArgument)
      Needed = std::max(Needed, *E.SubclassArgument + 1);
  }
  if (Entry.Value)
    Use(*Entry.Value);
  return Needed;
}

std::set<llvm::StringRef> namedIn(const Program &P) {
  std::set<llvm::StringRef> Named;
  for (const Function &F : P.Functions)
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events)
        if (const auto *Use = std::get_if<ApiEvent>(&E))
          Named.insert(P.Names[Use->Api]);
  return Named;
}

std::string complaint(const Api &Entry, const Spelling &S, llvm::StringRef SourceRoot) {
  if (S.Where.empty())
    return Entry.Elsewhere ? "" : "the tree has no " + Entry.Name;
  if (unsigned Needed = argumentsOf(Entry); S.AsFunction && !S.Variadic && S.Arguments < Needed) {
    llvm::StringRef Where = S.Where;
    if (Where.consume_front(SourceRoot))
      Where.consume_front("/");
    return Entry.Name + " has " + std::to_string(S.Arguments) +
           (S.Arguments == 1 ? " argument in " : " arguments in ") + Where.str() +
           ", but the entry speaks of arg" + std::to_string(Needed - 1);
  }
  return "no analysed unit names " + Entry.Name;
}

} // namespace

std::vector<std::string> checkModel(const KernelModel &Model, const Program &P) {
  std::set<llvm::StringRef> Named = namedIn(P);
  llvm::StringMap<Spelling> Wanted;
  for (const Api *Entry : Model.apis())
    if (!Entry->Effects.empty() && !Named.contains(Entry->Name))
      Wanted[Entry->Name];
  HeaderScan Scan(Wanted);
  if (!P.SourceRoot.empty()) {
    Scan.folder(P.SourceRoot + "/include");
    Scan.folder(P.SourceRoot + "/arch");
  }
  std::vector<std::string> Out;
  for (const Api *Entry : Model.apis()) {
    auto It = Wanted.find(Entry->Name);
    std::string What = It == Wanted.end() ? "" : complaint(*Entry, It->second, P.SourceRoot);
    if (!What.empty())
      Out.push_back(Entry->DefinedAt.File + ":" + std::to_string(Entry->DefinedAt.Line) + ": " +
                    What);
  }
  return Out;
}

} // namespace lockorder
