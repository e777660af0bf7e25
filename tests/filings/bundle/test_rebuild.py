"""The same files and the same list give the same bytes, and the file has no faults another tool can see."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name, String
from PIL import Image

from pristan.filings.bundle.build import BundleItem
from pristan.kernel.language import Language

REBUILD = """
import sys
from datetime import date
from pathlib import Path
from pristan.filings.bundle.build import BundleItem, BundleSpec, build_bundle
from pristan.kernel.language import Language
out, fonts, *files = map(Path, sys.argv[1:])
items = tuple(BundleItem(f"{n}", "Лист", "", file, "перевода нет") for n, file in enumerate(files))
build_bundle(BundleSpec("Приложения", "", Language.RU, "a4", items, date(2026, 11, 20)), out, fonts=fonts)
"""


@pytest.fixture
def mixed_files(grey_pdf, annotate, tmp_path) -> list[Path]:
    def rich(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        annotate(pdf, page, "/Stamp", drawn=True)
        annotate(pdf, page, "/Widget", FT=Name.Tx, T=String("a"), V=String("Анна"))
        page.Rotate = 90

    def form(pdf: pikepdf.Pdf) -> None:
        fields = pikepdf.Array([page.obj.Annots[1] for page in pdf.pages])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=fields)
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Part", 1))

    rich_file = grey_pdf("rich.pdf", 3, page=rich, root=form)
    (tmp_path / "chat.txt").write_text("Следователь: 漢", encoding="utf-8")
    Image.linear_gradient("L").save(tmp_path / "photo.jpg")
    Image.linear_gradient("L").save(tmp_path / "shot.png")
    return [rich_file, tmp_path / "chat.txt", tmp_path / "photo.jpg", tmp_path / "shot.png", tmp_path / "missing.pdf"]


def test_a_rebuild_in_another_process_folder_and_time_zone_is_identical(mixed_files, fonts, tmp_path):
    outputs = []
    for number, (seed, zone) in enumerate((("1", "UTC"), ("2", "Asia/Vladivostok"))):
        folder = tmp_path / f"work{number}"
        folder.mkdir()
        out = folder / f"name{number}.pdf"
        command = [sys.executable, "-c", REBUILD, str(out), str(fonts), *map(str, mixed_files)]
        subprocess.run(command, check=True, cwd=folder, env={"PYTHONHASHSEED": seed, "TZ": zone})
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1]


def test_another_day_on_the_cover_changes_the_bytes(build, grey_pdf):
    path = grey_pdf()
    one = build(path, out="one.pdf", subtitle="first")
    two = build(path, out="two.pdf", subtitle="second")
    assert one.path.read_bytes() != two.path.read_bytes()


def test_the_identifier_tells_bundles_of_different_files_apart(build, grey_pdf, tmp_path):
    def identifier(path, out) -> bytes:
        return bytes(build(BundleItem("1", "Paper", "", path), out=out).objects.trailer.ID[0])

    one, two = grey_pdf("one.pdf"), grey_pdf("two.pdf", size=(400, 601))
    copied = tmp_path / "copy.pdf"
    shutil.copy(one, copied)
    assert identifier(one, "a.pdf") == identifier(copied, "b.pdf")
    assert identifier(one, "a.pdf") != identifier(two, "c.pdf")


def test_no_dates_and_no_tool_are_written(build, mixed_files):
    bundle = build(*mixed_files)
    whole = b"\n".join(thing.unparse(resolved=True) for thing in bundle.objects.objects)
    for trace in (b"CreationDate", b"ModDate", b"/Producer", b"/Creator"):
        assert trace not in whole
    xmp = bundle.objects.Root.Metadata.read_bytes()
    for trace in (b"CreateDate", b"MetadataDate", b"Producer", b"CreatorTool", b"InstanceID"):
        assert trace not in xmp
    assert b"Exhibits of Anna Verkhova" in xmp


def test_qpdf_finds_no_fault(build, mixed_files):
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed: the bundle's structure was not checked by a second program")
    items = [BundleItem(f"{n}", "Лист", "Подробность", file) for n, file in enumerate(mixed_files)]
    bundle = build(*items, language=Language.RU)
    checked = subprocess.run([qpdf, "--check", str(bundle.path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "No syntax or stream encoding errors found" in checked.stdout
