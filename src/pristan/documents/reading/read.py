"""Reading one paper: its kind and every field that its words give, each with page, place and quote.

Input is untrusted text. Does not: open files (see `documents.intake`), decide anything for the case, or fill in what
the paper does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pristan.documents.reading.bodies import agencies_in, court_of
from pristan.documents.reading.charges import charges_in
from pristan.documents.reading.dates import cued_dates, dates_in, offence_time
from pristan.documents.reading.kinds import kind_of
from pristan.documents.reading.language import language_of
from pristan.documents.reading.model import Field, Reading
from pristan.documents.reading.numbers import numbers_in
from pristan.documents.reading.outcome import appeal_in, orders_in
from pristan.documents.reading.page_text import PaperText
from pristan.documents.reading.persons import persons_in
from pristan.documents.reading.sections import Parts, parts_of
from pristan.documents.reading.signs import signs_in

_TELLS_AN_ACT = {"charge", "judgment", "administrative_ruling", "administrative_record", "indictment"}
_OPERATES = {"judgment", "appeal_judgment", "cassation"}
_DATE_LINE = re.compile(
    r"^\s*(?:(?:г|гор|пос|с|р\.?п)\.\s*[А-ЯЁ]|[А-ЯЁ][а-яё-]+,?\s*$|[«\"“]?\s?\d{1,2}\s?[»\"”]?\s|от\s)"
)


def read_paper(pages: Iterable[str]) -> Reading:
    """What the pages say. A text in another language than Russian gives its language and its numbers only."""
    paper = PaperText(pages)
    text = paper.text
    language = language_of(text)
    if language not in ("ru", ""):
        return Reading(None, None, language, tuple(_numbers(paper)))
    found = kind_of(text)
    parts = parts_of(text)
    fields: list[Field] = []
    kind = None
    if found is not None:
        kind, start, end = found
        fields.append(_field(paper, "kind", kind.id, start, end))
        act = _act_date(text, start, end, parts)
        if act is not None:
            fields.append(_field(paper, "date.act", act[0], act[1], act[2]))
    fields += _numbers(paper)
    fields += _fields(paper, None if kind is None else kind.id, parts)
    fields.sort(key=lambda one: (one.span.page, one.span.start, one.name))
    return Reading(None if kind is None else kind.id, None if kind is None else kind.issued_by, language, tuple(fields))


def _field(paper: PaperText, name: str, value: str, start: int, end: int, **detail: str) -> Field:
    return Field(name, value, paper.span(start, end), paper.surface(start, end), detail=detail)


def _numbers(paper: PaperText) -> Iterator[Field]:
    for name, value, start, end in numbers_in(paper.text):
        yield _field(paper, name, value, start, end)


def _fields(paper: PaperText, kind: str | None, parts: Parts) -> Iterator[Field]:
    text = paper.text
    court = court_of(text, *parts.introduction)
    if court is not None:
        yield _field(paper, court.name, court.value, court.start, court.end)
    else:
        for body in agencies_in(text, *parts.introduction):
            yield _field(paper, body.name, body.value, body.start, body.end)
    for role in cued_dates(text):
        yield _field(paper, role.name, role.value, role.start, role.end)
    if kind in _TELLS_AN_ACT and parts.reasons is not None:
        act = offence_time(text, *parts.reasons)
        if act is not None:
            yield _field(paper, act.name, act.value, act.start, act.end)
    for person in persons_in(text):
        name = person.name
        detail = {"surface": name.surface}
        if name.latin is not None:
            detail["latin"] = name.latin
        yield _field(paper, f"person.{person.role}", name.nominative or name.surface, name.start, name.end, **detail)
    for charge in charges_in(text):
        stage = charge.article.stage
        more = {} if stage is None else {"stage": stage.value}
        if charge.article.state is not None:
            more["state"] = charge.article.state
        yield _field(paper, "charge", charge.value, charge.start, charge.end, **more)
    if parts.operative is not None:
        for order in orders_in(text, parts.operative, parts.end):
            yield _field(paper, order.name, order.value, order.start, order.end)
    for order in appeal_in(text):
        yield _field(paper, order.name, order.value, order.start, order.end)
    for sign in signs_in(text, kind):
        yield _field(paper, sign.name, "yes", sign.start, sign.end)


def _act_date(text: str, start: int, end: int, parts: Parts) -> tuple[str, int, int] | None:
    """The date of the act itself: in its heading ("от 15.06.2021"), else on a line of its own with the place."""
    intro_end = min(parts.introduction[1], start + 1500)
    for one in dates_in(text[start:intro_end]):
        place = start + one.start
        line_start = text.rfind("\n", 0, place) + 1
        before = text[line_start:place]
        line_end = text.find("\n", place)
        after = text[start + one.end : line_end if line_end != -1 else len(text)].strip(" .,г")
        in_heading = place < end and bool(re.search(r"от\s*$", before))
        alone = len(after) < 20 and _DATE_LINE.match(text[line_start:place] + text[place : place + 3])
        if in_heading or alone:
            return one.day.isoformat(), place, start + one.end
    letterhead = dates_in(text[:start])
    if letterhead:
        last = letterhead[-1]
        return last.day.isoformat(), last.start, last.end
    return None
