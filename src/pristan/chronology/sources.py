"""Where a statement stands, and whether a paper or a memory speaks there."""

from __future__ import annotations

from dataclasses import dataclass

from pristan.case.account_model import EventStatement, Identity
from pristan.case.model import Case, Issuer, Statement

# Exhibits that come from a person or witness but are made by a device or a counter: they do not remember.
DEVICE_KINDS = frozenset(
    {
        "photograph",
        "photo",
        "video",
        "audio",
        "screenshot",
        "ticket",
        "boarding_pass",
        "receipt",
        "passport",
        "stamp",
        "file_properties",
    }
)
# Papers that speak of what is to come, by their nature.
AHEAD_KINDS = frozenset(
    {"summons", "call_up", "povestka", "subpoena", "notice_of_hearing", "visa", "ticket", "boarding_pass"}
)


@dataclass(frozen=True, slots=True)
class Source:
    """A place where something is said. `memory`: a person tells it; otherwise a paper or a device does."""

    exhibit: str | None
    account: str | None
    page: int | None
    quote: str | None
    memory: bool


def source_of(case: Case, one: EventStatement | Identity) -> Source:
    """The place of a statement about an event, or of identity data."""
    return Source(one.exhibit, one.account, one.page, one.quote, _is_memory(case, one.exhibit, one.account))


def source_of_fact(case: Case, one: Statement) -> Source:
    """The place of a statement of a fact; without an exhibit it is the person's own word."""
    return Source(one.exhibit, None, one.page, one.quote, one.exhibit is None or _is_memory(case, one.exhibit, None))


def speaks_ahead(case: Case, one: EventStatement) -> bool:
    """Whether the source may speak of what lies after its own date."""
    return one.later or (one.exhibit is not None and case.exhibits[one.exhibit].kind in AHEAD_KINDS)


def _is_memory(case: Case, exhibit: str | None, account: str | None) -> bool:
    if account is not None or exhibit is None:
        return True
    paper = case.exhibits[exhibit]
    return paper.issuer in (Issuer.PERSON, Issuer.WITNESS) and paper.kind not in DEVICE_KINDS
