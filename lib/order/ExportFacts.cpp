//===- ExportFacts.cpp - What an analysed kernel tells others ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "order/ExportFacts.h"
#include "flow/Transfer.h"
#include "order/IrqUsage.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

/// Which functions, and which of their acquisitions, a file has.
class Needs {
public:
  Needs(const Program &P, const LockFacts &Facts)
      : Facts(Facts), Whole(P.Functions.size()), Acquired(P.Functions.size()) {}

  /// All that callers have to know.
  void function(FunctionId F) {
    if (Whole[F.index()])
      return;
    Whole[F.index()] = true;
    const Summary &S = Facts.summary(F);
    for (uint32_t I : S.Offered)
      acquisition(F, I);
    for (const RelativeEdge &R : S.Relative) {
      held(F, R.From);
      acquisition(F, R.To);
    }
    for (const Outcome &O : S.Outcomes) {
      for (const HeldLock &H : O.Held)
        held(F, H);
      for (const DoubtfulLock &D : O.Doubtful)
        reference(D.Suspect);
    }
  }
  /// And what that one is in each callee.
  void acquisition(FunctionId F, uint32_t I) {
    while (F && I < Facts.summary(F).Acquired.size()) {
      std::vector<uint32_t> &Those = Acquired[F.index()];
      auto At = llvm::lower_bound(Those, I);
      if (At != Those.end() && *At == I)
        return;
      Those.insert(At, I);
      const AcquisitionRef &Via = Facts.acquired(F, I).Via;
      F = Via.Function;
      I = Via.Index;
    }
  }
  bool isWhole(FunctionId F) const { return Whole[F.index()]; }
  /// Sorted.
  const std::vector<uint32_t> &acquired(FunctionId F) const { return Acquired[F.index()]; }

private:
  void reference(AcquisitionRef R) { acquisition(R.Function, R.Index); }
  void held(FunctionId F, const HeldLock &H) {
    acquisition(F, H.Acquired);
    reference(H.Suspect);
  }

  const LockFacts &Facts;
  std::vector<bool> Whole;
  std::vector<std::vector<uint32_t>> Acquired;
};

/// Gives ids in the file to what is written, in the order in which it is met.
class FactsWriter : public ValueWriter<FactsWriter> {
public:
  FactsWriter(const Program &P, const LockFacts &Facts, const Needs &Wanted, KernelFacts &Out)
      : P(P), Facts(Facts), Wanted(Wanted), Out(Out), TermOf(Facts.Terms.size()),
        FunctionOf(P.Functions.size()), SymbolOf(P.Symbols.size()) {
    Out.Images = P.Images;
    for (uint32_t I = 0; I != P.OwnerOfFile.size(); ++I)
      if (P.OwnerOfFile[I])
        FileOfOwner.try_emplace(P.OwnerOfFile[I].raw(), FileId(I));
  }

  void id(FileId I) { raw(file(I)); }
  void id(NameId I) { raw(I ? Out.Names.intern(P.Names[I]) : I); }
  void id(FieldId I) { raw(field(I)); }
  void id(SymbolId I) { raw(symbol(I)); }
  void id(FunctionId I) { raw(function(I)); }
  void id(TermId I) { raw(term(I)); }
  void index(uint32_t I) { number(indexIn(Self, I)); }
  void owner(OwnerId O) { id(O ? FileOfOwner.lookup(O.raw()) : FileId()); }
  void ref(AcquisitionRef R) {
    id(R.Function);
    number(R.Function ? indexIn(R.Function, R.Index) : 0);
  }
  /// Whose acquisitions index() speaks of.
  void speakOf(FunctionId F) { Self = F; }

  /// What was written since the last time.
  std::string take() { return std::exchange(Bytes, {}); }

  FieldId field(FieldId I) {
    if (!I)
      return I;
    const Field &F = P.Fields[I];
    const Record &R = P.Records[F.Owner];
    return Out.Fields.intern({Out.Records.intern({R.Name, file(R.File)}), F.Name});
  }

  SymbolId symbol(SymbolId I) {
    if (!I)
      return I;
    SymbolId &Known = SymbolOf[I.index()];
    if (!Known) {
      const ProgramSymbol &S = P.symbol(I);
      KnownSymbol Named{S.Name, S.Image.index(), S.Defined};
      Named.Name.File = file(S.Name.File);
      Out.Symbols.push_back(std::move(Named));
      Known = SymbolId(static_cast<uint32_t>(Out.Symbols.size() - 1));
    }
    return Known;
  }

  FunctionId function(FunctionId I) {
    if (!I)
      return I;
    FunctionId &Known = FunctionOf[I.index()];
    if (!Known) {
      Known = FunctionId(static_cast<uint32_t>(Functions.size()));
      Functions.push_back(I);
    }
    return Known;
  }

