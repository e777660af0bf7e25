"""`pristan library`: files in, pages out, and each file that could not be read is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from PIL import Image

from pristan.services.schemas import schema
from pristan.services.stories import story_folder

from .conftest import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "mine"


def valid(name: str, data: object) -> bool:
    return Draft202012Validator(schema(name)).is_valid(data)


def a_pdf() -> Path:
    return sorted((story_folder("planted") / "exhibits").glob("10*.pdf"))[0]


def test_a_pdf_is_added_and_its_words_are_found_with_the_page(run: Run, folder: Path) -> None:
    added = run("library", "add", a_pdf(), "--in", folder, "--json")
    assert added.code == 0
    assert valid("library_add", added.json)
    assert added.json[0]["outcome"] == "added"
    found = run("library", "search", "обвинение", "--in", folder, "--json").json
    assert valid("library_search", found)
    assert found[0]["document"]["name"] == a_pdf().name
    assert {one["page"] for one in found} == {1, 2}
    assert all("обвин" in one["quote"].lower() for one in found)


def test_the_same_file_again_is_recognised(run: Run, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "other name.pdf"
    copy.write_bytes(a_pdf().read_bytes())
    run("library", "add", a_pdf(), "--in", folder)
    again = run("library", "add", copy, "--in", folder)
    assert again.code == 0
    assert "already held" in again.out
    assert len(run("library", "list", "--in", folder, "--json").json) == 1


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_kept(run: Run, folder: Path, tmp_path: Path) -> None:
    scan, missing = tmp_path / "scan.pdf", tmp_path / "missing.txt"
    Image.new("RGB", (200, 200), "white").save(scan)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "table.xlsx").write_bytes(b"PK")
    found = run(
        "library", "add", scan, missing, tmp_path / "broken.pdf", tmp_path / "table.xlsx", a_pdf(), "--in", folder
    )
    assert found.code == 3
    for name in ("scan.pdf", "missing.txt", "broken.pdf", "table.xlsx"):
        assert f"{name}: COULD NOT BE READ: " in found.out
    assert [one["name"] for one in run("library", "list", "--in", folder, "--json").json] == [a_pdf().name]


def test_html_is_read_as_a_reader_sees_it(run: Run, folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><style>p { color: red }</style><script>var court = 1</script></head>"
        "<body><p>The tribunal freed &laquo;nobody&raquo; in that year.</p><p>End of the page here.</p></body></html>",
        encoding="utf-8",
    )
    run("library", "add", page, "--in", folder)
    found = run("library", "search", "tribunals", "--in", folder, "--json").json
    assert found[0]["quote"] == "The tribunal freed «nobody» in that year.\nEnd of the page here."
    assert run("library", "search", "color", "--in", folder, "--json").json == []
    assert run("library", "search", "court", "--in", folder, "--json").json == []


def test_an_old_russian_text_file_is_read_and_marked(run: Run, folder: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes("Решение суда вступило в законную силу.".encode("cp1251"))
    run("library", "add", old, "--in", folder)
    assert run("library", "search", "решения судов", "--in", folder, "--json").json
    assert "Windows-1251" in run("library", "list", "--in", folder, "--json").json[0]["note"]


def test_the_user_is_told_that_the_folder_is_not_encrypted(run: Run, folder: Path) -> None:
    out = run("library", "add", a_pdf(), "--in", folder, "--lang", "ru").out
    assert "не зашифрована" in out
    assert str(folder) in out


def test_a_folder_without_a_library_is_refused(run: Run, folder: Path) -> None:
    found = run("library", "search", "суд", "--in", folder)
    assert found.code == 2
    assert "no library" in found.err


def test_nothing_found_is_said(run: Run, folder: Path) -> None:
    run("library", "add", a_pdf(), "--in", folder)
    assert run("library", "search", "пароход", "--in", folder).out.strip() == "Nothing found."
