//===- CommandLine.cpp - One compiler call, understood --------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/CommandLine.h"
#include "compdb/CompileJobs.h"
#include "compdb/FlagTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/TargetParser/Triple.h"
#include <algorithm>

namespace lockorder {

std::vector<std::string> splitCommand(llvm::StringRef Command) {
  std::vector<std::string> Words;
  std::string Word;
  bool InWord = false;
  char Quote = 0;
  for (size_t I = 0; I != Command.size(); ++I) {
    char C = Command[I];
    bool HasNext = I + 1 != Command.size();
    if (Quote) {
      bool Escapes = Quote == '"' && C == '\\' && HasNext &&
                     llvm::StringRef("$`\"\\\n").contains(Command[I + 1]);
      if (C == Quote)
        Quote = 0;
      else if (!Escapes)
        Word += C;
      else if (Command[++I] != '\n')
        Word += Command[I];
    } else if (llvm::isSpace(C)) {
      if (InWord)
        Words.push_back(std::move(Word));
      Word.clear();
      InWord = false;
    } else if (C == '\\' && HasNext) {
      if (Command[++I] == '\n') // a continued line
        continue;
      InWord = true;
      Word += Command[I];
    } else {
      InWord = true;
      if (C == '\'' || C == '"')
        Quote = C;
      else
        Word += C;
    }
  }
  if (InWord)
    Words.push_back(std::move(Word));
  return Words;
}

std::string quoteForShell(llvm::StringRef Word) {
  bool Plain = !Word.empty() && llvm::all_of(Word, [](char C) {
    return llvm::isAlnum(C) || llvm::StringRef("_-+=./,:@%").contains(C);
  });
  if (Plain)
    return Word.str();
  std::string Out = "'";
  for (char C : Word)
    if (C == '\'')
      Out += "'\\''";
    else
      Out += C;
  Out += '\'';
  return Out;
}

std::string shellWords(const std::vector<std::string> &Words, llvm::StringRef Before) {
  std::string Out;
  for (const std::string &Word : Words)
    Out += " " + Before.str() + quoteForShell(Word);
  return Out;
}

namespace {

/// Clang's name for a sanitizer that code can ask for with __has_feature; empty for one that
/// concerns generated code only or that Clang does not have.
llvm::StringRef visibleSanitizer(llvm::StringRef Name) {
  return llvm::StringSwitch<llvm::StringRef>(Name)
      .Cases("address", "kernel-address", "hwaddress", "kernel-hwaddress", Name)
      .Cases("thread", "memory", "kernel-memory", "kcfi", Name)
      .Cases("undefined", "alignment", "bool", "bounds", "array-bounds", "enum", Name)
      .Cases("integer-divide-by-zero", "shift", "signed-integer-overflow", "unreachable", Name)
      .Case("bounds-strict", "array-bounds") // GCC's
      .Default("");
}

/// Whether a folder holds the builtin headers of the compiler that built, which may not be Clang or
/// not this Clang: .../lib/gcc/TARGET/12/include, .../lib/clang/17/include.
bool isBuiltinHeaders(llvm::StringRef Folder) {
  Folder = Folder.rtrim('/');
  return (Folder.contains("/lib/gcc/") || Folder.contains("/lib/clang/") ||
          Folder.contains("/lib64/clang/") || Folder.contains("/lib/gcc-cross/")) &&
         (Folder.ends_with("/include") || Folder.ends_with("/include-fixed"));
}

/// Replaces -Wp,A,B and -Xpreprocessor A by what they hand to the preprocessor.
std::vector<std::string> withoutNesting(llvm::ArrayRef<std::string> Options) {
  std::vector<std::string> Flat;
  for (size_t I = 0; I < Options.size(); ++I) {
    llvm::StringRef Option = Options[I];
    FlagRule Rule = Option.size() > 1 && Option[0] == '-' ? ruleFor(Option) : FlagRule();
    if (Rule.Fate == FlagFate::Nested && Rule.Form == FlagForm::Next) {
      if (++I < Options.size())
        Flat.push_back(Options[I]);
    } else if (Rule.Fate == FlagFate::Nested) {
      for (llvm::StringRef Piece : llvm::split(Option.drop_front(Rule.NameLength), ','))
        Flat.push_back(Piece.str());
    } else {
      Flat.push_back(Options[I]);
    }
  }
  return Flat;
}

/// Sorts the options of one command by their rules.
class Sorter {
public:
  explicit Sorter(CommandLine &Result) : Result(Result) {}

