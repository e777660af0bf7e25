"""What hangs on an exhibit's pages: harmless links stay, drawn marks join the page, the rest goes and is named."""

from __future__ import annotations

import ctypes
from typing import Any

import pikepdf
import pypdfium2.raw as pdfium
import pytest
from pikepdf import Array, Dictionary, Name, String

from pristan.kernel.language import Language

MARK = (40, 80)  # pixels from left and top in the middle of the annotation that the fixture draws


def action(kind: str, **keys: Any) -> pikepdf.Dictionary:
    built = Dictionary(S=Name(f"/{kind}"))
    for key, value in keys.items():
        built[f"/{key}"] = value
    return built


def all_objects(bundle) -> bytes:
    """Every object and every decoded stream of the bundle, to look for what must not be in it."""
    parts = []
    for thing in bundle.objects.objects:
        parts.append(thing.unparse(resolved=True))
        if isinstance(thing, pikepdf.Stream) and thing.get("/Filter") in (None, Name.FlateDecode):
            parts.append(thing.read_bytes())
    return b"\n".join(parts)


@pytest.mark.parametrize("address", ["https://example.org/report", "http://example.org", "mailto:clerk@example.org"])
def test_a_link_to_the_web_is_kept(build, grey_pdf, annotate, address):
    bundle = build(grey_pdf(page=lambda pdf, page: annotate(pdf, page, "/Link", A=action("URI", URI=String(address)))))
    (link,) = bundle.page(bundle.first("1")).Annots.as_list()
    assert str(link.A.URI) == address
    assert [float(side) for side in link.Rect] == [20, 500, 60, 540]
    assert bundle.result.notes == ()


@pytest.mark.parametrize(
    "act",
    [
        action("JavaScript", JS=String("app.alert(1)")),
        action("Launch", F=String("calc.exe")),
        action("GoToR", F=String("other.pdf"), D=Array([0, Name.Fit])),
        action("GoToE", D=Array([0, Name.Fit])),
        action("SubmitForm", F=String("https://example.org/collect")),
        action("ImportData", F=String("data.fdf")),
        action("Named", N=Name.LastPage),
        action("URI", URI=String("javascript:alert(1)")),
        action("URI", URI=String("file:///etc/passwd")),
        action("URI", URI=String("relative/page.html")),
        action("Rendition", JS=String("app.alert(1)")),
        action("GoTo", D=String("no such place")),
    ],
    ids=lambda act: str(act.S),
)
def test_a_link_that_acts_on_the_computer_or_leads_nowhere_is_removed_and_named(build, grey_pdf, annotate, act):
    bundle = build(grey_pdf(page=lambda pdf, page: annotate(pdf, page, "/Link", A=act)))
    assert "/Annots" not in bundle.page(bundle.first("1"))
    (note,) = bundle.result.notes
    assert note.startswith("Tab 1 (paper.pdf): links removed")
    for trace in (b"app.alert", b"calc.exe", b"collect", b"passwd", b"/JavaScript"):
        assert trace not in all_objects(bundle)


def test_what_follows_a_kept_links_action_is_dropped(build, grey_pdf, annotate):
    act = action("URI", URI=String("https://example.org"), Next=action("JavaScript", JS=String("app.alert(1)")))
    bundle = build(grey_pdf(page=lambda pdf, page: annotate(pdf, page, "/Link", A=act)))
    assert bundle.page(bundle.first("1")).Annots[0].A.keys() == {"/S", "/URI"}


@pytest.mark.parametrize("style", ["page", "number", "action", "name", "name tree"])
def test_a_link_within_the_file_opens_the_same_page_in_the_bundle(build, grey_pdf, annotate, style):
    def link(pdf: pikepdf.Pdf) -> None:
        place = Array([pdf.pages[2].obj, Name.XYZ, 0, 500, 0])
        target: dict[str, Any] = {
            "page": {"Dest": place},
            "number": {"Dest": Array([2, Name.Fit])},
            "action": {"A": action("GoTo", D=place)},
            "name": {"Dest": Name.third},
            "name tree": {"Dest": String("third")},
        }[style]
        pdf.Root.Dests = Dictionary(third=place)
        tree = Dictionary(
            Kids=Array([pdf.make_indirect(Dictionary(Names=Array([String("third"), Dictionary(D=place)])))])
        )
        pdf.Root.Names = Dictionary(Dests=tree)
        annotate(pdf, pdf.pages[0].obj, "/Link", **target)

    bundle = build(grey_pdf("before.pdf", 2), grey_pdf(pages=4, root=link))
    first = bundle.first("2")
    found, place = pdfium.FPDF_LINK(), ctypes.c_int(0)
    assert pdfium.FPDFLink_Enumerate(bundle.reader[first - 1], place, found)
    target = pdfium.FPDFLink_GetDest(bundle.reader, found)
    assert pdfium.FPDFDest_GetDestPageIndex(bundle.reader, target) + 1 == first + 2
    assert bundle.result.notes == ()


@pytest.mark.parametrize("subtype", ["/Stamp", "/Ink", "/Highlight", "/FreeText", "/Square"])
def test_a_drawn_mark_becomes_part_of_the_page(build, grey_pdf, annotate, subtype):
    bundle = build(grey_pdf(page=lambda pdf, page: annotate(pdf, page, subtype, drawn=True)))
    assert bundle.image(bundle.first("1")).getpixel(MARK) == 0
    assert "/Annots" not in bundle.page(bundle.first("1"))
    assert bundle.result.notes == ()


