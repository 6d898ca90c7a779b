#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What heedctl exports, read back cell by cell by other programs. Prints TAP.

Every text comes out as it went in, or with the one apostrophe that keeps a spreadsheet from computing it;
an export that fails leaves nothing behind."""
import csv
import hashlib
import json
import os
import re
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import time
import traceback

import openpyxl

HEEDCTL, TOP = os.path.abspath(sys.argv[1]), os.environ["HEED_TEST_SOURCE"]
DATA = os.environ.get("HEED_TEST_DATA", "")
NOW = "2026-11-24T09:00"
GUARDED = tuple("=+-@\t\r\n|%") + ("＝", "＋", "－", "＠")
PLAIN = ["Nobody rang back.", "0044 20 7946 0958", "007", "1e3", "-12.50", "+44 7700 900123", "=1+1", "@SUM(A1)",
         "＝1+1", "|calc", "%0A", "\tdata", "2026-03-04", "03/04/2026", "TRUE", "a,b", 'say "no"', "two\nlines",
         "Windows\r\nline", "'quoted'", "naïve 北京 😀 ﷽", "_x0041_ is no escape", "<b>&amp;</b>", "é e\u0301",
         "\u202eright to left", "bell\a and escape\x1b and delete\x7f", "\ufffe\uffff", " spaces ", "a;b", "#N/A"]
tests = []


class Skip(Exception):
    pass


def test(function):
    tests.append(function)
    return function


class Desk:
    """A folder with a database of its own."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.database = os.path.join(self.folder.name, "heed.db")
        self.out = os.path.join(self.folder.name, "out")
        os.mkdir(self.out)

    def path(self, name):
        return os.path.join(self.out, name)

    def start(self, *args, **more):
        return subprocess.run([HEEDCTL, "--database", self.database, "--as", "Grace Okafor", "--now", NOW, *args],
                              capture_output=True, text=True, timeout=120, **more)

    def run(self, *args, status=0, stdin="", **more):
        done = self.start(*args, input=stdin, **more)
        assert done.returncode == status, (args, done.returncode, done.stdout, done.stderr)
        self.errors = done.stderr
        return done.stdout

    def log(self, *objects):
        return self.run("log", stdin="\n".join(json.dumps(o) for o in objects)).split()

    def act(self, reference, kind, **facts):
        self.run("act", reference, kind, "-", stdin=json.dumps(facts))

    def export(self, name, *args, **more):
        """exports all columns of who people are unless told otherwise; returns the result"""
        if "--columns" not in args:
            args += ("--columns", "reference,words,name,phone,place,received,severity,interpreter")
        text = self.run("export", "-o", self.path(name), "--identifiable", "--reason", "Reading it back", "--json",
                        *args, **more)
        return json.loads(text)

    def left(self):
        """everything in the folder of exports, hidden files too"""
        return sorted(os.listdir(self.out))


def read_csv(path, encoding="utf-8"):
    with open(path, encoding=encoding, newline="") as f:
        return list(csv.DictReader(f, strict=True))


def read_jsonl(path):
    with open(path, encoding="utf-8", newline="\n") as f:
        return [json.loads(line) for line in f.read().split("\n") if line]


def read_xlsx(path):
    book = openpyxl.load_workbook(path)
    rows = []
    for sheet in book.worksheets[:-1]:
        titles, *cells = list(sheet.iter_rows())
        rows += [dict(zip([t.value for t in titles], row)) for row in cells]
    about = {row[0].value: row[1].value for row in book.worksheets[-1].iter_rows()}
    return rows, about


