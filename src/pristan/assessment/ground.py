"""Putting law and one person's record together: which days and places are still possible, and the problem under each.

Source: docs/assessment.md 3.2 and 3.3.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product

from pristan.assessment.compose import composed
from pristan.assessment.graph import Choice, Chosen, graph_of
from pristan.assessment.problem import Problem, RuleNode
from pristan.assessment.reach import Setting, index_of
from pristan.assessment.record import Layer, Record
from pristan.assessment.source import FactKey, FactSource, Listed, Span
from pristan.assessment.versions import span_name, spans, version_for
from pristan.assessment.view import View
from pristan.kernel.answers import Answer
from pristan.law.model import Ground as EffectGround
from pristan.law.model import LawBase, Rule, Version

DATED = ("facts", "entry", "registered", "filed", "decided", "notified")  # selectors with a fact of their own


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
        self._told = self._graph.bits(source.told, source.raised)
        self.record = Record(source, tuple(self._layers(beside)), self._graph.script, self._told)
        self._spans: dict[tuple[str, str | None, str], Span] = {}
        self._chosen: dict[str, Chosen] = {}
        self._settings: dict[tuple[str, ...], Setting] = {}

    def _layers(self, beside: tuple[Grounder, Iterable[FactKey]] | None) -> Iterator[Layer]:
        """The records that this one agrees with on all but some facts, the most general first."""
        yield self._told, self._graph.unasked
        if beside is not None and beside[0]._graph is self._graph:
            yield self._graph.bits(beside[1]), beside[0].record

    # the choices of dates and places still possible

    def chosen(self, rule: Rule) -> Chosen:
        """The selectors of a rule with more than one possibility, and each choice with its days and place."""
        if self.base.rules.get(rule.id) is not rule:  # such as an example's rule, asked for by itself
            return self._choose(rule)
        found = self._chosen.get(rule.id)
        if found is None:
            key = self._possible(rule)
            found = self._graph.chosen.get(key)
            if found is None:
                found = self._graph.chosen[key] = self._choose(rule)
            self._chosen[rule.id] = found
        return found

    def _choose(self, rule: Rule) -> Chosen:
        if rule.remedy is None:  # no dates or places of its own: as of the day of assessment
            return Chosen({}, [({}, self._undated(rule.forums))])
        return self._make_choices(rule)

    def _possible(self, rule: Rule) -> tuple[object, ...]:
        """What of the case the choices turn on."""
        found: list[object] = [rule.id, self.source.on]
        remedy = rule.remedy
        if remedy is not None:
            for selector, cuts in self._index.reach(rule.id).cuts.items():
                if selector != "today":
                    first, last = self._span(selector, remedy.dates.get(selector), remedy.place.country)
                    # of one day only the versions that it selects make a difference
                    found.append(bisect_right(cuts, first) if first is not None and first == last else (first, last))
            found += [self.source.place(parameter) for parameter in remedy.place.params]
        return tuple(found)

    def _undated(self, forums: tuple[str, ...]) -> Setting:
        if forums not in self._settings:
            on = self.source.on
            self._settings[forums] = Setting(dict.fromkeys((*DATED, "today"), on), {}, on, forums)
        return self._settings[forums]

    def _make_choices(self, rule: Rule) -> Chosen:
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
        return Chosen(selectors, choices)

    def _span(self, selector: str, fact: str | None, country: str) -> Span:
        key = (selector, fact, country)
        if key not in self._spans:
            self._spans[key] = self.source.span(selector, fact, country)
        return self._spans[key]

    def version(self, rule: Rule) -> Version | None:
        """The version of a route or effect under the first choice of dates."""
        _, setting = self.chosen(rule).choices[0]
        return version_for(rule, setting.days, setting.place, setting.on)

    # whole problems

    def view(self, rule: Rule) -> View:
        """The route as the evaluator works on it."""
        chosen = self.chosen(rule)
        if chosen.problem is None:
            chosen.problem = self._graph.route(rule, chosen.choices, chosen.selectors)
        return View(chosen.problem, self.record)

    def single(self, rule_id: str, item: str | None, of: Rule) -> RuleNode:
        """One rule as the route or effect `of` uses it, under the first choice of dates."""
        chosen = self.chosen(of)
        found = chosen.rules.get((rule_id, item))
        if found is None:
            found = chosen.rules[rule_id, item] = self._graph.rule(rule_id, item, chosen.choices[0][1])
        return found

    def effect_arises(self, effect: Rule, item: str | None) -> bool:
        """Whether an effect arises (for one item): not where its test is `not_met` at the support needed."""
        _, setting = self.chosen(effect).choices[0]
        test = self._graph.arises(effect, item, setting)
        return test is None or composed(self.record, test, at_need=True) is not Answer.NOT_MET

    def ground(self, ground: EffectGround, item: str | None, effect: Rule) -> list[Problem]:
        """A ground of an effect, against the person, under every choice."""
        chosen = self.chosen(effect)
        key = (id(ground), item)  # a ground of the law base, which outlives its graphs
        found = chosen.grounds.get(key)
        if found is None:
            found = chosen.grounds[key] = [
                self._graph.ground(effect, ground, item, setting) for _, setting in chosen.choices
            ]
        return found
