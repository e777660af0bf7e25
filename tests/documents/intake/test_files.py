"""Every kind of file gives its words; a hostile one ends in one sentence while all others are read."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pristan.documents.intake import files
from pristan.documents.intake.files import read_bytes, read_file, read_files
from pristan.documents.intake.inside import files_inside
from pristan.documents.intake.names import shown_name
from pristan.documents.intake.picture import open_picture, upright
from tests.documents.intake import made

WITH_WORDS = [name for name in made.good() if not name.endswith((".jpg", ".eml"))]


@pytest.mark.parametrize("name", WITH_WORDS)
def test_the_same_paper_says_the_same_in_every_kind_of_file(name: str) -> None:
    read = read_bytes(made.good()[name], name)
    assert read.fault is None
    assert read.reading is not None
    told = {(one.name, one.value) for one in read.reading.fields}
    assert {
        ("kind", "opening"),
        ("date.act", "2024-03-04"),
        ("person.investigator", "Орлов И.П."),
        ("charge", "УК 280.3 ч.1"),
        ("outcome", "case_opened"),
    } <= told


@pytest.mark.parametrize("name", WITH_WORDS)
def test_a_quote_stands_at_its_place_in_the_text_of_its_page(name: str) -> None:
    read = read_bytes(made.good()[name], name)
    assert read.reading is not None
    for one in read.reading.fields:
        assert read.pages[one.span.page - 1].text[one.span.start : one.span.end] == one.quote


@pytest.mark.parametrize("name", sorted(made.hostile()))
def test_a_hostile_file_ends_in_one_sentence(name: str) -> None:
    data, code = made.hostile()[name]
    fault = read_bytes(data, name).fault
    assert fault is not None
    assert fault.code == code
    assert fault.text.ru != fault.text.en


def test_a_password_opens_a_protected_file_and_a_wrong_one_says_so() -> None:
    assert read_bytes(made.locked_pdf("ключ1"), "a.pdf", password="ключ1").fault is None
    fault = read_bytes(made.locked_pdf("ключ1"), "a.pdf", password="другой").fault
    assert fault is not None
    assert fault.code == "wrong_password"


def test_the_original_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf())
    before, when = path.read_bytes(), os.stat(path).st_mtime_ns
    read_file(path)
    assert (path.read_bytes(), os.stat(path).st_mtime_ns) == (before, when)


def test_a_folder_a_pipe_and_a_missing_file_are_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read = read_files([tmp_path, tmp_path / "pipe", tmp_path / "none.pdf"])
    assert [one.fault and one.fault.code for one in read] == ["not_a_file", "not_a_file", "missing"]


def test_what_is_attached_to_a_letter_is_read_too() -> None:
    read = read_bytes(made.letter(), "a.eml")
    assert "Высылаю постановление" in read.pages[0].text
    assert [(one.name, one.reading and one.reading.kind) for one in read.parts] == [("постановление.docx", "opening")]


def test_a_letter_about_a_ruling_is_not_the_ruling_and_tells_nobody_s_word() -> None:
    read = read_bytes(made.letter(), "a.eml")
    assert "Subject: Постановление" in read.pages[0].text
    assert read.reading is not None
    assert (read.reading.kind, read.reading.issued_by) == (None, None)
    assert read.parts[0].reading is not None
    assert read.parts[0].reading.issued_by == "persecutor"


def test_a_telegram_chat_is_read_line_by_line() -> None:
    read = read_bytes(made.telegram(), "result.json")
    assert "2024-03-05 10:11:12 Мама: Приходили с обыском" in read.pages[0].text


def test_words_that_were_only_forwarded_do_not_stand_as_words_of_the_one_who_forwarded_them() -> None:
    read = read_bytes(made.telegram(), "result.json")
    assert "Мама: Обыски в городе [forwarded_from: Новости] [edited: 2024-03-05T10:16:00]" in read.pages[0].text


@pytest.mark.parametrize(
    "line", ["[14.03.2025, 09:12:03] Марина: У вас обыск?", "[3/14/25, 9:12:03 AM] Marina: a search?", "[1] Сноска"]
)
def test_a_text_that_begins_with_a_bracket_is_read_as_text(line: str) -> None:
    """So begins every line of a WhatsApp chat exported on an iPhone."""
    read = read_bytes(line.encode(), "_chat.txt")
    assert (read.fault, read.format, read.pages[0].text) == (None, "text", line)


def test_a_telegram_export_that_was_cut_off_is_named_as_damaged() -> None:
    read = read_bytes(made.telegram()[:-20], "result.json")
    assert read.fault is not None
    assert read.fault.code == "broken"


def test_a_kept_web_page_is_read_under_its_address() -> None:
    read = read_bytes(made.warc(), "a.warc")
    assert [(one.name, one.pages[0].text) for one in read.parts] == [("example.org_wanted.html", "Запись о розыске")]


def test_no_path_from_inside_an_archive_is_believed() -> None:
    read = read_bytes(made.zipped({"../../etc/a.txt": b"text of the file", "b.txt": b"another text"}), "a.zip")
    assert [(one.name, [note.code for note in one.notes]) for one in read.parts] == [("a.txt", ["path"]), ("b.txt", [])]


def test_archives_are_opened_three_deep_and_no_deeper() -> None:
    data = b"the text inside"
    for level in range(6):
        data = made.zipped({f"{level}.bin": data})
    found = read_bytes(data, "a.zip").with_parts()
    assert [one.fault and one.fault.code for one in found] == [None, None, None, None, "depth"]


def test_a_name_that_turns_itself_round_is_shown_straight() -> None:
    assert shown_name("prigovor\u202efdp.exe") == ("prigovorfdp.exe", True, False)
    assert shown_name("приговор.pdf") == ("приговор.pdf", False, False)


def test_a_file_that_is_not_what_its_name_says_is_named() -> None:
    assert [one.code for one in read_bytes(made.jpeg(), "a.pdf").notes if one.code == "suffix"] == ["suffix"]


def test_a_picture_of_three_pages_has_three_pages() -> None:
    read = read_bytes(made.tiff(3), "a.tif")
    assert [page.source for page in read.pages] == ["picture"] * 3


def test_a_photograph_is_turned_as_the_camera_recorded() -> None:
    assert upright(open_picture(io.BytesIO(made.jpeg(orientation=6))), 0).size == (40, 60)
    notes = {one.code: one.text.en for one in read_bytes(made.jpeg(orientation=6), "a.jpg").notes}
    assert "ND-5" in notes["exif"]
    assert "rotation" in notes


def test_a_photograph_of_an_iphone_is_opened() -> None:
    read = read_bytes(made.heic(), "a.heic")
    assert (read.format, [page.source for page in read.pages]) == ("heic", ["picture"])


def test_a_photograph_says_what_it_tells_about_time_and_place() -> None:
    notes = {one.code: one.text.en for one in read_bytes(made.photograph_with_place(), "a.jpg").notes}
    assert "2024:03:05 10:11:12" in notes["exif"]
    assert "GPS" in notes["place"]
    assert "place" not in {one.code for one in read_bytes(made.jpeg(), "a.jpg").notes}


def test_every_letter_of_a_mailbox_is_a_page_and_what_is_attached_is_read() -> None:
    read = read_bytes(made.mbox(), "a.mbox")
    assert [page.text.split("\n")[0] for page in read.pages] == ["From: advokat@example.org", "From: mama@example.org"]
    assert "\nFrom Kazan they came again." in read.pages[1].text
    assert [one.name for one in read.parts] == ["постановление.docx"]


def test_a_letter_with_a_bent_header_is_shown_as_it_is_written() -> None:
    bent = b"From: a@example.org\nTo:.office: b@example.org;\nSubject: x\n\nThey came again.\n"
    read = read_bytes(bent, "a.eml")
    assert "bent_letter" in [one.code for one in read.notes]
    assert "They came again." in read.pages[0].text


def test_a_web_archive_of_a_browser_extension_is_read() -> None:
    assert [one.pages[0].text for one in read_bytes(made.wacz(), "a.wacz").parts] == ["Запись о розыске"]
    packed = gzip.compress(made.warc())
    assert [one.pages[0].text for one in read_bytes(packed, "a.warc.gz").parts] == ["Запись о розыске"]


def test_who_signed_is_told_as_the_signature_says_it() -> None:
    (told,) = [one.text.en for one in read_bytes(made.signed_pdf(), "a.pdf").notes if one.code == "signed"]
    assert "Судья Лапина Ольга Игоревна, 2024-03-04" in told
    assert "not verified" in told
    assert "signed" not in {one.code for one in read_bytes(made.pdf(), "a.pdf").notes}


def test_a_pdf_without_its_table_of_references_is_read() -> None:
    read = read_bytes(made.pdf()[:-200], "a.pdf")
    assert read.reading is not None
    assert read.reading.value("charge") == "УК 280.3 ч.1"


def test_a_damaged_page_is_named_and_the_others_are_read() -> None:
    with pikepdf.open(io.BytesIO(made.pdf())) as document:
        document.Root.Pages.Kids.append(pikepdf.Dictionary(Type=pikepdf.Name.Nothing))
        document.Root.Pages.Count = 2
        out = io.BytesIO()
        document.save(out)
    read = read_bytes(out.getvalue(), "a.pdf")
    assert "Казань" in read.pages[0].text
    assert ("page_broken", 2) in [(one.code, one.values.get("page")) for one in read.notes]


def test_an_archive_of_too_many_files_is_read_up_to_the_bound_and_the_rest_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "INSIDE", 5)
    inner = made.zipped({f"{number}.txt": b"some words" for number in range(3)})
    found = read_bytes(made.zipped({"a.zip": inner, "b.zip": inner}), "c.zip").with_parts()
    assert [one.fault and one.fault.code for one in found] == [None] * 6 + ["too_many"] * 3


def test_a_small_picture_is_not_taken_for_a_bomb() -> None:
    out = io.BytesIO()
    Image.new("L", (3000, 4000), 255).save(out, "PNG")
    assert read_bytes(out.getvalue(), "a.png").fault is None


def test_a_volume_of_many_papers_keeps_all_its_text_and_says_where_fields_were_sought() -> None:
    read = read_bytes("\f".join([made.RULING] * 140).encode(), "volume.txt")
    assert (len(read.pages), "long" in [one.code for one in read.notes]) == (140, True)
    assert "long" not in [one.code for one in read_bytes(made.RULING.encode(), "one.txt").notes]


@pytest.mark.parametrize("password", [None, "ключ"])
def test_an_archive_encrypted_with_aes_is_said_to_be_so_and_not_to_be_damaged(password: str | None) -> None:
    (file,), _ = files_inside(made.aes_zip("a.txt", b"text"), password=password)
    assert file.fault is not None
    assert file.fault.code == "member_packing"
    (other,), _ = files_inside(made.locked_zip("a.txt", b"text", "ключ"), password="ключ")
    assert (other.fault, other.data) == (None, b"text")
