#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of the real program at many widths, with sample cases: nothing is wider than its
place, and GTK warns of nothing. TAP.

    test-overflow.py HEED
"""

import re
import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop  # noqa: E402

WIDTHS = (360, 420, 500, 600, 709, 711, 800, 859, 861, 939, 941, 1000, 1280, 1400)
SCALES = (1.0, 1.5)
HEIGHT = 780
SCREEN = "1480x860"
COMPLAINT = re.compile(r"exceeds|requested.*px.*available|WARNING|CRITICAL")


def go_to_queue(desktop):
    desktop.find("button", "Explore with Sample Cases").press()
    desktop.find("list item", "My Day", 60)
    desktop.keys("alt+6")
    desktop.find(None, "Search Cases")


def go_to_case(desktop):
    desktop.keys("ctrl+f")
    desktop.tab_to("table row", None, 12)
    desktop.keys("Return")
    desktop.find("label", "Timeline")


def go_to_listen(desktop):
    desktop.keys("ctrl+n")
    desktop.find("text", "In their own words")


PAGES = (("queue", go_to_queue), ("case", go_to_case), ("listen", go_to_listen))


class Watch:
    """What the program said since it was last asked."""

    def __init__(self, desktop):
        self.desktop, self.n_read = desktop, 0

    def complaints(self):
        text = self.desktop.messages()
        said, self.n_read = text[self.n_read:], len(text)
        return [line for line in said.splitlines() if COMPLAINT.search(line)]


def sweep(desktop, watch):
    """Down and up again: a breakpoint may fail in one direction only."""
    bad = []
    for width in WIDTHS[::-1] + WIDTHS[1:]:
        desktop.resize(width, HEIGHT)
        bad += [f"{width}: {line}" for line in watch.complaints()]
    return bad


def main():
    program = sys.argv[1]
    number = 0
    failed = False
    print(f"1..{len(SCALES) * len(PAGES)}", flush=True)
    for scale in SCALES:
        with Desktop(program, size=SCREEN, scale=scale) as desktop:
            watch = Watch(desktop)
            for page, go in PAGES:
                number += 1
                try:
                    desktop.resize(WIDTHS[-1], HEIGHT)
                    go(desktop)
                    bad = sweep(desktop, watch)
                except Exception:
                    bad = traceback.format_exc().splitlines()
                print(f"{'not ok' if bad else 'ok'} {number} - {page} at text scale {scale}",
                      flush=True)
                for line in bad:
                    print(f"# {line}", flush=True)
                failed = failed or bool(bad)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
