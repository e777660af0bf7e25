"""PDF/A for a packet that asks for it: what became of each file, as findings."""

from __future__ import annotations

from pathlib import Path

from pristan.filings.bundle.archive import archive, archived_document
from pristan.filings.bundle.spec import BundleResult
from pristan.filings.packets.built_files import BUNDLE_FILE
from pristan.filings.packets.model import Finding
from pristan.filings.packets.ours import ours
from pristan.filings.packets.words import word
from pristan.filings.profiles.model import Part
from pristan.kernel.language import Text


def bundle_to_pdfa(result: BundleResult, *, pictures: bool) -> tuple[tuple[str, ...], list[Finding]]:
    """Turn the files of the bundle into PDF/A where they lie; those that did not become it, and what to know."""
    done, place = archive(result, pictures=pictures), Text(BUNDLE_FILE, BUNDLE_FILE)
    found = [
        ours(
            "pdfa_altered",
            place,
            word("pdfa_altered", told=f"{page.page} ({page.why})", sha256=page.sha256 or "-"),
            refuses=False,
        )
        for page in done.altered
    ]
    if done.conforms:
        return (), found
    told = "; ".join([*(f"{one.page} ({one.why})" for one in done.standing), *done.remarks])
    return tuple(file.name for file in result.files), [
        *found,
        ours("pdfa_standing", place, word("pdfa_standing", told=told)),
    ]


def document_to_pdfa(part: Part, made: bytes, folder: Path, *, pictures: bool) -> tuple[bytes | None, list[Finding]]:
    """One document as PDF/A, or None; and what to know. `folder`: for files of the step."""
    after, told = archived_document(made, folder, pictures=pictures)
    if after is None:
        return None, [ours("pdfa_standing", part.title, word("pdfa_standing", told="; ".join(told)))]
    if told:
        what = word("pdfa_altered_document", told="; ".join(told))
        return after, [ours("pdfa_altered", part.title, what, refuses=False)]
    return after, []
