"""The keys that sign law packages: a pair for whoever publishes, and the public keys a user trusts.

Source: docs/law-packages.md. A public key file holds 64 hexadecimal digits; a private one the word `private` before
them, so that neither is taken for the other. Raises: LawPackageError with a sentence.
Does not: protect a private key with a passphrase; keep it offline.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from pristan.kernel.law_data import SHIPPED, product_home
from pristan.law.package import LawPackageError, key_id

_KEY = re.compile(r"(private )?([0-9a-f]{64})")
PRIVATE, PUBLIC = ".key", ".pub"


def make_keys(name: Path) -> str:
    """A new pair: `name`.key, which only its owner may hold, and `name`.pub; the id of the public key."""
    key = Ed25519PrivateKey.generate()
    private, public = name.with_name(name.name + PRIVATE), name.with_name(name.name + PUBLIC)
    for path in (private, public):
        if path.exists():
            raise LawPackageError("this file exists and is not written over. Give another name.", where=str(path))
    with os.fdopen(os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(f"private {key.private_bytes_raw().hex()}\n")
    public.write_text(key.public_key().public_bytes_raw().hex() + "\n", encoding="utf-8")
    return key_id(key.public_key())


def read_private_key(path: Path) -> Ed25519PrivateKey:
    """The key that signs."""
    is_private, digits = _read(path)
    if not is_private:
        raise LawPackageError(
            "this is not a private key. The file holds the word private and 64 hexadecimal digits, as `pristan law "
            "key` writes it.",
            where=str(path),
        )
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(digits))


def read_public_key(path: Path) -> Ed25519PublicKey:
    """A public key from a file that holds its 64 hexadecimal digits."""
    is_private, digits = _read(path)
    if is_private:
        raise LawPackageError(
            "this is the private key, which only its owner may hold. Name the file of the public key.", where=str(path)
        )
    if not digits:
        raise LawPackageError(
            "this is not a public key. The file holds 64 hexadecimal digits and nothing else.", where=str(path)
        )
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(digits))


def trusted_keys() -> Mapping[str, Ed25519PublicKey]:
    """Public keys whose packages are installed without force, by id: those shipped and those the user trusts."""
    found = {}
    for folder in (SHIPPED / "law" / "keys", product_home() / "keys"):
        for path in sorted(folder.glob(f"*{PUBLIC}")):
            key = read_public_key(path)
            found[key_id(key)] = key
    return found


def trust(path: Path) -> str:
    """Trust the public key in `path` from now on; its id."""
    key = read_public_key(path)
    folder = product_home() / "keys"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{key_id(key)}{PUBLIC}").write_text(key.public_bytes_raw().hex() + "\n", encoding="utf-8")
    return key_id(key)


def _read(path: Path) -> tuple[bool, str]:
    """Whether it is a private key, and its digits; none where the file is no key."""
    found = _KEY.fullmatch(path.read_text(encoding="utf-8", errors="replace").strip())
    return (False, "") if found is None else (found[1] is not None, found[2])
