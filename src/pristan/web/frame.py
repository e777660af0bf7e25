"""The frame around every page: who and which day is shown, the rail, the tabs of a phone, theme, language, Hide.

A layout asks for it by the tag `frame`: it lists the pages, so no page can import it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import RequestContext
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pristan.kernel.date_words import day_in_words
from pristan.law.edition import edition_in_use
from pristan.web import statics
from pristan.web.choices import HIDE_TOLD, KEYS, THEME
from pristan.web.desk import Desk
from pristan.web.language import language
from pristan.web.page import Page
from pristan.web.pages.registry import PAGES
from pristan.web.workbench import workbench

register = template.Library()

GROUPS = {
    "case": gettext_lazy("Case"),
    "reasoning": gettext_lazy("Reasoning"),
    "work": gettext_lazy("Work"),
    "reference": gettext_lazy("Reference"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One entry of the rail or of the tabs."""

    title: str = field(metadata={"help": "What it is called."})
    address: str = field(metadata={"help": "Where it leads."})
    icon: str = field(metadata={"help": "Its drawing."})
    key: str = field(default="", metadata={"help": "The letter that follows `g`."})
    here: bool = field(default=False, metadata={"help": "Whether it is the page shown."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the frame around a page shows."""

    lang: str = field(metadata={"help": "Language tag of the page."})
    other_lang: str = field(metadata={"help": "The language the switch changes to."})
    other_name: str = field(metadata={"help": "Its name, in itself."})
    theme: str = field(metadata={"help": "light or dark if the person chose one; empty follows the system."})
    keys: bool = field(metadata={"help": "Whether single letters are shortcuts; the person can switch them off."})
    tell_hide: bool = field(metadata={"help": "Whether Hide is still to be explained: once, before the first case."})
    here: str = field(metadata={"help": "The address of this page, to come back to."})
    name: str = field(metadata={"help": "The person, or the shelf where no case is open."})
    day: str = field(metadata={"help": "The day on which the law is taken, in words; empty outside a case."})
    law_warning: str = field(
        metadata={"help": "That its law was installed by force or is an office's own; else empty."}
    )
    encrypted: bool = field(metadata={"help": "Whether the cases are encrypted on this computer."})
    rail: tuple[tuple[str, tuple[Link, ...]], ...] = field(metadata={"help": "Headings of the rail with their links."})
    tabs: tuple[Link, ...] = field(metadata={"help": "The tabs of a phone."})
    styles: tuple[str, ...] = field(metadata={"help": "Addresses of the style sheets."})
    scripts: tuple[str, ...] = field(metadata={"help": "Addresses of the scripts."})


@register.simple_tag(takes_context=True, name="frame")
def frame_of_context(context: RequestContext) -> Frame:
    """The frame for what a view shows: `{% frame as frame %}`."""
    return frame_of(context.request, context["folder"], context["desk"])


def frame_of(request: HttpRequest, page: str, desk: Desk | None) -> Frame:
    """The frame for the page in folder `page`."""
    lang = language()
    pages = [one for one in PAGES if one.of_case == (desk is not None) or not one.of_case]
    links = {one.id: _link(one, page, desk) for one in pages}
    rail = tuple(
        (str(title), tuple(links[one.id] for one in pages if one.group == group)) for group, title in GROUPS.items()
    )
    return Frame(
        lang=lang.value,
        other_lang="en" if lang == "ru" else "ru",
        other_name="English" if lang == "ru" else "Русский",
        theme=request.COOKIES.get(THEME, "") if request.COOKIES.get(THEME) in ("light", "dark") else "",
        keys=request.COOKIES.get(KEYS) != "off",
        tell_hide=request.COOKIES.get(HIDE_TOLD) != "yes",
        here=request.get_full_path(),
        name=desk.person if desk else _("Pristan"),
        day=day_in_words(desk.on).to(lang) if desk else "",
        law_warning=warning.to(lang) if desk and (warning := edition_in_use().warning) else "",
        encrypted=workbench(request).shelf.encrypted,
        rail=tuple((title, of_group) for title, of_group in rail if of_group),
        tabs=tuple(_tab(links[one.id], name) for one in pages if (name := one.tab if desk else one.shelf_tab)),
        styles=_styles(page),
        scripts=tuple(statics.address(f"js/{name}.js") for name in ("htmx", "hide", "theme", "keys")) + _script(page),
    )


def _link(one: Page, page: str, desk: Desk | None) -> Link:
    address = reverse(one.name, args=[desk.id] if one.of_case and desk else [])
    return Link(title=str(one.title), address=address, icon=one.icon, key=one.key, here=one.id == page)


def _tab(link: Link, name: Any) -> Link:
    return Link(title=str(name), address=link.address, icon=link.icon, here=link.here)


def _styles(page: str) -> tuple[str, ...]:
    names = [f"css/{name}.css" for name in ("tokens", "base", "shell", "parts", "narrow")]
    own = f"pages/{page}.css"
    wanted = [*names, *([own] if own in statics.static_files() else []), "css/print.css", "css/dull.css"]
    return tuple(statics.address(name) for name in wanted)


def _script(page: str) -> tuple[Any, ...]:
    own = f"pages/{page}.js"
    return (statics.address(own),) if own in statics.static_files() else ()
