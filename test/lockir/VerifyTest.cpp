//===- VerifyTest.cpp - Every promise of LockIR.h, broken once --------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lockir/Text.h"
#include "test/lockir/RandomUnit.h"
#include <gmock/gmock.h>

using namespace lockorder;
using testing::HasSubstr;

namespace {

/// A good unit with something of everything, for each test to break.
class Verify : public testing::Test {
protected:
  void SetUp() override {
    llvm::Expected<TranslationUnit> Unit = parse(R"(unit source "/k/a.c"
      function take(v0: foo, v1) at 1:1 {
      b0:
        api mutex_lock { acquire v0->{foo.lock} mutex; start $take; sleep gfp v1 } at 2:2
        v2 = call $take(v1)
        set v2 = v0->{foo.list}[v1]
        switch v2 case 1..2 b0 default b0
      }
      pointer {foo.op} = $take in @ops
      init @sem = 1
      root $take via module_init
      export @sem
      seen mutex_lock at 2:2
      problem "p"
    )");
    ASSERT_TRUE(bool(Unit)) << llvm::toString(Unit.takeError());
    U = std::move(*Unit);
    ASSERT_EQ(fault(), "");
  }
  std::string fault() { return llvm::toString(verify(U)); }
  Function &f() { return U.Functions[0]; }
  template <typename E> E &event(size_t Index) { return std::get<E>(f().Blocks[0].Events[Index]); }
  NodeId nodeOf(Op Kind) {
    for (uint32_t I = 0; I != f().Nodes.size(); ++I)
      if (f().Nodes[I].Kind == Kind)
        return NodeId(I);
    return NodeId();
  }
  Node &node(Op Kind) { return f().Nodes[nodeOf(Kind).index()]; }
  TranslationUnit U;
};

TEST_F(Verify, TheMessageNamesFunctionBlockAndEvent) {
  std::swap(event<AssignEvent>(2).Target, event<AssignEvent>(2).Value);
  EXPECT_EQ(fault(), "function take, block b0, event 2: the target is a value; expected a place");
}

TEST_F(Verify, IdsMustBeInTheirTables) {
  event<ApiEvent>(0).Api = NameId(77);
  EXPECT_EQ(fault(), "function take, block b0, event 0: the API's name has the id 77; "
                     "expected one of 2");
  event<ApiEvent>(0).Api = NameId();
  EXPECT_THAT(fault(), HasSubstr("the API's name has the id none"));
  f().Variables[0].Pointee = RecordId(9);
  EXPECT_THAT(fault(), HasSubstr("function take, variable 0: its record has the id 9"));
  f().Name = SymbolId(50);
  EXPECT_THAT(fault(), HasSubstr("function number 0: its name has the id 50"));
}

TEST_F(Verify, TablesReferToTables) {
  U.Records.intern({"bar", FileId(7)});
  EXPECT_THAT(fault(), HasSubstr("record 1: its file has the id 7"));
}
TEST_F(Verify, FieldsHaveRecords) {
  U.Fields.intern({RecordId(), "bar"});
  EXPECT_THAT(fault(), HasSubstr("field 3: its record has the id none"));
}
TEST_F(Verify, OnlyStaticsHaveFilesAndAllDo) {
  TranslationUnit Good = U;
  U.Symbols.intern({SymbolKind::Object, Linkage::Weak, "w", FileId(0), ""});
  EXPECT_THAT(fault(), HasSubstr("'w' has a file or a scope"));
  U = Good;
  U.Symbols.intern({SymbolKind::Object, Linkage::Internal, "s", FileId(), ""});
  EXPECT_THAT(fault(), HasSubstr("the file of a static has the id none"));
}

TEST_F(Verify, OperandsComeBeforeTheirUsers) {
  node(Op::Deref).A = nodeOf(Op::Member);
  EXPECT_THAT(fault(), HasSubstr("the operand of 'deref' is node 3; expected an earlier node"));
}
TEST_F(Verify, PlacesAndValuesAreNotMixed) {
  node(Op::Member).A = nodeOf(Op::Load);
  EXPECT_THAT(fault(), HasSubstr("the operand of 'member' is a value; expected a place"));
}
TEST_F(Verify, ElementsAreIndexedByValues) {
  node(Op::Element).B = nodeOf(Op::Var);
  EXPECT_THAT(fault(), HasSubstr("second operand of 'element' is a place; expected a value"));
}
TEST_F(Verify, MembersThatDoNotCountAreEmpty) {
  node(Op::Var).Value = 3;
  EXPECT_THAT(fault(), HasSubstr("node 0: it (variable) has members that do not count"));
}
TEST_F(Verify, SymbolsHaveTheRightKind) {
  node(Op::Function).Sym = U.Inits[0].Object;
  EXPECT_THAT(fault(), HasSubstr("its symbol is 'sem'; expected a function"));
}
TEST_F(Verify, EnumeratorsExist) {
  TranslationUnit Good = U;
  node(Op::Var).Kind = static_cast<Op>(200);
  EXPECT_THAT(fault(), HasSubstr("its kind 200 is no Op"));
  U = Good;
  event<ApiEvent>(0).Effects[1].Lock = static_cast<LockKind>(99);
  EXPECT_THAT(fault(), HasSubstr("event 0, effect 1: a member is none of its enumerators"));
  U = Good;
  U.Roots[0].Ctx = static_cast<Context>(99);
  EXPECT_EQ(fault(), "root 0: its context is no Context");
  U = Good;
  f().Flags |= 1u << 20;
  EXPECT_THAT(fault(), HasSubstr("unknown flags 1048576"));
}

TEST_F(Verify, EachNodeOccursOnce) {
  f().Nodes.push_back(node(Op::Var));
  EXPECT_THAT(fault(), HasSubstr("it is the same as node 0; expected each node once"));
}
TEST_F(Verify, EachNodeIsUsed) {
  Node N;
  N.Kind = Op::Int;
  f().Nodes.push_back(N);
  EXPECT_THAT(fault(), HasSubstr("is never used or comes too early"));
}
TEST_F(Verify, NodesStandInTheOrderOfUse) {
  std::swap(f().Blocks[0].Events[0], f().Blocks[0].Events[2]);
  EXPECT_THAT(fault(), HasSubstr("is not where canonicalize() puts it"));
  canonicalize(f());
  EXPECT_EQ(fault(), "");
}
TEST_F(Verify, DeepExpressionsAreRefused) {
  for (unsigned I = 0; I != MaxExpressionDepth; ++I) {
    Node N;
    N.Kind = Op::Unary;
    N.A = I ? NodeId(static_cast<uint32_t>(f().Nodes.size() - 1)) : nodeOf(Op::Load);
    f().Nodes.push_back(N);
  }
  EXPECT_THAT(fault(), HasSubstr("deeper than 250"));
}

TEST_F(Verify, StartsNeedValuesAndLocksNeedPlaces) {
  TranslationUnit Good = U;
  auto &Effects = event<ApiEvent>(0).Effects;
  Effects[1].Kind = EffectKind::Acquire;
  EXPECT_THAT(fault(), HasSubstr("effect 1: its object is a value; expected a place"));
  U = Good;
  event<ApiEvent>(0).Effects[2].Kind = EffectKind::Context;
  EXPECT_THAT(fault(), HasSubstr("effect 2: its flags, gfp or count argument is a value"));
}

TEST_F(Verify, SuccessorsExistAndTheirGuardsFit) {
  Block &B = f().Blocks[0];
  TranslationUnit Good = U;
  B.Successors[0].To = BlockId(1);
  EXPECT_EQ(fault(), "function take, block b0, successor 0: its block has the id 1; expected one "
                     "of 1");
  U = Good;
  f().Blocks[0].Successors[0].High = 0;
  EXPECT_THAT(fault(), HasSubstr("the case 1..0 is no range"));
  U = Good;
  f().Blocks[0].Successors[1].Low = -1;
  EXPECT_THAT(fault(), HasSubstr("'default' has a range"));
  U = Good;
  f().Blocks[0].Condition = NodeId();
  EXPECT_THAT(fault(), HasSubstr("'case' in a block without a condition"));
}

TEST_F(Verify, FactsAreChecked) {
  TranslationUnit Good = U;
  U.Pointers[0].Function = U.Pointers[0].Object;
  EXPECT_THAT(fault(), HasSubstr("pointer 0: its function is 'ops'; expected a function"));
  U = Good;
  U.Seen[0].Where.File = FileId();
  EXPECT_THAT(fault(), HasSubstr("seen 0: a site has a line but no file"));
  U = Good;
  U.ProblemCount = 0;
  EXPECT_THAT(fault(), HasSubstr("it counts 0 problems but lists 1"));
  U = Good;
  U.Exports.push_back(SymbolId());
  EXPECT_THAT(fault(), HasSubstr("export 1: its symbol has the id none"));
}

TEST(Canonical, UnusedAndDoubledNodesGoAndTheRestIsOrderedByUse) {
  Function F;
  F.Variables.resize(2);
  auto Add = [&](Op Kind, NodeId A, VarId V) {
    Node N;
    N.Kind = Kind;
    N.A = A;
    N.Variable = V;
    F.Nodes.push_back(N);
    return NodeId(static_cast<uint32_t>(F.Nodes.size() - 1));
  };
  NodeId Unused = Add(Op::Var, NodeId(), VarId(1));
  Add(Op::Load, Unused, VarId());
  NodeId X = Add(Op::Var, NodeId(), VarId(0)), SameX = Add(Op::Var, NodeId(), VarId(0));
  NodeId LoadX = Add(Op::Load, X, VarId()), SameLoad = Add(Op::Load, SameX, VarId());
  F.Blocks.resize(1);
  F.Blocks[0].Events = {AssignEvent{SameX, LoadX, {}}, ReturnEvent{SameLoad, {}}};
  EXPECT_EQ(canonicalize(F), 0u);
  ASSERT_EQ(F.Nodes.size(), 2u);
  EXPECT_EQ(F.Nodes[0].Kind, Op::Var);
  EXPECT_EQ(std::get<AssignEvent>(F.Blocks[0].Events[0]).Target, NodeId(0));
  EXPECT_EQ(std::get<ReturnEvent>(F.Blocks[0].Events[1]).Value, NodeId(1));
  Function Again = F;
  canonicalize(Again);
  EXPECT_TRUE(Again == F) << "canonical is canonical";
}

TEST(Canonical, ExpressionsBeyondTheLimitsBecomeUnknown) {
  TranslationUnit U;
  U.Symbols.intern({SymbolKind::Function, Linkage::External, "f", FileId(), ""});
  Function F;
  F.Name = SymbolId(0);
  F.Nodes.resize(1);
  F.Nodes[0].Value = 4; // an unknown
  for (uint32_t I = 0; I != 1000; ++I) {
    Node N; // doubles the written size each time
    N.Kind = Op::Binary;
    N.A = N.B = NodeId(I);
    F.Nodes.push_back(N);
  }
  F.Blocks.resize(1);
  F.Blocks[0].Events = {ReturnEvent{NodeId(1000), {}}};
  EXPECT_GT(canonicalize(F), 0u);
  U.Functions.push_back(F);
  EXPECT_EQ(llvm::toString(verify(U)), "");
  EXPECT_LT(dump(U).size(), 100000u);
}

} // namespace
