//===- Manifest.cpp - Inputs and the unit that came of them -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Manifest.h"
#include "llvm/ADT/StringExtras.h"

namespace lockorder {
namespace {

bool takeHash(llvm::StringRef &Line, ContentHash &Hash) {
  llvm::StringRef Digits = Line.take_front(2 * Hash.size());
  std::string Bytes;
  if (Digits.size() != 2 * Hash.size() || !llvm::tryGetFromHex(Digits, Bytes))
    return false;
  std::copy(Bytes.begin(), Bytes.end(), Hash.begin());
  Line = Line.drop_front(Digits.size());
  return Line.consume_front(" ") || Line.empty();
}

} // namespace

std::string writeManifest(const Manifest &M) {
  std::string Text;
  for (const ManifestEntry &Entry : M) {
    Text += "unit " + toHex(Entry.Id) + " " + toHex(Entry.UnitHash) + "\n";
    for (const auto &[Path, Hash] : Entry.Of.Files)
      Text += "file " + toHex(Hash) + " " + Path + "\n";
    for (const std::string &Path : Entry.Of.Absent)
      Text += "none " + Path + "\n";
  }
  return Text;
}

std::optional<Manifest> readManifest(llvm::StringRef Text) {
  Manifest M;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    if (Line.consume_front("unit ")) {
      ManifestEntry &Entry = M.emplace_back();
      if (!takeHash(Line, Entry.Id) || !takeHash(Line, Entry.UnitHash))
        return std::nullopt;
      continue;
    }
    if (M.empty())
      return std::nullopt;
    InputFiles &Of = M.back().Of;
    ContentHash Hash;
    if (Line.consume_front("none "))
      Of.Absent.insert(Of.Absent.end(), Line.str());
    else if (Line.consume_front("file ") && takeHash(Line, Hash))
      Of.Files.emplace_hint(Of.Files.end(), Line.str(), Hash);
    else
      return std::nullopt;
  }
  return M;
}

} // namespace lockorder
