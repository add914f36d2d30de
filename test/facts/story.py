# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the stories about kernel facts start from: a kernel's tree with a header, and a module beside it.

Comments in the sources are the witness that has to be printed, as in the golden cases:

    mutex_lock(&a);     // BUG, wants a         the finding is reported here, and a step stands here

`// BUG` is where the finding is, `holds a`, `calls begin` and so on are its steps. All that is reported has its
comment, and all comments are reported.
"""
import json
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402

KERNEL_H = """\
struct mutex { int owner; };
void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
typedef struct { int raw; } spinlock_t;
void spin_lock(spinlock_t *lock);
void spin_unlock(spinlock_t *lock);
void msleep(unsigned int ms);
int request_irq(unsigned int irq, int (*handler)(int, void *), unsigned long flags, const char *name, void *of);
struct work_struct { int pending; };
void INIT_WORK(struct work_struct *work, void (*run)(struct work_struct *));
void flush_work(struct work_struct *work);
struct completion { int done; };
void wait_for_completion(struct completion *done);
void complete(struct completion *done);

struct device { struct mutex lock; };
struct ops { int (*start)(struct device *dev); void (*stop)(struct device *dev); };
struct bus { const struct ops *ops; };

extern struct mutex a, b;
extern spinlock_t s;
extern struct completion done;
extern struct work_struct work;
"""

FACTS = "kernel.facts"

CIRCLE = "possible circular locking dependency: "
RECURSION = "possible recursive locking: "
SLEEP = "sleeping function called from invalid context: msleep() in "

# The kernel's half of an inversion.
FORWARD_C = """\
struct mutex a, b;
void forward(void)
{
	mutex_lock(&a);		// holds a
	mutex_lock(&b);		// BUG, wants b
	mutex_unlock(&b);
	mutex_unlock(&a);
}
"""

# A member's function that takes a lock, and who takes it before another one.
START_TAKES_A_C = """\
static int start(struct device *dev)
{
	mutex_lock(&a);
	mutex_unlock(&a);
	return 0;
}
const struct ops table = { .start = start };
"""

RESET_C = """\
void reset(void)
{
	mutex_lock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&a);
}
"""


class Story(tooltest.TreeTest):
    def setUp(self):
        super().setUp()
        self.texts = {}
        self.checkout("linux")

    def checkout(self, folder):
        """What makes a folder a kernel's tree, and its header."""
        for name, text in (("Kbuild", ""), ("Makefile", ""), ("include/linux/toy.h", KERNEL_H)):
            self.write(f"{folder}/{name}", text)

    def sources(self, folder, headers, **texts):
        """A folder with these sources and no others in its database: NAME="..." is NAME.c."""
        for name, text in texts.items():
            path = self.write(f"{folder}/{name}.c", "#include <linux/toy.h>\n" + text)
            self.texts[path.name] = path.read_text()
        self.database(folder, headers, *texts)

    def database(self, folder, headers, *names):
        self.write(f"{folder}/compile_commands.json", json.dumps([
            {"directory": str(self.tree / folder), "file": f"{name}.c",
             "arguments": ["gcc", "-D__KERNEL__", *(f"-I{self.tree / h}" for h in headers), "-c",
                           "-o", f"{name}.o", f"{name}.c"]} for name in names]))

    def kernel(self, folder="linux", **texts):
        self.sources(folder, [f"{folder}/include"], **texts)

    def module(self, text, folder="module", headers=("linux/include",)):
        self.sources(folder, headers, module=text)

    def units(self, folder, *options):
        """A folder of units, made anew."""
        made = self.tree / f"units.{folder}"
        shutil.rmtree(made, ignore_errors=True)
        result = self.lockorder("extract", "-p", folder, f"--units={made}", *options)
        self.assertStatus(0, result)
        self.assertSilentOn(result, "error")
        return sorted(made.glob("*.lou"))

    def export(self, folder="linux"):
        """Analyses the kernel, which may have findings of its own. The bytes of its facts."""
        return self.export_units(self.units(folder))

    def export_units(self, units, *options):
        result = self.lockorder("link", *units, f"--export={FACTS}", "--quiet", *options)
        self.assertIn(result.status, (0, 1), f"\n{result}")
        return (self.tree / FACTS).read_bytes()

    def check(self, *arguments, folder="module"):
        return self.alone(f"--with={FACTS}", *arguments, folder=folder)

    def alone(self, *arguments, folder="module", cache="--no-cache"):
        return self.lockorder("check", "-p", folder, cache, "--quiet", "--format=json", *arguments)

    def as_one_program(self):
        """What the two are when they are linked together: the slow and obvious way."""
        return self.lockorder("link", *self.units("linux"), *self.units("module"), "--quiet", "--format=json",
                              "--report=module")

    def assertClean(self, result):
        self.assertStatus(0, result)
        self.assertEqual([], result.json["findings"], f"\n{result}")

    def assertFound(self, result, check, message):
        """One finding; what it says of each line is what the comments of the sources say."""
        self.assertStatus(1, result)
        self.assertEqual([(check, message)], messages(result), f"\n{result}")
        finding, = result.json["findings"]
        said = {}
        for file, line, what in claims_of(finding):
            said.setdefault((file, line), set()).add(what)
        claimed = {}
        for name, text in self.texts.items():
            claimed.update(claims_in(name, text))
        self.assertEqual(claimed, said, f"\n{result}")

    def assertJudged(self, check, message, repair):
        """Found by the kernel's facts and only by them, and no longer once the module is repaired: the edits
        are (old, new). A kernel and a module that are one program say the same."""
        self.export()
        self.assertEqual({check}, {found for found, _ in messages(self.as_one_program())})
        self.assertClean(self.alone())
        result = self.check()
        self.assertFound(result, check, message)
        self.module(edited(self.texts["module.c"], repair))
        self.assertClean(self.check())
        return result


def edited(text, edits):
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return text.removeprefix("#include <linux/toy.h>\n")


def messages(result):
    return [(f["check"], f["message"]) for f in result.json["findings"]]


def claims_in(name, text):
    """{(file, line): {claim...}} of the comments `// claim, claim`."""
    claims = {}
    for number, line in enumerate(text.splitlines(), 1):
        if comment := re.search(r"// (.*)$", line):
            claims[name, number] = set(comment.group(1).split(", "))
    return claims


def claims_of(finding):
    place = finding["location"]
    yield pathlib.Path(place["file"]).name, place["line"], "BUG"
    for witness in finding["witnesses"]:
        for step in witness["steps"]:
            yield pathlib.Path(step["file"]).name, step["line"], f"{step['event']} {step['lock']}"
