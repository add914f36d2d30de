// Two works wait for each other in one direction only.
// CLEAN
#include "kernel.h"
#include "pair.h"

static void left(struct work_struct *work)
{
	struct pair *pair = container_of(work, struct pair, left);

	flush_work(&pair->right);
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

	pair->state = 0;
}

void right_setup(struct pair *pair)
{
	INIT_WORK(&pair->right, right);
}
