"""The long work of the vault: reading a paper, building the documents, working out the line of the list.

Each function is independent of the queue, may be done twice, and gives what writes its results in the finishing
transaction. What it finds on the way (recognised pages) is kept at once, so that a new start goes on from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from pristan.assessment.limits import limits_of
from pristan.case.home import CaseHome
from pristan.case.model import Issuer
from pristan.documents.intake.files import read_bytes
from pristan.documents.intake.model import FileRead
from pristan.documents.ocr.kept import RECOGNISED, Kept
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.ocr.tesseract import Found
from pristan.filings.dossier.compose.answers import headline
from pristan.filings.dossier.compose.context import Context
from pristan.kernel.language import Language, Text
from pristan.law.edition import edition_in_use
from pristan.law.loader import law_in_use
from pristan.services.arriving import Arrival, arrive, prepared, settled, waiting
from pristan.services.assessing import assess_case
from pristan.services.building import build as build_case
from pristan.services.cases import open_case
from pristan.services.packets import build_one, refused
from pristan.storage import cases
from pristan.storage.cases import DueLine, Summary
from pristan.storage.home import BUILT, VaultHome
from pristan.storage.jobs import queue
from pristan.storage.jobs.worker import Function, Work, Worker, Write
from pristan.storage.ram import files_in, folder_in_memory, write_files
from pristan.storage.search.index import PageText, keep_pages

TAKE_IN, READ, BUILD, PACKET, SUMMARY = "take_in", "read", "build", "packet", "summary"
_BUILD_STEPS = ("assessment", "dossier.html", "dossier.pdf", "bundle.pdf")


def worker() -> Worker:
    """Does all of it; `start` it after the vault is open, `stop` it before the door closes."""
    return Worker(functions())


def functions() -> Mapping[str, Function]:
    """What is done for each kind of job; what a person waits for goes first."""
    return {BUILD: build, PACKET: build_packet, SUMMARY: summarise, TAKE_IN: take_in, READ: read}


class _CountedPages(Kept):
    """Recognised pages, each told as a step as soon as it is kept."""

    def __init__(self, home: CaseHome, work: Work) -> None:
        super().__init__(home, RECOGNISED)
        self._work = work
        self._count = 0

    def keep(self, key: str, found: Found) -> None:
        """Keep it, and say so."""
        super().keep(key, found)
        self._count += 1
        self._work.step(self._count, 0, "recognised")


def receive(case_id: str, name: str, data: bytes, *, issuer: Issuer | None = None) -> Arrival:
    """Store a paper that came, and have it read and put on record. When this returns, both are kept."""
    home = cases.home_of(case_id)
    with home.together():
        one = arrive(home, name, data, issuer=issuer)
        ask_to_take_in(case_id, one)
    return one


def ask_to_take_in(case_id: str, one: Arrival) -> int:
    """Have a paper that came read and put on record; the id of the job."""
    key = queue.key_of(TAKE_IN, case_id, one.id, one.issuer)
    return queue.ask_for(TAKE_IN, case_id, key, {"arrival": one.id}, again=True)


def take_in(work: Work) -> Write:
    """Read a paper that came and put it on record; what lies inside it comes as papers of their own."""
    home, arrival_id = cases.home_of(work.case_id), str(work.given["arrival"])
    one = next((found for found in waiting(home) if found.id == arrival_id), None)
    if one is None:
        return lambda: {"gone": True}
    work.step(0, 0, "reading")
    found = prepared(home, one, Recogniser(_CountedPages(home, work)))

    def write() -> Any:
        for inner in settled(home, arrival_id, found):
            ask_to_take_in(work.case_id, inner)
        return {"inner": len(found.inner)}

    return write


def read(work: Work) -> Write:
    """Read a paper, its scanned pages too, and index its words. Result: pages, kind, and the fault if there is one."""
    home, name = cases.home_of(work.case_id), str(work.given["file"])
    if not home.holds(name):
        return lambda: {"gone": True}
    data = home.read(name)
    work.step(0, 0, "reading")
    file = read_bytes(data, PurePosixPath(name).name, recogniser=Recogniser(_CountedPages(home, work)))
    pages = tuple(_pages(file))

    def write() -> Any:
        if not home.holds(name):  # deleted meanwhile
            return {"gone": True}
        keep_pages(work.case_id, name, pages)
        fault = None if file.fault is None else file.fault.text.both()
        return {"pages": len(pages), "kind": None if file.reading is None else file.reading.kind, "fault": fault}

    return write


def _pages(file: FileRead) -> list[PageText]:
    """The pages of a file, then those of the files in it."""
    mine = [PageText(one.text, one.source == "recognised") for one in file.pages]
    return mine + [page for part in file.parts for page in _pages(part)]


def ask_for_build(case_id: str, language: Language, *, on: date | None = None) -> int:
    """Have the dossier and the bundle built; the id of the job. The same text, day and law are not built twice."""
    line = cases.case_line(case_id)
    given = {"language": language.value, "on": None if on is None else on.isoformat()}
    law = edition_in_use()
    key = queue.key_of(BUILD, case_id, line.version, given, law.version, law.marks)
    return queue.ask_for(BUILD, case_id, key, given)


def built_files(case_id: str, language: Language) -> tuple[str, ...]:
    """Names, in the case's home, of the documents that were built last in this language."""
    prefix = f"{BUILT}{language.value}/"
    return tuple(name for name in VaultHome(case_id).names() if name.startswith(prefix))


