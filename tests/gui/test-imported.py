#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real comment, imported by heedctl among others, is searched for in the window, opened, and worked
to a recorded resolution and closing; heedctl then tells the same. Skipped where the comments are
not there. TAP.

    test-imported.py HEED HEEDCTL MAPPING
"""

import csv
import os
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, HeedCtl, run_steps, until  # noqa: E402
from person import Person  # noqa: E402

TABLE = Path(os.environ.get("HEED_TEST_DATA", ".")) / "narratives/nhs_trust_feedback_improve.csv"
N_ROWS = 300
ACTS = ["log", "listened", "acknowledge", "find", "resolve", "close"]


def copy_rows(target):
    """The first rows into a table of their own. Returns the words of the longest comment."""
    with open(TABLE, encoding="utf-8", newline="") as source, \
            open(target, "w", encoding="utf-8", newline="") as copy:
        rows = [row for _, row in zip(range(N_ROWS + 1), csv.reader(source))]
        csv.writer(copy).writerows(rows)
    column = rows[0].index("comment_txt")
    category = rows[0].index("super_category")
    return max((row[column] for row in rows[1:] if row[category]), key=len)


class Test:
    def __init__(self, desktop, heedctl, words):
        self.desktop, self.heedctl, self.words = desktop, heedctl, words
        self.person = Person(desktop)

    def few_words(self):
        return " ".join(sorted(set(re.findall(r"\b[a-z]{6,}\b", self.words)))[:6])

    def search(self):
        desktop = self.desktop
        desktop.find("list item", re.compile("My Day"), 30)
        desktop.keys("alt+6", "ctrl+f")
        desktop.type(self.few_words())
        desktop.keys("Return")
        until(lambda: any(node.has_state("FOCUSED") for node in desktop.root.walk()
                          if node.role == "table row"), "the case found to have the focus")
        self.person.look("found")
        desktop.keys("Return")
        desktop.find("label", self.words)
        self.person.look("imported")

    def check(self):
        self.desktop.keys("ctrl+q")
        assert self.desktop.process.wait(20) == 0
        assert not self.desktop.warnings(), self.desktop.warnings()
        references = re.findall(r'"reference"\s*:\s*"([^"]+)"',
                                self.heedctl.run("search", self.few_words(), "--json"))
        assert len(references) == 1, references
        case = self.heedctl.show(references[0])
        assert case["words"] == self.words, case["words"]
        assert case["outcome"] == "upheld", case["outcome"]
        kinds = [act["kind"] for act in case["acts"] if act["kind"] in ACTS]
        assert kinds == ACTS, kinds
        self.heedctl.run("verify")

    def run(self):
        person = self.person
        return run_steps([
            ("a comment is found by its words and opened", self.search),
            ("listened to", person.finish_listening),
            ("acknowledged", person.acknowledge),
            ("a finding", person.find),
            ("a resolution", person.resolve),
            ("closed", person.close),
            ("heedctl tells the same", self.check),
        ], lambda: person.look("failed"))


def main():
    program, heedctl, mapping = sys.argv[1:4]
    if not TABLE.exists():
        print("1..0 # SKIP the comments of the NHS trust are not here: " + TABLE.name)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "few.csv"
        words = copy_rows(table)
        ctl = HeedCtl(heedctl, Path(folder) / "heed.db", "Grace Hall")
        ctl.run("import", str(table), "--map", mapping)
        with Desktop(program, ["--database", str(Path(folder) / "heed.db"), "--as", "Grace Hall"],
                     size="1280x900") as desktop:
            desktop.maximize()
            return Test(desktop, ctl, words).run()


if __name__ == "__main__":
    sys.exit(main())
