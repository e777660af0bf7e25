"""The vault: opening, the list of 1,000 cases, papers in and out, search, backup; beside plain files."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from pristan.kernel.language import Text
from pristan.storage.settings import prepare

prepare()

from pristan.storage import cases, vault  # noqa: E402
from pristan.storage.backup import back_up, restore  # noqa: E402
from pristan.storage.cases import DueLine, Summary  # noqa: E402
from pristan.storage.home import VaultHome  # noqa: E402
from pristan.storage.keys import Argon, measured  # noqa: E402
from pristan.storage.search.index import PageText, keep_pages, search  # noqa: E402
from tests.support.case_folder import HEAD, PERSON  # noqa: E402

CASES, PAPERS, PAGES = 1000, 200, 2000
PHRASE = "семь тихих лодок у причала"
CHEAP = Argon(memory=64, passes=1, lanes=1)
WORDS = [
    "следователь",
    "обыск",
    "свидетель",
    "показания",
    "пытка",
    "отказ",
    "суд",
    "жалоба",
    "адвокат",
    "квартира",
    "протокол",
    "допрос",
    "угроза",
]


def median(action: Callable[[], object], times: int = 5) -> float:
    """Seconds."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        found.append(time.perf_counter() - began)
    return statistics.median(found)


def text(number: int) -> str:
    """A case file."""
    head = {**HEAD, "id": f'"case-{number}"'}
    return "\n".join(f"{key} = {value}" for key, value in head.items()) + "\n\n" + PERSON


def page_of(number: int) -> str:
    """Eighty words."""
    return " ".join(WORDS[(number * 7 + at * (number % 5 + 1)) % len(WORDS)] for at in range(80))


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as place:
        figures(Path(place))


def figures(place: Path) -> None:
    """Measure one thing after another."""
    argon = measured()
    print(f"Argon2id {argon.memory // 1024} MiB, t={argon.passes}, p={argon.lanes}: {argon.milliseconds} ms")
    vault.create(place / "vault", PHRASE, argon=CHEAP, idle=None)

    def reopen() -> None:
        vault.lock()
        vault.open_vault(place / "vault", PHRASE, idle=None)
        cases.case_lines()

    began = time.perf_counter()
    ids = [cases.begin_case(text(number)) for number in range(CASES)]
    print(f"{CASES} cases begun: {(time.perf_counter() - began) / CASES * 1000:.1f} ms each, synced")
    due = DueLine(date(2027, 1, 1), Text("limit", "срок"), Text("counted", "сосчитан"))
    for case_id in ids:
        summary = Summary(date(2026, 11, 20), due.title, (due,) * 3, (("a", "open"),) * 5)
        cases.keep_summary(case_id, summary, version=1)
    print(f"list of {CASES} cases with summaries: {median(cases.case_lines) * 1000:.0f} ms")
    print(f"one line of it: {median(lambda: cases.case_line(ids[5])) * 1000:.1f} ms")
    print(f"opening with {CASES} cases, without Argon2id, and the list: {median(reopen) * 1000:.0f} ms")
    home = VaultHome(ids[0])
    data = os.urandom(300_000)
    began = time.perf_counter()
    for number in range(PAPERS):
        home.put(f"exhibits/{number}.pdf", data)
    print(f"{PAPERS} papers of 300 kB in: {(time.perf_counter() - began) / PAPERS * 1000:.1f} ms each, synced")
    print(f"one of them out: {median(lambda: home.read('exhibits/7.pdf'), 20) * 1000:.2f} ms")
    big = os.urandom(64_000_000)
    took = median(lambda: home.put("exhibits/big.bin", big), 3)
    plain = median(lambda: _plain(place / "plain.bin", big), 3)
    print(f"64 MB in: {64 / took:.0f} MB/s (plain file, synced: {64 / plain:.0f})")
    took, plain = median(lambda: home.read("exhibits/big.bin"), 3), median((place / "plain.bin").read_bytes, 3)
    print(f"64 MB out: {64 / took:.0f} MB/s (plain file: {64 / plain:.0f})")
    pages = [PageText(page_of(number), False) for number in range(PAGES)]
    began = time.perf_counter()
    keep_pages(ids[0], "exhibits/1.pdf", pages)
    print(f"{PAGES} pages of 80 words indexed: {PAGES / (time.perf_counter() - began):.0f} pages/s")
    print(f"search, two words, ranked: {median(lambda: search('пыток следователя')) * 1000:.1f} ms")
    began = time.perf_counter()
    made = back_up(place / "copy")
    print(f"backup of {made.bytes / 1e6:.0f} MB with trial restore: {time.perf_counter() - began:.1f} s")
    vault.lock()
    print(f"restore: {median(lambda: restore(place / 'copy', place / f'again{time.time_ns()}', PHRASE), 1):.1f} s")


def _plain(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


if __name__ == "__main__":
    main()
