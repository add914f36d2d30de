// Two works wait for each other.
#include "kernel.h"
#include "pair.h"

static void left(struct work_struct *work)
{
	struct pair *pair = container_of(work, struct pair, left);

	flush_work(&pair->right);
					// MISS wait-under-lock: pair.left -> pair.right -> pair.left; only what a
					//    function waits for under a lock that it takes itself counts as waited
					//    for
}

void left_setup(struct pair *pair)
{
	INIT_WORK(&pair->left, left);
}
//--- pair.h
struct pair {
	struct work_struct left, right;
	int state;
};
//--- right.c
#include "kernel.h"
#include "pair.h"

static void right(struct work_struct *work)
{
	struct pair *pair = container_of(work, struct pair, right);

	flush_work(&pair->left);
}

void right_setup(struct pair *pair)
{
	INIT_WORK(&pair->right, right);
}
