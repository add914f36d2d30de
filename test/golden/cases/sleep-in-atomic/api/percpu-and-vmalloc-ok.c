// The windows of a card are mapped after its spinlock; counters come from GFP_ATOMIC under it.
// CLEAN
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
	spin_lock(&card);
	counters = alloc_percpu_gfp(int, GFP_ATOMIC);
	spin_unlock(&card);
}

void card_alloc_percpu_gfp_innermost(void)
{
	spin_lock(&card);
	counters = __alloc_percpu_gfp(4, 4, GFP_ATOMIC);
	spin_unlock(&card);
}

void card_pcpu_alloc_noprof(void)
{
	spin_lock(&card);
	counters = pcpu_alloc_noprof(4, 4, false, GFP_ATOMIC);
	spin_unlock(&card);
}

void card_alloc_percpu(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	counters = alloc_percpu(int);
}

void card_alloc_percpu_innermost(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	counters = __alloc_percpu(4, 4);
}

void card_vmalloc(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc(1 << 20);
}

void card_vmalloc_noprof(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc_noprof(1 << 20);
}

void card_vzalloc(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vzalloc(1 << 20);
}

void card_vzalloc_noprof(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vzalloc_noprof(1 << 20);
}

void card_vmalloc_user(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc_user(1 << 20);
}

void card_vmalloc_user_noprof(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc_user_noprof(1 << 20);
}

void card_vmalloc_32(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc_32(1 << 20);
}

void card_vmalloc_32_noprof(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc_32_noprof(1 << 20);
}

void card_vmalloc_node(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc_node(1 << 20, 0);
}

void card_vmalloc_node_noprof(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc_node_noprof(1 << 20, 0);
}

void card_vzalloc_node(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vzalloc_node(1 << 20, 0);
}

void card_vzalloc_node_noprof(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vzalloc_node_noprof(1 << 20, 0);
}

void card_vmalloc_innermost(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = __vmalloc(1 << 20, GFP_KERNEL);
}

void card_vmalloc_noprof_innermost(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = __vmalloc_noprof(1 << 20, GFP_KERNEL);
}

void card_vmalloc_atomic(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = __vmalloc(1 << 20, GFP_ATOMIC);
}

void card_vmalloc_huge(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc_huge(1 << 21, GFP_KERNEL);
}

void card_vmalloc_32_user(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc_32_user(4096);
}

void card_vmalloc_array(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmalloc_array(4, 4096);
}

void card_vcalloc(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vcalloc(4, 4096);
}

void card_vmap(struct page **pages)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vmap(pages, 4, VM_MAP, PAGE_KERNEL);
}

void card_vm_map_ram(struct page **pages)
{
	spin_lock(&card);
	spin_unlock(&card);
	window = vm_map_ram(pages, 4, 0);
}

void card_ioremap_wc(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	registers = ioremap_wc(0xfee00000, 4096);
}

void card_vunmap(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	vunmap(window);
}

void card_iounmap(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	iounmap(registers);
}

void card_ioremap(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	registers = ioremap(0xfee00000, 4096);
}

void card_vfree(void)
{
	spin_lock(&card);
	spin_unlock(&card);
	vfree(window);
}

void card_free_percpu(void)
{
	spin_lock(&card);
	free_percpu(counters);
	spin_unlock(&card);
}

void card_vfree_atomic(void)
{
	spin_lock(&card);
	vfree_atomic(window);
	spin_unlock(&card);
}

void card_is_vmalloc_addr(void)
{
	spin_lock(&card);
	backed = is_vmalloc_addr(window);
	spin_unlock(&card);
}
