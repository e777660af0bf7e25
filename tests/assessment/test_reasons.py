"""The reason shown is only what decides, in the record's own sentence: docs/assessment.md 4, docs/records.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from pristan.assessment.assess import assess
from pristan.assessment.ground import Grounder
from pristan.assessment.reasons import Explainer
from pristan.assessment.results import RouteResult
from pristan.assessment.verdict import Verdict, verdict_of
from pristan.case.loader import load_case
from pristan.kernel.answers import Answer
from tests.oracle.first import ROUTE, Direct
from tests.oracle.first import law as generated_law
from tests.oracle.generate import generate
from tests.support.case_folder import PERSON, exhibit, fact, item, paper, told, write_case
from tests.support.records import element, law, record, version

PLACE = '{ country = "US", params = [] }'


def says(**sentences: str) -> str:
    return "{ " + ", ".join(f'{key} = {{ en = "{text}", ru = "{text}" }}' for key, text in sentences.items()) + " }"


def part(name: str, answered: str, *, need: str = "corroborated", **more: str | None) -> str:
    default = {f"{answer}": f"{name} {answer}" for answer in ("met", "not_met", "unknown", "disputed")}
    keys = {"says": says(**default), "title": f'{{ en = "{name}", ru = "{name}" }}', **more}
    return element(name, answered_by=answered, support=f'"{need}"', **keys)


SPOKE = part("spoke", '{ fact = "spoke_in_public" }')
HERE = part("here", '{ fact = "where_now", is = ["US"] }', need="claimed", own_word='"settles"')
LABEL = part("label", '{ fact = "state_label" }')


def result(
    folder: Path,
    test: str,
    *facts: str,
    elements: tuple[str, ...] = (SPOKE, HERE, LABEL),
    bars: str = "[]",
    dates: str | None = None,
    arises: str | None = None,
    **more: str,
) -> RouteResult:
    """The one route of a small law, for a small case."""
    parts = version(*elements, test=test, bars=bars)
    route = record("xx.route", parts, role='"route"', does='"stops_return"', place=PLACE, dates=dates, arises=arises)
    base = law(folder / "law", xx__route=route, **more)
    case = load_case(write_case(folder / "case", PERSON, exhibit("1"), exhibit("2", issuer="witness"), *facts))
    (found,) = assess(base, case).routes
    return found


def reasons(found: RouteResult) -> list[str]:
    return [one.text.en for one in found.reasons]


# each verdict, one reason


@pytest.mark.parametrize(
    ("facts", "verdict", "reason"),
    [
        ((), Verdict.UNPROVEN, ["spoke unknown"]),
        ((fact("spoke_in_public", told(True)),), Verdict.ARGUABLE, ["spoke met"]),
        ((fact("spoke_in_public", paper(True)),), Verdict.OPEN, []),
        ((fact("spoke_in_public", paper(False)),), Verdict.CLOSED, ["spoke not_met"]),
        (
            (fact("spoke_in_public", paper(True), paper(False, "2", how="observes")),),
            Verdict.ARGUABLE,
            ["spoke disputed"],
        ),
    ],
)
def test_the_element_that_decides_speaks_for_its_own_answer(
    tmp_path: Path, facts: tuple[str, ...], verdict: Verdict, reason: list[str]
) -> None:
    found = result(tmp_path, '"spoke"', *facts)
    assert found.verdict is verdict
    assert [text.split(" On your word")[0] for text in reasons(found)] == reason


def test_a_sentence_that_something_is_so_says_that_only_the_own_word_shows_it(tmp_path: Path) -> None:
    """It is the reason why the route is not open: alone it would read as if it were shown."""
    told_only = result(tmp_path / "a", '"spoke"', fact("spoke_in_public", told(True)))
    assert told_only.verdict is Verdict.ARGUABLE
    assert reasons(told_only) != ["spoke met"]
    assert "on your word" in reasons(told_only)[0].lower()
    assert "с ваших слов" in told_only.reasons[0].text.ru


def test_what_a_witness_shows_is_not_called_the_own_word(tmp_path: Path) -> None:
    official = part("spoke", '{ fact = "spoke_in_public" }', need="documented")
    seen = fact("spoke_in_public", told(True), paper(True, "2", how="observes"))
    found = result(tmp_path, '"spoke"', seen, elements=(official,))
    assert found.verdict is Verdict.ARGUABLE
    assert reasons(found) != ["spoke met"]
    assert "on your word" not in reasons(found)[0].lower()


def test_a_sentence_against_the_person_has_no_word_about_missing_papers(tmp_path: Path) -> None:
    found = result(tmp_path, '"here"', fact("where_now", told("CZ")))
    assert reasons(found) == ["here not_met"]


def test_what_the_person_told_against_himself_is_never_called_unanswered(tmp_path: Path) -> None:
    (reason,) = result(tmp_path, '"spoke"', fact("spoke_in_public", told(False))).reasons
    assert reason.answer is Answer.UNKNOWN
    assert reason.text.en.startswith("spoke not_met ")
    assert "from your words only" in reason.text.en


def test_two_answers_of_the_person_that_differ_stay_open(tmp_path: Path) -> None:
    found = result(tmp_path, '"spoke"', fact("spoke_in_public", told(True), told(False)))
    assert not [one for one in reasons(found) if "from your words only" in one]


def test_what_is_fulfilled_is_no_reason(tmp_path: Path) -> None:
    found = result(tmp_path, '{ all = ["spoke", "here", "label"] }', fact("where_now", told("US")))
    assert reasons(found) == ["spoke unknown", "label unknown"]


def test_only_what_keeps_the_next_reading_from_holding_is_shown(tmp_path: Path) -> None:
    # in the second reading his word is enough: only the unknown stands in the way
    found = result(tmp_path, '{ all = ["spoke", "label"] }', fact("spoke_in_public", told(True)))
    assert (found.verdict, reasons(found)) == (Verdict.UNPROVEN, ["label unknown"])


def test_of_several_ways_the_nearest_is_explained(tmp_path: Path) -> None:
    found = result(tmp_path, '{ any = [{ all = ["spoke", "label"] }, "here"] }')
    assert reasons(found) == ["here unknown"]


def test_without_a_sentence_the_title_and_the_answer_are_shown(tmp_path: Path) -> None:
    silent = part("spoke", '{ fact = "spoke_in_public" }', says=None)
    assert reasons(result(tmp_path, '"spoke"', elements=(silent,))) == ["spoke: not known yet."]


def test_a_reason_carries_its_rule_its_version_and_its_answer(tmp_path: Path) -> None:
    (reason,) = result(tmp_path, '"spoke"').reasons
    assert (reason.rule.id, reason.answer) == ("xx.route", Answer.UNKNOWN)
    assert reason.version is not None
    assert reason.version.authorities[0].cite == "Act 1 s. 2"


# rules inside the route


def inner(**more: str) -> str:
    return record("xx.inner", version(SPOKE, test='"spoke"'), **more)


def test_a_rule_with_a_sentence_for_its_answer_speaks_before_its_elements(tmp_path: Path) -> None:
    found = result(tmp_path, '"xx.inner"', xx__inner=inner(says=says(unknown="the whole rule is open")))
    assert reasons(found) == ["the whole rule is open"]
    assert found.reasons[0].rule.id == "xx.inner"


def test_a_rule_with_a_sentence_for_another_answer_leaves_the_word_to_its_elements(tmp_path: Path) -> None:
    found = result(tmp_path, '"xx.inner"', xx__inner=inner(says=says(not_met="it is not so")))
    assert reasons(found) == ["spoke unknown"]


# bars


def bar(*, raised_by: str = '"statute"', **more: str) -> str:
    return record("xx.bar", version(LABEL, test='"label"'), role='"bar"', raised_by=raised_by, **more)


ALL_SHOWN = (fact("spoke_in_public", paper(True)),)


def test_a_bar_that_bars_is_the_reason(tmp_path: Path) -> None:
    excuse = record("xx.excuse", version(part("excuse", '{ fact = "was_hurt_in_custody" }'), test='"excuse"'))
    found = result(
        tmp_path,
        '"spoke"',
        *ALL_SHOWN,
        fact("state_label", paper(True)),
        bars='["xx.bar"]',
        xx__bar=bar(yields_to='["xx.excuse"]'),
        xx__excuse=excuse,
    )
    assert (found.verdict, found.barred_by) == (Verdict.BARRED, ("xx.bar",))
    assert reasons(found) == ["label met"]


@pytest.mark.parametrize(
    ("held_for", "said"), [((True, False), "label met"), ((False, True), "spied met"), ((True, True), "words: shown.")]
)
def test_a_bar_for_which_one_of_several_is_enough_speaks_through_the_one_that_is_so(
    tmp_path: Path, held_for: tuple[bool, bool], said: str
) -> None:
    spied = part("spied", '{ fact = "harmed_others_for_trait" }')
    excuse = record("xx.excuse", version(part("excuse", '{ fact = "was_hurt_in_custody" }'), test='"excuse"'))
    either = version(LABEL, spied, test='{ any = ["label", "spied"] }')
    found = result(
        tmp_path,
        '"spoke"',
        *ALL_SHOWN,
        fact("state_label", paper(held_for[0])),
        fact("harmed_others_for_trait", paper(held_for[1])),
        bars='["xx.bar"]',
        xx__bar=record("xx.bar", either, role='"bar"', raised_by='"statute"', yields_to='["xx.excuse"]'),
        xx__excuse=excuse,
    )
    assert reasons(found) == [said]


def test_a_statute_bar_that_is_not_asked_is_the_reason(tmp_path: Path) -> None:
    found = result(tmp_path, '"spoke"', *ALL_SHOWN, bars='["xx.bar"]', xx__bar=bar())
    assert (found.verdict, reasons(found)) == (Verdict.UNPROVEN, ["label unknown"])


def test_a_bar_that_nobody_raised_is_no_reason(tmp_path: Path) -> None:
    found = result(tmp_path, '"spoke"', bars='["xx.bar"]', xx__bar=bar(raised_by='"opponent"'))
    assert reasons(found) == ["spoke unknown"]


def test_a_bar_speaks_with_its_own_sentence_where_it_has_one(tmp_path: Path) -> None:
    found = result(
        tmp_path, '"spoke"', *ALL_SHOWN, bars='["xx.bar"]', xx__bar=bar(says=says(unknown="the bar is open"))
    )
    assert reasons(found) == ["the bar is open"]


# weighings, lists, laws not in force


def test_a_weighing_in_the_way_is_named(tmp_path: Path) -> None:
    weigh = record(
        "xx.weigh",
        version(SPOKE, test=None, factors_for='["spoke"]'),
        role='"weigh"',
        says=says(unknown="it is weighed"),
    )
    found = result(tmp_path, '"xx.weigh"', *ALL_SHOWN, xx__weigh=weigh)
    assert (found.verdict, reasons(found)) == (Verdict.ARGUABLE, ["it is weighed"])
    assert found.weighs_in_the_way == ("xx.weigh",)


def test_a_list_that_is_not_complete_is_named(tmp_path: Path) -> None:
    charged = part("charged", '{ fact = "charge.stage", is = ["charged"] }')
    test = '{ for_each = "charge", test = "charged", if_empty = "met" }'
    found = result(
        tmp_path, test, item("charge", "c1"), fact("charge.stage", paper("charged"), item="c1"), elements=(charged,)
    )
    assert (found.verdict, reasons(found)) == (
        Verdict.UNPROVEN,
        ["It is not on record whether all accusations and convictions are named."],
    )


@pytest.mark.parametrize(
    "test",
    [
        '{ exists = "charge", test = "charged" }',
        '{ for_each = "charge", test = "charged", if_empty = "not_met" }',
    ],
)
def test_an_empty_list_is_the_reason_and_not_the_law(tmp_path: Path, test: str) -> None:
    charged = part("charged", '{ fact = "charge.stage", is = ["charged"] }')
    complete = '[[list]]\nname = "charge"\ncomplete = true\n'
    found = result(tmp_path, test, complete, elements=(charged,))
    assert found.verdict is Verdict.CLOSED
    assert reasons(found) == ["Nothing is named that this could apply to."]
    assert "not_in_force" not in {found.trace.kind, *(one.kind for one in found.trace.children)}


@pytest.mark.parametrize(
    ("arises", "facts", "why"),
    [
        ('{ any = ["here"] }', [fact("where_now", told("DE"))], "here not_met"),
        ('{ not = "here" }', [fact("where_now", told("US"))], "here met"),
        ('{ all = ["here", "label"] }', [fact("where_now", told("DE"))], "here not_met"),
        ('{ all = ["label", "here"] }', [fact("where_now", told("DE"))], "here not_met"),
    ],
)
def test_a_route_that_does_not_arise_tells_the_fact_and_not_what_is_unknown(
    tmp_path: Path, arises: str, facts: list[str], why: str
) -> None:
    found = result(tmp_path, '"spoke"', *facts, arises=arises)
    assert found.verdict is Verdict.DOES_NOT_ARISE
    assert reasons(found) == [why]


def test_a_route_that_does_not_arise_is_not_explained_by_what_only_lacks_a_paper(tmp_path: Path) -> None:
    spoke_and_here = '{ all = ["spoke", "here"] }'
    found = result(
        tmp_path,
        '"label"',
        fact("spoke_in_public", told(True)),
        fact("where_now", told("DE")),
        arises=spoke_and_here,
    )
    assert found.verdict is Verdict.DOES_NOT_ARISE
    assert reasons(found) == ["here not_met"]


def test_of_an_entry_that_is_something_else_nothing_more_is_told(tmp_path: Path) -> None:
    """A complaint to another body that is still running is no running request to this one."""
    to_ccf = part("to_ccf", '{ fact = "filing.body", is = ["ccf"] }', need="claimed", own_word='"settles"')
    pending = part("pending", '{ fact = "filing.still_pending" }', need="claimed", own_word='"settles"')
    found = result(
        tmp_path,
        '"spoke"',
        item("filing", "f1"),
        '[[list]]\nname = "filing"\ncomplete = true\n',
        fact("filing.body", told("wgad"), item="f1"),
        fact("filing.still_pending", told(True), item="f1"),
        elements=(SPOKE, HERE, LABEL, to_ccf, pending),
        arises='{ exists = "filing", test = { all = ["to_ccf", { not = "pending" }] } }',
    )
    assert found.verdict is Verdict.DOES_NOT_ARISE
    assert reasons(found) == ["to_ccf not_met"]


def test_a_bar_over_a_list_that_was_never_asked_about_has_a_reason(tmp_path: Path) -> None:
    charged = part("charged", '{ fact = "charge.stage", is = ["charged"] }')
    over_list = version(charged, test='{ for_each = "charge", test = "charged", if_empty = "not_met" }')
    found = result(
        tmp_path,
        '"spoke"',
        *ALL_SHOWN,
        bars='["xx.bar"]',
        xx__bar=record("xx.bar", over_list, role='"bar"', raised_by='"statute"'),
    )
    assert (found.verdict, reasons(found)) == (Verdict.UNPROVEN, ["words: not known yet."])


def test_a_bar_that_stands_only_on_a_later_day_speaks_for_its_own_answer(tmp_path: Path) -> None:
    late = version(SPOKE, LABEL, test='{ all = ["spoke", "label"] }', from_="2026-06-01", selected_by='"filed"')
    found = result(
        tmp_path,
        '"spoke"',
        *ALL_SHOWN,
        fact("state_label", paper(True)),
        fact("us_asylum_filed", told("2026")),
        bars='["xx.bar"]',
        dates='{ filed = "us_asylum_filed" }',
        xx__bar=record("xx.bar", late, role='"bar"', raised_by='"statute"', says=says(met="the bar is met")),
    )
    assert (found.verdict, reasons(found)) == (Verdict.UNPROVEN, ["the bar is met"])


def test_a_law_not_in_force_is_the_reason(tmp_path: Path) -> None:
    over = record("xx.inner", version(SPOKE, test='"spoke"', until="2010-01-01"))
    found = result(tmp_path, '"xx.inner"', *ALL_SHOWN, xx__inner=over)
    assert (found.verdict, reasons(found)) == (Verdict.CLOSED, ["words: not in force on that day."])
    assert found.reasons[0].rule.id == "xx.inner"


# what follows a step


def test_what_follows_a_step_has_reasons_of_its_own(tmp_path: Path) -> None:
    step = '{ by = "person", what = { en = "be there", ru = "быть там" }, danger = "none" }'
    here = part("here", '{ fact = "where_now", is = ["US"] }', need="claimed", own_word='"settles"', step=step)
    found = result(tmp_path, '{ all = ["spoke", "here"] }', fact("where_now", told("GE")), elements=(SPOKE, here))
    assert (found.verdict, reasons(found)) == (Verdict.NOT_YET, ["here not_met"])
    (then,) = found.then
    assert [one.name for _, one in then.steps] == ["here"]
    assert (then.verdict, [one.text.en for one in then.reasons]) == (Verdict.UNPROVEN, ["spoke unknown"])


# on generated problems


@pytest.mark.parametrize(("size", "chunk"), [("small", 0), ("small", 1), ("medium", 0)])
def test_every_verdict_below_open_has_a_reason_and_open_has_none(size: str, chunk: int) -> None:
    for seed in range(chunk * 100, chunk * 100 + 100):
        problem = generate(seed, size)
        base = generated_law(problem)
        view = Grounder(base, Direct(problem)).view(base.rules[ROUTE])
        verdict = verdict_of(view)
        explainer = Explainer(base, view)
        found = explainer.reasons(verdict)
        assert bool(found) == (verdict is not Verdict.OPEN), (size, seed, verdict)
        assert len({one.key for one in found}) == len(found)


def test_of_two_ways_the_one_that_carries_the_verdict_is_spoken_of(tmp_path: Path) -> None:
    """The other way stands first and misses no more, but on the person's word only this one succeeds."""
    found = result(tmp_path, '{ any = ["label", "spoke"] }', fact("spoke_in_public", told(True)))
    assert found.verdict is Verdict.ARGUABLE
    assert reasons(found)[0].startswith("spoke met")


def test_a_bar_that_only_the_person_denies_is_said_to_rest_on_the_own_word(tmp_path: Path) -> None:
    quiet = part("label", '{ fact = "state_label" }', says=None)
    bar = record("xx.bar", version(quiet, test='{ all = ["label"] }'), role='"bar"', raised_by='"statute"')
    told_no = fact("state_label", told(False))
    found = result(
        tmp_path, '{ all = ["here"] }', fact("where_now", told("US")), told_no, bars='["xx.bar"]', xx__bar=bar
    )
    assert found.verdict is Verdict.ARGUABLE
    assert reasons(found)[0].endswith(": that this does not apply is on your word so far.")
