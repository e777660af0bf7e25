"""The folder of a packet: what an earlier build wrote there is replaced, what a person edited there is kept.

The hash of every file written stands in packet.json; a file whose hash differs was edited.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

RECORD = "packet.json"
NEW = "new_"  # before the name of a fresh draft whose older copy was edited


class Folder:
    """Writes into one folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.written: dict[str, str] = {}
        self.edited = self._edited()

    def earlier_documents(self) -> dict[str, bytes]:
        """Every DOCX that lies there: name and bytes."""
        return {one.relative_to(self.path).as_posix(): one.read_bytes() for one in sorted(self.path.rglob("*.docx"))}

    def begin(self) -> None:
        """Remove what an earlier build wrote and nobody edited."""
        for name, known in self._recorded().items():
            file = self.path / name
            if name not in self.edited and file.is_file() and _hash(file.read_bytes()) == known:
                file.unlink()

    def place_for(self, name: str) -> Path:
        """Where a file may be written: beside an edited one of the same name, never over it."""
        path = Path(name)
        target = path.with_name(NEW + path.name).as_posix() if name in self.edited else name
        file = self.path / target
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def write(self, name: str, content: bytes) -> Path:
        """Write a file and remember its hash."""
        file = self.place_for(name)
        file.write_bytes(content)
        self.remember(file)
        return file

    def remember(self, file: Path) -> None:
        """Record a file that something else wrote."""
        self.written[file.relative_to(self.path).as_posix()] = _hash(file.read_bytes())

    def _recorded(self) -> dict[str, str]:
        try:
            record = json.loads((self.path / RECORD).read_text(encoding="utf-8"))
            files = record["files"]
        except (FileNotFoundError, NotADirectoryError, ValueError, KeyError):
            return {}
        return {str(name): str(known) for name, known in files.items() if ".." not in Path(name).parts}

    def _edited(self) -> frozenset[str]:
        found = set()
        for name, known in self._recorded().items():
            file = self.path / name
            if file.is_file() and _hash(file.read_bytes()) != known:
                found.add(name)
        return frozenset(found)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
