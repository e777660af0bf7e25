"""Articles of codes as papers and people write them: the one reader of this notation.

"ч. 1 ст. 280.3 УК РФ", "п. «г» ч. 4 ст. 228.1", "ч.3 ст.30, п.«а» ч.4 ст.228.1 УК", "УК 30/228.1", "228.1(4)(г)",
"228¹", "228-1", "ст. 20.3.3 КоАП", "part 1 of article 280.3 CC", "ч. 3 ст. 244-1 УК Республики Узбекистан".
Result: each article with code, state, parts, points, stage (attempt, preparation), note and place in the text.
Does not: know which articles exist. In running text only numbers that are marked as articles are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

CRIMINAL_CODE = "УК"
_UNFINISHED = "30"  # article 30 of the Criminal Code: part 1 preparation, part 3 attempt
_FAR = 150  # a code further off than this many letters belongs to another sentence
_BESIDE = 8  # a law that is no code speaks only for the articles written directly before it


class Stage(StrEnum):
    """How far the crime is said to have gone, from article 30 of the Criminal Code."""

    PREPARATION = "preparation"
    ATTEMPT = "attempt"
    UNFINISHED = "unfinished"  # article 30 without its part


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a citation."""

    number: str  # "228.1"
    code: str | None = None  # УК, КоАП, УПК ...; None where the citation names none
    state: str | None = None  # two capital letters where the citation says whose code it is
    parts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    stage: Stage | None = None
    note: bool = False  # the note (примечание) to the article is cited
    span: tuple[int, int] = field(default=(0, 0), compare=False)

    @property
    def name(self) -> str:
        """Code and number, as "УК 228.1"; the Criminal Code where none is named; "УК (UZ) 159" of another state."""
        foreign = f" ({self.state})" if self.state not in (None, "RU") else ""
        return f"{self.code or CRIMINAL_CODE}{foreign} {self.number}"


