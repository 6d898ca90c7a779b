#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of a page of the real program, with sample cases, light and dark, wide and narrow.

    shot.py PAGE [FOLDER]     PAGE: welcome, my-day, queue, case, letter, listen, actions, feedback-review, or all
"""

import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, NotThere  # noqa: E402

PAGES = ("welcome", "my-day", "queue", "case", "letter", "listen", "actions", "feedback-review")
SIZES = ("1280x800", "420x800")


def write_reply(desktop):
    """From the case to the letter that answers it: the fourth of the menu."""
    time.sleep(1)
    desktop.find("button", "Letter")
    letter = [node for node in desktop.root.walk() if node.matches("toggle button", "Letter")]
    letter[-1].press()
    time.sleep(0.5)
    desktop.keys("Down", "Down", "Down", "Return")
    time.sleep(2)


def go_to(desktop, page):
    start = desktop.find("button", "Explore with Sample Cases")
    if page == "welcome":
        return
    time.sleep(1)
    start.press()
    desktop.wait_gone("button", "Explore with Sample Cases", seconds=60)
    time.sleep(3)
    if page == "listen":
        desktop.keys("ctrl+n")
    elif page in ("actions", "feedback-review"):
        desktop.keys("alt+7" if page == "actions" else "alt+8")
    elif page in ("queue", "case", "letter"):
        desktop.keys("alt+6")
    if page in ("case", "letter"):
        desktop.keys("ctrl+f")
        desktop.type("Amina" if page == "case" else "Okonkwo")
        time.sleep(1)
        desktop.keys("Return")
        time.sleep(1)
        desktop.keys("Return")
    if page == "letter":
        write_reply(desktop)
    time.sleep(1)


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
