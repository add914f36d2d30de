//===- TextTest.cpp - What one writes is what one gets ----------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lockir/Text.h"
#include "lockir/Spelling.h"
#include "test/lockir/RandomUnit.h"
#include <gmock/gmock.h>

using namespace lockorder;
using testing::HasSubstr;
using testing::MatchesRegex;

namespace {

TranslationUnit read(llvm::StringRef Text) {
  llvm::Expected<TranslationUnit> Unit = parse(Text);
  if (Unit)
    return std::move(*Unit);
  ADD_FAILURE() << llvm::toString(Unit.takeError()) << "\nin\n" << Text.str();
  return TranslationUnit();
}

std::string faultOf(llvm::StringRef Text) {
  llvm::Expected<TranslationUnit> Unit = parse(Text);
  return Unit ? "no error" : llvm::toString(Unit.takeError());
}

/// The one expression of `v9 = <Expression>`, printed again.
std::string again(const std::string &Expression) {
  TranslationUnit U = read("function f(v0 f: foo, v1) { set v9 = " + Expression + " }");
  if (U.Functions.empty())
    return "";
  const Function &F = U.Functions[0];
  return dump(U, F, std::get<AssignEvent>(F.Blocks[0].Events[0]).Value);
}

// The example of Parse.cpp, as `dump` prints it.
const char *const Example = R"(unit object "/k/a.o" source "/k/a.c" module "a" ismodule

function take(v0 f: foo; v2 next: foo) mainfile at 2:5 {
b0:
  api mutex_lock { acquire v0->{foo.lock} mutex } at 3:2
  v1 = call $helper(v0, &v0->{foo.lock}) at 4:7
  set v2 = v0->{foo.next}
  branch v1 < 0 true b1 false b2
b1:
  api mutex_unlock { release v0->{foo.lock} mutex }
  return -12
b2:
  switch ?1 case 0 b0 case 1..5 b1 default b2
}

function static helper(v0, v1) inline {
b0:
  return 0
}

pointer {file_operations.open} = $my_open in @my_fops at 20:10
init @sem = 1
root $setup via module_init in process
export $take

seen mutex_lock at 3:2

skipped mutex_unlock reason "in a GNU statement" at "/k/b.h":3:2
problem "unknown type name 'foo'" at 1:1
problems 7
)";

TEST(Text, ADumpIsReadAndPrintedAgainToTheSameBytes) {
  TranslationUnit U = read(Example);
  EXPECT_EQ(dump(U), Example);
  EXPECT_EQ(U.Object, "/k/a.o");
  EXPECT_TRUE(U.IsModule);
  ASSERT_EQ(U.Functions.size(), 2u);
  const Function &Take = U.Functions[0];
  EXPECT_EQ(Take.Parameters, 1u);
  ASSERT_EQ(Take.Variables.size(), 3u) << "v1 is declared by being mentioned";
  EXPECT_EQ(Take.Variables[2].Name, "next");
  EXPECT_EQ(Take.Blocks[2].Successors[1].High, 5);
  EXPECT_EQ(U.ProblemCount, 7u);
}

TEST(Text, NearlyEverythingMayBeLeftOutByHand) {
  TranslationUnit U = read("function f() { api rcu_read_lock { acquire rcu shared } return }");
  ASSERT_EQ(U.Functions.size(), 1u);
  ASSERT_EQ(U.Functions[0].Blocks.size(), 1u) << "a body without labels is one block";
  const auto &Lock = std::get<ApiEvent>(U.Functions[0].Blocks[0].Events[0]);
  ASSERT_EQ(Lock.Effects.size(), 1u);
  EXPECT_EQ(Lock.Effects[0].Lock, LockKind::Rcu);
  EXPECT_EQ(Lock.Effects[0].Mode, LockMode::Shared);
  EXPECT_FALSE(Lock.Effects[0].Object);
  EXPECT_FALSE(Lock.Where.File);
  EXPECT_TRUE(read("") == TranslationUnit());
}

