"""Exhibits put in after the others were numbered: their pages get letters, no other number moves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pristan.filings.bundle.build import BundleItem
from pristan.filings.bundle.labels import Counter, letters
from pristan.kernel.errors import CaseError


def item(tab: str, path, **more) -> BundleItem:
    return BundleItem(tab, f"Paper {tab}", "", path, **more)


def test_late_pages_carry_the_number_before_them_with_letters(build, grey_pdf):
    file = grey_pdf(pages=2)
    bundle = build(item("12", file), item("12A", file, late=True), item("13", file))
    last = bundle.first("12") + 1
    assert bundle.result.labels[last : last + 3] == (f"{last}A", f"{last}B", f"{last}C")
    assert bundle.result.stamp("12A", 2) == f"{last}C"
    for place, label in enumerate(bundle.result.labels):
        assert bundle.reader.get_page_label(place) == label
        assert label in bundle.text(place + 1).split()
    assert f"{last}A–{last}C" not in bundle.text(2)
    assert f"{last}B–{last}C" in bundle.text(2), "the index names the pages of the paper, not its tab sheet"


def test_no_other_number_moves_even_when_the_index_grows(build, grey_pdf):
    file = grey_pdf()
    items = [item(str(number), file) for number in range(1, 30)]
    before = build(*items, out="before.pdf")
    late = [item(f"5{letter}", file, late=True) for letter in "ABCDEFGHIJKLMNOPQRSTUV"]
    after = build(*items[:5], *late, *items[5:], out="after.pdf")
    assert after.result.labels.index("3") > before.result.labels.index("3"), "the index has a page more"
    for one in items:
        assert after.result.stamp(one.tab) == before.result.stamp(one.tab)


def test_a_bundle_without_late_exhibits_has_plain_numbers(build, grey_pdf):
    bundle = build(grey_pdf(pages=3))
    assert bundle.result.labels == tuple(str(number) for number in range(1, bundle.result.pages + 1))
    assert "letter" not in bundle.text(1)


def test_the_first_exhibit_cannot_be_late(build, grey_pdf):
    with pytest.raises(CaseError, match="cannot be a late one"):
        build(item("1", grey_pdf(), late=True))


@pytest.mark.parametrize(("number", "sign"), [(1, "A"), (26, "Z"), (27, "AA"), (28, "BB"), (53, "AAA")])
def test_letters_are_counted_as_viewers_count_them(number, sign):
    assert letters(number) == sign


def test_thirty_late_pages_are_shown_by_the_viewer_as_they_are_stamped(build, grey_pdf):
    bundle = build(item("1", grey_pdf("one.pdf")), item("1A", grey_pdf("many.pdf", 30), late=True))
    assert bundle.result.labels[-1].endswith("EE")
    assert [bundle.reader.get_page_label(place) for place in range(bundle.result.pages)] == list(bundle.result.labels)


def test_a_counter_goes_on_after_late_pages():
    counter = Counter()
    assert counter.take(2, late=False) + counter.take(2, late=True) == ["1", "2", "2A", "2B"]
    assert replace(counter).take(1, late=False) == ["3"]
