//===- RandomUnit.h - Valid units of every shape, from a seed ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For property tests: whatever is valid may come out, and every enumerator does sooner or later.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/Canonical.h"
#include "lockir/Nodes.h"
#include <limits>
#include <random>

namespace lockorder {

struct RandomUnitShape {
  unsigned Functions = 4;
  unsigned NodesPerFunction = 25;
  unsigned BlocksPerFunction = 4;
  unsigned EventsPerBlock = 4;
  unsigned Symbols = 12;
  bool OddNames = true; ///< names that need quotes
};

class RandomUnit {
public:
  explicit RandomUnit(uint64_t Seed, RandomUnitShape Shape = {}) : Engine(Seed), Shape(Shape) {}

  TranslationUnit make() {
    U.Object = name("/k/a.o");
    U.Source = chance(5) ? "" : "/k/a.c";
    U.Module = chance(2) ? "" : name("m");
    U.IsModule = chance(2);
    tables();
    for (unsigned I = 0; I != Shape.Functions; ++I)
      function();
    facts();
    return std::move(U);
  }

private:
  uint64_t below(uint64_t Limit) { return Limit ? Engine() % Limit : 0; }
  bool chance(unsigned OneIn) { return below(OneIn) == 0; }
  template <typename Enum> Enum any(Enum Last) {
    return static_cast<Enum>(below(static_cast<unsigned>(Last) + 1));
  }
  template <typename Tag> Id<Tag> anyId(size_t Size) {
    return Size ? Id<Tag>(static_cast<uint32_t>(below(Size))) : Id<Tag>();
  }
  template <typename Tag> Id<Tag> maybe(Id<Tag> I) { return chance(3) ? Id<Tag>() : I; }

  int64_t number() {
    switch (below(8)) {
    case 0:
      return std::numeric_limits<int64_t>::min();
    case 1:
      return std::numeric_limits<int64_t>::max();
    case 2:
      return static_cast<int64_t>(Engine());
    default:
      return static_cast<int64_t>(below(40)) - 20;
    }
  }

  std::string name(const std::string &Plain) {
    static const std::string Odd[] = {
        "",         "function", "v1",           "a b",    "say \"hi\"\\", "K\xc3\xa4se",
        "\n\t\x01", "\xff",     "static",       "source", "at",           "true",
        "b0",       "in",       "# no comment", "anon.u", "api",          "weak",
        "mutex"};
    return Shape.OddNames && chance(3) ? Odd[below(std::size(Odd))] : Plain;
  }
  std::string numbered(const char *Plain, unsigned Count) {
    return name(Plain + std::to_string(below(Count)));
  }

  void tables() {
    for (unsigned I = 0; I != 4; ++I)
      U.Files.intern(chance(3) ? U.Source : numbered("/k/inc/h", 9));
    for (unsigned I = 0; I != 6; ++I)
      U.Names.intern(numbered("mutex_lock", 9));
    for (unsigned I = 0; I != 5; ++I)
      U.Records.intern({numbered("rec", 4), maybe(anyId<FileTag>(U.Files.size()))});
    for (unsigned I = 0; I != 8; ++I)
      U.Fields.intern({anyId<RecordTag>(U.Records.size()), numbered("fld", 4)});
    symbol(SymbolKind::Function);
    symbol(SymbolKind::Object);
    for (unsigned I = 2; I < Shape.Symbols; ++I)
      symbol(any(SymbolKind::Object));
  }

  void symbol(SymbolKind Kind) {
    Symbol S;
    S.Kind = Kind;
    S.Link = any(Linkage::Internal);
    S.Name = numbered("sym", Shape.Symbols);
    if (S.Name.empty())
      S.Name = "x";
    if (S.Link == Linkage::Internal) {
      S.File = anyId<FileTag>(U.Files.size());
      S.Scope = chance(2) ? "" : numbered("scope", 3);
    }
    U.Symbols.intern(S);
  }
  SymbolId symbolOf(SymbolKind Kind) {
    while (true) {
      auto S = anyId<SymbolTag>(U.Symbols.size());
      if (U.Symbols[S].Kind == Kind)
        return S;
    }
  }
  Site site() {
    Site S;
    if (chance(4))
      return S;
    S.File = anyId<FileTag>(U.Files.size());
    S.Line = static_cast<uint32_t>(below(5000));
    S.Column = static_cast<uint32_t>(below(100));
    return S;
  }

  void function() {
    F = Function();
    Places.clear();
    Values.clear();
    F.Name = symbolOf(SymbolKind::Function);
    unsigned Variables = static_cast<unsigned>(below(7));
    F.Parameters = static_cast<uint32_t>(below(Variables + 1));
    for (unsigned I = 0; I != Variables; ++I)
      F.Variables.push_back({chance(2) ? "" : name("x" + std::to_string(I)),
                             maybe(anyId<RecordTag>(U.Records.size()))});
    F.Flags = static_cast<uint32_t>(below(128));
    F.Where = site();
    for (unsigned I = 0; I != Shape.NodesPerFunction; ++I)
      node();
    unsigned Blocks = static_cast<unsigned>(below(Shape.BlocksPerFunction + 1));
    for (unsigned I = 0; I != Blocks; ++I)
      block(Blocks);
    canonicalize(F);
    U.Functions.push_back(std::move(F));
  }

