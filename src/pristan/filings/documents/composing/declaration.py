"""The person's statement as a bilingual sheet: their own paragraphs in order, the translator's column beside them, and
the corrections that the person chose to disclose. Not one sentence of it is ours.
"""

from __future__ import annotations

from pristan.case.declaration_model import Paragraph
from pristan.filings.corrections import corrections_for
from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Block, Cell, Document, Piece, heading, item, line, paragraph, table, title
from pristan.filings.documents.words import words
from pristan.filings.profiles.model import Part
from pristan.kernel.language import Language


def declaration(materials: Materials, part: Part) -> Document:
    """The sheet in the language of the filing; one column where the person wrote in it."""
    name = materials.word("declaration_title", part=part.title, name=materials.name)
    blocks = [title(name), *_statement(materials), *_corrections(materials), *_attested(materials, part)]
    blocks += [line(materials.word("signature", name=materials.name)), line(materials.word("date_line"))]
    return materials.document(part, part.id, name, blocks)


def _attested(materials: Materials, part: Part) -> list[Block]:
    """The words that the law gives for the end of a statement, in the person's language too."""
    if part.text is None:
        return []
    languages = dict.fromkeys([*(one.language for one in materials.paragraphs), filing_language(materials)])
    known = [Language(one) for one in languages if one in tuple(Language)]
    return [paragraph(Piece(part.text.to(one), language=one.value)) for one in known]


def filing_language(materials: Materials) -> str:
    """The language into which the statement is translated for this forum."""
    own = materials.language.value
    return own if own in materials.languages else materials.languages[0]


def language_name(materials: Materials, code: str) -> str:
    """A language in words, or its code."""
    return materials.word(f"language_{code}") if f"language_{code}" in words() else code


def _statement(materials: Materials) -> list[Block]:
    into = filing_language(materials)
    paragraphs = materials.paragraphs
    if all(one.language == into for one in paragraphs):
        return [paragraph(_original(one), number=str(number)) for number, one in enumerate(paragraphs, start=1)]
    head = (
        materials.word("column_number"),
        materials.word("column_original", language=language_name(materials, paragraphs[0].language)),
        materials.word("column_translation", language=language_name(materials, into)),
    )
    rows: list[tuple[Cell | str, ...]] = [
        (str(number), (_original(one),), _translated(one, into)) for number, one in enumerate(paragraphs, start=1)
    ]
    return [table(head, rows, (2, 11, 11))]


def _original(one: Paragraph) -> Piece:
    return Piece(one.text, (_key(one),), language=one.language)


def _translated(one: Paragraph, into: str) -> Cell:
    """The translator's words; empty where nobody has translated the paragraph yet."""
    made = one.translation(into)
    if made is not None:
        return (Piece(made.text, (_key(one),), language=into),)
    return (_original(one),) if one.language == into else ()


def _key(one: Paragraph) -> str:
    return f"paragraph:{one.person}/{one.id}"


def _corrections(materials: Materials) -> list[Block]:
    """What the person says about a disagreement between sources, and chose to file; beside it the original."""
    found = corrections_for(materials.case, person=materials.person.id)
    if not found:
        return []
    into, own = filing_language(materials), materials.case.language.value
    blocks = [heading(materials.word("corrections"))]
    for one in found:
        key = (f"explanation:{one.id}",)
        for language in dict.fromkeys((own, into)):
            if (said := one.in_language(language)) is not None:
                blocks.append(paragraph(Piece(said, key, language=language)))
        for place in one.places:
            says = materials.say(place.says)
            blocks.append(item(materials.word("correction_place", source=materials.say(place.source), says=says)))
    return blocks
