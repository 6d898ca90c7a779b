#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes after closing, through the windows alone: feedback asked by phone, a look back at the
case, and an action followed to its proof. What the command line says proves it. TAP.

    test-learn.py HEED HEEDCTL      HEED_SHOTS: a folder for pictures of each step
"""

import datetime
import json
import re
import subprocess
import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Desktop, until  # noqa: E402
from person import Person  # noqa: E402

ACTION = "Letters are read back by phone"
SAID, DID = "Nobody told me of the new time.", "We ring before an appointment moves."
PROOF = "Twenty calls noted in one week."


class Learner:
    def __init__(self, desktop, heedctl):
        self.desktop, self.heedctl = desktop, heedctl
        self.person = Person(desktop)

    def ctl(self, *arguments):
        database = self.desktop.home / "data" / "heed" / "heed.db"
        return subprocess.run([self.heedctl, "--database", database, *arguments], check=True,
                              env=self.desktop.environment, capture_output=True, text=True).stdout

    def quit(self):
        self.desktop.keys("ctrl+q")
        code = self.desktop.process.wait(20)
        assert code == 0, f"Heed ended with {code}"

    def check_messages(self):
        assert not re.search("WARNING|CRITICAL", self.desktop.messages()), self.desktop.messages()

    def close_a_case(self):
        for step in (self.person.set_up, self.person.log, self.person.acknowledge, self.person.find,
                     self.person.resolve, self.person.close):
            step()

    def plan_an_action(self):
        """A colleague plans it from the command line, due yesterday."""
        self.quit()
        self.reference = json.loads(self.ctl("search", "Amina", "--json"))[0]["reference"]
        due = datetime.date.today() - datetime.timedelta(days=1)
        facts = self.desktop.home / "learn.json"
        facts.write_text(json.dumps({"text": ACTION, "owner": "Claire", "due": due.isoformat()}))
        self.ctl("act", self.reference, "learn", str(facts))
        self.desktop.start_program()
        self.desktop.find("button", "Record Feedback…", 30)

    def record_feedback(self):
        desktop = self.desktop
        desktop.find("button", "Record Feedback…").press()
        self.person.dialog("Record Feedback")
        desktop.find("text", "Who asked them").write("A volunteer")
        # The digit answers the question and goes on to the next.
        desktop.tab_to("radio button", re.compile("."))
        desktop.keys("4", "5", "2")
        desktop.choose("Whether they felt heard", "A little")
        self.person.do_step("Record Feedback", "Record Feedback")

    def look_back(self):
        desktop = self.desktop
        desktop.find("button", "Look Back…").press()
        self.person.dialog("Look Back at the Case")
        desktop.find(None, "Promised and Done")
        desktop.find(None, re.compile("^A reply by "))
        desktop.choose("Whether what was promised was done", "Some of it")
        desktop.find("text", "A note").write("The letter came late.")
        desktop.find("text", "What they said, for others to read").write(SAID)
        desktop.find("text", "What we did about it").write(DID)
        self.person.do_step("Look Back at the Case", "Look Back")

    def follow_the_action(self):
        desktop = self.desktop
        desktop.keys("alt+7")
        desktop.find("list item", re.compile("^Late since .*" + ACTION))
        self.person.look("actions")
        desktop.tab_to("list item", re.compile(ACTION))
        desktop.keys("Return")
        desktop.find("button", "Done…").press()
        self.person.dialog("Action Done")
        desktop.find("text", "What shows that it was done").write(PROOF)
        self.person.do_step("Action Done", "Mark as Done")
        desktop.keys("alt+7")
        until(lambda: desktop.has(None, "No Actions Here"), "an empty list of actions")
        self.person.look("no-actions")

    def check(self):
        self.quit()
        case = json.loads(self.ctl("show", self.reference, "--json"))
        said = case["feedback"][0]
        assert said["way"] == "phone" and said["asked_by"] == "A volunteer", said
        assert said["answers"] == "help=2 knew-how=4 safe=5" and said["heard"] == "a-little", said
        assert case["reviews"][0]["kept"] == "some", case["reviews"]
        assert case["learning"][0]["proof"] == PROOF, case["learning"]
        assert json.loads(self.ctl("actions", "--json")) == []
        assert json.loads(self.ctl("review-list", "--json"))["cases"] == []
        assert [row["we_did"] for row in json.loads(self.ctl("said", "--all", "--json"))] == [DID]
        self.ctl("verify")

    def run(self):
        steps = [("a case is closed", self.close_a_case), ("an action is planned", self.plan_an_action),
                 ("feedback by phone", self.record_feedback), ("a look back", self.look_back),
                 ("an action to its proof", self.follow_the_action),
                 ("what the ledger holds", self.check), ("no warnings", self.check_messages)]
        print(f"1..{len(steps)}", flush=True)
        for number, (name, step) in enumerate(steps, 1):
            try:
                step()
            except Exception:
                print(f"not ok {number} - {name}", flush=True)
                traceback.print_exc()
                self.person.look("failed")
                return 1
            print(f"ok {number} - {name}", flush=True)
        return 0


def main():
    program, heedctl = sys.argv[1:3]
    with Desktop(program) as desktop:
        return Learner(desktop, heedctl).run()


if __name__ == "__main__":
    sys.exit(main())
