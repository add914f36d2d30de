//===- Prelude.cpp - Headers that are parsed once for many units ----------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/Prelude.h"
#include "frontend/TranslationUnit.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace lockorder {
namespace {

/// The name of a macro that differs from unit to unit, and that headers only pass on. Empty:
/// another option.
llvm::StringRef unitMacro(llvm::StringRef Argument) {
  if (!Argument.consume_front("-D"))
    return "";
  llvm::StringRef Name = Argument.take_until([](char C) { return C == '='; });
  return llvm::StringSwitch<llvm::StringRef>(Name)
      .Cases("KBUILD_MODFILE", "KBUILD_BASENAME", "KBUILD_MODNAME", "__KBUILD_MODNAME", Name)
      .Default("");
}

} // namespace

std::vector<std::string> preludeArguments(const CompileJob &Job) {
  std::vector<std::string> Out;
  for (const std::string &Argument : Job.Arguments)
    if (llvm::StringRef Name = unitMacro(Argument); Name.empty())
      Out.push_back(Argument);
    else if (Name == "__KBUILD_MODNAME")
      Out.push_back("-D" + Name.str() + "=kmod_prelude");
    else
      Out.push_back("-D" + Name.str() + "=\"prelude\"");
  return Out;
}

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
withPrelude(const KernelModel &Model, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk) {
  std::string Text;
  for (const std::string &Header : Model.prelude())
    Text += "#if __has_include(<" + Header + ">)\n#include <" + Header + ">\n#endif\n";
  Text += "#pragma " + std::string(PreludeEnd::Name) + "\n";
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> Memory(new llvm::vfs::InMemoryFileSystem);
  Memory->addFile(PreludePath, 0, llvm::MemoryBuffer::getMemBufferCopy(Text, PreludePath));
  llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> Both(
      new llvm::vfs::OverlayFileSystem(std::move(Disk)));
  Both->pushOverlay(std::move(Memory));
  return Both;
}

bool enterSource(const CompileJob &Job, CompilerInstance &Instance) {
  SourceManager &Sources = Instance.getSourceManager();
  Preprocessor &PP = Instance.getPreprocessor();
  OptionalFileEntryRef File = Instance.getFileManager().getOptionalFileRef(Job.Source);
  if (!File)
    return false;
  // Without a place that includes it: then it is what SourceManager::isInMainFile() says it is.
  FileID Source = Sources.createFileID(*File, SourceLocation(), SrcMgr::C_User);
  Sources.setMainFileID(Source);
  PP.markIncluded(*File); // as Preprocessor::EnterMainSourceFile() does
  if (PP.EnterSourceFile(Source, nullptr, SourceLocation()))
    return false;
  std::string Text;
  for (llvm::StringRef Argument : Job.Arguments)
    if (llvm::StringRef Name = unitMacro(Argument); !Name.empty()) {
      auto [Before, Value] = Argument.split('=');
      Text += ("#undef " + Name + "\n#define " + Name + " " + Value + "\n").str();
    }
  FileID Macros =
      Sources.createFileID(llvm::MemoryBuffer::getMemBufferCopy(Text, "<command line>"));
  return !PP.EnterSourceFile(Macros, nullptr, SourceLocation());
}

void PreludeEnd::HandlePragma(Preprocessor &PP, PragmaIntroducer, Token &) {
  PP.DiscardUntilEndOfDirective();
  Then();
}

/// Not in what stands for the command line.
bool PreludeWatch::isInSource(SourceLocation Where) const {
  const SourceManager &Sources = PP.getSourceManager();
  return Sources.getFileID(Where) == Sources.getMainFileID();
}

void PreludeWatch::changed(const Token &Name) {
  if (!InUnit || !Asked.contains(Name.getIdentifierInfo()) || !isInSource(Name.getLocation()))
    return;
  // How messages begin: no code depends on it.
  llvm::StringRef Text = Name.getIdentifierInfo()->getName();
  Changed |= Text != "pr_fmt" && Text != "dev_fmt";
}

void PreludeWatch::InclusionDirective(SourceLocation Hash, const Token &, llvm::StringRef, bool,
                                      CharSourceRange, OptionalFileEntryRef, llvm::StringRef,
                                      llvm::StringRef, const Module *, bool,
                                      SrcMgr::CharacteristicKind) {
  Unsafe |= Changed && isInSource(Hash);
}

} // namespace lockorder
