#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""That a module is judged by a kernel's facts as if the kernel were there.

Each story is a kernel's source and a module's: found with the facts, not without, not once the module is
repaired, and found where both are one program.
"""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402
from story import CIRCLE, FORWARD_C, RECURSION, SLEEP, Story, edited, messages  # noqa: E402

WAITING = "possible circular waiting: "


class Orders(Story):
    def test_the_other_half_of_an_inversion(self):
        self.kernel(core=FORWARD_C)
        self.module("""\
void backward(void)
{
	mutex_lock(&b);		// holds b
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
""")
        self.assertJudged("lock-order", CIRCLE + "a -> b -> a", [
            ("\tmutex_lock(&a);", "\tmutex_unlock(&b);\n\tmutex_lock(&a);"),
            ("\tmutex_unlock(&b);\n}", "}")])

    def test_two_orders_of_the_kernel_stand_between(self):
        self.kernel(core="""\
struct mutex a, b, c;
void first(void)
{
	mutex_lock(&a);		// holds a
	mutex_lock(&b);		// BUG, wants b
	mutex_unlock(&b);
	mutex_unlock(&a);
}
void second(void)
{
	mutex_lock(&b);		// holds b
	mutex_lock(&c);		// wants c
	mutex_unlock(&c);
	mutex_unlock(&b);
}
""")
        self.module("""\
extern struct mutex c;
void third(void)
{
	mutex_lock(&c);		// holds c
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
	mutex_unlock(&c);
}
""")
        self.assertJudged("lock-order", CIRCLE + "a -> b -> c -> a", [("mutex_lock(&a)", ""), ("mutex_unlock(&a)", "")])

    def test_a_lock_that_only_the_kernel_can_name(self):
        self.kernel(core="""\
struct mutex a;
static struct mutex hidden;
void begin(void)
{
	mutex_lock(&hidden);	// holds hidden@core.c
}
void end(void)
{
	mutex_unlock(&hidden);
}
void forward(void)
{
	mutex_lock(&a);		// holds a
	mutex_lock(&hidden);	// BUG, wants hidden@core.c
	mutex_unlock(&hidden);
	mutex_unlock(&a);
}
""")
        self.module("""\
void begin(void);
void end(void);
void backward(void)
{
	begin();		// calls begin
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
	end();
}
""")
        self.assertJudged("lock-order", CIRCLE + "a -> hidden@core.c -> a",
                          [("begin();", "begin(); end();"), ("\tend();", "")])

    def test_who_waits_for_a_work_of_the_module(self):
        self.kernel(core="""\
struct mutex a;
struct work_struct work;
void finish(void)
{
	mutex_lock(&a);		// holds a
	flush_work(&work);	// BUG, waits work
	mutex_unlock(&a);
}
""")
        self.module("""\
static void run(struct work_struct *of)	// holds work
{
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
}
void setup(void)
{
	INIT_WORK(&work, run);	// starts run
}
""")
        self.assertJudged("wait-under-lock", WAITING + "a -> work -> a",
                          [("mutex_lock(&a)", ""), ("mutex_unlock(&a)", "")])

    def test_who_waits_for_what_the_kernel_completes(self):
        self.kernel(core="""\
struct mutex a;
struct completion done;
void finish(void)		// holds done
{
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
	complete(&done);
}
""")
        self.module("""\
void waiter(void)
{
	mutex_lock(&a);		// holds a
	wait_for_completion(&done);	// BUG, waits done
	mutex_unlock(&a);
}
""")
        self.assertJudged("wait-under-lock", WAITING + "a -> done -> a",
                          [("mutex_lock(&a)", ""), ("mutex_unlock(&a)", "")])

    def test_a_work_of_the_module_runs_a_function_of_the_kernel(self):
        self.kernel(core="""\
struct mutex a;
void run(struct work_struct *of)	// holds mine
{
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
}
""")
        self.module("""\
struct work_struct mine;
void run(struct work_struct *of);
void setup(void)
{
	INIT_WORK(&mine, run);	// starts run
}
void finish(void)
{
	mutex_lock(&a);		// holds a
	flush_work(&mine);	// BUG, waits mine
	mutex_unlock(&a);
}
""")
        self.assertJudged("wait-under-lock", WAITING + "a -> mine -> a",
                          [("mutex_lock(&a)", ""), ("mutex_unlock(&a)", "")])


class Calls(Story):
    def test_what_is_called_sleeps(self):
        self.kernel(core="""\
static void nap(void)
{
	msleep(10);		// sleeps msleep()
}
void sleeper(int deep)
{
	if (deep)
		nap();		// calls nap
}
""")
        self.module("""\
spinlock_t s;
void sleeper(int deep);
void user(void)
{
	spin_lock(&s);		// holds s
	sleeper(1);		// BUG, calls sleeper
	spin_unlock(&s);
}
""")
        self.assertJudged("sleep-in-atomic", SLEEP + "s", [("sleeper(1)", "sleeper(0)")])

    def test_what_is_called_takes_a_lock_that_is_held(self):
        self.kernel(core="""\
struct mutex a, b;
void take_a(void)
{
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
}
""")
        self.module("""\
void take_a(void);
void user(void)
{
	mutex_lock(&a);		// holds a
	take_a();		// BUG, calls take_a
	mutex_unlock(&a);
}
""")
        self.assertJudged("double-lock", RECURSION + "a", [("lock(&a)", "lock(&b)")])

    def test_what_is_called_takes_the_lock_that_it_is_given(self):
        self.kernel(core="""\
void take(struct device *dev)
{
	mutex_lock(&dev->lock);	// wants device.lock
	mutex_unlock(&dev->lock);
}
""")
        self.module("""\
void take(struct device *dev);
struct device mine, other;
void user(void)
{
	mutex_lock(&mine.lock);	// holds device.lock
	take(&mine);		// BUG, calls take
	mutex_unlock(&mine.lock);
}
""")
        self.assertJudged("double-lock", RECURSION + "device.lock", [("take(&mine)", "take(&other)")])

    def test_what_is_called_leaves_a_lock_held(self):
        self.kernel(core="""\
struct mutex a;
void begin(void)
{
	mutex_lock(&a);		// holds a
}
void end(void)
{
	mutex_unlock(&a);
}
""")
        self.module("""\
void begin(void);
void end(void);
int user(int bad)
{
	begin();		// calls begin
	if (bad)
		return -1;	// BUG
	end();			// releases a
	return 0;
}
""")
        self.assertJudged("lock-balance", "still held at this return on failure: a",
                          [("if (bad)\n\t\t", "if (bad)\n\t\tend();\n\tif (bad)\n\t\t")])

    def test_a_pointer_holds_a_function_of_the_kernel(self):
        self.kernel(core="""\
struct mutex a, b;
static int start(struct device *dev)
{
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
	return 0;
}
const struct ops table = { .start = start };
""")
        self.module("""\
int user(struct bus *bus, struct device *dev)
{
	int error;

	mutex_lock(&a);		// holds a
	error = bus->ops->start(dev);	// BUG, calls start
	mutex_unlock(&a);
	return error;
}
""")
        self.assertJudged("double-lock", RECURSION + "a", [("lock(&a)", "lock(&b)")])


class NotReported(Story):
    def test_what_lies_in_the_kernel_alone(self):
        self.kernel(core=tooltest.INVERSION_C + """\
void twice(void)
{
	mutex_lock(&b);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&b);
}
""")
        self.module("""\
void forward(void);
void backward(void);
void twice(void);
void user(void)
{
	forward();
	backward();
	twice();
}
""")
        self.export()
        self.assertClean(self.check())
        self.assertClean(self.check("--confidence=low"))
        self.assertEqual(2, len(self.as_one_program().json["findings"]))
        self.module(edited(self.texts["module.c"], [
            ("\ttwice();", "\tmutex_lock(&b);\n\ttwice();\n\tmutex_unlock(&b);")]))
        self.assertEqual([("double-lock", RECURSION + "b")], messages(self.check()))

    def test_a_function_of_the_same_name_is_the_modules_own(self):
        self.kernel(core="""\
struct mutex a;
void take(void)
{
	mutex_lock(&a);
	mutex_unlock(&a);
}
""")
        self.module("""\
static void take(void)
{
}
void user(void)
{
	mutex_lock(&a);
	take();
	mutex_unlock(&a);
}
""")
        self.export()
        self.assertClean(self.check())
        self.module("""\
void take(void);
void user(void)
{
	mutex_lock(&a);
	take();
	mutex_unlock(&a);
}
""")
        self.assertStatus(1, self.check())


if __name__ == "__main__":
    tooltest.main()
