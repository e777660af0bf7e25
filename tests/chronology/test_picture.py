"""The timeline shows every event once, overlaps nothing, and is plain SVG."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from pristan.chronology.labels import text_width, wrapped
from pristan.chronology.layout import (
    CLOSE,
    DATE_SIZE,
    DENSE,
    FULL,
    LANES,
    TITLE_SIZE,
    UNDATED,
    LabelStyle,
    Layout,
    Placed,
    laid_out,
)
from pristan.chronology.order import ordered
from pristan.chronology.picture import PRINT_WIDTH, SCREEN_WIDTH, timeline_drawings, timeline_in_words, timeline_svg
from pristan.kernel.language import Language

from .events import Happened, event

FONTS = Path(__file__).parents[2] / "src/pristan/filings/fonts"
SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("{d}", "{d}", "{d}", "{m}", "{m}~", "{d}~", "{d}?", "../{m}", "{m}/..", "[{d},2026-02-01]", "202X")
WORDS = ("Search", "of the flat", "Обыск", "Questioned as a witness about the posts", "Щ" * 12)


@st.composite
def histories(draw: st.DrawFn) -> list[Happened]:
    """Up to 25 events of any kind of date, in any lane."""
    found = []
    for number in range(draw(st.integers(1, 25))):
        day = draw(st.dates(date(2019, 1, 1), date(2026, 1, 31)))
        when = draw(st.sampled_from(KINDS)).format(d=day, m=f"{day:%Y-%m}")
        title = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)))
        found.append(event(when, name=f"{title} {number}", lane=draw(st.sampled_from(sorted(LANES)))))
    return found


def many(count: int) -> list[Happened]:
    """`count` events spread unevenly over four years and all lanes."""
    lanes = sorted(LANES)
    return [
        event(
            f"{2023 + number % 4}-{1 + 7 * number % 12:02}-{1 + 11 * number % 28:02}", name=f"Step {number}", lane=lane
        )
        for number, lane in ((number, lanes[number % len(lanes)]) for number in range(count))
    ]


def boxes(layout: Layout) -> list[tuple[Placed, tuple[float, float, float, float]]]:
    return [
        (placed, (placed.unit.x0, placed.y, placed.unit.x1, placed.y + placed.unit.height))
        for band in layout.bands
        for placed in band.placed
    ]


STYLES = (FULL, CLOSE, UNDATED, DENSE)


def collide(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def root_of(drawing: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawing)


def size(drawing: str) -> tuple[float, float]:
    root = root_of(drawing)
    return float(root.attrib["width"]), float(root.attrib["height"])


@given(histories(), st.sampled_from([SCREEN_WIDTH, PRINT_WIDTH]), st.sampled_from(Language), st.sampled_from(STYLES))
@settings(max_examples=60, deadline=None)
def test_no_event_is_lost_and_no_two_overlap(
    events: list[Happened], width: float, language: Language, style: LabelStyle
) -> None:
    layout = laid_out(ordered(events), language=language, width=width, style=style)
    found = boxes(layout)
    assert sorted(placed.unit.event.id for placed, _ in found) == sorted(item.id for item in events)
    for (_, one), (_, other) in combinations(found, 2):
        assert not collide(one, other)
    for _, (x0, _, x1, bottom) in found:
        assert x0 >= 0
        assert x1 <= width
        assert bottom <= layout.bottom


@pytest.mark.parametrize("font", ["SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf"])
def test_the_planned_width_of_a_label_is_never_less_than_the_printed_one(font: str) -> None:
    measured = ImageFont.truetype(FONTS / font, 1000)
    alphabet = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    for character in alphabet + alphabet.upper() + "0123456789 .,:;!?()[]«»“”\"'-–—/…№%&":
        assert text_width(character, 1000) >= measured.getlength(character), character


@pytest.mark.parametrize(
    ("count", "width"), [(5, SCREEN_WIDTH), (60, SCREEN_WIDTH), (5, PRINT_WIDTH), (60, PRINT_WIDTH)]
)
def test_five_and_sixty_events_fit_a_page_and_are_all_there(count: int, width: float) -> None:
    drawing = timeline_svg(many(count), language=Language.EN, width=width)
    shown_width, height = size(drawing)
    assert shown_width == width
    assert height <= 1.42 * width
    labels = [element.text for element in root_of(drawing).iter(f"{SVG}text")]
    assert {f"Step {number}" for number in range(count)} <= set(labels)


def test_few_events_show_their_dates_and_crowded_ones_keep_them_in_the_title() -> None:
    few = timeline_svg(many(5), language=Language.EN)
    assert "1 January 2023" in [element.text for element in root_of(few).iter(f"{SVG}text")]
    crowded = timeline_svg(many(110), language=Language.EN, width=PRINT_WIDTH)
    assert "1 January 2023" not in [element.text for element in root_of(crowded).iter(f"{SVG}text")]
    assert "Step 0, 1 January 2023" in [element.text for element in root_of(crowded).iter(f"{SVG}title")]


def test_exact_days_are_dots_and_uncertain_ones_are_not() -> None:
    exact = timeline_svg([event("2025-09-11"), event("2025-12-01")], language=Language.EN)
    assert len(list(root_of(exact).iter(f"{SVG}circle"))) == 3  # two and the legend's
    soft = timeline_svg([event("2025-09~"), event("2025-12")], language=Language.EN)
    assert list(root_of(soft).iter(f"{SVG}circle")) == []


def test_the_legend_explains_what_is_drawn_and_nothing_else() -> None:
    drawing = timeline_svg([event("2025-09-11"), event("../2025-12")], language=Language.EN)
    labels = {element.text for element in root_of(drawing).iter(f"{SVG}text")}
    assert {"exact day", "not later than"} <= labels
    assert not {"about", "not earlier than", "time without events, drawn shorter"} & labels


def test_every_gradient_used_is_defined_once_under_the_prefix() -> None:
    drawing = timeline_svg([event("2025-09~"), event("2025-12/..")], language=Language.EN, prefix="second")
    defined = re.findall(r' id="([^"]+)"', drawing)
    used = set(re.findall(r"url\(#([^)]+)\)", drawing))
    assert len(defined) == len(set(defined))
    assert used <= set(defined)
    assert all(name.startswith("second-") for name in defined)


def test_a_title_cannot_carry_markup_or_script() -> None:
    drawing = timeline_svg([event("2025-09-11", name='<script>alert("x")</script> & more')], language=Language.EN)
    root_of(drawing)
    assert "<script" not in drawing
    assert "&lt;script" in drawing


def test_the_drawing_speaks_one_language_at_a_time() -> None:
    events = [event("2025-09-11", name="Detained", ru="Задержан", lane="proceedings")]
    russian = timeline_svg(events, language=Language.RU, today=date(2026, 11, 20))
    assert "Задержан" in russian
    assert "сегодня" in russian
    assert "Detained" not in russian
    english = timeline_svg(events, language=Language.EN)
    assert not re.search("[а-я]", english)


def test_a_lane_of_another_name_is_drawn_last_and_not_dropped() -> None:
    layout = laid_out([event("2025", lane="other"), event("2025", lane="flight")], language=Language.EN, width=1100)
    assert [band.title.en for band in layout.bands] == ["Flight", "other"]


def test_the_same_events_give_the_same_bytes() -> None:
    drawings = {timeline_svg(many(20), language=Language.RU) for _ in range(2)}
    assert len(drawings) == 1


def test_without_events_there_is_a_sentence() -> None:
    assert "Событий пока нет." in timeline_svg([], language=Language.RU)


def test_the_words_for_those_who_cannot_see_count_what_is_not_exact() -> None:
    words = timeline_in_words([event("2025-09-11"), event("2025-12~")])
    assert words.en == "Timeline: 2 events, 11 September 2025 to 31 December 2025; dates not exact: 1."
    assert words.ru == "Хронология: 2 события, 11 сентября 2025 г. – 31 декабря 2025 г.; неточных дат: 1."


def test_a_long_title_ends_in_dots_and_a_short_one_does_not() -> None:
    lines = wrapped("one two three four five six seven eight", size=TITLE_SIZE, width=60, lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert wrapped("one two", size=DATE_SIZE, width=600, lines=2) == ("one two",)


def test_an_event_about_which_sources_disagree_bears_a_ring_and_the_legend_says_so() -> None:
    events = [event("2022-03-04", name="search"), event("2022-05-04", name="arrest")]
    events = [Happened(one.title.en, one.title, one.when, one.lane) for one in events]
    plain = timeline_svg(events, language=Language.EN)
    marked = timeline_svg(events, language=Language.EN, conflicts=frozenset({"search"}))
    assert "papers contradict each other" not in plain
    assert "papers contradict each other" in marked
    rings = [node for node in ElementTree.fromstring(marked).iter(f"{SVG}rect") if node.get("fill") == "none"]
    assert len(rings) == 2  # the event's and the legend's


def test_many_events_are_drawn_in_parts_of_which_each_fits_a_page_at_full_size() -> None:
    drawings = timeline_drawings(many(300), language=Language.RU, width=PRINT_WIDTH, today=date(2026, 11, 20))
    assert len(drawings) > 1
    labels = [element.text for drawing in drawings for element in root_of(drawing).iter(f"{SVG}text")]
    assert sorted(label for label in labels if label == "событие") == ["событие"] * 300
    for drawing in drawings:
        width, height = size(drawing)
        assert (width, root_of(drawing).attrib["viewBox"].split()[2]) == (PRINT_WIDTH, f"{PRINT_WIDTH:.0f}")
        assert height <= 1.42 * width
    assert sum("сегодня" in drawing for drawing in drawings) == 1


def test_few_events_are_one_drawing_and_none_is_a_sentence() -> None:
    assert len(timeline_drawings(many(5), language=Language.EN, width=PRINT_WIDTH)) == 1
    (empty,) = timeline_drawings([], language=Language.EN)
    assert "No events yet." in empty


def test_a_line_of_the_grid_does_not_cross_a_label() -> None:
    events = [event("2020-06-25", name="Before the quiet years"), event("2025-12-22"), event("2026-02-22")]
    drawing = timeline_svg(events, language=Language.EN, width=PRINT_WIDTH)
    root = root_of(drawing)
    label = next(node for node in root.iter(f"{SVG}text") if (node.text or "").startswith("Before"))
    x, y = float(label.attrib["x"]), float(label.attrib["y"])
    papers = [node.attrib for node in root.iter(f"{SVG}rect") if node.get("class") == "tl-surface"][1:]
    assert any(float(one["x"]) <= x and float(one["y"]) < y < float(one["y"]) + float(one["height"]) for one in papers)


def test_papers_that_contradict_and_a_memory_that_differs_never_look_alike() -> None:
    events = [Happened(name, event("2022").title, event(when).when, "life") for name, when in DIFFERING]
    drawing = timeline_svg(
        events, language=Language.EN, conflicts=frozenset({"papers"}), memories=frozenset({"memory", "papers"})
    )
    rings = [node.attrib for node in root_of(drawing).iter(f"{SVG}rect") if node.get("fill") == "none"]
    assert len(rings) == 4  # two events and two signs of the legend
    assert len({(ring["stroke"], ring.get("stroke-dasharray")) for ring in rings}) == 2
    assert {"papers contradict each other", "a memory differs"} <= {
        node.text for node in root_of(drawing).iter(f"{SVG}text")
    }


DIFFERING = (("papers", "2022-03-04"), ("memory", "2022-05-04"), ("neither", "2022-06-04"))
