//===- Entries.cpp - Where threads of execution begin -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Entries.h"
#include "flow/BhWorks.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace lockorder {

std::set<FieldId> boundFields(const Program &P, llvm::ArrayRef<HrTimer> Timers) {
  std::set<FieldId> Bound;
  P.forEachEffect({EffectKind::Signal, EffectKind::Start},
                  [&](FunctionId Id, const ApiEvent &, const Effect &What) {
                    const Function &F = P.function(Id);
                    NodeId By = What.Kind == EffectKind::Signal ? What.Object : What.Nest;
                    if (By && F.Nodes[By.index()].Kind == Op::Member)
                      Bound.insert(F.Nodes[By.index()].Fld);
                  });
  for (const auto &[Slot, Functions] : P.TableTargets)
    if (P.Records[P.Fields[Slot.second].Owner].Name == "work_struct")
      for (uint32_t I = 0; I != P.Fields.size(); ++I)
        if (P.Fields[FieldId(I)].Name == "work" &&
            P.Records[P.Fields[FieldId(I)].Owner].Name == "delayed_work")
          Bound.insert(FieldId(I));
  for (const HrTimer &T : Timers)
    if (T.Which.Member)
      Bound.insert(T.Which.Member);
  return Bound;
}

namespace {

class Finder {
public:
  Finder(const Program &P, const KernelModel &Model, LockFacts &Facts)
      : P(P), Model(Model), Facts(Facts), BhWorks(findBhWorks(P, Facts.Terms, *Facts.Classes)) {}

  void run(const std::vector<CalledUnder> &Derived) {
    Seen.resize(P.Functions.size());
    for (const StartEvent &S : Facts.Starts)
      addWork({S.Started, S.Ctx, P.Names[S.Via], S.In, S.Where, S.On, true});
    addMacros();
    addTables();
    addHrTimers();
    addCallbacks();
    for (const CalledUnder &C : Derived)
      addDerived(C);
    for (uint32_t F = 0; F != P.Functions.size(); ++F)
      if (llvm::StringRef Name = P.nameOf(FunctionId(F));
          Name.starts_with("__x64_sys_") || Name.starts_with("__ia32_sys_") ||
          Name.starts_with("__x64_compat_sys_") || Name.starts_with("__arm64_sys_"))
        add({FunctionId(F), Context::Process, "SYSCALL_DEFINE", FunctionId(), P.Functions[F].Where,
             ClassId(), true});
    for (uint32_t F = 0; F != P.Functions.size(); ++F)
      if (!Seen[F] && P.Callers[F].empty() && !P.Functions[F].Blocks.empty())
        add({FunctionId(F), Context::Process, "", FunctionId(), P.Functions[F].Where, ClassId(),
             false});
    llvm::stable_sort(Facts.Entries, [](const EntryPoint &A, const EntryPoint &B) {
      return std::tie(A.Function, A.Ctx, A.Via, A.Where) <
             std::tie(B.Function, B.Ctx, B.Via, B.Where);
    });
  }

private:
  void add(EntryPoint E) {
    if (!E.Function)
      return;
    Seen[E.Function.index()] = true;
    Facts.Entries.push_back(std::move(E));
  }

  /// Where a work runs is up to the queue; other things run where they are said to.
  void addWork(EntryPoint E) {
    auto It = BhWorks.find(E.On);
    if (It == BhWorks.end() || E.Ctx != Context::Process)
      return add(std::move(E));
    const BhWork &Work = It->second;
    bool Here = Work.Here.contains(E.In), Elsewhere = Work.Threads.contains(E.In);
    if (Elsewhere || (!Here && !Work.Always))
      add(E);
    E.Ctx = Context::Softirq;
    if (Here || !Elsewhere)
      add(std::move(E));
  }

  void addMacros() {
    for (const RootFact &R : P.Roots)
      add({P.symbol(R.Function).Body, R.Ctx, P.Names[R.Via], FunctionId(), R.Where, ClassId(),
           true});
  }

  /// DECLARE_WORK() and the like: the function is in the object's initializer.
  void addTables() {
    FieldId Inner;
    for (uint32_t I = 0; I != P.Fields.size(); ++I)
      if (P.Fields[FieldId(I)].Name == "work" && recordOf(FieldId(I)) == "delayed_work")
        Inner = FieldId(I);
    for (const auto &[Slot, Functions] : P.TableTargets) {
      llvm::StringRef Record = recordOf(Slot.second);
      bool Timer = Record == "timer_list" || Record == "hrtimer" || Record == "tasklet_struct";
      if (Record != "work_struct" && Record != "kthread_work" && !Timer)
        continue;
      TermId Object = Facts.Terms.global(Slot.first);
      for (FunctionId F : Functions) {
        EntryPoint E{F,
                     Record == "hrtimer" ? Context::Hardirq
                     : Timer             ? Context::Softirq
                                         : Context::Process,
                     P.spell(Slot.second),
                     FunctionId(),
                     P.function(F).Where,
                     Facts.Classes->classOf(Object, 0, true),
                     true};
        addWork(E);
        if (Record == "work_struct" && Inner) {
          E.On = Facts.Classes->classOf(Facts.Terms.member(Object, Inner), 0, true);
          add(E);
        }
      }
    }
  }

