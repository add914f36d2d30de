//===- SarifResultWriter.cpp - One SARIF result as JSON ---------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Paths.h"
#include "report/Sarif.h"
#include "report/Wording.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include <algorithm>

using llvm::StringRef;

namespace lockorder {
namespace {

/// SARIF's words for what a location of a thread flow is.
std::vector<StringRef> kindsOf(StepEvent E) {
  switch (E) {
  case StepEvent::Holds:
  case StepEvent::Wants:
    return {"acquire", "lock"};
  case StepEvent::Releases:
    return {"release", "lock"};
  case StepEvent::Calls:
    return {"call", "function"};
  case StepEvent::Starts:
    return {"enter", "function"};
  case StepEvent::Enters:
    return {"enter", "scope"};
  case StepEvent::Sleeps:
  case StepEvent::Waits:
    return {"danger"};
  }
  llvm_unreachable("a StepEvent outside its enumeration");
}

/// Steps that only lead from one place to the next are left to the code flows.
bool isEssential(StepEvent E) { return E != StepEvent::Calls && E != StepEvent::Starts; }

/// In the text of a link, brackets and backslashes are escaped (SARIF 3.11.6).
std::string escapeLink(StringRef Text) {
  std::string Escaped;
  for (char C : Text) {
    if (C == '[' || C == ']' || C == '\\')
      Escaped += '\\';
    Escaped += C;
  }
  return Escaped;
}

/// Outside of links they only matter where they would look like one.
std::string escapePlain(StringRef Text) {
  return Text.contains("](") ? escapeLink(Text) : Text.str();
}

} // namespace

StringRef sarifLevel(Confidence Tier) {
  switch (Tier) {
  case Confidence::High:
    return "error";
  case Confidence::Medium:
    return "warning";
  case Confidence::Low:
    return "note";
  }
  llvm_unreachable("a Confidence outside its enumeration");
}

void SarifResultWriter::text(StringRef Key, StringRef Value) { J.attribute(Key, toUtf8(Value)); }

void SarifResultWriter::message(StringRef Text) {
  J.attributeObject("message", [&] { text("text", Text); });
}

/// File and one-line region. Columns count code points, as far as the source tells how many there
/// are.
void SarifResultWriter::physicalLocation(const Location &Where) {
  uint64_t Begin = std::max(Where.Column, 1u), End = Begin + 1;
  if (std::optional<SourceLine> Source = Files.at(Where)) {
    Begin = countCodePoints(Source->Line.substr(0, Source->Begin)) + 1;
    End = Begin +
          std::max<uint64_t>(countCodePoints(Source->Line.slice(Source->Begin, Source->End)), 1);
  }
  std::string File = relativeTo(Where.File, R.SourceRoot);
  bool Absolute = StringRef(File).starts_with("/");
  J.attributeObject("physicalLocation", [&] {
    J.attributeObject("artifactLocation", [&] {
      J.attribute("uri", (Absolute ? "file://" : "") + encodePath(File));
      if (!Absolute && !R.SourceRoot.empty())
        J.attribute("uriBaseId", "SRCROOT");
    });
    J.attributeObject("region", [&] {
      J.attribute("startLine", Where.Line);
      J.attribute("startColumn", Begin);
      J.attribute("endLine", Where.Line);
      J.attribute("endColumn", End);
    });
  });
}

void SarifResultWriter::logicalLocation(const std::string &Function) {
  if (Function.empty())
    return;
  J.attributeArray("logicalLocations", [&] {
    J.object([&] {
      text("fullyQualifiedName", Function);
      J.attribute("kind", "function");
    });
  });
}

std::string SarifResultWriter::compose(const SarifResult &Result,
                                       std::vector<RelatedStep> &Related) const {
  std::string Message;
  for (const Finding *F : Result.Findings) {
    Message += (Message.empty() ? "" : "\nAlso here: ") + asSentence(escapePlain(F->Message));
    for (const Witness &W : F->Witnesses) {
      std::string Steps;
      for (const Step &S : W.Steps) {
        if (!isEssential(S.Event))
          continue;
        std::string Text = describeStep(S);
        bool Linked = !S.Where.File.empty() && Related.size() < Limits.RelatedLocations;
        if (Linked)
          Related.push_back({&S, describeStep(W, S)});
        Steps += Steps.empty() ? "" : ", ";
        Steps += Linked ? "[" + escapeLink(Text) + "](" + std::to_string(Related.size()) + ")"
                        : escapePlain(Text);
      }
      if (!Steps.empty())
        Message += "\n" + (W.Label.empty() ? "" : escapePlain(W.Label) + ": ") + Steps + ".";
    }
    std::string Confidence = describeConfidence(*F);
    Confidence[0] = 'C';
    Message += "\n" + asSentence(escapePlain(Confidence));
  }
  return Message;
}

void SarifResultWriter::fingerprints(const SarifResult &Result) {
  std::optional<SourceLine> Source = Files.at(Result.Where, /*WithHash=*/true);
  const std::string &Own = Result.Findings.front()->Fingerprint;
  if (!Source && Own.empty())
    return;
  J.attributeObject("partialFingerprints", [&] {
    if (Source)
      J.attribute("primaryLocationLineHash", *Source->Hash);
    if (!Own.empty())
      text("lockorderCycle/v1", Own);
  });
}

void SarifResultWriter::flowStep(const SarifStep &S, bool WithLabel) {
  J.object([&] {
    J.attributeObject("location", [&] {
      physicalLocation(S.Where);
      logicalLocation(S.What->Function);
      bool Placed = !S.What->Where.File.empty();
      message((WithLabel ? describeStep(*S.Of, *S.What) : describeStep(*S.What)) +
              (Placed ? "" : " (the place is not known)"));
    });
    J.attributeArray("kinds", [&] {
      for (StringRef Kind : kindsOf(S.What->Event))
        J.value(Kind);
    });
    J.attribute("nestingLevel", S.Depth);
    J.attribute("importance", isEssential(S.What->Event) ? "essential" : "important");
  });
}

void SarifResultWriter::flow(const SarifFlow &F) {
  bool WithLabel = F.Threads.size() == 1;
  J.object([&] {
    message(asSentence(F.Message));
    J.attributeArray("threadFlows", [&] {
      for (const SarifThread &Thread : F.Threads)
        J.object([&] {
          if (!Thread.Label.empty())
            message(asSentence(Thread.Label));
          J.attributeArray("locations", [&] {
            for (const SarifStep &S : Thread.Steps)
              flowStep(S, WithLabel);
          });
        });
    });
  });
}

void SarifResultWriter::properties(const SarifResult &Result) {
  auto Strings = [&](StringRef Key, const std::vector<std::string> &Values) {
    J.attributeArray(Key, [&] {
      for (const std::string &Value : Values)
        J.value(toUtf8(Value));
    });
  };
  const Finding &First = *Result.Findings.front();
  std::vector<std::string> Fingerprints;
  for (const Finding *F : Result.Findings)
    Fingerprints.push_back(F->Fingerprint);
  J.attributeObject("properties", [&] {
    J.attribute("confidence", spell(Result.Tier));
    Strings("reasons", First.Reasons);
    Strings("locks", First.Locks);
    Strings("fingerprints", Fingerprints);
    if (First.Where.Line == 0)
      J.attribute("lineUnknown", true);
  });
}

void SarifResultWriter::write(const SarifResult &Result) {
  std::vector<RelatedStep> Related;
  std::string Message = compose(Result, Related);
  J.object([&] {
    text("ruleId", Rules.all()[Result.Rule].RuleId);
    J.attribute("ruleIndex", static_cast<int64_t>(Result.Rule));
    J.attribute("level", sarifLevel(Result.Tier));
    message(Message);
    J.attributeArray("locations", [&] {
      J.object([&] {
        physicalLocation(Result.Where);
        logicalLocation(Result.Findings.front()->Function);
      });
    });
    fingerprints(Result);
    if (!Related.empty())
      J.attributeArray("relatedLocations", [&] {
        for (size_t I = 0; I < Related.size(); ++I)
          J.object([&] {
            Location Where = Related[I].What->Where;
            J.attribute("id", static_cast<int64_t>(I + 1));
            physicalLocation(Where.Line ? Where : Location{Where.File, 1, 0});
            message(Related[I].Text);
          });
      });
    if (!Result.Flows.empty())
      J.attributeArray("codeFlows", [&] {
        for (const SarifFlow &F : Result.Flows)
          flow(F);
      });
    properties(Result);
  });
}

} // namespace lockorder
