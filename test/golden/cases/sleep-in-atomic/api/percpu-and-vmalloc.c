// The counters and the windows of a card are mapped under its spinlock.
#include "kernel.h"
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/percpu.h>
#include <linux/vmalloc.h>
static DEFINE_SPINLOCK(card);
static int __percpu *counters;
static void *window;
static void __iomem *registers;
static bool backed;

void card_alloc_percpu_gfp(void)
{
	spin_lock(&card);		// a1.1 holds card
	counters = alloc_percpu_gfp(int, GFP_KERNEL);	// a1.2 sleeps alloc_percpu_gfp()
					// BUG[a] sleep-in-atomic: alloc_percpu_gfp() in card
	spin_unlock(&card);
}

void card_alloc_percpu_gfp_innermost(void)
{
	spin_lock(&card);		// b1.1 holds card
	counters = __alloc_percpu_gfp(4, 4, GFP_KERNEL);	// b1.2 sleeps __alloc_percpu_gfp()
					// BUG[b] sleep-in-atomic: __alloc_percpu_gfp() in card
	spin_unlock(&card);
}

void card_pcpu_alloc_noprof(void)
{
	spin_lock(&card);		// c1.1 holds card
	counters = pcpu_alloc_noprof(4, 4, false, GFP_KERNEL);	// c1.2 sleeps pcpu_alloc_noprof()
					// BUG[c] sleep-in-atomic: pcpu_alloc_noprof() in card
	spin_unlock(&card);
}

void card_alloc_percpu(void)
{
	spin_lock(&card);		// d1.1 holds card
	counters = alloc_percpu(int);	// d1.2 sleeps alloc_percpu()
					// BUG[d] sleep-in-atomic: alloc_percpu() in card
	spin_unlock(&card);
}

void card_alloc_percpu_innermost(void)
{
	spin_lock(&card);		// e1.1 holds card
	counters = __alloc_percpu(4, 4);	// e1.2 sleeps __alloc_percpu()
					// BUG[e] sleep-in-atomic: __alloc_percpu() in card
	spin_unlock(&card);
}

void card_vmalloc(void)
{
	spin_lock(&card);		// f1.1 holds card
	window = vmalloc(1 << 20);	// f1.2 sleeps vmalloc()
					// BUG[f] sleep-in-atomic: vmalloc() in card
	spin_unlock(&card);
}

void card_vmalloc_noprof(void)
{
	spin_lock(&card);		// g1.1 holds card
	window = vmalloc_noprof(1 << 20);	// g1.2 sleeps vmalloc_noprof()
					// BUG[g] sleep-in-atomic: vmalloc_noprof() in card
	spin_unlock(&card);
}

void card_vzalloc(void)
{
	spin_lock(&card);		// h1.1 holds card
	window = vzalloc(1 << 20);	// h1.2 sleeps vzalloc()
					// BUG[h] sleep-in-atomic: vzalloc() in card
	spin_unlock(&card);
}

void card_vzalloc_noprof(void)
{
	spin_lock(&card);		// i1.1 holds card
	window = vzalloc_noprof(1 << 20);	// i1.2 sleeps vzalloc_noprof()
					// BUG[i] sleep-in-atomic: vzalloc_noprof() in card
	spin_unlock(&card);
}

void card_vmalloc_user(void)
{
	spin_lock(&card);		// j1.1 holds card
	window = vmalloc_user(1 << 20);	// j1.2 sleeps vmalloc_user()
					// BUG[j] sleep-in-atomic: vmalloc_user() in card
	spin_unlock(&card);
}

void card_vmalloc_user_noprof(void)
{
	spin_lock(&card);		// k1.1 holds card
	window = vmalloc_user_noprof(1 << 20);	// k1.2 sleeps vmalloc_user_noprof()
					// BUG[k] sleep-in-atomic: vmalloc_user_noprof() in card
	spin_unlock(&card);
}

void card_vmalloc_32(void)
{
	spin_lock(&card);		// l1.1 holds card
	window = vmalloc_32(1 << 20);	// l1.2 sleeps vmalloc_32()
					// BUG[l] sleep-in-atomic: vmalloc_32() in card
	spin_unlock(&card);
}

void card_vmalloc_32_noprof(void)
{
	spin_lock(&card);		// m1.1 holds card
	window = vmalloc_32_noprof(1 << 20);	// m1.2 sleeps vmalloc_32_noprof()
					// BUG[m] sleep-in-atomic: vmalloc_32_noprof() in card
	spin_unlock(&card);
}

void card_vmalloc_node(void)
{
	spin_lock(&card);		// n1.1 holds card
	window = vmalloc_node(1 << 20, 0);	// n1.2 sleeps vmalloc_node()
					// BUG[n] sleep-in-atomic: vmalloc_node() in card
	spin_unlock(&card);
}

void card_vmalloc_node_noprof(void)
{
	spin_lock(&card);		// o1.1 holds card
	window = vmalloc_node_noprof(1 << 20, 0);	// o1.2 sleeps vmalloc_node_noprof()
					// BUG[o] sleep-in-atomic: vmalloc_node_noprof() in card
	spin_unlock(&card);
}

