"""Two packets of every story: what is in them, and what must never be."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from tests.filings.packets.conftest import PACKETS, Built
from tests.filings.packets.reading import docx_text, filed, folded, pdf_text
from tests.filings.packets.test_wording import addressed

from pristan.case.model import Case
from pristan.chronology.check import check
from pristan.country.patterns import general_against, patterns
from pristan.filings.packets.build import BuiltPacket
from pristan.filings.packets.checking import refusals
from pristan.kernel.language import Language, Text
from pristan.law.loader import law_in_use
from pristan.services.packets import build_one

_IDS = [f"{story}-{packet}" for story, packet in PACKETS]
CHECKED = (("antiwar", "us.eoir"), ("partner", "un.cat"))
LONG_ENOUGH = 25  # signs: a shorter sentence can stand anywhere by chance


def _texts(packet: BuiltPacket) -> dict[str, str]:
    read = {".pdf": pdf_text, ".docx": docx_text}
    return {one.name: read[one.suffix](one) for one in filed(packet.folder) if one.suffix in read}


@pytest.fixture(scope="session")
def texts(built: Built) -> Mapping[tuple[str, str], Mapping[str, str]]:
    return {key: _texts(packet) for key, packet in built.items()}


def _arguments() -> list[Text]:
    """Everything that the law base and the country data let the other side say."""
    found = [
        text
        for rule in law_in_use().rules.values()
        for version in rule.versions
        for element in version.elements.values()
        for text in element.opponent
    ]
    found += [one.says for one in general_against().values()]
    return found + [one.says for pattern in patterns().values() for one in pattern.against]


@pytest.mark.parametrize("key", PACKETS, ids=_IDS)
def test_a_packet_holds_no_argument_of_the_other_side(
    key: tuple[str, str], texts: Mapping[tuple[str, str], Mapping[str, str]]
) -> None:
    long = {folded(text.en) for text in _arguments() if len(text.en) >= LONG_ENOUGH}
    assert len(long) > 200
    for name, text in texts[key].items():
        assert [one for one in long if one in text] == [], name


@pytest.mark.parametrize("key", PACKETS, ids=_IDS)
def test_a_packet_holds_no_contradiction_no_explanation_and_no_scenario(
    key: tuple[str, str], cases: Mapping[str, Case], texts: Mapping[tuple[str, str], Mapping[str, str]]
) -> None:
    case = cases[key[0]]
    report = check(case)
    found = [folded(one.headline.en) for one in (*report.open, *report.explained)]
    found += [folded(one.text.en) for one in case.accounts.explanations if not one.disclose]
    found += [folded(one.title.en) for one in case.scenarios]
    for name, text in texts[key].items():
        assert [one for one in found if len(one) >= 12 and one in text] == [], name


@pytest.mark.parametrize("key", PACKETS, ids=_IDS)
def test_nothing_that_goes_to_the_court_is_stamped_a_draft_or_a_working_paper(
    key: tuple[str, str], texts: Mapping[tuple[str, str], Mapping[str, str]]
) -> None:
    for name, text in texts[key].items():
        assert "Working paper" not in text, name
        assert "DRAFT" not in text, name


def test_stories_have_contradictions_scenarios_and_arguments_to_leak(cases: Mapping[str, Case]) -> None:
    """The tests above would prove nothing if there were none."""
    assert sum(len(check(case).open) for case in cases.values()) > 5
    assert sum(len(case.scenarios) for case in cases.values()) > 5


def test_the_other_sides_arguments_stand_in_the_working_papers(built: Built) -> None:
    aside = built["antiwar", "us.eoir"].folder / "not_for_filing" / "anticipated.pdf"
    assert "left on her own passport" in pdf_text(aside) or "went back, or renewed a passport" in pdf_text(aside)


def _pdfs(built: Built) -> list[Path]:
    return [one for packet in built.values() for one in packet.folder.rglob("*.pdf")]


def test_every_pdf_opens_in_another_reader_and_has_words_on_its_first_page(built: Built) -> None:
    for file in _pdfs(built):
        pdf = pypdfium2.PdfDocument(file)
        assert len(pdf) >= 1, file
        if "annexes" not in file.parts:
            assert pdf[0].get_textpage().get_text_bounded().strip(), file
        pdf.close()


def test_every_pdf_of_two_packets_passes_the_checker(built: Built) -> None:
    """Two only: the checker reads every picture of every scan."""
    for file in (one for key in CHECKED for one in built[key].folder.glob("*.pdf")):
        checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, f"{file.name}: {checked.stdout}{checked.stderr}"


def test_both_forms_of_a_document_say_the_same(built: Built) -> None:
    for packet in built.values():
        for file in packet.folder.glob("*.docx"):
            words = set(docx_text(file).replace("_", " ").split()) - {"•"}
            printed = pdf_text(file.with_suffix(".pdf"))
            squeezed = printed.replace(" ", "")
            missing = [one for one in words if one not in squeezed]
            assert len(missing) <= len(words) // 40, f"{file.name}: {missing[:10]}"


def test_a_cover_is_headed_by_what_the_packet_is_and_not_by_the_word_cover(built: Built) -> None:
    headed = []
    for packet in built.values():
        for part in (one.part for one in packet.packet.parts if one.part.document == "cover"):
            said = docx_text(next(packet.folder.glob(f"*_{part.id}.docx")))
            assert folded(packet.packet.profile.title.en) in said
            assert folded(part.title.en) not in said
            headed.append(part.id)
    assert len(headed) >= 5


def test_each_pin_cite_stands_on_the_page_of_the_bundle_that_it_names(built: Built) -> None:
    packet = built["antiwar", "us.eoir"]
    bundle = pypdfium2.PdfDocument(next(packet.folder.glob("*_bundle.pdf")))
    brief = pdf_text(next(packet.folder.glob("*_brief.pdf")))
    tab = next(one.tab for one in packet.packet.exhibits if one.exhibit.id == "4")
    page = int(brief.split(f"Tab {tab}, p. 1 (bundle p. ")[1].split(")")[0])
    on_page = folded(bundle[page - 1].get_textpage().get_text_bounded())
    assert "о возбуждении уголовного дела" in on_page
    assert "280.3" in on_page
    assert bundle.get_page_label(page - 1) == str(page)
    bundle.close()


def test_the_statement_stands_in_the_persons_words_beside_the_translation(
    built: Built, cases: Mapping[str, Case]
) -> None:
    packet = built["antiwar", "us.eoir"]
    printed = docx_text(next(packet.folder.glob("*_declaration.docx")))
    for one in cases["antiwar"].declarations.of("vera"):
        made = one.translation("en")
        assert made is not None
        assert folded(one.text) in printed
        assert folded(made.text) in printed


# What each packet of a story still lacks, by rule: forms, signatures, consents and translations that only people make.
LACKS = {
    ("planted", "wgad"): {"form", "consent"},
    ("planted", "conviction.submission"): {"submission_signed"},
    ("raided", "extradition.memorandum"): {"memorandum_signed"},
    ("raided", "echr.rule39"): {"decisions"},
    ("returned", "un.hrc"): {"form"},
    ("returned", "un.cat"): {"form"},
    ("witness", "de.court"): {"language", "grounds_signed"},
    ("witness", "de.bamf"): {"language"},
}


@pytest.mark.parametrize("key", LACKS, ids=[f"{story}-{packet}" for story, packet in LACKS])
def test_a_packet_of_a_story_lacks_only_what_people_must_still_make(key: tuple[str, str], built: Built) -> None:
    assert {one.rule for one in refusals(built[key].findings)} == LACKS[key]


def test_a_telling_that_differs_is_left_out_and_named_and_papers_that_differ_are_quoted(built: Built) -> None:
    packet = built["returned", "un.hrc"]
    (lessons,) = [one for one in _facts_of(packet) if "read the Koran at home" in one]
    assert "«в период с февраля по май 2019 года»" in lessons
    assert "«в период с февраля по август 2019 года»" in lessons
    for title in ("Hiding from the investigation", "Questioned by the investigator"):
        assert [one for one in _facts_of(packet) if title in one], title
    assert not [one for one in packet.findings if one.rule in ("packet.disputed", "packet.unsourced")]


@pytest.mark.parametrize("key", PACKETS, ids=_IDS)
def test_every_event_of_a_story_is_stated_or_named_as_left_out(
    key: tuple[str, str], built: Built, cases: Mapping[str, Case]
) -> None:
    packet = built[key]
    if not any(one.part.document == "submission" for one in packet.packet.parts):
        pytest.fail("no submission: choose another packet")
    told = " ".join(_facts_of(packet))
    named = " ".join(one.what.en for one in packet.findings if one.rule in ("packet.disputed", "packet.unsourced"))
    assert [event.id for event in cases[key[0]].events if folded(event.title.en) not in told + named] == []


def test_the_central_event_of_a_story_stands_on_the_persons_statement_where_a_witness_gives_another_day(
    built: Built,
) -> None:
    packet = built["partner", "uk.ftt"]
    (told,) = [one for one in _facts_of(packet) if "False date; beaten and filmed" in one]
    assert told.endswith("False date; beaten and filmed (Witness statement of the appellant, para. 3).")
    assert "False date" in " ".join(one.what.en for one in packet.findings if one.rule == "packet.disputed")


def test_an_authority_of_which_a_part_was_not_seen_is_left_out_and_named(built: Built) -> None:
    packet = built["antiwar", "us.eoir"]
    assert "not seen" not in " ".join(_facts_of(packet))
    assert [one for one in packet.findings if one.rule == "packet.law" and "not seen" in one.what.en]


def _facts_of(packet: BuiltPacket) -> list[str]:
    """The paragraphs of the submission as they stand in the DOCX."""
    part = next(one for one in packet.packet.parts if one.part.document == "submission")
    body = docx.Document(str(packet.folder / part.file.replace(".pdf", ".docx"))).element.body
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [folded("".join(one.text or "" for one in line.iter(f"{word}t"))) for line in body.iter(f"{word}p")]


def test_an_explained_slip_is_filed_as_a_correction_in_the_language_of_the_forum(
    built: Built, cases: Mapping[str, Case]
) -> None:
    (slip,) = cases["witness"].accounts.explanations
    for packet in ("de.court", "de.bamf"):
        folder = built["witness", packet].folder
        statement = docx_text(next(folder.glob("*_declaration.docx")))
        assert folded(slip.text.ru) in statement
        assert folded(slip.also["de"]) in statement
        assert "22 February 2026" not in statement.split("Corrections")[1].replace(folded(slip.text.en), "")
    grounds = " ".join(_facts_of(built["witness", "de.court"]))
    assert "Leaves Russia for Georgia" in grounds
    assert "Corrections" in grounds


def test_what_is_explained_for_the_notes_only_is_in_no_paper_and_the_event_is_stated_without_a_word_of_it(
    cases: Mapping[str, Case], tmp_path: Path
) -> None:
    case = cases["witness"]
    accounts = case.accounts
    kept = tuple(replace(one, disclose=False) for one in accounts.explanations)
    built = build_one(
        replace(case, accounts=replace(accounts, explanations=kept)), "de.bamf", tmp_path, language=Language.EN
    )
    words = " ".join(_texts(built).values())
    for said in (kept[0].text.en, kept[0].text.ru, kept[0].also["de"], "im März 2026 ausgereist"):
        assert folded(said) not in words
    assert "Leaves Russia for Georgia" in words
    assert folded(kept[0].text.en) in docx_text(built.folder / "not_for_filing" / "preparation.docx")


def test_a_correction_that_is_not_in_the_language_of_the_forum_is_refused(
    cases: Mapping[str, Case], tmp_path: Path
) -> None:
    case = cases["witness"]
    bare = tuple(replace(one, also={}) for one in case.accounts.explanations)
    built = build_one(
        replace(case, accounts=replace(case.accounts, explanations=bare)), "de.bamf", tmp_path, language=Language.EN
    )
    assert "packet.correction" in {one.rule for one in refusals(built.findings)}


def test_what_is_missing_is_refused_and_what_is_sound_is_not(built: Built) -> None:
    found = {one.rule for one in refusals(built["antiwar", "us.eoir"].findings)}
    assert {"form", "cover_fields", "translations", "service", "brief_signed"} <= found
    assert found.isdisjoint(
        {"statement", "read_back", "translation_words", "interpretation_words", "paper", "numbered"}
    )
    assert found.isdisjoint({"brief_pages", "type", "tabs", "english", "certified_translations", "order"})


def test_a_court_that_works_in_german_takes_no_english_grounds(built: Built) -> None:
    found = [one for one in refusals(built["witness", "de.court"].findings) if one.rule == "language"]
    assert {one.place.en for one in found} >= {"Grounds of the action"}


def test_annexes_for_the_portal_are_files_of_their_own_as_they_were(built: Built, cases: Mapping[str, Case]) -> None:
    packet = built["mejlis", "ccf.deletion"]
    annexes = sorted((packet.folder / "annexes").iterdir())
    assert len(annexes) == len(packet.packet.exhibits)
    first = packet.packet.exhibits[0].exhibit
    assert annexes[0].read_bytes() == cases["mejlis"].bytes_of(first)
    assert not list(packet.folder.glob("*bundle*"))


def test_a_pattern_is_cited_with_the_age_of_its_sources(built: Built) -> None:
    schedule = pdf_text(next(built["antiwar", "us.eoir"].folder.glob("*_country.pdf")))
    assert "months old on 20 November 2026" in schedule
    assert "https://" in schedule


def test_a_passage_cited_for_a_pattern_is_quoted_with_its_page_and_none_against_the_person(built: Built) -> None:
    schedule = pdf_text(next(built["raided", "extradition.memorandum"].folder.glob("*_country.pdf")))
    assert "the shares were signed over while the owner was in the remand prison" in " ".join(schedule.split())
    for packet in ("extradition.memorandum", "echr.rule39"):
        for file in built["raided", packet].folder.glob("*.docx"):
            assert "Staff of the embassy were let in twice" not in "\n".join(
                one.text for one in docx.Document(str(file)).paragraphs
            )


def test_the_spouses_packet_holds_only_what_rests_on_the_spouse(cases: Mapping[str, Case], tmp_path: Path) -> None:
    case = cases["antiwar"]
    own = {one.exhibit for one in case.statements if one.person == "andrei"} - {None}
    built = build_one(case, "us.uscis", tmp_path, person="andrei", language=Language.EN)
    assert {one.exhibit.id for one in built.packet.exhibits} == own
    words = " ".join(_texts(built).values())
    for one in case.declarations.of("vera"):
        assert folded(one.text) not in words
    assert "Andrei Lisitsyn" in words


def test_a_packet_is_built_in_russian_too(cases: Mapping[str, Case], tmp_path: Path) -> None:
    built = build_one(cases["returned"], "un.hrc", tmp_path, language=Language.RU)
    words = _texts(built)
    submission = next(text for name, text in words.items() if "submission" in name)
    assert "Обстоятельства" in submission
    assert "Facts" not in submission
    assert not [one for one in refusals(built.findings) if one.rule == "language"]  # a language of the Committee
    assert list(addressed(built)) == []
    arguments = {folded(text.ru) for text in _arguments() if len(text.ru) >= LONG_ENOUGH}
    for name, text in words.items():
        assert [one for one in arguments if one in text] == [], name


def test_the_list_names_every_tab_of_the_bundle_with_its_pages(built: Built) -> None:
    packet = built["mejlis", "ca.rpd"]
    rows = docx.Document(str(next(packet.folder.glob("*_list.docx")))).tables[0].rows
    listed = {row.cells[0].text: row.cells[4].text for row in rows[1:]}
    reader = pypdfium2.PdfDocument(next(packet.folder.glob("*_bundle.pdf")))
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in reader]
    reader.close()
    assert list(listed) == [str(number) for number in range(1, len(listed) + 1)], "documents of ours are tabs too"
    sheets = [re.match(r"(\S+) T A B \1 .*?Pages? ([\d–]+)", text) for text in texts]
    assert listed == {sheet[1]: sheet[2] for sheet in sheets if sheet}, "as the tab sheets print them"


def test_a_document_in_the_bundle_has_the_bundles_page_numbers_only(built: Built) -> None:
    packet = built["mejlis", "ca.rpd"]
    reader = pypdfium2.PdfDocument(next(packet.folder.glob("*_bundle.pdf")))
    words = reader[3].get_textpage().get_text_range().split()
    reader.close()
    assert words[-1] == "4"
    assert words[-2] != "1"


def test_a_row_of_the_statement_is_not_torn_in_two_and_its_head_is_repeated_in_word(built: Built) -> None:
    table = docx.Document(str(next(built["antiwar", "us.eoir"].folder.glob("*_declaration.docx")))).tables[0]
    for number, row in enumerate(table.rows):
        marks = {child.tag.rpartition("}")[2] for child in row._tr.trPr}
        assert "cantSplit" in marks
        assert ("tblHeader" in marks) is (number == 0)
    order = [child.tag.rpartition("}")[2] for child in table._tbl.tblPr]
    assert order.index("tblCellMar") < order.index("tblLook")


def test_a_page_with_nothing_but_its_title_is_not_filed_and_that_is_told(built: Built) -> None:
    for packet in built.values():
        for file in packet.folder.glob("*.docx"):
            body = docx.Document(str(file))
            assert len(body.paragraphs) + len(body.tables) > 1, file
    told = [one.place.en for one in built["partner", "uk.ftt"].findings if one.rule == "packet.empty"]
    assert told == ["Country information evidence schedule"]
    assert not list(built["partner", "uk.ftt"].folder.glob("*_country.*"))
