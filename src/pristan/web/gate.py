"""Who may see a page: whoever came with the launch token, while the workbench is not locked and nobody pressed Hide.

Order of the questions: is it one of the open doors; did this browser bring the token; is it hidden; is there a vault;
is it locked.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode

from pristan.web.errors import too_large
from pristan.web.workbench import workbench

START, UNLOCK, HIDE, DULL, CHOOSE = "/start", "/unlock", "/hide", "/recipes", "/choose"
BEGIN, RECOVER = "/begin", "/recover"
FIRST_HOURS = ("/emergency", "/emergency/ask")  # needs no case: open to whoever brought the token, also while locked
IN, HIDDEN = "in", "hidden"  # what a session holds


class Gate:
    """Turns away whoever may not see the page asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if int(request.headers.get("Content-Length") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            return too_large(request, settings.FILE_UPLOAD_MAX_MEMORY_SIZE)
        if request.path in (START, DULL):
            return self.get_response(request)
        if not request.session.get(IN):
            return render(request, "stranger.html", status=403)
        if request.path in (UNLOCK, RECOVER, CHOOSE):
            return self.get_response(request)
        if request.session.get(HIDDEN):
            return _to(request, DULL)
        if request.path in FIRST_HOURS and "case" not in request.GET:
            return self.get_response(request)
        if workbench(request).shelf.missing:
            return self.get_response(request) if request.path == BEGIN else _to(request, BEGIN)
        if workbench(request).locked(by_person="X-Quiet" not in request.headers) and request.path != HIDE:
            here = request.get_full_path() if request.method == "GET" else "/"
            return _to(request, f"{UNLOCK}?{urlencode({'next': here})}" if here != "/" else UNLOCK)
        return self.get_response(request)


def _to(request: HttpRequest, address: str) -> HttpResponse:
    """A redirect that a part of a page loaded by htmx follows as a whole page."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)
