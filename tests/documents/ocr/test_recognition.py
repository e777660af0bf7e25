"""A tilted, shadowed scan gives the fields of its paper, each as sure as its least sure word."""

from __future__ import annotations

import io
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops
from stories.make.scan import Look, degraded

from pristan.case.home import FolderHome
from pristan.documents.intake.files import read_bytes
from pristan.documents.intake.model import Word
from pristan.documents.ocr import recognition
from pristan.documents.ocr.kept import Kept
from pristan.documents.ocr.prepare import prepared, skew
from pristan.documents.ocr.recognition import Recogniser
from pristan.documents.ocr.scripts import data_for
from pristan.documents.ocr.tesseract import Found, languages, program
from tests.documents.intake import made
from tests.support.programs import needs
from tests.support.scans import drawn

WORDS = {
    ("kind", "opening"),
    ("date.act", "2024-03-04"),
    ("person.investigator", "Орлов И.П."),
    ("charge", "УК 280.3 ч.1"),
}
SCAN = Look(dpi=150, tilt=1.5, grain=35, shadow=0.4, specks=120)


@pytest.fixture(scope="module")
def scan() -> bytes:
    return degraded(made.pdf(), SCAN, seed="ocr")


def sheet(turn: float = 0) -> Image.Image:
    page = pypdfium2.PdfDocument(made.pdf())[0].render(scale=2, grayscale=True).to_pil()
    return page.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=255)


@pytest.mark.parametrize("turn", [-3.0, -0.8, 0.0, 1.7, 4.0])
def test_the_tilt_of_a_page_is_found(turn: float) -> None:
    assert skew(sheet(turn)) == pytest.approx(-turn, abs=0.25)


def test_a_shadow_is_taken_off_and_the_ink_stays() -> None:
    page = sheet()
    shades = [90 + value * 160 // 255 for value in range(256)]
    shadow = Image.linear_gradient("L").rotate(90).resize(page.size).point(shades)
    even = prepared(ImageChops.multiply(page, shadow))
    dark = sum(even.histogram()[:100]) / (even.width * even.height)
    light = sum(even.histogram()[200:]) / (even.width * even.height)
    assert 0.003 < dark < 0.2
    assert light > 0.75


@needs("tesseract")
def test_a_scan_gives_the_fields_of_its_paper(scan: bytes, tmp_path: Path) -> None:
    read = read_bytes(scan, "scan.pdf", recogniser=Recogniser(Kept(FolderHome(tmp_path))))
    assert read.reading is not None
    assert {(one.name, one.value) for one in read.reading.fields} >= WORDS
    assert [page.source for page in read.pages] == ["recognised"]
    assert all(0 < one.confidence <= 1 for one in read.reading.fields)


@needs("tesseract")
def test_what_was_recognised_is_kept_and_not_recognised_again(
    scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_bytes(scan, "scan.pdf", recogniser=Recogniser(Kept(FolderHome(tmp_path))))

    def never(*_: object) -> None:
        raise AssertionError("recognised again")

    monkeypatch.setattr(recognition, "words_on", never)
    assert read_bytes(scan, "other-name.pdf", recogniser=Recogniser(Kept(FolderHome(tmp_path)))).pages == first.pages


@needs("tesseract")
def test_a_page_on_its_side_is_turned() -> None:
    out = io.BytesIO()
    sheet().rotate(90, expand=True).save(out, "PNG")
    read = read_bytes(out.getvalue(), "side.png", recogniser=Recogniser())
    assert read.reading is not None
    assert read.reading.kind == "opening"


@needs("tesseract")
def test_pictures_of_papers_are_read_alike_to_their_text() -> None:
    texts = sorted((Path(__file__).parents[1] / "second_author").glob("*.txt"))[9::30][:4]
    alike = []
    for path, kind in zip(texts, ("shadowed", "fax", "photo", "far photo"), strict=True):
        text = path.read_text(encoding="utf-8")
        _, name, data = drawn(kind, path.stem, text)
        read = "\n".join(page.text for page in read_bytes(data, name, recogniser=Recogniser()).pages)
        alike.append(SequenceMatcher(None, " ".join(read.split()), " ".join(text.split()), autojunk=False).ratio())
    assert sum(alike) / len(alike) >= 0.97, alike


def test_a_page_in_tajik_is_read_with_its_own_data_or_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Суди шахри Душанбе карор кабул кард, ки барои тафтиш аз чониби муфаттиш ва дар мухлати ду мох айбдор шуд."
    used: list[str] = []

    def words_on(_picture: object, data: str, *, turn: int = 0) -> Found:
        used.append(data)
        return Found(said, (Word(0, len(said), 0.9, (0, 0, 1, 1)),), turn, data)

    monkeypatch.setattr(recognition, "program", lambda: "tesseract")
    monkeypatch.setattr(recognition, "words_on", words_on)
    for installed, wanted in (("rus",), ["rus"]), (("rus", "tgk"), ["rus", "tgk"]):
        used.clear()
        monkeypatch.setattr(recognition, "languages", lambda installed=installed: installed)
        read = read_bytes(made.jpeg(), "a.jpg", recogniser=Recogniser())
        assert used == wanted
        told = [one.text.en for one in read.notes if one.code == "language_data"]
        assert [("tesseract-ocr-tgk" in one) for one in told] == [True] * ("tgk" not in installed)
    assert read.pages[0].language == "tg"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (
            "Суд, рассмотрев материалы дела, постановил: продлить срок содержания под стражей на два месяца, до мая.",
            "rus",
        ),
        ("Бишкек шаарынын соту токтом чыгарды жана камакка алуу боюнча чечим кабыл алды, бул менен кабарланды.", "kir"),
        (
            "Алматы каласынын соты іс бойынша каулы шыгарды жэне камауга алу туралы шешім кабылдады, онын мен болып.",
            "kaz",
        ),
        (
            "Шахар суди иш буйича карор чикарди ва камокка олиш тугрисида карор килди, бу билан унга учун хабар.",
            "uzb_cyrl",
        ),
        (
            "Shahar sudi jinoyat ishi bo'yicha qaror chiqardi va bu haqda unga xabar berildi, shuning uchun bilan.",
            "uzb",
        ),
        ("The Tribunal finds that the appellant is a refugee and that the appeal is allowed on that ground.", "eng"),
    ],
)
def test_which_language_data_a_page_needs_is_told_by_its_words(text: str, data: str) -> None:
    assert data_for(text) == data


@needs("tesseract")
def test_a_picture_without_words_stays_a_picture() -> None:
    out = io.BytesIO()
    Image.effect_noise((900, 1200), 60).save(out, "PNG")
    read = read_bytes(out.getvalue(), "noise.png", recogniser=Recogniser())
    assert (read.reading, [page.source for page in read.pages]) == (None, ["picture"])
    assert "no_words" in [one.code for one in read.notes]


def test_without_tesseract_the_note_says_what_to_install(scan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "program", lambda: None)
    read = read_bytes(scan, "scan.pdf", recogniser=Recogniser())
    assert read.reading is None
    assert any("apt install tesseract-ocr tesseract-ocr-rus" in one.text.en for one in read.notes)


def test_what_is_installed_is_told_once() -> None:
    assert (program() is None) == (languages() == ())
