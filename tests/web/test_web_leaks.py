"""After a whole journey through the workbench nothing of it stands in clear: not in the vault, a temporary folder, a
cache, or what the server printed; not after faults either.

A secret of this run stands in all that a person types, sends or names.
"""

from __future__ import annotations

import io
import json
import logging
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from stories.make.scan import Look, degraded
from tests.cli.test_add import CHARGE
from tests.documents.intake import made
from tests.support.programs import needs
from tests.support.seeded import a_secret, hits, surroundings
from tests.support.workbench import client, stories, token_in

from pristan.web.errors import DiscreetFormatter

PACKET = "wgad"
EDGE = "----journey"


@dataclass
class Browser:
    """What a person does, without the picture of it."""

    base: str

    def __post_init__(self) -> None:
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, address: str) -> str:
        """A page."""
        return self._send(Request(self.base + address)).decode()

    def fetch(self, address: str) -> bytes:
        """A file."""
        return self._send(Request(self.base + address))

    def post(self, page: str, address: str, fields: dict[str, str], files: dict[str, bytes] | None = None) -> str:
        """A form of `page`, sent with its token."""
        fields = {**fields, "csrfmiddlewaretoken": token_in(self.until(page, "csrfmiddlewaretoken"))}
        if files is None:
            request = Request(self.base + address, urlencode(fields).encode())
        else:
            pieces = [
                f'--{EDGE}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode()
                for k, v in fields.items()
            ]
            for name, data in files.items():
                head = f'--{EDGE}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
                pieces.append(head.encode() + data + b"\r\n")
            request = Request(self.base + address, b"".join(pieces) + f"--{EDGE}--\r\n".encode())
            request.add_header("Content-Type", f"multipart/form-data; boundary={EDGE}")
        request.add_header("Origin", self.base)
        return self._send(request).decode()

    def until(self, address: str, done: str) -> str:
        """The page, asked for again until it shows `done`."""
        for _ in range(300):
            page = self.get(address)
            if re.search(done, page):
                return page
            time.sleep(0.2)
        raise TimeoutError(f"{address}: {page}")

    def _send(self, request: Request) -> bytes:
        try:
            with self.opener.open(request) as answer:
                found: bytes = answer.read()
        except HTTPError as fault:
            return fault.read()
        return found


@pytest.fixture(scope="module")
def secret() -> str:
    return a_secret()


