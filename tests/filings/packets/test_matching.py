"""Documents that a lawyer edits: what no longer matches the case is named, what was edited is never overwritten."""

from __future__ import annotations

import io
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from tests.filings.packets.reading import docx_text

from pristan.case.account_model import Accounts, Cause, Explanation
from pristan.case.declaration_model import Declarations, PacketSettings
from pristan.case.model import Case
from pristan.chronology.check import check
from pristan.filings.documents.docx_file import docx_of
from pristan.filings.documents.matching import mismatches, tag_of
from pristan.filings.documents.model import Document, Piece, paragraph
from pristan.filings.documents.sources import States
from pristan.filings.packets.build import BuiltPacket, Order, build_packet
from pristan.filings.packets.checking import refusals
from pristan.filings.profiles.load import profiles
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language, Text
from pristan.law.loader import law_in_use
from pristan.services.assessing import assess_case
from pristan.services.cases import open_case
from pristan.services.packets import build_one

STORY = Path(__file__).parents[3] / "stories" / "partner"
PACKET = "un.cat"  # the cheapest to build


@pytest.fixture(scope="module")
def partner() -> Case:
    return open_case(STORY)


def _build(case: Case, out: Path, *, final: bool = False) -> BuiltPacket:
    return build_one(case, PACKET, out, language=Language.EN, final=final)


@pytest.fixture(scope="module")
def first(partner: Case, tmp_path_factory: pytest.TempPathFactory) -> BuiltPacket:
    return _build(partner, tmp_path_factory.mktemp("first"))


@pytest.fixture
def lying(first: BuiltPacket, tmp_path: Path) -> Path:
    """The packet as it lies on the lawyer's desk."""
    shutil.copytree(first.folder.parent, tmp_path / "out")
    return tmp_path / "out"


def _submission(out: Path) -> Path:
    return next((out / f"{PACKET}_nikita").glob("draft_*_submission.docx"))


def _edit(file: Path, old: str, new: str) -> None:
    word = docx.Document(str(file))
    marked = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    changed = 0
    for one in word.element.body.iter(marked):
        if old in (one.text or ""):
            one.text = one.text.replace(old, new)
            changed += 1
    assert changed
    word.save(str(file))


def _facts(built: BuiltPacket) -> list[str]:
    return [one.what.en for one in refusals(built.findings) if one.rule == "packet.fact"]


def test_a_packet_that_matches_the_case_is_not_refused_for_its_facts(partner: Case, lying: Path) -> None:
    assert _facts(_build(partner, lying, final=True)) == []


def test_a_fact_that_the_case_now_tells_otherwise_is_named(partner: Case, lying: Path) -> None:
    statements = tuple(
        replace(one, quote="другая цитата") if one.fact == "attacked_outside_custody" and one.exhibit else one
        for one in partner.statements
    )
    assert statements != partner.statements
    events = tuple(
        replace(one, title=Text("Leaves for good", "Уезжает совсем")) if one.id == "departure" else one
        for one in partner.events
    )
    found = _facts(_build(replace(partner, statements=statements, events=events), lying, final=True))
    assert any("Leaves Russia" in one and "the case now says something else" in one for one in found)


def test_a_fact_that_is_gone_from_the_case_is_named(partner: Case, lying: Path) -> None:
    told = {one.about for one in partner.accounts.statements}
    gone = next(one for one in partner.events if one.id not in told and one.exhibits)
    events = tuple(one for one in partner.events if one is not gone)
    found = _facts(_build(replace(partner, events=events), lying, final=True))
    assert any("no longer holds" in one and gone.title.en in one for one in found)


def test_a_date_changed_by_hand_is_named_and_the_edited_document_is_kept(partner: Case, lying: Path) -> None:
    file = _submission(lying)
    _edit(file, "8 November 2025", "9 November 2025")
    before = file.read_bytes()
    built = _build(partner, lying)
    assert any("8" in one and "are gone" in one for one in _facts(built))
    assert file.read_bytes() == before
    assert (file.parent / f"new_{file.name}").exists()


def test_other_words_may_be_changed_by_hand(partner: Case, lying: Path) -> None:
    file = _submission(lying)
    _edit(file, "Leaves Russia", "The complainant left the country")
    built = _build(partner, lying)
    assert _facts(built) == []
    assert "The complainant left the country" in docx_text(file)


def test_a_file_that_is_no_document_is_named(partner: Case, lying: Path) -> None:
    _submission(lying).write_bytes(b"no document")
    built = _build(partner, lying)
    assert any(one.rule == "packet.not_included" for one in refusals(built.findings))


def test_a_finished_pdf_stands_in_its_place_and_is_said_not_to_be_compared(
    partner: Case, first: BuiltPacket, tmp_path: Path
) -> None:
    folder = tmp_path / "case"
    shutil.copytree(STORY, folder)
    shutil.copy(next(first.folder.glob("*_submission.pdf")), folder / "finished.pdf")
    with (folder / "case.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'\n[[packet]]\nprofile = "{PACKET}"\nfiles = {{ submission = "finished.pdf" }}\nsigned = ["form"]\n'
        )
    built = _build(open_case(folder), tmp_path / "out")
    part = built.packet.part("submission")
    assert part is not None
    assert part.supplied
    assert part.pages
    assert [one.place.en for one in built.findings if one.rule == "packet.pdf"] == ["Facts and claims"]
    assert not list(built.folder.glob("*_submission.docx"))


