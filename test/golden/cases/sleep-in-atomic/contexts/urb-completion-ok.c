// The completion handler of a USB transfer sends the next one with GFP_ATOMIC.
// CLEAN
#include "kernel.h"
#include <linux/usb.h>
void *packet_new(gfp_t gfp);

static void reader_complete(struct urb *urb)
{
	urb->context = packet_new(GFP_ATOMIC);
}

void reader_start(struct usb_device *dev, struct urb *urb, void *buffer)
{
	usb_fill_bulk_urb(urb, dev, usb_rcvbulkpipe(dev, 1), buffer, 64, reader_complete, NULL);
}
//--- packet.c
#include "kernel.h"
void *packet_new(gfp_t gfp);

void *packet_new(gfp_t gfp)
{
	return kzalloc(128, gfp);
}
