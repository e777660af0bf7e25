"""The layout of a form or a letterhead undone, so that what belongs together stands together.

Two columns of a letterhead are read one after the other; the small print below a blank ("(фамилия, инициалы)") and the
line of the blank are left out; the frame around a table is left out and a cell that goes on is joined. Source: the forms
annexed to codes of procedure; letterheads of state bodies. Does not: touch words, or part columns of running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Piece = tuple[int, int]  # a stretch of the text: from, to

# blanks that somebody filled in: "____Иванов И.И.____", "«_15_»"
_FILLED = re.compile(
    r"(?<!_)_++(?=[^\W_]|[«\"“№(])|(?<=[^\W_])_+|(?<=[»\"”).,])_{2,}(?=[ \t]*(?:,|$|\n))", re.MULTILINE
)
_BLANK_LINE = re.compile(r"[ \t]*_{8,}[ \t,;]*")
# words of the small print: what is to be filled in
_ASKED = re.compile(
    r"наименован|фамили|должност|звани[ея]|чин(?![а-яё])|инициал|указ(?:ыв|ать)|подпис|процессуальн|дат[аы](?![а-яё])|место|время|адрес"
    r"|как(?:им|ой|ом|ого|ое|ая)|кем|кому|когда|котор|отчеств|номер|реквизит|содержание|сведени|данные|если|лицо|лиц[ао]|нужное|лично|вслух|прописью|печать|причин",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[ \t]*(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)[ \t.,;:]*)+")
_SHORT = 40  # letters of a line in brackets that asks for nothing known, "(лицевая сторона)"
_BODY_IN_BRACKETS = re.compile(r"\s*\((?:об?|по|с)\s(?!как|что|чем)")
_FROM_A_FORM = re.compile(r"[ \t]*\(?[а-яё][а-яё ,./()-]{6,}")  # small letters only
_SIDE = "│|║┃"
_RULE = re.compile(r"[ \t]*[┌├└┬┴┼╔╠╚╟+╞][─━═┬┴┼╤╧╪╦╩╬┐┤┘╗╣╝╢╡+\- \t]*")
_OPENS = re.compile(rf"[ \t]*[{_SIDE}][ \t]?")
_CLOSES = re.compile(rf"[ \t]*[{_SIDE}][ \t]*$")


def lines_of(text: str) -> Iterator[Piece]:
    """Each line without its end."""
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def small_print(text: str) -> Iterator[Piece]:
    """Captions of a form, with their line ends; lines of blanks that stand beside a caption or below what was filled in."""
    lines = list(lines_of(text))
    caption = [False] * len(lines)
    open_ = 0  # lines that a caption may still go on
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if not line.strip():
            open_ = 0
        elif _is_caption(line):
            caption[number] = True
        elif line.lstrip().startswith("(") and ")" not in line and _FROM_A_FORM.fullmatch(line) and _ASKED.search(line):
            caption[number] = True
            open_ = 4
        elif open_ and _FROM_A_FORM.fullmatch(line) and line.rstrip().endswith((")", ",")) and _ASKED.search(line):
            caption[number] = True
            open_ = 0
        else:
            open_ = max(0, open_ - 1)
    for number, (start, end) in enumerate(lines):
        beside = number + 1 < len(lines) and caption[number + 1] and number > 0
        if caption[number] or (beside and _BLANK_LINE.fullmatch(text, start, end)):
            yield start, min(len(text), end + 1)


def _is_caption(line: str) -> bool:
    inside = line.strip()
    if not _BRACKETED.fullmatch(line) or _BODY_IN_BRACKETS.match(line):
        return False
    small = re.sub(r"Ф\.?\s?И\.?\s?О\.?|М\.?П\.?", "", inside)
    plain = small == small.lower() and not re.search(r"\d|ст\.|ч\.", small)
    return plain and bool(_ASKED.search(inside) or len(inside) < _SHORT)


def filled_blanks(text: str) -> Iterator[Piece]:
    """The line below what was filled in; one sign stays, to part the words."""
    for found in _FILLED.finditer(text):
        if found.end() - found.start() > 1:
            yield found.start() + 1, found.end()


def without_blanks(text: str) -> str:
    """The sign that stayed becomes a space."""
    return _FILLED.sub(lambda found: " " * len(found[0]), text)


def frames(text: str) -> Iterator[Piece]:
    """The rules and the sides of a frame; the line end before a row whose first cell is empty."""
    if not re.search(rf"[{_SIDE}]", text):
        return
    inside = False  # the line before was a row of a table with two columns
    for start, end in lines_of(text):
        line = text[start:end]
        if _RULE.fullmatch(line) and re.search("[─━═]|--", line):
            yield start, min(len(text), end + 1)
            continue
        opens, closes = _OPENS.match(line), _CLOSES.search(line)
        if not opens or not closes or closes.start() < opens.end():
            inside = False
            continue
        cells = re.split(rf"[{_SIDE}]", line[opens.end() : closes.start()])
        goes_on = inside and len(cells) == 2 and not cells[0].strip() and bool(cells[1].strip())
        if goes_on:
            first = opens.end() + len(cells[0]) + 1
            yield start - 1, start + first + len(cells[1]) - len(cells[1].lstrip()) - 1
        else:
            yield start, start + opens.end()
        yield start + closes.start(), end
        inside = len(cells) == 2


# a letterhead in two columns
_HEAD_LINES = 24
_LAST_BEGIN = 8  # a letterhead begins above this line
_GAP = re.compile(r"(?<=\S)(?:[ ]+[|│][ ]+|[ ]{3,})(?=[^\s|│])")
_FRAMED = re.compile(r"[ \t]*[┌╔│║]")
_EMPTY_CELL = re.compile(r"(?<=\S)[ ]+[|│][ ]*(?=\n|$)")
_FAR_RIGHT = 24  # letters: a line that begins so far right belongs to the right column
_SAME = 5  # letters by which the beginnings of a right column may differ
_TITLE = re.compile(
    r"(?:П\s?О\s?С\s?Т\s?А\s?Н\s?О\s?В\s?Л\s?Е\s?Н|П\s?Р\s?О\s?Т\s?О\s?К\s?О\s?Л|П\s?Р\s?И\s?Г\s?О\s?В\s?О\s?Р|ОПРЕДЕЛЕНИЕ|РЕШЕНИЕ|СПРАВКА|ОБВИНИТЕЛЬН|РАПОРТ|ПРИКАЗ|УВЕДОМЛЕНИЕ|ПОВЕСТКА)"
)
_BODY_WORD = re.compile(
    r"(?i:министерств|управлени|прокуратур|служб[аы]|отдел|комитет|комиссариат|комисси|учреждени|инспекци|департамент|полици|суд(?![а-яё])|бюро|комендатур|агентств|администраци)|МВД|ФСБ|ФСИН|ФССП"
)


def columns(text: str) -> list[Piece] | None:
    """The stretches of the text in reading order, where a letterhead stands in two columns; None where none does."""
    lines = list(lines_of(text))[:_HEAD_LINES]
    block: list[Piece] = []
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        ends = not line.strip() or "\f" in line or _TITLE.match(line.strip())
        if not ends:
            block.append((start, end))
        if block and (ends or number == len(lines) - 1):
            found = _parted(text, block)
            if found is not None:
                first, last = block[0][0], min(len(text), block[-1][1] + 1)
                return [(0, first), *found, (last, len(text))]
            block = []
        if (ends and line.strip()) or (not block and number > _LAST_BEGIN):
            return None
    return None


def _parted(text: str, block: list[Piece]) -> list[Piece] | None:
    """Left pieces, then right ones, each with a sign that ends its line (the gap's first, the line's own)."""
    gaps = [_GAP.search(text, start, end) for start, end in block]
    begins = [gap.end() - start for gap, (start, _) in zip(gaps, block, strict=True) if gap]
    if not begins:
        return None
    column = sorted(begins)[len(begins) // 2]
    rows = [
        gap if gap and abs(gap.end() - start - column) <= _SAME else None
        for gap, (start, _) in zip(gaps, block, strict=True)
    ]
    indents = [len(text[start:end]) - len(text[start:end].lstrip()) for start, end in block]
    alone = [column > _FAR_RIGHT and abs(indent - column) <= _SAME for indent in indents]
    if sum(row is not None for row in rows) + sum(alone) < 2 or not any(rows):
        return None
    ends = [row or _EMPTY_CELL.search(text, start, end) for row, (start, end) in zip(rows, block, strict=True)]
    left = [
        (start, gap.start() + 1 if gap else min(len(text), end + 1))
        for gap, far, (start, end) in zip(ends, alone, block, strict=True)
        if not far
    ]
    if not any(_BODY_WORD.search(text, *piece) for piece in left[:2]) and not _FRAMED.match(text, *left[0]):
        return None
    right = [
        (row.end() if row else start, min(len(text), end + 1))
        for row, far, (start, end) in zip(rows, alone, block, strict=True)
        if row or far
    ]
    return [*left, *right]


def broken_gaps(text: str, pieces: list[Piece]) -> str:
    """The text in which each left piece ends with a line end instead of the gap's first sign."""
    letters = list(text)
    for _, end in pieces[:-1]:
        if 0 < end <= len(letters) and letters[end - 1] in " |│":
            letters[end - 1] = "\n"
    return "".join(letters)
