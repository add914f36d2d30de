//===- Printer.h - The text form's writer, for Dump*.cpp only ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

namespace lockorder::text {

/// Whether the ids of one table were mentioned in their order, all of them.
struct MentionOrder {
  uint32_t Next = 0;
  bool Broken = false;
  void mention(uint32_t Index) {
    Broken |= Index > Next;
    Next += Index == Next;
  }
};

/// How tightly an expression binds, for parentheses.
enum class Binding { Binary, Unary, Postfix };

class Printer {
public:
  Printer(const TranslationUnit &Unit, llvm::raw_ostream &Out, bool WithTables);
  /// False, early, if tables are needed but were not asked for.
  bool unit();
  /// One expression, in parentheses if it binds less tightly than `Least`.
  void expression(const Function &F, NodeId N, Binding Least = Binding::Binary);

private:
  struct Declared {
    unsigned Count = 0;
    SymbolId First;
  };

  bool inOrder() const {
    return WithTables ||
           (!Files.Broken && !Names.Broken && !Records.Broken && !Fields.Broken && !Symbols.Broken);
  }

  std::pair<SymbolKind, llvm::StringRef> keyOf(SymbolId S) const {
    return {U.Symbols[S].Kind, U.Symbols[S].Name};
  }
  void declare(SymbolId S) {
    Declared &D = DeclaredSymbols[keyOf(S)];
    if (D.First != S)
      ++D.Count;
    D.First = S;
  }

  // The smallest parts. Each mentions its ids in the order in which the parser enters them.
  void name(llvm::StringRef Text);
  void name(NameId N);
  void file(FileId F);
  void record(RecordId R);
  void field(FieldId F);
  void symbol(SymbolId Id);
  void linkage(const Symbol &S);
  void declaration(SymbolId Id);
  void site(const Site &S);

  void header();
  void tables();
  void function(const Function &F);
  void variables(const Function &F);
  void variable(const Function &F, size_t Index);
  void block(const Function &F, const Block &B);
  void event(const Function &F, const ApiEvent &E);
  void event(const Function &F, const CallEvent &E);
  void event(const Function &F, const AssignEvent &E);
  void event(const Function &F, const ReturnEvent &E);
  void effect(const Function &F, const Effect &E);
  void place(const Function &F, const Node &N);
  void facts();

  const TranslationUnit &U;
  llvm::raw_ostream &Out;
  bool WithTables;
  MentionOrder Files, Names, Records, Fields, Symbols;
  std::map<std::pair<SymbolKind, llvm::StringRef>, Declared> DeclaredSymbols;
  std::map<llvm::StringRef, unsigned> DeclaredRecords;
};

} // namespace lockorder::text
