#!/usr/bin/env python3
"""Writes data/anchors/names/common_words.tsv: words that are no names although a capital, a title or a given name stands by.

usage: learn_common_words.py DATA > data/anchors/names/common_words.tsv     DATA: ../shared/data

English: words seen at least three times in lower case, and four times as often as with a capital inside a sentence; words
that are also names of the lists in DATA/names only when they are frequent. Persian and Arabic: words of at least five and eight
sentences, 40 when they are on the lists too. Short strings of programs, the bible (archaic) and, outside English, tatoeba (many given names) are left out.
"""
import collections
import gzip
import os
import re
import sys

LATIN = re.compile(r"[A-Za-z][A-Za-z'’]*")
ARABIC = re.compile("[\u0620-\u064A\u066E-\u06D3\u06D5\u200C]+")
MARKS = re.compile("[\u064B-\u065F\u0670\u0640]")


def sentences(data, pair, column):
    seen = set()
    with gzip.open(os.path.join(data, "parallel", pair + ".tsv.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            text = cells[column]
            if cells[0] == "debian_l10n" and not text.endswith("."):
                continue
            if text not in seen:
                seen.add(text)
                yield cells[0], text


def listed_names(data, lists):
    names = set()
    for file, column in lists:
        with open(os.path.join(data, "names", file), encoding="utf-8") as lines:
            for line in lines:
                names.update(re.split(r"[\s-]+", line.rstrip("\n").split("\t")[column].lower()))
    return names


def english(data):
    lower, capital = collections.Counter(), collections.Counter()
    for pair in ("en-fa", "en-ar"):
        for _, text in sentences(data, pair, 1):
            words = LATIN.findall(text)
            if len(words) < 5 or sum(w[0].isupper() for w in words) > 0.4 * len(words):
                continue
            for match in LATIN.finditer(text):
                word, before = match.group(), text[:match.start()].rstrip()
                if word.islower():
                    lower[word] += 1
                elif before and before[-1] not in ".!?:;\"“(-–—*":
                    capital[word.lower()] += 1
    names = listed_names(data, (("persons_ar_en.tsv", 1), ("wikipedia_names_ar_en.tsv", 1), ("geonames_places.tsv", 1)))
    return [w for w in lower if len(w) >= 3 and w.isascii() and w.isalpha() and lower[w] >= 4 * capital[w]
            and lower[w] >= (25 if w in names else 3)]


def eastern(data, pairs, least, lists):
    count = collections.Counter()
    for pair, column in pairs:
        for source, text in sentences(data, pair, column):
            if source.startswith(("bible", "tatoeba")):
                continue
            count.update(set(ARABIC.findall(MARKS.sub("", text))))
    names = listed_names(data, lists)
    return [w for w in count if len(w) >= 3 and "\u200C" not in w and count[w] >= (40 if w in names else least)]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data = sys.argv[1]
    print("# Words that are no names although they have a capital letter, or follow a title: language, words parted by |.")
    print("# Learned by tools/learn_common_words.py from how often they are written small, or at all, in translated software")
    print("# and its handbooks (free licences), tico19 (CC0), UN documents, xquad (CC BY-SA 4.0), tatoeba (CC BY 2.0 FR);")
    print("# only the words are kept. CC BY-SA 4.0.")
    arabic = (("persons_ar_en.tsv", 0), ("wikipedia_names_ar_en.tsv", 0), ("geonames_places.tsv", 3), ("cldr_names.tsv", 4))
    persian = (("geonames_places.tsv", 2), ("cldr_names.tsv", 3))
    tables = (("en", english(data)), ("fa", eastern(data, (("en-fa", 2), ("fa-ar", 1)), 5, persian)),
              ("ar", eastern(data, (("en-ar", 2), ("fa-ar", 2)), 8, arabic)))
    for language, words in tables:
        by_letter = collections.defaultdict(list)
        for word in sorted(words):
            by_letter[word[0]].append(word)
        for letter in sorted(by_letter):
            for i in range(0, len(by_letter[letter]), 20):
                print(language, "|".join(by_letter[letter][i:i + 20]), sep="\t")


if __name__ == "__main__":
    main()
