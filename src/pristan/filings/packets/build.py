"""Building a packet: documents, bundle or separate annexes, working papers, checks. A rebuild is byte-identical.

What goes to the registry lies in the folder itself; working papers lie in `not_for_filing/` and are part of nothing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath

import pikepdf
import pypdfium2

from pristan.assessment.results import Assessment
from pristan.case.declaration_model import PacketSettings
from pristan.case.model import Case, Exhibit, Person
from pristan.filings.bundle.build import build_bundle
from pristan.filings.bundle.source import Held, source_of
from pristan.filings.bundle.spec import BundleItem, BundleResult, BundleSpec
from pristan.filings.documents.composing.chosen import unknown_choices
from pristan.filings.documents.composing.declaration import filing_language
from pristan.filings.documents.composing.routes import argued_routes
from pristan.filings.documents.docx_file import docx_of
from pristan.filings.documents.matching import mismatches, tag_of
from pristan.filings.documents.materials import Materials, Places
from pristan.filings.documents.model import Document, pieces_of, text_of
from pristan.filings.documents.pdf_file import pdf_of
from pristan.filings.documents.sources import States
from pristan.filings.packets.checking import findings_of
from pristan.filings.packets.drawing import Drawn, draw
from pristan.filings.packets.folder import RECORD, Folder
from pristan.filings.packets.model import BuiltBundle, BuiltPart, Finding, Packet, PacketExhibit
from pristan.filings.packets.report import report_json, report_text
from pristan.filings.packets.statement import faults_of_statement
from pristan.filings.packets.tabs import exhibits_of, tab_signs
from pristan.filings.packets.words import word
from pristan.filings.packets.working import working_papers
from pristan.filings.profiles.model import Part, Profile, ProfileVersion
from pristan.kernel.date_words import date_in_words, day_in_words
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language, Text
from pristan.law.model import LawBase

BUNDLE, ANNEXES, ASIDE, DRAFT = "bundle", "annexes", "not_for_filing", "draft_"
_SPEAKS_TO = re.compile(r"\b(?:[Вв](?:ы|ас|ам|ами)|[Yy]ours?|[Yy]ou)\b")  # some titles of the law base do
MOST_MISMATCHES = 12  # told of one document; the rest is counted
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built."""

    case: Case
    base: LawBase
    assessment: Assessment  # of the person, supposing nothing
    profile: Profile
    person: Person
    language: Language
    prepared: date
    final: bool  # the names of the files carry no "draft" if nothing is refused


@dataclass(frozen=True, slots=True)
class BuiltPacket:
    """What was written, and what was found."""

    folder: Path
    packet: Packet
    findings: tuple[Finding, ...]
    files: tuple[str, ...]


def build_packet(order: Order, out: Path, *, fonts: Path, progress: Progress = lambda _: None) -> BuiltPacket:
    """Build into a folder of its own below `out`.

    Raises: CaseError if a scenario is supposed, or the profile has no version for the day.
    """
    return _Builder(order, out, fonts, progress).build()