  /// Of these it is known which member calls them, most often in which context, too.
  void addHrTimers() {
    for (const HrTimer &T : Facts.HrTimers) {
      add({T.Calls, T.Runs.value_or(Context::Hardirq), T.Runs ? "hrtimer_init" : "hrtimer.function",
           FunctionId(), P.function(T.Calls).Where,
           Facts.Classes->classOf(T.Which.term(Facts.Terms), 0, true), true});
      OfTimers.insert(T.Calls);
    }
  }

  void addCallbacks() {
    std::map<std::pair<llvm::StringRef, llvm::StringRef>, const Callback *> Known;
    llvm::StringSet<> Wanted;
    for (const Callback &C : Model.callbacks()) {
      Known[{C.Record, C.Field}] = &C;
      if (C.Holds)
        Wanted.insert(C.Holds->Global);
    }
    std::map<llvm::StringRef, SymbolId> Globals;
    for (uint32_t I = 0; I != P.Symbols.size(); ++I)
      if (const Symbol &S = P.Symbols[I].Name;
          S.Kind == SymbolKind::Object && Wanted.contains(S.Name))
        Globals.try_emplace(S.Name, SymbolId(I));
    TablesOf.resize(P.Fields.size());
    for (const auto &[Slot, Functions] : P.TableTargets)
      TablesOf[Slot.second.index()].push_back(Slot.first);
    for (const auto &[Field, Functions] : P.PointerTargets) {
      auto It = Known.find({recordOf(Field), P.Fields[Field].Name});
      if (It == Known.end())
        continue;
      const Callback &C = *It->second;
      Modelled.insert(Field);
      ClassId Holds = C.Holds ? lockOf(*C.Holds, Globals) : ClassId();
      for (FunctionId F : Functions)
        if (C.Record != "hrtimer" || !OfTimers.contains(F))
          add({F, C.Ctx, P.spell(Field), FunctionId(), P.function(F).Where, Holds, true});
      if (Holds)
        addOwnTables(Field, C.Ctx);
    }
  }

  void addDerived(const CalledUnder &C) {
    auto It = P.PointerTargets.find(C.Member);
    if (It == P.PointerTargets.end() || Modelled.contains(C.Member))
      return;
    for (FunctionId F : It->second) {
      if (P.function(F).Flags & FlagKnown)
        continue;
      EntryPoint E{F, C.Off, P.spell(C.Member), FunctionId(), P.function(F).Where, ClassId(), true};
      if (C.Held.empty())
        add(E);
      for (ClassId Held : C.Held) {
        E.On = Held;
        add(E);
      }
    }
  }

  /// Who removes one file waits for the functions in its table only.
  void addOwnTables(FieldId Field, Context C) {
    for (SymbolId Object : TablesOf[Field.index()])
      for (FunctionId F : P.TableTargets.at({Object, Field}))
        add({F, C, P.spell(Field), FunctionId(), P.function(F).Where,
             Facts.Classes->classOf(Facts.Terms.global(Object), 0, true), true});
  }

  /// Of a path, its last member names the class.
  ClassId lockOf(const ApiObject &Lock, const std::map<llvm::StringRef, SymbolId> &Globals) {
    if (Lock.Path.empty()) {
      auto It = Globals.find(Lock.Global);
      return It == Globals.end() ? ClassId()
                                 : Facts.Classes->classOf(Facts.Terms.global(It->second), 0, true);
    }
    const auto &[Record, Name] = Lock.Path.back();
    for (uint32_t I = 0; I != P.Fields.size(); ++I)
      if (P.Fields[FieldId(I)].Name == Name && recordOf(FieldId(I)) == Record)
        return Facts.Classes->classOf(Facts.Terms.member(Facts.Terms.anyPlace(), FieldId(I)), 0,
                                      true);
    return ClassId();
  }

  llvm::StringRef recordOf(FieldId F) const { return P.Records[P.Fields[F].Owner].Name; }

  const Program &P;
  const KernelModel &Model;
  LockFacts &Facts;
  std::map<ClassId, BhWork> BhWorks;
  std::vector<bool> Seen;
  std::vector<std::vector<SymbolId>> TablesOf; ///< by FieldId: whose initializer has it
  std::set<FunctionId> OfTimers; ///< functions of high-resolution timers that are known
  std::set<FieldId> Modelled;    ///< members of which the model says how they are called
};

} // namespace

