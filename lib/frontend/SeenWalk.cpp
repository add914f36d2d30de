//===- SeenWalk.cpp - The ledger's independent count of lock operations -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/SeenWalk.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace lockorder {
namespace {

class Walk : public RecursiveASTVisitor<Walk> {
public:
  Walk(NameTable &Names, const KernelModel &Model, std::vector<ApiSite> &Sites)
      : Names(Names), Model(Model), Sites(Sites) {}

  bool VisitStmt(Stmt *S) {
    if (auto *Macro = outermostMacro(S->getBeginLoc())) {
      if (Macro->Entry->IsLockApi && Macro == outermostMacro(S->getEndLoc()))
        add(Macro->Entry->Name, Macro->Where);
      return true;
    }
    if (auto *Call = dyn_cast<CallExpr>(S))
      called(Call->getCallee(), S->getBeginLoc());
    else if (auto *Broken = dyn_cast<RecoveryExpr>(S); Broken && !Broken->subExpressions().empty())
      called(Broken->subExpressions().front(), S->getBeginLoc());
    return true;
  }

  // What is not evaluated locks nothing.
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *,
                                        DataRecursionQueue * = nullptr) {
    return true;
  }
  bool TraverseTypeLoc(TypeLoc) { return true; }
  bool TraverseGenericSelectionExpr(GenericSelectionExpr *E, DataRecursionQueue * = nullptr) {
    return E->isResultDependent() || TraverseStmt(E->getResultExpr());
  }
  bool TraverseChooseExpr(ChooseExpr *E, DataRecursionQueue * = nullptr) {
    return E->isConditionDependent() || TraverseStmt(E->getChosenSubExpr());
  }

private:
  struct Use {
    const Api *Entry;
    SourceLocation Where;
  };

  void called(const Expr *Callee, SourceLocation Where) {
    Callee = Callee->IgnoreParenCasts();
    if (auto *Choice = dyn_cast<ConditionalOperator>(Callee)) {
      called(Choice->getTrueExpr(), Where);
      called(Choice->getFalseExpr(), Where);
    }
    auto *Ref = dyn_cast<DeclRefExpr>(Callee);
    auto *F = Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
    if (!F || !F->getIdentifier() || isOwnStatic(F))
      return;
    const Api *Entry = Model.find(F->getName());
    if (Entry && Entry->IsLockApi && !Entry->MacroOnly)
      add(Entry->Name, Where);
  }

  bool isOwnStatic(const FunctionDecl *F) {
    const FunctionDecl *Definition = F->getDefinition();
    return Definition && Definition->getStorageClass() == SC_Static &&
           Names.Sources.isInMainFile(Names.Sources.getFileLoc(Definition->getLocation()));
  }

  /// Climbs from the token to the file and keeps the last modelled macro name on the way.
  const Use *outermostMacro(SourceLocation Loc) {
    const SourceManager &Sources = Names.Sources;
    const Use *Outermost = nullptr;
    while (Loc.isMacroID()) {
      if (!Sources.isMacroArgExpansion(Loc)) {
        auto [It, New] = UseOf.try_emplace(Sources.getFileID(Loc), Use{nullptr, {}});
        if (New)
          It->second = {
              Model.find(Lexer::getImmediateMacroName(Loc, Sources, Names.Context.getLangOpts())),
              Sources.getImmediateMacroCallerLoc(Loc)};
        if (It->second.Entry)
          Outermost = &It->second;
      }
      Loc = Sources.getImmediateMacroCallerLoc(Loc);
    }
    return Outermost;
  }

  void add(const std::string &Name, SourceLocation Where) {
    Sites.push_back({Names.name(Name), Names.site(Where), NameId()});
  }

  NameTable &Names;
  const KernelModel &Model;
  std::vector<ApiSite> &Sites;
  std::map<clang::FileID, Use> UseOf; // pointers into it must stay valid
};

} // namespace

std::vector<ApiSite> seenSites(llvm::ArrayRef<const FunctionDecl *> Definitions, NameTable &Names,
                               const KernelModel &Model) {
  std::vector<ApiSite> Sites;
  Walk W(Names, Model, Sites);
  for (const FunctionDecl *Definition : Definitions)
    W.TraverseStmt(Definition->getBody());
  llvm::sort(Sites);
  Sites.erase(std::unique(Sites.begin(), Sites.end()), Sites.end());
  return Sites;
}

} // namespace lockorder
