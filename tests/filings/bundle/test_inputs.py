"""Files that cannot be included are named and have a page saying so; files that can are not complained about."""

from __future__ import annotations

import random
import zlib
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from pristan.filings.bundle.build import BundleItem
from pristan.kernel.language import Language


def locked(folder: Path, grey_pdf) -> Path:
    return grey_pdf("locked.pdf", encryption=pikepdf.Encryption(user="secret", owner="secret"))


def garbage(folder: Path, grey_pdf) -> Path:
    (folder / "garbage.pdf").write_bytes(b"%PDF-1.7\n" + b"\x00\xff nothing here" * 50)
    return folder / "garbage.pdf"


def no_pages(folder: Path, grey_pdf) -> Path:
    pikepdf.new().save(folder / "none.pdf")
    return folder / "none.pdf"


def missing(folder: Path, grey_pdf) -> Path:
    return folder / "missing.pdf"


def a_folder(folder: Path, grey_pdf) -> Path:
    (folder / "folder.pdf").mkdir(exist_ok=True)
    return folder / "folder.pdf"


def empty(folder: Path, grey_pdf) -> Path:
    (folder / "empty.pdf").write_bytes(b"")
    return folder / "empty.pdf"


def portfolio(folder: Path, grey_pdf) -> Path:
    return grey_pdf(
        "portfolio.pdf", root=lambda pdf: pdf.Root.update({"/Collection": Dictionary(Type=Name.Collection)})
    )


def word_file(folder: Path, grey_pdf) -> Path:
    (folder / "letter.docx").write_bytes(b"PK\x03\x04 not a picture")
    return folder / "letter.docx"


def not_a_jpeg(folder: Path, grey_pdf) -> Path:
    (folder / "photo.jpg").write_bytes(b"no picture at all")
    return folder / "photo.jpg"


def old_encoding(folder: Path, grey_pdf) -> Path:
    (folder / "chat.txt").write_bytes("Следователь вызвал на допрос".encode("cp1251"))
    return folder / "chat.txt"


CASES = [
    (locked, "locked with a password", "закрыт паролем"),
    (garbage, "is damaged", "повреждён"),
    (no_pages, "has no pages", "нет страниц"),
    (missing, "was not found", "не найден"),
    (a_folder, "could not be read", "не читается"),
    (empty, "is empty", "пуст"),
    (portfolio, "wrapper around other files", "оболочка для других файлов"),
    (word_file, "of this kind cannot be placed", "этого вида нельзя поместить"),
    (not_a_jpeg, "is damaged", "повреждён"),
    (old_encoding, "not in UTF-8", "не в кодировке UTF-8"),
]


@pytest.mark.parametrize(("file", "english", "russian"), CASES, ids=[case[0].__name__ for case in CASES])
def test_a_file_left_out_is_named_and_has_a_page_in_the_language(build, grey_pdf, tmp_path, file, english, russian):
    path = file(tmp_path, grey_pdf)
    good = grey_pdf("good.pdf")
    for language, words in ((Language.EN, english), (Language.RU, russian)):
        bundle = build(path, good, language=language, out=f"{language}.pdf")
        (problem,) = bundle.result.problems
        assert path.name in problem
        assert words in problem
        assert bundle.result.notes == ()
        for number in (2, bundle.first("1") - 1, bundle.first("1")):
            assert words in " ".join(bundle.text(number).split()), number
        assert bundle.first("2") == bundle.first("1") + 2
        assert "Sheet 1" in bundle.text(bundle.first("2"))


def test_a_plain_pdf_is_included_without_a_word(build, grey_pdf):
    bundle = build(grey_pdf(pages=2))
    assert (bundle.result.problems, bundle.result.notes) == ((), ())


def test_a_pdf_that_needs_no_password_to_open_is_included_and_named(build, grey_pdf):
    path = grey_pdf(encryption=pikepdf.Encryption(user="", owner="kept by the sender"))
    bundle = build(path)
    assert "Sheet 1" in bundle.text(bundle.first("1"))
    assert bundle.result.problems == ()
    (note,) = bundle.result.notes
    assert path.name in note
    assert "restrictions" in note


