//===- BodyHints.cpp - Which header functions a unit will need --*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/BodyHints.h"
#include "clang/AST/Attr.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/CharInfo.h"

using namespace clang;

namespace lockorder {
namespace {

/// Functions that a body names, also to clean up after a variable.
class MentionWalk : public RecursiveASTVisitor<MentionWalk> {
public:
  bool shouldWalkTypesOfTypeLocs() const { return false; }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    add(dyn_cast<FunctionDecl>(E->getDecl()));
    return true;
  }
  bool VisitVarDecl(VarDecl *D) {
    if (auto *Cleanup = D->getAttr<CleanupAttr>())
      add(Cleanup->getFunctionDecl());
    return true;
  }
  std::vector<llvm::StringRef> Found;

private:
  void add(const FunctionDecl *F) {
    if (F && F->getIdentifier())
      Found.push_back(F->getName());
  }
};

} // namespace

uint32_t BodyHints::idOf(llvm::StringRef Text) {
  auto [It, New] = Ids.try_emplace(Text, static_cast<uint32_t>(Names.size()));
  if (New)
    Names.emplace_back();
  return It->second;
}

void BodyHints::need(uint32_t Id, std::vector<uint32_t> &Pending) {
  if (Needed[Id])
    return;
  Needed[Id] = true;
  Pending.push_back(Id);
}

void BodyHints::begin(llvm::StringRef SourceText) {
  Needed.assign(Names.size(), false);
  std::vector<uint32_t> Pending;
  for (uint32_t Id = 0; Id != Names.size(); ++Id)
    if (Names[Id].Kept)
      need(Id, Pending);
  auto IsPart = [](char C) { return isAsciiIdentifierContinue(C); };
  while (!SourceText.empty()) { // also words of comments: a few bodies more
    SourceText = SourceText.drop_until(IsPart);
    llvm::StringRef Word = SourceText.take_while(IsPart);
    SourceText = SourceText.drop_front(Word.size());
    if (auto It = Ids.find(Word); It != Ids.end())
      need(It->second, Pending);
  }
  while (!Pending.empty()) {
    uint32_t Id = Pending.back();
    Pending.pop_back();
    for (uint32_t Mentioned : Names[Id].Mentions)
      need(Mentioned, Pending);
  }
}

bool BodyHints::isUnneeded(const FunctionDecl *F) const {
  if (!F->getIdentifier())
    return false;
  auto It = Ids.find(F->getName());
  return It != Ids.end() && It->second < Needed.size() && Names[It->second].IsFunction &&
         !Needed[It->second];
}

void BodyHints::learn(const FunctionDecl *F) {
  if (!F->getIdentifier())
    return;
  uint32_t Id = idOf(F->getName());
  if (Names[Id].IsFunction)
    return;
  MentionWalk Walk;
  Walk.TraverseStmt(F->getBody());
  std::vector<uint32_t> Mentions;
  for (llvm::StringRef Found : Walk.Found)
    Mentions.push_back(idOf(Found));
  Names[Id].IsFunction = true;
  Names[Id].Mentions.insert(Names[Id].Mentions.end(), Mentions.begin(), Mentions.end());
}

void BodyHints::learn(Preprocessor &Macros) {
  for (const auto &[Identifier, State] : Macros.macros()) {
    const MacroInfo *Info = Macros.getMacroInfo(Identifier);
    if (!Info || Info->isBuiltinMacro())
      continue;
    uint32_t Id = idOf(Identifier->getName());
    if (Names[Id].IsMacro)
      continue;
    Names[Id].IsMacro = true;
    for (const Token &T : Info->tokens())
      if (const IdentifierInfo *Word = T.getIdentifierInfo()) {
        uint32_t Mentioned = idOf(Word->getName());
        Names[Id].Mentions.push_back(Mentioned);
      }
  }
}

void BodyHints::keep(const FunctionDecl *F) { Names[idOf(F->getName())].Kept = true; }

} // namespace lockorder
