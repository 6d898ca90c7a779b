#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of act kinds (src/case/heed-act-kinds.c), read for documentation and checks.

Compares the table in docs/data.md with the source, as TAP. With --write, brings it up to date.
"""
import os
import re
import sys

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
SOURCE = os.path.join(TOP, "src", "case", "heed-act-kinds.c")
DOCUMENT = os.path.join(TOP, "docs", "data.md")
BEGIN, END = "<!-- act kinds: begin -->\n", "<!-- act kinds: end -->\n"

FACT = re.compile(r'\{ "(\w+)", HEED_FACT_(\w+)(?:, (?:NULL|"([\w-]+)"))?(?:, (NEEDED))? \}')


def facts_in(text):
    return {name: {"type": kind.lower(), "codes": codes or None, "needed": bool(needed)}
            for name, kind, codes, needed in FACT.findall(text)}


def read_kinds():
    """{kind: {"stages": text, "facts": {fact: {type, codes, needed}}}}, in the order of the table"""
    with open(SOURCE, encoding="utf-8") as f:
        source = f.read()
    for name, text in re.findall(r"#define (\w+_FACTS) (?:\\\n)?((?:[^\n]*\\\n)*[^\n]*)", source):
        source = re.sub(rf"(?<!define ){name}\b", " ".join(text.replace("\\", "").split()), source)
    lists = {name: facts_in(text) for name, text in
             re.findall(r"static const HeedFactSpec (\w+)\[\] = \{(.*?)\n\};", source, re.S)}
    table = re.search(r"static const HeedActKind kinds\[\] = \{(.*?)\n\};", source, re.S)[1]
    kinds = {}
    for row in re.split(r"\n  (?=\{ \")", table)[1:]:
        name, stages, rest = re.match(r'\{ "([\w-]+)", ([\w| ]+),\s*(.*)', row, re.S).groups()
        listed = re.match(r"(\w+_facts)\b", rest)
        kinds[name] = {"stages": stages, "facts": lists[listed[1]] if listed else facts_in(rest)}
    return kinds


def tell_stages(stages):
    known = {"0": "makes the case", "ANY": "any", "OPEN": "any but closed"}
    return known.get(stages) or stages.lower().replace(" | ", ", ")


def tell_fact(name, fact):
    kind = fact["type"] + (f" of {fact['codes']}" if fact["codes"] else "")
    return f"{'**' + name + '**' if fact['needed'] else name} ({kind})"


def make_table():
    rows = ["| Kind | Stages | Facts in its body |\n", "|---|---|---|\n"]
    for name, kind in read_kinds().items():
        facts = ", ".join(tell_fact(*item) for item in kind["facts"].items())
        rows.append(f"| `{name}` | {tell_stages(kind['stages'])} | {facts} |\n")
    return "".join(rows)


def main():
    with open(DOCUMENT, encoding="utf-8") as f:
        before, _, rest = f.read().partition(BEGIN)
    stands, _, after = rest.partition(END)
    table = make_table()
    if "--write" in sys.argv:
        with open(DOCUMENT, "w", encoding="utf-8") as f:
            f.write(before + BEGIN + table + END + after)
        return 0
    print("1..2")
    kinds = read_kinds()
    read = len(kinds) > 10 and "words" in kinds["log"]["facts"] and kinds["note"]["facts"]["text"]["needed"]
    print("ok 1 - the table of act kinds can be read" if read else "not ok 1 - the table of act kinds can be read")
    print("ok 2 - docs/data.md tells the same" if stands == table else
          "not ok 2 - docs/data.md tells the same\n# run tests/actkinds.py --write")
    return 0 if read and stands == table else 1


if __name__ == "__main__":
    sys.exit(main())
