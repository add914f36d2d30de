#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a file of kernel facts stands for: sources that have changed since, other checkouts, damage, the cache."""
import pathlib
import re
import shutil
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402
from story import CIRCLE, FACTS, FORWARD_C, RESET_C, START_TAKES_A_C, Story, messages  # noqa: E402

REMEDY = "make it with `lockorder link --units=DIR --export=FILE`"

FORWARD_REPAIRED_C = """\
struct mutex a, b;
void forward(void)
{
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
}
"""

BACKWARD_C = """\
void backward(void)
{
	mutex_lock(&b);		// holds b
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
"""

# The lock is known by its record, and that by the header that defines it.
DEVICE_FORWARD_C = """\
struct mutex a;
void forward(struct device *dev)
{
	mutex_lock(&a);		// holds a
	mutex_lock(&dev->lock);	// BUG, wants device.lock
	mutex_unlock(&dev->lock);
	mutex_unlock(&a);
}
"""

DEVICE_BACKWARD_C = """\
void backward(struct device *dev)
{
	mutex_lock(&dev->lock);	// holds device.lock
	mutex_lock(&a);		// wants a
	mutex_unlock(&a);
	mutex_unlock(&dev->lock);
}
"""

RUN_C = """\
struct mutex a, b;
int run(struct bus *bus, struct device *dev)
{
	mutex_lock(&b);
	mutex_unlock(&b);
	return bus->ops->start(dev);
}
"""

RUN_LOCKED_C = """\
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


class Replaced(Story):
    """Sources of the kernel that are checked themselves, perhaps changed since the export."""

    def test_a_repaired_one(self):
        self.kernel(core=FORWARD_C + BACKWARD_C)
        self.export()
        self.assertFound(self.check(folder="linux"), "lock-order", CIRCLE + "a -> b -> a")
        self.kernel(core=FORWARD_REPAIRED_C + BACKWARD_C)
        self.assertClean(self.check(folder="linux"))

    def test_a_repaired_half(self):
        self.kernel(core=FORWARD_C, other=BACKWARD_C)
        self.export()
        self.assertFound(self.check("core.c", folder="linux"), "lock-order", CIRCLE + "a -> b -> a")
        self.kernel(core=FORWARD_REPAIRED_C, other=BACKWARD_C)
        self.assertClean(self.check("core.c", folder="linux"))

    def test_a_new_bug(self):
        self.kernel(core=FORWARD_REPAIRED_C, other=BACKWARD_C)
        self.export()
        self.assertClean(self.check("core.c", folder="linux"))
        self.kernel(core=FORWARD_C, other=BACKWARD_C)
        self.assertClean(self.alone("core.c", folder="linux"))
        self.assertFound(self.check("core.c", folder="linux"), "lock-order", CIRCLE + "a -> b -> a")

    def test_one_whose_lines_have_moved(self):
        self.kernel(core=FORWARD_C, other=BACKWARD_C)
        self.export()
        self.kernel(core="/* three\n * more\n * lines */\n" + FORWARD_C, other=BACKWARD_C)
        self.assertFound(self.check("core.c", folder="linux"), "lock-order", CIRCLE + "a -> b -> a")

    def test_sources_that_are_gone(self):
        self.kernel(core=FORWARD_C)
        self.module(BACKWARD_C)
        self.export()
        shutil.rmtree(self.tree / "units.linux")
        (self.tree / "linux/core.c").unlink()
        self.assertFound(self.check(), "lock-order", CIRCLE + "a -> b -> a")

    def test_a_caller_of_a_repaired_function(self):
        self.kernel(core="struct mutex a;\nvoid take(void)\n{\n\tmutex_lock(&a);\n\tmutex_unlock(&a);\n}\n",
                    other="void take(void);\nvoid wrapper(void)\n{\n\ttake();\n}\n")
        self.export()
        self.kernel(core="""\
struct mutex a;
void wrapper(void);
void take(void)
{
}
void user(void)
{
	mutex_lock(&a);
	wrapper();
	mutex_unlock(&a);
}
""", other="void take(void);\nvoid wrapper(void)\n{\n\ttake();\n}\n")
        self.assertClean(self.alone(folder="linux"))
        self.assertClean(self.check("core.c", folder="linux"))

    def test_a_repaired_call_through_a_member(self):
        self.kernel(core=RUN_LOCKED_C, table=START_TAKES_A_C + RESET_C)
        self.export()
        self.kernel(core=RUN_C, table=START_TAKES_A_C + RESET_C)
        self.assertClean(self.alone(folder="linux"))
        self.assertClean(self.check(folder="linux"))

    def test_a_handler_that_is_not_registered_any_more(self):
        handler = """\
