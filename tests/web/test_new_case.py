"""A case begun, brought in, handed on and deleted in the browser; nothing of a faulty one is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from pristan.web.serving import set_up

set_up()

from tests.support.case_folder import PERSON, exhibit, fact, told, write_case  # noqa: E402
from tests.support.workbench import client, stories  # noqa: E402

from pristan.case.loader import load_case_from  # noqa: E402
from pristan.case.model import Case  # noqa: E402
from pristan.storage import cases, exchange, vault  # noqa: E402
from pristan.storage.keys import Argon  # noqa: E402
from pristan.web.vault_shelf import VaultShelf  # noqa: E402
from pristan.web.workbench import Workbench  # noqa: E402

CHEAP = Argon(memory=64, passes=1, lanes=1)
PHRASE, AGREED = "four wooden bridges", "seven quiet piers"
SENT = {"code": "Причал 7", "name": "Анна Зимина", "latin": "Anna Zimina", "about": "обыск и дело", "lang": "ru"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setattr(vault, "measured", lambda: CHEAP)
    monkeypatch.setattr(exchange, "measured", lambda: CHEAP)
    bench = Workbench(VaultShelf(tmp_path / "vault"))
    made = client(bench)
    made.post("/begin", {"do": "create", "new": PHRASE, "again": PHRASE})
    yield made
    bench.lock()


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])).split())


def only_case() -> Case:
    (line,) = cases.case_lines()
    return load_case_from(cases.home_of(line.id))


def test_a_case_begins_with_a_name_and_goes_on_with_its_first_question(here: Any) -> None:
    answer = here.post("/new/make", SENT)
    case = only_case()
    assert answer.headers["Location"].endswith("/interview")
    assert (case.principal.name.ru, case.principal.name.en) == ("Анна Зимина", "Anna Zimina")
    assert case.title.ru == "обыск и дело"
    assert case.title.en == "обыск и дело [written in Russian]"
    assert case.statements == ()
    assert 'name="q" value="where_now"' in here.get(answer.headers["Location"]).content.decode()
    assert "Причал 7" in here.get("/cases?discreet=on").content.decode()


def test_the_family_stands_in_the_case_too_with_ids_of_their_own(here: Any) -> None:
    more = {"name1": "Анна Зимина", "role1": "child", "name2": "Олег Зимин", "latin2": "Oleg Zimin", "role2": "spouse"}
    here.post("/new/make", SENT | more)
    assert [(one.id, one.role) for one in only_case().persons] == [
        ("anna", "principal"), ("anna2", "child"), ("oleg", "spouse")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "says"),
    [({"code": " "}, "no name"), ({"name": ""}, "has no name"), ({"name": "x" * 300}, "longer than 200")],
)
def test_what_is_missing_is_said_and_what_was_typed_stays_in_the_form(
    here: Any, wrong: dict[str, str], says: str
) -> None:
    answer = here.post("/new/make", SENT | wrong)
    assert answer.status_code == 422
    assert says in text(answer)
    assert 'value="обыск и дело"' in answer.content.decode()
    assert cases.case_lines() == ()


def test_two_cases_of_one_name_are_not_made(here: Any) -> None:
    here.post("/new/make", SENT)
    answer = here.post("/new/make", SENT)
    assert "There is a case" in text(answer)
    assert len(cases.case_lines()) == 1


def test_quotes_and_lines_in_a_name_are_only_a_name(here: Any) -> None:
    here.post("/new/make", SENT | {"name": 'Anna "Z"\n[[fact]]', "latin": ""})
    case = only_case()
    assert case.principal.name.en == 'Anna "Z" [[fact]]'
    assert case.statements == ()


def test_a_case_handed_on_opens_with_the_agreed_passphrase_in_another_vault(here: Any, tmp_path: Path) -> None:
    here.post("/new/make", SENT)
    (line,) = cases.case_lines()
    sent = {"new": AGREED, "again": AGREED}
    assert "differ" in text(here.post(f"/cases/{line.id}/hand_on/export", sent | {"again": "x"}))
    file = here.post(f"/cases/{line.id}/hand_on/export", sent)
    assert file.headers["Content-Disposition"] == 'attachment; filename="case.pristan-case"'
    assert file.headers["Cache-Control"] == "no-store"
    assert "Зимина".encode() not in file.content
    here.post("/lock")
    theirs = client(Workbench(VaultShelf(tmp_path / "theirs")))
    theirs.post("/begin", {"do": "create", "new": PHRASE, "again": PHRASE})
    wrong = theirs.post("/new/file", {"file": _upload(file.content), "passphrase": PHRASE})
    assert "did not open the file" in text(wrong)
    assert cases.case_lines() == ()
    opened = theirs.post("/new/file", {"file": _upload(file.content), "passphrase": AGREED, "as": "От коллеги"})
    assert opened.headers["Location"].endswith("/overview")
    assert cases.case_lines()[0].name == "От коллеги"
    assert only_case().principal.name.ru == "Анна Зимина"
    theirs.post("/lock")


def test_a_file_that_is_no_case_is_refused_with_a_sentence(here: Any) -> None:
    answer = here.post("/new/file", {"file": _upload(b"%PDF-1.7"), "passphrase": AGREED})
    assert answer.status_code == 422
    assert "not a case file" in text(answer)
    assert "not a case file" in text(here.post("/new/file", {"passphrase": AGREED}))


def test_a_folder_comes_in_and_is_erased_only_when_that_was_asked_for(here: Any, tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", PERSON, exhibit(), fact("where_now", told("DE")))
    (folder / "note.txt").write_text("mine", encoding="utf-8")
    assert "in clear" in text(here.post("/new/folder", {"folder": str(folder)}))
    assert (folder / "case.toml").is_file()
    (line,) = cases.case_lines()
    cases.delete_case(line.id)
    page = text(here.post("/new/folder", {"folder": str(folder), "erase": "yes"}))
    assert "note.txt" in page
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["note.txt"]
    assert only_case().principal.name.en == "Anna Zimina"


@pytest.mark.parametrize("named", ["", "case", "/no/such/folder"])
def test_a_folder_that_is_none_is_named(here: Any, named: str) -> None:
    answer = here.post("/new/folder", {"folder": named})
    assert answer.status_code == 422
    assert "case.toml" in text(answer)


def test_a_case_is_deleted_only_when_its_name_is_typed(here: Any) -> None:
    here.post("/new/make", SENT)
    (line,) = cases.case_lines()
    assert "Nothing was touched" in text(here.post(f"/cases/{line.id}/hand_on/delete", {"name": "Причал"}))
    assert len(cases.case_lines()) == 1
    assert here.post(f"/cases/{line.id}/hand_on/delete", {"name": "Причал 7"}).headers["Location"] == "/cases"
    assert cases.case_lines() == ()
    assert here.get(f"/cases/{line.id}/overview").status_code == 400


def test_folders_in_clear_take_no_new_case_and_are_not_deleted_here() -> None:
    here = client(stories("planted"))
    assert here.post("/new/make", SENT).status_code == 422
    assert here.post("/cases/planted/hand_on/delete", {"name": "planted"}).status_code == 422
    assert "New case" not in text(here.get("/cases"))


def _upload(data: bytes) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("case.pristan-case", data)