_NATIONS = {  # "the Uzbek Criminal Code"
    "Russian": "RU",
    "Uzbek": "UZ",
    "Tajik": "TJ",
    "Kyrgyz": "KG",
    "Kazakh": "KZ",
    "Kazakhstani": "KZ",
    "Belarusian": "BY",
}
_CODES = {
    "УПК": r"УПК|уголовно-процессуальн[а-яё]+\s+кодекс[а-яё]*|code\s+of\s+criminal\s+procedure"
    r"|criminal\s+procedure\s+code|criminal\s+procedural\s+code|CCrP|CPC|CrPC|CCP",
    "УИК": r"УИК|уголовно-исполнительн[а-яё]+\s+кодекс[а-яё]*",
    "УК": r"УК|уголовн[а-яё]+\s+кодекс[а-яё]*"
    rf"|(?:(?:{'|'.join(_NATIONS)})\s+)?(?:criminal|penal)\s+code|(?:RF|Russian)\s+CC|CC",
    "КоАП": r"КоАП|КРФоАП|кодекс[а-яё]*\s+(?:\w+\s+){0,2}об\s+административных\s+правонарушениях"
    r"|code\s+(?:of\s+(?:the\s+)?(?:\w+\s+){1,4}?)?(?:of|on)\s+(?:the\s+)?administrative\s+(?:offen[cs]es|violations)"
    r"|administrative\s+(?:offen[cs]es\s+)?code|CAO|CoAO|KoAP",
    "КАС": "КАС",
    "ГПК": "ГПК",
    "АПК": "АПК",
    "ГК": "ГК",
    "НК": "НК",
    "ТК": "ТК",
    "": r"convention|constitution|covenant|treaty|federal\s+law"
    r"|федеральн[а-яё]+\s+закон[а-яё]*|закон[а-яё]*|ФЗ|конституци[а-яё]+|конвенци[а-яё]+|пакт[а-яё]*",
}
_STATES = {
    "RU": r"РФ|Росси[а-яё]+(?:\s+Федераци[а-яё]+)?|RF|of\s+(?:the\s+)?(?:RF|Russia(?:n\s+Federation)?)",
    "UZ": r"РУз|Республики\s+Узбекистан|Узбекистан[а-яё]*|of\s+(?:the\s+)?(?:RUz|(?:Republic\s+of\s+)?Uzbekistan)",
    "TJ": r"Республики\s+Таджикистан|Таджикистан[а-яё]*|РТ|of\s+(?:the\s+Republic\s+of\s+)?Tajikistan",
    "KG": r"Кыргызской\s+Республики|Кыргызстан[а-яё]*|Киргизи[а-яё]+|КР"
    r"|of\s+(?:the\s+)?(?:Kyrgyzstan|Kyrgyz\s+Republic)",
    "KZ": r"Республики\s+Казахстан|Казахстан[а-яё]*|РК|of\s+(?:the\s+Republic\s+of\s+)?Kazakhstan",
    "TM": r"Туркменистан[а-яё]*",
    "BY": r"Республики\s+Беларусь|Беларус[а-яё]+|РБ|of\s+(?:the\s+Republic\s+of\s+)?Belarus",
    "UA": r"Украин[а-яё]+",
    "AZ": r"Азербайджанской\s+Республики|Азербайджан[а-яё]*",
    "AM": r"Республики\s+Армения|Армени[а-яё]+",
    "GE": r"Грузи[а-яё]+",
    "MD": r"Республики\s+Молдова|Молдов[а-яё]+",
}
_DIGIT_POINT = r"\d{1,2}(?:\.\d{1,2})?(?!\d)"
_LETTER = r"[а-яёa-z](?![а-яёa-z])"
_OPENS, _CLOSES = "[«\"“'‘(]", "[»\"”'’)]"
_VALUES = (
    rf"{_OPENS}?(?:{_DIGIT_POINT}|{_LETTER}){_CLOSES}?"
    rf"(?:\s*(?:,|и\b|and\b|[-–](?=\d))\s*{_OPENS}?(?:\d(?![\d.])|{_LETTER}){_CLOSES}?)*"
)
_TOKEN = re.compile(
    rf"""
      (?P<note>(?<![а-яё])прим(?:ечани[а-яё]+|\.)(?:\s*\d+)?(?:\s*к\b)?)
    | (?P<part>(?<![а-яёa-z])(?:ч\.?\s?ч|ч|част[а-яё]+|parts?|pts?|paras?|paragraphs?|p(?=\.\s?[\d"'«“‘(]))
        (?![а-яёa-z])\.?\s*(?P<part_values>{_VALUES}))
    | (?P<point>(?<![а-яёa-z])(?:п\.?\s?п|п|(?:под)?пункт[а-яё]*|points?|clauses?|items?|sub-?para(?:graph)?s?
        |letters?|pars?)(?![а-яёa-z])\.?\s*(?P<point_values>{_VALUES}))
    | (?P<marker>(?<![а-яёa-z])(?:ст\.?\s?ст|ст|стать[а-яё]+|статей|art(?:icle)?s?|arts?)(?![а-яёa-z])\.?)
    | (?P<code>(?<![а-яёa-z])(?:{"|".join(_CODES.values())})(?![а-яёa-z])
        (?:\s+(?P<state>{"|".join(_STATES.values())})(?![а-яёa-z]))?)
    | (?P<number>(?<!\d)(?<!\d[.-])(?<!№)
        [1-9]\d{{0,2}}(?:\.[1-9]\d?|-\d(?!\d)|[¹²³⁴⁵⁶⁷⁸⁹]{{1,2}}){{0,2}}(?![\d])(?!\.\d)
        (?P<brackets>(?:\s?\(\w{{1,3}}(?:\.\d)?\))*))
    | (?P<separator>[,;/–—-]|\b(?:и|and|через)\b)
    | (?P<filler>\s+|\bof\b|\bthe\b|\.(?=\s))
    | (?P<word>\w+|[^\w\s])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_PARAGRAPH = re.compile(r"para|p\.", re.IGNORECASE)  # as translators write a part and a point alike
_BRACKET = re.compile(r"\((\w{1,3}(?:\.\d)?)\)")
_VALUE = re.compile(rf"(?P<from>\d)\s*[-–]\s*(?P<to>\d)(?![\d.])|{_DIGIT_POINT}|(?<![а-яёa-z]){_LETTER}", re.IGNORECASE)


@dataclass(slots=True)
class _Token:
    kind: str
    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()


@dataclass(slots=True)
class _Draft:
    """An article while its citation is read."""

    token: _Token
    parts: list[str]
    points: list[str]
    note: bool
    start: int
    end: int
    raised: str = ""
    paragraphs: list[str] = field(default_factory=list)  # parts, or points where the citation has parts too


def read_citation(text: str) -> tuple[Article, ...]:
    """The articles of a text that is a citation and nothing else, as the answer to "under which article?"."""
    return _articles(text, marked_only=False)


def citations_in(text: str) -> tuple[Article, ...]:
    """The articles cited in running text: a number counts only after "ст.", beside a code, or in a list of such."""
    return _articles(text, marked_only=True)


def codes_named(text: str) -> frozenset[str]:
    """The codes that a text names ("УК", "КоАП", "УПК"); other laws are left aside."""
    return frozenset(name for token in _tokens(text) if token.kind == "code" and (name := _code_name(token)))


def _articles(text: str, *, marked_only: bool) -> tuple[Article, ...]:
    tokens = [token for token in _tokens(text) if token.kind != "filler"]
    codes = [token for token in tokens if token.kind == "code"]
    drafts = _drafts(tokens, marked_only=marked_only)
    found = [(draft, _finished(draft, codes)) for draft in drafts]
    return tuple(_with_stages(text, [article for _, article in found if article is not None]))


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        for name in ("note", "part", "point", "marker", "code", "number", "separator", "filler", "word"):
            if match[name] is not None:
                kind = name
                break
        yield _Token(kind, match)


def _drafts(tokens: list[_Token], *, marked_only: bool) -> list[_Draft]:
    drafts: list[_Draft] = []
    waiting: list[_Token] = []  # parts, points and notes that stand before their article
    leading = False  # whether this text writes parts before articles
    for at, token in enumerate(tokens):
        if token.kind == "number":
            if marked_only and not _is_marked(tokens, at, drafts):
                waiting = []
                continue
            drafts.append(_draft(token, waiting))
            leading = leading or bool(waiting)
            waiting = []
        elif token.kind in ("part", "point", "note"):
            if _belongs_before(tokens, at, drafts, leading=leading, waiting=bool(waiting)):
                waiting.append(token)
            elif not _PARAGRAPH.match(token.match[0]) or _follows(tokens, at, drafts[-1]):
                _add(drafts[-1], token)  # "Tab 14, p. 2" is a page
        elif token.kind == "word":
            waiting = []
    return drafts


def _draft(token: _Token, waiting: list[_Token]) -> _Draft:
    draft = _Draft(token, [], [], note=False, start=token.start, end=token.end)
    for one in waiting:
        _add(draft, one)
    told = bool(draft.parts)
    for inside in _BRACKET.findall(token.match["brackets"] or ""):
        if told and inside.isdigit() and not draft.raised:
            draft.raised = inside  # "ч. 2 ст. 307(3)": a raised figure, the part is told
            continue
        first = inside[0].isdigit() and not (draft.parts and not told)
        (draft.parts if first else draft.points).append(inside)  # "189(4)(2)": the second is a point
    return draft


def _add(draft: _Draft, token: _Token) -> None:
    draft.start, draft.end = min(draft.start, token.start), max(draft.end, token.end)
    if token.kind == "note":
        draft.note = True
        return
    values = list(_values(token.match[f"{token.kind}_values"]))
    if token.kind == "part" and any(one[0].isdigit() for one in values):
        values = [one for one in values if one != "и"]  # "ч. 2 и 3": no letter of a point
    target = draft.points if token.kind == "point" else draft.parts
    if _PARAGRAPH.match(token.match[0]):
        draft.paragraphs.extend(one for one in values if one[0].isdigit())
        draft.points.extend(one for one in values if not one[0].isdigit())
    else:
        target.extend(values)


def _values(text: str) -> Iterator[str]:
    for found in _VALUE.finditer(text):
        if found["from"]:
            yield from (str(number) for number in range(int(found["from"]), int(found["to"]) + 1))
        else:
            yield found[0].lower()


def _belongs_before(tokens: list[_Token], at: int, drafts: list[_Draft], *, leading: bool, waiting: bool) -> bool:
    """Whether a part belongs to the article that follows it, not to the one before."""
    if waiting or not drafts:
        return True
    after, parted_after = _neighbour(tokens, at, step=1)
    before, parted_before = _neighbour(tokens, at, step=-1)
    touches_next = after in ("marker", "number") and not parted_after
    touches_last = before == "number"
    if touches_next and touches_last and not parted_before:
        return leading
    if after in ("marker", "number") and before not in ("number", "marker"):
        return True  # "by part 2, Art. 207.3": what stands before it is no article
    return touches_next


def _follows(tokens: list[_Token], at: int, draft: _Draft) -> bool:
    """Whether nothing but parts, separators and a code stands between the article and this token."""
    between = tokens[tokens.index(draft.token) + 1 : at]
    return all(one.kind in ("separator", "part", "point", "code") for one in between)


def _neighbour(tokens: list[_Token], at: int, *, step: int) -> tuple[str, bool]:
    """The nearest token on that side that is no part, and whether a separator stands between."""
    parted = False
    place = at + step
    while 0 <= place < len(tokens):
        kind = tokens[place].kind
        if kind == "separator":
            parted = True
        elif kind not in ("part", "point", "note"):
            return kind, parted
        place += step
    return "", parted


def _is_marked(tokens: list[_Token], at: int, drafts: list[_Draft]) -> bool:
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and before.kind in ("marker", "code"):
        return True
    if after is not None and after.kind == "code":
        return True
    if not drafts or before is None or before.kind != "separator":
        return False
    last, place = drafts[-1], at - 1
    while place >= 0 and tokens[place].kind in ("separator", "part", "point"):
        place -= 1
    in_list = tokens[place] is last.token
    return in_list and (after is None or after.kind in ("separator", "code", "part", "point") or after.match[0] in ").")


def _code_name(token: _Token) -> str:
    written = re.sub(rf"\s+(?:{'|'.join(_STATES.values())})$", "", token.match[0], flags=re.IGNORECASE)
    return next(name for name, form in _CODES.items() if re.fullmatch(form, written, re.IGNORECASE))


def _finished(draft: _Draft, codes: list[_Token]) -> Article | None:
    """The article with its code; None where the nearest law is no code."""
    code, state = None, None
    near = [one for one in codes if _speaks_for(one, draft.token)]
    if near:
        nearest = min(near, key=lambda one: _distance(draft.token, one))
        code = _code_name(nearest)
        if code == "":
            return None
        written = nearest.match["state"]
        state = next(
            (key for key, form in _STATES.items() if written and re.fullmatch(form, written, re.IGNORECASE)), None
        )
        nation = nearest.match[0].split()[0].capitalize()
        if written is None:
            state = _NATIONS.get(nation)
    number = re.sub(r"[¹²³⁴⁵⁶⁷⁸⁹]+", lambda raised: "." + raised[0].translate(_RAISED), draft.token.match["number"])
    number = re.sub(r"\s?\(.*", "", number).replace("-", ".") + (f".{draft.raised}" if draft.raised else "")
    return Article(
        number=number,
        code=code,
        state=state,
        parts=tuple(dict.fromkeys(draft.parts or draft.paragraphs)),
        points=tuple(dict.fromkeys([*draft.points, *(draft.paragraphs if draft.parts else ())])),
        note=draft.note,
        span=(draft.start, draft.end),
    )


def _speaks_for(code: _Token, number: _Token) -> bool:
    distance, before = _distance(number, code)
    return distance <= _FAR if _code_name(code) else distance <= _BESIDE and not before


def _distance(number: _Token, code: _Token) -> tuple[int, bool]:
    after = code.start >= number.end
    return (code.start - number.end if after else number.start - code.end), not after


def _with_stages(text: str, articles: list[Article]) -> Iterator[Article]:
    """Article 30 joined to the crime that it makes unfinished; alone it stays an article."""
    at = 0
    while at < len(articles):
        here = articles[at]
        following = articles[at + 1] if at + 1 < len(articles) else None
        if _is_stage(here) and following is not None and _joined(text, here, following):
            yield replace(following, stage=_stage(here), span=(here.span[0], following.span[1]))
            at += 2
        elif (
            following is not None
            and _is_stage(following)
            and at + 2 == len(articles)
            and _joined(text, here, following)
        ):
            yield replace(here, stage=_stage(following), span=(here.span[0], following.span[1]))
            at += 2
        else:
            yield here
            at += 1


def _is_stage(article: Article) -> bool:
    return article.number == _UNFINISHED and (article.code or CRIMINAL_CODE) == CRIMINAL_CODE


def _joined(text: str, first: Article, second: Article) -> bool:
    same_code = (first.code or CRIMINAL_CODE) == (second.code or CRIMINAL_CODE)
    return same_code and not re.search(r"\b(?:и|and)\b|;", text[first.span[1] : second.span[0]])


def _stage(article: Article) -> Stage:
    by_part: dict[tuple[str, ...], Stage] = {("1",): Stage.PREPARATION, ("3",): Stage.ATTEMPT}
    return by_part.get(article.parts, Stage.UNFINISHED)
