#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of a page of the real program, with sample cases, light and dark, wide and narrow.

    shot.py PAGE [FOLDER]     PAGE: welcome, my-day, queue, case, letter, listen, guidance, actions,
                              feedback-review, outcomes, or all
"""

import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, NotThere  # noqa: E402

PAGES = ("welcome", "my-day", "queue", "case", "letter", "listen", "guidance", "actions",
         "feedback-review", "outcomes")
SIZES = ("1280x800", "420x800")
KEYS = {"queue": "alt+6", "case": "alt+6", "letter": "alt+6", "listen": "ctrl+n", "guidance": "ctrl+n",
        "actions": "alt+7", "feedback-review": "alt+8", "outcomes": "alt+9"}


def write_reply(desktop):
    """From the case to the letter that answers it: the fourth of the menu."""
    time.sleep(1)
    desktop.find("button", "Letter")
    letter = [node for node in desktop.root.walk() if node.matches("toggle button", "Letter")]
    letter[-1].press()
    time.sleep(0.5)
    desktop.keys("Down", "Down", "Down", "Return")
    time.sleep(2)


def open_case(desktop, name):
    """Enter in the search goes to the first case that it found, Enter there opens it."""
    desktop.keys("ctrl+f")
    desktop.type(name)
    time.sleep(2)
    desktop.keys("Return")
    time.sleep(1)
    desktop.keys("Return")
    desktop.find("button", "Note", 30)


def show_guide(desktop):
    """The guide beside the words, over them where the window is narrow."""
    desktop.find("text", "In their own words").write("She waited four hours in pain, and nobody came.")
    if not desktop.has("list", "Listen"):
        desktop.keys("F9")


def go_to(desktop, page):
    start = desktop.find("button", "Explore with Sample Cases", 60)
    if page == "welcome":
        return
    time.sleep(1)
    start.press()
    desktop.wait_gone("button", "Explore with Sample Cases", 120)
    time.sleep(3)
    if page in KEYS:
        desktop.keys(KEYS[page])
    if page in ("case", "letter"):
        open_case(desktop, "Amina" if page == "case" else "Okonkwo")
    if page == "letter":
        write_reply(desktop)
    if page == "guidance":
        show_guide(desktop)
    time.sleep(2)


def take(page, size, shade, path):
    program = os.environ.get("HEED_PROGRAM", "build/src/desktop/heed")
    with Desktop(program, size=size, dark=shade == "dark") as desktop:
        desktop.resize(*map(int, size.split("x")))
        desktop.maximize()
        go_to(desktop, page)
        desktop.picture(path)


def main():
    if len(sys.argv) == 5:
        take(*sys.argv[1:])
        return 0
    if len(sys.argv) < 2 or sys.argv[1] not in PAGES + ("all",):
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "shots")
    folder.mkdir(parents=True, exist_ok=True)
    for page in PAGES if sys.argv[1] == "all" else (sys.argv[1],):
        for size in SIZES:
            for shade in ("light", "dark"):
                # A process each: libatspi stays with the first bus that it met.
                path = folder / f"{page}-{size}-{shade}.png"
                subprocess.run([sys.executable, __file__, page, size, shade, str(path)], check=True)
                print(path)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NotThere as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
