"""Putting papers on the record of a case: a copy under a plain name, its hash, an entry of the custody log.

Two steps, so that the long one can be done anywhere and anew: `examined` reads a file, compares it and takes out what
lies inside; `put_on_record` writes. Files inside an archive or attached to a letter become exhibits of their own; the
archive itself is none. The original stays where it was, untouched. Does not: answer any question of the case; see
`proposals`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pristan.case.home import CaseHome
from pristan.case.loader import load_case_from
from pristan.case.model import Case, Issuer
from pristan.documents.intake.files import read_bytes, read_file
from pristan.documents.intake.inside import HOLDERS, Inner, files_inside, unlocked
from pristan.documents.intake.model import FileRead
from pristan.documents.likeness import Fingerprint, alike, fingerprint, fingerprint_data, fingerprint_from
from pristan.documents.ocr.kept import RECOGNISED, Kept
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.reading.labels import value_label
from pristan.documents.reading.names import latin
from pristan.documents.says import FileFault, Note
from pristan.evidence.custody import EXHIBITS, Source, What, entries, log_entry
from pristan.evidence.hashes import sha256_of_bytes
from pristan.kernel.errors import CaseError
from pristan.services.case_file import append_tables, table

LIKENESS = "likeness.jsonl"  # what exhibits are compared by, so that they need not be read again
_NUMBERS = ("number.case", "number.criminal")  # the first that stands in the paper is its own
_ISSUERS = {"persecutor": Issuer.ACCUSER, "neutral": Issuer.NEUTRAL, "person": Issuer.PERSON}


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was read and compared; nothing is written yet. `inner`: what lies inside it; of a paper that its
    password opened (`locked`) the same without one, since the password is kept nowhere.
    """

    file: FileRead
    data: bytes
    own: Fingerprint | None = None
    alike: tuple[str, ...] = ()
    inner: tuple[Inner, ...] = ()
    locked: bool = False

    @property
    def only_holds(self) -> str:
        """Whether what is in it matters and it is no exhibit itself: "holds_files" for an archive, "unlocked" for a
        paper that opened with a password, else empty.
        """
        return "unlocked" if self.locked else "holds_files" if self.file.format in HOLDERS else ""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: `exhibit` is its number on record; `why` tells why it was not added."""

    file: FileRead
    exhibit: str | None
    why: str | None  # "fault" | "same_file" | "issuer" | "holds_files" | "unlocked"
    like: str | None = None  # the exhibit that has the same bytes
    alike: tuple[str, ...] = ()  # exhibits that seem to show the same paper; this one was added all the same
    source: Source | None = None  # the files it lay in
    inner: int = 0  # how many lay in it


def add_papers(
    home: CaseHome, paths: Sequence[Path], *, issuer: Issuer | None = None, password: str | None = None
) -> Iterator[Added]:
    """Each file in turn, and after it those that lay inside. A file whose maker cannot be told from its kind needs
    `issuer`: it is never guessed.
    """
    recogniser = recogniser_of(home)
    for path in paths:
        file = read_file(path, recogniser=recogniser, alone=True)
        data = b"" if file.fault is not None and not _is_locked(file) else path.read_bytes()
        if data and sha256_of_bytes(data) != file.sha256:
            raise CaseError(f'"{file.name}" changed while it was read. Add it again.')
        yield from _added(home, _compared(home, file, data, password), issuer, password)


def add_paper(
    home: CaseHome, name: str, data: bytes, *, issuer: Issuer | None = None, password: str | None = None
) -> Added:
    """A file that is in memory, as `add_papers`; what became of those inside it is not told."""
    found = examined(home, name, data, password=password)
    return next(iter(tuple(_added(home, found, issuer, password))))


def _added(home: CaseHome, found: Examined, issuer: Issuer | None, password: str | None) -> Iterator[Added]:
    yield put_on_record(home, found, issuer=issuer)
    for inner in found.inner:
        source = Source((found.file.name, *inner.way), found.file.sha256)
        yield put_on_record(home, examined_inner(home, inner, password=password), issuer=issuer, source=source)


def examined(
    home: CaseHome, name: str, data: bytes, *, password: str | None = None, recogniser: Recogniser | None = None,
    inside: bool = True,
) -> Examined:  # fmt: skip
    """Read a file, compare it with the exhibits, and take out what lies inside it. Long; writes no paper."""
    file = read_bytes(data, name, recogniser=recogniser or recogniser_of(home), alone=True)
    return _compared(home, file, data, password, inside=inside)


def examined_inner(home: CaseHome, inner: Inner, *, password: str | None = None) -> Examined:
    """As `examined`, for a file that was taken out of another: what lay in it was taken out with it."""
    if inner.fault is not None:
        return Examined(FileRead(inner.name, "", 0, None, fault=inner.fault), b"")
    return examined(home, inner.name, inner.data, password=password, inside=False)


def recogniser_of(home: CaseHome) -> Recogniser:
    """What recognises the scans of a case and keeps what it read with it."""
    return Recogniser(Kept(home, RECOGNISED))


def _compared(home: CaseHome, file: FileRead, data: bytes, password: str | None, *, inside: bool = True) -> Examined:
    if password is not None and _is_locked(file):
        return _opened(file, data, password)
    if file.fault is not None:
        return Examined(file, b"")
    inner: tuple[Inner, ...] = ()
    if inside:
        file, inner = _taken_apart(file, data, password)
    if file.format in HOLDERS:
        return Examined(file, data, inner=inner)
    own = fingerprint(file, data)
    case = load_case_from(home)
    alike_ones = tuple(
        number for number, other in _fingerprints(case) if number != _like(case, file.sha256) and alike(own, other)
    )
    return Examined(file, data, own, alike_ones, inner)


def _is_locked(file: FileRead) -> bool:
    return file.fault is not None and file.fault.code == "password"


def _opened(file: FileRead, data: bytes, password: str) -> Examined:
    """The copy without the password stands inside, under the same name."""
    try:
        copy = unlocked(data, password)
    except FileFault as fault:
        return Examined(replace(file, fault=fault), b"")
    return Examined(replace(file, fault=None, format="pdf"), data, inner=(Inner(file.name, copy),), locked=True)


def _taken_apart(file: FileRead, data: bytes, password: str | None) -> tuple[FileRead, tuple[Inner, ...]]:
    """The file with what should be known of it, and what lies in it."""
    try:
        inner, notes = files_inside(data, password=password)
    except FileFault as fault:
        return replace(file, fault=fault), ()
    if file.format in HOLDERS and not inner:
        return replace(file, fault=FileFault("holds_nothing")), ()
    more = tuple(one for one in notes if one not in file.notes)
    if inner:
        more = (*more, Note("files_inside", {"count": len(inner)}))
    return replace(file, notes=(*file.notes, *more)), inner


def put_on_record(
    home: CaseHome, found: Examined, *, issuer: Issuer | None = None, source: Source | None = None, stored: str = ""
) -> Added:
    """The file as an exhibit, unless it is none: an archive, the same bytes once more, of an unknown maker.

    `issuer`: who made it, as a person said. Of a file that lay inside another, what its own kind shows goes first: the
    person spoke of the outer one. `stored`: where the case keeps its bytes already; it is moved from there.
    """
    file = found.file
    told = None if file.reading is None else _ISSUERS.get(file.reading.issued_by or "")
    maker = (issuer or told) if source is None else (told or issuer)
    if file.fault is not None:
        return Added(file, None, "fault", source=source)
    if found.only_holds:
        return Added(file, None, found.only_holds, source=source, inner=len(found.inner))
    case = load_case_from(home)
    like = _like(case, file.sha256)
    if like is not None:
        return Added(file, None, "same_file", like, source=source)
    if maker is None:
        return Added(file, None, "issuer", source=source)
    number = _put(case, found, maker, source, stored)
    if found.own is not None:
        home.append(LIKENESS, json.dumps({"sha256": file.sha256} | fingerprint_data(found.own)))
    return Added(file, number, None, alike=found.alike, source=source, inner=len(found.inner))


def _like(case: Case, sha256: str) -> str | None:
    """The exhibit that has these bytes."""
    return next((one.id for one in case.exhibits.values() if case.home.sha256(str(one.file)) == sha256), None)


def _fingerprints(case: Case) -> Iterator[tuple[str, Fingerprint]]:
    """Each exhibit's fingerprint: as kept when it came, else made now."""
    kept = {}
    for line in case.home.lines(LIKENESS):
        data = json.loads(line)
        kept[data["sha256"]] = fingerprint_from(data)
    for exhibit in case.exhibits.values():
        sha256 = case.home.sha256(str(exhibit.file))
        if sha256 not in kept:
            content = case.bytes_of(exhibit)
            file = read_bytes(content, exhibit.file.name, recogniser=recogniser_of(case.home))
            kept[sha256] = fingerprint(file, content)
            case.home.append(LIKENESS, json.dumps({"sha256": sha256} | fingerprint_data(kept[sha256])))
        yield exhibit.id, kept[sha256]


