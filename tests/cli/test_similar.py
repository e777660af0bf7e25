"""`pristan similar` with a vault: statements and pages of other cases are compared; the case itself is not."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from pristan.services.schemas import schema
from tests.cli.conftest import Run
from tests.cli.test_vault import PHRASE, Vault, place, pristan  # noqa: F401 - fixtures
from tests.support.case_folder import PERSON, exhibit, write_case

TOLD = (
    "Соседка позвонила вечером и сказала, что у подъезда второй час стоит серая машина и двое мужчин спрашивают, "
    "в какой квартире живёт учительница истории."
)
OTHER = "Я продала дачу весной и уехала к сестре, чтобы дети спокойно закончили учебный год в местной школе."


def _paragraph(text: str) -> str:
    return f'[[paragraph]]\nid = "p1"\nperson = "anna"\nlanguage = "ru"\ntext = "{text}"'


def _case(folder: Path, text: str, paper: str | None = None) -> Path:
    made = write_case(folder, PERSON, _paragraph(text), *([] if paper is None else [exhibit()]))
    if paper is not None:
        (made / "exhibits").mkdir(exist_ok=True)
        (made / "exhibits" / "1.txt").write_text(paper, encoding="utf-8")
    return made


@pytest.fixture
def full(pristan: Vault, tmp_path: Path) -> Vault:  # noqa: F811
    """A vault with two cases: one whose statement is alike, one of whose papers has the same story."""
    for name, text, paper in (("first", TOLD.replace("вечером", "утром"), None), ("second", OTHER, TOLD)):
        folder = _case(tmp_path / name, text, paper)
        file = folder / "case.toml"
        file.write_text(file.read_text(encoding="utf-8").replace('id = "', f'id = "{name}-', 1), encoding="utf-8")
        assert pristan("vault", "import", folder, "--keep").code == 0
    return pristan


def test_a_folder_is_compared_with_statements_and_pages_of_the_vault(full: Vault, tmp_path: Path) -> None:
    mine = _case(tmp_path / "mine", TOLD)
    found = full("similar", mine, "--in-vault", "--json").json
    jsonschema.validate(found, schema("similar"))
    places = {one["other"]["place"] for one in found if one["other"]["origin"] == "case"}
    assert places == {"p1", "exhibits/1.txt, p. 1"}


def test_without_the_vault_its_cases_are_not_read(full: Vault, tmp_path: Path, run: Run) -> None:
    mine = _case(tmp_path / "mine", TOLD)
    assert run("similar", str(mine), "--json").json == []


def test_a_case_of_the_vault_is_not_compared_with_itself(full: Vault) -> None:
    found = full("similar", "first-small", "--json")
    assert found.code == 0, found.err
    assert {one["other"]["place"] for one in found.json} == {"exhibits/1.txt, p. 1"}
    assert full("similar", "first-small").out.startswith("Compared with other cases of the vault: 1.")
