#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports of heedctl against the same numbers counted here, over registers made at random; and their
files as other programs read them. Prints TAP and the seed."""
import csv
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import traceback
import unicodedata

import openpyxl

HEEDCTL = os.path.abspath(sys.argv[1])
SEED = int(os.environ.get("HEED_TEST_SEED", "20261124"))
FROM, TO = "2025-04-01", "2026-03-31"
tests = []


def test(function):
    tests.append(function)
    return function


class Desk:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.database = os.path.join(self.folder.name, "heed.db")
        self.number = 0

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def run(self, *args, status=0, stdin="", now="2026-11-24T09:00"):
        done = subprocess.run([HEEDCTL, "--database", self.database, "--as", "Grace Okafor", "--now", now, *args],
                              input=stdin, capture_output=True, text=True, timeout=120)
        assert done.returncode == status, (args, done.returncode, done.stdout, done.stderr)
        self.errors = done.stderr
        return done.stdout

    def report(self, kind, *args):
        """the table as {section: {code: count}}"""
        path = self.path("report.csv")
        self.run("report", kind, "-o", path, "--raw", *args)
        with open(path, encoding="utf-8", newline="") as f:
            rows = list(csv.DictReader(f))
        found = {}
        for row in rows:
            if "code" in row:
                found.setdefault(row["section"], {})[row["code"]] = row["count"]
        return found, rows

    def act(self, reference, kind, day, **facts):
        self.run("act", reference, kind, "-", stdin=json.dumps(facts), now=f"{day}T12:00")


def day_after(day, n):
    import datetime
    return (datetime.date.fromisoformat(day) + datetime.timedelta(n)).isoformat()


def make_case(desk, rng):
    """a case of a random way; returns what was done to it"""
    received = day_after("2024-11-01", rng.randrange(0, 620))
    what = {"received": received, "type": rng.choice(["complaint"] * 4 + ["concern"]), "age": None, "closed": None,
            "ending": None, "outcome": None, "relationship": rng.choice(["patient", "parent", "solicitor"]),
            "issues": rng.choices(["safety", "listening.ignoring", "safety.error-medication", None], k=rng.randrange(0, 4))}
    person = {"name": "Amina Yusuf"}
    if rng.random() < .7:
        person["birth_date"] = f"{rng.randrange(1925, 2020)}-06-15"
    facts = {"words": "Words", "received": received, "type": what["type"], "relationship": what["relationship"]}
    if what["relationship"] == "patient":
        facts["person"] = person
    else:
        facts["person"], facts["patient"] = {"name": "Somebody"}, person
    if "birth_date" in person:
        what["age"] = int(received[:4]) - int(person["birth_date"][:4]) - (received[5:] < "06-15")
    facts["issues"] = [{"text": "Point", **({"category": c} if c else {})} for c in what["issues"]]
    reference = desk.run("log", stdin=json.dumps(facts), now=f"{received}T10:00").strip()
    if rng.random() < .7 and what["type"] == "complaint":
        finish(desk, rng, reference, what)
    return what


def finish(desk, rng, reference, what):
    closed = day_after(what["received"], rng.randrange(5, 200))
    way = rng.choice(["withdraw", "transfer", "settle", "resolve", "resolve", "resolve"])
    if way == "withdraw":
        desk.act(reference, "withdraw", closed, reason="All is well")
    elif way == "transfer":
        desk.act(reference, "transfer", closed, to="Another trust", reason="Theirs")
    elif way == "settle":
        desk.act(reference, "settle", closed, text="Settled")
    else:
        if not what["issues"]:
            desk.act(reference, "issue-add", day_after(what["received"], 1), text="Point")
            what["issues"] = [None]
        findings = resolve(desk, rng, reference, what, closed)
        what["outcome"] = ("upheld" if set(findings) == {"upheld"} else
                           "not-upheld" if set(findings) == {"not-upheld"} else "partly-upheld")
    what["closed"] = closed
    what["ending"] = {"withdraw": "withdrawn", "transfer": "transferred", "settle": "settled", "resolve": "resolved"}[way]


def resolve(desk, rng, reference, what, closed):
    day = day_after(what["received"], 2)
    desk.act(reference, "listened", day, safety="no-one", reference_given=True, passed_reason="Test")
    desk.act(reference, "acknowledge", day, how="phone", plan="Look", owner="Imran", reply_by=day_after(closed, 3),
             agreed=True, safety="no-one", reference_given=True)
    findings = rng.choices(["upheld", "partly-upheld", "not-upheld"], k=len(what["issues"]))
    for number, finding in enumerate(findings, 1):
        desk.act(reference, "find", closed, issue=number, finding=finding, evidence="The notes")
    desk.act(reference, "remedy", closed, remedy="explanation", text="Told")
    desk.act(reference, "resolve", closed, how="letter", text="Our answer", apology="given")
    desk.act(reference, "close", closed, next_step_told=True, no_learning_reason="Test")
    return findings


def band(age):
    if age is None:
        return "unknown"
    for name, top in (("0-5", 5), ("6-17", 17), ("18-25", 25), ("26-55", 55), ("56-64", 64), ("65-74", 74)):
        if age <= top:
            return name
    return "75"


def count(items):
    found = {}
    for item in items:
        found[item] = found.get(item, 0) + 1
    return found


def same(found, expected):
    found = {k: int(v) for k, v in found.items() if k != "total" and int(v)}
    assert found == expected, (found, expected)


@test
def returns_agree_with_what_was_done(desk):
    rng = random.Random(SEED)
    cases = [make_case(desk, rng) for _ in range(60)]
    counted = [c for c in cases if c["type"] == "complaint" and c["ending"] not in ("settled", "transferred")]
    new = [c for c in counted if FROM <= c["received"] <= TO]
    old = [c for c in counted if c["received"] < FROM and (c["closed"] is None or c["closed"] >= FROM)]
    done = [c for c in new + old if c["closed"] and FROM <= c["closed"] <= TO]
    assert new and old and done
    found, rows = desk.report("ko41a", "--from", FROM, "--to", TO)
    outcomes = count(c["outcome"] or "no-finding" for c in done)
    same(found["summary"], {k: v for k, v in {
        "brought-forward": len(old), "new": len(new), "resolved": len(done),
        "carried-forward": len(old) + len(new) - len(done), **outcomes}.items() if v})
    same(found["age"], count(band(c["age"]) for c in new))
    same(found["status"], count({"solicitor": "other"}.get(c["relationship"], c["relationship"]) for c in new))
    subjects = {"safety": "clinical-treatment", "listening.ignoring": "values", "safety.error-medication": "prescribing"}
    same(found["subject"], count(subjects.get(i, "other") for c in new for i in c["issues"] or [None]))
    same(found["clinical"], {k: v for k, v in {"other": sum(i == "safety" for c in new for i in c["issues"])}.items() if v})
    checks = [row for row in rows if row["section"] == "checks"]
    assert len(checks) == 6 and all(row["count"] == "agrees" for row in checks), checks
    annual_agrees(desk, cases)


def annual_agrees(desk, cases):
    complaints = [c for c in cases if c["type"] == "complaint"]
    received = [c for c in complaints if FROM <= c["received"] <= TO]
    closed = [c for c in complaints if c["closed"] and FROM <= c["closed"] <= TO]
    desk.run("report", "annual", "-o", desk.path("annual.jsonl"), "--from", FROM, "--to", TO, "--suppress", "none")
    with open(desk.path("annual.jsonl"), encoding="utf-8") as f:
        cells = {(r["section"], r["row"], r["column"]): r["value"] for r in map(json.loads, f)}
    numbers = {cells["numbers", row, "label"]: cells["numbers", row, "count"] for row in range(1, 6)}
    found = [c for c in closed if c["outcome"]]
    assert numbers["received"] == len(received), numbers
    assert numbers["well-founded"] == sum(c["outcome"] != "not-upheld" for c in found), numbers
    assert cells["numbers", 2, "of"] == len(found)
    # what is still open counts concerns, too, as on the Outcomes page
    assert numbers["open-at-end"] == sum(c["received"] <= TO and (not c["closed"] or c["closed"] > TO) for c in cases), numbers
    measures = {cells["measures", row, "label"]: row for row in range(1, 40) if ("measures", row, "label") in cells}
    for outcome in ("upheld", "partly-upheld", "not-upheld"):
        row = measures[outcome]
        assert cells["measures", row, "count"] == sum(c["outcome"] == outcome for c in found), (outcome, row)
        assert cells["measures", row, "of"] == len(found)
    assert measures.keys() == {m["id"] for m in json.loads(desk.run("measures", "--from", FROM, "--to", TO, "--json"))["measures"]}
    months = [cells["chart-received", row, "count"] for row in range(1, 13)]
    assert months == [sum(c["received"][:7] == day_after(FROM, 31 * i)[:7] for c in received) for i in range(12)], months


def read_cells(desk, kind, *args):
    desk.run("report", kind, "-o", desk.path("cells.jsonl"), "--from", FROM, "--to", TO, *args)
    with open(desk.path("cells.jsonl"), encoding="utf-8") as f:
        return {(r["section"], r["row"], r["column"]): r["value"] for r in map(json.loads, f)}


def find_row(cells, section, label, column="label"):
    return next(row for (where, row, name), value in cells.items() if (where, name, value) == (section, column, label))


@test
def felt_heard_counts_the_upper_two_answers(desk):
    said = ["fully"] * 4 + ["mostly"] * 3 + ["a-little"] * 2 + ["not-at-all"] * 2
    for number, heard in enumerate(said, 1):
        desk.run("log", stdin=json.dumps({"words": "Words", "received": "2025-06-01", "type": "complaint", "person": {"name": "A"}}))
        desk.act(f"25-{number:04}", "settle", "2025-06-03", text="Settled")
        desk.act(f"25-{number:04}", "feedback", "2025-07-10", on="2025-07-10", way="phone", asked_by="Grace Okafor", heard=heard)
    for kind in ("annual", "outcomes"):
        cells = read_cells(desk, kind, "--suppress", "none")
        row = find_row(cells, "measures", "felt-heard")
        assert (cells["measures", row, "count"], cells["measures", row, "of"]) == (7, 11), cells
        july = find_row(cells, "chart-felt-heard", "2025-07-01", "period")
        assert (cells["chart-felt-heard", july, "count"], cells["chart-felt-heard", july, "of"]) == (7, 11)
    _, rows = desk.report("scotland", "--from", FROM, "--to", TO, "--suppress", "none")
    row = next(row for row in rows if row["section"] == "2-experience")
    assert (row["count"], row["of"]) == ("7", "11"), row


@test
def measures_are_charted_and_told_of_one_service(desk):
    for month in range(1, 13):
        for place in ["Ward 4"] * (7 + month % 3) + ["Ward 9"] * (1 + month % 2):
            desk.run("log", stdin=json.dumps({"words": "Words", "received": f"2025-{month:02}-05", "type": "complaint", "place": place,
                                              "person": {"name": "A"}, "issues": [{"text": "Point", "category": "listening.ignoring",
                                                                                   "place": place}]}))
    args = ("--from", "2025-01-01", "--to", "2025-12-31", "--service", "Ward 4")
    desk.run("report", "outcomes", "-o", desk.path("a.pdf"), *args)
    text = subprocess.run(["pdftotext", "-layout", desk.path("a.pdf"), "-"], capture_output=True, text=True).stdout
    for part in ("Complaints: Outcomes", "Ward 4", "Complaints received", "4 to 12", "Average 8", "To Look Into", "What the Numbers Mean",
                 "January 2025", "1 to 5", "Page 1 of"):
        assert part in text, (part, text)
    assert "Ward 9" not in text
    # of Ward 9 one or two came each month: months and quarters are hidden, the year is not, and there is no chart
    # of months; had there been one each month, the year would tell so, and would be hidden, too
    desk.run("report", "outcomes", "-o", desk.path("b.pdf"), *args[:-1], "Ward 9")
    text = subprocess.run(["pdftotext", "-layout", desk.path("b.pdf"), "-"], capture_output=True, text=True).stdout
    assert not re.search(r"January 2025(?! to)", text) and re.search(r"Complaints received\s+18", text), text
    desk.run("report", "learning", "-o", desk.path("b.pdf"), "--service", "Ward 4", status=2)
    assert "outcomes, annual" in desk.errors


@test
def findings_do_not_tell_each_other(desk):
    for number, finding in enumerate(["upheld"] * 3 + ["partly-upheld"] * 8 + ["not-upheld"] * 9, 1):
        desk.run("log", stdin=json.dumps({"words": "Words", "received": "2025-06-01", "type": "complaint", "person": {"name": "A"},
                                          "issues": [{"text": "Point"}]}), now="2025-06-01T10:00")
        reference = f"25-{number:04}"
        desk.act(reference, "listened", "2025-06-02", safety="no-one", reference_given=True, passed_reason="Test")
        desk.act(reference, "acknowledge", "2025-06-02", how="phone", plan="Look", owner="Imran", reply_by="2025-06-20", agreed=True,
                 safety="no-one", reference_given=True)
        desk.act(reference, "find", "2025-06-10", issue=1, finding=finding, evidence="The notes")
        desk.act(reference, "remedy", "2025-06-10", remedy="explanation", text="Told")
        desk.act(reference, "resolve", "2025-06-10", how="letter", text="Our answer", apology="given")
        desk.act(reference, "close", "2025-06-10", next_step_told=True, no_learning_reason="Test")
    cells = read_cells(desk, "annual", "--suppress", "board")
    counts = {i: cells["measures", find_row(cells, "measures", i), "count"] for i in ("upheld", "partly-upheld", "not-upheld")}
    assert counts["upheld"] == "hidden" and list(counts.values()).count("hidden") == 2, counts


@test
def small_numbers_are_hidden(desk):
    for _ in range(3):
        desk.run("log", stdin=json.dumps({"words": "Words", "received": "2025-06-01", "person": {"name": "A"}}))
    found, rows = desk.report("ko41a", "--from", FROM, "--to", TO, "--suppress", "board")
    assert found["age"]["unknown"] == "hidden" and found["age"]["0-5"] in ("0", "hidden")
    desk.run("report", "annual", "-o", desk.path("a.pdf"), "--from", FROM, "--to", TO)
    text = subprocess.run(["pdftotext", "-layout", desk.path("a.pdf"), "-"], capture_output=True, text=True).stdout
    assert "1 to 5" in text and re.search(r"Complaints received\s+1 to 5", text), text
    for bad in (["--suppress", "some"], ["--by", "closed"], ["--format", "docx"], ["26-0001"]):
        desk.run("report", "annual", "-o", desk.path("b.pdf"), *bad, status=2)
    # a row for each case holds no counts: said, not silently left undone
    for table in (["export"], ["report", "cms-log"]):
        desk.run(*table, "-o", desk.path("b.csv"), "--suppress", "board", status=2)
        assert "report" in desk.errors and not os.path.exists(desk.path("b.csv")), desk.errors
    desk.run("report", "annual", status=2)
    desk.run("report", "mood", "-o", desk.path("b.pdf"), status=2)


@test
def a_year_unless_told(desk):
    desk.run("log", stdin=json.dumps({"words": "Words", "received": "2025-06-01", "person": {"name": "A"}}))
    for now, first, last in (("2026-11-24T09:00", "2025-04-01", "2026-03-31"), ("2026-03-31T09:00", "2024-04-01", "2025-03-31"),
                             ("2026-04-01T09:00", "2025-04-01", "2026-03-31")):
        desk.run("report", "ko41a", "-o", desk.path("a.csv"), now=now)
        with open(desk.path("a.csv.about.json"), encoding="utf-8") as f:
            about = json.load(f)
        assert (about["from"], about["to"]) == (first, last), about


@test
def pages_say_what_they_are(desk):
    desk.run("log", stdin=json.dumps({"words": "Words", "received": "2025-06-01", "person": {"name": "Amina Yusuf"},
                                      "issues": [{"text": "Point"}]}))
    desk.act("25-0001", "learn", "2026-01-02", text="Ring Amina Yusuf back on 07700 900123", owner="Claire", due="2026-02-01")
    for kind in ("annual", "learning", "scotland", "ko41a"):
        result = json.loads(desk.run("report", kind, "-o", desk.path("a.pdf"), "--from", FROM, "--to", TO, "--json"))
        text = subprocess.run(["pdftotext", "-layout", desk.path("a.pdf"), "-"], capture_output=True, text=True).stdout
        for part in ("Page 1 of", "About This Report", "Tue 1 Apr 2025 to Tue 31 Mar 2026", "Grace Okafor"):
            assert part in text, (kind, part, text)
        assert "Yusuf" not in text and "900123" not in text, text
        plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))      # "ff" is one sign on paper
        assert result["ledger_head"] in plain and result["export"] in plain, text
    text = desk.run("report", "learning", "-o", desk.path("l.xlsx"), "--from", FROM, "--to", TO)
    book = openpyxl.load_workbook(desk.path("l.xlsx"))
    cells = [c.value for sheet in book for row in sheet.iter_rows() for c in row]
    assert "Ring [name] back on [phone]" in cells and "Name" not in cells, cells


@test
def one_persons_record_and_the_papers_of_a_case(desk):
    words = "\n".join(f"Line {i} of what she said." for i in range(200))
    desk.run("log", stdin=json.dumps({"words": words, "received": "2025-06-01", "person": {
        "name": "Amina", "full_name": "Amina Yusuf", "phone": "07700 900123", "address": "12 High Street"},
        "issues": [{"text": "Nobody rang", "category": "listening"}]}))
    desk.run("log", stdin=json.dumps({"words": "Other", "person": {"name": "Somebody Else"}}))
    desk.act("25-0001", "note", "2025-06-03", text="She rang again")
    for kind in ("record", "bundle"):
        desk.run("report", kind, "25-0001", "-o", desk.path("a.pdf"), status=1)
        assert "needs a reason" in desk.errors
        desk.run("report", kind, "-o", desk.path("a.pdf"), "--reason", "x", status=2)
        desk.run("report", kind, "25-0009", "-o", desk.path("a.pdf"), "--reason", "x", status=1)
        assert not os.path.exists(desk.path("a.pdf"))
        desk.run("report", kind, "25-0001", "-o", desk.path("a.pdf"), "--reason", "She asked")
        text = subprocess.run(["pdftotext", "-layout", desk.path("a.pdf"), "-"], capture_output=True, text=True).stdout
        for part in ("Amina Yusuf", "07700 900123", "12 High Street", "Line 199 of", "Nobody rang", "She rang again"):
            assert part in text, (kind, part)
        assert "Somebody Else" not in text
        os.unlink(desk.path("a.pdf"))
    desk.run("report", "bundle", "25-0001", "-o", desk.path("b.pdf"), "--reason", "She asked")
    text = subprocess.run(["pdftotext", "-layout", desk.path("b.pdf"), "-"], capture_output=True, text=True).stdout
    pages = text.split("\f")
    index = re.findall(r"^\s*(\S.*\S)\s{2,}(\d+)\s*$", pages[0], re.M)
    assert len(index) == 7, pages[0]
    for heading, page in index:
        first = pages[int(page) - 1].strip().split("\n")[0].strip()
        assert first == heading, (heading, page, first)
    assert int(index[-1][1]) > len(index) + 1      # the words take several pages
    entries = json.loads(desk.run("exports", "--json"))
    assert [e["what"] for e in entries] == ["bundle", "bundle", "record"] and entries[0]["cases"] == ["25-0001"]


@test
def tables_that_somebody_asks_for(desk):
    desk.run("log", stdin=json.dumps({"words": "Words", "person": {"name": "Amina Yusuf"}}))
    kinds = {k["id"] for k in json.loads(desk.run("report", "--json"))}
    assert kinds == {"outcomes", "annual", "learning", "ko41a", "scotland", "record", "bundle", "cms-log", "actions"}, kinds
    desk.run("report", "cms-log", "-o", desk.path("a.csv"))
    with open(desk.path("a.csv"), encoding="utf-8") as f:
        text = f.read()
    assert "Amina" not in text and "Name" not in text.split("\n")[0].split(",")
    desk.run("report", "cms-log", "-o", desk.path("a.csv"), "--identifiable", "--reason", "Survey")
    with open(desk.path("a.csv"), encoding="utf-8") as f:
        assert "Amina" in f.read()


def main():
    print(f"1..{len(tests)}")
    print(f"# seed {SEED}")
    failed = 0
    for number, function in enumerate(tests, 1):
        name = function.__name__.replace("_", " ")
        try:
            function(Desk())
            print(f"ok {number} - {name}", flush=True)
        except Exception:
            failed += 1
            print(f"not ok {number} - {name}", flush=True)
            for line in traceback.format_exc().splitlines():
                print("#", line[:1500])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
