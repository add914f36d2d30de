//===- Program.h - All units as one -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: which function does this name, or this pointer, mean?
//
//   unit a.o: calls helper, take        image vmlinux            Program
//   unit b.o: defines take       -->    image module foo   -->   functions, callees by id,
//   unit c.o: static helper             image boot/compressed    targets of (record, field)
//
// An image is what is linked together. A name means, in this order: a static of its unit; a strong,
// then a weak definition of its image; vmlinux's; what another module exports. Header functions
// that are equal in many units, down to what they call, are one function. Statics of .c files are
// never merged.
//
// A call through a pointer may reach what the program puts there (PointerFlow.h); wide ones are
// capped by `MaxTargets`. A function that is passed as a parameter is called by name, in a copy of
// the function that calls it (Specialize.h).
//
//===----------------------------------------------------------------------===//
#pragma once

#include "base/Location.h"
#include "facts/KernelFacts.h"
#include "link/NameHashes.h"
#include "link/StableIds.h"
#include "lockir/LockIR.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <map>
#include <optional>
#include <set>

namespace lockorder {

using ImageId = Id<struct ImageTag>;
using OwnerId = Id<struct OwnerTag>; ///< none: everybody's

/// A symbol of the whole program; SymbolIds of `Program` index these.
struct ProgramSymbol {
  Symbol Name; ///< File is an id of Program::Files
  ImageId Image;
  FunctionId Body;      ///< none: undefined, an object, or modelled
  uint32_t Unit = 0;    ///< Internal: index of the unit that has it
  bool Defined = false; ///< an object that some unit defines
};

/// What a call may reach.
struct Targets {
  enum class State : uint8_t {
    Direct,        ///< one function, by name
    Pointer,       ///< through a pointer whose targets are all known
    Undefined,     ///< by name, but no body was analysed
    Capped,        ///< through a pointer with more than MaxTargets targets
    NeverAssigned, ///< through a pointer that nothing in the program sets
    Unresolved,    ///< through a pointer of which not all is seen
  };
  State How = State::Undefined;
  llvm::ArrayRef<FunctionId> Functions;
  llvm::StringRef Through; ///< the field, or what kind of expression; the program has the text
};

/// What a call through a pointer may reach; see PointerFlow.h.
struct IndirectCall {
  Targets::State How = Targets::State::Unresolved;
  std::vector<FunctionId> Functions; ///< sorted, unique; of State::Pointer only
  std::string Through;
};

/// What the tables of a file of kernel facts are in a program, by their ids there.
struct AdoptedFacts {
  std::vector<FileId> Files;
  std::vector<NameId> Names;
  std::vector<FieldId> Fields;
  std::vector<SymbolId> Symbols;
  std::set<FileId> Replaced; ///< code of these is here itself, perhaps changed since
  FunctionId FirstFunction;  ///< the others follow it
  size_t Functions = 0;

  FunctionId function(FunctionId Known) const {
    return FunctionId(FirstFunction.index() + Known.index());
  }
  /// None: not of the file.
  FunctionId known(FunctionId F) const {
    bool Its = F && F >= FirstFunction && F.index() - FirstFunction.index() < Functions;
    return Its ? FunctionId(F.index() - FirstFunction.index()) : FunctionId();
  }
};

class Program {
public:
  static constexpr unsigned MaxTargets = 10;

  std::string SourceRoot;
  Table<FileTag, std::string> Files;
  Table<NameTag, std::string> Names;
  Table<RecordTag, Record> Records;
  Table<FieldTag, Field> Fields;
  std::vector<std::string> Images; ///< "vmlinux", "module foo", "arch/x86/boot"
  std::vector<ProgramSymbol> Symbols;
  std::vector<Function> Functions; ///< ids refer to this program's tables
  std::vector<CodeHash> Code;      ///< by function
  std::vector<uint32_t> Effects;   ///< by function: which kinds its events have, a bit each
  std::vector<InitFact> Inits;     ///< sorted
  std::vector<RootFact> Roots;     ///< sorted
  uint64_t DuplicateDefinitions = 0;

  const Function &function(FunctionId F) const { return Functions[F.index()]; }
  const ProgramSymbol &symbol(SymbolId S) const { return Symbols[S.index()]; }
  llvm::StringRef nameOf(FunctionId F) const { return symbol(function(F).Name).Name.Name; }

  Targets targets(const Function &Caller, const CallEvent &Call) const;

  /// Visit(FunctionId, const ApiEvent &, const Effect &), for all effects of these kinds. Rare ones
  /// are found without reading all code.
  template <typename Visitor>
  void forEachEffect(std::initializer_list<EffectKind> Kinds, Visitor Visit) const;

