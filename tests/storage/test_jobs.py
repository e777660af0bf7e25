"""Jobs: asked for once, done once however often they are begun, never written by one who lost them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import OperationalError
from stories.make.scan import Look, degraded

from pristan.bootstrap.work import READ, SUMMARY, ask_for_build, functions
from pristan.kernel.errors import StorageError
from pristan.kernel.language import Language
from pristan.services.stories import story_folder
from pristan.storage import cases, vault
from pristan.storage.exchange import import_folder
from pristan.storage.home import VaultHome
from pristan.storage.jobs import queue
from pristan.storage.jobs.queue import Lost
from pristan.storage.jobs.worker import Function, Work, Worker, Write
from pristan.storage.models import JobRow
from pristan.storage.search.index import search
from tests.documents.intake import made
from tests.storage.conftest import CHEAP, PHRASE, case_text
from tests.support.programs import needs

KIND = "test"


def asked(home: VaultHome, name: str = "one") -> int:
    return queue.ask_for(KIND, home.case_id, queue.key_of(KIND, home.case_id, name), {"name": name})


def held() -> queue.Claim:
    found = queue.claim((KIND,))
    assert found is not None
    return found


def state(job_id: int) -> str:
    found = queue.job(job_id)
    assert found is not None
    return found.state


def writes(home: VaultHome, before: Callable[[Work], None] = lambda _: None) -> dict[str, Function]:
    def function(work: Work) -> Write:
        before(work)
        return lambda: home.append("done", work.given["name"])

    return {KIND: function}


def test_the_same_work_is_asked_for_once(home: VaultHome) -> None:
    assert asked(home) == asked(home)
    assert asked(home, "two") != asked(home)
    assert Worker(writes(home)).do_all() == 2
    assert asked(home) == asked(home)
    assert Worker(writes(home)).do_all() == 0
    assert home.lines("done") == ("one", "two")


def test_what_a_person_waits_for_goes_before_what_was_asked_for_earlier(home: VaultHome) -> None:
    asked(home)
    queue.ask_for("urgent", home.case_id, queue.key_of("urgent", home.case_id))
    first, second = queue.claim(("urgent", KIND)), queue.claim(("urgent", KIND))
    assert [one.kind for one in (first, second) if one] == ["urgent", KIND]


def test_a_holder_that_died_is_replaced_when_its_lease_ends_and_can_write_no_more(home: VaultHome) -> None:
    job_id = asked(home)
    dead = held()
    assert queue.claim((KIND,)) is None
    JobRow.objects.filter(pk=job_id).update(leased_until=time.time() - 1)
    alive = held()
    for action in (lambda: queue.finish(dead, lambda: home.append("done", "dead")), lambda: queue.extend(dead)):
        with pytest.raises(Lost):
            action()
    queue.finish(alive, lambda: home.append("done", "alive"))
    assert home.lines("done") == ("alive",)
    assert state(job_id) == "done"


def test_results_and_the_end_of_a_job_are_one(home: VaultHome) -> None:
    job_id = asked(home)

    def half_written() -> None:
        home.append("done", "half")
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        queue.finish(held(), half_written)
    assert home.lines("done") == ()
    assert state(job_id) == "running"


def test_a_long_job_keeps_its_lease(home: VaultHome) -> None:
    job_id = asked(home)
    others: list[queue.Claim | None] = []

    def slow(work: Work) -> None:
        for _ in range(8):
            time.sleep(0.2)
            others.append(queue.claim((KIND,), lease=1.2))

    assert Worker(writes(home, slow), lease=1.2).do_one()
    assert others == [None] * 8
    assert state(job_id) == "done"


def test_a_cancelled_job_stops_at_its_next_step_and_writes_nothing(home: VaultHome) -> None:
    job_id = asked(home)

    def stopped(work: Work) -> None:
        work.step(1, 3, "first")
        queue.cancel(job_id)
        work.step(2, 3, "second")
        raise AssertionError("it went on")

    assert Worker(writes(home, stopped)).do_one()
    assert (state(job_id), home.lines("done")) == ("cancelled", ())
    assert asked(home) == job_id
    assert state(job_id) == "waiting"


def test_a_page_sees_how_far_it_is_and_why_it_failed_in_both_languages(home: VaultHome) -> None:
    job_id = asked(home)
    seen = []

    def fails(work: Work) -> None:
        work.step(2, 5, "page")
        seen.append(queue.job(job_id))
        raise StorageError("It cannot be done.", "Это сделать нельзя.")

    Worker(writes(home, fails)).do_one()
    assert [(one.state, one.done, one.total, one.step) for one in seen if one] == [("running", 2, 5, "page")]
    (failed,) = queue.jobs(home.case_id, kind=KIND)
    assert failed.fault is not None
    assert (failed.state, failed.fault.ru) == ("failed", "Это сделать нельзя.")


def test_a_fault_of_ours_fails_the_job_and_the_worker_goes_on(
    home: VaultHome, caplog: pytest.LogCaptureFixture
) -> None:
    asked(home, "Ковалёв")
    second = asked(home, "two")

    def sometimes(work: Work) -> None:
        if work.given["name"] == "Ковалёв":
            raise ZeroDivisionError("Ковалёв")

    assert Worker(writes(home, sometimes)).do_all() == 2
    assert state(second) == "done"
    assert "ZeroDivisionError" in caplog.text
    assert "Ковалёв" not in caplog.text


def test_a_vault_that_another_process_holds_does_not_fail_a_job(home: VaultHome) -> None:
    job_id = asked(home)

    def busy(work: Work) -> None:
        raise OperationalError("database is locked")

    Worker(writes(home, busy), lease=-1).do_one()
    assert state(job_id) == "running"
    assert Worker(writes(home)).do_all() == 1
    assert (state(job_id), home.lines("done")) == ("done", ("one",))


def test_a_job_that_ends_the_program_each_time_is_given_up(home: VaultHome) -> None:
    job_id = asked(home)
    for _ in range(queue.MOST_TRIES):
        assert queue.claim((KIND,), lease=-1) is not None
    assert queue.claim((KIND,)) is None
    assert state(job_id) == "failed"


def test_locking_stops_the_worker_and_unlocking_lets_the_job_be_done(home: VaultHome, folder: Path) -> None:
    asked(home)
    begun, go = threading.Event(), threading.Event()

    def waits(work: Work) -> None:
        begun.set()
        go.wait(5)

    worker = Worker(writes(home, waits), lease=0.2)
    worker.start()
    assert begun.wait(5)
    vault.lock()
    go.set()
    worker.stop()
    vault.open_vault(folder, PHRASE)
    assert home.lines("done") == ()
    time.sleep(0.25)
    assert Worker(writes(home)).do_all() == 1
    assert home.lines("done") == ("one",)


def test_a_worker_ends_with_its_vault_and_does_nothing_in_the_next(home: VaultHome, tmp_path: Path) -> None:
    first = Worker(writes(home))
    first.start()
    vault.lock()  # as by itself, when nobody stops the worker
    vault.create(tmp_path / "next", PHRASE, argon=CHEAP)
    second = cases.home_of(cases.begin_case(case_text()))
    job_id = asked(second)
    first.wake()
    time.sleep(0.1)
    first.stop()
    assert state(job_id) == "waiting"


def test_jobs_of_a_deleted_case_are_gone(home: VaultHome) -> None:
    asked(home)
    cases.delete_case(home.case_id)
    assert queue.jobs() == ()


# what the jobs do


def only(*kinds: str) -> Worker:
    return Worker({kind: functions()[kind] for kind in kinds})


def test_a_paper_put_in_is_read_and_found_by_its_words(home: VaultHome) -> None:
    home.put("exhibits/1.txt", "Следователь применял пытки.".encode())
    assert search("пыток") == ()
    only(READ).do_all()
    assert [(one.file, one.page) for one in search("пыток")] == [("exhibits/1.txt", 1)]
    home.put("exhibits/1.txt", "Обыск у соседа.".encode())
    only(READ).do_all()
    assert search("пыток") == ()
    assert len(search("обыски")) == 1


@needs("tesseract")
def test_a_scan_is_recognised_once_and_its_pages_stay_encrypted(home: VaultHome, folder: Path) -> None:
    home.put("exhibits/1.pdf", degraded(made.pdf(), Look(150), seed="job"))
    only(READ).do_all()
    (job,) = queue.jobs(home.case_id, kind="read")
    assert job.state == "done"
    assert any(name.startswith("recognised/") for name in home.names())
    assert search("уголовного дела")
    home.remove("exhibits/1.pdf")
    assert home.names() == ()
    assert search("уголовного дела") == ()
    assert [path for path in (folder / "files").rglob("*") if path.is_file()] == []


def test_a_paper_that_cannot_be_read_says_why_and_the_job_is_done(home: VaultHome) -> None:
    home.put("exhibits/bad.pdf", made.hostile()["no_objects.pdf"][0])
    only(READ).do_all()
    (job,) = queue.jobs(home.case_id, kind="read")
    assert job.state == "done"
    assert set(job.result["fault"]) == {"en", "ru"}


def test_the_line_of_the_list_is_worked_out_and_a_build_is_asked_for_once(folder: Path) -> None:
    case_id = import_folder(story_folder("witness")).id
    first = ask_for_build(case_id, Language.RU)
    assert ask_for_build(case_id, Language.RU) == first
    assert ask_for_build(case_id, Language.EN) != first
    only(SUMMARY).do_all()
    (line,) = cases.case_lines()
    assert line.fresh
    assert line.summary is not None
    assert line.summary.headline.ru
    assert line.summary.deadlines
    home = cases.home_of(case_id)
    home.replace(home.text() + "\n", expected=home.text())
    assert not cases.case_line(case_id).fresh
    assert ask_for_build(case_id, Language.RU) != first


def test_a_case_whose_text_does_not_read_keeps_its_place_in_the_list(home: VaultHome) -> None:
    home.replace(case_text("[[exhibit]]\n"), expected=home.text())
    only(SUMMARY).do_all()
    (line,) = cases.case_lines()
    assert line.summary is None
    assert [one.state for one in queue.jobs(home.case_id, kind="summary")] == ["failed"]