int handler(int irq, void *of)
{
	spin_lock(&s);
	spin_unlock(&s);
	return 1;
}
"""
        user = """\
spinlock_t s;
void user(void)
{
	msleep(1);
	spin_lock(&s);
	spin_unlock(&s);
}
"""
        setup = """\
int handler(int irq, void *of);
int setup(void)
{
	return request_irq(7, handler, 0, "toy", 0);
}
"""
        self.kernel(core=user + setup, handler=handler)
        self.export()
        self.kernel(core=user, handler=handler)
        self.assertClean(self.alone(folder="linux"))
        self.assertClean(self.check("core.c", folder="linux"))


class Checkouts(Story):
    def place(self, result):
        finding, = result.json["findings"]
        return finding["location"]["file"]

    def test_files_below_the_source_root_are_named_from_there(self):
        self.checkout("one")
        self.kernel(folder="one", **{"kernel/core": DEVICE_FORWARD_C})
        self.export("one")
        shutil.rmtree(self.tree / "one")
        self.checkout("two")
        self.module(DEVICE_BACKWARD_C, headers=["two/include"])
        result = self.check()
        self.assertFound(result, "lock-order", CIRCLE + "a -> device.lock -> a")
        self.assertEqual(f"{self.tree}/two/kernel/core.c", self.place(result))

    def test_others_keep_their_names(self):
        self.checkout("one")
        (self.tree / "one/Kbuild").unlink()  # not a kernel's tree any more
        self.kernel(folder="one", **{"kernel/core": DEVICE_FORWARD_C})
        self.export("one")
        self.checkout("two")
        self.module(DEVICE_BACKWARD_C, headers=["two/include"])
        self.assertClean(self.check())
        self.module(DEVICE_BACKWARD_C, headers=["one/include"])
        result = self.check()
        self.assertFound(result, "lock-order", CIRCLE + "a -> device.lock -> a")
        self.assertEqual(f"{self.tree}/one/kernel/core.c", self.place(result))

    def test_all_have_the_same_facts(self):
        facts = []
        for folder in ("one", "a longer name/two"):
            self.checkout(folder)
            self.kernel(folder=folder, **{"kernel/core": DEVICE_FORWARD_C, "kernel/run": RUN_LOCKED_C})
            facts.append(self.export(folder))
        self.assertEqual(facts[0], facts[1])

    def test_the_module_may_lie_in_the_tree(self):
        self.kernel(**{"kernel/core": DEVICE_FORWARD_C})
        self.export()
        self.module(DEVICE_BACKWARD_C, folder="linux/drivers")
        result = self.check(folder="linux/drivers")
        self.assertFound(result, "lock-order", CIRCLE + "a -> device.lock -> a")
        self.assertEqual("kernel/core.c", self.place(result))

    def test_a_module_with_headers_of_its_own(self):
        self.kernel(core=DEVICE_FORWARD_C)
        self.export()
        for name in ("own/compat.h", "linux/compat.h"):
            self.write(f"module/include/{name}", "struct compat { void (*call)(void); };\n")
            self.module(f"#include <{name}>\nvoid first(struct compat *of)\n{{\n\tof->call();\n}}\n"
                        + DEVICE_BACKWARD_C, headers=["linux/include", "module/include"])
            self.assertFound(self.check(), "lock-order", CIRCLE + "a -> device.lock -> a")


class Bytes(Story):
    """The same facts always have the same bytes."""

    def setUp(self):
        super().setUp()
        self.parts = {
            "core": DEVICE_FORWARD_C, "run": RUN_LOCKED_C.replace("struct mutex a, b;\n", "struct mutex b;\n"),
            "other": BACKWARD_C, "table": "static int start(struct device *dev)\n{\n\tmsleep(1);\n\treturn 0;\n}\n"
            "const struct ops table = { .start = start };\n",
            "handler": "spinlock_t s;\nstatic int handler(int irq, void *of)\n{\n\tspin_lock(&s);\n\tspin_unlock(&s);\n"
            '\treturn 1;\n}\nint setup(void)\n{\n\treturn request_irq(7, handler, 0, "toy", 0);\n}\n'}
        self.kernel(**self.parts)
        self.facts = self.export()

    def test_in_another_run(self):
        self.assertEqual(self.facts, self.export())

    def test_of_sources_and_units_in_another_order(self):
        self.database("linux", ["linux/include"], *reversed(self.parts))
        units = self.units("linux")
        self.assertEqual(5, len(units))
        self.assertEqual(self.facts, self.export_units(units))
        self.assertEqual(self.facts, self.export_units(units[::-1]))
        self.assertEqual(self.facts, self.export_units(units + units[:2]))

    def test_by_any_number_of_processes(self):
        for jobs in ("-j1", "-j3"):
            self.assertEqual(self.facts, self.export_units(self.units("linux", jobs), jobs))

    def test_and_another_kernel_has_others(self):
        self.kernel(**self.parts, more="void more(void)\n{\n\tmutex_lock(&a);\n\tmutex_unlock(&a);\n}\n")
        self.assertNotEqual(self.facts, self.export())


class Damaged(Story):
    def setUp(self):
        super().setUp()
        self.kernel(core=FORWARD_C)
        self.module(BACKWARD_C)
        self.whole = self.export()
        self.own = self.units("module")
        self.assertStatus(1, self.check())

    def link(self):
        return self.lockorder("link", *self.own, f"--with={FACTS}")

    def assertNoFacts(self, *words):
        for result in (self.check(), self.link()):
            self.assertRefused(result, f"{FACTS}: ", *words, REMEDY)

    def test_a_whole_one_is_used(self):
        self.assertStatus(1, self.link())

    def test_one_that_is_cut_short(self):
        for size in (0, 1, 24, len(self.whole) // 2, len(self.whole) - 1):
            self.write(FACTS, self.whole[:size])
            self.assertNoFacts("damaged")

    def test_one_with_a_wrong_byte(self):
        for at in (0, 8, 16, 23, len(self.whole) // 2):
            self.write(FACTS, self.whole[:at] + bytes([self.whole[at] ^ 0x20]) + self.whole[at + 1:])
            self.assertNoFacts("damaged")

    def test_another_file(self):
        self.write(FACTS, "buy milk\n" * 20)
        self.assertNoFacts("no file of kernel facts")
        self.write(FACTS, self.own[0].read_bytes())
        self.assertNoFacts("no file of kernel facts")

    def test_a_missing_one(self):
        (self.tree / FACTS).unlink()
        self.assertNoFacts("cannot read", "No such file")

    def test_a_folder_in_its_place(self):
        (self.tree / FACTS).unlink()
        (self.tree / FACTS).mkdir()
        self.assertNoFacts("cannot read", "directory")

    def test_an_export_that_cannot_be_written(self):
        result = self.lockorder("link", *self.own, "--export=nowhere/facts")
        self.assertRefused(result, "nowhere/facts: ", "No such file")


class Cached(Story):
    def setUp(self):
        super().setUp()
        self.module(BACKWARD_C)
        self.with_bug = self.facts_of(FORWARD_C)
        self.without = self.facts_of(FORWARD_REPAIRED_C)

    def facts_of(self, core):
        self.kernel(core=core)
        return self.export()

    def cached(self, *arguments):
        return self.alone(*arguments, cache=f"--cache={self.tree}/cache")

    def reports(self):
        result = self.lockorder("cache", "stats", f"--cache={self.tree}/cache")
        self.assertStatus(0, result)
        return int(re.search(r"(\d+) reports", result.out).group(1))

    def test_other_facts_are_another_report(self):
        for facts, status in ((self.with_bug, 1), (self.without, 0), (self.with_bug, 1)):
            self.write(FACTS, facts)
            result = self.cached(f"--with={FACTS}")
            self.assertStatus(status, result)
            self.assertEqual(messages(self.check()), messages(result))

    def test_the_same_facts_are_the_same_report(self):
        self.write(FACTS, self.with_bug)
        first = self.cached(f"--with={FACTS}")
        kept = self.reports()
        self.assertEqual(first.out_bytes, self.cached(f"--with={FACTS}").out_bytes)
        self.assertEqual(kept, self.reports())
        self.write(FACTS, self.without)
        self.cached(f"--with={FACTS}")
        self.assertLess(kept, self.reports())

    def test_no_facts_are_another_report(self):
        self.write(FACTS, self.with_bug)
        self.assertClean(self.cached())
        self.assertStatus(1, self.cached(f"--with={FACTS}"))
        self.assertClean(self.cached())

    def test_two_files_of_facts_are_a_mistake(self):
        self.write(FACTS, self.with_bug)
        self.assertRefused(self.cached(f"--with={FACTS}", f"--with={FACTS}"), "--with is given twice")

    def test_damaged_facts_are_refused_whatever_is_known(self):
        self.write(FACTS, self.with_bug)
        self.assertStatus(1, self.cached(f"--with={FACTS}"))
        self.write(FACTS, self.with_bug[:-1])
        self.assertRefused(self.cached(f"--with={FACTS}"), FACTS, REMEDY)
        (self.tree / FACTS).unlink()
        self.assertRefused(self.cached(f"--with={FACTS}"), FACTS, REMEDY)


if __name__ == "__main__":
    tooltest.main()
