"""A translation is known by days, figures and names; a certificate by its words; other papers are left alone."""

from __future__ import annotations

from dataclasses import replace

from pristan.documents.translations import Link, Text, links

ORIGINAL = Text(
    "1",
    "ru",
    """ПОСТАНОВЛЕНИЕ о возбуждении уголовного дела № 12401920099000417
г. Казань 4 марта 2024 года. Следователь Щербаков И.П., рассмотрев сообщение, зарегистрированное 01.03.2024
в КУСП № 4127, постановил возбудить дело в отношении Ершова Андрея Викторовича, 12 мая 1990 г.р.""",
)
ENGLISH = Text(
    "2",
    "en",
    """Ruling to open criminal case No. 12401920099000417
Kazan, March 4, 2024. Investigator I. P. Scherbakov, having considered the report registered on 1 March 2024
under KUSP No. 4127, ruled to open a case against Andrey Viktorovich Ershov, born on 12 May 1990.""",
)
CERTIFICATE = Text(
    "3",
    "en",
    "CERTIFICATE OF TRANSLATION. I, Maria Novak, certify that the foregoing translation of the ruling in the case "
    "against Andrey Ershov is true and accurate. 7 June 2024",
)
OTHER = Text(
    "4",
    "ru",
    """ПОСТАНОВЛЕНИЕ о продлении срока содержания под стражей, дело № 12501920099000888
г. Пермь 9 июля 2025 года. Судья Лапина О.И. продлила срок Сидорову Петру Ильичу до 11.09.2025, КУСП № 9001.""",
)
DECISION = Text(
    "5",
    "en",
    "Decision of 3 May 2024 on the claim of Andrey Ershov, reference 2024/55118, interview of 2 February 2024.",
)


def found(*papers: Text) -> list[tuple[str, str, str]]:
    return [(one.kind, one.exhibit, one.of) for one in links(papers)]


def test_the_same_paper_in_two_languages_is_linked_and_says_by_what() -> None:
    (link,) = links([ORIGINAL, ENGLISH, OTHER, DECISION])
    assert (link.kind, link.exhibit, link.of) == ("translation", "2", "1")
    assert {"2024-03-04", "2024-03-01", "1990-05-12", "12401920099000417", "4127"} <= set(link.shared)


def test_a_paper_that_says_it_was_translated_is_the_translation_whatever_its_language() -> None:
    czech = replace(ENGLISH, exhibit="6", language="cs")
    russian = replace(ORIGINAL, words="Перевод с чешского языка на русский.\n" + ORIGINAL.words)
    assert found(czech, russian) == [("translation", "1", "6")]


def test_a_certificate_belongs_to_the_translation_that_names_the_same_people() -> None:
    assert found(ORIGINAL, ENGLISH, CERTIFICATE) == [("translation", "2", "1"), ("certificate", "3", "2")]


def test_a_translation_may_carry_its_own_certificate() -> None:
    whole = replace(ENGLISH, words=ENGLISH.words + "\nI certify that this translation is accurate.")
    assert list(links([ORIGINAL, whole]))[-1] == Link("certificate", "2", "2", ())


def test_papers_about_the_same_person_or_in_one_language_are_no_translations() -> None:
    assert found(ORIGINAL, OTHER, DECISION) == []
    assert found(ORIGINAL, replace(ORIGINAL, exhibit="7")) == []
    assert found(OTHER, ENGLISH) == []
    assert found(ORIGINAL, CERTIFICATE) == []
