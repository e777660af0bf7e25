"""The own set is the same in each run, has every defect, and is read to the bar; nothing is read that a paper lacks."""

from __future__ import annotations

from collections import Counter

from pristan.documents.reading.labels import field_names
from pristan.documents.reading.read import read_paper
from tests.bench.reading_bench import own
from tests.documents.papers.defects import DEFECTS
from tests.documents.papers.generate import _paper, papers


def test_the_same_seed_gives_the_same_papers() -> None:
    assert [_paper(one.kind, int(one.name.rsplit("-", 1)[1])) for one in papers()[:9]] == list(papers()[:9])


def test_there_are_at_least_eighty_papers_and_five_of_each_defect() -> None:
    assert len(papers()) >= 80
    counts = Counter(defect for one in papers() for defect in one.defects)
    assert {defect: counts[defect] >= 5 for defect in DEFECTS} == dict.fromkeys(DEFECTS, True)


def test_only_known_fields_are_labelled() -> None:
    assert {name for one in papers() for name, _ in one.fields} <= set(field_names())


def test_the_own_set_is_read_to_the_bar() -> None:
    assert own().all.f1 >= 0.97


def test_nothing_is_read_from_a_text_that_is_no_paper() -> None:
    letter = (
        "Здравствуйте, Ирина!\nУ нас всё хорошо, дети здоровы. В субботу были на даче, собрали яблоки.\nЦелую, мама."
    )
    assert read_paper([letter]).fields == ()