def _put(case: Case, found: Examined, issuer: Issuer, source: Source | None, stored: str) -> str:
    file, home = found.file, case.home
    number = str(max((int(one) for one in _numbers(case) if one.isdigit()), default=0) + 1)
    name = f"{EXHIBITS}{int(number):02}_{plain_name(file.name)}"
    if home.holds(name):
        raise CaseError(f'"{name}" is there already, and the case does not list it. Move it away, or list it.')
    with home.together():
        if stored:
            home.move(stored, name)
        else:
            home.put(name, found.data)
        try:
            append_tables(home, table("exhibit", _exhibit(number, name, file, issuer)))
        except BaseException:
            if stored:
                home.move(name, stored)
            else:
                home.remove(name)  # our own copy; the original is untouched
            raise
        log_entry(
            home, What.ON_RECORD, exhibit=number, file=name, name=file.name, sha256=file.sha256, was=stored,
            source=source,
        )  # fmt: skip
    return number


def _numbers(case: Case) -> Iterator[str]:
    """Every number that was given, also to papers that were taken off the record: none is given twice."""
    yield from case.exhibits
    yield from (one.exhibit for one in entries(case.home))


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


def plain_name(name: str) -> str:
    """A file name in Latin letters, digits, dots and underscores."""
    stem, dot, suffix = name.rpartition(".")
    plain = re.sub(r"[^A-Za-z0-9]+", "_", latin(stem or name)).strip("_")[:60] or "file"
    return f"{plain}.{re.sub('[^a-z0-9]', '', suffix.lower())[:8]}" if dot and stem else plain
