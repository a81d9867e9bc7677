#!/usr/bin/env python3
"""Writes data/language/LANG.tsv, the character n-gram counts that text/language_detector.cc reads.

usage: train_language_models.py PARALLEL NAMES MEDIAWIKI OUT [LANG...]
PARALLEL   folder of {en-fa,en-ar,fa-ar}.tsv.gz: source <TAB> text <TAB> text
NAMES      folder of geonames_places.tsv (id en fa ar) and cldr_names.tsv (kind id en fa ar)
MEDIAWIKI  unpacked Debian package mediawiki (apt-get download mediawiki; dpkg -x *.deb MEDIAWIKI)
OUT        where the tables go: data/language
LANG...    only these languages

Only counts are written, no sentence can be got back. Text is folded as text/fold.h does; the letters of the
language's script are kept, everything else is a border.
"""
import collections, glob, gzip, json, os, re, sys, unicodedata

SIZES = {"fa": 8000, "ar": 6000, "en": 3500, "ur": 4000, "ckb": 4000, "ps": 1500, "sd": 1500}
DEFAULT_SIZE = 1500
SCRIPTS = {"ARABIC": "fa ar ur ckb ps sd", "LATIN": "en de fr es it pt nl sv pl tr id", "CYRILLIC": "ru uk bg"}
# Natural sentences count in full, software strings a little.
WEIGHTS = {"debian_l10n": 0.02, "wordpress_l10n": 0.0, "bible_ar_en": 0.1, "mediawiki_i18n": 0.0, "refugee_phrasebook": 1.0}

SAME = {}
for chars, to in (("آأإٱٲٳ", "ا"), ("ؤ", "و"), ("ىيۍێېے", "ی"), ("كڪګ", "ک"), ("ةھۀہۂۃە", "ه")):
    for c in chars: SAME[c] = to

def fold(text):
    out = []
    for c in text:
        if c == "ئ": out.append(c); continue
        if c in SAME: out.append(SAME[c]); continue
        if c == "ـ" or unicodedata.category(c) in ("Mn", "Cf"): continue
        form = "NFKD" if "\uFB50" <= c <= "\uFDFF" or "\uFE70" <= c <= "\uFEFC" else "NFD"
        for d in unicodedata.normalize(form, c):
            if unicodedata.category(d) != "Mn": out.append(SAME.get(d.lower()[0], d.lower()[0]))
    return "".join(out)

def clean(text):
    text = re.sub(r"<[^>]*>|\{\{[^}]*\}\}|\[\[[^\]|]*\||\[https?:[^ \]]*|https?:\S+|\$\d+|&[#a-z0-9]+;|%\S+", " ", text)
    return text

def border(script, text):
    names = {}
    out = []
    for c in fold(text):
        if c not in names:
            names[c] = unicodedata.category(c)[0] == "L" and unicodedata.name(c, "").startswith(script)
        out.append(c if names[c] else " ")
    words = "".join(out).split()
    return " " + " ".join(words) + " " if words else ""

def count(table, text, weight):
    for n in range(1, 5):
        for i in range(len(text) - n + 1):
            gram = text[i:i + n]
            if " " in gram[1:-1]: continue
            table[gram] += weight

def main():
    parallel, names, mediawiki, out = sys.argv[1:5]
    only = sys.argv[5:]
    texts = collections.defaultdict(list)
    seen = set()
    for pair in ("en-fa", "en-ar", "fa-ar"):
        a, b = pair.split("-")
        for line in gzip.open(f"{parallel}/{pair}.tsv.gz", "rt", encoding="utf-8"):
            source, x, y = line.rstrip("\n").split("\t")
            w = WEIGHTS.get(re.sub("^(debian_l10n|wordpress_l10n).*", r"\1", source), 1.0)
            for lang, text in ((a, x), (b, y)):
                if w > 0 and (lang, text) not in seen:
                    seen.add((lang, text)); texts[lang].append((w, text))
    for table in ("geonames_places.tsv", "cldr_names.tsv"):
        for line in open(f"{names}/{table}", encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")[-3:]
            if line.startswith("#") or len(cells) < 3: continue
            for lang, text in zip(("en", "fa", "ar"), cells): texts[lang].append((0.3, text))
    for lang in " ".join(SCRIPTS.values()).split():
        weight = 0.3 if lang in ("fa", "ar", "en") else 1.0
        for path in sorted(glob.glob(f"{mediawiki}/**/i18n/**/{lang}.json", recursive=True)):
            for key, value in json.load(open(path, encoding="utf-8")).items():
                if isinstance(value, str): texts[lang].append((weight, value))
    os.makedirs(out, exist_ok=True)
    for script, langs in SCRIPTS.items():
        for lang in langs.split():
            if only and lang not in only: continue
            table = collections.Counter()
            for w, text in texts[lang]: count(table, border(script, clean(text)), w)
            total = sum(v for k, v in table.items() if len(k) == 1)
            scale = 1_000_000 / total
            kept = [k for k in table if len(k) == 1]
            rest = sorted((k for k in table if len(k) > 1), key=lambda k: (-table[k], k))
            kept += rest[:SIZES.get(lang, DEFAULT_SIZE)]
            # a longer gram is of use only when its context is there
            kept = set(kept)
            rows = sorted((k, round(table[k] * scale)) for k in kept if len(k) <= 2 or k[:-1] in kept)
            with open(f"{out}/{lang}.tsv", "w", encoding="utf-8") as f:
                f.write(f"# Character n-grams of {lang}, 1 to 4 letters of folded text, per million characters; _ is a border.\n"
                        "# Source, licence: data/language/README.md. Written by tools/train_language_models.py.\n")
                for k, v in rows:
                    if v > 0: f.write(k.replace(" ", "_") + f"\t{v}\n")

main()