  void node() {
    Node N;
    N.Kind = any(Op::Outer);
    const NodeShape &S = shapeOf(N.Kind);
    for (auto [Wanted, Which] : {std::pair(S.A, &N.A), std::pair(S.B, &N.B)}) {
      if (Wanted == Operand::None)
        continue;
      std::vector<NodeId> &From = Wanted == Operand::Place ? Places : Values;
      if (From.empty())
        return;
      *Which = From[below(From.size())];
    }
    if (S.Ref == Reference::Variable && F.Variables.empty())
      return;
    if (S.Ref == Reference::Variable)
      N.Variable = anyId<VarTag>(F.Variables.size());
    else if (S.Ref == Reference::Sym)
      N.Sym = symbolOf(N.Kind == Op::Function ? SymbolKind::Function : SymbolKind::Object);
    else if (S.Ref == Reference::Fld)
      N.Fld = anyId<FieldTag>(U.Fields.size());
    if (S.HasNumber)
      N.Value = number();
    else if (S.HasOperator)
      N.Value = static_cast<int64_t>(below(N.Kind == Op::Unary ? UnaryOpCount : BinaryOpCount));
    (isPlace(N.Kind) ? Places : Values).push_back(NodeId(static_cast<uint32_t>(F.Nodes.size())));
    F.Nodes.push_back(N);
  }

  NodeId value() { return Values.empty() ? NodeId() : Values[below(Values.size())]; }
  NodeId place() { return Places.empty() ? NodeId() : Places[below(Places.size())]; }

  void block(unsigned Blocks) {
    Block B;
    for (uint64_t I = below(Shape.EventsPerBlock + 1); I != 0; --I)
      event(B);
    B.Condition = maybe(value());
    for (uint64_t I = below(4); I != 0; --I) {
      Successor S;
      S.To = anyId<BlockTag>(Blocks);
      S.On = B.Condition ? any(Guard::Default) : Guard::Always;
      if (S.On == Guard::Case) {
        S.Low = number();
        S.High = chance(2) ? S.Low : number();
        if (S.High < S.Low)
          std::swap(S.Low, S.High);
      }
      B.Successors.push_back(S);
    }
    F.Blocks.push_back(std::move(B));
  }

  void event(Block &B) {
    VarId Result = maybe(anyId<VarTag>(F.Variables.size()));
    switch (below(4)) {
    case 0: {
      ApiEvent E{anyId<NameTag>(U.Names.size()), {}, Result, site()};
      for (uint64_t I = below(4); I != 0; --I)
        E.Effects.push_back(effect());
      B.Events.push_back(std::move(E));
      return;
    }
    case 1: {
      if (Values.empty())
        return;
      CallEvent E{value(), {}, Result, site()};
      for (uint64_t I = below(4); I != 0; --I)
        E.Arguments.push_back(value());
      if (below(4) == 0)
        E.Gfp = value();
      B.Events.push_back(std::move(E));
      return;
    }
    case 2:
      if (!Values.empty() && !Places.empty())
        B.Events.push_back(AssignEvent{place(), value(), site()});
      return;
    default:
      B.Events.push_back(ReturnEvent{maybe(value()), site()});
    }
  }

  Effect effect() {
    Effect E;
    E.Kind = any(EffectKind::NoReturn);
    E.On = any(When::Positive);
    E.Object = maybe(E.Kind == EffectKind::Start ? value() : place());
    E.Lock = any(LockKind::Other);
    E.Mode = any(LockMode::Recursive);
    E.How = any(LockHow::Try);
    E.Subclass = static_cast<int32_t>(number());
    E.Nest = maybe(place());
    E.Ctx = any(Context::Process);
    E.Change = any(ContextChange::Restore);
    E.Flags = maybe(E.Kind == EffectKind::Context ? place() : value());
    return E;
  }

  void facts() {
    auto Field = [&] { return anyId<FieldTag>(U.Fields.size()); };
    auto Name = [&] { return anyId<NameTag>(U.Names.size()); };
    for (uint64_t I = below(3); I != 0; --I)
      U.Pointers.push_back(
          {Field(), symbolOf(SymbolKind::Function), maybe(symbolOf(SymbolKind::Object)), site()});
    for (uint64_t I = below(3); I != 0; --I)
      U.Inits.push_back({symbolOf(SymbolKind::Object), maybe(Field()), number()});
    for (uint64_t I = below(3); I != 0; --I)
      U.Roots.push_back(
          {symbolOf(SymbolKind::Function), maybe(Name()), any(Context::Process), site()});
    for (uint64_t I = below(3); I != 0; --I)
      U.Exports.push_back(anyId<SymbolTag>(U.Symbols.size()));
    for (uint64_t I = below(3); I != 0; --I)
      U.Objects.push_back(symbolOf(SymbolKind::Object));
    for (uint64_t I = below(3); I != 0; --I)
      U.Seen.push_back({Name(), site(), maybe(Name())});
    for (uint64_t I = below(3); I != 0; --I)
      U.Skipped.push_back({Name(), site(), maybe(Name())});
    for (uint64_t I = below(3); I != 0; --I)
      U.Problems.push_back({name("no such type"), site()});
    U.ProblemCount = U.Problems.size() + (chance(2) ? 0 : below(100));
  }

  std::mt19937_64 Engine;
  RandomUnitShape Shape;
  TranslationUnit U;
  Function F;
  std::vector<NodeId> Places, Values;
};

inline TranslationUnit randomUnit(uint64_t Seed, RandomUnitShape Shape = {}) {
  return RandomUnit(Seed, Shape).make();
}

} // namespace lockorder
