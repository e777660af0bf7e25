"""`pristan read`: fields with page and quote, JSON of the published form, nothing lost for one bad file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from PIL import Image

from pristan.documents.reading.labels import field_names
from pristan.services.schemas import schema
from tests.cli.conftest import Run
from tests.documents.intake import made


@pytest.fixture
def ruling(tmp_path: Path) -> Path:
    path = tmp_path / "ruling.pdf"
    path.write_bytes(made.pdf())
    return path


def test_a_paper_is_told_with_page_and_quote_in_both_languages(run: Run, ruling: Path) -> None:
    english = run("read", ruling)
    assert english.code == 0
    assert "Investigator: Орлов И.П.  [p. 1] «Орлов И.П.»" in english.out
    assert "Следователь: Орлов И.П.  [с. 1] «Орлов И.П.»" in run("read", ruling, "--lang", "ru").out


def test_an_attempt_is_told_in_the_language_of_the_reader(run: Run, tmp_path: Path) -> None:
    paper = made.RULING.replace("ч. 1 ст. 280.3", "ч. 3 ст. 30, ч. 4 ст. 228.1")
    (tmp_path / "a.txt").write_text(paper, encoding="utf-8")
    assert "УК 228.1 ч.4 (attempt)" in run("read", tmp_path / "a.txt").out
    assert "УК 228.1 ч.4 (покушение)" in run("read", tmp_path / "a.txt", "--lang", "ru").out


def test_json_has_the_published_form(run: Run, ruling: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.pdf").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "letter.eml").write_bytes(made.letter())
    ran = run("read", ruling, tmp_path / "noise.pdf", tmp_path / "letter.eml", "--json")
    jsonschema.validate(ran.json, schema("reading"))
    assert [one["fault"] and one["fault"]["code"] for one in ran.json["files"]] == [None, "unknown", None]


def test_one_file_on_a_line(run: Run, ruling: Path) -> None:
    lines = run("read", ruling, ruling, "--jsonl").out.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["opening", "opening"]


def test_ten_hostile_and_ten_good_files_end_in_ten_refusals_and_exit_code_3(run: Run, tmp_path: Path) -> None:
    bad = {name: data for name, (data, _) in list(made.hostile().items())[:9]}
    made.written(tmp_path / "papers" / "later", made.good() | bad)
    os.mkfifo(tmp_path / "papers" / "pipe")
    ran = run("read", tmp_path / "papers")
    assert ran.code == 3
    assert ran.out.count("\n  ! ") == 10
    assert all(f"\n{name}" in ran.out for name in {*made.good(), *bad, "pipe"})


def test_marked_pages_are_written(run: Run, ruling: Path, tmp_path: Path) -> None:
    assert run("read", ruling, "--draw", tmp_path / "drawn").code == 0
    with Image.open(tmp_path / "drawn" / "ruling-p1.png") as picture:
        red = sum(count for count, colour in picture.getcolors(1 << 24) or () if colour == (214, 40, 40))
        assert picture.width > picture.height * 0.9  # what was read stands beside the page
    assert red > 500
    run("read", ruling, "--draw", tmp_path / "russian", "--lang", "ru")
    pictures = [(tmp_path / lang / "ruling-p1.png").read_bytes() for lang in ("drawn", "russian")]
    assert pictures[0] != pictures[1]


def test_what_is_inside_a_letter_is_not_drawn_and_that_is_said(run: Run, ruling: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.eml").write_bytes(made.letter())
    ran = run("read", ruling, tmp_path / "letter.eml", "--draw", tmp_path / "drawn")
    assert ran.code == 0
    assert "letter.eml: not drawn" in ran.err
    assert "ruling.pdf: not drawn" not in ran.err


def test_words_of_a_file_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\u202eb.txt").write_text(made.RULING.replace("Орлов", "Орлов\x1b[2J"), encoding="utf-8")
    assert "\x1b" not in run("read", tmp_path / "a\u202eb.txt").out


def test_every_field_has_a_label_and_stands_in_the_page_on_reading() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reading.md").read_text(encoding="utf-8")
    for name in field_names():
        head, _, last = name.partition(".")
        assert name in page or last in page, name
        assert head in page
