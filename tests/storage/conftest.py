"""A vault per test, its passphrase cheap to try: what Argon2id costs is not what these tests are about."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pristan.storage.settings import prepare

prepare()

from pristan.storage import cases, vault  # noqa: E402
from pristan.storage.home import VaultHome  # noqa: E402
from pristan.storage.keys import Argon  # noqa: E402
from tests.support.case_folder import HEAD, PERSON  # noqa: E402

CHEAP = Argon(memory=64, passes=1, lanes=1)
PHRASE = "семь тихих лодок у причала"


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made") / "vault"
    vault.create(made, PHRASE, argon=CHEAP)
    vault.lock()
    return made


@pytest.fixture
def folder(_empty: Path, tmp_path: Path) -> Iterator[Path]:
    """The folder of an open vault."""
    shutil.copytree(_empty, tmp_path / "vault")
    vault.open_vault(tmp_path / "vault", PHRASE)
    yield tmp_path / "vault"
    vault.lock()


def case_text(*tables: str, name: str = "small") -> str:
    """A case file."""
    head = {**HEAD, "id": f'"{name}"'}
    return "\n".join(f"{key} = {value}" for key, value in head.items()) + "\n\n" + "\n".join((PERSON, *tables))


@pytest.fixture
def home(folder: Path) -> VaultHome:
    """A case with one person in it."""
    return cases.home_of(cases.begin_case(case_text()))
