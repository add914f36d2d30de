//===- FunctionLowering.cpp - One function's CFG as blocks of events -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/FunctionLowering.h"
#include "frontend/Annotations.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace lockorder {
namespace {

uint32_t flagsOf(const FunctionDecl *Decl, const SourceManager &Sources) {
  uint32_t Flags = 0;
  if (const auto *Section = Decl->getAttr<SectionAttr>()) {
    if (Section->getName().starts_with(".init.text"))
      Flags |= FlagInit;
    if (Section->getName().starts_with(".exit.text"))
      Flags |= FlagExit;
  }
  if (Decl->isNoReturn())
    Flags |= FlagNoReturn;
  if (Decl->isInlined())
    Flags |= FlagInline;
  if (Sources.isInMainFile(Sources.getFileLoc(Decl->getLocation())))
    Flags |= FlagMainFile;
  return Flags;
}

/// Reachable blocks, each after all its predecessors but those of back edges; without the exit.
std::vector<const CFGBlock *> reversePostOrder(const clang::CFG &Graph) {
  std::vector<const CFGBlock *> Order;
  llvm::DenseSet<const CFGBlock *> Seen{&Graph.getEntry(), &Graph.getExit()};
  std::vector<std::pair<const CFGBlock *, CFGBlock::const_succ_iterator>> Stack{
      {&Graph.getEntry(), Graph.getEntry().succ_begin()}};
  while (!Stack.empty()) {
    auto &[Top, Next] = Stack.back();
    if (Next == Top->succ_end()) {
      Order.push_back(Top);
      Stack.pop_back();
      continue;
    }
    const CFGBlock *B = (Next++)->getReachableBlock();
    if (B && Seen.insert(B).second)
      Stack.push_back({B, B->succ_begin()});
  }
  std::reverse(Order.begin(), Order.end());
  return Order;
}

std::unique_ptr<clang::CFG> buildGraph(const FunctionDecl *Decl, ASTContext &Context) {
  clang::CFG::BuildOptions Options;
  Options.PruneTriviallyFalseEdges = true;
  Options.AddImplicitDtors = true; // cleanup attributes are in the CFG only with this
  Options.setAllAlwaysAdd();
  return clang::CFG::buildCFG(Decl, Decl->getBody(), &Context, Options);
}

} // namespace

Function FunctionLowering::lower(const FunctionDecl *Decl, std::vector<ApiSite> &Skipped,
                                 std::vector<const FunctionDecl *> &Mentioned) {
  Self = Decl;
  Out.Name = Names.function(Decl);
  Out.Where = Names.site(Decl->getLocation());
  Out.Flags = flagsOf(Decl, Names.Sources);
  Out.Type = NameTable::typeNumber(Decl->getType());
  Out.Parameters = Decl->getNumParams();
  EndOfBody = Decl->getBody()->getEndLoc();
  for (const ParmVarDecl *Parameter : Decl->parameters())
    Values.variable(Parameter);
  Values.setArguments(Macros.arguments(Decl->getBody()));
  findArms(Decl->getBody());

  std::unique_ptr<clang::CFG> Graph = buildGraph(Decl, Names.Context);
  if (!Graph) {
    Out.Flags |= FlagIncomplete;
    return std::move(Out);
  }
  lowerBlocks(*Graph);
  std::vector<Event> &Entry = Out.Blocks.front().Events;
  for (ApiEvent &Said : annotationsOf(Decl, Names, Macros, Values))
    Entry.insert(Entry.begin(), std::move(Said));
  for (const CFGBlock *B : *Graph)
    if (!BlockOf.contains(B))
      for (const CFGElement &Element : *B)
        if (auto S = Element.getAs<CFGStmt>())
          noteSkipped(S->getStmt(), Skipped);
  Mentioned = std::move(Values.Mentioned);
  return std::move(Out);
}

