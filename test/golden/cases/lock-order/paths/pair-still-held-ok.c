// Two buckets are given back under the condition under which they were taken, before another mutex is taken.
// CLEAN
#include "kernel.h"
#include "pair.h"

void pair_move(struct bucket *from, struct bucket *to)
{
	pair_lock(from, to);
	from->count--, to->count++;
	pair_unlock(from, to);
	show_lock();
	show_unlock();
}
//--- pair.h
struct bucket {
	struct mutex lock;
	int count;
};
extern struct mutex table_mutex, other_mutex;
void pair_lock(struct bucket *a, struct bucket *b);
void pair_unlock(struct bucket *a, struct bucket *b);
void show_lock(void);
void show_unlock(void);
//--- pair.c
#include "kernel.h"
#include "pair.h"
DEFINE_MUTEX(table_mutex);
DEFINE_MUTEX(other_mutex);

void pair_lock(struct bucket *a, struct bucket *b)
{
	mutex_lock(&table_mutex);
	if (a != b)
		mutex_lock(&other_mutex);
}

void pair_unlock(struct bucket *a, struct bucket *b)
{
	if (a != b)
		mutex_unlock(&other_mutex);
	mutex_unlock(&table_mutex);
}
//--- show.c
#include "kernel.h"
#include "pair.h"
static DEFINE_MUTEX(show_mutex);

void show_lock(void)
{
	mutex_lock(&show_mutex);
}

void show_unlock(void)
{
	mutex_unlock(&show_mutex);
}

void pair_show(void)
{
	mutex_lock(&show_mutex);
	mutex_lock(&other_mutex);
	mutex_unlock(&other_mutex);
	mutex_unlock(&show_mutex);
}
