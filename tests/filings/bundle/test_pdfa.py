"""PDF/A as a step of its own: what conforms passes untouched, what does not is named, and altered only with consent."""

from __future__ import annotations

import hashlib
from datetime import date

import pikepdf
import pytest
from jsonschema import Draft202012Validator
from pikepdf import pdfa
from PIL import Image

from pristan.filings.bundle.archive import archive
from pristan.filings.bundle.build import BundleItem, BundleSpec, build_bundle
from pristan.kernel.language import Language
from pristan.services.bundling import bundle_data
from pristan.services.schemas import schema


@pytest.fixture
def bundled(tmp_path, fonts):
    def make(*files, out="bundle.pdf"):
        items = tuple(BundleItem(str(n), file.stem, "", file) for n, file in enumerate(files, 1))
        return build_bundle(
            BundleSpec("Приложения", "", Language.RU, "a4", items, date(2026, 11, 20)), tmp_path / out, fonts=fonts
        )

    return make


@pytest.fixture
def photo(tmp_path):
    Image.linear_gradient("L").save(tmp_path / "photo.jpg")
    return tmp_path / "photo.jpg"


@pytest.fixture
def chat(tmp_path):
    (tmp_path / "chat.txt").write_text("Следователь: явитесь завтра.\n", encoding="utf-8")
    return tmp_path / "chat.txt"


def conforms(path) -> bool:
    return pdfa.validate_written(path, "2b").passed


def test_typeset_pages_texts_and_pictures_conform_without_altering_a_page(bundled, photo, chat):
    result = bundled(photo, chat)
    done = archive(result, pictures=False)
    assert (done.conforms, done.altered, done.standing) == (True, (), ())
    assert conforms(result.files[0])


def test_a_page_with_a_missing_font_stands_in_the_way_and_is_named(bundled, photo, grey_pdf):
    result = bundled(photo, grey_pdf(pages=2))
    before = result.files[0].read_bytes()
    done = archive(result, pictures=False)
    assert not done.conforms
    assert [(one.page, one.tab, one.file) for one in done.standing] == [
        (result.stamp("2", 1), "2", "paper.pdf"),
        (result.stamp("2", 2), "2", "paper.pdf"),
    ]
    assert result.files[0].read_bytes() == before, "nothing was altered without consent"
    assert not list(result.files[0].parent.glob(".*pdfa"))


def test_with_consent_the_page_becomes_a_picture_with_its_words_and_the_original_keeps_its_hash(
    bundled, grey_pdf, build
):
    paper = grey_pdf(pages=1, page=lambda _, page: page.update({"/Rotate": 90}))
    result = bundled(paper)
    done = archive(result, pictures=True)
    assert done.conforms
    assert conforms(result.files[0])
    (altered,) = done.altered
    assert altered.sha256 == hashlib.sha256(paper.read_bytes()).hexdigest()
    assert "not embedded" in altered.why
    import pypdfium2

    reader = pypdfium2.PdfDocument(result.files[0])
    page = reader[result.first_page["1"] - 1]
    assert page.get_size() == (600, 400), "upright, as the reader saw it"
    assert "Sheet 1" in page.get_textpage().get_text_range()
    assert reader.get_page_label(result.first_page["1"] - 1) == altered.page
    with pikepdf.open(result.files[0]) as pdf:
        assert pdf.Root.PageLabels is not None
    reader.close()


def test_a_rebuild_of_the_archive_is_identical(bundled, photo, grey_pdf):
    results = [bundled(photo, grey_pdf(), out=f"{n}.pdf") for n in range(2)]
    for result in results:
        assert archive(result, pictures=True).conforms
    assert results[0].files[0].read_bytes() == results[1].files[0].read_bytes()


@pytest.mark.parametrize("pictures", [False, True])
def test_the_report_is_as_its_schema_says_in_both_languages(bundled, grey_pdf, pictures):
    result = bundled(grey_pdf())
    done = archive(result, pictures=pictures)
    Draft202012Validator(schema("bundle")).validate(bundle_data(result, done))
    for language in Language:
        assert all(sentence for sentence in done.sentences(result, language))
    assert ("SHA-256" in done.sentences(result, Language.EN)[0]) == pictures
