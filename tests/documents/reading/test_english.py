"""English papers: what fires and what stays quiet, for causes that recur from paper to paper."""

from __future__ import annotations

import time

import pytest

from pristan.documents.reading.read import read_paper


def found(text: str) -> set[tuple[str, str]]:
    return {(one.name, one.value) for one in read_paper([text]).fields}


TRANSLATED = """Translation from Russian

                     RESOLUTION
      on initiation of a criminal case

City of Kazan                                          "14" March 2023

Senior Investigator of the Investigative Department for the Vakhitovsky District of the City of Kazan,
Captain of Justice Petrov A.V., having considered the report on a crime,

                     ESTABLISHED:

On 4 March 2022 Gareev Marat Rinatovich, d.o.b. 12.05.1988, posted a text in a channel.

                     RESOLVED:

To initiate a criminal case against Gareev M.R. under par. "d", part 2 of Article 207.3 of the Criminal Code of
the RF.

Investigator                  (signature)            A.V. Petrov

I, Ann Marlow, certify that I am competent to translate. 12 August 2024
"""


def test_a_translated_act_gives_its_day_unit_persons_and_what_it_orders() -> None:
    assert found(TRANSLATED) == {
        ("kind", "opening"),
        ("date.act", "2023-03-14"),
        ("body.agency", "Investigative Department for the Vakhitovsky District of the City of Kazan"),
        ("person.investigator", "Petrov A.V."),
        ("person.accused", "Gareev Marat Rinatovich"),
        ("date.born", "1988-05-12"),
        ("charge", "УК 207.3 ч.2 п.д"),
        ("outcome", "case_opened"),
        ("person.interpreter", "Ann Marlow"),
    }


JUDGMENT = """JUDGMENT
October 12, 2023                                         city of Perm
The Sverdlovsky District Court of Perm composed of the presiding judge Kuznetsova E.V., with the clerk Ivanova T.N.,
having considered the criminal case against SIDORENKO Pavel Andreevich, born on July 7, 1991, charged under Part 2 of
Article 280.3 of the Criminal Code of the Russian Federation,

SENTENCED:
To find Sidorenko guilty and to sentence him to {sentence}
The judgment may be appealed within fifteen days.
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "imprisonment for a term of 2 (two) years 6 (six) months in a general regime colony.",
            {("sentence.imprisonment", "P2Y6M"), ("regime", "general")},
        ),
        ("a fine in the amount of 150,000 (one hundred fifty thousand) rubles.", {("fine", "150000")}),
        (
            "three years of imprisonment, suspended, with a probation period of 2 years.",
            {("sentence.imprisonment", "P3Y"), ("sentence.suspended", "yes"), ("sentence.probation", "P2Y")},
        ),
        ("300 hours of compulsory works.", {("sentence.compulsory_work", "PT300H")}),
    ],
)
def test_what_a_translated_judgment_orders_is_read(sentence: str, expected: set[tuple[str, str]]) -> None:
    told = {
        one for one in found(JUDGMENT.format(sentence=sentence)) if one[0].startswith(("sentence", "regime", "fine"))
    }
    assert told == expected


REFUSAL = """Home Office
UK Visas and Immigration

11 November 2024

Damir Valeev
c/o Grey Law

REASONS FOR REFUSAL

Dear Damir Valeev

You say that you were sentenced to three years of imprisonment in a colony of general regime, that a fine of 30,000 rubles
was imposed, and that the motion of your counsel was refused.
"""


def test_what_a_paper_of_an_asylum_authority_tells_of_is_not_what_it_orders() -> None:
    assert not {
        name for name, _ in found(REFUSAL) if name.startswith(("sentence", "regime", "fine", "outcome", "sign"))
    }


FORM = """IMMIGRATION AND REFUGEE BOARD OF CANADA

REASONS AND DECISION

