"""Signs that recognition reads wrongly by their look are put right where the grammar tells, and only there."""

from __future__ import annotations

import pytest

from pristan.documents.reading.lookalikes import mended
from pristan.documents.reading.page_text import PaperText
from pristan.documents.reading.read import read_paper


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("секретаря Вялых 0.0., с участием", "секретаря Вялых О.О., с участием"),
        ("судья Чуяко 3.Р., рассмотрев", "судья Чуяко З.Р., рассмотрев"),
        ("Следователь С0 по г. Твери", "Следователь СО по г. Твери"),
        ("0б избрании меры", "Об избрании меры"),
        ("(ПРАВКА", "СПРАВКА"),
        ("ч. 2 ст. 228 УК Р®", "ч. 2 ст. 228 УК РФ"),
        ("1З.0З.2024", "13.03.2024"),
        ("дело № А5З-11877/2025", "дело № А53-11877/2025"),
        ("1З мая 2024 года", "13 мая 2024 года"),
        ("мая 202З года", "мая 2023 года"),
        ("штраф З0 000 рублей", "штраф 30 000 рублей"),
        ("по ч. З ст. 28О.3 УК", "по ч. 3 ст. 280.3 УК"),
        ("№ 1240257ОО01000310", "№ 12402570001000310"),
        ("19 февраля 26024 г.", "19 февраля  2024 г."),
        ("24 марта 2925 года", "24 марта 2025 года"),
        ("96.06.2024", "06.06.2024"),
        ("2 февраля: 2025 года", "2 февраля  2025 года"),
        ("Следователь (0 по г. Твери", "Следователь СО по г. Твери"),
        ("Следователь Лунин Ф.м., рассмотрев", "Следователь Лунин Ф.М., рассмотрев"),
        ("полиции Юсуповым Р.3З. проведена", "полиции Юсуповым Р. З. проведена"),
        ("ч. 2 ст. 214 ич. 1 ст. 329 УК", "ч. 2 ст. 214 ,ч. 1 ст. 329 УК"),
        ("ПРОТОКОЛ 0 ДОСТАВЛЕНИИ", "ПРОТОКОЛ О ДОСТАВЛЕНИИ"),
        ("ЭКСПЕРТНЫЙ ЦЕНТР.\nУМВД РОССИИ", "ЭКСПЕРТНЫЙ ЦЕНТР \nУМВД РОССИИ"),
        ("Эксперт    Н.Р, Арзамасцева\n", "Эксперт    Н.Р. Арзамасцева\n"),
        ("находясь в.неустановленном месте", "находясь в неустановленном месте"),
        ("Фамилия Рутберг\n\nИмя Илья\n\nОтчество Аронович", "Фамилия Рутберг \nИмя Илья \nОтчество Аронович"),
        ("постановил ;\nИзбрать", "постановил: \nИзбрать"),
        ("суд УСТАНОВИЛ;\n", "суд УСТАНОВИЛ:\n"),
        ("защитника <ФИО->4,", "защитника  <ФИО>4,"),
        ("прокурора    .    Хвойный А.Е.", "прокурора         Хвойный А.Е."),
        ("© признании нежелательной", "О признании нежелательной"),
        ("Реймер И,Я., 19.01.1989", "Реймер И.Я., 19.01.1989"),
        ("Dated: 3 March 2625", "Dated: 3 March 2025"),
        ("Author: Or Miriam Ashgrove, MBBS", "Author: Dr Miriam Ashgrove, MBBS"),
    ],
)
def test_a_sign_is_read_as_its_place_asks(seen: str, meant: str) -> None:
    assert mended(seen)[0] == meant


@pytest.mark.parametrize(
    "text",
    [
        "штраф 30 000 рублей",
        "на 0,50 грамма",
        "№ 12402570001000310",
        "ст. 3.0 кодекса",
        "ЗАО «Заря»",
        "(ФСБ России)",
        "п. 3. Разъяснить",
        "ООО «Заря», О мая",
        "ч. За что",
        "ст. О правах",
        "26.06.2024",
        "05.16.2022",
        "Р. о. Иванова",
        "в 2026 году",
        "дело со по",
        "штраф 0 рублей",
        "признал вину.\nСуд",
        "Иванов П.И, Петров С.С.",
        "живёт в с. Красное",
        "3 March 2025",
        "суд решил, что\nон виновен",
        "<ФИО>4 и <ФИО>5",
        "Иванов И., П.С. Петров",
        "detained. Or Miriam Ashgrove was not told",
    ],
)
def test_figures_and_words_that_are_right_stay(text: str) -> None:
    assert mended(text)[0] == text


@pytest.mark.parametrize(
    ("seen", "uid"),
    [
        ("66850004-01-2025-005171-08", "66RS0004-01-2025-005171-08"),
        ("УИД 18м50044-01-2023-000310-62", "18MS0044-01-2023-000310-62"),
        ("УИД 428$0009-01-2025-010331-14", "42RS0009-01-2025-010331-14"),
        ("УИД 548$50006-01-2022-003871-60", "54RS0006-01-2022-003871-60"),
        ("УИД 77К50002-02-2024-019233-40", "77RS0002-02-2024-019233-40"),
    ],
)
def test_the_letters_of_a_court_are_found_under_figures_on_a_recognised_page(seen: str, uid: str) -> None:
    page = f"{seen}\n\nПРИГОВОР\nИменем Российской Федерации\n"
    assert read_paper([page], recognised=True).value("number.uid") == uid
    assert read_paper([page]).value("number.uid") is None  # a text layer says what it says


def test_a_number_with_other_groups_is_no_court_number() -> None:
    assert read_paper(["66850004-91-2025-005171-08\n\nПРИГОВОР\n"], recognised=True).value("number.uid") is None


def test_what_rests_on_a_mended_sign_is_told() -> None:
    paper = PaperText(["Следователь С0 по г. Твери Котов И.И."], recognised=True)
    start = paper.text.index("СО по")
    assert paper.rests_on_mended(start, start + 5)
    assert not paper.rests_on_mended(paper.text.index("Котов"), len(paper.text))
