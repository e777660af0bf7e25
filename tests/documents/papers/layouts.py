"""One function per kind of paper: the text as it is typed, and what it says. No fault of typing yet; see defects."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from pristan.kernel.month_names import MONTHS_RU_GENITIVE
from tests.documents.papers.people import Somebody, people

TOWNS = ("Казань", "Самара", "Тверь", "Омск", "Пермь", "Псков")
_OF_TOWN = {"Казань": "Казани", "Самара": "Самары", "Тверь": "Твери", "Пермь": "Перми"}
COURTS = ("Заречный районный суд", "Ленинский районный суд", "Прибрежный районный суд")
ARTICLES = (
    ("ч. 1 ст. 280.3 УК РФ", "УК 280.3 ч.1"),
    ("п. «д» ч. 2 ст. 207.3 УК РФ", "УК 207.3 ч.2 п.д"),
    ("ч. 2 ст. 282.2 УК РФ", "УК 282.2 ч.2"),
    ("ч. 4 ст. 159 УК РФ", "УК 159 ч.4"),
    ("ч. 2 ст. 205.5 УК РФ", "УК 205.5 ч.2"),
    ("ст. 275 УК РФ", "УК 275"),
    ("ч. 2 ст. 228 УК РФ", "УК 228 ч.2"),
)
NUMBERS = {1: "один", 2: "два", 3: "три", 4: "четыре", 5: "пять", 6: "шесть", 7: "семь", 8: "восемь"}


@dataclass
class Draft:
    """A paper while it is written."""

    rng: random.Random
    kind: str
    text: str = ""
    fields: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.who: list[Somebody] = people(self.rng, 9)
        self.town = self.rng.choice(TOWNS)
        self.act = date(2021, 1, 1) + timedelta(days=self.rng.randrange(1700))
        self.told("kind", self.kind)

    def told(self, name: str, value: str) -> None:
        """Label what the text says."""
        if (name, value) not in self.fields:
            self.fields.append((name, value))

    def day(self, day: date) -> str:
        """A date as papers write it."""
        form = self.rng.choice(("{d} {m} {y} года", "«{dd}» {m} {y} г.", "{dd}.{mm}.{y}", "{dd} {m} {y} года"))
        return form.format(
            d=day.day, dd=f"{day.day:02}", m=MONTHS_RU_GENITIVE[day.month - 1], mm=f"{day.month:02}", y=day.year
        )

    def head(self, *, spaced_town: bool = True) -> str:
        """The line of place and date, labelled."""
        self.told("date.act", self.act.isoformat())
        return f"г. {self.town}{' ' * 20 if spaced_town else ' '}{self.day(self.act)}"

    def article(self) -> str:
        """An offence, labelled."""
        words, value = self.rng.choice(ARTICLES)
        self.told("charge", value)
        return words

    def person(self, role: str, number: int, case: int, *, full: bool = False) -> str:
        """A person, labelled in the nominative."""
        one = self.who[number]
        self.told(f"person.{role}", one.full() if full else one.short())
        return one.full(case) if full else one.short(case)

    def criminal(self) -> str:
        """A number of a criminal case, labelled."""
        number = f"1{self.act.year % 100:02}0{self.rng.randrange(10**12, 10**13)}"[:17]
        self.told("number.criminal", number)
        return number

    def court(self) -> str:
        """A court that acts, labelled."""
        name = f"{self.rng.choice(COURTS)} г. {_OF_TOWN.get(self.town, self.town + 'а')}"
        self.told("body.court", name)
        return name

    def bench(self) -> str:
        """A bench of an appeal court, labelled."""
        self.told("body.court", "Судебная коллегия по уголовным делам")
        return "Судебная коллегия по уголовным делам"

    def number(self, start: str) -> str:
        """A case number of a court, labelled."""
        value = f"{start}-{self.rng.randrange(10, 3000)}/{self.act.year}"
        self.told("number.case", value)
        return value

    def before(self, low: int, high: int) -> date:
        """A day before the act."""
        return self.act - timedelta(days=self.rng.randrange(low, high))

    def after(self, low: int, high: int) -> date:
        """A day after the act."""
        return self.act + timedelta(days=self.rng.randrange(low, high))


def opening(d: Draft) -> None:
    number, investigator = d.criminal(), d.person("investigator", 1, 0)
    d.told("outcome", "case_opened")
    d.text = f"""ПОСТАНОВЛЕНИЕ
