"""The own test set: 144 papers from a seed, twelve kinds, each with up to three defects."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

from tests.documents.papers.defects import DEFECTS
from tests.documents.papers.layouts import LAYOUTS, Draft

SEED = "pristan-papers-1"
EACH = 12  # papers of a kind
_APART = {"redaction", "caps_names"}  # not both in one paper


@dataclass(frozen=True)
class Paper:
    """One labelled paper."""

    name: str
    kind: str
    text: str
    fields: frozenset[tuple[str, str]]
    defects: tuple[str, ...]

    @property
    def pages(self) -> list[str]:
        return self.text.split("\f")


@cache
def papers() -> tuple[Paper, ...]:
    """All of them, the same in each run."""
    return tuple(_paper(kind, number) for kind, _ in LAYOUTS for number in range(EACH))


def _paper(kind: str, number: int) -> Paper:
    rng = random.Random(f"{SEED}/{kind}/{number}")
    draft = Draft(rng, kind)
    dict(LAYOUTS)[kind](draft)
    text, fields = draft.text, draft.fields
    wanted = set(rng.sample(list(DEFECTS), number % 4))
    if wanted >= _APART:
        wanted -= {"caps_names"}
    done = []
    for name, defect in DEFECTS.items():
        if name in wanted:
            before = text
            text, fields = defect(text, fields, rng)
            if text != before:
                done.append(name)
    return Paper(f"{kind}-{number}", kind, text, frozenset(fields), tuple(done))
