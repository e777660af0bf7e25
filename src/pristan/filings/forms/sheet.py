"""The answers to a form field by field, for copying by hand: as a document (PDF, DOCX) and as data."""

from __future__ import annotations

from typing import Any

from pristan.filings.documents.model import Block, Cell, Document, heading, paragraph, table, title
from pristan.filings.forms import words
from pristan.filings.forms.answers import Answers
from pristan.filings.forms.model import Part, Question
from pristan.kernel.language import Language

_WIDTHS = (2, 6, 8, 4)
_TYPE_PT = 9.5


def sheet_of(answers: Answers, language: Language) -> Document:
    """Every question of the form in its order, with the answer and where it comes from; what is empty says so."""
    form = answers.form
    blocks: list[Block] = [
        title(words.SHEET_TITLE.to(language).format(form=form.title.to(language))),
        paragraph(answers.person.name.to(language)),
        paragraph(words.SHEET_INTRO.to(language)),
    ]
    for edition in form.editions:
        if edition.accepted is not False:
            told = words.EDITION_DOUBT if edition.accepted else words.EDITION_UNKNOWN
            note = words.fill_in(told, edition=words.same(edition.name), note=edition.note)
            blocks.append(paragraph(note.to(language)))
    blocks += [paragraph(remark.to(language)) for remark in (*answers.remarks, *answers.against)]
    head = tuple(one.to(language) for one in (words.NUMBER, words.QUESTION, words.ANSWER, words.SOURCE))
    for name, part in form.parts.items():
        rows = [_row(answers, one, language) for one in form.questions if one.part == name]
        if rows:
            blocks += [heading(part.title.to(language)), *_doubt(part, language), table(head, rows, _WIDTHS)]
    return Document(f"form_{form.id}", form.title.to(language), language, form.paper, _TYPE_PT, 1.0, tuple(blocks))


def _doubt(part: Part, language: Language) -> list[Block]:
    """What a part that was not read whole says before its questions."""
    if part.confidence == "verified":
        return []
    if part.confidence == "unverified" or part.source is None:
        return [paragraph(words.PART_UNREAD.to(language))]
    return [paragraph(words.PART_SECOND_HAND.to(language).format(source=part.source))]


def _row(answers: Answers, question: Question, language: Language) -> tuple[Cell | str, ...]:
    given, asked = answers.given.get(question.id), question.ask.to(language)
    if question.doubt is not None:
        asked += f" ({question.doubt.to(language)})"
    if given is None:
        empty = "" if question.optional else words.NO_ANSWER.to(language)
        return question.number, asked, empty, question.id
    answer = ", ".join(given.answer) if isinstance(given.answer, tuple) else given.answer
    return question.number, asked, answer, given.source.to(language)


def answers_data(answers: Answers) -> dict[str, Any]:
    """The same as data; its form is `pristan schema form`."""
    return {
        "form": answers.form.id,
        "person": answers.person.id,
        "editions": [
            {"name": one.name, "accepted": one.accepted, "confidence": one.confidence} for one in answers.form.editions
        ],
        "parts": [
            {
                "id": name,
                "title": one.title.both(),
                "confidence": one.confidence,
                "source": one.source,
            }
            for name, one in answers.form.parts.items()
        ],
        "questions": [_data(answers, one) for one in answers.form.questions],
        "remarks": [one.both() for one in (*answers.remarks, *answers.against)],
    }


def _data(answers: Answers, question: Question) -> dict[str, Any]:
    given = answers.given.get(question.id)
    answer = None if given is None else list(given.answer) if isinstance(given.answer, tuple) else given.answer
    return {
        "id": question.id,
        "part": question.part,
        "number": question.number,
        "kind": question.kind,
        "ask": question.ask.both(),
        "doubt": None if question.doubt is None else question.doubt.both(),
        "options": [option.value for option in question.options],
        "answer": answer,
        "source": None if given is None else given.source.both(),
    }
