//===- TextTest.cpp - Findings as compilers print them --------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "SampleReport.h"
#include <gmock/gmock.h>

using namespace lockorder;
using testing::HasSubstr;
using testing::Not;

namespace {

std::string text(const Report &R, bool Color = false, bool Snippets = true) {
  return written([&](auto &Out) { writeText(R, {Color, Snippets}, Out); });
}

TEST(Text, tells_the_story_step_by_step) {
  SourceTree Tree;
  Tree.write("drivers/x.c", XSource);
  EXPECT_EQ(
      text(sampleReport(Tree)),
      R"(drivers/x.c:4:9: warning: possible circular locking dependency: 'sem1' -> 'sem2' -> 'sem1' [lockorder-lock-order]
    4 |         if (x)  down(&sem2);
      |                 ^~~~
drivers/x.c:3:2: note: path 1: bad_function() holds 'sem1', acquired here
drivers/x.c:4:9: note: path 1: bad_function() wants 'sem2' here
drivers/y.c:20:5: note: path 2: y_open() starts here (through file_operations.open)
drivers/y.c:22:2: note: path 2: y_open() holds 'sem2', acquired here
drivers/y.c:23:2: note: path 2: y_open() calls helper() here
drivers/y.c:7:2: note: path 2: helper() wants 'sem1' here
drivers/x.c:4:9: note: confidence medium: the initial count of 'sem1' is not known
)");
}

TEST(Text, goes_without_snippet_where_the_source_is_gone_or_has_changed) {
  SourceTree Tree;
  Report R = sampleReport(Tree);
  EXPECT_THAT(text(R), Not(HasSubstr("|")));
  Tree.write("drivers/x.c", "short\n");
  EXPECT_THAT(text(R), Not(HasSubstr("|")));
  Tree.write("drivers/x.c", XSource);
  EXPECT_THAT(text(R, false, /*Snippets=*/false), Not(HasSubstr("|")));
}

TEST(Text, of_no_findings_is_empty) { EXPECT_EQ(text(Report()), ""); }

TEST(Text, of_a_proved_finding_gives_no_reason) {
  SourceTree Tree;
  Report R = sampleReport(Tree);
  R.Findings[0].Tier = Confidence::High;
  R.Findings[0].Reasons.clear();
  EXPECT_THAT(text(R), HasSubstr("note: confidence high\n"));
  R.Findings[0].Reasons = {"one", "two"};
  EXPECT_THAT(text(R), HasSubstr("note: confidence high: one; two\n"));
}

TEST(Text, names_only_the_file_where_the_line_is_unknown) {
  Report R;
  R.SourceRoot = "/src";
  Finding F;
  F.Check = "double-lock";
  F.Message = "m";
  F.Where = {"/src/a.c", 0, 0};
  F.Witnesses = {{"",
                  {{StepEvent::Wants, "l", "f", {"/usr/include/b.h", 3, 0}, ""},
                   {StepEvent::Wants, "l", "f", {}, ""}}}};
  R.Findings = {F};
  EXPECT_EQ(text(R), "a.c: warning: m [lockorder-double-lock]\n"
                     "/usr/include/b.h:3: note: f() wants 'l' here\n"
                     "<unknown>: note: f() wants 'l' here\n"
                     "a.c: note: confidence high\n");
}

TEST(Text, keeps_every_message_on_one_line_and_the_terminal_in_peace) {
  SourceTree Tree;
  Tree.write("drivers/x.c", "\x1b[31mred\xff\xc2\x9b"
                            "1m();\n");
  Report R = sampleReport(Tree);
  R.Findings[0].Message = "one\ntwo \x1b[2J \"three\" \xff";
  R.Findings[0].Where.Line = 1;
  R.Findings[0].Where.Column = 2;
  R.Findings[0].Witnesses.clear();
  R.Findings[0].Reasons.clear();
  EXPECT_EQ(text(R),
            "drivers/x.c:1:2: warning: one two  [2J 'three' \xef\xbf\xbd [lockorder-lock-order]\n"
            "    1 |  [31mred\xef\xbf\xbd 1m();\n"
            "      |  ^\n"
            "drivers/x.c:1:2: note: confidence medium\n");
}

TEST(Text, in_colour_is_the_same_text) {
  SourceTree Tree;
  Tree.write("drivers/x.c", XSource);
  std::string Colored = text(sampleReport(Tree), /*Color=*/true), Plain;
  EXPECT_THAT(Colored, HasSubstr("\x1b[1mdrivers/x.c:4:9: \x1b[0;1;35mwarning: \x1b[0m"));
  for (size_t I = 0; I < Colored.size(); ++I) {
    if (Colored[I] == '\x1b')
      I = Colored.find('m', I);
    else
      Plain += Colored[I];
  }
  EXPECT_EQ(Plain, text(sampleReport(Tree)));
}

} // namespace
