"""What kind of paper a text is, from its heading.

Source: kinds.toml. Does not: guess from the body; a paper without a heading that is known has no kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import read_file

ISSUERS = ("persecutor", "neutral", "person", "court_abroad")
_HEAD_LINES = 30  # a heading stands on the first page, below a letterhead, stamps and an approval
_HEAD_LETTERS = 420
_HEAD_WORDS = (
    "ПОСТАНОВЛЕНИЕ|ПРОТОКОЛ|ПРИГОВОР|АПЕЛЛЯЦИОНН|КАССАЦИОНН|ОПРЕДЕЛЕНИЕ|ОБВИНИТЕЛЬН|ЗАКЛЮЧЕНИЕ|СПРАВКА|ПОВЕСТКА|ПОДПИСКА"
    "|УВЕДОМЛЕНИЕ|РАПОРТ|ОБЪЯСНЕНИЕ|ВЫПИС|ЭПИКРИЗ|МЕДИЦИНСК|РЕЕСТР|ПЕРЕЧ|РАСПОРЯЖЕНИЕ|ПРИКАЗ|ОРДЕР|ДОВЕРЕННОСТЬ"
    "|ПРЕДСТАВЛЕНИЕ|ЗАПРОС|ЗАОЧНОЕ|РЕШЕНИЕ|ЖАЛОБА|ХОДАТАЙСТВО|ЗАЯВЛЕНИЕ|РЕЦЕНЗИЯ|МОБИЛИЗАЦИОНН"
)
_HEADING = re.compile(_HEAD_WORDS)
_SQUASH = re.compile(r"[^А-ЯЁ0-9№/-]")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper."""

    id: str
    title: Text
    issued_by: str
    head: re.Pattern[str]


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order in which they are tried. Raises RuleError for a fault of the table."""
    root = read_file(Path(__file__).parent / "kinds.toml", error=RuleError, name="kinds.toml")
    found = []
    for table in root.tables("kind"):
        found.append(
            Kind(
                table.string("id"),
                table.text("title"),
                table.one_of("issued_by", ISSUERS),
                re.compile(table.string("head")),
            )
        )
        table.done()
    root.done()
    return tuple(found)


def squashed(text: str) -> str:
    """Capitals, digits and number signs only: how headings are compared."""
    return _SQUASH.sub("", text.upper().replace("Ё", "Е"))


def heading_in(text: str) -> tuple[int, int] | None:
    """Where the heading begins, and the end of what is compared with the kinds."""
    at = 0
    soft: tuple[int, int] | None = None
    for number, line in enumerate(text.split("\n")):
        if number >= _HEAD_LINES:
            break
        bare = line.strip(" \t\f«»\"'.:*_")
        if _HEADING.match(squashed(bare)) and len(bare) < 110:
            here = (at, min(len(text), at + _HEAD_LETTERS))
            letters = [letter for letter in bare.split("  ")[0] if letter.isalpha()]
            first = re.match(r"\S+", bare)
            if first and first.group().isupper() and len(letters) > 5:
                return here
            if soft is None and bare[:1].isupper() and not line.rstrip().endswith((",", ";")):
                soft = here
        at += len(line) + 1
    return soft


def kind_of(text: str) -> tuple[Kind, int, int] | None:
    """The kind and the place of its heading."""
    found = heading_in(text)
    if found is None:
        return None
    head = squashed(text[found[0] : found[1]])
    for kind in kinds():
        if kind.head.match(head):
            end = text.find("\n", found[0])
            return kind, found[0], end if end != -1 else len(text)
    return None
