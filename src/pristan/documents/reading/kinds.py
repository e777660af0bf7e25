"""What kind of paper a text is: from its heading; from what it orders, where the heading is one bare word; a letter
from its letterhead and its words.

Source: kinds.toml. Does not: guess; a paper with none of these has no kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pristan.documents.reading.sections import parts_of
from pristan.kernel.errors import RuleError
from pristan.kernel.language import Text
from pristan.kernel.strict import Table, read_file

ISSUERS = ("persecutor", "neutral", "person", "court_abroad")
ABOUT = ("accused", "list", "addressee", "nobody")
_HEAD_LINES = 40  # a heading stands on the first page, below a letterhead, stamps and an approval
_HEAD_LETTERS = 420
_LETTERHEAD = 450  # letters
_LETTER = 2500
_HEAD_WORDS = (
    "ПОСТАНОВЛЕНИ|ПРОТОКОЛ|ПРИГОВОР|АПЕЛЛЯЦИОНН|КАССАЦИОНН|ОПРЕДЕЛЕНИ|ОБВИНИТЕЛЬН|ЗАКЛЮЧЕНИЕ|СПРАВКА|ПОВЕСТКА|ПОДПИСКА"
    "|УВЕДОМЛЕНИЕ|РАПОРТ|ОБЪЯСНЕНИ|ВЫПИС|ЭПИКРИЗ|МЕДИЦИНСК|РЕЕСТР|ПЕРЕЧ|РАСПОРЯЖЕНИЕ|ПРИКАЗ|ОРДЕР|ДОВЕРЕННОСТЬ"
    "|ПРЕДСТАВЛЕНИЕ|ЗАПРОС|ЗАОЧНОЕ|РЕШЕНИЕ|ЖАЛОБА|ХОДАТАЙСТВО|ЗАЯВЛЕНИЕ|РЕЦЕНЗИЯ|МОБИЛИЗАЦИОНН|ПРЕДПИСАНИЕ|ИЗВЕЩЕНИЕ"
    "|СООБЩЕНИЕ|ПРЕДОСТЕРЕЖЕНИЕ|ОФИЦИАЛЬНОЕПРЕД|ТАЛОН|ИСПОЛНИТЕЛЬНЫЙ|СУДЕБНЫЙПРИКАЗ|ОБЯЗАТЕЛЬСТВО|ГАРАНТИ|КОНТРАКТ|АКТ(?![ИУ])"
    "|ХАРАКТЕРИСТИКА|КАРТОЧКА|РОЗЫСК|ВНИМАНИЕ|ОРИЕНТИРОВКА|ТРЕБОВАНИЕ|ПОРУЧЕНИЕ|СЛУЖЕБН|ВОЗРАЖЕНИЯ|СВИДЕТЕЛЬСТВО|ЭКСПЕРТН"
    "|КОНСУЛЬТА|ЛИСТОК|НАПРАВЛЕНИЕ|СВЕДЕНИЯИЗ|ЕДИНЫЙРЕЕСТР|СПИСОК|ФИЗИЧЕСКИЕЛИЦА|ОТВЕТ$|АДМИНИСТРАТИВН(ОЕИСК|ЫЙИСК|АЯЖАЛ)|ЧАСТНАЯ"
    "|НАДЗОРНАЯ|КРАТКАЯ|МЕЖДУНАРОДНОЕСЛЕД|ИНФОРМАЦИОННОЕПИСЬМО|ПИСЬМО|НОТА$|СУДЕБНАЯПОВЕСТКА|ПРОСЬБА|ЖУРНАЛ|ГРАФИК|КОРЕШОКТАЛОНА|ЗАМЕЧАНИЯ|КАРТА|ОПОЗНАВАТЕЛЬНАЯКАРТА|СУДЕБНОЕИЗВ|СОПРОВОДИТЕЛЬНЫЙЛИСТ"
)
_HEADING = re.compile(_HEAD_WORDS)
_ADJECTIVE = re.compile(r"[А-ЯЁ-]{4,}(?:ОЕ|ЕЕ|ЫЙ|ИЙ|АЯ|ЯЯ)[ ]+(?=[А-ЯЁ]{4})")  # "ЗАОЧНЫЙ ПРИГОВОР"
_SQUASH = re.compile(r"[^А-ЯЁ0-9№/-]")
_NOUGHT = re.compile(r"(?<=[А-Я])0(?=[А-Я])")  # "П 0 С Т А Н О В Л Е Н И Е"
_NUMBER_BESIDE = re.compile(r"^(?:№|Дело|дело)\s?\S+(?:\s\S+)?\s{4,}")  # "№ 014502             СПРАВКА"
_SENTENCE = re.compile(
    r",\s|\.\s+[А-ЯЁ][а-яё]{2,}|(?<![а-яё])(?:я|мы|мне|не|Вы|Вам[и]?|Вас|был[аио]?|имеет|нет|есть)(?![а-яё])"
)
_LIST = re.compile(r"Перечень|Реестр|Список|Физические лица")
_NUMBERED = re.compile(
    r"№\s*[\w/.–-]+(?:\s*[–-]\s*\w+)?|(?:от\s+)?[«\"]?\d{1,2}[»\"]?\s+[а-я]+\s+\d{4}\s*(?:года|г\.)?|(?:от\s+)?\d\d\.\d\d\.\d{4}(?:\s*г\.)?"
)
_BARE = frozenset({"ruling", "record", "court_decision", "court_order", "judgment", "notice", "summons", "certificate"})


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper. `head` is matched with a heading written in capitals without spaces, the others with plain
    text: `says` where the heading is one bare word, `letterhead` and `letter` where there is none.
    """

    id: str
    title: Text
    issued_by: str  # one of ISSUERS, or "": the kind does not tell
    about: str  # one of ABOUT, or ""
    head: re.Pattern[str] | None
    says: re.Pattern[str] | None
    letterhead: re.Pattern[str] | None
    letter: re.Pattern[str] | None
    english: re.Pattern[str] | None  # at the beginning of a heading in English, its lines joined
    english_says: re.Pattern[str] | None  # what is ordered, where that heading is one bare word


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order in which they are tried. Raises RuleError for a fault of the table."""
    root = read_file(Path(__file__).parent / "kinds.toml", error=RuleError, name="kinds.toml")
    found = []
    for table in root.tables("kind"):
        head = table.maybe_string("head")
        found.append(
            Kind(
                table.string("id"),
                table.text("title"),
                table.one_of("issued_by", ISSUERS, default=""),
                table.one_of("about", ABOUT, default=""),
                re.compile(head) if head else None,
                *(_words(table, key) for key in ("says", "letterhead", "letter", "english", "english_says")),
            )
        )
        table.done()
    root.done()
    return tuple(found)


def _words(table: Table, key: str) -> re.Pattern[str] | None:
    """A pattern for plain text, in which a space stands for any."""
    written = table.maybe_string(key)
    if written is None:
        return None
    return re.compile(written.replace(" ", r"\s+"), 0 if key == "letterhead" else re.IGNORECASE)


@cache
def about(kind: str | None) -> str:
    """What the names of a kind of paper are, where no word says it."""
    return next((one.about for one in kinds() if one.id == kind), "")


def squashed(text: str) -> str:
    """Capitals, digits and number signs only: how headings are compared."""
    return _NOUGHT.sub("О", _SQUASH.sub("", text.upper().replace("Ё", "Е")))


def headings_in(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where headings in capitals and other headings begin, and the end of what is compared with the kinds."""
    at = 0
    hard: list[tuple[int, int]] = []
    soft: list[tuple[int, int]] = []
    for number, line in enumerate(text.split("\n")):
        if number >= _HEAD_LINES:
            break
        bare = re.split(r"\s/\s", line)[-1].strip(" \t\f«»\"'.:*_")  # "ҚАРОР / ПОСТАНОВЛЕНИЕ"
        bare = _NUMBER_BESIDE.sub("", bare)
        if (
            bare.startswith("КОРЕШОК ПОВЕСТ")
            and (right := re.search(r"\s{8,}(\S.*)$", bare))
            and _HEADING.match(squashed(right[1]))
        ):
            bare = right[1]  # a slip and its stub
        beside = re.search(r" {3,}([А-ЯЁ]{5,}(?: [А-ЯЁ]+)*)$", bare)  # "Корешок повестки      ПОВЕСТКА"
        if beside and not bare.isupper() and _HEADING.match(squashed(beside[1])):
            bare = beside[1]
        if len(bare) < 130 and (
            _HEADING.match(squashed(bare))
            or ((described := _ADJECTIVE.match(bare)) is not None and _HEADING.match(squashed(bare[described.end() :])))
        ):
            begin = at + max(0, line.find(bare))
            here = (begin, min(len(text), begin + _HEAD_LETTERS))
            letters = [letter for letter in bare.split("  ")[0] if letter.isalpha()]
            first = re.match(r"\S+", bare)
            if first and first.group().isupper() and len(letters) > 2:
                hard.append(here)
            elif bare[:1].isupper() and (
                _LIST.match(bare) or not (_SENTENCE.search(bare) or line.rstrip().endswith((",", ";")))
            ):
                soft.append(here)
        at += len(line) + 1
    return hard, soft


