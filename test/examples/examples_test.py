#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""compile_db_examples/, from Kbuild to the report, against two series of Debian's kernel headers.

Each example is built by its make-database in a scratch folder, and what its README promises is what
is asserted: the locks, the functions of both chains, what is clean, the exit status. Places are looked
up in the source, not written here. Without the headers, or the packages Kbuild needs, the tests fail.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402

EXAMPLES = tooltest.SOURCE / "compile_db_examples"


def headers(series):
    """The newest installed headers of a series, the plain flavour."""
    def version(path):
        return [int(n) for n in re.findall(r"\d+", path.name)]
    found = [p for p in pathlib.Path("/usr/src").glob(f"linux-headers-{series}.*-amd64")
             if not re.search(r"-rt-|-cloud-", p.name) and (p / "Makefile").exists()]
    if not found:
        raise AssertionError(f"no /usr/src/linux-headers-{series}.*-amd64; run .ci/packages test")
    return max(found, key=version)


def spelled(lock):
    """A global that the source does not declare may be written with its file: sem1@deadlock.c."""
    return lock.split("@")[0]


class Example(tooltest.ToolTest):
    """Builds `example` against the headers of `series`, once for a class."""
    example = series = None

    @classmethod
    def setUpClass(cls):
        cls.scratch = pathlib.Path(tempfile.mkdtemp(prefix="lockorder-examples."))
        cls.addClassCleanup(shutil.rmtree, cls.scratch)
        cls.folder = cls.build(cls.scratch)

    @classmethod
    def build(cls, out):
        made = subprocess.run(
            [EXAMPLES / "make-database", "--out", out, cls.example], capture_output=True, text=True,
            env={**os.environ, "KDIR": str(headers(cls.series)),
                 "LOCKORDER": os.path.abspath(os.environ["LOCKORDER"])}, timeout=tooltest.DEADLINE)
        if made.returncode:
            raise AssertionError(f"make-database: exit status {made.returncode}\n{made.stderr}")
        return pathlib.Path(made.stdout.strip())

    def check(self, *arguments, cwd=None, **environment):
        return tooltest.lockorder("check", "-p", self.folder, *arguments, cwd=cwd or self.folder,
                                  **environment)

    def findings(self, *arguments):
        result = self.check("--format=json", "--quiet", *arguments)
        self.assertIn(result.status, (0, 1), f"\n{result}")
        return result.json["findings"]

    def line(self, file, text, after=""):
        """The number of the first line with `text`, below the line with `after`."""
        found = not after
        for number, line in enumerate((self.folder / file).read_text().splitlines(), 1):
            if found and text in line:
                return number
            found = found or after in line
        raise AssertionError(f"{file} has no '{text}' after '{after}'")

    def steps(self, witness, event):
        return [(spelled(s["lock"]), s["function"], s["file"], s["line"])
                for s in witness["steps"] if s["event"] == event]

    def side(self, finding, wants):
        """The witness that wants this lock in the end."""
        found = [w for w in finding["witnesses"] if spelled(w["steps"][-1]["lock"]) == wants]
        self.assertEqual(1, len(found), json.dumps(finding, indent=1))
        self.assertEqual("wants", found[0]["steps"][-1]["event"])
        return found[0]

    def assertOnlyFinding(self, locks, *arguments):
        findings = self.findings(*arguments)
        self.assertEqual(1, len(findings), json.dumps(findings, indent=1))
        finding, = findings
        self.assertEqual("lock-order", finding["check"])
        self.assertEqual(sorted(locks), sorted(map(spelled, finding["locks"])))
        self.assertEqual(len(locks), len(finding["witnesses"]))
        return finding

    def assertClean(self, *arguments):
        result = self.check(*arguments)
        self.assertStatus(0, result)
        self.assertSilentOn(result, ": warning: ")

    def assertTextHasAllSteps(self, finding, *arguments):
        """What people read has every step of what machines read, as FILE:LINE:COLUMN: note:"""
        result = self.check(*arguments)
        self.assertStatus(1, result)
        self.assertEqual("", result.out)
        where = finding["location"]
        self.assertSays(result, f"{where['file']}:{where['line']}:{where['column']}: warning: ",
                        finding["message"], "[lockorder-lock-order]")
        for witness in finding["witnesses"]:
            for step in witness["steps"]:
                self.assertSays(result, f"{step['file']}:{step['line']}:{step['column']}: note: ",
                                step["function"])


    def assertPrintsWhatIsDocumented(self, readme, *arguments):
        """The first block of the page that shows a report is what is printed, line by line."""
        blocks = re.findall(r"^```\w*\n(.*?)^```$", readme.read_text(), re.DOTALL | re.MULTILINE)
        shown = next(b for b in blocks if ": warning: " in b)
        printed = re.sub(r"@[\w.]+", "", self.check("--quiet", *arguments).err)
        self.assertEqual(shown, printed, f"{readme} shows something else")


