"""Putting papers on the record of a case: a copy under a plain name, its hash, an entry of the custody log.

The original stays where it was, untouched. Does not: answer any question of the case; see `proposals`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pristan.case.home import CaseHome
from pristan.case.loader import load_case_from
from pristan.case.model import Case, Issuer
from pristan.documents.intake.files import read_bytes, read_file
from pristan.documents.intake.model import FileRead
from pristan.documents.likeness import Fingerprint, alike, fingerprint, fingerprint_data, fingerprint_from
from pristan.documents.ocr.kept import RECOGNISED, Kept
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.reading.labels import value_label
from pristan.documents.reading.names import latin
from pristan.evidence.custody import log_arrival
from pristan.evidence.hashes import sha256_of_bytes
from pristan.kernel.errors import CaseError
from pristan.services.case_file import append_tables, table

LIKENESS = "likeness.jsonl"  # what exhibits are compared by, so that they need not be read again
_NUMBERS = ("number.case", "number.criminal")  # the first that stands in the paper is its own
_ISSUERS = {"persecutor": Issuer.ACCUSER, "neutral": Issuer.NEUTRAL, "person": Issuer.PERSON}


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: `exhibit` is its number on record; `why` tells why it was not added."""

    file: FileRead
    exhibit: str | None
    why: str | None  # "fault" | "same_file" | "issuer"
    like: str | None = None  # the exhibit that has the same bytes
    alike: tuple[str, ...] = ()  # exhibits that seem to show the same paper; this one was added all the same


def add_papers(
    home: CaseHome, paths: Sequence[Path], *, issuer: Issuer | None = None, password: str | None = None
) -> Iterator[Added]:
    """Each file in turn. A file whose maker cannot be told from its kind needs `issuer`: it is never guessed."""
    case = load_case_from(home)
    recogniser = _recogniser(home)
    known = _hashes(case)
    for path in paths:
        file = read_file(path, password=password, recogniser=recogniser)
        case, added = _add(case, file, path.read_bytes, issuer, known)
        yield added


def add_paper(
    home: CaseHome, name: str, data: bytes, *, issuer: Issuer | None = None, password: str | None = None
) -> Added:
    """A file that is in memory, as `add_papers`."""
    case = load_case_from(home)
    file = read_bytes(data, name, password=password, recogniser=_recogniser(home))
    return _add(case, file, lambda: data, issuer, _hashes(case))[1]


def _recogniser(home: CaseHome) -> Recogniser:
    return Recogniser(Kept(home, RECOGNISED))


def _hashes(case: Case) -> dict[str, str]:
    return {sha256_of_bytes(case.bytes_of(one)): one.id for one in case.exhibits.values()}


def _add(
    case: Case, file: FileRead, read: Callable[[], bytes], issuer: Issuer | None, known: dict[str, str]
) -> tuple[Case, Added]:
    if file.fault is not None:
        return case, Added(file, None, "fault")
    if file.sha256 in known:
        return case, Added(file, None, "same_file", known[file.sha256])
    told = None if file.reading is None else _ISSUERS.get(file.reading.issued_by or "")
    maker = issuer or told
    if maker is None:
        return case, Added(file, None, "issuer")
    data = read()
    if sha256_of_bytes(data) != file.sha256:
        raise CaseError(f'"{file.name}" changed while it was read. Add it again.')
    own = fingerprint(file, data)
    alike_ones = tuple(number for number, other in _fingerprints(case) if alike(own, other))
    new, number = _put(case, data, file, maker)
    known[file.sha256] = number
    case.home.append(LIKENESS, json.dumps({"sha256": file.sha256} | fingerprint_data(own)))
    return new, Added(file, number, None, alike=alike_ones)


def _fingerprints(case: Case) -> Iterator[tuple[str, Fingerprint]]:
    """Each exhibit's fingerprint: as kept when it came, else made now."""
    kept = {}
    for line in case.home.lines(LIKENESS):
        data = json.loads(line)
        kept[data["sha256"]] = fingerprint_from(data)
    for exhibit in case.exhibits.values():
        content = case.bytes_of(exhibit)
        sha256 = sha256_of_bytes(content)
        if sha256 not in kept:
            file = read_bytes(content, exhibit.file.name, recogniser=_recogniser(case.home))
            kept[sha256] = fingerprint(file, content)
            case.home.append(LIKENESS, json.dumps({"sha256": sha256} | fingerprint_data(kept[sha256])))
        yield exhibit.id, kept[sha256]


def _put(case: Case, data: bytes, file: FileRead, issuer: Issuer) -> tuple[Case, str]:
    number = str(max((int(one) for one in case.exhibits if one.isdigit()), default=0) + 1)
    name = f"exhibits/{int(number):02}_{_plain(file.name)}"
    if case.home.holds(name):
        raise CaseError(f'"{name}" is there already, and the case does not list it. Move it away, or list it.')
    with case.home.together():
        case.home.put(name, data)
        try:
            new = append_tables(case.home, table("exhibit", _exhibit(number, name, file, issuer)))
        except BaseException:
            case.home.remove(name)  # our own copy; the original is untouched
            raise
        log_arrival(case.home, exhibit=number, file=name, name=file.name, sha256=file.sha256)
    return new, number


def _exhibit(number: str, name: str, file: FileRead, issuer: Issuer) -> dict[str, object]:
    reading = file.reading
    kind = None if reading is None else reading.kind
    title = value_label("kind", kind) if kind else None
    language = next((page.language for page in file.pages if page.language), "")
    return {
        "id": number,
        "file": name,
        "title": {"en": title.en if title else file.name, "ru": title.ru if title else file.name},
        "kind": kind or ("photo" if file.format in ("jpeg", "png", "heic", "tiff") and reading is None else "paper"),
        "language": language or "none",
        "issuer": issuer.value,
        "date": reading.value("date.act") if reading else None,
        "number": next((one.value for one in reading.fields if one.name in _NUMBERS), None) if reading else None,
        "body": (reading.value("body.court") or reading.value("body.agency")) if reading else None,
    }


def _plain(name: str) -> str:
    """A file name in Latin letters, digits, dots and underscores."""
    stem, dot, suffix = name.rpartition(".")
    plain = re.sub(r"[^A-Za-z0-9]+", "_", latin(stem or name)).strip("_")[:60] or "file"
    return f"{plain}.{re.sub('[^a-z0-9]', '', suffix.lower())[:8]}" if dot and stem else plain
