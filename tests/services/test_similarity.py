"""The self-check of a case: templates, stories, other cases; itself never."""

from __future__ import annotations

import shutil

import pytest
from jsonschema import Draft202012Validator

from pristan.kernel.errors import CaseError
from pristan.services.cases import open_case
from pristan.services.schemas import schema
from pristan.services.similarity import narratives_of, similar_passages, similarity_data
from pristan.services.stories import story_folder, story_names
from tests.support.case_folder import PERSON, write_case

OWN = (
    "Я работала учительницей в Вологде, вела кружок по истории края и двадцать лет жила на одной улице с мэром города."
)


def paragraph(text: str) -> str:
    return f'[[paragraph]]\nid = "p1"\nperson = "anna"\nlanguage = "ru"\ntext = "{text}"'


def tale() -> str:
    for name in story_names():
        for one in narratives_of(open_case(story_folder(name)), "story"):
            if len(one.text.split()) > 25 and "\n" not in one.text and '"' not in one.text:
                return one.text
    pytest.skip("no story tells anything yet")
    raise AssertionError


def test_a_passage_of_a_shipped_story_is_found(tmp_path):
    case = open_case(write_case(tmp_path / "case", PERSON, paragraph(tale())))
    found = similar_passages(case)
    assert found
    assert found[0].other.origin == "story"
    Draft202012Validator(schema("similar")).validate(similarity_data(found))


def test_own_words_stay_quiet(tmp_path):
    assert similar_passages(open_case(write_case(tmp_path / "case", PERSON, paragraph(OWN)))) == []


def test_another_case_and_a_text_file_are_compared_and_the_case_itself_is_not(tmp_path):
    cases = tmp_path / "cases"
    mine = write_case(cases / "mine", PERSON, paragraph(OWN))
    assert similar_passages(open_case(mine), against=cases) == []
    (cases / "notes.txt").write_text(f"Другое.\n\n{OWN.replace('Вологде', 'Твери')}", encoding="utf-8")
    other = write_case(cases / "other", PERSON, paragraph(OWN.replace("Вологде", "Туле")))
    assert open_case(other).id == open_case(mine).id, "two cases may carry one id"
    assert len(similar_passages(open_case(mine), against=cases)) == 2


def test_a_case_that_tells_nothing_is_refused(tmp_path):
    with pytest.raises(CaseError, match="no narrative yet"):
        similar_passages(open_case(write_case(tmp_path / "case", PERSON)))


def test_a_folder_that_is_none_is_refused(tmp_path):
    case = open_case(write_case(tmp_path / "case", PERSON, paragraph(OWN)))
    with pytest.raises(CaseError, match="no such folder"):
        similar_passages(case, against=tmp_path / "lost")


def test_a_story_is_not_compared_with_itself(tmp_path):
    for name in story_names():
        story = open_case(story_folder(name))
        if list(narratives_of(story, "story")):
            copied = tmp_path / name
            shutil.copytree(story_folder(name), copied)
            assert all(one.other.name != story.id for one in similar_passages(open_case(copied)))
            return
    pytest.skip("no story tells anything yet")
