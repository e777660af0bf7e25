"""Taking a paper off the record of a case, putting it back, and deleting it for ever.

Off the record: its table and all that rests on it leave the case file, the file moves to `removed/`, and a line of
`removed.jsonl` keeps what is needed to put both back. Deleted: file, recognised text, that line, and every word of the
logs that names it are gone; only that it was deleted stays. Does not: reach copies elsewhere, or documents that were
built with it (`Builds` of the doors do).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from pristan.case.home import CaseHome
from pristan.case.loader import load_case_from
from pristan.case.model import Case, Event, Exhibit, Item, Statement
from pristan.documents.ocr.kept import RECOGNISED
from pristan.evidence.custody import REMOVED, What, entries, forget, log_entry
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.services.adding import LIKENESS
from pristan.services.arriving import forget_arrivals
from pristan.services.case_blocks import Change, applied, blocks, changes_without, inserted, mentions, plain_text
from pristan.services.case_file import rewritten
from pristan.services.proposals import forget_declined

LOG = "removed.jsonl"


@dataclass(frozen=True, slots=True)
class Rests:
    """What goes with a paper, or loses it."""

    alone: tuple[Statement, ...]  # answers that nothing else shows
    beside_others: tuple[Statement, ...]  # answers that others show too: they stay
    said: int  # what it says of events and of identity
    explanations: int  # explanations of what it says against others
    passages: int  # words of it that are cited for a pattern or an element
    events: tuple[Event, ...]  # they stay, without it
    paragraphs: int  # of the statement: they stay, without it
    items: tuple[Item, ...]  # entries of a list, as a charge, of which nothing else says anything
    translations: tuple[str, ...]  # exhibits that translate it: they stay, as papers of their own


@dataclass(frozen=True, slots=True)
class Removed:
    """A paper that was taken off the record and can be put back."""

    exhibit: str
    title: Text
    file: str  # where it is now
    was: str
    sha256: str
    at: str  # UTC, ISO
    changes: tuple[Change, ...]


def rests_on(case: Case, exhibit: str) -> Rests:
    """What depends on a paper. Raises CaseError if there is none of this number."""
    _listed(case, exhibit)
    own = [one for one in case.statements if one.exhibit == exhibit]
    others = {(one.person, one.fact, one.item) for one in case.statements if one.exhibit != exhibit}
    alone = tuple(one for one in own if (one.person, one.fact, one.item) not in others)
    said = [one.id for one in case.accounts.statements if one.exhibit == exhibit]
    said += [one.id for one in case.accounts.identities if one.exhibit == exhibit]
    return Rests(
        alone=alone,
        beside_others=tuple(one for one in own if one not in alone),
        said=len(said),
        explanations=sum(bool(set(said) & set(one.statements)) for one in case.accounts.explanations),
        passages=sum(one.exhibit == exhibit for one in case.passages),
        events=tuple(one for one in case.events if any(number == exhibit for number, _page in one.exhibits)),
        paragraphs=sum(
            any(number == exhibit for number, _page in one.exhibits) for one in case.declarations.paragraphs
        ),
        items=tuple(
            one
            for one in case.items
            if any((two.person, two.item) == (one.person, one.id) for two in own)
            and not any((two.person, two.item) == (one.person, one.id) for two in case.statements if two not in own)
        ),
        translations=tuple(one.id for one in case.exhibits.values() if one.translation_of == exhibit),
    )


def take_off_record(home: CaseHome, exhibit: str) -> Removed:
    """Take a paper off the record, with all that rests on it. Raises CaseError, and changes nothing, if the case would
    not read without it.
    """
    case = load_case_from(home)
    paper = _listed(case, exhibit)
    before = home.text()
    plain = plain_text(before)
    changes = changes_without(plain, exhibit)
    file = str(paper.file)
    now = f"{REMOVED}{exhibit}_{paper.file.name}"
    at = datetime.now(UTC).isoformat()
    removed = Removed(exhibit, paper.title, now, file, home.sha256(file), at, changes)
    with home.together():
        try:
            rewritten(home, before, applied(plain, changes))
        except CaseError as fault:
            raise CaseError(
                f"something in the case still rests on this paper. Change that first: {fault.sentence}"
            ) from fault
        home.move(file, now)
        _log(home, What.REMOVED, removed, file=now, was=file)
        home.append(LOG, _line(removed))
    return removed


def removed_papers(home: CaseHome) -> tuple[Removed, ...]:
    """Those that can be put back, in the order they were taken off."""
    return tuple(_removed(line) for line in home.lines(LOG))


def put_back(home: CaseHome, exhibit: str) -> int:
    """Put a paper back, with all that rested on it; how many tables could not be put back, since they were changed
    meanwhile. Raises CaseError if it was not taken off, or if the case would not read.
    """
    one = _of(home, exhibit)
    before = home.text()
    text, left = plain_text(before), 0
    for change in one.changes:
        if change.kind == "exhibit" and not change.after:
            text = _in_its_place(text, change.before, exhibit)
        elif change.after and text.count(change.after) == 1:
            text = text.replace(change.after, change.before)
        elif not change.after:
            text = inserted(text, change.before, change.place)
        elif change.taken:
            text = text.rstrip("\n") + "\n\n" + change.taken
        else:
            left += 1
    with home.together():
        home.move(one.file, one.was)
        try:
            rewritten(home, before, text)
        except CaseError:
            home.move(one.was, one.file)
            raise
        _log(home, What.RESTORED, one, file=one.was, was=one.file)
        _keep(home, (other for other in removed_papers(home) if other.exhibit != exhibit))
    return left


def _in_its_place(text: str, table: str, exhibit: str) -> str:
    """The table before that of the next higher number, else after the last."""
    papers = [one for one in blocks(text) if one.kind == "exhibit"]
    number = int(exhibit) if exhibit.isdigit() else None
    if number is not None:
        for one in papers:
            known = str(one.data.get("id"))
            if known.isdigit() and int(known) > number:
                return text.replace(one.text, f"{table}\n{one.text}", 1)
    if papers:
        return text.replace(papers[-1].text, f"{papers[-1].text}\n{table}", 1)
    return text.rstrip("\n") + "\n\n" + table


def delete_for_ever(home: CaseHome, exhibit: str) -> Removed:
    """Delete a paper that was taken off the record. What is deleted cannot be brought back by anybody."""
    one = _of(home, exhibit)
    names = {one.file, one.was, *(told.file for told in entries(home) if told.sha256 == one.sha256)} - {""}
    with home.together():
        home.remove(one.file)
        for name in home.names():
            if name.startswith(f"{RECOGNISED}{one.sha256}"):
                home.remove(name)
        forget(home, names, one.sha256)
        log_entry(home, What.DELETED, exhibit=exhibit, file="", name="", sha256="")
        forget_arrivals(home, one.sha256)
        _keep_lines(home, LIKENESS, (line for line in home.lines(LIKENESS) if one.sha256 not in line))
        forget_declined(home, exhibit)
        _keep(home, (_without(other, exhibit) for other in removed_papers(home) if other.exhibit != exhibit))
    return one


def _without(other: Removed, exhibit: str) -> Removed:
    """What another removed paper keeps, without tables that name this one."""
    kept = tuple(one for one in other.changes if not any(mentions(text, exhibit) for text in (one.before, one.after)))
    return Removed(other.exhibit, other.title, other.file, other.was, other.sha256, other.at, kept)


def _listed(case: Case, exhibit: str) -> Exhibit:
    found = case.exhibits.get(exhibit)
    if found is None:
        raise CaseError(f'there is no exhibit "{exhibit}". The list of papers shows those there are.')
    return found


def _of(home: CaseHome, exhibit: str) -> Removed:
    found = next((one for one in removed_papers(home) if one.exhibit == exhibit), None)
    if found is None:
        raise CaseError(f'no paper "{exhibit}" was taken off the record, or it was put back or deleted since.')
    return found


def _log(home: CaseHome, what: What, one: Removed, *, file: str, was: str) -> None:
    name = next((told.name for told in reversed(entries(home)) if told.exhibit == one.exhibit), one.title.en)
    log_entry(home, what, exhibit=one.exhibit, file=file, name=name, sha256=one.sha256, was=was)


def _keep(home: CaseHome, papers: Iterable[Removed]) -> None:
    _keep_lines(home, LOG, (_line(one) for one in papers))


def _keep_lines(home: CaseHome, log: str, lines: Iterable[str]) -> None:
    kept = tuple(lines)
    if kept != home.lines(log):
        home.rewrite(log, kept)


def _line(one: Removed) -> str:
    return json.dumps(asdict(one), ensure_ascii=False)


def _removed(line: str) -> Removed:
    told = json.loads(line)
    title, changes = Text(**told.pop("title")), tuple(Change(**one) for one in told.pop("changes"))
    return Removed(**told, title=title, changes=changes)
