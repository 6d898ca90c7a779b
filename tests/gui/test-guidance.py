#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An organisation changes the guide in the real program: an item is switched off, one is added, a change
is undone; the files it leaves are what `heedctl guidance check` accepts. Prints TAP.

    test-guidance.py HEED HEEDCTL
"""

import json
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, until  # noqa: E402


def main():
    program, heedctl = sys.argv[1:3]
    steps = []
    with Desktop(program) as desktop:
        def own():
            files = list(Path(desktop.home).rglob("guidance/stages/listen.json"))
            return json.loads(files[0].read_text()) if files else None

        def step(name, condition):
            until(condition, name, 20)
            steps.append(name)
            print(f"ok {len(steps)} - {name}", flush=True)

        desktop.find("button", "Explore with Sample Cases", 60).press()
        desktop.find("button", "Log Complaint", 60)
        desktop.keys("alt+0")
        desktop.find("list item", "Bereaved", 30)
        # "Listen" is in the sidebar, too: the row of the page is the last.
        for _ in range(8):
            desktop.keys("Tab")
            if any(node.has_state("FOCUSED") and node.name == "Listen" and node.role == "list item"
                   for node in desktop.root.walk()):
                break
        desktop.keys("Return")
        desktop.find("button", "Move Down", 30)
        step("a list opens", lambda: desktop.has("list item", "Offer somewhere private, and a seat"))

        [node for node in desktop.root.walk() if node.name == "Use This Item"][1].press()
        step("an item is switched off and kept", lambda: own() is not None and len(own()["items"]) == 1
             and own()["items"][0]["off"] and own()["extends"])
        desktop.find("button", "Undo", 20).press()
        step("undone, the file is gone", lambda: own() is None)

        desktop.tab_to(None, "Add Item…", 90)
        desktop.keys("Return")
        desktop.find("text", "What to do", 20).write("Offer them a cup of tea")
        desktop.find("text", "Why it matters").write("Warm hands calm")
        desktop.find("button", "Add").press()
        step("an item is added", lambda: own() is not None and own()["items"][-1]["text"]
             == "Offer them a cup of tea")
        step("the list shows it", lambda: desktop.has("list item", "Offer them a cup of tea"))

        folder = next(Path(desktop.home).rglob("guidance")).parent
        done = subprocess.run([heedctl, "guidance", "check", str(folder)], capture_output=True, text=True)
        step("heedctl accepts the folder", lambda: done.returncode == 0)
        step("no warnings", lambda: "WARNING" not in desktop.messages() and "CRITICAL" not in desktop.messages())
    print(f"1..{len(steps)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
