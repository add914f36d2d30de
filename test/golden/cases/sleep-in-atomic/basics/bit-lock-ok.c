// The socket is locked under a bit lock, which is given back first.
// CLEAN
#include "kernel.h"
#include <linux/bit_spinlock.h>
#include <net/sock.h>
void socket_drain(struct sock *sk);

void entry_drop(unsigned long *entry, struct sock *sk)
{
	bit_spin_lock(0, entry);
	bit_spin_unlock(0, entry);
	socket_drain(sk);
}
//--- socket.c
#include "kernel.h"
#include <net/sock.h>

void socket_drain(struct sock *sk)
{
	lock_sock(sk);
	sk->sk_err = 0;
	release_sock(sk);
}
