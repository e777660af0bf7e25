"""Reading a case: `case.toml` and the files it names, strictly, every fault with its line.

Source: docs/case-format.md. Raises CaseFaults holding one sentence per fault; nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from pristan.case.account_loader import AccountReader, read_case_zone, read_exhibit_more, read_labels, read_tolerance
from pristan.case.account_model import Accounts
from pristan.case.declaration_loader import DeclarationReader
from pristan.case.declaration_model import Declarations
from pristan.case.former_answers import as_asked_now, names_asked_now
from pristan.case.home import CaseHome, FolderHome
from pristan.case.model import (
    HOW_BY_ISSUER,
    Case,
    Event,
    Exhibit,
    How,
    Issuer,
    Item,
    NamedDay,
    Person,
    Scenario,
    SetAside,
    Statement,
)
from pristan.case.paper_limits import PaperLimit, read_limit
from pristan.case.passages import Passage, read_passage
from pristan.case.values import read_value
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language, Text
from pristan.kernel.places import fault_of_place, place_parameters
from pristan.kernel.strict import Table, read_table
from pristan.kernel.vocabulary.facts import LISTS, FactType, vocabulary
from pristan.kernel.vocabulary.former import no_question

FORMAT = "pristan-case/1"
LANES = ("life", "persecution", "proceedings", "flight", "host_state")


class CaseFaults(CaseError):
    """All faults of one case file, each a sentence with its place."""

    def __init__(self, faults: list[CaseError]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class _Reader:
    """Collects what is read and each fault on the way."""

    def __init__(self, home: CaseHome, root: Table) -> None:
        self.home = home
        self.root = root
        self.faults: list[CaseError] = []
        self.persons: list[Person] = []
        self.exhibits: dict[str, Exhibit] = {}
        self.items: list[Item] = []
        self.complete: set[tuple[str, str]] = set()
        self.statements: list[Statement] = []
        self.events: list[Event] = []
        self.scenarios: list[Scenario] = []
        self.limits: list[PaperLimit] = []
        self.withheld: set[tuple[str, str, str | None]] = set()
        self.not_remembered: set[tuple[str, str, str | None]] = set()
        self.passages: list[Passage] = []
        self.set_aside: list[SetAside] = []
        # ids listed so far, those of faulty tables too: a fault is reported once, not by everything that names it
        self.listed: dict[str, list[str]] = {}
        self.listed_items: list[tuple[str, str, str]] = []  # (person, list, id)
        self.roles: dict[str, str] = {}  # of every person listed
        self.translations: list[tuple[Table, str]] = []

    def note(self, fault: CaseError, table: Table) -> None:
        self.faults.append(fault if fault.where else CaseError(fault.sentence, where=table.where()))

    def each(self, key: str, read: Callable[[Table], None]) -> None:
        try:
            tables = list(self.root.tables(key))
        except CaseError:
            self.faults.append(
                CaseError(
                    f'"{key}" is not a list of tables. Begin each one with [[{key}]].', where=self.root.where(key)
                )
            )
            return
        for table in tables:
            try:
                read(table)
                table.done()
            except CaseError as fault:
                self.note(fault, table)

    def own_id(self, table: Table, kind: str) -> str:
        """The id of a table, refused if another of the same kind has it."""
        name = table.string("id")
        known = self.listed.setdefault(kind, [])
        if name in known:
            table.fail(f'the {kind} "{name}" is listed twice. Give each its own id.', "id")
        known.append(name)
        return name

    def check(self, table: Table, action: Callable[[], Any], key: str | None = None) -> Any:
        """Run `action`; give its fault the place of the table."""
        try:
            return action()
        except CaseError as fault:
            raise CaseError(fault.sentence, where=table.where(key)) from fault

    # one method per kind of table

    def person(self, table: Table) -> None:
        name, role = self.own_id(table, "person"), table.string("role", default="principal")
        self.roles[name] = role
        self.persons.append(Person(name, table.text("name"), role))

    def exhibit(self, table: Table) -> None:
        name = self.own_id(table, "exhibit")
        written = table.string("file")
        if not self.check(table, lambda: self.home.holds(written), "file"):
            table.fail(f'there is no file "{written}" in the case folder. Copy it there, or mend the name.', "file")
        when = table.maybe_string("date")
        original = table.maybe_string("translation_of")
        if original is not None:
            self.translations.append((table, original))
        self.exhibits[name] = Exhibit(
            name,
            PurePosixPath(written),
            table.own_text("title"),
            table.string("kind"),
            table.string("language"),
            Issuer(table.one_of("issuer", tuple(Issuer))),
            None if when is None else self.check(table, lambda: PartialDate.parse(when), "date"),
            table.maybe_own_text("origin"),
            original,
            table.flag("certified"),
            *read_exhibit_more(table),
        )

    def item(self, table: Table) -> None:
        person, of, name = self.owner(table), table.one_of("list", LISTS), table.string("id")
        if any((owner, known) == (person, name) for owner, _, known in self.listed_items):
            table.fail(f'the item "{name}" is listed twice. Give each its own id.', "id")
        self.listed_items.append((person, of, name))
        self.items.append(Item(of, name, person, table.own_text("title")))

    def complete_list(self, table: Table) -> None:
        self.complete.add((self.owner(table), table.one_of("name", LISTS)))
        if not table.flag("complete"):
            table.fail(
                "a list is only named here when it is complete: complete = true. Otherwise leave it out.", "complete"
            )

    def owner(self, table: Table) -> str:
        """The person a table is about: the principal, unless it names another."""
        principal = next((name for name, role in self.roles.items() if role == "principal"), "")
        name = table.string("person", default=principal)
        if table.has("person") and name not in self.roles:
            table.fail(f'there is no person "{name}". Persons: {", ".join(self.roles) or "none"}.', "person")
        return name

    def fact_type(self, table: Table) -> FactType:
        name = table.string("fact")
        found = vocabulary().get(name)
        if found is None:
            table.fail(no_question(name), "fact")
        return found

    def item_id(self, table: Table, fact: FactType, person: str) -> str | None:
        item = table.maybe_string("item")
        if fact.list is None:
            if item is not None:
                table.fail(f'"{fact.id}" is asked once; remove "item".', "item")
            return None
        known = [name for owner, of, name in self.listed_items if (owner, of) == (person, fact.list)]
        if item not in known:
            ids = ", ".join(known) or "none listed"
            table.fail(f'"{fact.id}" is asked for each {fact.list}; "item" must be one of: {ids}.', "item")
        return item

    def fact(self, table: Table) -> None:
        for now in as_asked_now(table, self.set_aside.append):
            self.answers(now)
            now.done()

    def answers(self, table: Table) -> None:
        """What the sources say in answer to one question."""
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
        quote = table.maybe_string("quote")
        if not table.has("exhibit"):
            self.own_word(table)
            return Statement(fact.id, person, item, value, None, None, quote, None, False, table.where())
        name, page = self.place_in_exhibit(table)
        # of an exhibit with a fault of its own the issuer is not known: any `how` will do until that is mended
        allowed = HOW_BY_ISSUER[self.exhibits[name].issuer] if name in self.exhibits else tuple(How)
        may_leave_out = len(allowed) == 1 or name not in self.exhibits
        how = How(table.one_of("how", allowed, default=allowed[0] if may_leave_out else ...))
        return Statement(fact.id, person, item, value, name, page, quote, how, False, table.where())

    def own_word(self, table: Table) -> None:
        """`by = "person"`, which needs no paper: no page, no how."""
        if not table.has("by"):
            table.fail('this statement has no source. Write by = "person", or exhibit = "..." with page and how.')
        table.one_of("by", ("person",))

    def place_in_exhibit(self, table: Table) -> tuple[str, int | None]:
        """The exhibit that a table names, and the page."""
        name, page = table.string("exhibit"), table.take("page", int, default=None)
        known = self.listed.get("exhibit", [])
        if name not in known:
            table.fail(f'there is no exhibit "{name}". Exhibits: {", ".join(known) or "none"}.', "exhibit")
        if page is not None and page < 1:
            table.fail(f'"page" is {page}. Pages are counted from 1.', "page")
        return name, page

    def event(self, table: Table) -> None:
        when = table.maybe_string("when")
        places = []
        for inner in table.tables("exhibits"):
            places.append(self.place_in_exhibit(inner))
            inner.done()
        self.events.append(
            Event(
                self.own_id(table, "event"),
                None if when is None else self.check(table, partial(PartialDate.parse, when), "when"),
                table.own_text("title"),
                table.one_of("lane", LANES),
                tuple(places),
                table.strings("called"),
                self.answered_fact(table),
                self.carried_facts(table),
                self.exhibit_id(table, "made"),
                self.exhibit_id(table, "received"),
                table.strings("never_during"),
                self.named_day(table),
                self.owner(table),
            )
        )

    def limit(self, table: Table) -> None:
        self.limits.append(read_limit(table, self.owner(table), *self.place_in_exhibit(table)))

    def named_day(self, table: Table) -> NamedDay | None:
        """What the day of an event is, where a paper named it ahead; only an event with a date can have one."""
        if not table.has("day"):
            return None
        if not table.has("when"):
            table.fail('"day" says what a day is, and this event has none. Write when = "2026-12-03".', "day")
        return NamedDay(table.one_of("day", tuple(NamedDay)))

    def answered_fact(self, table: Table) -> tuple[str, str | None] | None:
        """The date fact that an event answers."""
        if not table.has("fact"):
            return None
        now = next(as_asked_now(table, self.set_aside.append), None)
        if now is None:
            return None
        fact = self.fact_type(now)
        if fact.type != "date":
            table.fail(f'"{fact.id}" is not a date. An event answers a date; put other facts in carries.', "fact")
        return fact.id, self.item_id(table, fact, self.owner(table))

    def carried_facts(self, table: Table) -> tuple[str, ...]:
        names = names_asked_now(table.strings("carries"))
        for name in names:
            if name not in vocabulary():
                table.fail(no_question(name), "carries")
        return names

    def exhibit_id(self, table: Table, key: str) -> str | None:
        """An exhibit named under `key`, or None."""
        name = table.maybe_string(key)
        known = self.listed.get("exhibit", [])
        if name is not None and name not in known:
            table.fail(f'there is no exhibit "{name}". Exhibits: {", ".join(known) or "none"}.', key)
        return name

    def not_said(self, table: Table) -> None:
        """A question that the person would rather not answer: it is not asked again."""
        for now in as_asked_now(table, self.set_aside.append):
            fact, person = self.fact_type(now), self.owner(now)
            self.withheld.add((person, fact.id, self.item_id(now, fact, person)))
            now.done()

    def not_known_any_more(self, table: Table) -> None:
        """A question whose answer the person does not remember: not asked again, and as unknown as before."""
        for now in as_asked_now(table, self.set_aside.append):
            fact, person = self.fact_type(now), self.owner(now)
            self.not_remembered.add((person, fact.id, self.item_id(now, fact, person)))
            now.done()

    def passage(self, table: Table) -> None:
        name, person = self.own_id(table, "passage"), self.owner(table)
        self.passages.append(read_passage(table, name, person, *self.place_in_exhibit(table)))

    def scenario(self, table: Table) -> None:
        name, supposed = self.own_id(table, "scenario"), []
        suppose = list(table.tables("suppose"))
        for inner in [now for one in suppose for now in as_asked_now(one, self.set_aside.append)]:
            fact = self.fact_type(inner)
            person = self.owner(inner)
            value = self.check(inner, partial(read_value, fact, inner.take("value")), "value")
            item = self.item_id(inner, fact, person)
            supposed.append(Statement(fact.id, person, item, value, None, None, None, None, True, inner.where()))
            inner.done()
        self.scenarios.append(Scenario(name, table.own_text("title"), tuple(supposed)))


@dataclass(frozen=True, slots=True)
class _Head:
    """The keys that stand before the first table."""

    id: str
    title: Text
    language: Language
    assessed_on: date
    place: Mapping[str, str]
    raised: frozenset[str]
    zone: int | None


def _read_head(reader: _Reader) -> _Head | None:
    """The head of the file; each key that is wrong is a fault of its own, and then there is none."""
    root = reader.root

    def read(action: Callable[[], Any]) -> Any:
        try:
            return action()
        except CaseError as fault:
            reader.note(fault, root)

    before = len(reader.faults)
    read(lambda: root.one_of("format", (FORMAT,)))
    found = [
        read(lambda: root.string("id")),
        read(lambda: root.own_text("title")),
        read(lambda: Language(root.one_of("language", tuple(Language)))),
        read(lambda: root.take("assessed_on", date)),
        read(lambda: _read_place(root)),
        read(lambda: frozenset(root.strings("raised"))),
        read(lambda: read_case_zone(root)),
    ]
    return None if len(reader.faults) > before else _Head(*found)


def _read_place(root: Table) -> Mapping[str, str]:
    table = root.maybe_table("place")
    if table is None:
        return {}
    found = {name: table.string(name) for name in table.names()}
    for name, value in found.items():
        if name in place_parameters() and (sentence := fault_of_place(name, value)):
            table.fail(sentence, name)
    return found


def load_case(folder: Path) -> Case:
    """The case in `folder`. Raises CaseFaults with one sentence, place and next step per fault."""
    return load_case_from(FolderHome(folder))


def load_case_from(home: CaseHome) -> Case:
    """The case that lives in `home`. Raises CaseFaults with one sentence, place and next step per fault."""
    source = home.text().removeprefix("\ufeff")  # some editors begin a file with a mark
    root = read_table(source.replace("\r\n", "\n").replace("\r", "\n"), file=home.where, error=CaseError)
    reader = _Reader(home, root)
    head = _read_head(reader)
    for key, read in (
        ("person", reader.person),
        ("exhibit", reader.exhibit),
        ("item", reader.item),
        ("list", reader.complete_list),
        ("fact", reader.fact),
        ("event", reader.event),
        ("limit", reader.limit),
        ("scenario", reader.scenario),
        ("withheld", reader.not_said),
        ("not_remembered", reader.not_known_any_more),
        ("passage", reader.passage),
    ):
        reader.each(key, read)
    accounts = _read_accounts(reader, None if head is None else head.zone)
    declarations = _read_declarations(reader, "" if head is None else head.language.value)
    _check_whole(reader)
    if reader.faults or head is None:
        raise CaseFaults(reader.faults)
    return Case(
        head.id,
        home,
        head.title,
        head.language,
        head.assessed_on,
        head.place,
        tuple(reader.persons),
        reader.exhibits,
        tuple(reader.items),
        frozenset(reader.complete),
        tuple(reader.statements),
        tuple(reader.events),
        tuple(reader.scenarios),
        head.raised,
        accounts,
        frozenset(reader.withheld),
        declarations,
        frozenset(reader.not_remembered),
        tuple(reader.limits),
        tuple(reader.passages),
        tuple(reader.set_aside),
    )


def _read_accounts(reader: _Reader, zone: int | None) -> Accounts:
    """What sources say about events (docs/statements.md)."""
    principal = next((name for name, role in reader.roles.items() if role == "principal"), "")
    own = AccountReader(principal, reader.roles, reader.listed.get("exhibit", ()), reader.listed.get("event", ()))
    for key, read in own.readers():
        reader.each(key, read)
    try:
        return own.found(zone, read_tolerance(reader.root), read_labels(reader.root))
    except CaseError as fault:
        reader.note(fault, reader.root)
        return Accounts()


def _read_declarations(reader: _Reader, language: str) -> Declarations:
    """The person's own statement, and what packets are filled with."""
    principal = next((name for name, role in reader.roles.items() if role == "principal"), "")
    own = DeclarationReader(
        reader.home,
        principal,
        language,
        reader.roles,
        reader.listed.get("exhibit", ()),
        reader.listed.get("event", ()),
        reader.listed_items,
    )
    for key, read in own.readers():
        reader.each(key, read)
    return own.found()


def _check_whole(reader: _Reader) -> None:
    """What no table shows by itself."""

    def principals() -> None:
        if list(reader.roles.values()).count("principal") != 1:
            reader.root.fail('exactly one person has role = "principal". Add or mend [[person]].', "person")

    def translated(table: Table, original: str) -> None:
        if original not in reader.listed["exhibit"]:
            table.fail(
                f'it translates "{original}", which is not listed. Add [[exhibit]] {original}, or mend the id.',
                "translation_of",
            )

    def apart(event: Event) -> None:
        for other in event.never_during:
            if other not in reader.listed["event"]:
                reader.root.fail(f'the event "{event.id}" names an event "{other}" that is not listed.', "event")

    checks: list[Callable[[], None]] = [principals, *(partial(translated, *pair) for pair in reader.translations)]
    checks += [partial(apart, event) for event in reader.events]
    for check in (*checks, reader.root.done):
        try:
            check()
        except CaseError as fault:
            reader.faults.append(fault)
