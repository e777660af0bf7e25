"""The forms that ship, read strictly: records/*.toml."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, cast

from pristan.filings.bundle.spec import Paper
from pristan.filings.forms.model import (
    KINDS,
    Continuation,
    Copy,
    Edition,
    Field,
    Form,
    Kind,
    Option,
    Part,
    Question,
    Slot,
)
from pristan.kernel.errors import CaseError, RuleError
from pristan.kernel.language import Language
from pristan.kernel.strict import Table, read_table

_DATES = ("MM/DD/YYYY", "DD/MM/YYYY", "YYYY-MM-DD")
_MONTHS = ("MM/YY", "MM/YYYY", "YYYY-MM")
_CONFIDENCE = ("verified", "partial", "unverified")
_PERSON = ("name_latin", "name_native")


@cache
def forms() -> dict[str, Form]:
    """Every form by its id. Raises: RuleError for a fault of a record."""
    folder = files(__package__).joinpath("records")
    found = {}
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if path.name.endswith(".toml"):
            form = _form(read_table(path.read_text(encoding="utf-8"), file=path.name, error=RuleError))
            found[form.id] = form
    return found


def form_called(name: str) -> Form:
    """The form with this id or its last part ("i589"). Raises: CaseError naming those that there are."""
    found = forms().get(name) or next((one for one in forms().values() if one.id.split(".")[-1] == name), None)
    if found is None:
        known = ", ".join(one.id.split(".")[-1] for one in forms().values())
        raise CaseError(f'there is no form "{name}" here. Forms: {known}.')
    return found


def _form(root: Table) -> Form:
    untouched = root.maybe_table("untouched")
    by_hand = frozenset(untouched.strings("by_hand")) if untouched else frozenset()
    office = frozenset(untouched.strings("office")) if untouched else frozenset()
    if untouched:
        untouched.done()
    parts: dict[str, Part] = {}
    for part in root.tables("part"):
        name = part.string("id")
        parts[name] = _part(part)
    questions = tuple(_question(one, parts) for one in root.tables("question"))
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            root.fail(f'the question "{question.id}" stands twice.')
        seen.add(question.id)
    form = Form(
        id=root.string("id"),
        title=root.text("title"),
        language=Language(root.one_of("language", ("en", "ru"))),
        paper=cast(Paper, root.one_of("paper", ("a4", "letter"))),
        date=root.one_of("date", _DATES),
        month=root.one_of("month", _MONTHS),
        empty_refused=root.flag("empty_refused"),
        mark=root.maybe_string("mark"),
        sources=root.strings("sources"),
        packets=root.strings("packets"),
        editions=tuple(_edition(one) for one in root.tables("edition")),
        parts=parts,
        questions=questions,
        by_hand=by_hand,
        office=office,
        continuation=_continuation(root.maybe_table("continuation"), seen),
    )
    root.done()
    return form


def _part(table: Table) -> Part:
    title = table.text("title")
    part = Part(
        title,
        table.maybe_string("number") or title.en,
        table.one_of("confidence", _CONFIDENCE),
        table.maybe_string("source"),
    )
    table.done()
    return part


def _edition(table: Table) -> Edition:
    edition = Edition(
        table.string("name"),
        table.flag("accepted") if table.has("accepted") else None,
        table.one_of("confidence", _CONFIDENCE),
        table.text("note"),
    )
    table.done()
    return edition


def _question(table: Table, parts: dict[str, Part]) -> Question:
    kind = cast(Kind, table.one_of("kind", KINDS))
    part = table.string("part")
    if part not in parts:
        table.fail(f'there is no part "{part}".', "part")
    options = []
    for one in table.tables("option"):
        field = None
        if one.has("field"):
            field = Field(one.string("field"), one.string("says"), one.maybe_string("state"))
        options.append(Option(one.string("value"), field))
        one.done()
    if (kind in ("choice", "choices")) != bool(options):
        table.fail("a choice has options, and nothing else has.", "kind")
    question = Question(
        id=table.string("id"),
        part=part,
        number=table.string("number"),
        kind=kind,
        ask=table.text("ask"),
        field=Field(table.string("field"), table.string("says")) if table.has("field") else None,
        options=tuple(options),
        fact=table.maybe_string("fact"),
        person=cast(Literal["name_latin", "name_native"] | None, table.one_of("person", _PERSON, default=None)),
        optional=table.flag("optional"),
        doubt=table.maybe_text("doubt"),
    )
    table.done()
    return question


def _continuation(table: Table | None, questions: set[str]) -> Continuation | None:
    if table is None:
        return None
    slots = []
    for one in table.tables("slot"):
        page = _field(one, "page") if one.has("page") else None
        slots.append(Slot(_field(one, "text"), _field(one, "part"), _field(one, "question"), page))
        one.done()
    copies = []
    for one in table.tables("copy"):
        answer = one.maybe_string("answer")
        if answer is not None and answer not in questions:
            one.fail(f'there is no question "{answer}".', "answer")
        copies.append(Copy(Field(one.string("field"), one.string("says")), answer))
        one.done()
    continuation = Continuation(
        table.text("title"), table.take("pitch_pt", float, default=None), tuple(slots), tuple(copies)
    )
    table.done()
    return continuation


def _field(table: Table, key: str) -> Field:
    inner = table.table(key)
    found = Field(inner.string("field"), inner.string("says"))
    inner.done()
    return found
