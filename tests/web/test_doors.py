"""Who gets in: the launch token once, the passphrase after a wait, nobody while hidden, nothing from another page."""

from __future__ import annotations

import pytest
from tests.support.workbench import PassphraseShelf, client, stories, token_in

from pristan.services.stories import STORIES
from pristan.web.answers import Answers
from pristan.web.workbench import FREE_TRIES, IDLE_SECONDS, Workbench

PHRASE = "three grey herons"


def locked(**how: object) -> Workbench:
    return Workbench(PassphraseShelf(STORIES, PHRASE, ("antiwar",)), day=lambda: None, **how)  # type: ignore[arg-type]


def test_without_the_launch_token_every_page_is_refused_and_names_nobody() -> None:
    stranger = client(stories("antiwar"), launched=False)
    for address in ("/", "/cases", "/cases/antiwar/overview", "/unlock"):
        answer = stranger.get(address)
        assert answer.status_code == 403
        assert "Vera" not in answer.content.decode()


def test_the_launch_token_works_once() -> None:
    bench = stories("antiwar")
    address = f"/start?token={bench.token}"
    first, second = client(bench, launched=False), client(bench, launched=False)
    assert first.get(address).headers["Location"] == "/"
    assert first.get("/cases").status_code == 200
    assert second.get(address).status_code == 403
    assert second.get("/cases").status_code == 403


def test_a_wrong_or_empty_token_lets_nobody_in() -> None:
    bench = stories("antiwar")
    for token in ("", "x", bench.token[:-1]):
        assert client(bench, launched=False).get("/start", {"token": token}).status_code == 403


def test_another_host_name_is_refused() -> None:
    here = client(stories("antiwar"))
    assert here.get("/cases", headers={"host": "evil.example"}).status_code == 400


def test_a_form_from_elsewhere_changes_nothing() -> None:
    bench = stories("antiwar")
    here = client(bench, csrf=True)
    assert here.post("/lock").status_code == 403
    assert not bench.shelf.locked
    page = here.get("/cases").content.decode()
    assert here.post("/lock", {"csrfmiddlewaretoken": token_in(page)}).status_code == 302
    assert bench.shelf.locked


def test_pages_of_a_locked_vault_lead_to_the_passphrase_and_back_to_the_place() -> None:
    here = client(locked())
    answer = here.get("/cases/antiwar/more")
    assert answer.headers["Location"] == "/unlock?next=%2Fcases%2Fantiwar%2Fmore"
    assert here.get(answer.headers["Location"]).status_code == 200
    opened = here.post("/unlock", {"passphrase": PHRASE, "next": "/cases/antiwar/more"})
    assert opened.headers["Location"] == "/cases/antiwar/more"
    assert here.get("/cases/antiwar/more").status_code == 200


def test_unlocking_leads_to_no_other_site() -> None:
    here = client(locked())
    for elsewhere in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        assert here.post("/unlock", {"passphrase": PHRASE, "next": elsewhere}).headers["Location"] == "/"


def test_after_several_wrong_passphrases_even_the_right_one_waits() -> None:
    now = [1000.0]
    bench = locked(clock=lambda: now[0])
    here = client(bench)
    for _ in range(FREE_TRIES):
        answer = here.post("/unlock", {"passphrase": "wrong"})
    assert answer.status_code == 429
    assert "5 seconds" in answer.content.decode()
    assert here.post("/unlock", {"passphrase": PHRASE}).status_code == 429
    now[0] += 6
    assert here.post("/unlock", {"passphrase": PHRASE}).status_code == 302


def test_a_wrong_passphrase_is_not_shown_again() -> None:
    answer = client(locked()).post("/unlock", {"passphrase": "my grandmother's name"})
    assert "grandmother" not in answer.content.decode()


def test_it_locks_by_itself_when_nobody_is_there() -> None:
    now = [1000.0]
    bench = locked(clock=lambda: now[0])
    here = client(bench)
    here.post("/unlock", {"passphrase": PHRASE})
    now[0] += IDLE_SECONDS - 1
    assert here.get("/cases/antiwar/more").status_code == 200
    now[0] += IDLE_SECONDS - 1
    assert here.get("/cases/antiwar/more").status_code == 200
    now[0] += IDLE_SECONDS + 1
    assert here.get("/cases/antiwar/more").status_code == 302


def test_a_list_that_asks_for_itself_does_not_keep_the_vault_open() -> None:
    now = [1000.0]
    bench = locked(clock=lambda: now[0])
    here = client(bench)
    here.post("/unlock", {"passphrase": PHRASE})
    for _ in range(3):
        now[0] += IDLE_SECONDS / 2
        answer = here.get("/cases/list", headers={"x-quiet": "1", "hx-request": "true"})
    assert answer.headers["HX-Redirect"].startswith("/unlock")


def test_hide_locks_and_every_way_back_shows_the_dull_page_until_the_passphrase() -> None:
    bench = locked()
    here = client(bench)
    here.post("/unlock", {"passphrase": PHRASE})
    assert here.post("/hide").headers["Location"] == "/recipes"
    assert bench.shelf.locked
    for address in ("/", "/cases", "/cases/antiwar/overview"):
        assert here.get(address).headers["Location"] == "/recipes"
    dull = here.get("/recipes").content.decode()
    assert "Pristan" not in dull
    assert "case" not in dull.lower()
    here.post("/unlock", {"passphrase": PHRASE})
    assert here.get("/cases/antiwar/more").status_code == 200


def test_hide_forgets_what_was_worked_out() -> None:
    bench = stories("antiwar", answers=Answers())
    here = client(bench)
    here.get("/cases/antiwar/more")
    stamp = bench.shelf.held("antiwar").stamp
    assert bench.answers.has_name(stamp) or bench.answers.has_case(stamp)
    here.post("/hide")
    assert not bench.answers.has_name(stamp)
    assert not bench.answers.has_case(stamp)


@pytest.mark.parametrize("name", ["..", "../antiwar", "antiwar/../planted", "%2e%2e"])
def test_no_address_leads_out_of_the_folder(name: str) -> None:
    assert client(stories("antiwar")).get(f"/cases/{name}/overview").status_code in (400, 404)