о возбуждении уголовного дела № {number} и принятии его к производству
{d.head()}
Следователь по особо важным делам {investigator}, рассмотрев сообщение о преступлении,
УСТАНОВИЛ:
В ходе проверки получены достаточные данные, указывающие на признаки преступления, предусмотренного {d.article()}.
На основании изложенного и руководствуясь ст. 140, 145, 146 УПК РФ,
ПОСТАНОВИЛ:
1. Возбудить уголовное дело в отношении {d.person("accused", 0, 1, full=True)}.
2. Копию настоящего постановления направить прокурору.
"""


def charge(d: Draft) -> None:
    when = d.before(20, 200)
    d.told("date.offence", when.isoformat())
    d.told("outcome", "charged")
    d.text = f"""ПОСТАНОВЛЕНИЕ
о привлечении в качестве обвиняемого
{d.head()}
Следователь {d.person("investigator", 1, 0)}, рассмотрев материалы уголовного дела № {d.criminal()},
УСТАНОВИЛ:
{d.day(when)} {d.who[0].short()}, находясь по месту жительства, действуя умышленно, разместил в сети
«Интернет» запись, то есть совершил преступление, предусмотренное {d.article()}.
Руководствуясь ст. 171 и 172 УПК РФ,
ПОСТАНОВИЛ:
Привлечь {d.person("accused", 0, 1, full=True)} в качестве обвиняемого по данному уголовному делу.
"""


def judgment(d: Draft) -> None:
    when, years, months = d.before(100, 300), d.rng.randrange(2, 9), d.rng.randrange(1, 9)
    force = d.after(15, 60)
    for name, value in (
        ("date.offence", when.isoformat()),
        ("outcome", "convicted"),
        ("sentence.imprisonment", f"P{years}Y{months}M"),
        ("regime", "general"),
        ("appeal.period", "P15D"),
        ("date.in_force", force.isoformat()),
        ("sign.plea_not_guilty", "yes"),
    ):
        d.told(name, value)
    d.text = f"""Дело № {d.number("1")}
ПРИГОВОР
Именем Российской Федерации
{d.head()}
{d.court()} в составе председательствующего судьи {d.person("judge", 1, 1)}, при секретаре {d.person("secretary", 8, 2)},
с участием государственного обвинителя {d.person("prosecutor", 2, 1)}, защитника — адвоката {d.person("counsel", 3, 1)},
рассмотрев уголовное дело в отношении {d.person("accused", 0, 1, full=True)},
обвиняемого в совершении преступления, предусмотренного {d.article()},
УСТАНОВИЛ:
{d.day(when)} {d.who[0].short()} совершил указанное преступление. Подсудимый вину не признал.
Руководствуясь ст. 307, 308, 309 УПК РФ, суд
ПРИГОВОРИЛ:
Признать {d.who[0].full(1)} виновным и назначить ему наказание в виде лишения свободы на срок {years}
({NUMBERS[years]}) лет {months} ({NUMBERS[months]}) месяцев с отбыванием в исправительной колонии общего режима.
Приговор может быть обжалован в апелляционном порядке в течение 15 суток со дня его провозглашения.
Приговор вступил в законную силу {d.day(force)}
""".replace(f"при секретаре {d.who[8].short(2)}", f"при секретаре {_prepositional(d.who[8])}")


def _prepositional(one: Somebody) -> str:
    dative = one.short(2)
    surname, initials = dative.split(" ")
    if surname.endswith("ому"):
        surname = surname[:-1]
    elif not one.woman and surname.endswith("у"):
        surname = surname[:-1] + "е"
    return f"{surname} {initials}"


def administrative(d: Draft) -> None:
    when, fine = d.before(3, 60), d.rng.choice((30000, 35000, 45000))
    words, value = d.rng.choice((("ч. 1 ст. 20.3.3", "КоАП 20.3.3 ч.1"), ("ч. 5 ст. 20.2", "КоАП 20.2 ч.5")))
    for name, said in (
        ("charge", value),
        ("date.offence", when.isoformat()),
        ("fine", str(fine)),
        ("body.court", "Ленинского районного суда"),
        ("appeal.period", "P10D"),
    ):
        d.told(name, said)
    d.text = f"""Дело № {d.number("5")}
