#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Heed with a file that it cannot open: the window says why and offers a way on, and the file
stays as it was. TAP.

    test-bad-files.py HEED HEEDCTL [CASE]
"""

import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, HeedCtl  # noqa: E402


def cut(path):
    path.write_bytes(path.read_bytes()[:path.stat().st_size // 2])


def make_newer(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.close()


def write_text(path):
    path.write_text("Dear Sir or Madam, " * 200)


CASES = {
    "damaged": (cut, "damaged"),
    "newer": (make_newer, "newer Heed"),
    "no database": (write_text, "not a Heed file"),
}


def check(program, heedctl, name):
    spoil, words = CASES[name]
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "heed.db"
        HeedCtl(heedctl, database, "Sam Ward").log(words="The letter never came.",
                                                   person={"name": "Amina"},
                                                   profile="england-nhs")
        spoil(database)
        before = database.read_bytes()
        with Desktop(program, ["--database", str(database), "--as", "Grace Hall"]) as desktop:
            desktop.find("label", re.compile(words), 30)
            desktop.find("button", "Open Another File…")
            desktop.find("button", "Try Again").press()
            desktop.find("label", re.compile(words), 30)
            desktop.keys("ctrl+q")
            assert desktop.process.wait(20) == 0
            assert not desktop.warnings(), desktop.warnings()
        assert database.read_bytes() == before, "the file was changed"


def main():
    program, heedctl, *name = sys.argv[1:]
    if name:
        check(program, heedctl, name[0])
        return 0
    failed = False
    print(f"1..{len(CASES)}", flush=True)
    for number, case in enumerate(CASES, 1):
        # A process each: libatspi stays with the first bus that it met.
        done = subprocess.run([sys.executable, __file__, program, heedctl, case], check=False)
        print(f"{'not ok' if done.returncode else 'ok'} {number} - {case}", flush=True)
        failed = failed or done.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