  /// The summaries of all functions that were named; these name others.
  void writeFunctions() {
    std::string All;
    for (size_t I = 0; I != Functions.size(); ++I) {
      FunctionId F = Functions[I];
      const Function &Code = P.function(F);
      Site Where{file(Code.Where.File), Code.Where.Line, Code.Where.Column};
      Out.Functions.push_back({symbol(Code.Name), Code.Parameters, Code.Flags, Code.Type, Where,
                               Facts.InitOnly[F.index()], All.size()});
      Summary S = needed(F);
      speakOf(F);
      (*this)(S);
      All += take();
    }
    Out.Summaries = std::move(All);
  }

private:
  FileId file(FileId I) {
    if (!I)
      return I;
    llvm::StringRef Path = P.Files[I];
    if (!P.SourceRoot.empty() && Path.consume_front(P.SourceRoot))
      Path.consume_front("/");
    return Out.Files.intern(Path.str());
  }

  uint32_t indexIn(FunctionId F, uint32_t I) const {
    const std::vector<uint32_t> &Those = Wanted.acquired(F);
    auto It = llvm::lower_bound(Those, I);
    return It == Those.end() || *It != I ? ~0U : static_cast<uint32_t>(It - Those.begin());
  }

  /// Of its summary, what the file has.
  Summary needed(FunctionId F) const {
    const Summary &From = Facts.summary(F);
    Summary To;
    if (Wanted.isWhole(F))
      To = From;
    To.Acquired.clear();
    for (uint32_t I : Wanted.acquired(F))
      To.Acquired.push_back(From.Acquired[I]);
    To.Offered.clear();
    for (uint32_t I : From.Offered)
      if (uint32_t New = indexIn(F, I); New != ~0U)
        To.Offered.push_back(New);
    To.Analysed = From.Analysed;
    To.Returns = From.Returns;
    return To;
  }

  StoredTermId term(TermId I) {
    if (!I)
      return StoredTermId();
    if (StoredTermId Known = TermOf[I.index()])
      return Known;
    const Term &T = Facts.Terms[I];
    StoredTerm S{static_cast<uint32_t>(T.Kind), T.Index, term(T.A).raw(), term(T.B).raw(),
                 T.Number};
    S.Index = renamedIndex(T.Kind, T.Index,
                           llvm::makeVisitor([&](SymbolId I) { return symbol(I).raw(); },
                                             [&](FieldId I) { return field(I).raw(); },
                                             [&](FunctionId I) { return function(I).raw(); }));
    StoredTermId New(static_cast<uint32_t>(Out.Terms.size() / StoredTerm::Size));
    S.append(Out.Terms);
    return TermOf[I.index()] = New;
  }

  const Program &P;
  const LockFacts &Facts;
  const Needs &Wanted;
  KernelFacts &Out;
  FunctionId Self;
  llvm::DenseMap<uint32_t, FileId> FileOfOwner;
  std::vector<StoredTermId> TermOf;
  std::vector<FunctionId> FunctionOf, Functions;
  std::vector<SymbolId> SymbolOf;
};

class Exporter {
public:
  Exporter(const Program &P, const LockFacts &Facts, const LockGraph &Graph,
           OrderRefinement &Refinement)
      : P(P), Facts(Facts), Graph(Graph), Refinement(Refinement), Wanted(P, Facts),
        Usage(P, Facts) {}

  KernelFacts run() {
    findFunctions();
    findOrders();
    findUses();
    FactsWriter W(P, Facts, Wanted, Out);
    for (uint32_t F = 0; F != P.Functions.size(); ++F)
      if (Wanted.isWhole(FunctionId(F)))
        W.function(FunctionId(F));
    writeOrders(W);
    writeUses(W);
    writeContexts(W);
    writePointers(W);
    W.writeFunctions();
    return std::move(Out);
  }

private:
  static constexpr size_t EventsPerOrder = 4;

  void findFunctions() {
    // Copies for one caller (link/Specialize.h) come after the original, and are that caller's.
    std::set<std::pair<ImageId, llvm::StringRef>> Seen;
    for (uint32_t F = 0; F != P.Functions.size(); ++F)
      if (const ProgramSymbol &S = P.symbol(P.Functions[F].Name);
          S.Name.Link != Linkage::Internal && Seen.insert({S.Image, S.Name.Name}).second)
        Wanted.function(FunctionId(F));
    for (const auto &[Member, Functions] : P.PointerTargets)
      if (Functions.size() <= Program::MaxTargets)
        for (FunctionId F : Functions)
          Wanted.function(F);
  }

  void findOrders() {
    for (const OrderEdge &Edge : Graph.edges()) {
      std::vector<uint32_t> &Chosen = Events.emplace_back();
      for (uint32_t Event : Edge.Events) {
        if (Chosen.size() == EventsPerOrder)
          break;
        if (Refinement.ask(Event) == OrderRefinement::Answer::Refuted)
          continue;
        const OrderEvent &E = Facts.Orders[Event];
        Wanted.acquisition(E.In, E.FromAcquired);
        Wanted.acquisition(E.In, E.ToAcquired);
        Chosen.push_back(Event);
      }
    }
  }

  void findUses() {
    for (Context C : {Context::Hardirq, Context::Softirq})
      for (const auto &[Class, Uses] : Usage.in(C))
        for (int Reader : {0, 1})
          for (const std::optional<IrqUse> &U : {Uses.In[Reader], Uses.On[Reader]})
            if (U) {
              Wanted.acquisition(U->From->Function, U->Acquired);
              UsesOf[Class].insert(U->From);
            }
  }

