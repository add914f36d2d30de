//===- NameTable.cpp - Clang declarations as entries of the unit's tables -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/NameTable.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace lockorder {

FileId NameTable::file(llvm::StringRef Path) {
  llvm::SmallString<256> Full(Path);
  if (!llvm::sys::path::is_absolute(Full)) {
    Full = Directory;
    llvm::sys::path::append(Full, Path);
  }
  llvm::sys::path::remove_dots(Full, /*remove_dot_dot=*/true);
  return Unit.Files.intern(std::string(Full));
}

FileId NameTable::file(SourceLocation Where) {
  if (Where.isInvalid())
    return FileId();
  clang::FileID Id = Sources.getFileID(Sources.getFileLoc(Where));
  OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(Id);
  if (!Entry)
    return FileId();
  auto [It, New] = FileOf.try_emplace(&Entry->getFileEntry());
  if (New)
    It->second = file(Entry->getName());
  return It->second;
}

Site NameTable::site(SourceLocation Where) {
  Site S;
  if (Where.isInvalid())
    return S;
  SourceLocation Loc = Sources.getFileLoc(Where);
  S.File = file(Loc);
  if (S.File) {
    S.Line = Sources.getExpansionLineNumber(Loc);
    S.Column = Sources.getExpansionColumnNumber(Loc);
  }
  return S;
}

/// Its tag; without one the typedef that names it, else the path of the record or the variable that
/// it is a member or the type of: "foo.hot".
std::string NameTable::nameOf(const NamedDecl *Decl) const {
  std::string Name = Decl->getNameAsString();
  llvm::StringRef Stem = llvm::StringRef(Name).rtrim("0123456789");
  if (Stem.size() == Name.size() ||
      (!Stem.contains("__UNIQUE_ID") && !Stem.starts_with("__compiletime_assert_")))
    return Name;
  unsigned Line = Sources.getExpansionLineNumber(Decl->getLocation());
  return Stem.str() + "L" + std::to_string(Line);
}

std::string NameTable::recordName(const RecordDecl *Decl) {
  if (Decl->getIdentifier())
    return Decl->getName().str();
  if (const TypedefNameDecl *Typedef = Decl->getTypedefNameForAnonDecl())
    return Typedef->getName().str();
  for (const clang::Decl *D : Decl->getDeclContext()->decls()) {
    const auto *Holder = dyn_cast<DeclaratorDecl>(D);
    if (!Holder || !Holder->getIdentifier() || recordOf(Holder->getType()) != Decl)
      continue;
    if (const auto *Outer = dyn_cast<RecordDecl>(Decl->getDeclContext()))
      return recordName(Outer) + "." + Holder->getName().str();
    return Holder->getName().str();
  }
  if (const auto *Outer = dyn_cast<RecordDecl>(Decl->getDeclContext()))
    return recordName(Outer) + ".(anonymous)";
  return "(anonymous)";
}

RecordId NameTable::record(const RecordDecl *Decl) {
  if (!Decl)
    return RecordId();
  if (const RecordDecl *Definition = Decl->getDefinition())
    Decl = Definition;
  while (Decl->isAnonymousStructOrUnion())
    if (const auto *Outer = dyn_cast<RecordDecl>(Decl->getDeclContext()))
      Decl = Outer;
    else
      break;
  auto [It, New] = RecordOf.try_emplace(Decl);
  if (New) {
    Record R{recordName(Decl), file(Decl->getLocation())};
    RecordId Id = Unit.Records.intern(std::move(R));
    RecordOf[Decl] = Id;
    return Id;
  }
  return It->second;
}

RecordId NameTable::pointee(QualType Type) {
  const RecordDecl *Decl = recordOf(Type);
  if (!Decl)
    return RecordId();
  if (const RecordDecl *Definition = Decl->getDefinition())
    Decl = Definition;
  auto [It, New] = PointeeOf.try_emplace(Decl);
  if (New)
    It->second = Unit.Records.intern({recordName(Decl), FileId()});
  return It->second;
}

FieldId NameTable::field(const FieldDecl *Decl) {
  auto It = FieldOf.find(Decl);
  if (It != FieldOf.end())
    return It->second;
  FieldId Id = Unit.Fields.intern({record(Decl->getParent()), Decl->getName().str()});
  FieldOf[Decl] = Id;
  return Id;
}

