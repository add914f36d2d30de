//===- SarifTest.cpp - SARIF as its readers want it -----------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Sarif.h"
#include "SampleReport.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include <gmock/gmock.h>

using namespace lockorder;
using llvm::json::Array;
using llvm::json::Object;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::string sarif(const Report &R, const SarifLimits &Limits = SarifLimits()) {
  return written([&](auto &Out) { writeSarif(R, Limits, Out); });
}

/// The first Python that has jsonschema; Debian's own comes first, since only that gets the
/// package.
std::string findPython() {
  std::vector<std::string> Candidates = {"/usr/bin/python3"};
  if (auto Found = llvm::sys::findProgramByName("python3"))
    Candidates.push_back(*Found);
  std::optional<llvm::StringRef> Quiet[] = {std::nullopt, "", ""};
  for (const std::string &Python : Candidates)
    if (llvm::sys::ExecuteAndWait(Python, {Python, "-c", "import jsonschema"}, std::nullopt,
                                  Quiet) == 0)
      return Python;
  return "";
}

/// Empty if the schema accepts `Text`, else what it says.
std::string violations(const std::string &Text) {
  static const std::string Python = findPython();
  if (Python.empty())
    return "there is no python3 with the module jsonschema; apt-get install python3-jsonschema";
  SourceTree Tree;
  Tree.write("log.sarif", Text);
  std::string Here = LOCKORDER_SOURCE_DIR "/test/report/", Log = Tree.path("log.sarif"),
              Said = Tree.path("said");
  std::string Script = Here + "validate.py", Schema = Here + "sarif-2.1.0.json";
  std::optional<llvm::StringRef> Redirects[] = {std::nullopt, Said, Said};
  int Status = llvm::sys::ExecuteAndWait(Python, {Python, Script, Schema, Log}, std::nullopt,
                                         Redirects, /*SecondsToWait=*/120);
  auto Output = llvm::MemoryBuffer::getFile(Said);
  std::string Message = Output ? (*Output)->getBuffer().str() : "no output";
  return Status == 0 ? "" : "status " + std::to_string(Status) + ": " + Message;
}

/// A parsed log, valid by the schema, with short ways to its parts.
struct Log {
  explicit Log(const std::string &Text, bool Validate = true) : Root(nullptr) {
    EXPECT_EQ(Validate ? violations(Text) : "", "");
    auto Value = llvm::json::parse(Text);
    if (!Value)
      ADD_FAILURE() << llvm::toString(Value.takeError());
    else
      Root = std::move(*Value);
  }
  const Object &run() const { return *(*Root.getAsObject()->getArray("runs"))[0].getAsObject(); }
  const Object &driver() const { return *run().getObject("tool")->getObject("driver"); }
  const Object &rule(size_t I) const { return *(*driver().getArray("rules"))[I].getAsObject(); }
  const Array &results() const { return *run().getArray("results"); }
  const Object &result(size_t I = 0) const { return *results()[I].getAsObject(); }
  const Object &invocation() const { return *(*run().getArray("invocations"))[0].getAsObject(); }
  std::vector<std::string> notices() const {
    std::vector<std::string> Texts;
    for (const auto &N : *invocation().getArray("toolExecutionNotifications"))
      Texts.push_back(N.getAsObject()->getObject("message")->getString("text")->str());
    return Texts;
  }

  llvm::json::Value Root;
};

const Object &physical(const Object &Result) {
  return *(*Result.getArray("locations"))[0].getAsObject()->getObject("physicalLocation");
}
std::string messageOf(const Object &O) { return O.getObject("message")->getString("text")->str(); }
const Array &threadFlows(const Object &Result, size_t Flow) {
  return *(*Result.getArray("codeFlows"))[Flow].getAsObject()->getArray("threadFlows");
}
const Array &flowLocations(const Object &Result, size_t Flow, size_t Thread) {
  return *threadFlows(Result, Flow)[Thread].getAsObject()->getArray("locations");
}
size_t codeFlowCount(const Object &Result) {
  const Array *Flows = Result.getArray("codeFlows");
  return Flows ? Flows->size() : 0;
}

