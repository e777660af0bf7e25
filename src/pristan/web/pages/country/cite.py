"""The form that cites words of an exhibit for a documented pattern, and the button that takes a passage away."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pristan.country.patterns import patterns
from pristan.kernel.errors import CaseError
from pristan.services.passages import Target, Words, cite, compared, uncite
from pristan.services.quoting import pages_of_exhibit
from pristan.web.desk import Desk, desk_of

COMPARED = "compared"  # in the address after words were kept


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteForm:
    """What the form shows; after a fault, what was typed and the sentence."""

    exhibits: tuple[tuple[str, str], ...] = field(metadata={"help": "Papers on record: number and what it is called."})
    patterns: tuple[tuple[str, str], ...] = field(metadata={"help": "Documented patterns, those of this case first."})
    exhibit: str = field(default="", metadata={"help": "The paper chosen."})
    page: str = field(default="", metadata={"help": "The page typed."})
    quote: str = field(default="", metadata={"help": "The words typed."})
    pattern: str = field(default="", metadata={"help": "The pattern chosen."})
    against: bool = field(default=False, metadata={"help": "Whether the words speak against the person."})
    fault: str = field(default="", metadata={"help": "Why it was not kept; empty if nothing was sent."})
    unseen: bool = field(default=False, metadata={"help": "Whether words were kept that nobody compared: a picture."})


def cite_form(desk: Desk, first: tuple[str, ...], request: HttpRequest, fault: str = "") -> CiteForm:
    """The form; `first`: titles of the patterns that the case shows; what was sent and not kept stays in it."""
    known = [(one.id, desk.say(one.title)) for one in patterns().values()]
    sent = request.POST
    return CiteForm(
        exhibits=tuple((one.id, desk.say(one.title)) for one in desk.case.exhibits.values()),
        patterns=tuple(sorted(known, key=lambda one: one[1] not in first)),
        exhibit=str(sent.get("exhibit", "")),
        page=str(sent.get("page", "")),
        quote=str(sent.get("quote", "")),
        pattern=str(sent.get("pattern", "")),
        against="against" in sent,
        fault=fault,
        unseen=request.GET.get(COMPARED) == "no",
    )


def keep(request: HttpRequest, desk: Desk) -> bool:
    """Cite what was sent; whether the words could be compared with the page. Raises CaseError with the sentence that
    the page shows.
    """
    exhibit, page = request.POST.get("exhibit", ""), request.POST.get("page", "").strip()
    if exhibit not in desk.case.exhibits:
        raise CaseError(_("There is no paper of this number. Choose one of the list."))
    if not (page.isascii() and page.isdigit() and 0 < int(page) < 100_000):
        raise CaseError(_("“%(page)s” is not a page. Write its number, as 3.") % {"page": page})
    target = Target(pattern=request.POST.get("pattern", ""), against="against" in request.POST)
    words = Words(page=int(page), quote=request.POST.get("quote", ""))
    pages = pages_of_exhibit(desk.case, exhibit)
    cite(desk.case, exhibit, words, target, pages)
    return compared(pages, words)


@require_POST
def uncite_passage(request: HttpRequest, case_id: str) -> HttpResponse:
    """Take a passage away; the paper stays."""
    desk = desk_of(request, case_id)
    uncite(desk.home, request.POST.get("passage", ""))
    return HttpResponseRedirect(reverse("country", args=[desk.id]))
