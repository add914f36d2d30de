// Every way to take the lock of a socket, given back before the other lock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <net/sock.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct sock *sk)
{
	lock_sock(sk);
	release_sock(sk);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(struct sock *sk)
{
	mutex_lock(&plain_b);
	lock_sock(sk);
	release_sock(sk);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(nested_b);

void nested_forward(struct sock *sk)
{
	lock_sock_nested(sk, SINGLE_DEPTH_NESTING);
	release_sock(sk);
	mutex_lock(&nested_b);
	mutex_unlock(&nested_b);
}

void nested_backward(struct sock *sk)
{
	mutex_lock(&nested_b);
	lock_sock_nested(sk, SINGLE_DEPTH_NESTING);
	release_sock(sk);
	mutex_unlock(&nested_b);
}

static DEFINE_MUTEX(fast_b);

void fast_forward(struct sock *sk)
{
	bool slow;

	slow = lock_sock_fast(sk);
	unlock_sock_fast(sk, slow);
	mutex_lock(&fast_b);
	mutex_unlock(&fast_b);
}

void fast_backward(struct sock *sk)
{
	bool slow;

	mutex_lock(&fast_b);
	slow = lock_sock_fast(sk);
	unlock_sock_fast(sk, slow);
	mutex_unlock(&fast_b);
}

static DEFINE_MUTEX(fast_nested_b);

void fast_nested_forward(struct sock *sk)
{
	bool slow;

	slow = lock_sock_fast_nested(sk);
	unlock_sock_fast(sk, slow);
	mutex_lock(&fast_nested_b);
	mutex_unlock(&fast_nested_b);
}

void fast_nested_backward(struct sock *sk)
{
	bool slow;

	mutex_lock(&fast_nested_b);
	slow = lock_sock_fast_nested(sk);
	unlock_sock_fast(sk, slow);
	mutex_unlock(&fast_nested_b);
}

static DEFINE_SPINLOCK(spin_b);

void spin_forward(struct sock *sk)
{
	bh_lock_sock(sk);
	bh_unlock_sock(sk);
	spin_lock(&spin_b);
	spin_unlock(&spin_b);
}

void spin_backward(struct sock *sk)
{
	spin_lock(&spin_b);
	bh_lock_sock(sk);
	bh_unlock_sock(sk);
	spin_unlock(&spin_b);
}

static DEFINE_SPINLOCK(spin_nested_b);

void spin_nested_forward(struct sock *sk)
{
	bh_lock_sock_nested(sk);
	bh_unlock_sock(sk);
	spin_lock(&spin_nested_b);
	spin_unlock(&spin_nested_b);
}

void spin_nested_backward(struct sock *sk)
{
	spin_lock(&spin_nested_b);
	bh_lock_sock_nested(sk);
	bh_unlock_sock(sk);
	spin_unlock(&spin_nested_b);
}
