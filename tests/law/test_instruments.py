"""On Russian pages treaties and Russian laws are cited by their Russian names; all else, and English pages, stay."""

from __future__ import annotations

import re

import pytest

from pristan.kernel.language import Language
from pristan.law.instruments import cited
from pristan.law.loader import law_in_use


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