TEST(Sarif, validation_can_fail) {
  EXPECT_THAT(violations(R"({"version": "2.1.0", "runs": [{"tol": {}}]})"), HasSubstr("tol"));
  EXPECT_THAT(violations("{"), HasSubstr("status 1"));
}

TEST(Sarif, run_says_who_ran_where_and_how_it_went) {
  SourceTree Tree;
  Report R = sampleReport(Tree);
  R.Notices = {"unit a.o was lost: timed out"};
  Log L(sarif(R));
  EXPECT_EQ(L.driver().getString("name"), "lockorder");
  EXPECT_EQ(L.driver().getString("semanticVersion"), "0.1.0");
  EXPECT_EQ(L.run().getString("columnKind"), "unicodeCodePoints");
  EXPECT_EQ(L.run().getObject("automationDetails")->getString("id"), "lockorder/");
  std::string Uri = "file://" + Tree.root() + "/";
  EXPECT_EQ(L.run().getObject("originalUriBaseIds")->getObject("SRCROOT")->getString("uri"), Uri);
  EXPECT_EQ(L.invocation().getBoolean("executionSuccessful"), true);
  EXPECT_EQ(L.invocation().getInteger("exitCode"), 1);
  EXPECT_EQ(L.invocation().getObject("workingDirectory")->getString("uri"), Uri);
  EXPECT_THAT(L.notices(), ElementsAre("unit a.o was lost: timed out."));

  R.ExitCode = 3;
  R.ToolVersion = "today";
  Log Incomplete(sarif(R));
  EXPECT_EQ(Incomplete.invocation().getBoolean("executionSuccessful"), false);
  EXPECT_EQ(Incomplete.driver().getString("version"), "today");
  EXPECT_EQ(Incomplete.driver().getString("semanticVersion"), std::nullopt);
}

TEST(Sarif, rule_has_what_github_asks_for) {
  SourceTree Tree;
  Log L(sarif(sampleReport(Tree)));
  const Object &Rule = L.rule(0);
  EXPECT_EQ(Rule.getString("id"), "LO1001");
  EXPECT_EQ(Rule.getString("name"), "lock-order");
  EXPECT_EQ(Rule.getObject("shortDescription")->getString("text"), "Lock order that can deadlock.");
  EXPECT_EQ(Rule.getObject("fullDescription")->getString("text"),
            "Two threads take the same *locks* in opposite order.");
  EXPECT_EQ(Rule.getObject("help")->getString("text"),
            "Two threads take the same *locks* in opposite order.\n\nTake them in one order.");
  EXPECT_EQ(Rule.getObject("help")->getString("markdown"),
            "Two threads take the same \\*locks\\* in opposite order.\n\nTake them in one order.");
  EXPECT_EQ(Rule.getObject("defaultConfiguration")->getString("level"), "warning");
  const Object &Properties = *Rule.getObject("properties");
  EXPECT_EQ(*Properties.getArray("tags"),
            (Array{"concurrency", "correctness", "external/cwe/cwe-833", "external/cwe/cwe-667"}));
  EXPECT_EQ(Properties.getString("problem.severity"), "warning");
  EXPECT_EQ(Properties.getString("precision"), "medium");
  EXPECT_EQ(L.rule(1).getString("id"), "LO1002") << "rules without results are listed too";
}

TEST(Sarif, descriptions_are_short_enough_for_github) {
  Report R;
  std::string Long;
  while (Long.size() < 3000)
    Long += "caf\xc3\xa9 ";
  R.Checks = {{"a", "LO1", Long, Long, {}}, {"b", "LO2", std::string(2000, 'x'), "", {79}}};
  Log L(sarif(R));
  for (size_t I : {0, 1})
    for (const char *Key : {"shortDescription", "fullDescription"}) {
      llvm::StringRef Text = *L.rule(I).getObject(Key)->getString("text");
      EXPECT_LE(Text.size(), 1024u);
      EXPECT_GT(Text.size(), 1000u);
      EXPECT_TRUE(Text.ends_with("...")) << Text.str();
    }
  EXPECT_EQ((*L.rule(1).getObject("properties")->getArray("tags"))[2], "external/cwe/cwe-079");
  EXPECT_FALSE(L.rule(1).getObject("help")->getString("text")->empty());
}

