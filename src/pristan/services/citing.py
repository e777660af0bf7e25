"""Citations in a file: found, written in one style, compared with what the law base cites.

Does not: look anything up outside; say that a case is good law; a case that the law base does not cite may exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pristan.filings.dossier.compose.context import litigation_word
from pristan.kernel.citations.case import CaseCitation
from pristan.kernel.citations.find import citations_in
from pristan.kernel.citations.styles import Style, written
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language, Text
from pristan.kernel.phrases import filled, joined
from pristan.law.instruments import cited
from pristan.law.known_cases import KnownCase, KnownCases, names_differ
from pristan.law.loader import law_in_use
from pristan.services.reading import read_papers

KNOWN = Text("cited in the law base", "есть в правовой базе")
UNKNOWN = Text(
    "not in the law base: open the decision itself before you rely on it",
    "в правовой базе нет: откройте само решение, прежде чем на него опираться",
)
OTHER_NUMBERS = Text(
    "not in the law base under these numbers; a case of this name is cited there as {cite}",
    "под этими номерами в правовой базе нет; дело с таким именем приводится там как {cite}",
)
OTHER_NAME = Text(
    "these numbers belong to another case in the law base: {cite}",
    "эти номера в правовой базе принадлежат другому делу: {cite}",
)
OTHER_YEAR = Text("the year differs from the law base: {cite}", "год не такой, как в правовой базе: {cite}")
DISPUTED = Text("disputed by {others}", "против этого: {others}")
ENDED = Text(
    "everything that rests on it in the law base ended on {day}",
    "всё, что на нём держится в правовой базе, утратило силу {day}",
)
NOT_APPLIED = Text(
    "what rests on it is not applied now ({states})", "то, что на нём держится, сейчас не применяется ({states})"
)


@dataclass(frozen=True, slots=True)
class Checked:
    """One citation of the file. `remarks`: what a lawyer should look at; none for one that stands as cited."""

    page: int
    as_written: str
    case: CaseCitation
    known: KnownCase | None
    remarks: tuple[Text, ...]


def check_citations(path: Path, *, on: date | None = None) -> list[Checked]:
    """Every citation of a case in a file, in order. Raises: CaseError if the file has no text that can be read."""
    if not path.is_file():
        raise CaseError("there is no such file. Name a PDF, DOCX or text file.", where=str(path))
    (read,) = read_papers([path], recognise=False)
    if read.fault is not None:
        raise CaseError(read.fault.text.en, where=str(path))
    return checked_pages([page.text for page in read.pages], on=on or datetime.now(UTC).date())


def checked_pages(pages: Sequence[str], *, on: date) -> list[Checked]:
    """The same for pages of text."""
    known = KnownCases(law_in_use(), on)
    found = []
    for number, text in enumerate(pages, start=1):
        whole = text.replace("\r", "")
        joined = whole.replace("\n", " ")  # a citation goes on over the end of a line; places stay the same
        for case in citations_in(joined):
            same = known.find(case)
            written_so = " ".join(joined[slice(*case.span)].split())
            found.append(Checked(number, written_so, case, same, tuple(_remarks(case, same, known, on))))
    return found


def _remarks(case: CaseCitation, same: KnownCase | None, known: KnownCases, on: date) -> list[Text]:
    if same is None:
        others = known.named(case.name) if case.name else []
        if others:
            return [filled(OTHER_NUMBERS, {"cite": _cited(next(iter(others[0].cites)))})]
        return [UNKNOWN]
    cite = _cited(next(iter(same.cites)))
    remarks = []
    if names_differ(case.name, same.case.name):
        remarks.append(filled(OTHER_NAME, {"cite": cite}))
    if case.year is not None and same.case.year is not None and case.year != same.case.year:
        remarks.append(filled(OTHER_YEAR, {"cite": cite}))
    if same.disputed_by:
        remarks.append(filled(DISPUTED, {"others": joined(map(_cited, same.disputed_by), "; ")}))
    ended = same.ended(on)
    if ended is not None:
        remarks.append(filled(ENDED, {"day": ended}))
    if same.not_applied:
        states = [joined((litigation_word(state), _cited(cite)), ": ") for state, cite in same.not_applied]
        remarks.append(filled(NOT_APPLIED, {"states": joined(states, "; ")}))
    return remarks


def _cited(cite: str) -> Text:
    return Text(cited(cite, Language.EN), cited(cite, Language.RU))


def citations_data(found: Sequence[Checked], style: Style) -> list[dict[str, Any]]:
    """All of it as JSON; its form is `pristan schema citations`."""
    return [
        {
            "page": one.page,
            "written": one.as_written,
            "kind": one.case.kind.value,
            "key": one.case.key,
            "name": one.case.name,
            "court": one.case.court,
            "year": one.case.year,
            "pin": one.case.pin,
            "style": written(one.case, style),
            "known": None if one.known is None else {"cites": list(one.known.cites), "records": list(one.known.rules)},
            "remarks": [remark.both() for remark in one.remarks],
        }
        for one in found
    ]


def told(one: Checked, language: Language) -> str:
    """What is said about one citation."""
    return "; ".join(remark.to(language) for remark in one.remarks) or KNOWN.to(language)
