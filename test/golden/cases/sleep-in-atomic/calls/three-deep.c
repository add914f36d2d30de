// Three calls and three files below the spinlock the page is allocated with GFP_KERNEL.
#include "kernel.h"
#include "tree.h"
static DEFINE_SPINLOCK(tree);

void tree_add(int key)
{
	spin_lock(&tree);		// 1.1 holds tree
	tree_insert(key);		// 1.2 calls tree_insert
					// BUG sleep-in-atomic: kmalloc() in tree
	spin_unlock(&tree);
}
//--- tree.h
int tree_insert(int key);
int tree_split(int key);
void *node_new(void);
//--- insert.c
#include "kernel.h"
#include "tree.h"

int tree_insert(int key)
{
	return tree_split(key);		// 1.3 calls tree_split
}
//--- split.c
#include "kernel.h"
#include "tree.h"

int tree_split(int key)
{
	return node_new() ? 0 : -ENOMEM;	// 1.4 calls node_new
}
//--- node.c
#include "kernel.h"
#include "tree.h"

void *node_new(void)
{
	return kmalloc(64, GFP_KERNEL);	// 1.5 sleeps kmalloc()
}
