//===- TextWriter.cpp - Findings as compilers print them --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   drivers/x.c:45:2: warning: possible circular locking dependency: ... [lockorder-lock-order]
//      45 |         down(&sem2);
//         |         ^~~~
//   drivers/x.c:40:2: note: path 1: bad_function() holds 'sem1', acquired here
//   drivers/x.c:45:2: note: path 1: bad_function() wants 'sem2' here
//   drivers/x.c:45:2: note: confidence medium: the initial count of 'sem1' is not known
//
// Every line repeats file and label: editors, grep and patch robots see lines one at a time.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"
#include "report/SourceText.h"
#include "report/Wording.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>

using llvm::StringRef;

namespace lockorder {
namespace {

/// The colours of Clang. They are written as they are: the caller knows whether a terminal listens.
namespace ansi {
constexpr const char *Reset = "\x1b[0m", *Bold = "\x1b[1m", *Warning = "\x1b[0;1;35m",
                     *Note = "\x1b[0;1;36m", *Caret = "\x1b[0;1;32m";
} // namespace ansi

constexpr unsigned TabStop = 8;
/// Generated tables have lines of thousands of characters; nobody wants one in a report.
constexpr size_t MaxSnippet = 240;

/// A message on one line. Vim's default errorformat begins with patterns for names in double
/// quotes, which would take `"a" at 3: b` for a place; so they become single.
std::string messageLine(StringRef Text) {
  std::string Line = toOneLine(Text);
  std::replace(Line.begin(), Line.end(), '"', '\'');
  return Line;
}

class TextWriter {
public:
  TextWriter(const Report &R, const TextOptions &Options, llvm::raw_ostream &Out)
      : R(R), Options(Options), Out(Out), Files(R.SourceRoot) {}

  void write(const Finding &F) {
    line(F.Where, ansi::Warning, "warning", F.Message, " [lockorder-" + messageLine(F.Check) + "]");
    if (Options.Snippets)
      snippet(F.Where);
    for (const Witness &W : F.Witnesses)
      for (const Step &S : W.Steps)
        line(S.Where, ansi::Note, "note", describeStep(W, S));
    line(F.Where, ansi::Note, "note", describeConfidence(F));
  }

private:
  const char *color(const char *Sequence) const { return Options.Color ? Sequence : ""; }

  void line(const Location &Where, const char *Color, StringRef Severity, StringRef Message,
            StringRef Tail = "") {
    Out << color(ansi::Bold);
    Out << (Where.File.empty() ? "<unknown>" : toOneLine(relativeTo(Where.File, R.SourceRoot)));
    if (!Where.File.empty() && Where.Line) {
      Out << ":" << Where.Line;
      if (Where.Column)
        Out << ":" << Where.Column;
    }
    Out << ": " << color(Color) << Severity << ": " << color(ansi::Reset);
    bool Strong = Severity == "warning";
    Out << (Strong ? color(ansi::Bold) : "") << messageLine(Message) << Tail
        << (Strong ? color(ansi::Reset) : "") << "\n";
  }

  /// The line with tabs expanded, and the token underlined.
  void snippet(const Location &Where) {
    std::optional<SourceLine> Source = Files.at(Where);
    if (!Source || Source->Begin == Source->End)
      return;
    std::string Before = expand(Source->Line.substr(0, Source->Begin), 0);
    size_t Indent = width(Before);
    std::string Token = expand(Source->Line.slice(Source->Begin, Source->End), Indent);
    size_t Marked = width(Token);
    std::string After = expand(Source->Line.substr(Source->End).rtrim(), Indent + Marked);
    if (Before.size() + Token.size() + After.size() > MaxSnippet)
      return;
    Out << llvm::format("%5u | ", Where.Line) << Before << Token << After << "\n";
    Out << "      | " << color(ansi::Caret) << std::string(Indent, ' ') << "^"
        << std::string(Marked > 1 ? Marked - 1 : 0, '~') << color(ansi::Reset) << "\n";
  }

  static std::string expand(StringRef Text, size_t Column) {
    std::string Expanded;
    while (!Text.empty()) {
      auto [Part, Rest] = Text.split('\t');
      std::string Clean = toOneLine(Part);
      Expanded += Clean;
      Column += width(Clean);
      if (Part.size() != Text.size()) {
        size_t Blanks = TabStop - Column % TabStop;
        Expanded.append(Blanks, ' ');
        Column += Blanks;
      }
      Text = Rest;
    }
    return Expanded;
  }

  /// Terminal columns; an unprintable character counts as one.
  static size_t width(StringRef Text) {
    int Columns = llvm::sys::unicode::columnWidthUTF8(Text);
    return Columns >= 0 ? static_cast<size_t>(Columns) : countCodePoints(Text);
  }

  const Report &R;
  const TextOptions &Options;
  llvm::raw_ostream &Out;
  SourceFiles Files;
};

} // namespace

void writeText(const Report &R, const TextOptions &Options, llvm::raw_ostream &Out) {
  TextWriter Writer(R, Options, Out);
  for (const Finding &F : R.Findings)
    Writer.write(F);
}

} // namespace lockorder
