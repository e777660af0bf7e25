"""Reading one paper: its kind and every field that its words give, each with page, place and quote.

Input is untrusted text. Does not: open files (see `documents.intake`), decide anything for the case, or fill in what
the paper does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pristan.documents.reading.act_date import act_date, finished
from pristan.documents.reading.bodies import CALLING, agencies_in, court_of, letterhead_of
from pristan.documents.reading.certainty import MENDED, certainty
from pristan.documents.reading.charges import Charge, charges_in
from pristan.documents.reading.dates import cued_dates, labelled_offence, offence_times
from pristan.documents.reading.english.paper import english_in
from pristan.documents.reading.kinds import kind_of
from pristan.documents.reading.language import language_of
from pristan.documents.reading.model import Field, Reading
from pristan.documents.reading.numbers import numbers_in, seen_uids
from pristan.documents.reading.outcome import appeal_in, orders_in
from pristan.documents.reading.page_text import PaperText
from pristan.documents.reading.persons import persons_in
from pristan.documents.reading.sections import Parts, parts_of, told_act
from pristan.documents.reading.signs import signs_in
from pristan.documents.reading.two_languages import russian_of_two

_TELLS_AN_ACT = {"charge", "judgment", "administrative_ruling", "administrative_record", "indictment"}
_DECIDES_BY_ITS_KIND = frozenset(
    {
        "judgment",
        "opening",
        "opening_refused",
        "charge",
        "wanted",
        "closing",
        "suspension",
        "surrender",
        "administrative_ruling",
    }
)
_TELLS_SEVERAL = {"judgment", "indictment", "charge"}
# papers that no body of a state issues, or that are addressed to it
_NO_BODY = frozenset(
    {"bank_letter", "employer_paper", "study_paper", "dismissal", "medical_paper", "counsel_warrant", "power_of_attorney",
     "complaint", "submission", "specialist_report", "monitoring_report", "letter", "affidavit"}
)  # fmt: skip
# an expert of police or investigators; other laboratories act on nobody
_OF_THE_ACCUSER = re.compile(
    r"МВД|ФСБ|ЭКЦ|ЭКО|СК(?![а-яё])|[Сс]ледствен|[Кк]риминалистич|КРИМИНАЛИСТИЧ|СЛЕДСТВЕН|ВНУТРЕННИХ|внутренних"
)
_INTRODUCTION = 1500  # letters after the heading, where no part of the act ends it
_ASKS_ANOTHER_STATE = frozenset({"surrender_request", "guarantees"})  # a court there is only told of
_COMMERCIAL = re.compile(r"А\d\d-\d")  # a number of a commercial court
_OF_COMMERCIAL_COURTS = frozenset(
    {"commercial_decision", "court_order", "enforcement", "court_decision", "registry_extract"}
)
_HEAD = 500  # letters
_SIGNED_BY_ITS_BODY = frozenset({"indictment", "mobilisation_order"})


def read_paper(pages: Iterable[str], *, recognised: bool = False) -> Reading:
    """What the pages say. A text in another language than Russian or English gives its language and its numbers only.
    `recognised`: the text comes from recognition, so that signs of the same look are put right where the grammar tells.
    """
    paper = PaperText(russian_of_two(list(pages)), recognised=recognised)
    text = paper.text
    language = language_of(text)
    if language == "en":
        return _english(paper)
    if language not in ("ru", ""):
        return Reading(None, None, language, tuple(_numbers(paper)))
    found = kind_of(text)
    parts = parts_of(text)
    fields: list[Field] = []
    kind = None
    if found is not None:
        kind = found.kind
        fields.append(_field(paper, "kind", kind.id, found.start, found.end, weak=not found.headed))
    fields += _numbers(paper, None if kind is None else kind.id)
    # a number of a case or the letterhead of a state body: a paper of a kind that is not known
    letterhead = letterhead_of(text, min(len(text), _INTRODUCTION)) if kind is None else None
    official = letterhead is not None or any(one.name.startswith("number.") for one in fields)
    if kind is not None or letterhead is not None:
        act = act_date(text, *((found.start, found.end) if found and found.headed else (0, 0)), parts.introduction[1])
        if act is None and kind is not None and kind.id == "expert_report":
            act = finished(text)
        if act is not None:
            fields.append(_field(paper, "date.act", act[0], act[1], act[2]))
    if letterhead is not None:
        fields.append(_field(paper, letterhead.name, letterhead.value, letterhead.start, letterhead.end))
    fields += _fields(paper, None if kind is None else kind.id, parts, found.start if found and found.headed else None)
    if kind is None and not official:
        # a letter: who is named in it, and when, has no part in a case; the articles that it names stay
        fields = [one for one in fields if one.name == "charge"]
    fields.sort(key=lambda one: (one.span.page, one.span.start, one.name))
    issuer = None if kind is None else _issuer(kind.issued_by, fields)
    return Reading(None if kind is None else kind.id, issuer, language, tuple(fields))


# states that are neither Russia nor one of its neighbours whose persecution this product is about, as bodies name them
_ELSEWHERE = re.compile(
    r"(?i:Украин|Польш|Германи|ФРГ|Грузи|Армени|Серби|Турци|Турецк|Чешск|Чехи|Латви|Литв|Литов|Эстон|Финлянд|Финск|Молдов|Азербайджан"
    r"|Израил|Кипр|Болгари|Черногори|Франци|Итали|Испани|Австри|Монголи|Румын|Венгр|Словак|Швеци|Норвег|США|Соединённых|Соединенных)"
)


def _issuer(by_kind: str, fields: Iterable[Field]) -> str | None:
    """Whose word the paper is: by its kind, unless the body that it names is of a state elsewhere."""
    bodies = [one for one in fields if one.name.startswith("body.")]
    abroad = next((one for one in bodies if _ELSEWHERE.search(one.value)), None)
    if by_kind == "persecutor" and abroad is not None:
        return "court_abroad" if abroad.name == "body.court" else None
    return by_kind or None


def _english(paper: PaperText) -> Reading:
    found, told, charges = english_in(paper.text)
    fields = [
        _field(paper, one.name, one.value, one.start, one.end, weak=one.name.startswith("person.")) for one in told
    ]
    if found is not None:
        fields += _numbers(paper, found.kind.id)
    fields += [_charge(paper, charge) for charge in charges]
    if found is not None:
        fields.append(_field(paper, "kind", found.kind.id, found.start, found.end, weak=not found.headed))
    fields = [
        one
        if one.name.startswith("number.")
        else replace(one, confidence=min(one.confidence, certainty(one.name, english=True)))
        for one in fields
    ]
    fields.sort(key=lambda one: (one.span.page, one.span.start, one.name))
    kind = None if found is None else found.kind
    # the papers of many states are in English: only a kind that no accuser issues tells whose word it is
    issuer = kind.issued_by if kind is not None and kind.issued_by in ("neutral", "court_abroad") else None
    return Reading(kind.id if kind else None, issuer, "en", tuple(fields))


def _charge(paper: PaperText, charge: Charge) -> Field:
    stage = charge.article.stage
    more = {} if stage is None else {"stage": stage.value}
    if charge.article.state is not None:
        more["state"] = charge.article.state
    return _field(paper, "charge", charge.value, charge.start, charge.end, weak=False, **more)


def _field(
    paper: PaperText, name: str, value: str, start: int, end: int, *, weak: bool = False, **detail: str
) -> Field:
    sure = certainty(name, weak=weak)
    if paper.rests_on_mended(start, end) or "mended" in detail:
        detail["mended"] = "yes"
        sure = min(sure, MENDED)
    return Field(name, value, paper.span(start, end), paper.surface(start, end), sure, detail)


def _body(paper: PaperText, kind: str, parts: Parts, heading: int | None) -> Iterator[Field]:
    start, end = parts.introduction
    end = min(end, (heading or 0) + _INTRODUCTION)
    court = None if kind in _ASKS_ANOTHER_STATE else court_of(paper.text, start, end)
    found = (
        [court]
        if court is not None
        else agencies_in(
            paper.text, start, end, heading=heading, signed=kind in _SIGNED_BY_ITS_BODY, named=CALLING.get(kind)
        )
    )
    for body in found:
        if kind == "expert_report" and not _OF_THE_ACCUSER.search(body.value):
            continue
        yield _field(paper, body.name, body.value, body.start, body.end)


def _numbers(paper: PaperText, kind: str | None = None) -> Iterator[Field]:
    for name, value, start, end in numbers_in(paper.text):
        if _COMMERCIAL.match(value) and kind not in _OF_COMMERCIAL_COURTS and start > _HEAD:
            continue  # the suit between two firms that a paper only tells of
        yield _field(paper, name, value, start, end)
    if paper.recognised:
        for name, value, start, end in seen_uids(paper.text):
            yield _field(paper, name, value, start, end, mended="yes")


def _fields(paper: PaperText, kind: str | None, parts: Parts, heading: int | None) -> Iterator[Field]:
    text = paper.text
    if kind is not None and kind not in _NO_BODY:
        yield from _body(paper, kind, parts, heading)
    for role in cued_dates(text, kind):
        yield _field(paper, role.name, role.value, role.start, role.end)
    reasons = told_act(text, kind, parts) if kind in _TELLS_AN_ACT else None
    labelled = labelled_offence(text) if kind in _TELLS_AN_ACT else None
    if labelled is not None:
        yield _field(paper, labelled.name, labelled.value, labelled.start, labelled.end)
    elif reasons is not None:
        for act in offence_times(text, *reasons, several=kind in _TELLS_SEVERAL):
            yield _field(paper, act.name, act.value, act.start, act.end)
    for person in persons_in(text, kind):
        name = person.name
        detail = {"surface": name.surface}
        if name.latin is not None:
            detail["latin"] = name.latin
        weak = person.placed or name.nominative is None
        yield _field(
            paper, f"person.{person.role}", name.nominative or name.surface, name.start, name.end, weak=weak, **detail
        )
    for charge in charges_in(text):
        yield _charge(paper, charge)
    ordered = parts.operative
    if ordered is None and kind in _DECIDES_BY_ITS_KIND:  # an extract, or a form without "ПОСТАНОВИЛ"
        ordered = 0
    for order in orders_in(text, ordered, parts.end, kind):
        yield _field(paper, order.name, order.value, order.start, order.end)
    for order in appeal_in(text):
        yield _field(paper, order.name, order.value, order.start, order.end)
    for sign in signs_in(text, kind):
        yield _field(paper, sign.name, "yes", sign.start, sign.end)
