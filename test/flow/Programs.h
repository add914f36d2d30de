//===- Programs.h - Programs written as text, for stage tests ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/Refine.h"
#include "lockir/Text.h"
#include <gtest/gtest.h>
#include <set>

namespace lockorder {

/// Units given as lock-program text, linked and analysed: no Clang involved.
class TextProgram {
public:
  explicit TextProgram(std::vector<std::string> Texts) {
    for (const std::string &Text : Texts) {
      llvm::Expected<TranslationUnit> Unit = parse(Text);
      if (!Unit)
        ADD_FAILURE() << llvm::toString(Unit.takeError()) << "\nin\n" << Text;
      else
        Units.push_back(std::move(*Unit));
    }
    auto Outline = [&](size_t I) -> const TranslationUnit & { return Units[I]; };
    auto Load = [&](size_t I) { return Units[I]; };
    P = link({Units.size(), Outline, Load}, "/k");
  }

  FunctionId find(llvm::StringRef Name) const {
    for (uint32_t F = 0; F != P.Functions.size(); ++F)
      if (P.nameOf(FunctionId(F)) == Name)
        return FunctionId(F);
    ADD_FAILURE() << "no function " << Name.str();
    return FunctionId();
  }

  LockFacts &facts() {
    if (!Facts)
      Facts = analyze(P, model());
    return *Facts;
  }

  OrderRefinement refinement() { return {P, model(), facts()}; }

  /// "a -> b" for every order event, sorted and unique.
  std::set<std::string> orders() {
    std::set<std::string> Out;
    for (const OrderEvent &E : facts().Orders)
      Out.insert(Facts->Classes->spell(E.From) + " -> " + Facts->Classes->spell(E.To));
    return Out;
  }

  /// "LOW..HIGH holds a drops b", one for each way in which a call of the function may end.
  std::set<std::string> outcomes(llvm::StringRef Name) {
    std::set<std::string> Out;
    for (const Outcome &O : facts().summary(find(Name)).Outcomes) {
      std::string Text;
      if (!O.Returns.isAll())
        Text = std::to_string(O.Returns.Low) + ".." + std::to_string(O.Returns.High);
      for (const HeldLock &H : O.Held)
        Text += " holds " + spell(H.Place);
      for (TermId D : O.Dropped)
        Text += " drops " + spell(D);
      Out.insert(Text);
    }
    return Out;
  }

  std::string spell(TermId T) { return spellTerm(Facts->Terms, P, T); }

  static const KernelModel &model() {
    static const KernelModel Model = [] {
      llvm::Expected<KernelModel> M = KernelModel::load({});
      if (!M)
        ADD_FAILURE() << llvm::toString(M.takeError());
      return std::move(*M);
    }();
    return Model;
  }

  Program P;

private:
  std::vector<TranslationUnit> Units;
  std::unique_ptr<LockFacts> Facts;
};

} // namespace lockorder