def test_a_pdf_without_its_table_of_objects_is_repaired_and_named(build, grey_pdf):
    path = grey_pdf(pages=2, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    head, _ = path.read_bytes().split(b"startxref")
    path.write_bytes(head + b"startxref\n999999\n%%EOF\n")
    bundle = build(path)
    assert "Sheet 2" in bundle.text(bundle.first("1") + 1)
    assert bundle.result.problems == ()
    assert any("damaged" in note for note in bundle.result.notes)


def test_a_page_whose_drawing_cannot_be_read_is_named_and_its_neighbours_are_whole(build, grey_pdf):
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Contents = pdf.make_stream(b"")
        pdf.pages[1].obj.Contents.write(b"not compressed at all", filter=Name.FlateDecode)

    bundle = build(
        grey_pdf(pages=3, root=spoil, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    )
    first = bundle.first("1")
    assert any("damaged pages of the file: 2;" in note for note in bundle.result.notes)
    assert "Sheet 3" in bundle.text(first + 2)
    assert bundle.text(first + 1).split() == [str(first + 1)]


def test_a_page_without_a_size_is_taken_as_letter_and_named(build, grey_pdf):
    def unsized(_: pikepdf.Pdf, page: pikepdf.Object) -> None:
        page.MediaBox = pikepdf.Array([0, 0, 0, 0])

    bundle = build(grey_pdf(page=unsized))
    assert tuple(bundle.reader[bundle.first("1") - 1].get_size()) == (612, 792)
    assert any("without a size" in note for note in bundle.result.notes)


@pytest.mark.parametrize(("crop", "named"), [([0, 0, 398, 598], False), ([0, 100, 400, 600], True)])
def test_only_a_noticeable_crop_is_named(build, grey_pdf, crop, named):
    bundle = build(grey_pdf(page=lambda _, page: page.update({"/CropBox": pikepdf.Array(crop)})))
    assert any("cropped" in note for note in bundle.result.notes) is named


def test_a_pdf_is_known_by_its_content_and_not_by_its_name(build, grey_pdf):
    bundle = build(grey_pdf("scan.jpg"))
    assert "Sheet 1" in bundle.text(bundle.first("1"))


def test_the_same_file_may_be_two_exhibits(build, grey_pdf):
    path = grey_pdf()
    bundle = build(BundleItem("A", "First", "", path), BundleItem("B", "Second", "", path))
    assert all("Sheet 1" in bundle.text(number) for number in bundle.result.first_page.values())


def test_more_exhibits_than_may_be_open_at_once_are_all_there(build, grey_pdf):
    path = grey_pdf()
    bundle = build(*(BundleItem(f"{n}", "Paper", "", path) for n in range(1, 131)))
    assert all("Sheet 1" in bundle.text(number) for number in bundle.result.first_page.values())


def test_no_spoilt_file_stops_the_bundle(build, grey_pdf, annotate, tmp_path):
    def rich(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        annotate(pdf, page, "/Link", A=Dictionary(S=Name.URI, URI="https://example.org/"))
        annotate(pdf, page, "/Highlight", drawn=True, Contents="word")
        annotate(pdf, page, "/Widget", FT=Name.Tx, T="name", V="Anna")

    def rooted(pdf: pikepdf.Pdf) -> None:
        fields = pikepdf.Array([page.obj.Annots[2] for page in pdf.pages])
        pdf.Root.AcroForm = Dictionary(Fields=fields, NeedAppearances=True)
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Part", 0))

    path = grey_pdf(pages=2, page=rich, root=rooted, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    whole, chance, files = path.read_bytes(), random.Random(7), []
    for number in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 4, 16))):
            data[chance.randrange(20, len(data))] = chance.choice(b"/<>[]()0123456789 RTAnull")
        files.append(tmp_path / f"spoilt{number}.pdf")
        files[-1].write_bytes(bytes(data))
    bundle = build(*files)
    assert len(bundle.reader) == bundle.result.pages
    assert [bundle.text(number).split()[-1] for number in (1, bundle.result.pages)] == ["1", str(bundle.result.pages)]


def test_an_empty_drawing_is_not_called_damaged(build, tmp_path):
    blank = pikepdf.new()
    blank.add_blank_page(page_size=(300, 400))
    blank.save(tmp_path / "blank.pdf")
    assert build(tmp_path / "blank.pdf").result.notes == ()


def test_a_drawing_whose_checksum_is_cut_off_is_shown(build, grey_pdf):
    def cut(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        page.Contents = pdf.make_stream(b"")
        whole = zlib.compress(b"BT /F 20 Tf 150 300 Td (Sheet 1) Tj ET")
        page.Contents.write(whole[:-2], filter=pikepdf.Name.FlateDecode)

    bundle = build(grey_pdf(page=cut))
    assert "Sheet 1" in bundle.text(bundle.first("1"))


def test_more_files_than_may_be_open_at_once_are_all_there(build, grey_pdf, monkeypatch):
    monkeypatch.setattr("pristan.filings.bundle.intake._MOST_OPEN", 1)

    def form(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([]))

    bundle = build(*(grey_pdf(f"{number}.pdf", number, root=form) for number in range(1, 5)))
    for number in range(1, 5):
        last = bundle.first(str(number)) + number - 1
        assert f"Sheet {number}" in bundle.text(last)
