"""How the codes of the records are said on the law pages: in the words of the dossier and of the commands.

Nothing is worded here a second time. A code without words is a KeyError: give it words where its kin have theirs.
"""

from __future__ import annotations

from collections.abc import Mapping

from pristan.cli import law_words
from pristan.country.names import country_names
from pristan.filings.dossier.compose.context import litigation_word, phrases
from pristan.filings.dossier.words import words_in
from pristan.kernel.language import Language
from pristan.kernel.places import place_parameters
from pristan.kernel.vocabulary.facts import LIST_WORDS


def of_dossier(section: str, code: str, language: Language) -> str:
    """A code by its section of the dossier's words: weight, danger, confidence."""
    return words_in(language)[section][code]


def role(code: str, language: Language) -> str:
    """What kind of record it is, as a heading says it."""
    return law_words.word(code, language).capitalize()


def standard(code: str, language: Language) -> str:
    """How sure the decider must be."""
    return phrases()[f"standard_{code}"].to(language)


def burden(code: str, language: Language) -> str:
    """Who must show it."""
    return phrases()[f"burden_{code}"].to(language)


def state(code: str, language: Language) -> str:
    """A state in the courts."""
    return litigation_word(code).to(language)


def country(code: str, language: Language) -> str:
    """A country, or the place of an international body."""
    return (phrases().get(f"country_{code}") or country_names()[code]).to(language)


def place_parameter(name: str, language: Language) -> str:
    """What a rule asks of a place."""
    return place_parameters()[name].title.to(language)


def places(place: Mapping[str, tuple[str, ...]], language: Language) -> str:
    """Places with their values: "federal judicial circuit of the United States: 2, 3"."""
    return "; ".join(f"{place_parameter(name, language)}: {', '.join(values)}" for name, values in place.items())


def items(name: str, language: Language) -> str:
    """The list of items that a test is made of."""
    return LIST_WORDS[name].to(language)


def expected(code: str, kind: str, language: Language) -> str:
    """What an example or a decided case asks of a record of this kind: a verdict, an outcome or an answer."""
    if kind == "route":
        return of_dossier("verdict", code, language).lower()
    if kind == "effect":
        return of_dossier("outcome", code, language).lower()
    return law_words.answer(code, language)