class SeedOn61(Example):
    example, series = "seed-deadlock", "6.1"

    def test_the_readme_shows_the_report(self):
        self.assertPrintsWhatIsDocumented(EXAMPLES / self.example / "README.md", "deadlock.c")
        self.assertPrintsWhatIsDocumented(tooltest.SOURCE / "README.md", "deadlock.c")

    def inversion(self, source):
        finding = self.assertOnlyFinding(["sem1", "sem2"], source)
        bad, other = self.side(finding, "sem2"), self.side(finding, "sem1")
        first, second = "bad_function(void)", "another_function(void)"
        self.assertEqual([("sem1", "bad_function", source, self.line(source, "down(&sem1)", first))],
                         self.steps(bad, "holds"))
        self.assertEqual([("sem2", "bad_function", source, self.line(source, "down(&sem2)", first))],
                         self.steps(bad, "wants"))
        self.assertEqual([("sem2", "another_function", source, self.line(source, "down(&sem2)", second))],
                         self.steps(other, "holds"))
        self.assertEqual([("sem1", "another_function", source, self.line(source, "down(&sem1)", second))],
                         self.steps(other, "wants"))
        self.assertTextHasAllSteps(finding, source)
        return finding, bad, other

    def test_the_inversion_is_found_with_both_chains_from_their_threads(self):
        _, bad, other = self.inversion("deadlock.c")
        for witness, name in ((bad, "bad_function"), (other, "another_function")):
            start = witness["steps"][0]
            self.assertEqual(("starts", name, "deadlock_init"),
                             (start["event"], start["lock"], start["function"]))
            self.assertEqual(self.line("deadlock.c", f"kernel_thread({name}"), start["line"])

    def test_functions_without_callers_are_roots(self):
        _, bad, _ = self.inversion("deadlock_uncalled.c")
        self.assertEqual("holds", bad["steps"][0]["event"])

    def test_the_repaired_twin_is_clean(self):
        self.assertClean("deadlock_fixed.c")

    def test_another_object_of_the_class_is_no_inversion(self):
        self.assertClean("sibling.c")

    def test_the_lock_that_the_interrupt_takes_is_reported_where_interrupts_are_on(self):
        finding, = self.findings("irq_lock.c")
        self.assertEqual(("irq-inversion", "high", "irq_lock_read"),
                         (finding["check"], finding["confidence"], finding["function"]))
        self.assertEqual(["event_lock"], list(map(spelled, finding["locks"])))
        self.assertEqual(self.line("irq_lock.c", "spin_lock(&event_lock)", "irq_lock_read(struct"),
                         finding["location"]["line"])
        handler, reader = finding["witnesses"]
        self.assertEqual("irq_lock_handler", handler["steps"][-1]["function"])
        self.assertEqual("irq_lock_read", reader["steps"][-1]["function"])

    def test_the_forgotten_release_is_reported_where_the_function_fails(self):
        finding, = self.findings("leaked_lock.c")
        self.assertEqual(("lock-balance", "high", "leaked_lock_write"),
                         (finding["check"], finding["confidence"], finding["function"]))
        self.assertEqual(["note_lock"], list(map(spelled, finding["locks"])))
        self.assertEqual(self.line("leaked_lock.c", "return -ENOMEM", "leaked_lock_write"),
                         finding["location"]["line"])

    def test_every_lock_operation_is_accounted_for(self):
        for source, sites in (("deadlock.c", 8), ("deadlock_fixed.c", 8), ("irq_lock.c", 6),
                              ("leaked_lock.c", 5)):
            ledger = self.check("--format=json", "--quiet", source).json["ledger"]
            self.assertEqual((sites, sites), (ledger["sites_seen"], ledger["sites_modelled"]), source)
            self.assertEqual([], ledger["lost_units"])

    def test_modules_with_globals_of_one_name_do_not_mix(self):
        # On 6.12 these names are not even declared.
        inversions = [f for f in self.findings() if f["check"] == "lock-order"]
        self.assertEqual(["deadlock.c", "deadlock_uncalled.c"],
                         sorted(f["location"]["file"] for f in inversions))

    def test_everything_that_stops_the_compiler_is_shown(self):
        self.assertSays(self.check("--verbose", "deadlock.c"),
                        "deadlock.c:54:2: compile error: call to undeclared function 'kernel_thread'")
        self.assertCompiles("deadlock.c", 1)
        self.assertCompiles("deadlock_fixed.c", 1)
        self.assertCompiles("deadlock_uncalled.c", 0)

    def assertCompiles(self, source, errors):
        ledger = self.check("--format=json", "--quiet", source).json["ledger"]
        self.assertEqual(errors, ledger["compile_errors"], source)
        self.assertEqual(int(errors > 0), ledger["units_with_errors"], source)

    def test_what_compiles_has_no_errors(self):
        for source in ("irq_lock.c", "leaked_lock.c", "sibling.c"):
            self.assertCompiles(source, 0)


