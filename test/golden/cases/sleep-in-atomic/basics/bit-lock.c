// The socket is locked under a bit lock.
#include "kernel.h"
#include <linux/bit_spinlock.h>
#include <net/sock.h>
void socket_drain(struct sock *sk);

void entry_drop(unsigned long *entry, struct sock *sk)
{
	bit_spin_lock(0, entry);	// 1.1 holds (*arg0)
	socket_drain(sk);		// 1.2 calls socket_drain
					// BUG sleep-in-atomic low: lock_sock() in (*arg0); which lock that is, is not
					//    known
	bit_spin_unlock(0, entry);
}
//--- socket.c
#include "kernel.h"
#include <net/sock.h>

void socket_drain(struct sock *sk)
{
	lock_sock(sk);			// 1.3 sleeps lock_sock()
	sk->sk_err = 0;
	release_sock(sk);
}
