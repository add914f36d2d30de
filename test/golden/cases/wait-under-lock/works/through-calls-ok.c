// The wait and the work's lock are each two calls deep, and the lock is given back before.
// CLEAN
#include "kernel.h"
#include "camera.h"

void camera_close(struct camera *camera)
{
	mutex_lock(&camera->lock);
	camera->users--;
	mutex_unlock(&camera->lock);
	camera_stop(camera);
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
	camera_wait(camera);
}

void camera_wait(struct camera *camera)
{
	cancel_work_sync(&camera->frame);
}
//--- frame.c
#include "kernel.h"
#include "camera.h"

static void camera_frame(struct work_struct *work)
{
	camera_show(container_of(work, struct camera, frame));
}

void camera_setup(struct camera *camera)
{
	INIT_WORK(&camera->frame, camera_frame);
}
//--- show.c
#include "kernel.h"
#include "camera.h"

void camera_show(struct camera *camera)
{
	mutex_lock(&camera->lock);
	camera->users++;
	mutex_unlock(&camera->lock);
}
