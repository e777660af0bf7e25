"""The HTML holds every text of the view, runs nothing, asks for nothing, and its links lead somewhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.filings.dossier.reading import Page, squeezed
from tests.filings.dossier.sample import sample, smallest, with_scenarios

from pristan.filings.dossier.html import render_html
from pristan.filings.dossier.told import texts_of
from pristan.filings.dossier.view import DossierView
from pristan.kernel.language import Language

EVERY_MARK = (
    "#panic()",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>1</script>",
    "{{ 7*7 }} {% for %}",
    "&lt;b&gt; &amp;",
)


def test_every_text_of_the_view_is_in_the_page(view: DossierView, page: str) -> None:
    found = squeezed(Page(page).text)
    assert [text for text in texts_of(view) if squeezed(text) not in found] == []


@pytest.mark.parametrize("number", [1, 2, 9])
def test_nothing_is_lost_with_few_or_many_scenarios(number: int) -> None:
    view = with_scenarios(sample(Language.RU), number)
    found = squeezed(Page(render_html(view)).text)
    assert [text for text in texts_of(view) if squeezed(text) not in found] == []


def test_the_page_runs_nothing_and_asks_for_nothing(page: str) -> None:
    read = Page(page)
    assert {tag for tag, _ in read.tags} & {"script", "iframe", "object", "embed", "link", "form", "base"} == set()
    assert [name for _, attributes in read.tags for name in attributes if name.startswith("on")] == []
    addresses = [value for name in ("href", "src", "action", "srcset") for value in read.values(name)]
    assert [value for value in addresses if not value.startswith(("#", "data:"))] == []
    assert re.findall(r"url\((?!data:)|@import", page) == []
    assert "default-src 'none'" in page


def test_ids_are_unique_and_every_link_leads_to_one(page: str) -> None:
    read = Page(page)
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    assert [value for value in read.values("href") if value.removeprefix("#") not in ids] == []


def test_the_tab_shows_the_case_code_and_not_the_name(view: DossierView, page: str) -> None:
    title = re.search(r"<title>(.*?)</title>", page)
    assert title is not None
    assert title.group(1) == view.case_code


@pytest.mark.parametrize("text", EVERY_MARK)
def test_markup_in_a_text_prints_as_written(text: str) -> None:
    read = Page(render_html(smallest(title=text, person=text, headline=(text,), left_out=(text,))))
    assert squeezed(read.text).count(squeezed(text)) >= 4
    assert {tag for tag, _ in read.tags} & {"script", "img"} == set()


def test_a_drawing_is_an_image_so_that_nothing_in_it_can_run() -> None:
    view = sample(Language.EN)
    assert view.chronology is not None
    hostile = replace(view.chronology, svg='<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    read = Page(render_html(replace(view, chronology=hostile)))
    assert "script" not in {tag for tag, _ in read.tags}
    alts = [attributes["alt"] or "" for tag, attributes in read.tags if tag == "img"]
    assert [squeezed(alt) for alt in alts] == [squeezed(view.chronology.svg_says)]


def test_quotations_carry_the_language_of_their_source(page: str) -> None:
    languages = [attributes.get("lang") for tag, attributes in Page(page).tags if tag == "q"]
    assert "ru" in languages
    assert None not in languages


def test_the_reasoning_is_open_where_something_is_not_settled_and_closed_elsewhere(page: str) -> None:
    details = [attributes for tag, attributes in Page(page).tags if tag == "details"]
    assert any("open" in attributes for attributes in details)
    assert any("open" not in attributes for attributes in details)


def test_the_same_view_gives_the_same_page(view: DossierView, page: str) -> None:
    assert render_html(view) == page


def test_a_line_feed_in_a_text_becomes_a_line_break() -> None:
    assert "first<br>second &lt;b&gt;" in render_html(smallest(person="first\nsecond <b>"))
