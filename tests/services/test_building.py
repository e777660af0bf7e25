"""What `pristan build` writes, and that a second build writes the same bytes."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from pristan.filings.dossier.words import words_in
from pristan.kernel.language import Language
from pristan.services import building
from pristan.services.building import beside_originals, build, bundle_of
from pristan.services.cases import open_case
from pristan.services.stories import story_folder, story_names
from tests.support.case_folder import PERSON, exhibit, write_case

FILES = {"bundle.pdf", "dossier.html", "dossier.json", "dossier.pdf"}


ASSESSED_TWICE = ("partner", "raided")  # the others are assessed once for both builds: it takes longest


@pytest.mark.parametrize("story", story_names())
def test_a_story_builds_twice_to_the_same_bytes(story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = open_case(story_folder(story))
    if story not in ASSESSED_TWICE:
        assessed = building.assess_all_scenarios(case)
        monkeypatch.setattr(building, "assess_all_scenarios", lambda case, on: assessed)
    first = build(case, tmp_path / "first", language=Language.EN)
    build(case, tmp_path / "second", language=Language.EN)
    assert {path.name for path in first.files} == FILES
    for name in FILES:
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes(), name
    assert first.problems == ()
    assert len(first.sentences) >= 3
    _what_is_needed_first_stands_first(tmp_path / "first" / "dossier.pdf")


def _what_is_needed_first_stands_first(dossier: Path) -> None:
    """Asked of the build above, for a build takes long: a lawyer reads ten pages at night, and sixty never."""
    document = pypdfium2.PdfDocument(dossier)
    begins = {one.get_title().replace("\xa0", " "): one.get_dest().get_index() + 1 for one in document.get_toc()}
    label = words_in(Language.EN)["label"]
    assert len(document) <= 60
    for chapter in ("key_answers", "papers", "effects"):
        assert begins[label[chapter]] <= 10, chapter
    assert begins[label["routes_explained"]] < begins[label["exhibits"]] < begins[label["other_routes"]]


def test_the_bundle_stamps_what_the_viewer_calls_a_page(tmp_path: Path) -> None:
    case = open_case(story_folder("planted"))
    bundle_of(case, tmp_path / "bundle.pdf", language=Language.RU, prepared=case.assessed_on)
    document = pypdfium2.PdfDocument(tmp_path / "bundle.pdf")
    for number in (0, len(document) // 2, len(document) - 1):
        label = document.get_page_label(number)
        assert label in document[number].get_textpage().get_text_bounded()


def test_a_translation_stands_behind_its_original_and_one_without_a_certificate_says_so(tmp_path: Path) -> None:
    papers = [
        exhibit("1"),
        exhibit("2"),
        exhibit("1en", more='translation_of = "1"'),
        exhibit("2en", more='translation_of = "2"\ncertified = true'),
    ]
    case = open_case(write_case(tmp_path / "case", PERSON, *papers))
    assert [one.id for one in beside_originals(case)] == ["1", "1en", "2", "2en"]
    bundle_of(case, tmp_path / "bundle.pdf", language=Language.EN, prepared=case.assessed_on)
    document = pypdfium2.PdfDocument(tmp_path / "bundle.pdf")
    assert document[1].get_textpage().get_text_range().count("TRANSLATION WITHOUT A CERTIFICATE") == 1
    document.close()
