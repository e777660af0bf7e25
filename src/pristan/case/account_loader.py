"""Reading statements about events, accounts, places, identity data and explanations from a case file.

Source: docs/statements.md. Faults are raised as CaseError with their line; the caller collects them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from pristan.case.account_model import (
    Account,
    AccountKind,
    Accounts,
    Cause,
    EventStatement,
    Explanation,
    Identity,
    Link,
    Order,
    Place,
    Reference,
)
from pristan.kernel.clock import Clock, read_zone
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.kernel.lengths import Length
from pristan.kernel.strict import Table

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class AccountReader:
    """Collects these tables; `exhibits`, `events` and `persons` are the ids that the case lists."""

    def __init__(self, principal: str, persons: Iterable[str], exhibits: Iterable[str], events: Iterable[str]) -> None:
        self.principal = principal
        self.persons, self.exhibits, self.events = tuple(persons), tuple(exhibits), tuple(events)
        self.places: dict[str, Place] = {}
        self.accounts: dict[str, Account] = {}
        self.statements: dict[str, EventStatement] = {}
        self.identities: dict[str, Identity] = {}
        self.explanations: dict[str, Explanation] = {}

    def readers(self) -> tuple[tuple[str, Callable[[Table], None]], ...]:
        """Each table of the file with what reads it, in the order in which they refer to each other."""
        return (
            ("location", self.location),
            ("account", self.account),
            ("statement", self.statement),
            ("identity", self.identity),
            ("explanation", self.explanation),
        )

    def found(self, zone: int | None, tolerance: Mapping[str, str], labels: Mapping[str, Text]) -> Accounts:
        """All that was read."""
        return Accounts(
            zone,
            self.places,
            self.accounts,
            tuple(self.statements.values()),
            tuple(self.identities.values()),
            tuple(self.explanations.values()),
            tolerance,
            labels,
        )

    def location(self, table: Table) -> None:
        name = self._own_id(table, self.places, "location")
        self.places[name] = Place(name, table.text("name"), table.maybe_string("town"), table.strings("also"))

    def account(self, table: Table) -> None:
        name = self._own_id(table, self.accounts, "account")
        self.accounts[name] = Account(
            name,
            AccountKind(table.one_of("kind", tuple(AccountKind))),
            _date(table, "date"),
            self._person(table, "person"),
            self._exhibit(table),
            table.one_of("scope", ("whole", "part"), default="whole") == "whole",
            table.maybe_own_text("title"),
        )

    def statement(self, table: Table) -> None:
        name = self._own_id(table, self.statements, "statement")
        exhibit, account = self._source(table)
        at, zone = table.maybe_string("at"), table.maybe_string("zone")
        if zone is not None and at is None:
            table.fail('"zone" belongs to a clock time. Add at = "16:32", or remove it.', "zone")
        words = table.maybe_string("words")
        if words is not None and any(table.has(key) for key in ("when", "begins", "ends", "at", "weekday", "lasts")):
            table.fail(
                '"words" stands instead of when, begins, ends, at, weekday and lasts. Keep one of the two.', "words"
            )
        weekday = table.one_of("weekday", WEEKDAYS, default=None)
        self.statements[name] = EventStatement(
            name,
            exhibit,
            account,
            _page(table),
            table.maybe_string("quote"),
            self._event(table, "about"),
            table.where(),
            when=_date(table, "when"),
            begins=_date(table, "begins"),
            ends=_date(table, "ends"),
            at=None if at is None else _checked(table, "at", partial(Clock.parse, at, zone=zone)),
            weekday=None if weekday is None else WEEKDAYS.index(weekday),
            words=words,
            order=tuple(self._order(inner) for inner in table.tables("order")),
            lasts=_length(table, "lasts"),
            age=_age(table),
            age_of=self._person(table, "age_of"),
            later=table.flag("later"),
            place=table.maybe_string("place"),
            present=self._present(table),
            persons=_named(table, "persons", _names),
            counts=_named(table, "counts", _count),
            amounts=_named(table, "amounts", _word),
            answers=_named(table, "answers", _yes_no),
            details=_named(table, "details", _word),
            numbers=_named(table, "numbers", _word),
            body=table.maybe_string("body"),
            refers=self._reference(table),
        )

    def identity(self, table: Table) -> None:
        name = self._own_id(table, self.identities, "identity")
        exhibit, account = self._source(table)
        self.identities[name] = Identity(
            name,
            exhibit,
            account,
            _page(table),
            table.maybe_string("quote"),
            self._person(table, "person"),
            table.maybe_string("name"),
            _date(table, "born"),
            table.maybe_string("birthplace"),
            table.maybe_string("citizenship"),
            table.one_of("sex", ("m", "f"), default=None),
            table.maybe_string("passport"),
            table.maybe_string("registered_at"),
            table.maybe_string("lives_at"),
        )

    def explanation(self, table: Table) -> None:
        name = self._own_id(table, self.explanations, "explanation")
        statements = table.strings("statements")
        if not statements:
            table.fail('it names no statement. Write statements = ["...", "..."].', "statements")
        self.explanations[name] = Explanation(
            name,
            statements,
            Cause(table.one_of("cause", tuple(Cause))),
            table.own_text("text"),
            self._person(table, "person"),
            self._exhibit(table),
            table.flag("disclose"),
            table.flag("keep_shown"),
            _words_by_language(table),
        )

    # parts

    def _own_id(self, table: Table, known: Mapping[str, Any], kind: str) -> str:
        name = table.string("id")
        if name in known or (kind != "statement" and name in self.statements):
            table.fail(f'the {kind} "{name}" is listed twice. Give each its own id.', "id")
        return name

    def _one_of(self, table: Table, key: str, kind: str, known: Iterable[str]) -> str:
        name = table.string(key)
        if name not in known:
            table.fail(f'there is no {kind} "{name}". Known: {", ".join(known) or "none"}.', key)
        return name

    def _event(self, table: Table, key: str) -> str:
        return self._one_of(table, key, "event", self.events)

    def _exhibit(self, table: Table) -> str | None:
        return self._one_of(table, "exhibit", "exhibit", self.exhibits) if table.has("exhibit") else None

    def _person(self, table: Table, key: str) -> str:
        return self._one_of(table, key, "person", self.persons) if table.has(key) else self.principal

    def _source(self, table: Table) -> tuple[str | None, str | None]:
        if table.has("exhibit") == table.has("account"):
            table.fail('name one source: exhibit = "..." or account = "...".')
        if table.has("exhibit"):
            return self._exhibit(table), None
        return None, self._one_of(table, "account", "account", self.accounts)

    def _present(self, table: Table) -> tuple[str, ...]:
        value = table.take("present", bool, list, default=False)
        if isinstance(value, bool):
            return (self.principal,) if value else ()
        for name in value:
            if name not in self.persons:
                table.fail(f'there is no person "{name}". Known: {", ".join(self.persons)}.', "present")
        return tuple(value)

    def _order(self, table: Table) -> Order:
        given = [link for link in Link if table.has(link)]
        if len(given) != 1:
            table.fail(f"name one of {', '.join(Link)}.")
        link = given[0]
        gap = _length(table, "gap")
        if gap is not None and link in (Link.DURING, Link.SAME_DAY):
            table.fail('"gap" goes with before or after only.', "gap")
        order = Order(link, self._event(table, link), gap)
        table.done()
        return order

    def _reference(self, table: Table) -> Reference | None:
        inner = table.maybe_table("refers")
        if inner is None:
            return None
        name = self._one_of(inner, "exhibit", "exhibit", self.exhibits)
        found = Reference(name, _date(inner, "date"), inner.maybe_string("number"), inner.maybe_string("body"))
        inner.done()
        return found


def read_case_zone(table: Table) -> int | None:
    """The zone at the head of the file."""
    text = table.maybe_string("zone")
    return None if text is None else _checked(table, "zone", partial(read_zone, text))


def read_tolerance(table: Table) -> Mapping[str, str]:
    """`[tolerance]`: lengths by the names of chronology/tolerance.toml, which checks them."""
    inner = table.maybe_table("tolerance")
    return {} if inner is None else {name: inner.string(name) for name in inner.names()}


def read_labels(table: Table) -> Mapping[str, Text]:
    """`[labels]`: what keys of persons, counts, answers, details mean, in both languages."""
    inner = table.maybe_table("labels")
    return {} if inner is None else {name: inner.text(name) for name in inner.names()}


def read_exhibit_more(table: Table) -> tuple[PartialDate | None, str | None, str | None]:
    """What an `[[exhibit]]` adds here: received, number, body."""
    return _date(table, "received"), table.maybe_string("number"), table.maybe_string("body")


def _checked(table: Table, key: str, action: Callable[[], Any]) -> Any:
    try:
        return action()
    except CaseError as fault:
        raise CaseError(fault.sentence, where=table.where(key)) from fault


def _date(table: Table, key: str) -> PartialDate | None:
    text = table.maybe_string(key)
    return None if text is None else _checked(table, key, partial(PartialDate.parse, text))


def _length(table: Table, key: str) -> Length | None:
    text = table.maybe_string(key)
    return None if text is None else _checked(table, key, partial(Length.parse, text))


def _page(table: Table) -> int | None:
    page = table.take("page", int, default=None)
    if page is not None and page < 1:
        table.fail(f'"page" is {page}. Pages are counted from 1.', "page")
    return page  # type: ignore[no-any-return]


def _age(table: Table) -> tuple[float, bool] | None:
    value = table.take("age", int, float, str, default=None)
    if value is None:
        return None
    text = str(value)
    try:
        years = float(text.removesuffix("~"))
    except ValueError:
        years = -1
    if not 0 <= years <= 130:
        table.fail(f'"age" is {value!r}. Write 34, or "34~" for about.', "age")
    return years, text.endswith("~")


def _named(table: Table, key: str, read: Callable[[Table, str], Any]) -> dict[str, Any]:
    inner = table.maybe_table(key)
    if inner is None:
        return {}
    return {name: read(inner, name) for name in inner.names()}


def _names(table: Table, name: str) -> tuple[str, ...]:
    value = table.take(name, str, list)
    return (value,) if isinstance(value, str) else table.strings(name)


def _count(table: Table, name: str) -> str:
    return str(table.take(name, int, str))


def _word(table: Table, name: str) -> str:
    return table.string(name)


def _yes_no(table: Table, name: str) -> bool:
    return bool(table.take(name, bool))


def _words_by_language(table: Table) -> dict[str, str]:
    """`also`: the words of an explanation in languages beside English and Russian."""
    inner = table.maybe_table("also")
    if inner is None:
        return {}
    found = {language: inner.string(language) for language in inner.names()}
    inner.done()
    return found
