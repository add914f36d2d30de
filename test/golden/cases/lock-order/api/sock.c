// Every way to take the lock of a socket: held over another lock, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <net/sock.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct sock *sk)
{
	lock_sock(sk);			// plain2.1 holds sock.sk_lock
	mutex_lock(&plain_b);		// plain2.2 wants plain_b
	mutex_unlock(&plain_b);
	release_sock(sk);
}

void plain_backward(struct sock *sk)
{
	mutex_lock(&plain_b);		// plain1.1 holds plain_b
	lock_sock(sk);			// plain1.2 wants sock.sk_lock
					// BUG[plain] lock-order: plain_b -> sock.sk_lock -> plain_b
	release_sock(sk);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(nested_b);

void nested_forward(struct sock *sk)
{
	lock_sock_nested(sk, SINGLE_DEPTH_NESTING);	// nested2.1 holds sock.sk_lock/1
	mutex_lock(&nested_b);		// nested2.2 wants nested_b
	mutex_unlock(&nested_b);
	release_sock(sk);
}

void nested_backward(struct sock *sk)
{
	mutex_lock(&nested_b);		// nested1.1 holds nested_b
	lock_sock_nested(sk, SINGLE_DEPTH_NESTING);	// nested1.2 wants sock.sk_lock/1
					// BUG[nested] lock-order: nested_b -> sock.sk_lock/1 -> nested_b
	release_sock(sk);
	mutex_unlock(&nested_b);
}

static DEFINE_MUTEX(fast_b);

void fast_forward(struct sock *sk)
{
	bool slow;

	slow = lock_sock_fast(sk);	// fast2.1 holds sock.sk_lock
	mutex_lock(&fast_b);		// fast2.2 wants fast_b
	mutex_unlock(&fast_b);
	unlock_sock_fast(sk, slow);
}

void fast_backward(struct sock *sk)
{
	bool slow;

	mutex_lock(&fast_b);		// fast1.1 holds fast_b
	slow = lock_sock_fast(sk);	// fast1.2 wants sock.sk_lock
					// BUG[fast] lock-order: fast_b -> sock.sk_lock -> fast_b
	unlock_sock_fast(sk, slow);
	mutex_unlock(&fast_b);
}

static DEFINE_MUTEX(fast_nested_b);

void fast_nested_forward(struct sock *sk)
{
	bool slow;

	slow = lock_sock_fast_nested(sk);	// fast_nested2.1 holds sock.sk_lock/1
	mutex_lock(&fast_nested_b);	// fast_nested2.2 wants fast_nested_b
	mutex_unlock(&fast_nested_b);
	unlock_sock_fast(sk, slow);
}

void fast_nested_backward(struct sock *sk)
{
	bool slow;

	mutex_lock(&fast_nested_b);	// fast_nested1.1 holds fast_nested_b
	slow = lock_sock_fast_nested(sk);	// fast_nested1.2 wants sock.sk_lock/1
					// BUG[fast_nested] lock-order: fast_nested_b -> sock.sk_lock/1 -> fast_nested_b
	unlock_sock_fast(sk, slow);
	mutex_unlock(&fast_nested_b);
}

static DEFINE_SPINLOCK(spin_b);

void spin_forward(struct sock *sk)
{
	bh_lock_sock(sk);		// spin1.1 holds socket_lock_t.slock
	spin_lock(&spin_b);		// spin1.2 wants spin_b
					// BUG[spin] lock-order: socket_lock_t.slock -> spin_b -> socket_lock_t.slock
	spin_unlock(&spin_b);
	bh_unlock_sock(sk);
}

void spin_backward(struct sock *sk)
{
	spin_lock(&spin_b);		// spin2.1 holds spin_b
	bh_lock_sock(sk);		// spin2.2 wants socket_lock_t.slock
	bh_unlock_sock(sk);
	spin_unlock(&spin_b);
}

static DEFINE_SPINLOCK(spin_nested_b);

void spin_nested_forward(struct sock *sk)
{
	bh_lock_sock_nested(sk);	// spin_nested1.1 holds socket_lock_t.slock/1
	spin_lock(&spin_nested_b);	// spin_nested1.2 wants spin_nested_b
					// BUG[spin_nested] lock-order: socket_lock_t.slock/1 -> spin_nested_b -> socket_lock_t.slock/1
	spin_unlock(&spin_nested_b);
	bh_unlock_sock(sk);
}

void spin_nested_backward(struct sock *sk)
{
	spin_lock(&spin_nested_b);	// spin_nested2.1 holds spin_nested_b
	bh_lock_sock_nested(sk);	// spin_nested2.2 wants socket_lock_t.slock/1
	bh_unlock_sock(sk);
	spin_unlock(&spin_nested_b);
}
