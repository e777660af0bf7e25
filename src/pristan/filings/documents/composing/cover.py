"""The cover page or cover letter: to whom, from whom, the numbers that the registry asks for, what is enclosed."""

from __future__ import annotations

from pristan.filings.documents.materials import Materials
from pristan.filings.documents.model import Block, Cell, Document, Piece, heading, item, line, paragraph, table, title
from pristan.filings.profiles.model import Part


def cover(materials: Materials, part: Part, *, bundle_pages: int | None) -> Document:
    """The cover, headed by what the packet is. A field that the user has not filled is a line to fill in, and the check
    names it.
    """
    m = materials
    blocks: list[Block] = [
        paragraph(m.word("cover_to", body=m.say(m.profile.body))),
        paragraph(
            Piece(m.word("cover_person", role=m.say(m.profile.person_is), name=m.name), (f"person:{m.person.id}",))
        ),
        title(m.say(m.profile.title)),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (m.say(one.label), (m.field(one.id),)) for one in m.version.fields if one.on_cover
    ]
    if rows:
        blocks.append(table((), rows, (2, 3)))
    blocks += [heading(m.word("cover_enclosed"), 2), *(item(one) for one in _enclosed(m, part, bundle_pages))]
    blocks += [paragraph(m.word("cover_date", day=m.today)), line(m.word("signature_plain"))]
    return m.document(part, part.id, m.say(part.title), blocks)


def _enclosed(m: Materials, cover_part: Part, bundle_pages: int | None) -> list[str]:
    found = [
        m.say(one.title)
        for one in m.version.parts
        if one is not cover_part and (one.required or one.id in m.settings.files)
    ]
    tabs = list(m.places.tabs.values())
    if tabs and bundle_pages is not None:
        found.append(m.word("cover_bundle", first=tabs[0], last=tabs[-1], pages=bundle_pages))
    elif tabs:
        found.append(m.word("cover_bundle_plain", first=tabs[0], last=tabs[-1]))
    return found
