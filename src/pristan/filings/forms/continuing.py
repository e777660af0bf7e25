"""What does not fit its field, on the form's own continuation page, then on flattened copies of it at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pikepdf

from pristan.filings.bundle.typesetting import Typesetter
from pristan.filings.field_values import inherited
from pristan.filings.forms import words
from pristan.filings.forms.answers import Answers, Given
from pristan.filings.forms.drawing import Writing, clear, draw_texts
from pristan.filings.forms.model import Continuation, Copy, Field, Slot
from pristan.filings.forms.pdf_file import Widget, opened, settle, widgets_of
from pristan.filings.forms.units import Unit
from pristan.kernel.language import Language, Text

_MOST_SHEETS = 60
Waiting = list[tuple[list[Given], list[Unit]]]


class Continuing:
    """Writes onto continuation sheets. `said`: where each answer goes on; `cut`: those that stand on none."""

    def __init__(self, answers: Answers, page: Continuation, typesetter: Typesetter) -> None:
        self._answers, self._page, self._typesetter = answers, page, typesetter
        self.said: list[Text] = []
        self.cut: list[Given] = []

    def go_on(self, pdf: pikepdf.Pdf, data: bytes, rest: Sequence[tuple[Given, list[Unit]]], say: Language) -> None:
        """Put `rest` on sheets of `pdf`. `data`: the empty form, from which the page is copied as often as needed."""
        waiting = by_question(rest, self._answers.form.language)
        sheet, written = 0, True
        pages = {name: one.page for name, one in widgets_of(pdf).items()}
        while waiting and written and sheet < _MOST_SHEETS:
            sheet += 1
            if sheet == 1:
                written = self._fill_sheet(pdf, widgets_of(pdf), waiting, sheet, pages)
                continue
            with opened(data, say) as copy:
                settle(copy)
                widgets = widgets_of(copy)
                written = self._fill_sheet(copy, widgets, waiting, sheet, pages)
                if written:
                    number = widgets[self._page.slots[0].text.name].page
                    copy.flatten_annotations("all")
                    if "/Annots" in copy.pages[number].obj:
                        del copy.pages[number].obj["/Annots"]  # empty fields, the signature's among them
                    pdf.pages.append(copy.pages[number])
        self.cut += [one for given, _ in waiting for one in given]

    def _fill_sheet(
        self,
        pdf: pikepdf.Pdf,
        widgets: Mapping[str, Widget],
        waiting: Waiting,
        sheet: int,
        pages: Mapping[str, int],
    ) -> bool:
        """Fill the places of one sheet in their order; what is left of the last one stays waiting. False: none fits."""
        written = False
        for slot in self._page.slots:
            placed = 0
            while waiting and placed == 0 and _means(widgets, slot.text):
                given, units = waiting.pop(0)
                placed = self._fill_slot(pdf, widgets, slot, given[0], units, pages)
                if placed == 0:
                    clear(widgets[slot.text.name])
                    self.cut += given
                    continue
                ids = words.same(", ".join(one.question.id for one in given))
                self.said.append(
                    words.fill_in(words.CONTINUED, question=ids, page=self._page.title, sheet=words.same(sheet))
                )
                if placed < len(units):
                    waiting.insert(0, (given, units[placed:]))
            written = written or placed > 0
        if written:
            self._repeat(pdf, widgets)
        return written

    def _fill_slot(
        self,
        pdf: pikepdf.Pdf,
        widgets: Mapping[str, Widget],
        slot: Slot,
        one: Given,
        units: list[Unit],
        pages: Mapping[str, int],
    ) -> int:
        """How many units stand in this place."""
        question = one.question
        page = "" if question.field is None else str(pages.get(question.field.name, -1) + 1)
        wanted = (
            (slot.part, self._answers.form.parts[question.part].number),
            (slot.question, question.number),
            (slot.page, page),
        )
        small = [
            Writing([Unit(text, False)], widgets[field.name])
            for field, text in wanted
            if field is not None and text and _takes(widgets, field, text)
        ]
        main = Writing(units, widgets[slot.text.name], self._page.pitch)
        return draw_texts(pdf, [main, *small], self._page, self._typesetter)[0]

    def _repeat(self, pdf: pikepdf.Pdf, widgets: Mapping[str, Widget]) -> None:
        texts = [
            Writing([Unit(text, False)], widgets[one.field.name])
            for one in self._page.copies
            if (text := self._repeated(one)) and _takes(widgets, one.field, text)
        ]
        draw_texts(pdf, texts, self._page, self._typesetter)

    def _repeated(self, one: Copy) -> str:
        if one.answer is None:
            return self._answers.person.name.en
        given = self._answers.given.get(one.answer)
        return "" if given is None else str(given.answer)


def _means(widgets: Mapping[str, Widget], field: Field) -> bool:
    return field.name in widgets and widgets[field.name].is_(field)


def _takes(widgets: Mapping[str, Widget], field: Field, text: str) -> bool:
    """Whether it is the field that is meant, and has room for so many signs."""
    if not _means(widgets, field):
        return False
    most = inherited(widgets[field.name].thing, "/MaxLen")
    return not isinstance(most, int) or len(text) <= most


def by_question(rest: Sequence[tuple[Given, list[Unit]]], language: Language) -> list[tuple[list[Given], list[Unit]]]:
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
