//===- MacroIndex.cpp - Which macro expansions the model knows, and what is inside them -*- C++
//-*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/MacroIndex.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/MacroArgs.h"
#include "clang/Lex/MacroInfo.h"

using namespace clang;

namespace lockorder {

class MacroIndex::Callbacks : public PPCallbacks {
public:
  Callbacks(MacroIndex &Index, Preprocessor &PP) : Index(Index), PP(PP) {}

  void MacroExpands(const Token &NameToken, const MacroDefinition &Definition, SourceRange,
                    const MacroArgs *Arguments) override {
    Meaning M = meaning(NameToken.getIdentifierInfo());
    if (M.Entry) {
      auto E = std::make_unique<Expansion>();
      E->Entry = M.Entry;
      E->Name = NameToken.getLocation();
      unsigned Count = Arguments ? Arguments->getNumMacroArguments() : 0;
      bool Variadic = Count && Definition.getMacroInfo() && Definition.getMacroInfo()->isVariadic();
      for (unsigned I = 0; I != Count; ++I)
        for (const Token *T = Arguments->getUnexpArgument(I); T;)
          E->Arguments.push_back(argument(T, Variadic && I + 1 == Count));
      for (unsigned I = 0; I != E->Arguments.size(); ++I)
        if (E->Arguments[I].First.isValid())
          Index.ByFirstToken[E->Arguments[I].First].push_back({E.get(), I});
      Index.ByName[E->Name] = E.get();
      if (Definition.getMacroInfo() && Definition.getMacroInfo()->tokens_empty())
        Index.Empty.push_back(E.get());
      Index.Expansions.push_back(std::move(E));
    } else if (M.Root || M.Export) {
      DeclarationMacro D{
          NameToken.getIdentifierInfo()->getName().str(), M.Root, {}, NameToken.getLocation()};
      for (unsigned I = 0, N = Arguments ? Arguments->getNumMacroArguments() : 0; I != N; ++I)
        for (const Token *T = Arguments->getUnexpArgument(I); T;)
          D.Arguments.push_back(argument(T, false).Text);
      Index.Declarations.push_back(std::move(D));
    }
  }

private:
  struct Meaning {
    const Api *Entry = nullptr;
    const RootMacro *Root = nullptr;
    bool Export = false;
  };

  Meaning meaning(const IdentifierInfo *Name) {
    auto [It, New] = Known.try_emplace(Name);
    if (New)
      It->second = {Index.Model.find(Name->getName()), Index.Model.findRootMacro(Name->getName()),
                    Name->getName().starts_with("EXPORT_SYMBOL")};
    return It->second;
  }

  /// Reads one argument; with `Split`, up to the next comma that is not inside parentheses, and
  /// leaves `T` behind it (`kmalloc(...)` passes all its arguments as one). Null at the end.
  Expansion::Argument argument(const Token *&T, bool Split) {
    Expansion::Argument A;
    unsigned Depth = 0;
    for (; T->isNot(tok::eof); ++T) {
      if (T->isOneOf(tok::l_paren, tok::l_brace, tok::l_square))
        ++Depth;
      else if (T->isOneOf(tok::r_paren, tok::r_brace, tok::r_square) && Depth)
        --Depth;
      if (Split && Depth == 0 && T->is(tok::comma)) {
        ++T;
        return A;
      }
      if (A.First.isInvalid())
        A.First = T->getLocation();
      else if (T->hasLeadingSpace())
        A.Text += ' ';
      A.Last = T->getLocation();
      A.Text += PP.getSpelling(*T);
    }
    T = nullptr;
    return A;
  }

