"""The checks that profiles name: what a clerk would refuse. Each reads the packet as built and yields what it saw.

Does not: judge the merits, or verify a signature; what is signed is what the user says is signed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pristan.filings.bundle.spec import PAPER_SIZE_PT, Paper
from pristan.filings.packets.model import Finding, Packet, PacketExhibit, Seen, finding
from pristan.filings.packets.registry import CHECKS
from pristan.filings.packets.words import word
from pristan.kernel.language import Text

SAME_SIZE_PT = 3.0  # sizes of one paper differ by rounding
MEGABYTE = 1_000_000
TEXTLESS = "none"  # language of a photograph


def findings_of(packet: Packet) -> tuple[Finding, ...]:
    """Every finding, in the order of the profile's rules; one waived by name carries the waiver."""
    found = []
    for check in packet.version.checks:
        waived = next((one for one in packet.waived if one.rule == check.id), None)
        found += [finding(check, seen, waived) for seen in _FUNCTIONS[check.check](packet, **check.arguments)]
    return tuple(found)


def refusals(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What stands in the way of filing."""
    return tuple(one for one in findings if one.refuses and one.waived is None)


def _languages(packet: Packet) -> tuple[str, ...]:
    """The languages that the forum takes; the packet's own where the forum's are not on record."""
    return packet.version.languages or (packet.language.value,)


def _part_name(packet: Packet, part: str) -> Text:
    found = packet.version.part(part)
    return Text(part, part) if found is None else found.title


def _part_present(packet: Packet, part: str) -> Iterator[Seen]:
    if packet.part(part) is None:
        yield Seen(_part_name(packet, part), word("part_missing"), word("part_remedy", part=part))


def _signed(packet: Packet, part: str) -> Iterator[Seen]:
    if packet.part(part) is not None and part not in packet.signed:
        yield Seen(_part_name(packet, part), word("not_signed"), word("sign_remedy", part=part))


def _pages_at_most(packet: Packet, part: str, most: int) -> Iterator[Seen]:
    built = packet.part(part)
    if built is None:
        return
    if built.pages is None:
        yield Seen(built.part.title, word("pages_not_known"))
    elif built.pages > most:
        yield Seen(built.part.title, word("pages_over", pages=built.pages, most=most, over=built.pages - most))


def _size_at_most(packet: Packet, megabytes: float) -> Iterator[Seen]:
    for name, size in packet.sizes.items():
        if size > megabytes * MEGABYTE:
            yield Seen(Text(name, name), word("size_over", size=f"{size / MEGABYTE:.1f}", most=f"{megabytes:g}"))


def _pdfa(packet: Packet) -> Iterator[Seen]:
    for name in packet.not_pdfa:
        yield Seen(Text(name, name), word("not_pdfa"))


def _paper(packet: Packet, paper: Paper) -> Iterator[Seen]:
    width, height = PAPER_SIZE_PT[paper]
    for built in packet.parts:
        for size in built.page_sizes:
            fits = any(
                abs(size[0] - w) < SAME_SIZE_PT and abs(size[1] - h) < SAME_SIZE_PT
                for w, h in ((width, height), (height, width))
            )
            if not fits:
                yield Seen(built.part.title, word("paper_other", width=f"{size[0]:.0f}", height=f"{size[1]:.0f}"))


def _type_at_least(packet: Packet, points: float, spacing: float) -> Iterator[Seen]:
    for built in packet.parts:
        if built.type_pt is not None and built.type_pt < points:
            yield Seen(built.part.title, word("type_small", points=f"{built.type_pt:g}", least=f"{points:g}"))
        if built.spacing is not None and built.spacing < spacing:
            yield Seen(built.part.title, word("spacing_small", spacing=f"{built.spacing:g}", least=f"{spacing:g}"))


def _fields_given(packet: Packet, fields: list[str]) -> Iterator[Seen]:
    labels = {one.id: one.label for one in packet.version.fields}
    for name in fields:
        if not packet.fields.get(name, "").strip():
            yield Seen(labels.get(name, Text(name, name)), word("field_empty"), word("field_remedy", field=name))


def _in_language(packet: Packet, parts: list[str]) -> Iterator[Seen]:
    allowed = ", ".join(packet.version.languages)
    for name in parts:
        built = packet.part(name)
        if built is not None and built.language is not None and built.language not in packet.version.languages:
            yield Seen(built.part.title, word("language_other", language=built.language, allowed=allowed))


def _foreign(packet: Packet, one: PacketExhibit) -> bool:
    languages = _languages(packet)
    return one.exhibit.translation_of is None and one.exhibit.language not in (*languages, TEXTLESS)


def _exhibit_name(one: PacketExhibit) -> Text:
    return word("exhibit_name", tab=one.tab, title=one.exhibit.title)


def _exhibits_translated(packet: Packet) -> Iterator[Seen]:
    made = {one.exhibit.translation_of for one in packet.exhibits if one.exhibit.language in _languages(packet)}
    for one in packet.exhibits:
        if _foreign(packet, one) and one.exhibit.id not in made:
            yield Seen(_exhibit_name(one), word("no_translation", language=one.exhibit.language))


def _translations_certified(packet: Packet) -> Iterator[Seen]:
    for one in packet.exhibits:
        if one.exhibit.translation_of is not None and not one.exhibit.certified:
            yield Seen(_exhibit_name(one), word("not_certified"))


def _statement_ready(packet: Packet) -> Iterator[Seen]:
    part = next((one for one in packet.version.parts if one.document == "declaration"), None)
    if not packet.told and part is not None and part.required:
        yield Seen(word("statement"), word("statement_missing"), word("statement_remedy"))
    for fault in packet.statement_faults:
        if fault.kind != "read_back":
            yield Seen(fault.place, fault.what, fault.remedy)


def _read_back(packet: Packet) -> Iterator[Seen]:
    if packet.told and packet.person_language not in _languages(packet):
        for fault in packet.statement_faults:
            if fault.kind == "read_back":
                yield Seen(fault.place, fault.what, fault.remedy)


def _words_in(packet: Packet, part: str, words: list[str]) -> Iterator[Seen]:
    built = packet.part(part)
    if built is None:
        if packet.told and packet.person_language not in _languages(packet):
            yield Seen(_part_name(packet, part), word("part_missing"), word("part_remedy", part=part))
        return
    plain = " ".join(built.text.split()).lower()
    for wanted in words:
        if wanted.lower() not in plain:
            yield Seen(built.part.title, word("words_missing", words=wanted))


def _exhibits_at_most(packet: Packet, most: int) -> Iterator[Seen]:
    if len(packet.exhibits) > most:
        yield Seen(word("exhibits"), word("exhibits_over", count=len(packet.exhibits), most=most))


def _numbered(packet: Packet) -> Iterator[Seen]:
    if packet.bundle is not None and not packet.bundle.numbered:
        yield Seen(Text(packet.bundle.file, packet.bundle.file), word("not_numbered"))


def _bookmarked(packet: Packet) -> Iterator[Seen]:
    if packet.bundle is not None and not packet.bundle.bookmarked:
        yield Seen(Text(packet.bundle.file, packet.bundle.file), word("not_bookmarked"))


def _tabs(packet: Packet, style: str) -> Iterator[Seen]:
    for one in packet.exhibits:
        first = one.tab[:1]
        if first.isdigit() if style == "letters" else not first.isdigit():
            yield Seen(_exhibit_name(one), word(f"tabs_{style}"))


def _in_order(packet: Packet, parts: list[str]) -> Iterator[Seen]:
    have = [one.part.id for one in packet.parts if one.part.id in parts]
    if have != [name for name in parts if name in have]:
        names = [_part_name(packet, name) for name in parts]
        order = Text("; ".join(one.en for one in names), "; ".join(one.ru for one in names))
        yield Seen(word("packet"), word("order_other", order=order))


def _listed(packet: Packet) -> Iterator[Seen]:
    listed = next((one for one in packet.parts if one.part.document == "list_of_documents"), None)
    if listed is None:
        yield Seen(word("list"), word("part_missing"))
        return
    plain = " ".join(listed.text.split())
    for one in packet.exhibits:
        if not any(" ".join(title.split()) in plain for title in (one.exhibit.title.en, one.exhibit.title.ru)):
            yield Seen(_exhibit_name(one), word("not_listed"))


_FUNCTIONS: dict[str, Callable[..., Iterator[Seen]]] = {
    "part_present": _part_present,
    "signed": _signed,
    "pages_at_most": _pages_at_most,
    "size_at_most": _size_at_most,
    "pdfa": _pdfa,
    "paper": _paper,
    "type_at_least": _type_at_least,
    "fields_given": _fields_given,
    "in_language": _in_language,
    "exhibits_translated": _exhibits_translated,
    "translations_certified": _translations_certified,
    "statement_ready": _statement_ready,
    "read_back": _read_back,
    "words_in": _words_in,
    "exhibits_at_most": _exhibits_at_most,
    "numbered": _numbered,
    "bookmarked": _bookmarked,
    "tabs": _tabs,
    "in_order": _in_order,
    "listed": _listed,
}
assert set(_FUNCTIONS) == set(CHECKS)
