"""The words of a web page, as a reader would read them."""

from __future__ import annotations

from pristan.filings.bundle.markup import words_of


def test_each_block_is_a_line_and_spaces_fold() -> None:
    assert words_of("<div>Илья\n  Вересов</div><p>12:47<br>Ты где?</p>") == "Илья Вересов\n12:47\nТы где?"


def test_scripts_styles_and_the_head_stay_silent() -> None:
    html = "<head><title>x</title></head><style>p{}</style><script>alert('a')</script><p>only this</p>"
    assert words_of(html) == "only this"


def test_entities_are_read_and_markup_in_text_stays_text() -> None:
    assert words_of("<p>5 &lt; 7 &amp; &#171;да&#187;</p>") == "5 < 7 & «да»"


def test_a_page_without_words_is_empty() -> None:
    assert words_of("<div><img src='http://a.example/x.png'></div>") == ""
