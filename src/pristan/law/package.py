"""A law package: all data folders of the law base in one signed file.

Source: docs/law-packages.md. A package is a ZIP file with `package.toml` (version, day, format), `files.txt` (SHA-256
and path of every file, sorted), `signature.toml` (key id and Ed25519 signature of files.txt) and the data files at
their paths in the source tree.
Raises: LawPackageError with a sentence; nothing from a package is believed before its hashes are checked.
Does not: install (see `services.law_updates`), or decide whom to trust.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from pristan.kernel.errors import PristanError
from pristan.kernel.strict import Table, read_table

FORMAT = 1
DATA_FOLDERS = (
    ("law", "records"),
    ("law", "papers"),
    ("law", "decisions"),
    ("kernel", "vocabulary"),
    ("deadlines", "records"),
    ("country", "records"),
)
SUFFIXES = (".toml", ".csv")
LARGEST_FILE = 4_000_000  # bytes unpacked: the largest record file today is below 0.1 MB
MOST_FILES = 20_000
_HEADS = ("package.toml", "files.txt", "signature.toml")
_VERSION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(\.[0-9]{1,3})?")
_MOMENT = (2020, 1, 1, 0, 0, 0)  # every entry bears one moment, so that packing twice gives the same bytes


class LawPackageError(PristanError):
    """This law package cannot be used."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself."""

    version: str  # the day of publication, with .2, .3 for later ones of that day: compared as it stands
    published: date
    format: int


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, as far as the file says; `key` is the id of the public key."""

    key: str
    value: bytes


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose files agree with their list. Whether the signature is one to trust is asked apart."""

    manifest: Manifest
    listing: bytes  # files.txt as it stands: what is signed
    files: Mapping[str, bytes]
    signature: Signature | None

    def signed_by(self, key: Ed25519PublicKey) -> bool:
        """Whether `key` made the signature."""
        if self.signature is None or self.signature.key != key_id(key):
            return False
        try:
            key.verify(self.signature.value, self.listing)
        except InvalidSignature:
            return False
        return True


def key_id(key: Ed25519PublicKey) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the public key: short enough to read aloud."""
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()[:16]


def order_of(version: str) -> tuple[str, int]:
    """What versions are compared by: the day, then the number of that day."""
    day, _, number = version.partition(".")
    return day, int(number or 1)


def pack(root: Path, version: str, published: date, *, key: Ed25519PrivateKey | None) -> dict[str, bytes]:
    """The entries of a package made of the data folders below `root`, signed if a key is given."""
    _checked_version(version, "the version asked for")
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in DATA_FOLDERS
        for path in sorted(root.joinpath(*folder).rglob("*"))
        if path.suffix in SUFFIXES
    }
    head = f'version = "{version}"\npublished = {published.isoformat()}\nformat = {FORMAT}\n'
    files["package.toml"] = head.encode()
    listing = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()
    entries = {**files, "files.txt": listing}
    if key is not None:
        value = b64encode(key.sign(listing)).decode()
        entries["signature.toml"] = f'key = "{key_id(key.public_key())}"\nvalue = "{value}"\n'.encode()
    return entries


def write_package(entries: Mapping[str, bytes], target: Path) -> None:
    """Write the entries as a ZIP file; the same entries give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(entries):
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), entries[name], zipfile.ZIP_DEFLATED)


def read_package(path: Path) -> Package:
    """A package from its file, with every hash checked."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = {info.filename: _entry(archive, info, path) for info in _infos(archive, path)}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError) as fault:
        raise LawPackageError(f"this is not a law package: {fault}. Fetch it again.", where=str(path)) from fault
    for name in ("package.toml", "files.txt"):
        if name not in entries:
            raise LawPackageError(f'this is not a law package: "{name}" is missing. Fetch it again.', where=str(path))
    files = {name: data for name, data in entries.items() if name not in ("files.txt", "signature.toml")}
    _compare(files, entries["files.txt"], path)
    return Package(
        _manifest(_toml(entries["package.toml"], "package.toml", path), path),
        entries["files.txt"],
        {name: data for name, data in files.items() if name != "package.toml"},
        _signature(_toml(entries["signature.toml"], "signature.toml", path)) if "signature.toml" in entries else None,
    )


def _infos(archive: zipfile.ZipFile, path: Path) -> Iterable[zipfile.ZipInfo]:
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise LawPackageError(f"this package holds {len(infos)} files; at most {MOST_FILES} are read.", where=str(path))
    names = [info.filename for info in infos]
    if len(set(names)) != len(names):
        raise LawPackageError("this package holds two files of one name. Fetch it again.", where=str(path))
    return infos


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> bytes:
    name = PurePosixPath(info.filename)
    inside = any(name.parts[: len(folder)] == folder and name.suffix in SUFFIXES for folder in DATA_FOLDERS)
    if info.filename not in _HEADS and not (inside and ".." not in name.parts and "\\" not in info.filename):
        raise LawPackageError(
            f'the package holds "{info.filename}", which is no law data. It was not unpacked.', where=str(path)
        )
    with archive.open(info) as source:
        data = source.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise LawPackageError(f'"{info.filename}" unpacks to more than {LARGEST_FILE} bytes.', where=str(path))
    return data


def _toml(data: bytes, name: str, path: Path) -> Table:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise LawPackageError(f"{name} is not UTF-8. Fetch the package again.", where=str(path)) from fault
    return read_table(text, file=f"{path} / {name}", error=LawPackageError)


def _checked_version(version: str, what: str) -> str:
    if not _VERSION.fullmatch(version) or not _is_day(order_of(version)[0]):
        raise LawPackageError(f'{what} is "{version}". Write the day, as 2026-12-01, or 2026-12-01.2.')
    return version


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _manifest(table: Table, path: Path) -> Manifest:
    version = _checked_version(table.string("version"), "the package's version")
    published = table.day("published")
    if published is None:
        table.fail("the package does not say when it was published.")
    number: int = table.take("format", int)
    table.done()
    if number != FORMAT:
        raise LawPackageError(
            f"this package has format {number}, and this program reads format {FORMAT}. Update the program first.",
            where=str(path),
        )
    return Manifest(version, published, number)


def _signature(table: Table) -> Signature:
    key = table.string("key")
    try:
        value = b64decode(table.string("value"), validate=True)
    except NotBase64:
        table.fail("the signature cannot be read. Fetch the package again.", "value")
    table.done()
    return Signature(key, value)


def _compare(files: Mapping[str, bytes], listing: bytes, path: Path) -> None:
    """Every file must be listed with its hash, and every listed file be there."""
    made = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()
    if made != listing:
        listed = {
            line.partition("  ")[2]: line.partition("  ")[0] for line in listing.decode("utf-8", "replace").splitlines()
        }
        wrong = sorted(
            {name for name, data in files.items() if listed.get(name) != hashlib.sha256(data).hexdigest()}
            | (set(listed) - set(files))
        )
        name = wrong[0] if wrong else "files.txt"
        raise LawPackageError(f'"{name}" is not what the list of files says. Fetch the package again.', where=str(path))