class SeedOn612(SeedOn61):
    series = "6.12"

    def test_compile_errors_are_shown_as_such(self):
        result = self.check("--verbose", "deadlock.c")
        self.assertSays(result, "deadlock.c:18:22: compile error: ", "too few arguments", "macro")
        for name in ("sem1", "sem2"):
            self.assertEqual(4, len(result.lines(f"compile error: use of undeclared identifier '{name}'")))
        self.assertSays(result, "deadlock.c:54:", "compile error: too few arguments to function call",
                        "expected 4, have 3")
        self.assertSays(result, "compile errors in them")
        # All of them with --verbose; else the first, and how many more there are.
        shown, ledger = len(result.lines("compile error: ")), self.check(
            "--format=json", "--quiet", "deadlock.c").json["ledger"]
        self.assertEqual((shown, 1, 0), (ledger["compile_errors"], ledger["units_with_errors"],
                                         ledger["units_clean"]))
        short = self.check("deadlock.c")
        self.assertSays(short, f"and {shown - len(short.lines('compile error: '))} more compile errors")

    def test_everything_that_stops_the_compiler_is_shown(self):
        self.assertCompiles("deadlock.c", 14)
        self.assertCompiles("deadlock_fixed.c", 14)
        self.assertCompiles("deadlock_uncalled.c", 12)


class CrossFileOn61(Example):
    example, series = "cross-file", "6.1"

    def test_the_readme_shows_the_report(self):
        self.assertPrintsWhatIsDocumented(EXAMPLES / self.example / "README.md")

    def test_the_inversion_is_found_through_wrapper_field_and_both_files(self):
        finding = self.assertOnlyFinding(["account.lock", "ledger.lock"])
        deposit = self.side(finding, "ledger.lock")
        self.assertEqual([("account_deposit", "deposit_store", "account.c"),
                          ("account_lock", "account_deposit", "account.c"),
                          ("ledger_post", "account_deposit", "account.c")],
                         [step[:3] for step in self.steps(deposit, "calls")])
        self.assertEqual([("account.lock", "account_lock", "account.c")],
                         [step[:3] for step in self.steps(deposit, "holds")])
        self.assertEqual([("ledger.lock", "ledger_post", "ledger.c")],
                         [step[:3] for step in self.steps(deposit, "wants")])
        audit = self.side(finding, "account.lock")
        start = audit["steps"][0]
        self.assertEqual(("starts", "auditor_thread", "ledger_start"),
                         (start["event"], start["lock"], start["function"]))
        self.assertEqual([("ledger.lock", "ledger_audit", "ledger.c")],
                         [step[:3] for step in self.steps(audit, "holds")])
        self.assertEqual([("account.lock", "account_lock", "account.c")],
                         [step[:3] for step in self.steps(audit, "wants")])
        self.assertTextHasAllSteps(finding)

    def test_one_file_alone_does_not_show_it(self):
        self.assertClean("account.c")
        self.assertClean("ledger.c")

    def test_linking_units_finds_what_check_finds(self):
        units = self.scratch / "units"
        for shard in ("1/2", "2/2"):
            result = tooltest.lockorder("extract", "-p", self.folder, f"--units={units}",
                                        f"--shard={shard}", cwd=self.scratch)
            self.assertStatus(0, result)
        linked = tooltest.lockorder("link", f"--units={units}", "--format=json", "--quiet",
                                    cwd=self.scratch)
        self.assertStatus(1, linked)

        def facts(findings):
            return [(f["fingerprint"], f["locks"], f["confidence"],
                     [[(s["event"], s["lock"], s["function"], s["line"]) for s in w["steps"]]
                      for w in f["witnesses"]]) for f in findings]
        self.assertEqual(facts(self.findings()), facts(linked.json["findings"]))

    def test_explain_shows_both_orders(self):
        result = tooltest.lockorder("explain", "account.lock", "ledger.lock", "-p", self.folder,
                                    cwd=self.folder)
        self.assertStatus(0, result)
        self.assertIn("account.lock -> ledger.lock: seen 1 time", result.out)
        self.assertIn("ledger.lock -> account.lock: seen 1 time", result.out)


