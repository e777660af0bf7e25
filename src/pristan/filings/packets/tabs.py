"""Which exhibits a packet takes by default, in which order, and what their tabs are called."""

from __future__ import annotations

from collections.abc import Iterator

from pristan.case.declaration_model import PacketSettings
from pristan.case.model import Case, Exhibit, Person
from pristan.filings.profiles.model import Tabs


def exhibits_of(case: Case, person: Person, settings: PacketSettings) -> tuple[Exhibit, ...]:
    """The exhibits in order, each followed by its translations.

    The list of the packet decides. Without one, the principal's packet takes all that other persons' facts do not
    alone rest on, and another person's packet only what that person's own facts, statement and passages rest on. A
    document that is cited against the person and for nothing else is not filed unless it is listed.
    """
    chosen = settings.exhibits if settings.exhibits is not None else _by_default(case, person)
    found: dict[str, Exhibit] = {}
    for name in chosen:
        one = case.exhibits[name]
        if one.translation_of in chosen and one.translation_of not in found:
            continue  # it comes right after its original
        found.setdefault(name, one)
        for other in case.exhibits.values():
            if other.translation_of == name and (settings.exhibits is None or other.id in chosen):
                found.setdefault(other.id, other)
    return tuple(found.values())


def _by_default(case: Case, person: Person) -> tuple[str, ...]:
    own = {one.exhibit for one in case.statements if one.person == person.id and one.exhibit is not None}
    own |= {name for one in case.declarations.of(person.id) for name, _ in one.exhibits}
    own |= {one.exhibit for one in case.passages if one.person == person.id and not one.against}
    if person is case.principal:
        others = {one.exhibit for one in case.statements if one.person != person.id} - own
        against = {one.exhibit for one in case.passages if one.against} - own - _said_by(case)
        return tuple(name for name in case.exhibits if name not in others | against)
    return tuple(name for name, one in case.exhibits.items() if name in own or one.translation_of in own)


def _said_by(case: Case) -> set[str | None]:
    """Exhibits that tell of events or identity."""
    found = {name for event in case.events for name, _ in event.exhibits}
    told = {one.exhibit for one in case.accounts.statements} | {one.exhibit for one in case.accounts.identities}
    return found | told | {one.exhibit for one in case.limits}


def tab_signs(style: Tabs) -> Iterator[str]:
    """A, B, ... Z, AA, AB, ... or 1, 2, 3 ..."""
    number = 0
    while True:
        number += 1
        yield str(number) if style == "numbers" else _letters(number)


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
