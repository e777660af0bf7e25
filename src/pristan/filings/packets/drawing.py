"""Makes the documents of a packet from one set of materials: which composer makes which part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pristan.filings.documents.composing.answers import answers
from pristan.filings.documents.composing.certificate import certificate
from pristan.filings.documents.composing.country_schedule import country_schedule
from pristan.filings.documents.composing.cover import cover
from pristan.filings.documents.composing.declaration import declaration
from pristan.filings.documents.composing.list_of_documents import list_of_documents
from pristan.filings.documents.composing.submission import submission
from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Document
from pristan.filings.profiles.model import Part
from pristan.kernel.language import Text


@dataclass(frozen=True, slots=True)
class Drawn:
    """One document, and what whoever edits it must know."""

    part: Part
    document: Document
    uncited: tuple[Text, ...] = ()
    disputed: tuple[Text, ...] = ()
    as_told: tuple[Text, ...] = ()
    unsourced: tuple[Text, ...] = ()
    unread: tuple[Text, ...] = ()
    incomplete: tuple[Text, ...] = ()
    left_out: tuple[Text, ...] = ()
    old: tuple[Text, ...] = ()


def draw(
    materials: Materials, part: Part, *, bundle_pages: int | None = None, pages: Mapping[str, str] | None = None
) -> Drawn | None:
    """The document of a part; None where there is nothing to make it from (no statement, no certificate needed)."""
    match part.document:
        case "cover":
            return Drawn(part, cover(materials, part, bundle_pages=bundle_pages))
        case "declaration":
            return Drawn(part, declaration(materials, part)) if materials.paragraphs else None
        case "submission":
            composed = submission(materials, part)
            return Drawn(
                part,
                composed.document,
                uncited=composed.uncited,
                disputed=composed.disputed,
                as_told=composed.as_told,
                unsourced=composed.unsourced,
                unread=composed.unread,
                incomplete=composed.incomplete,
            )
        case "country_schedule":
            made = country_schedule(materials, part)
            return Drawn(part, made.document, left_out=made.left_out, old=made.old)
        case "list_of_documents":
            return Drawn(part, list_of_documents(materials, part, pages=pages or {}))
        case "answers":
            return Drawn(part, answers(materials, part))
        case "certificate":
            return Drawn(part, certificate(materials, part)) if _is_needed(materials, part) else None
        case _:
            return None


def _is_needed(materials: Materials, part: Part) -> bool:
    """A certificate about the translation or the reading is needed where the statement is in another language."""
    text = "" if part.text is None else part.text.en
    if "{translator}" not in text and "{interpreter}" not in text:
        return True
    return any(one.language not in materials.languages for one in materials.paragraphs)
