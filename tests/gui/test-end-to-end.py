#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One complaint from the first start to the closed case, through the windows alone, and what was
typed before a crash. TAP.

    test-end-to-end.py HEED HEEDCTL      HEED_SHOTS: a folder for pictures of each step
"""

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, run_steps, until  # noqa: E402
from person import WORDS, Person  # noqa: E402

UNSENT = "The ward was so loud that my mother could not sleep."
ACTS = ["log", "listened", "acknowledge", "find", "resolve", "close"]


def strings(value):
    """All strings in a JSON value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


class Test:
    def __init__(self, desktop, heedctl):
        self.desktop, self.heedctl = desktop, heedctl
        self.person = Person(desktop)

    def ctl(self, *arguments):
        database = self.desktop.home / "data" / "heed" / "heed.db"
        return subprocess.run([self.heedctl, "--database", database, *arguments], check=True,
                              env=self.desktop.environment, capture_output=True, text=True).stdout

    def quit(self):
        self.desktop.keys("ctrl+q")
        code = self.desktop.process.wait(20)
        assert code == 0, f"Heed ended with {code}"

    def check_case(self):
        self.quit()
        queue = self.ctl("search", "Amina", "--json")
        reference = re.search(r'"reference"\s*:\s*"([^"]+)"', queue)[1]
        text = self.ctl("show", reference, "--json")
        case = json.loads(text)
        assert WORDS in strings(case), text
        assert "closed" in strings(case), text
        kinds = [kind for kind in re.findall(r'"kind"\s*:\s*"([^"]+)"', text) if kind in ACTS]
        assert kinds == ACTS, text
        self.ctl("verify")

    def crash(self):
        desktop = self.desktop
        desktop.start_program()
        desktop.find("list item", re.compile("^My Day"), 30)
        self.person.begin_listening().write(UNSENT)
        time.sleep(2.5)
        desktop.kill()
        assert desktop.process.returncode == -signal.SIGKILL
        desktop.start_program()
        desktop.find("list item", re.compile("^My Day"), 30)
        words = self.person.begin_listening()
        until(lambda: words.read() == UNSENT, "the words typed before the crash")
        self.person.look("after-the-crash")
        self.quit()

    def check_messages(self):
        assert not self.desktop.warnings(), self.desktop.warnings()

    def run(self):
        steps = [("the first run", self.person.set_up), ("log", self.person.log),
                 ("acknowledge", self.person.acknowledge), ("a finding", self.person.find),
                 ("resolution", self.person.resolve), ("close", self.person.close),
                 ("what the ledger holds", self.check_case),
                 ("words survive a crash", self.crash), ("no warnings", self.check_messages)]
        return run_steps(steps, lambda: self.person.look("failed"))


def main():
    program, heedctl = sys.argv[1:3]
    with Desktop(program) as desktop:
        return Test(desktop, heedctl).run()


if __name__ == "__main__":
    sys.exit(main())
