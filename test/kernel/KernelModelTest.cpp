//===- KernelModelTest.cpp - What the built-in model says -----------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The expectations are written from the kernel's headers and sources, not from linux.yaml, one line
// per API in a shorthand of its own:
//
//   +mutex:x *0?0     takes the mutex (x exclusive, s shared, r recursive; ~ try) that argument 0
//   points
//                     to, if the call returns 0 (?1 nonzero); a-> is a path, ^sub a subclass, /nest
//   -mutex:x *0       gives it back          irq! irq. irq<1 irq>1  off, on, save to, restore from
//   sleep  sleep(1)  wait *0  signal *0      (1): if the gfp flags in argument 1 allow it
//
//===----------------------------------------------------------------------===//

#include "kernel/KernelModel.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace lockorder;

namespace {

const KernelModel &model() {
  static const KernelModel Model = llvm::cantFail(KernelModel::load({}));
  return Model;
}

std::string write(const ApiObject &O) {
  std::string Text = O.IsElement ? "[]" : "";
  if (O.From == ApiObject::Base::Argument)
    Text += (O.IsPlace ? "" : "*") + std::to_string(O.Index);
  else if (O.From == ApiObject::Base::Result)
    Text += O.IsPlace ? "ret" : "*ret";
  else if (O.From == ApiObject::Base::Global)
    Text += O.Global;
  for (const auto &[Record, Field] : O.Path)
    Text += "->" + Record + "." + Field;
  return Text;
}

std::string writeLock(const ApiEffect &E) {
  static const char *Modes = "xsr";
  std::string Text = (spell(E.Lock) + ":").str() + Modes[static_cast<int>(E.Mode)];
  Text += E.How == LockHow::Try ? "~ " : " ";
  Text += write(E.Object);
  if (E.Subclass)
    Text += "^" + std::to_string(E.Subclass);
  if (E.SubclassArgument)
    Text += "^arg" + std::to_string(*E.SubclassArgument);
  if (E.Nest)
    Text += "/" + write(*E.Nest);
  return Text;
}

std::string writeCondition(When On) {
  switch (On) {
  case When::Always:
    return "";
  case When::Zero:
    return "?0";
  case When::NonZero:
    return "?1";
  default:
    return ("?" + spell(On)).str();
  }
}

std::string write(const ApiEffect &E) {
  switch (E.Kind) {
  case EffectKind::Acquire:
    return "+" + writeLock(E) + writeCondition(E.On);
  case EffectKind::Release:
    return "-" + writeLock(E) + writeCondition(E.On);
  case EffectKind::Downgrade:
    return "down " + writeLock(E) + writeCondition(E.On);
  case EffectKind::Context: {
    static const char *Changes = " !.<>";
    std::string Text = spell(E.Ctx).str() + Changes[static_cast<int>(E.Change)];
    return Text + (E.Flags ? write(*E.Flags) : "") + writeCondition(E.On);
  }
  case EffectKind::Sleep:
    if (E.Flags)
      return "sleep(" + std::to_string(E.Flags->Index) + ")";
    return E.Change == ContextChange::Disable ? ("sleep unless " + spell(E.Ctx)).str() : "sleep";
  case EffectKind::Start:
    return ("start " + std::to_string(E.Object.Index) + " " + spell(E.Ctx)).str() +
           (E.Nest ? " on " + write(*E.Nest) : "");
  case EffectKind::InitLock:
    return ("init " + spell(E.Lock) + " ").str() + write(E.Object) +
           (E.Flags ? " count " + write(*E.Flags) : "") + (E.Nest ? " key " + write(*E.Nest) : "");
  case EffectKind::AssertHeld:
    return std::string("held ") + (E.Mode == LockMode::Exclusive ? "x " : "s ") + write(E.Object);
  default:
    return (spell(E.Kind) + " ").str() + write(E.Object) + writeCondition(E.On);
  }
}

std::string effectsOf(llvm::StringRef Name) {
  const Api *A = model().find(Name);
  if (!A)
    return "NOT MODELLED";
  std::vector<std::string> All;
  for (const ApiEffect &E : A->Effects)
    All.push_back(write(E));
  return llvm::join(All, ", ");
}

struct Expectation {
  const char *Name, *Effects;
};

void check(llvm::ArrayRef<Expectation> Table) {
  for (const Expectation &E : Table)
    EXPECT_EQ(effectsOf(E.Name), E.Effects) << E.Name;
}

TEST(KernelModel, SleepingLocks) {
  check({
      {"down", "sleep, +semaphore:x *0"},
      {"down_trylock", "+semaphore:x~ *0?0"}, // "returns 0 if acquired, 1 if not"
      {"down_interruptible", "sleep, +semaphore:x *0?0"},
      {"down_timeout", "sleep, +semaphore:x *0?0"},
      {"up", "-semaphore:x *0"},
      {"sema_init", "init semaphore *0 count *1"},
      {"mutex_lock", "sleep, +mutex:x *0"},
      {"mutex_lock_nested", "sleep, +mutex:x *0^arg1"},
      {"mutex_lock_interruptible_nested", "sleep, +mutex:x *0^arg1?0"},
      {"_mutex_lock_nest_lock", "sleep, +mutex:x *0/*1"},
      {"mutex_lock_killable", "sleep, +mutex:x *0?0"},
      {"mutex_trylock", "+mutex:x~ *0?1"},
      {"mutex_unlock", "-mutex:x *0"},
      {"__mutex_init", "init mutex *0 key *2"},
      {"atomic_dec_and_mutex_lock", "sleep, last_reference *0?1, +mutex:x *1?1"},
      {"rt_mutex_lock_killable", "sleep, +rt_mutex:x *0?0"},
      {"rt_mutex_trylock", "+rt_mutex:x~ *0?1"},
      {"ww_mutex_lock", "sleep, +ww_mutex:x *0/*1?0"}, // not on -EDEADLK, not again on -EALREADY
      {"ww_mutex_lock_slow", "sleep, +ww_mutex:x *0/*1"},
      {"ww_mutex_trylock", "+ww_mutex:x~ *0?1"},
      {"down_read", "sleep, +rwsem:s *0"},
      {"down_read_killable", "sleep, +rwsem:s *0?0"},
      {"down_read_trylock", "+rwsem:s~ *0?1"},
      {"down_write_killable", "sleep, +rwsem:x *0?0"},
      {"down_write_nested", "sleep, +rwsem:x *0^arg1"},
      {"downgrade_write", "down rwsem:x *0"},
      {"up_read", "-rwsem:s *0"},
      {"up_write", "-rwsem:x *0"},
      {"percpu_down_read_trylock", "+percpu_rwsem:s~ *0?1"},
      {"percpu_up_write", "-percpu_rwsem:x *0"},
      {"cpus_read_lock", "sleep, +percpu_rwsem:s cpu_hotplug_lock"},
      {"srcu_read_lock", "+srcu:r *0"},
      {"synchronize_srcu", "sleep, wait *0"},
  });
}

TEST(KernelModel, SpinningLocks) {
  check({
      {"spin_lock", "preempt!, +spinlock:x *0"},
      {"spin_unlock", "-spinlock:x *0, preempt."},
      {"spin_lock_nested", "preempt!, +spinlock:x *0^arg1"},
      {"spin_lock_bh", "bh!, preempt!, +spinlock:x *0"},
      {"spin_unlock_bh", "-spinlock:x *0, preempt., bh."},
      {"spin_lock_irq", "irq!, preempt!, +spinlock:x *0"},
      {"spin_lock_irqsave", "irq<1, preempt!, +spinlock:x *0"},
      {"spin_lock_irqsave_nested", "irq<1, preempt!, +spinlock:x *0^arg2"},
      {"spin_unlock_irqrestore", "-spinlock:x *0, irq>1, preempt."},
      {"spin_trylock", "preempt!?1, +spinlock:x~ *0?1"},
      {"spin_trylock_bh", "bh!?1, preempt!?1, +spinlock:x~ *0?1"},
      {"spin_trylock_irqsave", "irq<1?1, preempt!?1, +spinlock:x~ *0?1"},
      {"_raw_spin_lock_irqsave", "irq<ret, preempt!, +raw_spinlock:x *0"},
      {"_raw_spin_unlock_irqrestore", "-raw_spinlock:x *0, irq>1, preempt."},
      {"raw_spin_lock_nest_lock", "preempt!, +raw_spinlock:x *0/*1"},
      {"_raw_spin_lock_bh", "bh!, preempt!, +raw_spinlock:x *0"}, // a read lock in Smatch's table
      {"arch_spin_trylock", "+raw_spinlock:x~ *0?1"},
      {"rt_spin_lock", "migrate!, +spinlock:x *0"},
      {"atomic_dec_and_lock", "last_reference *0?1, preempt!?1, +spinlock:x *1?1"},
      {"atomic_dec_and_lock_irqsave", "last_reference *0?1, irq<2?1, preempt!?1, +spinlock:x *1?1"},
      {"_atomic_dec_and_lock_irqsave",
       "last_reference *0?1, irq<*2?1, preempt!?1, +spinlock:x *1?1"},
      {"lockref_put_or_lock", "last_reference *0?0, preempt!?0, +spinlock:x *0->lockref.lock?0"},
      {"read_lock", "preempt!, +rwlock:s *0"},
      {"_raw_read_lock_bh", "bh!, preempt!, +rwlock:s *0"},
      {"read_unlock_irqrestore", "-rwlock:s *0, irq>1, preempt."},
      {"write_lock_irqsave", "irq<1, preempt!, +rwlock:x *0"},
      {"write_trylock", "preempt!?1, +rwlock:x~ *0?1"},
      {"write_seqlock_irqsave", "irq<1, preempt!, +seqlock:x *0"},
      {"read_seqlock_excl_bh", "bh!, preempt!, +seqlock:x *0"},
      {"read_seqbegin", "+seqlock:r *0, -seqlock:r *0"},
      {"write_seqcount_begin", "+seqcount:x *0"},
      {"local_lock_irqsave", "irq<1, +local_lock:x []*0"},
      {"bit_spin_lock", "preempt!, +bit_spinlock:x *1^arg0"},
      {"hlist_bl_unlock", "-bit_spinlock:x *0, preempt."},
      {"bh_lock_sock", "preempt!, +spinlock:x *0->sock.sk_lock->socket_lock_t.slock"},
      {"netif_addr_lock", "preempt!, +spinlock:x *0->net_device.addr_list_lock^-1"},
      {"lock_task_sighand",
       "irq<*1?1, preempt!?1, +spinlock:x *0->task_struct.sighand->sighand_struct.siglock?1"},
      {"cond_resched_lock", "-spinlock:x *0, preempt., sleep, preempt!, +spinlock:x *0"},
      {"raw_spin_rq_lock", "preempt!, +raw_spinlock:x *0->rq.__lock"}, // not an unlock as well
  });
}

TEST(KernelModel, LocksOfSubsystems) {
  check({
      {"lock_sock_nested", "sleep, +sock_lock:x *0->sock.sk_lock^arg1"},
      {"release_sock", "-sock_lock:x *0->sock.sk_lock"},
      {"device_trylock", "+device_lock:x~ *0->device.mutex?1"},
      {"rtnl_lock", "sleep, +mutex:x rtnl_mutex"},
      {"rtnl_trylock", "+mutex:x~ rtnl_mutex?1"},
      {"console_trylock", "+semaphore:x~ console_sem?1"}, // the opposite of down_trylock
      {"inode_lock_shared", "sleep, +rwsem:s *0->inode.i_rwsem"},
      {"inode_lock_nested", "sleep, +rwsem:x *0->inode.i_rwsem^arg1"},
      {"mmap_read_lock_killable", "sleep, +rwsem:s *0->mm_struct.mmap_lock?0"},
      {"mmap_write_downgrade", "down rwsem:x *0->mm_struct.mmap_lock"},
      {"anon_vma_lock_read", "sleep, +rwsem:s *0->anon_vma.root->anon_vma.rwsem"},
      {"folio_trylock", "+other:x~ *0->folio.flags?1"},
      {"lock_page", "sleep, +other:x *0->folio.flags"},
      {"sb_start_intwrite",
       "sleep, +percpu_rwsem:s *0->super_block.s_writers->sb_writers.rw_sem^2"},
      {"lockdep_assert_held", "held s *0"},
      {"lockdep_assert_held_write", "held x *0"},
  });
}

TEST(KernelModel, ContextSleepAndStarts) {
  check({
      {"local_irq_save", "irq<0"},
      {"arch_local_irq_save", "irq<ret"},
      {"raw_local_irq_restore", "irq>0"},
      {"preempt_enable_no_resched", "preempt."},
      {"rcu_read_lock", "rcu!"},
      {"rcu_read_lock_bh", "bh!, rcu_bh!"},
      {"rcu_read_unlock_sched", "rcu_sched., preempt."},
      {"pagefault_disable", "pagefault!"},
      {"msleep", "sleep"},
      {"copy_from_user",
       "sleep unless pagefault, touch current->task_struct.mm->mm_struct.mmap_lock"},
      {"kmalloc", "sleep(1)"},
      {"kcalloc", "sleep(2)"},
      {"dma_alloc_coherent", "sleep(3)"},
      {"alloc_pages", "sleep(0)"},
      {"kmem_cache_free", "free *1"},
      {"wait_for_completion", "sleep, wait *0"},
      {"complete", "signal *0"},
      {"wait_event", "sleep, wait 0"}, // the queue itself
      {"wake_up", "signal *0"},        // its address
      {"cancel_delayed_work_sync", "sleep, wait *0->delayed_work.work"},
      {"timer_delete_sync", "wait *0"},
      {"INIT_WORK", "start 1 process on *0"},
      {"timer_setup", "start 1 softirq on *0"},
      {"request_threaded_irq",
       "sleep, start 1 hardirq on *5->*.irq_handler, start 2 process on *5->*.irq_handler"},
      {"devm_request_irq", "sleep, start 2 hardirq on *5->*.irq_handler"},
      {"call_srcu", "start 2 softirq on *1"},
      {"wait_event_lock_irq",
       "-spinlock:x 2, irq., preempt., sleep, wait 0, irq!, preempt!, +spinlock:x 2"},
  });
}

TEST(KernelModel, WhatIsTakenIsGivenBackByTheUnlockOfThatName) {
  // Every *lock* has a name where lock stands as unlock; both do the opposite to the same object.
  unsigned Pairs = 0;
  for (const Api *Lock : model().apis()) {
    std::string Name = Lock->Name;
    size_t At = Name.find("lock");
    if (At == std::string::npos || Name.find("unlock") != std::string::npos ||
        Name.find("try") != std::string::npos)
      continue;
    const Api *Unlock = model().find(Name.substr(0, At) + "un" + Name.substr(At));
    if (Name.find("irqsave") != std::string::npos || !Unlock || !Lock->IsLockApi)
      continue;
    ++Pairs;
    auto Find = [](const Api *A, EffectKind Kind) -> const ApiEffect * {
      for (const ApiEffect &E : A->Effects)
        if (E.Kind == Kind)
          return &E;
      return nullptr;
    };
    const ApiEffect *Take = Find(Lock, EffectKind::Acquire),
                    *Give = Find(Unlock, EffectKind::Release);
    ASSERT_TRUE(Take && Give) << Name;
    EXPECT_EQ(Take->Lock, Give->Lock) << Name;
    EXPECT_EQ(Take->Mode, Give->Mode) << Name;
    EXPECT_EQ(write(Take->Object), write(Give->Object)) << Name;
    for (const ApiEffect &Off : Lock->Effects) {
      bool Undone = Off.Kind != EffectKind::Context;
      for (const ApiEffect &On : Unlock->Effects)
        Undone |= On.Kind == EffectKind::Context && On.Ctx == Off.Ctx &&
                  On.Change == (Off.Change == ContextChange::Save ? ContextChange::Restore
                                                                  : ContextChange::Enable);
      EXPECT_TRUE(Undone) << Name << " switches " << spell(Off.Ctx).str()
                          << ", its unlock does not switch it back";
    }
  }
  EXPECT_GT(Pairs, 60u);
}

TEST(KernelModel, EveryTryThatTakesSaysForWhichResult) {
  for (const Api *A : model().apis())
    if (llvm::StringRef(A->Name).contains("trylock"))
      for (const ApiEffect &E : A->Effects) {
        EXPECT_NE(E.On, When::Always) << A->Name;
        if (E.Kind == EffectKind::Acquire)
          EXPECT_EQ(E.How, LockHow::Try) << A->Name;
        else
          EXPECT_EQ(E.Kind, EffectKind::Context) << A->Name << " never sleeps";
      }
}

TEST(KernelModel, ASleepingLockThatIsWaitedForMaySleep) {
  for (const Api *A : model().apis()) {
    bool Sleeps = false, Waits = false;
    for (const ApiEffect &E : A->Effects) {
      Sleeps |= E.Kind == EffectKind::Sleep;
      Waits |=
          E.Kind == EffectKind::Acquire && E.How == LockHow::Blocking && isSleepingLock(E.Lock);
    }
    EXPECT_TRUE(!Waits || Sleeps) << A->Name;
  }
}

TEST(KernelModel, TellsLockApisFromTheRest) {
  EXPECT_TRUE(model().find("mutex_unlock")->IsLockApi);
  EXPECT_TRUE(model().find("downgrade_write")->IsLockApi);
  EXPECT_FALSE(model().find("local_irq_save")->IsLockApi);
  EXPECT_FALSE(model().find("mutex_init")->IsLockApi);
  EXPECT_FALSE(model().find("ww_acquire_init")->IsLockApi);
  EXPECT_TRUE(model().find("local_lock")->MacroOnly);
  EXPECT_FALSE(model().find("mutex_lock")->MacroOnly); // a macro under lockdep, else a function
  EXPECT_EQ(model().find("dma_resv_lock"), nullptr);   // a wrapper that can be read
}

TEST(KernelModel, ValuesSeeThroughAccessors) {
  EXPECT_EQ(write(*model().find("spinlock_check")->Value), "*0");
  EXPECT_EQ(write(*model().find("rcu_dereference")->Value), "*0");
  EXPECT_EQ(write(*model().find("this_cpu_ptr")->Value), "[]*0");
  EXPECT_EQ(write(*model().find("get_cpu_ptr")->Value), "[]*0");
  EXPECT_EQ(effectsOf("get_cpu_ptr"), "preempt!");
  EXPECT_FALSE(model().find("mutex_lock")->Value);
}

TEST(KernelModel, LeavesHideCoreServicesOnly) {
  const std::pair<const char *, const char *> Leaves[] = {
      {"_printk", "printk"},
      {"_dev_err", "printk"},
      {"dump_stack", "printk"},
      {"panic", "panic"},
      {"do_exit", "panic"},
      {"__kmalloc_noprof", "allocators"},
      {"kfree", "allocators"},
      {"alloc_pages_noprof", "allocators"},
      {"kmem_cache_alloc_lru_noprof", "allocators"},
      {"schedule_timeout", "scheduler"},
      {"__wake_up", "scheduler"},
      {"complete_all", "scheduler"},
      {"try_to_wake_up", "scheduler"},
      {"mod_timer", "timers"},
      {"ktime_get_with_offset", "timers"},
      {"call_rcu", "rcu"},
      {"synchronize_rcu_expedited", "rcu"},
      {"queue_work_on", "queueing"},
      {"smp_call_function_many_cond", "queueing"},
      {"kill_pid", "signals"},
      {"get_random_bytes", "random"},
  };
  for (const auto &[Name, Group] : Leaves)
    EXPECT_EQ(model().leafGroup(Name).str(), Group) << Name;
  // Functions of drivers and file systems that wider patterns would swallow, and services that run
  // destructors or callbacks under the caller's locks.
  for (const char *Name : {"kill_sb",
                           "kill_block_super",
                           "kill_anon_super",
                           "kill_bdev",
                           "complete_request",
                           "completed",
                           "console_init",
                           "console_unblank",
                           "die_notifier",
                           "machine_check_poll",
                           "machine_specific_memory_setup",
                           "random_read_iter",
                           "randomize_page",
                           "crash_dump_init",
                           "print_cmd",
                           "kfree_skb",
                           "kfree_skb_list_reason",
                           "kfree_link",
                           "kmem_cache_destroy",
                           "vmalloc_to_sgt",
                           "folio_alloc_buffers",
                           "schedule_erase",
                           "queue_work_func",
                           "slab_alloc",
                           "sysrq_handle_reboot",
                           "panic_mutex",
                           "mutex_lock",
                           "kgdboc_reset_connect",
                           "oops_something",
                           "kmal",
                           ""})
    EXPECT_EQ(model().leafGroup(Name).str(), "") << Name;
}

TEST(KernelModel, TheLongestLeafPatternWins) {
  KernelModel Model =
      llvm::cantFail(KernelModel::parse("version: 1\nleaves:\n- {group: wide, names: [abcd*]}\n- "
                                        "{group: narrow, names: [abcdef*, abcdx]}\n",
                                        "t"));
  EXPECT_EQ(Model.leafGroup("abcd"), "wide");
  EXPECT_EQ(Model.leafGroup("abcde"), "wide");
  EXPECT_EQ(Model.leafGroup("abcdefg"), "narrow");
  EXPECT_EQ(Model.leafGroup("abcdx"), "narrow");
  EXPECT_EQ(Model.leafGroup("abcdz"), "wide") << "abcdef stands between them";
  EXPECT_EQ(Model.leafGroup("abc"), "");
}

TEST(KernelModel, RecordsFieldsAndRoots) {
  EXPECT_TRUE(model().isGenericRecord("wait_queue_head"));
  EXPECT_TRUE(model().isGenericRecord("xarray"));
  EXPECT_FALSE(model().isGenericRecord("inode"));
  EXPECT_FALSE(model().isGenericRecord("mutex"));
  EXPECT_TRUE(model().isWrappingField("spinlock", "rlock"));
  EXPECT_TRUE(model().isWrappingField("seqlock_t", "lock"));
  EXPECT_FALSE(model().isWrappingField("semaphore", "lock"));
  EXPECT_FALSE(model().isWrappingField("rlock", "spinlock"));
  EXPECT_EQ(model().countFields(),
            (std::vector<std::pair<std::string, std::string>>{{"semaphore", "count"}}));
  ASSERT_TRUE(model().findRootMacro("module_init"));
  EXPECT_EQ(model().findRootMacro("module_init")->Argument, 0u);
  ASSERT_TRUE(model().findRootMacro("DEFINE_TIMER"));
  EXPECT_EQ(model().findRootMacro("DEFINE_TIMER")->Argument, 1u);
  EXPECT_EQ(model().findRootMacro("DEFINE_TIMER")->Ctx, Context::Softirq);
  EXPECT_FALSE(model().findRootMacro("mutex_lock"));
}

TEST(KernelModel, ListsItsEntriesSortedWithTheirPlace) {
  std::vector<const Api *> All = model().apis();
  ASSERT_GT(All.size(), 800u);
  for (size_t I = 1; I < All.size(); ++I)
    EXPECT_LT(All[I - 1]->Name, All[I]->Name);
  for (const Api *A : All) {
    EXPECT_EQ(A->DefinedAt.File, "linux.yaml");
    EXPECT_GT(A->DefinedAt.Line, 50u) << A->Name;
    EXPECT_EQ(model().find(A->Name), A);
  }
}

} // namespace
