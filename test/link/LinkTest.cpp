//===- LinkTest.cpp - Which function a name means -------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Programs.h"

using namespace lockorder;

namespace {

std::vector<std::string> calleesOf(const Program &P, FunctionId F) {
  std::vector<std::string> Out;
  auto [First, Last] = boost::out_edges(size_t(F.index()), P.Calls);
  for (auto It = First; It != Last; ++It)
    Out.push_back(
        P.spell(P.function(FunctionId(static_cast<uint32_t>(boost::target(*It, P.Calls)))).Name));
  return Out;
}

using Strings = std::vector<std::string>;

TEST(Link, AStaticOfTheUnitComesBeforeAnExternalOfTheSameName) {
  TextProgram T({R"(unit object "/k/a.o" source "/k/a.c"
                    function static helper@"/k/a.c"() mainfile { return }
                    function user() { call $helper@"/k/a.c"() return })",
                 R"(unit object "/k/b.o" source "/k/b.c"
                    function helper() { return })"});
  EXPECT_EQ(calleesOf(T.P, T.find("user")), Strings{"helper@a.c"});
}

TEST(Link, StaticsOfOneNameInTwoFilesAreTwo) {
  TextProgram T({R"(unit object "/k/a.o" source "/k/a.c"
                    function f() { api mutex_lock { acquire @m@"/k/a.c" mutex }
                                   api mutex_lock { acquire @x mutex } return })",
                 R"(unit object "/k/b.o" source "/k/b.c"
                    function g() { api mutex_lock { acquire @x mutex }
                                   api mutex_lock { acquire @m@"/k/b.c" mutex } return })"});
  EXPECT_EQ(T.orders(), (std::set<std::string>{"m@a.c -> x", "x -> m@b.c"}));
}

TEST(Link, AHeaderFunctionThatIsEqualEverywhereIsOne) {
  const char *Header = R"(function static get@"/k/h.h"(v0) inline { return v0 }
                          function static twice@"/k/h.h"(v0) inline { v1 = call $get@"/k/h.h"(v0) return v1 })";
  TextProgram T({std::string(R"(unit object "/k/a.o" source "/k/a.c" )") + Header,
                 std::string(R"(unit object "/k/b.o" source "/k/b.c" )") + Header});
  EXPECT_EQ(T.P.Functions.size(), 2u);
}

TEST(Link, AHeaderFunctionThatDiffersByAMacroIsTwoAndSoAreItsCallers) {
  const char *Caller = R"(function static twice@"/k/h.h"() inline { call $get@"/k/h.h"() return })";
  TextProgram T({std::string(R"(unit object "/k/a.o" source "/k/a.c"
                    function static get@"/k/h.h"() inline { return 1 })") +
                     Caller,
                 std::string(R"(unit object "/k/b.o" source "/k/b.c"
                    function static get@"/k/h.h"() inline { return 2 })") +
                     Caller});
  EXPECT_EQ(T.P.Functions.size(), 4u);
}

/// What a macro that a source sets before it includes the header may do.
TEST(Link, HeaderFunctionsThatNameOtherObjectsAreTwo) {
  auto Unit = [](const std::string &Name, const std::string &Member) {
    return "unit object \"/k/" + Name + ".o\" source \"/k/" + Name +
           ".c\" function static take@\"/k/h.h\"(v0 o: ops) inline { call $g(@m@\"/k/" + Name +
           ".c\", v0->{" + Member + "}) return }";
  };
  EXPECT_EQ(TextProgram({Unit("a", "ops.first"), Unit("b", "ops.first")}).P.Functions.size(), 2u);
  EXPECT_EQ(TextProgram({Unit("a", "ops.first"), Unit("a", "ops.second")}).P.Functions.size(), 2u);
}

TEST(Link, AStrongDefinitionReplacesAWeakOne) {
  TextProgram T({R"(unit object "/k/a.o" source "/k/a.c"
                    function weak arch_hook() { call $generic() return }
                    function user() { call $arch_hook@weak() return }
                    function generic() { return })",
                 R"(unit object "/k/b.o" source "/k/b.c"
                    function arch_hook() { call $special() return }
                    function special() { return })"});
  EXPECT_EQ(calleesOf(T.P, T.find("arch_hook")), Strings{"special"});
  EXPECT_EQ(T.P.DuplicateDefinitions, 0u);
}

