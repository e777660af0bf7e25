"""An encrypted file gives back its bytes, and refuses whatever is not the whole of what was written."""

from __future__ import annotations

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.storage.sealed import CHUNK, MAGIC, TAG, Damaged, new_id, seal, unseal

HEAD = len(MAGIC) + 16
KEY, FILE = os.urandom(32), new_id()
DATA = os.urandom(2 * CHUNK + 1000)


def sealed(data: bytes, key: bytes = KEY, file: bytes = FILE) -> bytes:
    out = io.BytesIO()
    seal(data, key, file, out)
    return out.getvalue()


def read(raw: bytes, key: bytes = KEY, file: bytes = FILE) -> bytes:
    return b"".join(unseal(io.BytesIO(raw), key, file))


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1000])
def test_every_length_is_given_back(length: int) -> None:
    raw = sealed(DATA[:length])
    assert read(raw) == DATA[:length]
    assert len(raw) == HEAD + length + TAG * max(1, -(-length // CHUNK))


def test_nothing_of_the_text_stands_in_the_file() -> None:
    raw = sealed("Свидетель Ковалёв ".encode() * 9000)
    assert "Ковалёв".encode() not in raw


@given(st.integers(min_value=0, max_value=HEAD + len(DATA) + 3 * TAG - 1), st.integers(min_value=1, max_value=255))
def test_one_changed_byte_anywhere_is_found(place: int, change: int) -> None:
    raw = bytearray(sealed(DATA))
    raw[place] ^= change
    with pytest.raises(Damaged):
        read(bytes(raw))


def test_a_file_that_was_cut_is_refused_even_between_two_chunks() -> None:
    raw = sealed(DATA)
    for length in (0, 5, HEAD, HEAD + CHUNK + TAG, HEAD + 2 * (CHUNK + TAG), len(raw) - 1):
        with pytest.raises(Damaged):
            read(raw[:length])


def test_chunks_in_another_order_twice_or_from_another_file_are_refused() -> None:
    raw, size = sealed(DATA), CHUNK + TAG
    head, last = raw[:HEAD], raw[HEAD + 2 * size :]
    first, second = raw[HEAD : HEAD + size], raw[HEAD + size : HEAD + 2 * size]
    assert read(head + first + second + last) == DATA
    wrong = ((second, first, last), (first, first, second, last), (first, last), (last,), (first, second, last, last))
    for pieces in wrong:
        with pytest.raises(Damaged):
            read(head + b"".join(pieces))
    other = sealed(DATA, file=new_id())
    with pytest.raises(Damaged):
        read(other)
    with pytest.raises(Damaged):
        read(head + other[HEAD:])


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Damaged):
        read(sealed(b"text"), key=os.urandom(32))
