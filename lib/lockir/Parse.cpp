//===- Parse.cpp - The lock program read from text: unit, tables, facts ----===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An example; everything but the function itself is optional:
//
//   unit object "/k/a.o" source "/k/a.c" module "a" ismodule
//
//   function take(v0 f: foo; v2 next: foo) {    # parameters, then locals with a name or a record
//   b0:
//     api mutex_lock { acquire v0->{foo.lock} mutex } at 3:2
//     v1 = call $helper(v0, &v0->{foo.lock}) at 4:7
//     set v2 = v0->{foo.next}
//     branch v1 < 0 true failed false b2
//   failed:                                     # labels are free; a dump has b0, b1 ...
//     api mutex_unlock { release v0->{foo.lock} mutex }
//     return -12
//   b2:
//     switch ? case 0 b0 case 1..5 failed default b2
//   }
//   function static helper(v0, v1) inline { return 0 }
//
//   pointer {file_operations.open} = $my_open in @my_fops at 20:10
//   pointer = $my_idle in @idle                 # the object itself is the pointer
//   init @sem = 1                               # @dev.{device.sem} for a member
//   root $setup via module_init in process
//   export $take
//   seen mutex_lock at 3:2
//   skipped mutex_unlock reason "in a GNU statement" at "/k/b.h":3:2
//   problem "unknown type name 'foo'" at 1:1
//   problems 7                                  # how many in all, if more than are listed
//
// White space is free, # begins a comment. A name with other characters than letters, digits and _
// (or the name `function`, `external`, `weak` or `static`) is quoted: \\ \" \n \t \xNN.
//
//   unit      ::= [`unit` [`object` STR] [`source` STR] [`module` STR] [`ismodule`]]
//                 [`tables` `{` entry* `}`] (function | fact)*
//   entry     ::= `file` STR | `name` NAME | `record` NAME [file] | `field` field
//               | (`function` | `object`) declared
//   declared  ::= [`external` | `weak` | `static`] NAME [`@` file [`:` SCOPE]]
//   file      ::= STR | `source`                the unit's own source
//   record    ::= NAME [`(` [file] `)`]
//   field     ::= `{` record `.` NAME `}`
//   site      ::= [`at` [file `:`] LINE [`:` COLUMN]]            without file: in the unit's source
//   function  ::= `function` declared `(` variables [`;` variables] `)` flag* [`type` INT] site
//                 `{` block* `}`
//   variables ::= vN [NAME] [`:` record], ...
//   flag      ::= init | exit | noreturn | inline | mainfile | errors | incomplete
//   block     ::= [LABEL `:`] event* [`goto` LABEL, ... | (`branch` | `switch`) value edge*]
//   edge      ::= (`true` | `false` | `default` | `always` | `case` INT [`..` INT]) LABEL
//   event     ::= [vN `=`] `api` NAME [`{` effect; ... `}`] site
//               | [vN `=`] `call` value `(` value, ... `)` [`gfp` value] [`type` INT]
//                 [`const` MASK] site
//               | `set` place `=` value site | `return` [value] site
//   effect    ::= KIND [CONTEXT, if KIND is `context`] [place; a value for `start`]
//                 (LOCKKIND | MODE | HOW | CHANGE | `subclass` INT | `nest` place | `in` CONTEXT
//                 | (`flags` | `gfp` | `count`) (place for `context`, else value) | `when` WHEN)*
//                 with the words of base/LockTypes.h
//   value     ::= INT | `?`N | `?` | `$`symbol | `&`place | place (its load) | ! - ~ value
//               | value OP value | `(` value `)`         operators and precedence are those of C
//   place     ::= vN | `@`symbol | `*`value | place`.`field | value`->`field (of what it points to)
//               | place `[` value `]` | place`^`field (container_of) | `(` place `)`
//   symbol    ::= NAME [`@` (`external` | `weak` | file [`:` SCOPE])]
//
// -12 is an integer, -(12) an operation. Each bare `?` is an unknown of its own.
// Who is meant by a bare name? A symbol: the one so declared, by a definition anywhere in the text
// or by the tables; undeclared ones are external. A record: the one of the tables, else one without
// a file. Where several are declared, the bare name is an error. Table ids are given in the order
// of the tables section, then of first use.
//
//===----------------------------------------------------------------------===//