void card_vzalloc_node(void)
{
	spin_lock(&card);		// p1.1 holds card
	window = vzalloc_node(1 << 20, 0);	// p1.2 sleeps vzalloc_node()
					// BUG[p] sleep-in-atomic: vzalloc_node() in card
	spin_unlock(&card);
}

void card_vzalloc_node_noprof(void)
{
	spin_lock(&card);		// q1.1 holds card
	window = vzalloc_node_noprof(1 << 20, 0);	// q1.2 sleeps vzalloc_node_noprof()
					// BUG[q] sleep-in-atomic: vzalloc_node_noprof() in card
	spin_unlock(&card);
}

void card_vmalloc_innermost(void)
{
	spin_lock(&card);		// r1.1 holds card
	window = __vmalloc(1 << 20, GFP_KERNEL);	// r1.2 sleeps __vmalloc()
					// BUG[r] sleep-in-atomic: __vmalloc() in card
	spin_unlock(&card);
}

void card_vmalloc_noprof_innermost(void)
{
	spin_lock(&card);		// s1.1 holds card
	window = __vmalloc_noprof(1 << 20, GFP_KERNEL);	// s1.2 sleeps __vmalloc_noprof()
					// BUG[s] sleep-in-atomic: __vmalloc_noprof() in card
	spin_unlock(&card);
}

void card_vmalloc_atomic(void)
{
	spin_lock(&card);	// foundh1.1 holds card
	window = __vmalloc(1 << 20, GFP_ATOMIC);	// foundh1.2 sleeps __vmalloc()
					// BUG[foundh] sleep-in-atomic: __vmalloc() in card
	spin_unlock(&card);
}

void card_vmalloc_huge(void)
{
	spin_lock(&card);	// foundg1.1 holds card
	window = vmalloc_huge(1 << 21, GFP_KERNEL);	// foundg1.2 sleeps vmalloc_huge()
					// BUG[foundg] sleep-in-atomic: vmalloc_huge() in card
	spin_unlock(&card);
}

void card_vmalloc_32_user(void)
{
	spin_lock(&card);	// foundf1.1 holds card
	window = vmalloc_32_user(4096);	// foundf1.2 sleeps vmalloc_32_user()
					// BUG[foundf] sleep-in-atomic: vmalloc_32_user() in card
	spin_unlock(&card);
}

void card_vmalloc_array(void)
{
	spin_lock(&card);	// founde1.1 holds card
	window = vmalloc_array(4, 4096);	// founde1.2 sleeps vmalloc_array()
					// BUG[founde] sleep-in-atomic: vmalloc_array() in card
	spin_unlock(&card);
}

void card_vcalloc(void)
{
	spin_lock(&card);	// foundd1.1 holds card
	window = vcalloc(4, 4096);	// foundd1.2 sleeps vcalloc()
					// BUG[foundd] sleep-in-atomic: vcalloc() in card
	spin_unlock(&card);
}

void card_vmap(struct page **pages)
{
	spin_lock(&card);		// y1.1 holds card
	window = vmap(pages, 4, VM_MAP, PAGE_KERNEL);	// y1.2 sleeps vmap()
					// BUG[y] sleep-in-atomic: vmap() in card
	spin_unlock(&card);
}

void card_vm_map_ram(struct page **pages)
{
	spin_lock(&card);		// z1.1 holds card
	window = vm_map_ram(pages, 4, 0);	// z1.2 sleeps vm_map_ram()
					// BUG[z] sleep-in-atomic: vm_map_ram() in card
	spin_unlock(&card);
}

void card_ioremap_wc(void)
{
	spin_lock(&card);	// foundc1.1 holds card
	registers = ioremap_wc(0xfee00000, 4096);	// foundc1.2 sleeps ioremap_wc()
					// BUG[foundc] sleep-in-atomic: ioremap_wc() in card
	spin_unlock(&card);
}

void card_vunmap(void)
{
	spin_lock(&card);	// foundb1.1 holds card
	vunmap(window);	// foundb1.2 sleeps vunmap()
					// BUG[foundb] sleep-in-atomic: vunmap() in card
	spin_unlock(&card);
}

void card_iounmap(void)
{
	spin_lock(&card);	// founda1.1 holds card
	iounmap(registers);	// founda1.2 sleeps iounmap()
					// BUG[founda] sleep-in-atomic: iounmap() in card
	spin_unlock(&card);
}

void card_ioremap(void)
{
	spin_lock(&card);		// ad1.1 holds card
	registers = ioremap(0xfee00000, 4096);	// ad1.2 sleeps ioremap()
					// BUG[ad] sleep-in-atomic: ioremap() in card
	spin_unlock(&card);
}

void card_vfree(void)
{
	spin_lock(&card);		// ae1.1 holds card
	vfree(window);			// ae1.2 sleeps vfree()
					// BUG[ae] sleep-in-atomic: vfree() in card
	spin_unlock(&card);
}
