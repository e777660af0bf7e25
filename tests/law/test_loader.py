"""Each fault of a record is one sentence with its file and line; a sound record is read whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pristan.kernel.answers import Answer, Support
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.law.loader import law_in_use, load_law, load_papers, load_rules
from pristan.law.tree import All, AnyOf, ElementRef
from tests.support.records import AUTHORITY, PAPER, TEXT, element, law, record, version, write_law

LITIGATION = (
    '[ { state = "stayed", from = 2025-01-02, until = 2026-01-01, cite = "Order", place = { circuit = ["9"] } } ]'
)
STEP = f'{{ by = "person", what = {TEXT}, danger = "none", not_before = "2027-01-01" }}'
ROUTE = {"role": '"route"', "does": '"stops_return"', "place": '{ country = "US", params = ["circuit"] }'}


def refused(folder: Path, text: str, name: str = "xx__one") -> RuleError:
    write_law(folder, **{name: text})
    with pytest.raises(RuleError) as caught:
        load_rules(folder / "records")
    return caught.value


def line(fault: RuleError, text: str) -> str:
    """The written line that the fault names."""
    assert fault.where is not None
    file, _, number = fault.where.rpartition(":")
    assert file == "records/xx/one.toml"
    return text.split("\n")[int(number) - 1]


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    text = record(
        "xx.one",
        version(
            element(
                step=STEP,
                proof='["receipt"]',
                opponent=f"[ {TEXT} ]",
                own_word='"settles"',
                accusation_enough="true",
                support='"documented"',
                says=f"{{ not_met = {TEXT} }}",
            ),
            litigation=LITIGATION,
            until="2027-01-01",
            selected_by='"filed"',
            place='{ circuit = ["2", "9"] }',
            doubts=f"[ {TEXT} ]",
            volatile="true",
        ),
        burden='"applicant"',
        standard='"preponderance"',
        raised_by='"statute"',
        forums='["us.eoir"]',
        says=f"{{ met = {TEXT} }}",
        note=TEXT,
    )
    rule = law(tmp_path, xx__one=text).rules["xx.one"]
    words = Text("words", "слова")
    assert (rule.burden, rule.standard, rule.raised_by, rule.forums) == (
        "applicant",
        "preponderance",
        "statute",
        ("us.eoir",),
    )
    assert (rule.says, rule.note) == ({Answer.MET: words}, words)
    (found,) = rule.versions
    assert (found.since, found.until, found.selected_by) == (date(2000, 1, 1), date(2027, 1, 1), "filed")
    assert (found.place, found.doubts, found.volatile) == ({"circuit": ("2", "9")}, (words,), True)
    assert found.test == All((ElementRef("here"),))
    (state,) = found.litigation
    assert (state.state, state.since, state.until) == ("stayed", date(2025, 1, 2), date(2026, 1, 1))
    assert state.place == {"circuit": ("9",)}
    part = found.elements["here"]
    assert (part.support, part.settles, part.accusation_enough) == (Support.DOCUMENTED, True, True)
    assert (part.proof, part.opponent, part.says) == (("receipt",), (words,), {Answer.NOT_MET: words})
    assert part.step is not None
    assert (part.step.by, part.step.not_before) == ("person", "2027-01-01")


def test_elements_at_the_top_are_shared_by_all_versions(tmp_path: Path) -> None:
    shared = element("shared").replace("[version.element", "[element")
    first = version(" ", from_="2000-01-01", until="2010-01-01", test='"shared"')
    versions = [first, version(" ", from_="2010-01-01", test='"shared"')]
    text = record("xx.one").split("[[version]]")[0] + shared + "".join(versions)
    rule = law(tmp_path, xx__one=text).rules["xx.one"]
    assert [list(found.elements) for found in rule.versions] == [["shared"], ["shared"]]


def test_a_test_may_be_a_bare_name(tmp_path: Path) -> None:
    rule = law(tmp_path, xx__one=record("xx.one", version(test='{ any = ["here"] }'))).rules["xx.one"]
    assert rule.versions[0].test == AnyOf((ElementRef("here"),))


def test_an_example_is_read_whole(tmp_path: Path) -> None:
    example = (
        '[[example]]\nname = { en = "at the boundary", ru = "на границе" }\ncite = "A v. B"\n'
        'facts = { where_now = "US" }\n'
        'items = { charge = [ { article = "УК 228.1" } ] }\ncomplete = ["nationality"]\n'
        'conflicting = { where_now = "DE" }\nplace = { circuit = "2" }\non = "2026-11-20"\nexpect = "unknown"\n'
        'needs = ["where_now"]\n'
    )
    (found,) = law(tmp_path, xx__one=record("xx.one") + example).rules["xx.one"].examples
    assert (found.name, found.cite, found.on, found.expect) == (
        Text("at the boundary", "на границе"),
        "A v. B",
        date(2026, 11, 20),
        "unknown",
    )
    assert (found.facts, found.items) == ({"where_now": "US"}, {"charge": ({"article": "УК 228.1"},)})
    assert (found.complete, found.conflicting, found.place, found.needs) == (
        ("nationality",),
        {"where_now": "DE"},
        {"circuit": "2"},
        ("where_now",),
    )


def test_an_example_that_holds_on_two_days_is_read_once_for_each(tmp_path: Path) -> None:
    example = (
        '[[example]]\nname = { en = "the same under both", ru = "и так, и так" }\n'
        'on = ["2026-06-30", "2026-07-01"]\nexpect = "unknown"\n'
    )
    before, after = law(tmp_path, xx__one=record("xx.one") + example).rules["xx.one"].examples
    assert (before.on, after.on) == (date(2026, 6, 30), date(2026, 7, 1))
    assert before.name == after.name


@pytest.mark.parametrize(
    ("changes", "written", "sentence"),
    [
        ({"colour": '"red"'}, "colour", '"colour" is not a key that is read here'),
        ({"role": '"law"'}, "role", "Write one of: element, bar"),
        ({"title": '"only one"'}, "title", "Write a table"),
        ({"question": None}, None, '"question" is missing'),
        ({"raised_by": '"judge"'}, "raised_by", "Write one of: statute, opponent"),
        ({"burden": '"nobody"'}, "burden", "applicant, authority, shared"),
        ({"yields_to": '"us.x"'}, "yields_to", "Write a list"),
        ({"id": '"xx.two"'}, "id", 'does not fit its path. The path says "xx.one"'),
        ({"says": f"{{ proven = {TEXT} }}"}, "says", '"proven" is not a key'),
    ],
)
def test_a_fault_of_a_rule_is_a_sentence_with_its_line(
    tmp_path: Path, changes: dict[str, str | None], written: str | None, sentence: str
) -> None:
    text = record("xx.one", **changes)
    fault = refused(tmp_path, text)
    assert sentence in fault.sentence
    if written is not None:
        assert line(fault, text).startswith(written)


@pytest.mark.parametrize(
    ("changes", "written", "sentence"),
    [
        ({"selected_by": '"birth"'}, "selected_by", "Write one of: facts, entry"),
        ({"selected_by": None}, "[[version]]", '"selected_by" is missing'),
        ({"confidence": '"sure"'}, "confidence", "verified, partial, unverified"),
        ({"checked": None}, "[[version]]", "no `checked` day"),
        ({"checked": '"2026-11-20"'}, "checked", "a day without quotes"),
        ({"checked": "2026-11-20T09:00:00"}, "checked", "a day without quotes"),
        ({"from_": '"1997"'}, "from", "a day without quotes"),
        ({"until": "1999-12-31"}, "until", 'lies after "from"'),
        ({"until": "2000-01-01"}, "until", 'lies after "from"'),
        ({"test": '{ every = ["here"] }'}, "test", "is not a test"),
        ({"test": '{ exists = "house", test = "here" }'}, "test", '"house" is not a list'),
        ({"litigation": '[ { state = "appealed" } ]'}, "litigation", '"cite" is missing'),
        ({"litigation": '[ { state = "lost", cite = "x" } ]'}, "litigation", "in_force, appealed"),
        ({"colour": "1"}, "colour", '"colour" is not a key'),
        ({"volatile": '"yes"'}, "volatile", "true or false"),
    ],
)
def test_a_fault_of_a_version_is_a_sentence_with_its_line(
    tmp_path: Path, changes: dict[str, str | None], written: str, sentence: str
) -> None:
    text = record("xx.one", version(**changes))
    fault = refused(tmp_path, text)
    assert sentence in fault.sentence
    assert line(fault, text).startswith(written)


@pytest.mark.parametrize(
    ("changes", "written", "sentence"),
    [
        ({"support": '"strong"'}, "support", "claimed, corroborated, documented"),
        ({"support": None}, "[version.element.here]", '"support" is missing'),
        ({"own_word": '"counts"'}, "own_word", "settles"),
        ({"accusation_enough": "1"}, "accusation_enough", "true or false"),
        ({"step": '{ by = "person" }'}, "step", '"what" is missing'),
        ({"step": f'{{ by = "luck", what = {TEXT} }}'}, "step", "person, time, decider"),
        ({"answered_by": '{ fact = "where_now", is = "US" }'}, "answered_by", "Write a list"),
        ({"answered_by": '{ fact = "where_now", of = ["US"] }'}, "answered_by", '"of" is not a key'),
        ({"answered_by": '{ fact = "where_now", is = ["US"], is_not = ["DE"] }'}, "answered_by", "Keep one"),
        ({"answered_by": None}, "[version.element.here]", '"answered_by" is missing'),
        (
            {"answered_by": '{ predicate = "at_least", count = 1, facts = ["charge.stage", "stay.country"] }'},
            "[version.element.here]",
            "facts of two lists: charge, stay",
        ),
        ({"opponent": '["no proof"]'}, "opponent", "Write a list of tables"),
        ({"colour": "1"}, "colour", '"colour" is not a key'),
    ],
)
def test_a_fault_of_an_element_is_a_sentence_with_its_line(
    tmp_path: Path, changes: dict[str, str | None], written: str, sentence: str
) -> None:
    text = record("xx.one", version(element(**changes)))
    fault = refused(tmp_path, text)
    assert sentence in fault.sentence
    assert line(fault, text).startswith(written)


@pytest.mark.parametrize("blank", ["", " "])
def test_a_blank_citation_is_no_citation(tmp_path: Path, blank: str) -> None:
    text = record("xx.one", version(authority=AUTHORITY.replace("Act 1 s. 2", blank)))
    fault = refused(tmp_path, text)
    assert '"cite" is blank here' in fault.sentence
    assert line(fault, text).startswith("cite")


def test_a_version_that_cites_nothing_is_refused_on_its_own_line(tmp_path: Path) -> None:
    text = record("xx.one", version(), version(authority="", from_="2010-01-01"))
    fault = refused(tmp_path, text)
    assert "cites no authority. Add [[version.authority]]" in fault.sentence
    assert fault.where is not None
    second = [number for number, one in enumerate(text.split("\n"), start=1) if one == "[[version]]"][1]
    assert fault.where.endswith(f":{second}")


@pytest.mark.parametrize(
    ("authority", "sentence"),
    [
        (AUTHORITY.replace('weight = "statute"\n', ""), '"weight" is missing'),
        (AUTHORITY.replace('"statute"', '"opinion"'), "statute, treaty, regulation"),
        (AUTHORITY + 'page = "2"\n', '"page" is not a key'),
    ],
)
def test_an_authority_is_read_strictly(tmp_path: Path, authority: str, sentence: str) -> None:
    assert sentence in refused(tmp_path, record("xx.one", version(authority=authority))).sentence


def test_a_rule_without_a_version_is_refused(tmp_path: Path) -> None:
    text = record("xx.one").split("[[version]]")[0]
    assert "no [[version]]" in refused(tmp_path, text).sentence


def test_a_key_written_twice_is_refused_with_file_and_line(tmp_path: Path) -> None:
    fault = refused(tmp_path, record("xx.one").replace("role =", 'role = "bar"\nrole =', 1))
    assert fault.where == "records/xx/one.toml"
    assert "line 3" in fault.sentence


@pytest.mark.parametrize(
    ("example", "sentence"),
    [
        (
            'name = { en = "x", ru = "х" }\nexpect = "met"\non = "20.11.2026"',
            '"20.11.2026" is not a day. Write 2026-11-20',
        ),
        ('name = { en = "x", ru = "х" }\nexpect = "met"\non = ["2026-06-30", "July"]', '"July" is not a day'),
        ('name = { en = "x", ru = "х" }', '"expect" is missing'),
        ('name = { en = "x", ru = "х" }\nexpect = "met"\nneed = ["a"]', '"need" is not a key'),
        ('name = { en = "x", ru = "х" }\nexpect = "met"\nfacts = ["a"]', "Write a table"),
    ],
)
def test_an_example_is_read_strictly(tmp_path: Path, example: str, sentence: str) -> None:
    assert sentence in refused(tmp_path, record("xx.one") + f"[[example]]\n{example}\n").sentence


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"does": None}, '"does" is missing'),
        ({"does": '"helps"'}, "stops_return, gives_status, answers_accusation, ends_custody"),
        ({"place": None}, '"place" is missing'),
        ({"place": '{ country = "US", param = "circuit" }'}, '"param" is not a key'),
        ({"in_play": '"always"'}, "place, place_told, wrong_done, wrong_told"),
        ({"dates": '{ birth = "born" }'}, '"birth" is not a key'),
        ({"arises": '{ every = ["here"] }'}, "is not a test"),
    ],
)
def test_a_route_is_read_strictly(tmp_path: Path, changes: dict[str, str | None], sentence: str) -> None:
    assert sentence in refused(tmp_path, record("xx.one", **{**ROUTE, **changes})).sentence


def test_a_route_is_read_whole(tmp_path: Path) -> None:
    more = {
        "gives": TEXT,
        "lasts": TEXT,
        "closes": TEXT,
        "decides": TEXT,
        "in_play": '"wrong_done"',
        "arises": '"here"',
        "dates": '{ filed = "us_asylum_filed" }',
        "remaining": TEXT,
        "deadlines": '["us.asylum.one_year"]',
    }
    remedy = law(tmp_path, xx__one=record("xx.one", **ROUTE, **more)).rules["xx.one"].remedy
    assert remedy is not None
    words = Text("words", "слова")
    assert (remedy.place.country, remedy.place.params) == ("US", ("circuit",))
    assert (remedy.gives, remedy.decides, remedy.remaining) == (words, words, words)
    assert (remedy.lasts, remedy.closes) == (words, words)
    assert (remedy.does, remedy.in_play, remedy.arises) == ("stops_return", "wrong_done", ElementRef("here"))
    assert (remedy.dates, remedy.deadlines) == ({"filed": "us_asylum_filed"}, ("us.asylum.one_year",))


def test_what_only_a_route_has_is_refused_elsewhere(tmp_path: Path) -> None:
    assert '"does" is not a key' in refused(tmp_path, record("xx.one", does='"stops_return"')).sentence


def test_an_interaction_needs_its_warning(tmp_path: Path) -> None:
    assert '"warning" is missing' in refused(tmp_path, record("xx.one", role='"interaction"')).sentence


@pytest.mark.parametrize(
    ("papers", "sentence"),
    [
        (PAPER.replace('"none"', '"endangers"'), 'the paper "receipt" is dangerous to obtain but does not say why'),
        (PAPER + PAPER, 'the paper "receipt" is defined twice'),
        (PAPER.replace('"easy"', '"instant"'), "easy, slow, hard"),
        (PAPER.replace("how =", "hwo ="), '"how" is missing'),
        (PAPER + 'price = "5"\n', '"price" is not a key'),
        (PAPER + "[[papers]]\n", '"papers" is not a key'),
    ],
)
def test_a_faulty_table_of_papers_is_a_sentence_with_file_and_line(tmp_path: Path, papers: str, sentence: str) -> None:
    write_law(tmp_path, papers)
    with pytest.raises(RuleError) as caught:
        load_papers(tmp_path / "papers")
    assert sentence in caught.value.sentence
    assert str(caught.value).startswith("papers/common.toml:")


def test_a_paper_that_endangers_says_why(tmp_path: Path) -> None:
    write_law(tmp_path, PAPER.replace('"none"', '"endangers"') + f"why = {TEXT}\n")
    assert load_papers(tmp_path / "papers")["receipt"].why == Text("words", "слова")


def test_the_path_is_the_id(tmp_path: Path) -> None:
    base = law(tmp_path, xx__one=record("xx.one"), xx__deep__two=record("xx.deep.two"))
    assert set(base.rules) == {"xx.one", "xx.deep.two"}
    assert load_law(tmp_path).rules.keys() == base.rules.keys()


def test_the_shipped_law_loads() -> None:
    base = law_in_use()
    assert base.with_role("route")
    assert all(rule.id == name for name, rule in base.rules.items())
