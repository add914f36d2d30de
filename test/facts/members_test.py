#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a kernel's facts say of functions that the kernel calls: members of a table, handlers of interrupts.

Each story is a kernel's source and a module's, as in facts_test.py.
"""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402
from story import CIRCLE, RECURSION, RESET_C, SLEEP, START_TAKES_A_C, Story  # noqa: E402

INVERSION = "inconsistent lock state: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: s; use spin_lock_irqsave() here"

START_C = """\
struct mutex a, b;
int run(struct bus *bus, struct device *dev)
{
	int error;

	mutex_lock(&b);
	error = bus->ops->start(dev);
	mutex_unlock(&b);
	return error;
}
"""

STOP_C = """\
spinlock_t s;
void halt(struct bus *bus, struct device *dev)
{
	spin_lock(&s);
	bus->ops->stop(dev);
	spin_unlock(&s);
}
"""


class Members(Story):
    """The kernel calls functions of the module's."""

    def test_a_mutex_is_held_wherever_a_member_is_called(self):
        self.kernel(core=START_C)
        self.module("""\
static int start(struct device *dev)	// enters start, holds b
{
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
	return 0;
}
const struct ops table = { .start = start };
void reset(void)
{
	mutex_lock(&a);		// holds a
	mutex_lock(&b);		// BUG, wants b
	mutex_unlock(&b);
	mutex_unlock(&a);
}
""")
        self.assertJudged("lock-order", CIRCLE + "a -> b -> a", [(".start = start", "0")])

    def test_a_spinlock_is_held_wherever_a_member_is_called(self):
        self.kernel(core=STOP_C)
        self.module("""\
static void stop(struct device *dev)	// enters stop
{
	msleep(10);		// BUG, sleeps msleep()
}
const struct ops table = { .stop = stop };
""")
        self.assertJudged("sleep-in-atomic", SLEEP + "preempt-off", [(".stop = stop", "0")])

    def test_once_it_is_called_without_nothing_is_certain(self):
        self.module(START_TAKES_A_C + RESET_C)
        self.kernel(core=START_C)
        self.export()
        self.assertStatus(1, self.check())
        self.kernel(core=START_C, other="""\
int run_unlocked(struct bus *bus, struct device *dev)
{
	return bus->ops->start(dev);
}
""")
        self.export()
        self.assertClean(self.check())

    def test_the_function_takes_the_lock_that_is_held(self):
        self.kernel(core=START_C)
        self.module("""\
static int start(struct device *dev)	// enters start, holds b
{
	mutex_lock(&b);		// BUG, wants b
	mutex_unlock(&b);
	return 0;
}
const struct ops table = { .start = start };
""")
        self.assertJudged("double-lock", RECURSION + "b", [("lock(&b)", "lock(&a)")])

    def test_the_function_gives_the_mutex_back_in_between(self):
        self.kernel(core=START_C)
        self.module("""\
static int start(struct device *dev)
{
	mutex_unlock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_lock(&b);
	return 0;
}
const struct ops table = { .start = start };
""" + RESET_C)
        self.export()
        self.assertClean(self.as_one_program())
        self.assertClean(self.check())

    def test_the_function_gives_the_spinlock_back_in_between(self):
        self.kernel(core=STOP_C)
        self.module("""\
static void stop(struct device *dev)
{
	spin_unlock(&s);
	msleep(10);
	spin_lock(&s);
}
const struct ops table = { .stop = stop };
""")
        self.export()
        self.assertClean(self.as_one_program())
        self.assertClean(self.check())


class Interrupts(Story):
    HANDLER_C = """\
static int handler(int irq, void *of)
{
	spin_lock(&s);		// wants s
	spin_unlock(&s);
	return 1;
}
int setup(void)
{
	return request_irq(7, handler, 0, "toy", 0);	// starts handler
}
"""
    OPEN_C = """\
void user(void)
{
	msleep(1);
	spin_lock(&s);		// BUG, wants s
	spin_unlock(&s);
}
"""

    def test_one_of_the_kernel_takes_a_lock_of_the_module(self):
        self.kernel(core="spinlock_t s;\n" + self.HANDLER_C)
        self.module(self.OPEN_C)
        self.assertJudged("irq-inversion", INVERSION, [("\tspin_lock(&s);", ""), ("spin_unlock(&s);", "")])

    def test_one_of_the_module_takes_a_lock_of_the_kernel(self):
        self.kernel(core="spinlock_t s;\n" + self.OPEN_C)
        self.module(self.HANDLER_C)
        self.assertJudged("irq-inversion", INVERSION, [("\tspin_lock(&s);", ""), ("spin_unlock(&s);", "")])

    def test_the_module_registers_a_handler_of_the_kernel(self):
        self.kernel(core="""\
spinlock_t s;
int handler(int irq, void *of)
{
	spin_lock(&s);		// wants s
	spin_unlock(&s);
	return 1;
}
""")
        self.module("""\
int handler(int irq, void *of);
int setup(void)
{
	return request_irq(7, handler, 0, "toy", 0);	// starts handler
}
""" + self.OPEN_C)
        self.assertJudged("irq-inversion", INVERSION, [("\tspin_lock(&s);", ""), ("spin_unlock(&s);", "")])

    def test_a_handler_calls_a_member(self):
        self.kernel(core="""\
static struct bus bus;
static int handler(int irq, void *of)
{
	bus.ops->stop(of);
	return 1;
}
int setup(void)
{
	return request_irq(7, handler, 0, "toy", 0);
}
""")
        self.module("""\
static void stop(struct device *dev)	// enters stop
{
	msleep(10);		// BUG, sleeps msleep()
}
const struct ops table = { .stop = stop };
""")
        self.assertJudged("sleep-in-atomic", SLEEP + "hardirq context", [("msleep(10)", "")])


if __name__ == "__main__":
    tooltest.main()
