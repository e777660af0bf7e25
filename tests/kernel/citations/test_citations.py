"""Citations in text: each form found once, with its case; what only looks like one stays quiet."""

from __future__ import annotations

import pytest

from pristan.kernel.citations.case import CaseCitation, Kind
from pristan.kernel.citations.find import citations_in
from pristan.kernel.citations.styles import STYLES, written


@pytest.mark.parametrize(
    ("text", "kind", "key", "name"),
    [
        ("See Matter of F-P-R-, 24 I&N Dec. 681 (BIA 2008).", Kind.REPORTER, "24 I&N Dec. 681", "Matter of F-P-R-"),
        ("Matter of J-E-, 23 I. & N. Dec. 291, 303 (B.I.A. 2002)", Kind.REPORTER, "23 I&N Dec. 291", "Matter of J-E-"),
        (
            "Zehatye v. Gonzales, 453 F.3d 1182 (9th Cir. 2006)",
            Kind.REPORTER,
            "453 F.3d 1182",
            "Zehatye v. Gonzales",
        ),
        ("INS v. Cardoza-Fonseca, 480 U. S. 421 (1987)", Kind.REPORTER, "480 U.S. 421", "INS v. Cardoza-Fonseca"),
        ("Doe v. Bondi, 12 F. 4th 345 (2d Cir. 2025)", Kind.REPORTER, "12 F.4th 345", "Doe v. Bondi"),
        ("HJ (Iran) v Home Secretary [2010] UKSC 31", Kind.NEUTRAL, "[2010] UKSC 31", "HJ (Iran) v Home Secretary"),
        ("[2014] UKUT 00442 (IAC)", Kind.NEUTRAL, "[2014] UKUT 442 (IAC)", None),
        ("[2009] EWCA  Civ 123 at [45]", Kind.NEUTRAL, "[2009] EWCA Civ 123", None),
        ("Febles v Canada 2014 SCC 68", Kind.NEUTRAL, "2014 SCC 68", "Febles v Canada"),
        ("2014 CSC 68", Kind.NEUTRAL, "2014 SCC 68", None),
        ("Khokhlov v Cyprus 53114/20 (13 June 2023)", Kind.STRASBOURG, "53114/20", "Khokhlov v Cyprus"),
        ("M.G. v. Bulgaria, no. 59297/12, 25 March 2014", Kind.STRASBOURG, "59297/12", "M.G. v. Bulgaria"),
        ("по делу «Савриддин», жалоба № 71386/10", Kind.STRASBOURG, "71386/10", None),
        ("Joined Cases C-199/12 to C-201/12", Kind.LUXEMBOURG, "C-199/12", None),
        ("CCPR/C/115/D/2367/2014", Kind.TREATY_BODY, "CCPR/C/115/D/2367/2014", None),
        ("A/HRC/WGAD/2017/50", Kind.TREATY_BODY, "A/HRC/WGAD/2017/50", None),
        ("communication No. 2367/2014", Kind.TREATY_BODY, "2367/2014", None),
        (
            "Batyrova and Batyrov v Uzbekistan, 1585/2007 (Views of 30 July 2009)",
            Kind.TREATY_BODY,
            "1585/2007",
            "Batyrova and Batyrov v Uzbekistan",
        ),
        ("Kalinichenko v. Morocco, CAT 428/2010", Kind.TREATY_BODY, "428/2010", "Kalinichenko v. Morocco"),
        ("решение КПЧ № 3285/2019", Kind.TREATY_BODY, "3285/2019", None),
        ("Liu v Poland (37610/18, 6 October 2022)", Kind.STRASBOURG, "37610/18", "Liu v Poland"),
        (
            "Canada (Attorney General) v Ward [1993] 2 SCR 689",
            Kind.NEUTRAL,
            "[1993] 2 SCR 689",
            "Canada (Attorney General) v Ward",
        ),
        ("Adjei v Canada [1989] 2 CF 680 (CA)", Kind.NEUTRAL, "[1989] 2 FC 680", "Adjei v Canada"),
        ("KHO 2020:94", Kind.NEUTRAL, "KHO:2020:94", None),
        ("Doe v. Bondi, No. 24-777 (U.S. Mar. 4, 2026)", Kind.DOCKET, "No. 24-777 (U.S.)", "Doe v. Bondi"),
        (
            "Roe v. Bondi, Nos. 25-20496, 25-40701 (5th Cir. 2026)",
            Kind.DOCKET,
            "No. 25-20496 (5th Cir.)",
            "Roe v. Bondi",
        ),
        ("Poe v. Doe, No. 18-cv-04800 (N.D. Cal. 2018)", Kind.DOCKET, "No. 18-cv-04800 (N.D. Cal.)", "Poe v. Doe"),
    ],
)
def test_each_form_is_found_with_its_case(text, kind, key, name):
    found = citations_in(text)[0]
    assert (found.kind, found.key, found.name) == (kind, key, name)
    assert text[slice(*found.span)].split()[0] in text


def test_a_strasbourg_ecli_names_the_application_too():
    (found,) = citations_in("ECLI:CE:ECHR:2014:0325JUD005929712.")
    assert found.keys == ("ECLI:CE:ECHR:2014:0325JUD005929712", "59297/12")


