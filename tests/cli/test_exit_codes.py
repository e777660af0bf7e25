"""Exit codes: 0 done, 1 only from `law check`, 2 bad input with a sentence, 3 some files not read, 70 our fault."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pristan.cli import law_check as law_commands
from pristan.kernel.errors import RuleError
from pristan.kernel.law_data import SHIPPED, look_again, pointer, product_home
from pristan.law.loader import load_law
from pristan.law.package import DATA_FOLDERS
from pristan.services import assessing
from pristan.services.law_queries import check_law
from tests.cli.conftest import Run
from tests.support.case_folder import PERSON, fact, line_of, told, write_case
from tests.support.records import law, record, write_law

COMMAND = Path(sys.executable).with_name("pristan")
INDEX = 'title = "Exhibits"\nprepared = 2026-11-20\n\n[[item]]\ntab = "A"\ntitle = "Letter"\nfile = "a.pdf"\n'


def installed(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The installed command, as a user runs it."""
    return subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False)


# the installed command


def test_done_is_0() -> None:
    found = installed("--version")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("pristan, version ")


def test_bad_input_is_2_with_a_sentence_that_names_file_and_line(tmp_path: Path) -> None:
    folder = write_case(tmp_path, PERSON, fact("where_now", told("Georgia")), fact("where_then", told("GE")))
    found = installed("assess", folder)
    assert (found.returncode, found.stdout) == (2, "")
    first, second = found.stderr.strip().split("\n")
    assert first.startswith(f"{folder / 'case.toml'}:{line_of(folder, 'Georgia')}: 'Georgia' does not answer")
    assert second.startswith(f'{folder / "case.toml"}:{line_of(folder, "where_then")}: "where_then" is not a known')


def test_an_unreadable_exhibit_is_3_and_the_rest_of_the_bundle_is_made(tmp_path: Path) -> None:
    (tmp_path / "index.toml").write_text(INDEX, encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(b"this is no PDF")
    found = installed("bundle", tmp_path / "index.toml", "--out", tmp_path / "bundle.pdf")
    assert found.returncode == 3
    assert "a.pdf" in found.stderr
    assert found.stdout.startswith(f"{tmp_path / 'bundle.pdf'}: ")
    assert (tmp_path / "bundle.pdf").read_bytes().startswith(b"%PDF")


def test_a_command_that_is_not_there_is_2() -> None:
    found = installed("asses")
    assert found.returncode == 2
    assert "No such command 'asses'" in found.stderr


# bad input


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("assess",), "Missing argument 'CASE'"),
        (("assess", "--hurry"), "No such option"),
        (("assess", "."), "there is no case.toml here. Name a case folder"),
        (("law", "show", "us.nothing"), 'there is no rule "us.nothing"'),
        (("law", "list", "--role", "judge"), "Invalid value for '--role'"),
        (("law", "stale", "--on", "tomorrow"), '"tomorrow" is not a day. Write 2026-11-20.'),
        (("schema", "law"), 'there is no schema "law". Schemas: add, assessment'),
        (("demo", "nobody"), 'there is no story "nobody". Stories: '),
        (("bundle", "lost.toml", "--out", "x.pdf"), "there is no such file. Name a TOML index"),
        (("build", "."), "Missing option '--out'"),
        (("law", "list", "--lang", "fr"), "Invalid value for '--lang'"),
    ],
)
def test_bad_input_is_2_and_a_sentence_says_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = run(*arguments)
    assert (found.code, found.out) == (2, "")
    assert sentence in found.err
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--scenario", "gone"), 'no scenario "gone". Scenarios: today, away.'),
        (("--set", "where_now"), "Write FACT=VALUE"),
        (("--set", "where_now=Georgia"), "two capital letters"),
        (("--set", "charge.stage=final"), "items: c1."),
        (("--person", "ivan"), 'no person "ivan". Persons: anna.'),
        (("--route", "xx.none"), '"xx.none" is not a route, an effect or a warning'),
        (("--on", "20.11.2026"), '"20.11.2026" is not a day'),
    ],
)
def test_what_cannot_be_supposed_is_2(run: Run, case: Path, arguments: tuple[str, ...], sentence: str) -> None:
    found = run("assess", case, *arguments)
    assert (found.code, found.out) == (2, "")
    assert sentence in found.err


@pytest.mark.parametrize("command", ["assess", "ask", "deadlines"])
def test_a_broken_case_is_2_for_every_command_that_opens_it(run: Run, tmp_path: Path, command: str) -> None:
    folder = write_case(tmp_path, PERSON, "[[fact]\n")
    found = run(command, folder)
    assert found.code == 2
    assert "this is not valid TOML" in found.err
    assert "line" in found.err


