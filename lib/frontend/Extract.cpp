//===- Extract.cpp - From C source to the lock program -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Error.h"
#include "frontend/BodyHints.h"
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

/// Bodies are wanted of these for what calls them only.
bool isHeaderInline(const FunctionDecl *F, const SourceManager &Sources) {
  return F->isInlined() && !Sources.isInMainFile(Sources.getFileLoc(F->getLocation()));
}

/// Collects definitions and static initializers that the preprocessed source contains. What inline
/// functions of headers have inside is asked for when they are reached.
class Definitions : public RecursiveASTVisitor<Definitions> {
public:
  explicit Definitions(const SourceManager &Sources) : Sources(Sources) {}
  bool shouldWalkTypesOfTypeLocs() const { return false; }
  bool TraverseFunctionDecl(FunctionDecl *D) {
    if (!isHeaderInline(D, Sources))
      return RecursiveASTVisitor::TraverseFunctionDecl(D);
    return WalkUpFromFunctionDecl(D);
  }
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

private:
  const SourceManager &Sources;
};

/// Keeps errors with their places; warnings are the compiler's business, not ours.
class ErrorCollector : public DiagnosticConsumer {
public:
  struct Error {
    std::string Message, File;
    unsigned Line = 0, Column = 0;
    SourceLocation Where; ///< in a file
  };

  void HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error)
      return;
    ++Count;
    if (Errors.size() == MaxKept)
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    Error E{std::string(Text), "", 0, 0, {}};
    if (Info.hasSourceManager() && Info.getLocation().isValid()) {
      E.Where = Info.getSourceManager().getFileLoc(Info.getLocation());
      PresumedLoc Loc =
          Info.getSourceManager().getPresumedLoc(E.Where, /*UseLineDirectives=*/false);
      if (Loc.isValid()) {
        E.File = Loc.getFilename();
        E.Line = Loc.getLine();
        E.Column = Loc.getColumn();
      }
    }
    Errors.push_back(std::move(E));
  }

  /// Forgets those inside: nobody needs it, and whether it was parsed is a matter of speed.
  void forget(SourceRange In, const SourceManager &Sources) {
    FileID File = Sources.getFileID(Sources.getFileLoc(In.getBegin()));
    unsigned Begin = Sources.getFileOffset(Sources.getFileLoc(In.getBegin()));
    unsigned End = Sources.getFileOffset(Sources.getFileLoc(In.getEnd()));
    Count -= std::erase_if(Errors, [&](const Error &E) {
      unsigned At = E.Where.isValid() ? Sources.getFileOffset(E.Where) : 0;
      return E.Where.isValid() && Sources.getFileID(E.Where) == File && Begin <= At && At <= End;
    });
  }

  std::vector<Error> Errors;
  uint64_t Count = 0;

private:
  static constexpr size_t MaxKept = 1000;
};

/// What one parse is about.
struct ParseRun {
  const CompileJob &Job;
  const KernelModel &Model;
  BodyHints *Hints; ///< learn; null: no use for it
  bool Skip;        ///< bodies that the hints say are unneeded
  TranslationUnit Unit;
  ErrorCollector Errors;
  bool Ran = false;
  bool Guessed = true; ///< nothing was skipped that is needed
};

class Consumer : public ASTConsumer {
public:
  Consumer(ParseRun &Into, CompilerInstance &Instance)
      : Into(Into), Unit(Into.Unit), Model(Into.Model), PP(Instance.getPreprocessor()),
        Macros(Model, Instance.getSourceManager()) {
    PP.addPPCallbacks(Macros.callbacks(PP));
  }

  bool shouldSkipFunctionBody(Decl *D) override {
    auto *F = dyn_cast<FunctionDecl>(D);
    return F && isHeaderInline(F, PP.getSourceManager()) && Into.Hints->isUnneeded(F);
  }

