"""The page of one rule, in one language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from pristan.cli import law_words
from pristan.filings.dossier.words import filled
from pristan.kernel.language import Language
from pristan.kernel.vocabulary.facts import vocabulary
from pristan.law.decided import Ask
from pristan.law.instruments import cited
from pristan.law.model import NOT_YET_LAW, Element, LawBase, Rule, Version
from pristan.law.tree import All, AnyOf, ElementRef, Exists, ForEach, Node, Not, RuleRef
from tools.law_pages import codes

NOTE = "<!-- made by `make docs`; do not edit -->\n\n"


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def word(key: str, language: Language) -> str:
    """A fixed word of the pages."""
    return _words()[key][language.value]


def english(said: str, language: Language) -> str:
    """What the records hold in English only; on a Russian page it is marked, so that a reader or a voice can tell."""
    return said if language is Language.EN else f'<span lang="en">{said}</span>'


def cite(said: str, language: Language) -> str:
    """Citations as the page's language has them; one without a Russian form stands in English and is marked so."""
    if cited(said, language) == said:
        return english(said, language)
    shown = ((part, cited(part, language)) for part in said.split("; "))
    return "; ".join(english(part, language) if part == new else new for part, new in shown)


def path_of(rule_id: str, language: Language) -> PurePosixPath:
    """Where the page of a rule lies below docs/law/."""
    return PurePosixPath(language.value, *rule_id.split(".")).with_suffix(".md")


def link(rule: Rule, language: Language, *, depth: int) -> str:
    """A link to a rule's page from a page `depth` folders below docs/law/."""
    return f"[{rule.title.to(language)}]({'../' * depth}{path_of(rule.id, language)})"


