"""The packets of the stories, built once for all tests that look at them; each costs one to four seconds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from pristan.case.model import Case
from pristan.filings.packets.build import BuiltPacket
from pristan.kernel.language import Language
from pristan.services.cases import open_case
from pristan.services.packets import build_one

STORIES = Path(__file__).parents[3] / "stories"
PACKETS = (
    ("antiwar", "us.eoir"),
    ("antiwar", "us.uscis"),
    ("partner", "uk.ftt"),
    ("partner", "un.cat"),
    ("mejlis", "ca.rpd"),
    ("mejlis", "ccf.deletion"),
    ("planted", "wgad"),
    ("planted", "conviction.submission"),
    ("raided", "extradition.memorandum"),
    ("raided", "echr.rule39"),
    ("raided", "echr.application"),
    ("returned", "un.hrc"),
    ("returned", "un.cat"),
    ("witness", "de.court"),
    ("witness", "de.bamf"),
)
Built = Mapping[tuple[str, str], BuiltPacket]


@pytest.fixture(scope="session")
def cases() -> Mapping[str, Case]:
    return {story: open_case(STORIES / story) for story in dict(PACKETS)}


@pytest.fixture(scope="session")
def built(cases: Mapping[str, Case], tmp_path_factory: pytest.TempPathFactory) -> Built:
    out = tmp_path_factory.mktemp("packets")
    return {
        (story, packet): build_one(cases[story], packet, out / story, language=Language.EN) for story, packet in PACKETS
    }
