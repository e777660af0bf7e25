"""One person's assessment is made of that person's own items, each under its own title."""

from __future__ import annotations

from pathlib import Path

from pristan.assessment.assess import assess
from pristan.assessment.effects import Outcome
from pristan.assessment.results import TraceNode
from pristan.case.loader import load_case
from pristan.law.loader import law_in_use
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


WARNING = (
    'warning = { en = "Act now.", ru = "Действуйте сейчас." }\nlevel = "danger"\nwhen_unknown = false\ntouches = []\n'
)


def warned(folder: Path, test: str, *facts: str) -> bool:
    threat = element("threat", answered_by='{ fact = "removal_kind", is = ["expulsion"] }', own_word=None)
    stopped = element("stopped", answered_by='{ fact = "asylum_claim_pending" }', own_word=None)
    text = WARNING + record("xx.warning", version(threat, stopped, test=test), role='"interaction"')
    base = law(folder / "law", xx__warning=text)
    return bool(assess(base, load_case(write_case(folder / "case", PERSON, *facts))).warnings)


def test_what_the_person_tells_is_enough_to_warn(tmp_path: Path) -> None:
    threatened, no_claim = fact("removal_kind", told("expulsion")), fact("asylum_claim_pending", told(False))
    both = '{ all = ["threat", { not = "stopped" }] }'
    assert warned(tmp_path / "a", '"threat"', threatened)
    assert warned(tmp_path / "b", both, threatened, no_claim)
    assert not warned(tmp_path / "c", both, threatened)
    assert not warned(tmp_path / "d", both, threatened, fact("asylum_claim_pending", told(True)))
    assert not warned(tmp_path / "e", '"threat"', fact("removal_kind", told("none")))


def test_a_shipped_warning_before_a_removal_needs_no_paper(tmp_path: Path) -> None:
    facts = (("where_now", "GE"), ("removal_kind", "border_refusal"), ("removal_stage", "final"))
    case = load_case(write_case(tmp_path, PERSON, *(fact(name, told(value)) for name, value in facts)))
    assert "echr.rule39" in {one.rule.id for one in assess(law_in_use(), case).warnings}
