"""A sweep by several processes (MPI): the file of one process, whatever their number; one that dies stops all, and what was
finished is kept."""

import contextlib
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time
import unittest

from sample_test import REQUEST as SAMPLE
from tauroa_testing import BINARY, Case

KILLS = 40
REQUEST = ["sweep", "torus", "--tau", "1,2,5", "--gamma", "0.04", "--update", "alternating", "--steps", "4000",
           "--axis", "x1=-3:3:530", "--axis", "x2=-3:3:300", "--threads", "1"]
# More processes than processors, as root, on a machine of its own: what the launchers do not like by default.
ALLOWED = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "OMPI_MCA_rmaps_base_oversubscribe": "1",
           "OMPI_MCA_hwloc_base_binding_policy": "none", "OMPI_MCA_btl_vader_single_copy_mechanism": "none"}
LAUNCHER = shutil.which(os.environ.get("TAUROA_MPIEXEC", "mpirun"))


class Mpi(Case):
    def setUp(self):
        super().setUp()
        self.assertIsNotNone(LAUNCHER, "no MPI launcher: ./setup.sh --test installs one")
        self.expected = self.folder / "expected.h5"
        self.ok(*REQUEST, "-o", self.expected.name)

    def start(self, ranks, *more, request=REQUEST):
        return subprocess.Popen([LAUNCHER, "-n", str(ranks), BINARY, *request, *more], cwd=self.folder, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                env=os.environ | ALLOWED)

    def launched(self, ranks, *more, **how):
        """Exit status, and what was said."""
        process = self.start(ranks, *more, **how)
        said = process.communicate(timeout=120)[1]
        return process.returncode, said

    def journals(self, output):
        return sorted(p.name for p in self.folder.glob(output + ".*"))

    def assert_finished(self, output):
        self.assert_same_data(self.folder / output, self.expected)
        self.assertEqual(self.journals(output), [])

    def test_any_number_of_processes_makes_the_same_file(self):
        for ranks in (1, 2, 5):
            status, said = self.launched(ranks, "-o", f"r{ranks}.h5")
            self.assertEqual(status, 0, said)
            self.assertEqual(said.count("wrote"), 1, said)
            self.assertEqual(f"{ranks} processes" in said, ranks > 1, said)
            self.assert_finished(f"r{ranks}.h5")

    def test_starts_at_random_are_shared_out_too(self):
        self.ok(*SAMPLE, "-o", "sample.h5")
        status, said = self.launched(3, "-o", "ranks.h5", "--threads", "1", request=SAMPLE)
        self.assertEqual(status, 0, said)
        self.assert_same_data(self.folder / "ranks.h5", self.folder / "sample.h5")

    def test_a_process_that_dies_stops_all_and_costs_nothing_finished(self):
        dice = random.Random(1)
        kills = finished = 0
        while kills < KILLS or not finished:
            process = self.start(3, "-o", "k.h5", "--resume")
            self.await_start(process)
            time.sleep(dice.uniform(0, 0.7))
            victims = self.ranks()
            if victims:
                with contextlib.suppress(ProcessLookupError):  # it ended meanwhile
                    os.kill(dice.choice(victims), signal.SIGKILL)
                    kills += 1
            said = process.communicate(timeout=120)[1]
            if (self.folder / "k.h5").exists():
                status, said = self.launched(dice.choice((2, 3, 4)), "-o", "k.h5", "--resume")
                self.assertEqual(status, 0, said)
                self.assert_finished("k.h5")
                (self.folder / "k.h5").unlink()
                finished += 1
            elif victims:
                self.assertNotEqual(process.returncode, 0, said)

    def await_start(self, process):
        """Until the sweep has begun: where a process dies before, some launchers never end."""
        for line in process.stderr:
            if line.startswith("backend") or "complete" in line:
                return

    def ranks(self):
        """Processes of the program in this test's folder: the launcher's children, or its children's."""
        found = []
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):  # it ended meanwhile
                if (os.readlink(process / "exe"), os.readlink(process / "cwd")) == (BINARY, str(self.folder)):
                    found.append(int(process.name))
        return found

    def test_other_numbers_of_processes_go_on(self):
        for ranks in (3, 2, 4):
            status, said = self.launched(ranks, "-o", "s.h5", "--resume", "--stop-after", "0.35")
            self.assertIn(status, (0, 75), said)
        status, said = self.launched(1, "-o", "s.h5", "--resume")
        self.assertEqual(status, 0, said)
        self.assert_finished("s.h5")

    def test_one_line_is_said_of_a_wrong_request(self):
        for wrong, named in ((["-o", "expected.h5"], "expected.h5"), (["-o", "w.h5", "--tol", "-1"], "-1"),
                             (["-o", "w.h5", "--backend", "abacus"], "abacus"), (["-o", "w.h5", "--shard", "1/2"], "1/2")):
            status, said = self.launched(3, *wrong)
            self.assertEqual(status, 2, said)
            lines = [line for line in said.splitlines() if line.startswith("tauroa: ")]
            self.assertEqual(len(lines), 1, said)
            self.assertIn(named, lines[0])
            self.assertFalse((self.folder / "w.h5").exists())
            self.assertEqual(self.journals("w.h5"), [])


if __name__ == "__main__":
    unittest.main()
