"""The recovery code: 160 random bits as seven groups of five letters and digits, the last three a check.

Base32 with Crockford's alphabet (https://www.crockford.com/base32.html): no I, L, O, U; read back, I and L are 1 and O
is 0. A code mistyped is told from a wrong one. Does not: keep the code; the person prints it or does not.
"""

from __future__ import annotations

import hashlib
import os

from pristan.kernel.errors import StorageError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("ILO", "110")
_SECRET_BYTES = 20
_SIGNS, _CHECK, _GROUP = 32, 3, 5


def new_secret() -> bytes:
    """What the code stands for."""
    return os.urandom(_SECRET_BYTES)


def code_of(secret: bytes) -> str:
    """The secret as it is printed: XXXXX-XXXXX-..."""
    signs = _written(int.from_bytes(secret, "big"), _SIGNS) + _check(secret)
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))


def secret_of(code: str) -> bytes:
    """The secret of a code as typed, in any case and spacing. Raises StorageError for one that is mistyped."""
    signs = "".join(sign for sign in code.upper() if not sign.isspace() and sign not in "-–—").translate(_READ_AS)
    if len(signs) != _SIGNS + _CHECK or any(sign not in _ALPHABET for sign in signs):
        raise StorageError(
            f"This is not a recovery code: it has {_SIGNS + _CHECK} letters and digits in seven groups of five.",
            f"Это не код восстановления: в нём {_SIGNS + _CHECK} букв и цифр, семь групп по пять.",
        )
    number = 0
    for sign in signs[:_SIGNS]:
        number = number * 32 + _ALPHABET.index(sign)
    secret = number.to_bytes(_SECRET_BYTES, "big")
    if _check(secret) != signs[_SIGNS:]:
        raise StorageError(
            "One sign of the code is mistyped. Compare it with the sheet, group by group.",
            "В коде опечатка. Сверьте его с листом, группу за группой.",
        )
    return secret


def _check(secret: bytes) -> str:
    return _written(int.from_bytes(hashlib.sha256(b"pristan recovery" + secret).digest()[:2], "big") >> 1, _CHECK)


def _written(number: int, length: int) -> str:
    signs = ""
    for _ in range(length):
        number, place = divmod(number, 32)
        signs = _ALPHABET[place] + signs
    return signs
