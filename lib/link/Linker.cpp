//===- Linker.cpp - All units as one -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Parallel.h"
#include "link/Images.h"
#include "link/InitSites.h"
#include "link/Owners.h"
#include "link/PointerFlow.h"
#include "link/Program.h"
#include "link/Specialize.h"
#include "lockir/CodeHash.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

namespace lockorder {

/// A unit, and what the program calls its files, names, records and members.
struct NamedUnit {
  TranslationUnit Unit;
  std::vector<FileId> Files;
  std::vector<NameId> Names;
  std::vector<RecordId> Records;
  std::vector<FieldId> Fields;
};

/// Two passes: which image defines which name, and then every function with its names resolved.
class Linker {
public:
  Linker(std::string SourceRoot, unsigned Threads) : Threads(Threads) {
    Out.SourceRoot = std::move(SourceRoot);
    image("vmlinux");
  }

  void collect(const TranslationUnit &Unit) {
    ImageId Image = image(imageOf(Unit, Out.SourceRoot));
    ImageOfUnit.push_back(Image);
    HashOfUnit.push_back(llvm::xxh3_64bits(Unit.Object));
    for (const Function &F : Unit.Functions) {
      const Symbol &S = Unit.Symbols[F.Name];
      if (S.Link == Linkage::Internal)
        continue;
      ImageNames::Definition &D = names(Image).Functions[S.Name];
      uint32_t Index = static_cast<uint32_t>(ImageOfUnit.size() - 1);
      if (D.Unit == ImageNames::NoUnit || (D.Weak && S.Link != Linkage::Weak)) {
        Out.DuplicateDefinitions += D.Unit != ImageNames::NoUnit && !D.Weak;
        D.Unit = Index;
        D.Weak = S.Link == Linkage::Weak;
      } else {
        Out.DuplicateDefinitions += S.Link != Linkage::Weak;
      }
    }
    for (SymbolId S : Unit.Objects)
      names(Image).Objects.insert(Unit.Symbols[S].Name);
    for (SymbolId S : Unit.Exports)
      Exported.try_emplace(Unit.Symbols[S].Name, Image);
  }

  /// For adopt(): whose code is here, and which kernel's headers it was made with.
  void noteFiles(const TranslationUnit &Unit) {
    Sources.push_back(Unit.Source);
    for (const std::string &File : Unit.Files.values())
      if (size_t At = File.find("/include/linux/"); At != std::string::npos)
        ++HeaderRoots[File.substr(0, At)];
  }
  void adopt(const KernelFacts &Known);

  /// Comes before add(), in the order of units; nothing else that add() reads or writes is touched,
  /// so the next unit can be named while one is added.
  NamedUnit nameParts(TranslationUnit Unit);
  /// Takes the functions out of the unit.
  void add(NamedUnit Unit, uint32_t Index);
  Program finish() &&;

private:
  ImageId image(const std::string &Name) {
    auto [It, New] = ImageOf.try_emplace(Name, ImageId(static_cast<uint32_t>(ImageOf.size())));
    if (New) {
      Out.Images.push_back(Name);
      NamesOf.emplace_back();
    }
    return It->second;
  }
  ImageNames &names(ImageId I) { return NamesOf[I.index()]; }

  void addFunction(uint32_t LocalIndex);
  SymbolId &sharedBody(uint32_t LocalIndex);
  /// Notes in `Effects` which kinds there are.
  Function remap(Function F, uint32_t &Effects);
  SymbolId symbol(SymbolId Local);
  SymbolId newSymbol(SymbolId Local, ImageId Image);
  SymbolId external(const Symbol &S);
  template <typename Tag> static Id<Tag> at(const std::vector<Id<Tag>> &Here, Id<Tag> Local) {
    return Local ? Here[Local.index()] : Local;
  }
  FileId file(FileId Local) const { return at(Names->Files, Local); }
  NameId name(NameId Local) const { return at(Names->Names, Local); }
  RecordId record(RecordId Local) const { return at(Names->Records, Local); }
  FieldId field(FieldId Local) const { return at(Names->Fields, Local); }
  Site site(Site S) const { return {file(S.File), S.Line, S.Column}; }

  unsigned Threads;
  Program Out;
  std::vector<ImageId> ImageOfUnit;
  std::vector<uint64_t> HashOfUnit; ///< of its object's name
  llvm::StringMap<ImageId> ImageOf;
  std::vector<ImageNames> NamesOf; ///< by ImageId
  llvm::StringMap<ImageId> Exported;
  /// Of a file of kernel facts: name, file, scope.
  std::map<std::tuple<std::string, FileId, std::string>, SymbolId> KnownStatics;
  std::map<std::string, size_t> HeaderRoots; ///< where headers of kernels lie, and how many
  std::vector<std::string> Sources;
  llvm::DenseMap<Digest, SymbolId> Bodies; ///< of header functions, by what they say
  /// Object, member and function of initializers; a later unit may define the function.
  std::vector<std::tuple<SymbolId, FieldId, SymbolId>> Pointers;

