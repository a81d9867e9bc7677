#!/usr/bin/env python3
"""Makes a corpus of many units for `taraz filter`, with duplicates planted, and says how many were found.

usage: make_units.py make N PAIRS.tsv.gz... > units.jsonl    PAIRS: source, text, text, as in ../shared/data/parallel;
                                                             the file's name says the languages (en-fa.tsv.gz)
       make_units.py check units.jsonl dropped.jsonl         dropped: of `taraz filter --dropped`, same order

Units are two or three pairs of PAIRS joined, so that they hardly repeat by themselves; every 20th is an exact copy of an
earlier one, every 20th a near one (id near-N): a word in eight to thirty is left out, doubled or taken from elsewhere, on both
sides. check compares with the true Jaccard similarity of letter 4-grams (punctuation and digits aside).
"""
import gzip
import json
import os
import random
import sys


def read_pairs(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return [(r[1], r[2]) for r in rows if len(r) == 3 and len(r[1].split()) >= 3 and len(r[2].split()) >= 3]


def edited(text, rng, share):
    words = text.split(" ")
    for _ in range(max(1, round(len(words) * share))):
        i = rng.randrange(len(words))
        kind = rng.randrange(3)
        if kind == 0 and len(words) > 4:
            del words[i]
        elif kind == 1:
            words.insert(i, words[i])
        else:
            words[i] = words[rng.randrange(len(words))]
    return " ".join(words)


def make(count, paths):
    rng = random.Random(7)
    sets = [(os.path.basename(p)[:5].split("-"), read_pairs(p)) for p in paths]
    recent = []
    for n in range(count):
        name, like = str(n), None
        if n % 20 in (18, 19) and recent:
            like = recent[rng.randrange(len(recent))]
        if like is None:
            (a, b), pairs = sets[0] if n % 2 or len(sets) == 1 else sets[1 + rng.randrange(len(sets) - 1)]
            parts = [pairs[rng.randrange(len(pairs))] for _ in range(2 + rng.randrange(2))]
            unit = (name, a, " ".join(p[0] for p in parts), b, " ".join(p[1] for p in parts))
            if len(recent) < 50000:
                recent.append(unit)
            else:
                recent[rng.randrange(50000)] = unit
        elif n % 20 == 18:
            unit = (f"exact-{n}-{like[0]}", *like[1:])
        else:
            share = 1 / rng.randrange(8, 31)
            unit = (f"near-{n}-{like[0]}", like[1], edited(like[2], rng, share), like[3], edited(like[4], rng, share))
        print(json.dumps({"id": unit[0], "variants": [{"lang": unit[1], "text": unit[2]}, {"lang": unit[3], "text": unit[4]}]},
                         ensure_ascii=False))


def grams(unit):
    letters = "".join(c for v in unit["variants"] for c in v["text"].lower() if c.isalpha())
    return {letters[i:i + 4] for i in range(len(letters) - 3)}


def id_of(line):
    begin = line.index('"id"') + 4
    begin = line.index('"', begin) + 1
    return line[begin:line.index('"', begin)]


def check(units_path, dropped_path):
    """A tenth of what was planted is looked at when there is much of it, so that memory stays small."""
    reasons = {}
    for line in open(dropped_path, encoding="utf-8"):
        begin = line.rindex('"reason":"') + 10
        reasons[id_of(line)] = line[begin:line.index('"', begin)]
    rng = random.Random(2)
    share = 1.0 if os.path.getsize(units_path) < 200 << 20 else 0.1
    total, planted, originals = 0, [], {}
    for line in open(units_path, encoding="utf-8"):
        name = id_of(line)
        total += "-" not in name
        if "-" in name and rng.random() < share:
            planted.append(json.loads(line))
            originals[name.split("-")[2]] = None
    for line in open(units_path, encoding="utf-8"):
        if id_of(line) in originals:
            originals[id_of(line)] = line
    counts = {}
    for unit in planted:
        kind, _, original = unit["id"].split("-")
        if original in reasons or reasons.get(unit["id"]) not in (None, "duplicate", "near-duplicate"):
            continue
        a, b = grams(unit), grams(json.loads(originals[original]))
        similarity = len(a & b) / max(1, len(a | b))
        bucket = "exact" if kind == "exact" else f"{int(similarity * 20) / 20:.2f}"
        found, all_ = counts.get(bucket, (0, 0))
        counts[bucket] = (found + (unit["id"] in reasons), all_ + 1)
    print("similarity\tfound\tplanted\tshare")
    for bucket in sorted(counts):
        found, all_ = counts[bucket]
        print(f"{bucket}\t{found}\t{all_}\t{found / all_:.3f}")
    other = sum(r in ("duplicate", "near-duplicate") and "-" not in i for i, r in reasons.items())
    print(f"dropped as duplicates though not planted: {other} of {total}")


if __name__ == "__main__":
    if len(sys.argv) < 4 or sys.argv[1] not in ("make", "check"):
        sys.exit(__doc__)
    if sys.argv[1] == "make":
        make(int(sys.argv[2]), sys.argv[3:])
    else:
        check(sys.argv[2], sys.argv[3])