#include "base/Error.h"
#include "lockir/CodeHash.h"
#include "lockir/Parser.h"
#include "lockir/Spelling.h"
#include "lockir/Text.h"
#include "llvm/ADT/STLExtras.h"
#include <limits>

namespace lockorder::text {

const Token &Parser::peek(size_t Ahead) const {
  return Fault.empty() ? Tokens[std::min(Position + Ahead, Tokens.size() - 1)] : Tokens.back();
}

Token Parser::next() {
  Token Taken = peek();
  if (Taken.Is != Token::Kind::End)
    ++Position;
  return Taken;
}

bool Parser::accept(llvm::StringRef What) {
  if (!at(What))
    return false;
  next();
  return true;
}

void Parser::expect(llvm::StringRef What) {
  if (!accept(What))
    fail("'" + What + "'");
}

void Parser::failAt(const Token &Found, const llvm::Twine &Expected) {
  if (!Fault.empty())
    return;
  llvm::StringRef Before = Text.take_front(Found.Text.data() - Text.data());
  size_t Line = Before.count('\n') + 1;
  size_t Column = Before.size() - (Before.rfind('\n') + 1) + 1; // npos + 1 is 0
  std::string What = "'";
  for (char C : Found.Text) // a terminal, or a regular expression, may stop at the others
    What += static_cast<unsigned char>(C) < ' ' ? '?' : C;
  What += "'";
  if (Found.Is == Token::Kind::End)
    What = "the end of the text";
  else if (Found.Is == Token::Kind::Bad)
    What = Found.Text == "\"" ? "a string without an end" : "the stray byte " + quote(Found.Text);
  Fault =
      (llvm::Twine(Line) + ":" + llvm::Twine(Column) + ": found " + What + "; expected " + Expected)
          .str();
}

bool Parser::atName() const {
  const Token &T = peek();
  return T.Is == Token::Kind::String || (T.Is == Token::Kind::Word && T.Text != "function");
}

std::string Parser::name(const llvm::Twine &What) {
  if (peek().Is == Token::Kind::String)
    return string(What);
  if (atName())
    return next().Text.str();
  fail(What);
  return "";
}

std::string Parser::string(const llvm::Twine &What) {
  Token T = peek();
  if (T.Is != Token::Kind::String) {
    fail(What);
    return "";
  }
  next();
  std::optional<std::string> Value = unquote(T.Text);
  if (!Value)
    failAt(T, "only the escapes \\\\ \\\" \\n \\t \\xNN in it");
  return Value.value_or("");
}

template <typename Unsigned> Unsigned Parser::number(const llvm::Twine &What) {
  Token T = peek();
  uint64_t Value = 0;
  if (T.Is != Token::Kind::Integer || T.Text.getAsInteger(0, Value) ||
      Value > std::numeric_limits<Unsigned>::max()) {
    fail(What);
    return 0;
  }
  next();
  return static_cast<Unsigned>(Value);
}

/// An optional one.
uint32_t Parser::type() { return accept("type") ? number<uint32_t>("the number of a type") : 0; }

int64_t Parser::integer(const llvm::Twine &What) {
  bool Negative = accept("-");
  Token T = peek();
  uint64_t Magnitude = number<uint64_t>(What);
  constexpr uint64_t Largest = std::numeric_limits<int64_t>::max();
  if (Magnitude > Largest + Negative) {
    failAt(T, "an integer of 64 bits");
    return 0;
  }
  return static_cast<int64_t>(Negative ? -Magnitude : Magnitude);
}

std::string Parser::fileName() {
  if (accept("source"))
    return U.Source;
  return string("a quoted file or 'source'");
}

std::string Parser::symbolName(const llvm::Twine &What) {
  Token Start = peek();
  std::string Name = name(What);
  if (Name.empty())
    failAt(Start, What + " that is not empty");
  return Name;
}

RecordId Parser::record() {
  Token Start = peek();
  Record R;
  R.Name = name("a record");
  if (accept("(")) {
    if (!at(")"))
      R.File = U.Files.intern(fileName());
    expect(")");
    return U.Records.intern(R);
  }
  auto Found = DeclaredRecords.find(R.Name);
  if (Found == DeclaredRecords.end())
    return U.Records.intern(R);
  if (Found->second.size() > 1)
    failAt(Start, "its file in parentheses, because the tables have several records of this name");
  return Found->second.front();
}

FieldId Parser::field() {
  expect("{");
  Field Fld;
  Fld.Owner = record();
  expect(".");
  Fld.Name = name("a field");
  expect("}");
  return Fault.empty() ? U.Fields.intern(Fld) : FieldId();
}

SymbolId Parser::enter(const Declaration &D) {
  Symbol S = D.Sym;
  if (S.Link == Linkage::Internal)
    S.File = U.Files.intern(D.File);
  return U.Symbols.intern(S);
}

SymbolId Parser::symbol(SymbolKind Kind) {
  Token Start = peek();
  Declaration D;
  D.Sym.Kind = Kind;
  D.Sym.Name = symbolName(Kind == SymbolKind::Function ? "a function's name" : "an object's name");
  if (accept("@")) {
    if (accept("weak")) {
      D.Sym.Link = Linkage::Weak;
    } else if (!accept("external")) {
      D.Sym.Link = Linkage::Internal;
      D.File = fileName();
      if (accept(":"))
        D.Sym.Scope = name("the enclosing function");
    }
    return enter(D);
  }
  auto Found = DeclaredSymbols.find({Kind, D.Sym.Name});
  if (Found == DeclaredSymbols.end())
    return enter(D);
  if (Found->second.size() > 1)
    failAt(Start, "'@external', '@weak' or '@FILE' after the name, because several are declared");
  return enter(Found->second.front());
}

SymbolId Parser::anySymbol(SymbolKind Kind) {
  expect(Kind == SymbolKind::Function ? "$" : "@");
  return symbol(Kind);
}

Parser::Declaration Parser::declaration(SymbolKind Kind) {
  Declaration D;
  D.Sym.Kind = Kind;
  for (Linkage L : {Linkage::External, Linkage::Weak, Linkage::Internal})
    if (accept(spell(L))) {
      D.Sym.Link = L;
      break;
    }
  D.Sym.Name = symbolName("'external', 'weak', 'static' or a name");
  if (D.Sym.Link != Linkage::Internal)
    return D;
  D.File = U.Source;
  if (accept("@")) {
    D.File = fileName();
    if (accept(":"))
      D.Sym.Scope = name("the enclosing function");
  }
  return D;
}

void Parser::declare(Declaration D) {
  std::vector<Declaration> &Same = DeclaredSymbols[{D.Sym.Kind, D.Sym.Name}];
  if (!llvm::is_contained(Same, D))
    Same.push_back(std::move(D));
}

Site Parser::site() {
  Site S;
  if (!accept("at"))
    return S;
  if (peek().Is == Token::Kind::Integer) {
    S.File = U.Files.intern(U.Source);
  } else {
    S.File = U.Files.intern(fileName());
    expect(":");
  }
  S.Line = number<uint32_t>("a line number");
  if (accept(":"))
    S.Column = number<uint32_t>("a column number");
  return S;
}

void Parser::header() {
  if (!accept("unit"))
    return;
  if (accept("object"))
    U.Object = string("the object's path in quotes");
  if (accept("source"))
    U.Source = string("the source's path in quotes");
  if (accept("module"))
    U.Module = string("the module's name in quotes");
  U.IsModule = accept("ismodule");
}

/// A bare name may stand for a static that is only defined further down.
void Parser::findDefinitions() {
  size_t Start = Position, Depth = 0;
  for (size_t I = Start; I < Tokens.size(); ++I) {
    Depth += Tokens[I].spells("{");
    Depth -= Depth && Tokens[I].spells("}");
    if (Depth || !Tokens[I].spells("function"))
      continue;
    Position = I + 1;
    declare(declaration(SymbolKind::Function));
  }
  Position = Start;
}

void Parser::tables() {
  expect("{");
  while (Fault.empty() && !accept("}")) {
    Token Start = peek();
    size_t Before =
        U.Files.size() + U.Names.size() + U.Records.size() + U.Fields.size() + U.Symbols.size();
    if (accept("file")) {
      U.Files.intern(string("a quoted file"));
    } else if (accept("name")) {
      nameId("a name");
    } else if (accept("record")) {
      Record R;
      R.Name = name("a record");
      if (at("source") || peek().Is == Token::Kind::String)
        R.File = U.Files.intern(fileName());
      RecordId Id = U.Records.intern(R);
      std::vector<RecordId> &Same = DeclaredRecords[R.Name];
      if (!llvm::is_contained(Same, Id))
        Same.push_back(Id);
    } else if (accept("field")) {
      field();
    } else if (at("function") || at("object")) {
      Declaration D =
          declaration(next().Text == "object" ? SymbolKind::Object : SymbolKind::Function);
      enter(D);
      declare(std::move(D));
    } else {
      fail("'file', 'name', 'record', 'field', 'function', 'object' or '}'");
    }
    if (Before ==
        U.Files.size() + U.Names.size() + U.Records.size() + U.Fields.size() + U.Symbols.size())
      failAt(Start, "an entry that the tables do not have yet");
  }
}

void Parser::pointer() {
  PointerFact P;
  if (at("{"))
    P.Fld = field();
  expect("=");
  P.Function = anySymbol(SymbolKind::Function);
  if (!P.Fld)
    expect("in");
  if (!P.Fld || accept("in"))
    P.Object = anySymbol(SymbolKind::Object);
  P.Where = site();
  U.Pointers.push_back(P);
}

void Parser::init() {
  InitFact I;
  I.Object = anySymbol(SymbolKind::Object);
  if (accept("."))
    I.Fld = field();
  expect("=");
  I.Count = integer("the initial count");
  U.Inits.push_back(I);
}

void Parser::root() {
  RootFact R;
  R.Function = anySymbol(SymbolKind::Function);
  if (accept("via"))
    R.Via = nameId("what makes it a root");
  if (accept("in"))
    R.Ctx = word<Context>("a context, such as process or hardirq");
  R.Where = site();
  U.Roots.push_back(R);
}

ApiSite Parser::apiSite() {
  ApiSite S;
  S.Api = nameId("an API's name");
  if (accept("reason"))
    S.Reason = nameId("a reason");
  S.Where = site();
  return S;
}

void Parser::item() {
  if (accept("function")) {
    function();
  } else if (accept("pointer")) {
    pointer();
  } else if (accept("init")) {
    init();
  } else if (accept("root")) {
    root();
  } else if (accept("export")) {
    if (!at("$") && !at("@"))
      fail("'$' or '@'");
    U.Exports.push_back(anySymbol(at("$") ? SymbolKind::Function : SymbolKind::Object));
  } else if (accept("object")) {
    if (!at("@"))
      fail("'@'");
    U.Objects.push_back(anySymbol(SymbolKind::Object));
  } else if (accept("seen")) {
    U.Seen.push_back(apiSite());
  } else if (accept("skipped")) {
    U.Skipped.push_back(apiSite());
  } else if (accept("problem")) {
    Problem P;
    P.Message = string("the message in quotes");
    P.Where = site();
    U.Problems.push_back(std::move(P));
  } else {
    fail("'function', 'pointer', 'init', 'root', 'export', 'seen', 'skipped', 'problem' or "
         "'problems'");
  }
}

llvm::Expected<TranslationUnit> Parser::unit() {
  header();
  findDefinitions();
  if (accept("tables"))
    tables();
  std::optional<uint64_t> ProblemCount;
  while (Fault.empty() && peek().Is != Token::Kind::End) {
    Token Start = peek();
    if (!accept("problems")) {
      item();
      continue;
    }
    if (ProblemCount)
      failAt(Start, "'problems' once");
    ProblemCount = number<uint64_t>("the number of problems");
  }
  if (ProblemCount && *ProblemCount < U.Problems.size())
    fail("at least " + llvm::Twine(U.Problems.size()) + " as the number of 'problems'");
  if (!Fault.empty())
    return makeError(Fault);
  U.ProblemCount = ProblemCount.value_or(U.Problems.size());
  if (llvm::Error E = verify(U))
    return E;
  U.Code = codeHashes(U);
  return U;
}

} // namespace lockorder::text

llvm::Expected<lockorder::TranslationUnit> lockorder::parse(llvm::StringRef Text) {
  return text::Parser(Text).unit();
}
