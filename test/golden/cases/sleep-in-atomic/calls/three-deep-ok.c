// Three calls and three files below the spinlock the page is allocated with GFP_NOWAIT.
// CLEAN
#include "kernel.h"
#include "tree.h"
static DEFINE_SPINLOCK(tree);

void tree_add(int key)
{
	spin_lock(&tree);
	tree_insert(key);
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
	return tree_split(key);
}
//--- split.c
#include "kernel.h"
#include "tree.h"

int tree_split(int key)
{
	return node_new() ? 0 : -ENOMEM;
}
//--- node.c
#include "kernel.h"
#include "tree.h"

void *node_new(void)
{
	return kmalloc(64, GFP_NOWAIT);
}