def test_words_of_a_comment_and_its_author_go_and_its_mark_stays(build, grey_pdf, annotate):
    def comment(pdf: pikepdf.Pdf, page: Any) -> None:
        annotate(pdf, page, "/Highlight", drawn=True, Contents=String("weak point here"), T=String("Counsel Petrova"))
        annotate(
            pdf, page, "/Text", drawn=True, Contents=String("do not show the court"), Rect=Array([200, 100, 220, 120])
        )

    bundle = build(grey_pdf(page=comment))
    assert bundle.image(bundle.first("1")).getpixel(MARK) == 0
    assert bundle.image(bundle.first("1")).getpixel((210, 490)) != 0
    assert [note.endswith("their words are removed: 2.") for note in bundle.result.notes] == [True]
    for secret in (b"weak point", b"Petrova", b"do not show"):
        assert secret not in all_objects(bundle)


def test_a_hidden_mark_stays_hidden(build, grey_pdf, annotate):
    bundle = build(grey_pdf(page=lambda pdf, page: annotate(pdf, page, "/Square", drawn=True, F=2)))
    assert bundle.image(bundle.first("1")).getpixel(MARK) != 0


def test_a_mark_the_file_does_not_draw_is_named(build, grey_pdf, annotate):
    bundle = build(grey_pdf(page=lambda pdf, page: annotate(pdf, page, "/Highlight")))
    assert ["does not draw, removed: 1" in note for note in bundle.result.notes] == [True]


def test_redaction_that_was_never_applied_is_named_with_its_page(build, grey_pdf, annotate):
    def redact(pdf: pikepdf.Pdf) -> None:
        annotate(pdf, pdf.pages[1].obj, "/Redact", drawn=True)

    bundle = build(grey_pdf(pages=2, root=redact), language=Language.RU)
    assert ["страницы с неприменённым закрашиванием: 2;" in note for note in bundle.result.notes] == [True]


def test_attached_files_are_left_out_and_named(build, grey_pdf, annotate):
    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["table.xlsx"] = b"secret numbers"
        file = Dictionary(
            Type=Name.Filespec, UF=String("запись.mp3"), EF=Dictionary(F=pdf.make_stream(b"secret sound"))
        )
        annotate(pdf, pdf.pages[0].obj, "/FileAttachment", FS=file)

    bundle = build(grey_pdf(root=attach))
    (note,) = bundle.result.notes
    assert "table.xlsx" in note
    assert "запись.mp3" in note
    assert b"secret" not in all_objects(bundle)
    assert bundle.reader.count_attachments() == 0


def test_scripts_of_the_file_its_pages_and_its_opening_are_removed_and_counted(build, grey_pdf):
    script = action("JavaScript", JS=String("app.alert(1)"))

    def arm(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("start"), script])))
        pdf.Root.OpenAction = script
        pdf.pages[0].obj.AA = Dictionary(O=script)

    bundle = build(grey_pdf(root=arm))
    assert [note.endswith("automatic actions removed: 3.") for note in bundle.result.notes] == [True]
    assert b"app.alert" not in all_objects(bundle)


def test_a_file_that_only_says_where_to_open_is_not_complained_about(build, grey_pdf):
    bundle = build(grey_pdf(root=lambda pdf: pdf.Root.update({"/OpenAction": Array([pdf.pages[0].obj, Name.Fit])})))
    assert bundle.result.notes == ()


def test_private_data_of_file_pages_and_pictures_does_not_reach_the_bundle(build, grey_pdf):
    def confide(pdf: pikepdf.Pdf) -> None:
        page, secret = pdf.pages[0].obj, b"secret of the sender"
        pdf.trailer.Info = pdf.make_indirect(Dictionary(Author=String("secret author"), Producer=String("secret tool")))
        pdf.Root.Metadata = pdf.make_stream(secret, Type=Name.Metadata, Subtype=Name.XML)
        page.Metadata = pdf.make_stream(secret)
        page.PieceInfo = Dictionary(Editor=Dictionary(Private=pdf.make_stream(secret)))
        page.Thumb = pdf.make_stream(secret)
        image = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
        image.ColorSpace, image.Metadata = Name.DeviceGray, pdf.make_stream(secret)
        page.Resources.XObject = Dictionary(Im=pdf.make_indirect(image))
        page.Resources.Font.F.PieceInfo = Dictionary(Private=String("secret font data"))

    bundle = build(grey_pdf(root=confide))
    assert b"secret" not in all_objects(bundle)
    assert bundle.objects.docinfo.keys() == {"/Title"}
    assert bundle.result.notes == ()


def layered(*, hidden: bool, base: str = "ON"):
    def add(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Translation")))
        page.Resources.Properties = Dictionary(L=layer)
        page.Contents = pdf.make_stream(b"0.6 g 0 0 400 600 re f /OC /L BDC 0 g 20 500 40 40 re f EMC")
        default = Dictionary(BaseState=Name(f"/{base}"))
        if hidden and base == "ON":
            default.OFF = Array([layer])
        if not hidden and base == "OFF":
            default.ON = Array([layer])
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=default)

    return add


@pytest.mark.parametrize("hidden", [True, False])
@pytest.mark.parametrize("base", ["ON", "OFF"])
def test_a_layer_is_shown_or_hidden_as_in_its_file(build, grey_pdf, hidden, base):
    shown = grey_pdf("shown.pdf", root=layered(hidden=False))
    bundle = build(grey_pdf(root=layered(hidden=hidden, base=base)), shown)
    assert (bundle.image(bundle.first("1")).getpixel(MARK) == 0) is not hidden
    assert bundle.image(bundle.first("2")).getpixel(MARK) == 0
    assert any("layers" in note for note in bundle.result.notes) is hidden
