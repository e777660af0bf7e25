"""Reading a case folder: `case.toml` and `exhibits/`, strictly, every fault with its line.

Source: docs/case-format.md. Raises CaseFaults holding one sentence per fault; nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pristan.case.model import Case, Event, Exhibit, How, Issuer, Item, Person, Scenario, Statement
from pristan.case.values import read_value
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language, Text
from pristan.kernel.strict import Table, read_file
from pristan.kernel.vocabulary.facts import LISTS, FactType, vocabulary

FORMAT = "pristan-case/1"
LANES = ("life", "persecution", "proceedings", "flight", "host_state")
_HOW_BY_ISSUER = {
    Issuer.ACCUSER: (How.ALLEGES, How.OWN_ACT, How.AGAINST_INTEREST),
    Issuer.NEUTRAL: (How.OWN_ACT, How.OBSERVES),
    Issuer.HOST_STATE: (How.OWN_ACT, How.OBSERVES, How.ALLEGES),
    Issuer.WITNESS: (How.OBSERVES,),
    Issuer.PERSON: (How.OBSERVES,),
}


class CaseFaults(CaseError):
    """All faults of one case file, each a sentence with its place."""

    def __init__(self, faults: list[CaseError]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class _Reader:
    """Collects what is read and each fault on the way."""

    def __init__(self, folder: Path, root: Table) -> None:
        self.folder = folder
        self.root = root
        self.faults: list[CaseError] = []
        self.persons: list[Person] = []
        self.exhibits: dict[str, Exhibit] = {}
        self.items: list[Item] = []
        self.complete: set[tuple[str, str]] = set()
        self.statements: list[Statement] = []
        self.events: list[Event] = []
        self.scenarios: list[Scenario] = []

    def each(self, key: str, read: Callable[[Table], None]) -> None:
        for table in self.root.tables(key):
            try:
                read(table)
                table.done()
            except CaseError as fault:
                self.faults.append(fault if fault.where else CaseError(fault.sentence, where=table.where()))

    def check(self, table: Table, action: Callable[[], Any], key: str | None = None) -> Any:
        """Run `action`; give its fault the place of the table."""
        try:
            return action()
        except CaseError as fault:
            raise CaseError(fault.sentence, where=table.where(key)) from fault

    # one method per kind of table

    def person(self, table: Table) -> None:
        self.persons.append(Person(table.string("id"), table.text("name"), table.string("role", default="principal")))

    def exhibit(self, table: Table) -> None:
        name = table.string("id")
        if name in self.exhibits:
            table.fail(f'the exhibit "{name}" is listed twice. Give each its own id.', "id")
        file = self.folder / table.string("file")
        if not file.resolve().is_relative_to(self.folder.resolve()):
            table.fail("the file lies outside the case folder. Copy it into exhibits/.", "file")
        if not file.is_file():
            table.fail(f"there is no file {file.relative_to(self.folder)}. Copy it there, or mend the name.", "file")
        when = table.maybe_string("date")
        self.exhibits[name] = Exhibit(
            name,
            file,
            table.text("title"),
            table.string("kind"),
            table.string("language"),
            Issuer(table.one_of("issuer", tuple(Issuer))),
            None if when is None else self.check(table, lambda: PartialDate.parse(when), "date"),
            table.maybe_text("origin"),
            table.maybe_string("translation_of"),
            table.flag("certified"),
        )

    def item(self, table: Table) -> None:
        name = table.one_of("list", LISTS)
        self.items.append(Item(name, table.string("id"), self.owner(table), table.text("title")))

    def complete_list(self, table: Table) -> None:
        self.complete.add((self.owner(table), table.one_of("name", LISTS)))
        if not table.flag("complete"):
            table.fail(
                "a list is only named here when it is complete: complete = true. Otherwise leave it out.", "complete"
            )

    def owner(self, table: Table) -> str:
        name = table.string("person", default=self.persons[0].id if self.persons else "")
        if all(person.id != name for person in self.persons):
            table.fail(
                f'there is no person "{name}". Persons: {", ".join(person.id for person in self.persons) or "none"}.',
                "person",
            )
        return name

    def fact_type(self, table: Table) -> FactType:
        name = table.string("fact")
        found = vocabulary().get(name)
        if found is None:
            table.fail(f'"{name}" is not a known question. See the reference page of facts.', "fact")
        return found

    def item_id(self, table: Table, fact: FactType, person: str) -> str | None:
        item = table.maybe_string("item")
        if fact.list is None:
            if item is not None:
                table.fail(f'"{fact.id}" is asked once; remove "item".', "item")
            return None
        known = [found.id for found in self.items if found.list == fact.list and found.person == person]
        if item not in known:
            ids = ", ".join(known) or "none listed"
            table.fail(f'"{fact.id}" is asked for each {fact.list}; "item" must be one of: {ids}.', "item")
        return item

    def fact(self, table: Table) -> None:
        fact = self.fact_type(table)
        person = self.owner(table)
        item = self.item_id(table, fact, person)
        said = list(table.tables("says"))
        if not said:
            table.fail(
                f'"{fact.id}" has no source. Add says = [{{ value = ..., by = "person" }}] or one with an exhibit.',
                "says",
            )
        for inner in said:
            self.statements.append(self.statement(inner, fact, person, item))
            inner.done()

    def statement(self, table: Table, fact: FactType, person: str, item: str | None) -> Statement:
        value = self.check(table, partial(read_value, fact, table.take("value")), "value")
        name = table.maybe_string("exhibit")
        page = table.take("page", int, default=None)
        quote = table.maybe_string("quote")
        if name is None:
            table.one_of("by", ("person",))
            return Statement(fact.id, person, item, value, None, None, quote, None, False, table.where())
        exhibit = self.exhibits.get(name)
        if exhibit is None:
            table.fail(f'there is no exhibit "{name}". Exhibits: {", ".join(self.exhibits) or "none"}.', "exhibit")
        allowed = _HOW_BY_ISSUER[exhibit.issuer]
        how = How(table.one_of("how", tuple(allowed), default=allowed[0] if len(allowed) == 1 else ...))
        return Statement(fact.id, person, item, value, name, page, quote, how, False, table.where())

    def event(self, table: Table) -> None:
        when = table.string("when")
        places = []
        for inner in table.tables("exhibits"):
            name = inner.string("exhibit")
            if name not in self.exhibits:
                inner.fail(f'there is no exhibit "{name}".', "exhibit")
            places.append((name, inner.take("page", int, default=None)))
            inner.done()
        self.events.append(
            Event(
                table.string("id"),
                self.check(table, lambda: PartialDate.parse(when), "when"),
                table.text("title"),
                table.one_of("lane", LANES),
                tuple(places),
            )
        )

    def scenario(self, table: Table) -> None:
        supposed = []
        for inner in table.tables("suppose"):
            fact = self.fact_type(inner)
            person = self.owner(inner)
            value = self.check(inner, partial(read_value, fact, inner.take("value")), "value")
            item = self.item_id(inner, fact, person)
            supposed.append(Statement(fact.id, person, item, value, None, None, None, None, True, inner.where()))
            inner.done()
        self.scenarios.append(Scenario(table.string("id"), table.text("title"), tuple(supposed)))


def _head(reader: _Reader) -> tuple[str, Text, Language, date, dict[str, str], frozenset[str]]:
    root = reader.root
    root.one_of("format", (FORMAT,))
    day = root.day("assessed_on")
    if day is None:
        root.fail('"assessed_on" is missing. Write the day as of which the law is applied: assessed_on = 2026-11-20.')
    place = root.take("place", dict, default={})
    language = Language(root.one_of("language", tuple(Language)))
    return root.string("id"), root.text("title"), language, day, place, frozenset(root.strings("raised"))


def load_case(folder: Path) -> Case:
    """The case in `folder`. Raises CaseFaults with one sentence, place and next step per fault."""
    path = folder / "case.toml"
    if not path.is_file():
        raise CaseError(
            "there is no case.toml here. Name a case folder, or begin one from the page on the case format.",
            where=str(folder),
        )
    root = read_file(path, error=CaseError, name=str(path))
    reader = _Reader(folder, root)
    head = None
    try:
        head = _head(reader)
    except CaseError as fault:
        reader.faults.append(fault)
    for key, read in (
        ("person", reader.person),
        ("exhibit", reader.exhibit),
        ("item", reader.item),
        ("list", reader.complete_list),
        ("fact", reader.fact),
        ("event", reader.event),
        ("scenario", reader.scenario),
    ):
        reader.each(key, read)
    _check_whole(reader)
    if reader.faults or head is None:
        raise CaseFaults(reader.faults)
    case_id, title, language, day, place, raised = head
    return Case(
        case_id,
        folder,
        title,
        language,
        day,
        place,
        tuple(reader.persons),
        reader.exhibits,
        tuple(reader.items),
        frozenset(reader.complete),
        tuple(reader.statements),
        tuple(reader.events),
        tuple(reader.scenarios),
        raised,
    )


def _check_whole(reader: _Reader) -> None:
    try:
        if [person.role for person in reader.persons].count("principal") != 1:
            reader.root.fail('exactly one person has role = "principal". Add or mend [[person]].')
        for exhibit in reader.exhibits.values():
            if exhibit.translation_of is not None and exhibit.translation_of not in reader.exhibits:
                reader.root.fail(f'exhibit {exhibit.id} translates "{exhibit.translation_of}", which is not listed.')
        reader.root.done()
    except CaseError as fault:
        reader.faults.append(fault)