@pytest.fixture(scope="module")
def journey(secret: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    root = tmp_path_factory.mktemp("journey")
    notes = tmp_path_factory.mktemp("notes") / "written.json"
    told = {**surroundings(root), "PYTHONUNBUFFERED": "1"}
    (root / "said").mkdir()
    command = [sys.executable, "-B", "-m", "tests.web.journey_server", str(notes)]
    out, err = root / "said" / "out.txt", root / "said" / "err.txt"
    with out.open("wb") as said, err.open("wb") as wrong:
        server = subprocess.Popen(
            [*command, "serve", "--vault", str(root / "cases" / "vault"), "--no-browser", "--lang", "en"],
            stdout=said,
            stderr=wrong,
            env=told,
        )
        try:
            found = walked(out, secret)
        finally:
            server.send_signal(signal.SIGINT)
            ended = server.wait(60)
    return root, {**found, "written": json.loads(notes.read_text()), "ended": ended}


def walked(out: Path, secret: str) -> dict[str, Any]:
    """The journey: from no vault to a packet in hand, with slips on the way."""
    while not (address := re.search(r"(http://\S+?)(/start\S+)", out.read_text())):
        time.sleep(0.1)
    here = Browser(address[1])
    here.get(address[2])
    phrase = f"парольная фраза {secret}"
    here.post("/begin", "/begin", {"do": "create", "new": phrase, "again": phrase})
    person = {
        "code": f"причал {secret}",
        "name": "Зимина Анна Викторовна",
        "latin": "Anna",
        "about": secret,
        "lang": "ru",
    }
    here.post("/new", "/new/make", person)
    case = re.search(r"/cases/([0-9a-f]{16})/", here.get("/cases"))
    assert case is not None
    base = f"/cases/{case[1]}"
    here.post(
        f"{base}/interview",
        f"{base}/interview/save",
        {"q": "detention_place", "value": f"Камера, {secret}", "action": "save"},
    )
    here.post(f"{base}/chronology", f"{base}/chronology/add", {"what": f"Обыск {secret}", "when": "март 2026"})
    paper = CHARGE.format(accused="Зимину Анну Викторовну").replace("Орлов", f"Орлов {secret}")
    files = {
        f"{secret}.txt": paper.encode(),
        "a.zip": made.zipped({f"{secret}.txt": f"Внутри архива {secret}. {paper}".encode()}),
        "scan.pdf": degraded(made.pdf(f"{made.RULING} {secret}"), Look(150), seed="journey"),
        f"{secret}.bin": f"{secret}\0".encode() * 99,
    }
    here.post(f"{base}/evidence", f"{base}/evidence/add", {"issuer": "accuser"}, files)
    came = here.until(f"{base}/evidence/coming", r"need a word from you|needs a word|All are done")
    here.until(f"{base}/evidence", 'name="key"')
    page = here.get(f"{base}/evidence?exhibit=1&show=text")
    hit = here.post("/search", "/search/find", {"words": secret})
    here.post(f"{base}/filings", f"{base}/filings/build/{PACKET}", {})
    built = here.until(f"{base}/filings/watch/{PACKET}", r"/filings/file/|could not be built")
    named = re.findall(r'href="([^"]+/filings/file/[^"]+\.pdf)"', built)
    fetched = [here.fetch(unescape(one))[:5] for one in named] or built
    wrong = [
        here.get(f"/cases/{quote(secret)}/overview"),
        here.post(f"{base}/evidence", f"{base}/evidence/decide", {"key": secret, "action": "confirm"}),
        here.post(f"{base}/chronology", f"{base}/chronology/add", {"what": secret, "when": secret}),
        here.get(f"{base}/evidence/original?exhibit={quote(secret)}"),
        here.get(f"/{quote(secret)}"),
    ]
    here.post(f"{base}/evidence", f"{base}/evidence/remove", {"exhibit": "2"})
    here.post(f"{base}/evidence", f"{base}/evidence/delete", {"exhibit": "2"})
    here.post(f"{base}/more", "/lock", {})
    return {
        "came": unescape(came),
        "page": unescape(page),
        "hit": unescape(hit),
        "fetched": fetched,
        "named": named,
        "wrong": wrong,
        "locked": here.get(f"{base}/overview"),
    }


@needs("tesseract")
def test_the_journey_went_all_the_way(journey: tuple[Path, dict[str, Any]], secret: str) -> None:
    _, found = journey
    assert f"a.zip › {secret}.txt" in found["came"]
    assert secret in found["page"]
    assert secret in found["hit"].partition("<main")[2].partition("</form>")[2]
    assert found["ended"] == 0
    assert found["fetched"] == [b"%PDF-"] * len(found["named"])
    assert all("<h1" in one for one in found["wrong"])
    assert "passphrase" in found["locked"]


@needs("tesseract")
def test_the_secret_stands_nowhere_on_the_disk_nor_in_what_the_server_said(
    journey: tuple[Path, dict[str, Any]], secret: str
) -> None:
    root, _ = journey
    assert len([path for path in (root / "cases").rglob("*") if path.is_file()]) > 5
    assert hits(root, secret) == []


@needs("tesseract")
def test_every_file_that_the_server_wrote_lay_in_the_vault_or_in_memory(journey: tuple[Path, dict[str, Any]]) -> None:
    root, found = journey
    inside = (f"{root}/cases/", "/dev/shm/pristan-", "/dev/null", "/proc/self/", f"{root.parent}/notes")
    assert [one for one in found["written"] if not one.startswith(inside)] == []
    assert list((root / "tmp").iterdir()) == []
    assert not [one for one in found["written"] if one.startswith("/dev/shm/pristan-") and Path(one).exists()]


def test_a_fault_of_ours_shows_and_logs_no_word_of_the_case(
    secret: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_given: object) -> None:
        story = f"рассказ {secret}"
        raise RuntimeError(f"{story}: {secret}")

    bench = stories("planted")
    monkeypatch.setattr(bench.shelf, "cases", broken)
    here = client(bench)
    here.raise_request_exception = False
    logged = io.StringIO()
    handler = logging.StreamHandler(logged)
    handler.setFormatter(DiscreetFormatter())
    for name in ("django", "django.request", "waitress", ""):
        monkeypatch.setattr(logging.getLogger(name), "handlers", [handler])
    answer = here.get(f"/cases?q={secret}")
    assert answer.status_code == 500
    assert secret not in answer.content.decode()
    assert "RuntimeError" in logged.getvalue()
    printed = capsys.readouterr()
    assert secret not in logged.getvalue() + printed.out + printed.err
