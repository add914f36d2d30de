//===- ParseRun.cpp - One parse --------------------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/ParseRun.h"
#include "frontend/Facts.h"
#include "frontend/FunctionLowering.h"
#include "frontend/Prelude.h"
#include "frontend/SeenWalk.h"
#include "frontend/TranslationUnit.h"
#include "lockir/Canonical.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Tooling/Tooling.h"

using namespace clang;

namespace lockorder {

static constexpr size_t MaxKept = 1000;

void ErrorCollector::HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic &Info) {
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
    PresumedLoc Loc = Info.getSourceManager().getPresumedLoc(E.Where, /*UseLineDirectives=*/false);
    if (Loc.isValid()) {
      E.File = Loc.getFilename();
      E.Line = Loc.getLine();
      E.Column = Loc.getColumn();
    }
  }
  Errors.push_back(std::move(E));
}

void ErrorCollector::forget(SourceRange In, const SourceManager &Sources) {
  FileID File = Sources.getFileID(Sources.getFileLoc(In.getBegin()));
  unsigned Begin = Sources.getFileOffset(Sources.getFileLoc(In.getBegin()));
  unsigned End = Sources.getFileOffset(Sources.getFileLoc(In.getEnd()));
  Count -= std::erase_if(Errors, [&](const Error &E) {
    unsigned At = E.Where.isValid() ? Sources.getFileOffset(E.Where) : 0;
    return E.Where.isValid() && Sources.getFileID(E.Where) == File && Begin <= At && At <= End;
  });
}

namespace {

/// Bodies are wanted of these for what calls them only. Some headers forget the `inline`.
bool isHeaderInline(const FunctionDecl *F, const SourceManager &Sources) {
  if (!F->isInlined() && F->getStorageClass() != SC_Static)
    return false;
  SourceLocation Where = Sources.getFileLoc(F->getLocation());
  return !Sources.isInMainFile(Where) &&
         (F->isInlined() || Sources.getFilename(Where).ends_with(".h"));
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
    if (!D->hasGlobalStorage() || !D->isThisDeclarationADefinition() ||
        D->getStorageClass() == SC_Register) // `current_stack_pointer`
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

class Consumer : public ASTConsumer {
public:
  Consumer(ParseRun &Into, CompilerInstance &Instance)
      : Into(Into), Unit(Into.Unit), Model(Into.Model), Instance(Instance),
        PP(Instance.getPreprocessor()), Macros(Model, Instance.getSourceManager()),
        Found(Instance.getSourceManager()) {
    PP.addPPCallbacks(Macros.callbacks(PP));
    if (!Into.Next)
      return;
    auto Watch = std::make_unique<PreludeWatch>(PP);
    this->Watch = Watch.get();
    PP.addPPCallbacks(std::move(Watch));
    PP.AddPragmaHandler(new PreludeEnd([this] { leavePrelude(); }));
  }

  bool shouldSkipFunctionBody(Decl *D) override {
    auto *F = dyn_cast<FunctionDecl>(D);
    return F && isHeaderInline(F, PP.getSourceManager()) && Into.Hints->isUnneeded(F);
  }

  void HandleTranslationUnit(ASTContext &Context) override {
    if (Into.Next && !Into.Entered)
      return; // the prelude has errors
    Into.Unsafe = Watch && Watch->isUnsafe();
    if (Into.Unsafe)
      return;
    NameTable Names(Unit, Context, Into.Job->Directory);
    collectDefinitions();
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
  /// All since the last call.
  void collectDefinitions() {
    const TranslationUnitDecl *All = Instance.getASTContext().getTranslationUnitDecl();
    Decl *D = Last ? Last->getNextDeclInContext() : *All->decls_begin();
    for (; D; D = D->getNextDeclInContext()) {
      Found.TraverseDecl(D);
      Last = D;
    }
  }

  /// Behind the last header of the prelude, in the middle of the preprocessor.
  void leavePrelude() {
    if (Into.Errors.Count)
      return;
    collectDefinitions();
    // Makes the table of all names now, once.
    (void)Instance.getASTContext().getTranslationUnitDecl()->lookup(
        PP.getIdentifierInfo("jiffies"));
    Into.Job = Into.Next(); // perhaps in another process: this one is a copy
    Into.Entered = true;
    if (!enterSource(*Into.Job, Instance))
      Into.Unsafe = true;
    Watch->leavePrelude();
  }

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
  CompilerInstance &Instance;
  Preprocessor &PP;
  MacroIndex Macros;
  Definitions Found;
  Decl *Last = nullptr; ///< of those that `Found` has seen
  PreludeWatch *Watch = nullptr;
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

} // namespace

void parse(ParseRun &Into, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk) {
  std::vector<std::string> Arguments = Into.Job->Arguments;
  std::string Source = Into.Job->Source;
  if (Into.Next) {
    Arguments = preludeArguments(*Into.Job);
    Source = PreludePath;
    Disk = withPrelude(Into.Model, std::move(Disk));
  }
  for (const char *Extra : {"-fsyntax-only", "-ferror-limit=0", "-w", "-fno-caret-diagnostics"})
    Arguments.push_back(Extra);
  Arguments.push_back(Source);
  llvm::IntrusiveRefCntPtr<FileManager> Files(new FileManager({}, std::move(Disk)));
  tooling::ToolInvocation Invocation(std::move(Arguments), std::make_unique<Action>(Into),
                                     Files.get());
  Invocation.setDiagnosticConsumer(&Into.Errors);
  Invocation.run();
}

} // namespace lockorder