TEST(Text, LabelsAreFreeAndUnknownsNeedNoNumber) {
  TranslationUnit U = read(R"(function f(v0) {
    branch ? true out false again     # two different unknowns
  again:
    branch ? true out false again
  out:
    return
  })");
  const Function &F = U.Functions[0];
  EXPECT_EQ(F.Blocks[0].Successors[0].To, BlockId(2));
  EXPECT_EQ(F.Blocks[1].Successors[1].To, BlockId(1));
  EXPECT_NE(F.Blocks[0].Condition, F.Blocks[1].Condition);
}

TEST(Text, AnEffectSaysOnlyWhatIsNotUsual) {
  TranslationUnit U = read(R"(function f(v0, v1) {
    v2 = api a { acquire v0->{foo.sem} semaphore try when zero; sleep gfp v1 & 0x400 }
    api b { context irq save flags v3; acquire @l raw_spinlock recursive subclass 1 nest @o }
    api c { start v0->{work.func} in process; init_lock @s semaphore count 1; context rcu enable }
  })");
  auto Effects = [&](size_t Event) {
    return std::get<ApiEvent>(U.Functions[0].Blocks[0].Events[Event]).Effects;
  };
  EXPECT_EQ(Effects(0)[0].How, LockHow::Try);
  EXPECT_EQ(Effects(0)[0].On, When::Zero);
  EXPECT_EQ(dump(U, U.Functions[0], Effects(0)[1].Flags), "v1 & 1024");
  EXPECT_EQ(Effects(1)[0].Change, ContextChange::Save);
  EXPECT_EQ(U.Functions[0].Nodes[Effects(1)[0].Flags.index()].Kind, Op::Var) << "flags: a place";
  EXPECT_EQ(Effects(1)[1].Subclass, 1);
  EXPECT_EQ(U.Functions[0].Nodes[Effects(2)[0].Object.index()].Kind, Op::Load) << "start: a value";
  EXPECT_EQ(Effects(2)[2].Ctx, Context::Rcu);
  EXPECT_TRUE(read(dump(U)) == U);
}

TEST(Text, ExpressionsFollowC) {
  EXPECT_EQ(again("v0 + v1 * 2 == 3"), "(v0 + (v1 * 2)) == 3");
  EXPECT_EQ(again("v0 - v1 - 1"), "(v0 - v1) - 1") << "from left to right";
  EXPECT_EQ(again("(v0 - (v1 - 1))"), "v0 - (v1 - 1)");
  EXPECT_EQ(again("v0 | v1 ^ v0 & v1 == 1 << 2"), "v0 | (v1 ^ (v0 & (v1 == (1 << 2))))");
  EXPECT_EQ(again("!v0 < ~v1"), "!v0 < ~v1");
  EXPECT_EQ(again("*v0->{foo.next}"), "*v0->{foo.next}") << "the star binds less than the arrow";
  EXPECT_EQ(again("(*v0)[v1].{foo.lock}"), "(*v0)[v1].{foo.lock}");
  EXPECT_EQ(again("&(*v0)^{foo.list}"), "&(*v0)^{foo.list}");
  EXPECT_EQ(again("(*v0).{foo.lock}"), "v0->{foo.lock}") << "one tree, one spelling";
  EXPECT_EQ(again("v0^ v1"), "v0 ^ v1") << "a caret without a field is exclusive or";
}

