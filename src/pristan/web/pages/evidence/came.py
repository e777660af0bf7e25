"""The papers that came, as the page lists them: being read, asking for a word of the person, done; what she answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from pristan.case.model import Issuer
from pristan.kernel.errors import CaseError
from pristan.services.arriving import Arrival, locked, take_off, take_off_settled
from pristan.web.arrivals import Coming
from pristan.web.desk import Desk, desk_of
from pristan.web.page import show_part
from pristan.web.pages.evidence.issuers import issuer_words

PART = "evidence/arrivals.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One paper that came."""

    id: str = field(metadata={"help": "What tells it from others."})
    name: str = field(metadata={"help": "Its name, after the names of the files it lay in."})
    sentence: str = field(metadata={"help": "How far it is, or what became of it, and the next step."})
    address: str = field(metadata={"help": "Where it is looked at; empty while it is not on record."})
    asks: bool = field(metadata={"help": "Whether the person has to say who made it."})
    stopped: bool = field(metadata={"help": "Whether it may be tried once more."})
    locked: bool = field(metadata={"help": "Whether a password is needed, for it or for files inside it."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """All papers that came, by what they wait for."""

    case_id: str = field(metadata={"help": "The id of the case, for links."})
    open: tuple[Came, ...] = field(metadata={"help": "Those being read or waiting to be."})
    asking: tuple[Came, ...] = field(metadata={"help": "Those that need a word of the person."})
    done: tuple[Came, ...] = field(metadata={"help": "Those on record, or there already."})
    issuers: tuple[tuple[str, str], ...] = field(metadata={"help": "Who can have made a paper, with the words."})

    @property
    def some_ask(self) -> bool:
        """Whether the person has to say who made some of them."""
        return any(one.asks for one in self.asking)

    @property
    def all(self) -> int:
        """How many there are."""
        return len(self.open) + len(self.asking) + len(self.done)


def arrived_of(desk: Desk) -> Arrived:
    """The papers that came into a case."""
    coming_in = desk.bench.shelf.arrivals.coming(desk.id)
    every = [one.arrival for one in coming_in]
    found = [(one, _came(one, every, desk)) for one in coming_in]
    is_open = {id(one) for one, _shown in found if one.arrival.state == "waiting" and one.fault is None}
    done = {id(one) for one, _shown in found if one.arrival.state in ("on_record", "same_file")}
    return Arrived(
        case_id=desk.id,
        open=tuple(shown for one, shown in found if id(one) in is_open),
        asking=tuple(shown for one, shown in found if id(one) not in is_open | done),
        done=tuple(shown for one, shown in found if id(one) in done),
        issuers=tuple((one.value, issuer_words(one)) for one in Issuer),
    )


@require_safe
def coming(request: HttpRequest, case_id: str) -> HttpResponse:
    """The list alone, for a page that waits for papers being read."""
    return show_part(request, PART, arrived_of(desk_of(request, case_id)))


@require_POST
def add(request: HttpRequest, case_id: str) -> HttpResponse:
    """Store files. Each is kept when this answers, and read afterwards."""
    desk = desk_of(request, case_id)
    issuer = request.POST.get("issuer", "")
    maker = Issuer(issuer) if issuer in tuple(Issuer) else None
    for one in request.FILES.getlist("files"):
        desk.bench.shelf.arrivals.take(desk.id, one.name or "", one.read(), maker)
    if "X-One" in request.headers:
        return show_part(request, PART, arrived_of(desk))
    return HttpResponseRedirect(reverse("evidence", args=[case_id]) + "#arrivals")


@sensitive_post_parameters("password")
@require_POST
def arrived(request: HttpRequest, case_id: str) -> HttpResponse:
    """What the person says of papers that came: who made them, a password, try again, take off the list."""
    desk = desk_of(request, case_id)
    action, _colon, of = request.POST.get("action", "").partition(":")
    if action == "maker":
        _say_who_made(request, desk)
    elif action == "again":
        desk.bench.shelf.arrivals.again(desk.id, of)
    elif action == "open":
        _open(request, desk, of)
    elif action == "off":
        take_off(desk.home, of)
    elif action == "clear":
        take_off_settled(desk.home)
    return HttpResponseRedirect(reverse("evidence", args=[case_id]) + "#arrivals")


def _open(request: HttpRequest, desk: Desk, of: str) -> None:
    password = request.POST.get("password", "")
    if not password:
        raise CaseError(_("There is no password yet. Type the password of this paper."))
    desk.bench.shelf.arrivals.open_with(desk.id, of, password)


def _say_who_made(request: HttpRequest, desk: Desk) -> None:
    issuer, chosen = request.POST.get("issuer", ""), request.POST.getlist("paper")
    if issuer not in tuple(Issuer):
        raise CaseError(_("Nobody was chosen. Choose who made the papers, then put them on record."))
    if not chosen:
        raise CaseError(_("No paper was chosen. Mark those that were made by the one you chose."))
    for one in chosen:
        desk.bench.shelf.arrivals.say_who_made(desk.id, one, Issuer(issuer))


def _came(one: Coming, every: Sequence[Arrival], desk: Desk) -> Came:
    paper = one.arrival
    on_record = paper.exhibit if paper.exhibit in desk.case.exhibits else ""
    address = f"{reverse('evidence', args=[desk.id])}?{urlencode({'exhibit': on_record})}" if on_record else ""
    return Came(
        id=paper.id,
        name=f"{paper.source.words} › {paper.name}" if paper.source else paper.name,
        sentence=_sentence(one, desk),
        address=address,
        asks=paper.state == "issuer",
        stopped=one.fault is not None,
        locked=locked(paper, every),
    )


def _sentence(one: Coming, desk: Desk) -> str:
    paper, told = one.arrival, {"n": one.arrival.exhibit}
    if one.fault is not None:
        return desk.say(one.fault)
    if paper.state == "waiting":
        if not one.running:
            return _("Stored. It waits to be read.")
        if one.pages:
            return _("It is being read. Scanned pages done: %(n)d.") % {"n": one.pages}
        return _("It is being read.")
    if paper.state == "on_record":
        alike = _("It looks like exhibit %(n)s: compare them; both are kept.") % {"n": ", ".join(paper.alike)}
        return f"{_('On record as exhibit %(n)s.') % told} {alike if paper.alike else ''}".strip()
    if paper.state == "same_file":
        return (
            _("This paper is in the case already, as exhibit %(n)s (the same bytes). It was not added a second time.")
            % told
        )
    if paper.state == "issuer":
        return _("Stored, not on record yet: who made it cannot be told from its kind. Say who made it.")
    if paper.state == "unlocked":
        return _(
            "It opened with the password, which is kept nowhere. A copy without a password stands in this list; the "
            "locked one is kept as it came until you take it off."
        )
    if paper.state == "holds_files":
        return _(
            "An archive. Files taken out of it: %(n)d; each stands in this list. The archive itself is kept until you "
            "take it off."
        ) % {"n": paper.inner}
    return desk.say(paper.why.text) if paper.why else ""
