"""The tables of a case file that rest on one exhibit: found in its text, and written without it.

Only those tables are touched, everything else stays letter for letter. Does not: write the file; see `removing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tomli

from pristan.kernel.strict import headers_of
from pristan.services.case_file import table

_SAYS = ("statement", "identity")  # what such a table says is what the exhibit says
_RESTS_WHOLLY = (*_SAYS, "limit", "passage")
_NAMES_ONE = ("exhibit", "translation_of", "made", "received")  # keys whose value is the number of an exhibit


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a case file: its text from the header on, and what it says."""

    kind: str
    text: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One table before and after; `after` is empty where nothing of it is left. `taken`: what went, as a table of its
    own where it can stand alone, so that it can be put back also if the rest was changed since. `place`: which table
    of the file it was, from 0.
    """

    kind: str
    before: str
    after: str
    taken: str
    place: int = 0


def changes_without(text: str, exhibit: str) -> tuple[Change, ...]:
    """What becomes of each table that names the exhibit."""
    found = list(blocks(text))
    gone = {str(one.data["id"]) for one in found if one.kind in _SAYS and _rests_on(one, exhibit) and "id" in one.data}
    changes = [_change(one, exhibit, frozenset(gone)) for one in found]
    left, lost = _items_of_facts(found, changes)
    for place, one in enumerate(found):
        if one.kind == "item" and _item(one.data, "id") in lost - left:
            changes[place] = Change("item", one.text, "", one.text)
    return tuple(replace(one, place=place) for place, one in enumerate(changes) if one is not None)


def _items_of_facts(found: list[Block], changes: Sequence[Change | None]) -> tuple[set[object], set[object]]:
    """Entries of lists of which a fact stays, and those of which one goes."""
    left, lost = set[object](), set[object]()
    for one, change in zip(found, changes, strict=True):
        if one.kind == "fact" and "item" in one.data:
            (lost if change is not None and not change.after else left).add(_item(one.data, "item"))
    return left, lost


def _item(data: Mapping[str, Any], key: str) -> object:
    return data.get("person"), data.get(key)


def mentions(text: str, exhibit: str) -> bool:
    """Whether tables written as TOML name the exhibit."""
    return any(_change(one, exhibit, frozenset()) is not None for one in blocks(text))


def applied(text: str, changes: tuple[Change, ...]) -> str:
    """The text with each change made."""
    for one in changes:
        text = text.replace(one.before, one.after, 1)
    return text


def inserted(text: str, table_text: str, place: int) -> str:
    """The text with a table where the table of this number stood, or at its end if there are fewer now."""
    before = list(blocks(text))[:place]
    if not before or place == 0:
        return text.rstrip("\n") + "\n\n" + table_text
    return text.replace(before[-1].text, f"{before[-1].text}\n{table_text}", 1)


def plain_text(text: str) -> str:
    """A case file without the mark and the line ends that some editors write."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def blocks(text: str) -> Iterator[Block]:
    """Every `[[table]]` of a case file, in order. Comments above the next table are not part of it."""
    data, lines = tomli.loads(text), text.split("\n")
    headers = [(start, path) for start, path in headers_of(text) if len(path) <= 2]  # deeper ones are part of theirs
    ends = [*(start for start, _path in headers[1:]), len(lines)][: len(headers)]
    for (start, path), end in zip(headers, ends, strict=True):
        if len(path) == 2 and isinstance(path[1], int):
            last = end
            while last > start + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
                last -= 1
            yield Block(str(path[0]), "\n".join(lines[start:last]) + "\n", data[str(path[0])][path[1]])


def _rests_on(one: Block, exhibit: str) -> bool:
    return one.kind in _RESTS_WHOLLY and one.data.get("exhibit") == exhibit


def _change(one: Block, exhibit: str, gone: frozenset[str]) -> Change | None:
    data = one.data
    if (one.kind == "exhibit" and data.get("id") == exhibit) or _rests_on(one, exhibit):
        return Change(one.kind, one.text, "", one.text)
    if one.kind == "explanation" and gone & set(data.get("statements", ())):
        return Change(one.kind, one.text, "", one.text)
    if one.kind == "fact":
        return _fact(one, exhibit)
    left = {key: _without(key, value, exhibit) for key, value in data.items() if not _is_it(key, value, exhibit)}
    return None if left == data else Change(one.kind, one.text, table(one.kind, left), "")


def _fact(one: Block, exhibit: str) -> Change | None:
    """A fact keeps what others say of it."""
    says = one.data.get("says", [])
    own = [said for said in says if said.get("exhibit") == exhibit]
    if not own:
        return None
    rest = [said for said in says if said.get("exhibit") != exhibit]
    after = table("fact", {**one.data, "says": rest}) if rest else ""
    return Change("fact", one.text, after, table("fact", {**one.data, "says": own}))


def _is_it(key: str, value: Any, exhibit: str) -> bool:
    """Whether a key names the exhibit, or holds a table that does."""
    return (key in _NAMES_ONE and value == exhibit) or (isinstance(value, dict) and value.get("exhibit") == exhibit)


def _without(key: str, value: Any, exhibit: str) -> Any:
    """A list of places in exhibits, or of their numbers, without this one."""
    if not isinstance(value, list):
        return value
    numbers = key == "exhibits"
    return [one for one in value if (one.get("exhibit") if isinstance(one, dict) else numbers and one) != exhibit]
