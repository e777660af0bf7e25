"""Keeps the workbench's Russian in step with its pages: `python -m tools.messages` rewrites each `ru.po`.

A string new in a page is added untranslated, one that no page says any more is dropped; what is left to translate is
printed, and the exit code is 1 while anything is. A string that the frame says too stands there only.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize

from pristan.web.words import WEB, Entry, read_po, write_po

_CALL = re.compile(r"\b(_|gettext|ngettext|pgettext|npgettext)\(")
_SINGLE, _PLURAL, _CONTEXT = (
    {"_", "gettext", "gettext_lazy"},
    {"ngettext", "ngettext_lazy"},
    {"pgettext", "pgettext_lazy"},
)


def said_in(path: Path) -> Iterator[Entry]:
    """Every translatable string of a template or module."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call):
                yield from _entry(node)
        return
    source = templatize(text, origin=str(path))
    for found in _CALL.finditer(source):
        call = _call_at(source, found.start())
        if call is not None:
            yield from _entry(call)


def _call_at(source: str, start: int) -> ast.Call | None:
    """The call that begins at `start`; the text after it is filler."""
    for end in (at.end() for at in re.finditer(r"\)", source[start:])):
        try:
            tree = ast.parse(source[start : start + end], mode="eval")
        except SyntaxError:
            continue
        return tree.body if isinstance(tree.body, ast.Call) else None
    return None


def _entry(call: ast.Call) -> Iterator[Entry]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    if name in _SINGLE and len(texts) >= 1:
        yield Entry(texts[0])
    elif name in _PLURAL and len(texts) >= 2:
        yield Entry(texts[0], plural=texts[1])
    elif name in _CONTEXT and len(texts) >= 2:
        yield Entry(texts[1], context=texts[0])


def sources() -> dict[Path, list[Path]]:
    """Each `ru.po` with the files it translates: those of a page's folder, or of the frame."""
    found: dict[Path, list[Path]] = {}
    for path in sorted([*WEB.rglob("*.py"), *WEB.rglob("*.html")]):
        inside = path.relative_to(WEB).parts
        of_page = inside[0] == "pages" and len(inside) > 2
        found.setdefault(WEB / "pages" / inside[1] / "ru.po" if of_page else WEB / "ru.po", []).append(path)
    return found


def wanted() -> dict[Path, dict[tuple[str, str, str], Entry]]:
    """Per `ru.po` the strings it must translate; one that the frame says is not asked of a page again."""
    entries = {po: {one.key: one for path in paths for one in said_in(path)} for po, paths in sources().items()}
    frame = entries[WEB / "ru.po"]
    return {
        po: said if said is frame else {key: one for key, one in said.items() if key not in frame}
        for po, said in entries.items()
    }


def main() -> int:
    """Rewrite the files and say what is left."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    known = {entry.key: entry for path in WEB.rglob("ru.po") for entry in read_po(path)}
    left = 0
    for po, entries in wanted().items():
        kept = [known.get(key, entry) for key, entry in entries.items()]
        if kept:
            write_po(po, kept)
        elif po.exists():
            po.unlink()
        for entry in kept:
            if not entry.complete:
                left += 1
                print(f"{po.relative_to(WEB)}: {entry.msgid!r}")  # noqa: T201 - a tool prints
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
