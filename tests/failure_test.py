"""What happens when something outside goes wrong: a full disk, closed streams, targets that are no files. Nothing half
written appears under the final name."""

import os
import resource
import subprocess
import unittest
from pathlib import Path

import h5py
from tauroa_testing import BINARY, Case

SMALL = ["sweep", "torus", "--tau", "1,2,3", "--gamma", "0.04", "--steps", "60", "--quiet"]
TINY_AXES = ["--axis", "x1=-3:3:2", "--axis", "x2=-3:3:2"]


def run(arguments, folder, before=None, **streams):
    """The finished program; `before` runs in the child, `streams` are subprocess's."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    return subprocess.run([BINARY, *arguments], cwd=folder, preexec_fn=before, check=False, timeout=300, **pipes)


def limit_files_to(size):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


class Failure(Case):
    def files(self):
        return sorted(p.name for p in Path(self.folder).iterdir())

    def test_a_full_disk_is_a_failure_with_one_line_and_no_file(self):
        for size in (500, 1000, 20_000, 60_000):
            with self.subTest(size):
                done = run([*SMALL, "-o", "a.h5"], self.folder, limit_files_to(size))
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
                self.assertIn(b"File too large", done.stderr)
                self.assertLessEqual(set(self.files()), {"a.h5.part"})  # what was finished
                Path(self.folder, "a.h5.part").unlink(missing_ok=True)

    def test_closed_streams_do_not_end_up_in_the_file(self):
        def close_all():
            for descriptor in (0, 1, 2):
                os.close(descriptor)

        arguments = ["sweep", "torus", "--tau", "1:50:300", "--gamma", "0.04", "--steps", "1", *TINY_AXES, "-o", "c.h5"]
        done = run(arguments, self.folder, close_all, stdout=None, stderr=None)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(run(["info", "c.h5", "--verify"], self.folder).returncode, 0)

    def test_a_broken_digest_is_told(self):
        run([*SMALL, "-o", "a.h5"], self.folder)
        with h5py.File(Path(self.folder, "a.h5"), "r+") as file:
            file["label"][0, 0, 0] += 1
        self.assertEqual(run(["info", "a.h5"], self.folder).returncode, 0)
        done = run(["info", "a.h5", "--verify"], self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"digest", done.stderr)

    def test_only_regular_files_are_replaced(self):
        os.mkfifo(Path(self.folder, "pipe"))
        done = run([*SMALL, "--force", "-o", "pipe"], self.folder)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertTrue(Path(self.folder, "pipe").is_fifo())

    def test_a_link_is_followed(self):
        Path(self.folder, "real.h5").write_text("old")
        Path(self.folder, "link.h5").symlink_to("real.h5")
        self.assertEqual(run([*SMALL, "-o", "link.h5"], self.folder).returncode, 2)
        self.assertEqual(Path(self.folder, "real.h5").read_text(), "old")
        self.assertEqual(run([*SMALL, "--force", "-o", "link.h5"], self.folder).returncode, 0)
        self.assertTrue(Path(self.folder, "link.h5").is_symlink())
        with h5py.File(Path(self.folder, "real.h5")) as file:
            self.assertIn("label", file)

    def test_a_wrong_reproduce_makes_no_folder(self):
        for wrong in (["--backend", "abacus"], ["--threads", "0"], ["--resolution", "1"]):
            done = run(["reproduce", "fig8b", "-o", "new", *wrong], self.folder)
            self.assertEqual((done.returncode, done.stderr.count(b"\n")), (2, 1), done.stderr)
            self.assertEqual(self.files(), [])


if __name__ == "__main__":
    unittest.main()
