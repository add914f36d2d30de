//===- SarifWriter.cpp - The SARIF log, its run and its rules ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Paths.h"
#include "report/Sarif.h"
#include "report/Wording.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"
#include <algorithm>

using llvm::StringRef;

namespace lockorder {
namespace {

/// What GitHub takes for a short or full description.
constexpr size_t MaxDescription = 1024;
/// Of a rule's tags, GitHub shows ten.
constexpr size_t MaxCweTags = 8;

/// At most `Max` bytes, cut before a word.
std::string cutText(std::string Text, size_t Max) {
  if (Text.size() <= Max)
    return Text;
  size_t End = StringRef(Text).rfind(' ', Max - 3);
  Text.resize(End == std::string::npos ? Max - 3 : End);
  return toUtf8(Text) + "...";
}

/// Plain text that means the same as Markdown.
std::string asMarkdown(StringRef Text) {
  std::string Markdown;
  for (char C : Text) {
    if (StringRef("\\`*_<>[]#|~").contains(C))
      Markdown += '\\';
    Markdown += C;
  }
  return Markdown;
}

bool isSemanticVersion(StringRef Version) {
  static const llvm::Regex Form("^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-"
                                "]+)?(\\+[0-9A-Za-z.-]+)?$");
  return Form.match(Version);
}

class SarifLogWriter {
public:
  SarifLogWriter(const Report &R, const SarifRules &Rules, const SarifLimits &Limits,
                 SourceFiles &Files, llvm::raw_ostream &Out)
      : R(R), Rules(Rules), Limits(Limits), Files(Files), Out(Out), J(Out) {}