void FunctionLowering::lowerBlocks(const clang::CFG &Graph) {
  std::vector<const CFGBlock *> Blocks = reversePostOrder(Graph);
  for (size_t I = 0; I != Blocks.size(); ++I)
    BlockOf[Blocks[I]] = BlockId(static_cast<uint32_t>(I));
  // The last block is where control falls off the end; it goes away if none does.
  BlockId End(static_cast<uint32_t>(Blocks.size()));
  BlockOf[&Graph.getExit()] = End;
  Out.Blocks.resize(Blocks.size() + 1);
  Out.Blocks.back().Events.push_back(ReturnEvent{NodeId(), Names.site(EndOfBody)});
  for (Current = 0; Current != Blocks.size(); ++Current) {
    const CFGBlock *B = Blocks[Current];
    bool Returns = false;
    for (const CFGElement &Element : *B) {
      lowerElement(Element);
      if (auto S = Element.getAs<CFGStmt>())
        Returns |= isa<ReturnStmt>(S->getStmt());
    }
    // The end of a loop or scope may lie in a macro although no expression of it does.
    if (const Stmt *Terminator = B->getTerminatorStmt())
      if (const Expansion *Owner = Macros.owner(Terminator))
        emitExpansion(Owner);
    if (!Returns && !B->hasNoReturnElement())
      lowerSuccessors(B, Out.Blocks[Current]);
  }
  bool FallsOff = llvm::any_of(Out.Blocks, [&](const Block &B) {
    return llvm::any_of(B.Successors, [&](const Successor &S) { return S.To == End; });
  });
  if (!FallsOff)
    Out.Blocks.pop_back();
}

void FunctionLowering::lowerElement(const CFGElement &Element) {
  if (auto S = Element.getAs<CFGStmt>()) {
    lowerStatement(S->getStmt());
  } else if (auto Cleanup = Element.getAs<CFGCleanupFunction>()) {
    const FunctionDecl *Callee = Cleanup->getFunctionDecl();
    NodeId Argument = Values.address(Values.var(Values.variable(Cleanup->getVarDecl())));
    Site Where = Names.site(Cleanup->getVarDecl()->getLocation());
    emit(CallEvent{Values.function(Callee), {Argument}, VarId(), Where});
  }
}

void FunctionLowering::lowerStatement(const Stmt *S) {
  if (const Expansion *Owner = Macros.owner(S)) {
    emitExpansion(Owner);
  } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
    lowerCall(Call);
  } else if (const auto *Binary = dyn_cast<BinaryOperator>(S)) {
    if (Binary->isAssignmentOp())
      lowerAssignment(Binary);
  } else if (const auto *Unary = dyn_cast<UnaryOperator>(S)) {
    if (Unary->isIncrementDecrementOp()) {
      NodeId Place = Values.place(Unary->getSubExpr());
      assign(Place,
             Values.binary(Unary->isIncrementOp() ? BinaryOp::Add : BinaryOp::Sub,
                           Values.load(Place), Values.integer(1)),
             Unary->getBeginLoc());
    }
  } else if (const auto *Declarations = dyn_cast<DeclStmt>(S)) {
    for (const clang::Decl *D : Declarations->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        lowerDeclaration(Variable);
  } else if (const auto *Return = dyn_cast<ReturnStmt>(S)) {
    emit(ReturnEvent{Return->getRetValue() ? Values.value(Return->getRetValue()) : NodeId(),
                     Names.site(Return->getBeginLoc())});
  } else if (const auto *Assembly = dyn_cast<GCCAsmStmt>(S)) {
    lowerAssembly(Assembly);
  } else if (const auto *Recovery = dyn_cast<RecoveryExpr>(S)) {
    lowerRecovery(Recovery);
  }
  if (const auto *E = dyn_cast<Expr>(S))
    emitArm(E);
}

void FunctionLowering::assign(NodeId Target, NodeId Value, SourceLocation Where) {
  emit(AssignEvent{Target, Value, Names.site(Where)});
}

void FunctionLowering::lowerAssignment(const BinaryOperator *Assign) {
  // `flags = _raw_spin_lock_irqsave(lock)` in a modelled macro, where only `flags` is the caller's.
  if (const Expansion *Owner = Macros.owner(Assign->getOperatorLoc())) {
    emitExpansion(Owner);
    return;
  }
  NodeId Value = Values.value(Assign->getRHS());
  NodeId Place = Values.place(Assign->getLHS());
  if (Assign->isCompoundAssignmentOp()) {
    switch (Assign->getOpcode()) {
    case BO_AddAssign:
      Value = Values.binary(BinaryOp::Add, Values.load(Place), Value);
      break;
    case BO_SubAssign:
      Value = Values.binary(BinaryOp::Sub, Values.load(Place), Value);
      break;
    case BO_AndAssign:
      Value = Values.binary(BinaryOp::And, Values.load(Place), Value);
      break;
    case BO_OrAssign:
      Value = Values.binary(BinaryOp::Or, Values.load(Place), Value);
      break;
    default:
      Value = Values.unknown();
      break;
    }
  }
  assign(Place, Value, Assign->getBeginLoc());
}

