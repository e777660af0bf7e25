"""On Russian pages treaties and Russian laws are cited by their Russian names; all else, and English pages, stay."""

from __future__ import annotations

import re

import pytest

from pristan.deadlines.load import deadline_rules
from pristan.kernel.language import Language
from pristan.law.instruments import cited, told_in_words
from pristan.law.loader import law_in_use
from pristan.law.model import Precedent, Version


@pytest.mark.parametrize(
    ("cite", "ru"),
    [
        ("Refugee Convention art 33(1)", "Конвенция о статусе беженцев, ст. 33(1)"),
        ("CAT arts 3, 22", "Конвенция против пыток, ст. 3, 22"),
        (
            "ICCPR art 14(1); ECHR art 6(1)",
            "Международный пакт о гражданских и политических правах, ст. 14(1); "
            "Конвенция о защите прав человека и основных свобод, ст. 6(1)",
        ),
        ("European Convention on Extradition arts 2-12", "Европейская конвенция о выдаче, ст. 2-12"),
        ("Minsk Convention 1993 art. 67", "Минская конвенция о правовой помощи 1993 г., ст. 67"),
        ("Russian CPC arts. 112, 113, 117, 188(3)", "УПК РФ, ст. 112, 113, 117, 188(3)"),
        ("KoAP 20.33; CC 284.1, 275.1", "КоАП РФ, ст. 20.33; УК РФ, ст. 284.1, 275.1"),
        ("114-FZ of 15 August 1996 art. 15(3)", "114-ФЗ от 15 августа 1996 г., ст. 15(3)"),
        ("Federal Constitutional Law 1-FKZ of 1994 art. 97", "1-ФКЗ 1994 г., ст. 97"),
        ("53-FZ (art. 7.1 or 7.4)", "53-ФЗ (ст. 7.1 или 7.4)"),
        ("HRC rules of procedure, rule 94", "Правила процедуры Комитета по правам человека, правило 94"),
        ("IRPA s 98; Refugee Convention art 1F", "IRPA s 98; Конвенция о статусе беженцев, ст. 1F"),
    ],
)
def test_an_instrument_with_a_russian_title_stands_in_russian_on_a_russian_page(cite: str, ru: str) -> None:
    assert cited(cite, Language.RU) == ru
    assert cited(cite, Language.EN) == cite


@pytest.mark.parametrize(
    "cite",
    [
        "INA 208(a)(2)(B)",
        "8 U.S.C. § 1158(a)(2)(B)",
        "Matter of F-P-R-, 24 I&N Dec. 681 (BIA 2008)",
        "Y.R. v Russian Federation, CAT/C/72/D/869/2018 (12 November 2021)",
        "CAT/C/72/D/869/2018 (12 November 2021)",
        "Kazakhstan CPC arts 587(2), 588(1)",
        "Nationality and Borders Act 2022 s 36",
        "Directive 2011/95/EU art 9",
    ],
)
def test_other_citations_stay_as_they_are(cite: str) -> None:
    assert cited(cite, Language.RU) == cite


def test_no_number_of_a_citation_of_the_law_base_is_lost_or_changed() -> None:
    cites = {
        one.cite for rule in law_in_use().rules.values() for version in rule.versions for one in version.authorities
    }
    changed = {cite: cited(cite, Language.RU) for cite in cites if cited(cite, Language.RU) != cite}
    assert len(changed) > 100
    for cite, ru in changed.items():
        assert re.findall(r"\d+", cite.replace("OP1", "OP")) == re.findall(r"\d+", ru), cite


def _cites_of_the_law() -> set[str]:
    versions = [version for rule in law_in_use().rules.values() for version in rule.versions]
    found = {one.cite for version in versions for one in (*version.authorities, *version.litigation)}
    found |= {other for version in versions for one in version.authorities for other in one.disputed_by}
    found |= {one.cite for version in versions for one in _precedents(version)}
    found |= {decision.cite for decision in law_in_use().decisions.values()}
    return found | {one.cite for rule in deadline_rules() for one in rule.authorities}


def _precedents(version: Version) -> tuple[Precedent, ...]:
    return () if version.weighing is None else version.weighing.precedents


# Titles and names that are cited as they stand; a new citation that tells something belongs into cites_ru.toml instead.
TITLES = (
    "basic rules of human conduct",
    "Home Office, Extradition: processes and review",
    "Good character guidance",
    "substantial evidence",
    "interim final rule",
)
PROSE = re.compile(r"\b(?:[a-z]{2,},? ){2,}[a-z]{3,}\b|\b(?:reported|described|seen|unseen|knowledge|stayed|vacated)\b")


def test_a_citation_that_tells_something_in_words_tells_it_in_russian_on_a_russian_page() -> None:
    cites = _cites_of_the_law()
    assert len(cites) > 900
    left = {}
    for cite in cites:
        russian = cited(cite, Language.RU)
        for title in TITLES:
            russian = russian.replace(title, "")
        if found := PROSE.search(russian):
            left[cite] = found[0]
    assert left == {}


@pytest.mark.parametrize(
    "cite",
    ["later steps unseen", "practice of courts on this", "Movlayev, as reported", "appeal pending when stored"],
)
def test_a_sentence_in_the_place_of_a_citation_is_known_as_one(cite: str) -> None:
    assert PROSE.search(cite)


def test_every_citation_with_a_russian_form_of_its_own_is_cited_somewhere() -> None:
    cites = _cites_of_the_law()
    parts = {part for cite in cites for part in cite.split("; ")}
    assert set(told_in_words()) - parts == set()
