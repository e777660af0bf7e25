"""Filling the user's own PDF of a form.

Source: ISO 32000-1, 12.7. A hybrid form loses its XFA half, which would show empty fields; each answer gets an
appearance with an embedded font, so that every viewer and printer shows it, Cyrillic and long names too. What does not
fit goes to
the form's own continuation page, cut between sentences; the page is copied as often as needed.
Does not: sign, date, or fill what the authority fills in; keep encryption and usage rights of the file.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pristan.filings.bundle.boxes import box_of, visible_box
from pristan.filings.bundle.typesetting import Typesetter
from pristan.filings.field_values import inherited
from pristan.filings.forms import words
from pristan.filings.forms.answers import Answers, Given
from pristan.filings.forms.model import Continuation, Field
from pristan.filings.forms.pdf_file import Widget, accepted_edition, edition_of, opened, widgets_of
from pristan.filings.forms.units import Unit, units_of
from pristan.kernel.language import Language, Text

_TEMPLATES = Path(__file__).parent
_MULTILINE, _COMB = 1 << 12, 1 << 24  # field flags, ISO 32000-1, table 228
_SMALLEST_PT = 7.0  # of a short answer: below it a reader needs a glass
_SMALLEST_STORY_PT = 9.0  # of a longer one, which goes on elsewhere rather than shrink
_SIZE_PT = 10.0
_MOST_SHEETS = 60  # of continuation


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


def fill_form(answers: Answers, data: bytes, *, fonts: Path, draft: bool, say: Language) -> Filled:
    """The form with the answers in it.

    draft: fill any edition, with words across each page that it is not for filing.
    Raises: DocumentError when the file is not this form, or its edition is unknown or no longer accepted.
    """
    form, work = answers.form, _Work()
    name = edition_of(data, form, say)
    if not draft:
        edition = accepted_edition(name, form, say)
        if edition.confidence != "verified":
            work.remarks.append(words.fill_in(words.EDITION_DOUBT, edition=words.same(name), note=edition.note))
    typesetter = Typesetter(fonts, form.language, templates=_TEMPLATES)
    with opened(data, say) as pdf:
        if _settle(pdf):
            work.remarks.append(words.XFA_DROPPED)
        widgets = widgets_of(pdf)
        page = form.continuation
        _fill(pdf, widgets, list(answers.given.values()), page, typesetter, work)
        if page is not None:
            _continue(pdf, data, answers, page, typesetter, work, say)
        if draft:
            _mark_draft(pdf, typesetter, form.language)
        by_hand = sum(one in form.by_hand for one in widgets)
        if by_hand:
            work.remarks.append(words.fill(words.BY_HAND, count=by_hand))
        if form.empty_refused and answers.empty:
            work.remarks.append(words.fill(words.EMPTY, count=len(answers.empty)))
        out = io.BytesIO()
        pdf.save(out, static_id=True, encryption=False)
    return Filled(out.getvalue(), name, work.filled, (*answers.remarks, *work.remarks), tuple(work.left))


def _settle(pdf: pikepdf.Pdf) -> bool:
    """Take out what would show or protect another form than the one that is filled; whether it had an XFA half."""
    form = pdf.Root.get("/AcroForm")
    had = isinstance(form, Dictionary) and "/XFA" in form
    if isinstance(form, Dictionary):
        for key in ("/XFA", "/NeedAppearances", "/SigFlags"):
            if key in form:
                del form[key]
    for key in ("/Perms", "/OpenAction", "/AA"):
        if key in pdf.Root:
            del pdf.Root[key]
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary) and "/JavaScript" in names:
        del names["/JavaScript"]
    return had


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
            work.left.append(
                words.fill(
                    words.TOO_LONG, question=question.id, most=most, length=len(str(one.answer)), answer=one.answer
                )
            )
            continue
        texts.append((one, widget))
    placed = _draw(pdf, [(units_of(str(one.answer)), widget) for one, widget in texts], page, typesetter)
    for (one, widget), fit in zip(texts, placed, strict=True):
        units = units_of(str(one.answer))
        if fit < len(units):
            if page is None:
                _leave(words.CUT, one, work)
                _clear(widget)
                continue
            work.rest.append((one, units[fit:]))
        work.filled += 1


def _tick(widgets: Mapping[str, Widget], one: Given, field: Field | None, work: _Work) -> None:
    widget = None if field is None else widgets.get(field.name)
    if field is None or widget is None or not widget.is_(field):
        _leave(words.FIELD_GONE, one, work)
        return
    state = Name(field.state or "/Yes")
    widget.thing.AS = state
    holder = widget.thing if "/FT" in widget.thing or "/T" in widget.thing else widget.thing.get("/Parent")
    (holder if isinstance(holder, Dictionary) else widget.thing)["/V"] = state
    work.filled += 1


def _leave(sentence: Text, one: Given, work: _Work) -> None:
    answer = ", ".join(one.answer) if isinstance(one.answer, tuple) else one.answer
    work.left.append(words.fill(sentence, question=one.question.id, answer=answer))


def _clear(widget: Widget) -> None:
    for key in ("/AP", "/V"):
        if key in widget.thing:
            del widget.thing[key]


def _draw(
    pdf: pikepdf.Pdf,
    texts: Sequence[tuple[list[Unit], Widget]],
    page: Continuation | None,
    typesetter: Typesetter,
) -> list[int]:
    """Draw each text into its field; how many of its units stand there."""
    if not texts:
        return []
    language = typesetter.language
    title = "" if page is None else page.title.to(language)
    see = words.SEE.to(language).format(page=title) if page else ""
    on = words.GOES_ON.to(language).format(page=title) if page else ""
    data = {"fields": [_field(units, widget, see, on) for units, widget in texts]}
    sheet = typesetter.compile("fill.typ", data)
    placed = [int(mark["fit"]) for mark in typesetter.marks("fill.typ")]
    with sheet.open() as source:
        for (units, widget), drawn, fit in zip(texts, source.pages, placed, strict=True):
            look = pdf.copy_foreign(source.make_indirect(drawn.as_form_xobject()))
            widget.thing.AP = Dictionary(N=look)
            shown = (
                _joined(units[:fit]) if fit == len(units) else f"{_joined(units[:fit])} {on if fit else see}".strip()
            )
            widget.thing.V = String(shown)
    return placed


def _field(units: Sequence[Unit], widget: Widget, see: str, on: str) -> dict[str, Any]:
    left, bottom, right, top = box_of(widget.thing.get("/Rect")) or (0, 0, 1, 1)
    flags, most = inherited(widget.thing, "/Ff"), inherited(widget.thing, "/MaxLen")
    flags = flags if isinstance(flags, int) else 0
    comb = most if flags & _COMB and isinstance(most, int) else 0
    lines = bool(flags & _MULTILINE) and not comb
    return {
        "width": max(right - left, 4.0),
        "height": max(top - bottom, 4.0),
        "lines": lines,
        "smallest": _SMALLEST_STORY_PT if lines else _SMALLEST_PT,
        "size": _SIZE_PT,
        "comb": comb,
        "units": [{"text": one.text, "fresh": one.fresh} for one in units],
        "see": see,
        "on": on,
    }


def _joined(units: Sequence[Unit]) -> str:
    text = ""
    for one in units:
        text += one.text if not text else f"\n{one.text}" if one.fresh else f" {one.text}"
    return text


def _continue(
    pdf: pikepdf.Pdf,
    data: bytes,
    answers: Answers,
    page: Continuation,
    typesetter: Typesetter,
    work: _Work,
    say: Language,
) -> None:
    """Put what did not fit on the continuation page: the form's own first, then flattened copies of it at the end.

    Short answers to one numbered question share a sheet; each begins with what it answers.
    """
    waiting, sheet = _by_question(work.rest, answers.form.language), 0
    while waiting and sheet < _MOST_SHEETS:
        given, units = waiting.pop(0)
        sheet += 1
        if sheet == 1:
            placed = _fill_page(pdf, widgets_of(pdf), page, given[0], units, answers, typesetter)
        else:
            with opened(data, say) as copy:
                _settle(copy)
                widgets = widgets_of(copy)
                placed = _fill_page(copy, widgets, page, given[0], units, answers, typesetter)
                if placed:
                    number = widgets[page.text.name].page
                    copy.flatten_annotations("all")
                    if "/Annots" in copy.pages[number].obj:
                        del copy.pages[number].obj["/Annots"]  # empty fields, the signature's among them
                    pdf.pages.append(copy.pages[number])
        if placed == 0:
            for one in given:
                _leave(words.CUT, one, work)
            sheet -= 1
            continue
        ids = words.same(", ".join(one.question.id for one in given))
        work.remarks.append(words.fill_in(words.CONTINUED, question=ids, page=page.title, sheet=words.same(sheet)))
        if placed < len(units):
            waiting.insert(0, (given, units[placed:]))
    for given, _ in waiting:
        for one in given:
            _leave(words.CUT, one, work)


def _by_question(rest: Sequence[tuple[Given, list[Unit]]], language: Language) -> list[tuple[list[Given], list[Unit]]]:
    """The answers that go on elsewhere, those to one numbered question together."""
    groups: dict[tuple[str, str], list[tuple[Given, list[Unit]]]] = {}
    for one, units in rest:
        groups.setdefault((one.question.part, one.question.number), []).append((one, units))
    made = []
    for group in groups.values():
        if len(group) == 1:
            made.append(([group[0][0]], group[0][1]))
            continue
        joined: list[Unit] = []
        for one, units in group:
            label = one.question.ask.to(language)
            joined += [Unit(f"{label}: {units[0].text}", bool(joined)), *units[1:]]
        made.append(([one for one, _ in group], joined))
    return made


def _fill_page(
    pdf: pikepdf.Pdf,
    widgets: Mapping[str, Widget],
    page: Continuation,
    one: Given,
    units: list[Unit],
    answers: Answers,
    typesetter: Typesetter,
) -> int:
    """How many units stand on this page; 0 when its fields are not those of the record."""
    number = answers.given.get("a1.1.alien_registration_number_a_numb")
    wanted: list[tuple[Field | None, str]] = [
        (page.part, answers.form.parts[one.question.part].to(answers.form.language)),
        (page.question, one.question.number),
        (page.name, answers.person.name.en),
        (page.number, str(number.answer) if number else ""),
    ]
    main = widgets.get(page.text.name)
    if main is None or not main.is_(page.text):
        return 0
    small = [
        ([Unit(text, False)], widgets[field.name])
        for field, text in wanted
        if field is not None and text and field.name in widgets and _takes(widgets[field.name], field, text)
    ]
    placed = _draw(pdf, [(units, main), *small], page, typesetter)
    return placed[0]


def _takes(widget: Widget, field: Field, text: str) -> bool:
    """Whether it is the field that is meant, and has room for so many signs."""
    most = inherited(widget.thing, "/MaxLen")
    return widget.is_(field) and (not isinstance(most, int) or len(text) <= most)


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
