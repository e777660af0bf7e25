"""One bundle page by page, as an independent reader sees it: golden.json.

After a wanted change look at the difference, then write it anew: PRISTAN_REWRITE_GOLDEN=1 pytest <this file>
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Name, String
from PIL import Image

from pristan.filings.bundle.build import BundleItem, BundlePart
from pristan.kernel.language import Language

GOLDEN = Path(__file__).parent / "golden.json"
CELLS = (12, 16)  # each page is also compared as so many grey fields across and down
NEAR = 12  # of 255: readers smooth edges a little differently


# the form among the papers is made so: its field stands outside /AcroForm, as badly saved forms have it
pytestmark = pytest.mark.filterwarnings("ignore:This document has 1 form widget:pikepdf.PageCopyWarning")


@pytest.fixture
def bundle(build, grey_pdf, annotate, tmp_path):
    """Original, translation, certificate, a form on its side, a chat, a photograph, a late paper, a lost one."""

    def form(pdf, page) -> None:
        page.Rotate = 90
        annotate(pdf, page, "/Widget", FT=Name.Tx, T=String("name"), V=String("Ковалёва"))

    (tmp_path / "chat.txt").write_text("12.03.2026 Следователь: явитесь завтра.\n", encoding="utf-8")
    Image.linear_gradient("L").save(tmp_path / "photo.jpg")
    items = [
        BundleItem(
            "A",
            "Постановление о возбуждении уголовного дела",
            "4 марта 2026 г.",
            grey_pdf("order.pdf", 2),
            parts=(
                BundlePart("translation", grey_pdf("translation.pdf")),
                BundlePart("certificate", grey_pdf("certificate.pdf")),
            ),
            language="ru",
        ),
        BundleItem("B", "Receipt of service", "", grey_pdf("form.pdf", page=form), language="ru"),
        BundleItem("BA", "Letter that came later", "", grey_pdf("late.pdf"), late=True),
        BundleItem("C", "Chat with the investigator", "", tmp_path / "chat.txt", note="screenshots kept"),
        BundleItem("D", "Photograph of the door", "", tmp_path / "photo.jpg"),
        BundleItem("E", "Medical record", "", tmp_path / "lost.pdf"),
    ]
    return build(*items, language=Language.EN, subtitle="Matter of K-", paper="letter")


def seen(bundle) -> dict:
    def bookmark(entry) -> list:
        return [entry.level, entry.get_title(), bundle.result.labels[entry.get_dest().get_index()]]

    pages = []
    for number in range(1, bundle.result.pages + 1):
        image = bundle.image(number)
        pages.append(
            {
                "label": bundle.reader.get_page_label(number - 1),
                "size": [image.width, image.height],
                "text": bundle.text(number).split(),
                "opens": [None if to is None else bundle.result.labels[to - 1] for _, to in bundle.links(number)],
                "grey": list(image.resize(CELLS, Image.Resampling.BOX).tobytes()),
            }
        )
    return {
        "pages": pages,
        "bookmarks": [bookmark(entry) for entry in bundle.reader.get_toc()],
        "problems": [problem.split(": ", 1)[1] for problem in bundle.result.problems],
        "notes": list(bundle.result.notes),
    }


def test_every_page_is_as_it_was(bundle):
    now = seen(bundle)
    if os.environ.get("PRISTAN_REWRITE_GOLDEN"):
        rows = ",\n".join(json.dumps(page, ensure_ascii=False) for page in now.pop("pages"))
        rest = json.dumps(now, ensure_ascii=False, indent=1)[1:]
        GOLDEN.write_text(f'{{\n"pages": [\n{rows}\n],{rest}\n', encoding="utf-8")
        return
    was = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert [page["label"] for page in now["pages"]] == [page["label"] for page in was["pages"]]
    for new, old in zip(now["pages"], was["pages"], strict=True):
        greys = new.pop("grey"), old.pop("grey")
        assert new == old
        apart = [abs(one - two) for one, two in zip(*greys, strict=True)]
        assert max(apart) <= NEAR, f"page {new['label']}: something moved or changed"
    del now["pages"], was["pages"]
    assert now == was


def test_another_program_finds_no_fault_and_the_same_pages(bundle):
    assert len(pypdfium2.PdfDocument(bundle.path)) == bundle.result.pages
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed: the structure was not checked by a second program")
    checked = subprocess.run([qpdf, "--check", str(bundle.path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
