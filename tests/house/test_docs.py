"""The reference pages are what `make docs` makes now."""

from __future__ import annotations

import pytest
from tools.docs import PAGES, REFERENCE


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_reference_page_is_up_to_date(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == PAGES[name](), "run `make docs` and commit the result"
