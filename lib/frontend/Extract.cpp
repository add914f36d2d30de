//===- Extract.cpp - From C source to the lock program -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Error.h"
#include "frontend/Facts.h"
#include "frontend/FunctionLowering.h"
#include "frontend/SeenWalk.h"
#include "frontend/TranslationUnit.h"
#include "lockir/Canonical.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;

namespace lockorder {
namespace {

constexpr size_t MaxProblems = 20;

/// Collects definitions and static initializers that the preprocessed source contains.
class Definitions : public RecursiveASTVisitor<Definitions> {
public:
  bool shouldWalkTypesOfTypeLocs() const { return false; }
  bool VisitFunctionDecl(FunctionDecl *D) {
    if (D->isThisDeclarationADefinition() && D->hasBody())
      Functions.push_back(D);
    return true;
  }
  bool VisitVarDecl(VarDecl *D) {
    if (!D->hasGlobalStorage() || !D->isThisDeclarationADefinition())
      return true;
    if (D->getInit())
      Initialized.push_back(D);
    if (D->isFileVarDecl() && D->isExternallyVisible())
      External.push_back(D);
    return true;
  }

  std::vector<FunctionDecl *> Functions;
  std::vector<VarDecl *> Initialized, External;
};

/// Keeps the first errors with their places; warnings are the compiler's business, not ours.
class ErrorCollector : public DiagnosticConsumer {
public:
  struct Error {
    std::string Message, File;
    unsigned Line = 0, Column = 0;
  };

  void HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error)
      return;
    ++Count;
    if (Errors.size() == MaxProblems)
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    Error E{std::string(Text), "", 0, 0};
    if (Info.hasSourceManager() && Info.getLocation().isValid()) {
      PresumedLoc Loc = Info.getSourceManager().getPresumedLoc(
          Info.getSourceManager().getFileLoc(Info.getLocation()), /*UseLineDirectives=*/false);
      if (Loc.isValid()) {
        E.File = Loc.getFilename();
        E.Line = Loc.getLine();
        E.Column = Loc.getColumn();
      }
    }
    Errors.push_back(std::move(E));
  }

  std::vector<Error> Errors;
  uint64_t Count = 0;
};

class Consumer : public ASTConsumer {
public:
  Consumer(TranslationUnit &Unit, const CompileJob &Job, const KernelModel &Model,
           CompilerInstance &Instance)
      : Unit(Unit), Job(Job), Model(Model), Macros(Model, Instance.getSourceManager()) {
    Instance.getPreprocessor().addPPCallbacks(Macros.callbacks(Instance.getPreprocessor()));
  }

  void HandleTranslationUnit(ASTContext &Context) override {
    NameTable Names(Unit, Context, Job.Directory);
    Definitions Found;
    Found.TraverseAST(Context);

    std::vector<const FunctionDecl *> Mentioned;
    for (const VarDecl *Object : Found.External)
      Unit.Objects.push_back(Names.object(Object));
    for (const VarDecl *Object : Found.Initialized)
      collectInitializer(Object, Names, Model, Mentioned);
    collectDeclarations(Macros, Names, Mentioned);
    for (const FunctionDecl *F : Found.Functions)
      if (!F->isInlined() || Context.getSourceManager().isInMainFile(
                                 Context.getSourceManager().getFileLoc(F->getLocation())))
        Mentioned.push_back(F);
    lowerReachable(Names, std::move(Mentioned));
    llvm::sort(Unit.Objects);
    Unit.Objects.erase(std::unique(Unit.Objects.begin(), Unit.Objects.end()), Unit.Objects.end());
    Unit.Seen = seenSites(Lowered, Names, Model);
  }

private:
  /// Lowers the given functions and all that their bodies name and this unit defines.
  void lowerReachable(NameTable &Names, std::vector<const FunctionDecl *> Pending) {
    llvm::DenseSet<const FunctionDecl *> Done;
    std::reverse(Pending.begin(), Pending.end());
    while (!Pending.empty()) {
      const FunctionDecl *Definition = nullptr;
      const FunctionDecl *F = Pending.back();
      Pending.pop_back();
      if (!F->hasBody(Definition) || !Done.insert(Definition).second)
        continue;
      if (apiOf(Definition, Model, Names.Sources))
        continue; // a primitive's own body is the model's business
      std::vector<const FunctionDecl *> Mentioned;
      Function Out =
          FunctionLowering(Names, Macros, Model).lower(Definition, Unit.Skipped, Mentioned);
      canonicalize(Out);
      Unit.Functions.push_back(std::move(Out));
      Lowered.push_back(Definition);
      Pending.insert(Pending.end(), Mentioned.rbegin(), Mentioned.rend());
    }
    llvm::sort(Unit.Skipped);
    Unit.Skipped.erase(std::unique(Unit.Skipped.begin(), Unit.Skipped.end()), Unit.Skipped.end());
  }

