#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures exports beside the sqlite3 command line writing the same columns of the same file as CSV,
in the same run. Prints ratios and decides nothing.

  bench-export.py HEEDCTL [N]     N rows, a million unless told

Two thousand cases are logged; further rows of the register are copies of theirs, without acts, so that the
columns that need the case itself are measured on the two thousand."""
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

HEEDCTL = os.path.abspath(sys.argv[1])
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
LOGGED = 2000
OPENINGS = ["I waited four hours and nobody came back to tell us what was happening", "They moved my mum in the night",
            "The doctor spoke to my son the whole time", "Three weeks and five phone calls, then Mrs Smith rang",
            "I told them on 3 March that those tablets made me ill", "My appointment was cancelled twice"]
MIDDLES = ["I had taken the day off work", "She has hardly any English", "When I asked the nurse, she said “not my job”",
           "He has not eaten since the morning", "Please ring me on 07700 900123", "We were told different things"]
PLAIN = ("SELECT reference, received, type, stage, channel, category, severity, site, place, owner, due, closed, "
         "closed - received, ending, outcome, interpreter, flags, name FROM cases ORDER BY id")
WORDS = ("SELECT cases.reference, received, type, stage, category, severity, case_text.words FROM cases "
         "JOIN case_text ON case_id = id ORDER BY id")


def fill(database):
    random.seed(1)
    lines = []
    for i in range(LOGGED):
        lines.append(json.dumps({
            "words": ". ".join([random.choice(OPENINGS)] + random.choices(MIDDLES, k=random.randint(3, 24))),
            "person": {"name": random.choice(["Amina Yusuf", "Grace Okonkwo", "Tomasz Kowalczyk", "Li Na Chen"]),
                       "phone": f"07700 9{i:05}"},
            "received": f"{random.randint(2020, 2026)}-{random.randint(1, 10):02}-{random.randint(1, 28):02}",
            "place": random.choice(["Maple Ward", "Oak Ward", "Outpatients", "A&E"]),
            "issues": [{"text": "The main point", "category": random.choice(["listening", "quality", "safety"]),
                        "severity": random.randint(0, 3)}]}))
    subprocess.run([HEEDCTL, "-d", database, "log"], input="\n".join(lines), text=True, check=True,
                   stdout=subprocess.DEVNULL)
    db = sqlite3.connect(database)
    for trigger, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {trigger}")
    for name, sql in db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'cases' "
                                "AND sql IS NOT NULL").fetchall():
        db.execute(f"DROP INDEX {name}")
    columns = [row[1] for row in db.execute("PRAGMA table_info (cases)")][1:]
    copies = max(ROWS // LOGGED, 1)
    for k in range(1, copies):
        db.execute(f"INSERT INTO cases (id, {', '.join(columns)}) SELECT id + ?, {', '.join(columns)} FROM cases "
                   f"WHERE id <= {LOGGED}", (k * LOGGED,))
        db.execute("INSERT INTO case_text (case_id, reference, names, words, more) SELECT case_id + ?, reference, "
                   f"names, words, more FROM case_text WHERE case_id <= {LOGGED}", (k * LOGGED,))
    db.commit()
    db.execute("PRAGMA wal_checkpoint (TRUNCATE)")
    db.close()
    return copies * LOGGED


def measure(command, **more):
    """seconds, and the most memory the process held at once, in MiB"""
    began = time.monotonic()
    job = subprocess.Popen(command, **more)
    _, status, usage = os.wait4(job.pid, 0)
    assert status == 0, command
    return time.monotonic() - began, usage.ru_maxrss / 1024


def sqlite(database, sql, path):
    with open(path, "wb") as out:
        return measure(["sqlite3", "-csv", "-header", database, sql], stdout=out)


def main():
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "heed.db")
        rows = fill(database)
        print(f"{rows} rows, {os.path.getsize(database) / 1e6:.0f} MB", flush=True)

        def heed(name, *args):
            return measure([HEEDCTL, "-d", database, "export", "-o", os.path.join(folder, name), *args],
                           stdout=subprocess.DEVNULL)

        def tell(what, taken, raw=None, n=rows):
            seconds, memory = taken
            beside = f"  {raw[0] / seconds:.2f} of the sqlite3 command line ({raw[0]:.1f} s)" if raw else ""
            size = max(os.path.getsize(os.path.join(folder, f)) for f in os.listdir(folder) if f.startswith("out"))
            print(f"{what:<44} {seconds:7.1f} s {n / seconds:9.0f} rows/s {memory:5.0f} MiB {size / 1e6:6.0f} MB{beside}",
                  flush=True)
            for f in os.listdir(folder):
                if f.startswith("out"):
                    os.unlink(os.path.join(folder, f))

        shown = ("--identifiable", "--reason", "benchmark")
        words = ("--columns", "reference,received,type,stage,category,severity,words")
        sqlite(database, PLAIN, os.path.join(folder, "out"))        # warms the cache for all
        plain = sqlite(database, PLAIN, os.path.join(folder, "out"))
        tell("CSV, usual columns", heed("out.csv", *shown), plain)
        tell("CSV, usual columns, naming nobody", heed("out.csv"), plain)
        tell("JSON lines, usual columns", heed("out.jsonl", *shown), plain)
        wordy = sqlite(database, WORDS, os.path.join(folder, "out"))
        tell("CSV with the words", heed("out.csv", *shown, *words), wordy)
        if ROWS <= 200_000 or os.environ.get("HEED_BENCH_ALL"):
            tell("CSV with the words, naming nobody", heed("out.csv", *words), wordy)
            tell("Spreadsheet, usual columns", heed("out.xlsx", *shown), plain)
        db = sqlite3.connect(database)
        db.execute("DELETE FROM cases WHERE id > ?", (LOGGED,))
        db.commit()
        db.close()
        tell("CSV with columns of the case itself", heed("out.csv", *shown, "--columns", "reference,plan,acknowledged"),
             n=LOGGED)


if __name__ == "__main__":
    main()