class RulePage:
    """Writes the page of one rule.

    Does not: translate citations without a Russian form; they are marked. A Russian page says at its head what was
    translated and that no lawyer compared it.
    """

    def __init__(self, base: LawBase, rule: Rule, used_by: Iterable[str], language: Language) -> None:
        self.base, self.rule, self.used_by, self.language = base, rule, sorted(used_by), language
        self.depth = len(rule.id.split("."))

    def text(self) -> str:
        """The whole page as Markdown."""
        rule, other = self.rule, Language.RU if self.language is Language.EN else Language.EN
        back = f"{'../' * self.depth}{path_of(rule.id, other)}"
        parts = [
            NOTE,
            f"# {rule.title.to(self.language)}\n\n",
            f"`{rule.id}` · {codes.role(rule.role, self.language)} · [{self.word('other')}]({back})\n\n",
        ]
        if self.language is Language.RU:
            parts.append(f"*{self.word('translated')}*\n\n")
        parts.append(f"{rule.question.to(self.language)}\n")
        if rule.note:
            parts.append(f"\n{rule.note.to(self.language)}\n")
        if rule.warning:
            parts.append(f"\n> {rule.warning.text.to(self.language)}\n")
        parts.append(self._facts_about())
        parts += [self._version(version) for version in reversed(rule.versions)]
        parts.append(self._examples())
        return "".join(parts)

    def word(self, key: str) -> str:
        return word(key, self.language)

    def _links(self, ids: Iterable[str]) -> str:
        return "; ".join(link(self.base.rules[name], self.language, depth=self.depth) for name in ids)

    def _facts_about(self) -> str:
        rule, remedy = self.rule, self.rule.remedy
        rows: list[tuple[str, str]] = []
        if remedy:
            rows += [
                (self.word(key), text.to(self.language))
                for key, text in (
                    ("gives", remedy.gives),
                    ("lasts", remedy.lasts),
                    ("closes", remedy.closes),
                    ("decides", remedy.decides),
                    ("remaining", remedy.remaining),
                )
                if text
            ]
            asked = ", ".join(codes.place_parameter(name, self.language) for name in remedy.place.params)
            where = codes.country(remedy.place.country, self.language)
            rows.append((self.word("place"), f"{where} ({self.word('place_asks')} {asked})" if asked else where))
        if rule.burden:
            rows.append((self.word("burden"), codes.burden(rule.burden, self.language)))
        if rule.standard:
            rows.append((self.word("standard"), codes.standard(rule.standard, self.language)))
        if rule.raised_by:
            rows.append((self.word("raised_by"), self.word(rule.raised_by)))
        if rule.yields_to:
            against = rule.role in ("bar", "interaction")
            rows.append((self.word("yields_exc" if against else "yields_bars"), self._links(rule.yields_to)))
        if self.used_by:
            rows.append((self.word("used_by"), self._links(self.used_by)))
        return "".join(f"\n- **{head}:** {body}" for head, body in rows) + "\n"

    def _version(self, version: Version) -> str:
        since = f"{self.word('from')} {version.since}" if version.since else self.word("always")
        until = f" {self.word('until')} {version.until}" if version.until else ""
        parts = [f"\n## {self.word('in_force')} {since}{until}\n"]
        marks = [
            f"{self.word('selected')} {law_words.word(version.selected_by, self.language)}",
            codes.of_dossier("confidence", version.confidence, self.language),
            filled(codes.of_dossier("label", "checked_on", self.language), day=str(version.checked)),
        ]
        if version.volatile:
            marks.append(f"**{self.word('volatile')}**")
        parts.append("\n" + "; ".join(marks) + "\n")
        if version.place:
            parts.append(f"\n{self.word('only_in')}: {codes.places(version.place, self.language)}\n")
        for state in version.litigation:
            days = f"{state.since or '...'} – {state.until or '...'}"
            where = f" · {codes.places(state.place, self.language)}" if state.place else ""
            name = codes.state(state.state, self.language)
            head = self.word("as_a_law" if state.state == NOT_YET_LAW else "litigation")
            parts.append(f"\n{head}: **{name}** {days}{where} ({cite(state.cite, self.language)})\n")
        if version.test:
            parts.append(f"\n{self.word('test')}:\n\n" + self._tree(version.test, version, 0))
        if version.weighing:
            for key, names in (("for", version.weighing.factors_for), ("against", version.weighing.factors_against)):
                parts.append(
                    f"\n{self.word(key)}:\n\n" + "".join(f"- {self._named(name, version)}\n" for name in names)
                )
        if version.bars:
            parts.append(f"\n{self.word('bars')}: {self._links(version.bars)}\n")
        if version.grounds:
            parts.append(f"\n{self.word('grounds')}:\n\n" + "".join(self._ground(version)))
        if version.elements:
            parts.append(f"\n### {self.word('elements')}\n\n")
            parts += [self._element(element) for element in version.elements.values()]
        parts.append(f"\n### {self.word('authorities')}\n\n")
        for authority in version.authorities:
            sources = "".join(f" [{number}]({url})" for number, url in enumerate(authority.url, start=1))
            against = "; ".join(cite(said, self.language) for said in authority.disputed_by)
            disputed = f" ({self.word('disputed_by')}: {against})" if against else ""
            weight = codes.of_dossier("weight", authority.weight, self.language)
            says = authority.says.to(self.language)
            parts.append(f"- {cite(authority.cite, self.language)} ({weight}): {says}{disputed}{sources}\n")
        if version.doubts:
            doubts = (f"- {doubt.to(self.language)}\n" for doubt in version.doubts)
            parts.append(f"\n### {self.word('doubts')}\n\n" + "".join(doubts))
        return "".join(parts)

    def _ground(self, version: Version) -> Iterable[str]:
        for ground in version.grounds:
            kind = self.word("mandatory" if ground.mandatory else "discretionary")
            duration = f"; {ground.duration.to(self.language)}" if ground.duration else ""
            waivers = f"; {self.word('waivers')}: {self._links(ground.waivers)}" if ground.waivers else ""
            yield f"- {self._links([ground.rule])} ({kind}{duration}{waivers})\n"

    def _named(self, name: str, version: Version) -> str:
        return self._links([name]) if "." in name else version.elements[name].title.to(self.language)

    def _tree(self, node: Node, version: Version, level: int) -> str:
        pad = "  " * level + "- "
        match node:
            case ElementRef(name):
                return f"{pad}{version.elements[name].title.to(self.language)}\n"
            case RuleRef(name):
                return f"{pad}{self._links([name])}\n"
            case All(children) | AnyOf(children):
                if len(children) == 1:
                    return self._tree(children[0], version, level)
                head = self.word("all" if isinstance(node, All) else "any")
                return f"{pad}{head}:\n" + "".join(self._tree(child, version, level + 1) for child in children)
            case Not(child):
                return f"{pad}{self.word('not')}:\n" + self._tree(child, version, level + 1)
            case Exists(name, test) | ForEach(name, test):
                head = self.word("exists" if isinstance(node, Exists) else "for_each")
                head = filled(head, list=codes.items(name, self.language))
                return f"{pad}{head}:\n" + self._tree(test, version, level + 1)

    def _element(self, element: Element) -> str:
        marks = [f"{self.word('needs')} {law_words.word(element.support.word, self.language)}"]
        if element.settles:
            marks.append(self.word("own_word"))
        if element.accusation_enough:
            marks.append(self.word("accusation"))
        parts = [f"- **{element.title.to(self.language)}** ({'; '.join(marks)})\n"]
        if element.answered_by.finding:
            parts.append(f"  - {self.word('finding')}\n")
        for fact in element.rests_on:
            parts.append(f"  - {self.word('asks')} `{fact}`: {vocabulary()[fact].ask.to(self.language)}\n")
        if element.proof:
            parts.append(f"  - {self.word('proof')}: {'; '.join(self._paper(name) for name in element.proof)}\n")
        for argument in element.opponent:
            parts.append(f"  - {self.word('argues')}: {argument.to(self.language)}\n")
        return "".join(parts)

    def _paper(self, name: str) -> str:
        paper = self.base.papers[name]
        if paper.danger == "none":
            return paper.title.to(self.language)
        return f"{paper.title.to(self.language)} ({codes.of_dossier('danger', paper.danger, self.language)})"

    def _examples(self) -> str:
        parts = []
        if self.rule.examples:
            parts.append(f"\n## {self.word('examples')}\n\n")
            for example in self.rule.examples:
                source = f" ({cite(example.cite, self.language)})" if example.cite else ""
                day = f" [{example.on}]" if example.on else ""
                expected = codes.expected(example.expect, self.rule.role, self.language)
                parts.append(f"- {example.name.to(self.language)}{source}{day}: **{expected}**\n")
        cases = [
            (decision, ask)
            for decision in self.base.decisions.values()
            for ask in decision.asks
            if ask.rule == self.rule.id
        ]
        if cases:
            parts.append(f"\n## {self.word('cases')}\n\n")
            for decision, ask in cases:
                said = decision.says.to(self.language)
                parts.append(f"- {cite(decision.cite, self.language)}: {said} {self._asked(ask)}\n")
        return "".join(parts)

    def _asked(self, ask: Ask) -> str:
        if ask.element is not None:
            title = next(one.elements[ask.element].title for one in self.rule.versions if ask.element in one.elements)
            return f"{title.to(self.language)}: **{codes.expected(ask.expect, 'element', self.language)}**"
        if self.rule.role == "weigh":
            return f"**{self.word(ask.expect)}**"
        return f"**{codes.expected(ask.expect, self.rule.role, self.language)}**"
