"""Every address of the workbench: the doors first, then each page of the registry."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, path

from pristan.web import choices, doors, errors
from pristan.web.page import Page
from pristan.web.pages.begin.view import begin
from pristan.web.pages.registry import PAGES


def _of(page: Page) -> Iterator[URLPattern]:
    base = f"cases/<str:case_id>/{page.id}" if page.of_case else page.id
    yield path(base, page.view, name=page.id)
    for suffix, view in page.more:
        yield path(f"{base}/{suffix}", view, name=f"{page.id}-{suffix.partition('/')[0]}")


urlpatterns: list[URLPattern] = [
    path("", doors.home, name="home"),
    path("start", doors.start, name="start"),
    path("unlock", doors.unlock, name="unlock"),
    path("recover", doors.recover, name="recover"),
    path("begin", begin, name="begin"),
    path("lock", doors.lock, name="lock"),
    path("hide", doors.hide, name="hide"),
    path("recipes", doors.dull, name="recipes"),
    path("choose", choices.choose, name="choose"),
    *(pattern for page in PAGES for pattern in _of(page)),
]

handler400 = errors.refused
handler403 = errors.forged
handler404 = errors.absent
handler500 = errors.broken
