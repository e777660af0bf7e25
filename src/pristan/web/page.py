"""What a page is, and how one is shown: a view makes one dataclass, the template shows it inside the common frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from pristan.web.desk import Desk

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An entry of the registry (`pages/registry.py`): where a page is found, and how it is called."""

    id: str = field(metadata={"help": "Its folder below pages/, its address and the key of its style sheet."})
    title: Any = field(metadata={"help": "What the rail calls it: a text for gettext_lazy."})
    view: View = field(metadata={"help": "The view of its own address."})
    group: str = field(default="", metadata={"help": "Under which heading of the rail it stands; empty: not there."})
    icon: str = field(default="", metadata={"help": "Its drawing in icons/, without .svg."})
    key: str = field(default="", metadata={"help": "The letter that follows `g` to go there; empty for none."})
    tab: Any = field(
        default="", metadata={"help": "Its shorter name among the five tabs of a phone; empty: not there."}
    )
    shelf_tab: Any = field(
        default="", metadata={"help": "Its shorter name among the tabs while no case is open; empty: not there."}
    )
    of_case: bool = field(default=True, metadata={"help": "Whether it belongs to one case: /cases/<id>/<page>."})
    more: tuple[tuple[str, View], ...] = field(
        default=(), metadata={"help": "Further addresses below its own, such as ('save', view)."}
    )

    @property
    def name(self) -> str:
        """The name of its address for `reverse`."""
        return self.id


def show(
    request: HttpRequest,
    page: str,
    content: object,
    *,
    desk: Desk | None = None,
    status: int = 200,
    template: str = "",
) -> HttpResponse:
    """The page whose folder is `page`, with `content` as the one thing its template receives, called `page`; folder
    and desk are for the frame (`frame.py`).

    `template`: another than the folder's `page.html`, for a second page of the same folder.
    """
    name = template or f"{page}/page.html"
    return render(request, name, {"page": content, "folder": page, "desk": desk}, status=status)


def show_part(request: HttpRequest, template: str, content: object, *, status: int = 200) -> HttpResponse:
    """A part of a page, for htmx to put in its place."""
    return render(request, template, {"page": content}, status=status)
