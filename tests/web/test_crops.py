"""Beside what was read on a scan stands its place on the paper; what was read with doubt never goes in bulk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from stories.make.scan import Look, degraded
from tests.cli.test_add import CHARGE
from tests.documents.intake import made
from tests.support.case_folder import PERSON, exhibit, write_case
from tests.support.programs import needs
from tests.support.workbench import client

from pristan.services.cases import open_case
from pristan.services.proposals import SURE, Other, Proposal
from pristan.web.shelf import FolderShelf
from pristan.web.workbench import Workbench

ADDRESS = "/cases/anna/evidence"
WORDS = CHARGE.format(accused="Зимину Анну Викторовну").replace("по ч. 1 ст.", "по части 1 статьи")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    """A case with the charge as a scan (1) and as text (2), both read."""
    root = tmp_path_factory.mktemp("scans")
    papers = (exhibit("1", issuer="accuser", file="exhibits/1.pdf"), exhibit("2", issuer="accuser"))
    folder = write_case(root / "anna", PERSON, *papers, files=("exhibits/1.pdf",))
    (folder / "exhibits" / "1.pdf").write_bytes(degraded(made.pdf(WORDS), Look(200), seed="crops"))
    (folder / "exhibits" / "1.txt").write_text(WORDS, encoding="utf-8")
    made_bench = Workbench(FolderShelf(root), day=lambda: None)
    made_bench.answers.proposals(made_bench.shelf.open("anna"), made_bench.shelf.held("anna").stamp)
    return made_bench


@pytest.fixture
def here(bench: Workbench) -> Iterator[Any]:
    bench._token = "again"
    return client(bench)


def crops(here: Any, number: str) -> list[str]:
    page = here.get(f"{ADDRESS}?exhibit={number}").content.decode()
    return [unescape(one) for one in re.findall(r'<img class="crop" src="([^"]+)"', page)]


@needs("tesseract")
def test_numbers_articles_and_dates_of_a_scan_stand_beside_their_place_on_it(here: Any) -> None:
    shown = crops(here, "1")
    assert {one.partition("charge.")[2].partition("%22")[0] for one in shown} >= {"article", "act_date", "notice_date"}
    answer = here.get(shown[0])
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["Cache-Control"] == "no-store"


@needs("tesseract")
def test_text_needs_no_picture_of_its_place(here: Any) -> None:
    assert "charge.article" in here.get(f"{ADDRESS}?exhibit=2").content.decode()
    assert crops(here, "2") == []
    assert here.get(f"{ADDRESS}/crop?key=nothing").status_code == 400


@needs("tesseract")
def test_what_was_read_with_doubt_is_not_put_on_record_in_bulk(
    here: Any, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = bench.shelf.held("anna")
    offered = bench.answers.proposals(bench.shelf.open("anna"), held.stamp)
    mine = [one for one in offered if one.exhibit == "2"]
    doubtful = replace(mine[0], confidence=SURE - 0.01)
    contradicted = replace(mine[1], against=(Other("2020", None),))
    told: tuple[Proposal, ...] = (
        doubtful,
        contradicted,
        *(replace(one, confidence=1.0, against=()) for one in mine[2:]),
    )
    monkeypatch.setattr(bench.answers, "proposals", lambda _case, _stamp: told)
    monkeypatch.setattr(bench.answers, "has_proposals", lambda _stamp: True)
    page = here.get(f"{ADDRESS}?exhibit=2").content.decode()
    assert f"Put the {len(mine) - 2} that were read surely on record" in page
    assert "read with doubt. Please look" in page
    here.post(f"{ADDRESS}/sure", {"exhibit": "2"})
    taken = {one.fact for one in open_case(bench.shelf.home("anna")).statements}
    assert taken == {one.fact for one in mine[2:]}
    assert not taken & {doubtful.fact, contradicted.fact}
