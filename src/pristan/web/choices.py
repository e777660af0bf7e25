"""How things look and when they lock: what a person chooses in this browser, kept in its cookies."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from pristan.web.language import COOKIE
from pristan.web.workbench import workbench

THEME, KEYS, HIDE_TOLD, LOCK_AFTER = "theme", "keys", "hide_told", "lock_after"
LOCK_MINUTES = ("5", "15", "30", "60")
CHOICES = {
    COOKIE: ("en", "ru"),
    THEME: ("light", "dark", "system"),
    KEYS: ("on", "off"),
    HIDE_TOLD: ("yes",),
    LOCK_AFTER: LOCK_MINUTES,
}
CHOICE_SECONDS = 365 * 24 * 3600


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep a choice of language, theme or keys in this browser, and come back to the same place."""
    response = HttpResponseRedirect(inside(request, request.POST.get("next", "/")))
    for name, allowed in CHOICES.items():
        value = request.POST.get(name)
        if value in allowed:
            response.set_cookie(name, value, max_age=CHOICE_SECONDS, httponly=True, samesite="Strict")
            if name == LOCK_AFTER:
                workbench(request).lock_after(int(value) * 60)
    return response


def keep_lock_after(request: HttpRequest) -> None:
    """Lock by itself after the time that was chosen in this browser, if one was."""
    minutes = request.COOKIES.get(LOCK_AFTER)
    if minutes in LOCK_MINUTES:
        workbench(request).lock_after(int(minutes) * 60)


def inside(request: HttpRequest, address: str) -> str:
    """The address if it is one of ours, else the first page."""
    ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
    return address if ours else "/"
