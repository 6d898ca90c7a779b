#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of a page of the real program, with sample cases, light and dark, wide and narrow.

    shot.py PAGE [FOLDER]     PAGE: welcome, my-day, queue, case, listen, or all
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, NotThere  # noqa: E402

PAGES = ("welcome", "my-day", "queue", "case", "listen")
SIZES = ("1280x800", "420x800")


def open_queue(desktop):
    """Narrow windows start at the content: the sidebar is one step back."""
    desktop.find(None, "All Cases").press() if desktop.has("list item", "All Cases") else None


def go_to(desktop, page):
    if page == "welcome":
        desktop.find("button", "Explore with Sample Cases")
        return
    desktop.find("button", "Explore with Sample Cases").press()
    desktop.find("button", "Log Complaint", 30)
    if page == "listen":
        desktop.keys("ctrl+n")
    elif page in ("queue", "case"):
        desktop.keys("alt+6")
    if page == "case":
        desktop.keys("ctrl+f")
        desktop.type("Amina")
        desktop.keys("Tab")
        desktop.keys("Down", "Return")


def main():
    if len(sys.argv) < 2 or sys.argv[1] not in PAGES + ("all",):
        print(__doc__, file=sys.stderr)
        return 2
    pages = PAGES if sys.argv[1] == "all" else (sys.argv[1],)
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "shots")
    folder.mkdir(parents=True, exist_ok=True)
    program = os.environ.get("HEED_PROGRAM", "build/src/desktop/heed")
    for page in pages:
        for size in SIZES:
            for dark in (False, True):
                path = folder / f"{page}-{size}-{'dark' if dark else 'light'}.png"
                with Desktop(program, size=size, dark=dark) as desktop:
                    desktop.resize(*map(int, size.split("x")))
                    desktop.maximize()
                    go_to(desktop, page)
                    desktop.picture(path)
                print(path)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NotThere as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
