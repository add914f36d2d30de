//===- Verify.cpp - What all later stages rely on --------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything is checked in one pass in the order of the dump, and the first fault is reported, with
// its place: "function take, block b1, event 2: ...; expected ...". A unit may come from a file, so
// no id, enumerator or depth is taken for granted before it was checked.
//
//===----------------------------------------------------------------------===//

#include "base/Error.h"
#include "lockir/Nodes.h"
#include "lockir/Spelling.h"
#include "lockir/Text.h"

namespace lockorder {
namespace {

template <typename Enum> bool known(Enum E, Enum Last) { return E <= Last; }

class Verifier {
public:
  explicit Verifier(const TranslationUnit &Unit) : U(Unit) {}

  llvm::Error run() {
    bool Good = tables() && functions() && facts();
    assert(Good == Fault.empty() && "a check failed without saying what");
    if (Good)
      return llvm::Error::success();
    return makeError(place() + Fault);
  }

private:
  // Where the check stands; read only when it fails.
  const char *List = nullptr;
  size_t Index = 0;
  const Function *F = nullptr;
  std::optional<size_t> BlockIndex, EventIndex;
  std::string Fault;

  std::string place() const {
    std::string Text;
    if (F)
      Text = F->Name && F->Name.index() < U.Symbols.size()
                 ? "function " + U.Symbols[F->Name].Name
                 : "function number " + std::to_string(F - U.Functions.data());
    if (BlockIndex)
      Text += ", block b" + std::to_string(*BlockIndex);
    if (EventIndex)
      Text += ", event " + std::to_string(*EventIndex);
    if (List)
      Text += std::string(Text.empty() ? "" : ", ") + List + " " + std::to_string(Index);
    return Text.empty() ? "" : Text + ": ";
  }

  bool fail(const llvm::Twine &What) {
    Fault = What.str();
    return false;
  }

  bool badId(const char *What, uint32_t Raw, size_t Size) {
    return fail(llvm::Twine(What) + " has the id " +
                (Raw == 0xffffffff ? "none" : llvm::Twine(Raw).str()) + "; expected one of " +
                llvm::Twine(Size));
  }
  template <typename Tag> bool id(Id<Tag> I, size_t Size, const char *What) {
    return (I && I.index() < Size) || badId(What, I.raw(), Size);
  }
  template <typename Tag> bool optional(Id<Tag> I, size_t Size, const char *What) {
    return !I || I.index() < Size || badId(What, I.raw(), Size);
  }
  bool symbol(SymbolId S, SymbolKind Kind, const char *What) {
    if (!id(S, U.Symbols.size(), What))
      return false;
    if (U.Symbols[S].Kind == Kind)
      return true;
    return fail(llvm::Twine(What) + " is '" + U.Symbols[S].Name + "'; expected " +
                (Kind == SymbolKind::Function ? "a function" : "an object"));
  }
  bool site(const Site &S) {
    if (!optional(S.File, U.Files.size(), "the file of the site"))
      return false;
    return S.File || (!S.Line && !S.Column) ||
           fail("a site has a line but no file; expected both or neither");
  }

  bool tables() {
    List = "record";
    Index = 0;
    for (const Record &R : U.Records.values()) {
      if (!optional(R.File, U.Files.size(), "its file"))
        return false;
      ++Index;
    }
    List = "field";
    Index = 0;
    for (const Field &Each : U.Fields.values()) {
      if (!id(Each.Owner, U.Records.size(), "its record"))
        return false;
      ++Index;
    }
    List = "symbol";
    Index = 0;
    for (const Symbol &S : U.Symbols.values()) {
      if (!symbolEntry(S))
        return false;
      ++Index;
    }
    List = nullptr;
    return true;
  }

