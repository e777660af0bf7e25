"""The statements of a case with the phrases they give instead of dates read, and the phrases that were not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pristan.case.account_model import EventStatement, Order
from pristan.case.model import Case
from pristan.chronology.phrases.read import names_of, read_phrase
from pristan.chronology.phrases.told import Told, Unread


@dataclass(frozen=True, slots=True)
class StatementsRead:
    """`parts`: by statement, the part of day or period that its phrase names."""

    statements: dict[str, EventStatement]
    parts: dict[str, str]
    unread: tuple[tuple[str, str, Unread], ...]  # statement, words, why


def statements_read(case: Case) -> StatementsRead:
    """Every statement, with what its phrase says where it gives one."""
    called = {
        event.id: (*event.called, event.title.en, event.title.ru, event.id.replace("_", " ")) for event in case.events
    }
    names = names_of(called)
    statements = {one.id: one for one in case.accounts.statements}
    parts: dict[str, str] = {}
    unread: list[tuple[str, str, Unread]] = []
    for one in case.accounts.statements:
        if one.words is None:
            continue
        told = read_phrase(one.words, names)
        if isinstance(told, Unread):
            unread.append((one.id, one.words, told))
            continue
        statements[one.id] = _with(one, told)
        if told.part is not None:
            parts[one.id] = told.part
    return StatementsRead(statements, parts, tuple(unread))


def _with(one: EventStatement, told: Told) -> EventStatement:
    order = one.order if told.link is None else (*one.order, Order(told.link, str(told.anchor), told.gap))
    return replace(
        one, when=told.when, begins=told.begins, ends=told.ends, at=told.clock, weekday=told.weekday,
        lasts=told.lasts, order=order,
    )  # fmt: skip
