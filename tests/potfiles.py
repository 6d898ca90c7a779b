#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares po/POTFILES.in with the files that hold text for translation, as TAP.

With --write, writes the list.
"""
import os
import re
import sys

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
LIST = os.path.join(TOP, "po", "POTFILES.in")
HEAD = "# Made by tests/potfiles.py --write\n"

# The keywords of meson's preset "glib", as C and Blueprint write them.
MARKED = re.compile(r"(?<![\w\"])(?:_|N_|C_|NC_|Q_|ngettext|dgettext|dngettext|g_dngettext|g_dpgettext2)\s*\(\s*[\"'\w]")
COMMENT = re.compile(r'("(?:\\.|[^"\\\n])*")|/\*.*?\*/|//[^\n]*', re.S)
WHOLE = (".desktop.in", ".metainfo.xml.in", ".gschema.xml")     # every such file holds text


def has_text(name, text):
    if name.endswith(WHOLE):
        return True
    if not name.endswith((".c", ".h", ".blp")):
        return False
    code = COMMENT.sub(lambda m: m[1] or " ", text)
    code = re.sub(r"^\s*#\s*define (?:\\\n|[^\n])*", "", code, flags=re.M)
    return bool(MARKED.search(code))


def find_files():
    found = []
    for top in ("data", "src", "ui"):
        for folder, _, names in os.walk(os.path.join(TOP, top)):
            for name in names:
                if name.endswith((".c", ".h", ".blp", *WHOLE)):
                    path = os.path.join(folder, name)
                    with open(path, encoding="utf-8") as f:
                        if has_text(name, f.read()):
                            found.append(os.path.relpath(path, TOP))
    return sorted(found)


def read_list():
    if not os.path.exists(LIST):
        return []
    with open(LIST, encoding="utf-8") as f:
        return [line.strip() for line in f if line.strip() and not line.startswith("#")]


def self_test():
    """a file with text is told from one without"""
    good = (("a.c", 'x = _("Late");'), ("a.c", 'ngettext ("a", "b", n)'), ("a.blp", 'title: _("Log");'),
            ("a.blp", "title: C_('verb', 'Log');"), ("a.c", '{ N_("Late") }'), ("care.heed.Heed.desktop.in", ""))
    bad = (("a.c", '/* _("Late") */'), ("a.c", 'heed_("x"); my_func_ (a);'), ("a.c", '// _("Late")\n"_("'),
           ("a.c", '#define X(t) _(t)\n'), ("a.txt", '_("Late")'), ("a.blp", 'title: "Log";'))
    return ([f"missed {name}: {text}" for name, text in good if not has_text(name, text)] +
            [f"took {name}: {text}" for name, text in bad if has_text(name, text)])


def main():
    found = find_files()
    if "--write" in sys.argv:
        with open(LIST, "w", encoding="utf-8") as f:
            f.write(HEAD + "".join(f"{path}\n" for path in found))
        return 0
    listed = read_list()
    problems = [f"not listed: {path}" for path in found if path not in listed]
    problems += [f"listed, but without text: {path}" for path in listed if path not in found]
    if problems:
        problems.append("run tests/potfiles.py --write")
    elif listed != found:
        problems.append("not in order: run tests/potfiles.py --write")
    print("1..2")
    results = [(self_test.__doc__, self_test()), ("po/POTFILES.in lists the files with text", problems)]
    for number, (name, lines) in enumerate(results, 1):
        print(f"{'not ok' if lines else 'ok'} {number} - {name}")
        for line in lines:
            print(f"# {line}")
    return 1 if any(lines for _, lines in results) else 0


if __name__ == "__main__":
    sys.exit(main())