  void HandleTranslationUnit(ASTContext &Context) override {
    NameTable Names(Unit, Context, Into.Job.Directory);
    Definitions Found(Context.getSourceManager());
    Found.TraverseAST(Context);
    if (Into.Hints) {
      Into.Hints->learn(PP);
      for (const FunctionDecl *F : Found.Functions)
        if (isHeaderInline(F, Context.getSourceManager()))
          Into.Hints->learn(F);
    }

    std::vector<const FunctionDecl *> Mentioned;
    for (const VarDecl *Object : Found.External)
      Unit.Objects.push_back(Names.object(Object));
    for (const VarDecl *Object : Found.Initialized)
      collectInitializer(Object, Names, Model, Mentioned);
    collectDeclarations(Macros, Names, Mentioned);
    for (const FunctionDecl *F : Found.Functions)
      if (!isHeaderInline(F, Context.getSourceManager()))
        Mentioned.push_back(F);
    lowerReachable(Names, std::move(Mentioned));
    llvm::sort(Unit.Objects);
    Unit.Objects.erase(std::unique(Unit.Objects.begin(), Unit.Objects.end()), Unit.Objects.end());
    Unit.Seen = seenSites(Lowered, Names, Model);
    forgetUnneededErrors(Found.Functions);
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
      if (!F->hasBody(Definition)) {
        noteSkipped(F, Names);
        continue;
      }
      if (!Done.insert(Definition).second)
        continue;
      if (apiOf(Definition, Model, Names.Sources))
        continue; // a primitive's own body is the model's business
      std::vector<const FunctionDecl *> Mentioned;
      if (isHeaderInline(Definition, PP.getSourceManager()))
        collectStatics(Definition, Names, Pending);
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

  /// Static variables inside.
  void collectStatics(const FunctionDecl *F, NameTable &Names,
                      std::vector<const FunctionDecl *> &Mentioned) {
    Definitions Inside(PP.getSourceManager());
    Inside.TraverseStmt(F->getBody());
    for (const VarDecl *Object : Inside.Initialized)
      collectInitializer(Object, Names, Model, Mentioned);
  }

  void forgetUnneededErrors(const std::vector<FunctionDecl *> &Functions) {
    if (Into.Errors.Errors.empty())
      return;
    llvm::DenseSet<const FunctionDecl *> Needed(Lowered.begin(), Lowered.end());
    for (const FunctionDecl *F : Functions)
      if (isHeaderInline(F, PP.getSourceManager()) && !Needed.contains(F))
        Into.Errors.forget(F->getSourceRange(), PP.getSourceManager());
  }

  void noteSkipped(const FunctionDecl *F, NameTable &Names) {
    if (!Into.Hints || apiOf(F, Model, Names.Sources))
      return;
    for (const FunctionDecl *Each : F->redecls())
      if (Each->hasSkippedBody()) {
        Into.Hints->keep(Each);
        Into.Guessed = false;
      }
  }

  ParseRun &Into;
  TranslationUnit &Unit;
  const KernelModel &Model;
  Preprocessor &PP;
  MacroIndex Macros;
  std::vector<const FunctionDecl *> Lowered;
};

class Action : public ASTFrontendAction {
public:
  explicit Action(ParseRun &Into) : Into(Into) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Instance,
                                                 llvm::StringRef) override {
    Into.Ran = true;
    Instance.getFrontendOpts().SkipFunctionBodies = Into.Skip; // the consumer is asked for each
    return std::make_unique<Consumer>(Into, Instance);
  }

private:
  ParseRun &Into;
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
  for (const ErrorCollector::Error &E : llvm::ArrayRef(Errors.Errors).take_front(MaxProblems)) {
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

void parse(ParseRun &Into, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk) {
  Into.Unit.Object = Into.Job.Object;
  Into.Unit.Source = Into.Job.Source;
  readModule(Into.Job, Into.Unit);
  std::vector<std::string> Arguments = Into.Job.Arguments;
  for (const char *Extra : {"-fsyntax-only", "-ferror-limit=0", "-w", "-fno-caret-diagnostics"})
    Arguments.push_back(Extra);
  Arguments.push_back(Into.Job.Source);
  llvm::IntrusiveRefCntPtr<FileManager> Files(new FileManager({}, std::move(Disk)));
  tooling::ToolInvocation Invocation(std::move(Arguments), std::make_unique<Action>(Into),
                                     Files.get());
  Invocation.setDiagnosticConsumer(&Into.Errors);
  Invocation.run();
}

} // namespace

std::shared_ptr<BodyHints> makeBodyHints() { return std::make_shared<BodyHints>(); }

llvm::Expected<TranslationUnit> extract(const CompileJob &Job, const KernelModel &Model,
                                        llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk,
                                        BodyHints *Hints) {
  if (std::error_code Error = Disk->setCurrentWorkingDirectory(Job.Directory))
    return makeError(Job.Source + ": its working directory " + Job.Directory + " is not there (" +
                     Error.message() + "); make the database again where the tree is now");
  auto Source = Disk->getBufferForFile(Job.Source);
  if (!Source)
    return makeError(Job.Source +
                     ": no such file, but the database names it; make the database again");
  // A guess that was wrong has named what it lacks: with that, the second is right nearly always.
  constexpr unsigned Guesses = 2;
  for (unsigned Guess = 0; Hints && Guess != Guesses; ++Guess) {
    Hints->begin((*Source)->getBuffer());
    ParseRun Quick{Job, Model, Hints, /*Skip=*/true, {}, {}};
    parse(Quick, Disk);
    if (!Quick.Ran || Quick.Errors.Count != 0)
      break; // an error may stand in a body that was skipped, or come of it
    if (Quick.Guessed)
      return std::move(Quick.Unit);
  }
  ParseRun Whole{Job, Model, Hints, /*Skip=*/false, {}, {}};
  parse(Whole, Disk);
  if (!Whole.Ran) {
    const std::vector<ErrorCollector::Error> &Why = Whole.Errors.Errors;
    return makeError(Job.Source + ": Clang could not be started on it: " +
                     (Why.empty() ? "Clang gave no reason" : Why[0].Message));
  }
  addProblems(Whole.Errors, Whole.Unit, Job);
  return std::move(Whole.Unit);
}

} // namespace lockorder
