"""Chronology: conflicts beside one consistent pass, an edit, a whole case, the timeline; precision and recall of the
sets that taught the rules, of those that did not, and of generated ones, each for itself."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pristan.chronology.check import check
from pristan.chronology.claims import Claim, Claims, within
from pristan.chronology.network import Constraint, Network, in_order, not_after, not_before
from pristan.chronology.picture import timeline_svg
from pristan.chronology.sets import irreducible_sets
from pristan.chronology.tolerance import DAY
from pristan.chronology.watch import Watch
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from tests.chronology.case_files import BLIND, CaseFile, files_of, open_file, score
from tests.chronology.events import event
from tests.chronology.generate import generated

PLANTED = 5
# Sets that taught the rules.
USED = ("own", "fresh", "unseen", "third", "variants", "variants_again", "blind", "blind2")


def network_of(events: int, *, planted: int, seed: int) -> Network:
    """Events with a window each and an order to another; `planted` statements put an event years away."""
    rng = random.Random(seed)
    days = [rng.randrange(20_000) for _ in range(events)]
    network = Network()
    for number, day in enumerate(days):
        point = f"e{number}"
        low, high = (day - rng.randrange(30)) * DAY, (day + rng.randrange(1, 30)) * DAY
        network.add(f"when{number}", [not_before(point, low), not_after(point, high)])
        other = rng.randrange(number) if number else 0
        if number:
            first, second = (number, other) if days[number] <= days[other] else (other, number)
            apart = days[second] - days[first]
            network.add(f"order{number}", [in_order(f"e{first}", f"e{second}", max(0, apart - 70) * DAY)])
    for number in range(planted):
        which = rng.randrange(events)
        network.add(f"planted{number}", [not_before(f"e{which}", (days[which] + 4000) * DAY)])
    return network


def chained(events: int, *, planted: int, length: int, seed: int) -> Network:
    """A history in which every third event has a window and each an order to one just before; `planted` chains of
    `length` orders, a day each, end two days too early: no two of their constraints clash.
    """
    rng = random.Random(seed)
    days = sorted(rng.randrange(20_000) for _ in range(events))
    network = Network()
    for number, day in enumerate(days):
        if number % 3 == 0:
            low, high = (day - rng.randrange(30)) * DAY, (day + rng.randrange(1, 30)) * DAY
            network.add(f"when{number}", [not_before(f"e{number}", low), not_after(f"e{number}", high)])
        if number:
            other = max(0, number - rng.randrange(1, 4))
            least = max(0, day - days[other] - 2)
            network.add(f"order{number}", [in_order(f"e{other}", f"e{number}", least * DAY)])
    for which in range(planted):
        first = rng.randrange(events - 1)
        point = f"e{first}"
        network.add(f"first{which}", [not_before(point, days[first] * DAY)])
        for step in range(length):
            network.add(f"step{which}.{step}", [in_order(point, f"c{which}.{step}", DAY)])
            point = f"c{which}.{step}"
        network.add(f"last{which}", [not_after(point, (days[first] + length - 2) * DAY)])
    return network


def took(action: Callable[[], object]) -> float:
    """Milliseconds of processor time of one run: what else the machine does is not counted."""
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def main() -> None:
    """Print the figures."""
    for events in (100, 1_000, 10_000):
        _network(events)
    for chain in (5, 50):
        _network(10_000, chain=chain)
    _edits()
    _whole_case()
    _timeline()
    for folder in USED:
        _found(folder)
    _blind()
    _large()


def _network(events: int, *, chain: int = 0) -> None:
    passes, firsts, further = [], [], []
    for seed in range(7):
        if chain:
            consistent = chained(events, planted=0, length=chain, seed=seed)
            network = chained(events, planted=PLANTED, length=chain, seed=seed)
        else:
            consistent = network_of(events, planted=0, seed=seed)
            network = network_of(events, planted=PLANTED, seed=seed)
        passes.append(took(consistent.solve))
        start = time.process_time()
        cycle = network.solve()
        firsts.append((time.process_time() - start) * 1000)
        while cycle is not None:
            for owner in cycle.owners:
                network.remove(owner)
            start = time.process_time()
            cycle = network.solve()
            further.append((time.process_time() - start) * 1000)
    one, first, more = (statistics.median(times) for times in (passes, firsts, further))
    how = f", chains of {chain}" if chain else ""
    print(
        f"{events:6} events{how}: one consistent pass {one:7.2f} ms; first conflict {first:7.2f} ms "
        f"({first / one:.2f} passes, limit 2); each further one {more:7.2f} ms ({more / one:.2f} passes, limit 1)"
    )


def _claims(statements: int) -> Claims:
    rng = random.Random(3)
    by_id: dict[str, Claim] = {}
    for number in range(statements):
        which, day = number // 3, 700_000 + 5 * (number // 3)
        point = f"e{which}.s"
        if number % 3 and which:
            made: tuple[Constraint, ...] = (in_order(f"e{rng.randrange(max(0, which - 30), which)}.s", point),)
        else:
            made = within(point, ((day - 3) * DAY, (day + 3) * DAY))
        by_id[f"s{number}"] = Claim(f"s{number}", f"e{which}", made)
    return Claims(by_id, (), {})


def _edits() -> None:
    claims = _claims(1_000)
    watch = Watch(claims)
    watch.put(claims.by_id["s0"])
    times = []
    for number in range(0, 900, 9):
        point = f"e{number // 3}.s"
        day = 700_000 + 5 * (number // 3)
        for shift in (300, 0):  # a slip that clashes, then its correction
            claim = Claim(
                f"s{number}", f"e{number // 3}", within(point, ((day + shift - 3) * DAY, (day + shift + 3) * DAY))
            )
            times.append(took(lambda claim=claim: watch.put(claim)))
    middle, slowest = statistics.median(times), max(times)
    print(f" 1,000 statements: after one edit {middle:.2f} ms, the slowest of {len(times)} {slowest:.2f} ms (limit 5)")


def _whole_case() -> None:
    claims = _claims(1_000)
    by_id = dict(claims.by_id)
    for number in range(PLANTED):
        which = 30 + 50 * number
        day = 700_000 + 5 * which
        by_id[f"x{number}"] = Claim(
            f"x{number}", f"e{which}", within(f"e{which}.s", ((day + 300) * DAY, (day + 301) * DAY))
        )
    start = time.process_time()
    outcome = irreducible_sets(Claims(by_id, (), {}))
    print(
        f" 1,000 statements: all irreducible sets, {PLANTED} planted: {(time.process_time() - start) * 1000:.0f} ms, "
        f"{len(outcome.sets)} sets, complete: {outcome.complete}"
    )


def _timeline() -> None:
    lanes = ("life", "persecution", "proceedings", "flight", "host_state")
    for count in (5, 500):
        events = [
            event(
                f"{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}",
                name=f"Step {number}",
                lane=lanes[number % 5],
            )
            for number in range(count)
        ]
        drawn = took(lambda events=events: timeline_svg(events, language=Language.EN))
        print(f" timeline of {count} events: {drawn:.0f} ms")


def _found(folder: str) -> None:
    files = files_of(folder)
    counted = _counted(files)
    quiet = sum(not file.expected for file in files)
    note = " (rules were made with these files: tests/chronology/cases/README.md)" if folder in USED else ""
    print(f" files {folder}: {len(files)}, {quiet} that must stay quiet; {counted}{note}")


def _blind() -> None:
    """Files whose authors had not seen the checks, on which no rule was tuned: the measure. The bar is 0.95 each."""
    print(" files that no rule was tuned on (bar 0.95):")
    for folder in BLIND:
        files = files_of(folder)
        quiet = sum(not file.expected for file in files)
        says = f"{len(files)}, {quiet} that must stay quiet; {_counted(files)}" if files else "not there"
        print(f"   {folder}: {says}")


def _large() -> None:
    """Generated cases with known answers: every set counted, not every contradiction told."""
    for events, planted in ((120, 8), (600, 20)):
        right = wrong = missed = 0
        took_ms = 0.0
        for seed in range(3):
            text, wanted = generated(events, planted, seed)
            with tempfile.TemporaryDirectory() as place:
                case = open_file(CaseFile(Path(place), text, ()), Path(place))
                start = time.process_time()
                found = {members for one in check(case).contradictions for members in one.sets}
                took_ms += (time.process_time() - start) * 1000
            right += len(found & wanted)
            wrong += len(found - wanted)
            missed += len(wanted - found)
        print(f" generated, {events} events: {Counted(right, wrong, right, missed)}, {took_ms / 3:.0f} ms a case")


@dataclass(frozen=True)
class Counted:
    """Contradictions told that are right and wrong; irreducible sets that were expected, found and missed."""

    right: int
    wrong: int
    found: int
    missed: int

    def __str__(self) -> str:
        told, expected = self.right + self.wrong, self.found + self.missed
        precision = self.right / told if told else 1.0
        recall = self.found / expected if expected else 1.0
        return f"precision {precision:.3f} ({self.right}/{told}), recall {recall:.3f} ({self.found}/{expected})"


def _counted(files: Sequence[CaseFile]) -> Counted:
    right = wrong = missed = expected = 0
    for file in files:
        expected += len(file.expected)
        with tempfile.TemporaryDirectory() as place:
            try:
                found = score(file, Path(place))
            except CaseError as fault:  # a case that is refused is a case in which nothing was found
                print(f"   {file.name}: refused, {fault.sentence}")
                missed += len(file.expected)
                continue
        right += len(found.right)
        wrong += len(found.wrong)
        missed += len(found.missed)
    return Counted(right, wrong, expected - missed, missed)
