"""Whether two ways of naming a place can be one place, and the least time from one to the other.

Source: towns.tsv (GeoNames) and old_names.toml for towns with old names and spellings; addresses by their marks.
A renamed street is learned from the case: two names in one `[[location]]`, or words that say so ("ул. Мира, бывшая
Ленина"). Does not: know streets beyond that. What has no place is not compared.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from itertools import product
from math import asin, cos, radians, sin, sqrt
from typing import Self

from pristan.case.account_model import Place
from pristan.case.model import Case
from pristan.chronology.likeness.renamed import names_said_of_one_street, without_other_name
from pristan.chronology.likeness.sounds import alike
from pristan.chronology.likeness.spelling import key, latin
from pristan.kernel.language import Language
from pristan.kernel.remembering import remembered

_EARTH_KM = 6371.0
# The fastest that a journey can be, so that only what is impossible is shown: a car without a stop, or a flight at
# cruising speed with half an hour at each end. Pristan's own figures.
_ROAD_KMH, _FLIGHT_KMH, _FLIGHT_HOURS = 150.0, 950.0, 1.0
_SHORT = 4  # letters of a folded name
_NEAR_KM = 30.0  # nearer than this is one town for a journey: suburbs, districts

_TOWN_MARK = (
    r"(?:г\.|гор\.|город[ае]?|пос\.|посёлок|поселок|пгт|с\.|село|дер\.|деревня|ст-ца|станица|аул|"
    r"city\s+of|town\s+of|village\s+of)"
)
_STREET_RU = (
    r"(?:ул\.|улиц\w+|пр-т|пр-кт|пр\.|просп\.|проспект\w*|пер\.|переул\w+|пл\.|площад\w+|ш\.|шоссе|наб\.|набережн\w+|б-р|бульвар\w*|"
    r"пр-д|проезд\w*|тракт\w*|мкр\.?|микрорайон\w*|квартал\w*|ulitsa|ul\.|prospekt|pr-t)"
)
_STREET_EN = (
    r"(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|boulevard|blvd\.?|prospect|ulitsa|prospekt|"
    r"embankment|emb\.?|square|sq\.?|улица|ул\.|проспект|пр-т|переулок|пер\.|бульвар|б-р|шоссе|площадь|пл\.|набережная|наб\.|"
    r"ko[ʻ‘’'`]?chasi|кўчаси|кучаси|көшесі|к[өо]ш[её]си|köshesi|көчөсү|кочосу|даңғылы|dangyly|шоҳкўчаси|prospekti|проспекті)"
)
_NAME = r"(?:\d+(?:-\w+)?\s+)?(?:[^\W\d]{1,4}\.\s*){0,2}[^\W\d][\w\-’'ʻ]*(?:\s+[^\W\d][\w\-’'ʻ]*){0,2}?"
_TOWN_AFTER = re.compile(
    r"(?:^|[\s,;(])(?P<name>[^\W\d][\w\-’'ʻ‘]+)\s+(?:shahri|шаҳри|шахри|қ\.|қаласы|qalasy|ш\.(?=\s*,|$)|шаары|shaary)(?=[\s,;)]|$)",
    re.IGNORECASE,
)
_TOWN = re.compile(rf"(?:^|[\s,;(]){_TOWN_MARK}\s*(?P<name>[\w\-’'ʻ]+(?:\s+[А-ЯЁA-Z][\w\-’'ʻ]+)?)", re.IGNORECASE)
_STREET = re.compile(
    rf"(?:^|[\s,;(]){_STREET_RU}(?!(?<=\w)\w)\s*(?P<name>{_NAME})(?=[,;.)]|\s+\d|\s+д\b|\s+house|$)", re.IGNORECASE
)
_STREET_AFTER = re.compile(
    rf"(?:^|[,;(]\s*)(?:\d+\w?\s+)?(?P<name>{_NAME})\s+{_STREET_EN}(?=[,;.)\s]|$)", re.IGNORECASE
)
_NUMBER_OF_HOUSE = (
    r"\d+(?:\s?-?[«\"“]?[а-яa-z](?![а-яa-z.]|\s*\d)[»\"”]?|\s[«\"“][а-яa-z][»\"”])?(?:/\d+\w?)?"  # 5А, 5-а, 5 «А»
)
_HOUSE = re.compile(rf"(?:\b(?:д\.|дом[аеу]?|house|bldg\.?|no\.)\s*№?\s*(?P<marked>{_NUMBER_OF_HOUSE}))", re.IGNORECASE)
_BARE_HOUSE = re.compile(
    rf"(?:^|,\s*|\s)(?P<bare>{_NUMBER_OF_HOUSE})(?=\s*(?:,|$|кв|корп|стр|к\.|к\d)|-?\s?(?:uy|уй|үй)\b)", re.IGNORECASE
)
# States whose name is also that of their capital: such a word alone names no town.
_STATES = frozenset({"mexico", "meksika", "panama", "guatemala", "gvatemala", "kuwait", "kuveit"})
_LOOKALIKES = str.maketrans("вс", "bc")  # of house letters: "5В" and "5B"; others fold alike by sound
_BUILDING = re.compile(r"(?:корп\w*|к|стр|строени\w*)\.?\s*(?P<number>\d+)", re.IGNORECASE)
_NUMERALS = {
    "первого": "1", "второго": "2", "третьего": "3", "восьмого": "8", "девятого": "9", "сорок": "40",
    "первая": "1", "вторая": "2", "третья": "3", "четвертая": "4", "пятая": "5", "первый": "1", "второй": "2",
    "1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "5th": "5",
}  # fmt: skip
_NOT_TOWN_AFTER = re.compile(
    r"\s*(?:район\w*|р-н\w*|областн?\w*|обл\b|кра[йя]\w*|округ\w*|district|region|oblast|суд\w*|отдел\w*|court)",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|ое|ого|ому|ом|им|ым|skiy|sky|skii|skoye)$", re.IGNORECASE)


class Likeness(StrEnum):
    """How two places lie to each other."""

    SAME = "same"
    DIFFERENT_TOWN = "different_town"
    DIFFERENT_HERE = "different_here"  # two places of one town
    NEAR = "near"  # two towns so near that people give one for the other; yet nobody is in both at once
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the list."""

    number: int
    country: str
    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class _Address:
    towns: frozenset[int]
    town: str  # as written, where the words mark it as a town
    street: str
    house: str


