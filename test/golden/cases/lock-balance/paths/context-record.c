// A record says whether the device is locked; one failure of the caller forgets to close it.
#include "kernel.h"
struct gadget {
	struct mutex lock;
	bool live;
	int limit;
};
struct gadget_ctx {
	int id;
	struct gadget *gadget;
	int *limit;
};

struct gadget *gadget_find(int id);

int gadget_open(struct gadget_ctx *ctx)
{
	struct gadget *gadget;

	if (ctx->gadget)
		return 0;
	gadget = gadget_find(ctx->id);
	if (!gadget)
		return -ENODEV;
	mutex_lock(&gadget->lock);	// 1.2 holds gadget.lock
	if (!gadget->live) {
		mutex_unlock(&gadget->lock);
		return -ENODEV;
	}
	ctx->gadget = gadget;
	return 0;
}

int gadget_prepare(struct gadget_ctx *ctx)
{
	int err = gadget_open(ctx);

	if (err)
		return err;
	if (!ctx->gadget->limit)
		return -EOPNOTSUPP;
				// FALSE lock-balance low: the record tells the caller that the gadget
				//    is locked
	ctx->limit = &ctx->gadget->limit;
	return 0;
}

void gadget_close(struct gadget_ctx *ctx)
{
	if (ctx->gadget) {
		mutex_unlock(&ctx->gadget->lock);
		ctx->gadget = NULL;
	}
}

int gadget_set_limit(int id, int limit)
{
	struct gadget_ctx ctx = { .id = id };
	int err;

	err = gadget_open(&ctx);	// 1.1 calls gadget_open
	if (err)
		goto out;
	err = gadget_prepare(&ctx);
	if (err)
		return err;
					// BUG lock-balance: gadget.lock
	*ctx.limit = limit;
out:
	gadget_close(&ctx);		// 2.1 releases gadget.lock
	return err;
}
