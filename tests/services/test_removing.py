"""A paper leaves the record with what rests on it, comes back as it was, or is forgotten to the last word."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from pristan.case.home import FolderHome
from pristan.evidence.custody import broken_in, entries
from pristan.kernel.errors import CaseError
from pristan.services.adding import add_paper
from pristan.services.cases import open_case
from pristan.services.removing import delete_for_ever, put_back, removed_papers, rests_on, take_off_record
from tests.support.case_folder import PERSON, event, exhibit, fact, item, paper, told, write_case

WORDS = "Постановление Октябрьского районного суда о заочном аресте Зиминой, которого больше ни у кого нет."


@pytest.fixture
def home(tmp_path: Path) -> FolderHome:
    folder = write_case(
        tmp_path / "case",
        PERSON,
        "# the first paper, as the person's mother kept it",
        exhibit("1"),
        exhibit("2", file="exhibits/2.txt", more='translation_of = "1"'),
        item("charge", "c1"),
        fact("charge.article", paper("УК 280.3", "1"), told("280.3"), item="c1"),
        fact("charge.act_date", paper("2026-03-04", "1"), item="c1"),
        fact("charge.stage", paper("charged", "2"), item="c1"),
        event("search", 'exhibits = [ { exhibit = "1", page = 1 }, { exhibit = "2", page = 1 } ]'),
        files=("exhibits/2.txt",),
    )
    return FolderHome(folder)


def facts(home: FolderHome) -> list[tuple[str, str | None]]:
    return [(one.fact, one.exhibit) for one in open_case(home).statements]


def test_what_rests_on_a_paper_is_told_before_it_leaves(home: FolderHome) -> None:
    found = rests_on(open_case(home), "1")
    assert [one.fact for one in found.alone] == ["charge.act_date"]
    assert [one.fact for one in found.beside_others] == ["charge.article"]
    assert [one.id for one in found.events] == ["search"]
    assert found.translations == ("2",)
    with pytest.raises(CaseError, match="no exhibit"):
        rests_on(open_case(home), "9")


def test_a_paper_leaves_with_what_it_alone_shows_and_nothing_else(home: FolderHome) -> None:
    take_off_record(home, "1")
    case = open_case(home)
    assert list(case.exhibits) == ["2"]
    assert facts(home) == [("charge.article", None), ("charge.stage", "2")]
    assert case.events[0].exhibits == (("2", 1),)
    assert case.exhibits["2"].translation_of is None
    assert [one.id for one in case.items] == ["c1"]  # others speak of it
    assert "as the person's mother kept it" in home.text()
    assert not home.holds("exhibits/1.txt")


def test_a_paper_comes_back_as_it_was(home: FolderHome) -> None:
    before, data = tomli.loads(home.text()), home.read("exhibits/1.txt")
    take_off_record(home, "1")
    assert put_back(home, "1") == 0
    assert tomli.loads(home.text()) == before
    assert home.read("exhibits/1.txt") == data
    assert removed_papers(home) == ()
    assert [one.what for one in entries(home)] == ["removed", "restored"]
    assert list(broken_in(home)) == []


def test_a_charge_of_which_nothing_else_speaks_goes_with_its_paper(home: FolderHome) -> None:
    text = home.text()
    more = "\n".join((item("charge", "c2"), fact("charge.stage", paper("charged", "2"), item="c2")))
    home.replace(f"{text}\n{more}", expected=text)
    before = tomli.loads(home.text())
    assert [one.id for one in rests_on(open_case(home), "2").items] == ["c2"]
    take_off_record(home, "2")
    assert [one.id for one in open_case(home).items] == ["c1"]
    put_back(home, "2")
    assert tomli.loads(home.text()) == before


def test_two_papers_come_back_in_either_order(home: FolderHome) -> None:
    before = facts(home)
    for first, second in (("1", "2"), ("2", "1")):
        take_off_record(home, "1")
        take_off_record(home, "2")
        assert facts(home) == [("charge.article", None)]
        put_back(home, first)
        put_back(home, second)
        assert sorted(facts(home), key=str) == sorted(before, key=str)
        assert list(open_case(home).exhibits) == ["1", "2"]


def test_what_was_changed_meanwhile_is_not_written_over_and_is_told(home: FolderHome) -> None:
    take_off_record(home, "1")
    text = home.text()
    home.replace(text.replace('title = {en = "Search"', 'title = {en = "A second search"').replace(
        '{ en = "Search"', '{ en = "A second search"'), expected=text)  # fmt: skip
    assert put_back(home, "1") == 1
    assert open_case(home).events[0].title.en == "A second search"
    assert ("charge.act_date", "1") in facts(home)


def test_what_a_paper_says_of_events_and_its_explanation_go_and_come_back_with_it(home: FolderHome) -> None:
    text = home.text()
    more = '[[explanation]]\nid = "x"\nstatements = ["s1"]\ncause = "typo"\ntext = { en = "a", ru = "б" }\n'
    home.replace(
        f'{text}\n[[statement]]\nid = "s1"\nexhibit = "1"\nabout = "search"\nwhen = "2026-03"\n{more}', expected=text
    )
    found = rests_on(open_case(home), "1")
    assert (found.said, found.explanations) == (1, 1)
    take_off_record(home, "1")
    assert open_case(home).accounts.explanations == ()
    put_back(home, "1")
    assert [one.id for one in open_case(home).accounts.explanations] == ["x"]


def test_tables_in_any_form_of_toml_are_found_and_others_stay_letter_for_letter(home: FolderHome) -> None:
    text = home.text()
    more = '\n[[packet]]\nprofile = "us.eoir"\nexhibits = ["1", "2"]\n[packet.fields]\na_number = "7"  # by hand\n'
    more += '[[event]]\nid = "e"\nwhen = "2026"\nlane = "life"   # odd   spacing\n'
    more += '[event.title]\nen = """\n[[fact]]"""\nru = "б"\n'
    home.replace(text + more, expected=text)
    take_off_record(home, "1")
    (packet,) = open_case(home).declarations.packets
    assert packet.exhibits == ("2",)
    assert dict(packet.fields) == {"a_number": "7"}
    assert more.partition("[[event]]")[2] in home.text()
    put_back(home, "1")
    assert more in home.text()


def test_a_number_is_never_given_twice(home: FolderHome) -> None:
    take_off_record(home, "2")
    added = add_paper(home, "a.txt", WORDS.encode())
    assert added.exhibit is None or added.exhibit == "3"
    added = add_paper(home, "b.txt", b"Hello Anna", issuer=open_case(home).exhibits["1"].issuer)
    assert added.exhibit in ("3", "4")


def test_a_paper_deleted_for_ever_leaves_no_word(home: FolderHome) -> None:
    secret = "Гвоздиковская"
    added = add_paper(home, f"{secret}.txt", f"{WORDS} {secret}".encode(), issuer=open_case(home).exhibits["1"].issuer)
    assert added.exhibit == "3"
    text = home.text()
    home.replace(
        text + "\n" + fact("detention_place", f'value = "{secret}", exhibit = "3", page = 1, how = "observes"'),
        expected=text,
    )
    take_off_record(home, "3")
    take_off_record(home, "1")  # what it keeps of the case may not keep the other
    with pytest.raises(CaseError, match="was taken off"):
        delete_for_ever(home, "2")
    delete_for_ever(home, "3")
    left = [path for path in home.folder.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]
    assert left == []
    assert not any(secret in name or "Gvozdik" in name for name in home.names())
    assert [one.what for one in entries(home)][-1] == "deleted"
    assert list(broken_in(home)) == []
    put_back(home, "1")
    with pytest.raises(CaseError, match="was taken off"):
        put_back(home, "3")
