#!/usr/bin/env python3
"""Documents of about 300 words in two languages, translations of each other, for measuring taraz match.

usage: make_documents.py PARALLEL.tsv.gz FIRST SECOND DOCUMENTS OUT [SEED]
Draws lines of ../shared/data/parallel at random (source, text, text), so that above a few thousand documents lines
repeat. Writes OUT/NUMBER.FIRST.txt and OUT/NUMBER.SECOND.txt, a paragraph of five lines each.
"""
import gzip, os, random, sys

def main():
    path, first, second, count, out = sys.argv[1:6]
    rng = random.Random(int(sys.argv[6]) if len(sys.argv) > 6 else 1)
    pairs = []
    for line in gzip.open(path, "rt", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 3 and 5 <= len(cells[1].split()) <= 40:
            pairs.append((cells[1], cells[2], len(cells[1].split())))
    for d in range(int(count)):
        folder = f"{out}/{d // 1000:03d}"
        os.makedirs(folder, exist_ok=True)
        words, rows = 0, []
        while words < 300:
            rows.append(rng.choice(pairs)); words += rows[-1][2]
        for side, lang in ((0, first), (1, second)):
            with open(f"{folder}/{d:06d}.{lang}.txt", "w", encoding="utf-8") as f:
                for k, row in enumerate(rows):
                    f.write(row[side] + ("\n\n" if k % 5 == 4 else "\n"))

main()
