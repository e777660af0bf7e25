"""The fact vocabulary: what may be asked of a person, in both languages.

Source: docs/records.md, "A fact of the vocabulary". Does not: hold answers; those are a case's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.law_data import law_folder, per_law
from pristan.kernel.strict import Table, read_file
from pristan.kernel.vocabulary.former import FILE as FORMER

TYPES = ("yes_no", "date", "choice", "country", "text", "number", "article")
LIST_WORDS: Mapping[str, Text] = {
    "charge": Text("accusations and convictions", "обвинения и приговоры"),
    "nationality": Text("nationalities", "гражданства"),
    "destination": Text("countries hoped for", "желаемые страны"),
    "stay": Text("countries of stay", "страны пребывания"),
    "child": Text("children", "дети"),
    "filing": Text("complaints already made", "поданные жалобы"),
}
LISTS = tuple(LIST_WORDS)


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer of a choice."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Follows:
    """The question that comes before another, and the answers after which the other makes sense."""

    fact: str
    values: tuple[bool | str, ...]


@dataclass(frozen=True, slots=True)
class FactType:
    """One question: its wording, why it is asked, and the form of its answer."""

    id: str
    type: str
    section: str
    ask: Text
    why: Text
    choices: tuple[Choice, ...]
    sensitive: bool
    list: str | None  # the list whose items each answer it; None for a fact of the person
    follows: Follows | None = None  # it is asked only after this

    def choice_text(self, value: str) -> Text | None:
        """The wording of a choice, or None if there is no such choice."""
        return next((choice.text for choice in self.choices if choice.id == value), None)


def list_of(fact: str) -> str | None:
    """The list whose items each answer `fact`, as its name says ("charge.country"); None for a fact of the person."""
    name, dot, _ = fact.partition(".")
    return name if dot else None


def _fact(table: Table) -> FactType:
    name = table.string("id")
    prefix = list_of(name)
    if prefix is not None and prefix not in LISTS:
        table.fail(f'"{name}" names the list "{prefix}". Use one of: {", ".join(LISTS)}.', "id")
    choices: list[Choice] = []
    for inner in table.tables("choices"):
        choice = Choice(inner.string("id"), Text(inner.string("en"), inner.string("ru")))
        if any(choice.id == other.id for other in choices):
            inner.fail(f'the choice "{choice.id}" stands twice. Keep one.', "id")
        choices.append(choice)
        inner.done()
    kind = table.one_of("type", TYPES)
    if (kind == "choice") != bool(choices):
        table.fail(f'"{name}" needs choices if, and only if, its type is "choice".', "type")
    fact = FactType(
        name,
        kind,
        table.string("section"),
        table.text("ask"),
        table.text("why"),
        tuple(choices),
        table.flag("sensitive"),
        prefix,
        _follows(table),
    )
    table.done()
    return fact


def _follows(table: Table) -> Follows | None:
    if not table.has("follows"):
        return None
    inner = table.table("follows")
    follows = Follows(inner.string("fact"), inner.strings("is") or (True,))
    inner.done()
    return follows


def load_facts(folder: Path) -> dict[str, FactType]:
    """Every fact of the vocabulary files in `folder`. Raises RuleError for a fault or a fact asked twice."""
    found: dict[str, FactType] = {}
    for path in sorted(path for path in folder.glob("*.toml") if path.name != FORMER):
        root = read_file(path, error=RuleError, name=f"vocabulary/{path.name}")
        for table in root.tables("fact"):
            fact = _fact(table)
            if fact.id in found:
                table.fail(f'the fact "{fact.id}" is defined twice. Keep one.', "id")
            found[fact.id] = fact
        root.done()
    return found


@per_law
def vocabulary() -> dict[str, FactType]:
    """The vocabulary in use, by fact id."""
    return load_facts(law_folder("kernel", "vocabulary"))
