"""How wide a label is and how it breaks into lines, without measuring a font."""

from __future__ import annotations

from collections.abc import Iterable

# Upper bounds in thousandths of the font size, read off DejaVu Sans, the widest usual fallback; Source Sans 3 is
# narrower, so a label never takes more room than planned.
_CLASSES = (
    (345, "ijlI.,:;'|` "),
    (485, 'frt()[]-/"!'),
    (1100, "ЖШЩЮжшщ@%—WMmФюфы…№"),
    (910, "wДЫЪДМОQОЦЧ"),
    (780, "дмцъ&"),
)
_WIDTHS = {character: width for width, characters in reversed(_CLASSES) for character in characters}
_LOWER, _UPPER = 660, 790
_ELLIPSIS = "…"


def text_width(text: str, size: float) -> float:
    """An upper bound of the width of `text` set at `size`."""
    return sum(_WIDTHS.get(character, _UPPER if character.isupper() else _LOWER) for character in text) * size / 1000


def wrapped(text: str, *, size: float, width: float, lines: int) -> tuple[str, ...]:
    """`text` broken at spaces into at most `lines` lines of `width`; what does not fit ends in "…".

    Does not: break inside a word; a single long word may be wider.
    """
    found: list[str] = []
    for word in text.split():
        if found and text_width(f"{found[-1]} {word}", size) <= width:
            found[-1] += f" {word}"
        else:
            found.append(word)
    if len(found) > lines:
        found = [*found[: lines - 1], f"{found[lines - 1]}{_ELLIPSIS}"]
    return tuple(found)


def widest(lines: Iterable[str], size: float) -> float:
    """The width of the widest line."""
    return max((text_width(line, size) for line in lines), default=0.0)
