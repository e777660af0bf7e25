"""Putting law and one person's record together: which days and places are still possible, and the problem under each.

Source: docs/assessment.md 3.2 and 3.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import product

from pristan.assessment.compose import composed
from pristan.assessment.graph import Choice, graph_of
from pristan.assessment.problem import OF_ONE_LAYOUT, Problem, RuleNode
from pristan.assessment.reach import Setting, index_of
from pristan.assessment.record import Layer, Record
from pristan.assessment.source import FactKey, FactSource, Listed, Span
from pristan.assessment.versions import span_name, spans, version_for
from pristan.assessment.view import View
from pristan.kernel.answers import Answer
from pristan.law.model import Ground as EffectGround
from pristan.law.model import LawBase, Rule, Version

DATED = ("facts", "entry", "registered", "filed", "decided", "notified")  # selectors with a fact of their own

Selectors = Mapping[str, tuple[str, ...]]


def _listed(source: FactSource, name: str) -> Listed:
    items = source.items(name)
    return Listed(name, items, tuple(source.item_title(item) for item in items), source.is_complete(name))


class Grounder:
    """Grounds rules of one law base for one person.

    `beside`: the same person on the same day under another scenario, and the facts in which the two differ; what rests
    on none of them is not worked out again.
    """

    def __init__(
        self, base: LawBase, source: FactSource, *, beside: tuple[Grounder, Iterable[FactKey]] | None = None
    ) -> None:
        self.base = base
        self.source = source
        self._index = index_of(base)
        self._graph = graph_of(base, tuple(_listed(source, name) for name in self._index.lists))
        self.record = Record(source, tuple(self._layers(beside)), self._graph.script)
        self._spans: dict[tuple[str, str | None, str], Span] = {}
        self._choices: dict[str, tuple[Selectors, list[Choice]]] = {}
        self._settings: dict[tuple[str, ...], Setting] = {}

    def _layers(self, beside: tuple[Grounder, Iterable[FactKey]] | None) -> Iterator[Layer]:
        """The records that this one agrees with on all but some facts, the most general first."""
        told = self._graph.bits(self.source.told, self.source.raised)
        yield told, self._graph.unasked
        if beside is not None and beside[0]._graph is self._graph:
            yield self._graph.bits(beside[1]), beside[0].record

    # the choices of dates and places still possible

    def choices(self, rule: Rule) -> tuple[Selectors, list[Choice]]:
        """Selectors with more than one possibility, and each choice with its days and place."""
        if rule.remedy is None:  # no dates or places of its own: as of the day of assessment
            return {}, [({}, self._undated(rule.forums))]
        if rule.id not in self._choices:
            self._choices[rule.id] = self._make_choices(rule)
        return self._choices[rule.id]

    def _undated(self, forums: tuple[str, ...]) -> Setting:
        if forums not in self._settings:
            on = self.source.on
            self._settings[forums] = Setting(dict.fromkeys((*DATED, "today"), on), {}, on, forums)
        return self._settings[forums]

    def _make_choices(self, rule: Rule) -> tuple[Selectors, list[Choice]]:
        reach, remedy, on = self._index.reach(rule.id), rule.remedy, self.source.on
        country = remedy.place.country if remedy else ""
        days = dict.fromkeys((*DATED, "today"), on)  # of a selector without cuts any day will do
        open_days: dict[str, list[tuple[str, date]]] = {}
        for selector, cuts in reach.cuts.items():
            if selector == "today":
                continue
            possible = spans(self._span(selector, remedy.dates.get(selector) if remedy else None, country), cuts)
            days[selector] = possible[0][0] or possible[0][1] or on
            if len(possible) > 1:
                open_days[selector] = [(span_name(span), span[0] or span[1] or on) for span in possible]
        place: dict[str, str] = {}
        open_places: dict[str, tuple[str, ...]] = {}
        for parameter in remedy.place.params if remedy else ():
            value = self.source.place(parameter)
            if value is not None:
                place[parameter] = value
            elif named := reach.places.get(parameter):
                open_places[parameter] = named
        selectors = {name: tuple(label for label, _ in options) for name, options in open_days.items()} | open_places
        choices: list[Choice] = []
        for picked in product(*open_days.values()):
            for where in product(*open_places.values()):
                label = dict(zip(open_days, (name for name, _ in picked), strict=True))
                chosen_days = days | dict(zip(open_days, (day for _, day in picked), strict=True))
                chosen_place = dict(zip(open_places, where, strict=True))
                choices.append((label | chosen_place, Setting(chosen_days, place | chosen_place, on, rule.forums)))
        return selectors, choices

    def _span(self, selector: str, fact: str | None, country: str) -> Span:
        key = (selector, fact, country)
        if key not in self._spans:
            self._spans[key] = self.source.span(selector, fact, country)
        return self._spans[key]

    def version(self, rule: Rule) -> Version | None:
        """The version of a route or effect under the first choice of dates."""
        _, setting = self.choices(rule)[1][0]
        return version_for(rule, setting.days, setting.place, setting.on)

    # whole problems

    def view(self, rule: Rule) -> View:
        """The route as the evaluator works on it."""
        selectors, choices = self.choices(rule)
        return View(self._graph.route(rule, choices, selectors), self.record)

    def single(self, rule_id: str, item: str | None, of: Rule) -> RuleNode:
        """One rule as the route or effect `of` uses it, under the first choice of dates."""
        _, setting = self.choices(of)[1][0]
        return self._graph.rule(rule_id, item, setting)

    def effect_arises(self, effect: Rule, item: str | None) -> bool:
        """Whether an effect arises (for one item): not where its test is `not_met` at the support needed."""
        _, setting = self.choices(effect)[1][0]
        test = self._graph.arises(effect, item, setting)
        return test is None or composed(self.record, test, at_need=True) is not Answer.NOT_MET

    def ground(self, ground: EffectGround, item: str | None, effect: Rule) -> list[Problem]:
        """A ground of an effect, against the person, under every choice."""
        return [self._graph.ground(effect, ground, item, setting) for _, setting in self.choices(effect)[1]]
