#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A complaint acknowledged by letter through the windows alone: begun from the template, checked while
it is written, kept through a crash, recorded as sent with its exact text and the checksum of its
paper. TAP.

    test-letter.py HEED HEEDCTL      HEED_SHOTS: a folder for pictures of each step
"""

import hashlib
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, run_steps, until  # noqa: E402
from person import Person  # noqa: E402

EDITOR = "Text of the letter"
REASON = "We told her the rest by phone"


class Test:
    def __init__(self, desktop, heedctl):
        self.desktop, self.heedctl = desktop, heedctl
        self.person = Person(desktop)
        self.text = ""

    def ctl(self, *arguments):
        database = self.desktop.home / "data" / "heed" / "heed.db"
        return subprocess.run([self.heedctl, "--database", database, "--as", "Grace Hall", *arguments],
                              check=True, env=self.desktop.environment, capture_output=True, text=True).stdout

    def open_letter(self):
        """The first of the menu: the acknowledgement."""
        desktop = self.desktop
        desktop.find("button", "Acknowledge…")
        button = desktop.find("toggle button", "Letter")
        button.press()
        time.sleep(0.5)
        items = [node for node in desktop.root.walk() if node.matches("menu item", None)]
        items[0].press()
        return desktop.find("text", EDITOR)

    def begin(self):
        editor = self.open_letter()
        until(lambda: "Dear Amina," in editor.read(), "a letter from the template")
        self.person.look("letter")
        text = editor.read()
        assert "1. Not told of the new time" in text, text
        assert "[the date of the reply]" in text, text
        self.desktop.find(None, re.compile("^Needed in This Letter"))
        self.desktop.find(None, re.compile("parts are there"))

    def check(self):
        """What is written is looked over: a name that is nearly right, words that hurt, the answer to both."""
        desktop = self.desktop
        editor = desktop.find("text", EDITOR)
        text = editor.read().replace("[who looks into it]", "Ruth Bell")
        text = text.replace("Dear Amina,", "Dear Amima,\n\nI am sorry for any inconvenience.")
        editor.write(text)
        desktop.find(None, re.compile("Not as in the Case"))
        desktop.find(None, re.compile("“Amima”"))
        desktop.find(None, re.compile("inconvenience"))
        self.person.look("looked-over")
        editor.write(text.replace("Amima", "Amina").replace("I am sorry for any inconvenience.", "I am sorry."))
        desktop.wait_gone(None, re.compile("“Amima”"))
        self.text = editor.read()

    def crash(self):
        desktop = self.desktop
        time.sleep(2.5)
        desktop.kill()
        assert desktop.process.returncode == -signal.SIGKILL
        desktop.start_program()
        desktop.find("button", "Acknowledge…", 30)
        editor = self.open_letter()
        until(lambda: editor.read() == self.text, "the letter as it was before the crash")
        self.person.look("after-the-crash")

    def record(self):
        """Parts are missing: without a reason it is not recorded, with one it is."""
        desktop = self.desktop
        desktop.find("button", "Record as Sent…").press()
        desktop.find("dialog", "Record as Sent")
        desktop.find(None, "Not in the Letter Yet")
        self.person.look("record")
        desktop.find("button", "Record as Sent").press()
        time.sleep(1.5)
        assert desktop.has("dialog", "Record as Sent"), "it was recorded without a reason"
        desktop.find("text", re.compile("^Why it goes on without what is missing")).write(REASON)
        desktop.find("button", "Record as Sent").press()
        desktop.wait_gone("dialog", "Record as Sent")
        desktop.find("button", "Acknowledge…")
        self.person.look("recorded")

    def acknowledge(self):
        """How they were told is in the letter, and not asked for again."""
        desktop = self.desktop
        desktop.find("button", "Acknowledge…").press()
        desktop.find("dialog", "Acknowledge")
        assert not desktop.has("combo box", "How the person was told")
        self.person.look("acknowledge")
        desktop.keys("Escape")
        desktop.wait_gone("dialog", "Acknowledge")

    def prove(self):
        desktop = self.desktop
        desktop.keys("ctrl+q")
        code = desktop.process.wait(20)
        assert code == 0, f"Heed ended with {code}"
        reference = re.search(r'"reference"\s*:\s*"([^"]+)"', self.ctl("search", "Amina", "--json"))[1]
        acts = json.loads(self.ctl("show", reference, "--json"))["acts"]
        bodies = [act["body"] for act in acts if act["kind"] == "letter"]
        assert len(bodies) == 1, acts
        body = bodies[0]
        assert body["text"] == self.text, (body["text"], self.text)
        assert body["passed_reason"] == REASON and body["missing"], body
        own, pdf = desktop.home / "letter.txt", desktop.home / "letter.pdf"
        own.write_text(body["text"], encoding="utf-8")
        self.ctl("letter", reference, "acknowledgement", str(own), "--pdf", str(pdf))
        assert hashlib.sha256(pdf.read_bytes()).hexdigest() == body["pdf_sha256"]
        shown = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
        assert "Elm Road Surgery" in shown and "Not told of the new time" in shown, shown
        self.ctl("verify")

    def check_messages(self):
        assert not self.desktop.warnings(), self.desktop.warnings()

    def run(self):
        steps = [("the first run", self.person.set_up), ("log", self.person.log),
                 ("a letter from the template", self.begin), ("it is looked over", self.check),
                 ("it survives a crash", self.crash), ("recorded as sent", self.record),
                 ("the next step takes it", self.acknowledge), ("what the ledger holds", self.prove),
                 ("no warnings", self.check_messages)]
        return run_steps(steps, lambda: self.person.look("failed"))


def main():
    program, heedctl = sys.argv[1:3]
    with Desktop(program) as desktop:
        return Test(desktop, heedctl).run()


if __name__ == "__main__":
    sys.exit(main())