TEST(Sarif, result_stands_at_one_line_and_links_its_evidence) {
  SourceTree Tree;
  Tree.write("drivers/x.c", XSource);
  Log L(sarif(sampleReport(Tree)));
  ASSERT_EQ(L.results().size(), 1u);
  const Object &Result = L.result();
  EXPECT_EQ(Result.getString("ruleId"), "LO1001");
  EXPECT_EQ(Result.getInteger("ruleIndex"), 0);
  EXPECT_EQ(Result.getString("level"), "warning");
  EXPECT_EQ(messageOf(Result),
            "possible circular locking dependency: 'sem1' -> 'sem2' -> 'sem1'.\n"
            "path 1: [bad_function() holds 'sem1', acquired here](1), "
            "[bad_function() wants 'sem2' here](2).\n"
            "path 2: [y_open() holds 'sem2', acquired here](3), [helper() wants 'sem1' here](4).\n"
            "Confidence medium: the initial count of 'sem1' is not known.");
  EXPECT_EQ(*physical(Result).getObject("artifactLocation"),
            (Object{{"uri", "drivers/x.c"}, {"uriBaseId", "SRCROOT"}}));
  EXPECT_EQ(*physical(Result).getObject("region"),
            (Object{{"startLine", 4}, {"startColumn", 9}, {"endLine", 4}, {"endColumn", 13}}));
  EXPECT_EQ(*Result.getObject("partialFingerprints"),
            (Object{{"primaryLocationLineHash", lineHashes(XSource)[3]},
                    {"lockorderCycle/v1", "0123456789abcdef"}}));
  EXPECT_EQ(Result.getObject("properties")->getString("confidence"), "medium");

  const Array &Related = *Result.getArray("relatedLocations");
  ASSERT_EQ(Related.size(), 4u);
  for (size_t I = 0; I < 4; ++I)
    EXPECT_EQ(Related[I].getAsObject()->getInteger("id"), static_cast<int64_t>(I + 1));
  EXPECT_EQ(messageOf(*Related[3].getAsObject()), "path 2: helper() wants 'sem1' here");
}

TEST(Sarif, first_code_flow_is_one_thread_and_the_second_one_for_each_witness) {
  SourceTree Tree;
  Log L(sarif(sampleReport(Tree)));
  const Object &Result = L.result();
  ASSERT_EQ(codeFlowCount(Result), 2u);

  ASSERT_EQ(threadFlows(Result, 0).size(), 1u);
  std::vector<std::string> Story;
  std::vector<int64_t> Depths;
  for (const auto &Location : flowLocations(Result, 0, 0)) {
    Story.push_back(messageOf(*Location.getAsObject()->getObject("location")));
    Depths.push_back(*Location.getAsObject()->getInteger("nestingLevel"));
  }
  EXPECT_THAT(Story, ElementsAre("path 1: bad_function() holds 'sem1', acquired here",
                                 "path 1: bad_function() wants 'sem2' here",
                                 "path 2: y_open() starts here (through file_operations.open)",
                                 "path 2: y_open() holds 'sem2', acquired here",
                                 "path 2: y_open() calls helper() here",
                                 "path 2: helper() wants 'sem1' here"));
  EXPECT_THAT(Depths, ElementsAre(0, 0, 0, 0, 0, 1));

  ASSERT_EQ(threadFlows(Result, 1).size(), 2u);
  EXPECT_EQ(messageOf(*threadFlows(Result, 1)[1].getAsObject()), "path 2.");
  EXPECT_EQ(flowLocations(Result, 1, 1).size(), 4u);
}

