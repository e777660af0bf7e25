"""`vault.json`: what is needed to open a vault and says nothing about what is in it.

Keys: format, id (random), made (a day), passphrase and recovery (slots; recovery may be null), each with salt, wrapped
data key and, of a passphrase, the cost of Argon2id. The slots are bound to the id: one taken from another vault does
not open. Written under a temporary name, synced and renamed: after a crash it is the old one or the new one.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pristan.kernel.errors import StorageError
from pristan.storage import keys
from pristan.storage.disk import write_durably
from pristan.storage.keys import Argon, Slot

FORMAT = "pristan-vault/1"
NAME = "vault.json"


@dataclass(frozen=True, slots=True)
class Header:
    """The slots of a vault."""

    id: str
    made: str
    passphrase: Slot
    recovery: Slot | None = None

    @property
    def bound_to(self) -> bytes:
        """What its slots are bound to."""
        return f"{FORMAT} {self.id}".encode()

    def data_key(self, passphrase: str) -> bytes:
        """The data key. Raises WrongPassphrase."""
        return keys.opened(self.passphrase, passphrase, bound_to=self.bound_to)

    def data_key_by_code(self, secret: bytes) -> bytes:
        """The data key, by the secret of the recovery sheet. Raises WrongPassphrase, also if none was made."""
        if self.recovery is None:
            raise keys.WrongPassphrase
        return keys.opened(self.recovery, secret, bound_to=self.bound_to)

    def with_passphrase(self, data_key: bytes, passphrase: str, argon: Argon) -> Header:
        """The header with another passphrase for the same data."""
        return replace(self, passphrase=keys.passphrase_slot(data_key, passphrase, argon, bound_to=self.bound_to))

    def with_recovery(self, data_key: bytes, secret: bytes | None) -> Header:
        """The header with a recovery slot, or without one."""
        made = None if secret is None else keys.random_slot(data_key, secret, bound_to=self.bound_to)
        return replace(self, recovery=made)


def new_header(passphrase: str, argon: Argon, *, made: str) -> tuple[Header, bytes]:
    """A header for a new vault, and its data key."""
    data_key, vault_id = os.urandom(keys.KEY_BYTES), os.urandom(16).hex()
    bound_to = f"{FORMAT} {vault_id}".encode()
    return Header(vault_id, made, keys.passphrase_slot(data_key, passphrase, argon, bound_to=bound_to)), data_key


def write_header(folder: Path, header: Header) -> None:
    """Put it on disk, whole or not at all."""
    write_durably(folder / NAME, to_json(header))


def read_header(folder: Path) -> Header:
    """The header of the vault in `folder`. Raises StorageError."""
    try:
        return from_json((folder / NAME).read_bytes(), where=str(folder / NAME))
    except FileNotFoundError as fault:
        raise StorageError(
            "There is no vault here. Make one with `pristan vault create`.",
            "Здесь нет хранилища. Создайте его: `pristan vault create`.",
            where=str(folder),
        ) from fault


def to_json(header: Header) -> bytes:
    """As it stands on disk."""
    data = {
        "format": FORMAT,
        "id": header.id,
        "made": header.made,
        "passphrase": slot_data(header.passphrase),
        "recovery": None if header.recovery is None else slot_data(header.recovery),
    }
    return (json.dumps(data, indent=1) + "\n").encode()


def from_json(data: bytes, *, where: str) -> Header:
    """What stands on disk. Raises StorageError."""
    try:
        found = json.loads(data)
        if found["format"] != FORMAT:
            raise StorageError(
                f'"{found["format"]}" is not a form of vault that this version opens. Use a newer version.',
                f"«{found['format']}»: эту форму хранилища программа не открывает. Возьмите более новую версию.",
                where=where,
            )
        recovery = found["recovery"]
        return Header(
            str(found["id"]),
            str(found["made"]),
            slot_from(found["passphrase"]),
            None if recovery is None else slot_from(recovery),
        )
    except (ValueError, KeyError, TypeError) as fault:
        raise StorageError(
            "The header of the vault is damaged. Take vault.json from a backup of the same vault.",
            "Заголовок хранилища повреждён. Возьмите vault.json из резервной копии этого же хранилища.",
            where=where,
        ) from fault


def slot_data(slot: Slot) -> dict[str, Any]:
    argon = slot.argon
    cost = None if argon is None else {
        "memory_kib": argon.memory, "passes": argon.passes, "lanes": argon.lanes, "milliseconds": argon.milliseconds
    }  # fmt: skip
    return {"salt": slot.salt.hex(), "wrapped": slot.wrapped.hex(), "argon2id": cost}


def slot_from(data: dict[str, Any]) -> Slot:
    cost = data["argon2id"]
    argon = None if cost is None else Argon(cost["memory_kib"], cost["passes"], cost["lanes"], cost["milliseconds"])
    return Slot(bytes.fromhex(data["salt"]), bytes.fromhex(data["wrapped"]), argon)
