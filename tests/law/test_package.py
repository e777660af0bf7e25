"""A law package is believed only as far as its hashes and its signature reach."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pristan.law.package import LawPackageError, order_of, pack, read_package, write_package
from tests.support.records import record, write_law

DAY = date(2026, 12, 1)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_law(tmp_path / "data" / "law", xx__one=record("xx.one"))
    return tmp_path / "data"


def written(entries: dict[str, bytes], folder: Path) -> Path:
    write_package(entries, folder / "law.zip")
    return folder / "law.zip"


def test_what_is_packed_is_read_back(root: Path, tmp_path: Path) -> None:
    found = read_package(written(pack(root, "2026-12-01", DAY, key=KEY), tmp_path))
    assert found.manifest.version == "2026-12-01"
    assert set(found.files) == {"law/records/xx/one.toml", "law/papers/common.toml"}
    assert found.signed_by(KEY.public_key())


def test_another_key_did_not_sign(root: Path, tmp_path: Path) -> None:
    found = read_package(written(pack(root, "2026-12-01", DAY, key=KEY), tmp_path))
    assert not found.signed_by(OTHER.public_key())


def test_a_package_without_a_signature_is_signed_by_nobody(root: Path, tmp_path: Path) -> None:
    found = read_package(written(pack(root, "2026-12-01", DAY, key=None), tmp_path))
    assert found.signature is None
    assert not found.signed_by(KEY.public_key())


def test_packing_twice_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    first = written(pack(root, "2026-12-01", DAY, key=KEY), tmp_path).read_bytes()
    assert written(pack(root, "2026-12-01", DAY, key=KEY), tmp_path).read_bytes() == first


def _changed(entries: dict[str, bytes]) -> None:
    entries["law/records/xx/one.toml"] += b"# later\n"


def _added(entries: dict[str, bytes]) -> None:
    entries["law/records/xx/two.toml"] = b""


def _left_out(entries: dict[str, bytes]) -> None:
    del entries["law/papers/common.toml"]


def _newer(entries: dict[str, bytes]) -> None:
    entries["package.toml"] = entries["package.toml"].replace(b"2026-12-01", b"2027-12-01")


@pytest.mark.parametrize("change", [_changed, _added, _left_out, _newer])
def test_a_file_that_is_not_as_listed_is_refused(
    root: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    entries = pack(root, "2026-12-01", DAY, key=KEY)
    change(entries)
    with pytest.raises(LawPackageError, match="is not what the list of files says"):
        read_package(written(entries, tmp_path))


def test_a_list_made_anew_no_longer_bears_the_signature(root: Path, tmp_path: Path) -> None:
    signed = pack(root, "2026-12-01", DAY, key=KEY)
    (root / "law" / "records" / "xx" / "one.toml").write_text(record("xx.one") + "# later\n", encoding="utf-8")
    forged = pack(root, "2026-12-01", DAY, key=None) | {"signature.toml": signed["signature.toml"]}
    assert not read_package(written(forged, tmp_path)).signed_by(KEY.public_key())


@pytest.mark.parametrize(
    "name", ["../law/records/xx.toml", "law/records/../../x.toml", "/law/records/x.toml", "law/records/x.py", "x.toml"]
)
def test_a_file_that_is_no_law_data_is_not_unpacked(root: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(LawPackageError, match="is no law data"):
        read_package(written(pack(root, "2026-12-01", DAY, key=KEY) | {name: b""}, tmp_path))


def test_a_file_that_unpacks_to_too_much_is_refused(root: Path, tmp_path: Path) -> None:
    entries = pack(root, "2026-12-01", DAY, key=KEY) | {"law/records/xx/two.toml": b"#" * 4_000_001}
    with pytest.raises(LawPackageError, match="unpacks to more than"):
        read_package(written(entries, tmp_path))


def test_two_files_of_one_name_are_refused(root: Path, tmp_path: Path) -> None:
    path = written(pack(root, "2026-12-01", DAY, key=KEY), tmp_path)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("law/records/xx/one.toml", "")
    with pytest.raises(LawPackageError, match="two files of one name"):
        read_package(path)


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "law.zip"
    path.write_bytes(b"not a zip file")
    with pytest.raises(LawPackageError, match="not a law package"):
        read_package(path)


def test_another_format_asks_for_a_newer_program(root: Path, tmp_path: Path) -> None:
    entries = pack(root, "2026-12-01", DAY, key=None)
    old, new = entries["package.toml"], entries["package.toml"].replace(b"format = 1", b"format = 2")
    entries["package.toml"] = new
    entries["files.txt"] = entries["files.txt"].replace(
        hashlib.sha256(old).hexdigest().encode(), hashlib.sha256(new).hexdigest().encode()
    )
    with pytest.raises(LawPackageError, match="Update the program first"):
        read_package(written(entries, tmp_path))


@pytest.mark.parametrize("version", ["1.0", "01.12.2026", "2026-12-01.", ""])
def test_a_version_is_a_day(root: Path, version: str) -> None:
    with pytest.raises(LawPackageError, match="Write the day"):
        pack(root, version, DAY, key=None)


@pytest.mark.parametrize(
    ("older", "newer"),
    [("2026-12-01", "2026-12-02"), ("2026-12-01", "2026-12-01.2"), ("2026-12-01.9", "2026-12-01.10")],
)
def test_versions_are_ordered_by_day_and_number(older: str, newer: str) -> None:
    assert order_of(older) < order_of(newer)
