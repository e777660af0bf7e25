"""Reading the person's statement and what packets are filled with out of case.toml, strictly.

Source: docs/case-format.md. Raises CaseError through the table, which names file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import PurePosixPath

from pristan.case.declaration_model import (
    Declarations,
    PacketSettings,
    Paragraph,
    ReadBack,
    Translation,
    Translator,
    Waiver,
)
from pristan.case.former_answers import names_asked_now
from pristan.case.home import CaseHome
from pristan.kernel.strict import Table
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.kernel.vocabulary.former import no_question

TABLES = ("translator", "paragraph", "read_back", "packet")


class DeclarationReader:
    """Collects the tables of `TABLES`; each names a person, an exhibit or a translator that must be listed."""

    def __init__(
        self,
        home: CaseHome,
        principal: str,
        language: str,
        persons: Collection[str],
        exhibits: Collection[str],
        events: Collection[str],
        items: Collection[tuple[str, str, str]],
    ) -> None:
        self._home = home
        self._principal = principal
        self._language = language
        self._items = items  # (person, list, id)
        self._known = {"person": persons, "exhibit": exhibits, "event": events}
        self._translators: dict[str, Translator] = {}
        self._paragraphs: list[Paragraph] = []
        self._read_backs: list[ReadBack] = []
        self._packets: list[PacketSettings] = []

    def readers(self) -> tuple[tuple[str, Callable[[Table], None]], ...]:
        """What reads each kind of table, in the order in which they must be read."""
        return tuple(zip(TABLES, (self._translator, self._paragraph, self._read_back, self._packet), strict=True))

    def found(self) -> Declarations:
        """What was read."""
        return Declarations(self._translators, tuple(self._paragraphs), tuple(self._read_backs), tuple(self._packets))

    def _listed(self, table: Table, kind: str, name: str, key: str) -> str:
        known = self._known[kind]
        if name not in known:
            table.fail(f'there is no {kind} "{name}". Listed: {", ".join(known) or "none"}.', key)
        return name

    def _person(self, table: Table) -> str:
        return self._listed(table, "person", table.string("person", default=self._principal), "person")

    def _translator_named(self, table: Table) -> str:
        name = table.string("by")
        if name not in self._translators:
            known = ", ".join(self._translators) or "none"
            table.fail(f'there is no translator "{name}". Translators: {known}. Add [[translator]].', "by")
        return name

    def _translator(self, table: Table) -> None:
        name = table.string("id")
        if name in self._translators:
            table.fail(f'the translator "{name}" is listed twice. Give each an id of their own.', "id")
        self._translators[name] = Translator(
            name,
            table.text("name"),
            table.strings("languages"),
            table.maybe_string("address"),
            table.maybe_string("telephone"),
        )

    def _paragraph(self, table: Table) -> None:
        name, person = table.string("id"), self._person(table)
        if any((one.id, one.person) == (name, person) for one in self._paragraphs):
            table.fail(f'the paragraph "{name}" is listed twice. Give each an id of its own.', "id")
        text = table.string("text")
        if not text.strip():
            table.fail("the paragraph is empty. Write the person's own words, or remove it.", "text")
        events = table.strings("events")
        for event in events:
            self._listed(table, "event", event, "events")
        language = table.string("language", default=self._language)
        self._paragraphs.append(
            Paragraph(
                name,
                person,
                language,
                text,
                events,
                self._facts(table, person),
                self._places(table),
                self._translations(table, language),
                table.where(),
            )
        )

    def _facts(self, table: Table, person: str) -> tuple[str, ...]:
        """FACT, or FACT@ITEM of one of the person's lists."""
        names = tuple(_as_asked_now(name) for name in table.strings("facts"))
        for name in names:
            fact, _, item = name.partition("@")
            kind = vocabulary().get(fact)
            if kind is None:
                table.fail(no_question(fact), "facts")
            if kind.list is None and item:
                table.fail(f'"{fact}" is asked once. Write "{fact}".', "facts")
            known = [one for owner, of, one in self._items if (owner, of) == (person, kind.list)]
            if kind.list is not None and item not in known:
                table.fail(
                    f'"{name}" names no {kind.list}. Write {fact}@ITEM; items: {", ".join(known) or "none"}.', "facts"
                )
        return names

    def _places(self, table: Table) -> tuple[tuple[str, int | None], ...]:
        found = []
        for inner in table.tables("exhibits"):
            name, page = inner.string("exhibit"), inner.take("page", int, default=None)
            self._listed(inner, "exhibit", name, "exhibit")
            if page is not None and page < 1:
                inner.fail(f'"page" is {page}. Pages are counted from 1.', "page")
            found.append((name, page))
            inner.done()
        return tuple(found)

    def _translations(self, table: Table, original: str) -> tuple[Translation, ...]:
        found: dict[str, Translation] = {}
        for inner in table.tables("translations"):
            language = inner.string("language")
            if language == original or language in found:
                inner.fail(f'"{language}" is the original or stands twice. Keep one translation per language.')
            found[language] = Translation(
                language,
                inner.string("text"),
                self._translator_named(inner),
                inner.maybe_string("of"),
                inner.maybe_string("seal"),
            )
            inner.done()
        return tuple(found.values())

    def _read_back(self, table: Table) -> None:
        self._read_backs.append(
            ReadBack(
                self._person(table),
                self._translator_named(table),
                table.string("language"),
                table.take("on", date),
                table.maybe_string("seal"),
            )
        )

    def _packet(self, table: Table) -> None:
        profile, person = table.string("profile"), self._person(table)
        if any((one.profile, one.person) == (profile, person) for one in self._packets):
            table.fail(f'the packet "{profile}" of {person} is listed twice. Keep one.', "profile")
        chosen = table.strings("exhibits") if table.has("exhibits") else None
        for name in chosen or ():
            self._listed(table, "exhibit", name, "exhibits")
        self._packets.append(
            PacketSettings(
                profile,
                person,
                self._words(table, "fields"),
                {part: self._file(table, file) for part, file in self._words(table, "files").items()},
                chosen,
                table.strings("include"),
                table.strings("signed"),
                self._waivers(table),
            )
        )

    def _words(self, table: Table, key: str) -> dict[str, str]:
        inner = table.maybe_table(key)
        if inner is None:
            return {}
        found = {name: inner.string(name) for name in inner.names()}
        inner.done()
        return found

    def _file(self, table: Table, written: str) -> PurePosixPath:
        if not self._home.holds(written):
            table.fail(f'there is no file "{written}" in the case folder. Copy it there, or mend the name.', "files")
        return PurePosixPath(written)

    def _waivers(self, table: Table) -> tuple[Waiver, ...]:
        found = []
        for inner in table.tables("waive"):
            found.append(Waiver(inner.string("rule"), inner.string("by"), inner.own_text("why")))
            inner.done()
        return tuple(found)


def _as_asked_now(name: str) -> str:
    fact, at, item = name.partition("@")
    return f"{next(iter(names_asked_now((fact,))), fact)}{at}{item}"
