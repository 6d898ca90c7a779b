#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the built heedctl as a person would: exit status, messages, JSON. Prints TAP."""
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import traceback

HEEDCTL, TOP = os.path.abspath(sys.argv[1]), os.environ["HEED_TEST_SOURCE"]
COMMANDS = ["log", "act", "show", "queue", "search", "counts", "import", "backup", "restore", "verify",
            "rebuild", "feedback", "actions", "review-list", "said", "kinds", "due", "spc", "readability", "guide",
            "guidance", "sheet", "places", "measures", "activity"]
COMMANDS += ["listen", "letter", "export", "columns", "exports", "report"]
NOW = "2026-11-24T09:00"
tests = []


def test(function):
    tests.append(function)
    return function


class Desk:
    """A folder with a database of its own."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.database = os.path.join(self.folder.name, "heed.db")

    def path(self, name, text=None):
        path = os.path.join(self.folder.name, name)
        if text is not None:
            with open(path, "w", encoding="utf-8") as f:
                f.write(text)
        return path

    def run(self, *args, status=0, stdin=""):
        done = subprocess.run([HEEDCTL, "--database", self.database, "--as", "Grace Okafor", "--now", NOW, *args],
                              input=stdin, capture_output=True, text=True, timeout=60)
        assert done.returncode == status, (args, done.returncode, done.stdout, done.stderr)
        assert (status == 0) == (done.stderr == "") or "import" in args, (args, done.stderr)
        self.errors = done.stderr
        return done.stdout

    def json(self, *args, **more):
        return json.loads(self.run(*args, "--json", **more))

    def log(self, words="Nobody rang back.", **facts):
        return self.run("log", stdin=json.dumps({"words": words, "person": {"name": "Amina Yusuf"}, **facts})).strip()


def says(text, *parts):
    for part in parts:
        assert part in text, (part, text)


@test
def letter(desk):
    """From the template to the ledger: what is kept is the text that went out, and the checksum of its paper."""
    reference = desk.log(profile="england-nhs", safety="no-one", reference_given=True,
                         issues=[{"text": "Not told of the move"}])
    begun = desk.run("letter", reference, "acknowledgement")
    says(begun, "Dear Amina Yusuf,", reference, "1. Not told of the move", "[who looks into it]", "24 November 2026")
    found = desk.json("letter", reference, "acknowledgement", "--check", status=1)
    assert "By when" in found["lacking"] and "owner" in found["unknown"], found
    desk.run("letter", reference, "acknowledgement", "--send", "letter", status=1)
    says(desk.errors, "By when", "passed_reason")
    assert len(desk.json("show", reference)["acts"]) == 1

    text = begun.replace("[who looks into it]", "Ruth Bell").replace("[the date of the reply]", "15 December 2026")
    text = text.replace("[telephone or email]", "01632 960 144")
    text = re.sub(r"\[[^]]*\]", "–", text).replace("Amina Yusuf,", "Amina Yusof,")
    own = desk.path("letter.txt", text)
    looked = desk.json("letter", reference, "acknowledgement", own)
    assert any(place.get("found") == "Yusof" for place in looked["look_at"]), looked["look_at"]
    desk.path("letter.txt", text.replace("Yusof", "Yusuf"))
    pdf = desk.path("letter.pdf")
    desk.run("letter", reference, "acknowledgement", own, "--pdf", pdf, "--send", "email", "--reason", "Rang her as well")
    act = desk.json("show", reference)["acts"][-1]
    with open(own, encoding="utf-8") as f:
        assert act["body"]["text"] == f.read()
    with open(pdf, "rb") as f:
        assert act["body"]["pdf_sha256"] == hashlib.sha256(f.read()).hexdigest()
    assert act["body"]["how"] == "email" and act["body"]["passed_reason"] == "Rang her as well"
    shown = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    says(" ".join(shown.split()), "Dear Amina Yusuf,", "Not told of the move", "Ruth Bell", "Page 1 of")

    desk.run("letter", reference, "acknowledgement", own, "--pdf", desk.folder.name, status=1)
    desk.run("letter", reference, "no-such-letter", status=2)
    desk.run("letter", reference, "holding", desk.path("none.txt"), status=1)
    other = desk.log(profile="england-nhs", relationship="child", authority="awaited")
    desk.run("letter", other, "final-reply", own, "--send", "letter", "--reason", "x", status=1)
    says(desk.errors, "permission")
    desk.run("letter", other, "final-reply", own, "--send", "letter", "--to", "patient", "--reason", "x")
    desk.run("letter", other, "holding", own, "--send", "letter", "--to", "other:Ward Sister", "--reason", "x", status=1)
    says(desk.errors, "permission")
    other = desk.log(profile="england-nhs", relationship="child", authority="given")
    desk.run("letter", other, "holding", own, "--send", "letter", "--to", "other:", "--reason", "x", status=1)
    says(desk.errors, "recipient_name")
    desk.run("letter", other, "holding", own, "--send", "letter", "--to", "other:Ward Sister", "--reason", "x")
    sent = desk.json("show", other)["acts"][-1]["body"]
    assert (sent["recipient"], sent["recipient_name"]) == ("other", "Ward Sister"), sent
    desk.run("verify")


HEAD = {"name": "Ours", "version": "1", "source": "none", "checked_on": "2026-11-24"}


@test
def own_folder(desk):
    """The organisation's own folder counts for every command; a file that is wrong is named and not used."""
    def put(file_name, **content):
        path = os.path.join(desk.folder.name, "own", file_name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(content, file)

    own = ["--rules", os.path.join(desk.folder.name, "own")]
    reference = desk.log(profile="clinic")
    put("guidance/frames/last.json", format="heed-guide/1", id="last", kind="frame", extends=True, off=True, **HEAD)
    put("letters/templates/holding.json", format="heed-letter/1", id="holding", letter="holding",
        blocks=[{"text": "We still look into it."}], **HEAD)
    assert re.search(r"^frame +last ", desk.run("guide", "--list"), re.M)
    assert not re.search(r"^frame +last ", desk.run("guide", "--list", *own), re.M)
    says(desk.run("letter", reference, "holding", *own), "We still look into it.")
    assert "We still look into it." not in desk.run("letter", reference, "holding")

    def told(*args):
        done = subprocess.run([HEEDCTL, "--database", desk.database, *own, *args], capture_output=True, text=True)
        assert done.returncode == 0, done
        return done.stdout, done.stderr
    put("guidance/frames/last.json", format="heed-guide/1")
    put("letters/templates/holding.json", format="heed-letter/1", id="holding", letter="holding", **HEAD)
    put("profiles/ours.json", format="heed-profile/1")
    put("guidance/phrases/ours.json", format="none")
    put("guidance/listener/ours.json", format="none")
    text, errors = told("guide", "--list")
    says(errors, "not used: profiles/ours.json: $", "not used: guidance/frames/last.json: $")
    assert re.search(r"^frame +last ", text, re.M) and "letters/" not in errors, errors
    text, errors = told("letter", reference, "holding")
    says(errors, "not used: profiles/ours.json", "not used: letters/templates/holding.json: $.blocks",
         "not used: guidance/phrases/ours.json")
    assert "We still look into it." not in text
    says(told("places", "--profile", "clinic")[1], "not used: profiles/ours.json")
    says(told("readability", desk.path("text", "So be it."))[1], "not used: guidance/phrases/ours.json")
    says(told("listen", desk.path("text", "So be it."))[1], "not used: guidance/listener/ours.json")
    desk.run("counts", "--rules", desk.path("nowhere"), status=1)
    says(desk.errors, "it is not a folder")


@test
def sheet(desk):
    reference = desk.log(profile="england-nhs", issues=[{"text": "Not told of the move"}], wants=["To know why"])
    text = desk.run("sheet", reference)
    says(text, reference, "For Amina Yusuf", "Not told of the move", "To know why", "By Fri 27 Nov 2026",
         "Your care will not change", "Grace Okafor", "Parliamentary and Health Service Ombudsman",
         "0345 015 4033")
    assert "Samaritans" not in text and "Cruse" not in text
    desk.run("act", reference, "flag", "-", stdin='{"flag": "bereaved"}')
    says(desk.run("sheet", reference), "Samaritans", "Cruse")
    parts = desk.json("sheet", reference)
    assert {line["part"] for line in parts} == {"heading", "paragraph", "item"}
    path = desk.path("sheet.pdf")
    desk.run("sheet", reference, "--pdf", path)
    read = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    says(" ".join(read.split()), "What Will Happen Now", reference, "Not told of the move", "By Fri 27 Nov 2026")
    desk.run("sheet", reference, "--pdf", desk.path("no/such/folder.pdf"), status=1)
    says(desk.errors, "folder.pdf")
    desk.run("sheet", "99-0001", status=1)


@test
def places(desk):
    for profile in desk_profiles():
        places = desk.json("places", "--profile", profile)
        assert len(places) >= 4 and all(place["source"] for place in places), profile
    says(desk.run("places", "--profile", "clinic"), "your organisation adds its own number")
    desk.run("places", "--profile", "nowhere", status=2)
    desk.run("places", status=2)


def desk_profiles():
    return [name[:-5] for name in os.listdir(os.path.join(TOP, "data", "profiles"))]


@test
def wrong_usage(desk):
    for args in ([], ["frobnicate"], ["show"], ["show", "a", "b"], ["queue", "--map", "x"], ["--nonsense"],
                 ["queue", "--stage", "dreaming"], ["queue", "--sort", "size"], ["--now", "noon", "kinds"],
                 ["import", "x.csv"], ["due"], ["queue", "--limit", "0"]):
        desk.run(*args, status=2)
        says(desk.errors, "heedctl: ")


@test
def help_and_manual_name_every_command(desk):
    text = desk.run("--help")
    with open(os.path.join(TOP, "data", "man", "heedctl.1"), encoding="utf-8") as f:
        manual = f.read()
    for command in COMMANDS:
        says(text, f"\n  {command} ")
        assert re.search(rf"^\.It Cm {command}\b", manual, re.M), command
    assert set(re.findall(r"^  ([a-z-]+) +\S", text.split("Commands:")[1], re.M)) == set(COMMANDS)
    for option in re.findall(r"--[a-z-]+", text):
        assert "Fl Fl " + option[2:] in manual, option
    says(desk.run("--version"), "heedctl ")


@test
def kinds(desk):
    found = {kind["kind"]: kind for kind in desk.json("kinds")}
    facts = {fact["name"]: fact for fact in found["log"]["facts"]}
    assert facts["words"]["required"] and not facts["channel"]["required"]
    assert "phone" in facts["channel"]["values"]
    says(desk.run("kinds"), "acknowledge", "reply_by")


@test
def readability(desk):
    letter = "Dear Mrs Smith\n\nWe are sorry if you were upset. Your biopsy was lost."
    told = desk.json("readability", desk.path("letter.txt", letter))
    assert (told["words"], told["sentences"], told["smog_is_rough"]) == (14, 3, True), told
    found = {hit["phrase"]: hit for hit in told["look_at"]}
    assert found["biopsy"]["better"] == ["small sample taken to test"], found
    assert letter[found["sorry-if"]["start"]:found["sorry-if"]["end"]] == "sorry if", found
    assert found["sorry-if"]["line"] == 3 and found["sorry-if"]["kind"] == "conditional-apology"
    says(desk.run("readability", "-", stdin=letter), "Flesch reading ease", "rough", "“biopsy”. Jargon:",
         "Better: small sample taken to test")
    says(desk.run("readability", "-", stdin="word " * 26 + "\x1b[31m end."), "Long sentences", "line 1, 28 words")
    assert "\x1b" not in desk.run("readability", "-", stdin="word " * 26 + "\x1b[31m end.")
    assert desk.json("readability", "-", stdin="")["flesch"] == 0
    desk.run("readability", desk.path("missing.txt"), status=1)
    says(desk.errors, "missing.txt")
    with open(desk.path("latin.txt"), "wb") as f:
        f.write(b"caf\xe9")
    desk.run("readability", desk.path("latin.txt"), status=1)
    says(desk.errors, "not text in UTF-8")


@test
def listen(desk):
    words = "He hasn't had his insulin. I waited six hours for an appointment."
    told = desk.json("listen", "-", stdin=words)
    danger = told["dangers"][0]
    assert {(danger["kind"], danger["level"]) for danger in told["dangers"]} == {("urgent-care", "red")}, told
    assert "hasn't had his insulin" in [danger["text"] for danger in told["dangers"]], told
    assert words[danger["start"]:danger["end"]] == danger["text"] and danger["question"]
    first = told["categories"][0]
    assert first["category"].startswith("processes") and first["suggested"] and first["because"], first
    says(desk.run("listen", desk.path("words.txt", words)), "May need care now", "Ask:", "Looks like:", "because of:")
    says(desk.run("listen", "-", stdin="xyzzy"), "Nothing stands out.")
    desk.run("listen", status=2)
    desk.run("listen", desk.path("none.txt"), status=1)
    assert not os.path.exists(desk.database), "listening makes no database"


@test
def listen_learns(desk):
    words = "The car park is full"
    desk.run("listen", "-", "--chosen", "environment.security", status=1, stdin=words)
    desk.log()
    desk.run("listen", "-", "--chosen", "nonsense", status=1, stdin=words)
    says(desk.errors, "--chosen", "no such category")
    before = desk.json("listen", "-", stdin=words)["categories"][0]["category"]
    for _ in range(6):
        says(desk.run("listen", "-", "--chosen", "processes.bureaucracy", stdin=words), "counts changed")
    assert desk.json("listen", "-", stdin=words)["categories"][0]["category"] == "processes.bureaucracy"
    says(desk.run("listen", "--forget"), "forgotten")
    assert desk.json("listen", "-", stdin=words)["categories"][0]["category"] == before
    desk.run("listen", "x", "--forget", status=2)
    desk.run("verify")


@test
def due(desk):
    clocks = {c["clock"]: c for c in desk.json("due", "--profile", "england-nhs", "--received", "2026-12-24")}
    assert clocks["acknowledge"]["due"] == "2026-12-31", clocks
    says(clocks["acknowledge"]["why"], "3 working days after Thu 24 Dec 2026", "Christmas Day")
    desk.run("due", "--profile", "nowhere", "--received", "2026-12-24", status=1)
    desk.run("due", "--profile", "england-nhs", "--received", "24/12/2026", status=1)
    says(desk.errors, "--received")
    desk.run("due", "--profile", "england-nhs", "--received", "2026-12-24", "--pause", "soon", status=1)


@test
def spc(desk):
    values = [10, 12, 11, 13, 9, 10, 12, 11, 13, 9, 10, 12, 40]
    rows = [f"2025-{m:02}-01,{y}" for m, y in zip(range(1, 13), values)] + ["2026-01-01,40"]
    table = desk.path("series.csv", "\ufeffmonth,answered\n" + "\n".join(reversed(rows)) + "\n\n")
    chart = desk.json("spc", table, "--improvement", "down", "--target", "90", "--fix-after", "12")
    ranges = [abs(a - b) for a, b in zip(values[:11], values[1:12])]
    mean, width = sum(values[:12]) / 12, 2.66 * sum(ranges) / 11
    last = chart["points"][-1]
    assert last["x"] == "2026-01-01" and last["cause"] == "above-limit" and last["means"] == "concern", last
    assert abs(last["upper"] - mean - width) < 1e-9 and abs(last["lower"] - mean + width) < 1e-9, (last, mean, width)
    assert (chart["special"], chart["variation"], chart["assurance"]) == (1, "concern", "consistent-pass"), chart
    says(desk.run("spc", table), "2026-01-01", "Above the usual range", "2026-01-01 stands out.")
    rebased = desk.json("spc", table, "--rebase", "2025-07-01")["points"]
    assert [point["group"] for point in rebased] == [0] * 6 + [1] * 7, rebased
    assert not os.path.exists(desk.database)
    for args, status, reason in ((["--rebase", "2025-07-02"], 1, "--rebase"), (["--trend", "5"], 2, "--trend"),
                                 (["--improvement", "sideways"], 2, "--improvement"),
                                 (["--target", "many"], 2, "--target"), (["--fix-after", "1"], 2, "--fix-after")):
        desk.run("spc", table, *args, status=status)
        says(desk.errors, reason)
    for text, reason in (("x,y\n1,2\n2,two\n", "row 3: "), ("1,2\n1,2,3\n", "row 2: "), ("", "empty"),
                         ('1,2\n"2,3\n', "row 2: "), ("x,y\n", "no row"), ("2026-01,1\n2026-01,2\n", "row 2: ")):
        desk.run("spc", desk.path("bad.csv", text), status=1)
        says(desk.errors, "bad.csv", reason)
    desk.run("spc", desk.path("nowhere.csv"), status=1)


@test
def measures_and_activity(desk):
    for day in ("2026-03-02", "2026-03-09", "2026-04-30", "2026-05-01"):
        desk.log(received=day, type="complaint")
    desk.log(received="2026-04-30", type="concern")
    desk.run("activity", "", "2026-03", "contacts", "400")
    table = desk.path("activity.csv", "site,month,kind,amount\n,2026-04,contacts,500\n,2026-05,bed-days,70\n")
    desk.run("activity", table)
    assert [(a["month"], a["kind"], a["amount"]) for a in desk.json("activity")] == [
        ("2026-03", "contacts", 400), ("2026-04", "contacts", 500), ("2026-05", "bed-days", 70)]
    args = ["measures", "--from", "2026-03-01", "--to", "2026-05-31", "--per", "contacts"]
    found = desk.json(*args)
    by_id = {m["id"]: m for m in found["measures"]}
    assert [p["numerator"] for p in by_id["received"]["periods"]] == [2, 1, 1], by_id["received"]
    assert (by_id["received"]["value"], by_id["concerns"]["value"], by_id["open"]["value"]) == (4, 1, 5)
    rate = by_id["received-rate"]
    assert [p["value"] for p in rate["periods"]] == [5, 2, None] and abs(rate["value"] - 3000 / 900) < 1e-9, rate
    late = by_id["acknowledged-in-time"]
    assert (late["numerator"], late["denominator"], late["value"]) == (0, 4, 0) and 0 < late["high"] < 60, late
    assert all(m["definition"] and m["counts"] and m["basis"] for m in by_id.values())
    hidden = desk.json(*args, "--suppress", "board")
    assert hidden["suppress"] == "board" and "1 to 5" in hidden["rule"], hidden["rule"]
    for measure in hidden["measures"]:
        for cell in measure["periods"]:
            assert cell.get("numerator") in (None, 0) or measure["kind"] in ("rate", "stock"), (measure["id"], cell)
    says(desk.run(*args), "March 2026 to May 2026", "Complaints received", "0 of 4", "not for publication")
    assert desk.json(*args, "--service", "Nowhere")["measures"][0]["value"] == 0
    for args, reason in ((["--from", "May"], "--from"), (["--to", "2026-02-30"], "--to"), (["--suppress", "all"], "--suppress"),
                         (["--from", "2026-05-01", "--to", "2026-04-01"], "--to"), (["--per", "smiles"], "--per")):
        desk.run("measures", *args, status=2)
        says(desk.errors, reason)
    desk.run("activity", "", "2026-13", "contacts", "400", status=2)
    desk.run("activity", "x", "y", status=2)
    desk.run("activity", desk.path("bad.csv", ",2026-04,contacts,some\n"), status=1)
    says(desk.errors, "bad.csv: row 1: ")
    verdict = desk.json("verify")
    assert verdict["problems"] == [], verdict
    desk.run("rebuild")
    assert desk.json(*["measures", "--from", "2026-03-01", "--to", "2026-05-31"])["measures"][0]["value"] == 4


@test
def no_database(desk):
    for args in (["queue"], ["counts"], ["search", "x"], ["verify"], ["show", "1"]):
        desk.run(*args, status=1)
        says(desk.errors, desk.database)
    assert not os.path.exists(desk.database)


@test
def log_show_act(desk):
    reference = desk.log(channel="phone")
    text = desk.run("show", reference)
    says(text, reference, "Nobody rang back.", "Amina Yusuf", "Acknowledge", "Timeline", "Grace Okafor")
    desk.run("act", reference, "note", "-", stdin='{"text": "Rang the ward."}')
    case = desk.json("show", reference)
    assert case["reference"] == reference and case["person"]["name"] == "Amina Yusuf", case
    assert [act["kind"] for act in case["acts"]] == ["log", "note"], case
    desk.run("act", reference, "note", status=1)
    says(desk.errors, "text", "still needs")
    desk.run("act", reference, "dance", status=1)
    says(desk.errors, "dance")
    desk.run("act", "no-such-case", "note", status=1)
    says(desk.errors, "no-such-case")


@test
def guide(desk):
    reference = desk.log(interpreter=True, feeling="very-upset", issues=[{"text": "Not told"}])
    text = desk.run("guide", reference)
    says(text, "Next: Is anyone in danger? Ask plainly", "“Is anybody hurt, or in danger, right now?”", "0 of 14",
         "May be: Interpreter needed (interpreter)", "May be: Angry at the desk (angry)", "[ ] ")
    assert "Handover" not in text and "[x]" not in text, text

    def act(kind, **facts):
        return desk.run("act", reference, kind, "-", stdin=json.dumps(facts))
    act("tick", item="listen.safety", text="Is anyone in danger? Ask plainly", version="2026-11")
    act("not-applicable", item="listen.private", reason="By phone")
    act("situation", situation="bereaved", text="Bereaved", version="2026-11")
    act("situation", situation="self-harm", suggested=True)
    act("hand-over", to="Crisis team", reason="Said so", situation="self-harm")
    act("danger", what="self-harm", told="Sam Odu", told_at="2026-11-24T08:58:00Z")
    act("feeling", when="end", feeling="worried")
    says(desk.run("guide", reference), "Next: Take it seriously", "2 of 14", "[x] Is anyone in danger",
         "[-] Offer somewhere private", "Grace Okafor, Tue 24 Nov: By phone", "Handover 1 is open: Crisis team",
         "Bereaved  0 of 11")
    found = desk.json("guide", reference)
    assert found["next"] == "self-harm.stay-calm", found["next"]
    assert [x["list"] for x in found["lists"]] == ["self-harm", "listen", "bereaved"], found
    assert found["situations"] == ["bereaved", "self-harm"] and found["suggested"] == ["interpreter"], found
    listen = found["lists"][1]
    assert (listen["done"], listen["total"]) == (2, 14), listen
    states = {item["item"]: item["state"] for item in listen["items"]}
    assert states["listen.safety"] == "done" and states["listen.private"] == "not-applicable", states
    assert states["listen.name"] == "open" and listen["items"][1]["reason"] == "By phone", listen["items"][1]
    assert found["hand_overs"][0]["accepted_by"] is None and found["dangers"][0]["told"] == "Sam Odu", found
    assert (found["feeling_start"], found["feeling_end"]) == ("very-upset", "worried"), found
    assert found["guidance_version"] == "2026-11", found
    act("hand-over-accept", number=1, by="Sam Odu")
    assert desk.json("guide", reference)["hand_overs"][0]["accepted_by"] == "Sam Odu"
    act("untick", item="listen.safety")
    says(desk.run("guide", reference), "1 of 14")
    text = desk.run("show", reference)
    says(text, "did: Is anyone in danger? Ask plainly", "told Sam Odu about a danger: Talk of suicide or self-harm",
         "noted that Sam Odu accepted the handover", "noted how the person is. At the end: Worried or frustrated",
         "noted the situation: Bereaved", "08:58")
    desk.run("guide", status=2)
    desk.run("guide", reference, "--list", status=2)
    desk.run("guide", "no-such-case", status=1)
    says(desk.errors, "no-such-case")
    desk.run("verify")


@test
def leaving_a_stage_names_what_is_open(desk):
    reference = desk.log(issues=[{"text": "Not told"}])
    desk.run("act", reference, "tick", "-", stdin='{"item": "listen.safety"}')
    assert "Left open" not in desk.run("act", reference, "note", "-", stdin='{"text": "x"}')
    facts = json.dumps({"safety": "no-one", "reference_given": True, "passed": ["listen.name"],
                        "passed_reason": "Had to catch a bus"})
    text = desk.run("act", reference, "listened", "-", stdin=facts)
    says(text, "Left open in the guide:\n", "  listen.name: Give your name")
    assert "listen.safety" not in text and "listen.after" not in text, text
    assert len(text.splitlines()) == 2 + 12, text
    says(desk.run("show", reference), "Had to catch a bus")
    left = desk.json("act", reference, "acknowledge", "-", stdin=json.dumps(
        {"how": "phone", "plan": "p", "owner": "o", "reply_by": "2026-12-20"}))["left_open"]
    assert len(left) == 9 and "acknowledge.plan" in left, left


@test
def guide_lists(desk):
    lists = {entry["list"]: entry for entry in desk.json("guide", "--list")}
    kinds = [entry["kind"] for entry in lists.values()]
    assert [kinds.count(k) for k in ("stage", "situation", "frame", "signs", "words")] == [3, 20, 10, 3, 2], kinds
    assert [len(lists[x]["items"]) for x in ("listen", "acknowledge", "resolve", "beta")] == [14, 11, 12, 10]
    says(desk.run("guide", "--list"), "self-harm", "Talk of suicide", "2026-11")
    assert not os.path.exists(desk.database)


@test
def guidance_check(desk):
    folder = desk.path("rules")
    os.makedirs(os.path.join(folder, "guidance", "situations"))
    says(desk.run("guidance", "check", folder), "no guidance of your own")
    own = {"format": "heed-guide/1", "id": "bereaved", "name": "Bereaved", "version": "3", "source": "Us",
           "checked_on": "2026-11-24", "kind": "situation", "extends": True,
           "items": [{"id": "bereaved.garden", "text": "Show the garden", "why": "It is quiet"}]}
    desk.path("rules/guidance/situations/bereaved.json", json.dumps(own))
    says(desk.run("guidance", "check", folder), "guidance/situations/bereaved.json  2026-11+3")
    assert desk.json("guidance", "check", folder) == {"good": True, "left_out": []}
    own["items"][0]["text"] = ""
    desk.path("rules/guidance/situations/bereaved.json", json.dumps(own))
    desk.run("guidance", "check", folder, status=1)
    says(desk.errors, "guidance/situations/bereaved.json: $.items[0].text: it must be one line of text")
    desk.run("guidance", "check", desk.path("nowhere"), status=1)
    says(desk.errors, "it is not a folder")
    desk.run("guidance", "mend", folder, status=2)


@test
def log_twice_is_once(desk):
    one = desk.log(id="7d444840-9dc0-11d1-b245-5ffdce74fad2")
    two = desk.log(id="7d444840-9dc0-11d1-b245-5ffdce74fad2")
    assert one == two and desk.json("counts")["all_open"] == 1


@test
def known_id_with_other_content(desk):
    one = desk.log(id="7d444840-9dc0-11d1-b245-5ffdce74fad2")
    desk.run("log", stdin='{"id": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "words": "Other.", "person": {"name": "B"}}',
             status=1)
    says(desk.errors, "has this id already")
    assert [row["reference"] for row in desk.json("queue")] == [one]


@test
def show_is_complete(desk):
    other = desk.log("The same again.")
    reference = desk.log("Nobody rang.", wants=["To know why"], language="Polish", interpreter=True,
                         issues=[{"text": "Not told", "category": "communication", "severity": 2}])
    for kind, body in (("listened", {"safety": "no-one", "reference_given": True}),
                       ("acknowledge", {"how": "phone", "plan": "Ask the ward", "owner": "Ruth",
                                        "reply_by": "2026-12-18", "agreed": True}),
                       ("agree", {"reply_by": "2026-12-28", "reason": "Waiting for notes"}),
                       ("pause", {"reason": "consent"}), ("resume", {}), ("want-done", {"number": 1}),
                       ("remedy", {"remedy": "explanation", "text": "In a letter"}),
                       ("learn", {"text": "Ring families", "owner": "Claire", "due": "2027-01-10"}),
                       ("link", {"other": other, "relation": "related"})):
        desk.run("act", reference, kind, "-", stdin=json.dumps(body))
    case = desk.json("show", reference)
    assert [promise["by"] for promise in case["promises"]] == ["2026-12-18", "2026-12-28"]
    assert case["promises"][0]["with_person"] and case["promises"][1]["reason"] == "Waiting for notes"
    assert case["pauses"][0]["reason"] == "consent" and case["pauses"][0]["to"]
    assert case["wants"][0]["text"] == "To know why" and case["wants"][0]["done"]
    assert case["remedies"][0]["remedy"] == "explanation"
    assert case["learning"][0]["owner"] == "Claire"
    assert case["links"] == [{"other": other, "relation": "related"}]
    assert case["rounds"][0]["acknowledged"] and case["language"] == "Polish" and case["interpreter"]


@test
def refused_in_the_wrong_stage(desk):
    reference = desk.log()
    desk.run("act", reference, "close", "-", status=1, stdin='{"next_step_told": true}')
    says(desk.errors, "Listen", "Finish listening")
    desk.run("act", reference, "amend", "-", status=1, stdin='{"fact": "words", "new": "y", "reason": "z"}')
    says(desk.errors, "the old value")


def damaged_database(desk, kind):
    """A database that cannot be used; what the message must say of it."""
    path = desk.path(kind + ".db")
    if kind == "missing":
        return path, "There is no database here"
    if kind == "no database":
        desk.path(kind + ".db", "Dear diary,\n" * 400)
        return path, "not a Heed file"
    if kind == "empty":
        desk.path(kind + ".db", "")
        return path, "damaged"
    if kind == "of another program":
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE plant (name)")
        other.commit()
        other.close()
        return path, "not a Heed file"
    shutil.copy(desk.database, path)
    with open(path, "r+b") as f:
        if kind == "truncated":
            f.truncate(os.path.getsize(path) // 2)
            return path, "damaged"
        if kind == "corrupt":
            for page in range(1, os.path.getsize(path) // 4096):
                f.seek(page * 4096)
                f.write(b"\xa5" * 200)
            return path, "damaged"
        if kind == "newer":
            f.seek(60)                                   # user_version, in the header of SQLite's format
            f.write((9999).to_bytes(4, "big"))
            return path, "newer Heed"
    raise KeyError(kind)


@test
def bad_databases_are_told_apart_and_left_alone(desk):
    desk.log()
    assert not os.path.exists(desk.database + "-wal")
    for kind in ("missing", "no database", "empty", "of another program", "truncated", "corrupt", "newer"):
        path, words = damaged_database(desk, kind)
        before = sum_of(path)
        for args in (["queue"], ["show", "26-0001"], ["act", "26-0001", "note"], ["verify"], ["rebuild"],
                     ["backup", desk.path("never.db")], ["log"]):
            if kind in ("missing", "empty") and args == ["log"]:
                continue                                 # the one command that makes a database where there is nothing
            done = subprocess.run([HEEDCTL, "--database", path, "--as", "Grace", *args], capture_output=True, text=True,
                                  input='{"words": "x", "person": {"name": "A"}}', timeout=60)
            assert done.returncode == 1 and done.stdout == "", (kind, args, done)
            says(done.stderr, "heedctl: ", words)
            assert sum_of(path) == before, (kind, args)
        assert not os.path.exists(desk.path("never.db")), kind
        # Nothing was written to a log beside it; an empty one may stay where its file cannot be closed well.
        for end in ("-wal", "-journal"):
            assert not os.path.exists(path + end) or os.path.getsize(path + end) == 0, (kind, end)


def sum_of(path):
    if not os.path.exists(path):
        return None
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


@test
def locked_database(desk):
    reference = desk.log()
    other = sqlite3.connect(desk.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    desk.run("act", reference, "note", "-", stdin='{"text": "x"}', status=1)
    says(desk.errors, "Another program is using the file")
    assert [act["kind"] for act in desk.json("show", reference)["acts"]] == ["log"]
    other.execute("ROLLBACK")
    other.close()
    desk.run("act", reference, "note", "-", stdin='{"text": "x"}')


@test
def read_only_database(desk):
    if os.geteuid() == 0:
        return "SKIP root may write everywhere"
    reference = desk.log()
    os.chmod(desk.database, 0o400)
    before = sum_of(desk.database)
    desk.run("act", reference, "note", "-", stdin='{"text": "x"}', status=1)
    says(desk.errors, "cannot be written")
    assert sum_of(desk.database) == before
    return None


@test
def full_disk(desk):
    """A limit on the size of files stands for a disk that is full."""
    reference = desk.log()
    size = os.path.getsize(desk.database)
    done = subprocess.run([HEEDCTL, "--database", desk.database, "--as", "Grace", "act", reference, "note", "-"],
                          input=json.dumps({"text": "x" * 400000}), capture_output=True, text=True, timeout=60,
                          preexec_fn=lambda: limit_files(size + 65536))
    assert done.returncode == 1, done
    says(done.stderr, "heedctl: ", "Nothing was changed")
    assert [act["kind"] for act in desk.json("show", reference)["acts"]] == ["log"]
    assert desk.json("verify")["problems"] == []


def limit_files(size):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@test
def json_says_one_thing(desk):
    for wrong in ('{"words": "a", "words": "b"}', '{"words": "a\\u0000b"}'):
        desk.run("log", stdin=wrong, status=1)
        says(desk.errors, "-:1: ")
    assert not os.path.exists(desk.database)


@test
def log_lines_until_the_first_refused(desk):
    good = '{"words": "Cold food.", "person": {"name": "Tom"}}'
    path = desk.path("cases.jsonl", f'{good}\n\n{good}\n{{"words": "", "person": {{"name": "Ann"}}}}\n{good}\n')
    text = desk.run("log", path, status=1)
    assert len(text.split()) == 2, text
    says(desk.errors, path + ":4: ", "words")
    assert desk.json("counts")["all_open"] == 2
    desk.run("log", "-", stdin='{"words": "x", "person": {"name": "A"}, "channel": "pigeon"}', status=1)
    says(desk.errors, "-:1: ", "channel", "channels")
    desk.run("log", "-", stdin='{"words": ', status=1)
    desk.run("log", desk.path("nowhere.json"), status=1)


@test
def queue_search_counts(desk):
    first = desk.log("Nobody rang back.", received="2026-11-02")
    second = desk.log("The lift was broken.", received="2026-11-23")
    assert [row["reference"] for row in desk.json("queue", "--sort", "received")] == [second, first]
    assert [row["reference"] for row in desk.json("queue", "--late")] == [first]
    assert [row["reference"] for row in desk.json("queue", "--sort", "due", "--limit", "1")] == [first]
    assert desk.json("queue", "--stage", "resolve") == []
    assert [row["reference"] for row in desk.json("search", "lift")] == [second]
    assert len(desk.json("search", "amina")) == 2
    counts = desk.json("counts")
    assert counts["all_open"] == 2 and counts["all_late"] == 1, counts
    says(desk.run("queue"), first, second, "Amina Yusuf")


@test
def backup_restore_verify_rebuild(desk):
    reference = desk.log()
    copy = desk.path("copy.heed")
    desk.run("backup", copy)
    verdict = desk.json("verify")
    assert verdict["cases"] == 1 and verdict["problems"] == [], verdict
    desk.run("rebuild")
    assert desk.json("verify")["head"] == verdict["head"]
    other = Desk()
    other.run("restore", copy)
    assert other.json("show", reference)["reference"] == reference


def settle(desk, *args, **facts):
    reference = desk.log(**facts)
    desk.run("act", reference, "settle", "-", stdin=json.dumps({"text": "Rang at once"}), *args)
    return reference


@test
def feedback_and_review(desk):
    reference = settle(desk)
    desk.run("feedback", reference, "-", status=1, stdin='{"way": "phone", "heard": "a-little"}')
    says(desk.errors, "asked_by")
    body = {"way": "phone", "asked_by": "A volunteer", "heard": "a-little", "answers": {"listened": 2}, "overall": 2}
    desk.run("feedback", reference, "-", stdin=json.dumps(body))
    found = desk.json("show", reference)["feedback"][0]
    assert found["answers"] == "listened=2" and found["overall"] == 2 and found["survey"] == "after-closing", found
    says(desk.run("show", reference), "I was listened to.", "Disagree")
    looks = desk.json("review-list")
    assert looks["seed"] == 20264 and [c["reference"] for c in looks["cases"]] == [reference], looks
    assert "low" in looks["cases"][0]["why"], looks
    says(desk.run("review-list"), reference, "Poor feedback", "seed 20264")
    desk.run("review-list", "--seed", "x", status=2)
    desk.run("act", reference, "review", "-", stdin=json.dumps({
        "kept": "some", "note": "The call came late", "you_said": "Nobody rang", "we_did": "We ring", "publishable": True}))
    assert desk.json("review-list")["cases"] == []
    assert [s["we_did"] for s in desk.json("said")] == ["We ring"]
    says(desk.run("said"), "You said: Nobody rang", "We did: We ring")


@test
def survey(desk):
    reference, other = settle(desk), settle(desk)
    mapping = os.path.join(TOP, "docs", "import", "after-closing.json")
    with open(mapping, encoding="utf-8") as f:
        facts = json.load(f)
    columns = [fact["column"] for part in ("answers", "feedback", "place") for fact in facts[part].values()
               if "column" in fact] + ["form", "reference"]
    rows = [{"form": "1", "reference": reference, "date": "2026-11-20", "heard": "Fully", "listened": "5"},
            {"form": "2", "date": "2026-11-02", "heard": "A little", "listened": "2", "service": "Maternity",
             "comment": "It took long, =1+1"},
            {"form": "3", "reference": "26-9999", "date": "2026-11-20", "heard": "Fully"},
            {"form": "4", "date": "2026-11-20", "heard": "Loud"},
            {"form": "5", "heard": "Mostly"},
            {"form": "6", "reference": other, "date": "2026-11-20", "heard": "Mostly", "overall": "9"},
            {"form": "7", "reference": reference, "date": "2026-11-21", "heard": "Mostly"},
            {"form": "8", "reference": other, "date": "2026-11-20"}]
    table = desk.path("forms.csv", "\n".join([",".join(columns)] + [
        ",".join('"' + row.get(column, "") + '"' for column in columns) for row in rows]) + "\n")
    for stored in (2, 0):
        counts = desk.json("import", table, "--map", mapping)
        assert (counts["read"], counts["made"], counts["refused"], counts["already"]) == (8, stored, 6, 2 - stored), counts
    with open(table + ".refused.csv", encoding="utf-8") as f:
        refused = f.read()
    says(refused, "there is no case “26-9999”", "Loud", "neither the reference of a case nor a date", "overall",
         "This has been done already", "whether they felt heard")
    assert [line.split('"')[-2] != "" for line in refused.splitlines()[1:]] == [True] * 6, refused
    said = desk.json("show", reference)["feedback"]
    assert [(s["on"], s["heard"], s["answers"], s["way"]) for s in said] == [("2026-11-20", "fully", "listened=5", "paper")]
    apart = desk.json("feedback")
    assert [{name: value for name, value in row.items() if value} for row in apart] == [
        {"month": "2026-11", "service": "Maternity", "survey": "after-closing", "survey_version": "2026-11",
         "answers": "listened=2", "heard": "a-little", "comment": "It took long, =1+1"}], apart
    says(desk.run("feedback"), "2026-11", "Maternity", "A little")
    desk.run("verify")


@test
def actions(desk):
    reference = settle(desk)
    act = lambda kind, body: desk.run("act", reference, kind, "-", stdin=json.dumps(body))
    act("learn", {"text": "Ring families", "owner": "Claire", "due": "2026-11-20", "strength": "weak"})
    count = lambda *args: len(desk.json("actions", *args))
    assert (count(), count("--late"), count("--no-proof")) == (1, 1, 0)
    says(desk.run("actions"), reference, "Late since Fri 20 Nov", "Claire", "Ring families")
    act("learned", {"number": 1, "done": "2026-07-01"})
    assert (count("--late"), count("--no-proof"), count("--due")) == (0, 1, 0)
    act("learned", {"number": 1, "proof": "Audit of 20 discharges"})
    assert (count("--no-proof"), count("--due")) == (0, 1)
    act("learning-check", {"number": 1, "effective": "no", "note": "Two of ten"})
    assert (count("--due"), count("--not-effective"), count("--all")) == (0, 1, 1)
    desk.run("actions", "--late", "--due", status=2)
    desk.run("queue", "--no-proof", status=2)


@test
def import_rows(desk):
    mapping = desk.path("map.json", json.dumps({
        "format": "heed-import/1", "id": "test", "name": "Test", "key": "no",
        "file": {"separator": "comma", "encoding": "utf-8", "dates": "%d/%m/%Y"},
        "facts": {"words": {"column": "text"}, "received": {"column": "day"}, "anonymous": {"value": True},
                  "type": {"value": "concern"}, "profile": {"value": "england-nhs"}}}))
    table = desk.path("rows.csv", "no,day,text\n1,02/11/2026,Cold food\n2,31/02/2026,No such day\n3,03/11/2026,\n")
    line = "rows read 3 = cases made 1 + rows refused 2 + already there 0\n"
    assert desk.run("import", table, "--map", mapping, "--dry-run") == line
    says(desk.errors, "row 3: day: ", "row 4: no words")
    assert not os.path.exists(desk.database) and not os.path.exists(table + ".refused.csv")
    assert desk.run("import", table, "--map", mapping) == line
    with open(table + ".refused.csv", encoding="utf-8") as f:
        says(f.read(), '"no","day","text","reason"', "31/02/2026", "no words")
    assert desk.json("import", table, "--map", mapping)["already"] == 1
    assert desk.json("counts")["all_open"] == 1
    wrong = desk.path("wrong.json", '{"format": "heed-import/1"}')
    desk.run("import", table, "--map", wrong, status=1)
    says(desk.errors, wrong, "$.")


@test
def import_rows_with_a_person(desk):
    mapping = desk.path("map.json", json.dumps({
        "format": "heed-import/1", "id": "test", "name": "Test", "key": "no",
        "file": {"separator": "tab", "encoding": "windows-1252", "dates": "%d/%m/%Y"},
        "facts": {"words": {"column": "text"}, "anonymous": {"value": True}},
        "person": {"name": {"column": "name"}, "phone": {"column": "tel"}}}))
    table = desk.path("rows.tsv")
    with open(table, "w", encoding="cp1252") as f:
        f.write("no\ttext\tname\ttel\n1\tCafé – cold\tZoë\t07700 900111\n2\tNo bed\t\t\n")
    line = "rows read 2 = cases made 2 + rows refused 0 + already there 0\n"
    assert desk.run("import", table, "--map", mapping, "--dry-run") == line
    assert desk.run("import", table, "--map", mapping) == line
    assert desk.json("import", table, "--map", mapping)["already"] == 2
    with open(table, "a", encoding="cp1252") as f:
        f.write("3\tOne too many\tAnn\t1\tmore\n")
    desk.run("import", table, "--map", mapping)
    with open(table + ".refused.csv", encoding="utf-8") as f:
        assert f.read().splitlines()[1].endswith('"\t"more"')
    with open(table, "a", encoding="cp1252") as f:
        f.write('4\tCold\tBob\t"1\n5\tLate\tEve\t2\n')
    desk.run("import", table, "--map", mapping, status=1)
    says(desk.errors, table + ": row 5: ", "quotation mark")
    assert desk.json("counts")["all_open"] == 2
    reference = desk.json("search", "07700900111")[0]["reference"]
    assert desk.json("show", reference)["person"]["name"] == "Zoë"


@test
def refused_input_makes_no_database(desk):
    for text in ("", "{bad", "[]", '{"words": "x"}\n\0{"words": "y"}'):
        desk.run("log", status=1, stdin=text)
        assert not os.path.exists(desk.database), text
    good = '{"words": "x", "person": {"name": "A"}}\n'
    desk.run("log", status=1, stdin=good + good + "\0" + good)
    says(desk.errors, "NUL")
    assert not os.path.exists(desk.database)


@test
def wrong_facts_name_the_field(desk):
    reference = desk.log()
    for wrong in ('"1"', "1.5", "{}", "-1", "null"):
        desk.run("act", reference, "note", "-", status=1, stdin='{"text": "x", "seen_seq": %s}' % wrong)
        says(desk.errors, "seen_seq: ")
    desk.run("act", reference, "issue-amend", "-", status=1, stdin='{"issue": 9, "reason": "x", "text": "y"}')
    says(desk.errors, "issue: ", "none with this number")
    assert [act["kind"] for act in desk.json("show", reference)["acts"]] == ["log"]


@test
def typed_text_does_not_steer_the_terminal(desk):
    reference = desk.log("Red \x1b[31m\x9b1m alert", person={"name": "A\x1b]0;B\x07"})
    for args in (["queue"], ["show", reference], ["search", "alert"]):
        text = desk.run(*args)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text), text
    says(desk.run("--as", "Eve\x1b[2J", "counts"), "All open")


@test
def restore_names_the_file_it_is_about(desk):
    if os.geteuid() == 0:
        return "SKIP root may write everywhere"
    desk.log()
    copy = desk.path("copy.heed")
    desk.run("backup", copy)
    os.chmod(desk.folder.name, 0o500)
    desk.run("restore", copy, status=1)
    os.chmod(desk.folder.name, 0o700)
    says(desk.errors, desk.database + ": ")
    return None


@test
def examples_of_the_manual_are_json(desk):
    with open(os.path.join(TOP, "data", "man", "heedctl.1"), encoding="utf-8") as f:
        manual = f.read()
    for line in re.findall(r"^\.(?:Li|Dl) .*\{.*$", manual, re.M):
        assert '"' not in line, line
    example = re.search(r"^\.Dl echo '(.*)' \| heedctl log$", manual, re.M).group(1).replace("\\(dq", '"')
    assert json.loads(example)["person"]["name"], example
    desk.run("log", stdin=example)


@test
def shipped_mapping(desk):
    table = os.path.join(os.environ["HEED_TEST_DATA"], "narratives", "nhs_trust_feedback_improve.csv")
    if not os.path.exists(table):
        return "SKIP no real data"
    mapping = os.path.join(TOP, "docs", "import", "nhs-trust-feedback.json")
    counts = desk.json("import", table, "--map", mapping, "--dry-run")
    assert counts["read"] == counts["made"] + counts["refused"] and counts["refused"] < counts["read"] / 1000, counts
    return None


@test
def wrong_person(desk):
    desk.log()
    for person, place in (({"nam": "A"}, "person.nam"), ({"name": 5}, "person.name"), ({}, "person"),
                          ("no-such-id", "")):
        desk.run("log", stdin=json.dumps({"words": "x", "person": person}), status=1)
        says(desk.errors, place)
    assert len(desk.json("queue")) == 1


@test
def restore_over_a_tampered_register(desk):
    desk.log("The true words.")
    good = desk.path("good.db")
    desk.run("backup", good)
    with open(desk.database, "r+b") as f:
        text = f.read()
        place = text.find(b"The true words.")
        assert place > 0
        f.seek(place)
        f.write(b"The false word.")
    desk.run("restore", good)
    desk.run("verify")
    assert desk.json("queue")[0]["words"] == "The true words."


def main():
    print(f"1..{len(tests)}")
    failed = 0
    for number, function in enumerate(tests, 1):
        name = function.__name__.replace("_", " ")
        try:
            note = function(Desk())
            print(f"ok {number} - {name}" + (f" # {note}" if note else ""), flush=True)
        except Exception:    # noqa: BLE001: whatever it was, the test failed
            failed += 1
            print(f"not ok {number} - {name}")
            print(re.sub("^", "# ", traceback.format_exc().rstrip(), flags=re.M), flush=True)
    return failed != 0


sys.exit(main())