TEST(Sarif, depth_goes_down_when_functions_return) {
  SourceTree Tree;
  Report R = sampleReport(Tree);
  Location Here{Tree.path("drivers/x.c"), 1, 1};
  R.Findings[0].Witnesses = {{"only",
                              {{StepEvent::Calls, "take", "f", Here, ""},
                               {StepEvent::Calls, "lock", "take", Here, ""},
                               {StepEvent::Holds, "l", "lock", Here, ""},
                               {StepEvent::Calls, "g", "f", Here, ""},
                               {StepEvent::Wants, "l", "g", Here, ""}}}};
  Log L(sarif(R));
  ASSERT_EQ(codeFlowCount(L.result()), 1u) << "one witness is the same in both forms";
  std::vector<int64_t> Depths;
  for (const auto &Location : flowLocations(L.result(), 0, 0))
    Depths.push_back(*Location.getAsObject()->getInteger("nestingLevel"));
  EXPECT_THAT(Depths, ElementsAre(0, 1, 2, 0, 1));
}

TEST(Sarif, findings_on_one_line_are_one_result) {
  SourceTree Tree;
  Report R = sampleReport(Tree);
  Finding Second = R.Findings[0], OtherRule = R.Findings[0], OtherLine = R.Findings[0];
  Second.Message = "possible circular locking dependency: 'sem1' -> 'sem2' -> 'sem3' -> 'sem1'";
  Second.Where.Column = 2;
  Second.Fingerprint = "ffff";
  Second.Tier = Confidence::High;
  OtherRule.Check = "double-lock";
  OtherLine.Where.Line = 5;
  R.Findings = {R.Findings[0], OtherLine, OtherRule, Second};
  Log L(sarif(R));
  ASSERT_EQ(L.results().size(), 3u);
  const Object &Merged = L.result(0);
  EXPECT_EQ(Merged.getString("level"), "error") << "the level of the surest";
  EXPECT_THAT(messageOf(Merged), HasSubstr("\nAlso here: possible circular locking dependency: "
                                           "'sem1' -> 'sem2' -> 'sem3' -> 'sem1'."));
  EXPECT_EQ(codeFlowCount(Merged), 3u);
  EXPECT_THAT(messageOf(*(*Merged.getArray("codeFlows"))[2].getAsObject()), HasSubstr("'sem3'"));
  EXPECT_EQ(Merged.getObject("partialFingerprints")->getString("lockorderCycle/v1"),
            "0123456789abcdef");
  EXPECT_EQ(*Merged.getObject("properties")->getArray("fingerprints"),
            (Array{"0123456789abcdef", "ffff"}));
  EXPECT_EQ(L.result(2).getString("ruleId"), "LO1002");
  EXPECT_EQ(L.result(2).getInteger("ruleIndex"), 1);
}

TEST(Sarif, columns_count_code_points) {
  SourceTree Tree;
  Tree.write("drivers/x.c", XSource);
  Report R = sampleReport(Tree);
  R.Findings[0].Where = {Tree.path("drivers/x.c"), 6, 11}; // the byte of 'up' behind the accent
  Log L(sarif(R));
  EXPECT_EQ(*physical(L.result()).getObject("region"),
            (Object{{"startLine", 6}, {"startColumn", 10}, {"endLine", 6}, {"endColumn", 12}}));
}

TEST(Sarif, without_source_there_is_no_line_hash) {
  SourceTree Tree;
  Log L(sarif(sampleReport(Tree)));
  EXPECT_EQ(*L.result().getObject("partialFingerprints"),
            (Object{{"lockorderCycle/v1", "0123456789abcdef"}}));
  EXPECT_EQ(*physical(L.result()).getObject("region"),
            (Object{{"startLine", 4}, {"startColumn", 9}, {"endLine", 4}, {"endColumn", 10}}));
}

