"""The files of a packet as they were built, looked at again: numbers, bookmarks, page sizes, text."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2

from pristan.filings.bundle.spec import BundleResult
from pristan.filings.packets.model import BuiltBundle

BUNDLE_FILE = "bundle.pdf"


def volume_names(volumes: tuple[bytes, ...]) -> list[str]:
    """The names of the files of the bundle: one, or one for each volume."""
    if len(volumes) == 1:
        return [BUNDLE_FILE]
    return [f"bundle-{number}.pdf" for number in range(1, len(volumes) + 1)]


def built_bundle(volumes: tuple[bytes, ...], result: BundleResult) -> BuiltBundle:
    labels, bookmarked = [], True
    for made in volumes:
        with pikepdf.open(io.BytesIO(made)) as pdf:
            labels += [str(pdf.pages[number].label) for number in range(len(pdf.pages))]
            bookmarked = bookmarked and "/Outlines" in pdf.Root
    numbered = labels == [str(number) for number in range(1, len(labels) + 1)] and len(labels) == result.pages
    return BuiltBundle(BUNDLE_FILE, result.pages, sum(map(len, volumes)), numbered, bookmarked)


def pdf_facts(made: bytes) -> tuple[int | None, tuple[tuple[float, float], ...], str]:
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


def printed_pages(result: BundleResult) -> dict[str, str]:
    """Tab -> the stamped numbers of its pages, "15" or "15–18"; one whose file is missing has its first page only."""
    places: dict[str, list[int]] = {tab: [number] for tab, number in result.first_page.items()}
    for place, origin in result.origins.items():
        places[origin.tab].append(place)
    stamps = {tab: (result.labels[min(found) - 1], result.labels[max(found) - 1]) for tab, found in places.items()}
    return {tab: first if first == last else f"{first}–{last}" for tab, (first, last) in stamps.items()}
