"""Sweeps that are stopped, killed, cut into parts, or out of disk: what is finished is kept, the finished file is that of an
uninterrupted run, and what cannot go together is refused."""

import random
import resource
import signal
import subprocess
import time
import unittest

import h5py
from tauroa_testing import BINARY, SANITIZED, Case, run, snapshot

KILLS, LONGEST = (6, 4.0) if SANITIZED else (40, 0.6)  # seconds until a kill: some runs have to end before
ACROSS, UP = (50, 30) if SANITIZED else (530, 300)
# Some tenths of a second of work, of which a good part is putting the file together.
REQUEST = ["sweep", "torus", "--tau", "1,2,5", "--gamma", "0.04", "--update", "alternating", "--steps", "4000",
           "--axis", f"x1=-3:3:{ACROSS}", "--axis", f"x2=-3:3:{UP}", "--save-final"]


def changed(option, value, *more):
    """The request with another value of an option, the first where there are several."""
    if option not in REQUEST:
        return [*REQUEST, option, value, *more]
    at = REQUEST.index(option)
    return [*REQUEST[:at], option, value, *REQUEST[at + 2:], *more]


LONG = changed("--steps", "40000000", "--plain")


class Resume(Case):
    def setUp(self):
        super().setUp()
        self.expected = self.folder / "expected.h5"
        self.ok(*REQUEST, "-o", self.expected.name)

    def start(self, *more, request=tuple(REQUEST), **how):
        return subprocess.Popen([BINARY, *request, *more], cwd=self.folder, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **how)

    def begin_and_stop(self, output, number=signal.SIGTERM):
        """Leaves an unfinished sweep with something finished in it, and returns what it said."""
        for _ in range(50):
            process = self.start("-o", output, "--resume")
            while process.poll() is None and self.size_of(output) < 5000:
                time.sleep(0.01)
            process.send_signal(number)
            said = process.communicate()[1]
            if process.returncode == 75:
                return said
            self.assertEqual(process.returncode, 0, said)  # too fast: once more
            (self.folder / output).unlink()
        return self.fail("every run had ended before it was stopped")

    def size_of(self, output):
        journal = self.folder / (output + ".part")
        return journal.stat().st_size if journal.exists() else 0

    def names(self):
        return sorted(p.name for p in self.folder.iterdir())

    def assert_finished(self, output):
        self.assert_same_data(self.folder / output, self.expected)
        self.assertEqual([n for n in self.names() if n.startswith(output + ".")], [])

    def test_kills_cost_nothing_that_was_finished(self):
        dice = random.Random(1)
        kills = finished = 0
        while kills < KILLS or not finished:
            process = self.start("-o", "k.h5", "--resume")
            time.sleep(dice.uniform(0, LONGEST))
            process.kill()
            process.communicate()
            kills += process.returncode == -signal.SIGKILL
            self.assertIn(process.returncode, (0, -signal.SIGKILL))
            if (self.folder / "k.h5").exists():
                h5py.File(self.folder / "k.h5").close()
                self.ok(*REQUEST, "-o", "k.h5", "--resume")
                self.assert_finished("k.h5")
                (self.folder / "k.h5").unlink()
                finished += 1

    def test_signals_stop_it_and_resume_goes_on(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1):
            with self.subTest(number):
                said = self.begin_and_stop("s.h5", number)
                self.assertIn(number.name, said)
                self.assertIn("--resume", said.splitlines()[-1])
                self.assertFalse((self.folder / "s.h5").exists())
                self.ok(*REQUEST, "-o", "s.h5", "--resume")
                self.assert_finished("s.h5")
                (self.folder / "s.h5").unlink()

    def test_stop_after_stops_it(self):
        for limit in ("0.1", "0.1s", "0.0001m", "0:0:0.1"):
            result = run([*LONG, "-o", "a.h5", "--stop-after", limit, "--force"], self.folder)
            self.assertEqual(result.status, 75, result.err)
            self.assertIn("--stop-after", result.err)
        self.refused(*REQUEST, "-o", "b.h5", "--stop-after", "soon", named="soon")
        self.refused(*REQUEST, "-o", "b.h5", "--stop-after", "-5", named="-5")

    def test_what_is_complete_is_left_alone(self):
        before = snapshot(self.folder)
        self.ok(*REQUEST, "-o", self.expected.name, "--resume")
        self.assertEqual(snapshot(self.folder), before)

    def test_other_settings_are_refused(self):
        self.begin_and_stop("u.h5")
        changes = {"--tau": "1,2,5.5", "--gamma": "0.041", "--steps": "4001", "--axis": f"x1=-3:3:{ACROSS + 1}", "--tol": "0.002",
                   "--update": "simultaneous"}
        for option, value in changes.items():
            for output in ("u.h5", self.expected.name):
                self.refused(*changed(option, value), "-o", output, "--resume", named=value.rsplit(",", maxsplit=1)[-1])
        for more in (["--plain"], ["--labels-only"]):
            self.refused(*REQUEST, *more, "-o", "u.h5", "--resume", named=more[0][2:])
        self.ok(*REQUEST, "--resume", "--threads", "1", "-o", "u.h5")  # which decides nothing
        self.assert_finished("u.h5")

    def test_what_is_unfinished_is_not_lost_by_mistake(self):
        self.begin_and_stop("u.h5")
        self.refused(*REQUEST, "-o", "u.h5", named="u.h5.part")
        self.refused(*REQUEST, "-o", "u.h5", "--resume", "--force", named="--force")
        self.ok(*changed("--gamma", "0.041"), "-o", "u.h5", "--force")
        self.assertEqual(self.names(), ["expected.h5", "u.h5"])

    def test_what_is_not_ours_is_not_touched(self):
        (self.folder / "n.h5.part").write_text("somebody's own file, longer than a heading")
        for how in ("--resume", "--force"):
            self.refused(*REQUEST, "-o", "n.h5", how, named="n.h5.part")

    def test_two_runs_do_not_write_the_same_file(self):
        first = self.start("-o", "t.h5", request=LONG)
        while first.poll() is None and not self.size_of("t.h5"):
            time.sleep(0.01)
        second = run([*LONG, "-o", "t.h5", "--resume"], self.folder)
        first.kill()
        first.communicate()
        self.assertEqual(second.status, 2, second.err)
        self.assertIn("another run", second.err)

    def full_disk(self, size):
        """Where the process can: a disk of that size; else files of at most that size."""
        small = self.folder / "small"
        small.mkdir(exist_ok=True)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", small], capture_output=True,
                          check=False).returncode == 0:
            self.addCleanup(subprocess.run, ["umount", "-l", small], check=True)
            return small, None
        return small, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    def test_a_full_disk_is_a_failure_that_can_be_resumed(self):
        for size in (4096, 8192) if SANITIZED else (4096, 8192, 200_000, 900_000):
            with self.subTest(size):
                small, limit = self.full_disk(size)
                target = f"small/f{size}.h5"
                process = self.start("-o", target, "--quiet", preexec_fn=limit)
                said = process.communicate()[1]
                self.assertEqual(process.returncode, 1, said)
                self.assertEqual(said.count("\n"), 1, said)
                self.assertTrue("No space left" in said or "File too large" in said, said)
                self.assertFalse((self.folder / target).exists())
                self.assertFalse((self.folder / (target + ".part-file")).exists())
                if size >= 200_000:
                    self.assertIn("--resume", said)
                    subprocess.run(["mount", "-o", "remount,size=100M", small], capture_output=True, check=False)
                    self.ok(*REQUEST, "-o", target, "--resume")
                    self.assert_same_data(self.folder / target, self.expected)

    def test_parts_make_the_whole(self):
        for i in (3, 1, 4, 2):
            self.ok(*REQUEST, "--shard", f"{i}/4", "-o", f"p{i}")
        parts = [f"p{i}" for i in (1, 2, 3, 4)]
        self.ok("merge", *parts, "-o", "m.h5")
        self.assert_same_data(self.folder / "m.h5", self.expected)
        self.ok("merge", *parts, "p2", "-o", "m.h5", "--force")
        self.ok(*REQUEST, "--shard", "2/4", "-o", "p2", "--resume")
        self.refused("merge", *parts, "-o", "m.h5", named="m.h5")
        self.refused("merge", "p1", "p2", "p4", "-o", "n.h5", named="3/4")
        self.refused("merge", "p1", "missing", "-o", "n.h5", named="missing")
        self.refused("merge", "p1", "expected.h5", "-o", "n.h5", named="expected.h5")
        self.refused("merge", *parts, named="-o")
        self.refused("info", "p1", named="merge")
        self.refused(*REQUEST, "--shard", "1/3", "-o", "p2", "--resume", named="shard = 2/4")
        for wrong in ("0/4", "5/4", "1", "1/0", "a/b", "1/2/3", ""):
            self.refused(*REQUEST, "--shard", wrong, "-o", "q", named=f"--shard {wrong}".strip())

    def test_a_merge_that_is_told_to_stop_leaves_the_parts_alone(self):
        for part in "12":
            self.ok(*REQUEST, "--shard", f"{part}/2", "-o", f"q{part}")
        before, stopped = self.names(), 0
        while not stopped:
            process = self.start(request=["merge", "q1", "q2", "-o", "m.h5", "--force"])
            while process.poll() is None and not any(n.startswith("m.h5.part") for n in self.names()):
                time.sleep(0.001)
            process.send_signal(signal.SIGTERM)
            said = process.communicate()[1]
            self.assertIn(process.returncode, (0, 75), said)
            stopped += process.returncode == 75
            if process.returncode == 75:
                self.assertIn("SIGTERM", said)
                self.assertEqual([n for n in self.names() if n != "m.h5"], before)
        self.ok("merge", "q1", "q2", "-o", "m.h5", "--force")
        self.assert_finished("m.h5")

    def test_parts_of_other_sweeps_are_refused(self):
        self.ok(*REQUEST, "--shard", "1/2", "-o", "a1")
        self.ok(*REQUEST, "--tol", "1e-4", "--shard", "2/2", "-o", "b2")
        self.refused("merge", "a1", "b2", "-o", "n.h5", named="tol = 1e-04")

    def test_a_part_is_resumed_too(self):
        for _ in range(20):
            process = self.start("--shard", "1/2", "-o", "a1", "--resume")
            time.sleep(0.15)
            process.kill()
            process.communicate()
            if (self.folder / "a1").exists():
                break
        self.ok(*REQUEST, "--shard", "1/2", "-o", "a1", "--resume")
        self.ok(*REQUEST, "--shard", "2/2", "-o", "a2")
        self.ok("merge", "a1", "a2", "-o", "m.h5")
        self.assert_same_data(self.folder / "m.h5", self.expected)


if __name__ == "__main__":
    unittest.main()
