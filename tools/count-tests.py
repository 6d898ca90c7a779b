#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count what meson wrote down of a test run, and say "N passed, N failed".

meson's testlog.json holds one JSON object a line for each test. A test that speaks TAP counts as its
subtests, any other as one. A test that broke off, or took too long, adds a failure; a subtest marked
as still to be done counts as skipped. Ends with 1 when something failed or nothing ran.
"""
import json
import re
import sys


def count(test):
    """passed, failed, skipped of one test"""
    result, out = test["result"], test.get("stdout") or ""
    points = re.findall(r"^(not ok|ok)\b(.*)$", out, re.M)
    if result == "EXPECTEDFAIL":
        return 1, 0, 0
    if not points or not re.search(r"^1\.\.\d", out, re.M):
        return result == "OK", result not in ("OK", "SKIP"), result == "SKIP"
    marked = [bool(re.search(r"#\s*(skip|todo)", rest, re.I)) for _, rest in points]
    passed = sum(ok == "ok" and not mark for (ok, _), mark in zip(points, marked))
    failed = sum(ok != "ok" and not mark for (ok, _), mark in zip(points, marked))
    if not failed and result not in ("OK", "SKIP"):
        failed = 1
    return passed, failed, sum(marked)


def main(path):
    passed = failed = skipped = 0
    try:
        with open(path, encoding="utf-8", errors="replace") as log:
            for line in log:
                p, f, s = count(json.loads(line))
                passed, failed, skipped = passed + p, failed + f, skipped + s
    except FileNotFoundError:
        pass  # no such suite: meson writes no log
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed + skipped else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
