"""What the person explains stays in the notes; what the person discloses goes into filings, and nothing else does."""

from __future__ import annotations

from pathlib import Path

from tests.support.case_folder import PERSON, exhibit, write_case

from pristan.case.loader import load_case
from pristan.case.model import Case
from pristan.filings.corrections import corrections_for, disclosed_corrections

STATEMENTS = """
[[event]]
id = "search"
when = "2026-03-04"
title = { en = "Search", ru = "Обыск" }
lane = "persecution"
[[account]]
id = "told"
kind = "interview"
date = "2026-05-01"
[[statement]]
id = "paper"
exhibit = "1"
about = "search"
when = "2026-03-04"
[[statement]]
id = "word"
account = "told"
quote = "on the fifth"
about = "search"
when = "2026-03-05"
"""


def explained(folder: Path, more: str) -> Case:
    text = (
        '[[explanation]]\nid = "x"\nstatements = ["word"]\ncause = "slip"\n'
        f'text = {{ en = "A slip.", ru = "Ошибся." }}\n{more}\n'
    )
    return load_case(write_case(folder, PERSON, exhibit("1"), STATEMENTS, text))


def test_a_disclosed_explanation_is_filed_with_the_words_it_corrects(tmp_path: Path) -> None:
    found = disclosed_corrections(explained(tmp_path, "disclose = true"))
    assert [one.text.en for one in found] == ["A slip."]
    assert [place.quote for place in found[0].places] == ["on the fifth"]


def test_an_explanation_not_disclosed_is_not_filed(tmp_path: Path) -> None:
    assert disclosed_corrections(explained(tmp_path, "")) == ()


TRANSLATED = """
[[exhibit]]
id = "1t"
file = "exhibits/1.txt"
title = { en = "Translation of paper 1", ru = "Перевод бумаги 1" }
kind = "translation"
language = "en"
issuer = "neutral"
translation_of = "1"
[[exhibit]]
id = "2"
file = "exhibits/1.txt"
title = { en = "Ticket", ru = "Билет" }
kind = "ticket"
language = "ru"
issuer = "neutral"
[[explanation]]
id = "typo"
statements = ["paper"]
cause = "typo"
text = { en = "The clerk wrote the day wrong.", ru = "Секретарь ошибся днём." }
exhibit = "2"
disclose = true
"""


def of_paper(folder: Path, more: str = "") -> Case:
    return load_case(write_case(folder, PERSON, exhibit("1"), STATEMENTS, TRANSLATED, more))


def test_a_correction_goes_with_the_paper_its_translation_and_the_paper_that_shows_it(tmp_path: Path) -> None:
    case = of_paper(tmp_path)
    for name in ("1", "1t", "2"):
        assert [one.id for one in corrections_for(case, exhibit=name)] == ["typo"]
    assert corrections_for(case, account="told") == ()
    place = corrections_for(case, exhibit="1")[0].places[0]
    assert (place.statement, place.exhibit, place.account) == ("paper", "1", None)


def test_a_correction_of_a_telling_goes_with_that_telling_and_not_with_the_paper(tmp_path: Path) -> None:
    case = explained(tmp_path, "disclose = true")
    assert [one.id for one in corrections_for(case, account="told")] == ["x"]
    assert corrections_for(case, exhibit="1") == ()
    assert [one.id for one in corrections_for(case, person="anna")] == ["x"]


def test_an_explanation_that_meets_no_disagreement_any_more_is_not_filed(tmp_path: Path) -> None:
    case = load_case(
        write_case(
            tmp_path,
            PERSON,
            exhibit("1"),
            STATEMENTS.replace('when = "2026-03-05"', 'when = "2026-03-04"'),
            '[[explanation]]\nid = "x"\nstatements = ["word"]\ncause = "slip"\ndisclose = true\n'
            'text = { en = "A slip.", ru = "Ошибся." }\n',
        )
    )
    assert disclosed_corrections(case) == ()
