"""The page of the first hours: who can act against which state, which clock runs, what a case answers."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from pristan.kernel.answers import Answer
from pristan.kernel.countries import COUNTRIES
from pristan.kernel.errors import CaseError
from pristan.kernel.language import Language
from pristan.law.emergency.model import Situation
from pristan.services.cases import open_case
from pristan.services.emergency import EmergencyPage, Shown, emergency_page
from pristan.services.emergency_answers import Answers, answers_from, answers_of_case, read_moment, read_zone
from pristan.services.emergency_words import WORDS, end_words, language_words, meaning_words, notes_on_words
from pristan.services.stories import story_folder
from tests.support.case_folder import PERSON, exhibit, fact, item, paper, told, write_case

PRAGUE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 20, 12, tzinfo=PRAGUE)


def page(where: str, situation: Situation = Situation.ARREST, *, asked_by: str = "RU", **more: object) -> EmergencyPage:
    return emergency_page(Answers(where, situation, asked_by, **more), at=NOW)  # type: ignore[arg-type]


def body(found: EmergencyPage, name: str) -> Shown:
    return next(shown for shown in found.stop if shown.line.id == name)


def clocks(found: EmergencyPage) -> list[str]:
    return [one.clock.id for one in found.clocks]


@pytest.mark.parametrize(
    ("where", "strasbourg", "committee"),
    [
        ("CZ", Answer.MET, Answer.MET),
        ("RU", Answer.NOT_MET, Answer.MET),
        ("KZ", Answer.NOT_MET, Answer.MET),
        ("AE", Answer.NOT_MET, Answer.NOT_MET),
        ("TR", Answer.MET, Answer.MET),
        ("LT", Answer.MET, Answer.UNKNOWN),
    ],
)
def test_each_body_says_whether_it_can_act_against_this_state(
    where: str, strasbourg: Answer, committee: Answer
) -> None:
    found = page(where, Situation.REMOVAL, asked_by="UZ")
    assert body(found, "stop.strasbourg").bound is strasbourg
    assert body(found, "stop.hrc").bound is committee


def test_a_state_that_the_table_does_not_know_is_to_be_looked_up_never_taken_as_bound() -> None:
    shown = body(page("SN", Situation.REMOVAL), "stop.hrc")
    assert shown.bound is Answer.UNKNOWN
    assert "look it up" in shown.text.en


def test_before_a_flight_the_court_here_comes_first_then_strasbourg_then_the_committees() -> None:
    order = [shown.line.id for shown in page("CZ", Situation.REMOVAL).stop]
    wanted = ["stop.court_stay", "stop.strasbourg", "stop.hrc", "stop.cat"]
    assert [name for name in order if name in wanted] == wanted


def test_on_an_arrest_a_removal_court_is_not_named_and_on_a_removal_no_extradition_court() -> None:
    arrest = {shown.line.id for shown in page("CZ").stop}
    removal = {shown.line.id for shown in page("CZ", Situation.REMOVAL).stop}
    assert "stop.court_stay" not in arrest
    assert "stop.extradition_court" not in removal


def test_consent_to_quick_surrender_is_the_first_thing_not_to_sign_after_an_arrest_only() -> None:
    assert page("CZ").refuse[0].line.id == "refuse.simplified"
    assert "refuse.simplified" not in [shown.line.id for shown in page("CZ", Situation.BORDER).refuse]


# the words to say


WORDS_OF_PLACE = {
    "AM": "hy", "AT": "de", "CZ": "cs", "DE": "de", "ES": "es", "FI": "fi", "FR": "fr", "GB": "en", "GE": "ka",
    "IT": "it", "KZ": "ru", "LT": "lt", "LV": "lv", "NL": "nl", "PL": "pl", "RS": "sr", "SE": "sv", "TR": "tr",
    "US": "en",
}  # fmt: skip
HAND_OVERS = (Situation.ARREST, Situation.REMOVAL, Situation.BORDER)


@pytest.mark.parametrize("situation", HAND_OVERS)
@pytest.mark.parametrize(("where", "language"), WORDS_OF_PLACE.items())
def test_where_the_product_has_words_of_the_place_every_sentence_is_in_that_language(
    where: str, language: str, situation: Situation
) -> None:
    found = page(where, situation, asked_by="TJ")
    assert {(said.aloud.language, said.aloud.of_place) for said in found.say} == {(language, True)}
    assert WORDS["not_of_place"] not in notes_on_words(found)
    assert not any(language_words(said) for said in found.say)


@pytest.mark.parametrize("situation", HAND_OVERS)
@pytest.mark.parametrize(("where", "language"), [("TH", "en"), ("AZ", "en"), ("BG", "en"), ("UZ", "ru"), ("TJ", "ru")])
def test_where_it_has_none_the_words_are_marked_as_another_language_and_the_page_says_so(
    where: str, language: str, situation: Situation
) -> None:
    found = page(where, situation)
    assert {(said.aloud.language, said.aloud.of_place) for said in found.say} == {(language, False)}
    assert WORDS["not_of_place"] in notes_on_words(found)
    assert WORDS["spoken_unchecked"] not in notes_on_words(found)
    assert all(language_words(said) == WORDS[f"aloud_{language}"] for said in found.say)


@pytest.mark.parametrize("where", ["TH", "TR", "US", "GE"])
def test_a_russian_reader_sees_the_meaning_in_russian_under_words_that_are_not_russian(where: str) -> None:
    for said in page(where, Situation.BORDER).say:
        assert meaning_words(said, Language.RU) == said.text.ru
        assert not re.search("[А-Яа-я]", said.aloud.text)


def test_words_in_the_readers_own_language_are_not_said_twice() -> None:
    assert not any(meaning_words(said, Language.EN) for said in page("US").say)
    assert not any(meaning_words(said, Language.RU) for said in page("KZ").say)


def test_the_fear_is_said_aloud_in_every_language_not_only_the_wish() -> None:
    said = next(one for one in page("US", Situation.BORDER).say if one.line.id == "say.protection")
    assert "I am afraid" in said.aloud.text
    assert all(words.count(".") + words.count("։") >= 2 for words in said.line.spoken.values())


# what the sentences rest on


def parts_of(found: EmergencyPage) -> list[Shown]:
    parts = (found.lead, found.say, found.stop, found.fill, found.refuse, found.family, found.notes)
    return [shown for part in parts for shown in part]


def cites_of(found: EmergencyPage) -> str:
    return " ".join(source.cite.en for shown in [*parts_of(found), *found.clocks] for source in shown.sources)


@pytest.mark.parametrize("situation", HAND_OVERS)
@pytest.mark.parametrize("asked_by", ["RU", "TJ", "US"])
def test_in_every_country_each_sentence_rests_on_something(situation: Situation, asked_by: str) -> None:
    bare = [
        (where, shown.line.id)
        for where in sorted(COUNTRIES)
        if where != asked_by
        for shown in parts_of(page(where, situation, asked_by=asked_by))
        if not shown.sources
    ]
    assert not bare


@pytest.mark.parametrize(("where", "asked_by"), [("GE", "TJ"), ("CZ", "US"), ("KZ", "RU"), ("RU", "UZ"), ("US", "RU")])
def test_the_convention_on_extradition_is_not_cited_where_one_of_the_two_is_no_party(where: str, asked_by: str) -> None:
    found = page(where, asked_by=asked_by)
    assert "European Convention on Extradition" not in cites_of(found)
    refused = [shown.line.id for shown in found.refuse]
    assert "refuse.simplified" not in refused
    assert refused.count("refuse.simplified.other") == refused.count("refuse.speciality.other") == 1


def test_in_russia_the_challenge_of_its_own_order_is_told_and_not_what_holds_for_a_request_of_russia() -> None:
    here = [shown.line.id for shown in page("RU", asked_by="UZ").stop]
    elsewhere = [shown.line.id for shown in page("KZ", asked_by="RU").stop]
    assert ("stop.extradition_court.ru" in here, "stop.extradition_court.cis" in here) == (True, False)
    assert ("stop.extradition_court.ru" in elsewhere, "stop.extradition_court.cis" in elsewhere) == (False, True)
    cites = [source.cite.en for source in body(page("RU", asked_by="UZ"), "stop.extradition_court.ru").sources]
    assert any("463" in cite for cite in cites)
    assert not any("Chisinau" in cite for cite in cites)  # Uzbekistan is no party to it


@pytest.mark.parametrize("where", ["CZ", "GE", "GB", "TR"])
def test_between_two_parties_its_own_sentences_stand_and_not_the_general_ones(where: str) -> None:
    found = page(where)
    assert "European Convention on Extradition arts 14, 15" in cites_of(found)
    assert not [shown.line.id for shown in parts_of(found) if shown.line.id.endswith(".other")]


@pytest.mark.parametrize(
    ("where", "cited"), [("CZ", True), ("TR", True), ("US", False), ("KZ", False), ("RU", False), ("TH", False)]
)
def test_strasbourgs_convention_is_cited_for_what_binds_its_parties_only(where: str, cited: bool) -> None:
    found = page(where, Situation.REMOVAL, asked_by="UZ")
    lawyer = next(shown for shown in found.stop if shown.line.id == "stop.lawyer")
    assert ("ECHR" in " ".join(source.cite.en for source in lawyer.sources)) is cited


def test_the_refugee_convention_is_not_cited_where_the_state_has_not_joined_it() -> None:
    assert "Refugee Convention" not in cites_of(page("UZ", Situation.REMOVAL))
    assert "Refugee Convention" in cites_of(page("KZ", Situation.REMOVAL))


def choice_of_body(where: str) -> str:
    return " ".join(shown.text.en for shown in page(where).notes if shown.line.id == "note.one_body")


def test_the_choice_of_one_body_names_those_that_can_act_here() -> None:
    assert "Choose one: Strasbourg" in choice_of_body("CZ")
    assert "Choose one of the two UN committees" in choice_of_body("KZ")
    assert not choice_of_body("US")


def test_in_the_united_states_what_stays_a_removal_is_told_and_no_committee_is_to_be_looked_up() -> None:
    found = page("US", Situation.REMOVAL)
    assert "BIA" in body(found, "stop.court_stay.us").text.en
    assert "stop.court_stay" not in [shown.line.id for shown in found.stop]  # one sentence about the court, not two
    assert body(found, "stop.hrc").bound is body(found, "stop.cat").bound is Answer.NOT_MET
    assert "stop.court_stay.us" not in [shown.line.id for shown in page("CA", Situation.REMOVAL).stop]


LATIN_LEFT = re.compile(r"\b(of|the|and|rule|rules|practice|requests|force|Statute|Design|in)\b")


@pytest.mark.parametrize("situation", HAND_OVERS)
@pytest.mark.parametrize("where", ["AM", "CZ", "DE", "GB", "KZ", "LT", "RU", "TH", "TR", "UZ"])
def test_on_the_russian_page_every_citation_is_in_russian(where: str, situation: Situation) -> None:
    found = page(where, situation, asked_by="TJ")
    cites = {source.cite.ru for one in [*parts_of(found), *found.clocks] for source in one.sources}
    assert not [cite for cite in cites if LATIN_LEFT.search(cite) or not re.search("[А-Яа-я]", cite)]


@pytest.mark.parametrize(
    ("situation", "en", "ru"),
    [
        (Situation.ARREST, "Asked for by: Canada", "Кто ищет: Канада"),
        (Situation.REMOVAL, "To be sent to: Canada", "Куда высылают: Канада"),
    ],
)
def test_a_state_to_which_somebody_is_sent_is_not_said_to_ask_for_them(situation: Situation, en: str, ru: str) -> None:
    title = page("US", situation, asked_by="CA").title
    assert title.en.endswith(en)
    assert title.ru.endswith(ru)


# a call to questioning at home


def texts_of(found: EmergencyPage) -> str:
    parts = (found.lead, found.say, found.stop, found.fill, found.refuse, found.family, found.notes)
    return " ".join(shown.text.en for part in parts for shown in part)


def test_who_is_called_as_a_witness_in_russia_reads_of_a_lawyer_article_51_and_the_exit_not_of_surrender() -> None:
    found = emergency_page(answers_from({"where": "Россия", "situation": "called"}), at=NOW)
    told_of = texts_of(found)
    for wanted in ("article 51", "lawyer", "bars nobody from leaving", "brought by force"):
        assert wanted in told_of
    for foreign in ("international protection", "surrender", "Strasbourg", "consulate", "INTERPOL"):
        assert foreign not in told_of
    assert "Asked for by" not in found.title.en
    assert not found.clocks
    assert not found.no_custody_clock


@pytest.mark.parametrize("situation", [Situation.ARREST, Situation.REMOVAL, Situation.BORDER])
@pytest.mark.parametrize("where", ["RU", "CZ"])
def test_what_is_told_to_a_witness_at_home_is_not_told_to_who_is_wanted_abroad(
    where: str, situation: Situation
) -> None:
    told_of = texts_of(page(where, situation, asked_by="UZ"))
    assert "article 51" not in told_of
    assert "brought by force" not in told_of


def test_a_call_to_questioning_never_says_that_the_person_may_leave() -> None:
    told_of = texts_of(emergency_page(answers_from({"where": "RU", "situation": "called"}), at=NOW))
    assert "cannot tell whether you may leave" in told_of
    assert "you may leave Russia" not in told_of


# clocks


@pytest.mark.parametrize(("day", "bound"), [(date(2025, 5, 31), False), (date(2025, 6, 1), True)])
def test_in_chile_the_days_of_the_european_convention_run_from_the_day_it_is_bound(day: date, bound: bool) -> None:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=PRAGUE)
    found = emergency_page(Answers("CL", Situation.ARREST, "RU"), at=at)
    assert ("clock.ece.40_days" in clocks(found)) is bound
    assert ("refuse.simplified" in [shown.line.id for shown in found.refuse]) is bound


def test_the_days_of_the_european_convention_run_between_two_parties_only() -> None:
    assert {"clock.ece.18_days", "clock.ece.40_days"} <= set(clocks(page("CZ")))
    assert not [name for name in clocks(page("KZ")) if name.startswith("clock.ece")]
    assert not [name for name in clocks(page("CZ", asked_by="UZ")) if name.startswith("clock.ece")]


def test_between_two_parties_of_the_later_convention_the_earlier_one_does_not_count() -> None:
    assert "clock.chisinau.40_days" in clocks(page("KZ"))
    assert "clock.minsk.40_days" not in clocks(page("KZ"))
    assert "clock.minsk.40_days" in clocks(page("RU", asked_by="UZ"))


def test_a_clock_in_hours_ends_to_the_minute_and_says_the_hours_left() -> None:
    held = datetime(2026, 11, 19, 23, 10, tzinfo=timezone(timedelta(hours=5)))
    found = page("KZ", held=held)
    first, second = found.clocks[:2]
    assert (first.clock.id, second.clock.id) == ("clock.kz.prosecutor", "clock.kz.72_hours")
    assert second.ends is not None
    assert second.ends.at == datetime(2026, 11, 22, 18, 10, tzinfo=UTC)
    assert second.hours_left == 55  # from 11:00 UTC on the 20th: 55 hours and ten minutes
    assert second.passed is False


def test_the_last_minute_of_a_clock_is_over() -> None:
    held = NOW - timedelta(hours=72)
    over = next(one for one in page("KZ", held=held).clocks if one.clock.id == "clock.kz.72_hours")
    assert (over.passed, over.hours_left) == (True, 0)
    later = next(
        one for one in page("KZ", held=held + timedelta(minutes=1)).clocks if one.clock.id == "clock.kz.72_hours"
    )
    assert (later.passed, later.hours_left) == (False, 0)


def test_a_day_without_an_hour_gives_a_day_and_no_hours_left() -> None:
    found = next(one for one in page("KZ", held=date(2026, 11, 19)).clocks if one.clock.id == "clock.kz.72_hours")
    assert found.ends is not None
    assert (found.ends.day, found.ends.at, found.hours_left) == (date(2026, 11, 22), None, None)
    assert found.hour_known is False


def test_a_day_without_an_hour_still_names_the_hour_at_which_the_time_is_over() -> None:
    ends = {one.clock.id: end_words(one).en for one in page("KZ", held=date(2026, 11, 20)).clocks}
    assert ends["clock.kz.prosecutor"] == "2026-11-22 12:00"
    assert ends["clock.kz.72_hours"] == "2026-11-23 00:00"


@pytest.mark.parametrize(("hour", "over"), [(11, False), (12, True)])
def test_such_a_time_is_over_at_its_hour_not_at_the_end_of_the_day(hour: int, over: bool) -> None:
    answers = Answers("KZ", Situation.ARREST, held=date(2026, 11, 20))
    found = emergency_page(answers, at=datetime(2026, 11, 22, hour, tzinfo=PRAGUE))
    assert next(one for one in found.clocks if one.clock.id == "clock.kz.prosecutor").passed is over


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"held": NOW + timedelta(minutes=1)}, r"held since 2026-11-20 12:01 \(UTC\+0100\) lies after the hour"),
        ({"held": date(2026, 11, 22)}, "held since 2026-11-22 lies after the hour of reading"),
        ({"departure": NOW - timedelta(hours=1)}, "the departure 2026-11-20 11:00 .* lies before the hour of reading"),
        ({"departure": date(2026, 11, 18)}, "the departure 2026-11-18 lies before the hour of reading"),
    ],
)
def test_an_hour_that_cannot_be_is_refused_with_what_to_write_instead(more: dict[str, object], sentence: str) -> None:
    with pytest.raises(CaseError, match=sentence):
        page("CZ", Situation.REMOVAL, **more)


@pytest.mark.parametrize(
    "more",
    [
        {"held": NOW},
        {"held": date(2026, 11, 20)},
        {"held": date(2026, 11, 21)},  # it is already the 21st in the east of the world
        {"departure": NOW + timedelta(minutes=1)},
        {"departure": date(2026, 11, 20)},
        {"held": date(2026, 11, 20), "departure": date(2026, 11, 20)},
    ],
)
def test_an_hour_that_can_be_is_taken(more: dict[str, object]) -> None:
    assert page("CZ", Situation.REMOVAL, **more).title


def test_without_the_hour_of_the_departure_the_strasbourg_clock_stands_there_uncounted() -> None:
    waiting = next(one for one in page("CZ", Situation.REMOVAL).clocks if one.clock.id == "clock.rule39")
    assert waiting.ends is None
    told_of = page("CZ", Situation.REMOVAL, departure=datetime(2026, 11, 25, 10, tzinfo=PRAGUE))
    assert told_of.clocks[0].ends is not None
    assert told_of.clocks[0].ends.at == datetime(2026, 11, 23, 16, tzinfo=PRAGUE)


def test_where_strasbourg_cannot_act_its_clock_does_not_run() -> None:
    assert "clock.rule39" not in clocks(page("KZ", Situation.REMOVAL))


# answers


@pytest.mark.parametrize(
    ("told_values", "sentence"),
    [
        ({"situation": "arrest"}, "--where CZ"),
        ({"where": "CZ"}, "--what arrest, removal, border or called"),
        ({"where": "UK", "situation": "arrest"}, "The United Kingdom is GB"),
        ({"where": "XX", "situation": "arrest"}, "is not a country known here"),
        ({"where": "CZ", "situation": "flight"}, "is not one of: arrest, removal, border, called"),
        ({"where": "RU", "situation": "arrest"}, "a hand-over needs two states"),
        ({"where": "RU", "situation": "border"}, "call for questioning, choose that"),
        ({"where": "KZ", "situation": "called"}, "was written for RU only, not for KZ"),
        ({"where": "CZ", "situation": "arrest", "held": "19.11.2026"}, "Write 2026-11-19 16:40"),
    ],
)
def test_a_wrong_answer_is_refused_with_the_form_that_is_accepted(told_values: dict[str, str], sentence: str) -> None:
    with pytest.raises(CaseError, match=sentence):
        answers_from(told_values)


@pytest.mark.parametrize("text", ["Prague", "+25:00", "+1", "../etc/localtime"])
def test_a_zone_that_is_not_known_is_refused(text: str) -> None:
    with pytest.raises(CaseError, match="time zone"):
        read_zone(text)


def test_an_hour_with_its_own_offset_keeps_it() -> None:
    assert read_moment("2026-11-19T16:40+05:00", PRAGUE) == datetime(2026, 11, 19, 11, 40, tzinfo=UTC)
    assert read_moment("2026-11-19 16:40", PRAGUE) == datetime(2026, 11, 19, 15, 40, tzinfo=UTC)


def test_the_case_of_the_man_held_in_prague_answers_four_questions_and_says_from_where() -> None:
    known = answers_of_case(open_case(story_folder("raided")))
    assert known.values["where"] == "CZ"
    assert known.values["situation"] == "arrest"
    assert known.values["asked_by"] == "RU"
    assert known.values["held"] == "2026-10-25"
    assert "Exhibit 8" in known.sources["held"].en


def test_a_case_in_which_nobody_is_held_answers_no_situation() -> None:
    assert "situation" not in answers_of_case(open_case(story_folder("planted"))).values


def test_the_country_where_the_person_is_asks_nobody_for_the_person(tmp_path: Path) -> None:
    here = (fact("where_now", told("GB")), item("charge", "c1"), fact("charge.country", told("GB"), item="c1"))
    both = (*here, item("charge", "c2"), fact("charge.country", told("RU"), item="c2"))
    known = answers_of_case(open_case(write_case(tmp_path / "both", PERSON, *both)))
    assert (known.values["asked_by"], known.open) == ("RU", ())
    assert "asked_by" not in answers_of_case(open_case(write_case(tmp_path / "here", PERSON, *here))).values


def test_what_a_case_answers_in_two_ways_is_left_open_and_both_answers_are_named(tmp_path: Path) -> None:
    folder = write_case(
        tmp_path,
        PERSON,
        exhibit("1", issuer="host_state"),
        item("charge", "c1"),
        fact("where_now", told("DE")),
        fact("provisional_arrest_date", told("2026-11-18"), paper("2026-11-19")),
    )
    known = answers_of_case(open_case(folder))
    assert "held" not in known.values
    assert "2026-11-18, 2026-11-19" in known.open[0].en


@pytest.mark.parametrize(
    ("notice", "situation"), [(None, "removal"), ("none", "removal"), ("russia", "removal"), ("interpol_red", "border")]
)
def test_a_refusal_at_the_border_speaks_of_a_notice_only_where_one_was_told(
    tmp_path: Path, notice: str | None, situation: str
) -> None:
    notices = () if notice is None else (fact("wanted_notice", told(notice)),)
    tables = (fact("where_now", told("ES")), fact("removal_kind", told("border_refusal")), *notices)
    known = answers_of_case(open_case(write_case(tmp_path, PERSON, *tables)))
    assert known.values["situation"] == situation


@pytest.mark.parametrize("where", ["DE", "ES"])
def test_the_state_to_which_somebody_is_sent_is_not_said_to_look_for_him(where: str) -> None:
    assert "Asked for by" not in page(where, Situation.REMOVAL, asked_by="HR").title.en
    assert "Asked for by" in page(where, Situation.ARREST, asked_by="HR").title.en


def test_the_own_word_is_named_as_the_own_word(tmp_path: Path) -> None:
    known = answers_of_case(open_case(write_case(tmp_path, PERSON, fact("where_now", told("DE")))))
    assert "own word" in known.sources["where"].en


def test_the_page_says_between_which_days_its_law_was_checked() -> None:
    oldest, newest = page("CZ").law_checked
    assert oldest <= newest
    assert oldest >= date(2026, 11, 20)