class CrossFileOn612(CrossFileOn61):
    series = "6.12"


class ThreeLocksOn61(Example):
    example, series = "three-locks", "6.1"
    jobs = {"cook": ("x.c", "stove_lock", "fridge_lock"),
            "clear_up": ("y.c", "fridge_lock", "sink_lock"),
            "wash_up": ("z.c", "sink_lock", "stove_lock")}

    def test_the_readme_shows_the_report(self):
        self.assertPrintsWhatIsDocumented(EXAMPLES / self.example / "README.md")

    def test_the_cycle_is_found_with_an_edge_in_each_file(self):
        finding = self.assertOnlyFinding(["stove_lock", "fridge_lock", "sink_lock"])
        for function, (file, holds, wants) in self.jobs.items():
            witness = self.side(finding, wants)
            self.assertEqual([(holds, function, file, self.line(file, f"mutex_lock(&{holds})"))],
                             self.steps(witness, "holds"))
            self.assertEqual([(wants, function, file, self.line(file, f"mutex_lock(&{wants})"))],
                             self.steps(witness, "wants"))
        self.assertTextHasAllSteps(finding)

    def test_the_cycle_follows_the_edges(self):
        locks = self.assertOnlyFinding(["stove_lock", "fridge_lock", "sink_lock"])["locks"]
        follows = {holds: wants for _, holds, wants in self.jobs.values()}
        self.assertEqual(locks[1:] + locks[:1], [follows[lock] for lock in locks])

    def test_two_of_three_are_clean(self):
        for pair in (("x.c", "y.c"), ("y.c", "z.c"), ("z.c", "x.c")):
            self.assertClean(*pair)


class ThreeLocksOn612(ThreeLocksOn61):
    series = "6.12"


class GccModuleOn61(Example):
    example, series = "gcc-module", "6.1"

    def test_the_readme_shows_the_report(self):
        self.assertPrintsWhatIsDocumented(EXAMPLES / self.example / "README.md")

    def test_ioctl_and_work_disagree(self):
        finding = self.assertOnlyFinding(["sampler.config_lock", "sampler.stats_lock"])
        ioctl = self.side(finding, "sampler.stats_lock")
        self.assertEqual([("sampler_set_window", "sampler_ioctl")],
                         [step[:2] for step in self.steps(ioctl, "calls")])
        self.assertEqual([("sampler.config_lock", "sampler_set_window")],
                         [step[:2] for step in self.steps(ioctl, "holds")])
        work = self.side(finding, "sampler.config_lock")
        self.assertEqual(("starts", "sampler_work", "sampler_init"),
                         tuple(work["steps"][0][k] for k in ("event", "lock", "function")))
        self.assertEqual([("sampler.stats_lock", "sampler_work")],
                         [step[:2] for step in self.steps(work, "holds")])
        self.assertTextHasAllSteps(finding)

    def test_the_database_is_gccs_and_the_flags_that_clang_lacks_are_counted(self):
        database = (self.folder / "compile_commands.json").read_text()
        self.assertIn("-mpreferred-stack-boundary=3", database)
        result = self.check("--format=json", "--quiet")
        ledger = result.json["ledger"]
        for flag in ("-mpreferred-stack-boundary=", "-fconserve-stack"):
            self.assertEqual(ledger["units"], ledger["dropped_flags"][flag])
        self.assertEqual((0, 0), (ledger["compile_errors"], len(ledger["lost_units"])))
        self.assertEqual(ledger["sites_seen"], ledger["sites_modelled"])
        self.assertEqual(14, ledger["sites_seen"])


class GccModuleOn612(GccModuleOn61):
    series = "6.12"


