"""Reading the profiles strictly. Raises RuleError with file and line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pristan.filings.packets.registry import CHECKS, DOCUMENTS
from pristan.filings.profiles.model import Answer, Check, Citation, Field, Part, Profile, ProfileVersion
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import Table, read_file

RECORDS = Path(__file__).parent / "records"
_CONFIDENCE = ("verified", "partial", "unverified")
_SOURCES = ("fact", "item", "field", "part")


@cache
def profiles() -> Mapping[str, Profile]:
    """The shipped profiles by id."""
    found = [load_profile(path) for path in sorted(RECORDS.glob("*.toml"))]
    return {one.id: one for one in found}


def load_profile(path: Path) -> Profile:
    """The profile of one file; its id is the name of the file."""
    table = read_file(path, error=RuleError, name=path.name)
    name = table.string("id")
    if name != path.stem:
        table.fail(f'"{name}" is not the name of the file. Write id = "{path.stem}".', "id")
    found = Profile(
        name,
        table.text("title"),
        table.text("body"),
        table.string("country"),
        table.strings("routes"),
        table.strings("effects"),
        table.text("asks"),
        table.text("person_is"),
        tuple(_version(one) for one in table.tables("version")),
    )
    table.done()
    if not found.versions:
        table.fail("a profile needs at least one [[version]].")
    return found


def _version(table: Table) -> ProfileVersion:
    parts = tuple(_part(one) for one in table.tables("part"))
    fields = tuple(_field(one) for one in table.tables("field"))
    found = ProfileVersion(
        table.day("from"),
        table.day("until"),
        table.one_of("confidence", _CONFIDENCE),  # type: ignore[arg-type]
        table.take("checked", date),
        table.texts("doubts"),
        table.one_of("paper", ("a4", "letter")),  # type: ignore[arg-type]
        float(table.take("type_pt", int, float, default=12)),
        float(table.take("spacing", int, float, default=1.15)),
        table.strings("languages"),
        table.one_of("tabs", ("letters", "numbers"), default="numbers"),  # type: ignore[arg-type]
        table.one_of("exhibits", ("bundle", "separate"), default="bundle"),  # type: ignore[arg-type]
        table.maybe_text("copies"),
        table.maybe_text("portal"),
        table.texts("not_known"),
        parts,
        fields,
        tuple(
            _answer(one, {field.id for field in fields}, {part.id for part in parts}) for one in table.tables("answer")
        ),
        tuple(_check(one) for one in table.tables("rule")),
    )
    table.done()
    if len({one.id for one in found.checks}) != len(found.checks):
        table.fail("two rules have one id. Give each its own.")
    return found


def _part(table: Table) -> Part:
    document = table.maybe_string("document")
    if document is not None and document not in DOCUMENTS:
        table.fail(f'there is no document "{document}". Write one of: {", ".join(DOCUMENTS)}.', "document")
    found = Part(
        table.string("id"),
        table.text("title"),
        document,
        table.flag("required", default=True),
        table.flag("in_bundle"),
        table.maybe_text("text"),
        table.strings("sections"),
        table.flag("spaced", default=document == "submission"),
    )
    table.done()
    return found


def _field(table: Table) -> Field:
    found = Field(table.string("id"), table.text("label"), table.flag("on_cover", default=True))
    table.done()
    return found


def _answer(table: Table, fields: set[str], parts: set[str]) -> Answer:
    found = Answer(table.string("id"), table.text("label"), table.string("from"))
    kind, _, name = found.source.partition(":")
    known = {"field": fields, "part": parts}.get(kind)
    if kind not in (*_SOURCES, "person", "hand") or (known is not None and name not in known):
        table.fail(
            f'"{found.source}" is no source of an answer. Write fact:ID, item:LIST, field:ID, part:ID, person or hand.'
        )
    table.done()
    return found


def _check(table: Table) -> Check:
    name = table.string("check")
    if name not in CHECKS:
        table.fail(f'there is no check "{name}". Write one of: {", ".join(CHECKS)}.', "check")
    cite = table.string("cite")
    citation = Citation(
        Text(cite, table.maybe_string("cite_ru") or cite),
        table.maybe_string("url"),
        table.maybe_string("quote"),
        table.take("checked", date),
        table.one_of("confidence", _CONFIDENCE),  # type: ignore[arg-type]
        table.maybe_text("doubt"),
    )
    found = Check(
        table.string("id"),
        name,
        {key: table.take(key) for key in CHECKS[name]},
        table.text("says"),
        table.text("remedy"),
        table.flag("refuses", default=True),
        citation,
    )
    table.done()
    return found
