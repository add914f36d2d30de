// Both failures of a wrapper give the lock back, and its caller relies on that.
// CLEAN
#include "kernel.h"
struct camera {
	struct mutex lock;
	bool powered, streaming;
	int frames;
};

static noinline int camera_begin(struct camera *camera)
{
	mutex_lock(&camera->lock);
	if (!camera->powered) {
		mutex_unlock(&camera->lock);
		return -ENODEV;
	}
	if (camera->streaming) {
		mutex_unlock(&camera->lock);
		return -EBUSY;
	}
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
