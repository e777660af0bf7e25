"""Where is my vault? There is none yet: make one, or restore one from a backup."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from pristan.kernel.errors import CaseError, PristanError
from pristan.storage.limits import LIMITS
from pristan.web.choices import keep_lock_after
from pristan.web.doors import new_phrase, not_opened
from pristan.web.errors import said
from pristan.web.language import language
from pristan.web.page import show
from pristan.web.pages.settings.sheet import show_sheet
from pristan.web.vault_shelf import VaultShelf
from pristan.web.workbench import workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """What the page shows."""

    title: str = field(metadata={"help": "What has to be done first."})
    folder: str = field(metadata={"help": "Where the vault will be."})
    limits: tuple[str, ...] = field(metadata={"help": "What a vault does not protect against."})
    fault: str = field(metadata={"help": "Why nothing was made, in a sentence; empty for none."})
    restoring: bool = field(metadata={"help": "Whether a backup was named."})
    file: str = field(metadata={"help": "The backup that was named."})


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """The page; posting makes the vault, or restores it."""
    shelf = workbench(request).shelf
    if not isinstance(shelf, VaultShelf) or not shelf.missing:
        return redirect("home")
    keep_lock_after(request)
    fault = ""
    restoring = request.POST.get("do") == "restore"
    if request.method == "POST":
        try:
            if not restoring:
                shelf.create(new_phrase(request))
                return show_sheet(request, onward="/") if "sheet" in request.POST else redirect("home")
            fault = _restore(request, shelf)
            if not fault:
                return redirect("home")
        except PristanError as wrong:
            fault = said(wrong)
    content = Begin(
        title=_("Make a vault for your cases"),
        folder=str(shelf.folder),
        limits=tuple(one.to(language()) for one in LIMITS),
        fault=fault,
        restoring=restoring,
        file=request.POST.get("file", ""),
    )
    return show(request, "begin", content)


def _restore(request: HttpRequest, shelf: VaultShelf) -> str:
    """Restore from the file that was named; why not, in a sentence, if the passphrase is not that of the backup."""
    file = Path(request.POST.get("file", "").strip()).expanduser()
    if not file.is_absolute() or not file.is_file():
        raise CaseError(_("There is no file “%(file)s”. Write where it is from the root on.") % {"file": file})
    bench = workbench(request)
    if bench.attempt(lambda: shelf.restore(file, request.POST.get("passphrase", ""))):
        return ""
    return not_opened(bench, _("That passphrase did not open the backup. Nothing was changed."))
