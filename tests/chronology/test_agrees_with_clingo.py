"""Irreducible sets beside an independent solver, on hundreds of generated networks, and taken apart one by one."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from pristan.chronology.check import check
from pristan.chronology.claims import Choice, Claim, Claims, within
from pristan.chronology.network import Constraint, in_order
from pristan.chronology.sets import irreducible_sets
from tests.chronology.case_files import CaseFile, files_of, open_file
from tests.chronology.clingo_solver import minimal_conflicts, sets_that_hold

EVENTS = ("search", "arrest", "fine", "trial", "leaving")
NETWORKS = 300
WITH_CHOICES = 120


def network(seed: int, *, choices: int = 0) -> Claims:
    """Three to eight claims about five events: windows, orders with a least or a greatest distance, and both."""
    rng = random.Random(seed)
    by_id = {f"s{number}": _claim(f"s{number}", rng) for number in range(rng.randint(3, 8))}
    made = []
    for name in rng.sample(sorted(by_id), min(choices, len(by_id))):
        options = tuple(within(rng.choice(EVENTS), _window(rng)) for _ in range(2))
        made.append(Choice(frozenset({name}), "time", options))
    return Claims(by_id, tuple(made), {})


def _window(rng: random.Random) -> tuple[int, int]:
    low = rng.randint(0, 15)
    return low, low + rng.randint(0, 4)


def _claim(name: str, rng: random.Random) -> Claim:
    event, other = rng.sample(EVENTS, 2)
    kind = rng.choice(("window", "window", "least", "most", "both"))
    if kind == "window":
        return Claim(name, event, within(event, _window(rng)))
    least, most = rng.randint(0, 5), rng.randint(0, 5)
    found: tuple[Constraint, ...] = () if kind == "most" else (in_order(other, event, least),)
    if kind != "least":
        found = (*found, in_order(other, event), Constraint(other, event, least + most))
    return Claim(name, event, found)


def test_on_hundreds_of_networks_both_solvers_find_the_same_irreducible_sets() -> None:
    clashing = 0
    for seed in range(NETWORKS):
        claims = network(seed)
        outcome = irreducible_sets(claims)
        assert outcome.complete, seed
        found = {one.members for one in outcome.sets}
        assert found == minimal_conflicts(claims), seed
        clashing += bool(found)
    assert NETWORKS / 4 < clashing < NETWORKS  # both answers occur often enough to mean something


def test_with_choices_each_set_clashes_by_the_other_solver_and_can_spare_none() -> None:
    clashing = 0
    for seed in range(WITH_CHOICES):
        claims = network(1_000 + seed, choices=2)
        holding = sets_that_hold(claims)
        outcome = irreducible_sets(claims)
        for one in outcome.sets:
            assert one.members not in holding, seed
            assert all(one.members - {name} in holding for name in one.members), seed
        assert bool(outcome.sets) == (frozenset(claims.by_id) not in holding), seed
        clashing += bool(outcome.sets)
    assert clashing > WITH_CHOICES / 4


PLANTED = [file for file in files_of("own") if any(len(members) > 1 for members, _ in file.expected)]


@pytest.mark.parametrize("file", PLANTED, ids=[file.name for file in PLANTED])
def test_without_any_one_of_its_statements_a_contradiction_is_gone(file: CaseFile, tmp_path: Path) -> None:
    for members, _ in file.expected:
        for name in sorted(members):
            text = _without(file.text, name)
            if text is None:
                continue  # a date that a paper bears, or an account: no statement to take away
            left = check(open_file(CaseFile(file.path, text, ()), tmp_path / name))
            assert all(not found <= members for one in left.contradictions for found in one.sets), name


def _without(text: str, statement: str) -> str | None:
    """The file without one `[[statement]]` or `[[identity]]`."""
    head, *tables = re.split(r"(?m)^(?=\[\[)", text)
    kept = [
        table
        for table in tables
        if not (table.startswith(("[[statement]]", "[[identity]]")) and f'\nid = "{statement}"\n' in table)
    ]
    return None if len(kept) == len(tables) else head + "".join(kept)
