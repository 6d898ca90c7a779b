# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the built Heed on an X server and a D-Bus of its own and drives it as a person with
assistive technology would: by the names and roles on the accessibility bus.

    with Desktop(database) as desktop:
        desktop.find("button", "Log Complaint").press()
        desktop.picture("queue.png")
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

POLL_SECONDS = 0.1

# libatspi warns about nodes that vanish while it looks; that is no fault of the program, whose own
# messages the tests read from its log. To be unset before GLib is loaded.
os.environ.pop("G_DEBUG", None)


class NotThere(Exception):
    """No node with that role and name appeared in time."""


class Desktop:
    def __init__(self, program, arguments=(), size="1280x800", dark=False, scale=1.0, rtl=False,
                 home=None):
        self.program, self.arguments = program, list(arguments)
        self.size, self.dark, self.scale, self.rtl = size, dark, scale, rtl
        self.given_home = home
        self.processes = []

    # starting and stopping

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="heed-gui-"))
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        self.home = Path(self.given_home) if self.given_home else self.folder / "home"
        run = self.folder / "run"
        for place in (self.home, run):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        keep = ("PATH", "TZ", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LD_LIBRARY_PATH",
                "GSETTINGS_SCHEMA_DIR", "XDG_DATA_DIRS", "HEED_NOW")
        self.environment = {name: os.environ[name] for name in keep if name in os.environ}
        self.environment |= {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_RUNTIME_DIR": str(run),
            "LC_ALL": "C.UTF-8",
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GTK_A11Y": "atspi",
            "GDK_DEBUG": "no-portals",
            "GSETTINGS_BACKEND": "keyfile",
            "G_ENABLE_DIAGNOSTIC": "0",
            "ADW_DISABLE_PORTAL": "1",
            "ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if self.dark else "prefer-light",
        }
        if self.rtl:
            self.environment["GTK_DEBUG"] = "invert-text-dir"
        self._start_display()
        self._start_settings()
        self._start_bus(run)
        self.start_program()

    def _spawn(self, command, **options):
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, **options)
        self.processes.append(process)
        return process

    def _start_display(self):
        """The server chooses a free display itself, so that runs beside each other do not meet."""
        reading, writing = os.pipe()
        self._spawn(["Xvfb", "-displayfd", str(writing), "-screen", "0", self.size + "x24",
                     "-nolisten", "tcp"], pass_fds=[writing])
        os.close(writing)
        number = b""
        while not number.endswith(b"\n"):
            piece = os.read(reading, 16)
            if not piece:
                raise RuntimeError("Xvfb did not start")
            number += piece
        self.environment["DISPLAY"] = ":" + number.decode().strip()

    def _start_settings(self):
        """Text size and animations reach GTK on X11 through XSETTINGS only."""
        dpi = int(96 * 1024 * self.scale)
        config = self.folder / "xsettings"
        config.write_text(f"Xft/DPI {dpi}\nGtk/EnableAnimations 0\nGtk/CursorBlink 0\n"
                          'Xft/Antialias 1\nXft/HintStyle "hintslight"\n')
        self._spawn(["xsettingsd", "-c", str(config)])
        self._spawn(["openbox"])
        time.sleep(0.4)

    def _start_bus(self, run):
        address = f"unix:path={run}/bus"
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self._spawn(["dbus-daemon", "--session", "--nofork", "--address=" + address])
        until(lambda: (run / "bus").exists(), "the session bus")
        # This process is the client: libatspi reads these at its first use.
        os.environ.update({name: self.environment[name] for name in
                           ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "XDG_RUNTIME_DIR")})
        os.environ["NO_AT_BRIDGE"] = "1"
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, Gio, GLib
        self.Atspi, self.GLib = Atspi, GLib
        bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        answer = bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                               None, 0, 10000, None)
        os.environ["AT_SPI_BUS_ADDRESS"] = answer.unpack()[0]
        self.environment["AT_SPI_BUS_ADDRESS"] = answer.unpack()[0]
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                      GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled",
                                             GLib.Variant("b", True))), None, 0, 10000, None)
        Atspi.init()
        Atspi.set_timeout(5000, 15000)

    def start_program(self):
        self.log = open(self.folder / "program.log", "ab")
        self.process = subprocess.Popen([self.program, *self.arguments], env=self.environment,
                                        stdout=self.log, stderr=self.log)
        self.processes.append(self.process)
        until(self._find_application, "the program on the accessibility bus", 60)
        return self

    def _find_application(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"Heed ended with {self.process.returncode}:\n" + self.messages())
        desktop = self.Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(index)
                if child and child.get_process_id() == self.process.pid and child.get_child_count():
                    child.set_cache_mask(self.Atspi.Cache.NONE)
                    self.root = Node(self, child)
                    return True
            except self.GLib.Error:
                continue
        return False

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        self.process.terminate()
        return self.process.wait(20)

    def messages(self):
        return (self.folder / "program.log").read_text(errors="replace")

    def __exit__(self, *unused):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def warnings(self):
        return [line for line in self.messages().splitlines()
                if "WARNING" in line or "CRITICAL" in line]

    # looking and acting

    def find(self, role=None, name=None, seconds=15, which=-1):
        """The last node of that role and name, as a dialog stands behind its page; 0 for the first."""
        found = []

        def look():
            found[:] = [node for node in self.root.walk() if node.matches(role, name)]
            return bool(found)
        try:
            until(look, f"{role} {name!r}", seconds)
        except NotThere:
            print(self.root.tree(), file=sys.stderr)
            print(self.messages(), file=sys.stderr)
            raise
        return found[which]

    def has(self, role=None, name=None):
        return any(node.matches(role, name) for node in self.root.walk())

    def wait_gone(self, role=None, name=None, seconds=15):
        until(lambda: not self.has(role, name), f"{role} {name!r} to go", seconds)

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "40", *keys], env=self.environment, check=True)
        time.sleep(0.2)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "12", text], env=self.environment, check=True)
        time.sleep(0.2)

    def tab_to(self, role, name, most=60):
        """Goes to a widget as the keyboard does, which also scrolls it into view."""
        self.find(role, name)
        nodes = [node for node in self.root.walk() if node.matches(role, name)]
        for _ in range(most):
            for node in nodes:
                if node.has_state("FOCUSED"):
                    return node
            self.keys("Tab")
        raise NotThere(f"the Tab key does not reach {role} {name!r}")

    def choose(self, name, label, most=80):
        """Chooses in a row that offers codes."""
        row = self.tab_to("combo box", name)
        self.keys("space")
        time.sleep(0.3)
        for _ in range(most):
            for node in row.walk():
                if node.role == "list item" and node.has_state("FOCUSED") and node.offers(label):
                    self.keys("Return")
                    time.sleep(0.3)
                    return
            self.keys("Down")
        raise NotThere(f"{name!r} does not offer {label!r}")

    def resize(self, width, height):
        search = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                 str(self.process.pid)], env=self.environment,
                                capture_output=True, text=True)
        for window in search.stdout.split():
            subprocess.run(["xdotool", "windowsize", window, str(width), str(height)],
                           env=self.environment, check=False)
            subprocess.run(["xdotool", "windowmove", window, "0", "0"], env=self.environment,
                           check=False)
        time.sleep(0.6)

    def maximize(self):
        subprocess.run(["wmctrl", "-r", ":ACTIVE:", "-b", "add,maximized_vert,maximized_horz"],
                       env=self.environment, check=False)
        time.sleep(0.6)

    def picture(self, path):
        time.sleep(0.4)
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)


