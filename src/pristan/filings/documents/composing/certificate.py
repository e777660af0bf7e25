"""A certificate or proof of service: the fixed words of the profile, with names and dates where they are on record."""

from __future__ import annotations

import re

from pristan.filings.documents.composing.declaration import filing_language, language_name
from pristan.filings.documents.materials import BLANK, Materials
from pristan.filings.documents.model import Document, Piece, line, paragraph, title
from pristan.filings.profiles.model import Part
from pristan.kernel.date_words import day_in_words

_PLACE = re.compile(r"\{(\w+)\}")


def certificate(materials: Materials, part: Part) -> Document:
    """The certificate; what is not on record is a line to fill in."""
    text = materials.say(part.text)
    pieces, last = [], 0
    for found in _PLACE.finditer(text):
        pieces += [Piece(text[last : found.start()]), _filled(materials, found[1])]
        last = found.end()
    pieces.append(Piece(text[last:]))
    name = materials.say(part.title)
    blocks = [title(name), paragraph(*(one for one in pieces if one.text))]
    blocks += [line(materials.word("signature_plain")), line(materials.word("date_line"))]
    return materials.document(part, part.id, name, blocks)


def _filled(materials: Materials, name: str) -> Piece:
    """One place of the text: about the person, the translator of the statement, or a field of the profile."""
    if name == "person":
        return Piece(materials.name, (f"person:{materials.person.id}",))
    if name in ("from", "into"):
        original = materials.paragraphs[0].language if materials.paragraphs else materials.case.language.value
        code = original if name == "from" else filing_language(materials)
        return Piece(language_name(materials, code))
    if name in ("translator", "address", "telephone", "interpreter", "read_on"):
        return Piece(_of_translator(materials, name) or BLANK)
    return materials.field(name)


def _of_translator(materials: Materials, name: str) -> str:
    case, into = materials.case.declarations, filing_language(materials)
    if name in ("interpreter", "read_on"):
        read = [one for one in case.read_backs if one.person == materials.person.id]
        if not read:
            return ""
        return (
            materials.say(case.translators[read[-1].by].name)
            if name == "interpreter"
            else materials.say(day_in_words(read[-1].on))
        )
    makers = dict.fromkeys(made.by for one in materials.paragraphs if (made := one.translation(into)) is not None)
    found = [case.translators[by] for by in makers]
    match name:
        case "translator":
            return ", ".join(materials.say(one.name) for one in found)
        case "address":
            return "; ".join(one.address for one in found if one.address)
        case _:
            return "; ".join(one.telephone for one in found if one.telephone)
