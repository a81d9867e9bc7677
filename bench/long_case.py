#!/usr/bin/env python3
"""Make one long alignment case with known gold from a table of translations.

usage: long_case.py --table FILE.tsv.gz --langs en,ar [--only SOURCE] [--lines N] [--merge 0.12] [--drop 0.08]
                    [--runs 0] [--seed 1] --out DIR
FILE holds source, text, text. Without --lines every row is taken once, in order; with it, rows are shuffled again
and again until there are N. On each side rows are dropped, and neighbours merged, by chance and independently; --runs is the chance that a run of
5 to 60 dropped rows begins at a row.
Writes DIR/LANG.txt, a segment a line, and DIR/gold, '[i,..]:[j,..]' a line.
"""
import argparse
import gzip
import os
import random


def corrupt(rows, merge, drop, runs, rng):
    """0 .. rows - 1 -> lines, each a list of rows."""
    kept = []
    until = 0
    for u in range(rows):
        if runs and rng.random() < runs:
            until = max(until, u + rng.randint(5, 60))
        if rng.random() >= drop and u >= until:
            kept.append(u)
    lines = []
    i = 0
    while i < len(kept):
        step = 2 if i + 1 < len(kept) and rng.random() < merge else 1
        lines.append(kept[i:i + step])
        i += step
    return lines


def beads(first, second):
    """Groups of lines that share rows, by their first row."""
    owner = [{row: k for k, line in enumerate(lines) for row in line} for lines in (first, second)]
    group = {}
    out = {}
    for row in sorted(set(owner[0]) | set(owner[1])):
        places = [(s, owner[s][row]) for s in (0, 1) if row in owner[s]]
        known = sorted({group[p] for p in places if p in group})
        target = known[0] if known else row
        members = out.setdefault(target, set())
        for other in known[1:]:
            members |= out.pop(other)
        members.update(places)
        for p in members:
            group[p] = target
    for members in out.values():
        yield tuple(sorted(k for s, k in members if s == side) for side in (0, 1))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--table", required=True)
    parser.add_argument("--langs", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--lines", type=int, default=0)
    parser.add_argument("--merge", type=float, default=0.12)
    parser.add_argument("--drop", type=float, default=0.08)
    parser.add_argument("--runs", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    with gzip.open(options.table, "rt", encoding="utf-8") as table:
        cells = [line.rstrip("\n").split("\t") for line in table]
    pairs = [c[1:3] for c in cells if len(c) >= 3 and options.only in ("", c[0]) and c[1].strip() and c[2].strip()]
    rng = random.Random(options.seed)
    rows = list(pairs)
    if options.lines:
        rows = []
        while len(rows) < options.lines:
            rng.shuffle(pairs)
            rows += pairs
        del rows[options.lines:]
    os.makedirs(options.out, exist_ok=True)
    sides = []
    for k, language in enumerate(options.langs.split(",")):
        lines = corrupt(len(rows), options.merge, options.drop, options.runs, rng)
        with open(f"{options.out}/{language}.txt", "w", encoding="utf-8") as file:
            for line in lines:
                file.write(" ".join(rows[u][k].strip() for u in line) + "\n")
        sides.append(lines)
    with open(f"{options.out}/gold", "w", encoding="utf-8") as file:
        for x, y in beads(*sides):
            file.write(":".join("[" + ",".join(map(str, s)) + "]" for s in (x, y)) + "\n")


main()
