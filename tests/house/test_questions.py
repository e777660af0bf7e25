"""Every question decides something, and no two could be one without losing a conclusion."""

from __future__ import annotations

from tools.questions.asked import at_most, walk
from tools.questions.deciding import deciding_nothing
from tools.questions.uses import same_uses

from pristan.kernel.vocabulary.facts import vocabulary
from pristan.kernel.vocabulary.former import former_questions
from pristan.services.cases import open_case
from pristan.services.stories import story_folder

# Questions on which nothing turns, and why they are asked all the same.
ASKED_ALL_THE_SAME = {
    "charge.substance": "copied from the papers: a lawyer compares it with the US schedules",
}
# Questions that stand beside each other wherever they stand, and why they stay apart.
KEPT_APART = {
    "charge.long_gap_before_search": "signs of one pattern, each shown by another paper",
    "charge.complainant_gained_property": "signs of one pattern, each shown by another paper",
    "eu_false_name_or_destroyed": "unlike things: one is about a name or paper, the other about the day of asking",
    "charge.appeal_decided": "two rulings, two papers: one may be on file while the other is not known",
    "onward_no_asylum": "unlike things: one is about a procedure, the other about abductions",
    "host_shared_file": "unlike things: one is about a file, the other about what the home region says",
    "helped_armed_group": "the help and the training are judged apart, with other exemptions",
    "us_refused_asylum_on_way": "several exceptions may be pleaded together, each with its own papers",
    "us_cbp_one_unusable": "several exceptions may be pleaded together, each with its own papers",
    "us_fixed_address": "factors of a bond, each with its own papers",
}


def test_on_every_question_something_turns() -> None:
    idle = {fact.id for fact, _ in deciding_nothing()}
    assert idle == set(ASKED_ALL_THE_SAME), "make a rule read it, cut it, or say here why it is asked"


def test_no_two_questions_could_be_one_unless_it_is_said_why_they_stay_apart() -> None:
    groups = same_uses()
    unsaid = [group for group in groups if not KEPT_APART.keys() & set(group)]
    assert not unsaid, "merge them, or say in KEPT_APART why they stay apart"
    needless = KEPT_APART.keys() - {fact for group in groups for fact in group}
    assert not needless, "they differ now; take them out of KEPT_APART"


def test_a_question_that_is_no_more_names_one_that_is() -> None:
    former = former_questions()
    assert former
    assert not former.keys() & vocabulary().keys()
    for one in former.values():
        assert one.now is None or one.now in vocabulary()
        for _, value in one.answers:
            assert vocabulary()[str(one.now)].choice_text(value) is not None


def test_no_interview_asks_more_than_what_is_in_play_where_the_person_is_turns_on() -> None:
    story = walk(open_case(story_folder("planted")))
    most = at_most("RU")
    assert most.asked < most.with_patterns < len(vocabulary())
    assert 0 < story.answered <= story.asked <= most.with_patterns
