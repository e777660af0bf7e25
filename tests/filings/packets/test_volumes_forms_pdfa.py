"""One packet with all that a registry can ask of its files: volumes under a limit, PDF/A, the filled official form."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import pdfa
from tests.filings.forms.conftest import form_like, make_form
from tests.support.case_folder import PERSON, write_case

from pristan.filings.forms.load import form_called
from pristan.filings.packets.build import BuiltPacket
from pristan.filings.packets.official_forms import NO_FORMS, EmptyForms, form_parts
from pristan.filings.profiles.load import profiles
from pristan.filings.profiles.model import Check, Citation, Profile
from pristan.kernel.errors import CaseError, DocumentError
from pristan.kernel.language import Language, Text
from pristan.services.building import FONTS
from pristan.services.cases import open_case
from pristan.services.packets import build_one

STORIES = Path(__file__).parents[3] / "stories"
LIMIT_MB = 0.5
FEW = '\n[[packet]]\nprofile = "us.eoir"\nexhibits = ["1", "4", "5", "7"]\n'
ANSWERS = '[answers]\n"a1.4.complete_last_name" = "Лисицына (LISITSYNA)"\n"a1.12.date_of_birth" = "03/15/1987"\n'


def _rule(name: str, **arguments: Any) -> Check:
    text = Text(name, name)
    citation = Citation(
        Text("rule of a test", "правило для проверки"),
        None,
        None,
        date(2026, 11, 20),
        "unverified",
        Text("invented", "выдумано"),
    )
    return Check(name, name, arguments, text, text, True, citation)


def _stricter(profile: Profile) -> Profile:
    """The profile with a size limit and PDF/A added."""
    rules = (_rule("size_at_most", megabytes=LIMIT_MB), _rule("pdfa"))
    return replace(profile, versions=tuple(replace(one, checks=(*one.checks, *rules)) for one in profile.versions))


def _folder(story: str, form: str, answers: str, into: Path) -> Path:
    folder = into / story
    shutil.copytree(STORIES / story, folder)
    (folder / "forms").mkdir(exist_ok=True)
    (folder / "forms" / f"{form}.toml").write_text(answers, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> BuiltPacket:
    folder = _folder("antiwar", "us.i589", ANSWERS, tmp_path_factory.mktemp("strict"))
    with (folder / "case.toml").open("a", encoding="utf-8") as file:
        file.write(FEW)
    altered: Mapping[str, Profile] = {**profiles(), "us.eoir": _stricter(profiles()["us.eoir"])}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pristan.services.packets.profiles", lambda: altered)
        return build_one(
            open_case(folder),
            "us.eoir",
            folder / "out",
            language=Language.EN,
            empty_forms=EmptyForms((("i-589.pdf", make_form()),)),
            pdfa=True,
        )


def _volumes(built: BuiltPacket) -> list[Path]:
    return sorted(built.folder.glob("*bundle*.pdf"))


def test_a_bundle_over_the_limit_becomes_volumes_under_it_whose_numbers_go_on(strict: BuiltPacket) -> None:
    files = _volumes(strict)
    assert [one.name[-12:] for one in files] == [f"bundle-{n}.pdf" for n in range(1, len(files) + 1)]
    assert len(files) > 1
    assert all(one.stat().st_size <= LIMIT_MB * 1_000_000 for one in files)
    labels = []
    for file in files:
        with pikepdf.open(file) as pdf:
            labels += [str(page.label) for page in pdf.pages]
    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    assert not [one for one in strict.findings if one.rule in ("size_at_most", "numbered", "bookmarked")]
    assert next(one.what.en for one in strict.findings if one.rule == "packet.volumes").startswith(
        f"{len(files)} files"
    )


def test_every_pdf_that_can_be_is_pdfa_and_the_form_is_named(strict: BuiltPacket) -> None:
    files = sorted(strict.folder.glob("*.pdf"))
    conforming = {}
    for file in files:
        with pikepdf.open(file) as pdf:
            conforming[file.name] = pdfa.check(pdf, "2b").passed
    assert [name.partition("_")[2][3:] for name, good in conforming.items() if not good] == ["form.pdf"]
    assert [one.place.en for one in strict.findings if one.rule == "pdfa"] == ["form.pdf"]
    assert [one.place.en for one in strict.findings if one.rule == "packet.pdfa_standing"] == ["Form I-589"]


def test_the_users_form_stands_filled_in_in_its_place(strict: BuiltPacket) -> None:
    with pikepdf.open(next(strict.folder.glob("*_form.pdf"))) as pdf:
        pdf.flatten_annotations("all")
        for page in pdf.pages:
            page.obj.Annots = pikepdf.Array([])  # fields that show nothing are left there, of no form any more
        pdf.save(strict.folder.parent / "flat.pdf")
    reader = pypdfium2.PdfDocument(strict.folder.parent / "flat.pdf")
    assert "Лисицына (LISITSYNA)" in reader[0].get_textpage().get_text_range()
    reader.close()
    assert not [one for one in strict.findings if one.rule == "form"], "the registry's rule sees that it is there"
    assert not list(strict.folder.glob("not_for_filing/form_*"))
    assert [one for one in strict.findings if one.rule == "packet.form_left" and one.refuses], "what it lacks is named"


def test_a_day_in_the_form_that_the_case_tells_otherwise_refuses_the_packet(strict: BuiltPacket) -> None:
    (found,) = [one for one in strict.findings if one.rule == "packet.fact" and one.place.en == "Form I-589"]
    assert found.refuses
    assert "the answer says 03/15/1987, the case says 1987-03-14" in found.what.en


def test_without_the_pdf_the_answers_lie_aside_and_the_form_is_still_missing(tmp_path: Path) -> None:
    folder = _folder("returned", "echr.application", '[answers]\n"telephone" = "+998 90 000 00 00"\n', tmp_path)
    built = build_one(open_case(folder), "echr.application", folder / "out", language=Language.EN)
    sheet = pypdfium2.PdfDocument(built.folder / "not_for_filing" / "form_echr.application.pdf")
    assert "+998 90 000 00 00" in " ".join(page.get_textpage().get_text_range() for page in sheet)
    sheet.close()
    assert [one for one in built.findings if one.rule == "form" and one.refuses]
    assert [one for one in built.findings if one.rule == "packet.form_sheet" and not one.refuses]


# which PDF is which form


def _parts(tmp_path: Path, packet: str, empty: EmptyForms, answers: str | None = None) -> list[Any]:
    folder = write_case(tmp_path / "case", PERSON)
    if answers is not None:
        (folder / "forms").mkdir()
        (folder / "forms" / "us.i589.toml").write_text(answers, encoding="utf-8")
    case, profile = open_case(folder), profiles()[packet]
    version = profile.on(date(2026, 11, 20))
    assert version is not None
    return form_parts(case, case.principal, profile, version, empty, fonts=FONTS, say=Language.EN)


def test_each_pdf_is_known_by_what_its_pages_say(tmp_path: Path) -> None:
    files = (("a.pdf", form_like(form_called("g28"), "09/17/18")), ("b.pdf", make_form()))
    found = _parts(tmp_path, "us.uscis", EmptyForms(files, frozenset({"09/17/18"})))
    assert {one.part.id: one.form.id for one in found} == {"form": "us.i589", "g28": "us.g28"}


def test_a_pdf_that_is_none_of_the_packets_forms_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"wrong\.pdf is none of this packet's forms .*I-589"):
        _parts(tmp_path, "us.eoir", EmptyForms((("wrong.pdf", make_form(mark="Form I-90")),)))


def test_a_form_whose_fields_are_not_known_is_not_offered_for_filling(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"that can be filled here \(none\)"):
        _parts(tmp_path, "ca.rpd", EmptyForms((("boc.pdf", make_form(mark="RPD.02.01")),)))


def test_an_edition_that_nobody_saw_accepted_is_refused_in_a_packet_too(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="02/02/29 of this form is accepted is not known"):
        _parts(tmp_path, "us.eoir", EmptyForms((("i.pdf", make_form("02/02/29")),)))


def test_a_packet_without_answers_and_without_a_pdf_has_nothing_to_say_of_forms(tmp_path: Path) -> None:
    assert _parts(tmp_path, "us.eoir", NO_FORMS) == []


def test_every_packet_that_a_form_names_has_that_part() -> None:
    for form in (form_called(name) for name in ("i589", "g28", "boc", "application")):
        for place in form.packets:
            packet, _, part = place.partition("/")
            assert all(version.part(part) for version in profiles()[packet].versions)
