"""The three parts of an act: introduction, reasons (after УСТАНОВИЛ), operative part (after ПОСТАНОВИЛ, ПРИГОВОРИЛ ...)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FACTS = re.compile(
    r"(?:^[ \t]*|(?<![А-Яа-яё])(?:[Сс]уд(?:ья)?|коллегия)\s+)(?:У\s?С\s?Т\s?А\s?Н\s?О\s?В\s?И\s?Л[АО]?|ФАБУЛА|Осмотром\s+установлено|установил[ао]?|УСТАНОВЛЕНО|установлено)\s*:"
    r"|^[ \t]*УСТАНОВИЛ[АО]?[ \t]*$",
    re.MULTILINE,
)
_OPERATIVE = re.compile(
    r"(?<![^\s,])(?:ПОСТАНОВИЛ[АОИ]?|ПРИГОВОРИЛ[АИ]?|ОПРЕДЕЛИЛ[АИ]?|РЕШИЛ[АИ]?|РЕШЕНО|ПОСТАНОВЛЕНО|ПРИКАЗАЛ[А]?"
    r"|ПОСТАНОВЛЯ(?:ЕТ|Ю)|ПРИКАЗЫВАЮ|постановил[аи]?|определил[аи]?|приговорил[аи]?|решил[аи]?)(?:\s*\([^()\n]{3,60}\))?\s*:"
    r"|^[ \t]*(?:ПОСТАНОВИЛ|ПРИГОВОРИЛ|ОПРЕДЕЛИЛ|РЕШИЛ)[АИ]?[ \t]*[-–—.]?[ \t]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Places in the normalised text: where facts begin, where the operative part begins. Absent: the text's end or
    beginning, so that a search there finds nothing it should not.
    """

    facts: int | None
    operative: int | None
    end: int

    @property
    def introduction(self) -> tuple[int, int]:
        """From the beginning to the facts, or to the operative part, or to the end."""
        return 0, next(place for place in (self.facts, self.operative, self.end) if place is not None)

    @property
    def reasons(self) -> tuple[int, int] | None:
        """From the facts to the operative part."""
        if self.facts is None:
            return None
        after = self.operative is not None and self.operative > self.facts
        return self.facts, self.operative if after and self.operative is not None else self.end


def parts_of(text: str) -> Parts:
    """The parts of an act, as far as their headings stand in the text."""
    facts = _FACTS.search(text)
    orders = [match.end() for match in _OPERATIVE.finditer(text)]
    operative = orders[-1] if orders else None  # the last one: reasons may quote an earlier act
    return Parts(facts.end() if facts else None, operative, len(text))


_ACCUSED_OF = re.compile(r"(?:ОБВИНЯ[А-Я]+|обвиня[а-яё]+)?[^.;\n]{0,80}в\s+том,?\s+что\s", re.IGNORECASE)
_RECORDED = re.compile(
    r"состав(?:ил|лен)[а-яё]*[^.;\n]{0,60}протокол[^\n]*\n|(?:существо|событие|обстоятельства)[^\n:]{0,80}:",
    re.IGNORECASE,
)


def told_act(text: str, kind: str | None, parts: Parts) -> tuple[int, int] | None:
    """Where a paper tells the alleged act: its reasons; in an indictment and a record, after the words that begin it."""
    if parts.reasons is not None:
        return parts.reasons
    begin = {"indictment": _ACCUSED_OF, "administrative_record": _RECORDED}.get(kind or "")
    found = begin.search(text) if begin else None
    return None if found is None else (found.end(), len(text))
