"""A name in a paper and the part it plays."""

from __future__ import annotations

from dataclasses import dataclass

from pristan.documents.reading.names import Name


@dataclass(frozen=True, slots=True)
class Person:
    """A name and its part."""

    role: str
    name: Name
    placed: bool = False  # no word gives the part: the place of the name does


NO_PART = ""  # a word that takes the name without giving it a part that is told


def written_name(person: Person) -> str:
    """The name in the nominative, else as it stands."""
    return person.name.nominative or person.name.surface


def initialled(written: str) -> str:
    """Surname and initials, ё as е: what one person's name has in common in its forms."""
    surname, *rest = written.replace("ё", "е").split(" ")
    if not rest or "." in written:
        return written.replace("ё", "е")
    return f"{surname} {''.join(word[0] + '.' for word in rest[:2])}"
