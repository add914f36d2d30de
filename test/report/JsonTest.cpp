//===- JsonTest.cpp - The pinned JSON format ------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "llvm/Support/JSON.h"
#include "SampleReport.h"
#include <gmock/gmock.h>

using namespace lockorder;
using testing::ElementsAre;

namespace {

std::string json(const Report &R) {
  return written([&](auto &Out) { writeJson(R, Out); });
}

llvm::json::Value parsed(const std::string &Text) {
  auto Value = llvm::json::parse(Text);
  if (!Value) {
    ADD_FAILURE() << llvm::toString(Value.takeError()) << "\n" << Text;
    return nullptr;
  }
  return *Value;
}

/// The keys of the object that follows `Start`, in the order of the text, without those inside it.
std::vector<std::string> keysAfter(const std::string &Text, const std::string &Start) {
  std::vector<std::string> Keys;
  int Depth = 0;
  for (size_t I = Text.find(Start) + Start.size(); I < Text.size(); ++I) {
    if (Text[I] == '{' || Text[I] == '[')
      ++Depth;
    if ((Text[I] == '}' || Text[I] == ']') && --Depth == 0)
      break;
    if (Text[I] != '"')
      continue;
    size_t End = Text.find('"', I + 1);
    if (Depth == 1 && Text[End + 1] == ':')
      Keys.push_back(Text.substr(I + 1, End - I - 1));
    I = End;
  }
  return Keys;
}

TEST(Json, has_the_pinned_keys_in_the_pinned_order) {
  SourceTree Tree;
  std::string Text = json(sampleReport(Tree));
  EXPECT_THAT(keysAfter(Text, ""), ElementsAre("version", "findings", "ledger"));
  EXPECT_THAT(keysAfter(Text, "\"findings\": ["),
              ElementsAre("check", "confidence", "message", "locks", "function", "location",
                          "fingerprint", "witnesses", "reasons"));
  EXPECT_THAT(keysAfter(Text, "\"location\":"), ElementsAre("file", "line", "column"));
  EXPECT_THAT(keysAfter(Text, "\"witnesses\": ["), ElementsAre("label", "steps"));
  EXPECT_THAT(keysAfter(Text, "\"steps\": ["),
              ElementsAre("event", "lock", "function", "file", "line", "column"));
}

TEST(Json, says_what_the_finding_says) {
  SourceTree Tree;
  llvm::json::Value V = parsed(json(sampleReport(Tree)));
  const llvm::json::Object &Root = *V.getAsObject();
  EXPECT_EQ(Root.getInteger("version"), 1);
  const llvm::json::Object &F = *(*Root.getArray("findings"))[0].getAsObject();
  EXPECT_EQ(F.getString("check"), "lock-order");
  EXPECT_EQ(F.getString("confidence"), "medium");
  EXPECT_EQ(F.getString("message"),
            "possible circular locking dependency: 'sem1' -> 'sem2' -> 'sem1'");
  EXPECT_EQ(*F.getArray("locks"), (llvm::json::Array{"sem1", "sem2"}));
  EXPECT_EQ(F.getString("function"), "bad_function");
  EXPECT_EQ(*F.getObject("location"),
            (llvm::json::Object{{"file", "drivers/x.c"}, {"line", 4}, {"column", 9}}));
  EXPECT_EQ(F.getString("fingerprint"), "0123456789abcdef");
  EXPECT_EQ(*F.getArray("reasons"),
            (llvm::json::Array{"the initial count of 'sem1' is not known"}));
  const llvm::json::Object &W = *(*F.getArray("witnesses"))[1].getAsObject();
  EXPECT_EQ(W.getString("label"), "path 2");
  const llvm::json::Array &Steps = *W.getArray("steps");
  ASSERT_EQ(Steps.size(), 4u);
  EXPECT_EQ(*Steps[0].getAsObject(),
            (llvm::json::Object{{"event", "starts"},
                                {"lock", ""},
                                {"function", "y_open"},
                                {"file", "drivers/y.c"},
                                {"line", 20},
                                {"column", 5},
                                {"note", "through file_operations.open"}}));
  EXPECT_EQ(*Steps[2].getAsObject(), (llvm::json::Object{{"event", "calls"},
                                                         {"lock", "helper"},
                                                         {"function", "y_open"},
                                                         {"file", "drivers/y.c"},
                                                         {"line", 23},
                                                         {"column", 2}}));
}

TEST(Json, of_no_findings_is_still_whole) {
  std::string Text = json(Report());
  llvm::json::Value V = parsed(Text);
  EXPECT_TRUE(V.getAsObject()->getArray("findings")->empty());
  EXPECT_THAT(keysAfter(Text, "\"ledger\":"),
              ElementsAre("entries", "units", "host_programs", "assembly", "other_languages",
                          "unselected", "malformed", "units_clean", "units_with_errors",
                          "lost_units", "compile_errors", "dropped_flags", "sites_seen",
                          "sites_modelled", "sites_unresolved", "sites_skipped", "indirect_calls",
                          "indirect_resolved", "indirect_capped", "indirect_never_assigned",
                          "indirect_unresolved", "indirect_unresolved_by", "functions",
                          "functions_incomplete", "functions_capped", "symbol_duplicates"));
}

TEST(Json, ledger_has_every_count_under_its_own_key) {
  Report R;
  R.SourceRoot = "/src";
  Ledger &L = R.Counts;
  int64_t Next = 100;
  for (uint64_t *Count : {&L.Entries,
                          &L.Units,
                          &L.HostPrograms,
                          &L.Assembly,
                          &L.OtherLanguages,

                          &L.Unselected,
                          &L.Malformed,
                          &L.UnitsClean,
                          &L.UnitsWithErrors,
                          &L.CompileErrors,
                          &L.SitesSeen,
                          &L.SitesModelled,
                          &L.IndirectCalls,
                          &L.IndirectResolved,
                          &L.IndirectCapped,
                          &L.IndirectNeverAssigned,
                          &L.IndirectUnresolved,
                          &L.Functions,
                          &L.FunctionsIncomplete,
                          &L.FunctionsCapped,
                          &L.SymbolDuplicates})
    *Count = Next++;
  L.LostUnits = {{"/src/a.o", "/src/a.c", "timed out"}};
  L.DroppedFlags = {{"-mfoo", 3}};
  L.SitesUnresolved = {{"no field", 4}};
  L.SitesSkipped = {{"dead code", 5}};
  L.IndirectUnresolvedBy = {{"file_operations.open", 6}};

  llvm::json::Value V = parsed(json(R));
  const llvm::json::Object &Out = *V.getAsObject()->getObject("ledger");
  Next = 100;
  for (const char *Key : {"entries",
                          "units",
                          "host_programs",
                          "assembly",
                          "other_languages",

                          "unselected",
                          "malformed",
                          "units_clean",
                          "units_with_errors",
                          "compile_errors",
                          "sites_seen",
                          "sites_modelled",
                          "indirect_calls",
                          "indirect_resolved",
                          "indirect_capped",
                          "indirect_never_assigned",
                          "indirect_unresolved",
                          "functions",
                          "functions_incomplete",
                          "functions_capped",
                          "symbol_duplicates"})
    EXPECT_EQ(Out.getInteger(Key), Next++) << Key;
  EXPECT_EQ(*Out.getArray("lost_units"),
            (llvm::json::Array{llvm::json::Object{
                {"object", "a.o"}, {"source", "a.c"}, {"reason", "timed out"}}}));
  EXPECT_EQ(*Out.getObject("dropped_flags"), (llvm::json::Object{{"-mfoo", 3}}));
  EXPECT_EQ(*Out.getObject("sites_unresolved"), (llvm::json::Object{{"no field", 4}}));
  EXPECT_EQ(*Out.getObject("sites_skipped"), (llvm::json::Object{{"dead code", 5}}));
  EXPECT_EQ(*Out.getObject("indirect_unresolved_by"),
            (llvm::json::Object{{"file_operations.open", 6}}));
}

TEST(Json, is_utf8_whatever_the_strings_are) {
  Report R;
  Finding F;
  F.Check = F.Message = F.Function = F.Fingerprint = F.Where.File = "\xff";
  F.Locks = F.Reasons = {"\xc3"};
  F.Witnesses = {{"\xff", {{StepEvent::Holds, "\xff", "\xff", {"\xff", 1, 1}, "\xff"}}}};
  R.Findings = {F};
  R.Counts.DroppedFlags = {{"\xfe", 1}, {"\xff", 2}};
  R.Counts.LostUnits = {{"\xff", "\xff", "\xff"}};
  std::string Text = json(R);
  EXPECT_TRUE(llvm::json::isUTF8(Text));
  llvm::json::Value V = parsed(Text);
  // What became equal is added up, not there twice.
  EXPECT_EQ(*V.getAsObject()->getObject("ledger")->getObject("dropped_flags"),
            (llvm::json::Object{{"\xef\xbf\xbd", 3}}));
}

TEST(Json, of_the_same_report_is_the_same_bytes) {
  SourceTree Tree;
  EXPECT_EQ(json(sampleReport(Tree)), json(sampleReport(Tree)));
}

} // namespace