@dataclass(frozen=True, slots=True)
class KindFound:
    """A kind, and the place of its heading, or of the words that show a letter to be one."""

    kind: Kind
    start: int
    end: int
    headed: bool


def kind_of(text: str) -> KindFound | None:
    """The kind of a paper in Russian."""
    hard, soft = headings_in(text)
    return _by_heading(text, hard) or _letter(text) or _by_heading(text, soft[:1])


def _by_heading(text: str, headings: list[tuple[int, int]]) -> KindFound | None:
    for start, end in headings[:3]:
        head = squashed(text[start:end])
        bare = squashed(_NUMBERED.sub(" ", text[start:end]))  # "ПРОТОКОЛ № 3 допроса"
        described = _ADJECTIVE.match(text, start)
        ways = [head, bare, *([squashed(text[described.end() : end])] if described else ())]
        for kind in kinds():
            if kind.head is not None and any(kind.head.match(way) for way in ways):
                line_end = text.find("\n", start)
                return KindFound(
                    _by_words(text, kind) or kind, start, line_end if line_end != -1 else len(text), headed=True
                )
    return None


def _by_words(text: str, found: Kind) -> Kind | None:
    """A nearer kind for a bare heading, from what the paper orders."""
    if found.id not in _BARE:
        return None
    near = [kind for kind in kinds() if kind.says is not None and _same_family(kind, found) and kind.says.search(text)]
    if found.id in ("notice", "certificate") and not near:
        letter = _letter(text)
        return None if letter is None else letter.kind
    if found.id == "ruling" and any(kind.id == "administrative_ruling" for kind in near):
        near = [kind for kind in near if kind.id != "expulsion"]  # a punishment of the КоАП, whatever it adds
    ordered = text[parts_of(text).operative or len(text) :]
    near.sort(
        key=lambda kind: kind.says is None or not kind.says.search(ordered)
    )  # what is ordered before what is told
    # an act on an appeal repeats what the act below ordered
    return next((kind for kind in near if kind.id in _REVIEWS), near[0] if near else None)