ПОСТАНОВЛЕНИЕ
по делу об административном правонарушении
{d.head()}
Судья Ленинского районного суда {d.person("judge", 1, 0)}, рассмотрев дело об административном правонарушении,
предусмотренном {words} КоАП РФ, в отношении {d.person("accused", 0, 1, full=True)},
УСТАНОВИЛ:
{d.day(when)} {d.who[0].short()} находился в общественном месте с плакатом.
Руководствуясь ст. 29.9, 29.10 КоАП РФ, судья
ПОСТАНОВИЛ:
Назначить {d.who[0].short(2)} наказание в виде административного штрафа в размере {fine // 1000} 000 рублей.
Постановление может быть обжаловано в течение 10 суток со дня получения его копии.
"""


def custody(d: Draft) -> None:
    until = d.act + timedelta(days=60)
    for name, value in (
        ("outcome", "custody_ordered"),
        ("restraint", "custody"),
        ("restraint.term", "P2M"),
        ("date.until", until.isoformat()),
        ("sign.closed_hearing", "yes"),
    ):
        d.told(name, value)
    d.text = f"""Материал № {d.number("3/1")}
ПОСТАНОВЛЕНИЕ
об избрании меры пресечения в виде заключения под стражу
{d.head()}
{d.court()} в составе председательствующего судьи {d.person("judge", 1, 1)},
с участием прокурора {d.person("prosecutor", 2, 1)}, защитника {d.person("counsel", 3, 1)},
рассмотрев в закрытом судебном заседании ходатайство об избрании меры пресечения в отношении
{d.person("accused", 0, 1, full=True)}, обвиняемого по {d.article()},
УСТАНОВИЛ:
Обвиняемый может скрыться от следствия.
Руководствуясь ст. 108 УПК РФ, суд
ПОСТАНОВИЛ:
Избрать в отношении {d.who[0].full(1)} меру пресечения в виде заключения под стражу
сроком на 2 месяца, то есть до {d.day(until)}
"""


def search(d: Draft) -> None:
    d.text = f"""ПРОТОКОЛ
обыска (выемки)
{d.head()}
Следователь {d.person("investigator", 1, 0)}, в присутствии понятых:
1) {d.person("attesting_witness", 2, 1, full=True)}, проживающего по адресу: г. {d.town}, ул. Лесная, д. 4,
2) {d.person("attesting_witness", 3, 1, full=True)}, проживающего по адресу: г. {d.town}, ул. Полевая, д. 9,
произвёл обыск в жилище. Видеозапись не производилась.
Обнаружено и изъято: телефон, ноутбук, тетрадь. От подписи в протоколе отказался.
"""
    d.told("sign.no_video", "yes")
    d.told("sign.signature_refused", "yes")


def detention(d: Draft) -> None:
    d.told("date.detained", d.act.isoformat())
    d.told("sign.asked_for_lawyer", "yes")
    d.text = f"""ПРОТОКОЛ
