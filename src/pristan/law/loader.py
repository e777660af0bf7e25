"""Reading the law base: TOML records into `LawBase`, strictly.

Source: docs/records.md. Raises RuleError naming file and line for every fault: our record is wrong, not the case.
Does not: evaluate; see `assessment`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pristan.kernel.answers import Answer, support_named
from pristan.kernel.collector import made_to_stay
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.law_data import LOCAL, law_folder, local_records, per_law
from pristan.kernel.places import fault_of_place, place_parameters
from pristan.kernel.strict import Table, read_file
from pristan.kernel.vocabulary.facts import LISTS
from pristan.law.decided import load_decisions
from pristan.law.model import (
    NOT_YET_LAW,
    AnsweredBy,
    Authority,
    Element,
    Example,
    Ground,
    LawBase,
    Litigation,
    Paper,
    Place,
    Precedent,
    Remedy,
    Rule,
    Step,
    Version,
    WarningText,
    Weighing,
)
from pristan.law.questions import asked, circumstances_of, facts_of, lists_of, question_of, wholes_of
from pristan.law.references import check_references
from pristan.law.tree import Node, TreeFault, read_tree

ROLES = ("element", "bar", "exception", "weigh", "effect", "route", "interaction")
SELECTORS = ("facts", "entry", "registered", "filed", "decided", "notified", "today")
STATES = ("in_force", "appealed", "partly_vacated", "unknown", "stayed", "enjoined", "vacated", NOT_YET_LAW)
CONFIDENCE = ("verified", "partial", "unverified")
WEIGHTS = ("statute", "treaty", "regulation", "precedent", "guidance", "practice")
DANGERS = ("none", "draws_attention", "endangers")


def _tree(table: Table, key: str) -> Node | None:
    if not table.has(key):
        return None
    try:
        return read_tree(table.take(key), LISTS)
    except TreeFault as fault:
        table.fail(str(fault), key)


def _says(table: Table) -> dict[Answer, Text]:
    inner = table.maybe_table("says")
    if inner is None:
        return {}
    result = {Answer(key): inner.text(key) for key in inner.names() if key in set(Answer)}
    inner.done()
    return result


def read_answered_by(table: Table) -> AnsweredBy:
    """What answers an element, or an indicator of a documented pattern."""
    inner = table.table("answered_by")
    if inner.has("predicate"):
        name = inner.string("predicate")
        arguments = {key: inner.take(key) for key in inner.names() if key != "predicate"}
        return AnsweredBy(predicate=name, arguments=arguments)
    if inner.flag("finding"):
        inner.done()
        return AnsweredBy(finding=True)
    if inner.has("is") and inner.has("is_not"):
        inner.fail('"is" and "is_not" stand together. Keep one.', "is_not")
    found = AnsweredBy(
        fact=inner.string("fact"),
        among=inner.strings("is") if inner.has("is") else None,
        not_among=inner.strings("is_not") if inner.has("is_not") else None,
    )
    inner.done()
    return found


def _step(table: Table) -> Step | None:
    inner = table.maybe_table("step")
    if inner is None:
        return None
    step = Step(
        inner.one_of("by", ("person", "time", "decider")),
        inner.text("what"),
        inner.maybe_string("not_before"),
        inner.one_of("danger", DANGERS, default="none"),
    )
    inner.done()
    return step


def _element(name: str, table: Table, rule_id: str) -> Element:
    answered_by = read_answered_by(table)
    support = support_named(table.one_of("support", ("claimed", "corroborated", "documented")))
    settles = table.one_of("own_word", ("settles",), default="") == "settles"
    accusation_enough = table.flag("accusation_enough")
    step = _step(table)
    facts = facts_of(answered_by)
    lists = lists_of(facts)
    if len(lists) > 1:
        table.fail(f"this element uses facts of two lists: {', '.join(lists)}. Ask them in elements of their own.")
    question = question_of(answered_by, where=f"{rule_id}.{name}")
    marks = {"settles": settles, "accusation": accusation_enough, "step": step is not None}
    element = Element(
        name=name,
        title=table.text("title"),
        answered_by=answered_by,
        support=support,
        settles=settles,
        accusation_enough=accusation_enough,
        step=step,
        proof=table.strings("proof"),
        opponent=table.texts("opponent"),
        says=_says(table),
        question=question,
        asked=asked(question, need=support, marks=tuple(mark for mark, on in marks.items() if on)),
        facts=facts,
        list=lists[0] if lists else None,
        circumstances=circumstances_of(answered_by),
        wholes=wholes_of(answered_by),
    )
    table.done()
    return element


def _elements(table: Table, rule_id: str) -> dict[str, Element]:
    inner = table.maybe_table("element")
    if inner is None:
        return {}
    return {name: _element(name, inner.table(name), rule_id) for name in inner.names()}


def _place_values(table: Table, key: str) -> dict[str, tuple[str, ...]]:
    inner = table.maybe_table(key)
    if inner is None:
        return {}
    found = {name: inner.strings(name) for name in inner.names()}
    for name, values in found.items():
        for value in values:
            _check_place(inner, name, value)
    return found


def _check_place(table: Table, parameter: str, value: str) -> None:
    if sentence := fault_of_place(parameter, value):
        table.fail(sentence, parameter)


def _litigation(table: Table) -> tuple[Litigation, ...]:
    states = []
    for inner in table.tables("litigation"):
        states.append(
            Litigation(
                inner.one_of("state", STATES),
                inner.day("from"),
                inner.day("until"),
                _place_values(inner, "place"),
                inner.words("cite"),
            )
        )
        inner.done()
    return tuple(states)


def _authorities(table: Table) -> tuple[Authority, ...]:
    found = []
    for inner in table.tables("authority"):
        found.append(
            Authority(
                inner.words("cite"),
                inner.one_of("weight", WEIGHTS),
                inner.text("says"),
                inner.strings("disputed_by"),
                inner.strings("url"),
            )
        )
        inner.done()
    if not found:
        table.fail("this version cites no authority. Add [[version.authority]] with cite, weight and says.")
    return tuple(found)


def _weighing(table: Table) -> Weighing | None:
    if not table.has("factors_for") and not table.has("factors_against"):
        return None
    table.one_of("factors", ("complete", "partial"), default="partial")
    precedents = []
    for inner in table.tables("precedent"):
        precedents.append(
            Precedent(
                inner.words("cite"),
                Answer(inner.one_of("outcome", ("met", "not_met"))),
                inner.strings("for"),
                inner.strings("against"),
                inner.one_of("factors", ("complete", "partial")) == "complete",
                inner.strings("binds"),
                inner.day("from"),
            )
        )
        inner.done()
    return Weighing(table.strings("factors_for"), table.strings("factors_against"), tuple(precedents))


def _grounds(table: Table) -> tuple[Ground, ...]:
    found = []
    for inner in table.tables("ground"):
        mandatory = inner.one_of("kind", ("mandatory", "discretionary")) == "mandatory"
        found.append(Ground(inner.string("rule"), mandatory, inner.strings("waivers"), inner.maybe_text("duration")))
        inner.done()
    return tuple(found)


def _version(table: Table, shared: dict[str, Element], rule_id: str) -> Version:
    checked = table.day("checked")
    if checked is None:
        table.fail("this version has no `checked` day. Write the day on which it was last compared with its source.")
    since, until = table.day("from"), table.day("until")
    if since is not None and until is not None and until <= since:
        table.fail('"until" is the first day no longer in force; it lies after "from". Mend one of them.', "until")
    version = Version(
        since=since,
        until=until,
        selected_by=table.one_of("selected_by", SELECTORS),  # type: ignore[arg-type]
        place=_place_values(table, "place"),
        litigation=_litigation(table),
        confidence=table.one_of("confidence", CONFIDENCE),  # type: ignore[arg-type]
        volatile=table.flag("volatile"),
        checked=checked,
        doubts=table.texts("doubts"),
        authorities=_authorities(table),
        elements=shared | _elements(table, rule_id),
        test=_tree(table, "test"),
        weighing=_weighing(table),
        bars=table.strings("bars"),
        grounds=_grounds(table),
    )
    table.done()
    return version


def _examples(table: Table) -> Iterator[Example]:
    """An example once for each day on which it is said to hold."""
    items: dict[str, tuple[dict[str, Any], ...]] = {}
    if inner := table.maybe_table("items"):
        items = {name: tuple(inner.take(name, list)) for name in inner.names()}
    inner = table.maybe_table("place")
    place = {} if inner is None else {name: inner.string(name) for name in inner.names()}
    for name, value in place.items():
        _check_place(table, name, value)
    example = Example(
        name=table.text("name"),
        cite=table.maybe_string("cite"),
        facts=table.take("facts", dict, default={}),
        items=items,
        complete=table.strings("complete"),
        conflicting=table.take("conflicting", dict, default={}),
        place=place,
        on=None,
        expect=table.string("expect"),
        needs=table.strings("needs"),
    )
    days = _example_days(table)
    table.done()
    yield from (replace(example, on=day) for day in days)


def _example_days(table: Table) -> tuple[date | None, ...]:
    """One day, or a list of days where versions of the law give the same answer; (None,) where none is said."""
    value: str | date | list[Any] | None = table.take("on", str, date, list, default=None)
    return tuple(_example_day(table, day) for day in ((value or [""]) if isinstance(value, list) else [value]))


def _example_day(table: Table, value: object) -> date | None:
    if isinstance(value, date | None):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        table.fail(f'"{value}" is not a day. Write 2026-11-20.', "on")


def _remedy(table: Table, role: str) -> Remedy | None:
    if role not in ("route", "effect"):
        return None
    place = table.table("place")
    for name in place.strings("params"):
        if name not in place_parameters():
            place.fail(f'"{name}" is no place parameter. Write one of: {", ".join(place_parameters())}.', "params")
    dates = table.maybe_table("dates")
    remedy = Remedy(
        place=Place(place.string("country"), place.strings("params")),
        decides=table.maybe_text("decides"),
        gives=table.maybe_text("benefit" if role == "effect" else "gives"),
        does=table.one_of("does", ("stops_return", "gives_status", "answers_accusation", "ends_custody"))
        if role == "route"
        else None,
        in_play=table.one_of("in_play", ("place", "place_told", "wrong_done", "wrong_told"), default="place"),
        as_of_right=table.flag("as_of_right", default=True),
        lasts=table.maybe_text("lasts") if role == "route" else None,
        closes=table.maybe_text("closes") if role == "route" else None,
        arises=_tree(table, "arises"),
        dates={} if dates is None else _dates(dates),
        per=table.one_of("per", LISTS, default="") or None,
        remaining=table.maybe_text("remaining"),
        deadlines=table.strings("deadlines"),
    )
    place.done()
    return remedy


def _dates(table: Table) -> dict[str, str]:
    found = {selector: table.string(selector) for selector in SELECTORS if table.has(selector)}
    table.done()
    return found


def _warning(table: Table, role: str) -> WarningText | None:
    if role != "interaction":
        return None
    return WarningText(
        table.text("warning"),
        table.one_of("level", ("danger", "note")),
        table.flag("when_unknown"),
        table.strings("touches"),
    )


def read_rule(table: Table, expected_id: str) -> Rule:
    """One record. `expected_id` is what its path says."""
    rule_id = table.string("id")
    if rule_id != expected_id:
        table.fail(f'the id "{rule_id}" does not fit its path. The path says "{expected_id}".', "id")
    role = table.one_of("role", ROLES)
    shared = _elements(table, rule_id)
    rule = Rule(
        id=rule_id,
        role=role,
        title=table.text("title"),
        question=table.text("question"),
        note=table.maybe_text("note"),
        burden=table.one_of("burden", ("applicant", "authority", "shared"), default="") or None,
        standard=table.maybe_string("standard"),
        raised_by=table.one_of("raised_by", ("statute", "opponent"), default="") or None,
        yields_to=table.strings("yields_to"),
        decider_only=table.flag("decider_only"),
        forums=table.strings("forums"),
        versions=tuple(_version(inner, shared, rule_id) for inner in table.tables("version")),
        examples=tuple(one for inner in table.tables("example") for one in _examples(inner)),
        says=_says(table),
        remedy=_remedy(table, role),
        warning=_warning(table, role),
    )
    if not rule.versions:
        table.fail("this rule has no [[version]]. Add one with its days in force and its authority.")
    table.done()
    return rule


def load_rules(folder: Path, *, called: str = "records") -> dict[str, Rule]:
    """Every record below `folder`, by id. `called`: the name of the folder in a fault."""
    rules = {}
    for path in sorted(folder.rglob("*.toml")):
        relative = path.relative_to(folder)
        expected = ".".join((*relative.parts[:-1], path.stem))
        rules[expected] = read_rule(read_file(path, error=RuleError, name=f"{called}/{relative.as_posix()}"), expected)
    return rules


def _paper(table: Table) -> Paper:
    paper = Paper(
        table.string("id"),
        table.text("title"),
        table.one_of("obtain", ("easy", "slow", "hard")),
        table.one_of("danger", DANGERS),
        table.text("how"),
        table.maybe_text("why"),
    )
    if paper.danger != "none" and paper.why is None:
        table.fail(f'the paper "{paper.id}" is dangerous to obtain but does not say why. Add why = {{ en, ru }}.')
    table.done()
    return paper


def load_papers(folder: Path) -> dict[str, Paper]:
    """Every paper of the tables in `folder`, by id."""
    papers: dict[str, Paper] = {}
    for path in sorted(folder.glob("*.toml")):
        root = read_file(path, error=RuleError, name=f"papers/{path.name}")
        for table in root.tables("paper"):
            paper = _paper(table)
            if paper.id in papers:
                table.fail(f'the paper "{paper.id}" is defined twice. Keep one.', "id")
            papers[paper.id] = paper
        root.done()
    return papers


def load_law(folder: Path, *, overlay: Path | None = None) -> LawBase:
    """The law base in `folder` (records/, papers/ and decisions/), with every reference checked.

    Records and papers of `overlay` (an office's own) stand beside those or take the place of one with the same id;
    their titles say so wherever they are shown.
    """
    rules, papers = load_rules(folder / "records"), load_papers(folder / "papers")
    if overlay is not None:
        rules |= {
            name: _labelled(rule) for name, rule in load_rules(overlay / "records", called=f"{LOCAL}/records").items()
        }
        papers |= load_papers(overlay / "papers")
    base = LawBase(rules, papers, load_decisions(folder / "decisions"))
    check_references(base)
    return base


def _labelled(rule: Rule) -> Rule:
    """A local record: its title names it as one."""
    title = Text(en=f"{rule.title.en} [local record]", ru=f"{rule.title.ru} [местная запись]")
    return replace(rule, title=title)


@per_law
def law_in_use() -> LawBase:
    """The law base in use. It stays for the whole run."""
    local = local_records()
    with made_to_stay():
        return load_law(law_folder("law"), overlay=local if local.is_dir() else None)