  /// Those that may call a function of one of these names, which need not have a body here: sorted
  /// and unique. Linear in symbols.
  std::vector<FunctionId> callersOf(std::initializer_list<llvm::StringRef> Names) const;

  /// Why the kernel calls it, the first of Roots; null: nobody says that it does. O(log n).
  const RootFact *rootOf(FunctionId F) const;

  /// "global", "global@file" for a static, "name@function@file" for a static in a function.
  std::string spell(SymbolId S) const;
  /// "record.field"
  std::string spell(FieldId F) const;
  Location locate(Site Where) const;

  /// Edge F -> G where a call in F may reach G; also sorted and unique per caller.
  using CallGraph = boost::compressed_sparse_row_graph<boost::directedS>;
  CallGraph Calls;
  /// The reverse of Calls.
  std::vector<std::vector<FunctionId>> Callers;
  /// Of functions that have no body here; sorted, unique.
  std::map<SymbolId, std::vector<FunctionId>> CallersOfUndefined;

  std::map<FieldId, std::vector<FunctionId>> PointerTargets; ///< sorted, unique
  std::map<SymbolId, std::vector<FunctionId>> GlobalTargets; ///< what initializers put there
  /// What the initializer of one object puts into its members (its own table); sorted, unique.
  std::map<std::pair<SymbolId, FieldId>, std::vector<FunctionId>> TableTargets;
  /// By calling function, callee and type of the call.
  std::map<std::tuple<SymbolId, NodeId, uint32_t>, IndirectCall> IndirectCalls;
  /// Calls through a parameter of which each caller's function is known; see Specialize.h.
  std::set<Site> SubstitutedCalls;

  /// Whose code or data it is; see Owners.h.
  OwnerId ownerOf(FileId File) const { return File ? OwnerOfFile[File.index()] : OwnerId(); }
  OwnerId ownerOf(FunctionId F) const { return ownerOf(function(F).Where.File); }
  std::vector<OwnerId> OwnerOfFile; ///< by FileId
  /// Of the function's source; empty if that is not known.
  llvm::StringRef folderOf(const Function &F) const;

  /// Global locks that were made in one place with others: the one that names their class.
  std::map<SymbolId, SymbolId> InitClass;
  /// Members on the way to locks that some code gives a class of their own (lockdep_set_class()).
  std::set<FieldId> OwnClass;
  /// Members that hold more functions than are here, says a file of kernel facts.
  std::set<FieldId> Crowded;
  std::optional<AdoptedFacts> Adopted;
  NameHashes Hashes; ///< what orders ids that have to be in the same order in every run
  StableIds Stable;  ///< what ids name, for results that are kept: of adopted facts, none are

  /// Nothing is left of its code.
  void discard(FunctionId F) {
    Functions[F.index()].Blocks.clear();
    Code[F.index()] = {};
    Effects[F.index()] = 0;
  }
  /// Empties all functions that these do not reach, also through what they start (a function whose
  /// address they take), and makes them the only roots.
  void keepReachable(std::vector<FunctionId> Roots);

private:
  friend class Linker;
  void buildCallGraph(unsigned Threads);
};

inline uint32_t bitOf(EffectKind K) { return uint32_t(1) << static_cast<unsigned>(K); }

template <typename Visitor>
void Program::forEachEffect(std::initializer_list<EffectKind> Kinds, Visitor Visit) const {
  uint32_t Wanted = 0;
  for (EffectKind K : Kinds)
    Wanted |= bitOf(K);
  for (uint32_t I = 0; I != Functions.size(); ++I)
    if (Effects[I] & Wanted)
      for (const Block &B : Functions[I].Blocks)
        for (const Event &E : B.Events)
          if (const auto *Api = std::get_if<ApiEvent>(&E))
            for (const Effect &What : Api->Effects)
              if (Wanted & bitOf(What.Kind))
                Visit(FunctionId(I), *Api, What);
}

/// Where units come from. Outlines are asked for first (see unit/Unit.h), then whole units; each
/// once for each index, in ascending order. An outline may be a whole unit; it lasts until the next
/// question. With several threads, another one loads.
struct UnitSource {
  size_t Count = 0;
  llvm::function_ref<const TranslationUnit &(size_t)> Outline;
  llvm::function_ref<TranslationUnit(size_t)> Load;
};

/// Links units that are sorted by Object and unique. Linear in the size of the units. What they do
/// not define they may find in `Known`; what both have is the units'.
Program link(const UnitSource &Units, std::string SourceRoot, const KernelFacts *Known = nullptr,
             unsigned Threads = 1);

} // namespace lockorder
