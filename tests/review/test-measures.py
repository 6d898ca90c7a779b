#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts every measure of random registers from their acts alone, and compares with what Heed counted. Prints TAP.

Nothing here is shared with Heed but the list of holidays: the fold, the working days, the months and the
quantiles are written again, in the plainest way.
"""
import collections
import json
import math
import os
import random
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

PROGRAM, REGISTERS, TODAY = sys.argv[1], 1200, date(2026, 11, 24)
SEED = int(os.environ.get("HEED_TEST_SEED", random.randrange(1, 10 ** 6)))
with open(os.path.join(os.environ["HEED_TEST_SOURCE"], "data", "calendars", "england-wales.json"), encoding="utf-8") as f:
    HOLIDAYS = {date.fromisoformat(h["date"]) for h in json.load(f)["holidays"]}


def day_of(act):
    instant = datetime.fromtimestamp(act["at"] / 1e6, timezone.utc)
    return instant.astimezone(ZoneInfo("Europe/London")).date()


def fact_day(body, name, otherwise=None):
    return date.fromisoformat(body[name]) if name in body else otherwise


def is_working(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def add_working(day, n):
    while n:
        day += timedelta(1)
        n -= is_working(day)
    return day


def count_working(start, end):
    return sum(is_working(start + timedelta(i)) for i in range(1, (end - start).days + 1))


def add_months(day, n):
    month = day.year * 12 + day.month - 1 + n
    for last in (day.day, 30, 29, 28):
        try:
            return date(month // 12, month % 12 + 1, last)
        except ValueError:
            pass


def roll_up(findings):
    if not findings or None in findings:
        return None
    if set(findings) == {"upheld"}:
        return "upheld"
    return "not-upheld" if set(findings) == {"not-upheld"} else "partly-upheld"


class Case:
    def __init__(self, acts):
        self.rounds, self.issues, self.feedback, self.actions = [], [], [], []
        self.referrals, self.advice, self.asked, self.answered = [], [], None, False
        self.waiting = self.got = None
        for act in acts:
            self.take(act["kind"], act["body"], day_of(act))

    def begin(self, day):
        self.rounds.append(dict(received=day, ack=None, resolved=None, closed=None, ending=None, promises=[], outcome=None))

    def end(self, day, ending):
        self.rounds[-1].update(closed=day, ending=ending)

    def authority(self, code, day):
        if code == "awaited" and not self.waiting:
            self.waiting = day
        if code == "given" and self.waiting and not self.got:
            self.got = day

    def take(self, kind, body, day):
        run = self.rounds[-1] if self.rounds else None
        if kind == "log":
            self.type, self.received = body["type"], fact_day(body, "received", day)
            self.begin(self.received)
            self.start = self.now = body["feeling"]
            self.issues = [None for _ in body["issues"]]
        elif kind == "issue-add":
            self.issues.append(None)
        elif kind == "acknowledge":
            run["ack"] = day
            run["promises"].append(fact_day(body, "reply_by"))
        elif kind == "agree":
            run["promises"].append(fact_day(body, "reply_by"))
        elif kind == "contact":
            self.now = body["feeling"]
        elif kind == "find":
            self.issues[body["issue"] - 1] = body["finding"]
        elif kind == "resolve":
            run.update(resolved=day, outcome=roll_up(self.issues))
        elif kind == "settle":
            run["resolved"] = day
            self.end(day, "settled")
        elif kind in ("close", "withdraw", "transfer", "not-accept"):
            self.end(day, "resolved" if kind == "close" else kind)
        elif kind == "reopen":
            self.begin(day)
            self.asked, self.answered = None, False
        elif kind == "feedback-ask":
            self.asked = day
        elif kind == "feedback":
            self.feedback.append((day, body))
            self.answered = True
        elif kind == "learn":
            self.actions.append(dict(due=fact_day(body, "due"), done=None, proof=False, works=None, dropped=False))
        elif kind == "learned":
            action = self.actions[body["number"] - 1]
            action["done"], action["proof"] = action["done"] or day, action["proof"] or "proof" in body
        elif kind == "learning-check":
            self.actions[body["number"] - 1]["works"] = body["effective"]
        elif kind == "learn-drop":
            self.actions[body["number"] - 1]["dropped"] = True
        elif kind == "ombudsman-refer":
            self.referrals.append([day, None])
        elif kind == "ombudsman-decide":
            self.referrals[-1][1] = body["decision"]
        elif kind == "recommend":
            self.advice.append([fact_day(body, "due"), None])
        elif kind == "recommend-met":
            self.advice[body["number"] - 1][1] = day
        if "authority" in body:
            self.authority(body["authority"], day)


class Counts:
    """Of each measure, (day, counts in the numerator, counts in the denominator, value)"""

    def __init__(self, cases):
        self.lines = collections.defaultdict(list)
        for case in cases:
            self.count(case)

    def share(self, measure, day, hit):
        self.lines[measure].append((day, bool(hit), True, None))

    def plain(self, measure, day):
        self.lines[measure].append((day, True, False, None))

    def count(self, case):
        for i, run in enumerate(case.rounds):
            self.count_round(case, run, case.rounds[i + 1] if i + 1 < len(case.rounds) else None, i == 0)
        for finding in filter(None, case.issues):
            for outcome in ("upheld", "partly-upheld", "not-upheld"):
                self.share("issues-" + outcome, case.received, finding == outcome)
        for day, body in case.feedback:
            for measure, fact, good in (("felt-heard", "heard", ("fully", "mostly")), ("care-affected", "care_affected", ("yes",)),
                                        ("experience-good", "fft", ("very-good", "good")),
                                        ("speak-up-again", "speak_up_again", ("yes",))):
                if fact in body:
                    self.share(measure, day, body[fact] in good)
        if case.asked:
            self.share("feedback-answered", case.asked, case.answered)
        if case.got:
            self.lines["consent-days"].append((case.got, False, True, count_working(case.waiting, case.got)))
        for action in case.actions:
            if action["dropped"]:
                continue
            if action["done"] or action["due"] < TODAY:
                self.share("actions-in-time", action["due"], action["done"] and action["done"] <= action["due"])
            if action["done"]:
                self.share("actions-shown", action["due"], action["proof"])
            if action["works"]:
                self.share("actions-effective", action["due"], action["works"] == "yes")
        for day, decision in case.referrals:
            self.plain("ombudsman", day)
            if decision in ("upheld", "partly-upheld", "not-upheld"):
                self.share("ombudsman-not-upheld", day, decision == "not-upheld")
        for due, met in case.advice:
            if met or due < TODAY:
                self.share("recommendations-in-time", due, met and met <= due)

    def count_round(self, case, run, following, first):
        worry, complaint = case.type in ("complaint", "concern"), case.type == "complaint"
        answered = run["ending"] in ("resolved", "settled")
        if worry:
            self.lines["open"].append((run["received"], +1))
        if first and complaint:
            self.plain("received", run["received"])
            self.plain("received-rate", run["received"])
            self.lines["compliment-ratio"].append((run["received"], False, True, None))
        if first and case.type == "concern":
            self.plain("concerns", run["received"])
        if first and case.type == "compliment":
            self.plain("compliments", run["received"])
            self.lines["compliment-ratio"].append((run["received"], True, False, None))
        if complaint:
            due = add_working(run["received"], 3)
            done = run["ack"] or run["resolved"]
            left = run["closed"] and not done and not answered
            if not (left and run["closed"] <= due) and (done or left or due < TODAY):
                self.share("acknowledged-in-time", due, done and done <= due)
        if run["closed"]:
            self.count_closing(case, run, following, worry, complaint, answered)

    def count_closing(self, case, run, following, worry, complaint, answered):
        closed, end = run["closed"], run["resolved"] or run["closed"]
        if worry:
            self.lines["open"].append((closed, -1))
            if case.start != "calm":
                self.share("calmed", closed, case.now == "calm")
        if complaint and run["outcome"]:
            for outcome in ("upheld", "partly-upheld", "not-upheld"):
                self.share(outcome, closed, run["outcome"] == outcome)
        if not (answered and worry):
            return
        early = run["ending"] == "settled" or (case.type == "concern" and end <= add_working(run["received"], 1))
        self.share("settled-early", closed, early)
        self.share("reopened", closed, following and following["received"] <= add_months(closed, 6))
        if complaint:
            self.share("over-six-months", closed, end > add_months(run["received"], 6))
            self.lines["days-to-answer"].append((closed, False, True, count_working(run["received"], end)))
            if run["promises"]:
                self.share("answered-in-time", closed, end <= run["promises"][-1])
                self.share("answered-by-first-date", closed, end <= run["promises"][0])
                self.share("extended", closed, len(run["promises"]) > 1)


def months(start, end):
    periods = []
    while start <= end:
        after = add_months(start.replace(day=1), 1)
        periods.append((start, min(after - timedelta(1), end)))
        start = after
    return periods


def quantile(values, share):
    place = share * (len(values) - 1)
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


def expect(measure, lines, periods, number):
    first, last = periods[0][0] if number is None else periods[number][0], periods[-1][1] if number is None else periods[number][1]
    if measure == "open":
        stock = sum(change for day, change in lines if day <= last)
        return [stock, 0, stock]
    told = [i for i in range(len(periods)) if i % 3] if measure == "received-rate" else range(len(periods))
    inside = [line for line in lines if first <= line[0] <= last
              and any(periods[i][0] <= line[0] <= periods[i][1] for i in told)]
    hits, of = sum(line[1] for line in inside), sum(line[2] for line in inside)
    if measure.endswith(("-days", "days-to-answer")):
        values = sorted(line[3] for line in inside)
        return [of, of] + ([quantile(values, 0.5), quantile(values, 0.9)] if values else [None])
    if measure == "received-rate":
        activity = sum(100 * (i + 1) for i in told if number is None or i == number)
        return [hits, activity, 1000 * hits / activity if activity else None]
    if measure in ("received", "concerns", "compliments", "ombudsman"):
        return [hits, 0, hits]
    return [hits, of, 100 * hits / of if of else None]


def same(found, wanted):
    return len(found) == len(wanted) and all(
        a is None and b is None or a is not None and b is not None and abs(a - b) <= 1e-9 * max(1, abs(b))
        for a, b in zip(found, wanted))


def main():
    print(f"# {REGISTERS} registers, seed {SEED}")
    lines = subprocess.run([PROGRAM, str(REGISTERS), str(SEED)], capture_output=True, text=True, check=True).stdout.splitlines()
    wrong, seen = collections.defaultdict(list), collections.Counter()
    for n, line in enumerate(lines):
        register = json.loads(line)
        by_case = collections.defaultdict(list)
        for act in register["acts"]:
            by_case[act["case"]].append(act)
        counts = Counts([Case(acts) for acts in by_case.values()])
        periods = months(date.fromisoformat(register["from"]), date.fromisoformat(register["to"]))
        for measure, cells in register["measures"].items():
            for i, found in enumerate(cells):
                wanted = expect(measure, counts.lines[measure], periods, i if i < len(periods) else None)
                seen[measure] += wanted[2] is not None and bool(wanted[0] or wanted[1])
                if not same(found, wanted):
                    wrong[measure].append(f"register {n}, period {i}: {found} and not {wanted}")
    names = sorted(json.loads(lines[0])["measures"])
    print(f"1..{len(names) + 1}")
    for i, measure in enumerate(names, 1):
        ok = not wrong[measure] and seen[measure] >= 40       # a measure that never counts anything is not tested
        print(f"{'ok' if ok else 'not ok'} {i} {measure}, counted {seen[measure]} times")
        for text in wrong[measure][:3]:
            print("# " + text)
    print(f"{'ok' if len(lines) == REGISTERS else 'not ok'} {len(names) + 1} {len(lines)} registers")


main()