@lru_cache(maxsize=1)
def _list() -> tuple[tuple[Town, ...], Mapping[str, frozenset[int]]]:
    text = files("pristan.chronology.likeness").joinpath("towns.tsv").read_text(encoding="utf-8")
    towns: list[Town] = []
    index: dict[str, set[int]] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        country, name, latitude, longitude, others = line.split("\t")
        number = len(towns)
        towns.append(Town(number, country, name, float(latitude), float(longitude)))
        for spelling in (name, name.removesuffix(" City"), *filter(None, others.split("|"))):
            index.setdefault(_key(spelling), set()).add(number)
    renamed = tomllib.loads(files("pristan.chronology.likeness").joinpath("old_names.toml").read_text(encoding="utf-8"))
    for entry in renamed["renamed"]:
        numbers = {town.number for town in towns if town.name == entry["town"]}
        for spelling in entry["old"]:
            index.setdefault(_key(spelling), set()).update(numbers)
    return tuple(towns), {spelling: frozenset(numbers) for spelling, numbers in index.items()}


@lru_cache(maxsize=1)
def _spellings() -> frozenset[str]:
    """Every spelling of the list, less folded than its key: for short names, which fold like common words."""
    text = files("pristan.chronology.likeness").joinpath("towns.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return frozenset(_bare(name) for row in rows for name in (row[1], *row[4].split("|")) if name)


def read_towns() -> None:
    """Read the list of towns ahead: it takes a second, and is kept."""
    _list()
    _spellings()


def _bare(words: str) -> str:
    """Latin letters without the vowels at the end, which cases change; doubled letters stay, unlike in `key`."""
    return re.sub(r"[aeiouy]+$", "", latin(words))


class Places:
    """The places of one case: those it names with their other words, and the towns of the list."""

    def __init__(self, named: Mapping[str, Place], said: Iterable[str] = ()) -> None:
        """`said`: all that the sources say of places, in which they may tell of an old name."""
        self._named = named
        self._words = {
            _key(words): name
            for name, place in named.items()
            for words in (name, *(place.name.to(language) for language in Language), *place.also)
        }
        self._streets = [*_streets_of_places(named.values()), *map(_streets_in, names_said_of_one_street(said))]

    @classmethod
    def of(cls, case: Case) -> Self:
        """The places of a case, with what its sources say of them."""
        accounts = case.accounts
        said = [text for one in accounts.statements for text in (one.place, one.quote) if text]
        said += [text for one in accounts.identities for text in (one.registered_at, one.lives_at, one.quote) if text]
        return cls(accounts.places, said)

    def known(self, words: str) -> str | None:
        """The `[[location]]` that the words name."""
        return words if words in self._named else self._words.get(_key(words))

    def likeness(self, one: str, other: str) -> Likeness:
        """How the two places lie to each other, as far as the words tell."""
        first, second = self.known(one), self.known(other)
        if first is not None and first == second:
            return Likeness.SAME
        a, b = self._address(one), self._address(other)
        if a.towns and b.towns and not a.towns & b.towns:
            near = self._nearest_km(a, b) < _NEAR_KM and not (a.street and b.street)
            return Likeness.NEAR if near else Likeness.DIFFERENT_TOWN
        if a.town and b.town and not (a.towns or b.towns) and not _same_words(a.town, b.town):
            return Likeness.DIFFERENT_TOWN
        if first is not None and second is not None:
            return Likeness.DIFFERENT_HERE
        if a.street and b.street:
            if not self._one_street(a.street, b.street):
                return Likeness.DIFFERENT_HERE
            if a.house and b.house and not _one_house(a.house, b.house):
                return Likeness.DIFFERENT_HERE
            return Likeness.SAME
        return Likeness.SAME if _key(one) == _key(other) else Likeness.UNKNOWN

    def _one_street(self, one: str, other: str) -> bool:
        """Whether two names can be one street: the same words, or an old and a new name."""
        if _same_words(one, other):
            return True
        return any(
            any(_same_words(one, name) for name in names) and any(_same_words(other, name) for name in names)
            for names in self._streets
        )

    def least_seconds(self, one: str, other: str) -> int:
        """The least time in which a person can come from one place to the other; 0 within a town or if not known."""
        a, b = self._address(one), self._address(other)
        if not a.towns or not b.towns or a.towns & b.towns:
            return 0
        km = self._nearest_km(a, b)
        return int(min(km / _ROAD_KMH, _FLIGHT_HOURS + km / _FLIGHT_KMH) * 3600)

    def _nearest_km(self, a: _Address, b: _Address) -> float:
        towns, _ = _list()
        return min(_km(towns[one], towns[other]) for one, other in product(a.towns, b.towns))

    def _address(self, words: str) -> _Address:
        known = self.known(words)
        if known is None:
            return _read(words)
        place = self._named[known]
        read = [_read(text) for text in (words, place.name.ru, place.name.en, *place.also)]
        town = _read(f"г. {place.town}") if place.town else None
        towns = town.towns if town else next((one.towns for one in read if one.towns), frozenset())
        named = town.town if town else next((one.town for one in read if one.town), "")
        street = next((one for one in read if one.street), _Address(frozenset(), "", "", ""))
        return _Address(towns, named, street.street, street.house)


def _streets_of_places(named: Iterable[Place]) -> Iterable[frozenset[str]]:
    """The streets by which a place of the case is named, where the house is the same."""
    for place in named:
        read = [_read(text) for text in (place.name.ru, place.name.en, *place.also)]
        with_street = [one for one in read if one.street]
        if len({latin(one.house) for one in with_street if one.house}) <= 1:
            yield frozenset(one.street for one in with_street)


def _streets_in(names: Iterable[str]) -> frozenset[str]:
    """The names of streets in words that may bear a mark ("ул. Ленина") or none ("Ленина")."""
    found = (_read(name).street or re.sub(r"\d.*$", "", name).strip(" ,.") for name in names)
    return frozenset(name for name in found if name)


@remembered(5_000)
def _read(words: str) -> _Address:
    words = without_other_name(words)
    street_found = _STREET.search(words) or _STREET_AFTER.search(words)
    street = street_found["name"] if street_found else ""
    rest = words.replace(street_found[0], " , ") if street_found else words
    house = ""
    if street:
        after = words[words.find(street) + len(street) :]
        found = _HOUSE.search(words) or _BARE_HOUSE.search(after)
        house = (found.groupdict().get("marked") or found.groupdict().get("bare") or "") if found else ""
        building = _BUILDING.search(words)
        if house and building and "/" not in house:
            house = f"{house}/{building['number']}"
    marked = _TOWN.search(words) or _TOWN_AFTER.search(words)
    if marked:
        return _Address(_towns_in(marked["name"], marked=True), marked["name"], street, house)
    return _Address(_towns_in(rest, marked=False), "", street, house)


def _towns_in(text: str, *, marked: bool) -> frozenset[int]:
    """The towns that the longest run of words names."""
    _, index = _list()
    found = list(re.finditer(r"[\w\-’'ʻ]+", text))
    for length in (3, 2, 1):
        for start in range(len(found) - length + 1):
            run = found[start : start + length]
            words = text[run[0].start() : run[-1].end()]
            if "," in words or (not marked and (not words[0].isupper() or _NOT_TOWN_AFTER.match(text, run[-1].end()))):
                continue
            if not marked and length == 1 and (_ADJECTIVE.search(words) or len(words) < 3 or latin(words) in _STATES):
                continue
            numbers = index.get(_key(words))
            if numbers and (marked or len(_key(words)) > _SHORT or _bare(words) in _spellings()):
                return numbers
    return frozenset()


def _key(words: str) -> str:
    return " ".join(key(word) for word in re.findall(r"[\w’'ʻ]+", words))


def _same_words(one: str, other: str) -> bool:
    first, second = re.findall(r"\w+\.?", one), re.findall(r"\w+\.?", other)
    short, long = sorted((first, second), key=len)
    return all(any(_same_word(word, candidate) for candidate in long) for word in short)


def _same_word(one: str, other: str) -> bool:
    """The same word, or shortened: "К. Маркса", "Ак. Павлова"."""
    if _numeral(one) == _numeral(other):
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if len(short) == 1 or one.endswith(".") != other.endswith("."):
        return latin(long).startswith(latin(short))
    return alike(short, long)


def _numeral(word: str) -> str:
    return _NUMERALS.get(word.lower().replace("ё", "е"), word)


def names_town(word: str) -> bool:
    """Whether a single word is the name of a town of the list; an adjective is not, though towns are called by some."""
    return not _ADJECTIVE.search(word) and bool(_towns_in(word, marked=False))


def _one_house(one: str, other: str) -> bool:
    """The same number; leaving out the building behind the slash is a shorter address."""
    first, second = (re.sub(r"[^\w/]", "", side.lower()).translate(_LOOKALIKES) for side in (one, other))
    same = latin(first.partition("/")[0]) == latin(second.partition("/")[0])
    return same and (latin(first) == latin(second) or "/" not in first or "/" not in second)


def _km(one: Town, other: Town) -> float:
    lat1, lat2 = radians(one.latitude), radians(other.latitude)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))