class Node:
    """One node of the accessibility tree."""

    def __init__(self, desktop, accessible):
        self.desktop, self.accessible = desktop, accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name() or ""

    def matches(self, role, name):
        try:
            if role is not None and self.role != role:
                return False
            if name is not None:
                if hasattr(name, "search"):
                    if not name.search(self.name):
                        return False
                elif self.name != name:
                    return False
            states = self.accessible.get_state_set()
            return states.contains(self.desktop.Atspi.StateType.SHOWING)
        except self.desktop.GLib.Error:
            return False

    def children(self):
        try:
            for index in range(self.accessible.get_child_count()):
                child = self.accessible.get_child_at_index(index)
                if child:
                    yield Node(self.desktop, child)
        except self.desktop.GLib.Error:
            return

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def tree(self, depth=0):
        try:
            lines = ["  " * depth + f"{self.role} {self.name!r}"]
        except self.desktop.GLib.Error:
            return ""
        return "\n".join(lines + [child.tree(depth + 1) for child in self.children()])

    def is_sensitive(self):
        return self.accessible.get_state_set().contains(self.desktop.Atspi.StateType.SENSITIVE)

    def has_state(self, state):
        try:
            return self.accessible.get_state_set().contains(
                getattr(self.desktop.Atspi.StateType, state))
        except self.desktop.GLib.Error:
            return False

    def offers(self, text):
        """Whether this is a choice that begins with the text; the empty text is any choice."""
        names = [node.name for node in self.walk() if node.role == "label"]
        return any(name.startswith(text) and name != "Not chosen" for name in names)

    def press(self):
        action = self.accessible.get_action_iface()
        if action is None or action.get_n_actions() == 0:
            raise NotThere(f"no action on {self.role} {self.name!r}")
        action.do_action(0)
        time.sleep(0.3)

    def write(self, text):
        if not self.accessible.get_editable_text_iface().set_text_contents(text):
            raise NotThere(f"cannot write into {self.role} {self.name!r}")
        time.sleep(0.2)

    def read(self):
        text = self.accessible.get_text_iface()
        return self.desktop.Atspi.Text.get_text(
            text, 0, self.desktop.Atspi.Text.get_character_count(text))

    def focus(self):
        self.accessible.get_component_iface().grab_focus()
        time.sleep(0.2)


def until(condition, what, seconds=15):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise NotThere(f"{what} did not appear within {seconds} s")
        time.sleep(POLL_SECONDS)


class HeedCtl:
    """What somebody else does to the same cases, with the command line."""

    def __init__(self, program, database, name=None):
        self.command = [program, "--database", str(database)]
        if name:
            self.command += ["--as", name]
        self.environment = dict(os.environ)

    def run(self, *arguments, body=None):
        given = json.dumps(body) if body is not None else None
        done = subprocess.run([*self.command, *arguments], input=given, capture_output=True,
                              text=True, env=self.environment, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"heedctl {' '.join(arguments)}: {done.returncode}\n{done.stderr}")
        return done.stdout

    def log(self, **facts):
        return json.loads(self.run("log", "--json", body=facts))[0]["reference"]

    def act(self, reference, kind, **facts):
        self.run("act", reference, kind, "-", body=facts)

    def show(self, reference):
        return json.loads(self.run("show", reference, "--json"))


def run_steps(steps, failed=None):
    """Does the steps (name, function) one after the other and reports them as TAP."""
    print(f"1..{len(steps)}", flush=True)
    for number, (name, step) in enumerate(steps, 1):
        try:
            step()
        except Exception:
            print(f"not ok {number} - {name}", flush=True)
            traceback.print_exc()
            if failed:
                failed()
            return 1
        print(f"ok {number} - {name}", flush=True)
    return 0
