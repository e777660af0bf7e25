"""Articles of Russian codes in a free citation, as papers and people write it.

"ч. 3 ст. 30, п. «г» ч. 4 ст. 228.1 УК РФ", "ст.228.1 УК", "228¹", "УК 228.1 ч.4". Parts and points are left aside.
Does not: know which articles exist.
"""

from __future__ import annotations

import re

UNNAMED = "УК"  # a citation that names no code is read as the Criminal Code
_NAMES = {name.casefold(): name for name in ("УПК", "УК", "КоАП")}
_CODE = re.compile(r"\b(?:УПК|УК|КоАП)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\d)(?<!\d\.)[1-9]\d{0,2}(?:\.\d{1,2}){0,2}(?!\d)")
_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_ONE_LETTER = r"[а-яёa-z](?![а-яёa-z])"
_PART = re.compile(
    r"(?<![а-яёa-z])(?:ч\.?\s?ч|п\.?\s?п|ч|п|част[а-яё]+|пункт[а-яё]*|parts?|points?|paras?)(?![а-яёa-z])\.?\s*"
    rf"[«\"]?(?:\d{{1,2}}(?:\.\d{{1,2}})?(?!\d)|{_ONE_LETTER})[»\"]?"
    rf"(?:\s*(?:,|и\b)\s*[«\"]?(?:\d(?![\d.])|{_ONE_LETTER})[»\"]?)*",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?<=\d)(?:\s?\(\w{1,3}(?:\.\d)?\))+")  # 228.1(4)(г)


def codes_named(text: str) -> frozenset[str]:
    """The codes that a citation names ("УК", "КоАП", "УПК"); the Criminal Code where it names none."""
    return frozenset(_NAMES[found[0].casefold()] for found in _CODE.finditer(text)) or frozenset({UNNAMED})


def articles_in(text: str) -> frozenset[str]:
    """The articles that a citation names, each as "УК 228.1". Of several codes, an article belongs to the nearest."""
    plain = re.sub("(?<=[0-9])[¹²³⁴⁵⁶⁷⁸⁹]+", lambda found: "." + found[0].translate(_RAISED), text)
    plain = re.sub(r"(?<=\d)-(?=\d(?!\d))", ".", plain)  # 228-1
    plain = _PART.sub(" ", _IN_BRACKETS.sub(" ", plain))
    codes = list(_CODE.finditer(plain))
    return frozenset(f"{_code_of(article, codes)} {article[0]}" for article in _ARTICLE.finditer(plain))


def _code_of(article: re.Match[str], codes: list[re.Match[str]]) -> str:
    def distance(code: re.Match[str]) -> tuple[int, bool]:
        after = code.start() >= article.end()
        return (code.start() - article.end() if after else article.start() - code.end()), not after

    return _NAMES[min(codes, key=distance)[0].casefold()] if codes else UNNAMED
