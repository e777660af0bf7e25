"""What every answer tells the browser; and Django's own list of what a served site needs."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from tests.support.workbench import client, stories

from pristan.web.statics import root, static_files, with_statics

PERSONAL = ("/cases", "/cases/antiwar/more", "/unlock", "/recipes", "/nothing-here", "/cases/nobody/overview")


@pytest.mark.parametrize("address", PERSONAL)
def test_pages_are_not_kept_and_run_nothing_but_our_files(address: str) -> None:
    headers = client(stories("antiwar")).get(address).headers
    assert headers["Cache-Control"] == "no-store"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_session_cookie_cannot_be_read_by_scripts_or_sent_from_other_sites() -> None:
    bench = stories("antiwar")
    here = client(bench, launched=False)
    cookie = here.get("/start", {"token": bench.token}).cookies["s"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["expires"]


def test_no_page_has_inline_script_or_style(here: Any) -> None:
    for address in ("/cases", "/cases/antiwar/overview", "/cases/antiwar/assessment", "/cases/planted/scenarios"):
        page = here.get(address).content.decode()
        assert " style=" not in page
        assert "<style" not in page
        assert "<script>" not in page
        assert " onclick=" not in page
        assert "http://" not in page.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "https://" not in page


def test_djangos_deployment_check_has_nothing_to_say() -> None:
    from django.core.management import call_command

    said = StringIO()
    call_command("check", deploy=True, fail_level="WARNING", stdout=said, stderr=said)
    assert "no issues" in said.getvalue()


def _asked(path: str, method: str = "GET") -> tuple[str, dict[str, str], bytes]:
    found: list[tuple[str, dict[str, str]]] = []

    def inner(environ: object, start_response: object) -> list[bytes]:
        raise AssertionError("a static address came through")

    body = with_statics(inner)(  # type: ignore[arg-type]
        {"PATH_INFO": path, "REQUEST_METHOD": method}, lambda status, headers: found.append((status, dict(headers)))
    )
    return *found[0], b"".join(body)


def test_static_files_are_served_with_their_type_and_nothing_beside_them() -> None:
    status, headers, body = _asked(f"{root()}/css/tokens.css")
    assert (status, headers["Content-Type"]) == ("200 OK", "text/css; charset=utf-8")
    assert body == static_files()["css/tokens.css"]
    for path in (f"{root()}/../settings.py", f"{root()}/", "/static/other/css/tokens.css", f"{root()}/css/nothing.css"):
        assert _asked(path)[0] == "404 Not Found"


def test_a_fault_of_ours_is_logged_without_a_word_of_the_case(caplog: pytest.LogCaptureFixture) -> None:
    import logging

    from pristan.web.errors import DiscreetFormatter

    try:
        raise ValueError("Vera Lisitsyna said")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "at %s", ("/cases/vera",), __import__("sys").exc_info())
    line = DiscreetFormatter().format(record)
    assert "ValueError" in line
    assert "test_headers.py" in line
    assert "Vera" not in line
    assert "vera" not in line
