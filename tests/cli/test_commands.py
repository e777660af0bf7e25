"""Each command shows what its service gives, in both languages and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

from pristan.cli.main import pristan
from pristan.filings.dossier.words import words_in
from pristan.kernel.language import Language
from pristan.law.loader import law_in_use
from pristan.law.model import LawBase
from pristan.services import law_queries
from pristan.services.cases import open_case
from pristan.services.schemas import schema_names
from tests.cli.conftest import Run
from tests.support.case_folder import PERSON, fact, told, write_case
from tests.support.english_runs import english_runs
from tests.support.records import law, record

PROMISES = re.compile(r"\b(safe|cleared|guarantee\w*|probab\w*|likel\w*|score)\b", re.IGNORECASE)
WRITE_THE_LAW = {("law", "pack"), ("law", "trust"), ("law", "key"), ("law", "reset")}
WITHOUT_JSON = {"maker", "demo", "schema", "serve"}  # they write files, print JSON only, or open the browser
CHANGE_THE_VAULT = {
    ("vault", name)
    for name in [
        "create",
        "open",
        "lock",
        "passphrase",
        "recovery",
        "backup",
        "restore",
        "export",
        "import",
        "delete",
        "wipe",
    ]
}
CHANGE_THE_CASE = {("library", "cite"), ("library", "uncite")}


def commands(group: click.Group = pristan, above: tuple[str, ...] = ()) -> dict[tuple[str, ...], click.Command]:
    found: dict[tuple[str, ...], click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            found |= commands(command, (*above, name))
        else:
            found[(*above, name)] = command
    return found


@pytest.mark.parametrize("path", commands(), ids=" ".join)
def test_every_command_has_json_unless_it_writes_files(path: tuple[str, ...]) -> None:
    options = {name for parameter in commands()[path].params for name in parameter.opts}
    assert ("--json" in options) == (
        path[0] not in WITHOUT_JSON and path not in WRITE_THE_LAW | CHANGE_THE_VAULT | CHANGE_THE_CASE
    )


@pytest.mark.parametrize("path", commands(), ids=" ".join)
def test_every_command_explains_itself(run: Run, path: tuple[str, ...]) -> None:
    found = run(*path, "--help")
    assert found.code == 0
    assert found.out.startswith("Usage: pristan " + " ".join(path))


# assess


@pytest.mark.parametrize("language", Language)
def test_an_assessment_is_shown_in_the_language_asked_for(
    run: Run, case: Path, small_law: LawBase, language: Language
) -> None:
    words = words_in(language)
    found = run("assess", case, "--lang", language.value)
    assert found.code == 0
    assert words["verdict"]["unproven"] in found.out
    assert words["label"]["law_as_of"] in found.out
    assert "2026-11-20" in found.out
    assert not PROMISES.search(found.out)


def test_each_route_is_named_and_all_tells_why(run: Run, case: Path) -> None:
    ids = [one["id"] for one in run("assess", case, "--json").json["routes"]]
    short, whole = (run("assess", case, *more).out for more in ((), ("--all",)))
    for text in (short, whole):
        assert [name for name in ids if name not in text.replace("\n", "")] == []
    assert len(short) < len(whole)


def test_a_question_about_other_countries_that_does_not_arise_is_not_told_as_no_effect(run: Run, case: Path) -> None:
    text = " ".join(run("assess", case).out.split())
    arising, untouched = text.rpartition("No effect (")[2].split("Does not arise (", maxsplit=1)
    assert "kg.exit" not in arising
    assert "kg.exit" in untouched


@pytest.mark.parametrize(
    ("language", "sure"), [("en", "compared in part, 20 November 2026"), ("ru", "сверено частично, 20 ноября 2026 г.")]
)
def test_each_reason_stands_with_its_authority_its_days_and_how_far_it_was_compared(
    run: Run, case: Path, small_law: LawBase, language: str, sure: str
) -> None:
    said = " ".join(run("assess", case, "--lang", language).out.replace("│", " ").split())
    assert "Act 1 s. 2" in said
    assert sure in said


def test_the_place_in_which_a_version_holds_is_shown(run: Run) -> None:
    text = run("law", "show", "us.asylum.refugee").out
    assert "only in: federal judicial circuit of the United States: 2" in text
    assert text.count("only in:") == 1


def test_an_assessment_as_json_is_only_json(run: Run, case: Path, small_law: LawBase) -> None:
    found = run("assess", case, "--json", "--lang", "ru")
    assert (found.code, found.err) == (0, "")
    assert [one["verdict"] for one in found.json["routes"]] == ["unproven"]


def test_what_is_supposed_is_compared_with_the_case_as_it_stands_in_json_too(
    run: Run, case: Path, small_law: LawBase
) -> None:
    away = {"kind": "route", "id": "xx.one", "item": None, "before": "unproven", "after": "closed"}
    for supposed in (("--set", "where_now=GE"), ("--scenario", "away"), ("--on", "2019-01-01")):
        assert run("assess", case, *supposed, "--json").json["compared"] == [away]
    assert run("assess", case, "--set", "us_last_arrival=2026-01-16", "--json").json["compared"] == []
    assert run("assess", case, "--json").json["compared"] is None


def test_the_day_the_scenario_and_what_is_set_change_the_assessment(run: Run, case: Path, small_law: LawBase) -> None:
    def verdict(*arguments: str) -> str:
        (route,) = run("assess", case, "--json", *arguments).json["routes"]
        return str(route["verdict"])

    assert verdict() == "unproven"
    assert verdict("--set", "spoke_in_public=yes") == "open"
    assert verdict("--scenario", "away") == "closed"
    assert verdict("--scenario", "away", "--set", "where_now=US", "--set", "spoke_in_public=yes") == "open"
    assert verdict("--on", "2019-12-31") == "closed"


def test_what_a_supposition_changes_is_named_beside_the_case_as_it_stands(
    run: Run, case: Path, small_law: LawBase
) -> None:
    told = "Against the case as it stands:"
    assert told not in run("assess", case).out
    shown = run("assess", case, "--set", "spoke_in_public=yes").out.partition(told)[2]
    assert shown.strip().endswith("[xx.one]: Unproven -> Open")
    russian = run("assess", case, "--on", "2019-12-31", "--lang", "ru").out
    assert (
        russian.partition("По сравнению с делом как оно есть:")[2].strip().endswith("[xx.one]: Не доказано -> Закрыт")
    )
    assert "no conclusion changes" in run("assess", case, "--set", "where_now=US").out


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [(("--scenario", "away"), "If"), (("--set", "spoke_in_public=yes"), "spoke_in_public=yes")],
)
def test_what_is_supposed_is_shown_as_supposed(
    run: Run, case: Path, small_law: LawBase, arguments: tuple[str, ...], shown: str
) -> None:
    word = words_in(Language.EN)["label"]["supposed"]
    found = run("assess", case, *arguments)
    assert f"{word}: {shown}" in found.out
    assert word not in run("assess", case).out


def test_a_name_with_brackets_is_printed_as_it_is_written(run: Run, tmp_path: Path, small_law: LawBase) -> None:
    folder = write_case(tmp_path / "odd", PERSON.replace("Anna Zimina", "Anna [/bold] [red]"))
    found = run("assess", folder)
    assert found.code == 0
    assert "Anna [/bold] [red]" in found.out


def test_only_the_route_asked_for_is_shown(run: Run, case: Path) -> None:
    found = run("assess", case, "--route", "us.asylum", "--json")
    assert [one["id"] for one in found.json["routes"]] == ["us.asylum"]
    assert found.json["effects"] == []


# the language of help and of what is printed


def test_help_is_in_russian_wherever_russian_is_asked_for_and_in_english_again_afterwards(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for line in (("--lang", "ru", "vault", "import", "--help"), ("vault", "import", "--lang=ru", "-h")):
        ran = run(*line)
        assert ran.code == 0
        assert "Вызов: pristan vault import [ПАРАМЕТРЫ]" in ran.out
        assert "Показать эту справку и выйти." in ran.out
        assert "Стереть потом открытую папку" in ran.out
    monkeypatch.setenv("PRISTAN_LANG", "ru")
    assert "Начните с pristan demo." in run("--help").out
    assert "Usage: pristan add" in run("add", "--help", "--lang", "en").out
    monkeypatch.delenv("PRISTAN_LANG")
    english = run("vault", "import", "--help").out
    assert "Show this message and exit." in english
    assert not re.search("[а-яё]", english)


def test_a_line_typed_wrongly_is_told_in_russian(run: Run, tmp_path: Path) -> None:
    for line, said in (
        (("ad",), "Ошибка: Нет команды 'ad'."),
        (("add",), "Ошибка: Не хватает аргумента 'CASE'."),
        (("form", str(write_case(tmp_path, PERSON)), "--form", "i589", "--sheet"), "Не хватает --out."),
    ):
        ran = run("--lang", "ru", *line)
        assert ran.code == 2
        assert said in ran.err
        assert "Usage" not in ran.err


def test_the_language_said_first_or_in_the_environment_holds_for_what_is_printed(
    run: Run, case: Path, small_law: LawBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown(*line: str) -> str:
        return run(*line[:-1], "ask", case, "--list", *line[-1].split()).out

    assert re.search("[а-я]", shown("--lang", "ru", ""))
    assert not re.search("[а-я]", shown("--lang", "ru", "--lang en"))
    monkeypatch.setenv("PRISTAN_LANG", "ru")
    assert re.search("[а-я]", shown(""))
    assert not re.search("[а-я]", shown("--lang", "en", ""))
    monkeypatch.setenv("PRISTAN_LANG", "de")
    wrong = run("ask", case, "--list")
    assert (wrong.code, "'de' is not one of 'en', 'ru'" in wrong.err) == (2, True)


# ask


def asked(run: Run, case: Path, typed: str, *arguments: str) -> str:
    found = run("ask", case, *arguments, typed=typed)
    assert found.code == 0
    return found.out


def test_an_answer_is_written_into_the_case(run: Run, case: Path, small_law: LawBase) -> None:
    out = asked(run, case, "yes\n")
    assert "yes / no" in out
    assert "No open question decides anything now." in out
    added = open_case(case).statements[-1]
    assert (added.fact, added.value, added.exhibit) == ("spoke_in_public", True, None)


def test_a_wrong_answer_is_explained_and_asked_again(run: Run, case: Path, small_law: LawBase) -> None:
    assert "«perhaps» здесь не ответ. Напишите: да / нет." in asked(run, case, "perhaps\nq\n", "--lang", "ru")
    out = asked(run, case, "perhaps\nno\n")
    assert '"perhaps" is no answer here. Write: yes / no.' in out
    assert open_case(case).statements[-1].value is False


def test_what_the_person_would_rather_not_say_is_remembered_and_not_asked_again(
    run: Run, case: Path, small_law: LawBase
) -> None:
    told = open_case(case).statements
    asked(run, case, "r\n")
    assert [(one.fact, one.value) for one in open_case(case).statements] == [(one.fact, one.value) for one in told]
    assert ("spoke_in_public", None) in {(fact, item) for _, fact, item in open_case(case).withheld}
    assert "No open question decides anything now." in asked(run, case, "")


def test_another_accusation_is_told_in_the_midst_of_the_questions_and_then_they_go_on(
    run: Run, case: Path, small_law: LawBase
) -> None:
    listed = len(open_case(case).items)
    out = asked(run, case, "a\n2\nКазахстан\nда\n", "--lang", "ru")
    assert out.count("До дела вы публично говорили") == 2  # it comes back after the accusation
    after = open_case(case)
    assert len(after.items) == listed + 1
    assert [(one.fact, one.value) for one in after.statements[-2:]] == [
        ("charge.country", "KZ"),
        ("spoke_in_public", True),
    ]


def test_a_second_nationality_is_told_by_name_and_what_is_there_already_is_not_added(
    run: Run, case: Path, small_law: LawBase
) -> None:
    asked(run, case, "Russia\nq\n", "--add", "nationality")
    out = asked(run, case, "RU\nKZ\nq\n", "--add", "nationality")
    assert "(another nationality)" in out
    assert '"Russia" is in this list already' in out
    told = [one.value for one in open_case(case).statements if one.fact == "nationality.country"]
    assert told == ["RU", "KZ"]


def test_one_may_go_back_without_adding_anything(run: Run, case: Path, small_law: LawBase) -> None:
    before = (case / "case.toml").read_bytes()
    asked(run, case, "a\n\na\n1\n\nq\n")
    assert (case / "case.toml").read_bytes() == before


@pytest.mark.parametrize("typed", ["\n", "q\n"])
def test_a_question_may_be_skipped_or_left_and_nothing_is_written(
    run: Run, case: Path, small_law: LawBase, typed: str
) -> None:
    before = (case / "case.toml").read_bytes()
    asked(run, case, typed)
    assert (case / "case.toml").read_bytes() == before


def test_an_interview_that_breaks_off_ends_without_a_traceback(run: Run, case: Path, small_law: LawBase) -> None:
    found = run("ask", case, typed="")
    assert found.code == 130
    assert "Traceback" not in found.err


def test_open_questions_are_listed_in_the_language_asked_for(run: Run, case: Path, small_law: LawBase) -> None:
    assert "[spoke_in_public]" in asked(run, case, "", "--list", "--lang", "ru")
    rows = json.loads(asked(run, case, "", "--json", "--lang", "ru"))
    assert [(one["fact"], one["decides"], one["routes"]) for one in rows] == [("spoke_in_public", 1, ["xx.one"])]
    assert re.search("[а-я]", rows[0]["ask"])


# law


def test_rules_are_listed(run: Run) -> None:
    lines = run("law", "list").out.strip().split("\n")
    assert len(lines) == len(law_in_use().rules)
    bars = run("law", "list", "us.asylum", "--role", "bar", "--json").json
    assert bars
    assert all(one["role"] == "bar" and one["id"].startswith("us.asylum") for one in bars)


def test_a_rule_is_shown_with_its_authority(run: Run, small_law: LawBase) -> None:
    out = run("law", "show", "xx.one").out
    assert "Act 1 s. 2 (law): words" in out
    assert re.search(r"compared[^;\n]*\(2026-11-20\)", out)
    russian = run("law", "show", "xx.one", "--lang", "ru").out
    assert "Act 1 s. 2 (закон): слова" in russian
    assert re.search(r"сверено[^;\n]*\(2026-11-20\)", russian)
    assert "selected by" not in russian + out
    assert run("law", "show", "xx.one", "--json").json["versions"][0]["from"] == "2020-01-01"


def test_what_courts_did_with_a_rule_and_where_it_holds_is_shown_in_russian_to_a_reader_of_russian(run: Run) -> None:
    contested = [
        rule for rule in law_in_use().rules.values() if any(one.litigation or one.place for one in rule.versions)
    ]
    assert len(contested) > 20
    found = {}
    for rule in contested:
        shown = run("law", "show", rule.id, "--lang", "ru").out
        lines = [line for line in shown.splitlines() if line.lstrip().startswith(("!", "только в"))]
        if left := [line for line in lines if english_runs(line) or "circuit" in line]:
            found[rule.id] = left
    assert found == {}


def test_a_route_is_shown_with_how_long_it_lasts_and_what_it_closes(run: Run) -> None:
    told = run("law", "show", "us.withholding", "--json").json
    for language, labels in (("en", ("How long it lasts", "What it closes")), ("ru", ("Надолго ли", "Что закрывает"))):
        shown = run("law", "show", "us.withholding", "--lang", language).out
        assert all(label in shown for label in labels)
        assert all(told[name][language] in shown for name in ("gives", "lasts", "closes", "decides"))
    assert "lasts" not in run("law", "show", "us.asylum.bar.one_year", "--json").json


def test_a_check_counts_what_it_ran(run: Run, small_law: LawBase) -> None:
    assert run("law", "check").out.startswith("0 examples, 0 wrong, 0 answers without an example\n0 decided cases")
    found = run("law", "check", "--json").json
    assert (found["examples"], found["decisions"], found["wrong"], found["asked"]) == (0, 0, [], [])


def test_what_the_law_commands_say_is_said_in_russian_too(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = '[[example]]\nname = { en = "there", ru = "там" }\nfacts = { where_now = "DE" }\nexpect = "met"\n'
    base = law(tmp_path / "law", xx__one=record("xx.one") + example)
    monkeypatch.setattr(law_queries, "law_in_use", lambda: base)
    assert run("law", "check", "--coverage", "--lang", "ru").out.splitlines() == [
        "xx.one: там: ожидалось «выполнено», получено «не выполнено»",
        "xx.one: нет примера с ответом «не выполнено»",
        "xx.one: нет примера с ответом «неизвестно»",
        "xx.one / here: ни один пример не показывает: выполнено, неизвестно",
        "примеров: 1, неверных: 1, ответов без примера: 2",
        "решённых дел: 0, вопросов: 0, неверных: 0, известных расхождений: 0",
        "элементов: 1; ни разу не показано: выполнено — 1, не выполнено — 0, неизвестно — 1",
    ]
    status = run("law", "status", "--lang", "ru").out
    assert status.startswith("правовая база от ")
    assert "поставлена с программой" in status


def test_stale_versions_are_counted(run: Run, small_law: LawBase) -> None:
    assert run("law", "stale", "--on", "2026-11-20").out.strip() == "0 volatile versions to compare again"
    assert run("law", "stale", "--on", "2027-11-20", "--json").json == [
        {"rule": "xx.one", "checked": "2026-11-20", "days": 365}
    ]


def test_a_difference_is_explained(run: Run, case: Path, small_law: LawBase) -> None:
    found = run("law", "diff", case, "2019-01-01", "2026-11-20")
    shown = small_law.rules["xx.one"].title
    assert found.out.split("\n")[:4] == [
        f"{shown.en} [xx.one]: Closed -> Unproven",
        "    Without this it would be the same:",
        f"        {shown.en} [xx.one]. First: not in force. Then: in force from 2020-01-01 (Act 1 s. 2).",
        "1 conclusions change",
    ]
    russian = run("law", "diff", case, "2019-01-01", "2026-11-20", "--lang", "ru").out.split("\n")
    assert russian[1:4] == [
        "    Без этого вывод был бы тем же:",
        f"        {shown.ru} [xx.one]. Сначала: не действует. Затем: действует с 2020-01-01 (Act 1 s. 2).",
        "выводов меняется: 1",
    ]
    (row,) = run("law", "diff", case, "2019-01-01", "2026-11-20", "--json").json
    (only,) = row["because"]["without"]
    assert [one["now"] for one in only["rules"]] == [[{"from": "2020-01-01", "until": None, "cite": "Act 1 s. 2"}]]
    assert run("law", "diff", case, "2026-01-01", "2026-11-20").out.strip() == "0 conclusions change"


# deadlines, schemas, bundles


@pytest.mark.parametrize("language", Language)
def test_each_deadline_is_shown_with_its_counting_sentence(run: Run, case: Path, language: Language) -> None:
    rows = run("deadlines", case, "--json", "--lang", language.value).json
    assert rows
    out = run("deadlines", case, "--lang", language.value).out
    assert all(one["counting"] in out for one in rows)


def test_a_day_that_is_over_is_not_shown_as_a_day_ahead(run: Run, tmp_path: Path) -> None:
    told_of = (fact("where_now", told("US")), fact("us_last_arrival", told("2023-01-02")))
    case = write_case(tmp_path, PERSON, *told_of)
    assert "2024-01-02  [this day has passed]" in run("deadlines", case, "--lang", "en").out
    assert "2024-01-02  [этот день прошёл]" in run("deadlines", case, "--lang", "ru").out
    ahead = write_case(tmp_path / "ahead", PERSON, told_of[0], fact("us_last_arrival", told("2026-10-02")))
    assert "has passed" not in run("deadlines", ahead, "--lang", "en").out


def test_the_time_to_appeal_a_german_refusal_does_not_stand_beside_asylum_in_austria(run: Run, tmp_path: Path) -> None:
    told_of = (fact("where_now", told("DE")), fact("asylum_refusal_served_date", told("2026-11-12")))
    case = write_case(tmp_path, PERSON, *told_of)
    german = run("assess", case, "--route", "de.refugee", "--lang", "en").out
    assert "22 November 2026: European Union" in german
    assert "If the claim was inadmissible" in german
    assert "22 November 2026: European" not in run("assess", case, "--route", "at.refugee", "--lang", "en").out


def test_a_case_from_whose_dates_nothing_follows_says_so_and_what_that_does_not_mean(run: Run, tmp_path: Path) -> None:
    case = write_case(tmp_path, PERSON)
    for language, sentence in (("en", "That does not mean that none runs"), ("ru", "Это не значит, что сроки не идут")):
        found = run("deadlines", case, "--lang", language)
        assert found.code == 0
        assert sentence in found.out
    assert run("deadlines", case, "--json").json == []


def test_schemas_are_listed_by_name(run: Run) -> None:
    assert run("schema").out.split() == list(schema_names())


def test_a_bundle_is_built_from_an_index(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("A letter.\n", encoding="utf-8")
    (tmp_path / "index.toml").write_text(
        'title = "Exhibits"\nprepared = 2026-11-20\n[[item]]\ntab = "A"\ntitle = "Letter"\nfile = "letter.txt"\n',
        encoding="utf-8",
    )
    found = run("bundle", tmp_path / "index.toml", "--out", tmp_path / "bundle.pdf")
    assert (found.code, found.out) == (0, f"{tmp_path / 'bundle.pdf'}: 4 pages\n")


def test_facts_told_in_russian_are_printed_in_russian(run: Run, tmp_path: Path, small_law: LawBase) -> None:
    folder = write_case(tmp_path / "ru", PERSON, fact("where_now", told("US")))
    assert "Анна Зимина" in run("assess", folder, "--lang", "ru").out