TEST(Sarif, uris_are_encoded_and_absolute_outside_the_root) {
  Report R;
  R.SourceRoot = "/src/my linux";
  Finding F;
  F.Check = "lock-order";
  F.Message = "m";
  F.Where = {"/src/my linux/a:b/c d.c", 1, 1};
  Finding Outside = F;
  Outside.Where.File = "/usr/in clude/x.h";
  R.Findings = {F, Outside};
  Log L(sarif(R));
  EXPECT_EQ(L.run().getObject("originalUriBaseIds")->getObject("SRCROOT")->getString("uri"),
            "file:///src/my%20linux/");
  EXPECT_EQ(*physical(L.result(0)).getObject("artifactLocation"),
            (Object{{"uri", "a%3Ab/c%20d.c"}, {"uriBaseId", "SRCROOT"}}));
  EXPECT_EQ(*physical(L.result(1)).getObject("artifactLocation"),
            (Object{{"uri", "file:///usr/in%20clude/x.h"}}));
  EXPECT_EQ(L.rule(0).getString("id"), "lock-order") << "a check nobody described has a rule too";
}

TEST(Sarif, what_has_no_place_is_given_the_nearest_or_named_in_a_notification) {
  SourceTree Tree;
  Report R = sampleReport(Tree);
  R.Findings[0].Where = {};
  R.Findings[0].Witnesses[1].Steps[3].Where = {};
  Finding NoLine = lockOrderFinding(Tree.root()), Nowhere = NoLine;
  NoLine.Where.Line = NoLine.Where.Column = 0;
  Nowhere.Where = {};
  Nowhere.Witnesses.clear();
  R.Findings.push_back(NoLine);
  R.Findings.push_back(Nowhere);
  Log L(sarif(R));
  ASSERT_EQ(L.results().size(), 2u);
  EXPECT_EQ(physical(L.result(0)).getObject("region")->getInteger("startLine"), 3)
      << "where its first step is";
  const Object &LastStep =
      *flowLocations(L.result(0), 0, 0)[5].getAsObject()->getObject("location");
  EXPECT_EQ(messageOf(LastStep), "path 2: helper() wants 'sem1' here (the place is not known)");
  EXPECT_EQ(LastStep.getObject("physicalLocation")->getObject("region")->getInteger("startLine"),
            23);
  EXPECT_EQ(physical(L.result(1)).getObject("region")->getInteger("startLine"), 1);
  EXPECT_EQ(L.result(1).getObject("properties")->getBoolean("lineUnknown"), true);
  EXPECT_THAT(L.notices(), ElementsAre(HasSubstr("has no place in any file")));
}

TEST(Sarif, empty_report_is_a_valid_log) {
  Log L(sarif(Report()));
  EXPECT_TRUE(L.results().empty());
  EXPECT_TRUE(L.notices().empty());
}

TEST(Sarif, is_utf8_whatever_the_strings_are) {
  SourceTree Tree;
  Tree.write("drivers/x.c", "\xff\xff f();\n");
  Report R = sampleReport(Tree);
  Finding &F = R.Findings[0];
  F.Message = F.Function = F.Fingerprint = "\xff";
  F.Locks = F.Reasons = {"\xc3"};
  F.Where = {Tree.path("drivers/x.c"), 1, 4};
  F.Witnesses[0].Label = F.Witnesses[0].Steps[0].Lock = F.Witnesses[0].Steps[0].Note = "\xff";
  F.Witnesses[0].Steps[0].Where.File = "/\xff.c";
  R.Notices = {"\xff"};
  R.ToolVersion = R.Checks[0].Help = R.Checks[0].Summary = R.Checks[0].RuleId = "\xff";
  std::string Text = sarif(R);
  EXPECT_TRUE(llvm::json::isUTF8(Text));
  Log L(Text);
  EXPECT_EQ(physical(L.result()).getObject("region")->getInteger("startColumn"), 4);
}

TEST(Sarif, brackets_in_text_do_not_become_links) {
  SourceTree Tree;
  Report R = sampleReport(Tree);
  R.Findings[0].Message = "see [this](1)";
  R.Findings[0].Witnesses[0].Steps[0].Lock = "table[].lock";
  Log L(sarif(R));
  EXPECT_THAT(messageOf(L.result()), HasSubstr("see \\[this\\](1)."));
  EXPECT_THAT(messageOf(L.result()),
              HasSubstr("[bad_function() holds 'table\\[\\].lock', acquired here](1)"));
}

