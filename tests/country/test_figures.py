"""Figures: each with its denominator or the doubt about it, and conflicting ones side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.country.figures import beside, figure, figures, figures_about, load_figures, topics
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Language

ROW = """[[figure]]
id = "x"
topic = "t"
says = { en = "Cases", ru = "Дела" }
value = 3
unit = "cases"
period = "2024"
publisher = "Somebody"
title = "A page"
url = ["https://example.org"]
confidence = "low"
checked = 2026-11-20
"""


def load(tmp_path: Path, text: str) -> object:
    path = tmp_path / "figures.toml"
    path.write_text(text, encoding="utf-8")
    return load_figures(path)


def test_every_row_of_the_sheet_is_carried() -> None:
    assert len(figures()) == 194
    assert sorted(one.confidence for one in figures().values()).count("low") == 7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("acq_2024_ng", "acq_2024_ag"),
        ("extr_refused_2022", "extr_refused_2022_kom"),
        ("custody_deaths_2023_ng", "custody_deaths_2023_verstka"),
        ("a275_conv_2025h1_tass", "a275x_2025h1"),
    ],
)
def test_figures_that_differ_are_never_shown_alone(one: str, other: str) -> None:
    assert other in {found.id for found in beside(figure(one))}
    assert one in {found.id for found in beside(figure(other))}


def test_figures_of_other_years_are_no_conflict() -> None:
    assert beside(figure("pris_2025")) == ()
    assert "acq_2017_share" not in {found.id for found in beside(figure("acq_2024_ng"))}


def test_a_topic_gives_every_figure_once_with_its_conflicts_beside_it() -> None:
    for topic in topics():
        groups = figures_about(topic)
        shown = [one.id for group in groups for one in group if one.topic == topic]
        assert sorted(set(shown)) == sorted(one.id for one in figures().values() if one.topic == topic)
    groups = [{one.id for one in group} for group in figures_about("acquittals")]
    assert {"acq_2024_ng", "acq_2024_ag"} in groups


def test_every_link_between_figures_leads_somewhere() -> None:
    for one in figures().values():
        assert set(one.stands_with) <= set(figures()), one.id


def test_a_share_says_of_what_or_that_the_source_does_not() -> None:
    for one in figures().values():
        if one.unit == "percent":
            assert one.denominator or any("denominator" in doubt.en for doubt in one.doubts), one.id


@pytest.mark.parametrize(
    ("name", "en", "ru"),
    [
        ("acq_2024_ng", "0.25 %", "0,25 %"),
        ("pris_2025", "313,000 persons", "313\N{NO-BREAK SPACE}000 человек"),
        ("a2803_conv_2022", "3 persons", "3 человека"),
        ("a2073_opened_2024", "140 cases", "140 дел"),
        ("seed_extr_granted_2012", "229 requests", "229 запросов"),
        ("us_depflights_2025", "4 flights", "4 рейса"),
    ],
)
def test_amounts_are_written_as_each_language_writes_them(name: str, en: str, ru: str) -> None:
    assert figure(name).amount(Language.EN) == en
    assert figure(name).amount(Language.RU) == ru


def test_a_share_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"figures\.toml:6: .*share of nothing"):
        load(tmp_path, ROW.replace('"cases"', '"percent"'))


def test_a_figure_without_a_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no source"):
        load(tmp_path, ROW.replace('["https://example.org"]', "[]"))
