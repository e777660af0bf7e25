"""Forms and signatures: what is seen stays seen, and the reader is told what it no longer is."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

MARK = (40, 80)


@pytest.fixture
def form(grey_pdf, annotate):
    """A PDF with one field; `form_keys` go into its AcroForm."""

    def make(*, drawn: bool = False, form_keys: dict[str, Any] | None = None, **field: Any):
        def build_form(pdf: pikepdf.Pdf) -> None:
            widget = annotate(pdf, pdf.pages[0].obj, "/Widget", drawn=drawn, **field)
            pdf.Root.AcroForm = Dictionary(Fields=Array([widget]))
            for key, value in (form_keys or {}).items():
                pdf.Root.AcroForm[key] = value

        return grey_pdf("form.pdf", root=build_form)

    return make


TEXT = {"FT": Name.Tx, "T": String("surname"), "Rect": Array([100, 400, 300, 430])}


def test_a_drawn_field_is_kept_as_drawn_and_is_no_longer_a_field(build, form):
    bundle = build(form(drawn=True, FT=Name.Tx, T=String("surname"), V=String("x")))
    assert bundle.image(bundle.first("1")).getpixel(MARK) == 0
    assert "/AcroForm" not in bundle.objects.Root
    assert [note.split(": ", 1)[1].startswith("form: what the fields show") for note in bundle.result.notes] == [True]


def test_a_value_nobody_drew_is_set_in_type_in_cyrillic(build, form):
    bundle = build(form(V=String("Ковалёва Анна"), DA=String("/Helv 0 Tf 0 g"), **TEXT))
    assert "Ковалёва Анна" in bundle.text(bundle.first("1"))
    assert any("set in type anew" in note and note.endswith(": 1.") for note in bundle.result.notes)
    page = bundle.image(bundle.first("1"))
    assert page.crop((100, 170, 300, 200)).getextrema()[0] < 60


def test_a_stale_drawing_gives_way_when_the_file_asks_for_it(build, form):
    asked = form(drawn=True, form_keys={"/NeedAppearances": True}, V=String("new value"), **TEXT)
    assert "new value" in build(asked, out="asked.pdf").text(4)
    kept = form(drawn=True, V=String("new value"), **TEXT)
    assert "new value" not in build(kept, out="kept.pdf").text(4)


def test_a_long_value_is_set_smaller_until_it_fits(build, form):
    field = {**TEXT, "Ff": 1 << 12, "DA": String("/Helv 14 Tf")}
    bundle = build(form(V=String("длинное значение поля " * 8), **field))
    assert bundle.text(bundle.first("1")).count("длинное") == 8
    assert not any("cut off" in note for note in bundle.result.notes)


def test_a_value_that_cannot_fit_is_named(build, form):
    bundle = build(form(V=String("длинное значение поля " * 200), **TEXT))
    assert any("surname = длинное" in note for note in bundle.result.notes)


def test_a_choice_shows_its_words_and_not_its_code(build, form):
    options = Array([Array([String("c1"), String("Гражданка России")]), Array([String("c2"), String("Другое")])])
    field = {**TEXT, "FT": Name.Ch, "Opt": options, "V": String("c1")}
    bundle = build(form(**field))
    assert "Гражданка России" in bundle.text(bundle.first("1"))
    assert "Другое" not in bundle.text(bundle.first("1"))


def test_a_password_field_is_never_drawn_nor_named(build, form):
    bundle = build(form(V=String("my password"), Ff=1 << 13, **TEXT))
    assert "my password" not in bundle.text(bundle.first("1"))
    assert all("my password" not in note for note in bundle.result.notes)


def test_a_ticked_box_nobody_drew_is_named(build, form):
    bundle = build(form(FT=Name.Btn, T=String("consent"), V=Name.Yes))
    assert any("consent = Yes" in note for note in bundle.result.notes)


@pytest.mark.parametrize("value", [Name.Off, None])
def test_an_empty_box_is_not_named(build, form, value):
    keys = {} if value is None else {"V": value}
    bundle = build(form(FT=Name.Btn, T=String("consent"), **keys))
    assert all("consent" not in note for note in bundle.result.notes)


def test_a_signature_keeps_its_picture_and_is_said_to_be_unverifiable(build, form):
    signature = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String("0" * 64))
    bundle = build(form(drawn=True, FT=Name.Sig, T=String("Signature1"), V=signature))
    assert bundle.image(bundle.first("1")).getpixel(MARK) == 0
    (note,) = bundle.result.notes
    assert "can no longer be verified here; keep the original file" in note


def test_a_place_for_a_signature_that_nobody_signed_is_not_called_one(build, form):
    bundle = build(form(FT=Name.Sig, T=String("Signature1")))
    assert bundle.result.notes == ()


def test_the_second_version_of_a_form_is_named(build, form):
    bundle = build(form(drawn=True, form_keys={"/XFA": String("<xdp/>")}, FT=Name.Tx, T=String("a")))
    assert any("XFA" in note for note in bundle.result.notes)
