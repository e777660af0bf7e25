"""Faults of typing, redaction and copying, done to a text; what the paper says stays the same."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Fields = list[tuple[str, str]]
_ALIKE = str.maketrans("АВСЕНКМОРТХасеорху", "ABCEHKMOPTXaceopxy")
_STAMPS = ("КОПИЯ ВЕРНА", "Прошито и пронумеровано", "Вх. № 417 канцелярия", "лист дела 38")


def spaced_heading(text: str, fields: Fields, _rng: random.Random) -> tuple[str, Fields]:
    """П Р И Г О В О Р"""
    return re.sub(r"(?m)^[А-ЯЁ]{6,}(?=:?$)", lambda found: " ".join(found.group()), text), fields


def hyphenation(text: str, fields: Fields, rng: random.Random) -> tuple[str, Fields]:
    """Long small-letter words broken at a line's end."""

    def broken(found: re.Match[str]) -> str:
        if rng.random() > 0.25:
            return found.group()
        cuts = [at for at in range(4, len(found.group()) - 3) if found.group()[at - 1] in "аеиоуыюя"]
        cut = rng.choice(cuts) if cuts else None
        return found.group() if cut is None else f"{found.group()[:cut]}-\n{found.group()[cut:]}"

    return re.sub(r"(?<![А-ЯЁа-яё])[а-яё]{9,}(?![а-яё])", broken, text), fields


def redaction(text: str, fields: Fields, _rng: random.Random) -> tuple[str, Fields]:
    """The accused is ФИО1, as courts publish."""
    accused = next((value for name, value in fields if name in ("person.accused", "person.addressee")), None)
    if accused is None or " " not in accused:
        return text, fields
    stem = accused.split(" ")[0][:4]
    text = re.sub(rf"{stem}[а-яё]*(?:\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+|\s+[А-ЯЁ]\.[А-ЯЁ]\.)", "ФИО1", text)
    return text, [(name, "ФИО1" if value == accused else value) for name, value in fields]


def stamp(text: str, fields: Fields, rng: random.Random) -> tuple[str, Fields]:
    """A stamp between two lines."""
    lines = text.split("\n")
    lines.insert(rng.randrange(len(lines) // 2, len(lines)), rng.choice(_STAMPS))
    return "\n".join(lines), fields


def lookalike(text: str, fields: Fields, rng: random.Random) -> tuple[str, Fields]:
    """Latin letters that look the same, in long words."""

    def mixed(found: re.Match[str]) -> str:
        word = found.group()
        at = rng.randrange(len(word))
        return word[:at] + word[at].translate(_ALIKE) + word[at + 1 :]

    return re.sub(r"[А-ЯЁа-яё]{6,}", lambda found: mixed(found) if rng.random() < 0.3 else found.group(), text), fields


def broken_number(text: str, fields: Fields, _rng: random.Random) -> tuple[str, Fields]:
    """№ 5 –1647/2021"""
    return re.sub(r"№ ([\d/]+)-(\d+/\d{4})", r"№ \1 –\2", text), fields


def two_dates(text: str, fields: Fields, _rng: random.Random) -> tuple[str, Fields]:
    """The operative part announced on the day of the act, the full text made later."""
    act = next((value for name, value in fields if name == "date.act"), None)
    if act is None:
        return text, fields
    year, month, day = act.split("-")
    line = f"Резолютивная часть оглашена {day}.{month}.{year}\n"
    return text.rstrip("\n") + "\n" + line, [*fields, ("date.announced", act)]


def caps_names(text: str, fields: Fields, _rng: random.Random) -> tuple[str, Fields]:
    """The accused in capitals where named in full."""
    accused = next((value for name, value in fields if name == "person.accused"), None)
    if accused is None or " " not in accused:
        return text, fields
    stem = accused.split(" ")[0][:4]
    found = re.search(rf"{stem}[а-яё]*\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+", text)
    return (text.replace(found.group(), found.group().upper()) if found else text), fields


DEFECTS: dict[str, Callable[[str, Fields, random.Random], tuple[str, Fields]]] = {
    "two_dates": two_dates,
    "redaction": redaction,
    "caps_names": caps_names,
    "broken_number": broken_number,
    "spaced_heading": spaced_heading,
    "stamp": stamp,
    "lookalike": lookalike,
    "hyphenation": hyphenation,
}
