//===- SampleReport.h - A small source tree and what is wrong in it -------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "report/Report.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <gtest/gtest.h>

namespace lockorder {

/// A folder that is gone when the test is.
class SourceTree {
public:
  SourceTree() { EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("lockorder-report", Root)); }
  ~SourceTree() { llvm::sys::fs::remove_directories(Root); }

  std::string root() const { return Root.str().str(); }
  std::string path(llvm::StringRef Name) const { return root() + "/" + Name.str(); }

  void write(llvm::StringRef Name, llvm::StringRef Text) const {
    std::string Path = path(Name);
    EXPECT_FALSE(llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path)));
    std::error_code Failure;
    llvm::raw_fd_ostream Out(Path, Failure);
    ASSERT_FALSE(Failure);
    Out << Text;
  }

private:
  llvm::SmallString<128> Root;
};

inline const char *const XSource = "void bad_function(void)\n"     // 1
                                   "{\n"                           // 2
                                   "\tdown(&sem1);\n"              // 3
                                   "\tif (x)\tdown(&sem2);\n"      // 4
                                   "\thelper();\n"                 // 5
                                   "\t/* \xc3\xa9 */ up(&sem1);\n" // 6: an e with an accent
                                   "}\n";

inline CheckDescription lockOrderCheck() {
  return {"lock-order",
          "LO1001",
          "Lock order that can deadlock",
          "Two threads take the same *locks* in opposite order.\n\nTake them in one order.",
          {833, 667}};
}

/// sem1 -> sem2 in bad_function(), sem2 -> sem1 behind a call in helper().
inline Finding lockOrderFinding(const std::string &Root) {
  Finding F;
  F.Check = "lock-order";
  F.Tier = Confidence::Medium;
  F.Message = "possible circular locking dependency: 'sem1' -> 'sem2' -> 'sem1'";
  F.Locks = {"sem1", "sem2"};
  F.Function = "bad_function";
  std::string X = Root + "/drivers/x.c", Y = Root + "/drivers/y.c";
  F.Where = {X, 4, 9};
  F.Fingerprint = "0123456789abcdef";
  F.Witnesses = {{"path 1",
                  {{StepEvent::Holds, "sem1", "bad_function", {X, 3, 2}, ""},
                   {StepEvent::Wants, "sem2", "bad_function", {X, 4, 9}, ""}}},
                 {"path 2",
                  {{StepEvent::Starts, "", "y_open", {Y, 20, 5}, "through file_operations.open"},
                   {StepEvent::Holds, "sem2", "y_open", {Y, 22, 2}, ""},
                   {StepEvent::Calls, "helper", "y_open", {Y, 23, 2}, ""},
                   {StepEvent::Wants, "sem1", "helper", {Y, 7, 2}, ""}}}};
  F.Reasons = {"the initial count of 'sem1' is not known"};
  return F;
}

inline Report sampleReport(const std::string &Root) {
  Report R;
  R.ToolVersion = "0.1.0";
  R.SourceRoot = Root;
  R.WorkingDirectory = Root;
  R.Checks = {lockOrderCheck(),
              {"double-lock", "LO1002", "Lock that is already held", "Do not.", {764}}};
  R.Findings = {lockOrderFinding(Root)};
  R.ExitCode = 1;
  return R;
}

inline Report sampleReport(const SourceTree &Tree) { return sampleReport(Tree.root()); }

template <typename Writer> std::string written(Writer Write) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  Write(Out);
  Out.flush();
  return Text;
}

} // namespace lockorder