  bool symbolEntry(const Symbol &S) {
    if (!known(S.Kind, SymbolKind::Object))
      return fail("its kind is no SymbolKind");
    if (!known(S.Link, Linkage::Internal))
      return fail("its linkage is no Linkage");
    if (S.Name.empty())
      return fail("it has no name");
    if (S.Link == Linkage::Internal)
      return id(S.File, U.Files.size(), "the file of a static");
    return (!S.File && S.Scope.empty()) ||
           fail("'" + S.Name + "' has a file or a scope; expected that of statics only");
  }

  bool functions() {
    for (const Function &Each : U.Functions) {
      F = &Each;
      if (!function())
        return false;
    }
    F = nullptr;
    return true;
  }

  bool function() {
    if (!symbol(F->Name, SymbolKind::Function, "its name") || !site(F->Where))
      return false;
    if (F->Parameters > F->Variables.size())
      return fail("it has " + llvm::Twine(F->Parameters) + " parameters but " +
                  llvm::Twine(F->Variables.size()) + " variables; parameters are variables");
    uint32_t UnknownFlags = F->Flags;
    for (const FlagWord &W : functionFlags())
      UnknownFlags &= ~static_cast<uint32_t>(W.Flag);
    if (UnknownFlags)
      return fail("it has unknown flags " + llvm::Twine(UnknownFlags));
    List = "variable";
    Index = 0;
    for (const Variable &V : F->Variables) {
      if (!optional(V.Pointee, U.Records.size(), "its record"))
        return false;
      ++Index;
    }
    List = nullptr;
    if (!nodes())
      return false;
    Numbered = 0;
    for (size_t B = 0; B != F->Blocks.size(); ++B) {
      BlockIndex = B;
      if (!block(F->Blocks[B]))
        return false;
    }
    BlockIndex.reset();
    return Numbered == F->Nodes.size() ||
           fail(
               "node " + llvm::Twine(Numbered) +
               " is never used or comes too early; expected the canonical order of canonicalize()");
  }

  bool nodes() {
    List = "node";
    Extents.clear();
    Distinct.reset(F->Nodes.size());
    for (Index = 0; Index != F->Nodes.size(); ++Index) {
      const Node &N = F->Nodes[Index];
      if (!node(N))
        return false;
      Extents.push_back(extentOf(N, Extents));
      if (Extents.back().tooLarge())
        return fail("it is deeper than " + llvm::Twine(MaxExpressionDepth) + " or larger than " +
                    llvm::Twine(MaxExpressionSize) + " nodes; canonicalize() cuts such");
      NodeId First = Distinct.insert(F->Nodes, NodeId(static_cast<uint32_t>(Index)));
      if (First.index() != Index)
        return fail("it is the same as node " + llvm::Twine(First.index()) +
                    "; expected each node once, as canonicalize() leaves them");
    }
    List = nullptr;
    return true;
  }

  bool node(const Node &N) {
    if (!known(N.Kind, Op::Outer))
      return fail("its kind " + llvm::Twine(static_cast<unsigned>(N.Kind)) + " is no Op");
    const NodeShape &Shape = shapeOf(N.Kind);
    Node Used; // only what counts
    Used.Kind = N.Kind;
    if (Shape.A != Operand::None) {
      Used.A = N.A;
      if (!operand(N, N.A, Shape.A, "the operand"))
        return false;
    }
    if (Shape.B != Operand::None) {
      Used.B = N.B;
      if (!operand(N, N.B, Shape.B, "the second operand"))
        return false;
    }
    switch (Shape.Ref) {
    case Reference::None:
      break;
    case Reference::Variable:
      Used.Variable = N.Variable;
      if (!id(N.Variable, F->Variables.size(), "its variable"))
        return false;
      break;
    case Reference::Sym:
      Used.Sym = N.Sym;
      if (!symbol(N.Sym, N.Kind == Op::Global ? SymbolKind::Object : SymbolKind::Function,
                  "its symbol"))
        return false;
      break;
    case Reference::Fld:
      Used.Fld = N.Fld;
      if (!id(N.Fld, U.Fields.size(), "its field"))
        return false;
      break;
    }
    if (Shape.HasNumber || Shape.HasOperator)
      Used.Value = N.Value;
    if (Shape.HasOperator &&
        (N.Value < 0 || N.Value >= (N.Kind == Op::Unary ? UnaryOpCount : BinaryOpCount)))
      return fail("its operator " + llvm::Twine(N.Value) + " does not exist");
    return N == Used || fail("it (" + spell(N.Kind) +
                             ") has members that do not count for its "
                             "kind; expected them zero or none");
  }

