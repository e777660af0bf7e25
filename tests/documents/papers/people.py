"""Invented people in the cases that papers need: nominative | genitive | dative | instrumental."""

from __future__ import annotations

import random
from dataclasses import dataclass

_MEN = (
    "Ершов Андрей Викторович|Ершова Андрея Викторовича|Ершову Андрею Викторовичу|Ершовым Андреем Викторовичем",
    "Каримов Рустам Анварович|Каримова Рустама Анваровича|Каримову Рустаму Анваровичу|Каримовым Рустамом Анваровичем",
    "Соболевский Игорь Львович|Соболевского Игоря Львовича|Соболевскому Игорю Львовичу|Соболевским Игорем Львовичем",
    "Петренко Олег Ильич|Петренко Олега Ильича|Петренко Олегу Ильичу|Петренко Олегом Ильичом",
    "Лунин Фёдор Матвеевич|Лунина Фёдора Матвеевича|Лунину Фёдору Матвеевичу|Луниным Фёдором Матвеевичем",
    "Абдуллаев Тимур Русланович|Абдуллаева Тимура Руслановича|Абдуллаеву Тимуру Руслановичу|"
    "Абдуллаевым Тимуром Руслановичем",
    "Зотов Павел Сергеевич|Зотова Павла Сергеевича|Зотову Павлу Сергеевичу|Зотовым Павлом Сергеевичем",
    "Гришин Денис Олегович|Гришина Дениса Олеговича|Гришину Денису Олеговичу|Гришиным Денисом Олеговичем",
)
_WOMEN = (
    "Орлова Мария Ивановна|Орловой Марии Ивановны|Орловой Марии Ивановне|Орловой Марией Ивановной",
    "Вишневская Анна Павловна|Вишневской Анны Павловны|Вишневской Анне Павловне|Вишневской Анной Павловной",
    "Гайдук Елена Петровна|Гайдук Елены Петровны|Гайдук Елене Петровне|Гайдук Еленой Петровной",
    "Сафина Диляра Маратовна|Сафиной Диляры Маратовны|Сафиной Диляре Маратовне|Сафиной Дилярой Маратовной",
    "Кравченко Ольга Юрьевна|Кравченко Ольги Юрьевны|Кравченко Ольге Юрьевне|Кравченко Ольгой Юрьевной",
    "Мельник Татьяна Олеговна|Мельник Татьяны Олеговны|Мельник Татьяне Олеговне|Мельник Татьяной Олеговной",
)


@dataclass(frozen=True)
class Somebody:
    """One invented person."""

    cases: tuple[str, str, str, str]
    woman: bool

    def full(self, case: int = 0) -> str:
        """Surname, name, patronymic: case 0 nominative, 1 genitive, 2 dative, 3 instrumental."""
        return self.cases[case]

    def short(self, case: int = 0) -> str:
        """Surname with initials."""
        surname, *rest = self.cases[case].split(" ")
        return f"{surname} {''.join(word[0] + '.' for word in rest)}"

    def turned(self) -> str:
        """Initials before the surname, as under a paper."""
        surname, *rest = self.cases[0].split(" ")
        return f"{'.'.join(word[0] for word in rest)}. {surname}"


def people(rng: random.Random, count: int) -> list[Somebody]:
    """Different people in a new order; the first is a man."""
    both = ((_MEN, False), (_WOMEN, True))
    all_of = [_somebody(line, woman) for lines, woman in both for line in lines]
    rng.shuffle(all_of)
    first = next(one for one in all_of if not one.woman)
    return [first, *(one for one in all_of if one is not first)][:count]


def _somebody(line: str, woman: bool) -> Somebody:
    nominative, genitive, dative, instrumental = line.split("|")
    return Somebody((nominative, genitive, dative, instrumental), woman)
