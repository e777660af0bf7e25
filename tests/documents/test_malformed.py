"""Files bent at random, the same each time: whatever the bytes, a parser refuses with a sentence or hands on words."""

from __future__ import annotations

import random

import pytest

from tests.fuzz.targets import TARGETS, seeds

_SIGNS = (
    b"\x00",
    b"\xff",
    b"{",
    b"}",
    b"\\",
    b"<",
    b">",
    b"\n",
    b"\r\n",
    b"\\u-9",
    b"99999999999",
    b"\xed\xa0\x80",
    b"--",
)


def bent(data: bytes, rng: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(out) + 1)
        match rng.randrange(4):
            case 0:
                del out[at : at + rng.randint(1, 40)]
            case 1:
                out[at:at] = rng.choice(_SIGNS) * rng.choice((1, 1, 3, 200))
            case 2:
                out[at:at] = out[at : at + rng.randint(1, 60)] * rng.choice((1, 2, 30))
            case _:
                out[at : at + 1] = bytes([rng.randrange(256)])
    return bytes(out)


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_whatever_the_bytes_a_parser_refuses_or_hands_on_words(name: str) -> None:
    rng = random.Random(name)
    for seed in seeds(name):
        TARGETS[name](seed)
        for _ in range(60):
            TARGETS[name](bent(seed, rng))