@pytest.mark.parametrize(
    ("index", "line", "sentence"),
    [
        (INDEX.replace("a.pdf", "b.pdf"), ":7", "there is no file b.pdf. Mend the name"),
        (INDEX.replace("tab =", "tba ="), ":4", '"tab" is missing'),
        (INDEX.replace("file =", "pages = 3\nfile ="), ":7", '"pages" is not a key'),
        (INDEX.replace("2026-11-20", '2026-11-20\npaper = "a3"'), ":3", "Write one of: a4, letter"),
        (INDEX.replace("title", "titel", 1), "", '"title" is missing'),
        (INDEX.replace("prepared = 2026-11-20", ""), "", '"prepared" is missing'),
        (INDEX.split("[[item]]")[0], "", "lists no [[item]]"),
    ],
)
def test_a_faulty_index_is_2_with_its_line(run: Run, tmp_path: Path, index: str, line: str, sentence: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    path = tmp_path / "index.toml"
    path.write_text(index, encoding="utf-8")
    found = run("bundle", path, "--out", tmp_path / "bundle.pdf")
    assert found.code == 2
    assert found.err.startswith(f"{path}{line}: ")
    assert sentence in found.err
    assert not (tmp_path / "bundle.pdf").exists()


def test_a_place_that_cannot_be_written_is_2_and_named(run: Run, case: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    found = run("build", case, "--out", tmp_path / "out")
    assert found.code == 2
    assert str(tmp_path / "out") in found.err
    assert "Traceback" not in found.err


# 1 only from `law check`


def checked(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, examples: str) -> int:
    base = law(folder, xx__one=record("xx.one") + examples)
    monkeypatch.setattr("pristan.services.law_queries.law_in_use", lambda: base)
    assert check_law().results
    return run("law", "check").code


def example(expect: str, where: str) -> str:
    return f'[[example]]\nname = {{ en = "{expect}", ru = "{expect}" }}\nfacts = {{ {where} }}\nexpect = "{expect}"\n'


WHOLE = example("met", 'where_now = "US"') + example("not_met", 'where_now = "GE"') + example("unknown", "")


def test_a_check_that_finds_nothing_is_0(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checked(run, tmp_path, monkeypatch, WHOLE) == 0


@pytest.mark.parametrize("examples", [WHOLE + example("met", 'where_now = "DE"'), example("met", 'where_now = "US"')])
def test_a_check_that_finds_something_is_1(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, examples: str
) -> None:
    assert checked(run, tmp_path, monkeypatch, examples) == 1


@pytest.mark.parametrize(("lang", "next_step"), [("en", "Check that it exists"), ("ru", "Проверьте, есть ли он")])
def test_a_file_that_the_system_refuses_is_2_with_a_next_step(
    run: Run, case: Path, tmp_path: Path, lang: str, next_step: str
) -> None:
    found = run("deadlines", case, "--ics", tmp_path / "no such folder" / "a.ics", "--lang", lang)
    assert found.code == 2
    assert next_step in found.err


# 70 our fault


def test_a_broken_record_is_70_and_said_to_be_ours(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_law(tmp_path / "law", xx__one=record("xx.one", colour='"red"'))
    monkeypatch.setattr(assessing, "law_in_use", lambda: load_law(folder))
    found = run("assess", case)
    assert (found.code, found.out) == (70, "")
    assert found.err.startswith("A record of the law base is wrong (not your case): records/xx/one.toml:")
    assert '"colour" is not a key' in found.err
    found = run("assess", case, "--lang", "ru")
    assert found.err.startswith("Ошибка в записи правовой базы (не в вашем деле): records/xx/one.toml:")
    assert "Ключ «colour» здесь не читается" in found.err


def test_an_installed_law_that_does_not_fit_is_2_and_the_way_back_is_told(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package of before whose records this program no longer reads: nobody stands without deadlines for it."""
    monkeypatch.setenv("PRISTAN_HOME", str(tmp_path / "home"))
    there = product_home() / "law" / "old"
    for parts in DATA_FOLDERS:
        shutil.copytree(SHIPPED.joinpath(*parts), there.joinpath(*parts))
    (there / "law" / "records" / "ru" / "exit.toml").write_text('id = "ru.exit"\ncolour = "red"\n', encoding="utf-8")
    pointer().write_text("old\n", encoding="utf-8")
    look_again()
    found = run("assess", case)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(
        "The law package in use does not fit this program (not your case): records/ru/exit.toml"
    )
    assert "`pristan law reset` goes back to the law that ships with the program" in found.err
    assert "вернёт законы, поставленные с программой" in run("assess", case, "--lang", "ru").err
    assert run("law", "reset").code == 0
    assert run("assess", case, "--route", "us.asylum").code == 0
    monkeypatch.undo()
    look_again()


def test_a_broken_record_of_an_office_is_2_and_said_to_be_its_own(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise RuleError("the record says nothing", where="local-law/records/xx/own.toml:2")

    monkeypatch.setattr("pristan.cli.assess.assess_case", broken)
    found = run("assess", case)
    assert found.code == 2
    assert found.err.startswith(
        "A record of your office's own is wrong (not your case): local-law/records/xx/own.toml:2"
    )


@pytest.mark.parametrize("fault", [ValueError("x"), KeyError("x"), ZeroDivisionError(), AssertionError()])
def test_what_no_room_foresaw_is_70_and_never_1(run: Run, monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    def broken() -> None:
        raise fault

    monkeypatch.setattr(law_commands, "check_law", broken)
    found = run("law", "check")
    assert found.code == 70
    assert type(fault).__name__ in found.err


def test_a_rule_error_on_the_way_is_70(run: Run, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuleError("the record says nothing", where="xx.one")

    monkeypatch.setattr(assessing, "law_in_use", broken)
    assert run("assess", case).code == 70
    assert run("law", "list").code == 0
