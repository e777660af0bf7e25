"""Building what leaves a case as a document: the dossier (PDF, HTML, JSON) and the exhibit bundle. A rebuild is
byte-identical.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from pristan.case.home import FolderHome
from pristan.case.model import Case, Exhibit
from pristan.filings.bundle.build import build_bundle
from pristan.filings.bundle.source import source_of
from pristan.filings.bundle.spec import BundleItem, BundleResult, BundleSpec
from pristan.filings.bundle.words import NO_CERTIFICATE, NO_TRANSLATION
from pristan.filings.dossier.compose.composer import compose
from pristan.filings.dossier.html import render_html
from pristan.filings.dossier.json_file import render_json
from pristan.filings.dossier.pdf import render_pdf
from pristan.filings.dossier.view import DossierView
from pristan.filings.dossier.words import words_in
from pristan.kernel.date_words import date_in_words
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.law.loader import law_in_use
from pristan.services.assessing import assess_all_scenarios

FONTS = Path(str(files("pristan.filings").joinpath("fonts")))
WRITTEN = ("dossier.json", "dossier.html", "dossier.pdf", "bundle.pdf")
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What was written, and what could not be."""

    files: tuple[Path, ...]
    sentences: tuple[str, ...]  # what matters most, the headline first
    problems: tuple[str, ...]


def dossier_view(case: Case, *, language: Language, on: date | None = None) -> DossierView:
    """The dossier of a case under all its scenarios."""
    return compose(law_in_use(), assess_all_scenarios(case, on=on), language=language, prepared=on or case.assessed_on)


def build(
    case: Case, out: Path, *, language: Language, on: date | None = None, progress: Progress = lambda _: None
) -> Built:
    """Write dossier.pdf, dossier.html, dossier.json and bundle.pdf into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    _refuse_to_overwrite(case, out)
    progress("assessment")
    assessments = assess_all_scenarios(case, on=on)
    view = compose(law_in_use(), assessments, language=language, prepared=on or case.assessed_on)
    written = []

    def write(name: str, content: bytes | str) -> None:
        path = out / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        written.append(path)

    write("dossier.json", render_json(view))
    progress("dossier.html")
    write("dossier.html", render_html(view))
    progress("dossier.pdf")
    write("dossier.pdf", render_pdf(view, fonts=FONTS))
    progress("bundle.pdf")
    bundle = bundle_of(case, out / "bundle.pdf", language=language, prepared=on or case.assessed_on)
    written.append(out / "bundle.pdf")
    return Built(tuple(written), most_important(view), bundle.problems)


def _refuse_to_overwrite(case: Case, out: Path) -> None:
    """Raises CaseError if one of the files to write is an exhibit of the case folder."""
    if isinstance(case.home, FolderHome):
        exhibits = {(case.home.folder / one.file).resolve() for one in case.exhibits.values()}
        for name in WRITTEN:
            if (out / name).resolve() in exhibits:
                raise CaseError(f'"{out / name}" is one of the exhibits. Choose another folder to write into.')


def bundle_of(
    case: Case, out: Path, *, language: Language, prepared: date, progress: Progress | None = None
) -> BundleResult:
    """The exhibits of a case as one bundle."""
    items = tuple(_item(case, exhibit, language) for exhibit in beside_originals(case))
    subtitle = {"en": "Exhibits", "ru": "Приложения"}[language.value]
    spec = BundleSpec(
        title=case.title.to(language), subtitle=subtitle, language=language, paper="a4", items=items, prepared=prepared
    )
    return build_bundle(spec, out, fonts=FONTS, progress=progress)


def beside_originals(case: Case) -> tuple[Exhibit, ...]:
    """The exhibits in their order, each translation directly behind what it translates."""
    ordered = []
    for exhibit in case.exhibits.values():
        if exhibit.translation_of not in case.exhibits:
            ordered.append(exhibit)
            ordered += [other for other in case.exhibits.values() if other.translation_of == exhibit.id]
    chained = [exhibit for exhibit in case.exhibits.values() if exhibit not in ordered]  # of a translation
    return (*ordered, *chained)


def _item(case: Case, exhibit: Exhibit, language: Language) -> BundleItem:
    note = None
    translated = any(other.translation_of == exhibit.id for other in case.exhibits.values())
    if exhibit.language not in ("en", "none") and exhibit.translation_of is None and not translated:
        note = NO_TRANSLATION.to(language)
    if exhibit.translation_of is not None and not exhibit.certified:
        note = NO_CERTIFICATE.to(language)
    detail = "" if exhibit.date is None else date_in_words(exhibit.date).to(language)
    return BundleItem(
        tab=exhibit.id,
        title=exhibit.title.to(language),
        detail=detail,
        path=source_of(case, exhibit),
        note=note,
    )


def most_important(view: DossierView) -> tuple[str, ...]:
    """The sentences to read first: the headline, then the answers to what is asked first."""
    words = words_in(view.language)
    return (*view.headline, *(answer.lines[0].sentence(words) for answer in view.key_answers))
