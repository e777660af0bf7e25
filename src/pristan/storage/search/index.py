"""The pages of a vault's exhibits and where words stand on them.

Does not: read files (services do), or find a word in another language than it is asked in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from pristan.country.library.quotes import closest, cut
from pristan.country.library.stems import Word
from pristan.kernel.errors import StorageError
from pristan.kernel.language import Text
from pristan.storage.models import PageRow
from pristan.storage.search.forms import Form, asked_forms, forms_of

_AROUND = 160  # letters shown before and after what was found
_RANKED = 2000  # more pages than this are not put in order: ranking tens of thousands takes seconds


@dataclass(frozen=True, slots=True)
class PageText:
    """One page as it was read."""

    text: str
    recognised: bool  # by OCR: never quoted unreviewed


@dataclass(frozen=True, slots=True)
class Hit:
    """A page on which every word asked for stands."""

    case_id: str
    case_title: Text
    file: str  # name in the case's home
    page: int
    quote: str  # word for word as on the page
    marks: tuple[tuple[int, int], ...]  # the words found, as places in the quote
    recognised: bool


def keep_pages(case_id: str, file: str, pages: Sequence[PageText]) -> None:
    """Keep the pages of a file and index their words, in place of what was kept of it."""
    with transaction.atomic(), connection.cursor() as cursor:
        PageRow.objects.filter(case_id=case_id, file=file).delete()
        for number, page in enumerate(pages, start=1):
            row = PageRow.objects.create(
                case_id=case_id, file=file, number=number, text=page.text, recognised=page.recognised
            )
            forms = list(forms_of(page.text))
            cursor.execute(
                "INSERT INTO storage_words (rowid, stems, lemmas) VALUES (%s, %s, %s)",
                [row.pk, " ".join(one.stem for one in forms), " ".join(one.lemma for one in forms)],
            )


def kept_pages(case_id: str, file: str) -> tuple[PageText, ...]:
    """The pages of a file as they were read; none if it was not read yet."""
    rows = PageRow.objects.filter(case_id=case_id, file=file).order_by("number")
    return tuple(PageText(one.text, one.recognised) for one in rows)


def pages_of_case(case_id: str) -> Iterator[tuple[str, int, str]]:
    """Every page of a case that was read: file, number from 1, text."""
    rows = PageRow.objects.filter(case_id=case_id).order_by("file", "number")
    yield from rows.values_list("file", "number", "text").iterator()


def search(words: str, *, case_id: str | None = None, most: int = 50) -> tuple[Hit, ...]:
    """The pages, of one case or of all, on which every word stands in any grammatical form, the closest first.

    Raises StorageError if there is no word in `words`.
    """
    asked = asked_forms(words)
    if not asked:
        raise StorageError("Write one or more words to look for.", "Напишите одно или несколько слов для поиска.")
    query = " AND ".join(_clause(stem, lemmas) for stem, lemmas in asked)
    within = "" if case_id is None else " AND page.case_id = %s"
    given = [query] if case_id is None else [query, case_id]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM storage_words WHERE storage_words MATCH %s LIMIT {_RANKED})", [query]
        )
        ranked = cursor.fetchone()[0] < _RANKED
        cursor.execute(
            "SELECT page.id FROM storage_words JOIN storage_pagerow page ON page.id = storage_words.rowid"
            f" WHERE storage_words MATCH %s{within}"
            f" ORDER BY {'bm25(storage_words), ' if ranked else ''}page.id LIMIT %s",
            [*given, most],
        )
        ids = [row[0] for row in cursor.fetchall()]
    rows = PageRow.objects.select_related("case").defer("case__text").in_bulk(ids)
    return tuple(_hit(rows[one], asked) for one in ids if one in rows)


def _clause(stem: str, lemmas: frozenset[str]) -> str:
    either = [f'stems : "{stem}"', *(f'lemmas : "{lemma}"' for lemma in sorted(lemmas))]
    return f"({' OR '.join(either)})"


def _hit(row: PageRow, asked: tuple[tuple[str, frozenset[str]], ...]) -> Hit:
    found = [Word(str(number), form.start, form.end) for form in forms_of(row.text) for number in _asked(form, asked)]
    first, last = closest(found, {word.stem for word in found})
    start, end = cut(row.text, max(0, first.start - _AROUND), min(len(row.text), last.end + _AROUND))
    marks = tuple((word.start - start, word.end - start) for word in found if start <= word.start and word.end <= end)
    title = Text(row.case.title_en, row.case.title_ru)
    return Hit(row.case_id, title, row.file, row.number, row.text[start:end], marks, row.recognised)


def _asked(form: Form, asked: tuple[tuple[str, frozenset[str]], ...]) -> tuple[int, ...]:
    """Which of the words asked for this one is; the first of them only."""
    for number, (stem, lemmas) in enumerate(asked):
        if form.stem == stem or form.lemma in lemmas:
            return (number,)
    return ()
