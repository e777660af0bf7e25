"""The recovery sheet on a page to print: shown once, never kept, never a download."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse

from pristan.bootstrap.vaults import log, new_recovery_sheet
from pristan.web.language import language
from pristan.web.page import show


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """What the page shows."""

    title: str = field(metadata={"help": "What the sheet is."})
    groups: tuple[str, ...] = field(metadata={"help": "The code, group by group."})
    words: tuple[str, ...] = field(metadata={"help": "What it opens, and how."})
    foot: str = field(metadata={"help": "Which vault, which day."})
    onward: str = field(metadata={"help": "Where to go on."})


def show_sheet(request: HttpRequest, *, onward: str) -> HttpResponse:
    """Make a recovery code, which makes an earlier one void, and show it."""
    sheet = new_recovery_sheet(language()).sheet
    log.note("recovery_made")
    content = SheetPage(title=sheet.title, groups=sheet.groups, words=sheet.words, foot=sheet.foot, onward=onward)
    return show(request, "settings", content, template="settings/sheet.html")
