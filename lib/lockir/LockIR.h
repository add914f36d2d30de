//===- LockIR.h - The lock program ------------------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: what is left of a C function when only its locking matters?
//
//   int get(struct foo *f)                 function get(1) external file 0
//   {                                      b0:
//     mutex_lock(&f->lock);                  api mutex_lock [acquire v0->{foo.lock} mutex ...]
//     if (f->dead)                           branch v0->{foo.dead}
//             goto out;                          true b1 false b2
//     ...                                  ...
//
// A function is a graph of blocks, a block a list of events. Places (lvalues) and values are nodes
// of one expression table per function, so that an event only holds node ids. Nothing here refers
// to Clang: records, fields, symbols and files are entries of the unit's tables, named such that
// two units can be compared (a record by tag and defining file, a static by file and enclosing
// function).
//
// Who owns what: a `TranslationUnit` owns all tables, functions refer to them by id.
// Not modelled: floating point, the width and signedness of integers, bit-fields' layout.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "base/Id.h"
#include "base/LockTypes.h"
#include "llvm/ADT/Hashing.h"
#include <string>
#include <variant>
#include <vector>

namespace lockorder {

using FileId = Id<struct FileTag>;
using RecordId = Id<struct RecordTag>;
using FieldId = Id<struct FieldTag>;
using SymbolId = Id<struct SymbolTag>;
using NameId = Id<struct NameTag>;
using NodeId = Id<struct NodeTag>;         ///< an expression of one function
using VarId = Id<struct VarTag>;           ///< a parameter, local or temporary of one function
using BlockId = Id<struct BlockTag>;       ///< a block of one function
using FunctionId = Id<struct FunctionTag>; ///< a function of one unit, or of the whole program

/// A record type is its tag (its typedef or enclosing path where it has none) and its defining
/// file.
struct Record {
  std::string Name;
  FileId File;
  friend auto operator<=>(const Record &, const Record &) = default;
  friend llvm::hash_code hash_value(const Record &R) {
    return llvm::hash_combine(R.Name, R.File.raw());
  }
};

struct Field {
  RecordId Owner;
  std::string Name;
  friend auto operator<=>(const Field &, const Field &) = default;
  friend llvm::hash_code hash_value(const Field &F) {
    return llvm::hash_combine(F.Name, F.Owner.raw());
  }
};

enum class SymbolKind : uint8_t { Function, Object };
enum class Linkage : uint8_t { External, Weak, Internal };

/// A function or a global object. File and Scope are set for Internal linkage only: File is the
/// defining file, Scope the enclosing function of a static inside a function.
struct Symbol {
  SymbolKind Kind = SymbolKind::Function;
  Linkage Link = Linkage::External;
  std::string Name;
  FileId File;
  std::string Scope;
  friend auto operator<=>(const Symbol &, const Symbol &) = default;
  friend llvm::hash_code hash_value(const Symbol &S) {
    return llvm::hash_combine(S.Name, S.Kind, S.Link, S.File.raw(), S.Scope);
  }
};

/// Line and column count from 1; a macro's event stands where the outermost expansion begins.
struct Site {
  FileId File;
  uint32_t Line = 0;
  uint32_t Column = 0;
  friend auto operator<=>(const Site &, const Site &) = default;
};

enum class Op : uint8_t {
  // Values
  Unknown,  ///< Value: a number that tells unknowns of one function apart
  Int,      ///< Value (a null pointer is 0, true is 1)
  Function, ///< Sym: a function's address
  Addr,     ///< A: a place; its address
  Load,     ///< A: a place; what is stored there
  Unary,    ///< Value: UnaryOp; A
  Binary,   ///< Value: BinaryOp; A, B
  // Places
  Var,     ///< Variable
  Global,  ///< Sym: an object
  Deref,   ///< A: a value; what it points to
  Member,  ///< A: a place; Fld
  Element, ///< A: a place (an array or the first of several); B: the index, a value
  Outer,   ///< A: a place; the record in which that place is the member Fld (container_of)
};

/// Whether a node denotes a place rather than a value.
bool isPlace(Op);

enum class UnaryOp : uint8_t { Not, Minus, BitNot };
enum class BinaryOp : uint8_t {
  Add,
  Sub,
  Mul,
  Div,
  Rem,
  Shl,
  Shr,
  And,
  Or,
  Xor,
  Eq,
  Ne,
  Lt,
  Le,
  Gt,
  Ge
};

/// One expression. Operands are earlier nodes of the same function. Unused members are zero / none.
struct Node {
  Op Kind = Op::Unknown;
  NodeId A, B;
  VarId Variable;
  SymbolId Sym;
  FieldId Fld;
  int64_t Value = 0;
  friend auto operator<=>(const Node &, const Node &) = default;
};

/// A parameter (the first ones of a function), a local, or a temporary (without a name).
struct Variable {
  std::string Name;
  RecordId Pointee; ///< the record it is, or points to, if any
  friend auto operator<=>(const Variable &, const Variable &) = default;
};

/// One thing that an API of the model does. Which members count depends on Kind (see EffectKind).
struct Effect {
  EffectKind Kind = EffectKind::Acquire;
  When On = When::Always; ///< for which results of the call
  NodeId Object;          ///< the lock, or what is waited for, freed, started: a place;
                          ///< Start: the function, a value
  LockKind Lock = LockKind::Other;
  LockMode Mode = LockMode::Exclusive;
  LockHow How = LockHow::Blocking;
  int32_t Subclass = 0; ///< _nested(): lockdep's subclass; -1: not a constant
  NodeId Nest;          ///< _nest_lock(): the outer lock, a place
  Context Ctx = Context::Irq;
  ContextChange Change = ContextChange::None;
  NodeId Flags; ///< Save and Restore: the flags variable, a place; Sleep: the
                ///< value that has to be non-zero; InitLock: the initial count, a value
  friend auto operator<=>(const Effect &, const Effect &) = default;
};

/// A call or macro expansion that the model knows: the outermost such name, once.
struct ApiEvent {
  NameId Api;
  std::vector<Effect> Effects;
  VarId Result; ///< receives the value of the call, if that is used
  Site Where;
  friend auto operator<=>(const ApiEvent &, const ApiEvent &) = default;
};

/// A call of something that the model does not know. Callee is a `Function` node, or any other
/// value for an indirect call. The implicit call of a cleanup function is a call too.
struct CallEvent {
  NodeId Callee;
  std::vector<NodeId> Arguments;
  VarId Result;
  Site Where;
  NodeId Gfp; ///< the direct-reclaim bit of what a parameter of type gfp_t gets, if there is one
  uint32_t Type = 0;  ///< Indirect calls: see Function::Type
  uint32_t Const = 0; ///< Bit N: argument N is passed as a pointer to const
  friend auto operator<=>(const CallEvent &, const CallEvent &) = default;
};

struct AssignEvent {
  NodeId Target; ///< a place
  NodeId Value;
  Site Where;
  friend auto operator<=>(const AssignEvent &, const AssignEvent &) = default;
};

struct ReturnEvent {
  NodeId Value; ///< none in a void function
  Site Where;
  friend auto operator<=>(const ReturnEvent &, const ReturnEvent &) = default;
};

using Event = std::variant<ApiEvent, CallEvent, AssignEvent, ReturnEvent>;

/// Under which outcome of the block's condition an edge is taken.
enum class Guard : uint8_t { Always, True, False, Case, Default };

struct Successor {
  BlockId To;
  Guard On = Guard::Always;
  int64_t Low = 0, High = 0; ///< Case: the condition lies in [Low, High]
  friend auto operator<=>(const Successor &, const Successor &) = default;
};

/// Without successors, control ends here (after a Return, or where nothing comes back).
struct Block {
  std::vector<Event> Events;
  NodeId Condition;
  std::vector<Successor> Successors;
  friend auto operator<=>(const Block &, const Block &) = default;
};

enum FunctionFlag : uint32_t {
  FlagInit = 1, ///< in .init.text: runs once, before user space
  FlagExit = 2, ///< in .exit.text
  FlagNoReturn = 4,
  FlagInline = 8,      ///< defined in a header, or `inline`
  FlagMainFile = 16,   ///< defined in the unit's own source
  FlagErrors = 32,     ///< lowered from an AST with errors
  FlagIncomplete = 64, ///< Clang could not build a CFG for it; it has no blocks
  FlagKnown = 128,     ///< in a program only: of a file of kernel facts; it has no blocks
};

struct Function {
  SymbolId Name;
  uint32_t Parameters = 0;
  uint32_t Flags = 0;
  /// A number for its type; equal types have equal numbers in all units. None: 0. As for the
  /// kernel's control flow integrity (kCFI), an indirect call reaches functions of its type only.
  uint32_t Type = 0;
  std::vector<Variable> Variables; ///< parameters first
  std::vector<Node> Nodes;
  std::vector<Block> Blocks; ///< the first is the entry
  Site Where;
  friend auto operator<=>(const Function &, const Function &) = default;
};

/// A place, or the array that it is an element of.
const Node &withoutElements(const Function &F, NodeId Place);

/// Of a function's code; see CodeHash.h.
struct CodeHash {
  uint64_t Says = 0;
  bool OneFile = false; ///< all its places are in one file; else Says has nothing of their order
  uint64_t Rest = 0;    ///< all else but its symbols, if others may share it (isFromHeader()); or 0
  friend auto operator<=>(const CodeHash &, const CodeHash &) = default;
};

/// A static initializer or table says: the field (of that object) holds the function.
struct PointerFact {
  FieldId Fld; ///< none: the object itself is a pointer, or an array of such
  SymbolId Function;
  SymbolId Object; ///< the initialized global, if any
  Site Where;
  friend auto operator<=>(const PointerFact &, const PointerFact &) = default;
};

/// A global lock object's initial value where it matters (a semaphore's count).
struct InitFact {
  SymbolId Object;
  FieldId Fld; ///< none when the object itself is the lock
  int64_t Count = 0;
  friend auto operator<=>(const InitFact &, const InitFact &) = default;
};

/// A declaration makes this function an entry point (module_init and the like).
struct RootFact {
  SymbolId Function;
  NameId Via;
  Context Ctx = Context::Process;
  Site Where;
  friend auto operator<=>(const RootFact &, const RootFact &) = default;
};

/// A place where a lock API is named; see Seen and Skipped.
struct ApiSite {
  NameId Api;
  Site Where;
  NameId Reason; ///< Skipped only
  friend auto operator<=>(const ApiSite &, const ApiSite &) = default;
};

/// A diagnostic of the compiler that is an error.
struct Problem {
  std::string Message;
  Site Where;
  friend auto operator<=>(const Problem &, const Problem &) = default;
};

/// What one object of the build contributes.
struct TranslationUnit {
  std::string Object;                ///< absolute path of the object file: the unit's identity
  std::string Source;                ///< absolute path of the source
  std::string Module;                ///< KBUILD_MODNAME, empty if none
  bool IsModule = false;             ///< compiled with -DMODULE
  Table<FileTag, std::string> Files; ///< absolute, normalized
  Table<NameTag, std::string> Names;
  Table<RecordTag, Record> Records;
  Table<FieldTag, Field> Fields;
  Table<SymbolTag, Symbol> Symbols;
  std::vector<Function> Functions;
  std::vector<CodeHash> Code; ///< by function, in a unit that was read; follows from the rest
  std::vector<PointerFact> Pointers;
  std::vector<InitFact> Inits;
  std::vector<RootFact> Roots;
  std::vector<SymbolId> Exports; ///< EXPORT_SYMBOL and relatives
  std::vector<SymbolId> Objects; ///< external objects that this unit defines
  std::vector<ApiSite> Seen;     ///< by the independent walk: every site of a lock API
  std::vector<ApiSite> Skipped;  ///< sites that were not lowered, with the reason
  std::vector<Problem> Problems; ///< the first ones; ProblemCount has them all
  uint64_t ProblemCount = 0;
};

} // namespace lockorder
