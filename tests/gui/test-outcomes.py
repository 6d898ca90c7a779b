#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Outcomes page through the windows: from a closed case to the number, from the number back to
its cases, notes, the same as a table. TAP.

    test-outcomes.py HEED HEEDCTL
"""

import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, HeedCtl, run_steps, until  # noqa: E402

NOW = "2026-11-24T10:00"


def fill(program, database):
    """Eight months, three answered complaints in each; in March none is answered in time."""
    for month in range(3, 11):
        for number in range(3):
            ctl = HeedCtl(program, database, "Joanna Pryce")

            def at(day, hour, *arguments, body):
                ctl.run("--now", f"2026-{month:02}-{day:02}T{hour:02}:00", *arguments, body=body)
            ctl.command += ["--now", f"2026-{month:02}-02T09:00"]
            reference = ctl.log(words="Nobody told us.", person={"name": f"Person {month}-{number}"},
                                type="complaint", place="Ward 4",
                                issues=[{"text": "Not told", "category": "communication.absent",
                                         "severity": 2, "place": "Ward 4"}])
            late = month == 3
            at(3, 9, "act", reference, "acknowledge", "-", body={
                "how": "phone", "plan": "Ask", "owner": "Joanna Pryce", "agreed": True,
                "reply_by": f"2026-{month:02}-{10 if late else 25}", "safety": "no-one", "reference_given": True})
            at(20, 9, "act", reference, "find", "-", body={"issue": 1, "finding": "upheld", "evidence": "Notes"})
            at(20, 9, "act", reference, "resolve", "-", body={"how": "letter", "text": "Sorry", "apology": "given"})
            at(20, 10, "act", reference, "close", "-", body={"next_step_told": True, "no_learning_reason": "x"})


class Page:
    def __init__(self, desktop):
        self.desktop = desktop

    def label(self, pattern):
        return self.desktop.find("label", re.compile(pattern))

    def go_to_chart(self):
        self.desktop.tab_to("image", "Chart")

    def opens(self):
        self.desktop.maximize()
        self.desktop.find("list item", "Outcomes")
        self.desktop.keys("alt+9")
        self.desktop.find("toggle button", re.compile(r"Answered in time: 88 %"))
        self.desktop.find("toggle button", re.compile(r"Reopened: 0 %"))
        self.label(r"^December 2024 to|^November 2024 to October 2026$")
        self.label(r"p chart")

    def tile_picks_the_chart(self):
        self.desktop.find("toggle button", re.compile(r"Acknowledged in time")).press()
        self.desktop.find("heading", "Acknowledged in time, by month")
        self.desktop.find("toggle button", re.compile(r"Answered in time")).press()
        self.desktop.find("heading", "Answered in time, by month")

    def keys_go_from_point_to_point(self):
        self.go_to_chart()
        self.desktop.keys("Home")
        self.label(r"^March 2026: 0 % \(0 of 3\)")
        self.desktop.keys("Right")
        self.label(r"^April 2026: 100 % \(3 of 3\)")
        self.desktop.keys("Home")

    def a_note_stays(self):
        self.desktop.find("button", "Note…").press()
        self.desktop.find("text", "Note").write("Two wards shut")
        self.desktop.find("button", "Keep").press()
        self.desktop.wait_gone("button", "Keep")
        time.sleep(0.5)
        self.go_to_chart()
        self.desktop.keys("Home")
        self.label(r"Two wards shut")

    def the_same_as_a_table(self):
        self.desktop.find("toggle button", "Table").press()
        self.label(r"^March 2026$")
        self.label(r"^0 of 3")
        self.desktop.find("toggle button", "Table").press()
        self.desktop.find("image", "Chart")

    def a_number_leads_to_its_cases(self):
        self.go_to_chart()
        self.desktop.keys("Home", "Return")
        self.desktop.find("button", "Answered in time, March 2026")
        until(lambda: self.desktop.has("label", re.compile("^3 cases")), "three cases")
        self.desktop.find("button", "Answered in time, March 2026").press()
        self.desktop.wait_gone("button", "Answered in time, March 2026")

    def a_cell_leads_to_its_cases(self):
        self.desktop.keys("alt+9")
        button = self.desktop.find("button", re.compile(r"Communication, Ward 4: 24 issues"))
        button.press()
        self.desktop.find("button", "Communication, Ward 4")
        until(lambda: self.desktop.has("label", re.compile("^24 cases")), "the cases of the cell")

    def what_is_shown_can_be_exported(self):
        """the report of the page's period and service, read back by another program"""
        out = Path(self.desktop.home) / "outcomes.pdf"
        self.desktop.keys("alt+9")
        self.desktop.find("toggle button", re.compile(r"Answered in time: 88 %"))
        self.desktop.tab_to("toggle button", "Export")
        self.desktop.keys("space")
        time.sleep(0.5)
        self.desktop.keys("Return")
        self.desktop.find("combo box", "What")
        self.desktop.find("button", "Export…").press()
        self.desktop.find("button", "Export")       # of the file dialog, whose entry has no name
        time.sleep(0.5)
        self.desktop.keys("ctrl+a")
        self.desktop.type(str(out))
        self.desktop.keys("Return")
        until(out.exists, "the report to be written", 30)
        self.desktop.wait_gone("combo box", "What")
        text = subprocess.run(["pdftotext", "-layout", str(out), "-"], capture_output=True, text=True, check=True).stdout
        text = unicodedata.normalize("NFKC", text)
        for part in ("Complaints: Outcomes", "Fri 1 Nov 2024 to Sat 31 Oct 2026", "There is no chart", "Average 12"):
            assert part in text, (part, text)
        # three were late, which is few enough to tell about somebody: by default they are not shown
        assert re.search(r"Answered in time\s+per cent\s+not shown\s+24", text), text

    def nothing_was_complained_of(self):
        assert self.desktop.warnings() == [], self.desktop.warnings()


def main():
    heed, heedctl = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "heed.db"
        fill(heedctl, database)
        with Desktop(heed, ["--database", str(database), "--as", "Joanna Pryce", "--now", NOW],
                     size="1280x1300") as desktop:
            page = Page(desktop)
            return run_steps([
                ("the page counts what was closed", page.opens),
                ("a tile picks the chart", page.tile_picks_the_chart),
                ("keys go from point to point", page.keys_go_from_point_to_point),
                ("a note stays beside its point", page.a_note_stays),
                ("the chart can be read as a table", page.the_same_as_a_table),
                ("a number leads to its cases", page.a_number_leads_to_its_cases),
                ("a cell of the heat map leads to its cases", page.a_cell_leads_to_its_cases),
                ("what is shown can be exported", page.what_is_shown_can_be_exported),
                ("no warnings", page.nothing_was_complained_of),
            ])


sys.exit(main())
