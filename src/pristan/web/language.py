"""The language of a page: what the person chose, else what `pristan serve --lang` said, else what the browser asks for.

Switching keeps the place: the same address is loaded again.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language

from pristan.kernel.language import Language
from pristan.web.words import load_words
from pristan.web.workbench import workbench

COOKIE = "lang"


class ChosenLanguage:
    """Activates the language of each request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        load_words()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(_chosen(request).value):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language().value)
            return response


def language() -> Language:
    """The language of the page being made."""
    return Language.RU if (get_language() or "").startswith("ru") else Language.EN


def _chosen(request: HttpRequest) -> Language:
    told = request.COOKIES.get(COOKIE)
    if told in (Language.EN, Language.RU):
        return Language(told)
    started_in = workbench(request).language
    if started_in is not None:
        return started_in
    wanted = request.headers.get("Accept-Language", "").lower()
    return Language.RU if wanted.startswith("ru") else Language.EN
