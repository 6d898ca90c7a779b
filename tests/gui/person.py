# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody at the desk does in the windows, step by step, from the first run to a closed case.
With HEED_SHOTS a picture of each step is put into that folder."""

import datetime
import os
import re
from pathlib import Path

WORDS = "Nobody told me the appointment was moved.\nI waited two hours – in pain."
PLAN = "Ask the desk and the clinic, then ring back."


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
        desktop.find("list item", re.compile("^My Day"), 30)
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
        desktop.find("radio button", "Very upset", which=0).press()
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

    def finish_listening(self):
        desktop = self.desktop
        desktop.find("button", "Finish Listening…").press()
        self.dialog("Finish Listening")
        desktop.choose("Whether someone is at risk now", "No one")
        desktop.tab_to("check box", "That the person was given the reference")
        desktop.keys("space")
        self.do_step("Finish Listening", "Finish Listening")

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
        # Who gave no name cannot be asked how it went.
        desktop.find("button", re.compile("^(Record Feedback|Reopen)…"))
        self.look("closed")