  bool operand(const Node &N, NodeId Of, Operand Expected, const char *What) {
    bool Earlier = Of && Of.index() < Index;
    if (Earlier && isPlace(F->Nodes[Of.index()].Kind) == (Expected == Operand::Place))
      return true;
    std::string Name = (llvm::Twine(What) + " of '" + spell(N.Kind) + "'").str();
    return Earlier ? wrongKind(Name, Expected)
                   : fail(Name + " is " + (Of ? "node " + std::to_string(Of.index()) : "missing") +
                          "; expected an earlier node");
  }

  bool wrongKind(const llvm::Twine &What, Operand Expected) {
    return fail(What + (Expected == Operand::Place ? " is a value; expected a place"
                                                   : " is a place; expected a value (a load?)"));
  }

  /// A node that an event or a condition names. Also checks the canonical order: what is used for
  /// the first time must be the next in the table.
  bool use(NodeId N, Operand Expected, const char *What) {
    if (!id(N, F->Nodes.size(), What))
      return false;
    if (isPlace(F->Nodes[N.index()].Kind) != (Expected == Operand::Place))
      return wrongKind(What, Expected);
    return number(N) || fail(llvm::Twine(What) + " is not where canonicalize() puts it: node " +
                             llvm::Twine(Numbered) + " was expected to be used first");
  }
  bool optionalUse(NodeId N, Operand Expected, const char *What) {
    return !N || use(N, Expected, What);
  }
  bool number(NodeId N) {
    if (!N || N.index() < Numbered)
      return true;
    const Node &Of = F->Nodes[N.index()];
    if (!number(Of.A) || !number(Of.B) || N.index() != Numbered)
      return false;
    ++Numbered;
    return true;
  }

  bool block(const Block &B) {
    for (size_t I = 0; I != B.Events.size(); ++I) {
      EventIndex = I;
      if (!std::visit([&](const auto &E) { return event(E); }, B.Events[I]))
        return false;
    }
    EventIndex.reset();
    if (!optionalUse(B.Condition, Operand::Value, "the condition"))
      return false;
    List = "successor";
    for (Index = 0; Index != B.Successors.size(); ++Index) {
      const Successor &S = B.Successors[Index];
      if (!id(S.To, F->Blocks.size(), "its block"))
        return false;
      if (!known(S.On, Guard::Default))
        return fail("its guard is no Guard");
      if (S.On != Guard::Always && !B.Condition)
        return fail("'" + spell(S.On) + "' in a block without a condition");
      if (S.On == Guard::Case && S.Low > S.High)
        return fail("the case " + llvm::Twine(S.Low) + ".." + llvm::Twine(S.High) +
                    " is no range; expected the low end first");
      if (S.On != Guard::Case && (S.Low || S.High))
        return fail("'" + spell(S.On) + "' has a range; expected that of cases only");
    }
    List = nullptr;
    return true;
  }

  bool event(const ApiEvent &E) {
    if (!id(E.Api, U.Names.size(), "the API's name") || !result(E.Result))
      return false;
    List = "effect";
    for (Index = 0; Index != E.Effects.size(); ++Index)
      if (!effect(E.Effects[Index]))
        return false;
    List = nullptr;
    return site(E.Where);
  }

