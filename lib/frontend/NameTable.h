//===- NameTable.h - Clang declarations as entries of the unit's tables -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names must mean the same in every unit: a record is its tag with its defining file, a static is
// its name with its file and enclosing function. This class is the one place that decides so.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"

namespace lockorder {

class NameTable {
public:
  NameTable(TranslationUnit &Unit, clang::ASTContext &Context, std::string Directory)
      : Unit(Unit), Context(Context), Sources(Context.getSourceManager()),
        Directory(std::move(Directory)) {}

  FileId file(clang::SourceLocation Where);
  FileId file(llvm::StringRef Path);
  Site site(clang::SourceLocation Where);
  /// The name of a variable or function. Where __COUNTER__ is part of it, its line is instead: the
  /// counter is another one with each header that is included before.
  std::string nameOf(const clang::NamedDecl *Decl) const;
  NameId name(llvm::StringRef Name) { return Unit.Names.intern(Name.str()); }
  RecordId record(const clang::RecordDecl *Decl);
  /// The record that a variable is or points to: by its name alone, for whether the record is
  /// defined somewhere is of no concern to who only passes it on.
  RecordId pointee(clang::QualType Type);
  FieldId field(const clang::FieldDecl *Decl);
  SymbolId function(const clang::FunctionDecl *Decl);
  SymbolId object(const clang::VarDecl *Decl);
  /// See Function::Type; attributes of the type (noreturn, regparm) don't count.
  static uint32_t typeNumber(clang::QualType Type);
  /// An object or function that the source names but does not declare.
  SymbolId undeclared(llvm::StringRef Name, SymbolKind Kind);

  /// The field `Record.Name`, looked up by tag; null if this unit has no such field.
  const clang::FieldDecl *findField(llvm::StringRef Record, llvm::StringRef Field);
  /// The value of an enumerator, else nothing.
  std::optional<int64_t> findEnumerator(llvm::StringRef Name);
  const clang::VarDecl *findObject(llvm::StringRef Name);
  const clang::FunctionDecl *findFunction(llvm::StringRef Name);

  /// The record that `Type` is or points to (through arrays), else null.
  static const clang::RecordDecl *recordOf(clang::QualType Type);

  TranslationUnit &Unit;
  clang::ASTContext &Context;
  clang::SourceManager &Sources;

private:
  std::string recordName(const clang::RecordDecl *Decl);

  std::string Directory;
  llvm::DenseMap<const clang::FileEntry *, FileId> FileOf;
  llvm::DenseMap<const clang::Decl *, RecordId> RecordOf, PointeeOf;
  llvm::DenseMap<const clang::Decl *, FieldId> FieldOf;
  llvm::DenseMap<const clang::Decl *, SymbolId> SymbolOf;
};

} // namespace lockorder
