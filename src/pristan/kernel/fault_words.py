"""What a fault says, in Russian too: the English stands in the code that raises it, both languages in fault_words.toml.

A sentence is told by its form, values left out; values are put into the Russian as they are, words of ours translated.
A fault that carries its own Russian keeps it. Does not: guess. A sentence that is not in the file stays English, and a
test fails on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pristan.kernel.errors import PristanError, RuleError
from pristan.kernel.language import Text
from pristan.kernel.month_names import MONTHS_EN, MONTHS_RU_GENITIVE
from pristan.kernel.strict import read_file

_PLACE = re.compile(r"\{\}|\{\{|\}\}")
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS_EN)})( \d{{4}})?")


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one sentence. `quoted`: which of its values stand in quotes, and are the person's."""

    en: str
    ru: str
    pattern: re.Pattern[str]
    quoted: tuple[bool, ...]


def text_of(fault: PristanError) -> Text:
    """What the fault says in both languages, without its place."""
    return fault.text if fault.text.ru != fault.text.en else Text(fault.sentence, in_russian(fault.sentence))


def whole_text_of(fault: PristanError) -> Text:
    """The same with its place before it, as file and line."""
    said = text_of(fault)
    return said if fault.where is None else Text(f"{fault.where}: {said.en}", f"{fault.where}: {said.ru}")


def in_russian(sentence: str) -> str:
    """The Russian of a sentence, or of several, a line each; English where there is none."""
    return "\n".join(_line(line) for line in sentence.split("\n"))


def _line(line: str) -> str:
    """One sentence; a place may stand before it."""
    found = _said(line)
    if found is not None:
        return found
    for colon in re.finditer(": ", line):
        found = _said(line[colon.end() :])
        if found is not None:
            return line[: colon.end()] + found
    return line


def _said(sentence: str) -> str | None:
    for form in forms():
        found = form.pattern.fullmatch(sentence)
        if found:
            values = (one if quoted else _value(one) for one, quoted in zip(found.groups(), form.quoted, strict=True))
            return form.ru.format(*values)
    return None


def _value(value: str) -> str:
    """A value that is a word or a sentence of ours."""
    words = _words()
    if value in words:
        return words[value]
    if " or " in value and all(one in words for one in value.split(" or ")):
        return " или ".join(words[one] for one in value.split(" or "))
    day = _DAY.fullmatch(value)
    if day is not None:
        return f"{day[1]} {MONTHS_RU_GENITIVE[MONTHS_EN.index(day[2])]}{day[3] or ''}"
    return _said(value) or value


@cache
def forms() -> tuple[Form, ...]:
    """Every form: those that hold a whole sentence as a value, then those with the most words of their own."""
    made = [_form(en, ru) for en, ru in _pairs("fault")]
    return tuple(sorted(made, key=lambda one: (not one.en.startswith("{} It "), -len(_PLACE.sub("", one.en)))))


@cache
def _words() -> dict[str, str]:
    return dict(_pairs("word"))


def _pairs(key: str) -> Iterator[tuple[str, str]]:
    root = read_file(Path(__file__).with_suffix(".toml"), error=RuleError, name="fault_words.toml")
    for one in root.texts(key):
        yield one.en, one.ru


def _form(en: str, ru: str) -> Form:
    pattern, quoted, last = "", [], 0
    for place in _PLACE.finditer(en):
        pattern += re.escape(en[last : place.start()])
        if place[0] == "{}":
            pattern += "(.*?)"
            quoted.append(en[: place.start()].endswith('"') and en[place.end() :].startswith('"'))
        else:
            pattern += re.escape(place[0][0])
        last = place.end()
    return Form(en, ru, re.compile(pattern + re.escape(en[last:]), re.DOTALL), tuple(quoted))