class _Builder:
    """One build, step by step."""

    def __init__(self, order: Order, out: Path, fonts: Path, progress: Progress) -> None:
        if order.assessment.supposed:
            raise CaseError("a scenario never enters a filing. Build the packet without --scenario and --set.")
        version = order.profile.on(order.prepared)
        if version is None:
            raise CaseError(
                f'"{order.profile.id}" has no rules for {order.prepared.isoformat()}. Give another day with --on.'
            )
        self.order, self.version, self.fonts, self.tell = order, version, fonts, progress
        empty = PacketSettings(order.profile.id, order.person.id, {}, {}, None, (), (), ())
        self.settings = order.case.declarations.packet(order.profile.id, order.person.id) or empty
        _check_settings(self.settings, order.profile, version)
        self.states = States(order.case, order.base)
        self.folder = Folder(out / f"{order.profile.id}_{order.person.id}")
        self.exhibits = exhibits_of(order.case, order.person, self.settings)
        self.drawn: dict[str, Drawn] = {}
        self.pdfs: dict[str, bytes] = {}
        self.own: list[Finding] = []

    def build(self) -> BuiltPacket:
        earlier = self.folder.earlier_documents()
        self.folder.begin()
        bundle, result, tabs = self._exhibits()
        self._after_bundle(result, tabs)
        self._match(earlier)
        packet = self._packet(bundle, result, tabs)
        findings = (*findings_of(packet), *self.own)
        ready = self.order.final and not any(one.refuses and one.waived is None for one in findings)
        packet = self._write(packet, bundle, ready=ready)
        self._write_aside(packet, findings)
        return BuiltPacket(self.folder.path, packet, findings, tuple(self.folder.written))

    # what stands in the bundle, and the bundle

    def _exhibits(self) -> tuple[bytes | None, BundleResult | None, Mapping[str, str]]:
        signs = tab_signs(self.version.tabs)
        inside = [part for part in self.version.parts if part.in_bundle and self.version.exhibits == BUNDLE]
        tabs = self._tabs_with(list(islice(signs, len(inside))))
        materials = self._materials(Places(tabs))
        for part in self.version.parts:
            if part.in_bundle:
                self._draw(part, materials)
        if self.version.exhibits != BUNDLE:
            return None, None, tabs
        made = [part for part in inside if part.id in self.pdfs]
        tabs = self._tabs_with(made_tabs := list(islice(tab_signs(self.version.tabs), len(made))))
        if len(made) != len(inside):  # the tabs moved: what cites them is drawn again
            materials = self._materials(Places(tabs))
            for part in made:
                self._draw(part, materials)
        if not made and not self.exhibits:
            return None, None, tabs
        return *self._bundle(list(zip(made_tabs, made, strict=True)), tabs), tabs

    def _tabs_with(self, before: list[str]) -> dict[str, str]:
        signs = islice(tab_signs(self.version.tabs), len(before), None)
        return dict(zip((one.id for one in self.exhibits), signs, strict=False))

    def _bundle(self, inside: list[tuple[str, Part]], tabs: Mapping[str, str]) -> tuple[bytes, BundleResult]:
        say, aside = self.order.language, self.folder.place_for(f"{ASIDE}/build")
        aside.mkdir(exist_ok=True)
        items = [
            BundleItem(tab, part.title.to(say), "", Held(f"{part.id}.pdf", partial(self.pdfs.__getitem__, part.id)))
            for tab, part in inside
        ]
        items += [self._item(one, tabs[one.id]) for one in self.exhibits]
        spec = BundleSpec(
            title=self.order.profile.title.to(say),
            subtitle=self.order.person.name.to(say),
            language=say,
            paper=self.version.paper,
            items=tuple(items),
            prepared=self.order.prepared,
        )
        file = aside / "bundle.pdf"
        try:
            result = build_bundle(spec, file, fonts=self.fonts, progress=self.tell)
            return file.read_bytes(), result
        finally:
            file.unlink(missing_ok=True)
            aside.rmdir()

    def _item(self, one: Exhibit, tab: str) -> BundleItem:
        say = self.order.language
        detail = "" if one.date is None else date_in_words(one.date).to(say)
        translated = any(other.translation_of == one.id for other in self.exhibits)
        foreign = one.translation_of is None and one.language not in (*(self.version.languages or (say.value,)), "none")
        note = word("no_translation_note").to(say) if foreign and not translated else None
        return BundleItem(tab, one.title.to(say), detail, source_of(self.order.case, one), note)

    # the other documents

    def _after_bundle(self, result: BundleResult | None, tabs: Mapping[str, str]) -> None:
        first = {} if result is None else result.first_page
        materials = self._materials(Places(tabs, first))
        pages = {tab: str(number) for tab, number in first.items()}
        for part in self.version.parts:
            if not part.in_bundle and part.document is not None:
                self.tell(part.title.to(self.order.language))
                self._draw(part, materials, bundle_pages=None if result is None else result.pages, pages=pages)
        for name in unknown_choices(materials):
            self.own.append(_ours("include", self.order.profile.title, word("include", name=name)))
        for route in argued_routes(materials):
            if (last := route.last_day) is not None:
                what = word("last_day", route=route.rule.title, day=day_in_words(last))
                self.own.append(_ours("last_day", self.order.profile.title, what, refuses=False))
        if self.order.profile.routes and not argued_routes(materials):
            self.own.append(_ours("no_route", self.order.profile.title, word("no_route"), refuses=False))
        self.materials = materials

    def _draw(
        self,
        part: Part,
        materials: Materials,
        *,
        bundle_pages: int | None = None,
        pages: Mapping[str, str] | None = None,
    ) -> None:
        drawn = draw(materials, part, bundle_pages=bundle_pages, pages=pages)
        if drawn is not None:
            self.drawn[part.id] = drawn
        supplied = self.settings.files.get(part.id)
        if supplied is not None:
            if supplied.suffix.lower() == ".pdf":
                self.pdfs[part.id] = self._supplied(supplied)
        elif drawn is not None:
            self.pdfs[part.id] = pdf_of(drawn.document, fonts=self.fonts)

    def _materials(self, places: Places) -> Materials:
        o = self.order
        return Materials(
            o.case,
            o.base,
            o.person,
            o.assessment,
            o.profile,
            self.version,
            self.settings,
            places,
            o.language,
            o.prepared,
        )

    def _supplied(self, file: PurePosixPath) -> bytes:
        """A finished file of the user's."""
        return self.order.case.home.read(str(file))

    # what is compared and checked

    def _match(self, earlier: Mapping[str, bytes]) -> None:
        """Documents that lie in the folder or were put in by the user, against what the case says now."""
        fresh = [one.document for one in self.drawn.values()]
        for name, made in earlier.items():
            if not name.startswith(ASIDE) and (name in self.folder.edited or self.order.final):
                self._match_one(Text(name, name), made, fresh)
        for part_id, file in self.settings.files.items():
            part = self.version.part(part_id)
            if part is None or part.document is None:
                continue
            if file.suffix.lower() == ".docx":
                self._match_one(part.title, self._supplied(file), fresh)
            else:
                self.own.append(_ours("pdf", part.title, word("pdf_not_matched"), refuses=False))

    def _match_one(self, place: Text, made: bytes, fresh: list[Document]) -> None:
        try:
            found = mismatches(made, fresh, self.states)
        except ValueError:
            self.own.append(_ours("not_included", place, word("not_included", reason="DOCX")))
            return
        for one in found[:MOST_MISMATCHES]:
            what = word(f"fact_{one.kind}", text=one.text, tokens=", ".join(one.tokens))
            self.own.append(_ours("fact", place, what))
        if len(found) > MOST_MISMATCHES:
            self.own.append(_ours("fact", place, word("fact_more", count=len(found) - MOST_MISMATCHES)))

    def _packet(self, bundle: bytes | None, result: BundleResult | None, tabs: Mapping[str, str]) -> Packet:
        o, case = self.order, self.order.case
        paragraphs = case.declarations.of(o.person.id)
        into = filing_language(self.materials)
        faults = self._faults(result)
        for drawn in self.drawn.values():
            if _SPEAKS_TO.search(_own_words(drawn.document)):
                self.own.append(_ours("address", drawn.part.title, word("address"), refuses=False))
            self.own += [
                _ours("uncited", drawn.part.title, word("uncited", title=one), refuses=False) for one in drawn.uncited
            ]
            self.own += [
                _ours("disputed", drawn.part.title, word("disputed", title=one), refuses=False)
                for one in drawn.disputed
            ]
            self.own += [
                _ours("source", drawn.part.title, word("source_left_out", name=one), refuses=False)
                for one in drawn.left_out
            ]
            self.own += [
                _ours("source", drawn.part.title, word("source_old", name=one), refuses=False) for one in drawn.old
            ]
        return Packet(
            profile=o.profile,
            version=self.version,
            person=o.person.id,
            language=o.language,
            parts=tuple(built for part in self.version.parts if (built := self._built(part)) is not None),
            exhibits=tuple(PacketExhibit(tabs[one.id], one, faults.get(tabs[one.id])) for one in self.exhibits),
            bundle=None if bundle is None or result is None else _built_bundle(bundle, result),
            fields=self.settings.fields,
            signed=self.settings.signed,
            person_language=paragraphs[0].language if paragraphs else case.language.value,
            told=bool(paragraphs),
            statement_faults=faults_of_statement(case, o.person, self.materials.languages, into),
            waived=self.settings.waived,
            sizes=self._sizes(bundle),
        )

    def _faults(self, result: BundleResult | None) -> dict[str, str]:
        """Exhibits whose file could not be put in, by tab."""
        found = {}
        for problem in () if result is None else result.problems:
            place, _, reason = problem.partition(": ")
            tab = place.partition(" ")[2].partition(" ")[0]
            found[tab] = reason
            self.own.append(_ours("not_included", Text(place, place), word("not_included", reason=reason)))
        return found

    def _sizes(self, bundle: bytes | None) -> dict[str, int]:
        sizes = {f"{part}.pdf": len(made) for part, made in self.pdfs.items()}
        if bundle is not None:
            sizes["bundle.pdf"] = len(bundle)
        else:
            sizes |= {one.file.name: len(self.order.case.bytes_of(one)) for one in self.exhibits}
        return sizes

    def _built(self, part: Part) -> BuiltPart | None:
        supplied = self.settings.files.get(part.id)
        made, drawn = self.pdfs.get(part.id), self.drawn.get(part.id)
        if made is None and supplied is None:
            return None
        content = made or b""
        if made is None and supplied is not None and supplied.suffix.lower() == ".pdf":
            content = self._supplied(supplied)
        pages, sizes, text = _pdf_facts(content)
        if supplied is not None:
            size = len(self._supplied(supplied))
            return BuiltPart(part, supplied.name, True, pages, size, sizes, text, None)
        assert drawn is not None
        document = drawn.document
        return BuiltPart(
            part,
            f"{part.id}.pdf",
            False,
            pages,
            len(content),
            sizes,
            text_of(document),
            document.language.value if part.document != "declaration" else filing_language(self.materials),
            document.type_pt,
            document.spacing if part.spaced else None,
        )

    # what is written

    def _write(self, packet: Packet, bundle: bytes | None, *, ready: bool) -> Packet:
        mark = "" if ready else DRAFT
        names = {}
        for number, part in enumerate(self.version.parts, start=1):
            name = f"{mark}{number:02}_{part.id}"
            supplied, drawn = self.settings.files.get(part.id), self.drawn.get(part.id)
            if supplied is not None:
                names[part.id] = f"{name}{supplied.suffix.lower()}"
                self.folder.write(names[part.id], self._supplied(supplied))
            elif drawn is not None:
                names[part.id] = f"{name}.pdf"
                self.folder.write(f"{name}.docx", docx_of(drawn.document, tag=lambda piece: tag_of(piece, self.states)))
                self.folder.write(f"{name}.pdf", self.pdfs[part.id])
        if bundle is not None:
            self.folder.write(f"{mark}{len(self.version.parts) + 1:02}_bundle.pdf", bundle)
        else:
            for one in packet.exhibits:
                content = self.order.case.bytes_of(one.exhibit)
                self.folder.write(f"{ANNEXES}/{mark}{one.tab.zfill(2)}{one.exhibit.file.suffix.lower()}", content)
        parts = tuple(replace(one, file=names.get(one.part.id, one.file)) for one in packet.parts)
        return replace(packet, parts=parts)

    def _write_aside(self, packet: Packet, findings: tuple[Finding, ...]) -> None:
        for document in working_papers(self.materials):
            made = docx_of(document, tag=lambda piece: tag_of(piece, self.states))
            self.folder.write(f"{ASIDE}/{document.id}.docx", made)
            self.folder.write(f"{ASIDE}/{document.id}.pdf", pdf_of(document, fonts=self.fonts))
        self.folder.write(f"{ASIDE}/checks.txt", report_text(packet, findings).encode())
        record = report_json(packet, findings, self.order.prepared, self.folder.written)
        (self.folder.path / RECORD).write_text(record, encoding="utf-8")


