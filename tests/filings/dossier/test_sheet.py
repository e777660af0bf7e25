"""What both templates receive: trees, marks, dates in order, printable text; and which letters the fonts have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.filings.dossier.sample import sample

from pristan.filings.dossier.codes import Answer, Node, Support
from pristan.filings.dossier.coverage import characters_of, covered
from pristan.filings.dossier.parts import Day, Deadline
from pristan.filings.dossier.printable import coded, printable
from pristan.filings.dossier.route import TraceLine
from pristan.filings.dossier.sheet import dates_of, mark_of, nested, plain, sheet_of
from pristan.filings.dossier.words import filled
from pristan.kernel.errors import DocumentError
from pristan.kernel.language import Language


def line(depth: int, answer: Answer | None = None, kind: Node = Node.ELEMENT) -> TraceLine:
    return TraceLine(depth=depth, kind=kind, title=f"d{depth}", answer=answer)


def titles(nodes: list[dict[str, object]]) -> list[object]:
    return [[node["title"], titles(node["children"])] for node in nodes]  # type: ignore[arg-type]


def test_lines_become_a_tree_by_their_depth() -> None:
    tree = nested(plain((line(0), line(1), line(2), line(1), line(0))))
    assert titles(tree) == [["d0", [["d1", [["d2", []]]], ["d1", []]]], ["d0", []]]


def test_a_line_is_open_if_it_or_anything_below_is_not_settled() -> None:
    tree = nested(plain((line(0, Answer.MET), line(1, Answer.MET), line(1, Answer.DISPUTED), line(0, Answer.NOT_MET))))
    assert [tree[0]["open"], tree[0]["children"][0]["open"], tree[0]["children"][1]["open"]] == [True, False, True]
    assert tree[1]["open"] is False


def test_where_a_line_decides_only_the_way_to_it_is_open() -> None:
    lines = (line(0), line(1, Answer.UNKNOWN), line(1, Answer.NOT_MET), replace(line(2, Answer.NOT_MET), decides=True))
    (root,) = nested(plain(lines))
    assert [root["open"], *(child["open"] for child in root["children"])] == [True, False, True]


@pytest.mark.parametrize(
    ("kind", "answer", "support", "mark"),
    [
        (Node.ELEMENT, Answer.MET, Support.DOCUMENTED, "proof-met"),
        (Node.ELEMENT, Answer.MET, Support.CLAIMED, "proof-disputed"),
        (Node.ELEMENT, Answer.NOT_MET, Support.CLAIMED, "proof-not_met"),
        (Node.BAR, Answer.MET, Support.CLAIMED, "bar-met"),
        (Node.BAR, Answer.NOT_MET, Support.DOCUMENTED, "bar-not_met"),
        (Node.EXCEPTION, Answer.MET, Support.DOCUMENTED, "proof-met"),
        (Node.ALL, None, Support.NONE, "group"),
    ],
)
def test_bars_take_circles_own_word_takes_the_disputed_square(
    kind: Node, answer: Answer | None, support: Support, mark: str
) -> None:
    assert mark_of(plain(TraceLine(depth=0, kind=kind, title="x", answer=answer, support=support))) == mark


def test_dates_stand_in_order_and_those_without_a_day_last() -> None:
    days = [date["day"]["edtf"] if date["day"] else None for date in dates_of(sample(Language.EN))]
    known = [day for day in days if day]
    assert days == sorted(known) + [None] * (len(days) - len(known))


def test_a_date_of_two_routes_is_listed_once_with_both() -> None:
    view = sample(Language.EN)
    shared = Deadline(name="Shared", day=Day(edtf="2027-01-01", words="1 January 2027"))
    sections = tuple(replace(section, deadlines=(shared,)) for section in view.sections[:2])
    found = dates_of(replace(view, sections=sections, deadlines=()))
    assert [date["name"] for date in found] == ["Shared"]
    assert found[0]["routes"] == ["Refusal of extradition", "Torture Convention deferral"]


def test_the_nearest_date_is_one_of_the_law_even_if_our_plan_comes_first() -> None:
    assert sheet_of(sample(Language.EN))["nearest"]["day"]["edtf"] == "2026-12-08"


def test_our_plan_is_the_nearest_date_if_the_law_names_none() -> None:
    view = sample(Language.EN)
    ours = tuple(date for date in view.deadlines if date.ours)
    assert sheet_of(replace(view, deadlines=ours))["nearest"]["day"]["edtf"] == "2026-11-27"


def test_a_day_ahead_is_nearer_than_one_that_was_reached() -> None:
    view = sample(Language.EN)
    reached = Deadline(name="From here you may be released", day=Day(edtf="2026-11-12", words="12 November 2026"))
    assert sheet_of(replace(view, deadlines=(reached, *view.deadlines)))["nearest"]["day"]["edtf"] == "2026-12-08"
    quiet = replace(view, deadlines=(reached,), sections=())
    assert sheet_of(quiet)["nearest"]["name"] == "From here you may be released"


def test_a_passed_date_is_never_the_nearest() -> None:
    view = sample(Language.EN)
    passed = tuple(date for date in view.deadlines if date.passed)
    assert sheet_of(replace(view, deadlines=passed))["nearest"] is None


@pytest.mark.parametrize("text", ["Ә «ё» — № 5\nsecond line", "soft\u00adhyphen", "а\u0301", "x\u200by"])
def test_ordinary_text_is_printed_as_it_is(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x00b", "a[U+0000]b"), ("\u202e1", "[U+202E]1"), ("a\r\nb\rc", "a\nb\nc"), ("\ue000", "[U+E000]")],
)
def test_hidden_and_reordering_characters_are_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_missing_characters_are_coded_and_counted() -> None:
    assert coded("aбc", lambda character: character != "б") == ("a[U+0431]c", 1)


def test_placeholders_are_filled_and_a_value_is_never_filled_again() -> None:
    assert filled("{a} and {b}", a="{b}", b="x") == "{b} and x"


def test_the_fonts_have_the_letters_of_both_languages_and_their_punctuation(fonts: Path) -> None:
    needed = set("AZazАЯаяЁёҚқҒғҲҳӢӣЎўІіЇїЄєҐґ«»„“”‘’—–…§№€₽°·•→≤≥½†\u0301 ")
    assert needed <= covered(fonts)


def test_each_font_has_a_glyph_for_what_it_claims_and_none_for_hieroglyphs(fonts: Path) -> None:
    for font in fonts.glob("*.ttf"):
        found = characters_of(font)
        assert set("Яя№«»A") <= found, font.name
        assert "\U00013000" not in found
        assert "汉" not in found


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(b"\x00\x01\x00\x00" + b"\x00" * 60)
    with pytest.raises(DocumentError, match="not a TrueType font"):
        covered(tmp_path)


def test_the_fonts_are_small_and_carry_their_licences(fonts: Path) -> None:
    assert sum(file.stat().st_size for file in fonts.iterdir() if file.is_file()) < 3_000_000
    families = {font.name.split("-")[0] for font in (*fonts.glob("*.ttf"), *fonts.glob("*.woff2"))}
    for family in families:
        licence = fonts / f"OFL-{family}.md"
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8"), family
