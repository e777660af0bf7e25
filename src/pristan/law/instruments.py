"""How a citation stands on a Russian page: in Russian what has an official Russian title, Russia's laws, and citations
that tell something in words (a practice, what a court did, what was not seen).

Source: instruments.toml; cites_ru.toml for citations in words. Does not: touch citations of US law, decisions and
whatever the tables do not name, nor filings, which cite as their registry does; translate what an authority says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pristan.kernel.date_words import day_in_words
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Language
from pristan.kernel.strict import read_file

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_FEDERAL = re.compile(
    r"(?:Federal (?P<constitutional>Constitutional )?Law )?(?P<number>\d+)-(?P<kind>FZ|FKZ)(?![A-Za-z])"
    rf"(?: of (?:(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) )?(?P<year>\d{{4}}))?"
)
_ARTICLES = re.compile(r",?\s*\barts?\.?\s+(?=\d)")
_YEAR = re.compile(r"(?<=\s)(?<!Act )((?:19|20)\d\d)(?=$|[,\s)])(?! г\.)")
_NEXT = r"(?=$|[,:(]|\s+(?:arts?\b|rules?\b|\(|as\b|with\b|\d))"


@cache
def _tables() -> tuple[re.Pattern[str], dict[str, str], tuple[tuple[str, str], ...]]:
    root = read_file(Path(__file__).parent / "instruments.toml", error=RuleError, name="instruments.toml")
    named: dict[str, str] = {}
    words: list[tuple[str, str]] = []
    for table in root.tables("instrument"):
        named[table.string("cite")] = table.string("ru")
        table.done()
    for table in root.tables("word"):
        words.append((table.string("cite"), table.string("ru")))
        table.done()
    root.done()
    longest_first = sorted(named, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))}){_NEXT}"), named, tuple(words)


@cache
def told_in_words() -> Mapping[str, str]:
    """The Russian form of citations that tell something in English words, by its part between semicolons."""
    root = read_file(Path(__file__).parent / "cites_ru.toml", error=RuleError, name="cites_ru.toml")
    found = root.in_russian("cites")
    root.done()
    return found


@cache
def cited(cite: str, language: Language) -> str:
    """The citation as it stands on a page in `language`."""
    if language is not Language.RU:
        return cite
    told = told_in_words()
    return "; ".join(told.get(part) or _in_russian(part) for part in cite.split("; "))


def _in_russian(part: str) -> str:
    """One citation. Where it names no instrument of the table it stays as it is, whatever words are in it."""
    begins, named, words = _tables()
    found = begins.match(part)
    law = _FEDERAL.match(part)
    if found is not None:
        name, rest = named[found[0]], part[found.end() :]
    elif law is not None:
        name, rest = _federal_law(law), part[law.end() :]
    else:
        return part
    for word, ru in words:
        rest = re.sub(rf"\b{re.escape(word)}\b", ru, rest)
    rest = _FEDERAL.sub(_federal_law, rest)
    rest = _YEAR.sub(r"\1 г.", rest)
    rest = _ARTICLES.sub(", ст. ", rest).replace("(, ст.", "(ст.")
    return name + re.sub(r"^ (?=\d+(?:\.\d)?)(?!\d{4} г\.)", ", ст. ", rest)


def _federal_law(found: re.Match[str]) -> str:
    kind = {"FZ": "ФЗ", "FKZ": "ФКЗ"}[found["kind"]]
    number = f"{found['number']}-{kind}"
    if found["year"] is None:
        return number
    if found["day"] is None:
        return f"{number} {found['year']} г."
    day = date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
    return f"{number} от {day_in_words(day).ru}"
