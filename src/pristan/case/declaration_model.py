"""The person's own statement, paragraph by paragraph, with its translation; who translated and read it back; and what
a packet is filled with.

Source: docs/case-format.md, "The statement" and "Packets". Does not: write or change a word of the person's.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from pristan.kernel.language import Text

SEAL_LENGTH = 12  # hex digits: short enough to copy, long enough that no two paragraphs of a case share one


def seal_of(*texts: str) -> str:
    """What a text is known by; white space and the form of accents do not count."""
    plain = "\n".join(" ".join(unicodedata.normalize("NFC", text).split()) for text in texts)
    return hashlib.sha256(plain.encode()).hexdigest()[:SEAL_LENGTH]


@dataclass(frozen=True, slots=True)
class Translator:
    """Who translates or interprets in this case."""

    id: str
    name: Text
    languages: tuple[str, ...]  # those in which the person says to be competent
    address: str | None
    telephone: str | None


@dataclass(frozen=True, slots=True)
class Translation:
    """One paragraph in another language, with the seals of both sides as they were when last compared."""

    language: str
    text: str
    by: str
    of: str | None  # seal of the original that was translated
    seal: str | None  # seal of this translation when it was compared with the original


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph in the person's own words."""

    id: str
    person: str
    language: str
    text: str
    events: tuple[str, ...]  # events it tells
    facts: tuple[str, ...]  # facts it tells: FACT, or FACT@ITEM of a list
    exhibits: tuple[tuple[str, int | None], ...]
    translations: tuple[Translation, ...]
    where: str  # file and line, for messages

    @property
    def seal(self) -> str:
        """What the text is known by."""
        return seal_of(self.text)

    def translation(self, language: str) -> Translation | None:
        """The paragraph in `language`, if somebody translated it."""
        return next((one for one in self.translations if one.language == language), None)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The whole statement was read to the person in a language, and adopted."""

    person: str
    by: str
    language: str  # the language in which it was read to the person
    on: date
    seal: str | None  # of the statement as it was read: `seal_of` its original paragraphs and the translation


@dataclass(frozen=True, slots=True)
class Waiver:
    """A check that somebody, by name, decided to pass over."""

    rule: str
    by: str
    why: Text


@dataclass(frozen=True, slots=True)
class PacketSettings:
    """What one packet of one person is filled with."""

    profile: str
    person: str
    fields: Mapping[str, str]
    files: Mapping[str, PurePosixPath]  # part of the packet -> the finished file to put there
    exhibits: tuple[str, ...] | None  # None: all
    include: tuple[str, ...]  # items that are left out unless chosen one by one
    signed: tuple[str, ...]  # parts that are signed
    waived: tuple[Waiver, ...]


@dataclass(frozen=True, slots=True)
class Declarations:
    """All of this of one case."""

    translators: Mapping[str, Translator] = field(default_factory=dict)
    paragraphs: tuple[Paragraph, ...] = ()
    read_backs: tuple[ReadBack, ...] = ()
    packets: tuple[PacketSettings, ...] = ()

    def of(self, person: str) -> tuple[Paragraph, ...]:
        """The paragraphs of one person, in order."""
        return tuple(one for one in self.paragraphs if one.person == person)

    def packet(self, profile: str, person: str) -> PacketSettings | None:
        """The settings of one packet, or None."""
        return next((one for one in self.packets if (one.profile, one.person) == (profile, person)), None)


def statement_seal(paragraphs: tuple[Paragraph, ...], language: str) -> str:
    """The seal of a whole statement with its translation into `language`, as it is read back."""
    texts = []
    for one in paragraphs:
        made = one.translation(language)
        texts += [one.text, "" if made is None else made.text]
    return seal_of(*texts)
