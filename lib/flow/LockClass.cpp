//===- LockClass.cpp - Lock classes -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/LockClass.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <algorithm>

namespace lockorder {

ClassTable::ClassTable(const Program &P, const KernelModel &Model, const TermTable &Terms)
    : P(P), Terms(Terms) {
  for (const Record &R : P.Records.values())
    Generic.push_back(Model.isGenericRecord(R.Name) || R.Name == "(anonymous)");
  for (const Field &F : P.Fields.values())
    Wrapping.push_back(Model.isWrappingField(P.Records[F.Owner].Name, F.Name));
}

ClassId ClassTable::classOf(TermId Place, int32_t Subclass, bool Fallback) {
  std::pair<uint64_t, int32_t> Key{uint64_t(Place.index()) << 1 | Fallback, Subclass};
  {
    std::lock_guard Lock(Asking);
    if (auto It = Known.find(Key); It != Known.end())
      return It->second;
  }
  std::optional<LockClass> Is = find(Place, Subclass, Fallback);
  ClassId Class = Is ? intern(std::move(*Is)) : ClassId();
  std::lock_guard Lock(Asking);
  Known.try_emplace(Key, Class);
  return Class;
}

std::optional<LockClass> ClassTable::find(TermId Place, int32_t Subclass, bool Fallback) const {
  LockClass C;
  C.Subclass = Subclass;
  TermId At = Place;
  bool Named = false;
  while (!Named) {
    const Term &T = Terms[At];
    if (T.Kind == TermKind::Member) {
      FieldId F(T.Index);
      if (!(C.Path.empty() && Wrapping[F.index()]))
        C.Path.push_back(F);
      Named = !C.Path.empty() && !isGeneric(P.Fields[F].Owner);
      At = T.A;
    } else if (T.Kind == TermKind::Element) {
      const Term &Index = Terms[T.B];
      if (Index.Kind == TermKind::Int && C.Index < 0)
        C.Index = Index.Number;
      At = T.A; // other elements of an array are one class
    } else if (T.Kind == TermKind::Deref && Terms[T.A].Kind == TermKind::Load) {
      C.ThroughPointer = true;
      At = Terms[T.A].A;
    } else if (T.Kind == TermKind::Global) {
      C.Global = SymbolId(T.Index);
      if (auto Shared = P.InitClass.find(C.Global); C.Path.empty() && Shared != P.InitClass.end())
        C.Global = Shared->second;
      Named = true;
    } else {
      break;
    }
  }
  if (!Named) {
    // A pointer that came from elsewhere: the caller knows, or the record type has to do.
    if (C.Path.empty() || !Fallback)
      return std::nullopt;
    C.Fallback = true;
  }
  std::reverse(C.Path.begin(), C.Path.end());
  return C;
}

/// Ordered by what the class is called.
ClassId ClassTable::idOf(size_t Index) const {
  const LockClass &C = Classes[Index];
  llvm::SmallVector<uint64_t, 8> Name{C.Global ? P.Hashes.Symbols[C.Global.index()] : 0,
                                      uint64_t(uint32_t(C.Subclass)), uint64_t(C.Index),
                                      uint64_t(C.ThroughPointer) << 1 | C.Fallback};
  for (FieldId F : C.Path)
    Name.push_back(P.Hashes.Fields[F.index()]);
  return {static_cast<uint32_t>(Index), hashNumbers(Name)};
}

ClassId ClassTable::intern(LockClass C) {
  std::lock_guard Lock(Asking);
  auto [It, New] = IndexOf.try_emplace(C, Classes.size());
  if (New)
    Classes.append(std::move(C));
  return idOf(It->second);
}

std::vector<ClassId> ClassTable::all() const {
  std::vector<ClassId> Out;
  for (size_t I = 0; I != Classes.size(); ++I)
    Out.push_back(idOf(I));
  llvm::sort(Out);
  return Out;
}

OwnerId ClassTable::ownerOf(ClassId Id) const {
  const LockClass &C = (*this)[Id];
  if (C.Global)
    return P.ownerOf(P.symbol(C.Global).Name.File);
  return P.ownerOf(P.Records[P.Fields[C.Path.front()].Owner].File);
}

std::string ClassTable::spell(ClassId Id) const {
  const LockClass &C = (*this)[Id];
  std::string Text;
  if (C.Global) {
    Text = P.spell(C.Global);
    std::string Path;
    for (FieldId F : C.Path)
      Path += "." + P.Fields[F].Name;
    // The path belongs to the object, before the file that says which static it is.
    size_t At = Text.find('@');
    Text.insert(At == std::string::npos ? Text.size() : At, Path);
  } else {
    Text = P.Records[P.Fields[C.Path.front()].Owner].Name;
    for (FieldId F : C.Path)
      Text += "." + P.Fields[F].Name;
  }
  if (C.Index >= 0) {
    size_t At = C.Global ? Text.find('@') : std::string::npos;
    Text.insert(At == std::string::npos ? Text.size() : At, "[" + std::to_string(C.Index) + "]");
  }
  if (C.ThroughPointer)
    Text += "*";
  if (C.Subclass > 0)
    Text += "/" + std::to_string(C.Subclass);
  return Text;
}

} // namespace lockorder
