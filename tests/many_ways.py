"""One request, many ways to the same file: what every kind of sweep has to show."""
import signal
import subprocess
import time

from tauroa_testing import BINARY, SANITIZED


class ManyWays:
    """Tests for a Case of theirs, which gives `request`, the command's words without -o, and leaves `expected`, its file."""
    request = []

    def setUp(self):
        super().setUp()
        self.ok(*self.request, "-o", "expected.h5")
        self.expected = self.folder / "expected.h5"

    def test_threads_backends_instruction_sets_and_parts_make_the_same_file(self):
        for name, how in {"one": ["--threads", "1"], "three": ["--threads", "3"],
                          "reference": ["--backend", "reference"]}.items():
            self.ok(*self.request, *how, "-o", f"{name}.h5")
            self.assert_same_data(self.folder / f"{name}.h5", self.expected)
        self.ok(*self.request, "-o", "scalar.h5", TAUROA_INSTRUCTION_SET="scalar")
        self.assert_same_data(self.folder / "scalar.h5", self.expected)
        for part in ("1/3", "2/3", "3/3"):
            self.ok(*self.request, "--shard", part, "-o", part[0])
        self.ok("merge", "3", "1", "2", "-o", "merged.h5")
        self.assert_same_data(self.folder / "merged.h5", self.expected)

    def test_resumed_after_kills_it_is_the_same_file(self):
        kills = 0
        while not (self.folder / "k.h5").exists():
            process = subprocess.Popen([BINARY, *self.request, "-o", "k.h5", "--resume"], cwd=self.folder,
                                       stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.05 + (0.5 if SANITIZED else 0.03) * kills)
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += process.returncode == -signal.SIGKILL
        self.assertGreater(kills, 0)
        self.ok(*self.request, "-o", "k.h5", "--resume")
        self.assert_same_data(self.folder / "k.h5", self.expected)

    def test_its_own_toml_makes_the_same_file(self):
        (self.folder / "c.toml").write_text(self.ok("info", "expected.h5", "--toml").out)
        self.ok("sweep", "--config", "c.toml", "-o", "again.h5")
        self.assert_same_data(self.folder / "again.h5", self.expected)

    def refuse_others(self, changes, *, left_out, named):
        """The file is none of requests with one option changed, nor of the one without some options."""
        words = list(zip(["", *self.request], self.request))  # with the word before each
        for option, value in changes.items():
            changed = [value if before == option else word for before, word in words]
            self.refused(*changed, "-o", "expected.h5", "--resume", named=value)
        without = [word for before, word in words if not {before, word} & left_out]
        self.refused(*without, "-o", "expected.h5", "--resume", named=named)
