//===- SourceText.h - What stands at a place in the source ------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A report shows source lines, ends of tokens, and hashes of lines. The source may be gone by then,
// or have changed: then the report goes without, and a line or column that the file does not have
// counts as unreadable.
//
//   columns of "\tdown(&sem2);"  byte 1 is the tab, byte 2 the 'd'; columns count from 1.
//
// The line hash is the fingerprint by which GitHub recognizes an alert after lines have moved
// (`primaryLocationLineHash`). It is exactly that of the upload action, which logs a warning for
// each result where the two differ: a polynomial of base 37, modulo 2^64, over 100 UTF-16 units
// from the start of the line on, where spaces and tabs do not count, each line end is one LF, and
// the file is followed by the unit 65535 and zeros. ":N" tells the N-th line of the file with this
// hash.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "base/Location.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lockorder {

/// The hash of each line of `Text`: "c129715d7a2bc9a3:1". An empty text has one line, the empty
/// one.
std::vector<std::string> lineHashes(llvm::StringRef Text);

/// The text of one file, cut into lines (at LF, CR or CR LF).
class SourceText {
public:
  explicit SourceText(std::string Bytes);
  SourceText(const SourceText &) = delete; // Lines points into Bytes
  SourceText &operator=(const SourceText &) = delete;

  unsigned lineCount() const { return static_cast<unsigned>(Lines.size()); }
  /// The line without its end; `Line` is in 1..lineCount().
  llvm::StringRef line(unsigned Line) const { return Lines[Line - 1]; }
  /// Computed for the whole file on first use.
  const std::string &lineHash(unsigned Line) const;

private:
  std::string Bytes;
  std::vector<llvm::StringRef> Lines;
  mutable std::vector<std::string> Hashes;
};

/// A place whose source could be read. `Begin` and `End` are byte offsets in `Line`: the token.
struct SourceLine {
  llvm::StringRef Line;
  size_t Begin = 0, End = 0;
  const std::string *Hash = nullptr;
};

/// Reads each file at most once; relative names are below `Root`.
class SourceFiles {
public:
  explicit SourceFiles(std::string Root) : Root(std::move(Root)) {}
  SourceFiles(const SourceFiles &) = delete;
  SourceFiles &operator=(const SourceFiles &) = delete;

  /// What stands at `Where`; nothing if it cannot be read or has no such line or column. The result
  /// lives as long as this object. `WithHash` fills in the line's hash.
  std::optional<SourceLine> at(const Location &Where, bool WithHash = false);

private:
  const SourceText *read(const std::string &File);

  std::string Root;
  std::map<std::string, std::optional<SourceText>> Files;
};

/// The number of code points; an ill-formed part of UTF-8 counts as one.
size_t countCodePoints(llvm::StringRef Text);

} // namespace lockorder
