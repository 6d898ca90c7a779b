#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks data/samples/cases.jsonl, as TAP: what it says of itself in data/samples/README.md."""
import collections
import glob
import json
import os
import re
import sys

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests"))
from actkinds import read_kinds  # noqa: E402 (its folder has to be on the path first)

SAMPLES = os.path.join(TOP, "data", "samples", "cases.jsonl")
STAFF = {"Joanna Pryce", "Imran Siddiqui", "Sunita Rao", "Ben Whitlock"}
ADDED = {"profile", "profile_version", "site", "received"}      # by the loader
MOVES = {"log": "listen", "listened": "acknowledge", "acknowledge": "resolve", "close": "closed",
         "withdraw": "closed", "transfer": "closed", "not-accept": "closed", "settle": "closed",
         "answer": "closed", "pass-on": "closed", "reopen": "acknowledge"}
WANTED = {"listen": 6, "acknowledge": 6, "acknowledge late": 2, "resolve": 26, "resolve late": 3,
          "resolve paused": 3, "closed": 24, "closed waiting": 8}
DAY = re.compile(r"@[+-]\d+")

TYPES = {"text": str, "code": str, "flag": bool, "number": int, "issue": int, "texts": list, "issues": list,
         "person": dict, "date": str, "codes": list, "answers": dict}


def read_codes():
    codes = {}
    for path in glob.glob(os.path.join(TOP, "data", "codes", "*.json")):
        with open(path, encoding="utf-8") as f:
            file = json.load(f)
        codes[file["id"]] = {code["id"] for code in file["codes"]}
    return codes


KINDS, CODES = read_kinds(), read_codes()


def check_body(body, facts, path=""):
    """what is wrong with the facts of one body"""
    for name, fact in facts.items():
        if fact["needed"] and name not in ADDED and not body.get(name) and body.get(name) != 0:
            yield f"{path}{name} is missing"
    for name, value in body.items():
        fact = facts.get(name)
        if fact is None or name in ADDED:
            yield f"{path}{name} does not belong here"
        elif type(value) is not TYPES.get(fact["type"]):
            yield f"{path}{name} is no {fact['type']}"
        elif fact["type"] == "codes":
            yield from (f"{path}{name}: {one} is no code of {fact['codes']}" for one in value
                        if one not in CODES[fact["codes"]])
        elif fact["codes"] and str(value) not in CODES[fact["codes"]]:
            yield f"{path}{name}: {value} is no code of {fact['codes']}"
        elif fact["type"] == "date" and not DAY.fullmatch(value):
            yield f"{path}{name}: {value} is no day counted from today"
        elif fact["type"] == "issues":
            for i, issue in enumerate(value):
                yield from check_body(issue, KINDS["issue-add"]["facts"], f"{path}{name}[{i}].")


def check_acts(case):
    """kinds, bodies, staff and order"""
    when = (10 ** 6, "")
    for i, act in enumerate(case["acts"]):
        if set(act) != {"kind", "actor", "days_ago", "time", "body"} or act["kind"] not in KINDS:
            yield f"act {i}: not the form of an act, or no known kind"
            continue
        yield from (f"act {i} ({act['kind']}): {line}" for line in
                    check_body(act["body"], KINDS[act["kind"]]["facts"]))
        if act["actor"] not in STAFF:
            yield f"act {i}: {act['actor']} does not work here"
        if (act["kind"] == "log") != (i == 0):
            yield f"act {i}: a case begins with one log"
        if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", act["time"]) or act["days_ago"] < 0:
            yield f"act {i}: no time in the past"
        if (-act["days_ago"], act["time"]) < (-when[0], when[1]):
            yield f"act {i}: earlier than the one before"
        when = (act["days_ago"], act["time"])
    if case["days_ago"] < case["acts"][0]["days_ago"]:
        yield "logged before it was received"


def check_reach(case):
    """no number and no address that could reach anybody"""
    text = json.dumps(case, ensure_ascii=False)
    for number in re.findall(r"\+?\d[\d ()-]{6,}\d", text):
        if not re.fullmatch(r"07700 900\d{3}", number):
            yield f"telephone number {number}"
    for address in re.findall(r"[\w.+’-]+@[\w.-]+", text):
        if not address.endswith("@example.org"):
            yield f"address {address}"


def check_words(case):
    """two to six sentences in the person's own words"""
    words = case["acts"][0]["body"].get("words", "")
    sentences = len(re.findall(r"[.?!…]”?(?=\s|$)", words))
    if not 2 <= sentences <= 6:
        yield f"{sentences} sentences: {words[:40]}"


def count(case):
    """the names under which a case is counted"""
    stage, promise, paused, ending, asked = "listen", None, False, None, False
    for act in case["acts"]:
        stage = MOVES.get(act["kind"], stage)
        promise = act["body"].get("reply_by", promise)
        paused = {"pause": True, "resume": False}.get(act["kind"], paused)
        # The bereaved are not asked unless they said that they may be.
        asked = act["body"].get("flag") == "bereaved" or asked
        asked = act["kind"] in ("feedback", "feedback-decline") or asked
        ending = act["kind"] if stage == "closed" and act["kind"] in MOVES else ending
    yield stage
    if stage == "acknowledge" and case["days_ago"] >= 7:
        yield "acknowledge late"
    if stage == "resolve" and promise and int(promise[1:]) < 0:
        yield "resolve late"
    if stage == "resolve" and paused:
        yield "resolve paused"
    if ending in ("close", "settle") and not asked:
        yield "closed waiting"


def self_test():
    """a broken case is noticed"""
    facts = {"days_ago": 3, "acts": [{"kind": "log", "actor": "Joanna Pryce", "days_ago": 3, "time": "09:00",
                                      "body": {"words": "One. Two.", "safety": "no-one"}}]}
    text = json.dumps(facts)
    if list(check_acts(facts)) or list(check_words(facts)):
        yield "a good case was refused"
    for old, new in (('"log"', '"shout"'), ('"no-one"', '"maybe"'), ('"safety"', '"safe"'), ("Joanna", "Nobody"),
                     ('"words"', '"did"'), ("09:00", "25:00"), ('"days_ago": 3', '"days_ago": -3'),
                     ("Two.", "Two. Ring 07911 123456."), ("Two.", "Two: a@nhs.uk."), ("Two.", "two")):
        broken = json.loads(text.replace(old, new))
        if not [*check_acts(broken), *check_reach(broken), *check_words(broken)]:
            yield f"{new} was let pass"


def main():
    with open(SAMPLES, encoding="utf-8") as f:
        cases = [json.loads(line) for line in f]
    counts = collections.Counter(name for case in cases for name in count(case))
    names = [case["acts"][0]["body"].get("person", {}).get("name") for case in cases]
    results = [("a broken case is noticed", list(self_test()))]
    for check in (check_acts, check_reach, check_words):
        results.append((check.__doc__, [f"line {i}: {problem}" for i, case in enumerate(cases, 1)
                                        for problem in check(case)]))
    results.append(("as many in each stage as the readme says",
                    [f"{name}: {counts[name]}, not {n}" for name, n in WANTED.items() if counts[name] != n]))
    results.append(("sixty-two cases of sixty-two people",
                    [] if len(cases) == 62 and len(set(names)) == 62 else [f"{len(cases)}, {len(set(names))}"]))
    print(f"1..{len(results)}")
    for number, (name, problems) in enumerate(results, 1):
        print(f"{'not ok' if problems else 'ok'} {number} - {name}")
        for problem in problems:
            print(f"# {problem}")
    return 1 if any(problems for _, problems in results) else 0


if __name__ == "__main__":
    sys.exit(main())