  void sort(const std::vector<std::string> &Options) {
    for (size_t I = 0; I < Options.size(); ++I) {
      llvm::StringRef Option = Options[I];
      if (Option.size() < 2 || Option[0] != '-')
        continue; // an input
      FlagRule Rule = ruleFor(Option);
      bool ValueIsNext = Rule.Form == FlagForm::Next ||
                         (Rule.Form == FlagForm::Either && Rule.NameLength == Option.size());
      llvm::StringRef Value = Option.drop_front(std::min(Rule.NameLength, Option.size()));
      if (ValueIsNext) {
        if (++I == Options.size())
          break;
        Value = Options[I];
      }
      apply(Option, Rule, Value, ValueIsNext);
    }
    if (UsesBuiltinHeaders)
      std::replace(Result.Arguments.begin(), Result.Arguments.end(), std::string("-nostdinc"),
                   std::string("-nostdlibinc"));
    llvm::sort(Result.Dropped);
    Result.Dropped.erase(std::unique(Result.Dropped.begin(), Result.Dropped.end()),
                         Result.Dropped.end());
  }

private:
  void apply(llvm::StringRef Option, const FlagRule &Rule, llvm::StringRef Value,
             bool ValueIsNext) {
    switch (Rule.Fate) {
    case FlagFate::Keep:
      keep(Option, Rule, Value, ValueIsNext);
      return;
    case FlagFate::System:
      if (isBuiltinHeaders(Value))
        UsesBuiltinHeaders = true;
      else
        keep(Option, Rule, Value, ValueIsNext);
      return;
    case FlagFate::Sanitize:
      keepSanitizers(Option.take_front(Rule.NameLength), Value);
      return;
    case FlagFate::Output:
      Result.Output = Value.str();
      return;
    case FlagFate::Count:
      // Of GCC's and Clang's extensions of C this is the larger set that Clang has.
      if (Option == "-fplan9-extensions")
        Result.Arguments.push_back("-fms-extensions");
      else
        Result.Dropped.push_back(Option.take_front(Rule.NameLength).str());
      return;
    case FlagFate::Ignore:
    case FlagFate::Nested: // inside another -Wp: no compiler accepts that
      return;
    }
  }

  void keep(llvm::StringRef Option, const FlagRule &Rule, llvm::StringRef Value, bool ValueIsNext) {
    Result.Arguments.push_back(Option.str());
    if (ValueIsNext)
      Result.Arguments.push_back(Value.str());
    llvm::StringRef Name = Option.take_front(Rule.NameLength);
    llvm::StringRef Macro = Value.take_until([](char C) { return C == '='; });
    if (Name == "-x")
      Result.Language = Value.str();
    else if ((Name == "-D" || Name == "-U") && Macro == "__KERNEL__")
      Result.IsKernel = Name == "-D";
  }

  void keepSanitizers(llvm::StringRef Name, llvm::StringRef List) {
    for (llvm::StringRef Sanitizer : llvm::split(List, ','))
      if (llvm::StringRef Known = visibleSanitizer(Sanitizer); !Known.empty())
        Result.Arguments.push_back((Name + Known).str());
  }

  CommandLine &Result;
  bool UsesBuiltinHeaders = false;
};

/// The last explicit target; empty without one.
llvm::StringRef explicitTarget(llvm::ArrayRef<std::string> Arguments) {
  llvm::StringRef Target;
  for (size_t I = 0; I != Arguments.size(); ++I) {
    llvm::StringRef Argument = Arguments[I];
    if (Argument.consume_front("--target="))
      Target = Argument;
    else if (Argument == "-target" && I + 1 != Arguments.size())
      Target = Arguments[I + 1];
  }
  return Target;
}

} // namespace

CommandLine understandCommand(const std::vector<std::string> &Command) {
  CommandLine Result;
  Result.Arguments.push_back("clang");
  size_t First = 0;
  std::string Target = inferTarget(Command, First);
  Sorter(Result).sort(withoutNesting(llvm::ArrayRef(Command).drop_front(First)));
  if (llvm::StringRef Explicit = explicitTarget(Result.Arguments); !Explicit.empty())
    Target = Explicit;
  else if (!Target.empty())
    Result.Arguments.insert(Result.Arguments.begin() + 1, "--target=" + Target);
  // GCC's name for what is Clang's only 64-bit ABI on this machine, and refused by it.
  if (llvm::Triple(Target).isAArch64())
    llvm::erase(Result.Arguments, "-mabi=lp64");
  // Also silences what Clang calls an error by default and GCC a warning (an implicit int
  // conversion): the kernel's compiler went on, and so must the parser.
  Result.Arguments.push_back("-Wno-everything");
  // But what the build itself made an error, and Clang finds as surely as GCC, is one.
  for (const char *Error : {"-Werror=implicit-function-declaration", "-Werror=implicit-int"})
    if (llvm::is_contained(Command, Error))
      Result.Arguments.push_back(Error);
  return Result;
}

std::vector<std::string> clangArguments(const std::vector<std::string> &Command,
                                        std::vector<std::string> &Dropped) {
  CommandLine Line = understandCommand(Command);
  Dropped.insert(Dropped.end(), Line.Dropped.begin(), Line.Dropped.end());
  return std::move(Line.Arguments);
}

} // namespace lockorder
