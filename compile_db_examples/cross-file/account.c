//===- account.c - Takes account.lock, then calls into ledger.c ---*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// First half of the inversion: a write to the sysfs file "deposit" holds
// account.lock and posts to the account's ledger, in ledger.c.
//
//===----------------------------------------------------------------------===//
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/kobject.h>
#include <linux/slab.h>
#include <linux/sysfs.h>

#include "bank.h"

static struct account *main_account;
static struct kobject *bank_kobj;

void account_lock(struct account *acct)
{
	mutex_lock(&acct->lock);
}

void account_unlock(struct account *acct)
{
	mutex_unlock(&acct->lock);
}

static void account_deposit(struct account *acct, s64 amount)
{
	account_lock(acct);
	acct->balance += amount;
	ledger_post(acct->book, amount);
	account_unlock(acct);
}

static ssize_t deposit_store(struct kobject *kobj, struct kobj_attribute *attr,
			     const char *buf, size_t count)
{
	s64 amount;
	int err;

	err = kstrtos64(buf, 0, &amount);
	if (err)
		return err;

	account_deposit(main_account, amount);
	return count;
}

static struct kobj_attribute deposit_attr = __ATTR_WO(deposit);

static int __init bank_init(void)
{
	struct account *acct;
	struct ledger *book;
	int err = -ENOMEM;

	acct = kzalloc(sizeof(*acct), GFP_KERNEL);
	book = kzalloc(sizeof(*book), GFP_KERNEL);
	bank_kobj = kobject_create_and_add("bank", kernel_kobj);
	if (!acct || !book || !bank_kobj)
		goto err_free;

	mutex_init(&acct->lock);
	acct->book = book;
	ledger_init(book);
	ledger_open(book, acct);

	err = ledger_start(book);
	if (err)
		goto err_free;

	main_account = acct;
	err = sysfs_create_file(bank_kobj, &deposit_attr.attr);
	if (err)
		goto err_stop;

	return 0;

err_stop:
	ledger_stop();
err_free:
	kobject_put(bank_kobj);
	kfree(book);
	kfree(acct);
	return err;
}

static void __exit bank_exit(void)
{
	kobject_put(bank_kobj);
	ledger_stop();
	kfree(main_account->book);
	kfree(main_account);
}

module_init(bank_init);
module_exit(bank_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Two mutexes in opposite orders, seen only when two files are linked");
