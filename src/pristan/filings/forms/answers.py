"""The answers to one form: what the person wrote down for it, then what is on record; each with where it comes from.

A file `forms/ID.toml` in the case: `person = "anna"` and a table `[answers]`, question id to answer; for further
persons `forms/ID.PERSON.toml`. One person's answers never enter another's form. Nothing is guessed: a name is not cut
into first and last name, a date known by month only does not become a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pristan.case.model import Case, Person
from pristan.filings.forms import words
from pristan.filings.forms.model import Answer, Form, Question
from pristan.kernel.dates import PartialDate
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.kernel.strict import Table, read_table


@dataclass(frozen=True, slots=True)
class Given:
    """One answer. `source`: where it stands, for the person who checks."""

    question: Question
    answer: Answer
    source: Text


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers to one form, in its order; what has none; and what should be known about them."""

    form: Form
    person: Person
    given: Mapping[str, Given]
    empty: tuple[Question, ...]
    remarks: tuple[Text, ...]
    against: tuple[Text, ...] = ()  # answers that say another day than the case does


def file_of(form: Form, person: str | None = None) -> str:
    """The name of the file with answers, in the case; a further person's has their id in it."""
    return f"forms/{form.id}.toml" if person is None else f"forms/{form.id}.{person}.toml"


def answers_of(case: Case, form: Form, person_id: str | None = None) -> Answers:
    """The answers for one person. Raises: CaseError with file and line for a fault of the file of answers."""
    written, whose = _written(case, form, file_of(form))
    person = case.person(person_id or whose or case.principal.id)
    if person is None:
        raise CaseError(f'there is no person "{person_id or whose}" in this case.', where=case.home.where)
    given: dict[str, Given] = {}
    remarks: list[Text] = []
    against: list[Text] = []
    own = file_of(form, person.id)
    if case.home.holds(own):
        written, whose = _written(case, form, own)
    if written and (whose or case.principal.id) != person.id and not case.home.holds(own):
        remarks.append(words.fill(words.ANOTHERS, file=file_of(form), own=own))
        written = {}
    for question in form.questions:
        if question.id in written:
            answer = written[question.id]
            given[question.id] = Given(question, answer, words.WRITTEN)
            days = [] if question.fact is None else case.dates_on_record(person.id)
            if other := [day for fact, day in days if fact == question.fact and not _says(answer, day, form)]:
                shown = ", ".join(map(str, other))
                against.append(words.fill(words.AGAINST, question=question.id, answer=answer, days=shown))
            continue
        found = _on_record(case, person, question, form)
        if isinstance(found, Given):
            given[question.id] = found
        elif found is not None:
            remarks.append(found)
    empty = tuple(one for one in form.questions if one.id not in given and not one.optional)
    return Answers(form, person, given, empty, tuple(remarks), tuple(against))


def _says(answer: Answer, day: PartialDate, form: Form) -> bool:
    """Whether an answer names this day; a day that is not known whole is not compared."""
    return day.day is None or day.uncertain or answer == written_day(day.day, form.date)


def _written(case: Case, form: Form, name: str) -> tuple[dict[str, Answer], str | None]:
    if not case.home.holds(name):
        return {}, None
    root = read_table(case.home.read(name).decode("utf-8-sig"), file=name, error=CaseError)
    person = root.maybe_string("person")
    table = root.table("answers")
    found: dict[str, Answer] = {}
    for key in table.names():
        question = form.question(key)
        if question is None:
            table.fail(f'"{key}" is not a question of this form. `pristan form CASE --form ID --json` lists all.', key)
        found[key] = _answer(table, question)
    root.done()
    return found, person


def _answer(table: Table, question: Question) -> Answer:
    allowed = {option.value for option in question.options}
    if question.kind == "choices":
        chosen = table.strings(question.id)
        if wrong := [one for one in chosen if one not in allowed]:
            table.fail(f'"{wrong[0]}" is not one of: {", ".join(sorted(allowed))}.', question.id)
        return chosen
    text = table.string(question.id)
    if question.kind == "choice" and text not in allowed:
        table.fail(f'"{text}" is not one of: {", ".join(sorted(allowed))}.', question.id)
    return text


def _on_record(case: Case, person: Person, question: Question, form: Form) -> Given | Text | None:
    if question.person is not None:
        latin = question.person == "name_latin"
        return Given(question, person.name.en if latin else person.name.ru, words.NAME)
    if question.fact is None:
        return None
    days = [value for fact, value in case.dates_on_record(person.id) if fact == question.fact]
    if not days:
        return None
    if len(days) > 1 or days[0].day is None or days[0].uncertain:
        shown = ", ".join(map(str, days))
        return words.fill(words.NOT_A_DAY, question=question.id, days=shown)
    return Given(question, written_day(days[0].day, form.date), words.fill(words.FACT, fact=question.fact))


def written_day(day: date, form: str) -> str:
    """A day as the form writes it."""
    return form.replace("YYYY", f"{day:%Y}").replace("MM", f"{day:%m}").replace("DD", f"{day:%d}")
