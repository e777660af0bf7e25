"""Reading the records of the first hours, strictly. Raises RuleError with file and line: our record is wrong."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from pristan.kernel.countries import COUNTRIES
from pristan.kernel.durations import Duration
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Language, Text
from pristan.kernel.strict import Table, read_file
from pristan.law.emergency.model import (
    FOREIGN,
    Basis,
    Clock,
    EmergencyLaw,
    Line,
    Reach,
    Situation,
    Source,
    Starts,
    When,
)
from pristan.law.instruments import cited
from pristan.law.treaties.status import treaty_named

CONFIDENCE = ("verified", "partial", "unverified")
PARTS = ("lead", "say", "stop", "fill", "refuse", "family", "notes")
SITUATIONS = tuple(Situation)


def _basis(table: Table) -> Basis:
    sources = []
    for inner in table.tables("authority"):
        cite, russian = inner.string("cite"), inner.maybe_string("cite_ru")
        sources.append(
            Source(
                cite=Text(cite, russian or cited(cite, Language.RU)),
                says=inner.text("says"),
                url=inner.strings("url"),
                treaty=_treaty(inner, "treaty"),
                between=_treaty(inner, "between"),
                if_none=inner.flag("if_none"),
            )
        )
        inner.done()
    if not sources:
        table.fail("this sentence cites no authority. Add [[line.authority]] with cite and says.")
    checked = table.day("checked")
    if checked is None:
        table.fail("this sentence has no `checked` day. Write the day on which it was last compared with its source.")
    return Basis(tuple(sources), table.one_of("confidence", CONFIDENCE), checked, table.texts("doubts"))


def _treaty(table: Table, key: str) -> str | None:
    name = table.maybe_string(key)
    return None if name is None else treaty_named(name).id


def _reach(table: Table) -> Reach:
    return Reach(
        table.strings("here"),
        table.strings("not_here"),
        table.strings("asked_by"),
        _treaty(table, "treaty"),
        _treaty(table, "between"),
        _treaty(table, "unless"),
    )


def _situations(table: Table) -> tuple[Situation, ...]:
    named = table.strings("situations")
    if strange := [name for name in named if name not in SITUATIONS]:
        table.fail(f'"{strange[0]}" is no situation. Write {", ".join(SITUATIONS)}.', "situations")
    return tuple(Situation(name) for name in named) or FOREIGN


def _when(table: Table) -> dict[Situation, When]:
    inner = table.maybe_table("when")
    if inner is None:
        return dict.fromkeys(_situations(table), When.NOW)
    found = {one: When(inner.one_of(one, tuple(When))) for one in SITUATIONS if inner.has(one)}
    inner.done()
    return found


def _line(table: Table) -> Line:
    spoken = table.maybe_table("spoken")
    line = Line(
        id=table.string("id"),
        when=_when(table),
        reach=_reach(table),
        title=table.maybe_text("title"),
        text=table.text("text"),
        if_not=table.maybe_text("if_not"),
        if_unknown=table.maybe_text("if_unknown"),
        spoken={} if spoken is None else {name: spoken.string(name) for name in spoken.names()},
        basis=_basis(table),
    )
    if line.reach.treaty is not None and (line.if_not is None or line.if_unknown is None):
        table.fail(f'"{line.id}" asks about a treaty: say what is printed if it does not bind (if_not, if_unknown).')
    table.done()
    return line


def _clock(table: Table) -> Clock:
    length = table.maybe_string("length")
    clock = Clock(
        id=table.string("id"),
        situations=_situations(table),
        reach=_reach(table),
        starts=Starts(table.one_of("starts", tuple(Starts))),
        length=None if length is None else Duration.parse(length, where=table.where("length")),
        title=table.text("title"),
        ends=table.text("ends"),
        basis=_basis(table),
    )
    if (clock.length is None) != (clock.starts is Starts.DEPARTURE):
        table.fail(f'"{clock.id}": a clock from the arrest has a length, one before a departure has none.', "starts")
    table.done()
    return clock


def _by_country(root: Table, key: str) -> dict[str, str]:
    table = root.table(key)
    found = {country: table.string(country) for country in table.names()}
    if strange := [country for country in found if country not in COUNTRIES]:
        table.fail(f'"{strange[0]}" is no country. Write two letters of ISO 3166, as CZ.', strange[0])
    table.done()
    return found


def load_emergency(folder: Path) -> EmergencyLaw:
    """The records in `folder`: one file per part of the page, and clocks.toml."""
    parts: dict[str, tuple[Line, ...]] = {}
    languages: dict[str, str] = {}
    instead: dict[str, str] = {}
    seen: set[str] = set()
    for part in PARTS:
        root = read_file(folder / f"{part}.toml", error=RuleError, name=f"emergency/{part}.toml")
        if part == "say":
            languages, instead = _by_country(root, "languages"), _by_country(root, "instead")
        parts[part] = tuple(_line(table) for table in root.tables("line"))
        root.done()
    root = read_file(folder / "clocks.toml", error=RuleError, name="emergency/clocks.toml")
    clocks = tuple(_clock(table) for table in root.tables("clock"))
    root.done()
    for name in [*(line.id for lines in parts.values() for line in lines), *(clock.id for clock in clocks)]:
        if name in seen:
            raise RuleError(f'"{name}" stands twice. Keep one.', where="emergency")
        seen.add(name)
    return EmergencyLaw(**parts, clocks=clocks, languages=languages, instead=instead)


@cache
def shipped_emergency() -> EmergencyLaw:
    """The records that ship with the product."""
    return load_emergency(Path(str(files("pristan.law.emergency"))))
