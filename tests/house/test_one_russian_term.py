"""A legal term of the records is told by one Russian term, so that a reader knows that the same thing is meant.

The words follow the Russian text of the Refugee Convention where it has them (article 1: «политические убеждения»;
article 33: «особенно тяжкое преступление», which is not the «особо тяжкое» of the Russian Criminal Code). The others
are those that the base had most. Russian writing on the European Court calls its interim measures by several names:
«обеспечительные» is kept for the Court, «временные» for the UN committees.

Does not ask that the right word stands in each sentence, which may be told in another way: only that no wrong one does.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

import pristan
from tests.house.test_languages_agree import told_in_both

ROOT = Path(pristan.__file__).parent
ROOMS = ("law", "country", "deadlines", "kernel/vocabulary")
# The English term, the Russian that must not stand for it, the Russian that does.
TERMS = [
    ("particularly serious", r"особо (?:тяжк|серь[её]зн)|особенно серь[её]зн", "особенно тяжкое"),
    ("real risk", r"реальн\w+ опасност", "реальный риск"),
    ("substantial grounds", r"\bвеск", "серьёзные основания"),
    ("balance of probabilities", r"\bбаланс", "перевес вероятностей"),
    ("more likely than not", r"скорее да|вероятнее всего", "вероятнее, чем нет"),
    ("political opinion", r"политическ\w+ (?:мнени|взгляд)", "политические убеждения"),
    ("speciality", r"правил\w+ специальности", "принцип специальности"),
    ("interim measures?", r"срочн\w+ мер", "обеспечительная мера (Суд), временные меры (комитеты ООН)"),
    ("unlisted (?:group|organisation|terrorist)", r"неназванн|вне списков", "не из списков"),
    ("probable cause", r"вероятность вины", "достаточные основания (probable cause)"),
    ("motion to reopen", r"ходатайств\w+ о пересмотре решения", "ходатайство о возобновлении"),
    ("on record", r"\bне указан", "не записано"),
    ("looked up", r"не смотрели|не выясняли", "не проверяли"),
    ("(?<!politically )prosecuted", r"(?<!уголовно )преслед(?:уют|ует|овали)\b", "уголовно преследуют"),
    ("(?<!annual )reports", r"\bотч[её]т", "доклады"),
]


@lru_cache
def _sentences() -> tuple[tuple[str, str, str], ...]:
    found: list[tuple[str, str, str]] = []
    for room in ROOMS:
        for record in sorted((ROOT / room).rglob("*.toml")):
            where = record.relative_to(ROOT).as_posix()
            found += told_in_both(tomllib.loads(record.read_text(encoding="utf-8")), where)
    return tuple(found)


def told_otherwise(term: str, wrong: str, english: str, russian: str) -> bool:
    return bool(re.search(rf"\b(?:{term})\b", english, re.IGNORECASE) and re.search(wrong, russian, re.IGNORECASE))


@pytest.mark.parametrize(("term", "wrong", "right"), TERMS, ids=[term for term, _, _ in TERMS])
def test_the_records_tell_a_term_by_its_one_russian_word(term: str, wrong: str, right: str) -> None:
    with_term = [one for one in _sentences() if re.search(rf"\b(?:{term})\b", one[1], re.IGNORECASE)]
    assert len(with_term) > 5, "the term was not found in the records"
    otherwise = [one for one in with_term if told_otherwise(term, wrong, one[1], one[2])]
    assert not otherwise, f"write «{right}»:\n" + "\n".join(map(str, otherwise))


@pytest.mark.parametrize(
    ("at", "english", "russian"),
    [
        (
            0,
            "final judgment of a particularly serious crime",
            "вступивший в силу приговор за особо тяжкое преступление",
        ),
        (1, "no removal to a real risk of torture", "не высылают туда, где есть реальная опасность пыток"),
        (5, "political opinion", "политическое мнение"),
        (11, "It is not on record how you entered.", "Не указано, как вы въехали."),
        (13, "People like you are prosecuted in the same way", "Таких, как вы, преследуют так же"),
    ],
)
def test_another_word_for_a_term_is_seen(at: int, english: str, russian: str) -> None:
    term, wrong, _ = TERMS[at]
    assert told_otherwise(term, wrong, english, russian)


@pytest.mark.parametrize(
    ("at", "english", "russian"),
    [
        (0, "ten years after an especially grave crime", "десять лет после особо тяжкого преступления"),
        (1, "the danger is real", "опасность реальна"),
        (13, "the wider list of the politically prosecuted", "список тех, кого преследуют по политическим мотивам"),
        (13, "People like you are prosecuted in the same way", "Таких, как вы, уголовно преследуют так же"),
        (14, "annual reports of the commission", "годовые отчёты комиссии"),
    ],
)
def test_another_thing_keeps_its_own_word(at: int, english: str, russian: str) -> None:
    term, wrong, _ = TERMS[at]
    assert not told_otherwise(term, wrong, english, russian)
