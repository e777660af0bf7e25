"""Law packages as a user meets them: which law is in use, and installing another (keys: `law_keys`).

Source: docs/law-packages.md. Raises: LawPackageError with a sentence; then nothing was changed.
Does not: fetch anything, or assess cases (see `services.conclusions`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pristan.deadlines.load import deadline_rules
from pristan.kernel.errors import RuleError
from pristan.kernel.law_data import law_root, look_again, pointer, reading_from
from pristan.law.edition import INSTALLED, LawEdition, edition_in_use
from pristan.law.loader import law_in_use
from pristan.law.package import SUFFIXES, LawPackageError, Package, order_of, read_package
from pristan.services.law_keys import trusted_keys

QUESTIONS = ("kernel", "vocabulary")


@dataclass(frozen=True, slots=True)
class Installed:
    """What an installation did."""

    before: LawEdition
    after: LawEdition


def install(path: Path, *, force: bool = False) -> Installed:
    """Put the package at `path` in the place of the law in use.

    Refused unless `force`: a package without a signature, with that of a key that is not trusted, or not newer than
    the law in use. By force it is installed and marked. Refused always: a package whose files are not what its list
    says, that was changed after a trusted key signed it, or whose records do not load with this program.
    """
    before = edition_in_use()
    package = read_package(path)
    signer = _signer(package, path)
    marks = _marks(package, signer, before)
    if marks and not force:
        raise LawPackageError(
            f"it was not installed: {'; '.join(marks)}. Ask whoever sent it; --force installs it all the same, marked.",
            where=str(path),
        )
    home = pointer().parent
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home) as staging:
        root = Path(staging) / "law"
        _unpack(package, root, signer, marks)
        _try(root, path)
        target = Path(tempfile.mkdtemp(prefix=f"{package.manifest.version}-", dir=home))
        target.rmdir()
        root.rename(target)
    _point_to(target.name)
    look_again()
    return Installed(before, edition_in_use())


def asks_alike(path: Path) -> bool:
    """Whether the package at `path` has the questions of the law in use: then a case reads the same under both."""
    root, folder = law_root(), PurePosixPath(*QUESTIONS)
    theirs = {
        name: data for name, data in read_package(path).files.items() if PurePosixPath(name).is_relative_to(folder)
    }
    ours = (file for file in root.joinpath(*QUESTIONS).rglob("*") if file.suffix in SUFFIXES)
    return theirs == {file.relative_to(root).as_posix(): file.read_bytes() for file in ours}


def remove_installed() -> LawEdition:
    """Go back to the data that ship with the program; the law in use then."""
    pointer().unlink(missing_ok=True)
    for folder in pointer().parent.glob("*/"):
        shutil.rmtree(folder)
    look_again()
    return edition_in_use()


def _signer(package: Package, path: Path) -> str | None:
    """The trusted key that signed the package; None if it bears no signature, or that of a key nobody trusts."""
    signature = package.signature
    key = None if signature is None else trusted_keys().get(signature.key)
    if signature is None or key is None:
        return None
    if not package.signed_by(key):
        raise LawPackageError(
            f"the signature of the trusted key {signature.key} does not fit: the package was changed after it was "
            "signed, and is not installed, not even by force. Fetch it again from whoever signed it.",
            where=str(path),
        )
    return signature.key


def _marks(package: Package, signer: str | None, before: LawEdition) -> tuple[str, ...]:
    found = []
    if package.signature is None:
        found.append("it is not signed")
    elif signer is None:
        found.append(f"it is signed with the key {package.signature.key}, which is not trusted")
    if order_of(package.manifest.version) <= order_of(before.version):
        found.append(f"its version {package.manifest.version} is not newer than {before.version}, which is in use")
    return tuple(found)


def _unpack(package: Package, root: Path, signer: str | None, marks: tuple[str, ...]) -> None:
    for name, data in package.files.items():
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    lines = [f'version = "{package.manifest.version}"', f"published = {package.manifest.published.isoformat()}"]
    if signer is not None:
        lines.append(f'signer = "{signer}"')
    lines.append("marks = [" + ", ".join(f'"{mark}"' for mark in marks) + "]")
    (root / INSTALLED).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _try(root: Path, path: Path) -> None:
    """Load everything once from the unpacked package."""
    with reading_from(root):
        try:
            base, rules = law_in_use(), deadline_rules()
        except RuleError as fault:
            raise LawPackageError(
                f"its records do not load with this program, so nothing was installed: {fault}", where=str(path)
            ) from fault
        if not base.rules or not rules:
            raise LawPackageError("it holds no rules or no time limits; nothing was installed.", where=str(path))


def _point_to(name: str) -> None:
    """Name the folder in use; the change is whole or did not happen."""
    target = pointer()
    handle, temporary = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(target)
