#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares po/POTFILES.in with the files that hold text for translation, and po/data.c with the texts
of the data files that are shown translated, as TAP.

With --write, writes both. po/data.c is never compiled: xgettext, which knows no JSON, reads it.
"""
import fnmatch
import json
import os
import re
import sys

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
LIST = os.path.join(TOP, "po", "POTFILES.in")
HEAD = "# Made by tests/potfiles.py --write\n"
TEXTS = os.path.join(TOP, "po", "data.c")
TEXTS_HEAD = ("/* SPDX-License-Identifier: GPL-3.0-or-later */\n\n"
              "/* The texts of the data files, for translators. Made by tests/potfiles.py --write; never compiled. */\n\n")

# What of the data files the program shows translated. Words to be found in what somebody writes
# belong to a language and are not among them.
SHOWN = (
    ("calendars/*.json", ("name",)),
    ("codes/*.json", ("label", "brief")),
    ("exports/*.json", ("label",)),
    ("guidance/[!lp]*/*.json", ("name", "brief", "opening", "hand_over_to", "text", "why", "say", "ask")),
    ("guidance/listener/*.json", ("label", "question")),
    ("guidance/phrases/*.json", ("label", "why")),
    ("letters/parts/*.json", ("label", "hint", "apology_note")),
    ("letters/signs/*.json", ("label", "hint")),
    ("presets/*.json", ("name",)),
    ("profiles/*.json", ("label", "basis")),
    ("surveys/*.json", ("intro", "text", "hint", "brief")),
)

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
    for top in ("data", "po", "src", "ui"):
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


def texts_in(value, keys):
    """The texts at these keys, each with its key, in the order of the file."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in keys and isinstance(inner, str) and inner:
                yield key, inner
            else:
                yield from texts_in(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner, keys)


def marked(where, key, text):
    """One text as xgettext reads it, with a note for translators; a per cent sign is only itself."""
    quoted = json.dumps(text, ensure_ascii=False)
    plain = "/* xgettext:no-c-format */ " if "%" in text else ""
    return f"/* {where}: {key} */\n{plain}N_({quoted})\n"


def data_texts():
    lines, seen = [], set()
    for pattern, keys in SHOWN:
        top = os.path.join(TOP, "data", pattern.split("/")[0])
        paths = [os.path.join(folder, name) for folder, _, names in os.walk(top) for name in names]
        for path in sorted(paths):
            where = os.path.relpath(path, os.path.join(TOP, "data"))
            if fnmatch.fnmatch(where, pattern):
                with open(path, encoding="utf-8") as f:
                    for key, text in texts_in(json.load(f), keys):
                        if text not in seen:
                            seen.add(text)
                            lines.append(marked(where, key, text))
    return TEXTS_HEAD + "".join(lines)


def self_test():
    """a file with text is told from one without"""
    good = (("a.c", 'x = _("Late");'), ("a.c", 'ngettext ("a", "b", n)'), ("a.blp", 'title: _("Log");'),
            ("a.blp", "title: C_('verb', 'Log');"), ("a.c", '{ N_("Late") }'), ("care.heed.Heed.desktop.in", ""))
    bad = (("a.c", '/* _("Late") */'), ("a.c", 'heed_("x"); my_func_ (a);'), ("a.c", '// _("Late")\n"_("'),
           ("a.c", '#define X(t) _(t)\n'), ("a.txt", '_("Late")'), ("a.blp", 'title: "Log";'))
    value = {"codes": [{"id": "a", "label": '100 % "sure"'}], "label": ["no"], "find": ["label"]}
    texts = "".join(marked("codes/a.json", *pair) for pair in texts_in(value, ("label",)))
    wanted = '/* codes/a.json: label */\n/* xgettext:no-c-format */ N_("100 % \\"sure\\"")\n'
    return ([f"texts: {texts}"] * (texts != wanted) + [f"missed {name}: {text}" for name, text in good if not has_text(name, text)] +
            [f"took {name}: {text}" for name, text in bad if has_text(name, text)])


def main():
    texts = data_texts()
    if "--write" in sys.argv:
        with open(TEXTS, "w", encoding="utf-8") as f:
            f.write(texts)
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
    written = open(TEXTS, encoding="utf-8").read() if os.path.exists(TEXTS) else ""
    results = [(self_test.__doc__, self_test()), ("po/POTFILES.in lists the files with text", problems),
               ("po/data.c holds the texts of the data files",
                [] if written == texts else ["run tests/potfiles.py --write"])]
    print(f"1..{len(results)}")
    for number, (name, lines) in enumerate(results, 1):
        print(f"{'not ok' if lines else 'ok'} {number} - {name}")
        for line in lines:
            print(f"# {line}")
    return 1 if any(lines for _, lines in results) else 0


if __name__ == "__main__":
    sys.exit(main())