TEST(Text, MinusTwelveIsAnIntegerUnlessInParentheses) {
  EXPECT_EQ(again("-12"), "-12");
  EXPECT_EQ(again("-(12)"), "-(12)");
  EXPECT_EQ(again("-(-12)"), "-(-12)");
  EXPECT_EQ(again("v0-12"), "v0 - 12");
  EXPECT_EQ(again("-(0)->{foo.a}"), "-(0)->{foo.a}");
  EXPECT_EQ(again("-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(again("?7 - ?-7"), "?7 - ?-7");
}

TEST(Text, ABareNameMeansTheOnlyDeclaredSymbol) {
  TranslationUnit U = read(R"(unit source "/k/a.c"
    tables { object static lock object static lock@source:f }
    function f() { call $helper() api x { acquire @lock@source } api x { acquire @lock@source:f } }
    function static helper() { call $f() call $other() }
  )");
  std::vector<std::string> Names;
  for (uint32_t I = 0; I != U.Symbols.size(); ++I)
    Names.push_back(spellSymbol(U, SymbolId(I)));
  EXPECT_THAT(Names,
              testing::ElementsAre("lock@/k/a.c", "lock@f@/k/a.c", "f", "helper@/k/a.c", "other"));
  EXPECT_EQ(U.Functions[1].Name, SymbolId(3)) << "used before it was defined";
  EXPECT_TRUE(read(dump(U)) == U);
  EXPECT_THAT(faultOf("tables { object weak x object x } function f() { set @x = 1 }"),
              HasSubstr("1:55: found 'x'; expected '@external', '@weak' or '@FILE'"));
}

TEST(Text, RecordsOfOneNameInTwoFilesAreTwo) {
  TranslationUnit U = read(R"(tables { record sd "/k/a.h" record sd "/k/b.h" record foo "/k/c.h" }
    function f(v0: sd("/k/b.h"), v1: foo, v2: bar) { }
    function g(v0: sd(), v1: foo()) { }
  )");
  EXPECT_EQ(U.Functions[0].Variables[0].Pointee, RecordId(1));
  EXPECT_EQ(U.Functions[0].Variables[1].Pointee, RecordId(2)) << "the one of the tables";
  EXPECT_FALSE(U.Records[U.Functions[0].Variables[2].Pointee].File);
  EXPECT_FALSE(U.Records[U.Functions[1].Variables[1].Pointee].File) << "not that of the tables";
  EXPECT_TRUE(read(dump(U)) == U);
  EXPECT_THAT(faultOf("tables { record s \"a\" record s \"b\" } function f(v0: s) { }"),
              HasSubstr("found 's'; expected its file in parentheses"));
}

TEST(Text, TablesArePrintedOnlyWhereTheirOrderNeedsIt) {
  TranslationUnit U = read("function f() { set @a = 1 set @b = 2 }");
  EXPECT_THAT(dump(U), testing::Not(HasSubstr("tables")));
  U.Symbols.intern({SymbolKind::Object, Linkage::External, "unused", FileId(), ""});
  EXPECT_THAT(dump(U),
              HasSubstr("tables {\n  function f\n  object a\n  object b\n  object unused"));
  EXPECT_TRUE(read(dump(U)) == U);
}

TEST(Text, OddNamesAreQuoted) {
  TranslationUnit U = read(R"(function "function"(v0 "a \"b\"\x01\n": "anon.u") { })");
  EXPECT_EQ(U.Symbols[U.Functions[0].Name].Name, "function");
  EXPECT_EQ(U.Functions[0].Variables[0].Name, "a \"b\"\x01\n");
  EXPECT_TRUE(read(dump(U)) == U);
}

TEST(Text, ErrorsSayWhereWhatAndWhatInstead) {
  EXPECT_EQ(faultOf("function f(v0) {\n  set v0 + 1 = 2 }"), "2:10: found '+'; expected '='");
  EXPECT_EQ(faultOf("function f(v0) {\n  set (v0 + 1) = 2 }"),
            "2:7: found '('; expected a place here, which this expression is not");
  EXPECT_EQ(faultOf("function f() { goto b7 }"),
            "1:21: found 'b7'; expected a label of this function");
  EXPECT_EQ(faultOf("function f() { a: a: }"), "1:19: found 'a'; expected each label once");
  EXPECT_EQ(faultOf("function f() { return goto x"),
            "1:29: found the end of the text; expected a label, or '}': nothing follows a branch");
  EXPECT_EQ(faultOf("function f(v1) { }"),
            "1:12: found 'v1'; expected v0: parameters count from v0");
  EXPECT_EQ(faultOf("unit object \"/k/a.o\n"),
            "1:13: found a string without an end; expected the object's path in quotes");
  EXPECT_EQ(faultOf("\n\n \x01"), "3:2: found the stray byte \"\\x01\"; expected 'function', "
                                  "'pointer', 'init', 'root', 'export', 'seen', 'skipped', "
                                  "'problem' or 'problems'");
  EXPECT_EQ(faultOf("init @s = 9223372036854775808"),
            "1:11: found '9223372036854775808'; expected an integer of 64 bits");
  EXPECT_EQ(faultOf("init @s = 12x"), "1:11: found '12x'; expected the initial count");
  EXPECT_EQ(faultOf("export $\"\\q\""),
            "1:9: found '\"\\q\"'; expected only the escapes \\\\ \\\" \\n \\t \\xNN in it");
  EXPECT_EQ(faultOf("problem \"a\" problem \"b\" problems 1"),
            "1:35: found the end of the text; expected at least 2 as the number of 'problems'");
  EXPECT_EQ(faultOf("function f(v0) { switch v0 case 5..1 a a: }"),
            "1:34: found '..'; expected a range from the smaller to the larger value");
}

TEST(Text, WhatWouldEatTheMachineIsRefused) {
  std::string Deep = "function f() { return " + std::string(100000, '(') + "1";
  EXPECT_THAT(faultOf(Deep), HasSubstr("expected less nesting"));
  Deep = "function f() { return " + std::string(100000, '!') + "1 }";
  EXPECT_THAT(faultOf(Deep), HasSubstr("expected less nesting"));
  std::string Long = "function f(v0) { return v0";
  for (int I = 0; I != 300; ++I)
    Long += "->{foo.next}";
  EXPECT_THAT(faultOf(Long + " }"), HasSubstr("expected an expression of at most"));
  EXPECT_THAT(faultOf("function f() { set v4000000000 = 1 }"), HasSubstr("expected a variable"));
}

TEST(TextProperty, EveryValidUnitSurvivesTheRoundTrip) {
  for (uint64_t Seed = 0; Seed != 2000; ++Seed) {
    TranslationUnit U = randomUnit(Seed);
    ASSERT_EQ(llvm::toString(verify(U)), "") << "seed " << Seed;
    std::string Text = dump(U);
    ASSERT_TRUE(read(Text) == U) << "seed " << Seed << "\n" << Text;
    ASSERT_EQ(dump(read(Text)), Text) << "seed " << Seed;
  }
}

/// Whatever the text, it is refused with a place or it is a unit that survives the round trip.
void survives(const std::string &Text) {
  llvm::Expected<TranslationUnit> Unit = parse(Text);
  if (!Unit) {
    std::string Fault = llvm::toString(Unit.takeError());
    ASSERT_THAT(Fault, MatchesRegex("[0-9]+:[0-9]+: found (.|\n)*; expected (.|\n)*")) << Text;
    return;
  }
  ASSERT_TRUE(read(dump(*Unit)) == *Unit) << Text;
}

TEST(TextMalformed, NoTruncationCrashesTheParser) {
  for (const std::string &Text : {std::string(Example), dump(randomUnit(11))})
    for (size_t Length = 0; Length != Text.size(); ++Length)
      survives(Text.substr(0, Length));
}

TEST(TextMalformed, NoDamageCrashesTheParser) {
  std::mt19937_64 Engine(1);
  for (uint64_t Seed = 0; Seed != 40; ++Seed) {
    const std::string Text = Seed ? dump(randomUnit(Seed)) : Example;
    for (int Try = 0; Try != 50; ++Try) {
      std::string Damaged = Text;
      for (uint64_t Flips = Engine() % 3 + 1; Flips; --Flips)
        switch (size_t At = Engine() % Damaged.size(); Engine() % 3) {
        case 0:
          Damaged[At] = static_cast<char>(Engine());
          break;
        case 1: // what the grammar knows, where it does not belong
          Damaged[At] = " \"{}()@$&*?:;,.->=#\nv0b"[Engine() % 24];
          break;
        default:
          Damaged.erase(At, Engine() % 8);
          Damaged += ' ';
        }
      survives(Damaged);
    }
  }
}

} // namespace
