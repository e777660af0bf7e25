"""Every kind of paper that the reader knows is told in docs/reading.md, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from pristan.documents.reading.kinds import kinds

PAGE = Path(__file__).parents[2] / "docs" / "reading.md"


def test_the_page_names_every_kind_and_no_other() -> None:
    section = PAGE.read_text(encoding="utf-8").split("## Kinds")[1].split("\n## ")[0]
    named = re.findall(r"`([a-z0-9_]+)` \(", section)
    assert sorted(named) == sorted(kind.id for kind in kinds())


def test_each_kind_has_a_way_to_be_known() -> None:
    for kind in kinds():
        assert kind.head or kind.letterhead or kind.letter or kind.english, kind.id
