"""The PDF holds every text of the view, reads injections as text, and is the same file each time."""

from __future__ import annotations

import io
import re
import time
from pathlib import Path

import pikepdf
import pytest
from tests.filings.dossier.reading import on_paper, pages_of, squeezed, text_of_pdf
from tests.filings.dossier.sample import sample, smallest, with_scenarios

from pristan.filings.dossier.pdf import render_pdf
from pristan.filings.dossier.told import texts_of
from pristan.filings.dossier.view import DossierView
from pristan.filings.dossier.words import words_in
from pristan.kernel.errors import DocumentError
from pristan.kernel.language import Language


def body_of(view: DossierView, pdf: bytes) -> str:
    labels = words_in(view.language)["label"]
    return text_of_pdf(pdf, (f"{labels['case']} {view.case_code}", labels["informs"]))


def test_every_text_is_in_the_pdf_but_for_points_that_nothing_on_record_touches(view: DossierView, pdf: bytes) -> None:
    found = body_of(view, pdf) + squeezed("".join(pages_of(pdf)))
    assert [text for text in texts_of(on_paper(view)) if squeezed(text) not in found] == []


@pytest.mark.parametrize("number", [1, 2, 3, 4, 9])
def test_nothing_is_lost_with_few_or_many_scenarios(number: int, fonts: Path) -> None:
    view = with_scenarios(sample(Language.EN), number)
    found = squeezed("".join(pages_of(render_pdf(view, fonts=fonts))))
    texts = {text for text in texts_of(on_paper(view)) if squeezed(text) not in found}
    assert {text for text in texts if squeezed(text) not in body_of(view, render_pdf(view, fonts=fonts))} == set()


def test_the_comparison_would_notice_a_missing_text(view: DossierView, pdf: bytes) -> None:
    assert squeezed("a sentence that nobody wrote") not in body_of(view, pdf)


def test_the_same_view_gives_the_same_bytes_later(view: DossierView, pdf: bytes, fonts: Path) -> None:
    time.sleep(1.1)  # a clock read to the second would show
    assert render_pdf(view, fonts=fonts) == pdf


def test_the_pdf_is_tagged_titled_and_names_its_language(view: DossierView, pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == view.language.value
        assert str(document.docinfo["/Title"]) == view.title
        assert "/CreationDate" not in document.docinfo
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_bookmarks_name_every_route_section(view: DossierView, pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        titles = {str(item.title) for item in outline.root} | {
            str(child.title) for item in outline.root for child in item.children
        }
    explained = {section.id for section in view.sections}
    routes = {row.title for group in view.groups for row in group.rows if row.id in explained}
    assert {squeezed(title) for title in routes} <= {squeezed(title) for title in titles}


def test_each_page_says_case_law_day_and_its_number_of_all(view: DossierView, pdf: bytes) -> None:
    pages = pages_of(pdf)
    labels = words_in(view.language)["label"]
    for number, text in enumerate(pages, start=1):
        place = labels["page_of"].replace("{x}", str(number)).replace("{y}", str(len(pages)))
        for foot in (view.case_code, view.law_as_of.words, place, labels["informs"]):
            assert squeezed(foot) in squeezed(text), (number, foot)


def test_page_numbers_beside_routes_lead_to_their_sections(view: DossierView, pdf: bytes) -> None:
    pages = [squeezed(page) for page in pages_of(pdf)]
    shown = re.escape(squeezed(words_in(view.language)["label"]["page"])).replace(r"\{x\}", r"(\d+)")
    for row in (row for group in view.groups for row in group.rows):
        found = re.search(re.escape(squeezed(f"{row.title}{row.forum}·")) + shown, pages[0])
        assert found, row.id
        assert squeezed(f"{row.forum}{row.title}") in pages[int(found.group(1)) - 1]


@pytest.mark.parametrize(
    "text",
    [
        '#panic("stop")',
        "<script>alert(1)</script>",
        "$x^2$",
        "*bold* _slanted_ `code`",
        "= Heading",
        "\\ #sym.arrow @reference <label> // comment /* and */",
        "\"quoted\" 'twice' #{1+1} [content]",
        "{{ w.label }} {% raw %} {day} {n}",
    ],
)
def test_markup_in_a_text_prints_as_written(text: str, fonts: Path) -> None:
    view = smallest(title=text, person=text, headline=(text,), left_out=(text,))
    found = squeezed("".join(pages_of(render_pdf(view, fonts=fonts))))
    assert found.count(squeezed(text)) >= 4


def test_a_dossier_with_one_scenario_and_nothing_else_is_set(fonts: Path) -> None:
    pages = pages_of(render_pdf(smallest(), fonts=fonts))
    assert "One sentence." in pages[0]


def test_letters_of_other_scripts_print_and_unprintable_ones_are_counted(fonts: Path) -> None:
    text = "Қ Ғ Ҳ Ӣ Ў ґ і ї є 😀 汉"
    pages = pages_of(render_pdf(smallest(person=text), fonts=fonts))
    assert squeezed("Қ Ғ Ҳ Ӣ Ў ґ і ї є [U+1F600] [U+6C49]") in squeezed(pages[0])
    assert "2 in all" in "".join(pages[-1].split("\n")).replace("\r", "") or "all: 2" in pages[-1]


def test_georgian_and_greek_names_need_no_codes(fonts: Path) -> None:
    pages = pages_of(render_pdf(smallest(person="გიორგი Γεώργιος"), fonts=fonts))
    assert "U+" not in pages[0]


def test_a_direction_override_is_shown_not_obeyed(fonts: Path) -> None:
    pages = pages_of(render_pdf(smallest(person="art. 1\u202e951"), fonts=fonts))
    assert squeezed("art. 1[U+202E]951") in squeezed(pages[0])


def test_a_folder_without_fonts_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"holds no \.ttf file"):
        render_pdf(smallest(), fonts=tmp_path)
