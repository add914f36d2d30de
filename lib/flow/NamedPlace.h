//===- NamedPlace.h - Objects that their name tells apart -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is bound to a timer or a work is found by looking through the program before any path is
// followed: `&card->tick` is the member card.tick of any object, `&pulse` is the global.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/Terms.h"
#include "link/Program.h"
#include <optional>

namespace lockorder {

struct NamedPlace {
  FieldId Member; ///< none: it is a global
  SymbolId Global;
  friend auto operator<=>(const NamedPlace &, const NamedPlace &) = default;

  static std::optional<NamedPlace> at(const Function &F, NodeId Place) {
    const Node &N = F.Nodes[Place.index()];
    if (N.Kind == Op::Member)
      return NamedPlace{N.Fld, SymbolId()};
    if (N.Kind == Op::Global)
      return NamedPlace{FieldId(), N.Sym};
    return std::nullopt;
  }

  TermId term(TermTable &Terms) const {
    return Member ? Terms.member(Terms.anyPlace(), Member) : Terms.global(Global);
  }
};

/// Whether that call is one of the function of that name.
inline bool callsByName(const Program &P, const Function &F, const CallEvent &Call,
                        llvm::StringRef Name) {
  const Node &Callee = F.Nodes[Call.Callee.index()];
  return Callee.Kind == Op::Function && P.symbol(Callee.Sym).Name.Name == Name;
}

} // namespace lockorder
