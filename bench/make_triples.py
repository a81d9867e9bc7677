#!/usr/bin/env python3
"""make_triples.py SHARED OUT N: N document triples OUT/DDD/tNNNNN.{fa,ar,en}.txt for `taraz batch`.

A document is a run of 8 to 20 sentence triples of one source (tico19, debian_handbook and ntrex of SHARED/data), in
paragraphs of one to four sentences; about one sentence in thirty lacks in one language. The same N and data, the same bytes.
"""
import collections
import gzip
import os
import random
import sys

shared, out, count = sys.argv[1], sys.argv[2], int(sys.argv[3])


def rows(name):
    with gzip.open(f"{shared}/data/parallel/{name}.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


sources = {"tico19": [], "debian_handbook": []}
arabic = collections.defaultdict(dict)
for source, english, text in rows("en-ar"):
    if source in sources:
        arabic[source][english] = text
for source, english, text in rows("en-fa"):
    if source in sources and english in arabic[source]:
        sources[source].append((text, arabic[source][english], english))
ntrex = [open(f"{shared}/data/dev/ntrex/{language}.txt", encoding="utf-8").read().splitlines() for language in ("fa", "ar", "en")]
sources["ntrex"] = list(zip(*ntrex))

names = sorted(sources)
weights = [len(sources[name]) for name in names]
rng = random.Random(count)
for number in range(count):
    triples = sources[rng.choices(names, weights)[0]]
    length = rng.randint(8, 20)
    begin = rng.randrange(len(triples) - length)
    texts = ["", "", ""]
    left = 0
    for triple in triples[begin : begin + length]:
        if left == 0:
            left = rng.randint(1, 4)
            texts = [text + "\n\n" if text else text for text in texts]
        gone = rng.randrange(90)
        for side in range(3):
            if side != gone:
                texts[side] += ("" if texts[side].endswith("\n") or not texts[side] else " ") + triple[side]
        left -= 1
    folder = f"{out}/{number // 500:03}"
    os.makedirs(folder, exist_ok=True)
    for language, text in zip(("fa", "ar", "en"), texts):
        with open(f"{folder}/t{number:05}.{language}.txt", "w", encoding="utf-8") as file:
            file.write(text + "\n")
