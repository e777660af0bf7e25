"""Who made a paper is put right: what rests on it counts anew, and nothing gets another weight by a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.case.model import Case, Issuer
from pristan.kernel.errors import CaseError
from pristan.kernel.fault_words import whole_text_of
from pristan.services.cases import open_case
from pristan.services.makers import put_maker_right
from tests.support.case_folder import PERSON, exhibit, fact, paper, write_case


def two_papers(folder: Path, *tables: str) -> Case:
    first = exhibit("1", issuer="accuser").replace('"accuser"', '"accuser"  # as told with the archive')
    second = exhibit("2", issuer="accuser", file="exhibits/2.txt")
    return open_case(write_case(folder, PERSON, first, second, *tables, files=("exhibits/2.txt",)))


def makers(case: Case) -> list[str]:
    return [one.issuer.value for one in case.exhibits.values()]


def test_one_paper_of_an_archive_gets_its_own_maker_and_the_other_keeps_its(tmp_path: Path) -> None:
    case = put_maker_right(two_papers(tmp_path), "1", Issuer.NEUTRAL)
    assert makers(case) == ["neutral", "accuser"]
    assert 'issuer = "neutral"  # as told with the archive' in (tmp_path / "case.toml").read_text(encoding="utf-8")


def test_what_the_paper_itself_did_stays_and_counts_by_the_new_maker(tmp_path: Path) -> None:
    case = two_papers(tmp_path, fact("was_hurt_in_custody", paper(True, exhibit="1", how="own_act")))
    put_maker_right(case, "1", Issuer.NEUTRAL)
    (one,) = open_case(tmp_path).statements
    assert (one.exhibit, one.value) == ("1", True)


def test_an_accusation_on_record_is_not_turned_into_a_witness_and_nothing_changes(tmp_path: Path) -> None:
    case = two_papers(tmp_path, fact("was_hurt_in_custody", paper(True, exhibit="1", how="alleges")))
    before = (tmp_path / "case.toml").read_text(encoding="utf-8")
    with pytest.raises(CaseError, match=r"was_hurt_in_custody.*Take the paper off") as refused:
        put_maker_right(case, "1", Issuer.WITNESS)
    assert "Снимите бумагу с учёта" in whole_text_of(refused.value).ru
    assert (tmp_path / "case.toml").read_text(encoding="utf-8") == before


def test_a_number_that_no_paper_has_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r'no exhibit "7". Exhibits: 1, 2'):
        put_maker_right(two_papers(tmp_path), "7", Issuer.WITNESS)
