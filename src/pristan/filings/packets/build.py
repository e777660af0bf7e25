"""Building a packet: documents, bundle or separate annexes, working papers, checks. A rebuild is byte-identical.

What goes to the registry lies in the folder itself; working papers lie in `not_for_filing/` and are part of nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath

from pristan.assessment.results import Assessment
from pristan.case.declaration_model import PacketSettings
from pristan.case.model import Case, Exhibit, Person
from pristan.filings.bundle.build import build_bundle
from pristan.filings.bundle.source import Held, source_of
from pristan.filings.bundle.spec import BundleItem, BundleResult, BundleSpec
from pristan.filings.corrections import corrections_for
from pristan.filings.documents.composing.chosen import unknown_choices
from pristan.filings.documents.composing.declaration import filing_language
from pristan.filings.documents.composing.routes import argued_routes
from pristan.filings.documents.docx_file import docx_of
from pristan.filings.documents.matching import tag_of
from pristan.filings.documents.materials import Materials, Places
from pristan.filings.documents.model import text_of
from pristan.filings.documents.pdf_file import pdf_of
from pristan.filings.documents.sources import States
from pristan.filings.forms.sheet import sheet_of
from pristan.filings.packets.built_files import built_bundle, pdf_facts, printed_pages, volume_names
from pristan.filings.packets.checking import MEGABYTE, findings_of
from pristan.filings.packets.drawing import Drawn, draw
from pristan.filings.packets.folder import RECORD, Folder
from pristan.filings.packets.into_pdfa import bundle_to_pdfa, document_to_pdfa
from pristan.filings.packets.model import BuiltPart, Finding, Packet, PacketExhibit
from pristan.filings.packets.official_forms import NO_FORMS, EmptyForms, FormPart, form_parts
from pristan.filings.packets.ours import ours
from pristan.filings.packets.remarks import against_the_case, remarks_on
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
    empty_forms: EmptyForms = NO_FORMS
    pdfa: bool = False  # then make every PDF of it PDF/A
    pictures: bool = False  # for that, pages that cannot be mended may become pictures


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
        self.empty: dict[str, Drawn] = {}  # what would be a title and nothing else
        self.pdfs: dict[str, bytes] = {}
        self.part_tabs: dict[str, str] = {}  # of documents that stand in the bundle
        self.forms: list[FormPart] = []
        self.not_pdfa: tuple[str, ...] = ()
        self.own: list[Finding] = []

    def build(self) -> BuiltPacket:
        earlier = self.folder.earlier_documents()
        self.folder.begin()
        self._fill_forms()
        volumes, result, tabs = self._exhibits()
        self._after_bundle(result, tabs)
        if self.order.pdfa:
            self._documents_to_pdfa()
        self._match(earlier)
        packet = self._packet(volumes, result, tabs)
        findings = (*findings_of(packet), *self.own)
        ready = self.order.final and not any(one.refuses and one.waived is None for one in findings)
        packet = self._write(packet, volumes, ready=ready)
        self._write_aside(packet, findings)
        return BuiltPacket(self.folder.path, packet, findings, tuple(self.folder.written))

    # the official forms

    def _fill_forms(self) -> None:
        o = self.order
        self.forms = [
            one
            for one in form_parts(
                o.case, o.person, o.profile, self.version, o.empty_forms, fonts=self.fonts, say=o.language
            )
            if one.part.id not in self.settings.files
        ]
        for one in self.forms:
            self.own += [ours("fact", one.part.title, against) for against in one.answers.against]
            if one.filled is None:
                file = word("form_sheet", file=f"form_{one.form.id}")
                self.own.append(ours("form_sheet", one.part.title, file, refuses=False))
                continue
            self.pdfs[one.part.id] = one.filled.pdf
            self.own += [ours("form_left", one.part.title, left) for left in one.filled.left]
            self.own += [ours("form_remark", one.part.title, remark, refuses=False) for remark in one.filled.remarks]

    # what stands in the bundle, and the bundle

    def _exhibits(self) -> tuple[tuple[bytes, ...], BundleResult | None, Mapping[str, str]]:
        signs = tab_signs(self.version.tabs)
        inside = [part for part in self.version.parts if part.in_bundle and self.version.exhibits == BUNDLE]
        tabs = self._tabs_with(list(islice(signs, len(inside))))
        materials = self._materials(Places(tabs))
        for part in self.version.parts:
            if part.in_bundle:
                self._draw(part, materials)
        if self.version.exhibits != BUNDLE:
            return (), None, tabs
        made = [part for part in inside if part.id in self.pdfs]
        tabs = self._tabs_with(made_tabs := list(islice(tab_signs(self.version.tabs), len(made))))
        if len(made) != len(inside):  # the tabs moved: what cites them is drawn again
            materials = self._materials(Places(tabs))
            for part in made:
                self._draw(part, materials)
        if not made and not self.exhibits:
            return (), None, tabs
        return *self._bundle(list(zip(made_tabs, made, strict=True)), tabs), tabs

    def _tabs_with(self, before: list[str]) -> dict[str, str]:
        signs = islice(tab_signs(self.version.tabs), len(before), None)
        return dict(zip((one.id for one in self.exhibits), signs, strict=False))

    def _bundle(
        self, inside: list[tuple[str, Part]], tabs: Mapping[str, str]
    ) -> tuple[tuple[bytes, ...], BundleResult]:
        say, aside = self.order.language, self.folder.place_for(f"{ASIDE}/build")
        aside.mkdir(exist_ok=True)
        self.part_tabs = {part.id: tab for tab, part in inside}
        items = [
            BundleItem(tab, part.title.to(say), "", Held(f"{part.id}.pdf", partial(self._for_bundle, part)))
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
            volume_limit=None if (most := self._most_megabytes()) is None else int(most * MEGABYTE),
        )
        try:
            result = build_bundle(spec, aside / "bundle.pdf", fonts=self.fonts, progress=self.tell)
            if self.order.pdfa:
                self._bundle_to_pdfa(result)
            if len(result.files) > 1:
                told = word("volumes", count=len(result.files), most=f"{most:g}")
                self.own.append(ours("volumes", self.order.profile.title, told, refuses=False))
            return tuple(file.read_bytes() for file in result.files), result
        finally:
            for left in aside.iterdir():
                left.unlink()
            aside.rmdir()

    def _for_bundle(self, part: Part) -> bytes:
        """A document as it stands in the bundle: the bundle's page numbers are the only ones."""
        drawn = self.drawn.get(part.id)
        if drawn is None or part.id in self.settings.files:
            return self.pdfs[part.id]
        return pdf_of(drawn.document, fonts=self.fonts, numbered=False)

    def _item(self, one: Exhibit, tab: str) -> BundleItem:
        say = self.order.language
        detail = "" if one.date is None else date_in_words(one.date).to(say)
        translated = any(other.translation_of == one.id for other in self.exhibits)
        foreign = one.translation_of is None and one.language not in (*(self.version.languages or (say.value,)), "none")
        note = word("no_translation_note").to(say) if foreign and not translated else None
        return BundleItem(tab, one.title.to(say), detail, source_of(self.order.case, one), note)

    def _most_megabytes(self) -> float | None:
        """The smallest limit on one file that the registry sets; None where none is on record."""
        limits = [one.arguments["megabytes"] for one in self.version.checks if one.check == "size_at_most"]
        return min(limits, default=None)

    # PDF/A

    def _bundle_to_pdfa(self, result: BundleResult) -> None:
        names, found = bundle_to_pdfa(result, pictures=self.order.pictures)
        self.not_pdfa += names
        self.own += found

    def _documents_to_pdfa(self) -> None:
        folder = self.folder.place_for(f"{ASIDE}/build")
        folder.mkdir(exist_ok=True)
        try:
            for part in self.version.parts:
                if part.id in self.pdfs:
                    made, found = document_to_pdfa(part, self.pdfs[part.id], folder, pictures=self.order.pictures)
                    self.own += found
                    if made is None:
                        self.not_pdfa += (f"{part.id}.pdf",)
                    else:
                        self.pdfs[part.id] = made
        finally:
            folder.rmdir()

    # the other documents

    def _after_bundle(self, result: BundleResult | None, tabs: Mapping[str, str]) -> None:
        first = {} if result is None else result.first_page
        materials = self._materials(Places(tabs, first, self.part_tabs))
        pages = {} if result is None else printed_pages(result)
        for part in self.version.parts:
            if not part.in_bundle and part.document is not None:
                self.tell(part.title.to(self.order.language))
                self._draw(part, materials, bundle_pages=None if result is None else result.pages, pages=pages)
        self._check_corrections(materials)
        for name in unknown_choices(materials):
            self.own.append(ours("include", self.order.profile.title, word("include", name=name)))
        for route in argued_routes(materials):
            if (last := route.last_day) is not None:
                what = word("last_day", route=route.rule.title, day=day_in_words(last))
                self.own.append(ours("last_day", self.order.profile.title, what, refuses=False))
        if self.order.profile.routes and not argued_routes(materials):
            self.own.append(ours("no_route", self.order.profile.title, word("no_route"), refuses=False))
        self.materials = materials

    def _check_corrections(self, materials: Materials) -> None:
        """A correction that the person discloses must stand in the language of the filing."""
        into = filing_language(materials)
        if materials.statement_part is None:
            return
        for one in corrections_for(materials.case, person=materials.person.id):
            if one.in_language(into) is None:
                what = word("correction", name=one.id, language=into)
                self.own.append(ours("correction", materials.statement_part.title, what))

    def _draw(
        self,
        part: Part,
        materials: Materials,
        *,
        bundle_pages: int | None = None,
        pages: Mapping[str, str] | None = None,
    ) -> None:
        drawn = draw(materials, part, bundle_pages=bundle_pages, pages=pages)
        if drawn is not None and all(block.kind == "title" for block in drawn.document.blocks):
            self.empty[part.id] = drawn
            drawn = None  # a page with nothing but its title is no document
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
                self.own += against_the_case(Text(name, name), made, fresh, self.states)
        for part_id, file in self.settings.files.items():
            part = self.version.part(part_id)
            if part is None or part.document is None:
                continue
            if file.suffix.lower() == ".docx":
                self.own += against_the_case(part.title, self._supplied(file), fresh, self.states)
            else:
                self.own.append(ours("pdf", part.title, word("pdf_not_matched"), refuses=False))

    def _packet(self, volumes: tuple[bytes, ...], result: BundleResult | None, tabs: Mapping[str, str]) -> Packet:
        o, case = self.order, self.order.case
        paragraphs = case.declarations.of(o.person.id)
        into = filing_language(self.materials)
        faults = self._faults(result)
        self.own += [ours("empty", one.part.title, word("empty"), refuses=False) for one in self.empty.values()]
        self.own += remarks_on((*self.drawn.values(), *self.empty.values()))
        return Packet(
            profile=o.profile,
            version=self.version,
            person=o.person.id,
            language=o.language,
            parts=tuple(built for part in self.version.parts if (built := self._built(part)) is not None),
            exhibits=tuple(PacketExhibit(tabs[one.id], one, faults.get(tabs[one.id])) for one in self.exhibits),
            bundle=None if result is None else built_bundle(volumes, result),
            fields=self.settings.fields,
            signed=self.settings.signed,
            person_language=paragraphs[0].language if paragraphs else case.language.value,
            told=bool(paragraphs),
            statement_faults=faults_of_statement(case, o.person, self.materials.languages, into),
            waived=self.settings.waived,
            sizes=self._sizes(volumes),
            not_pdfa=self.not_pdfa if self.order.pdfa else tuple(self._pdf_names(volumes)),
        )

    def _faults(self, result: BundleResult | None) -> dict[str, str]:
        """Exhibits whose file could not be put in, by tab."""
        found = {}
        for problem in () if result is None else result.problems:
            place, colon, reason = problem.partition(": ")
            if not colon:
                continue  # a volume over the limit: the registry's own rule finds it
            tab = place.partition(" ")[2].partition(" ")[0]
            found[tab] = reason
            self.own.append(ours("not_included", Text(place, place), word("not_included", reason=reason)))
        return found

    def _sizes(self, volumes: tuple[bytes, ...]) -> dict[str, int]:
        sizes = {f"{part}.pdf": len(made) for part, made in self.pdfs.items()}
        if volumes:
            sizes |= {name: len(made) for name, made in zip(volume_names(volumes), volumes, strict=True)}
        else:
            sizes |= {one.file.name: len(self.order.case.bytes_of(one)) for one in self.exhibits}
        return sizes

    def _pdf_names(self, volumes: tuple[bytes, ...]) -> list[str]:
        return [*(f"{part}.pdf" for part in self.pdfs), *volume_names(volumes)]

    def _built(self, part: Part) -> BuiltPart | None:
        supplied = self.settings.files.get(part.id)
        made, drawn = self.pdfs.get(part.id), self.drawn.get(part.id)
        if made is None and supplied is None:
            return None
        content = made or b""
        if made is None and supplied is not None and supplied.suffix.lower() == ".pdf":
            content = self._supplied(supplied)
        pages, sizes, text = pdf_facts(content)
        if supplied is not None:
            size = len(self._supplied(supplied))
            return BuiltPart(part, supplied.name, True, pages, size, sizes, text, None)
        if drawn is None:  # an official form that was filled in
            return BuiltPart(part, f"{part.id}.pdf", False, pages, len(content), sizes, text, None)
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

    def _write(self, packet: Packet, volumes: tuple[bytes, ...], *, ready: bool) -> Packet:
        mark = "" if ready else DRAFT
        names = {}
        for number, part in enumerate(self.version.parts, start=1):
            name = f"{mark}{number:02}_{part.id}"
            supplied, drawn = self.settings.files.get(part.id), self.drawn.get(part.id)
            if supplied is not None:
                names[part.id] = f"{name}{supplied.suffix.lower()}"
                self.folder.write(names[part.id], self._supplied(supplied))
            elif part.id in self.pdfs:
                names[part.id] = f"{name}.pdf"
                if drawn is not None:
                    made = docx_of(drawn.document, tag=lambda piece: tag_of(piece, self.states))
                    self.folder.write(f"{name}.docx", made)
                self.folder.write(f"{name}.pdf", self.pdfs[part.id])
        for file, made in zip(volume_names(volumes), volumes, strict=True):
            self.folder.write(f"{mark}{len(self.version.parts) + 1:02}_{file}", made)
        if not volumes:
            for one in packet.exhibits:
                content = self.order.case.bytes_of(one.exhibit)
                self.folder.write(f"{ANNEXES}/{mark}{one.tab.zfill(2)}{one.exhibit.file.suffix.lower()}", content)
        parts = tuple(replace(one, file=names.get(one.part.id, one.file)) for one in packet.parts)
        return replace(packet, parts=parts)

    def _write_aside(self, packet: Packet, findings: tuple[Finding, ...]) -> None:
        sheets = (sheet_of(one.answers, self.order.language) for one in self.forms if one.filled is None)
        for document in (*working_papers(self.materials), *sheets):
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
