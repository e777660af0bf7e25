"""One workbench for all tests that only read: a story is assessed once per process."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.workbench import client, stories

from pristan.web.gate import IN
from pristan.web.workbench import Workbench


@pytest.fixture(scope="session")
def bench() -> Workbench:
    """A workbench over two stories."""
    return stories("planted", "antiwar")


@pytest.fixture
def here(bench: Workbench) -> Any:
    """Django's client in a browser that was let in."""
    made = client(bench, launched=False)
    session = made.session
    session[IN] = True
    session.save()
    made.cookies["s"] = session.session_key
    return made
