"""An encrypted file: a header and chunks of AES-256-GCM, each bound to the file, to its place, and to whether it is the
last.

    magic "PRISTAN1" (8 bytes) | file id (16 bytes) | chunks: 64 KiB of text (the last may be shorter) + tag (16)

Nonce of chunk n: n as 11 bytes, big-endian, then 1 for the last chunk and 0 for all others; the key is used for this
one file only, so no nonce comes twice. Header = associated data of every chunk. So a file that was cut, put together
from pieces, reordered or exchanged for another is refused. Source: the STREAM construction (Hoang, Reyhanitabar,
Rogaway, Vizár 2015); docs/decisions/0014-vault-files.md says why not libsodium's secretstream.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from pristan.kernel.errors import StorageError

MAGIC = b"PRISTAN1"
ID_BYTES = 16
CHUNK = 64 * 1024
TAG = 16


class Damaged(StorageError):
    """The bytes on the disk are not those that were written."""

    def __init__(self, where: str | None = None) -> None:
        super().__init__(
            "An encrypted file is damaged or was exchanged. Take it from a backup.",
            "Зашифрованный файл повреждён или подменён. Возьмите его из резервной копии.",
            where=where,
        )


def new_id() -> bytes:
    """A random name for a file."""
    return os.urandom(ID_BYTES)


def seal(data: bytes, key: bytes, file_id: bytes, out: BinaryIO) -> None:
    """Write `data` encrypted. `key` must be new: it is for this file only."""
    head, cipher = MAGIC + file_id, AESGCM(key)
    out.write(head)
    whole = memoryview(data)
    count = max(1, -(-len(data) // CHUNK))
    for number in range(count):
        piece = whole[number * CHUNK : (number + 1) * CHUNK]
        out.write(cipher.encrypt(_nonce(number, last=number == count - 1), piece, head))


def unseal(stream: BinaryIO, key: bytes, file_id: bytes) -> Iterator[bytes]:
    """The text, piece by piece. Raises Damaged; pieces given before that are authentic, but not the whole."""
    head, cipher = MAGIC + file_id, AESGCM(key)
    if stream.read(len(head)) != head:
        raise Damaged
    number, piece = 0, stream.read(CHUNK + TAG)
    while True:
        after = stream.read(CHUNK + TAG) if len(piece) == CHUNK + TAG else b""
        try:
            yield cipher.decrypt(_nonce(number, last=not after), piece, head)
        except (InvalidTag, ValueError) as fault:
            raise Damaged from fault
        if not after:
            return
        number, piece = number + 1, after


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
