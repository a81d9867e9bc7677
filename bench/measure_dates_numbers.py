#!/usr/bin/env python3
"""How many numbers of an English text are found in its translations, and how well dates are spanned.

usage: measure_dates_numbers.py TARAZ numbers DIR        DIR has en.txt fa.txt ar.txt docs.txt, line-aligned
       measure_dates_numbers.py TARAZ dates FILE [DATE]  FILE is CoNLL-like: word, tag (B-DAT I-DAT O ...); Persian

numbers: of every English value that is written in digits or is 10 or more, whether the same value is among the numbers
  of the translated line, and how often it is in a line of another document (20 drawn with a fixed seed a value).
dates: span F1, exact and overlapping, of all DAT expressions, and of those that name days: without durations ("three
  months"), frequencies ("every day"), ages and parts of any day. Rows that overlap an expression left out do not count. Once
  more with the preposition that begins a third of the gold spans ("in", "until") left out.
"""
import os
import random
import re
import subprocess
import sys
import tempfile


def anchors(taraz, arguments):
    out = subprocess.run([taraz, "anchors", "--segmented", *arguments], capture_output=True, text=True, check=True).stdout
    rows = [line.split("\t") for line in out.split("\n")[1:] if line]
    return [(int(r[1]), r[2], r[3], r[4], int(r[5]), int(r[6])) for r in rows]


def measure_numbers(taraz, directory):
    lines = open(os.path.join(directory, "docs.txt"), encoding="utf-8").read().split("\n")
    docs = [line.split("\t")[0].strip() for line in lines if line.strip()]
    found = {}
    for language in ("en", "fa", "ar"):
        by_line = {}
        path = os.path.join(directory, language + ".txt")
        for line, _, text, value, _, _ in anchors(taraz, ["--kinds", "number", f"{language}={path}"]):
            by_line.setdefault(line, []).append((value, text))
        found[language] = by_line
    for language in ("fa", "ar"):
        rng = random.Random(1)
        total = hits = drawn = chance = 0
        missed = []
        values = {line: {value for value, _ in pairs} for line, pairs in found[language].items()}
        for line, pairs in sorted(found["en"].items()):
            for value, text in pairs:
                large = not re.fullmatch(r"-?\d+(\.\d+)?", value) or float(value) >= 10
                if not large and not re.search(r"\d", text):
                    continue
                total += 1
                if value in values.get(line, set()):
                    hits += 1
                else:
                    missed.append((line, value, text))
                for _ in range(20):
                    other = rng.randrange(len(docs))
                    while docs[other] == docs[line]:
                        other = rng.randrange(len(docs))
                    drawn += 1
                    chance += value in values.get(other, set())
        print(f"{language}: {hits} of {total} = {100 * hits / total:.1f} %, by chance {chance} of {drawn} = "
              f"{100 * chance / drawn:.2f} %")
        for line, value, text in missed:
            print(f"  line {line}: {value} ({text})")


UNIT = r"(روز|هفته|ماه|سال|دهه|قرن)"
ANCHORED = r"(پیش|قبل|گذشته|دیگر|دیگه|دیگری|آینده|اخیر|آتی|جاری|این |نخستین|شهریور|مهر|رمضان|\d{4}|[۰-۹]{4})"


def names_days(text):
    """Whether an expression of the gold standard names days, rather than a length or a frequency."""
    if re.search(r"(^| )هر( |$)", text) or re.search(r"(شنبه|هفته|صبح) ها", text):
        return False
    if re.search(r"چند|صدها|ماهه$|روزه$|ساله$|سالگی|نیمه$|هفتگی|^روزی$|^سالی$|^روزم$|هزار سال", text):
        return False
    if (re.search(UNIT, text) and not re.search(ANCHORED, text) and not re.search(r"[۰-۹0-9]+ ?ام", text)
            and re.search(r"(^| )([۰-۹0-9]+|یک|دو|سه|چهار|پنج|شش) ?(_ ?[۰-۹]+ |تا [0-9۰-۹]+ )?" + UNIT, text)):
        return False
    return not re.fullmatch(r"در شب|شب|آخر هفته|بقیه هفته|نیمه اول روز|در روز های|تابستانی|همون ۹۰ روز|اردیبهشت های", text)


def read_tagged(path):
    texts, gold, text, spans = [], [], "", []
    for line in open(path, encoding="utf-8").read().split("\n") + [""]:
        if not line.strip():
            if text:
                texts.append(text)
                gold.append(spans)
            text, spans = "", []
            continue
        word, tag = line.split("\t")
        text += " " if text else ""
        begin = len(text)
        text += word
        if tag == "I-DAT" and spans and spans[-1][1] >= begin - 1:
            spans[-1] = (spans[-1][0], len(text))
        elif tag.endswith("-DAT"):
            spans.append((begin, len(text)))
    return texts, gold


def without_preposition(text, span):
    """The Hengam spans include "in", "until", "from", "on the date of"; a date does not."""
    head = re.match(r"(در|تا|از|طی|به) (تاریخ )?", text[span[0]:span[1]])
    return (span[0] + head.end(), span[1]) if head else span


def f1(gold, found, matched_gold, matched_found):
    recall, precision = matched_gold / gold, matched_found / found
    return f"P {100 * precision:.1f} R {100 * recall:.1f} F1 {200 * precision * recall / (precision + recall):.1f}"


def measure_dates(taraz, path, day):
    texts, gold = read_tagged(path)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as plain:
        plain.write("\n".join(texts) + "\n")
        plain.flush()
        options = ["--date", day] if day else []
        rows = anchors(taraz, [*options, "--kinds", "date", "fa=" + plain.name])
    starts, bytes_before = [], 0
    for text in texts:
        starts.append(bytes_before)
        bytes_before += len(text.encode()) + 1
    found = [[] for _ in texts]
    for line, _, _, _, begin, end in rows:
        raw = texts[line].encode()
        span = tuple(len(raw[:offset - starts[line]].decode()) for offset in (begin, end))
        if span not in found[line]:
            found[line].append(span)
    overlaps = lambda a, b: a[0] < b[1] and b[0] < a[1]
    for name, counts in (("all", lambda text: True), ("naming days", names_days), ("naming days, no preposition", names_days)):
        golds = predictions = exact = hit = right = 0
        for text, spans, predicted in zip(texts, gold, found):
            wanted = [s for s in spans if counts(text[s[0]:s[1]])]
            ignored = [s for s in spans if s not in wanted]
            if "no preposition" in name:
                wanted = [without_preposition(text, s) for s in wanted]
            kept = [p for p in predicted if not any(overlaps(p, s) for s in ignored)]
            golds += len(wanted)
            predictions += len(kept)
            exact += sum(s in kept for s in wanted)
            hit += sum(any(overlaps(s, p) for p in kept) for s in wanted)
            right += sum(any(overlaps(s, p) for s in wanted) for p in kept)
        print(f"{name}: {golds} expressions, {predictions} found; exact {f1(golds, predictions, exact, exact)}; "
              f"overlapping {f1(golds, predictions, hit, right)}")


def main():
    if len(sys.argv) < 4 or sys.argv[2] not in ("numbers", "dates"):
        sys.exit(__doc__)
    if sys.argv[2] == "numbers":
        measure_numbers(sys.argv[1], sys.argv[3])
    else:
        measure_dates(sys.argv[1], sys.argv[3], sys.argv[4] if len(sys.argv) > 4 else "")


if __name__ == "__main__":
    main()
