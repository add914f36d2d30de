// The wait and the work's lock are each two calls deep, and the lock is held.
#include "kernel.h"
#include "camera.h"

void camera_close(struct camera *camera)
{
	mutex_lock(&camera->lock);	// 1.1 holds camera.lock
	camera->users--;
	camera_stop(camera);		// 1.2 calls camera_stop
					// BUG wait-under-lock: camera.lock -> camera.frame -> camera.lock
	mutex_unlock(&camera->lock);
}
//--- camera.h
struct camera {
	struct work_struct frame;
	struct mutex lock;
	int users;
};
void camera_setup(struct camera *camera);
void camera_stop(struct camera *camera);
void camera_wait(struct camera *camera);
void camera_show(struct camera *camera);
//--- stop.c
#include "kernel.h"
#include "camera.h"

void camera_stop(struct camera *camera)
{
	camera_wait(camera);		// 1.3 calls camera_wait
}

void camera_wait(struct camera *camera)
{
	cancel_work_sync(&camera->frame);	// 1.4 waits camera.frame
}
//--- frame.c
#include "kernel.h"
#include "camera.h"

static void camera_frame(struct work_struct *work)	// 2.2 holds camera.frame
{
	camera_show(container_of(work, struct camera, frame));	// 2.3 calls camera_show
}

void camera_setup(struct camera *camera)
{
	INIT_WORK(&camera->frame, camera_frame);	// 2.1 starts camera_frame
}
//--- show.c
#include "kernel.h"
#include "camera.h"

void camera_show(struct camera *camera)
{
	mutex_lock(&camera->lock);	// 2.4 wants camera.lock
	camera->users++;
	mutex_unlock(&camera->lock);
}
