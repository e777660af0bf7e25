"""How long the workbench takes to answer: a vault of 1,000 cases, one case with 200 papers; each page cold and warm.

Processor time of the thread that answers, so that a busy machine does not change it; the first time (cold) beside it.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pristan.web.serving import set_up

set_up()

from pristan.case.home import CASE_FILE  # noqa: E402
from pristan.kernel.language import Text  # noqa: E402
from pristan.services.stories import story_folder  # noqa: E402
from pristan.storage import cases, vault  # noqa: E402
from pristan.storage.cases import DueLine, Summary  # noqa: E402
from pristan.storage.keys import Argon  # noqa: E402
from pristan.web.background import Background  # noqa: E402
from pristan.web.vault_shelf import VaultShelf  # noqa: E402
from pristan.web.workbench import Workbench  # noqa: E402
from tests.support.case_folder import HEAD, PERSON, exhibit, fact, told  # noqa: E402
from tests.support.workbench import client  # noqa: E402

CASES, PAPERS, ROUNDS = 1000, 200, 7
DAY = date(2026, 11, 20)
PHRASE = "nine plain lanterns"


class Idle(Background):
    """Nothing is worked out ahead: the bench measures what a page takes."""

    def ask(self, key: object, work: object) -> None:
        """Nothing."""


def main() -> None:
    """Print the table."""
    folder = Path(tempfile.mkdtemp(prefix="pristan-bench-"))
    try:
        vault.create(folder / "vault", PHRASE, argon=Argon(memory=64, passes=1, lanes=1))
        big = _fill()
        bench = Workbench(VaultShelf(folder / "vault"), day=lambda: DAY, background=Idle())
        here = client(bench)
        case = bench.shelf.open(big)
        bench.answers.proposals(case, bench.shelf.held(big).stamp)
        print(f"{CASES} cases in a vault; {len(case.exhibits)} papers in one of them; milliseconds of processor time")
        print(f"{'page':14} {'cold':>8} {'warm':>8}")
        for name, address in _addresses(big):
            cold = _took(here, address)
            warm = sorted(_took(here, address) for _ in range(ROUNDS))[ROUNDS // 2]
            print(f"{name:14} {cold:8.0f} {warm:8.1f}")
    finally:
        vault.lock()
        shutil.rmtree(folder)


def _addresses(case: str) -> list[tuple[str, str]]:
    from pristan.web.pages.registry import PAGES

    return [(page.id, f"/cases/{case}/{page.id}" if page.of_case else f"/{page.id}") for page in PAGES]


def _took(here: Any, address: str) -> float:
    start = time.thread_time()
    answer = here.get(address)
    took = (time.thread_time() - start) * 1000
    assert answer.status_code == 200, (address, answer.status_code)
    return took


def _fill() -> str:
    """Small cases with kept dates, and a story with more papers; the id of that."""
    head = "\n".join(f"{key} = {value}" for key, value in HEAD.items() if key != "id")
    small = f"{head}\n\n{PERSON}\n{exhibit()}\n{fact('where_now', told('DE'))}"
    due = DueLine(DAY, Text("Appeal", "Жалоба"), Text("Served + 1 month.", "Вручено + 1 месяц."))
    summary = Summary(DAY, Text("One.", "Один."), (due,), ())
    for number in range(CASES - 1):
        made = cases.begin_case(f'id = "case{number}"\n{small}', {"exhibits/1.txt": b"paper\n"})
        later = replace(due, day=DAY + timedelta(days=number % 90))
        cases.keep_summary(made, replace(summary, deadlines=(later,)), version=cases.case_line(made).version)
    story = story_folder("planted")
    text = (story / CASE_FILE).read_text(encoding="utf-8")
    files = {f"exhibits/{path.name}": path.read_bytes() for path in (story / "exhibits").iterdir()}
    for number in range(PAPERS - len(files)):
        name = f"exhibits/more{number}.txt"
        text += "\n" + exhibit(f"{100 + number}", file=name)
        files[name] = f"Paper {number}\n".encode()
    return cases.begin_case(text, files)


if __name__ == "__main__":
    main()
