"""A paper for a court or an office speaks of the person, never to the person; in English and in Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from tests.filings.packets.conftest import PACKETS, Built

from pristan.country.patterns import patterns
from pristan.filings.documents.wording import filed, filed_words, wordings
from pristan.filings.documents.words import words
from pristan.filings.packets.build import BuiltPacket
from pristan.filings.profiles.load import profiles
from pristan.kernel.language import Language, Text
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.loader import law_in_use

TO_THE_PERSON = re.compile(r"\b(?:you|yours?|yourself|вы|вас|вам|вами|ваш\w*)\b", re.IGNORECASE)
QUOTED = re.compile(r"«[^»]*»+|“[^”]*”")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Fixed words that stand in working papers only, which speak to whoever prepares the case.
ASIDE = ("preparation_", "advice_", "evidence_", "letter_", "anticipated_", "translation_sheet_", "terms")


def speaks(text: Text | str) -> bool:
    parts = (text,) if isinstance(text, str) else (text.en, text.ru)
    return any(TO_THE_PERSON.search(one) for one in parts)


def _titles() -> Iterator[Text]:
    """Every title and question of the law base, and every argument that can be chosen for a filing."""
    for rule in law_in_use().rules.values():
        yield rule.title
        yield rule.question
        for version in rule.versions:
            for element in version.elements.values():
                yield element.title
                yield from element.opponent


def test_no_title_of_the_law_base_speaks_to_the_person_in_a_filing() -> None:
    titles = [one for one in _titles() if one is not None]
    assert len({one.en for one in titles if speaks(one)}) > 50  # there is something to put into the third person
    assert [one.en for one in titles if speaks(filed(one))] == []
    for one in titles:
        for language in Language:
            assert not speaks(filed_words(one.to(language), language)), one.to(language)


def test_every_wording_stands_for_a_title_that_is_there() -> None:
    known = {(one.en, one.ru) for one in _titles() if one is not None}
    assert [title for title in wordings() if title not in known] == []
    exact = {"Prison was given"}  # does not speak to the person: a filing says it more exactly
    assert {title[0] for title in wordings() if not speaks(Text(*title))} == exact


def test_other_words_of_a_title_are_left_as_they_are() -> None:
    title = Text("Past persecution", "Преследование в прошлом")
    assert filed(title) is title


def test_nothing_else_that_enters_a_packet_speaks_to_the_person() -> None:
    found = [text for key, text in words().items() if not key.startswith(ASIDE)]
    for profile in profiles().values():
        found += [profile.title, profile.asks, profile.person_is, profile.body]
        for version in profile.versions:
            found += [text for part in version.parts for text in (part.title, part.text) if text is not None]
            found += [one.label for one in (*version.fields, *version.answers)]
    for pattern in patterns().values():
        found += [pattern.title, pattern.method, *(one.title for one in pattern.indicators)]
    for kind in vocabulary().values():
        found += [one.text for one in kind.choices]
    assert len(found) > 500
    assert [one.en for one in found if speaks(one)] == []


@pytest.mark.parametrize("key", PACKETS, ids=[f"{story}-{packet}" for story, packet in PACKETS])
def test_no_paper_of_a_packet_speaks_to_the_person_outside_quotations(key: tuple[str, str], built: Built) -> None:
    assert list(addressed(built[key])) == []


def addressed(packet: BuiltPacket) -> Iterator[str]:
    """Paragraphs that speak to the person; the statement, which quotes what was said to the person, left aside."""
    statement = {one.part.id for one in packet.packet.parts if one.part.document == "declaration"}
    for file in sorted(Path(packet.folder).glob("*.docx")):
        if not any(file.stem.endswith(name) for name in statement):
            for line in docx.Document(str(file)).element.body.iter(f"{WORD}p"):
                text = "".join(one.text or "" for one in line.iter(f"{WORD}t"))
                if speaks(QUOTED.sub("", text)):
                    yield f"{file.name}: {text}"
