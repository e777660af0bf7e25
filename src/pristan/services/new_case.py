"""The case file of a case that begins: who it is about and how the user calls it. Nothing else is known yet.

Does not: put it anywhere; the vault does (`storage.cases.begin_case`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pristan.case.loader import FORMAT
from pristan.documents.reading.names import latin
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language, language_written
from pristan.services.case_file import table, toml

PRINCIPAL = "principal"
ROLES = ("spouse", "child", "parent", "relative")
LONGEST_NAME = 200  # characters of a name or title


@dataclass(frozen=True, slots=True)
class Named:
    """A person of the new case. `latin` is the spelling of the passport; empty while it is not known."""

    name: str
    latin: str = ""
    role: str = PRINCIPAL


def new_case_text(code: str, persons: Sequence[Named], *, title: str = "", language: Language, day: date) -> str:
    """The text of case.toml. `code`: how the user calls it. Raises CaseError naming what is missing."""
    _check(code, title, persons)
    head = {
        "format": FORMAT,
        "id": _plain(code) or "case",
        "title": {language_written(title, language): title} if title else {"en": code, "ru": code},
        "language": language.value,
    }
    lines = [f"{key} = {toml(value)}" for key, value in head.items()]
    lines.append(f"assessed_on = {day.isoformat()}")
    taken: list[str] = []
    for one in persons:
        taken.append(_person_id(one, taken))
        name = {"en": one.latin or one.name, "ru": one.name}
        lines += ["", table("person", {"id": taken[-1], "name": name, "role": one.role}).rstrip("\n")]
    return "\n".join(lines) + "\n"


def _check(code: str, title: str, persons: Sequence[Named]) -> None:
    if not code or len(code) > LONGEST_NAME or len(title) > LONGEST_NAME:
        raise CaseError(f"the case has no name, or one longer than {LONGEST_NAME} characters. Write a short one.")
    if [one.role for one in persons].count(PRINCIPAL) != 1:
        raise CaseError("a case is about one person first. Name that person.")
    for one in persons:
        if not one.name or len(one.name) > LONGEST_NAME or len(one.latin) > LONGEST_NAME:
            raise CaseError(f"a person has no name, or one longer than {LONGEST_NAME} characters. Write it shorter.")
        if one.role != PRINCIPAL and one.role not in ROLES:
            raise CaseError(f'"{one.role}" is not a role. Roles: {", ".join(ROLES)}.')


def _person_id(one: Named, taken: Sequence[str]) -> str:
    first = _plain((one.latin or one.name).split()[0]) or "person"
    number = sum(re.fullmatch(rf"{re.escape(first)}\d*", other) is not None for other in taken)
    return first if not number else f"{first}{number + 1}"


def _plain(text: str) -> str:
    """Small Latin letters, digits and lines, as ids are written."""
    return re.sub(r"[^a-z0-9]+", "-", latin(text).lower()).strip("-")[:40]
