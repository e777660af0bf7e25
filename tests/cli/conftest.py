"""Running the command line in this process: the same `main` as the installed command, with its exit code."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pristan.cli.main import main
from pristan.law.model import LawBase
from pristan.services import assessing, law_queries
from tests.support.case_folder import PERSON, exhibit, fact, item, paper, scenario, told, write_case
from tests.support.records import element, law, record, version

ROUTE = {"role": '"route"', "does": '"stops_return"', "place": '{ country = "US", params = [] }'}


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `pristan` with arguments, and with what is typed at its questions."""

    def ran(*arguments: str | Path, typed: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["pristan", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return ran


@pytest.fixture
def small_law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LawBase:
    """A law of one route (to be in the US and to have spoken in public), put in the place of the shipped one."""
    spoke = element("spoke", answered_by='{ fact = "spoke_in_public" }')
    here = element("here", own_word='"settles"')
    route = version(here, spoke, test='{ all = ["here", "spoke"] }', from_="2020-01-01", volatile="true")
    base = law(tmp_path / "law", xx__one=record("xx.one", route, **ROUTE))
    for module in (assessing, law_queries):
        monkeypatch.setattr(module, "law_in_use", lambda: base)
    return base


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with a charge and a scenario."""
    return write_case(
        tmp_path / "case",
        PERSON,
        exhibit(),
        item("charge", "c1"),
        fact("where_now", told("US")),
        fact("us_last_arrival", told("2026-01-15")),
        fact("charge.stage", paper("charged"), item="c1"),
        scenario("away", 'fact = "where_now", value = "GE"'),
    )
