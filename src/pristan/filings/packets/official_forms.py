"""The official forms of a packet: which part is which form, and the user's empty PDF of it filled in from the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pristan.case.model import Case, Person
from pristan.filings.forms.answers import Answers, answers_of, file_of
from pristan.filings.forms.fill import Filled, fill_form
from pristan.filings.forms.load import forms
from pristan.filings.forms.model import Form
from pristan.filings.forms.pdf_file import text_of_pdf
from pristan.filings.packets.words import word
from pristan.filings.profiles.model import Part, Profile, ProfileVersion
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language


@dataclass(frozen=True, slots=True)
class EmptyForms:
    """PDFs of empty forms as downloaded, by file name. `accepted`: editions that the user saw accepted."""

    files: tuple[tuple[str, bytes], ...] = ()
    accepted: frozenset[str] = field(default_factory=frozenset)


NO_FORMS = EmptyForms()


@dataclass(frozen=True, slots=True)
class FormPart:
    """A part of the packet that is an official form. `filled`: None where no empty PDF of it was given."""

    part: Part
    form: Form
    answers: Answers
    filled: Filled | None


def form_parts(
    case: Case,
    person: Person,
    profile: Profile,
    version: ProfileVersion,
    empty: EmptyForms,
    *,
    fonts: Path,
    say: Language,
) -> list[FormPart]:
    """The official forms of the packet for which answers are on record or an empty PDF was given.

    Raises: CaseError for a PDF that is none of this packet's forms; DocumentError for one of an edition that is not
    accepted.
    """
    known = dict(_forms_of(profile, version))
    given = {part.id: _one_for(form, empty) for part, form in known.values()}
    taken = {one[0] for one in given.values() if one is not None}
    for name, _ in empty.files:
        if name not in taken:
            titles = "; ".join(form.title.to(say) for _, form in known.values() if form.mark) or word("nothing").to(say)
            raise CaseError(word("form_unknown", name=name, forms=titles).to(say))
    found = []
    for part, form in known.values():
        pdf = given[part.id]
        if pdf is None and not (case.home.holds(file_of(form)) or case.home.holds(file_of(form, person.id))):
            continue
        answers = answers_of(case, form, person.id)
        filled = None
        if pdf is not None:
            filled = fill_form(answers, pdf[1], fonts=fonts, draft=False, say=say, vouched=pdf[2])
        found.append(FormPart(part, form, answers, filled))
    return found


def _forms_of(profile: Profile, version: ProfileVersion) -> Iterator[tuple[str, tuple[Part, Form]]]:
    for form in forms().values():
        for place in form.packets:
            name, _, part_id = place.partition("/")
            part = version.part(part_id)
            if name == profile.id and part is not None:
                yield part_id, (part, form)


def _one_for(form: Form, empty: EmptyForms) -> tuple[str, bytes, str | None] | None:
    """The file that says it is this form; and its edition, if the user saw that accepted."""
    if form.mark is None:
        return None
    for name, data in empty.files:
        editions = re.findall(form.mark, text_of_pdf(data) or "")
        if editions:
            vouched = next((one for one in editions if one in empty.accepted), None)
            return name, data, vouched
    return None