_NO_RULING = frozenset(
    {"draft_decision", "administrative_record", "administrative_review", "military_summons", "release_certificate"}
)
_REVIEWS = ("appeal_judgment", "cassation")
_FAMILIES = {
    "record": ("administrative_record", "draft_decision"),
    "court_decision": ("commercial_decision", "administrative_review", "expulsion", "court_decision"),
    "court_order": (
        *_REVIEWS,
        "commercial_decision",
        "surrender_review",
        "custody",
        "custody_extension",
        "house_arrest",
        "certain_acts_ban",
        "administrative_review",
    ),
    "summons": ("military_summons",),
    "certificate": ("release_certificate",),
}


def _same_family(kind: Kind, found: Kind) -> bool:
    if found.id == "ruling":
        return kind.id not in _NO_RULING
    return kind.id in _FAMILIES.get(found.id, ())


def _letter(text: str) -> KindFound | None:
    for kind in kinds():
        if kind.letterhead is None and kind.letter is None:
            continue
        head = kind.letterhead.search(text, 0, _LETTERHEAD) if kind.letterhead else None
        words = kind.letter.search(text, 0, _LETTER) if kind.letter else None
        if (head or not kind.letterhead) and (words or not kind.letter):
            match = words or head
            assert match is not None
            return KindFound(kind, match.start(), match.end(), headed=False)
    return None