def unescape(text):
    """How the format writes what XML cannot hold (ECMA-376, ST_Xstring)."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


def guarded(text):
    return "'" + text if text.startswith(GUARDED) else text


def case(words, **facts):
    return {"words": words, "person": {"name": "Amina Yusuf"}, "received": "2026-11-20", **facts}


def say_all(desk, texts):
    """logs a case for each text as words, name, phone and place; returns the texts that the rules take"""
    references = desk.log(*[case(t, person={"name": t, "phone": t}, place=t) for t in texts])
    assert len(references) == len(texts)
    return dict(zip(references, texts))


def check_everywhere(desk, texts):
    expected = say_all(desk, texts)
    desk.export("all.csv")
    desk.export("raw.csv", "--raw")
    desk.export("all.jsonl")
    desk.export("all.xlsx")
    rows = read_csv(desk.path("all.csv"))
    raw = read_csv(desk.path("raw.csv"))
    lines = read_jsonl(desk.path("all.jsonl"))
    sheet, _ = read_xlsx(desk.path("all.xlsx"))
    assert len(rows) == len(raw) == len(lines) == len(sheet) == len(expected)
    for row, machine, line, cells in zip(rows, raw, lines, sheet):
        text = expected[row["Reference"]]
        for title, id in (("In their words", "words"), ("Name", "name"), ("Phone", "phone"), ("Place", "place")):
            assert row[title] == guarded(text), (title, text, row[title])
            assert machine[id] == text, (id, text, machine[id])
            assert line[id] == text, (id, text, line.get(id))
            cell = cells[title]
            assert cell.data_type in ("s", "inlineStr"), (title, text, cell.data_type)
            written = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
            assert same_in_xml(cell.value, written), (title, text, cell.value)


def same_in_xml(value, text):
    """XML reads CR LF and CR as LF; everything else must be the same."""
    plain = lambda t: t.replace("\r\n", "\n").replace("\r", "\n")
    return plain(unescape(value)) == plain(unescape(text)) or plain(value) == plain(text)


@test
def texts_come_back(desk):
    check_everywhere(desk, PLAIN)


@test
def naughty_strings_come_back(desk):
    path = os.path.join(DATA, "torture", "naughty", "blns.json")
    if not os.path.exists(path):
        raise Skip("no naughty strings here")
    with open(path, encoding="utf-8") as f:
        texts = [t for t in json.load(f) if t.strip() and "\0" not in t]
    assert len(texts) > 400
    check_everywhere(desk, texts)


@test
def bytes_are_as_rfc_4180_has_them(desk):
    desk.log(case('say "no", then\ngo'))
    desk.export("a.csv", "--columns", "reference,words,severity")
    with open(desk.path("a.csv"), "rb") as f:
        assert f.read() == b'Reference,In their words,Severity\r\n26-0001,"say ""no"", then\ngo",\r\n'
    desk.export("b.csv", "--bom", "--columns", "reference")
    with open(desk.path("b.csv"), "rb") as f:
        assert f.read() == b"\xef\xbb\xbfReference\r\n26-0001\r\n"
    desk.export("c.csv", "--columns", "severity")
    assert len(read_csv(desk.path("c.csv"))) == 1
    assert stat.S_IMODE(os.stat(desk.path("a.csv")).st_mode) == 0o600


@test
def values_keep_their_types(desk):
    reference, = desk.log(case("Nobody rang back.", received="2026-02-03", interpreter=True,
                               issues=[{"text": "No call", "severity": 3, "category": "listening"}]))
    desk.act(reference, "withdraw", reason="All is well")
    columns = ("--columns", "reference,received,closed,days-open,severity,interpreter,type,category,ending,answered")
    desk.export("a.xlsx", *columns)
    (row,), about = read_xlsx(desk.path("a.xlsx"))
    assert row["Received"].is_date and row["Received"].value.strftime("%Y-%m-%d") == "2026-02-03"
    assert row["Days to close"].value == 294 and row["Severity"].value == 3 and row["Interpreter needed"].value is True
    assert row["Type"].value == "Complaint" and row["Answered"].value is None
    assert about["Rows written"] == "1" and about["Cases that matched"] == "1" and about["Made by"] == "Grace Okafor"
    assert about["Reason"] == "Reading it back" and "england-nhs" in about["Rules"]
    desk.export("a.csv", *columns)
    row, = read_csv(desk.path("a.csv"))
    assert (row["Received"], row["Days to close"], row["Interpreter needed"]) == ("2026-02-03", "294", "true")
    desk.export("a.jsonl", *columns)
    line, = read_jsonl(desk.path("a.jsonl"))
    assert line == {"reference": reference, "received": "2026-02-03", "closed": "2026-11-24", "days-open": 294,
                    "severity": 3, "interpreter": True, "type": "complaint", "category": "listening",
                    "ending": "withdrawn"}
    done = subprocess.run(["jq", "-s", "map(.severity) | add", desk.path("a.jsonl")], capture_output=True, text=True)
    assert done.stdout.strip() == "3", done


@test
def every_column_of_every_case(desk):
    reference, = desk.log(case("Nobody rang back.", person={"name": "Amina", "birth_date": "1930-05-06"},
                               wants=["A call"], issues=[{"text": "No call", "category": "listening", "severity": 2}]))
    desk.act(reference, "listened", safety="no-one", reference_given=True)
    desk.act(reference, "acknowledge", how="phone", plan="Look into it", owner="Imran", reply_by="2026-12-10",
             agreed=True, text="We rang", safety="no-one", reference_given=True)
    columns = [c["id"] for c in json.loads(desk.run("columns", "--json"))]
    desk.export("a.jsonl", "--columns", ",".join(columns))
    line, = read_jsonl(desk.path("a.jsonl"))
    assert line["age"] == 96 and line["plan"] == "Look into it" and line["reply-promised-last"] == "2026-12-10"
    assert line["acknowledged-in-time"] is True and line["wants"] == "A call" and line["issue-texts"] == "No call"
    desk.export("a.xlsx", "--columns", ",".join(columns))
    (row,), _ = read_xlsx(desk.path("a.xlsx"))
    assert len(row) == len(columns) == len(set(row))


@test
def names_nobody_unless_told(desk):
    words = ("Mrs Yusuf rang 07700 900123 and +44 7700 900456 on 3 March 2026 and 04/05/2026; amina.y@example.org, "
             "NHS 943 476 5919, SW1A 1AA, https://example.org/a, 123-45-6789, H123456, born 1.2.1930, 92 years old, "
             "12 High Street, in April. Amina's sister Zoë said no. AMINA cried. They were rude in 2025.")
    desk.log(case(words, person={"name": "Amina Yusuf", "full_name": "Zoe Amina Yusuf", "phone": "07700 900123",
                                 "birth_date": "1930-02-01"}, place="Maple Ward"),
             case("Another day", person={"name": "Li Na"}, place="Maple Ward"),
             case("A third", person={"name": "Li Na"}, place="Oak Ward"))
    ids = [c["id"] for c in json.loads(desk.run("columns", "--json")) if c["deidentified"] != "out"]
    result = json.loads(desk.run("export", "-o", desk.path("a.jsonl"), "--columns", ",".join(ids), "--json"))
    assert result["matched"] == result["written"] == 3
    with open(desk.path("a.jsonl"), encoding="utf-8") as f:
        text = f.read()
    for secret in ("Amina", "AMINA", "Yusuf", "Zo", "07700", "7700", "March", "04/05", "example", "943", "SW1A", "6789",
                   "123456", "1.2.", "92", "High Street", "April", "Maple", "Oak", "Grace", "26-000"):
        assert secret not in text, (secret, text)
    lines = read_jsonl(desk.path("a.jsonl"))
    assert lines[0]["age"] == "90+" and lines[0]["received"] == 2026 and lines[0]["reference"] == 1
    assert [line["place"] for line in lines] == ["Place 1", "Place 1", "Place 2"]
    assert "They were rude in 2025." in lines[0]["words"] and lines[1]["words"] == "Another day"
    with open(desk.path("a.jsonl.about.json"), encoding="utf-8") as f:
        about = json.load(f)
    assert about["identifiable"] is False and "phone=3" in about["replaced"] and "safe-harbor" in about
    desk.run("export", "-o", desk.path("b.csv"), "--columns", "name", status=1)
    assert "tells who people are" in desk.errors and desk.left() == ["a.jsonl", "a.jsonl.about.json"]
    desk.run("export", "-o", desk.path("b.csv"), "--identifiable", status=1)
    desk.run("export", "-o", desk.path("b.csv"), "--identifiable", "--reason", "  ", status=1)
    assert "needs a reason" in desk.errors
    desk.run("export", "-o", desk.path("b.csv"))
    assert "Amina" not in open(desk.path("b.csv")).read()


@test
def periods_and_bases(desk):
    days = ["2026-03-31", "2026-04-01", "2026-10-24", "2026-10-25", "2026-10-26", "2026-10-31", "2026-11-01"]
    references = desk.log(*[case("Words", received=day) for day in days])
    desk.act(references[0], "withdraw", reason="All is well")

    def count(*args):
        return desk.export("a.csv", *args)["written"]

    assert count() == 7 and count("--from", "2026-04-01") == 6 and count("--to", "2026-03-31") == 1
    assert count("--from", "2026-10-01", "--to", "2026-10-31") == 4
    assert count("--from", "2026-10-25", "--to", "2026-10-25") == 1
    assert count("--by", "closed") == 1 and count("--by", "closed", "--to", "2026-11-23") == 0
    for bad in (["--from", "2026-02-30"], ["--to", "soon"], ["--from", "2026-05-01", "--to", "2026-04-01"],
                ["--by", "mood"], ["--format", "docx"], ["--format", "pdf"], ["--reason", "x"]):
        desk.run("export", "-o", desk.path("b.csv"), *bad, status=2)
    desk.run("export", status=2)
    desk.run("export", "-o", desk.path("b.odt"), status=2)
    for bad in ("shoe", "reference,reference", "", "reference,,type"):
        desk.run("export", "-o", desk.path("b.csv"), "--columns", bad, status=1)
    assert desk.left() == ["a.csv", "a.csv.about.json"]


@test
def says_what_it_is(desk):
    desk.log(case("One"), case("Two"))
    result = desk.export("a.csv")
    with open(desk.path("a.csv"), "rb") as f:
        assert hashlib.sha256(f.read()).hexdigest() == result["sha256"]
    with open(desk.path("a.csv.about.json"), encoding="utf-8") as f:
        about = json.load(f)
    verdict = json.loads(desk.run("verify", "--json"))
    assert about["ledger-head"] == result["ledger_head"] == verdict["head"] and verdict["exports"] == 1
    assert about["sha256"] == result["sha256"] and about["export"] == result["export"]
    assert about["rows-matched"] == about["rows-written"] == 2 and about["zone"] == "Europe/London"
    assert about["actor"] == "Grace Okafor" and about["made-at"] == "2026-11-24T09:00:00Z"
    entry, = json.loads(desk.run("exports", "--json"))
    assert entry == about
    book = desk.export("a.xlsx")
    with open(desk.path("a.xlsx"), "rb") as f:
        assert hashlib.sha256(f.read()).hexdigest() == book["sha256"]
    assert json.loads(desk.run("exports", "--json"))[0]["sha256"] == book["sha256"]


@test
def a_long_text_is_cut_and_told(desk):
    desk.log(case("😀" * 20000), case("x" * 32767), case("y" * 32768))
    result = desk.export("a.xlsx", "--columns", "words")
    assert result["clipped"] == 2
    rows, about = read_xlsx(desk.path("a.xlsx"))
    assert [len(r["In their words"].value) for r in rows] == [16383, 32767, 32767]
    assert about["Texts cut to fit a cell"] == "2"
    desk.export("a.csv", "--columns", "words")
    assert [len(r["In their words"]) for r in read_csv(desk.path("a.csv"))] == [20000, 32767, 32768]


@test
def bad_places_leave_nothing(desk):
    desk.log(case("One"))
    os.mkdir(desk.path("folder"))
    os.mkfifo(desk.path("pipe"))
    with open(desk.path("open.xlsx"), "w") as f:
        f.write("mine")
    with open(desk.path(".~lock.open.xlsx#"), "w") as f:
        f.write("Office")
    before = desk.left()

    def refused(name, *parts, **more):
        desk.run("export", "-o", desk.path(name), "--format", "xlsx" if "xlsx" in name else "csv", status=1, **more)
        for part in parts:
            assert part in desk.errors, (name, desk.errors)
        assert desk.left() == before, (name, desk.left())

    refused("folder", "Choose another name")
    refused("pipe", "Choose another name")
    refused("open.xlsx", "Another program has this file open")
    refused("nowhere/a.csv", "nowhere")
    assert json.loads(desk.run("exports", "--json")) == []
    with open(desk.path("open.xlsx")) as f:
        assert f.read() == "mine"
    if os.geteuid() == 0:
        return
    os.chmod(desk.out, 0o500)
    refused("a.csv", "not allowed")
    os.chmod(desk.out, 0o700)


def limit(n_bytes):
    def apply():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))
    return apply


@test
def a_full_disk_leaves_nothing(desk):
    """A limit on the size of files stands for the disk: writing fails in the same place."""
    desk.log(*[case("x" * 20000 + str(i)) for i in range(60)])
    with open(desk.path("old.csv"), "w") as f:
        f.write("mine")
    before = desk.left()
    for name in ("a.csv", "a.jsonl", "a.xlsx", "old.csv"):
        done = desk.start("export", "-o", desk.path(name), "--columns", "words", "--identifiable", "--reason", "x",
                          preexec_fn=limit(60000 if "xlsx" in name else 300000))
        assert done.returncode == 1, (name, done)
        assert "disk is full" in done.stderr, (name, done.stderr)
        assert desk.left() == before, (name, desk.left())
    with open(desk.path("old.csv")) as f:
        assert f.read() == "mine"
    assert json.loads(desk.run("exports", "--json")) == []


@test
def ctrl_c_leaves_nothing(desk):
    desk.log(*[case("x" * 500) for _ in range(1500)])
    job = subprocess.Popen([HEEDCTL, "--database", desk.database, "export", "-o", desk.path("a.csv"), "--identifiable",
                            "--reason", "x", "--columns", "reference,plan"], stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 30
    while not desk.left() and job.poll() is None and time.monotonic() < end:
        time.sleep(0.001)
    job.send_signal(signal.SIGINT)
    _, errors = job.communicate(timeout=30)
    if job.returncode == 0:
        raise Skip("it was done before it could be stopped")
    assert job.returncode == 1 and "stopped" in errors, (job.returncode, errors)
    assert desk.left() == [] and json.loads(desk.run("exports", "--json")) == []


@test
def an_export_that_is_not_kept_in_the_ledger_is_none(desk):
    desk.log(case("One"))
    subprocess.run(["sqlite3", desk.database, "CREATE TRIGGER no BEFORE INSERT ON export BEGIN "
                    "SELECT raise(ABORT, 'no'); END"], check=True)
    desk.run("export", "-o", desk.path("a.csv"), status=1)
    assert desk.left() == []


def main():
    print(f"1..{len(tests)}")
    failed = 0
    for number, function in enumerate(tests, 1):
        name = function.__name__.replace("_", " ")
        try:
            function(Desk())
            print(f"ok {number} - {name}", flush=True)
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}", flush=True)
        except Exception:
            failed += 1
            print(f"not ok {number} - {name}", flush=True)
            for line in traceback.format_exc().splitlines():
                print("#", line[:2000])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
