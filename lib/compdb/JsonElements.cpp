//===- JsonElements.cpp - The elements of a huge JSON array ---------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/JsonElements.h"
#include "base/Error.h"
#include "llvm/ADT/StringExtras.h"

namespace lockorder {
namespace {

// A compilation database has arrays in objects in an array. llvm::json recurses per level, so a
// text of a million brackets would end in a stack overflow.
constexpr unsigned DeepestNesting = 64;

constexpr llvm::StringLiteral MakeAgain = "make the database again";

} // namespace

JsonElements::JsonElements(llvm::StringRef Text, std::string File)
    : Text(Text), File(std::move(File)) {
  this->Text.consume_front("\xef\xbb\xbf"); // a byte order mark
}

llvm::Expected<std::optional<JsonElement>> JsonElements::next() {
  if (Where == State::Done)
    return std::nullopt;
  if (Where == State::Start)
    if (llvm::Error E = expectStart())
      return E;
  skipSpace();
  if (Position == Text.size())
    return errorAt(Line, "the file ends inside the array, it was cut off; " + MakeAgain);
  if (Text[Position] == ']') {
    Where = State::Done;
    if (llvm::Error E = expectEnd())
      return E;
    return std::nullopt;
  }
  if (Where == State::Separator) {
    if (Text[Position] != ',')
      return errorAt(Line,
                     "expected ',' or ']' after an entry, found " + seen() + "; " + MakeAgain);
    ++Position;
    skipSpace();
  }
  Where = State::Separator;
  llvm::Expected<JsonElement> Found = element();
  if (!Found)
    return Found.takeError();
  return *Found;
}

void JsonElements::skipSpace() {
  for (; Position != Text.size() && llvm::isSpace(Text[Position]); ++Position)
    Line += Text[Position] == '\n';
}

llvm::Error JsonElements::expectStart() {
  skipSpace();
  if (Position == Text.size())
    return errorAt(Line, "the file is empty; " + MakeAgain);
  if (Text[Position] != '[')
    return errorAt(Line, "a compilation database is a JSON array, this begins with " + seen() +
                             "; name a compile_commands.json");
  ++Position;
  Where = State::First;
  return llvm::Error::success();
}

llvm::Error JsonElements::expectEnd() {
  ++Position;
  skipSpace();
  if (Position != Text.size())
    return errorAt(Line, "text follows the end of the array: " + seen() + "; " + MakeAgain);
  return llvm::Error::success();
}

llvm::Expected<JsonElement> JsonElements::element() {
  size_t Begin = Position;
  JsonElement Found;
  Found.Line = Line;
  unsigned Depth = 0;
  bool InString = false;
  for (; Position != Text.size(); ++Position) {
    char C = Text[Position];
    if (C == '\n')
      ++Line;
    if (InString) {
      if (C == '\\' && Position + 1 != Text.size() && Text[Position + 1] != '\n')
        ++Position;
      else if (C == '"')
        InString = false;
      continue;
    }
    if (C == '"') {
      InString = true;
    } else if (C == '{' || C == '[') {
      Found.TooDeep |= ++Depth > DeepestNesting;
    } else if (Depth == 0 && (C == ',' || C == ']' || C == '}')) {
      break; // after a number, a word or a string
    } else if (C == '}' || C == ']') {
      if (--Depth == 0) {
        ++Position;
        break;
      }
    }
  }
  Found.Text = Text.slice(Begin, Position).rtrim();
  if (InString || Depth != 0)
    return errorAt(Line, "the file ends inside the entry that begins on line " +
                             llvm::Twine(Found.Line) + ", it was cut off; " + MakeAgain);
  if (Found.Text.empty())
    return errorAt(Line, "expected an entry, found " + seen() + "; " + MakeAgain);
  return Found;
}

llvm::Error JsonElements::errorAt(uint64_t AtLine, const llvm::Twine &Message) const {
  return makeError(File + ":" + llvm::Twine(AtLine) + ": " + Message);
}

std::string JsonElements::seen() const {
  if (Position == Text.size())
    return "the end of the file";
  if (!llvm::isPrint(Text[Position]))
    return "byte 0x" + llvm::toHex(Text.substr(Position, 1), /*LowerCase=*/true);
  return "'" + Text.substr(Position, 1).str() + "'";
}

} // namespace lockorder
