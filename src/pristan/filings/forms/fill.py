"""Filling the user's own PDF of a form.

Source: ISO 32000-1, 12.7. A hybrid form loses its XFA half, which would show empty fields; each answer gets an
appearance with an embedded font, so that every viewer and printer shows it, Cyrillic and long names too. What does not
fit goes to the form's own continuation page, cut between sentences; the page is copied as often as needed.
Does not: sign, date, or fill what the authority fills in; keep encryption and usage rights of the file.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from pristan.filings.bundle.boxes import visible_box
from pristan.filings.bundle.typesetting import Typesetter
from pristan.filings.field_values import inherited
from pristan.filings.forms import words
from pristan.filings.forms.answers import Answers, Given
from pristan.filings.forms.continuing import Continuing
from pristan.filings.forms.drawing import Writing, clear, draw_texts, may_go_on
from pristan.filings.forms.model import Continuation, Field
from pristan.filings.forms.pdf_file import Widget, accepted_edition, edition_of, opened, settle, widgets_of
from pristan.filings.forms.units import Unit, units_of
from pristan.kernel.language import Language, Text

_TEMPLATES = Path(__file__).parent


@dataclass(frozen=True)
class Filled:
    """The filled form, and what should be known about it."""

    pdf: bytes
    edition: str
    filled: int  # fields
    remarks: tuple[Text, ...]
    left: tuple[Text, ...]  # answers that stand nowhere in the form


@dataclass
class _Work:
    """What one filling collects."""

    filled: int = 0
    remarks: list[Text] = field(default_factory=list)
    left: list[Text] = field(default_factory=list)
    rest: list[tuple[Given, list[Unit]]] = field(default_factory=list)


def fill_form(
    answers: Answers, data: bytes, *, fonts: Path, draft: bool, say: Language, vouched: str | None = None
) -> Filled:
    """The form with the answers in it.

    draft: fill any edition, with words across each page that it is not for filing.
    vouched: the edition that the user saw accepted on the authority's page.
    Raises: DocumentError when the file is not this form, or its edition is unknown or no longer accepted.
    """
    form, work = answers.form, _Work()
    name = edition_of(data, form, say)
    if not draft:
        edition = accepted_edition(name, form, say, vouched)
        if edition.confidence != "verified":
            work.remarks.append(words.fill_in(words.EDITION_DOUBT, edition=words.same(name), note=edition.note))
    typesetter = Typesetter(fonts, form.language, templates=_TEMPLATES)
    with opened(data, say) as pdf:
        if settle(pdf):
            work.remarks.append(words.XFA_DROPPED)
        widgets = widgets_of(pdf)
        page = form.continuation
        _fill(pdf, widgets, list(answers.given.values()), page, typesetter, work)
        if page is not None:
            further = Continuing(answers, page, typesetter)
            further.go_on(pdf, data, work.rest, say)
            work.remarks += further.said
            for one in further.cut:
                _leave(words.CUT, one, work)
        if draft:
            _mark_draft(pdf, typesetter, form.language)
        by_hand = sum(one in form.by_hand for one in widgets)
        if by_hand:
            work.remarks.append(words.fill(words.BY_HAND, count=by_hand))
        if form.empty_refused and answers.empty:
            work.remarks.append(words.fill(words.EMPTY, count=len(answers.empty)))
        out = io.BytesIO()
        pdf.save(out, static_id=True, encryption=False)
    return Filled(
        out.getvalue(), name, work.filled, (*answers.remarks, *answers.against, *work.remarks), tuple(work.left)
    )


def _fill(
    pdf: pikepdf.Pdf,
    widgets: Mapping[str, Widget],
    given: Sequence[Given],
    page: Continuation | None,
    typesetter: Typesetter,
    work: _Work,
) -> None:
    texts: list[tuple[Given, Widget]] = []
    for one in given:
        question = one.question
        if question.options:
            chosen = one.answer if isinstance(one.answer, tuple) else (one.answer,)
            for option in question.options:
                if option.value in chosen:
                    _tick(widgets, one, option.field, work)
            continue
        widget = None if question.field is None else widgets.get(question.field.name)
        if question.field is None or widget is None or not widget.is_(question.field):
            _leave(words.FIELD_GONE, one, work)
            continue
        most = inherited(widget.thing, "/MaxLen")
        if isinstance(most, int) and len(str(one.answer)) > most:
            if page is not None and may_go_on(str(one.answer), widget, page, typesetter.language):
                texts.append((one, widget))
                continue
            work.left.append(
                words.fill(
                    words.TOO_LONG, question=question.id, most=most, length=len(str(one.answer)), answer=one.answer
                )
            )
            continue
        if widget.choices is not None and one.answer not in widget.choices:
            _leave(words.NOT_IN_LIST, one, work)
            continue
        texts.append((one, widget))
    placed = draw_texts(pdf, [Writing(units_of(str(one.answer)), widget) for one, widget in texts], page, typesetter)
    for (one, widget), fit in zip(texts, placed, strict=True):
        units = units_of(str(one.answer))
        if fit < len(units):
            if page is None:
                _leave(words.CUT, one, work)
                clear(widget)
                continue
            work.rest.append((one, units[fit:]))
        work.filled += 1


def _tick(widgets: Mapping[str, Widget], one: Given, field: Field | None, work: _Work) -> None:
    widget = None if field is None else widgets.get(field.name)
    if field is None or widget is None or not widget.is_(field):
        _leave(words.FIELD_GONE, one, work)
        return
    on = {field.state} if field.state else set(widget.states - {"/Off"})
    if len(on) != 1:
        _leave(words.FIELD_GONE, one, work)
        return
    state = Name(on.pop())
    widget.thing.AS = state
    holder = widget.thing if "/FT" in widget.thing or "/T" in widget.thing else widget.thing.get("/Parent")
    (holder if isinstance(holder, Dictionary) else widget.thing)["/V"] = state
    work.filled += 1


def _leave(sentence: Text, one: Given, work: _Work) -> None:
    answer = ", ".join(one.answer) if isinstance(one.answer, tuple) else one.answer
    work.left.append(words.fill(sentence, question=one.question.id, answer=answer))


def _mark_draft(pdf: pikepdf.Pdf, typesetter: Typesetter, say: Language) -> None:
    marks: dict[tuple[float, float], pikepdf.Object] = {}
    for page in pdf.pages:
        left, bottom, right, top = visible_box(page.obj)
        size = (right - left, top - bottom)
        if size not in marks:
            sheet = typesetter.compile("draft.typ", {"width": size[0], "height": size[1], "words": words.DRAFT.to(say)})
            with sheet.open() as source:
                marks[size] = pdf.copy_foreign(source.make_indirect(source.pages[0].as_form_xobject()))
        name = page.add_resource(marks[size], Name.XObject, Name.PrDraft, replace_existing=False)
        page.contents_coalesce()
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(f"\nQ q 1 0 0 1 {left:g} {bottom:g} cm {name} Do Q".encode("ascii"))
        page.obj.Annots = page.obj.get("/Annots", Array([]))