  MacroIndex &Index;
  Preprocessor &PP;
  llvm::DenseMap<const IdentifierInfo *, Meaning> Known;
};

std::unique_ptr<PPCallbacks> MacroIndex::callbacks(Preprocessor &PP) {
  this->PP = &PP;
  return std::make_unique<Callbacks>(*this, PP);
}

std::optional<int64_t> MacroIndex::number(llvm::StringRef Macro) const {
  const MacroInfo *Info = PP->getMacroInfo(PP->getIdentifierInfo(Macro));
  if (!Info || Info->getNumTokens() != 1 || Info->tokens_begin()->isNot(tok::numeric_constant))
    return std::nullopt;
  std::string Text = PP->getSpelling(*Info->tokens_begin());
  int64_t Value = 0;
  if (llvm::StringRef(Text).rtrim("uUlL").getAsInteger(0, Value))
    return std::nullopt;
  return Value;
}

std::vector<const Expansion *> MacroIndex::between(SourceLocation Begin, SourceLocation End) const {
  std::vector<const Expansion *> Found;
  if (Begin.isMacroID() || End.isMacroID() || Sources.getFileID(Begin) != Sources.getFileID(End))
    return Found;
  for (const Expansion *E : Empty)
    if (E->Name.isFileID() && Begin < E->Name && E->Name < End)
      Found.push_back(E);
  return Found;
}

const Expansion *MacroIndex::owner(SourceLocation Where) const {
  if (!Where.isMacroID())
    return nullptr;
  clang::FileID Id = Sources.getFileID(Where);
  auto It = OwnerOf.find(Id);
  if (It != OwnerOf.end())
    return It->second;
  const SrcMgr::ExpansionInfo &Info = Sources.getSLocEntry(Id).getExpansion();
  const Expansion *Owner;
  if (Info.isMacroArgExpansion()) {
    Owner = owner(Sources.getImmediateSpellingLoc(Where));
    return Owner; // arguments of one expansion may come from different places: not cached
  }
  Owner = owner(Info.getExpansionLocStart());
  if (!Owner)
    Owner = ByName.lookup(Info.getExpansionLocStart());
  OwnerOf[Id] = Owner;
  return Owner;
}

const Expansion *MacroIndex::owner(const Stmt *S) const {
  const Expansion *Begin = owner(S->getBeginLoc());
  return Begin && Begin == owner(S->getEndLoc()) ? Begin : nullptr;
}

void MacroIndex::climb(SourceLocation From, llvm::SmallVectorImpl<SourceLocation> &Chain) const {
  Chain.push_back(From);
  while (From.isMacroID()) {
    From = Sources.getImmediateMacroCallerLoc(From);
    Chain.push_back(From);
  }
}

bool MacroIndex::isArgument(const Expr *E, const Expansion::Argument &A) const {
  llvm::SmallVector<SourceLocation, 8> Chain;
  climb(E->getEndLoc(), Chain);
  clang::FileID First = Sources.getFileID(A.First);
  for (SourceLocation Loc : Chain) {
    if (Loc == A.Last)
      return true;
    if (Sources.getFileID(Loc) == First && Sources.getFileID(A.Last) == First &&
        A.First.getRawEncoding() <= Loc.getRawEncoding() &&
        Loc.getRawEncoding() <= A.Last.getRawEncoding())
      return true;
  }
  return false;
}

MacroIndex::ArgumentMap MacroIndex::arguments(const Stmt *Body) const {
  ArgumentMap Result;
  llvm::SmallVector<const Stmt *, 64> Stack{Body};
  llvm::SmallVector<SourceLocation, 8> Chain;
  while (!Stack.empty()) {
    const Stmt *S = Stack.pop_back_val();
    if (const auto *E = dyn_cast<Expr>(S); E && E->getBeginLoc().isMacroID()) {
      Chain.clear();
      climb(E->getBeginLoc(), Chain);
      for (SourceLocation Loc : Chain) {
        auto It = ByFirstToken.find(Loc);
        if (It == ByFirstToken.end())
          continue;
        for (auto [Owner, Index] : It->second)
          if (!Result.contains({Owner, Index}) && isArgument(E, Owner->Arguments[Index]))
            Result[{Owner, Index}] = E;
      }
    }
    llvm::SmallVector<const Stmt *, 8> Children;
    for (const Stmt *Child : S->children())
      if (Child)
        Children.push_back(Child);
    Stack.append(Children.rbegin(), Children.rend());
  }
  return Result;
}

} // namespace lockorder