задержания подозреваемого
{d.head()}
Следователь {d.person("investigator", 1, 0)} по уголовному делу № {d.criminal()} задержал в порядке ст. 91 и 92 УПК РФ
по подозрению в совершении преступления, предусмотренного {d.article()}.
Подозреваемый {d.person("accused", 0, 0, full=True)} задержан {d.day(d.act)}
По поводу задержания заявил: прошу предоставить адвоката.
"""


def appeal(d: Draft) -> None:
    d.told("outcome", "left_unchanged")
    d.text = f"""АПЕЛЛЯЦИОННОЕ ОПРЕДЕЛЕНИЕ
{d.head()}
{d.bench()} в составе председательствующего {d.person("judge", 1, 1)},
судей {d.person("judge", 2, 1)} и {d.person("judge", 3, 1)}, при секретаре {_prepositional(d.who[8])},
рассмотрела апелляционную жалобу защитника {d.person("counsel", 4, 1)} на приговор в отношении осуждённого
{d.person("accused", 0, 1, full=True)} по {d.article()}.
Проверив материалы дела, судебная коллегия
ОПРЕДЕЛИЛА:
Приговор оставить без изменения, апелляционную жалобу — без удовлетворения.
"""
    d.told("person.secretary", d.who[8].short())


def wanted(d: Draft) -> None:
    d.told("outcome", "declared_wanted")
    d.text = f"""ПОСТАНОВЛЕНИЕ
об объявлении в розыск обвиняемого
{d.head()}
Следователь {d.person("investigator", 1, 0)}, рассмотрев материалы уголовного дела № {d.criminal()},
УСТАНОВИЛ:
Место нахождения обвиняемого по {d.article()} не известно.
ПОСТАНОВИЛ:
Объявить {d.person("accused", 0, 1, full=True)} в федеральный и международный розыск.
"""


def refused(d: Draft) -> None:
    kusp = str(d.rng.randrange(1000, 99999))
    d.told("number.kusp", kusp)
    d.told("outcome", "opening_refused")
    d.text = f"""ПОСТАНОВЛЕНИЕ
об отказе в возбуждении уголовного дела
{d.head()}
Дознаватель {d.person("investigator", 1, 0)}, рассмотрев материал проверки КУСП № {kusp},
УСТАНОВИЛ:
Заявитель сообщил о применении к нему насилия. Факт не подтвердился.
Руководствуясь ст. 24, 144, 145, 148 УПК РФ,
ПОСТАНОВИЛ:
Отказать в возбуждении уголовного дела за отсутствием события преступления.
"""


def summons(d: Draft) -> None:
    when = d.after(3, 20)
    d.told("date.appearance", when.isoformat())
    d.fields = [one for one in d.fields if one[0] != "date.act"]
    d.text = f"""ПОВЕСТКА
о вызове на допрос
Кому: {d.person("addressee", 0, 2, full=True)}
Вам необходимо явиться {d.day(when)} к 10 час. 00 мин. к следователю {d.person("investigator", 1, 2)}
для допроса в качестве свидетеля. При себе иметь паспорт.
"""


def undertaking(d: Draft) -> None:
    d.told("date.born", "1990-03-07")
    d.told("restraint", "undertaking")
    d.text = f"""ПОДПИСКА
о невыезде и надлежащем поведении
{d.head()}
Я, {d.person("accused", 0, 0, full=True)}, 07.03.1990 года рождения, обвиняемый по уголовному делу № {d.criminal()}
в совершении преступления, предусмотренного {d.article()}, обязуюсь не покидать постоянное место жительства.
Подписку отобрал следователь {d.person("investigator", 1, 0)}
"""


LAYOUTS: tuple[tuple[str, Callable[[Draft], None]], ...] = (
    ("opening", opening),
    ("charge", charge),
    ("judgment", judgment),
    ("administrative_ruling", administrative),
    ("custody", custody),
    ("search_record", search),
    ("detention_record", detention),
    ("appeal_judgment", appeal),
    ("wanted", wanted),
    ("opening_refused", refused),
    ("summons", summons),
    ("undertaking", undertaking),
)