class SameBytes(Example):
    """One program, one report: whatever the number of jobs and the order of the units."""
    example, series = "cross-file", "6.12"

    def setUp(self):
        self.database = self.folder / "compile_commands.json"
        self.whole = self.database.read_text()
        self.addCleanup(self.database.write_text, self.whole)
        self.entries = json.loads(self.whole)
        self.assertGreaterEqual(len(self.entries), 3)

    def report(self, form, entries=None, *arguments):
        if entries is not None:
            self.database.write_text(json.dumps(entries))
        result = self.check(f"--format={form}", "--quiet", *arguments)
        self.assertStatus(1, result)
        self.assertIn(b"account.lock", result.out_bytes)
        return result.out_bytes

    def test_any_number_of_jobs(self):
        for form in ("json", "sarif"):
            one = self.report(form, None, "-j1")
            self.assertEqual(one, self.report(form, None, "-j2"))
            self.assertEqual(one, self.report(form, None, "-j7"))

    def test_any_order_of_units(self):
        for form in ("json", "sarif"):
            straight = self.report(form)
            self.assertEqual(straight, self.report(form, self.entries[::-1]))
            self.assertEqual(straight, self.report(form, self.entries[1:] + self.entries[:1]))

    def test_units_given_twice(self):
        self.assertEqual(self.report("sarif"), self.report("sarif", self.entries + self.entries[::-1]))

    def test_units_given_twice_in_json_too(self):
        self.assertEqual(self.report("json"), self.report("json", self.entries + self.entries[::-1]))

    def test_units_given_twice_to_link(self):
        units = self.scratch / "twice"
        self.assertStatus(0, tooltest.lockorder("extract", "-p", self.folder, f"--units={units}",
                                                cwd=self.folder))
        files = sorted(units.glob("*.lou"))

        def link(*arguments):
            result = tooltest.lockorder("link", "--format=json", "--quiet", *arguments, cwd=self.folder)
            self.assertStatus(1, result)
            return result.out_bytes
        once = link(f"--units={units}")
        self.assertEqual(once, link(*files))
        self.assertEqual(once, link(*files[::-1]))
        self.assertEqual(once, link(*files, *files[::-1]))


class ReadOnly(Example):
    example, series = "cross-file", "6.12"

    @staticmethod
    def snapshot(folder):
        """Everything about a tree that writing changes, also a file that came and went."""
        seen = {}
        for path in [folder, *sorted(folder.rglob("*"))]:
            status = path.lstat()
            digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            seen[str(path)] = (status.st_mode, status.st_size, status.st_mtime_ns, status.st_ctime_ns, digest)
        return seen

    def test_nothing_is_written_into_the_tree(self):
        command = next(e["command"] for e in json.loads((self.folder / "compile_commands.json").read_text()))
        self.assertRegex(command, r"-Wp,-MMD,\S+\.d", "the trap is not set: no dependency file is asked for")
        everything = [self.folder, *self.folder.rglob("*")]
        modes = {path: path.stat().st_mode for path in everything}
        for path in everything:
            path.chmod(modes[path] & ~0o222)  # stops users; what stops root is the comparison
        try:
            before = self.snapshot(self.folder)
            for cwd in (self.folder, self.scratch):
                temporary = tempfile.mkdtemp(dir=self.scratch)
                for form in ("text", "json", "sarif"):
                    self.assertStatus(1, self.check(f"--format={form}", cwd=cwd, TMPDIR=temporary))
                self.assertEqual([], os.listdir(temporary), "a temporary file was left behind")
            self.assertEqual(before, self.snapshot(self.folder))
        finally:
            for path in everything:
                path.chmod(modes[path])


class RunScript(Example):
    example, series = "seed-deadlock", "6.1"

    def test_the_readmes_first_command_shows_both_chains(self):
        # With a lockorder that is built already; .ci/packages has nothing to do where tests can run.
        made = subprocess.run([EXAMPLES / "run", "seed-deadlock", "deadlock.c"], capture_output=True,
                              text=True, env={**os.environ, "KDIR": str(headers(self.series)),
                                              "LOCKORDER": os.path.abspath(os.environ["LOCKORDER"]),
                                              "LOCKORDER_EXAMPLES": str(self.scratch / "run")},
                              timeout=tooltest.DEADLINE)
        self.assertEqual(0, made.returncode, made.stderr)
        for words in ("deadlock.c:26:2: warning: ", "bad_function() holds 'sem1", "wants 'sem2",
                      "another_function() holds 'sem2", "wants 'sem1", "exit status 1"):
            self.assertIn(words, made.stdout)

    def test_an_unknown_example_is_refused(self):
        made = subprocess.run([EXAMPLES / "run", "nothing"], capture_output=True, text=True)
        self.assertEqual(2, made.returncode)
        self.assertIn("usage: run [EXAMPLE", made.stderr)


if __name__ == "__main__":
    tooltest.main()
