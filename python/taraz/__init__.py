"""Taraz: aligns translations in Persian, Arabic, English and other languages.

    >>> import taraz
    >>> documents = [taraz.read("letter.en.txt"), taraz.read("letter.fa.txt")]
    >>> for bead in taraz.align(documents).beads:
    ...     print(bead.kind, bead.texts)

Functions release the GIL while they work; objects they return are plain data classes. Positions in a text count
characters, as Python does.
"""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from typing import Iterable, Sequence

from . import _taraz
from ._taraz import Error, FormatError, UsageError

__version__: str = _taraz.version
__all__ = [
    "Alignment", "Anchor", "Bead", "Concept", "Document", "Error", "FormatError", "Segment", "Term", "Unit", "UsageError",
    "align", "find_anchors", "glossary", "read", "read_units", "write_units",
]


@dataclass(frozen=True)
class Segment:
    """A sentence, a heading, a list item or boilerplate: text[start:end] of its document."""

    text: str
    start: int
    end: int
    paragraph: int
    kind: str


class Document:
    """A text in one language, split into segments. Cannot be changed."""

    def __init__(self, text: str, language: str = "", *, id: str = "text", segmented: bool = False,
                 drop_boilerplate: bool = False) -> None:
        """Splits `text`. Without a language it is found out; `segmented`: every line is a segment as it is."""
        self._document = _taraz.document(text, language, id, segmented, drop_boilerplate)

    @classmethod
    def _of(cls, document: _taraz.Document) -> Document:
        self = cls.__new__(cls)
        self._document = document
        return self

    @property
    def id(self) -> str:
        return self._document.id

    @property
    def language(self) -> str:
        return self._document.language

    @property
    def text(self) -> str:
        return self._document.text

    @property
    def segments(self) -> list[Segment]:
        return [Segment(*s) for s in self._document.segments()]

    def __len__(self) -> int:
        return len(self._document)

    def __repr__(self) -> str:
        return f"<taraz.Document {self.id!r} ({self.language}): {len(self)} segments>"


@dataclass(frozen=True)
class Bead:
    """Segments that translate each other, one range of them per document; a range may be empty."""

    sides: tuple[range, ...]
    texts: tuple[str, ...]
    confidence: float

    @property
    def kind(self) -> str:
        """How many segments on each side: "1-1", "2-1", "0-1-1"."""
        return "-".join(str(len(side)) for side in self.sides)


@dataclass(frozen=True)
class Unit:
    """Texts that say the same: what TMX, TSV and JSONL files hold."""

    texts: dict[str, str]
    score: float | None = None
    kind: str = ""
    id: str = ""


@dataclass(frozen=True)
class Alignment:
    """Beads that cover all segments of all documents in order.

    `pairs` holds, for three documents and more, an alignment for every two of them by their places, (0, 1), (0, 2),
    (1, 2) ...; they may be finer than the beads of all.
    """

    languages: tuple[str, ...]
    beads: tuple[Bead, ...]
    pairs: dict[tuple[int, int], Alignment]

    def units(self, min_confidence: float = 0.0) -> list[Unit]:
        """The beads as units, numbered from 1."""
        return [
            Unit(dict(zip(self.languages, bead.texts)), round(bead.confidence, 4), bead.kind, str(i))
            for i, bead in enumerate(self.beads, 1) if bead.confidence >= min_confidence
        ]


@dataclass(frozen=True)
class Anchor:
    """Something that is the same in every language: a date, a number, a name, a URL ...

    `value` can be compared between texts: days as "2024-03-20", or "1988-03-21/1989-03-20", numbers as "18.5".
    `calendar`, `granularity` and `number_kind` are "none" where they mean nothing.
    """

    kind: str
    start: int
    end: int
    text: str
    value: str
    certainty: float
    calendar: str
    granularity: str
    number_kind: str


@dataclass(frozen=True)
class Term:
    """What one language calls a concept."""

    language: str
    text: str
    variants: tuple[str, ...]
    frequency: int
    context: str


@dataclass(frozen=True)
class Concept:
    """A name, an acronym or a term with its translations."""

    id: str
    kind: str
    terms: tuple[Term, ...]
    confidence: float
    frequency: int


def read(path: str | os.PathLike[str], language: str = "", *, format: str = "", segmented: bool = False,
         drop_boilerplate: bool = False) -> Document:
    """Reads and splits a document: plain text, HTML, DOCX, ODT, EPUB, PDF, subtitles, Markdown, XLIFF, PO ...

    The format is found by the name, else by the content; `format` names it. Without a language it is found out.
    """
    return Document._of(_taraz.read(os.fspath(path), language, format, segmented, drop_boilerplate))


def _beads(tuples: Sequence[_taraz.BeadTuple]) -> tuple[Bead, ...]:
    return tuple(Bead(tuple(range(*side) for side in sides), tuple(texts), confidence)
                 for sides, confidence, texts in tuples)


def align(documents: Sequence[Document], *, lexicon: bool = True, names: bool = True, threads: int = 0) -> Alignment:
    """Aligns two documents or more. The result is the same for any number of threads (0: one per core)."""
    languages = tuple(d.language for d in documents)
    joint, pairs = _taraz.align([d._document for d in documents], lexicon, names, threads)
    n = len(documents)
    places = [(a, b) for a in range(n) for b in range(a + 1, n)]
    return Alignment(languages, _beads(joint),
                     {(a, b): Alignment((languages[a], languages[b]), _beads(beads), {})
                      for (a, b), beads in zip(places, pairs)})


def find_anchors(text: str, language: str, *, date: datetime.date | None = None) -> list[Anchor]:
    """The anchors of a text, in order. `date`: when it was written, for "yesterday" and dates without a year."""
    day = None if date is None else (date - datetime.date(1970, 1, 1)).days
    return [Anchor(*a) for a in _taraz.find_anchors(text, language, day)]


def _tuple_of(unit: Unit) -> _taraz.UnitTuple:
    return (unit.id, list(unit.texts), list(unit.texts.values()), unit.score, unit.kind)


def read_units(path: str | os.PathLike[str]) -> list[Unit]:
    """Reads TMX, TSV or JSONL (also .gz)."""
    return [Unit(dict(zip(languages, texts)), score, kind, id)
            for id, languages, texts, score, kind in _taraz.read_units(os.fspath(path))]


def write_units(units: Iterable[Unit], path: str | os.PathLike[str]) -> None:
    """Writes TMX, TSV or JSONL, by the name. The file appears when it is whole."""
    units = list(units)
    languages = list(dict.fromkeys(language for unit in units for language in unit.texts))
    _taraz.write_units([_tuple_of(unit) for unit in units], os.fspath(path), languages)


def glossary(units: Iterable[Unit], languages: Sequence[str], *, min_frequency: int = 2, min_confidence: float = 0.4,
             top: int = 0, words: bool = False, lexicon: bool = True, threads: int = 0) -> list[Concept]:
    """Names and terms of the first language and what the others call them, best first."""
    found = _taraz.glossary([_tuple_of(unit) for unit in units], list(languages), min_frequency, min_confidence, top,
                            words, lexicon, threads)
    return [Concept(id, kind, tuple(Term(language, text, tuple(variants), frequency, context)
                                    for language, text, variants, frequency, context in terms), confidence, frequency)
            for id, kind, terms, confidence, frequency in found]
