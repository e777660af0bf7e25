"""Cover, index, tab sheets, links and bookmarks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from pristan.filings.bundle.build import BundleItem, BundleSpec, build_bundle
from pristan.kernel.errors import CaseError, DocumentError
from pristan.kernel.language import Language


def items_of(path: Path, number: int) -> list[BundleItem]:
    return [
        BundleItem(f"{n}А", f"Постановление № {n} об отказе в удовлетворении ходатайства", f"Подробность {n}", path)
        for n in range(1, number + 1)
    ]


def test_an_index_of_three_pages_prints_true_numbers(build, grey_pdf):
    bundle = build(*items_of(grey_pdf(pages=2), 55), language=Language.RU)
    index_pages = bundle.first("1А") - 3
    assert index_pages == 3
    index = " ".join(bundle.text(number) for number in range(2, 2 + index_pages))
    for tab, first in bundle.result.first_page.items():
        assert f"{first}–{first + 1}" in index, tab
        assert "Sheet 1" in bundle.text(first)
        assert "Sheet 2" in bundle.text(first + 1)


def test_every_index_row_opens_the_first_page_of_its_exhibit(build, grey_pdf):
    bundle = build(*items_of(grey_pdf(), 40))
    opened = [target for number in (2, 3) for _, target in bundle.links(number)]
    assert opened == list(bundle.result.first_page.values())


def test_a_tab_sheet_leads_back_to_the_index(build, grey_pdf):
    bundle = build(grey_pdf())
    assert [target for _, target in bundle.links(bundle.first("1") - 1)] == [2]
    assert "Index: page 2" in bundle.text(bundle.first("1") - 1)


def test_a_wordy_cover_moves_the_numbers_with_it(build, grey_pdf):
    bundle = build(grey_pdf(), subtitle="A very long matter. " * 400)
    first = bundle.first("1")
    assert first > 4
    assert "Sheet 1" in bundle.text(first)
    assert "Index of exhibits" in bundle.text(first - 2)


def test_cyrillic_titles_come_back_as_text_from_sheets_index_and_bookmarks(build, grey_pdf):
    item = BundleItem("12Б", "Приговор Тверского суда, ҚҒҲӢЎ", "на русском языке", grey_pdf(), "перевода нет")
    bundle = build(item, language=Language.RU, title="Приложения к жалобе", subtitle="Ковалёва А.")
    assert "Приложения к жалобе" in bundle.text(1)
    assert "20 ноября 2026" in bundle.text(1)
    for number in (2, bundle.first("12Б") - 1):
        assert "Приговор Тверского суда, ҚҒҲӢЎ" in bundle.text(number)
        assert "перевода нет" in bundle.text(number)
    titles = [entry.get_title() for entry in bundle.reader.get_toc()]
    assert titles == ["Обложка", "Перечень приложений", "Приложения", "12Б. Приговор Тверского суда, ҚҒҲӢЎ"]
    assert bundle.result.notes == ()


def test_bookmarks_open_cover_index_and_tab_sheets(build, grey_pdf):
    bundle = build(grey_pdf("one.pdf", 3), grey_pdf("two.pdf"))
    opened = [(entry.level, entry.get_dest().get_index() + 1) for entry in bundle.reader.get_toc()]
    sheets = [bundle.first(tab) - 1 for tab in ("1", "2")]
    assert opened == [(0, 1), (0, 2), (0, sheets[0]), (1, sheets[0]), (1, sheets[1])]


def test_an_exhibits_own_bookmarks_hang_under_it(build, grey_pdf):
    def mark(pdf):
        with pdf.open_outline() as outline:
            part = pikepdf.OutlineItem("Том 1", 1)
            part.children.append(pikepdf.OutlineItem("Лист 3", 2))
            outline.root.append(part)

    bundle = build(grey_pdf(pages=3, root=mark))
    own = [(entry.get_title(), entry.level, entry.get_dest().get_index() + 1) for entry in bundle.reader.get_toc()][-2:]
    first = bundle.first("1")
    assert own == [("Том 1", 2, first + 1), ("Лист 3", 3, first + 2)]


def test_markup_in_titles_is_printed_and_not_obeyed(build, grey_pdf):
    title = '#panic("x") *bold* $1$ <mark> \\ "quoted" // no comment'
    bundle = build(BundleItem("A", title, "[#pagebreak()]", grey_pdf()))
    assert title in bundle.text(2).replace("\r\n", " ")
    assert "[#pagebreak()]" in bundle.text(2)


def test_language_and_title_are_those_of_the_bundle(build, grey_pdf):
    bundle = build(grey_pdf(), language=Language.RU, title="Приложения")
    assert str(bundle.objects.Root.Lang) == "ru"
    assert bundle.objects.Root.ViewerPreferences.DisplayDocTitle
    assert bundle.reader.get_metadata_value("Title") == "Приложения"


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_sheets_have_the_paper_size_asked_for(build, grey_pdf, paper, size):
    bundle = build(grey_pdf(), paper=paper)
    assert tuple(round(side) for side in bundle.reader[1].get_size()) == size


@pytest.mark.parametrize("tabs", [[], ["A", "A"], ["A", " "]])
def test_a_list_that_cannot_be_numbered_is_refused(grey_pdf, fonts, tmp_path, tabs):
    items = tuple(BundleItem(tab, "Title", "", grey_pdf()) for tab in tabs)
    spec = BundleSpec("Title", "", Language.EN, "a4", items, date(2026, 11, 20))
    with pytest.raises(CaseError):
        build_bundle(spec, tmp_path / "out.pdf", fonts=fonts)
    assert not (tmp_path / "out.pdf").exists()


def test_an_exhibit_is_never_overwritten_by_the_bundle(grey_pdf, fonts):
    path = grey_pdf()
    before = path.read_bytes()
    spec = BundleSpec("Title", "", Language.EN, "a4", (BundleItem("A", "Title", "", path),), date(2026, 11, 20))
    with pytest.raises(CaseError, match="another file"):
        build_bundle(spec, path, fonts=fonts)
    assert path.read_bytes() == before


def test_missing_fonts_and_a_missing_folder_are_named(grey_pdf, fonts, tmp_path):
    spec = BundleSpec("Title", "", Language.EN, "a4", (BundleItem("A", "Title", "", grey_pdf()),), date(2026, 11, 20))
    with pytest.raises(DocumentError, match="Literata"):
        build_bundle(spec, tmp_path / "out.pdf", fonts=tmp_path)
    with pytest.raises(DocumentError, match="could not be written"):
        build_bundle(spec, tmp_path / "nowhere" / "out.pdf", fonts=fonts)


def test_progress_names_each_exhibit_in_the_language(grey_pdf, fonts, tmp_path):
    spec = BundleSpec("Т", "", Language.RU, "a4", (BundleItem("А", "Т", "", grey_pdf(pages=3)),), date(2026, 11, 20))
    told: list[str] = []
    build_bundle(spec, tmp_path / "out.pdf", fonts=fonts, progress=told.append)
    assert told[0] == "Приложение А: 3 страницы"
    assert told[-1] == "Запись: 6 страниц"
