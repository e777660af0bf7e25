"""A packet in which nothing is wrong, for any version of any profile, and one way to break each rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from pristan.case.model import Exhibit, Issuer
from pristan.filings.bundle.spec import PAPER_SIZE_PT
from pristan.filings.packets.model import BuiltBundle, BuiltPart, Packet, PacketExhibit, StatementFault
from pristan.filings.packets.tabs import tab_signs
from pristan.filings.profiles.model import Check, Part, Profile, ProfileVersion
from pristan.kernel.language import Language, Text

Args = dict[str, Any]


def exhibit(name: str, language: str, translation_of: str | None = None, *, certified: bool = True) -> Exhibit:
    """An exhibit of nobody."""
    title = Text(f"Paper {name}", f"Бумага {name}")
    return Exhibit(
        name,
        PurePosixPath(f"exhibits/{name}.pdf"),
        title,
        "paper",
        language,
        Issuer.NEUTRAL,
        None,
        None,
        translation_of,
        certified,
    )


def sound(profile: Profile, version: ProfileVersion) -> Packet:
    """Every part there and signed, every field filled, every exhibit translated and certified."""
    language = version.languages[0] if version.languages else "en"
    papers = [exhibit("1", "uz"), exhibit("2", language, "1"), exhibit("3", "none")]
    signs = tab_signs(version.tabs)
    exhibits = tuple(PacketExhibit(next(signs), one) for one in papers)
    return Packet(
        profile=profile,
        version=version,
        person="anna",
        language=Language.EN,
        parts=tuple(_part(part, version, language) for part in version.parts),
        exhibits=exhibits,
        bundle=BuiltBundle("bundle.pdf", 12, 1000, True, True) if version.exhibits == "bundle" else None,
        fields={one.id: "filled in" for one in version.fields},
        signed=tuple(one.id for one in version.parts),
        person_language="uz",
        told=True,
    )


def _part(part: Part, version: ProfileVersion, language: str) -> BuiltPart:
    text = "" if part.text is None else part.text.en
    if part.document == "list_of_documents":
        text = "Paper 1\nPaper 2\nPaper 3"
    return BuiltPart(
        part,
        f"{part.id}.pdf",
        part.document is None,
        1,
        1000,
        (PAPER_SIZE_PT[version.paper],),
        text,
        None if part.document is None else language,
        version.type_pt,
        version.spacing,
    )


def broken(packet: Packet, check: Check) -> Packet:
    """The same packet with the one thing wrong that this rule is about."""
    return _BREAKERS[check.check](packet, dict(check.arguments))


def _with_part(packet: Packet, part_id: str, **changes: Any) -> Packet:
    assert packet.part(part_id) is not None, part_id
    return replace(
        packet, parts=tuple(replace(one, **changes) if one.part.id == part_id else one for one in packet.parts)
    )


def _without_part(packet: Packet, part_id: str) -> Packet:
    return replace(packet, parts=tuple(one for one in packet.parts if one.part.id != part_id))


def _bundle(packet: Packet, **changes: Any) -> Packet:
    assert packet.bundle is not None
    return replace(packet, bundle=replace(packet.bundle, **changes))


def _exhibits(packet: Packet, change: Callable[[PacketExhibit], PacketExhibit | None]) -> Packet:
    return replace(packet, exhibits=tuple(new for one in packet.exhibits if (new := change(one)) is not None))


def _wrong_paper(packet: Packet, args: Args) -> Packet:
    other = PAPER_SIZE_PT["a4" if args["paper"] == "letter" else "letter"]
    return _with_part(packet, packet.parts[0].part.id, page_sizes=(other,))


def _fault(kind: str) -> Callable[[Packet, Args], Packet]:
    text = Text(kind, kind)
    return lambda packet, _: replace(packet, statement_faults=(StatementFault(kind, text, text, text),))


_BREAKERS: dict[str, Callable[[Packet, Args], Packet]] = {
    "part_present": lambda packet, args: _without_part(packet, args["part"]),
    "signed": lambda packet, args: replace(packet, signed=tuple(one for one in packet.signed if one != args["part"])),
    "pages_at_most": lambda packet, args: _with_part(packet, args["part"], pages=args["most"] + 1),
    "size_at_most": lambda packet, args: replace(packet, sizes={"x.pdf": int(args["megabytes"] * 1_000_000) + 1}),
    "pdfa": lambda packet, _: replace(packet, not_pdfa=("x.pdf",)),
    "paper": _wrong_paper,
    "type_at_least": lambda packet, args: _with_part(packet, packet.parts[0].part.id, type_pt=args["points"] - 0.5),
    "fields_given": lambda packet, args: replace(packet, fields={**packet.fields, args["fields"][-1]: " "}),
    "in_language": lambda packet, args: _with_part(packet, args["parts"][0], language="xx"),
    "exhibits_translated": lambda packet, _: _exhibits(packet, lambda one: None if one.exhibit.id == "2" else one),
    "translations_certified": lambda packet, _: _exhibits(
        packet,
        lambda one: replace(one, exhibit=replace(one.exhibit, certified=False)) if one.exhibit.translation_of else one,
    ),
    "statement_ready": _fault("untranslated"),
    "read_back": _fault("read_back"),
    "words_in": lambda packet, args: _with_part(packet, args["part"], text="I can translate."),
    "exhibits_at_most": lambda packet, args: replace(
        packet, exhibits=tuple(PacketExhibit(str(n), exhibit(str(n), "none")) for n in range(args["most"] + 1))
    ),
    "numbered": lambda packet, _: _bundle(packet, numbered=False),
    "bookmarked": lambda packet, _: _bundle(packet, bookmarked=False),
    "tabs": lambda packet, args: _exhibits(
        packet, lambda one: replace(one, tab="1" if args["style"] == "letters" else "A")
    ),
    "in_order": lambda packet, _: replace(packet, parts=tuple(reversed(packet.parts))),
    "listed": lambda packet, _: _exhibits(
        packet, lambda one: replace(one, exhibit=exhibit("9", one.exhibit.language, one.exhibit.translation_of))
    ),
}
