"""The reference pages are what `make docs` makes now."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from tools.docs import LAW, PAGES, REFERENCE
from tools.law_pages import law_pages

from pristan.assessment.coverage import elements_covered
from pristan.law.loader import law_in_use


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_reference_page_is_up_to_date(name: str) -> None:
    """Made in a process of its own: click keeps a command's help option in the form of its first use."""
    program = f"import sys; from tools.docs import PAGES; sys.stdout.buffer.write(PAGES[{name!r}]().encode())"
    root = REFERENCE.parents[1]
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=root)
    written = (REFERENCE / name).read_text(encoding="utf-8")
    assert written == made.stdout.decode("utf-8"), "run `make docs` and commit the result"


def test_the_law_pages_are_up_to_date() -> None:
    pages = law_pages(law_in_use())
    written = {path.relative_to(LAW).as_posix(): path.read_text(encoding="utf-8") for path in LAW.rglob("*.md")}
    assert written == pages, "run `make docs` and commit the result"


def test_every_link_of_the_law_pages_leads_to_a_page() -> None:
    dead = [
        (path.relative_to(LAW).as_posix(), target)
        for path in LAW.rglob("*.md")
        for target in re.findall(r"\]\(([^)\s]+\.md)\)", path.read_text(encoding="utf-8"))
        if not target.startswith("https://") and not (path.parent / target).exists()
    ]
    assert not dead


def test_each_element_with_an_answer_that_no_example_shows_is_told_with_its_reason() -> None:
    told = (LAW.parent / "law-coverage.md").read_text(encoding="utf-8").partition("## Answers of elements")[2]
    named = set(re.findall(r"`([a-z0-9_.]+)`", told))
    missing = {one.rule for one in elements_covered(law_in_use()) if one.missing}
    assert missing == {name for name in named if name in law_in_use().rules}
