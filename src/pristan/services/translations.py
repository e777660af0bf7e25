"""Translations and certificates among exhibits: proposed by what papers share, put on record when a person agrees."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pristan.case.model import Case
from pristan.documents.intake.files import read_kept
from pristan.documents.ocr.kept import RECOGNISED, Kept
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.translations import Link, Text, links
from pristan.services.case_file import set_in_exhibit


def proposed_links(case: Case) -> tuple[Link, ...]:
    """All links that the case does not have yet."""
    return tuple(one for one in _links(case) if not _on_record(case, one))


def _links(case: Case) -> Iterator[Link]:
    exhibits = list(case.exhibits.values())
    kept = [(one.file.name, partial(case.bytes_of, one)) for one in exhibits]
    files = read_kept(kept, recogniser=Recogniser(Kept(case.home, RECOGNISED)))
    papers = []
    for exhibit, file in zip(exhibits, files, strict=True):
        words = "\n".join(page.text for page in file.pages)
        language = next((page.language for page in file.pages if page.language), "")
        papers.append(Text(exhibit.id, language, words))
    yield from links(papers)


def _on_record(case: Case, link: Link) -> bool:
    if link.kind == "translation":  # a paper that is linked already is linked by a person
        return case.exhibits[link.exhibit].translation_of is not None
    return case.exhibits[link.of].certified


def confirm_link(case: Case, link: Link) -> Case:
    """The case with the link on record. Raises CaseError, and changes nothing, if it would not read."""
    if link.kind == "translation":
        return set_in_exhibit(case.home, link.exhibit, {"translation_of": link.of})
    return set_in_exhibit(case.home, link.of, {"certified": True})