def test_several_applications_of_one_judgment_are_all_found():
    found = citations_in("Anikeyev and Yermakova v Russia (dec.), 1311/21 and 10219/21, 13 April 2021")
    assert [one.key for one in found] == ["1311/21", "10219/21"]
    assert found[0].name == "Anikeyev and Yermakova v Russia"
    assert found[1].year == "2021"


def test_citations_stand_in_the_order_of_the_text_and_none_twice():
    text = "Doe v. Roe, 1 F.3d 2 (1st Cir. 1993); ECLI:EU:C:2013:720; C-199/12; [2010] UKSC 31; Rossi v Italy 12345/06."
    assert [one.key for one in citations_in(text)] == [
        "1 F.3d 2",
        "ECLI:EU:C:2013:720",
        "C-199/12",
        "[2010] UKSC 31",
        "12345/06",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "дело № 5-1184/2024, протокол от 03/19, УПД 16/1820",
        "Постановление № 12/24 от 1 мая 2024 года",
        "8 U.S.C. § 1158(a)(2)(B); 8 CFR 208.13; INA 208(b)",
        "He was born on 12/05/86 and paid 480 U.S. dollars.",
        "24/7, A4, 1/2, 300 F. street",
        "part 1 of article 228.1 CC; ст. 30, ч. 3",
        "the room C-19, the form C-4/2",
        "In 2014 FCs were counted; [2014] Reports 12",
        "page 453 of the file, F.3 drawer",
        "flight SU 1182/06 to Sofia",
        "case No. 1-12/2024 of the court, order 12/2024 and 1/2025",
        "No. 24-777 of the street, flat No. 12-34 (Sofia 2020)",
        "материал № 3/1-44/2026, дело 1-57/2019",
        "in [1993] 2 of them came; version 2020:94",
    ],
)
def test_what_only_looks_like_a_citation_stays_quiet(text):
    assert citations_in(text) == []


@pytest.mark.parametrize(
    ("text", "bluebook", "oscola", "plain"),
    [
        (
            "Matter of J-E-, 23 I&N Dec. 291, 303 (BIA 2002)",
            "Matter of J-E-, 23 I. & N. Dec. 291, 303 (B.I.A. 2002)",
            "Matter of J-E- 23 I&N Dec 291, 303 (BIA 2002)",
            "Matter of J-E-, 23 I&N Dec. 291, 303 (BIA 2002)",
        ),
        (
            "INS v. Cardoza-Fonseca, 480 U.S. 421 (1987)",
            "INS v. Cardoza-Fonseca, 480 U.S. 421 (1987)",
            "INS v Cardoza-Fonseca 480 US 421 (1987)",
            "INS v. Cardoza-Fonseca, 480 U.S. 421 (1987)",
        ),
        (
            "M.G. v Bulgaria, no. 59297/12, 25 March 2014",
            "M.G. v. Bulgaria, App. No. 59297/12, Eur. Ct. H.R. (2014)",
            "M.G. v Bulgaria App no 59297/12 (ECtHR, 2014)",
            "M.G. v Bulgaria 59297/12 (2014)",
        ),
        (
            "Febles v Canada 2014 SCC 68",
            "Febles v. Canada, 2014 SCC 68",
            "Febles v Canada 2014 SCC 68",
            "Febles v Canada 2014 SCC 68",
        ),
        (
            "Riley v. Bondi, 606 U.S. ____ (2025)",
            "Riley v. Bondi, 606 U.S. ___ (2025)",
            "Riley v Bondi 606 US ___ (2025)",
            "Riley v. Bondi, 606 U.S. ___ (2025)",
        ),
        (
            "Roe v. Bondi, Nos. 25-20496 and 25-40701 (5th Cir. 2026)",
            "Roe v. Bondi, Nos. 25-20496, 25-40701 (5th Cir. 2026)",
            "Roe v Bondi Nos 25-20496, 25-40701 (5th Cir 2026)",
            "Roe v. Bondi, Nos. 25-20496, 25-40701 (5th Cir. 2026)",
        ),
        ("CCPR/C/115/D/2367/2014", "U.N. Doc. CCPR/C/115/D/2367/2014", "UN Doc CCPR/C/115/D/2367/2014", None),
    ],
)
def test_a_citation_is_written_in_each_style(text, bluebook, oscola, plain):
    (case,) = citations_in(text)
    assert written(case, "bluebook") == bluebook
    assert written(case, "oscola") == oscola
    assert written(case, "plain") == (plain or case.key)


def test_court_and_year_of_a_circuit_are_read():
    (case,) = citations_in("Doe v. Roe, 1 F.3d 2, 5 (9th Cir. 1993) (en banc)")
    assert (case.court, case.year, case.pin) == ("9th Cir.", "1993", "5")


@pytest.mark.parametrize("style", STYLES)
def test_what_is_not_known_is_left_out(style):
    bare = written(CaseCitation(Kind.REPORTER, "1 F.3d 2"), style)
    assert bare.replace(".", "") == "1 F3d 2"


@pytest.mark.parametrize("style", STYLES)
def test_a_written_citation_is_found_again(style):
    for text in (
        "Matter of J-E-, 23 I&N Dec. 291 (BIA 2002)",
        "M.G. v Bulgaria 59297/12 (2014)",
        "Febles v Canada 2014 SCC 68",
    ):
        (case,) = citations_in(text)
        if style == "oscola" and case.kind is Kind.REPORTER:
            continue  # without points a series cannot be told from other words
        assert [one.key for one in citations_in(written(case, style))] == [case.key]
