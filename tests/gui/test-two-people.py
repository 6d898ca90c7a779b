#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people and one case: what somebody else does meanwhile is shown fact by fact before it is
overwritten, is seen without asking for it, and what one did oneself can be undone. TAP.

    test-two-people.py HEED HEEDCTL
"""

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, HeedCtl, run_steps, until  # noqa: E402

ME, OTHER, THIRD = "Grace Hall", "Sam Ward", "Ada Okafor"


class Test:
    def __init__(self, desktop, other, reference):
        self.desktop, self.other, self.reference = desktop, other, reference

    def owner(self):
        return self.other.show(self.reference)["owner"]

    def open_case(self):
        desktop = self.desktop
        desktop.find("list item", re.compile("My Day"), 30)
        desktop.keys("ctrl+f")
        desktop.type(self.reference)
        desktop.keys("Return")
        # It is nothing for today: the way on is to search all.
        until(lambda: desktop.find("button", "Search All Cases").has_state("FOCUSED"),
              "the way to all cases")
        desktop.keys("Return")
        desktop.find("table row", re.compile("Amina"))
        desktop.keys("ctrl+f", "Return")
        until(lambda: any(node.has_state("FOCUSED") for node in desktop.root.walk()
                          if node.role == "table row"), "the case found to have the focus")
        desktop.keys("Return")
        desktop.find("label", "Timeline")

    def begin_to_assign(self, owner):
        desktop = self.desktop
        desktop.find("button", "Assign…").press()
        desktop.find("dialog", "Assign")
        desktop.find("text", re.compile("^Who")).write(owner)

    def meet(self):
        desktop = self.desktop
        self.begin_to_assign(ME)
        self.other.act(self.reference, "assign", owner=OTHER)
        desktop.find("button", "Assign").press()
        desktop.find(None, "Somebody Else Changed This Too")
        desktop.find("label", re.compile(f"{OTHER}: {OTHER}\nYou: {ME}"))
        assert self.owner() == OTHER
        desktop.find("button", "Keep Mine").press()
        until(lambda: self.owner() == ME, "one's own change to stand")

    def undo(self):
        self.desktop.find("button", "Undo").press()
        until(lambda: self.owner() == OTHER, "the owner from before")

    def give_way(self):
        desktop = self.desktop
        self.begin_to_assign(ME)
        self.other.act(self.reference, "assign", owner=THIRD)
        desktop.find("button", "Assign").press()
        desktop.find("button", "Keep Theirs").press()
        desktop.wait_gone("dialog", "Assign")
        assert self.owner() == THIRD

    def notice(self):
        self.other.act(self.reference, "note", text="They rang again about the letter.")
        self.desktop.find("label", "They rang again about the letter.", 20)
        self.desktop.find("label", THIRD)

    def check_messages(self):
        self.desktop.keys("ctrl+q")
        assert self.desktop.process.wait(20) == 0
        assert not self.desktop.warnings(), self.desktop.warnings()
        self.other.run("verify")

    def run(self):
        return run_steps([
            ("Enter in the search goes to the case", self.open_case),
            ("what somebody else entered meanwhile is shown beside one's own", self.meet),
            ("undo", self.undo),
            ("theirs is kept", self.give_way),
            ("what somebody else does is seen", self.notice),
            ("no warnings", self.check_messages),
        ])


def main():
    program, heedctl = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "heed.db"
        other = HeedCtl(heedctl, database, OTHER)
        reference = other.log(words="The letter never came.", person={"name": "Amina"},
                              profile="england-nhs")
        with Desktop(program, ["--database", str(database), "--as", ME], size="1500x900") as desktop:
            desktop.maximize()     # beside the guide, “Assign…” has room from 1110 pixels on
            return Test(desktop, other, reference).run()


if __name__ == "__main__":
    sys.exit(main())
