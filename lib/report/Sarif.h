//===- Sarif.h - What a SARIF log consists of -------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// SARIF allows more than its readers read, so the shape follows the readers:
//
// - GitHub identifies an alert by rule, file and line hash: two results on one line would be one
// alert.
//   So a result is all findings of one rule on one line; the first gives the message and location,
//   each further one is a line of the message and a code flow.
// - VS Code shows codeFlows[0].threadFlows[0] and nothing else: there, all witnesses of the first
//   finding stand one after the other. codeFlows[1] has them as they are, a thread flow for each.
// - GitHub rejects a whole file in which one result has no location or too many; so what has no
// place
//   is given the nearest one, and what is too much is trimmed, with a notification that says so.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "report/Report.h"
#include "report/SourceText.h"
#include "llvm/Support/JSON.h"

namespace lockorder {

/// Above these, GitHub code scanning rejects the file (the first two) or shows nothing more of it.
struct SarifLimits {
  size_t Results = 25'000;
  size_t FlowLocations = 10'000; ///< per result
  size_t RelatedLocations = 100; ///< per result
  size_t GzipBytes = 9'900'000;
};

/// The public function with limits that a test can reach.
void writeSarif(const Report &R, const SarifLimits &Limits, llvm::raw_ostream &Out);

/// One location of a thread flow; the pointers point into the report.
struct SarifStep {
  const Witness *Of;
  const Step *What;
  Location Where;     ///< of the step, else the nearest known before it
  unsigned Depth = 0; ///< of calls, from the witness's first function on
};

struct SarifThread {
  std::string Label;
  std::vector<SarifStep> Steps;
};

struct SarifFlow {
  std::string Message;
  std::vector<SarifThread> Threads;
};

struct SarifResult {
  size_t Rule = 0;
  Location Where; ///< file and line are known
  std::vector<const Finding *> Findings;
  Confidence Tier = Confidence::Low; ///< the highest of its findings
  std::vector<SarifFlow> Flows;
};

/// The checks of the report, and after them those that only a finding names.
class SarifRules {
public:
  explicit SarifRules(const Report &R);
  size_t indexOf(llvm::StringRef Check) const;
  const std::vector<CheckDescription> &all() const { return Rules; }

private:
  std::vector<CheckDescription> Rules;
};

/// The results in the order of their first findings. What had to be left out becomes a sentence in
/// `Notices`.
std::vector<SarifResult> makeSarifResults(const Report &R, const SarifRules &Rules,
                                          const SarifLimits &Limits,
                                          std::vector<std::string> &Notices);

/// Keeps the `Count` best results by tier, in their old order.
void keepBestResults(std::vector<SarifResult> &Results, size_t Count);

/// "error" for high, "warning" for medium, "note" for low: GitHub keeps the first 5,000 results by
/// severity, so the levels must tell the tiers apart.
llvm::StringRef sarifLevel(Confidence);

/// Writes results, one JSON object each.
class SarifResultWriter {
public:
  SarifResultWriter(const Report &R, const SarifRules &Rules, const SarifLimits &Limits,
                    SourceFiles &Files, llvm::json::OStream &J)
      : R(R), Rules(Rules), Limits(Limits), Files(Files), J(J) {}

  void write(const SarifResult &Result);

private:
  struct RelatedStep {
    const Step *What;
    std::string Text;
  };
  void text(llvm::StringRef Key, llvm::StringRef Value);
  void message(llvm::StringRef Text);
  void physicalLocation(const Location &Where);
  void logicalLocation(const std::string &Function);
  void fingerprints(const SarifResult &Result);
  void flow(const SarifFlow &F);
  void flowStep(const SarifStep &S, bool WithLabel);
  void properties(const SarifResult &Result);
  /// The message; the steps to which it links are appended to `Related`, link N being Related[N-1].
  std::string compose(const SarifResult &Result, std::vector<RelatedStep> &Related) const;

  const Report &R;
  const SarifRules &Rules;
  const SarifLimits &Limits;
  SourceFiles &Files;
  llvm::json::OStream &J;
};

} // namespace lockorder