TEST(Link, ABootProgramsPrintfIsNotTheKernels) {
  TextProgram T({R"(unit object "/k/arch/x86/boot/main.o" source "/k/arch/x86/boot/main.c"
                    function main() { call $printf() return }
                    function printf() { return })",
                 R"(unit object "/k/lib/printf.o" source "/k/lib/printf.c"
                    function printf() { call $log() return }
                    function log() { return })"});
  EXPECT_EQ(T.P.Images.size(), 2u);
  EXPECT_EQ(T.P.DuplicateDefinitions, 0u);
  EXPECT_EQ(T.P.Functions.size(), 4u);
}

TEST(Link, TwoModulesWithAGlobalLockOfOneNameHaveTwoLocks) {
  auto Module = [](const char *Name, const char *First, const char *Second) {
    return std::string("unit object \"/m/") + Name + ".o\" source \"/m/" + Name + ".c\" module \"" +
           Name + "\" ismodule object @sem1 object @sem2 function f() { api down { acquire @" +
           First + " semaphore } api down { acquire @" + Second + " semaphore } return }";
  };
  TextProgram T({Module("a", "sem1", "sem2"), Module("b", "sem2", "sem1")});
  std::set<SymbolId> Locks;
  for (const OrderEvent &E : T.facts().Orders)
    Locks.insert({(*T.facts().Classes)[E.From].Global, (*T.facts().Classes)[E.To].Global});
  EXPECT_EQ(Locks.size(), 4u);
}

TEST(Link, AFieldMayHoldWhatATableOrAnAssignmentPutsThere) {
  TextProgram T({R"(unit object "/k/a.o" source "/k/a.c"
                    function open_a() { return }
                    function open_b() { return }
                    function setup(v0 o: ops) { set v0->{ops.open} = $open_b return }
                    function user(v0 o: ops) { call v0->{ops.open}() return }
                    pointer {ops.open} = $open_a in @table)"});
  EXPECT_EQ(calleesOf(T.P, T.find("user")), (Strings{"open_a", "open_b"}));
}

TEST(Link, GlobalLocksThatOneMacroInitialisesAreOfOneClass) {
  TextProgram T({R"(unit object "/k/a.o" source "/k/a.c"
    function make(v0) { api spin_lock_init { init_lock *v0 spinlock } at "/k/a.c":3:1 return }
    function start() { call $make(&@first) call $make(&@second)
                       api spin_lock_init { init_lock @third spinlock } at "/k/a.c":7:1 return }
    function use() { api spin_lock { acquire @second spinlock } api spin_lock { acquire @third spinlock }
                     return })"});
  EXPECT_EQ(T.P.InitClass.size(), 2u);
  EXPECT_EQ(T.orders(), (std::set<std::string>{"first -> third"}));
}

TEST(Link, ALockThatTwoMacrosInitialiseKeepsItsName) {
  TextProgram T({R"(unit object "/k/a.o" source "/k/a.c"
    function make(v0) { api spin_lock_init { init_lock *v0 spinlock } at "/k/a.c":3:1 return }
    function start() { call $make(&@first) call $make(&@second)
                       api spin_lock_init { init_lock @second spinlock } at "/k/a.c":7:1 return })"});
  EXPECT_TRUE(T.P.InitClass.empty());
}

TEST(Link, NamesHaveTheSameHashWhateverUnitsComeBefore) {
  const char *Unit = R"(unit object "/k/b.o" source "/k/b.c"
      function static f@"/k/b.c"() mainfile {
        api mutex_lock { acquire @m@"/k/b.c".{foo.lock} mutex } return })";
  const char *Other = R"(unit object "/k/a.o" source "/k/a.c"
      function static f@"/k/a.c"() mainfile {
        api mutex_lock { acquire @other.{bar.lock} mutex } return })";
  auto Hashes = [](const TextProgram &T) {
    std::map<std::string, uint64_t> Out;
    for (uint32_t I = 0; I != T.P.Symbols.size(); ++I)
      Out[T.P.spell(SymbolId(I))] = T.P.Hashes.Symbols[I];
    for (uint32_t I = 0; I != T.P.Fields.size(); ++I)
      Out["." + T.P.spell(FieldId(I))] = T.P.Hashes.Fields[I];
    return Out;
  };
  auto Alone = Hashes(TextProgram({Unit})), Behind = Hashes(TextProgram({Other, Unit}));
  ASSERT_EQ(Alone.size(), 3u);
  for (const auto &[Name, Hash] : Alone)
    EXPECT_EQ(Behind.at(Name), Hash) << Name;
  std::set<uint64_t> Different;
  for (const auto &[Name, Hash] : Behind)
    Different.insert(Hash);
  EXPECT_EQ(Different.size(), Behind.size()) << "two functions f are two";
}

} // namespace
