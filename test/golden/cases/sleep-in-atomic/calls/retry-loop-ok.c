// The lock is given back around the wait of each round.
// CLEAN
#include "kernel.h"
#include <linux/delay.h>
#include "phy.h"

int phy_wait(struct phy *phy)
{
	int tries = 5;

	spin_lock(&phy->lock);
	while (!phy_ready(phy) && tries--) {
		spin_unlock(&phy->lock);
		msleep(10);
		spin_lock(&phy->lock);
	}
	spin_unlock(&phy->lock);
	if (tries < 0)
		phy_reset(phy);
	return tries;
}
//--- phy.h
struct phy {
	spinlock_t lock;
	bool up;
};
bool phy_ready(struct phy *phy);
void phy_reset(struct phy *phy);
//--- phy.c
#include "kernel.h"
#include <linux/delay.h>
#include "phy.h"

bool phy_ready(struct phy *phy)
{
	return READ_ONCE(phy->up);
}

void phy_reset(struct phy *phy)
{
	phy->up = false;
	msleep(50);
}
