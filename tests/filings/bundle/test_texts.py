"""Text files: every line, in its columns, in any of the languages of the case."""

from __future__ import annotations

import pytest


def words_of(bundle, pages: int = 1) -> str:
    first = bundle.first("1")
    text = "\n".join(bundle.text(first + n) for n in range(pages))
    return text.replace("\u200b", "").replace("\u00a0", " ").replace("\r", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_and_columns_are_kept(build, tmp_path, encoding):
    (tmp_path / "chat.txt").write_bytes("04.03.2026   Следователь:\n    явка завтра".encode(encoding))
    bundle = build(tmp_path / "chat.txt")
    assert "04.03.2026   Следователь:" in words_of(bundle)
    assert "явка завтра" in words_of(bundle)
    assert (bundle.result.problems, bundle.result.notes) == ((), ())


def test_markup_is_printed_as_it_is(build, tmp_path):
    source = '#panic("x") *not bold* $a$ <label> @ref // no comment'
    (tmp_path / "code.txt").write_text(source)
    assert source in words_of(build(tmp_path / "code.txt"))


def test_a_long_file_fills_as_many_pages_as_it_needs(build, tmp_path):
    (tmp_path / "log.txt").write_text("\n".join(f"line-{n}" for n in range(200)))
    bundle = build(tmp_path / "log.txt")
    pages = bundle.result.pages - bundle.first("1") + 1
    assert pages > 1
    assert [word for word in words_of(bundle, pages).split() if word.startswith("line-")] == [
        f"line-{n}" for n in range(200)
    ]


def test_a_form_feed_starts_a_page(build, tmp_path):
    (tmp_path / "two.txt").write_text("first\fsecond")
    bundle = build(tmp_path / "two.txt")
    assert "second" in bundle.text(bundle.first("1") + 1)


def test_a_word_longer_than_the_line_is_broken_and_not_cut(build, tmp_path):
    (tmp_path / "hash.txt").write_text("x" * 400)
    bundle = build(tmp_path / "hash.txt")
    assert words_of(bundle).count("x") - "text".count("x") * words_of(bundle).lower().count("text") == 400
    page = bundle.reader[bundle.first("1") - 1]
    lines = [item.get_bounds() for item in page.get_objects() if item.get_bounds()[1] > 100]  # above the stamp
    assert max(right for _, _, right, _ in lines) <= page.get_width() - 60


def test_control_characters_are_shown_and_named(build, tmp_path):
    (tmp_path / "odd.txt").write_bytes(b"a\x00b\x07c")
    bundle = build(tmp_path / "odd.txt")
    assert "a□b□c" in words_of(bundle)
    assert ["control characters shown as □: 2" in note for note in bundle.result.notes] == [True]


def test_a_character_without_a_shape_is_named(build, tmp_path):
    (tmp_path / "names.txt").write_text("Анна 漢字")
    bundle = build(tmp_path / "names.txt")
    assert ["漢" in note for note in bundle.result.notes] == [True]
