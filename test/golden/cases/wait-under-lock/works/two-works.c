// Two works wait for each other.
#include "kernel.h"
#include "pair.h"

static void left(struct work_struct *work)	// 1.2 holds pair.left
{
	struct pair *pair = container_of(work, struct pair, left);

	flush_work(&pair->right);	// 1.3 waits pair.right
					// BUG wait-under-lock: pair.left -> pair.right -> pair.left
}

void left_setup(struct pair *pair)
{
	INIT_WORK(&pair->left, left);	// 1.1 starts left
}
//--- pair.h
struct pair {
	struct work_struct left, right;
	int state;
};
//--- right.c
#include "kernel.h"
#include "pair.h"

static void right(struct work_struct *work)	// 2.2 holds pair.right
{
	struct pair *pair = container_of(work, struct pair, right);

	flush_work(&pair->left);	// 2.3 waits pair.left
}

void right_setup(struct pair *pair)
{
	INIT_WORK(&pair->right, right);	// 2.1 starts right
}
