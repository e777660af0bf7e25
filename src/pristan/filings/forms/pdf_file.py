"""The form as the user supplies it: opened, its edition read, its fields found."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

from pristan.filings.field_values import inherited
from pristan.filings.forms import words
from pristan.filings.forms.model import Edition, Field, Form
from pristan.kernel.errors import DocumentError
from pristan.kernel.language import Language

_DEEPEST = 24


@dataclass(frozen=True)
class Widget:
    """One field on a page: its place, what it says about itself, and the states of a box."""

    name: str
    says: str
    page: int  # from 0
    thing: pikepdf.Object
    states: frozenset[str]
    choices: frozenset[str] | None  # of a list, what can be chosen

    def is_(self, field: Field) -> bool:
        """Whether this is the field that the record means: same words, and for a box the state that is to be set."""
        return _plain(field.says) in _plain(self.says) and (field.state is None or field.state in self.states)


def opened(data: bytes, say: Language) -> pikepdf.Pdf:
    """The PDF, an empty password tried. Raises: DocumentError."""
    try:
        return pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise DocumentError(words.NOT_READ.to(say)) from error


def settle(pdf: pikepdf.Pdf) -> bool:
    """Take out what would show or protect another form than the one that is filled; whether it had an XFA half."""
    form = pdf.Root.get("/AcroForm")
    had = isinstance(form, Dictionary) and "/XFA" in form
    if isinstance(form, Dictionary):
        for key in ("/XFA", "/NeedAppearances", "/SigFlags"):
            if key in form:
                del form[key]
    for key in ("/Perms", "/OpenAction", "/AA"):
        if key in pdf.Root:
            del pdf.Root[key]
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary) and "/JavaScript" in names:
        del names["/JavaScript"]
    return had


def edition_of(data: bytes, form: Form, say: Language) -> str:
    """The edition that the pages name. Raises: DocumentError when they name none, or several."""
    if form.mark is None:
        raise DocumentError(words.NO_PDF_HERE.to(say))
    text = text_of_pdf(data)
    if text is None:
        raise DocumentError(words.NOT_READ.to(say))
    found = sorted(set(re.findall(form.mark, text)))
    if not found:
        raise DocumentError(words.NOT_THE_FORM.to(say).format(form=form.title.to(say)))
    if len(found) > 1:
        raise DocumentError(words.SEVERAL_EDITIONS.to(say).format(editions=", ".join(found)))
    return str(found[0])


def text_of_pdf(data: bytes) -> str | None:
    """All words of its pages; None for what does not open."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def accepted_edition(name: str, form: Form, say: Language, vouched: str | None = None) -> Edition:
    """The edition with this name. `vouched`: the one that the user saw accepted on the authority's page.

    Raises: DocumentError when it is no longer accepted, or not known to be and nobody vouched for it.
    """
    if vouched is not None and vouched != name:
        raise DocumentError(words.OTHER_EDITION.to(say).format(edition=name, vouched=vouched))
    accepted = ", ".join(one.name for one in form.editions if one.accepted) or words.NONE_KNOWN.to(say)
    edition = form.edition(name)
    if edition is not None and edition.accepted is False:
        raise DocumentError(words.OLD_EDITION.to(say).format(edition=name, accepted=accepted))
    if vouched is not None:
        return Edition(name, True, "unverified", words.VOUCHED)
    if edition is None or edition.accepted is None:
        raise DocumentError(words.UNKNOWN_EDITION.to(say).format(edition=name, accepted=accepted))
    return edition


def widgets_of(pdf: pikepdf.Pdf) -> dict[str, Widget]:
    """Every field that stands on a page, by its full name."""
    found = {}
    for number, page in enumerate(pdf.pages):
        listed = page.obj.get("/Annots")
        for thing in listed.as_list() if isinstance(listed, Array) else []:
            if isinstance(thing, Dictionary) and thing.get("/Subtype") == Name.Widget:
                name = ".".join(reversed(list(_names(thing))))
                says = str(inherited(thing, "/TU") or "")
                found[name] = Widget(name, says, number, thing, _states(thing), _choices(thing))
    return found


def _names(thing: pikepdf.Object) -> Iterator[str]:
    node: object = thing
    for _ in range(_DEEPEST):
        if not isinstance(node, Dictionary):
            return
        if "/T" in node:
            yield str(node["/T"])
        node = node.get("/Parent")


def _states(thing: pikepdf.Object) -> frozenset[str]:
    looks = thing.get("/AP")
    normal = looks.get("/N") if isinstance(looks, Dictionary) else None
    return frozenset(normal.keys()) if isinstance(normal, Dictionary) else frozenset()


def _choices(thing: pikepdf.Object) -> frozenset[str] | None:
    if inherited(thing, "/FT") != Name.Ch:
        return None
    listed = inherited(thing, "/Opt")
    found = set()
    for one in listed.as_list() if isinstance(listed, Array) else []:
        found |= {str(part) for part in one.as_list()} if isinstance(one, Array) else {str(one)}
    return frozenset(found)


def _plain(text: str) -> str:
    """Letters and digits only: editions differ in spaces and points."""
    return re.sub(r"[^a-z0-9]", "", text.lower())