def _check_settings(settings: PacketSettings, profile: Profile, version: ProfileVersion) -> None:
    """What the case writes for a packet must exist there: a misspelt word would be dropped in silence."""
    parts = [one.id for one in version.parts]
    known = {
        "files": (settings.files, parts),
        "signed": (settings.signed, parts),
        "fields": (settings.fields, [one.id for one in version.fields]),
        "waive": ([one.rule for one in settings.waived], [one.id for one in version.checks]),
    }
    for key, (written, allowed) in known.items():
        for name in written:
            if name not in allowed:
                raise CaseError(
                    f'"{name}" ({key} of the packet {profile.id}) is not there. Write one of: {", ".join(allowed)}.'
                )


def _own_words(document: Document) -> str:
    """The words of ours in a document: no quotation, nothing in another language."""
    return " ".join(one.text for one in pieces_of(document) if one.language is None and not one.text.startswith("«"))


def _built_bundle(made: bytes, result: BundleResult) -> BuiltBundle:
    with pikepdf.open(io.BytesIO(made)) as pdf:
        labels = [str(pdf.pages[number].label) for number in range(len(pdf.pages))]
        numbered = labels == [str(number) for number in range(1, len(pdf.pages) + 1)] and len(labels) == result.pages
        bookmarked = "/Outlines" in pdf.Root
    return BuiltBundle("bundle.pdf", result.pages, len(made), numbered, bookmarked)


def _pdf_facts(made: bytes) -> tuple[int | None, tuple[tuple[float, float], ...], str]:
    """Pages, page sizes and text of a PDF; no pages where it does not open."""
    if not made:
        return None, (), ""
    try:
        pdf = pypdfium2.PdfDocument(made)
    except pypdfium2.PdfiumError:
        return None, (), ""
    try:
        pages = [pdf[number] for number in range(len(pdf))]
        sizes = tuple(dict.fromkeys((round(page.get_width(), 1), round(page.get_height(), 1)) for page in pages))
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
        return len(pages), sizes, text
    finally:
        pdf.close()


def _ours(name: str, place: Text, what: Text, *, refuses: bool = True) -> Finding:
    """A finding of a rule of ours; its words stand beside it in words.toml."""
    return Finding(f"packet.{name}", refuses, place, what, word(f"{name}_says"), word(f"{name}_remedy"), None)
