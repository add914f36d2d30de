//===- SourceText.cpp - What stands at a place in the source ----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/SourceText.h"
#include "report/Wording.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <algorithm>
#include <cassert>
#include <unordered_map>

using llvm::StringRef;

namespace lockorder {
namespace {

constexpr size_t HashedUnits = 100;
constexpr uint64_t HashBase = 37;

/// No source file is as large: what is, is no source file, and is not read.
constexpr uint64_t MaxFileSize = uint64_t(64) << 20;

/// UTF-16 as JavaScript reads a file: each maximal ill-formed part becomes one U+FFFD.
std::vector<uint16_t> toUtf16(StringRef Text) {
  std::vector<llvm::UTF32> Wide(Text.size());
  auto *From = reinterpret_cast<const llvm::UTF8 *>(Text.begin());
  auto *To = Wide.data();
  llvm::ConvertUTF8toUTF32(&From, reinterpret_cast<const llvm::UTF8 *>(Text.end()), &To,
                           Wide.data() + Wide.size(), llvm::lenientConversion);
  Wide.resize(To - Wide.data());

  std::vector<uint16_t> Units;
  Units.reserve(Wide.size());
  for (llvm::UTF32 C : Wide) {
    if (C < 0x10000) {
      Units.push_back(static_cast<uint16_t>(C));
      continue;
    }
    Units.push_back(static_cast<uint16_t>(0xd800 + ((C - 0x10000) >> 10)));
    Units.push_back(static_cast<uint16_t>(0xdc00 + ((C - 0x10000) & 0x3ff)));
  }
  return Units;
}

/// What is hashed of a file, and where in it the lines begin.
struct HashInput {
  std::vector<uint64_t> Units;
  std::vector<size_t> LineBegins;
};

HashInput hashInput(StringRef Text) {
  HashInput Input;
  bool AtLineBegin = true, AfterCr = false;
  auto Add = [&](uint64_t Unit) {
    if (AtLineBegin)
      Input.LineBegins.push_back(Input.Units.size());
    AtLineBegin = Unit == '\n';
    Input.Units.push_back(Unit);
  };
  for (uint16_t Unit : toUtf16(Text)) {
    bool SecondOfPair = AfterCr && Unit == '\n';
    AfterCr = Unit == '\r';
    if (Unit != ' ' && Unit != '\t' && !SecondOfPair)
      Add(AfterCr ? '\n' : Unit);
  }
  Add(65535);
  return Input;
}

bool isIdentifierChar(char C) { return llvm::isAlnum(C) || C == '_' || C == '$'; }

/// Where the token ends that begins at `Begin`: behind the identifier, else behind one character.
size_t tokenEnd(StringRef Line, size_t Begin) {
  size_t End = Begin;
  while (End < Line.size() && isIdentifierChar(Line[End]))
    ++End;
  if (End > Begin)
    return End;
  unsigned Bytes = llvm::getNumBytesForUTF8(static_cast<llvm::UTF8>(Line[Begin]));
  StringRef Character = Line.substr(Begin, Bytes);
  bool Whole = toUtf8(Character) == Character;
  return Begin + (Whole ? Character.size() : 1);
}

} // namespace

std::vector<std::string> lineHashes(StringRef Text) {
  HashInput Input = hashInput(Text);
  Input.Units.resize(Input.Units.size() + HashedUnits, 0);

  // The hash of a window is the hash of what ends with it less that of what ends before it.
  std::vector<uint64_t> Prefix(Input.Units.size() + 1, 0);
  for (size_t I = 0; I < Input.Units.size(); ++I)
    Prefix[I + 1] = Prefix[I] * HashBase + Input.Units[I];
  uint64_t Weight = 1;
  for (size_t I = 0; I < HashedUnits; ++I)
    Weight *= HashBase;

  std::vector<std::string> Hashes;
  std::unordered_map<uint64_t, unsigned> Seen;
  for (size_t Begin : Input.LineBegins) {
    uint64_t Hash = Prefix[Begin + HashedUnits] - Prefix[Begin] * Weight;
    Hashes.push_back(llvm::utohexstr(Hash, /*LowerCase=*/true) + ":" +
                     std::to_string(++Seen[Hash]));
  }
  return Hashes;
}

SourceText::SourceText(std::string Text) : Bytes(std::move(Text)) {
  StringRef Rest = Bytes;
  for (;;) {
    size_t End = Rest.find_first_of("\r\n");
    Lines.push_back(Rest.substr(0, End));
    if (End == StringRef::npos)
      return;
    Rest = Rest.drop_front(End + (Rest.substr(End).starts_with("\r\n") ? 2 : 1));
  }
}

const std::string &SourceText::lineHash(unsigned Line) const {
  if (Hashes.empty())
    Hashes = lineHashes(Bytes);
  // A CR LF that is broken by blanks is two line ends in both views, so the counts agree.
  assert(Hashes.size() == Lines.size() && "the lines and the hashed lines are not the same");
  return Hashes[Line - 1];
}

const SourceText *SourceFiles::read(const std::string &File) {
  auto [It, New] = Files.try_emplace(File);
  std::optional<SourceText> &Text = It->second;
  if (New) {
    llvm::SmallString<256> Path(File);
    if (!llvm::sys::path::is_absolute(Path) && !Root.empty()) {
      Path = Root;
      llvm::sys::path::append(Path, File);
    }
    // A folder, a FIFO or a device behind the name would block or never end.
    uint64_t Size = 0;
    if (llvm::sys::fs::is_regular_file(Path) && !llvm::sys::fs::file_size(Path, Size) &&
        Size <= MaxFileSize)
      if (auto Buffer = llvm::MemoryBuffer::getFile(Path, false, false, /*IsVolatile=*/true))
        Text.emplace((*Buffer)->getBuffer().str());
  }
  return Text ? &*Text : nullptr;
}

std::optional<SourceLine> SourceFiles::at(const Location &Where, bool WithHash) {
  if (Where.File.empty() || Where.Line == 0)
    return std::nullopt;
  const SourceText *Text = read(Where.File);
  if (!Text || Where.Line > Text->lineCount())
    return std::nullopt;

  SourceLine Result;
  Result.Line = Text->line(Where.Line);
  if (Where.Column > Result.Line.size())
    return std::nullopt;
  if (Where.Column == 0) {
    Result.Begin = Result.Line.size() - Result.Line.ltrim().size();
    Result.End = Result.Line.rtrim().size();
    Result.End = std::max(Result.Begin, Result.End);
  } else {
    Result.Begin = Where.Column - 1;
    Result.End = tokenEnd(Result.Line, Result.Begin);
  }
  if (WithHash)
    Result.Hash = &Text->lineHash(Where.Line);
  return Result;
}

size_t countCodePoints(StringRef Text) {
  std::string Valid = toUtf8(Text);
  return llvm::count_if(Valid, [](char C) { return (C & 0xc0) != 0x80; });
}

} // namespace lockorder
