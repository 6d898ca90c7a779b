#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An export through the windows: what is asked, what is refused, and the file read back. TAP.

    test-export.py HEED HEEDCTL      HEED_SHOTS: a folder for pictures of each step
"""

import csv
import json
import os
import re
import subprocess
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, until  # noqa: E402

HEED, HEEDCTL = sys.argv[1:3]


class Person:
    def __init__(self, desktop):
        self.desktop = desktop
        self.out = Path(desktop.home) / "out"
        self.out.mkdir()
        self.shots = os.environ.get("HEED_SHOTS")

    def look(self, what):
        if self.shots:
            Path(self.shots).mkdir(parents=True, exist_ok=True)
            self.desktop.picture(Path(self.shots) / f"{what}.png")

    def open_dialog(self):
        self.desktop.keys("ctrl+e")
        self.desktop.find("combo box", "What")
        time.sleep(0.5)

    def save(self, name):
        """chooses a place in the file dialog"""
        self.desktop.find("button", "Export…").press()
        # GTK's own file dialog, with the keyboard in the name; its entry has no name to be found by.
        self.desktop.find("button", "Export")
        time.sleep(0.5)
        self.desktop.keys("ctrl+a")
        self.desktop.type(str(self.out / name))
        self.desktop.keys("Return")
        until(lambda: (self.out / name).exists(), f"{name} to be written", 30)
        self.desktop.wait_gone("combo box", "What")

    def ledger(self):
        database = next(Path(self.desktop.home).rglob("*.db"), None)
        text = subprocess.run([HEEDCTL, "-d", str(database), "exports", "--json"], capture_output=True, text=True,
                              check=True).stdout
        return json.loads(text)


def export_names_nobody(person):
    person.open_dialog()
    person.look("dialog")
    person.desktop.choose("File", "CSV")
    person.save("cases.csv")
    person.desktop.find("button", "Open Folder")
    person.look("done")
    with open(person.out / "cases.csv", encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    assert rows and "Name" not in rows[0] and rows[0]["Reference"] == "1", rows[:1]
    assert re.fullmatch(r"\d{4}", rows[0]["Received"]), rows[0]
    about = json.loads((person.out / "cases.csv.about.json").read_text())
    assert about["rows-written"] == len(rows) and about["identifiable"] is False
    assert person.ledger()[0]["export"] == about["export"]


def export_that_shows_people_needs_a_reason(person):
    desktop = person.desktop
    person.open_dialog()
    desktop.choose("What", "All Cases")
    desktop.choose("File", "CSV")
    desktop.tab_to(None, "Show Who People Are")
    desktop.keys("space")
    desktop.find("button", "Export…").press()
    desktop.find(None, re.compile("needs a reason"))
    person.look("refused")
    desktop.find("text", re.compile("^Reason")).write("Asked for by the board")
    person.save("people.csv")
    with open(person.out / "people.csv", encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    assert len(rows) > 40 and any(row["Name"] for row in rows), rows[:1]
    assert person.ledger()[0]["reason"] == "Asked for by the board"


def a_report_is_a_pdf(person):
    person.open_dialog()
    person.desktop.choose("What", "Complaints: Annual Report")
    person.look("report")
    person.save("annual.pdf")
    text = subprocess.run(["pdftotext", "-layout", str(person.out / "annual.pdf"), "-"], capture_output=True,
                          text=True, check=True).stdout
    assert "Complaints: Annual Report" in text and "Page 1 of" in text, text[:500]


def main():
    steps = [export_names_nobody, export_that_shows_people_needs_a_reason, a_report_is_a_pdf]
    print(f"1..{len(steps)}")
    failed = 0
    size, dark = os.environ.get("HEED_SIZE", "1280x800"), bool(os.environ.get("HEED_DARK"))
    with Desktop(HEED, size=size, dark=dark) as desktop:
        desktop.find("button", "Explore with Sample Cases")
        desktop.resize(*map(int, size.split("x")))
        desktop.find("button", "Explore with Sample Cases").press()
        desktop.find("list item", re.compile("My Day"), 30) if size == "1280x800" else time.sleep(4)
        desktop.keys("alt+6")
        time.sleep(1)
        person = Person(desktop)
        for number, step in enumerate(steps, 1):
            name = step.__name__.replace("_", " ")
            try:
                step(person)
                print(f"ok {number} - {name}", flush=True)
            except Exception:
                failed += 1
                person.look("failed")
                print(f"not ok {number} - {name}", flush=True)
                for line in traceback.format_exc().splitlines():
                    print("#", line[:500])
                break
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
