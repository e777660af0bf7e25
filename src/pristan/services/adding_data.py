"""What became of files that were put on the record of a case, as data: the form of `pristan add --json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pristan.documents.says import FileFault, Note
from pristan.evidence.custody import Broken
from pristan.services.adding import Added


def adding_data(
    added: Iterable[Added], *, left_out: Note | None, broken: Iterable[Broken], encrypted: bool
) -> dict[str, Any]:
    """Each file as `add_papers` tells it; `left_out`: what of a folder was not taken; `broken`: exhibits that no longer
    fit the custody log.
    """
    return {
        "files": [_file(one) for one in added],
        "left_out": None if left_out is None else _said(left_out),
        "broken": [{"exhibit": one.exhibit, "file": one.file, "what": one.what} for one in broken],
        "encrypted": encrypted,
    }


def _file(one: Added) -> dict[str, Any]:
    file = one.file
    kind = None if file.reading is None else file.reading.kind
    return {
        "file": file.name,
        "lay_in": [] if one.source is None else list(one.source.way),
        "exhibit": one.exhibit,
        "why_not": one.why,
        "same_as": one.like,
        "looks_like": list(one.alike),
        "holds": one.inner,
        "sha256": file.sha256 or None,
        "format": file.format,
        "kind": kind,
        "notes": [_said(note) for note in file.notes],
        "fault": None if file.fault is None else _said(file.fault),
    }


def _said(one: Note | FileFault) -> dict[str, str]:
    return {"code": one.code, "en": one.text.en, "ru": one.text.ru}
