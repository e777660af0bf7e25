"""Who else shall have this case, or shall it be gone? An encrypted file for co-counsel; deleting it for ever."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from pristan.kernel.errors import CaseError, PristanError
from pristan.storage import cases, exchange
from pristan.web.desk import Desk, desk_of
from pristan.web.doors import new_phrase
from pristan.web.errors import said
from pristan.web.page import show


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOn:
    """What the page shows."""

    title: str = field(metadata={"help": "The question of the page."})
    case_id: str = field(metadata={"help": "The id of the case, for the forms."})
    code: str = field(metadata={"help": "How the user calls the case, to be typed before it is deleted."})
    encrypted: bool = field(metadata={"help": "Whether the case is in a vault."})
    papers: int = field(metadata={"help": "How many papers go with it."})
    section: str = field(metadata={"help": "The form that was sent: export or delete; empty for none."})
    fault: str = field(metadata={"help": "Why nothing was done, in a sentence; empty for none."})


@require_safe
def hand_on(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page."""
    desk = desk_of(request, case_id)
    return show(request, "hand_on", _content(desk), desk=desk)


@sensitive_post_parameters()
@require_POST
def export(request: HttpRequest, case_id: str) -> HttpResponse:
    """The case as one encrypted file, under a passphrase that two people agreed on."""
    desk = desk_of(request, case_id)
    try:
        _needs_vault(desk)
        data = exchange.export_bytes(desk.id, new_phrase(request))
    except PristanError as fault:
        return _fault(request, desk, "export", said(fault))
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = 'attachment; filename="case.pristan-case"'  # says nothing of whose it is
    return answer


@require_POST
def delete(request: HttpRequest, case_id: str) -> HttpResponse:
    """Delete the case for ever, once its name was typed."""
    desk = desk_of(request, case_id)
    try:
        _needs_vault(desk)
        if request.POST.get("name", "").strip() != _code(desk):
            raise CaseError(_("The name differs. Nothing was touched."))
        cases.delete_case(desk.id)
    except PristanError as fault:
        return _fault(request, desk, "delete", said(fault))
    desk.bench.forget()
    return redirect("cases")


def _code(desk: Desk) -> str:
    return desk.bench.shelf.held(desk.id).code


def _needs_vault(desk: Desk) -> None:
    if not desk.bench.shelf.encrypted:
        raise CaseError(_("This case is a folder in clear: copy or delete the folder itself."))


def _content(desk: Desk, *, section: str = "", fault: str = "") -> HandOn:
    return HandOn(
        title=_("Who else shall have this case?"),
        case_id=desk.id,
        code=_code(desk),
        encrypted=desk.bench.shelf.encrypted,
        papers=len(desk.case.exhibits),
        section=section,
        fault=fault,
    )


def _fault(request: HttpRequest, desk: Desk, section: str, sentence: str) -> HttpResponse:
    return show(request, "hand_on", _content(desk, section=section, fault=sentence), desk=desk, status=422)
