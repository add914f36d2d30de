// Under a reader's rwlock each socket is locked as in a bottom half.
// CLEAN
#include "kernel.h"
#include <net/sock.h>
static DEFINE_RWLOCK(sockets);
static struct sock *listener;
void socket_reset(struct sock *sk);

void sockets_reset(void)
{
	read_lock(&sockets);
	if (listener)
		socket_reset(listener);
	read_unlock(&sockets);
}
//--- socket.c
#include "kernel.h"
#include <net/sock.h>

void socket_reset(struct sock *sk)
{
	bh_lock_sock(sk);
	sk->sk_err = 0;
	bh_unlock_sock(sk);
}