  void write(const std::vector<SarifResult> &Results, const std::vector<std::string> &Notices) {
    J.object([&] {
      J.attribute("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      J.attribute("version", "2.1.0");
      J.attributeArray("runs", [&] { J.object([&] { run(Results, Notices); }); });
    });
  }

private:
  void text(StringRef Key, StringRef Value) { J.attribute(Key, toUtf8(Value)); }
  void message(StringRef Key, StringRef Value) {
    J.attributeObject(Key, [&] { text("text", Value); });
  }

  void run(const std::vector<SarifResult> &Results, const std::vector<std::string> &Notices) {
    J.attributeObject("tool", [&] { J.attributeObject("driver", [&] { driver(); }); });
    J.attributeObject("automationDetails", [&] { J.attribute("id", "lockorder/"); });
    J.attributeArray("invocations", [&] { J.object([&] { invocation(Notices); }); });
    if (!R.SourceRoot.empty())
      J.attributeObject("originalUriBaseIds", [&] {
        J.attributeObject("SRCROOT", [&] {
          J.attribute("uri", folderUri(R.SourceRoot));
          message("description", "The root of the source tree.");
        });
      });
    J.attribute("columnKind", "unicodeCodePoints");
    SarifResultWriter Writer(R, Rules, Limits, Files, J);
    J.attributeArray("results", [&] {
      for (const SarifResult &Result : Results) {
        Out << "\n"; // without indentation the file is half as large; a line for each result helps
                     // diff
        Writer.write(Result);
      }
    });
  }

  void driver() {
    J.attribute("name", "lockorder");
    text("fullName", R.ToolVersion.empty() ? "lockorder" : "lockorder " + R.ToolVersion);
    if (!R.ToolVersion.empty())
      text("version", R.ToolVersion);
    if (isSemanticVersion(R.ToolVersion))
      J.attribute("semanticVersion", R.ToolVersion);
    J.attributeArray("rules", [&] {
      for (const CheckDescription &Rule : Rules.all())
        J.object([&] { rule(Rule); });
    });
  }

  void rule(const CheckDescription &Rule) {
    StringRef FirstParagraph = StringRef(Rule.Help).split("\n\n").first;
    text("id", Rule.RuleId);
    if (!Rule.Name.empty())
      text("name", Rule.Name);
    message("shortDescription", cutText(asSentence(Rule.Summary), MaxDescription));
    message("fullDescription", cutText(asSentence(FirstParagraph), MaxDescription));
    J.attributeObject("help", [&] {
      text("text", asSentence(Rule.Help));
      text("markdown", asMarkdown(asSentence(Rule.Help)));
    });
    if (!Rule.Cwe.empty())
      J.attribute("helpUri", "https://cwe.mitre.org/data/definitions/" +
                                 std::to_string(Rule.Cwe.front()) + ".html");
    J.attributeObject("defaultConfiguration", [&] { J.attribute("level", "warning"); });
    J.attributeObject("properties", [&] {
      J.attributeArray("tags", [&] {
        J.value("concurrency");
        J.value("correctness");
        for (size_t I = 0; I < std::min(Rule.Cwe.size(), MaxCweTags); ++I)
          J.value(llvm::formatv("external/cwe/cwe-{0,0+3}", Rule.Cwe[I]).str());
      });
      // Each result has its own confidence; the default floor of the tool is medium.
      J.attribute("precision", "medium");
      J.attribute("problem.severity", "warning");
    });
  }

  void invocation(const std::vector<std::string> &Notices) {
    J.attribute("executionSuccessful", R.ExitCode == 0 || R.ExitCode == 1);
    J.attribute("exitCode", R.ExitCode);
    if (!R.WorkingDirectory.empty())
      J.attributeObject("workingDirectory",
                        [&] { J.attribute("uri", folderUri(R.WorkingDirectory)); });
    J.attributeArray("toolExecutionNotifications", [&] {
      for (const std::string &Notice : Notices)
        J.object([&] {
          J.attribute("level", "warning");
          message("message", asSentence(Notice));
        });
    });
  }

  const Report &R;
  const SarifRules &Rules;
  const SarifLimits &Limits;
  SourceFiles &Files;
  llvm::raw_ostream &Out;
  llvm::json::OStream J;
};

/// Readers limit the size of the compressed file. zlib and gzip differ by a few bytes of header.
bool fits(StringRef Text, size_t GzipBytes) {
  if (Text.size() <= GzipBytes)
    return true;
  if (!llvm::compression::zlib::isAvailable())
    return Text.size() / 8 <= GzipBytes; // findings compress better than that
  llvm::SmallVector<uint8_t, 0> Compressed;
  llvm::compression::zlib::compress(llvm::arrayRefFromStringRef(Text), Compressed);
  return Compressed.size() <= GzipBytes;
}

/// Leaves each result its first `Count` code flows.
void keepFlows(std::vector<SarifResult> &Results, size_t Count) {
  for (SarifResult &Result : Results)
    if (Result.Flows.size() > Count)
      Result.Flows.resize(Count);
}

} // namespace

void writeSarif(const Report &R, const SarifLimits &Limits, llvm::raw_ostream &Out) {
  SarifRules Rules(R);
  std::vector<std::string> Notices = R.Notices;
  std::vector<SarifResult> Results = makeSarifResults(R, Rules, Limits, Notices);
  SourceFiles Files(R.SourceRoot);

  std::string Text;
  auto Render = [&](StringRef Trimmed) {
    std::vector<std::string> All = Notices;
    if (!Trimmed.empty())
      All.push_back(("Readers reject a file of this size, so it is trimmed: " + Trimmed).str());
    Text.clear();
    llvm::raw_string_ostream Stream(Text);
    SarifLogWriter(R, Rules, Limits, Files, Stream).write(Results, All);
    Stream << "\n";
    Stream.flush();
    return fits(Text, Limits.GzipBytes);
  };
  // What costs a reader least goes first: the second form of the same paths, all paths, results.
  size_t Total = Results.size();
  bool Fits = Render("");
  if (!Fits) {
    keepFlows(Results, 1);
    Fits = Render("each result has one code flow.");
  }
  if (!Fits) {
    keepFlows(Results, 0);
    Fits = Render("there are no code flows.");
  }
  while (!Fits && !Results.empty()) {
    keepBestResults(Results, Results.size() / 2);
    Fits =
        Render("there are no code flows, and of " + std::to_string(Total) + " results only the " +
               std::to_string(Results.size()) + " of highest confidence.");
  }
  Out << Text;
}

void writeSarif(const Report &R, llvm::raw_ostream &Out) { writeSarif(R, SarifLimits(), Out); }

} // namespace lockorder