  void writeOrders(FactsWriter &W) {
    std::vector<LockClass> Classes;
    std::map<ClassId, uint32_t> Number;
    for (ClassId C : Facts.Classes->all()) {
      Number[C] = static_cast<uint32_t>(Classes.size());
      Classes.push_back((*Facts.Classes)[C]);
    }
    W(Classes);
    W.number(Graph.edges().size());
    std::string All = W.take();
    for (size_t I = 0; I != Events.size(); ++I) {
      for (uint32_t Event : Events[I]) {
        OrderEvent E = Facts.Orders[Event];
        llvm::append_range(E.Gates, Facts.EntryGates[E.In.index()]);
        W.speakOf(E.In);
        W(E.In, E);
      }
      std::string Bytes = W.take();
      uint32_t From = Number.at(Graph.edges()[I].From), To = Number.at(Graph.edges()[I].To);
      W(From, To, Bytes);
      All += W.take();
    }
    Out.Orders = std::move(All);
  }

  void writeUses(FactsWriter &W) {
    W.number(UsesOf.size());
    std::string All = W.take();
    for (const auto &[Class, Entries] : UsesOf) {
      for (const EntryPoint *E : Entries) { // of one vector: in its order
        EntryPoint Copy = *E;
        W(Copy);
      }
      std::string Bytes = W.take();
      LockClass C = (*Facts.Classes)[Class];
      W(C, Bytes);
      All += W.take();
    }
    Out.Uses = std::move(All);
  }

  /// To run in an interrupt says more than what it switches off; of that, the first says most.
  static bool saysMore(Context A, Context B) {
    auto Interrupt = [](Context C) { return C == Context::Hardirq || C == Context::Softirq; };
    return std::tuple(!Interrupt(A), A) < std::tuple(!Interrupt(B), B);
  }

  /// How members are called; where nothing is held or off, nothing is said.
  void writeContexts(FactsWriter &W) {
    size_t Count = 0;
    std::string All;
    for (const auto &[Member, Calls] : Facts.ThroughMembers) {
      std::vector<LockClass> Held;
      std::optional<Context> Off;
      for (TermId T : Calls.Under)
        if (Facts.Terms.isSection(T)) {
          Context C = static_cast<Context>(Facts.Terms[T].Index);
          Off = Off && saysMore(*Off, C) ? *Off : C;
        } else if (ClassId Class = Facts.Classes->classOf(T, 0, true)) {
          Held.push_back((*Facts.Classes)[Class]);
        }
      if (Held.empty() && !Off)
        continue;
      ++Count;
      FieldId Named = Member;
      Context How = Off.value_or(Context::Process);
      std::vector<FileId> Callers(Calls.In.begin(), Calls.In.end());
      W(Named, How, Held, Callers);
      All += W.take();
    }
    W.number(Count);
    Out.Contexts = W.take() + All;
  }

  void writePointers(FactsWriter &W) {
    std::set<std::pair<FieldId, FunctionId>> InTables;
    for (const auto &[Slot, Functions] : P.TableTargets)
      for (FunctionId F : Functions)
        if (Wanted.isWhole(F)) {
          Out.Pointers.push_back({W.field(Slot.second), W.symbol(Slot.first), W.function(F)});
          InTables.insert({Slot.second, F});
        }
    for (const auto &[Member, Functions] : P.PointerTargets) {
      if (Functions.size() > Program::MaxTargets) {
        Out.Crowded.push_back(W.field(Member));
        continue;
      }
      for (FunctionId F : Functions)
        if (!InTables.contains({Member, F}))
          Out.Pointers.push_back({W.field(Member), SymbolId(), W.function(F)});
    }
    for (const auto &[Global, Functions] : P.GlobalTargets)
      for (FunctionId F : Functions)
        if (Wanted.isWhole(F))
          Out.Pointers.push_back({FieldId(), W.symbol(Global), W.function(F)});
    for (FieldId F : P.OwnClass)
      Out.OwnClass.push_back(W.field(F));
    for (const InitFact &I : P.Inits)
      Out.Inits.push_back({W.symbol(I.Object), W.field(I.Fld), I.Count});
    for (auto [Lock, Class] : P.InitClass)
      Out.InitClass.push_back({W.symbol(Lock), W.symbol(Class)});
  }

  const Program &P;
  const LockFacts &Facts;
  const LockGraph &Graph;
  OrderRefinement &Refinement;
  Needs Wanted;
  IrqUsage Usage;
  std::vector<std::vector<uint32_t>> Events; ///< by edge: into LockFacts::Orders
  std::map<ClassId, std::set<const EntryPoint *>> UsesOf;
  KernelFacts Out;
};

} // namespace

KernelFacts exportFacts(const Program &P, const LockFacts &Facts, const LockGraph &Graph,
                        OrderRefinement &Refinement) {
  return Exporter(P, Facts, Graph, Refinement).run();
}

} // namespace lockorder
