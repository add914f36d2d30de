//===- SourceTextTest.cpp - Lines, tokens and the line hash ---------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/SourceText.h"
#include "SampleReport.h"
#include "report/Paths.h"
#include "report/Wording.h"
#include "llvm/ADT/StringExtras.h"
#include <gmock/gmock.h>
#include <map>
#include <random>

using namespace lockorder;
using testing::ElementsAre;

namespace {

/// The definition of the hash, taken literally: for each line, the next hundred units that are no
/// blanks, multiplied out one by one. For ASCII without CR.
std::vector<std::string> obviousLineHashes(const std::string &Text) {
  std::vector<std::string> Hashes;
  std::map<uint64_t, unsigned> Seen;
  for (size_t Begin = 0; Begin != std::string::npos;) {
    std::vector<uint64_t> Units;
    for (size_t I = Begin; I < Text.size(); ++I)
      if (Text[I] != ' ' && Text[I] != '\t')
        Units.push_back(static_cast<unsigned char>(Text[I]));
    Units.push_back(65535);
    Units.resize(std::max<size_t>(Units.size(), 100), 0);
    uint64_t Hash = 0;
    for (size_t I = 0; I < 100; ++I)
      Hash = Hash * 37 + Units[I];
    Hashes.push_back(llvm::utohexstr(Hash, true) + ":" + std::to_string(++Seen[Hash]));
    size_t End = Text.find('\n', Begin);
    Begin = End == std::string::npos ? End : End + 1;
  }
  return Hashes;
}

// Computed once with a program of its own in another language (arbitrary-precision integers, from
// the definition), so that not both of the above can be wrong in the same way.
TEST(LineHash, known_values) {
  EXPECT_THAT(lineHashes(""), ElementsAre("c129715d7a2bc9a3:1"));
  EXPECT_THAT(lineHashes("int a;\n\tint b;\n"),
              ElementsAre("ce87b61c11481a6:1", "bd39bb1f00ad510d:1", "c129715d7a2bc9a3:1"));
  EXPECT_THAT(lineHashes("/* \xc3\xa9\xf0\x9f\x94\x92 */\nx"),
              ElementsAre("c0c8485e024c063f:1", "638816509450efbf:1"));
}

TEST(LineHash, equal_lines_far_from_the_end_are_numbered) {
  std::string Text;
  for (int I = 0; I < 30; ++I)
    Text += "mutex_unlock(&lock);\n";
  std::vector<std::string> Hashes = lineHashes(Text);
  ASSERT_EQ(Hashes.size(), 31u);
  EXPECT_TRUE(llvm::StringRef(Hashes[0]).ends_with(":1"));
  EXPECT_TRUE(llvm::StringRef(Hashes[9]).ends_with(":10"));
  EXPECT_EQ(llvm::StringRef(Hashes[0]).split(':').first,
            llvm::StringRef(Hashes[9]).split(':').first);
}

TEST(LineHash, blanks_and_the_kind_of_line_end_do_not_matter) {
  auto Expected = lineHashes("a b\n\nc\n");
  EXPECT_EQ(lineHashes("  a\tb\n \t\n c  \n"), Expected);
  EXPECT_EQ(lineHashes("a b\r\n\r\nc\r\n"), Expected);
  EXPECT_EQ(lineHashes("a b\r\rc\r"), Expected);
  EXPECT_NE(lineHashes("a b\nc\n"), Expected);
  // CR, blank, LF are two line ends.
  EXPECT_EQ(lineHashes("a\r \nb"), lineHashes("a\n\nb"));
}

TEST(LineHash, moves_with_its_line) {
  std::string Tail = "down(&sem1);\n" + std::string(200, 'x') + "\n";
  EXPECT_EQ(lineHashes(Tail)[0], lineHashes("int one;\nint two;\n" + Tail)[2]);
}

TEST(LineHash, ill_formed_utf8_counts_as_one_replacement_character) {
  EXPECT_EQ(lineHashes("a\xff\xfe"
                       "b"),
            lineHashes("a\xef\xbf\xbd\xef\xbf\xbd"
                       "b"));
  // A cut-off sequence of three bytes is one mistake, not two.
  EXPECT_EQ(lineHashes("a\xe2\x82"
                       "b"),
            lineHashes("a\xef\xbf\xbd"
                       "b"));
}

TEST(LineHash, agrees_with_its_definition_on_random_text) {
  std::mt19937 Random(42);
  const char Alphabet[] = "ab \t\n\n;";
  for (int Round = 0; Round < 200; ++Round) {
    std::string Text;
    for (size_t I = Random() % 400; I > 0; --I)
      Text += Alphabet[Random() % (sizeof(Alphabet) - 1)];
    ASSERT_EQ(lineHashes(Text), obviousLineHashes(Text)) << "for: " << llvm::toHex(Text);
  }
}

TEST(SourceText, has_the_lines_that_are_hashed) {
  for (const char *Text : {"", "a", "a\n", "a\r\nb\r\n", "a\r \nb", "\r\r\n\n", " \n\t\r"}) {
    SourceText Source(Text);
    EXPECT_EQ(Source.lineCount(), lineHashes(Text).size()) << llvm::toHex(Text);
  }
  SourceText Source("one\r\ntwo\rthree\n");
  EXPECT_EQ(Source.line(1), "one");
  EXPECT_EQ(Source.line(2), "two");
  EXPECT_EQ(Source.line(3), "three");
  EXPECT_EQ(Source.line(4), "");
}

TEST(SourceFiles, finds_the_token_at_a_place) {
  SourceTree Tree;
  Tree.write("drivers/x.c", XSource);
  SourceFiles Files(Tree.root());
  auto token = [&](std::string File, uint32_t Line, uint32_t Column) -> std::string {
    auto Source = Files.at({File, Line, Column});
    return Source ? Source->Line.slice(Source->Begin, Source->End).str() : "unreadable";
  };
  EXPECT_EQ(token(Tree.path("drivers/x.c"), 4, 9), "down");
  EXPECT_EQ(token("drivers/x.c", 4, 9), "down") << "relative names are below the root";
  EXPECT_EQ(token("drivers/x.c", 4, 13), "(");
  EXPECT_EQ(token("drivers/x.c", 6, 5), "\xc3\xa9") << "a character of two bytes is one token";
  EXPECT_EQ(token("drivers/x.c", 3, 0), "down(&sem1);") << "without a column, the whole line";

  EXPECT_EQ(token("drivers/x.c", 3, 99), "unreadable");
  EXPECT_EQ(token("drivers/x.c", 99, 1), "unreadable");
  EXPECT_EQ(token("drivers/x.c", 0, 0), "unreadable");
  EXPECT_EQ(token("drivers", 1, 1), "unreadable") << "a folder";
  EXPECT_EQ(token("drivers/none.c", 1, 1), "unreadable");
  EXPECT_EQ(token("/dev/zero", 1, 1), "unreadable") << "a device has no end";
  EXPECT_EQ(token("", 1, 1), "unreadable");
}

TEST(Paths, are_relative_below_the_root_only) {
  EXPECT_EQ(relativeTo("/src/linux/fs/inode.c", "/src/linux"), "fs/inode.c");
  EXPECT_EQ(relativeTo("/src/linux/fs/inode.c", "/src/linux/"), "fs/inode.c");
  EXPECT_EQ(relativeTo("/src/linux-6/fs/inode.c", "/src/linux"), "/src/linux-6/fs/inode.c");
  EXPECT_EQ(relativeTo("/src/linux", "/src/linux"), "/src/linux");
  EXPECT_EQ(relativeTo("/usr/include/a.h", "/"), "usr/include/a.h");
  EXPECT_EQ(relativeTo("/usr/include/a.h", ""), "/usr/include/a.h");
  EXPECT_EQ(relativeTo("fs/inode.c", "/src/linux"), "fs/inode.c");
  EXPECT_EQ(relativeTo("", "/src/linux"), "");
}

TEST(Paths, become_uris) {
  EXPECT_EQ(encodePath("fs/a b%c#d?e[0].c"), "fs/a%20b%25c%23d%3Fe%5B0%5D.c");
  EXPECT_EQ(encodePath("pci:0/x.c"), "pci%3A0/x.c") << "pci: is not a scheme";
  EXPECT_EQ(encodePath("\xc3\xa9\xff.c"), "%C3%A9%FF.c");
  EXPECT_EQ(folderUri("/src/my linux"), "file:///src/my%20linux/");
  EXPECT_EQ(folderUri("/"), "file:///");
}

TEST(Wording, of_every_event) {
  auto clause = [](StepEvent Event, std::string Lock) {
    return describeStep(Step{Event, std::move(Lock), "f", {}, ""});
  };
  EXPECT_EQ(clause(StepEvent::Holds, "&foo->lock"), "f() holds '&foo->lock', acquired here");
  EXPECT_EQ(clause(StepEvent::Wants, "b"), "f() wants 'b' here");
  EXPECT_EQ(clause(StepEvent::Releases, "b"), "f() releases 'b' here");
  EXPECT_EQ(clause(StepEvent::Calls, "g"), "f() calls g() here");
  EXPECT_EQ(clause(StepEvent::Calls, "ops->open"), "f() calls ops->open here");
  EXPECT_EQ(clause(StepEvent::Starts, ""), "f() starts here");
  EXPECT_EQ(clause(StepEvent::Enters, "softirq"), "f() enters softirq here");
  EXPECT_EQ(clause(StepEvent::Sleeps, "msleep"), "f() may sleep here, in msleep()");
  EXPECT_EQ(clause(StepEvent::Waits, "done"), "f() waits for 'done' here");
  EXPECT_EQ(describeStep(Step{StepEvent::Wants, "", "", {}, "by hand"}),
            "wants a lock here (by hand)");
}

TEST(Wording, events_and_tiers_are_spelled_as_pinned) {
  const std::pair<StepEvent, const char *> Events[] = {
      {StepEvent::Holds, "holds"},   {StepEvent::Calls, "calls"},
      {StepEvent::Wants, "wants"},   {StepEvent::Releases, "releases"},
      {StepEvent::Starts, "starts"}, {StepEvent::Enters, "enters"},
      {StepEvent::Sleeps, "sleeps"}, {StepEvent::Waits, "waits"}};
  for (auto [Event, Word] : Events)
    EXPECT_EQ(spell(Event), Word);
  EXPECT_EQ(spell(Confidence::High), "high");
  EXPECT_EQ(spell(Confidence::Medium), "medium");
  EXPECT_EQ(spell(Confidence::Low), "low");
}

} // namespace
