"""The ways in and out: the launch token, the passphrase, the recovery code, Pause, Hide."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST, require_safe

from pristan.kernel.errors import CaseError, PristanError
from pristan.web.choices import inside, keep_lock_after
from pristan.web.errors import said
from pristan.web.gate import HIDDEN, IN
from pristan.web.page import show
from pristan.web.vault_shelf import VaultShelf
from pristan.web.workbench import Workbench, workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlock:
    """What the unlock page shows."""

    encrypted: bool = field(metadata={"help": "Whether a passphrase is asked for."})
    next: str = field(metadata={"help": "The address to go to afterwards."})
    fault: str = field(default="", metadata={"help": "Why it did not open, in a sentence."})


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Exchange the launch token of the address for a session of this browser. It works once."""
    if not workbench(request).take(request.GET.get("token", "")):
        if request.session.get(IN):
            return HttpResponseRedirect("/")
        return render(request, "stranger.html", status=403)
    request.session.cycle_key()
    request.session[IN] = True
    return HttpResponseRedirect("/")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The list of cases; with one case only, that case."""
    held = tuple(workbench(request).shelf.cases())
    if len(held) == 1:
        return HttpResponseRedirect(reverse("overview", args=[held[0].id]))
    return HttpResponseRedirect(reverse("cases"))


@sensitive_post_parameters()
def unlock(request: HttpRequest) -> HttpResponse:
    """Ask for the passphrase and open; after several wrong ones, only after a wait."""
    bench = workbench(request)
    if bench.shelf.missing:
        request.session.pop(HIDDEN, None)
        return redirect("begin")
    keep_lock_after(request)
    target = inside(request, request.POST.get("next") or request.GET.get("next") or "/")
    fault = ""
    if request.method == "POST":
        wait = bench.wait()
        if not wait and bench.unlock(request.POST.get("passphrase", "")):
            request.session.pop(HIDDEN, None)
            return HttpResponseRedirect(target)
        fault = not_opened(bench, _("That passphrase did not open it. Nothing was changed."))
    content = Unlock(encrypted=bench.shelf.encrypted, next=target, fault=fault)
    return show(request, "unlock", content, status=429 if fault and bench.wait() else 200)


def not_opened(bench: Workbench, sentence: str) -> str:
    """The sentence, and how long to wait before the next try if one has to."""
    wait = bench.wait()
    if not wait:
        return sentence
    return f"{sentence} " + ngettext(
        "The next one can be tried in %(n)d second.", "The next one can be tried in %(n)d seconds.", wait
    ) % {"n": wait}


def new_phrase(request: HttpRequest) -> str:
    """The new passphrase of a form, typed twice alike. Raises CaseError for two that differ."""
    typed, again = (request.POST.get(name, "") for name in ("new", "again"))
    if unicodedata.normalize("NFC", typed) != unicodedata.normalize("NFC", again):
        raise CaseError(_("The two passphrases differ. Type the same one twice."))
    return typed


@sensitive_post_parameters()
def recover(request: HttpRequest) -> HttpResponse:
    """Open by the code of the recovery sheet, and choose a new passphrase; waits after wrong codes as `unlock` does."""
    bench = workbench(request)
    shelf = bench.shelf
    if shelf.missing or not isinstance(shelf, VaultShelf):
        return redirect("unlock")
    keep_lock_after(request)
    fault = ""
    if request.method == "POST":
        try:
            phrase = new_phrase(request)
            if bench.attempt(lambda: shelf.recover(request.POST.get("code", ""), phrase)):
                request.session.pop(HIDDEN, None)
                return HttpResponseRedirect("/")
            fault = not_opened(bench, _("That code did not open it. Nothing was changed."))
        except PristanError as wrong:
            fault = said(wrong)
    return show(request, "unlock", Unlock(encrypted=True, next="/", fault=fault), template="unlock/recover.html")


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Pause: drop the key; what was saved stays saved."""
    workbench(request).lock()
    return HttpResponseRedirect(reverse("unlock"))


@require_POST
def hide(request: HttpRequest) -> HttpResponse:
    """Drop the key and show the dull page, also on the way back, until the passphrase is given."""
    workbench(request).lock()
    request.session[HIDDEN] = True
    return HttpResponseRedirect(reverse("recipes"))


@require_safe
def dull(request: HttpRequest) -> HttpResponse:
    """A page that says nothing about anybody."""
    return render(request, "recipes.html")
