//===- ledger.c - Takes ledger.lock, then calls into account.c ----*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// Second half of the inversion: the auditor thread holds ledger.lock and takes
// the lock of each account in the ledger, by the wrapper in account.c.
//
//===----------------------------------------------------------------------===//
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/kthread.h>
#include <linux/math64.h>

#include "bank.h"

static struct task_struct *auditor;

void ledger_init(struct ledger *book)
{
	mutex_init(&book->lock);
	INIT_LIST_HEAD(&book->accounts);
}

void ledger_open(struct ledger *book, struct account *acct)
{
	mutex_lock(&book->lock);
	list_add_tail(&acct->in_book, &book->accounts);
	mutex_unlock(&book->lock);
}

void ledger_post(struct ledger *book, s64 amount)
{
	mutex_lock(&book->lock);
	book->total += amount;
	mutex_unlock(&book->lock);
}

static void ledger_audit(struct ledger *book)
{
	struct account *acct;

	mutex_lock(&book->lock);
	list_for_each_entry(acct, &book->accounts, in_book) {
		account_lock(acct);
		acct->interest = div_s64(acct->balance, 100);
		account_unlock(acct);
	}
	mutex_unlock(&book->lock);
}

static int auditor_thread(void *data)
{
	struct ledger *book = data;

	while (!kthread_should_stop()) {
		ledger_audit(book);
		msleep_interruptible(1000);
	}

	return 0;
}

int ledger_start(struct ledger *book)
{
	auditor = kthread_run(auditor_thread, book, "bank_auditor");
	return PTR_ERR_OR_ZERO(auditor);
}

void ledger_stop(void)
{
	kthread_stop(auditor);
}
