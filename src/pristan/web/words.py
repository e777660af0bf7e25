"""Our Russian: one `ru.po` beside each page and one for the frame around them, read at start, nothing compiled on disk.

English is what stands in templates and code. Form of the files: gettext's .po (msgctxt, msgid, msgid_plural, msgstr);
`python -m tools.messages` adds what a page newly says and tells what is still to be translated.
"""

from __future__ import annotations

import ast
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from django.utils.translation import trans_real

from pristan.kernel.errors import RuleError

WEB = Path(__file__).parent
PLURALS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
_CONTEXT = "\x04"


@dataclass(slots=True)
class Entry:
    """One string of the interface with its Russian: one form, or three if it is counted."""

    msgid: str
    context: str = ""
    plural: str = ""
    russian: list[str] = field(default_factory=list)
    fuzzy: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from others."""
        return self.context, self.msgid, self.plural

    @property
    def complete(self) -> bool:
        """Whether every form is there and a person has looked at it."""
        return not self.fuzzy and len(self.russian) == (3 if self.plural else 1) and all(self.russian)


def po_files() -> tuple[Path, ...]:
    """Every file of our Russian."""
    return tuple(sorted(WEB.rglob("ru.po")))


def read_po(path: Path) -> list[Entry]:
    """The entries of a file. Raises RuleError naming a line that is not of the form."""
    entries: list[Entry] = []
    entry: Entry | None = None
    place = ""
    fuzzy = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#,") and "fuzzy" in line:
            fuzzy = True
        if not line.strip() or line.startswith("#"):
            continue
        word, _, rest = line.partition(" ")
        if line.startswith('"'):
            word, rest = "", line
        text = _unquoted(rest, path, number)
        if word in ("msgctxt", "msgid") and not (word == "msgid" and place == "msgctxt"):
            entry = Entry("", fuzzy=fuzzy)
            entries.append(entry)
            fuzzy = False
        if entry is None:
            raise RuleError("a text stands before the first msgid.", where=f"{path}:{number}")
        place = word or place
        _add(entry, place, text, starts=bool(word), where=f"{path}:{number}")
    return [one for one in entries if one.msgid]


def _unquoted(text: str, path: Path, number: int) -> str:
    try:
        found = ast.literal_eval(text.strip())
    except (SyntaxError, ValueError):
        found = None
    if not isinstance(found, str):
        raise RuleError(f"{text!r} is not a text in quotes.", where=f"{path}:{number}")
    return found


def _add(entry: Entry, place: str, text: str, *, starts: bool, where: str) -> None:
    match place:
        case "msgctxt":
            entry.context += text
        case "msgid":
            entry.msgid += text
        case "msgid_plural":
            entry.plural += text
        case _ if place.startswith("msgstr"):
            if starts:
                entry.russian.append("")
            entry.russian[-1] += text
        case _:
            raise RuleError(f"{place!r} is not msgctxt, msgid, msgid_plural or msgstr.", where=where)


def write_po(path: Path, entries: list[Entry]) -> None:
    """Write a file in the one form we use."""
    lines = ["# Russian of what stands beside this file. `python -m tools.messages` keeps it in step."]
    for one in entries:
        lines.append("")
        if one.fuzzy:
            lines.append("#, fuzzy")
        if one.context:
            lines.append(f"msgctxt {_quoted(one.context)}")
        lines.append(f"msgid {_quoted(one.msgid)}")
        if one.plural:
            lines.append(f"msgid_plural {_quoted(one.plural)}")
            forms = [*one.russian, "", "", ""][:3]
            lines += [f"msgstr[{number}] {_quoted(form)}" for number, form in enumerate(forms)]
        else:
            lines.append(f"msgstr {_quoted(one.russian[0] if one.russian else '')}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def compiled(entries: list[Entry]) -> bytes:
    """The entries as gettext's .mo, in memory. What is not complete is left out, so the English shows."""
    head = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {PLURALS}\n"
    pairs = sorted([(b"", head.encode()), *_pairs(entries)])
    keys, texts = b"", b""
    table: list[tuple[int, int, int, int]] = []
    for key, text in pairs:
        table.append((len(key), len(keys), len(text), len(texts)))
        keys += key + b"\0"
        texts += text + b"\0"
    start = 7 * 4 + 16 * len(pairs)
    out = struct.pack("<7I", 0x950412DE, 0, len(pairs), 7 * 4, 7 * 4 + 8 * len(pairs), 0, 0)
    out += b"".join(struct.pack("<2I", length, start + offset) for length, offset, _, _ in table)
    out += b"".join(struct.pack("<2I", length, start + len(keys) + offset) for _, _, length, offset in table)
    return out + keys + texts


def _pairs(entries: list[Entry]) -> Iterator[tuple[bytes, bytes]]:
    for one in entries:
        if one.complete:
            key = f"{one.context}{_CONTEXT}{one.msgid}" if one.context else one.msgid
            whole = f"{key}\0{one.plural}" if one.plural else key
            yield whole.encode(), "\0".join(one.russian).encode()


@cache
def load_words() -> None:
    """Give Django our Russian, once."""
    entries = [entry for path in po_files() for entry in read_po(path)]
    trans_real.translation("ru").merge(GNUTranslations(BytesIO(compiled(entries))))