void FunctionLowering::lowerInitializer(NodeId Place, const Expr *Init, SourceLocation Where) {
  const Expr *E = strip(Init);
  if (const auto *Literal = dyn_cast<CompoundLiteralExpr>(E))
    E = strip(Literal->getInitializer());
  const auto *List = dyn_cast<InitListExpr>(E);
  if (!List) {
    if (!isa<ImplicitValueInitExpr>(E))
      assign(Place, Values.value(E), Where);
    return;
  }
  if (List->getSemanticForm())
    List = List->getSemanticForm();
  const RecordDecl *Record = List->getType()->getAsRecordDecl();
  if (!Record || Record->isUnion())
    return;
  unsigned I = 0;
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (I == List->getNumInits())
      break;
    lowerInitializer(Values.member(Place, Field), List->getInit(I++), Where);
  }
}

void FunctionLowering::lowerDeclaration(const VarDecl *Decl) {
  if (!Decl->hasLocalStorage() || !Decl->getInit())
    return;
  lowerInitializer(Values.var(Values.variable(Decl)), Decl->getInit(), Decl->getLocation());
}

void FunctionLowering::lowerAssembly(const GCCAsmStmt *Assembly) {
  for (unsigned I = 0; I != Assembly->getNumOutputs(); ++I)
    assign(Values.place(Assembly->getOutputExpr(I)), Values.unknown(), Assembly->getBeginLoc());
}

/// A call that does not type-check still names a function and its arguments.
void FunctionLowering::lowerRecovery(const RecoveryExpr *E) {
  llvm::ArrayRef<const Expr *> Parts = E->subExpressions();
  if (Parts.empty())
    return;
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(Parts.front()));
  const auto *Callee = Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
  if (!Callee)
    return;
  Out.Flags |= FlagErrors;
  auto Argument = [&](unsigned I) { return I + 1 < Parts.size() ? Parts[I + 1] : nullptr; };
  if (const Api *Entry = apiOf(Callee, Model, Names.Sources)) {
    emitApi(*Entry, Argument, Values.resultOf(E), Names.site(E->getBeginLoc()));
    return;
  }
  CallEvent Call{Values.function(Callee), {}, VarId(), Names.site(E->getBeginLoc())};
  for (const Expr *Part : Parts.drop_front())
    Call.Arguments.push_back(Values.value(Part));
  emit(std::move(Call));
}

std::optional<FunctionLowering::Written>
FunctionLowering::writtenAsArgument(const CallExpr *Call) const {
  auto File = [&](SourceLocation Loc) {
    while (Loc.isMacroID() && Names.Sources.isMacroArgExpansion(Loc))
      Loc = Names.Sources.getImmediateSpellingLoc(Loc);
    return Loc;
  };
  SourceLocation Begin = File(Call->getBeginLoc()), End = File(Call->getRParenLoc());
  if (!Call->getBeginLoc().isMacroID() || !Begin.isFileID() || !End.isFileID())
    return std::nullopt;
  return Written(Begin.getRawEncoding(), End.getRawEncoding());
}

/// `spin_lock_irqsave(lock_of(x), flags)`: lock_of() is called before the lock is taken, however
/// often, and wherever, the macro's body mentions it.
void FunctionLowering::lowerCallsFirst(const Stmt *Argument) {
  const auto *Logical = dyn_cast<BinaryOperator>(Argument);
  if (isa<AbstractConditionalOperator, StmtExpr>(Argument) || (Logical && Logical->isLogicalOp()))
    return; // not always called
  if (const Expansion *Inner = Macros.owner(Argument)) {
    emitExpansion(Inner);
    return;
  }
  for (const Stmt *Child : Argument->children())
    if (Child)
      lowerCallsFirst(Child);
  const auto *Call = dyn_cast<CallExpr>(Argument);
  std::optional<Written> Where = Call ? writtenAsArgument(Call) : std::nullopt;
  if (!Where)
    return;
  if (auto Known = Called.find(*Where); Known == Called.end()) {
    lowerCall(Call);
    CalledFirst.insert(*Where);
  } else if (Known->second != Call) { // another mention of it came first
    assign(Values.var(Values.resultOf(Call)),
           Values.load(Values.var(Values.resultOf(Known->second))), Call->getBeginLoc());
  }
}