  TranslationUnit &Unit;
  const CompileJob &Job;
  const KernelModel &Model;
  MacroIndex Macros;
  std::vector<const FunctionDecl *> Lowered;
};

class Action : public ASTFrontendAction {
public:
  Action(TranslationUnit &Unit, const CompileJob &Job, const KernelModel &Model, bool &Ran)
      : Unit(Unit), Job(Job), Model(Model), Ran(Ran) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Instance,
                                                 llvm::StringRef) override {
    Ran = true;
    return std::make_unique<Consumer>(Unit, Job, Model, Instance);
  }

private:
  TranslationUnit &Unit;
  const CompileJob &Job;
  const KernelModel &Model;
  bool &Ran;
};

/// What Kbuild tells about the module in its -D options.
void readModule(const CompileJob &Job, TranslationUnit &Unit) {
  constexpr llvm::StringLiteral NameOption = "-DKBUILD_MODNAME=";
  for (llvm::StringRef Argument : Job.Arguments) {
    if (Argument == "-DMODULE")
      Unit.IsModule = true;
    if (Argument.consume_front(NameOption))
      Unit.Module = Argument.trim("\"").str();
  }
}

void addProblems(const ErrorCollector &Errors, TranslationUnit &Unit, const CompileJob &Job) {
  Unit.ProblemCount = Errors.Count;
  for (const ErrorCollector::Error &E : Errors.Errors) {
    Site Where;
    if (!E.File.empty()) {
      llvm::SmallString<256> Path(E.File);
      if (!llvm::sys::path::is_absolute(Path)) {
        Path = Job.Directory;
        llvm::sys::path::append(Path, E.File);
      }
      llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
      Where = {Unit.Files.intern(std::string(Path)), E.Line, E.Column};
    }
    Unit.Problems.push_back({E.Message, Where});
  }
}

} // namespace

llvm::Expected<TranslationUnit> extract(const CompileJob &Job, const KernelModel &Model,
                                        llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk) {
  TranslationUnit Unit;
  Unit.Object = Job.Object;
  Unit.Source = Job.Source;
  readModule(Job, Unit);

  if (std::error_code Error = Disk->setCurrentWorkingDirectory(Job.Directory))
    return makeError(Job.Source + ": its working directory " + Job.Directory + " is not there (" +
                     Error.message() + "); make the database again where the tree is now");
  if (!Disk->exists(Job.Source))
    return makeError(Job.Source +
                     ": no such file, but the database names it; make the database again");

  std::vector<std::string> Arguments = Job.Arguments;
  for (const char *Extra : {"-fsyntax-only", "-ferror-limit=0", "-w", "-fno-caret-diagnostics"})
    Arguments.push_back(Extra);
  Arguments.push_back(Job.Source);

  ErrorCollector Errors;
  bool Ran = false;
  llvm::IntrusiveRefCntPtr<FileManager> Files(new FileManager({}, Disk));
  tooling::ToolInvocation Invocation(std::move(Arguments),
                                     std::make_unique<Action>(Unit, Job, Model, Ran), Files.get());
  Invocation.setDiagnosticConsumer(&Errors);
  Invocation.run();
  if (!Ran) {
    std::string Why = Errors.Errors.empty() ? "Clang gave no reason" : Errors.Errors[0].Message;
    return makeError(Job.Source + ": Clang could not be started on it: " + Why);
  }
  addProblems(Errors, Unit, Job);
  return Unit;
}

} // namespace lockorder
