"""Answers kept in memory: worked out once, bounded, gone with the lock, and no page stands still for a slow one."""

from __future__ import annotations

from threading import Event, Thread

import pytest
from tests.support.workbench import client, stories

from pristan.documents.text import TextOf
from pristan.filings.dossier.compose import record
from pristan.web.answers import Answers
from pristan.web.kept import Kept, Working, patient


def test_two_that_ask_at_once_get_one_piece_of_work() -> None:
    kept, begun, go = Kept(3), Event(), Event()
    made: list[int] = []

    def work() -> int:
        begun.set()
        go.wait(5)
        made.append(1)
        return 7

    found: list[int] = []
    threads = [Thread(target=lambda: found.append(kept.get("a", work))) for _ in range(2)]
    for one in threads:
        one.start()
    begun.wait(5)
    go.set()
    for one in threads:
        one.join(5)
    assert (found, made) == ([7, 7], [1])


def test_the_longest_unused_goes_first() -> None:
    kept = Kept(2)
    for name in ("a", "b", "a", "c"):
        kept.get(name, lambda: 1)
    assert [name for name in "abc" if kept.has(name)] == ["a", "c"]


def test_what_is_done_after_the_lock_is_not_kept() -> None:
    kept, begun, go = Kept(3), Event(), Event()

    def work() -> str:
        begun.set()
        go.wait(5)
        return "her story"

    thread = Thread(target=lambda: kept.get("a", work))
    thread.start()
    begun.wait(5)
    kept.clear()
    go.set()
    thread.join(5)
    assert not kept.has("a")


def test_a_patient_request_is_told_to_ask_again_and_gets_the_answer_then() -> None:
    kept, go = Kept(3), Event()

    def work() -> int:
        go.wait(5)
        return 7

    with patient(0.01), pytest.raises(Working):
        kept.get("a", work)
    go.set()
    with patient(5):
        assert kept.get("a", work) == 7
    assert kept.has("a")


def test_a_fault_of_slow_work_reaches_the_one_who_asks() -> None:
    kept = Kept(3)

    def work() -> int:
        raise ValueError("ours")

    for _ in range(2):
        with patient(5), pytest.raises(ValueError, match="ours"):
            kept.get("a", work)


def test_a_page_that_takes_long_says_so_and_comes_back_by_itself() -> None:
    bench = stories("antiwar")
    bench.patience = 0.0
    bench.answers = type(bench.answers)()
    answer = client(bench).get("/cases/antiwar/overview")
    assert answer.status_code == 202
    page = answer.content.decode()
    assert '<meta http-equiv="refresh" content="1">' in page
    assert "Vera" not in page
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_first_look_at_a_case_waits_for_no_paper_to_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bytes] = []
    read = record.text_of_bytes

    def noted(data: bytes) -> TextOf:
        opened.append(data)
        return read(data)

    monkeypatch.setattr(record, "text_of_bytes", noted)
    record.forget_readings()
    bench = stories("partner", answers=Answers())
    page = client(bench).get("/cases/partner/overview").content.decode()
    assert "Nikita" in page
    assert not opened
