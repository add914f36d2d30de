// Whoever climbs from child to parent gives the child's lock back before it waits for an inode: dput() does it so.
// CLEAN
#include "kernel.h"
struct ino { spinlock_t i; };
struct dent { spinlock_t l; struct dent *parent; struct ino *inode; int count; };
static bool lock_for(struct dent *d)
{
	struct ino *inode = d->inode;
	if (d->count)
		return false;
	if (!inode || spin_trylock(&inode->i))
		return true;
	do {
		spin_unlock(&d->l);
		spin_lock(&inode->i);
		spin_lock(&d->l);
		if (inode == d->inode)
			break;
		spin_unlock(&inode->i);
		inode = d->inode;
	} while (inode);
	if (!d->count)
		return true;
	if (inode)
		spin_unlock(&inode->i);
	return false;
}
static struct dent *kill1(struct dent *dentry)
{
	struct dent *parent = NULL;
	if (dentry->inode)
		spin_unlock(&dentry->inode->i);
	spin_unlock(&dentry->l);
	if (dentry != dentry->parent) {
		parent = dentry->parent;
		spin_lock(&parent->l);
	}
	spin_lock_nested(&dentry->l, 1);
	spin_unlock(&dentry->l);
	if (parent && --parent->count) {
		spin_unlock(&parent->l);
		return NULL;
	}
	return parent;
}
void put(struct dent *d)
{
	spin_lock(&d->l);
	while (lock_for(d)) {
		d = kill1(d);
		if (!d)
			return;
	}
	spin_unlock(&d->l);
}

void ino_first(struct dent *d)
{
	spin_lock(&d->inode->i);
	spin_lock(&d->l);
	d->count++;
	spin_unlock(&d->l);
	spin_unlock(&d->inode->i);
}