void findEntries(const Program &P, const KernelModel &Model, LockFacts &Facts,
                 const std::vector<CalledUnder> &Derived) {
  Finder(P, Model, Facts).run(Derived);
}

uint32_t holdEvent(const Program &P, LockFacts &Facts, FunctionId F) {
  std::vector<Acquisition> &Acquired = Facts.Summaries[F].Acquired;
  Acquisition Running;
  Running.Place = Facts.Terms.anyPlace();
  Running.Kind = LockKind::Event;
  Running.Where = P.function(F).Where;
  Acquired.push_back(std::move(Running));
  return static_cast<uint32_t>(Acquired.size() - 1);
}

void addEventOrder(LockFacts &Facts, FunctionId F, ClassId Event, uint32_t Held, ClassId To,
                   uint32_t Wanted) {
  const Acquisition &A = Facts.summary(F).Acquired[Wanted];
  OrderEvent Order{F, Event, To, Facts.Terms.anyPlace(), A.Place, Held, Wanted};
  Order.ToMode = A.Mode;
  Order.rate(Facts.summary(F));
  Facts.Orders.push_back(std::move(Order));
}

void addEntryRelocks(const Program &P, LockFacts &Facts) {
  std::set<std::pair<FunctionId, ClassId>> Done;
  for (const EntryPoint &Entry : Facts.Entries) {
    // A global names its class: one object for everybody. Pseudo-locks stand for many.
    SymbolId Lock = Entry.On ? (*Facts.Classes)[Entry.On].Global : SymbolId();
    if (!Lock || Facts.Pseudo.contains(Lock) || !Done.insert({Entry.Function, Entry.On}).second)
      continue;
    const Summary &S = Facts.summary(Entry.Function);
    auto Again = llvm::find_if(S.Offered, [&](uint32_t I) {
      const Acquisition &A = S.Acquired[I];
      return A.Kind != LockKind::Event && A.How == LockHow::Blocking && !Facts.drops(A, Entry.On) &&
             Facts.Classes->classOf(A.Place, A.Subclass, true) == Entry.On;
    });
    if (Again == S.Offered.end())
      continue;
    uint32_t Second = *Again, First = holdEvent(P, Facts, Entry.Function);
    const Acquisition &A = Facts.summary(Entry.Function).Acquired[Second];
    Facts.Relocks.push_back({Entry.Function, Entry.On, A.Place, First, Second, LockMode::Exclusive,
                             A.Mode, /*SameInstance=*/true, false});
  }
}

void addBoundOrders(const Program &P, LockFacts &Facts, std::set<ClassId> Waited,
                    unsigned Threads) {
  std::vector<FunctionId> Asked = Facts.Waiters;
  for (const EntryPoint &Entry : Facts.Entries)
    if (Entry.On)
      Asked.push_back(Entry.Function);
  Facts.Summaries.readNow(Asked, Threads);
  for (const OrderEvent &E : Facts.Orders)
    Waited.insert(E.To);
  for (FunctionId F : Facts.Waiters) // also where only an entry point holds something
    for (const Acquisition &A : Facts.summary(F).Acquired)
      if (A.isWait())
        if (ClassId Class = Facts.Classes->classOf(A.Place, 0, true))
          Waited.insert(Class);
  auto TakenBy = [&](const Summary &S, auto Take) {
    for (uint32_t I : S.Offered)
      if (const Acquisition &A = S.Acquired[I];
          A.How == LockHow::Blocking && !Facts.Terms.isSleep(A.Place))
        if (ClassId To = Facts.Classes->classOf(A.Place, A.Subclass, true))
          Take(I, To);
  };
  for (const EntryPoint &Entry : Facts.Entries) // and what a thread wants that is waited for
    if (Entry.On)
      TakenBy(Facts.summary(Entry.Function), [&](uint32_t, ClassId To) { Waited.insert(To); });
  std::set<std::pair<FunctionId, ClassId>> Done;
  for (const EntryPoint &Entry : Facts.Entries) {
    if (!Entry.On || !Waited.contains(Entry.On) || !Done.insert({Entry.Function, Entry.On}).second)
      continue;
    uint32_t Held = holdEvent(P, Facts, Entry.Function);
    TakenBy(Facts.summary(Entry.Function), [&](uint32_t I, ClassId To) {
      if (To != Entry.On && !Facts.drops(Facts.summary(Entry.Function).Acquired[I], Entry.On))
        addEventOrder(Facts, Entry.Function, Entry.On, Held, To, I);
    });
  }
}

} // namespace lockorder
