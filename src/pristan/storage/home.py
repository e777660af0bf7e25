"""A case of the vault as a home: its text a row, its files encrypted on their own, its logs lines of rows."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from pristan.case.home import CASE_FILE, CHANGED
from pristan.documents.ocr.kept import RECOGNISED
from pristan.evidence.custody import ARRIVED, EXHIBITS, REMOVED
from pristan.kernel.errors import CaseError
from pristan.storage import log
from pristan.storage.disk import sync_folder, written_durably
from pristan.storage.erase import settle
from pristan.storage.history import record_changes
from pristan.storage.jobs import queue
from pristan.storage.listing import describe
from pristan.storage.models import CaseRow, FileRow, LineRow, PageRow
from pristan.storage.sealed import Damaged, new_id, seal, unseal
from pristan.storage.session import current
from pristan.storage.whole import all_or_nothing, wrote

BUILT = "built/"
NOT_INDEXED = (RECOGNISED, BUILT, ARRIVED, REMOVED)  # written by the program itself, not on record yet, or no longer
_NOTED = {ARRIVED: "paper_came", EXHIBITS: "exhibit_kept", REMOVED: "exhibit_off"}  # said when a file comes there


@dataclass(frozen=True, slots=True)
class VaultHome:
    """One case of the open vault. `who` and `why` stand in the history of what is changed through it."""

    case_id: str
    who: str = "owner"
    why: str = ""

    @property
    def where(self) -> str:
        """How messages name the case file."""
        return f"vault/{self.case_id}/{CASE_FILE}"

    def text(self) -> str:
        """The case file as it stands. Raises CaseError if the case is not in the vault."""
        return str(self._row().text)

    def replace(self, text: str, *, expected: str) -> None:
        """Put `text` in place of the case file; adopted entries that it changes go into the history."""
        with all_or_nothing():
            row = self._row()
            if row.text != expected:
                raise CaseError(CHANGED, where=self.where)
            if text == expected:
                return
            record_changes(row, text, who=self.who, why=self.why)
            row.text = text
            row.version += 1
            row.changed_at = datetime.now(UTC)
            describe(row)
            row.save()
            ask_for_summary(row)

    def holds(self, name: str) -> bool:
        """Whether there is a file of this name."""
        return bool(FileRow.objects.filter(case_id=self.case_id, name=name).exists())

    def read(self, name: str) -> bytes:
        """The bytes of a file, each chunk authentic. Raises CaseError if there is none, Damaged if it was changed."""
        found = io.BytesIO()
        for piece in self.pieces(name):
            found.write(piece)
        return found.getvalue()

    def pieces(self, name: str) -> Iterator[bytes]:
        """The file piece by piece, for one too big for memory."""
        row = self._file(name)
        try:
            stream = _path(row.stored).open("rb")
        except FileNotFoundError as fault:
            again = self._file(name)  # replaced while we looked
            if again.stored == row.stored:
                raise Damaged(where=name) from fault
            row, stream = again, _path(again.stored).open("rb")
        with stream:
            yield from unseal(stream, bytes(row.key), bytes.fromhex(row.stored))

    def sha256(self, name: str) -> str:
        """The hash of a file, as it was when it was written; reading it would refuse other bytes."""
        return str(self._file(name).sha256)

    def size(self, name: str) -> int:
        """Its length in bytes."""
        return int(self._file(name).size)

    def names(self) -> tuple[str, ...]:
        """Every file, by name."""
        return tuple(FileRow.objects.filter(case_id=self.case_id).order_by("name").values_list("name", flat=True))

    def put(self, name: str, data: bytes) -> None:
        """Keep a file encrypted under this name, in place of one that was there. Whole or not at all."""
        with all_or_nothing():
            self.store(name, data)
            self._note(name)

    def move(self, name: str, to: str) -> None:
        """Give a file another name: only its row changes. What is on record is read and indexed, nothing else."""
        with all_or_nothing():
            row = self._file(name)
            if self.holds(to):
                raise CaseError(f'"{to}" is there already, and the case does not list it. Move it away, or list it.')
            PageRow.objects.filter(case_id=self.case_id, file=name).delete()
            row.name = to
            row.save()
            self._note(to)
            self._have_it_read(to, row.sha256)

    def _note(self, name: str) -> None:
        """A sentence in the log for what was put in a place that a person knows of."""
        for place, code in _NOTED.items():
            if name.startswith(place):
                log.note(code, case=self.case_id, who=self.who)

    def _have_it_read(self, name: str, sha256: str) -> None:
        if not name.startswith(NOT_INDEXED):
            key = queue.key_of("read", self.case_id, name, sha256)
            queue.ask_for("read", self.case_id, key, {"file": name}, again=True)

    def store(self, name: str, data: bytes) -> None:
        """As `put`, without a word in the log: for a case that comes in whole."""
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise CaseError(f'the file "{name}" lies outside the case. Give it a plain name.', where=self.where)
        with all_or_nothing():
            self._row()
            stored, file_key, sha256 = new_id(), os.urandom(32), hashlib.sha256(data).hexdigest()
            wrote(stored.hex())
            path = _path(stored.hex())
            if not path.parent.exists():
                path.parent.mkdir(mode=0o700, exist_ok=True)
                sync_folder(path.parent.parent)
            with written_durably(path) as stream:
                seal(data, file_key, stored, stream)
            self._forget(name)
            FileRow.objects.create(
                case_id=self.case_id,
                name=name,
                stored=stored.hex(),
                key=file_key,
                size=len(data),
                sha256=sha256,
                made_at=datetime.now(UTC),
            )
            self._have_it_read(name, sha256)

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines of a log, oldest first."""
        rows = LineRow.objects.filter(case_id=self.case_id, log=name).order_by("number")
        return tuple(rows.values_list("text", flat=True))

    def append(self, name: str, line: str) -> None:
        """Add a line to a log."""
        with all_or_nothing():
            self._row()
            number = LineRow.objects.filter(case_id=self.case_id, log=name).count() + 1
            LineRow.objects.create(case_id=self.case_id, log=name, number=number, text=line)

    def rewrite(self, name: str, lines: Sequence[str]) -> None:
        """Put these lines in place of a log."""
        with all_or_nothing():
            LineRow.objects.filter(case_id=self.case_id, log=name).delete()
            for number, line in enumerate(lines, start=1):
                LineRow.objects.create(case_id=self.case_id, log=name, number=number, text=line)

    def remove(self, name: str) -> None:
        """Remove a file for ever, with its text, its recognised pages and its place in the index: keys first, then
        bytes. Documents that were built with it stay until they are built anew.
        """
        with all_or_nothing():
            sha256 = self._file(name).sha256
            self._forget(name)
            if not FileRow.objects.filter(case_id=self.case_id, sha256=sha256).exists():
                for page in FileRow.objects.filter(case_id=self.case_id, name__startswith=f"{RECOGNISED}{sha256}"):
                    self._forget(page.name)
            if name.startswith((EXHIBITS, REMOVED)):
                log.note("exhibit_removed", case=self.case_id, who=self.who)
            transaction.on_commit(settle)

    def together(self) -> AbstractContextManager[None]:
        """All that is written inside is kept, or nothing."""
        return all_or_nothing()

    def _row(self) -> CaseRow:
        row = CaseRow.objects.filter(pk=self.case_id).first()
        if row is None:
            raise CaseError("this case is not in the vault. Look at the list of cases.", where=self.where)
        return row

    def _file(self, name: str) -> FileRow:
        row = FileRow.objects.filter(case_id=self.case_id, name=name).first()
        if row is None:
            raise CaseError(f'there is no file "{name}" in the case.', where=self.where)
        return row

    def _forget(self, name: str) -> None:
        for old in FileRow.objects.filter(case_id=self.case_id, name=name):
            unlink_when_committed(str(old.stored))
            old.delete()
        PageRow.objects.filter(case_id=self.case_id, file=name).delete()


def ask_for_summary(row: CaseRow) -> None:
    """Have the line of the list worked out from the text as it is now."""
    queue.forget_waiting("summary", row.pk)
    queue.ask_for("summary", row.pk, queue.key_of("summary", row.pk, row.version), {"version": row.version})


def unlink_when_committed(stored: str) -> None:
    """Remove an encrypted file once its key is gone for good."""
    path = _path(stored)
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def _path(stored: str) -> Path:
    return current().files / stored[:2] / stored
