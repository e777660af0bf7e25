"""One workbench for all tests that only read: a story is assessed once per process."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from tests.support.workbench import client, stories

from pristan.services.assessing import assess_case
from pristan.web import answers
from pristan.web.gate import IN
from pristan.web.workbench import Workbench


@pytest.fixture(scope="session")
def bench() -> Workbench:
    """A workbench over two stories."""
    return stories("planted", "antiwar")


@pytest.fixture
def few_routes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cases are assessed for three routes: what a page does with its answers does not hang on the other hundred."""
    asked = partial(assess_case, routes=("us.asylum", "us.withholding", "us.cat"))
    monkeypatch.setattr(answers, "assess_case", asked)


@pytest.fixture
def here(bench: Workbench) -> Any:
    """Django's client in a browser that was let in."""
    made = client(bench, launched=False)
    session = made.session
    session[IN] = True
    session.save()
    made.cookies["s"] = session.session_key
    return made
