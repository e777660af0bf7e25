"""Which other pages are there? The fifth tab of a phone, where the rail has no room."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.web.desk import desk_of
from pristan.web.page import show


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What the page shows; the links are the frame's own."""

    title: str = field(metadata={"help": "The title of the page."})


@require_safe
def more(request: HttpRequest, case_id: str) -> HttpResponse:
    """All pages, the language, light or dark."""
    return show(request, "more", More(title=_("All pages of this case")), desk=desk_of(request, case_id))
