"""A size limit splits a bundle between exhibits; numbers go on, and each volume has the index of all."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from pristan.filings.bundle.build import BundleItem, BundleResult, BundleSpec, build_bundle
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language


@pytest.fixture
def volumes(tmp_path: Path, fonts: Path):
    """Build under a size limit; several files come of it."""

    def make(items: list[BundleItem], limit: int) -> BundleResult:
        spec = BundleSpec("Exhibits", "", Language.EN, "a4", tuple(items), date(2026, 11, 20), volume_limit=limit)
        return build_bundle(spec, tmp_path / "bundle.pdf", fonts=fonts)

    return make


@pytest.fixture
def heavy(grey_pdf):
    """A PDF of about `size` bytes that cannot be compressed."""

    def make(name: str, size: int, pages: int = 2):
        def weigh(pdf: pikepdf.Pdf, page) -> None:
            page.Resources.Properties = pikepdf.Dictionary(
                Weight=pdf.make_stream(random.Random(name).randbytes(size // pages))
            )

        return grey_pdf(name, pages, page=weigh)

    return make


def test_volumes_stay_under_the_limit_and_are_split_between_exhibits(volumes, heavy):
    items = [BundleItem(str(n), f"Paper {n}", "", heavy(f"{n}.pdf", 150_000)) for n in range(1, 8)]
    bundle = volumes(items, 600_000)
    files = bundle.files
    assert [file.name for file in files] == ["bundle-1.pdf", "bundle-2.pdf", "bundle-3.pdf"][: len(files)]
    assert len(files) > 1
    assert all(file.stat().st_size <= 600_000 for file in files)
    labels = []
    for file in files:
        reader = pypdfium2.PdfDocument(file)
        labels += [reader.get_page_label(place) for place in range(len(reader))]
        assert f"Volume {files.index(file) + 1} of {len(files)}" in reader[0].get_textpage().get_text_range()
        index = reader[1].get_textpage().get_text_range()
        assert all(f"Paper {n}" in index for n in range(1, 8)), "each volume lists every exhibit"
        assert "vol. " in index
        reader.close()
    assert labels == list(bundle.labels) == [str(number) for number in range(1, bundle.pages + 1)]
    assert bundle.problems == ()


def test_a_bundle_within_the_limit_is_one_file_with_its_own_name(build, heavy):
    bundle = build(heavy("one.pdf", 100_000), volume_limit=5_000_000)
    assert bundle.result.files == (bundle.path,)
    assert "Volume" not in bundle.text(1)
    assert bundle.result.problems == ()


def test_an_exhibit_that_is_larger_than_a_volume_is_named(volumes, heavy):
    items = [BundleItem("1", "Large", "", heavy("1.pdf", 900_000)), BundleItem("2", "Small", "", heavy("2.pdf", 1_000))]
    bundle = volumes(items, 400_000)
    assert len(bundle.files) == 2
    assert any("bundle-1.pdf" in problem and "400000" in problem for problem in bundle.problems)


def test_a_limit_that_could_hold_no_cover_is_refused(build, grey_pdf):
    with pytest.raises(CaseError, match="cannot hold a cover"):
        build(grey_pdf(), volume_limit=1000)
