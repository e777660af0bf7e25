"""`pristan add` and `confirm`: a copy with hash and log, nothing guessed, nothing taken into the case unasked."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest

from pristan.case.home import FolderHome
from pristan.case.loader import load_case
from pristan.documents.intake.files import read_bytes
from pristan.evidence.custody import entries
from pristan.evidence.hashes import sha256_of
from pristan.services.schemas import schema
from tests.cli.conftest import Run
from tests.documents.intake import made
from tests.support.case_folder import PERSON, fact, item, told, write_case

CHARGE = """ПОСТАНОВЛЕНИЕ
о привлечении в качестве обвиняемого
г. Казань 12 марта 2026 года
Следователь Орлов И.П., рассмотрев материалы уголовного дела № 12601920099000417,
УСТАНОВИЛ:
4 марта 2026 года Зимина А.В. разместила запись, то есть совершила преступление, предусмотренное ч. 1 ст. 280.3 УК РФ.
ПОСТАНОВИЛ:
Привлечь {accused} в качестве обвиняемой по ч. 1 ст. 280.3 УК РФ.
Настоящее постановление мне объявлено 13 марта 2026 года
"""


def charge(folder: Path, accused: str = "Зимину Анну Викторовну", name: str = "обвинение.txt") -> Path:
    path = folder / name
    path.write_text(CHARGE.format(accused=accused), encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_case(tmp_path / "case", PERSON)


def test_a_paper_is_copied_logged_and_stands_in_the_case_file(run: Run, case: Path, tmp_path: Path) -> None:
    paper = charge(tmp_path)
    assert run("add", case, paper).code == 0
    (exhibit,) = load_case(case).exhibits.values()
    assert (exhibit.kind, exhibit.issuer, exhibit.number) == ("charge", "accuser", "12601920099000417")
    assert (case / exhibit.file).read_bytes() == paper.read_bytes()
    assert [(one.exhibit, one.sha256) for one in entries(FolderHome(case))] == [("1", sha256_of(paper))]


def test_adding_a_paper_answers_no_question(run: Run, case: Path, tmp_path: Path) -> None:
    run("add", case, charge(tmp_path))
    assert load_case(case).statements == ()


def test_the_same_bytes_are_not_added_twice(run: Run, case: Path, tmp_path: Path) -> None:
    run("add", case, charge(tmp_path))
    again = run("add", case, charge(tmp_path, name="копия.txt"))
    assert again.code == 0
    assert "this paper is in the case already, as exhibit 1" in again.out
    assert "эта бумага уже есть в деле: приложение 1" in run("add", case, charge(tmp_path), "--lang", "ru").out
    assert len(load_case(case).exhibits) == 1


def test_the_same_paper_in_another_file_is_added_and_named(run: Run, case: Path, tmp_path: Path) -> None:
    run("add", case, charge(tmp_path))
    (tmp_path / "копия.docx").write_bytes(made.docx(CHARGE.format(accused="Зимину Анну Викторовну")))
    again = run("add", case, tmp_path / "копия.docx")
    assert "exhibit 2 (looks like exhibit 1" in again.out
    assert len(load_case(case).exhibits) == 2
    other = run("add", case, charge(tmp_path, accused="Орлову Марию Ивановну", name="c.txt"), "--lang", "ru")
    assert "приложение 3" in other.out


def test_who_made_an_unknown_paper_is_asked_and_not_guessed(run: Run, case: Path, tmp_path: Path) -> None:
    letter = tmp_path / "письмо.txt"
    letter.write_text("Здравствуй, Анна! У нас опять приходили и спрашивали о тебе.", encoding="utf-8")
    refused = run("add", case, letter)
    assert (refused.code, "--issuer" in refused.out) == (3, True)
    assert run("add", case, letter, "--issuer", "witness").code == 0
    assert [one.issuer.value for one in load_case(case).exhibits.values()] == ["witness"]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_added(run: Run, case: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(made.hostile()["no_objects.pdf"][0])
    ran = run("add", case, bad, charge(tmp_path))
    assert ran.code == 3
    assert len(load_case(case).exhibits) == 1


def test_of_ten_hostile_and_ten_good_files_ten_become_exhibits(run: Run, case: Path, tmp_path: Path) -> None:
    bad = {name: data for name, (data, _) in list(made.hostile().items())[10:20]}
    made.written(tmp_path / "papers", made.good() | bad)
    ran = run("add", case, tmp_path / "papers", "--issuer", "neutral")
    assert ran.code == 3
    assert len(load_case(case).exhibits) == 10  # what is attached to the letter has the bytes of another
    told = [line.split(":")[0] for line in ran.out.splitlines() if not line.startswith("  ")]
    assert sorted(told) == sorted({*made.good(), *bad, "10.eml › постановление.docx"})


def test_what_a_picture_tells_and_what_lies_inside_a_letter_is_said_on_arrival(
    run: Run, case: Path, tmp_path: Path
) -> None:
    made.written(tmp_path, {"a.jpg": made.photograph_with_place(), "b.eml": made.letter()})
    out = run("add", case, tmp_path / "a.jpg", tmp_path / "b.eml", "--issuer", "person").out
    assert "GPS" in out
    assert "2024:03:05 10:11:12" in out
    assert "files that lay inside it: 1" in out
    assert "b.eml › постановление.docx: exhibit 3" in out


def test_files_of_an_archive_become_exhibits_and_the_log_tells_where_they_lay(
    run: Run, case: Path, tmp_path: Path
) -> None:
    inner = made.zipped({"папка/обвинение.txt": CHARGE.format(accused="Зимину Анну Викторовну").encode()})
    made.written(tmp_path, {"a.zip": made.zipped({"b.zip": inner, "c.txt": b"Hello"})})
    ran = run("add", case, tmp_path / "a.zip")
    assert ran.code == 3  # who wrote c.txt cannot be told
    assert "a.zip: an archive, no paper itself; files in it: 2" in ran.out
    assert "a.zip › b.zip › обвинение.txt: exhibit 1" in ran.out
    (entry,) = entries(FolderHome(case))
    assert entry.source is not None
    assert (entry.source.way, entry.source.sha256) == (("a.zip", "b.zip"), sha256_of(tmp_path / "a.zip"))
    again = run("add", case, tmp_path / "a.zip", "--issuer", "person")
    assert again.code == 0
    assert len(load_case(case).exhibits) == 2


def test_an_exported_chat_comes_without_what_only_gives_it_its_look(run: Run, case: Path, tmp_path: Path) -> None:
    chat = {"e/messages.html": "<html><p>Приходили с обыском</p></html>".encode(), "e/css/style.css": b"p{}"}
    chat |= {"e/photos/1.jpg": made.jpeg(), "e/photos/1_thumb.jpg": made.photograph_with_place()}
    made.written(tmp_path, {"chat.zip": made.zipped(chat), "style.zip": made.zipped({"css/style.css": b"p{}"})})
    out = run("add", case, tmp_path / "chat.zip", "--issuer", "person").out
    assert len(load_case(case).exhibits) == 2
    assert "were left out: 2" in out
    run("add", case, tmp_path / "style.zip", "--issuer", "person")  # no chat: it stays what it is
    assert len(load_case(case).exhibits) == 3


def test_a_locked_paper_goes_on_record_without_its_password_and_a_wrong_one_is_told(
    run: Run, case: Path, tmp_path: Path
) -> None:
    made.written(tmp_path, {"a.pdf": made.locked_pdf("ключ1")})
    told = run("add", case, tmp_path / "a.pdf", "--issuer", "accuser", "--password", "другой")
    assert (told.code, load_case(case).exhibits) == (3, {})
    assert "The password does not open it" in told.out
    told = run("add", case, tmp_path / "a.pdf", "--issuer", "accuser", "--password", "ключ1")
    assert told.code == 0
    assert "a.pdf: it opened with the password" in told.out
    assert "a.pdf › a.pdf: exhibit 1" in told.out
    (exhibit,) = load_case(case).exhibits.values()
    assert read_bytes((case / exhibit.file).read_bytes(), "a.pdf").fault is None


def test_an_exported_chat_given_as_a_folder_comes_without_its_look_and_any_other_folder_as_it_is(
    run: Run, case: Path, tmp_path: Path
) -> None:
    chat = {"messages.html": "<html><p>Приходили с обыском</p></html>".encode(), "css/style.css": b"p{}"}
    chat |= {"js/script.js": b"x = 1", "images/back.png": made.jpeg(), "files/images.txt": "Список фото".encode()}
    made.written(tmp_path / "ChatExport", chat)
    made.written(tmp_path / "papers", {"images/a.txt": "Характеристика".encode(), "css/b.txt": "Справка".encode()})
    out = run("add", case, tmp_path / "ChatExport", "--issuer", "person").out
    assert [one.file.name for one in load_case(case).exhibits.values()] == ["01_images.txt", "02_messages.html"]
    assert "were left out: 3" in out
    out = run("add", case, tmp_path / "papers", "--issuer", "person").out
    assert len(load_case(case).exhibits) == 4
    assert "left out" not in out


def test_what_became_of_each_file_is_told_as_data(run: Run, case: Path, tmp_path: Path) -> None:
    run("add", case, charge(tmp_path))
    made.written(tmp_path / "in", {"b.txt": "Справка".encode(), "шум.bin": bytes(range(256))})
    made.written(tmp_path, {"a.zip": made.zipped({"письмо.txt": "Характеристика".encode()})})
    ran = run("add", case, charge(tmp_path), tmp_path / "a.zip", tmp_path / "in", "--json")
    assert ran.code == 3
    jsonschema.validate(ran.json, schema("add"))
    told_of = {one["file"]: one for one in ran.json["files"]}
    assert (told_of["обвинение.txt"]["exhibit"], told_of["обвинение.txt"]["same_as"]) == (None, "1")
    assert (told_of["a.zip"]["why_not"], told_of["a.zip"]["holds"]) == ("holds_files", 1)
    assert told_of["письмо.txt"]["lay_in"] == ["a.zip"]
    assert told_of["b.txt"]["why_not"] == "issuer"
    assert told_of["шум.bin"]["fault"]["ru"] != told_of["шум.bin"]["fault"]["en"]
    assert (ran.json["broken"], ran.json["encrypted"]) == ([], False)


def test_a_file_on_record_and_one_that_changed_are_told_as_data(run: Run, case: Path, tmp_path: Path) -> None:
    first = run("add", case, charge(tmp_path), "--json")
    assert first.code == 0
    (one,) = first.json["files"]
    assert (one["exhibit"], one["why_not"], one["kind"]) == ("1", None, "charge")
    (case / load_case(case).exhibits["1"].file).write_text("другое", encoding="utf-8")
    again = run("add", case, charge(tmp_path, name="b.txt"), "--json")
    jsonschema.validate(again.json, schema("add"))
    assert [(loss["exhibit"], loss["what"]) for loss in again.json["broken"]] == [("1", "changed")]
    assert again.code == 3


def test_a_changed_exhibit_is_found_when_the_next_one_comes(run: Run, case: Path, tmp_path: Path) -> None:
    run("add", case, charge(tmp_path))
    (case / load_case(case).exhibits["1"].file).write_text("другое", encoding="utf-8")
    assert "hash differs" in run("add", case, charge(tmp_path, name="b.txt")).err


def test_what_a_paper_says_is_offered_with_its_place(run: Run, case: Path, tmp_path: Path) -> None:
    run("add", case, charge(tmp_path))
    offered = run("confirm", case, "--json").json
    jsonschema.validate(offered, schema("proposals"))
    told_by = {one["fact"]: (one["value"], one["exhibit"], one["page"]) for one in offered}
    assert told_by == {
        "charge.article": ("УК 280.3 ч.1", "1", 1),
        "charge.country": ("RU", "1", 1),
        "charge.act_date": ("2026-03-04", "1", 1),
        "charge.stage": ("charged", "1", 1),
        "charge.notice_date": ("2026-03-13", "1", 1),
    }


def test_each_answer_goes_on_record_only_when_the_person_agrees(run: Run, case: Path, tmp_path: Path) -> None:
    run("add", case, charge(tmp_path))
    run("confirm", case, typed="y\nn\n\nq\n")
    (statement,) = load_case(case).statements
    assert (statement.fact, statement.value, statement.exhibit) == ("charge.article", "УК 280.3 ч.1", "1")
    left = [one["fact"] for one in run("confirm", case, "--json").json]
    assert left == ["charge.act_date", "charge.stage", "charge.notice_date"]


def test_what_was_read_surely_may_go_in_bulk_but_not_what_is_contradicted_or_often_wrong(
    run: Run, tmp_path: Path
) -> None:
    case = write_case(
        tmp_path / "case",
        PERSON,
        item("charge", "c1"),
        fact("charge.article", told("280.3 УК РФ"), item="c1"),
        fact("charge.act_date", told("2026-03-01"), item="c1"),
    )
    run("add", case, charge(tmp_path))
    ran = run("confirm", case, "--all-sure")
    assert "put on record: 3; left for you to look at: 2" in ran.out
    left = {one["fact"]: one for one in run("confirm", case, "--json").json}
    # a day of service is read from a text layer, yet the words that give it that part are not always right
    assert set(left) == {"charge.act_date", "charge.notice_date"}
    assert left["charge.act_date"]["against"] == [{"value": "2026-03-01", "source": "person"}]
    assert {one.item for one in load_case(case).statements} == {"c1"}
    russian = run("confirm", case, "--list", "--lang", "ru").out
    assert "но человек говорит: 2026-03-01" in russian
    assert "с. 1]" in russian
    assert not re.search("exhibit|person|p\\. ", russian)


BEGUN = (item("charge", "charge1"), fact("charge.country", told("RU"), item="charge1"))  # as the interview begins one


def test_a_charge_completes_the_one_accusation_that_is_listed_without_an_article(run: Run, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", PERSON, *BEGUN)
    run("add", case, charge(tmp_path))
    run("confirm", case, "--all-sure")
    read = load_case(case)
    assert [one.id for one in read.items] == ["charge1"]
    assert ("charge.article", "charge1") in {(one.fact, one.item) for one in read.statements}


@pytest.mark.parametrize(
    "more",
    [
        (item("charge", "c2"), *BEGUN),  # two that it could be
        (item("charge", "charge1"), fact("charge.country", told("KZ"), item="charge1")),
        (*BEGUN, fact("charge.act_date", told("2019"), item="charge1")),
    ],
)
def test_which_accusation_a_paper_is_about_is_asked_where_it_is_not_plain_and_never_taken_in_bulk(
    run: Run, tmp_path: Path, more: tuple[str, ...]
) -> None:
    case = write_case(tmp_path / "case", PERSON, *more)
    listed = [one.id for one in load_case(case).items]
    run("add", case, charge(tmp_path))
    assert "put on record: 0" in run("confirm", case, "--all-sure").out
    offered = run("confirm", case, "--json").json
    jsonschema.validate(offered, schema("proposals"))
    assert offered[0]["may_be"] == listed


def test_the_accusation_is_chosen_once_for_all_that_a_paper_says(run: Run, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", PERSON, *BEGUN, item("charge", "c2"))
    run("add", case, charge(tmp_path))
    ran = run("confirm", case, "--lang", "ru", typed="y\n1\ny\ny\nq\n")
    assert ran.out.count("О каком обвинении эта бумага?") == 1
    read = load_case(case)
    assert {one.id for one in read.items} == {"charge1", "c2"}
    assert {one.item for one in read.statements} == {"charge1"}
    left = run("confirm", case, "--json").json
    assert left
    assert {(one["item"], tuple(one["may_be"])) for one in left} == {("charge1", ())}


def test_another_accusation_can_be_chosen_and_what_was_refused_is_not_offered_again(run: Run, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", PERSON, *BEGUN, item("charge", "c2"))
    run("add", case, charge(tmp_path))
    run("confirm", case, typed="n\ny\n3\nq\n")  # not the article; the country, of an accusation that is new
    read = load_case(case)
    assert len(read.items) == 3
    assert "charge.article" not in {one["fact"] for one in run("confirm", case, "--json").json}


def test_which_accusation_can_be_left_for_later(run: Run, tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", PERSON, *BEGUN, item("charge", "c2"))
    before = (case / "case.toml").read_bytes()
    run("add", case, charge(tmp_path))
    after_adding = (case / "case.toml").read_bytes()
    run("confirm", case, typed="y\n9\n\nq\n")
    assert before != after_adding == (case / "case.toml").read_bytes()


def test_a_paper_about_somebody_else_offers_nothing(run: Run, case: Path, tmp_path: Path) -> None:
    run("add", case, charge(tmp_path, accused="Орлову Марию Ивановну"))
    assert run("confirm", case, "--json").json == []


RECORD = """ПРОТОКОЛ
осмотра предметов
г. Казань 1 марта 2026 года
Следователь Орлов И.П. по уголовному делу № {case} в присутствии понятых:
1) Хабирова Ленара Фаритовича, проживающего: г. Казань, ул. Лесная, д. 4,
с участием обвиняемой {accused}, произвёл осмотр телефона.
"""


def record(folder: Path, name: str, case: str, accused: str) -> Path:
    path = folder / name
    path.write_text(RECORD.format(case=case, accused=accused), encoding="utf-8")
    return path


def test_what_two_papers_show_together_is_offered_with_both_quotes(run: Run, case: Path, tmp_path: Path) -> None:
    run("add", case, charge(tmp_path))
    run("add", case, record(tmp_path, "a.txt", "12601920099000417", "Зиминой Анны Викторовны"))
    run("add", case, record(tmp_path, "b.txt", "12601920099000999", "Кимовой Ольги Ивановны"))
    offered = {one["fact"]: one for one in run("confirm", case, "--json").json}
    sign = offered["charge.same_attesting_witnesses"]
    assert (sign["value"], sign["exhibit"], sign["beside"]["exhibit"], sign["how"]) == (
        True,
        "2",
        "3",
        "against_interest",
    )
    assert sign["quote"] == sign["beside"]["quote"] == "Хабирова Ленара Фаритовича"
    assert offered["charge.article"]["beside"] is None


def test_two_papers_of_one_case_answer_no_question_about_other_cases(run: Run, case: Path, tmp_path: Path) -> None:
    run("add", case, charge(tmp_path))
    for name in ("a.txt", "b.txt"):
        run(
            "add",
            case,
            record(tmp_path, name, "12601920099000417", f"Зиминой Анны Викторовны{' ' * (name == 'b.txt')}"),
        )
    assert "charge.same_attesting_witnesses" not in {one["fact"] for one in run("confirm", case, "--json").json}


def test_what_is_wrong_with_a_case_is_said_in_the_language_asked_for(run: Run, case: Path, tmp_path: Path) -> None:
    text = (case / "case.toml").read_text(encoding="utf-8")
    (case / "case.toml").write_text(text.replace('role = "principal"', 'role = "spouse"'), encoding="utf-8")
    assert "exactly one person" in run("add", case, charge(tmp_path)).err
    said = run("add", case, charge(tmp_path), "--lang", "ru").err
    assert "Ровно у одного лица должно стоять" in said
    assert "case.toml" in said
    assert "exactly one" not in said