  // The unit being added.
  TranslationUnit *Unit = nullptr;
  const NamedUnit *Names = nullptr;
  uint32_t UnitIndex = 0;
  ImageId Image;
  std::vector<SymbolId> SymbolOf;
  std::vector<uint32_t> FunctionOf; ///< by SymbolId; NoFunction: the unit has no body of it
  std::vector<bool> Visited;        ///< by index of the unit's function: added, or being added
  static constexpr uint32_t NoFunction = 0xffffffff;
};

SymbolId Linker::newSymbol(SymbolId Local, ImageId In) {
  Symbol S = Unit->Symbols[Local];
  S.File = file(S.File);
  if (S.Kind == SymbolKind::Object && !KnownStatics.empty())
    if (auto It = KnownStatics.find({S.Name, S.File, S.Scope}); It != KnownStatics.end())
      return It->second;
  bool IsObject = S.Kind == SymbolKind::Object;
  Out.Symbols.push_back({std::move(S), In, FunctionId(), UnitIndex, IsObject});
  return SymbolId(static_cast<uint32_t>(Out.Symbols.size() - 1));
}

/// The image whose definition a name means, and the program's symbol for it.
SymbolId Linker::external(const Symbol &S) {
  ImageId In = Image, Vmlinux(0);
  if (!names(Image).defines(S)) {
    In = Vmlinux;
    if (!names(Vmlinux).defines(S))
      if (auto It = Exported.find(S.Name); It != Exported.end())
        In = It->second;
  }
  SymbolId &Known = names(In).symbolOf(S);
  if (!Known) {
    bool IsDefined = S.Kind == SymbolKind::Object && names(In).defines(S);
    Out.Symbols.push_back(
        {{S.Kind, Linkage::External, S.Name, FileId(), ""}, In, FunctionId(), 0, IsDefined});
    Known = SymbolId(static_cast<uint32_t>(Out.Symbols.size() - 1));
  }
  return Known;
}

SymbolId Linker::symbol(SymbolId Local) {
  if (!Local)
    return Local;
  SymbolId Known = SymbolOf[Local.index()];
  if (Known)
    return Known;
  const Symbol &S = Unit->Symbols[Local];
  if (S.Link == Linkage::Internal) {
    // A static that this unit defines is added (and perhaps merged with another's) before its
    // users; where that is not possible (recursion), it gets a symbol of its own.
    uint32_t Own = FunctionOf[Local.index()];
    if (Own != NoFunction && !Visited[Own]) {
      addFunction(Own);
      return SymbolOf[Local.index()];
    }
    Known = newSymbol(Local, Image);
  } else {
    Known = external(S);
  }
  return SymbolOf[Local.index()] = Known;
}

Function Linker::remap(Function F, uint32_t &Effects) {
  F.Where = site(F.Where);
  for (Variable &V : F.Variables)
    V.Pointee = record(V.Pointee);
  for (Node &N : F.Nodes) {
    N.Sym = symbol(N.Sym);
    N.Fld = field(N.Fld);
  }
  for (Block &B : F.Blocks)
    for (Event &E : B.Events)
      std::visit(
          [&](auto &Each) {
            Each.Where = site(Each.Where);
            if constexpr (std::is_same_v<std::decay_t<decltype(Each)>, ApiEvent>) {
              Each.Api = name(Each.Api);
              for (const Effect &What : Each.Effects)
                Effects |= bitOf(What.Kind);
            }
          },
          E);
  return F;
}

/// The symbol of the header function that says the same; none: this is the first.
SymbolId &Linker::sharedBody(uint32_t LocalIndex) {
  const CodeHash &Code = Unit->Code[LocalIndex];
  std::vector<uint64_t> All{Code.Says, Code.Rest};
  for (const Node &N : Unit->Functions[LocalIndex].Nodes)
    if (N.Sym)
      All.push_back(SymbolOf[N.Sym.index()].raw());
  return Bodies[digestOf(All)];
}

void Linker::addFunction(uint32_t LocalIndex) {
  Function &F = Unit->Functions[LocalIndex];
  SymbolId Local = F.Name;
  const Symbol &S = Unit->Symbols[Local];
  Visited[LocalIndex] = true;
  SymbolId Own;
  if (S.Link != Linkage::Internal) {
    if (names(Image).Functions.lookup(S.Name).Unit != UnitIndex)
      return; // another unit's definition wins
    Own = SymbolOf[Local.index()] = external(S);
    if (Out.Symbols[Own.index()].Body)
      return;
  }
  for (const Node &N : F.Nodes)
    symbol(N.Sym); // what it calls comes before it
  if (S.Link == Linkage::Internal) {
    SymbolId &Known = SymbolOf[Local.index()]; // set already if the function calls itself
    SymbolId *Same = !Known && isFromHeader(*Unit, F) ? &sharedBody(LocalIndex) : nullptr;
    if (Same && *Same) {
      Known = *Same;
      return;
    }
    if (!Known)
      Known = newSymbol(Local, Image);
    if (Same)
      *Same = Known;
    Own = Known;
  }
  uint32_t Effects = 0;
  Function G = remap(std::move(F), Effects);
  G.Name = Own;
  Out.Symbols[Own.index()].Body = FunctionId(static_cast<uint32_t>(Out.Functions.size()));
  Out.Functions.push_back(std::move(G));
  Out.Code.push_back(Unit->Code[LocalIndex]);
  Out.Effects.push_back(Effects);
}

NamedUnit Linker::nameParts(TranslationUnit Unit) {
  NamedUnit Named;
  for (const std::string &File : Unit.Files.values())
    Named.Files.push_back(Out.Files.intern(File));
  for (const std::string &Name : Unit.Names.values())
    Named.Names.push_back(Out.Names.intern(Name));
  for (const Record &R : Unit.Records.values())
    Named.Records.push_back(Out.Records.intern({R.Name, at(Named.Files, R.File)}));
  for (const Field &F : Unit.Fields.values())
    Named.Fields.push_back(Out.Fields.intern({at(Named.Records, F.Owner), F.Name}));
  Named.Unit = std::move(Unit);
  return Named;
}

void Linker::add(NamedUnit Named, uint32_t Index) {
  TranslationUnit &U = Named.Unit;
  Unit = &U;
  Names = &Named;
  UnitIndex = Index;
  Image = ImageOfUnit[Index];
  SymbolOf.assign(U.Symbols.size(), SymbolId());
  Visited.assign(U.Functions.size(), false);
  FunctionOf.assign(U.Symbols.size(), NoFunction);
  for (uint32_t I = 0; I != U.Functions.size(); ++I)
    if (uint32_t &Known = FunctionOf[U.Functions[I].Name.index()]; Known == NoFunction)
      Known = I;
  for (uint32_t I = 0; I != U.Functions.size(); ++I)
    if (!Visited[I])
      addFunction(I);
  for (const PointerFact &P : U.Pointers)
    Pointers.push_back({symbol(P.Object), field(P.Fld), symbol(P.Function)});
  for (const InitFact &I : U.Inits)
    Out.Inits.push_back({symbol(I.Object), field(I.Fld), I.Count});
  for (const RootFact &R : U.Roots)
    Out.Roots.push_back({symbol(R.Function), name(R.Via), R.Ctx, site(R.Where)});
}

/// Whatever the units define is theirs; the file's own functions that stand on a witness' way keep
/// what the file says of them.
void Linker::adopt(const KernelFacts &Known) {
  AdoptedFacts &A = Out.Adopted.emplace();
  auto Most = llvm::max_element(HeaderRoots,
                                [](const auto &A, const auto &B) { return A.second < B.second; });
  const std::string &Root = Most == HeaderRoots.end() ? Out.SourceRoot : Most->first;
  for (const std::string &File : Known.Files.values())
    A.Files.push_back(
        Out.Files.intern(llvm::sys::path::is_absolute(File) ? File : Root + "/" + File));
  for (const std::string &Source : Sources)
    A.Replaced.insert(Out.Files.intern(Source));
  for (const std::string &Name : Known.Names.values())
    A.Names.push_back(Out.Names.intern(Name));
  auto File = [&](FileId I) { return I ? A.Files[I.index()] : FileId(); };
  for (const Field &F : Known.Fields.values()) {
    const Record &R = Known.Records[F.Owner];
    A.Fields.push_back(Out.Fields.intern({Out.Records.intern({R.Name, File(R.File)}), F.Name}));
  }
  std::vector<ImageId> Images;
  for (const std::string &Name : Known.Images)
    Images.push_back(image(Name));
  for (const KnownSymbol &S : Known.Symbols) {
    Symbol Named = S.Name;
    Named.File = File(Named.File);
    bool IsObject = Named.Kind == SymbolKind::Object, Shared = Named.Link != Linkage::Internal;
    ImageId In = Images[S.Image];
    if (Shared && IsObject && S.Defined)
      names(In).Objects.insert(Named.Name);
    SymbolId Own;
    SymbolId &Id = Shared     ? names(In).symbolOf(Named)
                   : IsObject ? KnownStatics[{Named.Name, Named.File, Named.Scope}]
                              : Own;
    if (!Id) {
      Id = SymbolId(static_cast<uint32_t>(Out.Symbols.size()));
      Out.Symbols.push_back({std::move(Named), In, FunctionId(), 0, S.Defined});
    }
    A.Symbols.push_back(Id);
  }
  A.FirstFunction = FunctionId(static_cast<uint32_t>(Out.Functions.size()));
  A.Functions = Known.Functions.size();
  for (const KnownFunction &F : Known.Functions) {
    Function G;
    G.Name = A.Symbols[F.Name.index()];
    G.Parameters = F.Parameters;
    G.Flags = F.Flags | FlagKnown;
    G.Type = F.Type;
    G.Where = {File(F.Where.File), F.Where.Line, F.Where.Column};
    G.Variables.resize(F.Parameters);
    ProgramSymbol &S = Out.Symbols[G.Name.index()];
    bool Mine = S.Name.Link == Linkage::Internal;
    if (!Mine) {
      auto [It, New] = names(S.Image).Functions.try_emplace(
          S.Name.Name, ImageNames::Definition{ImageNames::KnownUnit, false});
      Mine = It->second.Unit == ImageNames::KnownUnit;
      if (S.Image != ImageId(0))
        Exported.try_emplace(S.Name.Name, S.Image);
    }
    if (Mine && !S.Body)
      S.Body = FunctionId(static_cast<uint32_t>(Out.Functions.size()));
    Out.Functions.push_back(std::move(G));
    Out.Code.emplace_back();
    Out.Effects.push_back(0);
  }
  auto Named = [&](SymbolId I) { return I ? A.Symbols[I.index()] : SymbolId(); };
  auto Member = [&](FieldId I) { return I ? A.Fields[I.index()] : FieldId(); };
  for (const KnownPointer &P : Known.Pointers)
    if (const Function &F = Out.function(A.function(P.Function));
        !A.Replaced.contains(F.Where.File))
      Pointers.push_back({Named(P.Object), Member(P.Fld), F.Name});
  for (const InitFact &I : Known.Inits)
    Out.Inits.push_back({Named(I.Object), Member(I.Fld), I.Count});
  for (FieldId F : Known.Crowded)
    Out.Crowded.insert(Member(F));
  for (FieldId F : Known.OwnClass)
    Out.OwnClass.insert(Member(F));
  for (auto [Lock, Class] : Known.InitClass)
    Out.InitClass[Named(Lock)] = Named(Class);
}

Program Linker::finish() && {
  for (auto [Object, Fld, Sym] : Pointers) {
    FunctionId Body = Out.Symbols[Sym.index()].Body;
    if (!Body)
      continue;
    if (!Fld) {
      Out.GlobalTargets[Object].push_back(Body);
      continue;
    }
    Out.PointerTargets[Fld].push_back(Body);
    if (Object)
      Out.TableTargets[{Object, Fld}].push_back(Body);
  }
  specialize(Out, Threads);
  for (auto &[Slot, List] : Out.TableTargets) {
    llvm::sort(List);
    List.erase(std::unique(List.begin(), List.end()), List.end());
  }
  std::map<llvm::StringRef, OwnerId> Owners;
  for (const std::string &File : Out.Files.values()) {
    llvm::StringRef Owner = ownerOf(File, Out.SourceRoot);
    auto [It, New] = Owners.try_emplace(Owner, OwnerId(static_cast<uint32_t>(Owners.size())));
    Out.OwnerOfFile.push_back(Owner.empty() ? OwnerId() : It->second);
  }
  llvm::sort(Out.Inits);
  Out.Inits.erase(std::unique(Out.Inits.begin(), Out.Inits.end()), Out.Inits.end());
  llvm::sort(Out.Roots);
  Out.Roots.erase(std::unique(Out.Roots.begin(), Out.Roots.end()), Out.Roots.end());
  inParallel(2, Threads, [&](size_t Which) {
    if (Which == 0) {
      followPointers(Out);
      return;
    }
    Out.Hashes = hashNames(Out, HashOfUnit);
    if (!Out.Adopted)
      Out.Stable = StableIds(Out);
  });
  Out.buildCallGraph(Threads);
  findInitSites(Out);
  return std::move(Out);
}

Program link(const UnitSource &Units, std::string SourceRoot, const KernelFacts *Known,
             unsigned Threads) {
  Linker L(std::move(SourceRoot), Threads);
  for (size_t I = 0; I != Units.Count; ++I) {
    const TranslationUnit &Unit = Units.Outline(I);
    L.collect(Unit);
    if (Known)
      L.noteFiles(Unit);
  }
  if (Known)
    L.adopt(*Known);
  makeAhead(
      Units.Count, Threads, [&](size_t I) { return L.nameParts(Units.Load(I)); },
      [&](size_t I, NamedUnit Unit) { L.add(std::move(Unit), static_cast<uint32_t>(I)); });
  return std::move(L).finish();
}

} // namespace lockorder
