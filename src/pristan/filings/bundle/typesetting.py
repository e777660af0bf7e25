"""Typst, with the fonts of one folder and nothing of this machine."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import typst

from pristan.filings.bundle import words
from pristan.kernel.errors import DocumentError
from pristan.kernel.language import Language

_TEMPLATES = Path(__file__).parent
_FAMILIES = (("Literata", "Noto Serif"), ("Source Sans 3", "Noto Sans"))
_NO_SHAPE = re.compile(r"the text `\"?(.+?)\"?` could not be displayed")


@dataclass(frozen=True)
class Sheet:
    """One piece of typeset text. `missing` is a character no font had a shape for."""

    pdf: bytes
    missing: str | None

    def open(self) -> pikepdf.Pdf:
        """The pages, ready to be copied."""
        return pikepdf.open(io.BytesIO(self.pdf))


class Typesetter:
    """Compiles the templates of a folder; each template is parsed and laid out once and then reused."""

    def __init__(self, fonts: Path, language: Language, templates: Path = _TEMPLATES) -> None:
        """`templates`: their folder. Raises: DocumentError when `fonts` lacks the serif or the sans family."""
        self.language = language
        self._templates = templates
        self._fonts = typst.Fonts(include_system_fonts=False, font_paths=[fonts] if fonts.is_dir() else [])
        self._families = [self._first_family(names, fonts) for names in _FAMILIES]
        self._compilers: dict[str, typst.Compiler] = {}

    def compile(self, template: str, data: dict[str, Any]) -> Sheet:
        """The pages of `template` for `data`.

        Tries PDF/A first because only then does typst report characters without a shape.
        Raises: DocumentError when the template itself fails.
        """
        inputs = {"data": json.dumps(self._with_setting(data), ensure_ascii=False, sort_keys=True)}
        compiler = self._compiler(template)
        try:
            return Sheet(_compiled(compiler, inputs, ["a-2b"]), None)
        except typst.TypstError as error:
            shape = _NO_SHAPE.search(error.message)
            if shape is None:
                raise self._fault(error) from error
        try:
            return Sheet(_compiled(compiler, inputs, []), shape.group(1))
        except typst.TypstError as error:
            raise self._fault(error) from error

    def marks(self, template: str) -> list[dict[str, Any]]:
        """The <mark> records of the last compilation of `template`, in reading order."""
        marks: list[dict[str, Any]] = json.loads(self._compiler(template).query("<mark>", field="value"))
        return marks

    def _compiler(self, template: str) -> typst.Compiler:
        if template not in self._compilers:
            self._compilers[template] = typst.Compiler(
                str(self._templates / template),
                root=str(self._templates),
                font_paths=self._fonts,
                ignore_system_fonts=True,
            )
        return self._compilers[template]

    def _with_setting(self, data: dict[str, Any]) -> dict[str, Any]:
        serif, sans = self._families
        return {**data, "lang": self.language.value, "serif": serif, "sans": sans}

    def _first_family(self, names: tuple[str, ...], fonts: Path) -> str:
        have = self._fonts.families()
        for name in names:
            if name in have:
                return name
        wanted = f"{names[0]} (.ttf)"
        raise DocumentError(words.NO_FONTS.to(self.language).format(name=fonts, wanted=wanted))

    def _fault(self, error: typst.TypstError) -> DocumentError:
        return DocumentError(words.NOT_TYPESET.to(self.language).format(reason=error.message))


def _compiled(compiler: typst.Compiler, inputs: dict[str, str], standards: list[Any]) -> bytes:
    """Timestamp 0: the dates typst writes never reach the bundle, but they must not vary either."""
    pdf = compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=standards, timestamp=0)
    assert isinstance(pdf, bytes)  # one output file: no list, and no path was given
    return pdf
