"""The keys of a vault: a passphrase opens a slot, the slot holds the data key, the data key opens everything.

passphrase -> Argon2id -> slot key -(AES-256-GCM)-> data key -(HKDF-SHA256)-> database key. A change of passphrase
wraps the same data key anew and rewrites no data. The recovery slot is opened by a random code of 160 bits; such a code
needs no slow function, so HKDF-SHA256 stands in place of Argon2id.
Source: RFC 9106 (Argon2id), RFC 5869 (HKDF), NIST SP 800-38D (GCM). Does not: keep a hint, or a second copy of a key.
"""

from __future__ import annotations

import os
import time
import unicodedata
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from pristan.kernel.errors import StorageError
from pristan.storage.strength import weakness

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
SHORTEST = 12  # characters of a passphrase
_SECONDS = 0.4  # what opening should cost at least, on the computer that made the vault
_MOST_PASSES = 12


class WrongPassphrase(StorageError):
    """The passphrase or code does not open it."""

    def __init__(self) -> None:
        super().__init__(
            "That passphrase did not open it. Nothing was changed.", "Эта фраза не подошла. Ничего не изменилось."
        )


@dataclass(frozen=True, slots=True)
class Argon:
    """Cost of one passphrase. `memory` in KiB; `milliseconds` is what it took where it was measured."""

    memory: int
    passes: int
    lanes: int
    milliseconds: int | None = None


RECOMMENDED = Argon(memory=256 * 1024, passes=3, lanes=2)
_HARDEST = Argon(memory=4 * 1024 * 1024, passes=64, lanes=64)  # a header asking more is refused, not obeyed


def measured(start: Argon = RECOMMENDED) -> Argon:
    """`start` with as many more passes as this computer does in the time that opening should cost.

    Raises StorageError if this computer cannot give the memory.
    """
    began = time.perf_counter()
    _argon_key("measure", b"\0" * _SALT_BYTES, start)
    took = time.perf_counter() - began
    passes = min(_MOST_PASSES, max(start.passes, round(start.passes * _SECONDS / took)))
    return replace(start, passes=passes, milliseconds=round(took * 1000 * passes / start.passes))


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key wrapped under one secret. `argon` is None where the secret is random and long."""

    salt: bytes
    wrapped: bytes  # nonce and ciphertext
    argon: Argon | None


def passphrase_slot(data_key: bytes, passphrase: str, argon: Argon, *, bound_to: bytes) -> Slot:
    """A slot that `passphrase` opens. Raises StorageError for one that is too short or anybody would try first."""
    if len(_plain(passphrase)) < SHORTEST:
        raise StorageError(
            f"The passphrase is shorter than {SHORTEST} characters. Take five or six words that nobody would guess.",
            f"Фраза короче {SHORTEST} знаков. Возьмите пять-шесть слов, которые никто не угадает.",
        )
    if (weak := weakness(passphrase)) is not None:
        raise StorageError(weak.en, weak.ru)
    salt = os.urandom(_SALT_BYTES)
    return Slot(salt, _wrapped(_argon_key(passphrase, salt, argon), data_key, bound_to), argon)


def random_slot(data_key: bytes, secret: bytes, *, bound_to: bytes) -> Slot:
    """A slot that a random secret opens."""
    salt = os.urandom(_SALT_BYTES)
    return Slot(salt, _wrapped(derived(secret, "recovery", salt=salt), data_key, bound_to), None)


def opened(slot: Slot, secret: str | bytes, *, bound_to: bytes) -> bytes:
    """The data key. Raises WrongPassphrase."""
    if slot.argon is not None and isinstance(secret, str):
        key = _argon_key(secret, slot.salt, slot.argon)
    elif slot.argon is None and isinstance(secret, bytes):
        key = derived(secret, "recovery", salt=slot.salt)
    else:
        raise WrongPassphrase
    nonce, sealed = slot.wrapped[:_NONCE_BYTES], slot.wrapped[_NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, sealed, bound_to)
    except InvalidTag as fault:
        raise WrongPassphrase from fault


def derived(key: bytes, use: str, *, salt: bytes | None = None) -> bytes:
    """A key of its own for one use."""
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=f"pristan {use} 1".encode()).derive(key)


def _wrapped(key: bytes, data_key: bytes, bound_to: bytes) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data_key, bound_to)


def _plain(passphrase: str) -> str:
    """One form for letters that keyboards compose differently (й, ё)."""
    return unicodedata.normalize("NFC", passphrase)


def _argon_key(passphrase: str, salt: bytes, argon: Argon) -> bytes:
    if argon.memory > _HARDEST.memory or argon.passes > _HARDEST.passes or argon.lanes > _HARDEST.lanes:
        raise StorageError(
            "The header asks for more memory or time than any vault of ours. Take the file from a backup.",
            "Заголовок требует больше памяти или времени, чем любое наше хранилище. Возьмите файл из резервной копии.",
        )
    try:
        return Argon2id(
            salt=salt, length=KEY_BYTES, iterations=argon.passes, lanes=argon.lanes, memory_cost=argon.memory
        ).derive(_plain(passphrase).encode())
    except MemoryError as fault:
        raise StorageError(
            f"This needs {argon.memory // 1024} MB of free memory. Close other programs and try again.",
            f"Нужно {argon.memory // 1024} МБ свободной памяти. Закройте другие программы и попробуйте снова.",
        ) from fault