TEST(Sarif, of_too_many_results_the_surest_stay) {
  SourceTree Tree;
  Report R = sampleReport(Tree);
  Finding F = R.Findings[0];
  R.Findings.clear();
  for (uint32_t Line = 1; Line <= 6; ++Line) {
    F.Where.Line = Line;
    F.Tier = Line % 2 ? Confidence::Low : Confidence::High;
    R.Findings.push_back(F);
  }
  SarifLimits Limits;
  Limits.Results = 4;
  Log L(sarif(R, Limits));
  std::vector<int64_t> Lines;
  for (const auto &Result : L.results())
    Lines.push_back(*physical(*Result.getAsObject()).getObject("region")->getInteger("startLine"));
  EXPECT_THAT(Lines, ElementsAre(1, 2, 4, 6));
  EXPECT_THAT(L.notices(), ElementsAre(HasSubstr("Of 6 results, the 4 of highest confidence")));
}

TEST(Sarif, code_flows_are_trimmed_to_the_locations_readers_take) {
  SourceTree Tree;
  SarifLimits Limits;
  Limits.RelatedLocations = 1;
  Limits.FlowLocations = 6; // the first flow has 6, the second the same 6 again
  Log First(sarif(sampleReport(Tree), Limits));
  EXPECT_EQ(codeFlowCount(First.result()), 1u);
  EXPECT_EQ(First.result().getArray("relatedLocations")->size(), 1u);
  EXPECT_THAT(First.notices(), ElementsAre(HasSubstr("The code flows of 1 results")));

  Limits.FlowLocations = 2;
  Log Beginning(sarif(sampleReport(Tree), Limits));
  ASSERT_EQ(codeFlowCount(Beginning.result()), 1u);
  EXPECT_EQ(flowLocations(Beginning.result(), 0, 0).size(), 2u);
}

TEST(Sarif, of_a_file_too_large_code_flows_go_before_results) {
  Report R = sampleReport("/src"); // no folder of its own: its name would change the size
  Finding F = R.Findings[0];
  R.Findings.clear();
  for (uint32_t Line = 1; Line <= 64; ++Line) {
    F.Where.Line = Line;
    F.Fingerprint = std::to_string(Line * 2654435761u);
    R.Findings.push_back(F);
  }
  // From the full size down: first the second flows go, then all flows, then results.
  size_t LastResults = 64, LastFlows = 2;
  std::vector<std::string> Said;
  for (size_t Size = 20'000; Size >= 1'000; Size -= Size / 40) {
    SarifLimits Limits;
    Limits.GzipBytes = Size;
    std::string Text = sarif(R, Limits);
    Log L(Text, /*Validate=*/false);
    size_t Flows = L.results().empty() ? 0 : codeFlowCount(L.result());
    EXPECT_LE(L.results().size(), LastResults);
    EXPECT_LE(Flows, LastFlows);
    EXPECT_TRUE(L.results().size() == 64 || Flows == 0) << "results went before code flows";
    LastResults = L.results().size();
    LastFlows = Flows;
    for (const std::string &Notice : L.notices()) {
      if (!Said.empty() && Said.back() == Notice)
        continue;
      Said.push_back(Notice);
      EXPECT_EQ(violations(Text), "");
    }
  }
  ASSERT_GE(Said.size(), 3u);
  EXPECT_THAT(Said[0], HasSubstr("each result has one code flow"));
  EXPECT_THAT(Said[1], HasSubstr("there are no code flows"));
  EXPECT_THAT(Said[2], HasSubstr("of 64 results only the 32 of highest confidence"));
}

TEST(Sarif, levels_tell_the_tiers_apart) {
  EXPECT_EQ(sarifLevel(Confidence::High), "error");
  EXPECT_EQ(sarifLevel(Confidence::Medium), "warning");
  EXPECT_EQ(sarifLevel(Confidence::Low), "note");
}

TEST(Sarif, of_the_same_report_is_the_same_bytes) {
  SourceTree Tree;
  Tree.write("drivers/x.c", XSource);
  EXPECT_EQ(sarif(sampleReport(Tree)), sarif(sampleReport(Tree)));
}

} // namespace
