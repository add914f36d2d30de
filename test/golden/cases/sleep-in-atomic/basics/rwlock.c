// Under a reader's rwlock each socket is locked, which sleeps.
#include "kernel.h"
#include <net/sock.h>
static DEFINE_RWLOCK(sockets);
static struct sock *listener;
void socket_reset(struct sock *sk);

void sockets_reset(void)
{
	read_lock(&sockets);		// 1.1 holds sockets
	if (listener)
		socket_reset(listener);	// 1.2 calls socket_reset
					// BUG sleep-in-atomic: lock_sock() in sockets
	read_unlock(&sockets);
}
//--- socket.c
#include "kernel.h"
#include <net/sock.h>

void socket_reset(struct sock *sk)
{
	lock_sock(sk);			// 1.3 sleeps lock_sock()
	sk->sk_err = 0;
	release_sock(sk);
}
