//===- Dump.cpp - The lock program printed: unit, tables, facts -------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The grammar is in Parse.cpp. Table entries are printed where they are used; a `tables` section is
// added only where the parser, which enters names as they occur, would number them differently.
// That is found by printing once without it and watching the order of the ids.
//
//===----------------------------------------------------------------------===//

#include "lockir/Lexer.h"
#include "lockir/Printer.h"
#include "lockir/Spelling.h"
#include "lockir/Text.h"

namespace lockorder::text {

Printer::Printer(const TranslationUnit &Unit, llvm::raw_ostream &Out, bool WithTables)
    : U(Unit), Out(Out), WithTables(WithTables) {
  if (WithTables)
    for (uint32_t I = 0; I != U.Symbols.size(); ++I)
      declare(SymbolId(I));
  else
    for (const Function &F : U.Functions)
      declare(F.Name);
  if (WithTables)
    for (uint32_t I = 0; I != U.Records.size(); ++I)
      ++DeclaredRecords[U.Records[RecordId(I)].Name];
}

bool Printer::unit() {
  header();
  if (WithTables)
    tables();
  for (const Function &F : U.Functions) {
    if (!inOrder())
      return false;
    function(F);
  }
  facts();
  return inOrder() && Files.Next == U.Files.size() && Names.Next == U.Names.size() &&
         Records.Next == U.Records.size() && Fields.Next == U.Fields.size() &&
         Symbols.Next == U.Symbols.size();
}

void Printer::name(llvm::StringRef Text) {
  if (isPlainName(Text))
    Out << Text;
  else
    Out << quote(Text);
}

void Printer::name(NameId N) {
  Names.mention(N.index());
  name(U.Names[N]);
}

void Printer::file(FileId F) {
  Files.mention(F.index());
  if (U.Files[F] == U.Source)
    Out << "source";
  else
    Out << quote(U.Files[F]);
}

void Printer::record(RecordId R) {
  const Record &Rec = U.Records[R];
  name(Rec.Name);
  auto Found = DeclaredRecords.find(Rec.Name);
  unsigned Count = Found == DeclaredRecords.end() ? 0 : Found->second;
  if (Count > 1 || (Count == 0 && Rec.File)) {
    Out << "(";
    if (Rec.File)
      file(Rec.File);
    Out << ")";
  } else if (Rec.File) {
    Files.mention(Rec.File.index());
  }
  Records.mention(R.index());
}

void Printer::field(FieldId F) {
  Out << "{";
  record(U.Fields[F].Owner);
  Out << ".";
  name(U.Fields[F].Name);
  Out << "}";
  Fields.mention(F.index());
}

void Printer::linkage(const Symbol &S) {
  Out << "@";
  if (S.Link != Linkage::Internal) {
    Out << spell(S.Link);
    return;
  }
  file(S.File);
  if (!S.Scope.empty()) {
    Out << ":";
    name(S.Scope);
  }
}

void Printer::symbol(SymbolId Id) {
  const Symbol &S = U.Symbols[Id];
  Out << (S.Kind == SymbolKind::Function ? "$" : "@");
  name(S.Name);
  auto Found = DeclaredSymbols.find(keyOf(Id));
  bool Bare = Found == DeclaredSymbols.end()
                  ? S.Link == Linkage::External
                  : Found->second.Count == 1 && Found->second.First == Id;
  if (!Bare)
    linkage(S);
  else if (S.File)
    Files.mention(S.File.index());
  Symbols.mention(Id.index());
}

/// As at a definition and in the tables: where linkage is said first.
void Printer::declaration(SymbolId Id) {
  const Symbol &S = U.Symbols[Id];
  if (S.Link != Linkage::External)
    Out << spell(S.Link) << " ";
  name(S.Name);
  if (S.Link == Linkage::Internal) {
    if (U.Files[S.File] != U.Source || !S.Scope.empty())
      linkage(S);
    else
      Files.mention(S.File.index());
  }
  Symbols.mention(Id.index());
}

void Printer::site(const Site &S) {
  if (!S.File)
    return;
  Out << " at ";
  if (U.Files[S.File] != U.Source) {
    file(S.File);
    Out << ":";
  } else {
    Files.mention(S.File.index());
  }
  Out << S.Line << ":" << S.Column;
}

void Printer::header() {
  Out << "unit";
  if (!U.Object.empty())
    Out << " object " << quote(U.Object);
  if (!U.Source.empty())
    Out << " source " << quote(U.Source);
  if (!U.Module.empty())
    Out << " module " << quote(U.Module);
  if (U.IsModule)
    Out << " ismodule";
  Out << "\n";
}

void Printer::tables() {
  Out << "tables {\n";
  for (const std::string &F : U.Files.values())
    Out << "  file " << quote(F) << "\n";
  for (const std::string &N : U.Names.values()) {
    Out << "  name ";
    name(N);
    Out << "\n";
  }
  for (const Record &R : U.Records.values()) {
    Out << "  record ";
    name(R.Name);
    if (R.File) {
      Out << " ";
      file(R.File);
    }
    Out << "\n";
  }
  for (uint32_t I = 0; I != U.Fields.size(); ++I) {
    Out << "  field ";
    field(FieldId(I));
    Out << "\n";
  }
  for (uint32_t I = 0; I != U.Symbols.size(); ++I) {
    Out << (U.Symbols[SymbolId(I)].Kind == SymbolKind::Function ? "  function " : "  object ");
    declaration(SymbolId(I));
    Out << "\n";
  }
  Out << "}\n";
}

void Printer::facts() {
  if (!U.Pointers.empty() || !U.Inits.empty() || !U.Roots.empty() || !U.Exports.empty() ||
      !U.Objects.empty())
    Out << "\n";
  for (const PointerFact &P : U.Pointers) {
    Out << "pointer ";
    if (P.Fld) {
      field(P.Fld);
      Out << " ";
    }
    Out << "= ";
    symbol(P.Function);
    if (P.Object) {
      Out << " in ";
      symbol(P.Object);
    }
    site(P.Where);
    Out << "\n";
  }
  for (const InitFact &I : U.Inits) {
    Out << "init ";
    symbol(I.Object);
    if (I.Fld) {
      Out << ".";
      field(I.Fld);
    }
    Out << " = " << I.Count << "\n";
  }
  for (const RootFact &R : U.Roots) {
    Out << "root ";
    symbol(R.Function);
    if (R.Via) {
      Out << " via ";
      name(R.Via);
    }
    Out << " in " << spell(R.Ctx);
    site(R.Where);
    Out << "\n";
  }
  for (SymbolId S : U.Exports) {
    Out << "export ";
    symbol(S);
    Out << "\n";
  }
  for (SymbolId S : U.Objects) {
    Out << "object ";
    symbol(S);
    Out << "\n";
  }
  auto ApiSites = [&](llvm::StringRef Kind, const std::vector<ApiSite> &Sites) {
    if (!Sites.empty())
      Out << "\n";
    for (const ApiSite &S : Sites) {
      Out << Kind << " ";
      name(S.Api);
      if (S.Reason) {
        Out << " reason ";
        name(S.Reason);
      }
      site(S.Where);
      Out << "\n";
    }
  };
  ApiSites("seen", U.Seen);
  ApiSites("skipped", U.Skipped);
  for (const Problem &P : U.Problems) {
    Out << "problem " << quote(P.Message);
    site(P.Where);
    Out << "\n";
  }
  if (U.ProblemCount != U.Problems.size())
    Out << "problems " << U.ProblemCount << "\n";
}

} // namespace lockorder::text

namespace lockorder {

void dump(const TranslationUnit &Unit, llvm::raw_ostream &Out) { Out << dump(Unit); }

std::string dump(const TranslationUnit &Unit) {
  std::string Text;
  {
    llvm::raw_string_ostream Out(Text);
    if (text::Printer(Unit, Out, /*WithTables=*/false).unit())
      return Text;
  }
  Text.clear();
  llvm::raw_string_ostream Out(Text);
  text::Printer(Unit, Out, /*WithTables=*/true).unit();
  return Text;
}

std::string dump(const TranslationUnit &Unit, const Function &F, NodeId Node) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  text::Printer(Unit, Out, /*WithTables=*/true).expression(F, Node);
  return Text;
}

} // namespace lockorder
