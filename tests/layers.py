#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that the compiler does not keep (docs/architecture.md), as TAP.

Each check gets every file as {path: text} and yields one line per breach. Before it is trusted with
the tree it is fed bad examples, which it must refuse, and a good one, which it must let pass.
"""
import os
import re
import sys

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")

# What each room may include, beside itself.
ROOMS = {
    "case": [],
    "guidance": ["case"],
    "review": ["case"],
    "store": ["case", "review"],
    "words": ["case", "guidance", "review", "store"],
    "exchange": ["case", "guidance", "review", "store", "words"],
    "ctl": ["case", "guidance", "review", "store", "words", "exchange"],
    "desktop": ["case", "guidance", "review", "store", "words", "exchange"],
}
MAX_FILE = 1000
MAX_FUNCTION = 80

TOKEN = re.compile(r'(/\*.*?\*/|//[^\n]*)|("(?:\\.|[^"\\\n])*")|(\'(?:\\.|[^\'\\\n])*\')', re.S)
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
TOOLKIT = re.compile(r"^(?:(?:gtk|gdk|gsk)/|adwaita)")
SQL = re.compile(r"\b(?:SELECT\s+[\w*(?%'\"]|INSERT\s+(?:OR\s+\w+\s+)?INTO\b|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\b"
                 r"|CREATE\s+(?:\w+\s+)?(?:TABLE|INDEX|VIEW|TRIGGER)\b|(?:ALTER|DROP)\s+TABLE\b|PRAGMA\s)")
PRINTF = re.compile(r"\b(?:g_strdup_v?printf|g_string_(?:append_)?v?printf|g_v?snprintf|v?snprintf|v?sprintf"
                    r"|v?asprintf|g_strconcat|sqlite3_v?mprintf)\s*\(")


def without_comments(text):
    """C source with comments blanked, lines kept"""
    return TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m[0]) if m[1] else m[0], text)


def strings(text):
    """(offset, text) of each string; neighbours that the compiler joins are joined"""
    found, end = [], None
    for m in TOKEN.finditer(without_comments(text)):
        if not m[2]:
            continue
        between = text[end:m.start()] if end is not None else "x"
        if found and re.fullmatch(r"[\s\\]*", without_comments(between)):
            found[-1][1] += m[2][1:-1]
        else:
            found.append([m.start(), m[2][1:-1]])
        end = m.end()
    return [(offset, re.sub(r"\\[nt]", " ", string)) for offset, string in found]


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def room_of(path):
    parts = path.split("/")
    return parts[1] if parts[0] == "src" and len(parts) > 2 else None


def in_src(files):
    return ((p, t) for p, t in sorted(files.items()) if room_of(p))


def check_rooms(files):
    """no header from a room above or beside"""
    home = {}
    for path, _ in in_src(files):
        if room_of(path) not in ROOMS:
            yield f"{path}: src/{room_of(path)} is no room that tests/layers.py knows"
        if path.endswith(".h"):
            name = os.path.basename(path)
            if home.setdefault(name, room_of(path)) != room_of(path):
                yield f"{path}: src/{home[name]} has a header of this name, too"
    for path, text in in_src(files):
        room, code = room_of(path), without_comments(text)
        for m in INCLUDE.finditer(code):
            other = home.get(os.path.basename(m[1]), room)
            if other != room and other not in ROOMS.get(room, []):
                yield f"{path}:{line_of(code, m.start(1))}: {room} may not include {m[1]}, it belongs to {other}"


def check_toolkit(files):
    """no GTK or libadwaita below the desktop"""
    for path, text in in_src(files):
        code = without_comments(text)
        for m in INCLUDE.finditer(code):
            if room_of(path) != "desktop" and TOOLKIT.match(m[1]):
                yield f"{path}:{line_of(code, m.start(1))}: <{m[1]}> belongs into src/desktop"


def check_sqlite(files):
    """no SQLite and no SQL text outside the store"""
    for path, text in in_src(files):
        if room_of(path) == "store":
            continue
        code = without_comments(text)
        for m in INCLUDE.finditer(code):
            if os.path.basename(m[1]) in ("sqlite3.h", "sqlcipher.h"):
                yield f"{path}:{line_of(code, m.start(1))}: <{m[1]}> belongs into src/store"
        for offset, string in strings(text):
            if SQL.search(string):
                yield f"{path}:{line_of(text, offset)}: SQL belongs into src/store: {string.strip()[:40]}"


def check_printf(files):
    """no SQL put together by printf in the store"""
    for path, text in in_src(files):
        if room_of(path) != "store":
            continue
        code = without_comments(text)
        named = set()
        for m in re.finditer(r"^#define\s+(\w+)\s+((?:[^\n]*\\\n)*[^\n]*)", code, re.M):
            if any(SQL.search(s) for _, s in strings(m[2])):
                named.add(m[1])
        for m in re.finditer(r"\b(\w+)\s*(?:\[\])?\s*=\s*(?=\")", code):
            follows = [s for o, s in strings(code[m.end():m.end() + 4000]) if o == 0]
            if follows and SQL.search(follows[0]):
                named.add(m[1])
        for m in PRINTF.finditer(code):
            call = code[m.start():end_of_call(code, m.end())]
            words = set(re.findall(r"\w+", TOKEN.sub(" ", call)))
            if any(SQL.search(s) for _, s in strings(call)) or words & named:
                yield f"{path}:{line_of(code, m.start())}: SQL put together by {m[0].rstrip('( ')}; bind parameters"


def end_of_call(code, start):
    """where the bracket that opened just before start closes"""
    bare = TOKEN.sub(lambda m: "_" * len(m[0]), code[start:start + 8000])
    depth = 1
    for i, c in enumerate(bare):
        depth += (c == "(") - (c == ")")
        if depth == 0:
            return start + i
    return start + len(bare)


def check_files(files):
    """no C file above 1,000 lines"""
    for path, text in sorted(files.items()):
        if text.count("\n") > MAX_FILE:
            yield f"{path}: {text.count(chr(10))} lines, {MAX_FILE} are enough"


def check_functions(files):
    """no function above 80 lines"""
    for path, text in sorted(files.items()):
        name = before = opened = None
        for number, line in enumerate(without_comments(text).split("\n"), 1):
            if line.rstrip() == "{" and before and before.endswith(")"):
                opened = number
            elif line.startswith("}") and opened:
                if number - opened - 1 > MAX_FUNCTION:
                    yield f"{path}:{opened}: {name} has {number - opened - 1} lines, {MAX_FUNCTION} are enough"
                opened = None
            elif not opened and (m := re.match(r"(\w+) \(", line)):
                name = m[1]
            before = line.rstrip() or before


# For each check: what it must refuse, and what it must let pass.
CHECKS = [
    (check_rooms,
     [{"src/case/a.c": '#include "heed-b.h"\n', "src/store/heed-b.h": ""},
      {"src/store/a.c": '#include "heed-b.h"\n', "src/words/heed-b.h": ""},
      {"src/ctl/a.c": '#include "../desktop/queue/heed-b.h"\n', "src/desktop/queue/heed-b.h": ""},
      {"src/desktop/a.h": '#  include <heed-b.h>\n', "src/ctl/heed-b.h": ""},
      {"src/cellar/a.c": ""},
      {"src/case/heed-b.h": "", "src/store/heed-b.h": ""}],
     {"src/store/a.c": '#include "config.h"\n#include "heed-b.h"\n/* #include "heed-c.h" */\n',
      "src/case/heed-b.h": "", "src/desktop/heed-c.h": '#include "heed-b.h"\n', "src/meson.build": ""}),
    (check_toolkit,
     [{"src/case/a.c": "#include <gtk/gtk.h>\n"}, {"src/ctl/a.h": "#include <adwaita.h>\n"},
      {"src/exchange/a.c": " # include <gdk/gdk.h>\n"}],
     {"src/desktop/a.c": "#include <adwaita.h>\n", "src/case/a.c": "#include <glib.h>\n// #include <gtk/gtk.h>\n"}),
    (check_sqlite,
     [{"src/case/a.c": "#include <sqlite3.h>\n"}, {"src/ctl/a.c": 'x ("SELECT id FROM act");\n'},
      {"src/desktop/a.c": 'x ("INSERT "\n   "INTO act");\n'}, {"src/words/a.c": 'x ("UPDATE cases SET a = ?");\n'},
      {"src/exchange/a.c": 'x ("DELETE FROM act");\n'}, {"src/ctl/b.c": 'x ("CREATE TABLE a (b)");\n'},
      {"src/ctl/c.c": 'x ("PRAGMA key");\n'}],
     {"src/store/a.c": '#include <sqlite3.h>\nx ("SELECT id FROM act");\n',
      "src/ctl/a.c": '/* "SELECT id FROM act" */ x (_("Select a file"), "SELECT", "UPDATED settings");\n'}),
    (check_printf,
     [{"src/store/a.c": 'y = g_strdup_printf ("SELECT %s FROM act", x);\n'},
      {"src/store/a.c": 'g_string_append_printf (y, "%s", x ("(DELETE FROM "\n "act"));\n'},
      {"src/store/a.c": '#define FIND \\\n  "SELECT id FROM %s"\ny = g_strdup_printf (FIND, x);\n'},
      {"src/store/a.c": 'static const char find[] = "SELECT id "\n  "FROM %s";\ny = g_strdup_printf (find, x);\n'}],
     {"src/store/a.c": 'y = g_strdup_printf ("%s.bak", path);\nz ("SELECT id FROM act WHERE id = ?");\n',
      "src/ctl/a.c": 'y = g_strdup_printf ("%s", "SELECT");\n'}),
    (check_files,
     [{"src/case/a.c": "\n" * 1001}, {"tests/case/a.c": "\n" * 1001}],
     {"src/case/a.c": "\n" * 1000}),
    (check_functions,
     [{"src/case/a.c": "void\na (void)\n{\n" + "  b ();\n" * 81 + "}\n"},
      {"tests/case/a.c": "void\na (int b,\n   int c)\n{\n" + "\n" * 81 + "}\n"}],
     {"src/case/a.c": "void\na (void)\n{\n" + "  b ();\n" * 80 + "}\n\nint x[] =\n{\n" + "  1,\n" * 90 + "};\n"}),
]


def read_tree():
    files = {}
    for top in ("src", "tests"):
        for folder, _, names in os.walk(os.path.join(TOP, top)):
            for name in names:
                if name.endswith((".c", ".h")):
                    path = os.path.join(folder, name)
                    with open(path, encoding="utf-8") as f:
                        files[os.path.relpath(path, TOP)] = f.read()
    return files


def main():
    files = read_tree()
    failed = number = 0
    print(f"1..{2 * len(CHECKS) + 1}")

    def tell(problems, name):
        nonlocal failed, number
        number += 1
        failed += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {number} - {name}")
        for problem in problems:
            print(f"# {problem}")

    tell([] if any(p.startswith("src/case/") for p in files) else ["no sources found"], "there is a tree to check")
    for check, bad, good in CHECKS:
        wrong = [f"let pass: {example}"[:200] for example in bad if not list(check(example))]
        wrong += [f"refused: {line}" for line in check(good)]
        tell(wrong, f"{check.__name__} knows good from bad")
        tell(list(check(files)), check.__doc__)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
