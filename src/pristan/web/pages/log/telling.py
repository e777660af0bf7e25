"""A change of an adopted entry in words: the question it answers, what stood there, what stands there now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from pristan.case.model import Statement
from pristan.case.values import read_value
from pristan.kernel.errors import CaseError
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.web.desk import Desk
from pristan.web.marks import value_words

ANSWERS = ("fact", "withheld", "not_remembered")  # tables whose entries are about one question


def question_of(kind: str, key: tuple[str, ...]) -> str:
    """The question an entry is about, as FACT or FACT@ITEM; empty for other entries."""
    if kind not in ANSWERS or len(key) != 3:
        return ""
    _person, fact, item = key
    return f"{fact}@{item}" if item else fact


def asked(question: str, desk: Desk) -> str:
    """The question in words, with the item it is about; empty if there is none of this name."""
    name, _at, item = question.partition("@")
    fact = vocabulary().get(name)
    if fact is None:
        return ""
    about = next((one for one in desk.case.items if one.id == item), None)
    return desk.say(fact.ask) if about is None else f"{desk.say(fact.ask)} ({desk.say(about.title)})"


def subject(kind: str, key: tuple[str, ...], desk: Desk) -> str:
    """What an entry is about: its question, or its kind and id."""
    return asked(question_of(kind, key), desk) or " ".join((kind, *(one for one in key if one)))


def told(kind: str, tables: Any, desk: Desk) -> str:
    """What stood, or stands, in the tables of an entry."""
    if not isinstance(tables, list):
        return "" if tables is None else str(tables)
    said = (_one(kind, one, desk) for one in tables)
    return "; ".join(text for text in said if text)


def on_record(question: str, desk: Desk) -> tuple[str, ...]:
    """What stands on record about a question now, each source on its own."""
    name, _at, item = question.partition("@")
    mine = [one for one in desk.case.statements if (one.fact, one.item or "") == (name, item)]
    return tuple(_statement(one, desk) for one in mine)


def _one(kind: str, entry: Any, desk: Desk) -> str:
    if kind == "withheld":
        return _("would rather not say")
    if kind == "not_remembered":
        return _("does not remember")
    if not isinstance(entry, Mapping):
        return str(entry)
    if kind == "fact":
        return "; ".join(_said(str(entry.get("fact")), one, desk) for one in entry.get("says", ()))
    return "; ".join(f"{key}: {_plain(value, desk)}" for key, value in entry.items() if key not in ("id", "person"))


def _said(name: str, one: Mapping[str, Any], desk: Desk) -> str:
    return f"{_value(name, one.get('value'), desk)} ({_source(one.get('exhibit'), one.get('page'))})"


def _statement(one: Statement, desk: Desk) -> str:
    fact = vocabulary().get(one.fact)
    says = str(one.value) if fact is None else value_words(fact, one.value, desk.language)
    return f"{says} ({_source(one.exhibit, one.page)})"


def _value(name: str, value: Any, desk: Desk) -> str:
    fact = vocabulary().get(name)
    try:
        return str(value) if fact is None else value_words(fact, read_value(fact, value), desk.language)
    except CaseError:
        return str(value)  # a form that an older version took


def _source(exhibit: str | None, page: int | None) -> str:
    if exhibit is None:
        return _("own word")
    place = _("Exhibit %(id)s") % {"id": exhibit}
    return place if page is None else _("%(exhibit)s, p. %(page)s") % {"exhibit": place, "page": page}


def _plain(value: Any, desk: Desk) -> str:
    if isinstance(value, Mapping):
        if value.keys() <= {"en", "ru"}:
            return str(value.get(desk.language.value) or next(iter(value.values()), ""))
        return ", ".join(f"{key} {_plain(one, desk)}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(one, desk) for one in value)
    return str(value)
