// Of a wrapper's two failures one keeps the lock, and its caller gives back nothing.
#include "kernel.h"
struct camera {
	struct mutex lock;
	bool powered, streaming;
	int frames;
};

static noinline int camera_begin(struct camera *camera)
{
	mutex_lock(&camera->lock);		// 1.1 holds camera.lock
	if (!camera->powered) {
		mutex_unlock(&camera->lock);	// 2.1 releases camera.lock
		return -ENODEV;
	}
	if (camera->streaming)
		return -EBUSY;
						// BUG lock-balance: camera.lock
	return 0;
}

int camera_capture(struct camera *camera)
{
	int err = camera_begin(camera);

	if (err)
		return err;
	camera->frames++;
	mutex_unlock(&camera->lock);
	return 0;
}
