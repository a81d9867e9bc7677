"""Tests of the Python package; run by ctest with the folder of the sample texts in TARAZ_SAMPLE."""

import datetime
import os
import pathlib
import tempfile
import threading
import unittest

import taraz

SAMPLE = pathlib.Path(os.environ["TARAZ_SAMPLE"])


def sample(language):
    return taraz.read(SAMPLE / f"{language}.txt")


class Documents(unittest.TestCase):
    def test_a_file_is_read_and_split(self):
        document = sample("fa")
        self.assertEqual(document.language, "fa")
        self.assertEqual(len(document), len(document.segments))
        self.assertEqual(document.segments[0].kind, "heading")
        for segment in document.segments:
            self.assertEqual(document.text[segment.start:segment.end], segment.text)

    def test_a_string_is_split(self):
        document = taraz.Document("یک جمله. جمله‌ای دیگر؟", "fa", id="note")
        self.assertEqual([s.text for s in document.segments], ["یک جمله.", "جمله‌ای دیگر؟"])
        self.assertEqual(repr(document), "<taraz.Document 'note' (fa): 2 segments>")
        self.assertEqual(len(taraz.Document("a. b.\nc", "en", segmented=True)), 2)

    def test_a_page_keeps_its_structure(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder, "page")
            page.write_text("<html><h1>What is it? A title.</h1><ul><li>one</li></ul></html>", encoding="utf-8")
            kinds = [(s.kind, s.text) for s in taraz.read(page, "en").segments]
            self.assertEqual(kinds, [("heading", "What is it? A title."), ("list item", "one")])
            page.write_text("# A *title*", encoding="utf-8")
            self.assertEqual(taraz.read(page, "en", format="markdown").text, "A title")

    def test_errors_say_what_is_wrong(self):
        with self.assertRaisesRegex(taraz.Error, "nowhere.txt"):
            taraz.read("nowhere.txt")
        with self.assertRaises(taraz.UsageError):
            taraz.Document("text", "no language")
        with self.assertRaisesRegex(taraz.Error, "give language="):
            taraz.Document("12")
        self.assertTrue(issubclass(taraz.FormatError, taraz.Error))


class Alignments(unittest.TestCase):
    def test_two_documents(self):
        documents = [sample("en"), sample("fa")]
        alignment = taraz.align(documents)
        self.assertEqual(alignment.languages, ("en", "fa"))
        for k, document in enumerate(documents):
            covered = [i for bead in alignment.beads for i in bead.sides[k]]
            self.assertEqual(covered, list(range(len(document))))
        first = alignment.beads[0]
        self.assertEqual((first.kind, first.texts), ("1-1", ("The Library by the River", "کتابخانه‌ی کنار رودخانه")))
        self.assertTrue(all(0 <= bead.confidence <= 1 for bead in alignment.beads))
        self.assertEqual(alignment, taraz.align(documents, threads=1))

    def test_three_documents(self):
        alignment = taraz.align([sample("fa"), sample("ar"), sample("en")])
        self.assertEqual(sorted(alignment.pairs), [(0, 1), (0, 2), (1, 2)])
        self.assertEqual(alignment.pairs[1, 2].languages, ("ar", "en"))
        self.assertEqual(alignment.beads[0].kind, "1-1-1")

    def test_one_document_is_an_error(self):
        with self.assertRaises(taraz.UsageError):
            taraz.align([sample("fa")])

    def test_units_survive_a_file(self):
        units = taraz.align([sample("en"), sample("fa")]).units()
        with tempfile.TemporaryDirectory() as folder:
            for ending in ("tsv", "jsonl", "tmx"):
                path = pathlib.Path(folder, "out." + ending)
                taraz.write_units(units, path)
                complete = [u for u in units if all(u.texts.values())] if ending == "tmx" else units
                self.assertEqual([u.texts for u in taraz.read_units(path)], [u.texts for u in complete])

    def test_threads_of_python_work_at_once(self):
        documents = [sample("en"), sample("fa")]
        expected = taraz.align(documents)
        found = []
        workers = [threading.Thread(target=lambda: found.append(taraz.align(documents, threads=1))) for _ in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.assertEqual(found, [expected] * 4)


class Anchors(unittest.TestCase):
    def test_dates_and_numbers_have_comparable_values(self):
        persian = taraz.find_anchors("در یکم فروردین ۱۴۰۳ با ۳۴۰ کتاب", "fa")
        self.assertEqual([(a.kind, a.value, a.text) for a in persian if a.kind != "name"],
                         [("date", "2024-03-20", "یکم فروردین ۱۴۰۳"), ("number", "340", "۳۴۰")])
        self.assertEqual(persian[0].calendar, "jalali")
        english = taraz.find_anchors("yesterday", "en", date=datetime.date(2024, 3, 21))
        self.assertEqual([a.value for a in english], ["2024-03-20"])


class Glossaries(unittest.TestCase):
    def test_names_are_found_in_both_languages(self):
        units = [
            taraz.Unit({"en": f"Maryam Rostami came to Shiraz {i} times.", "fa": f"مریم رستمی {i} بار به شیراز آمد."})
            for i in range(2, 8)
        ]
        concepts = taraz.glossary(units, ["en", "fa"])
        terms = {c.terms[0].text: c.terms[1].text for c in concepts}
        self.assertEqual(terms.get("Shiraz"), "شیراز")
        self.assertTrue(all(c.frequency >= 2 for c in concepts))


if __name__ == "__main__":
    unittest.main()
