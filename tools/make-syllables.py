#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the syllable patterns of data/guidance/languages/en.json ("more" and "fewer").

    tools/make-syllables.py DATA          writes them, from DATA/readability
    tools/make-syllables.py DATA --half   writes nothing: learns without one half of the fixture
                                          and tells how much of that half comes out right

DATA is a folder with readability/cmudict.dict.gz (CMU Pronouncing Dictionary, BSD) and
readability/words_syllable_fixture.json. A word's syllables are guessed as its groups of vowels; then,
again and again, the pattern of letters is taken that mends most words that are still wrong.
"""
import collections
import gzip
import heapq
import json
import os
import re
import sys
import zlib

LANGUAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data/guidance/languages/en.json")
SHORTEST, LONGEST = 2, 7
ROUNDS = (3000, 1000, 400, 150, 60, 30, 15, 8, 5, 4, 4)     # a pattern must mend so many words more than it harms


def pieces(word):
    edged = "." + word + "."
    for start in range(len(edged)):
        for length in range(SHORTEST, LONGEST + 1):
            if start + length <= len(edged):
                yield edged[start:start + length]


def read_words(data):
    pronounced = collections.defaultdict(set)
    with gzip.open(os.path.join(data, "readability/cmudict.dict.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            word, *sounds = line.split("#")[0].split()
            pronounced[re.sub(r"\(\d+\)$", "", word)].add(sum(s[-1].isdigit() for s in sounds))
    with open(os.path.join(data, "readability/words_syllable_fixture.json"), encoding="utf-8") as f:
        return pronounced, json.load(f)


def groups(word):
    return len(re.findall("[aeiouy]+", word))


class Learner:
    def __init__(self, pronounced, fixture, left_out):
        self.words = [w for w in pronounced if re.fullmatch("[a-z]{2,}", w) and groups(w) and not left_out(w)]
        self.weights = [3 if w in fixture else 1 for w in self.words]
        self.wrong = [min((s - groups(w) for s in pronounced[w]), key=abs) for w in self.words]
        self.places = collections.defaultdict(dict)         # pattern → {word: how often}
        for i, word in enumerate(self.words):
            for piece in pieces(word):
                if re.search("[aeiouym]", piece):
                    self.places[piece][i] = self.places[piece].get(i, 0) + 1
        self.places = {p: v for p, v in self.places.items() if len(v) > 1}
        self.chosen = collections.Counter()

    def score(self, pattern):
        more = fewer = 0
        for i in self.places[pattern]:
            more += self.weights[i] if self.wrong[i] > 0 else -self.weights[i]
            fewer += self.weights[i] if self.wrong[i] < 0 else -self.weights[i]
        return (more, 1) if more >= fewer else (fewer, -1)

    def run(self):
        for least in ROUNDS:
            heap = [(-self.score(p)[0], len(p), p) for p in self.places]
            heap = [entry for entry in heap if -entry[0] >= least]
            heapq.heapify(heap)
            while heap:
                _, length, pattern = heapq.heappop(heap)
                score, change = self.score(pattern)
                if score < least:
                    continue
                if heap and score < -heap[0][0]:
                    heapq.heappush(heap, (-score, length, pattern))
                    continue
                self.chosen[pattern] += change
                for i, times in self.places[pattern].items():
                    self.wrong[i] -= change * times


def main():
    data, half = sys.argv[1], "--half" in sys.argv
    pronounced, fixture = read_words(data)
    learner = Learner(pronounced, fixture,
                      lambda w: half and w in fixture and zlib.crc32(w.encode()) % 2 == 1)
    learner.run()

    def count(word):
        word = word.lower().replace("'", "")
        return max(1, groups(word) + sum(learner.chosen[p] for p in pieces(word) if p in learner.chosen))

    tested = [w for w in fixture if not half or zlib.crc32(w.encode()) % 2 == 1]
    right = sum(count(w) == fixture[w] for w in tested)
    print(f"{len(learner.chosen)} patterns; of {len(tested)} words {'not learned from' if half else 'of the fixture'}, "
          f"{100 * right / len(tested):.1f} % right")
    if half:
        return
    with open(LANGUAGE, encoding="utf-8") as f:
        language = json.load(f)
    for name, sign in (("more", 1), ("fewer", -1)):
        language[name] = sorted(p for p, n in learner.chosen.items() for _ in range(max(0, sign * n)))
    with open(LANGUAGE, "w", encoding="utf-8") as f:
        json.dump(language, f, ensure_ascii=False, indent=2)
        f.write("\n")


if __name__ == "__main__":
    main()
