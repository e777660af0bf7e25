"""Whose case is it, and how do you call it? A new case of the vault; or one that comes in from a file or a folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from pristan.kernel.errors import CaseError, PristanError
from pristan.kernel.language import Language
from pristan.services.new_case import ROLES, Named, new_case_text
from pristan.storage import cases, exchange
from pristan.storage.keys import WrongPassphrase
from pristan.web.doors import not_opened
from pristan.web.errors import said
from pristan.web.language import language
from pristan.web.page import show
from pristan.web.workbench import workbench

MORE_PERSONS = 3  # besides the one the case is about; others can be added to the case file
ROLE_WORDS = {
    "spouse": gettext_lazy("husband or wife"),
    "child": gettext_lazy("child"),
    "parent": gettext_lazy("mother or father"),
    "relative": gettext_lazy("another relative"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    encrypted: bool = field(metadata={"help": "Whether there is a vault that takes new cases."})
    section: str = field(metadata={"help": "The form that was sent: make, file or folder; empty for none."})
    fault: str = field(metadata={"help": "Why nothing was made, in a sentence; empty for none."})
    sent: dict[str, str] = field(metadata={"help": "What the fields hold, by name."})
    others: tuple[dict[str, str], ...] = field(metadata={"help": "Further persons: number, name, latin, role."})
    roles: tuple[tuple[str, str], ...] = field(metadata={"help": "What a further person can be, with the words."})
    lang: str = field(metadata={"help": "The language of the person, as chosen."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What the page after bringing in a folder shows."""

    title: str = field(metadata={"help": "That the case is in the vault."})
    case_id: str = field(metadata={"help": "The case, for the link."})
    folder: str = field(metadata={"help": "The folder it came from."})
    erased: bool = field(metadata={"help": "Whether what was brought in was erased there."})
    left: tuple[str, ...] = field(metadata={"help": "Files there that are not of the case."})


@require_safe
def new(request: HttpRequest) -> HttpResponse:
    """The page."""
    return show(request, "new", _content(request))


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Begin a case and go on with its first question."""
    code = _told(request, "code")
    try:
        _needs_vault(request)
        text = new_case_text(
            code,
            [Named(_told(request, "name"), _told(request, "latin")), *_others(request)],
            title=_told(request, "about"),
            language=Language(_chosen(request)),
            day=workbench(request).day() or date.today(),  # noqa: DTZ011 - the local calendar day is meant
        )
        made = cases.begin_case(text, name=code)
    except PristanError as fault:
        return _fault(request, "make", said(fault))
    return redirect("interview", made)


@sensitive_post_parameters("passphrase")
@require_POST
def bring_file(request: HttpRequest) -> HttpResponse:
    """Bring in an encrypted case file of co-counsel."""
    bench, sent = workbench(request), request.FILES.get("file")
    brought: list[str] = []

    def fits() -> bool:
        try:
            data = b"" if sent is None else sent.read()
            name = _told(request, "as") or None
            brought.append(exchange.import_bytes(data, request.POST.get("passphrase", ""), name=name).id)
        except WrongPassphrase:
            return False
        return True

    try:
        _needs_vault(request)
        if not bench.attempt(fits):
            sentence = _("That passphrase did not open the file. Nothing was changed.")
            return _fault(request, "file", not_opened(bench, sentence))
    except PristanError as fault:
        return _fault(request, "file", said(fault))
    return redirect("overview", brought[0])


@require_POST
def bring_folder(request: HttpRequest) -> HttpResponse:
    """Bring in a case folder that lies in clear on this computer; erase it afterwards if that was asked for."""
    folder = Path(_told(request, "folder")).expanduser()
    try:
        _needs_vault(request)
        if not folder.is_absolute() or not (folder / "case.toml").is_file():
            raise CaseError(_("There is no case.toml in “%(folder)s”. Write the whole path.") % {"folder": folder})
        brought = exchange.import_folder(folder, name=_told(request, "as") or None)
    except PristanError as fault:
        return _fault(request, "folder", said(fault))
    erase = "erase" in request.POST
    left = exchange.erase_folder(folder, brought) if erase else ()
    content = Brought(
        title=_("The case is in the vault"),
        case_id=brought.id,
        folder=str(folder),
        erased=erase,
        left=tuple(str(path) for path in left),
    )
    return show(request, "new", content, template="new/brought.html")


def _others(request: HttpRequest) -> list[Named]:
    rows = (_row(request, number) for number in range(1, MORE_PERSONS + 1))
    return [Named(row["name"], row["latin"], row["role"]) for row in rows if row["name"] or row["latin"]]


def _row(request: HttpRequest, number: int) -> dict[str, str]:
    role = _told(request, f"role{number}")
    return {
        "number": str(number),
        "name": _told(request, f"name{number}"),
        "latin": _told(request, f"latin{number}"),
        "role": role if role in ROLES else ROLES[0],
    }


def _told(request: HttpRequest, name: str) -> str:
    return " ".join(request.POST.get(name, "").split())


def _chosen(request: HttpRequest) -> str:
    told = request.POST.get("lang", "")
    return told if told in tuple(Language) else language().value


def _needs_vault(request: HttpRequest) -> None:
    if not workbench(request).shelf.encrypted:
        raise CaseError(_("New cases go into a vault, and these cases are folders in clear."))


def _content(request: HttpRequest, *, section: str = "", fault: str = "") -> NewCase:
    return NewCase(
        title=_("Whose case is it, and how do you call it?"),
        encrypted=workbench(request).shelf.encrypted,
        section=section,
        fault=fault,
        sent={name: _told(request, name) for name in ("code", "about", "name", "latin", "folder", "as")},
        others=tuple(_row(request, number) for number in range(1, MORE_PERSONS + 1)),
        roles=tuple((role, str(ROLE_WORDS[role])) for role in ROLES),
        lang=_chosen(request),
    )


def _fault(request: HttpRequest, section: str, sentence: str) -> HttpResponse:
    return show(request, "new", _content(request, section=section, fault=sentence), status=422)
