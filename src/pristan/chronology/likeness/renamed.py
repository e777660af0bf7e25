"""Words that say a place has an old and a new name: "ул. Мира (бывшая Ленина)", "formerly Lenin Street", "renamed".

Does not: know any street by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MARK = (
    r"(?:бывш\w*\.?|ранее|прежде|прежнее\s+название|старое\s+название|до\s+переименования|ныне|теперь|сейчас|"
    r"formerly|former|previously|old\s+name|now|today|ex)"
)
_OTHER_NAME = re.compile(
    rf"\s*(?:\(\s*{_MARK}[\s:–—-]+(?P<inside>[^)]+)\)|,\s*{_MARK}[\s:–—-]+(?P<after>[^,;()]+))", re.IGNORECASE
)
_STREET = r"(?P<{name}>[^,.;()]*(?:(?:ул|пр|пер|пл|просп|б-р|г)\.\s*)?[^,.;()]+)"
_RENAMED = re.compile(
    rf"{_STREET.format(name='old')}\s+(?:(?:была?|was|has\s+been)\s+)?"
    rf"(?:переименован\w*\s+в|renamed(?:\s+to|\s+as)?)\s+{_STREET.format(name='new')}",
    re.IGNORECASE,
)


_RENAMED_WORD = re.compile("переименован|renamed", re.IGNORECASE)


def without_other_name(words: str) -> str:
    """The words without the other name that they add."""
    return _OTHER_NAME.sub("", words)


def names_said_of_one_street(said: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names, as written, that a source gives to one street."""
    for words in said:
        for found in _OTHER_NAME.finditer(words):
            yield without_other_name(words), found["inside"] or found["after"]
        if not _RENAMED_WORD.search(words):  # the pattern is slow on long texts, and rarely has anything to find
            continue
        for found in _RENAMED.finditer(words):
            yield found["old"].strip(), found["new"].strip()
