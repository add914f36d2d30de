// The completion handler of a USB transfer sends the next one with GFP_KERNEL.
#include "kernel.h"
#include <linux/usb.h>
void *packet_new(gfp_t gfp);

static void reader_complete(struct urb *urb)
{
	urb->context = packet_new(GFP_KERNEL);	// 1.2 calls packet_new
					// BUG sleep-in-atomic: kzalloc() in hardirq context
}

void reader_start(struct usb_device *dev, struct urb *urb, void *buffer)
{
	usb_fill_bulk_urb(urb, dev, usb_rcvbulkpipe(dev, 1), buffer, 64, reader_complete, NULL);	// 1.1 starts reader_complete
}
//--- packet.c
#include "kernel.h"
void *packet_new(gfp_t gfp);

void *packet_new(gfp_t gfp)
{
	return kzalloc(128, gfp);	// 1.3 sleeps kzalloc()
}
