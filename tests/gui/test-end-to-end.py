#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One complaint from the first start to the closed case, through the windows alone, and what was
typed before a crash. TAP.

    test-end-to-end.py HEED HEEDCTL      HEED_SHOTS: a folder for pictures of each step
"""

import datetime
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, run_steps, until  # noqa: E402

WORDS = "Nobody told me the appointment was moved.\nI waited two hours – in pain."
UNSENT = "The ward was so loud that my mother could not sleep."
PLAN = "Ask the desk and the clinic, then ring back."
ACTS = ["log", "listened", "acknowledge", "find", "resolve", "close"]


def strings(value):
    """All strings in a JSON value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


class Person:
    """What somebody at the desk does."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.shots = os.environ.get("HEED_SHOTS")
        self.n_shots = 0

    def look(self, what):
        if self.shots:
            self.n_shots += 1
            Path(self.shots).mkdir(parents=True, exist_ok=True)
            self.desktop.picture(Path(self.shots) / f"{self.n_shots:02}-{what}.png")

    def set_up(self):
        desktop = self.desktop
        desktop.find("button", "Start")
        desktop.maximize()
        desktop.find("text", "Your Name").write("Grace Hall")
        desktop.find("text", "Organisation").write("Elm Road Surgery")
        desktop.choose("Rules to Follow", "England")
        self.look("welcome")
        desktop.find("button", "Start").press()
        desktop.find("list item", "My Day", 30)
        self.look("my-day")

    def begin_listening(self):
        self.desktop.keys("ctrl+n")
        return self.desktop.find("text", "In their own words")

    def log(self):
        desktop = self.desktop
        self.begin_listening().write(WORDS)
        desktop.find("text", "Likes to be called").write("Amina")
        desktop.find("text", "How to reach them").write("07700 900123")
        desktop.tab_to("radio button", re.compile("Worried|^$"))
        desktop.find("radio button", "Very upset").press()
        desktop.find("button", "Add Issue").press()
        desktop.find("text", "What it is about").write("Not told of the new time")
        desktop.choose("Category", "Communication")
        desktop.choose("Is anyone at risk now?", "No one")
        desktop.tab_to("check box", "They have a reference and your name")
        desktop.keys("space")
        self.look("listen")
        desktop.find("button", "Log Complaint").press()
        desktop.find("button", "Acknowledge…")
        self.look("logged")

    def dialog(self, name):
        return self.desktop.find("dialog", name)

    def do_step(self, title, button):
        self.look(title.lower().replace(" ", "-"))
        self.desktop.find("button", button).press()
        self.desktop.wait_gone("dialog", title)

    def acknowledge(self):
        desktop = self.desktop
        desktop.find("button", "Acknowledge…").press()
        self.dialog("Acknowledge")
        desktop.choose("How the person was told", "")
        desktop.find("text", "A plan").write(PLAN)
        desktop.find("text", "Who will look into it").write("Grace Hall")
        reply = datetime.date.today() + datetime.timedelta(days=20)
        desktop.find("text", re.compile("^A date for the reply")).write(reply.isoformat())
        self.do_step("Acknowledge", "Acknowledge")

    def find(self):
        desktop = self.desktop
        desktop.find("toggle button", "Issue Menu").press()
        self.look("issue-menu")
        # Record Finding… is the first; GTK gives the items of a menu no names.
        next(node for node in desktop.root.walk() if node.matches("menu item", None)).press()
        self.dialog("Record a Finding")
        desktop.choose("A finding", "Upheld")
        desktop.find("text", "What the finding rests on").write("The log of letters sent.")
        self.do_step("Record a Finding", "Record Finding")

    def resolve(self):
        desktop = self.desktop
        desktop.find("button", "Record Resolution…").press()
        self.dialog("Record Resolution")
        desktop.choose("How the person was told", "")
        desktop.find("text", "A few words about it").write("Told why, and said sorry.")
        desktop.choose("Whether an apology was given", "")
        self.do_step("Record Resolution", "Record Resolution")

    def close(self):
        desktop = self.desktop
        desktop.find("button", re.compile("^Close( Case)?…")).press()
        self.dialog("Close the Case")
        desktop.tab_to("check box", "That the person was told what they can do next")
        desktop.keys("space")
        desktop.find("text", "A learning action, or the reason why there is none").write(
            "Letters are checked each morning.")
        self.do_step("Close the Case", "Close Case")
        desktop.find("button", "Reopen…")
        self.look("closed")


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
        desktop.find("list item", "My Day", 30)
        self.person.begin_listening().write(UNSENT)
        time.sleep(2.5)
        desktop.kill()
        assert desktop.process.returncode == -signal.SIGKILL
        desktop.start_program()
        desktop.find("list item", "My Day", 30)
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
