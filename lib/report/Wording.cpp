//===- Wording.cpp - How findings are put into words ------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Wording.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/JSON.h"

using llvm::StringRef;

namespace lockorder {
namespace {

/// "foo" is a function and printed as "foo()"; "ops->open" or "foo@file.c" stays as it is.
std::string asCall(StringRef Name) {
  bool Plain = !Name.empty() &&
               llvm::all_of(Name, [](char C) { return llvm::isAlnum(C) || C == '_' || C == '.'; });
  return (Name + (Plain ? "()" : "")).str();
}

/// The clause without subject and note. `Lock` may be empty where the step does not need it.
std::string predicate(const Step &S) {
  std::string Quoted = S.Lock.empty() ? "a lock" : "'" + S.Lock + "'";
  switch (S.Event) {
  case StepEvent::Holds:
    return "holds " + Quoted + ", acquired here";
  case StepEvent::Calls:
    return S.Lock.empty() ? "makes a call here" : "calls " + asCall(S.Lock) + " here";
  case StepEvent::Wants:
    return "wants " + Quoted + " here";
  case StepEvent::Releases:
    return "releases " + Quoted + " here";
  case StepEvent::Starts:
    return S.Lock.empty() ? "starts here" : "starts here: " + S.Lock;
  case StepEvent::Enters:
    return S.Lock.empty() ? "enters here" : "enters " + S.Lock + " here";
  case StepEvent::Sleeps:
    return S.Lock.empty() ? "may sleep here" : "may sleep here, in " + asCall(S.Lock);
  case StepEvent::Waits:
    return S.Lock.empty() ? "waits here" : "waits for '" + S.Lock + "' here";
  }
  llvm_unreachable("a StepEvent outside its enumeration");
}

} // namespace

std::string describeStep(const Step &S) {
  std::string Text = S.Function.empty() ? "" : asCall(S.Function) + " ";
  Text += predicate(S);
  if (!S.Note.empty())
    Text += " (" + S.Note + ")";
  return Text;
}

std::string describeStep(const Witness &W, const Step &S) {
  return W.Label.empty() ? describeStep(S) : W.Label + ": " + describeStep(S);
}

std::string describeConfidence(const Finding &F) {
  std::string Text = ("confidence " + spell(F.Tier)).str();
  const char *Separator = ": ";
  for (const std::string &Reason : F.Reasons) {
    Text += Separator + Reason;
    Separator = "; ";
  }
  return Text;
}

std::string toUtf8(StringRef Text) {
  return llvm::json::isUTF8(Text) ? Text.str() : llvm::json::fixUTF8(Text);
}

std::string toOneLine(StringRef Text) {
  std::string Line = toUtf8(Text);
  for (size_t I = 0; I < Line.size(); ++I) {
    unsigned char C = Line[I];
    if (C < 0x20 || C == 0x7f)
      Line[I] = ' ';
    // U+0080 to U+009F are control characters too: C2 80 to C2 9F in UTF-8.
    else if (C == 0xc2 && static_cast<unsigned char>(Line[I + 1]) < 0xa0)
      Line.replace(I, 2, " ");
  }
  return Line;
}

std::string asSentence(StringRef Text) {
  Text = Text.rtrim();
  bool Closed = Text.empty() || StringRef(".!?").contains(Text.back());
  return (Text + (Closed ? "" : ".")).str();
}

} // namespace lockorder
