"""Whether the person's statement is ready to file: complete and current translation, the same dates, numbers and names
on both sides, read back after the last change.

Source: docs/case-format.md, "The statement". Does not: say whether a translation is good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pristan.case.declaration_model import Paragraph, Translation, seal_of, statement_seal
from pristan.case.model import Case, Person
from pristan.chronology.likeness.sounds import alike
from pristan.documents.reading.dates import dates_in
from pristan.filings.corrections import corrections_for
from pristan.filings.packets.model import StatementFault
from pristan.filings.packets.words import word
from pristan.kernel.date_words import day_in_words
from pristan.kernel.language import Text
from pristan.kernel.month_names import MONTHS_DE, MONTHS_EN, MONTHS_ES, MONTHS_FR

_MONTHS = {
    name.lower(): number
    for names in (MONTHS_EN, MONTHS_DE, MONTHS_FR, MONTHS_ES)
    for number, name in enumerate(names, start=1)
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(  # 9 June 1974, 9th June, 9. Juni, 1er juin, 9 de junio de 1974; June 9, 1974; 1974-06-09
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(?P<m1>{_NAMES})\s+(?:de\s+)?(?P<y1>\d{{4}})"
    rf"|(?P<m2>{_NAMES})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<n3>\d\d)-(?P<d3>\d\d)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_CAPITALISED = re.compile(r"(?<![\w])[^\W\d_a-zа-яё][\w’'-]+")
_SURNAME_LEAST = 3  # letters


def faults_of_statement(
    case: Case, person: Person, languages: tuple[str, ...], into: str
) -> tuple[StatementFault, ...]:
    """What keeps the statement from being ready for a forum that takes `languages`, translated into `into`."""
    paragraphs = case.declarations.of(person.id)
    foreign = [(number, one) for number, one in enumerate(paragraphs, start=1) if one.language not in languages]
    found = [fault for number, one in foreign for fault in _of_paragraph(case, number, one, into)]
    if foreign:
        found += _read_back(case, person, paragraphs, into)
    return tuple(found)


def _of_paragraph(case: Case, number: int, one: Paragraph, into: str) -> Iterator[StatementFault]:
    place = word("paragraph_name", number=number, id=one.id)
    made = one.translation(into)
    if made is None or not made.text.strip():
        yield StatementFault(
            "untranslated", place, word("untranslated", language=into), word("untranslated_remedy", language=into)
        )
        return
    if made.of != one.seal:
        yield StatementFault("original", place, word("original_changed"), word("original_remedy", seal=one.seal))
    if made.seal != seal_of(made.text):
        remedy = word("translation_remedy", seal=seal_of(made.text))
        yield StatementFault("translation", place, word("translation_changed"), remedy)
    yield from _differences(case, place, one, made)
    translator = case.declarations.translators[made.by]
    for language in (one.language, into):
        if language not in translator.languages:
            what = word("translator_unknown", name=translator.name, language=language)
            yield StatementFault("translator", place, what, word("translator_remedy"))


def _differences(case: Case, place: Text, one: Paragraph, made: Translation) -> Iterator[StatementFault]:
    left, right = dates_written(one.text), dates_written(made.text)
    if left != right:
        what = word("dates_differ", left=_listed(left - right), right=_listed(right - left))
        yield StatementFault("dates", place, what, word("both_remedy"))
    numbers, others = _numbers(one.text), _numbers(made.text)
    if left == right and numbers != others:
        what = word("numbers_differ", left=_listed(numbers - others), right=_listed(others - numbers))
        yield StatementFault("numbers", place, what, word("both_remedy"))
    if missing := _names_missing(case, one.text, made.text):
        yield StatementFault("names", place, word("names_differ", names=", ".join(missing)), word("both_remedy"))


def dates_written(text: str) -> set[str]:
    """Every full date of a text, as 2025-11-11; months in Russian, English, German, French or Spanish."""
    found = {one.day.isoformat() for one in dates_in(text)}
    for match in _DATE.finditer(text):
        if match["m1"]:
            year, month, day = match["y1"], _MONTHS[match["m1"].lower()], match["d1"]
        elif match["m2"]:
            year, month, day = match["y2"], _MONTHS[match["m2"].lower()], match["d2"]
        else:
            year, month, day = match["y3"], int(match["n3"]), match["d3"]
        found.add(f"{year}-{month:02}-{int(day):02}")
    return found


def _numbers(text: str) -> set[str]:
    """Numbers written in figures, dates left aside; a decimal comma is a point."""
    for found in reversed(dates_in(text)):
        text = text[: found.start] + " " + text[found.end :]
    return {one.replace(",", ".") for one in _NUMBER.findall(_DATE.sub(" ", text))}


def _names_missing(case: Case, original: str, translation: str) -> list[str]:
    """Surnames that the case knows, stand in the original, and have no like in the translation."""
    words = _CAPITALISED.findall(original)
    others = _CAPITALISED.findall(translation)
    missing = []
    for name in _known_names(case):
        if any(alike(name, one) for one in words) and not any(alike(name, one) for one in others):
            missing.append(name)
    return missing


def _known_names(case: Case) -> list[str]:
    """Surnames in Russian letters: of the persons of the case, and of whom the statements about events name."""
    names = [one.name.ru.split()[-1] for one in case.persons if one.name.ru.split()]
    for one in case.accounts.statements:
        names += [name.split()[0] for group in one.persons.values() for name in group if name.split()]
    return [name for name in dict.fromkeys(names) if len(name) > _SURNAME_LEAST and name[0].isupper()]


def seal_as_read(case: Case, person: Person, paragraphs: tuple[Paragraph, ...], into: str) -> str:
    """The seal of all that is read back: the paragraphs, and the corrections that the person discloses with them."""
    seal = statement_seal(paragraphs, into)
    said = [
        text
        for one in corrections_for(case, person=person.id)
        for text in (one.in_language(case.language.value), one.in_language(into))
        if text is not None
    ]
    return seal_of(seal, *said) if said else seal


def _read_back(case: Case, person: Person, paragraphs: tuple[Paragraph, ...], into: str) -> Iterator[StatementFault]:
    seal = seal_as_read(case, person, paragraphs, into)
    read = [one for one in case.declarations.read_backs if one.person == person.id]
    if any(one.seal == seal for one in read):
        return
    what = word("read_back_old", day=day_in_words(read[-1].on)) if read else word("not_read_back")
    yield StatementFault("read_back", word("whole_statement"), what, word("read_back_remedy", seal=seal))


def _listed(values: set[str]) -> Text:
    return Text(", ".join(sorted(values)), ", ".join(sorted(values))) if values else word("nothing")