SymbolId NameTable::function(const FunctionDecl *Decl) {
  const FunctionDecl *Canonical = Decl->getCanonicalDecl();
  auto It = SymbolOf.find(Canonical);
  if (It != SymbolOf.end())
    return It->second;
  const FunctionDecl *Definition = nullptr;
  if (!Decl->isDefined(Definition))
    Definition = Decl;
  Symbol S;
  S.Kind = SymbolKind::Function;
  S.Name = nameOf(Decl);
  // C's plain `inline` (and gnu_inline) never yields a symbol that others see: treat it as a
  // static.
  bool LocalInline = Definition->isInlined() && Definition->hasBody() &&
                     !Definition->isInlineDefinitionExternallyVisible();
  if (!Decl->isExternallyVisible() || LocalInline) {
    S.Link = Linkage::Internal;
    S.File = file(Definition->getLocation());
  } else if (Definition->hasAttr<WeakAttr>() || Decl->hasAttr<WeakAttr>()) {
    S.Link = Linkage::Weak;
  }
  return SymbolOf[Canonical] = Unit.Symbols.intern(std::move(S));
}

SymbolId NameTable::object(const VarDecl *Decl) {
  const VarDecl *Canonical = Decl->getCanonicalDecl();
  auto It = SymbolOf.find(Canonical);
  if (It != SymbolOf.end())
    return It->second;
  Symbol S;
  S.Kind = SymbolKind::Object;
  S.Name = nameOf(Decl);
  if (!Decl->isExternallyVisible()) {
    S.Link = Linkage::Internal;
    const VarDecl *Definition = Decl->getDefinition();
    S.File = file((Definition ? Definition : Decl)->getLocation());
    if (const auto *Scope = dyn_cast<FunctionDecl>(Decl->getDeclContext()))
      S.Scope = Scope->getNameAsString();
  } else if (Decl->hasAttr<WeakAttr>()) {
    S.Link = Linkage::Weak;
  }
  return SymbolOf[Canonical] = Unit.Symbols.intern(std::move(S));
}

uint32_t NameTable::typeNumber(QualType Type) {
  const auto *Function = Type->getAs<FunctionProtoType>();
  if (!Function)
    return 0;
  std::string Text = Function->getReturnType().getCanonicalType().getAsString();
  for (QualType Parameter : Function->param_types())
    Text += "," + Parameter.getCanonicalType().getUnqualifiedType().getAsString();
  if (Function->isVariadic())
    Text += "...";
  return std::max<uint32_t>(1, static_cast<uint32_t>(llvm::xxh3_64bits(Text)));
}

SymbolId NameTable::undeclared(llvm::StringRef Name, SymbolKind Kind) {
  SymbolId Id = Unit.Symbols.intern({Kind, Linkage::External, Name.str(), FileId(), ""});
  // Its definition is what did not compile: it is this program's own.
  if (Kind == SymbolKind::Object && !llvm::is_contained(Unit.Objects, Id))
    Unit.Objects.push_back(Id);
  return Id;
}

const FieldDecl *NameTable::findField(llvm::StringRef RecordTag, llvm::StringRef FieldName) {
  for (const NamedDecl *D :
       Context.getTranslationUnitDecl()->lookup(&Context.Idents.get(RecordTag))) {
    const auto *Record = dyn_cast<RecordDecl>(D);
    if (const auto *Typedef = dyn_cast<TypedefNameDecl>(D))
      Record = recordOf(Typedef->getUnderlyingType());
    if (!Record || !(Record = Record->getDefinition()))
      continue;
    for (const NamedDecl *Member : Record->lookup(&Context.Idents.get(FieldName))) {
      if (const auto *Field = dyn_cast<FieldDecl>(Member))
        return Field;
      if (const auto *Indirect = dyn_cast<IndirectFieldDecl>(Member))
        return Indirect->getAnonField(); // inside an anonymous struct or union
    }
  }
  return nullptr;
}

const VarDecl *NameTable::findObject(llvm::StringRef Name) {
  for (const NamedDecl *D : Context.getTranslationUnitDecl()->lookup(&Context.Idents.get(Name)))
    if (const auto *Object = dyn_cast<VarDecl>(D))
      return Object;
  return nullptr;
}

std::optional<int64_t> NameTable::findEnumerator(llvm::StringRef Name) {
  for (const NamedDecl *D : Context.getTranslationUnitDecl()->lookup(&Context.Idents.get(Name)))
    if (const auto *Enumerator = dyn_cast<EnumConstantDecl>(D))
      return Enumerator->getInitVal().getExtValue();
  return std::nullopt;
}

const FunctionDecl *NameTable::findFunction(llvm::StringRef Name) {
  for (const NamedDecl *D : Context.getTranslationUnitDecl()->lookup(&Context.Idents.get(Name)))
    if (const auto *Function = dyn_cast<FunctionDecl>(D))
      return Function;
  return nullptr;
}

const RecordDecl *NameTable::recordOf(QualType Type) {
  if (Type.isNull())
    return nullptr;
  while (true) {
    Type = Type.getCanonicalType();
    if (const auto *Array = Type->getAsArrayTypeUnsafe())
      Type = Array->getElementType();
    else if (Type->isPointerType())
      Type = Type->getPointeeType();
    else
      break;
  }
  return Type->getAsRecordDecl();
}

} // namespace lockorder
