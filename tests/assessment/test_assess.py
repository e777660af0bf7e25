"""One person's assessment is made of that person's own items, each under its own title."""

from __future__ import annotations

from pathlib import Path

from pristan.assessment.assess import assess
from pristan.assessment.effects import Outcome
from pristan.assessment.results import TraceNode
from pristan.case.loader import load_case
from tests.support.case_folder import PERSON, SPOUSE, fact, item, told, write_case
from tests.support.records import element, law, record, version

PLACE = '{ country = "US", params = [] }'
STAGE = element("stage", answered_by='{ fact = "charge.stage", is = ["final"] }')
GROUND = '[[version.ground]]\nrule = "xx.ground"\nkind = "discretionary"\n'
BASE = {
    "xx__ground": record("xx.ground", version(STAGE, test='"stage"')),
    "xx__effect": 'per = "charge"\n'
    + record("xx.effect", version(STAGE, GROUND, test=None), role='"effect"', place=PLACE),
    "xx__route": record(
        "xx.route",
        version(STAGE, test='{ exists = "charge", test = "stage" }'),
        role='"route"',
        does='"stops_return"',
        place=PLACE,
    ),
}
HIS = 'person = "oleg"\n'


def titles(node: TraceNode) -> list[str]:
    own = [] if node.item is None else [node.item.en]
    return own + [title for child in node.children for title in titles(child)]


def test_two_persons_may_give_their_items_the_same_id(tmp_path: Path) -> None:
    her, his = item("charge", "c1"), item("charge", "c1", HIS).replace('en = "c1"', 'en = "his charge"')
    case = load_case(
        write_case(
            tmp_path / "case",
            PERSON,
            SPOUSE,
            her.replace('en = "c1"', 'en = "her charge"'),
            his,
            fact("charge.stage", told("final"), item="c1", more=HIS),
        )
    )
    base = law(tmp_path / "law", **BASE)
    for name, title in (("anna", "her charge"), ("oleg", "his charge")):
        found = assess(base, case, person=case.person(name))
        (effect,) = found.effects
        assert effect.item_title is not None
        assert effect.item_title.en == title
        assert set(titles(found.routes[0].trace)) == {title}


def test_an_effect_speaks_of_each_charge_and_of_nothing_where_there_is_none(tmp_path: Path) -> None:
    base = law(tmp_path / "law", **BASE)
    none = assess(base, load_case(write_case(tmp_path / "none", PERSON)))
    assert none.effects == ()
    two = assess(base, load_case(write_case(tmp_path / "two", PERSON, item("charge", "c1"), item("charge", "c2"))))
    assert [(one.item, one.outcome) for one in two.effects] == [
        ("c1", Outcome.CAN_WEIGH),
        ("c2", Outcome.CAN_WEIGH),
    ]


def test_a_route_that_is_not_in_play_has_no_sets_of_moves_unless_it_is_asked_for(tmp_path: Path) -> None:
    """A case that says nothing yet would otherwise take many seconds for sets that nobody sees."""
    case = load_case(write_case(tmp_path / "case", PERSON, item("charge", "c1")))
    base = law(tmp_path / "law", **BASE)
    (all_of_them,) = assess(base, case).routes
    (asked,) = assess(base, case, routes=["xx.route"]).routes
    assert (all_of_them.in_play, all_of_them.verdict) == ((), asked.verdict)
    assert not all_of_them.lifts.sets
    assert asked.lifts.sets
