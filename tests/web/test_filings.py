"""The page of packets: a draft is built in the background, its checks stand first, its files come from memory only."""

from __future__ import annotations

import io
import time
from typing import Any

import pypdfium2
import pytest
from tests.support.case_folder import PERSON, write_case
from tests.support.workbench import client, stories

from pristan.web.answers import Answers
from pristan.web.gate import IN
from pristan.web.shelf import FolderShelf
from pristan.web.workbench import Workbench

PROFILE = "us.uscis"


@pytest.fixture(scope="module")
def built() -> Any:
    """A browser that was let in, with one packet built."""
    here = client(stories("antiwar"), launched=False)
    session = here.session
    session[IN] = True
    session.save()
    here.cookies["s"] = session.session_key
    assert here.post(f"/cases/antiwar/filings/build/{PROFILE}").status_code == 302
    for _ in range(240):
        page = here.get(f"/cases/antiwar/filings/watch/{PROFILE}").content.decode()
        if "progress" not in page:
            return here, page
        time.sleep(0.5)
    raise AssertionError("the packet was not built in two minutes")


def test_what_a_clerk_would_refuse_stands_on_the_page_with_its_remedy(built: Any) -> None:
    _here, page = built
    assert 'class="refuses"' in page
    assert "Form I-589" in page
    assert "draft" in page


def test_a_pdf_opens_in_the_browser_and_reads(built: Any) -> None:
    here, page = built
    name = next(part.split('"')[0] for part in page.split('href="') if part.split('"')[0].endswith("bundle.pdf"))
    answer = here.get(name)
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert answer.headers["Cache-Control"].startswith("no-store")
    assert len(pypdfium2.PdfDocument(io.BytesIO(answer.content))) > 5


def test_an_editable_document_is_a_download_and_never_shown(built: Any) -> None:
    here, page = built
    name = next(part.split('"')[0] for part in page.split('href="') if part.split('"')[0].endswith(".docx"))
    assert here.get(name).headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("name", ["../../case.toml", "no_such.pdf", "packet.json/../x"])
def test_nothing_but_what_was_built_can_be_fetched(built: Any, name: str) -> None:
    here, _page = built
    assert here.get(f"/cases/antiwar/filings/file/{PROFILE}/{name}").status_code == 404


def test_a_packet_that_is_none_is_refused(built: Any) -> None:
    here, _page = built
    assert here.post("/cases/antiwar/filings/build/us.nothing").status_code == 400


TOLD = (
    "Соседка позвонила вечером и сказала, что у подъезда второй час стоит серая машина и двое мужчин спрашивают, "
    "в какой квартире живёт учительница истории."
)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A browser that was let in, before three invented cases: two tell the same, one tells nothing."""
    folder = tmp_path_factory.mktemp("shelf")
    for name, told in (("anna", TOLD), ("boris", TOLD.replace("вечером", "утром")), ("clara", "")):
        paragraph = f'[[paragraph]]\nid = "p1"\nperson = "anna"\nlanguage = "ru"\ntext = "{told}"'
        write_case(folder / name, PERSON, *([paragraph] if told else []))
    here = client(Workbench(FolderShelf(folder), day=lambda: None, answers=Answers()), launched=False)
    session = here.session
    session[IN] = True
    session.save()
    here.cookies["s"] = session.session_key
    return here


def test_a_passage_that_another_case_has_too_stands_beside_it(two: Any) -> None:
    page = two.get("/cases/anna/filings/similar").content.decode()
    assert page.count("стоит серая машина и двое мужчин спрашивают") == 2
    assert "A small case, p1" in page
    assert "2 other cases were compared." in page


def test_a_case_that_tells_nothing_says_so(two: Any) -> None:
    assert "The case tells nothing yet" in two.get("/cases/clara/filings/similar").content.decode()


def test_the_page_of_packets_leads_there(two: Any) -> None:
    assert 'href="/cases/anna/filings/similar"' in two.get("/cases/anna/filings").content.decode()
