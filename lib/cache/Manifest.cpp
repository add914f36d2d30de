//===- Manifest.cpp - Inputs and the unit that came of them -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Manifest.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

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

/// False: something else stands there.
bool addInputs(llvm::StringRef Lines, InputFiles &To) {
  while (!Lines.empty()) {
    auto [Line, Rest] = Lines.split('\n');
    Lines = Rest;
    ContentHash Hash;
    if (Line.consume_front("none "))
      To.Absent.insert(To.Absent.end(), Line.str());
    else if (Line.consume_front("file ") && takeHash(Line, Hash))
      To.Files.emplace_hint(To.Files.end(), Line.str(), Hash);
    else
      return false;
  }
  return true;
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

std::optional<std::vector<ListedUnit>> listUnits(llvm::StringRef Text) {
  constexpr llvm::StringLiteral Begin = "unit ";
  std::vector<ListedUnit> Units;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    ListedUnit &Unit = Units.emplace_back();
    if (!Line.consume_front(Begin) || !takeHash(Line, Unit.Id) || !takeHash(Line, Unit.UnitHash))
      return std::nullopt;
    size_t End = Rest.starts_with(Begin) ? 0 : std::string_view(Rest).find("\nunit ");
    Unit.Inputs = Rest.take_front(End == 0 || End == llvm::StringRef::npos ? End : End + 1);
    Text = Rest.drop_front(Unit.Inputs.size());
  }
  return Units;
}

std::optional<Manifest> readManifest(llvm::StringRef Text) {
  std::optional<std::vector<ListedUnit>> Units = listUnits(Text);
  if (!Units)
    return std::nullopt;
  Manifest M;
  for (const ListedUnit &Unit : *Units)
    if (!addInputs(Unit.Inputs, M.emplace_back(ManifestEntry{Unit.Id, Unit.UnitHash, {}}).Of))
      return std::nullopt;
  return M;
}

bool ListedInputs::areCurrent(llvm::StringRef Lines) {
  while (!Lines.empty()) {
    auto [Line, Rest] = Lines.split('\n');
    Lines = Rest;
    llvm::XXH128_hash_t Hash = llvm::xxh3_128bits(llvm::arrayRefFromStringRef(Line));
    auto [It, New] = Known.try_emplace({Hash.low64, Hash.high64}, false);
    if (New) {
      InputFiles Input;
      It->second = !Line.empty() && addInputs(Line, Input) && Files.areCurrent(Input);
    }
    if (!It->second)
      return false;
  }
  return true;
}

} // namespace lockorder
