"""Names of persons as papers in English write them.

Value: the name in the order of the paper, without title and comma; capitals become ordinary letters.
Does not: say what part a person plays (`persons`), or tell a surname from a first name.
"""

from __future__ import annotations

import re

TITLE = r"(?:(?:[Tt]he\s+)?(?:Hon(?:ou?rable|\.)|HONOU?RABLE|MR|MRS|MS|DR|Mr|Ms|Mrs|Miss|Mx|Dr|JUDr|Mgr|Ing|Prof(?:essor)?|Sir|Dame|Lord|Lady|[Cc]itizen|Major|Captain|Colonel|Lieutenant|Sergeant|Constable|[Jj]unior|[Ss]enior)\.?\s{1,4}){0,3}"
WORD = r"[A-ZÀ-Þ][a-zß-ÿ’']{1,24}(?:[A-Z][a-zß-ÿ]{1,24})?(?:-[A-ZÀ-Þ][a-zß-ÿ’']{1,24}){0,2}"
_INITIAL = r"(?:[A-Z](?:[a-z]|h|hch)?\.[ ]?)"
_CAPS_WORD = r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]{1,30}"
# "Rustam Karim ugli", "Elchin Rufat oglu"
_SON_OF = r"(?:[ -](?:ugli|ogli|ogly|oglu|o['’]g['’]li|kizi|qizi|kyzy|gyzy|uulu|uly))?"
# "A.V. Smirnov", "Smirnov A.V.", "Anna Petrovna Smirnova"
_SP = r"[ ]{1,2}\x1f*"  # not over the gap between two columns; \x1f: the indent of a line that goes on
_PLAIN = (
    rf"(?:(?:(?<=Ms )|(?<=Mr )|(?<=Dr ))[A-Z][ ]{WORD}|{_INITIAL}{{1,3}}{WORD}|{WORD},?[ ]{_INITIAL}{{1,2}}(?![ ]?[A-Z][a-z])"
    rf"|{WORD}{_SP}(?:{_INITIAL}[ ]?)?(?:(?:van|von|de|der|den|del|al|el|bin)[ ]){{0,2}}{WORD}(?:{_SP}{WORD}){{0,2}}{_SON_OF})"
)
_CAPS = rf"(?:{_CAPS_WORD},[ ]*{_CAPS_WORD}(?:{_SP}{_CAPS_WORD})?|{_CAPS_WORD}(?:{_SP}{_CAPS_WORD}){{1,2}}|{_INITIAL}{{1,2}}{_CAPS_WORD})"
_MIXED = rf"{WORD}(?:{_SP}{WORD})?{_SP}{_CAPS_WORD}(?![a-z])|{_CAPS_WORD},?{_SP}{WORD}(?:{_SP}{WORD})?{_SON_OF}"
FULL = rf"{_MIXED}|{_PLAIN}|{_CAPS}"
# not followed by letters; what ends in a full stop has it from its initial
# a name begins with a word, and its words have a length: no run of one letter is tried from each of its places
_BEGINS = r"(?<![A-Za-zÀ-ÿ])"
NAME = rf"{_BEGINS}{TITLE}(?P<name>{FULL})(?![A-Za-zÀ-ÿ\d])"
SURNAME = rf"{_BEGINS}{TITLE}(?P<name>{FULL}|{WORD}|{_CAPS_WORD})(?![A-Za-zÀ-ÿ\d])"  # a surname alone too
OTHER = rf"(?:{_INITIAL}{{1,2}}{WORD}|{WORD}[ ]{_INITIAL}{{1,2}}|{WORD}[ ]{WORD})"
_LETTERS_FOR_A_NAME = 3  # "RT", where a court hides the name
# words of bodies, places and forms that look like names
NO_NAME = re.compile(
    r"(?i)\b(?:court|tribunal|states?|departments?|office|ministry|federation|republic|government|service|police|case|file|matter|order|notice|appeals?|home|secretary|united|district|region(?:al)?|city|town"
    r"|law|legal|asylum|immigration|prosecution|prosecutor|judge|street|avenue|road|plaza|bureau|commission|committee|bank|university|institute|hospital|school|clinic|cent(?:er|re)|union|human|rights|map|article|part"
    r"|mr|mrs|ms|miss|dr|prof|dates?|number|name|respondent|appellant|applicant|defendant|claimant|counsel|attorney|solicitors?|advocates?|lawyers?|representatives?|interpreter|witness(?:es)?|officer|investigat\w+|proceedings|bond|removal|security|code|act|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|house|general|chief|field|none|unknown|not|yes|no|the|and|of|to|in|for|re|on|by|at|from|with|was|is|has|had|who|that|this|it|he|she|they|we|you|i|my|his|her|there|when|where|after|before|under|question|answer|signature|signed|stamp|seal|copy|page"
    r"|russian?|moscow|ukrain\w+|uzbek\w*|kazakh\w*|kyrgyz\w*|tajik\w*|american|british|canada|canadian|english|german\w*|llp|ltd|inc|p\.c|pllc|senior|deputy|presenting|department|reference|ref|statement|decision|declaration|application|enforcement|custody|federal|national|international|main|directorate|administration|section|division|unit|report|request|country|address|nationality|citizen(?:ship)?|language|birth|sex|male|female|present|record|minister|board|dhs|ice|uscis|eoir|trial|attach\w*|criminal|military|supreme|high|chamber|team|group|category|status|title|position|rank|occupation|colony|prison|village|oblast|krai|association|council|director|letter|dear|sir|madam|esq|nil|n/a|article|oath|sworn)\b"
)


def is_name(written: str) -> bool:
    """Whether none of its words is one of bodies, places or forms; initials are no words."""
    return NO_NAME.search(re.sub(r"\b[A-Z][a-z]{0,2}\.", "", written)) is None


def shown(written: str) -> str:
    """A name as it is given: without commas, each word that stood in capitals with one capital."""
    words = written.replace(",", " ").split()
    if len(words) == 1 and len(words[0]) <= _LETTERS_FOR_A_NAME:
        return written
    return " ".join(
        word if "." in word else "-".join(_ordinary(part) for part in word.split("-")) for word in words
    ).strip()


def _ordinary(word: str) -> str:
    if not word.isupper() or len(word) < 2:
        return word
    return "’".join("'".join(part.capitalize() for part in half.split("'")) for half in word.split("’"))


def same_person(one: str, other: str) -> bool:
    """Whether the shorter of two names is the longer one, cut: "A.I. Kudrin" of "Kudrin Aleksei Ilyich"."""
    words, others = sorted((_parts(one), _parts(other)), key=lambda parts: (sum(map(len, parts)), len(parts)))
    whole = [word for word in words if len(word) > 1]
    if not whole or any(word not in others for word in whole):
        return False
    left = [word for word in others if word not in whole]
    return all(any(rest.startswith(word) for rest in left) for word in words if len(word) == 1)


def _parts(name: str) -> list[str]:
    """Its words in small letters; of an initial the first letter."""
    spaced = re.sub(r"\.(?=\S)", ". ", name.lower())
    return [word[0] if word.endswith(".") else word for word in spaced.split()]


def fuller(one: str, other: str) -> str:
    """The one of two forms of a name that tells more; the first of two alike."""
    return max((one, other), key=lambda name: (sum(len(part) > 1 for part in _parts(name)), len(_parts(name))))