def build(work: Work) -> Write:
    """Build the dossier and the bundle into the vault. Result: names of files, first sentences, problems."""
    language, told = Language(work.given["language"]), work.given.get("on")
    home = cases.home_of(work.case_id)

    def step(name: str) -> None:
        done = _BUILD_STEPS.index(name) if name in _BUILD_STEPS else 0
        work.step(done, len(_BUILD_STEPS), name)

    on = None if told is None else date.fromisoformat(told)
    with folder_in_memory() as out:
        built = build_case(open_case(home), out, language=language, on=on, progress=step)
        files = files_in(out)

    def write() -> Any:
        for name, data in files.items():
            home.store(f"{BUILT}{language.value}/{name}", data)
        return {"files": list(files), "sentences": list(built.sentences), "problems": list(built.problems)}

    return write


def ask_for_packet(
    case_id: str, profile: str, language: Language, *, person: str | None = None, final: bool = False
) -> int:
    """Have one packet built; the id of the job."""
    line, law = cases.case_line(case_id), edition_in_use()
    given = {"profile": profile, "language": language.value, "person": person, "final": final}
    return queue.ask_for(
        PACKET, case_id, queue.key_of(PACKET, case_id, line.version, given, law.version, law.marks), given
    )


def build_packet(work: Work) -> Write:
    """Build one packet into the vault. Result: names of files, and whether the registry would refuse it."""
    given, home = work.given, cases.home_of(work.case_id)
    language, case = Language(given["language"]), open_case(home)
    prefix = f"{BUILT}{given['profile']}_{given['person'] or case.principal.id}/"
    earlier = {name.removeprefix(BUILT): home.read(name) for name in home.names() if name.startswith(prefix)}
    with folder_in_memory() as out:
        write_files(out, earlier)  # what a person changed in a document that was built before is told, not lost
        built = build_one(
            case,
            given["profile"],
            out,
            person=given["person"],
            language=language,
            final=given["final"],
            progress=lambda name: work.step(0, 0, name),
        )
        files = files_in(built.folder)

    def write() -> Any:
        for old in home.names():
            if old.startswith(prefix):
                home.remove(old)
        for name, data in files.items():
            home.store(prefix + name, data)
        return {"folder": prefix, "files": list(files), "refused": refused(built)}

    return write


def summarise(work: Work) -> Write:
    """Work out what the list of cases shows of one."""
    line = cases.case_line(work.case_id)
    told = work.given.get("on")
    on = None if told is None else date.fromisoformat(told)
    summary = summary_of(cases.home_of(work.case_id), on=on)
    return lambda: cases.keep_summary(work.case_id, summary, version=line.version)


def summary_of(home: CaseHome, *, on: date | None = None) -> Summary:
    """The headline, the coming time limits and the verdicts in play of a case."""
    case = replace(open_case(home), scenarios=())  # the list shows what is, not what is supposed
    assessment = assess_case(case, on=on, moves=False, defeats=False)
    english, russian = (
        " ".join(headline(Context(law_in_use(), (assessment,), one, assessment.on))) for one in Language
    )
    dues = [
        DueLine(due.day, due.rule.title, due.sentence)
        for due in limits_of(assessment)
        if due.day is None or due.day >= assessment.on
    ]
    verdicts = tuple((one.rule.id, one.verdict.value) for one in assessment.routes if one.in_play)
    return Summary(assessment.on, Text(english, russian), tuple(dues), verdicts)
