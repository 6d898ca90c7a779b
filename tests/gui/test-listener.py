#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that mean danger raise the banner with a question, and what they are about is offered as chips, through
the window alone. TAP.

    test-listener.py HEED HEEDCTL      HEED_SHOTS: a folder for pictures; HEED_SIZE, HEED_DARK: how they look
"""

import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, run_steps, until  # noqa: E402

CALM = "I waited seven months for an appointment. The waiting list is far too long."
DANGER = " He is diabetic, he hasn’t had his insulin and now he’s gone shaky and quiet."


class Test:
    def __init__(self, desktop):
        self.desktop = desktop

    def look(self, what):
        if os.environ.get("HEED_SHOTS"):
            Path(os.environ["HEED_SHOTS"]).mkdir(parents=True, exist_ok=True)
            self.desktop.picture(Path(os.environ["HEED_SHOTS"]) / f"{what}.png")

    def set_up(self):
        desktop = self.desktop
        desktop.find("button", "Explore with Sample Cases", 60).press()
        desktop.find("list item", re.compile("^My Day"), 60)
        desktop.keys("ctrl+n")
        self.words = desktop.find("text", "In their own words", 30)

    def suggests(self):
        self.words.write(CALM)
        chip = self.desktop.find("button", re.compile("^Waiting for care"), 30)
        assert "waiting" in chip.accessible.get_description(), chip.accessible.get_description()
        assert not self.desktop.has("label", re.compile("May need care now")), "a banner without a danger"
        self.look("chips")

    def warns(self):
        self.words.write(CALM + DANGER)
        self.desktop.find("label", re.compile("^May need care now. Ask: “.*”$"), 30)
        self.look("danger")

    def takes_chip(self):
        self.desktop.find("button", re.compile("^Waiting for care"), 30).press()
        until(lambda: not self.desktop.has("button", re.compile("^Waiting for care")), "the chip is gone")
        self.desktop.find("label", "Delay in getting care", 30)
        assert self.words.read() == CALM + DANGER, "what was typed has changed"
        self.look("taken")

    def calms_down(self):
        self.words.write(CALM)
        self.desktop.wait_gone("label", re.compile("May need care now"), 30)

    def run(self):
        return run_steps([
            ("the listening page opens", self.set_up),
            ("what the words are about is offered, with the reason", self.suggests),
            ("words that mean danger raise the banner with a question", self.warns),
            ("a chip makes an issue with its category, and leaves the words alone", self.takes_chip),
            ("the banner goes when the words do", self.calms_down),
        ], lambda: self.look("failed"))


def main():
    size = os.environ.get("HEED_SIZE", "1280x800")
    with Desktop(sys.argv[1], size=size, dark=bool(os.environ.get("HEED_DARK"))) as desktop:
        desktop.resize(*map(int, size.split("x")))
        return Test(desktop).run()


if __name__ == "__main__":
    sys.exit(main())
