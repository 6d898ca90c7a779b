#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills heedctl with SIGKILL at random moments while it logs and works cases, and checks that no
confirmed act is lost, none is half there, and the ledger still verifies. TAP.

HEED_TEST_CYCLES sets how often (100), HEED_TEST_SEED repeats a run.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CYCLES = int(os.environ.get("HEED_TEST_CYCLES", "100"))
SEED = int(os.environ.get("HEED_TEST_SEED", str(random.randrange(1 << 30))))
LINES_A_CYCLE = 400


def line(number):
    """Each line carries an operation id of its own, so that it can be asked for afterwards."""
    return json.dumps({"id": f"00000000-0000-4000-8000-{number:012d}", "profile": "clinic",
                       "words": f"Nobody rang us back, call {number}.", "anonymous": True,
                       "issues": [{"text": "No call back", "category": "communication"}]})


class Register:
    def __init__(self, program, folder):
        self.command = [program, "--database", str(folder / "heed.db"), "--as", "Kill Test"]

    def run(self, *arguments, **options):
        return subprocess.run([*self.command, *arguments], capture_output=True, text=True,
                              check=False, **options)

    def log_until_killed(self, first, delay):
        """Returns the references that were confirmed before the kill."""
        text = "".join(line(first + i) + "\n" for i in range(LINES_A_CYCLE))
        source = tempfile.TemporaryFile("w+")
        source.write(text)
        source.seek(0)
        process = subprocess.Popen([*self.command, "log", "-"], stdin=source,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        confirmed = process.communicate()[0].decode().splitlines(keepends=True)
        return [reference.strip() for reference in confirmed if reference.endswith("\n")]


def main():
    program = sys.argv[1]
    print("1..3", flush=True)
    print(f"# seed {SEED}, {CYCLES} cycles", flush=True)
    rng = random.Random(SEED)
    confirmed, broken = [], []
    with tempfile.TemporaryDirectory(prefix="heed-kill-") as folder:
        register = Register(program, Path(folder))
        register.run("log", "-", input=line(0))
        for cycle in range(CYCLES):
            confirmed += register.log_until_killed(1 + cycle * LINES_A_CYCLE,
                                                   rng.uniform(0.005, 0.25))
            if cycle % 10 == 9:
                verdict = register.run("verify")
                if verdict.returncode != 0:
                    broken.append((cycle, verdict.stdout + verdict.stderr))
        answer = register.run("queue", "--limit", str(10 * CYCLES * LINES_A_CYCLE), "--json")
        known = {row["reference"] for row in json.loads(answer.stdout)}
        lost = [reference for reference in confirmed if reference not in known]
        numbers = sorted(int(reference.split("-")[-1]) for reference in known)
    print(f"# {len(confirmed)} acts confirmed, {len(known)} cases found")
    print("ok" if confirmed and not lost else "not ok", "1 - no confirmed act is lost", lost[:5])
    print("ok" if not broken else "not ok", "2 - the ledger verifies after each kill", broken[:2])
    gap_free = numbers == list(range(1, len(numbers) + 1))
    print("ok" if gap_free else "not ok", "3 - references are unique and without gaps")
    return 0 if confirmed and not lost and not broken and gap_free else 1


if __name__ == "__main__":
    sys.exit(main())