Claimant                     Timur Rashidov
Date of hearing              May 14, 2024
Date of decision             June 3, 2024
Panel                        L. Fontaine
Counsel for the claimant     Margaret Oyelowo
Counsel for the Minister     N/A
"""


def test_captions_without_a_colon_give_names_and_days_their_part() -> None:
    assert found(FORM) >= {
        ("person.accused", "Timur Rashidov"),
        ("date.hearing", "2024-05-14"),
        ("date.act", "2024-06-03"),
        ("person.judge", "L. Fontaine"),
        ("person.counsel", "Margaret Oyelowo"),
    }


def test_a_caption_above_its_column_tells_which_day_it_is() -> None:
    text = (
        "U.S. Citizenship and Immigration Services\n\nNOTICE OF ACTION\n\nReceived Date            Applicant\n"
        "March 14, 2023           VOLKOVA, ANNA\nNotice Date              Page\nMarch 20, 2023           1 of 1\n"
        "\nThe above application has been received by our office and is being processed.\n"
    )
    assert {value for name, value in found(text) if name == "date.act"} == {"2023-03-20"}


def test_who_appears_for_the_authority_has_no_part() -> None:
    text = (
        "IN THE UPPER TRIBUNAL\nIMMIGRATION AND ASYLUM CHAMBER\n\nDECISION AND REASONS\n\nFor the Appellant:     Ms A Lowe, Counsel\n"
        "For the Respondent:    Mr T Bara, Senior Home Office Presenting Officer\n\nThe appeal of the appellant is dismissed.\n"
    )
    assert {value for name, value in found(text) if name.startswith("person.")} == {"A Lowe"}


@pytest.mark.parametrize(
    ("written", "read"),
    [("07/19/1988", {"1988-07-19"}), ("19.07.1988", {"1988-07-19"}), ("07/08/1988", set()), ("31.06.1988", set())],
)
def test_a_day_in_figures_is_read_only_where_it_is_one_day(written: str, read: set[str]) -> None:
    text = (
        f"AFFIDAVIT\n\nDate of birth: {written}\n\nI was taken from my car and nobody was told of it for nine days.\n"
    )
    assert {value for name, value in found(text) if name == "date.born"} == read


@pytest.mark.parametrize(
    ("cited", "charge"),
    [
        ("article 159, paragraph 4, of the Criminal Code of the Russian Federation", "УК 159 ч.4"),
        ("Art. 207.3(2)(d) of the Criminal Code of the RF", "УК 207.3 ч.2 п.д"),
        ("Article 244-1(3) of the Uzbek Criminal Code", "УК (UZ) 244-1 ч.3"),
        ("Article 20.3.3(1) of the Code of Administrative Offenses of the Russian Federation", "КоАП 20.3.3 ч.1"),
    ],
)
def test_articles_stand_as_translators_write_them(cited: str, charge: str) -> None:
    assert ("charge", charge) in found(
        f"LETTER OF SUPPORT\n\nHe is accused in Russia or in Uzbekistan under {cited}.\n"
    )


def test_an_article_of_procedure_or_of_a_treaty_is_no_charge() -> None:
    text = "LETTER OF SUPPORT\n\nIn Russia articles 189 and 190 of the Criminal Procedure Code and article 163 of the Convention apply to it.\n"
    assert not {value for name, value in found(text) if name == "charge"}


def test_a_news_article_gives_nobody_a_part() -> None:
    text = (
        "Reporter arrested in Moscow\n\nMOSCOW, 4 May 2023 - A court ordered the arrest of Irina Kostina, her lawyer Pavel Gusev said.\n"
        "Judge Anna Belova rejected the appeal and the investigator Oleg Stepanov left the room of the court.\n"
    )
    assert found(text) == set()


def test_the_fuller_form_of_a_name_is_given_once() -> None:
    told = [value for name, value in found(TRANSLATED) if name == "person.accused"]
    assert told == ["Gareev Marat Rinatovich"]
    other = found(TRANSLATED.replace("against Gareev M.R.", "against Ilyin M.R."))
    assert ("person.accused", "Gareev Marat Rinatovich") in other  # another surname is another person


def test_a_receipt_proceeds_against_nobody() -> None:
    text = (
        "Department of Homeland Security\nU.S. Citizenship and Immigration Services\n\nNOTICE OF ACTION\n\nNotice Type: Receipt Notice\n"
        "Applicant: VOLKOVA, ANNA\n\nWe have received your form and are processing it.\n"
    )
    assert not {value for name, value in found(text) if name == "person.accused"}
    assert ("person.accused", "Volkova Anna") in found(text.replace("Receipt Notice", "Notice to Appear"))


def test_a_code_without_its_state_is_that_of_the_one_state_the_paper_names() -> None:
    text = "DECISION AND REASONS\n\nThe appellant is a citizen of {}. He produced a ruling under Article 337(1) of the Criminal Code.\n"
    assert ("charge", "УК (KG) 337 ч.1") in found(text.format("Kyrgyzstan"))
    assert ("charge", "УК 337 ч.1") in found(text.format("Kyrgyzstan who lived in Russia"))


def test_the_number_of_a_page_is_no_part_of_an_article() -> None:
    text = "LETTER OF SUPPORT\n\nIn Russia he is charged under Art. 228.1(4)(g) of the Criminal Code.\n\nTab 14, p. 2\n"
    assert {value for name, value in found(text) if name == "charge"} == {"УК 228.1 ч.4 п.г"}


def test_who_writes_to_the_commission_writes_a_letter() -> None:
    text = (
        "12 February 2025\n\nCommission for the Control of INTERPOL's Files\n200 quai Charles de Gaulle, Lyon\n\nDear Sirs,\n\n"
        "{} the data concerning Mr Andreev, born 3 April 1975, were recorded in the files at the request of the bureau in Moscow.\n"
    )
    assert ("kind", "letter") in found(text.format("On behalf of our client we submit that"))
    assert ("kind", "interpol_letter") in found(text.format("The Commission found that"))


def test_no_field_of_an_english_paper_but_its_day_and_a_birth_is_taken_in_bulk() -> None:
    sure = {one.name for one in read_paper([TRANSLATED]).fields if one.confidence >= 0.9}
    assert sure == {"date.act", "date.born"}


@pytest.mark.parametrize("sign", ["A", " ", "Word ", "prosecutor of the Word ", "Word   Word   "])
def test_a_page_of_one_sign_again_and_again_does_not_hold_the_english_reader_up(sign: str) -> None:
    text = f"RULING\n\nThe judge of the court and the investigator of the city, on a date\n\nRULED:\n{sign * (8000 // len(sign))}\nThe end of it."
    start = time.process_time()
    read_paper([text])
    assert (
        time.process_time() - start < 6
    )  # seconds of processor time; a pattern that goes back and forth takes minutes
