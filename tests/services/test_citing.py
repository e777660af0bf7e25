"""Citations of a file beside the law base: right ones stay quiet, mixed-up and unknown ones are told."""

from __future__ import annotations

from datetime import date

import pytest
from jsonschema import Draft202012Validator

from pristan.kernel.citations.find import citations_in
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.law.known_cases import KnownCases, names_differ
from pristan.law.loader import law_in_use
from pristan.services.citing import check_citations, checked_pages, citations_data, told
from pristan.services.schemas import schema
from tests.support.english_runs import english_runs

ON = date(2026, 11, 20)


def remarks(text: str) -> list[str]:
    return [remark.en for one in checked_pages([text], on=ON) for remark in one.remarks]


@pytest.mark.parametrize(
    "text",
    [
        "Matter of J-E-, 23 I&N Dec. 291 (BIA 2002)",
        "See Zehatye v. Gonzales, 453 F.3d\n1182 (9th Cir. 2006).",
        "Febles v Canada 2014 SCC 68",
        "Khokhlov v. Cyprus, no. 53114/20, 13 June 2023",
        "no citation here, only 16/1820 and 03/19",
    ],
)
def test_a_case_that_the_law_base_cites_so_stays_quiet(text):
    assert remarks(text) == []


def test_a_case_that_no_record_cites_is_told():
    assert remarks("Ivanov v. Petrov, 999 F.3d 999 (9th Cir. 2031)") == [
        "not in the law base: open the decision itself before you rely on it"
    ]


def test_numbers_of_another_case_are_told():
    (remark,) = remarks("Petrov v. Sidorov, 453 F.3d 1182 (9th Cir. 2006)")
    assert remark.startswith("these numbers belong to another case")
    assert "Zehatye" in remark


def test_a_name_made_up_against_the_same_minister_is_told():
    (remark,) = remarks("Petrov v. Gonzales, 453 F.3d 1182 (9th Cir. 2006)")
    assert remark.startswith("these numbers belong to another case")


def test_no_citation_of_the_law_base_is_told_to_be_another_case():
    law = law_in_use()
    cites = {authority.cite for rule in law.rules.values() for one in rule.versions for authority in one.authorities}
    found = [(one.as_written, remark.en) for one in checked_pages(sorted(cites), on=ON) for remark in one.remarks]
    wrong = [one for one in found if one[1].startswith("these numbers belong")]
    assert wrong == []


def test_a_case_that_is_not_paged_yet_is_known_by_its_parties():
    (found,) = citations_in("Riley v. Bondi, 606 U.S. ___ (2025)")
    assert (found.name, found.year) == ("Riley v. Bondi", "2025")
    assert remarks("Riley v. Bondi, 606 U.S. ___ (2025)") == []
    assert remarks("Petrov v. Bondi, 606 U.S. ___ (2025)") == [
        "not in the law base: open the decision itself before you rely on it"
    ]


def test_a_name_with_other_numbers_is_told_with_the_right_ones():
    (remark,) = remarks("Matter of J-E-, 24 I&N Dec. 999 (BIA 2002)")
    assert "23 I&N Dec. 291" in remark


def test_another_year_is_told():
    (remark,) = remarks("Zehatye v. Gonzales, 453 F.3d 1182 (9th Cir. 2016)")
    assert remark.startswith("the year differs")


def test_every_citation_of_the_law_base_is_known_to_it():
    law = law_in_use()
    known = KnownCases(law, ON)
    for decision in law.decisions.values():
        for case in citations_in(decision.cite):
            found = known.find(case)
            assert found is not None
            assert decision.cite in found.cites or found.rules


def test_a_disputed_case_is_told_with_what_disputes_it():
    law = law_in_use()
    disputed = next(
        authority
        for rule in law.rules.values()
        for version in rule.versions
        for authority in version.authorities
        if authority.disputed_by and citations_in(authority.cite)
    )
    assert any(remark.startswith("disputed by") for remark in remarks(disputed.cite))


def test_what_holds_against_a_case_is_told_in_russian_to_a_reader_of_russian():
    (checked,) = checked_pages(["Matter of Yajure Hurtado, 29 I&N Dec. 216 (BIA 2025)"], on=ON)
    english, russian = told(checked, Language.EN), told(checked, Language.RU)
    assert "rejected by the 2d, 3d and 6th Circuits (2026)" in english
    assert "отвергнуто Апелляционными судами 2-го, 3-го и 6-го округов (2026)" in russian
    assert english_runs(russian) == []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Zehatye v. Gonzales", "Zehatye v Gonzales", False),
        ("Febles v Canada (Citizenship and Immigration)", "Febles v Canada", False),
        ("Petrov v. Sidorov", "Zehatye v. Gonzales", True),
        ("Petrov v. Gonzales", "Zehatye v. Gonzales", True),
        ("Petrov v Russia", "Ananyev v Russia", True),
        ("Cardoza-Fonseca v. INS", "INS v. Cardoza-Fonseca", False),
        ("Matter of F-P-R-", "Matter of J-E-", True),
        ("Khokhlov v. Cyprus", "Khokhlov v Cyprus", False),
        (None, "Zehatye v. Gonzales", False),
    ],
)
def test_names_are_compared_by_their_parties(one, other, differ):
    assert names_differ(one, other) == differ


def test_a_file_is_read_page_by_page_and_its_data_is_as_the_schema_says(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text("Matter of J-E-, 23 I&N Dec. 291 (BIA 2002); X v. Y, 998 F.3d 1 (1st Cir. 2021)", encoding="utf-8")
    found = check_citations(path, on=ON)
    data = citations_data(found, "oscola")
    Draft202012Validator(schema("citations")).validate(data)
    assert data[0]["style"] == "Matter of J-E- 23 I&N Dec 291 (BIA 2002)"
    assert told(found[0], Language.RU) == "есть в правовой базе"


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(CaseError, match="there is no such file"):
        check_citations(tmp_path / "lost.pdf")