  bool effect(const Effect &E) {
    if (!known(E.Kind, EffectKind::Query) || !known(E.On, When::Positive) ||
        !known(E.Lock, LockKind::Other) || !known(E.Mode, LockMode::Recursive) ||
        !known(E.How, LockHow::Try) || !known(E.Ctx, Context::Process) ||
        !known(E.Change, ContextChange::Restore))
      return fail("a member is none of its enumerators");
    return optionalUse(E.Object, E.Kind == EffectKind::Start ? Operand::Value : Operand::Place,
                       "its object") &&
           optionalUse(E.Nest, Operand::Place, "the nest lock") &&
           optionalUse(E.Flags, E.Kind == EffectKind::Context ? Operand::Place : Operand::Value,
                       "its flags, gfp or count argument");
  }

  bool event(const CallEvent &E) {
    if (!use(E.Callee, Operand::Value, "the callee"))
      return false;
    for (NodeId Argument : E.Arguments)
      if (!use(Argument, Operand::Value, "an argument"))
        return false;
    return optionalUse(E.Gfp, Operand::Value, "its gfp argument") && result(E.Result) &&
           site(E.Where);
  }
  bool event(const AssignEvent &E) {
    return use(E.Target, Operand::Place, "the target") &&
           use(E.Value, Operand::Value, "the assigned value") && site(E.Where);
  }
  bool event(const ReturnEvent &E) {
    return optionalUse(E.Value, Operand::Value, "the returned value") && site(E.Where);
  }
  bool result(VarId V) { return optional(V, F->Variables.size(), "the result variable"); }

  template <typename Fact, typename Check>
  bool each(const char *Name, const std::vector<Fact> &Facts, Check Good) {
    List = Name;
    for (Index = 0; Index != Facts.size(); ++Index)
      if (!Good(Facts[Index]))
        return false;
    List = nullptr;
    return true;
  }

  bool facts() {
    auto ApiSiteIn = [&](const ApiSite &S) {
      return id(S.Api, U.Names.size(), "the API's name") &&
             optional(S.Reason, U.Names.size(), "the reason") && site(S.Where);
    };
    return each("pointer", U.Pointers,
                [&](const PointerFact &P) {
                  return optional(P.Fld, U.Fields.size(), "its field") &&
                         (P.Fld || P.Object || fail("it has neither field nor object")) &&
                         symbol(P.Function, SymbolKind::Function, "its function") &&
                         (!P.Object || symbol(P.Object, SymbolKind::Object, "its object")) &&
                         site(P.Where);
                }) &&
           each("init", U.Inits,
                [&](const InitFact &I) {
                  return symbol(I.Object, SymbolKind::Object, "its object") &&
                         optional(I.Fld, U.Fields.size(), "its field");
                }) &&
           each("root", U.Roots,
                [&](const RootFact &R) {
                  return symbol(R.Function, SymbolKind::Function, "its function") &&
                         optional(R.Via, U.Names.size(), "its 'via'") &&
                         (known(R.Ctx, Context::Process) || fail("its context is no Context")) &&
                         site(R.Where);
                }) &&
           each("export", U.Exports,
                [&](SymbolId S) { return id(S, U.Symbols.size(), "its symbol"); }) &&
           each("object", U.Objects,
                [&](SymbolId S) { return symbol(S, SymbolKind::Object, "its symbol"); }) &&
           each("seen", U.Seen, ApiSiteIn) && each("skipped", U.Skipped, ApiSiteIn) &&
           each("problem", U.Problems, [&](const Problem &P) { return site(P.Where); }) &&
           (U.ProblemCount >= U.Problems.size() ||
            fail("it counts " + llvm::Twine(U.ProblemCount) + " problems but lists " +
                 llvm::Twine(U.Problems.size())));
  }

  const TranslationUnit &U;
  std::vector<Extent> Extents;
  NodeSet Distinct;
  size_t Numbered = 0; ///< nodes below this id were used
};

} // namespace

llvm::Error verify(const TranslationUnit &Unit) { return Verifier(Unit).run(); }

} // namespace lockorder
