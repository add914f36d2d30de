//===- bank.h - What account.c and ledger.c know of each other ----*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
#ifndef BANK_H
#define BANK_H

#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/types.h>

/* A ledger keeps the total of the accounts in it. */
struct ledger {
	struct mutex lock;		/* guards accounts and total */
	struct list_head accounts;
	s64 total;
};

struct account {
	struct mutex lock;		/* guards balance and interest */
	struct ledger *book;		/* set once, before it is in use */
	struct list_head in_book;
	s64 balance;
	s64 interest;
};

/* account.c */
void account_lock(struct account *acct);
void account_unlock(struct account *acct);

/* ledger.c */
void ledger_init(struct ledger *book);
void ledger_open(struct ledger *book, struct account *acct);
void ledger_post(struct ledger *book, s64 amount);
int ledger_start(struct ledger *book);
void ledger_stop(void);

#endif /* BANK_H */
