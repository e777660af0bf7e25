"""What is kept between calls and holds words of a case is dropped when a vault is locked."""

from __future__ import annotations

import ast
import gc
import re
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

import pristan
from pristan.chronology.likeness.places import Places
from pristan.chronology.likeness.sounds import alike
from pristan.chronology.likeness.spelling import latin
from pristan.documents.reading.dates import dates_in
from pristan.services.assessing import forget_cases

SRC = Path(pristan.__file__).parent
# Caches of functions that are asked about a text, and what it is: nothing of a case, or dropped in another way.
ASKED_ABOUT = {
    "deadlines/working_days.py": {"_calendar": "holidays of a country"},
    "documents/reading/kinds.py": {"about": "a kind of paper"},
    "filings/bundle/boxes.py": {"_written_box": "the size of a page"},
    "filings/documents/composing/translation_sheet.py": {"_stemmer": "a language"},
    "country/library/stems.py": {"_stemmer": "a language"},
    "country/publishers.py": {"publisher_in": "a publisher that the country records name"},
    "law/instruments.py": {"cited": "a citation of the law base"},
    "law/predicates/generic.py": dict.fromkeys(("_day", "_period"), "a day or length that a rule names"),
    "storage/cases.py": dict.fromkeys(("_persons", "_summary"), "names of a case; dropped by its own after_lock"),
}


class Told(str):
    """A text that one can see vanish."""

    __slots__ = ("__weakref__",)


def _is_text(given: ast.arg) -> bool:
    return given.annotation is not None and re.search(r"\b(str|bytes)\b", ast.unparse(given.annotation)) is not None


def _cached(path: Path) -> set[str]:
    """Functions of a module that take a text and are cached for good."""
    plain = ("cache", "lru_cache")
    return {
        one.name
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(one, ast.FunctionDef) and any(_is_text(given) for given in one.args.args)
        for mark in one.decorator_list
        if isinstance(name := mark.func if isinstance(mark, ast.Call) else mark, ast.Name) and name.id in plain
    }


def test_a_function_asked_about_words_of_a_case_is_remembered_until_the_lock_only() -> None:
    found = {str(path.relative_to(SRC)): _cached(path) for path in SRC.rglob("*.py")}
    unknown = {path: names - set(ASKED_ABOUT.get(path, {})) for path, names in found.items()}
    assert {path: names for path, names in unknown.items() if names} == {}, "use kernel.remembering.remembered"
    gone = {path: set(names) - found[path] for path, names in ASKED_ABOUT.items()}
    assert {path: names for path, names in gone.items() if names} == {}


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda words: Places({}).likeness(words, "Самара, ул. Садовая, 7"), "Тверь, ул. Лесная, д. 5, кв. 12"),
        (lambda words: alike(words, "Zimina"), "Зимина"),
        (latin, "Верхова"),
        (dates_in, "Допрошена 4 марта 2024 года в Твери."),
    ],
    ids=["address", "two names", "name", "page"],
)
def test_words_of_a_case_are_out_of_memory_after_the_lock(ask: Callable[[str], object], words: str) -> None:
    told = Told(words)
    ask(told)
    seen = weakref.ref(told)
    del told
    gc.collect()
    assert seen() is not None, "nothing was remembered: this would prove nothing"
    forget_cases()
    gc.collect()
    assert seen() is None