void FunctionLowering::lowerCall(const CallExpr *Call) {
  if (Call->getBuiltinCallee() || Chosen.contains(strip(Call->getCallee())))
    return;
  if (std::optional<Written> Written = writtenAsArgument(Call)) {
    if (CalledFirst.contains(*Written))
      return;
    Called.try_emplace(*Written, Call);
  }
  emitCall(Call, Call->getCallee(), apiOf(Call, Model, Names.Sources));
}

void FunctionLowering::emitCall(const CallExpr *Call, const Expr *Callee, const Api *Entry) {
  Site Where = Names.site(Call->getBeginLoc());
  bool HasValue = !Call->getType()->isVoidType();
  VarId Result = HasValue ? Values.resultOf(Call) : VarId();
  auto Argument = [&](unsigned I) { return I < Call->getNumArgs() ? Call->getArg(I) : nullptr; };
  if (Entry) {
    emitApi(*Entry, Argument, Result, Where);
    return;
  }
  CallEvent E{Values.value(Callee), {}, Result, Where};
  for (const Expr *A : Call->arguments())
    E.Arguments.push_back(Values.value(A));
  noteTypes(Call, E);
  emit(std::move(E));
}

void FunctionLowering::lowerSwitch(const CFGBlock *From, Block &To) {
  for (const CFGBlock::AdjacentBlock &Next : From->succs()) {
    const CFGBlock *B = Next.getReachableBlock();
    if (!B)
      continue;
    Successor S{BlockOf.lookup(B), Guard::Default, 0, 0};
    if (const auto *Label = dyn_cast_or_null<CaseStmt>(B->getLabel())) {
      Expr::EvalResult Low, High;
      const Expr *Left = Label->getLHS(), *Right = Label->getRHS();
      if (!Left->isValueDependent() && Left->EvaluateAsInt(Low, Names.Context)) {
        S.On = Guard::Case;
        S.Low = S.High = number(Low.Val.getInt());
        if (Right && Right->EvaluateAsInt(High, Names.Context))
          S.High = number(High.Val.getInt());
        if (S.High < S.Low)
          continue; // an empty range
      } else {
        S.On = Guard::Always;
      }
    }
    if (S.To && llvm::find(To.Successors, S) == To.Successors.end())
      To.Successors.push_back(S);
  }
}

void FunctionLowering::lowerSuccessors(const CFGBlock *From, Block &To) {
  const Stmt *Terminator = From->getTerminatorStmt();
  if (const auto *Switch = dyn_cast_or_null<SwitchStmt>(Terminator)) {
    To.Condition = Values.value(Switch->getCond());
    lowerSwitch(From, To);
    if (llvm::none_of(To.Successors, [](const Successor &S) {
          return S.On == Guard::Case || S.On == Guard::Default;
        }))
      To.Condition = NodeId();
    return;
  }
  bool Branches = From->succ_size() == 2 &&
                  !isa_and_nonnull<GCCAsmStmt, IndirectGotoStmt>(Terminator) &&
                  !From->getTerminator().isVirtualBaseBranch();
  const Expr *Condition = Branches ? From->getLastCondition() : nullptr;
  unsigned Reachable = 0;
  for (const CFGBlock::AdjacentBlock &Next : From->succs())
    Reachable += Next.getReachableBlock() != nullptr;
  bool Guarded = Condition && Reachable == 2;
  if (Guarded)
    To.Condition = Values.value(Condition);
  unsigned I = 0;
  for (const CFGBlock::AdjacentBlock &Next : From->succs()) {
    const CFGBlock *B = Next.getReachableBlock();
    Guard On = !Guarded ? Guard::Always : I == 0 ? Guard::True : Guard::False;
    ++I;
    if (!B)
      continue;
    if (BlockId Id = BlockOf.lookup(B))
      To.Successors.push_back({Id, On, 0, 0});
  }
  if (To.Successors.empty())
    To.Condition = NodeId();
}

void FunctionLowering::noteSkipped(const Stmt *S, std::vector<ApiSite> &Skipped) {
  const Api *Entry = nullptr;
  SourceLocation Where;
  if (const Expansion *Owner = Macros.owner(S)) {
    Entry = Owner->Entry;
    Where = Owner->Name;
  } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
    Entry = apiOf(Call, Model, Names.Sources);
    Where = Call->getBeginLoc();
  }
  if (Entry && Entry->IsLockApi)
    Skipped.push_back({Names.name(Entry->Name), Names.site(Where), Names.name("unreachable code")});
}

} // namespace lockorder
