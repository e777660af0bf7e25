"""Packets in which everything is there: --check finds nothing to refuse, and the names lose "draft"."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from pristan.cli.main import pristan

STORIES = Path(__file__).parents[3] / "stories"
EOIR = """
[[packet]]
profile  = "us.eoir"
exhibits = ["4", "14", "9", "13"]
files    = { form = "i589.pdf" }
signed   = ["brief", "declaration", "service"]
[packet.fields]
drafter     = "Vera Lisitsyna, pro se"
court       = "Sacramento Immigration Court"
a_number    = "A 000-000-000"
proceeding  = "Removal proceedings"
detained    = "Not detained"
judge       = "Judge of the story"
hearing     = "12 January 2027, 9:00"
service_on  = "20 November 2026"
service_how = "first class mail"
service_to  = "DHS, Office of the Principal Legal Advisor"
service_by  = "Andrei Lisitsyn"
"""
CAT = """
[[packet]]
profile = "un.cat"
files   = { form = "form.pdf" }
signed  = ["form"]
[packet.fields]
state        = "United Kingdom"
contact      = "through counsel"
remedies     = "none decided yet"
elsewhere    = "no"
confidential = "yes"
"""


def _folder(story: str, packet: str, form: str, paper: tuple[float, float], into: Path) -> Path:
    folder = into / story
    shutil.copytree(STORIES / story, folder)
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=paper)
        pdf.save(folder / form)
    with (folder / "case.toml").open("a", encoding="utf-8") as file:
        file.write(packet)
    return folder


def _check(folder: Path, packet: str, out: Path) -> Result:
    return CliRunner().invoke(pristan, ["build", str(folder), "--packet", packet, "--out", str(out), "--check"])


@pytest.fixture(scope="module")
def eoir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _folder("antiwar", EOIR, "i589.pdf", (612, 792), tmp_path_factory.mktemp("eoir"))


def test_a_whole_packet_for_the_immigration_court_is_not_refused(eoir: Path, tmp_path: Path) -> None:
    checked = _check(eoir, "us.eoir", tmp_path)
    assert checked.exit_code == 0, checked.output
    folder = tmp_path / "us.eoir_vera"
    names = sorted(one.name for one in folder.glob("*.pdf"))
    assert names[0] == "02_cover.pdf"
    assert not [one for one in folder.rglob("*") if one.name.startswith("draft_")]
    record = json.loads((folder / "packet.json").read_text(encoding="utf-8"))
    assert record["ready"] is True
    assert [one for one in record["findings"] if one["refuses"]] == []


def test_a_whole_packet_for_a_committee_is_not_refused(tmp_path: Path) -> None:
    folder = _folder("partner", CAT, "form.pdf", (595.276, 841.89), tmp_path)
    checked = _check(folder, "un.cat", tmp_path / "out")
    assert checked.exit_code == 0, checked.output


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"14", ', "", "no translation is in the packet"),
        ('service_on  = "20 November 2026"', 'service_on  = ""', "Service: day: it is not filled in"),
    ],
)
def test_one_thing_missing_is_refused(eoir: Path, tmp_path: Path, old: str, new: str, says: str) -> None:
    folder = tmp_path / "case"
    shutil.copytree(eoir, folder)
    text = (folder / "case.toml").read_text(encoding="utf-8")
    head, mark, packet = text.rpartition("[[packet]]")
    assert old in packet
    (folder / "case.toml").write_text(head + mark + packet.replace(old, new), encoding="utf-8")
    checked = _check(folder, "us.eoir", tmp_path / "out")
    assert checked.exit_code == 1
    assert says in checked.output


def test_a_form_on_the_wrong_paper_is_refused(tmp_path: Path) -> None:
    folder = _folder("antiwar", EOIR, "i589.pdf", (595.276, 841.89), tmp_path)
    checked = _check(folder, "us.eoir", tmp_path / "out")
    assert checked.exit_code == 1
    assert "Form I-589: a page of 595 by 842 points" in checked.output


def test_a_changed_word_of_the_statement_makes_a_whole_packet_not_ready(eoir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(eoir, folder)
    text = (folder / "case.toml").read_text(encoding="utf-8")
    (folder / "case.toml").write_text(text.replace("Меня не били. Вечером", "Меня не били. Ночью"), encoding="utf-8")
    checked = _check(folder, "us.eoir", tmp_path / "out")
    assert checked.exit_code == 1
    assert "paragraph 6 (p6): the original was changed after it was translated" in checked.output
    assert "it was changed after it was read back on 18 November 2026" in checked.output


# What people still make for two packets of stories: the committee's form; the German text of what is drawn in English.
MADE = [
    ("returned", "un.cat", 'files = { form = "made.pdf" }\nsigned = ["form"]'),
    ("witness", "de.bamf", 'files = { cover = "made.pdf", submission = "made.pdf" }'),
]


@pytest.mark.parametrize(("story", "packet", "made"), MADE, ids=[packet for _, packet, _ in MADE])
def test_a_packet_of_a_story_is_ready_once_people_have_made_what_it_lacks(
    story: str, packet: str, made: str, tmp_path: Path
) -> None:
    folder = _folder(story, "", "made.pdf", (595.276, 841.89), tmp_path)
    text = (folder / "case.toml").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("profile") and f'"{packet}"' in line)
    (folder / "case.toml").write_text(text.replace(line, f"{line}\n{made}"), encoding="utf-8")
    checked = _check(folder, packet, tmp_path / "out")
    assert checked.exit_code == 0, checked.output
    assert not [one for one in (tmp_path / "out").rglob("*") if one.name.startswith("draft_")]
