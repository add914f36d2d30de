// The wait and the work's lock are each two calls deep, and the lock is held.
#include "kernel.h"
#include "camera.h"

void camera_close(struct camera *camera)
{
	mutex_lock(&camera->lock);	// 2.1 holds camera.lock
	camera->users--;
	camera_stop(camera);		// 2.2 calls camera_stop
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
	camera_wait(camera);		// 2.3 calls camera_wait
}

void camera_wait(struct camera *camera)
{
	cancel_work_sync(&camera->frame);	// 2.4 waits camera.frame
}
//--- frame.c
#include "kernel.h"
#include "camera.h"

static void camera_frame(struct work_struct *work)	// 1.2 holds camera.frame
{
	camera_show(container_of(work, struct camera, frame));	// 1.3 calls camera_show
					// BUG wait-under-lock medium: camera.frame -> camera.lock -> camera.frame;
					//    the locks are of the same classes, but perhaps of different objects
}

void camera_setup(struct camera *camera)
{
	INIT_WORK(&camera->frame, camera_frame);	// 1.1 starts camera_frame
}
//--- show.c
#include "kernel.h"
#include "camera.h"

void camera_show(struct camera *camera)
{
	mutex_lock(&camera->lock);	// 1.4 wants camera.lock
	camera->users++;
	mutex_unlock(&camera->lock);
}
