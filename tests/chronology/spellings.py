"""Invented people, and the ways in which papers of several states write one person: tables of letters, cases, initials.

Source of the tables: ICAO Doc 9303 part 3 (passports of today), BGN/PCGN 1947 (English letters and maps), the German
table of Duden, the French one of passports until 1997 (order of the Interior Ministry No. 310 of 26 May 1997).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pymorphy3

_ICAO = dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ь": "", "ю": "iu", "я": "ia",
}  # fmt: skip
_BGN = _ICAO | {"ё": "yo", "й": "y", "ъ": "", "ю": "yu", "я": "ya"}
_GERMAN = _ICAO | {"в": "w", "ё": "jo", "ж": "sch", "й": "j", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch",
                   "щ": "schtsch", "ъ": "", "ю": "ju", "я": "ja"}  # fmt: skip
_FRENCH = _ICAO | {"ё": "io", "ж": "j", "у": "ou", "ч": "tch", "ш": "ch", "щ": "chtch", "ъ": "", "ю": "iou", "я": "ia"}
TABLES = {"icao": _ICAO, "bgn": _BGN, "german": _GERMAN, "french": _FRENCH}
CASES = ("gent", "datv", "ablt", "loct")

MEN = (
    "Александр", "Алексей", "Анатолий", "Андрей", "Антон", "Арсений", "Артём", "Артур", "Борис", "Вадим",
    "Валерий", "Василий", "Виктор", "Виталий", "Владимир", "Вячеслав", "Георгий", "Глеб", "Григорий", "Даниил",
    "Денис", "Дмитрий", "Евгений", "Егор", "Захар", "Иван", "Игорь", "Илья", "Кирилл", "Константин", "Леонид",
    "Лев", "Макар", "Максим", "Марк", "Матвей", "Михаил", "Никита", "Николай", "Олег", "Павел", "Пётр", "Роман",
    "Руслан", "Семён", "Сергей", "Станислав", "Степан", "Тимофей", "Тимур", "Фёдор", "Эдуард", "Юрий", "Яков",
    "Ян", "Ярослав", "Азамат", "Азиз", "Айдар", "Алишер", "Амир", "Анвар", "Аслан", "Ахмед", "Бахтиёр",
    "Бахром", "Гайрат", "Дамир", "Джамшид", "Заур", "Зелимхан", "Ильдар", "Ильяс", "Камиль", "Карим", "Марат",
    "Муса", "Мурат", "Назар", "Нурлан", "Равиль", "Рамзан", "Расул", "Ринат", "Рустам", "Рушан", "Салават",
    "Санжар", "Султан", "Тахир", "Умар", "Фарид", "Хамид", "Хасан", "Хусейн", "Шавкат", "Шамиль", "Эльдар",
    "Юнус",
)  # fmt: skip
WOMEN = (
    "Алла", "Анастасия", "Анна", "Валентина", "Валерия", "Варвара", "Вера", "Виктория", "Галина", "Дарья",
    "Диана", "Евгения", "Екатерина", "Елена", "Елизавета", "Жанна", "Зоя", "Инна", "Ирина", "Карина", "Кира",
    "Кристина", "Ксения", "Лариса", "Лидия", "Любовь", "Людмила", "Маргарита", "Марина", "Мария", "Надежда",
    "Наталья", "Нина", "Оксана", "Ольга", "Полина", "Раиса", "Светлана", "София", "Тамара", "Татьяна", "Ульяна",
    "Эльвира", "Юлия", "Яна", "Айгуль", "Алина", "Амина", "Гульнара", "Дилноза", "Зарина", "Зухра", "Камила",
    "Лейла", "Мадина", "Мавлюда", "Нигора", "Патимат", "Сабина", "Саида", "Фатима", "Шахноза",
)  # fmt: skip
FAMILIES = (
    "Щербаков", "Жуков", "Чернышёв", "Хохлов", "Цветков", "Юдин", "Яковлев", "Емельянов", "Шишкин", "Пчёлкин",
    "Григорьев", "Подъячев", "Журавлёв", "Зайцев", "Каримов", "Джураев", "Ходжаев", "Рахимов", "Умаров",
    "Мирзоев",
)  # fmt: skip
FATHERS = {"Иван": "Иванович", "Сергей": "Сергеевич", "Юрий": "Юрьевич", "Рустам": "Рустамович", "Пётр": "Петрович"}


@dataclass(frozen=True)
class Person:
    """An invented man: family name, first name, patronymic."""

    family: str
    first: str
    patronymic: str

    @property
    def name(self) -> str:
        return f"{self.family} {self.first} {self.patronymic}"


def in_letters(words: str, table: str) -> str:
    """The words by a table of letters."""
    letters = TABLES[table]
    found = []
    for letter in words:
        made = letters.get(letter.lower(), letter)
        found.append(made.capitalize() if letter.isupper() else made)
    return "".join(found)


def variants(person: Person) -> Iterator[str]:
    """Other ways to write the person, each as a paper might."""
    family, first, patronymic = person.family, person.first, person.patronymic
    plain = person.name.replace("ё", "е")
    yield plain
    yield f"{first} {patronymic} {family}"
    yield f"{family} {first}"
    yield f"{family.upper()} {first.upper()}"
    yield f"{family} {first[0]}.{patronymic[0]}."
    yield f"{first[0]}. {patronymic[0]}. {family}"
    for case in CASES:
        yield " ".join(declined(word, case) for word in (family, first, patronymic))
    for table in TABLES:
        yield in_letters(person.name, table)
        yield in_letters(f"{first} {family}", table)
        yield in_letters(f"{family} {first[0]}. {patronymic[0]}.", table)


@lru_cache(maxsize=1)
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=5_000)
def declined(word: str, case: str) -> str:
    """A man's name in a case; as it is where the dictionary has no such form."""
    found = [one for one in _morph().parse(word) if {"masc", "sing", "nomn"} <= set(one.tag.grammemes)]
    named = [one for one in found if {"Name", "Surn", "Patr"} & set(one.tag.grammemes)] or found
    made = named[0].inflect({case}) if named else None
    return word if made is None else made.word.capitalize()


def people(count: int, seed: int) -> list[Person]:
    """Invented men."""
    rng = random.Random(seed)
    return [Person(rng.choice(FAMILIES), rng.choice(MEN), rng.choice(list(FATHERS.values()))) for _ in range(count)]