def test_a_part_that_the_packet_does_not_have_is_refused_with_those_it_has(partner: Case, tmp_path: Path) -> None:
    wrong = PacketSettings(
        PACKET, "nikita", {}, {"brief": next(iter(partner.exhibits.values())).file}, None, (), (), ()
    )
    case = replace(partner, declarations=replace(partner.declarations, packets=(wrong,)))
    with pytest.raises(CaseError, match="submission"):
        _build(case, tmp_path)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (PacketSettings(PACKET, "nikita", {"a_number": "1"}, {}, None, (), (), ()), "remedies"),
        (PacketSettings(PACKET, "nikita", {}, {}, None, (), ("brief",), ()), "submission"),
        (PacketSettings("un.cta", "nikita", {}, {}, None, (), (), ()), "un.cat"),
    ],
)
def test_a_misspelt_word_of_a_packet_is_refused_with_those_that_exist(
    partner: Case, tmp_path: Path, settings: PacketSettings, says: str
) -> None:
    case = replace(partner, declarations=replace(partner.declarations, packets=(settings,)))
    with pytest.raises(CaseError, match=says):
        _build(case, tmp_path)


def test_a_chosen_list_of_exhibits_is_taken_in_its_order(partner: Case, tmp_path: Path) -> None:
    chosen = PacketSettings(PACKET, "nikita", {}, {}, ("9", "3", "14"), (), (), ())
    case = replace(partner, declarations=replace(partner.declarations, packets=(chosen,)))
    built = _build(case, tmp_path)
    assert [one.exhibit.id for one in built.packet.exhibits] == ["9", "3", "14"]
    assert "Trauma clinic" not in docx_text(_submission(tmp_path)) or "Tab" in docx_text(_submission(tmp_path))


def test_what_is_left_out_enters_item_by_item_and_a_wrong_id_is_named(
    partner: Case, first: BuiltPacket, tmp_path: Path
) -> None:
    working = docx_text(first.folder / "not_for_filing" / "anticipated.docx")
    text, _, rest = working.partition(" [argument:")
    name = rest.partition("]")[0]
    chosen = PacketSettings(PACKET, "nikita", {}, {}, None, (f"argument:{name}", "event:nothing"), (), ())
    case = replace(partner, declarations=replace(partner.declarations, packets=(chosen,)))
    built = _build(case, tmp_path)
    printed = docx_text(_submission(tmp_path))
    argument = text.rpartition("1.")[2]
    assert "Points that may be raised" in printed
    assert argument in printed
    assert argument not in docx_text(next(first.folder.glob("*_submission.docx")))
    assert [one.what.en for one in built.findings if one.rule == "packet.include"] == [
        '"event:nothing" (include) names no event, effect or argument of this case'
    ]


def test_a_scenario_never_enters_a_filing(partner: Case) -> None:
    supposed = assess_case(partner, settings=("where_now=US",), routes=["un.cat.host_state"], moves=False)
    order = Order(
        partner, law_in_use(), supposed, profiles()[PACKET], partner.principal, Language.EN, date(2026, 11, 20), False
    )
    with pytest.raises(CaseError, match="scenario"):
        build_packet(order, Path("nowhere"), fonts=Path("nowhere"))


# the comparison by itself


def _document(text: str) -> Document:
    return Document("d", "D", Language.EN, "a4", 12, 1.0, (paragraph(Piece(text, ("event:departure",))),))


def test_a_sentence_may_be_deleted(partner: Case) -> None:
    states = States(partner, law_in_use())
    empty = docx_of(replace(_document("x"), blocks=()), tag=lambda piece: tag_of(piece, states))
    assert mismatches(empty, [_document("8 November 2025: leaves")], states) == ()


def test_quoted_words_must_stay(partner: Case) -> None:
    states = States(partner, law_in_use())
    made = docx_of(_document("he wrote something"), tag=lambda piece: tag_of(piece, states))
    (found,) = mismatches(made, [_document("he wrote «таким здесь не жить»")], states)
    assert found.kind == "edited"
    assert found.tokens == ("«таким здесь не жить»",)


def test_a_document_that_declares_entities_is_not_read(partner: Case) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(ValueError, match="entities"):
        mismatches(made.getvalue(), [], States(partner, law_in_use()))


def test_corrections_that_the_person_discloses_stand_in_the_statement_and_others_do_not(
    partner: Case, tmp_path: Path
) -> None:
    clash = check(partner).open[0]
    names = tuple(one.id for one in clash.sides)[:1]
    told = Explanation(
        "x1", names, Cause.SLIP, Text("I mixed up the hour.", "Я перепутал час."), "nikita", None, True, False
    )
    accounts: Accounts = replace(partner.accounts, explanations=(told,))
    shown = build_one(replace(partner, accounts=accounts), "uk.ftt", tmp_path / "a", language=Language.EN)
    hidden_accounts = replace(partner.accounts, explanations=(replace(told, disclose=False),))
    hidden = build_one(replace(partner, accounts=hidden_accounts), "uk.ftt", tmp_path / "b", language=Language.EN)
    assert "I mixed up the hour." in docx_text(next(shown.folder.glob("*_declaration.docx")))
    assert "I mixed up the hour." not in docx_text(next(hidden.folder.glob("*_declaration.docx")))


def test_a_case_without_a_statement_has_no_declaration_and_says_so(partner: Case, tmp_path: Path) -> None:
    built = build_one(replace(partner, declarations=Declarations()), "uk.ftt", tmp_path, language=Language.EN)
    assert not list(built.folder.glob("*_declaration.*"))
    assert any(one.rule == "statement" for one in refusals(built.findings))
