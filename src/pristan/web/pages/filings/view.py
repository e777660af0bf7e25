"""Is this packet ready to file? Which packets fit, what a clerk would refuse, the files that were built."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pristan.kernel.errors import CaseError
from pristan.kernel.language import Text
from pristan.services.packets import packet_titles
from pristan.web.builds import Build
from pristan.web.desk import Desk, desk_of
from pristan.web.page import show, show_part

PACKET_FILE = "packet.json"
NOT_FOR_FILING = "not_for_filing/"
_TYPES = {".pdf": "application/pdf", ".json": "application/json", ".txt": "text/plain; charset=utf-8"}
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that a clerk would refuse, or that is worth knowing."""

    refuses: bool = field(metadata={"help": "Whether the registry would refuse it."})
    place: str = field(metadata={"help": "Where."})
    what: str = field(metadata={"help": "What is wrong there."})
    remedy: str = field(metadata={"help": "What to do."})
    says: str = field(metadata={"help": "The rule, in our words."})
    source: str = field(metadata={"help": "The rule's source; empty for a rule of ours."})
    waived: bool = field(metadata={"help": "Whether somebody waived it by name."})


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file of a built packet."""

    name: str = field(metadata={"help": "Its name."})
    address: str = field(metadata={"help": "Where it can be fetched."})
    filed: bool = field(metadata={"help": "Whether it goes to the registry; working papers do not."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """One packet that fits the case."""

    id: str = field(metadata={"help": "The id of its profile."})
    title: str = field(metadata={"help": "What it is, and for whom."})
    routes: tuple[str, ...] = field(metadata={"help": "The routes and effects it serves."})
    state: str = field(metadata={"help": "none, running, done or failed."})
    step: str = field(metadata={"help": "What is being built now."})
    fault: str = field(metadata={"help": "Why it could not be built; empty if it could."})
    ready: bool = field(metadata={"help": "Whether no check is open."})
    pages: int = field(metadata={"help": "Pages of the bundle; 0 before it is built."})
    checks: tuple[Check, ...] = field(metadata={"help": "What the checks found, refusals first."})
    files: tuple[File, ...] = field(metadata={"help": "Its files."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filings:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    case_id: str = field(metadata={"help": "The id of the case, for links."})
    person: str = field(metadata={"help": "Whose packets these are."})
    packets: tuple[Packet, ...] = field(metadata={"help": "The packets that fit the case today."})
    encrypted: bool = field(metadata={"help": "Whether what is built stays inside the vault until it is fetched."})


@require_safe
def filings(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page."""
    desk = desk_of(request, case_id)
    fits = desk.bench.answers.fits(desk.case, desk.stamp, desk.on)
    content = Filings(
        title=_("Is the packet ready to file?"),
        case_id=desk.id,
        person=desk.person,
        packets=tuple(_packet(name, title, routes, desk) for name, title, routes in fits),
        encrypted=desk.bench.shelf.encrypted,
    )
    return show(request, "filings", content, desk=desk)


@require_POST
def build(request: HttpRequest, case_id: str, profile: str) -> HttpResponse:
    """Have a packet built; the page then watches it."""
    desk = desk_of(request, case_id)
    if profile not in packet_titles():
        raise CaseError(_("There is no packet “%(name)s”. Choose one from the list.") % {"name": profile})
    desk.bench.shelf.builds.ask(desk.id, profile, desk.language)
    return redirect(f"{reverse('filings', args=[desk.id])}#{profile}")


@require_safe
def watch(request: HttpRequest, case_id: str, profile: str) -> HttpResponse:
    """One packet again, for a page that waits for it."""
    desk = desk_of(request, case_id)
    titles = packet_titles()
    if profile not in titles:
        raise Http404
    fits = {name: routes for name, _title, routes in desk.bench.answers.fits(desk.case, desk.stamp, desk.on)}
    return show_part(request, "filings/packet.html", _packet(profile, titles[profile], fits.get(profile, ()), desk))


@require_safe
def fetch(request: HttpRequest, case_id: str, profile: str, name: str) -> HttpResponse:
    """One file. PDF opens in the browser's own viewer; an editable document is a download."""
    desk = desk_of(request, case_id)
    data = desk.bench.shelf.builds.file(desk.id, profile, desk.language, name)
    if data is None:
        raise Http404
    suffix = PurePosixPath(name).suffix
    shown = suffix == ".pdf"
    answer = HttpResponse(data, content_type=_TYPES.get(suffix, _DOCX))
    kind = "inline" if shown else "attachment"
    answer["Content-Disposition"] = f"{kind}; filename*=UTF-8''{quote(PurePosixPath(name).name)}"
    return answer


def _packet(name: str, title: Text, routes: tuple[Text, ...], desk: Desk) -> Packet:
    built = desk.bench.shelf.builds.state(desk.id, name, desk.language)
    told = _told(built, name, desk)
    return Packet(
        id=name,
        title=desk.say(title),
        routes=tuple(desk.say(one) for one in routes),
        state=built.state,
        step=built.step,
        fault="" if built.fault is None else desk.say(built.fault),
        ready=bool(told.get("ready")),
        pages=int(told.get("bundle_pages") or 0),
        checks=tuple(sorted((_check(one, desk) for one in told.get("findings", ())), key=lambda one: not one.refuses)),
        files=tuple(_file(one, name, desk) for one in built.files if one != PACKET_FILE),
        case_id=desk.id,
    )


def _told(built: Build, name: str, desk: Desk) -> dict[str, Any]:
    data = desk.bench.shelf.builds.file(desk.id, name, desk.language, PACKET_FILE) if built.state == "done" else None
    return {} if data is None else json.loads(data)


def _check(one: dict[str, Any], desk: Desk) -> Check:
    source = one["source"]
    lang = desk.language.value
    return Check(
        refuses=one["refuses"] and not one["waived"],
        place=one["place"][lang],
        what=one["what"][lang],
        remedy=one["remedy"][lang],
        says=one["rule_says"][lang],
        source="" if source is None else source["cite"],
        waived=bool(one["waived"]),
    )


def _file(name: str, profile: str, desk: Desk) -> File:
    return File(
        name=name.removeprefix(NOT_FOR_FILING),
        address=reverse("filings-file", args=[desk.id, profile, name]),
        filed=not name.startswith(NOT_FOR_FILING),
    )
