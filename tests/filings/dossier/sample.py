"""An invented dossier in two languages: the planted story, as the composer would fill the view.

The person, the town, the papers and decisions A and B are invented; the provisions are real, shortened.
It is a sample for layout, not the output of the engine.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.filings.dossier.sample_routes import Say, cited, day, exhibit, photo_time, quoted, sealing, sections

from pristan.filings.dossier.annex import (
    Chronology,
    CountryPattern,
    CountrySign,
    Disagreement,
    EffectCell,
    EffectException,
    EffectRow,
    Event,
    ExhibitRow,
    KeyAnswer,
    KeyAnswerLine,
    OtherPassage,
    Said,
    SameMatter,
    SourceCheck,
    Unknown,
)
from pristan.filings.dossier.codes import (
    Answer,
    Certainty,
    Confidence,
    Danger,
    Difference,
    Does,
    ExceptionKind,
    Leans,
    Obtain,
    Outcome,
    Reading,
    StepBy,
    Translation,
    Verdict,
)
from pristan.filings.dossier.parts import Day, Deadline, ExhibitRef, Paper, Passage, Quote, StepWarning
from pristan.filings.dossier.route import RouteGroup, RouteRow, Step, VerdictCell, Way
from pristan.filings.dossier.view import DossierView, Scenario
from pristan.kernel.language import Language

DAY = Day(edtf="2026-11-20", words="20 November 2026")


def sample(language: Language) -> DossierView:
    """The whole sample in `language`."""

    def t(en: str, ru: str) -> str:
        return en if language is Language.EN else ru

    return DossierView(
        language=language,
        case_code="PL-2026-01",
        title=t("What protects you, whichever way the case goes", "Что вас защитит, чем бы ни кончилось дело"),
        person=t("Kirill Ozerin", "Кирилл Озерин"),
        prepared=day(t, "2026-11-20", "20 November 2026", "20 ноября 2026 года"),
        law_as_of=day(t, "2026-11-20", "20 November 2026", "20 ноября 2026 года"),
        headline=(
            t(
                "No court abroad can cancel this case, and most routes open only once you are abroad; what can "
                "be built today is the file that shows how the case was made.",
                "Ни один зарубежный суд не отменит это дело, и большинство путей открывается только за границей; "
                "уже сегодня можно собрать папку, из которой видно, как дело сделано.",
            ),
            t(
                "A conviction for sale would close immigration to the United States for life, while Germany asks "
                "what really happened and whether the trial was fair.",
                "Приговор за сбыт навсегда закроет иммиграцию в США, а Германия спрашивает, что было на самом "
                "деле и был ли суд справедливым.",
            ),
        ),
        next_step=Passage(
            title=t(
                "Ask through counsel for the inspection record of the phone",
                "Запросите через адвоката протокол осмотра телефона",
            ),
            paragraphs=(
                t(
                    "It settles the largest contradiction and helps four routes. Counsel asks for such papers "
                    "every week; nobody of your family needs to go there.",
                    "Он снимет главное противоречие и поможет четырём путям. Адвокат запрашивает такие бумаги "
                    "каждую неделю; родным туда идти не нужно.",
                ),
            ),
        ),
        notices=(
            Passage(
                title=t("You told us this device is in Russia.", "Вы указали, что устройство в России."),
                paragraphs=(
                    t(
                        "Reports by “undesirable” publishers are left out of this copy. Do not keep it where it "
                        "can be found; do not send it from inside.",
                        "В этой копии нет отчётов «нежелательных» издателей. Не храните её там, где могут найти; "
                        "не отправляйте её из России.",
                    ),
                ),
            ),
        ),
        scenarios=_scenarios(t),
        groups=_groups(t),
        effects=_effects(t),
        core=_core(t),
        key_answers=_key_answers(t),
        sections=sections(t),
        other_routes=_other_routes(t),
        deadlines=_deadlines(t),
        collect=_collect(t),
        dangerous=_dangerous(t),
        warnings=_warnings(t),
        chronology=_chronology(t),
        disagreements=_disagreements(t),
        country=(
            CountryPattern(
                title=t("Drugs planted", "Подброс наркотиков"),
                known=t("documented since 2004", "задокументировано с 2004"),
                signs=(
                    CountrySign(
                        what=t("No prints of the person were found", "Отпечатков человека не нашли"),
                        exhibits=(ExhibitRef(exhibit=t("Exhibit 3", "Приложение 3"), page=t("p. 2", "с. 2")),),
                    ),
                    CountrySign(
                        what=t("Pressed to confess", "Заставляли признаться"),
                        said_by=t("Kirill Ozerin, own words", "Кирилл Озерин, собственные слова"),
                    ),
                ),
                absent=(t("Money was asked for", "Просили деньги"),),
                asks=(t("Did the test find no drugs?", "Тест не нашёл наркотика?"),),
                figures=(t("One in ten sentences: 10 %", "Каждый десятый приговор: 10 %"),),
                against=(t("Many are chosen for quotas only.", "Многих выбирают ради показателей."),),
                sources=(t("A newspaper, 2021", "Газета, 2021"),),
                passages=(cited(t), cited(t, against=True)),
            ),
        ),
        other_passages=(
            OtherPassage(
                target=t("Trials in absence", "Заочные процессы"),
                passage=cited(t),
                note=t("Nothing of that name here.", "Здесь такого нет."),
            ),
        ),
        country_against=(t("New cases have fallen.", "Новых дел стало меньше."),),
        exhibits=_exhibits(t),
        same_matter=_same_matter(t),
        unknowns=_unknowns(t),
        sources=_sources(t),
        left_out=(t("Notes of your lawyer and the history of changes.", "Заметки вашего адвоката и история правок."),),
    )


def _scenarios(t: Say) -> tuple[Scenario, ...]:
    return (
        Scenario(
            id="today",
            name=t("Now", "Сейчас"),
            note=t("charged: leaving is barred, 114-FZ art. 15(3)", "обвинение: выезд закрыт, 114-ФЗ, ст. 15(3)"),
        ),
        Scenario(
            id="present",
            name=t("Convicted in my presence", "Приговор при мне"),
            note=t("in prison; leaving barred until served", "колония; выезд закрыт до отбытия"),
            supposed=(
                t(
                    "convicted under CC 30(3), 228.1(4) on 15 January 2027, in your presence",
                    "приговор по ст. 30 ч. 3, 228.1 ч. 4 УК 15 января 2027 года, при вас",
                ),
                t("10 years in a strict-regime colony", "10 лет колонии строгого режима"),
            ),
        ),
        Scenario(
            id="absent",
            name=t("Convicted in my absence", "Приговор без меня"),
            note=t("abroad, wanted", "за границей, в розыске"),
            supposed=(
                t("you are in Germany since 10 January 2027", "вы в Германии с 10 января 2027 года"),
                t(
                    "convicted on 15 March 2027 without you; counsel was appointed by the court",
                    "приговор 15 марта 2027 года без вас; адвоката назначил суд",
                ),
            ),
        ),
        Scenario(
            id="dropped",
            name=t("Case dropped", "Дело прекращено"),
            note=t("for “no crime”; leaving allowed", "«нет преступления»; выезд открыт"),
            supposed=(
                t(
                    "closed on 15 January 2027 because there was no crime",
                    "прекращено 15 января 2027 года: нет события преступления",
                ),
            ),
        ),
        Scenario(
            id="abroad",
            name=t("Abroad before judgment", "За границей до приговора"),
            note=t("left while the case was open; wanted", "выезд при открытом деле; розыск"),
            supposed=(
                t(
                    "you are in Germany since 10 January 2027; the case is open",
                    "вы в Германии с 10 января 2027 года; дело не закончено",
                ),
            ),
        ),
        Scenario(
            id="served",
            name=t("Sentence served", "Срок отбыт"),
            note=t("released; the record stays", "на свободе; судимость остаётся"),
            supposed=(t("released on 15 January 2037", "освобождение 15 января 2037 года"),),
        ),
    )


def _first(
    t: Say, step: tuple[str, str], then: Verdict, reason: tuple[str, str], by: StepBy = StepBy.PERSON
) -> VerdictCell:
    way = Way(steps=(Step(what=t(*step), by=by),), then=then, reason=t(*reason))
    return VerdictCell(verdict=Verdict.NOT_YET, ways=(way,))


def _cell(t: Say, verdict: Verdict, en: str, ru: str) -> VerdictCell:
    return VerdictCell(verdict=verdict, reason=t(en, ru))


def _groups(t: Say) -> tuple[RouteGroup, ...]:
    unproven, none = Verdict.UNPROVEN, Verdict.DOES_NOT_ARISE
    in_us = ("be in the United States", "быть в США")
    in_de = ("be in Germany", "быть в Германии")
    out_us = ("release, then the United States", "освобождение, потом США")
    out_de = ("release, then Germany", "освобождение, потом Германия")
    place = ("nothing yet about the place you would be held", "пока ничего о месте, где будут держать")
    reason = ("no protected reason known", "защищаемая причина неизвестна")
    germany = t("Germany", "Германия")
    as_if = t("Assessed as if filed on 20 November 2026.", "Оценено так, будто подано 20 ноября 2026 года.")
    stops = (
        RouteRow(
            id="nonextradition",
            forum=t("any state that Russia asks", "любая страна, которую попросит Россия"),
            title=t("Refusal of extradition", "Отказ в выдаче"),
            law=t("ECE arts 2, 3(2); Second Protocol art. 3", "ЕКВ, ст. 2, 3(2); 2-й протокол, ст. 3"),
            cells=(
                VerdictCell(
                    verdict=Verdict.NOT_YET,
                    ways=(
                        Way(
                            steps=(
                                Step(
                                    what=t("be abroad", "быть за границей"),
                                    by=StepBy.PERSON,
                                    danger=t(
                                        "leaving is barred while the case is open", "выезд закрыт, пока дело открыто"
                                    ),
                                ),
                                Step(what=t("a request by Russia", "запрос России"), by=StepBy.DECIDER),
                            ),
                            then=unproven,
                            reason=t("show how the case was made", "покажите, как дело сделано"),
                        ),
                        Way(
                            steps=(
                                Step(
                                    what=t(
                                        "the case ends and the exit bar is lifted",
                                        "дело заканчивается, запрет на выезд снимают",
                                    ),
                                    by=StepBy.DECIDER,
                                ),
                                Step(
                                    what=t("a request on another charge", "запрос по другому обвинению"),
                                    by=StepBy.DECIDER,
                                ),
                            ),
                            then=unproven,
                            reason=t("nothing known about another charge", "о другом обвинении ничего неизвестно"),
                        ),
                    ),
                ),
                _cell(t, none, "you are in their hands", "вы и так у них"),
                _cell(
                    t,
                    unproven,
                    "selling is a crime everywhere: show no assured retrial, and the prison risk",
                    "сбыт наказуем везде: покажите, что новый суд не обещан и чем грозит колония",
                ),
                _cell(t, none, "no case, no request", "нет дела — нет запроса"),
                _cell(
                    t,
                    unproven,
                    "selling is a crime everywhere: your papers must show how the case was made",
                    "сбыт наказуем везде: ваши бумаги должны показать, как дело сделано",
                ),
                _cell(t, none, "nothing left to ask for", "просить больше нечего"),
            ),
            confidence_note=t(
                "Retrial assurances: the protocol was not yet compared with its source.",
                "Гарантии нового суда: протокол ещё не сверен с источником.",
            ),
        ),
        RouteRow(
            id="us.cat.deferral",
            forum=t("United States, immigration court", "США, иммиграционный суд"),
            title=t("Torture Convention deferral", "Отсрочка по Конвенции против пыток"),
            law="8 CFR § 1208.16-18",
            cells=(
                _first(t, in_us, unproven, place),
                _first(t, out_us, unproven, place, StepBy.TIME),
                _cell(t, unproven, *place),
                _cell(t, unproven, "why danger would remain", "почему опасность останется"),
                _cell(t, unproven, *place),
                _cell(t, unproven, "a new danger, not the old one", "нужна новая опасность, а не прежняя"),
            ),
            as_if_filed=as_if,
        ),
    )
    gives = (
        RouteRow(
            id="de.subsidiary",
            forum=germany,
            title=t("Subsidiary protection", "Дополнительная защита"),
            law=t("Regulation (EU) 2024/1347 arts 15(b), 17", "Регламент (ЕС) 2024/1347, ст. 15(b), 17"),
            cells=(
                _first(t, in_de, unproven, ("prison risk not shown", "угроза в колонии не показана")),
                _first(t, out_de, unproven, ("prison risk not shown", "угроза в колонии не показана"), StepBy.TIME),
                _cell(
                    t,
                    unproven,
                    "prison risk; “serious crime” must be answered",
                    "угроза в колонии; нужен ответ на «тяжкое преступление»",
                ),
                _cell(t, unproven, "why danger would remain", "почему опасность останется"),
                _cell(
                    t,
                    unproven,
                    "prison risk; “serious crime” must be answered",
                    "угроза в колонии; нужен ответ на «тяжкое преступление»",
                ),
                _cell(
                    t,
                    unproven,
                    "a new danger; “serious crime” stays an argument",
                    "новая опасность; «тяжкое преступление» остаётся доводом",
                ),
            ),
            as_if_filed=as_if,
            confidence_note=t(
                "German practice was read as of April 2025.", "Практика Германии прочитана на апрель 2025 года."
            ),
        ),
        RouteRow(
            id="de.refugee",
            forum=germany,
            title=t("Refugee status", "Статус беженца"),
            law=t("Regulation (EU) 2024/1347 arts 9, 10, 12", "Регламент (ЕС) 2024/1347, ст. 9, 10, 12"),
            cells=(
                _first(t, in_de, unproven, reason),
                _first(t, out_de, unproven, reason, StepBy.TIME),
                _cell(t, unproven, *reason),
                _cell(t, unproven, "reason and danger both unknown", "неизвестны и причина, и опасность"),
                _cell(t, unproven, *reason),
                _cell(
                    t,
                    unproven,
                    "reason unknown; the record itself does not decide",
                    "причина неизвестна; судимость сама не решает",
                ),
            ),
            as_if_filed=as_if,
        ),
        RouteRow(
            id="us.asylum",
            forum=t("United States, asylum office or immigration court", "США, служба убежища или иммиграционный суд"),
            title=t("Asylum", "Убежище"),
            law="8 U.S.C. § 1158(a)(2)(B), (b)(2)",
            cells=(
                _first(t, in_us, unproven, reason),
                _first(t, out_us, unproven, reason, StepBy.TIME),
                _cell(
                    t,
                    unproven,
                    "reason unknown; “serious crime” in dispute",
                    "причина неизвестна; «тяжкое преступление» спорно",
                ),
                _cell(t, unproven, "reason unknown; one year from arrival", "причина неизвестна; год со дня въезда"),
                _cell(
                    t,
                    unproven,
                    "reason unknown; “serious crime” in dispute",
                    "причина неизвестна; «тяжкое преступление» спорно",
                ),
                _cell(
                    t,
                    Verdict.BARRED,
                    "drug sale: 15 years from release, unless the substance is not on the US list",
                    "сбыт: 15 лет со дня выхода, если только вещества нет в списке США",
                ),
            ),
            as_if_filed=as_if,
            last_day=day(t, "2027-11-20", "20 November 2027", "20 ноября 2027 года"),
        ),
    )
    answers = (
        RouteRow(
            id="interpol.ccf.deletion",
            forum=t("Commission for the Control of INTERPOL’s Files", "Комиссия по контролю за файлами Интерпола"),
            title=t("Interpol files: deletion", "Файлы Интерпола: удаление"),
            law=t("RPD arts 10-18, 82-87", "Правила RPD, ст. 10-18, 82-87"),
            cells=(
                _first(
                    t,
                    ("learn if a notice exists, from abroad", "узнать, есть ли уведомление, из-за границы"),
                    unproven,
                    ("show that the data are wrong", "покажите, что данные неверны"),
                ),
                _cell(t, none, "they do not search for you", "вас не ищут"),
                _cell(
                    t,
                    unproven,
                    "ordinary crime: show that the data are wrong",
                    "общеуголовное дело: покажите, что данные неверны",
                ),
                _cell(
                    t,
                    Verdict.ARGUABLE,
                    "data of a closed case must go; learn if there are any",
                    "данные закрытого дела удаляют; узнайте, есть ли они",
                ),
                _cell(
                    t,
                    unproven,
                    "ordinary crime: show that the data are wrong",
                    "общеуголовное дело: покажите, что данные неверны",
                ),
                _cell(
                    t,
                    Verdict.ARGUABLE,
                    "nothing left to search for; learn if there is a notice",
                    "искать больше незачем; узнайте, есть ли уведомление",
                ),
            ),
        ),
        RouteRow(
            id="un.hrc",
            forum=t("United Nations, Geneva", "ООН, Женева"),
            title=t("UN Human Rights Committee", "Комитет ООН по правам человека"),
            law=t("Optional Protocol arts 2, 5(2)", "Факультативный протокол, ст. 2, 5(2)"),
            cells=(
                _first(
                    t,
                    ("judgment, appeal, cassation", "приговор, апелляция, кассация"),
                    Verdict.ARGUABLE,
                    ("refused motions show an unfair trial", "отказы показывают несправедливый суд"),
                    StepBy.DECIDER,
                ),
                _first(
                    t,
                    ("appeal and cassation", "апелляция и кассация"),
                    Verdict.ARGUABLE,
                    ("refused motions show an unfair trial", "отказы показывают несправедливый суд"),
                ),
                _first(
                    t,
                    ("appeal; read the warning about US visas", "апелляция; прочтите предупреждение о визах США"),
                    Verdict.ARGUABLE,
                    ("tried without you", "судили без вас"),
                ),
                _cell(t, unproven, "which right is still violated", "какое право ещё нарушено"),
                _first(
                    t,
                    ("local remedies, or proof that they are useless", "жалобы дома или доказать, что они бесполезны"),
                    unproven,
                    ("no judgment to complain of", "нет приговора, на который жаловаться"),
                ),
                _cell(
                    t, Verdict.ARGUABLE, "within 5 years of the last ruling", "в течение 5 лет после последнего решения"
                ),
            ),
        ),
    )
    return (
        RouteGroup(does=Does.STOPS_RETURN, rows=stops),
        RouteGroup(does=Does.GIVES_STATUS, rows=gives),
        RouteGroup(does=Does.ANSWERS_ACCUSATION, rows=answers),
    )


def _effect(
    t: Say,
    outcome: Outcome,
    words: tuple[str, str],
    duration: tuple[str, str] = ("", ""),
    exceptions: tuple[EffectException, ...] = (),
) -> EffectCell:
    return EffectCell(outcome=outcome, reason=t(*words), duration=t(*duration), exceptions=exceptions)


def _effects(t: Say) -> tuple[EffectRow, ...]:
    weigh, unless, blocks, nothing, unknown = (
        Outcome.CAN_WEIGH,
        Outcome.BLOCKS_UNLESS,
        Outcome.BLOCKS,
        Outcome.NONE,
        Outcome.NOT_KNOWN,
    )
    life = ("for life", "навсегда")
    belief = ("through “reason to believe”", "через «основания полагать»")
    substance = EffectException(
        name=t(
            "the substance is not on the US list on the day of conviction",
            "вещества нет в списке США на день приговора",
        ),
        kind=ExceptionKind.EXCEPTION,
        answer=Answer.UNKNOWN,
    )
    refuted = EffectException(
        name=t(
            "the act is refuted; a judgment is only evidence", "деяние опровергнуто; приговор — лишь доказательство"
        ),
        kind=ExceptionKind.EXCEPTION,
        answer=Answer.DISPUTED,
    )
    unfair = EffectException(
        name=t(
            "the trial was unfair or the term out of proportion, StAG § 12a",
            "суд был несправедлив или срок несоразмерен, StAG § 12a",
        ),
        kind=ExceptionKind.EXCEPTION,
        answer=Answer.UNKNOWN,
    )
    five = EffectException(
        name=t("5 years have passed", "прошло 5 лет"), kind=ExceptionKind.EXCEPTION, answer=Answer.NOT_MET
    )
    act = ("the act counts, not the charge", "важно деяние, а не обвинение")
    waits = _effect(t, blocks, ("the file waits", "заявление ждёт"), ("while the case is open", "пока дело открыто"))
    threat = ("not a listed ground; works as a “threat”", "в списке нет; действует как «угроза»")
    warrant = ("a warrant feeds the “threat”", "розыск подкрепляет «угрозу»")
    return (
        EffectRow(
            id="us.immigrant_visa",
            country=t("United States", "США"),
            benefit=t("immigrant visa", "иммиграционная виза"),
            law="INA 212(a)(2)(A)(i)(II), (C)",
            cells=(
                _effect(
                    t, weigh, ("a charge can give “reason to believe”", "обвинение может дать «основания полагать»")
                ),
                _effect(t, unless, ("drug conviction", "осуждение за наркотики"), life, (substance,)),
                _effect(
                    t,
                    weigh,
                    ("not a “conviction”; “reason to believe” stays", "не «осуждение»; «основания полагать» остаются"),
                ),
                _effect(t, weigh, ("closing helps, does not decide", "прекращение помогает, но не решает")),
                _effect(
                    t, weigh, ("a charge can give “reason to believe”", "обвинение может дать «основания полагать»")
                ),
                _effect(t, unless, ("serving it changes nothing", "отбытие ничего не меняет"), life, (substance,)),
            ),
            note=t(
                "Volatile: issuing to Russians is paused since 21 January 2026; compared on 18 November 2026.",
                "Может измениться: выдача россиянам приостановлена с 21 января 2026 года; сверено 18 ноября 2026 года.",
            ),
        ),
        EffectRow(
            id="eu.schengen_visa",
            country=t("Schengen states", "Шенгенские страны"),
            benefit=t("short-stay visa", "краткосрочная виза"),
            law=t("Visa Code art. 32", "Визовый кодекс, ст. 32"),
            cells=(
                _effect(t, weigh, ("only as a “threat”, or a lie in a form", "только как «угроза» или ложь в анкете")),
                _effect(t, weigh, threat),
                _effect(t, weigh, warrant),
                _effect(t, weigh, ("little; keep the closing order", "слабо; храните постановление")),
                _effect(t, weigh, warrant),
                _effect(t, weigh, threat),
            ),
            note=t("Visa Code compared in part.", "Визовый кодекс сверен частично."),
        ),
        EffectRow(
            id="de.residence",
            country=t("Germany", "Германия"),
            benefit=t("residence permit", "вид на жительство"),
            law="AufenthG §§ 5, 53(3a), 54(2) no 10",
            cells=(
                _effect(t, weigh, act),
                _effect(t, unless, ("act abroad", "деяние за границей"), exceptions=(refuted,)),
                _effect(t, unless, ("act abroad", "деяние за границей"), exceptions=(refuted,)),
                _effect(t, weigh, ("the act can still be asked about", "о деянии всё равно могут спросить")),
                _effect(t, weigh, act),
                _effect(t, unless, ("act abroad", "деяние за границей"), exceptions=(refuted,)),
            ),
            note=t("German rules were read as of April 2025.", "Немецкие нормы прочитаны на апрель 2025 года."),
        ),
        EffectRow(
            id="de.citizenship",
            country=t("Germany", "Германия"),
            benefit=t("citizenship", "гражданство"),
            law="StAG §§ 8, 10, 12a",
            cells=(
                waits,
                _effect(t, unless, ("foreign judgment", "иностранный приговор"), exceptions=(unfair,)),
                _effect(t, unless, ("foreign judgment", "иностранный приговор"), exceptions=(unfair,)),
                _effect(t, nothing, ("nothing left to count", "считать нечего")),
                waits,
                _effect(t, unless, ("foreign judgment", "иностранный приговор"), exceptions=(unfair,)),
            ),
        ),
        EffectRow(
            id="us.citizenship",
            country=t("United States", "США"),
            benefit=t("citizenship", "гражданство"),
            law="INA 101(f), 316",
            cells=(
                _effect(t, weigh, belief),
                _effect(
                    t,
                    unless,
                    (
                        "drug conviction; “aggravated felony” is for ever",
                        "осуждение за наркотики; aggravated felony — навсегда",
                    ),
                    exceptions=(five,),
                ),
                _effect(
                    t, unknown, ("rule on absence not read for citizenship", "правило о заочных здесь не прочитано")
                ),
                _effect(t, weigh, belief),
                _effect(t, weigh, belief),
                _effect(
                    t,
                    unless,
                    (
                        "drug conviction; “aggravated felony” is for ever",
                        "осуждение за наркотики; aggravated felony — навсегда",
                    ),
                    exceptions=(five,),
                ),
            ),
        ),
    )


def _core(t: Say) -> tuple[Passage, ...]:
    return (
        Passage(
            title=t(
                "A made-up charge is not yet refugee persecution", "Сфабрикованное дело — ещё не преследование беженца"
            ),
            paragraphs=(
                t(
                    "The law of refugees asks why. If police needed a number, a bribe or an arrest, that is a "
                    "wrong, but not one of the five reasons: race, religion, nationality, social group, "
                    "political opinion.",
                    "Право беженцев спрашивает: почему? Если полиции нужен был план, взятка или задержание, это "
                    "беззаконие, но не одна из пяти причин: раса, религия, гражданство, социальная группа, "
                    "политические взгляды.",
                ),
                t(
                    "“I was never political” closes nothing: opinions can be imputed. Six short questions are "
                    "still open.",
                    "«Я вне политики» ничего не закрывает: взгляды могут приписать. Шесть коротких вопросов ещё "
                    "открыты.",
                ),
            ),
        ),
        Passage(
            title=t("What protects without a reason", "Что защищает и без такой причины"),
            paragraphs=(
                t(
                    "The ban on return to torture or degrading prison: in Germany subsidiary protection, art. "
                    "15(b); in the US, deferral under the Torture Convention. Both ask about the place you would "
                    "be held, not about motive.",
                    "Запрет возвращать под пытки и в унижающие условия: в Германии — дополнительная защита, ст. "
                    "15(b); в США — отсрочка по Конвенции против пыток. Оба спрашивают о месте, где вас будут "
                    "держать, а не о мотиве.",
                ),
                t(
                    "The same file that shows the planting also answers “serious crime”. Never file one without "
                    "the other.",
                    "Та же папка, что показывает подлог, отвечает и на «тяжкое преступление». Одно без другого "
                    "не подают.",
                ),
            ),
        ),
    )


def _plain(text: str) -> tuple[KeyAnswerLine, ...]:
    return (KeyAnswerLine(text=text),)


def _key_answers(t: Say) -> tuple[KeyAnswer, ...]:
    compared = t("18 November 2026", "18 ноября 2026 года")
    return (
        KeyAnswer(
            question=t("Is Strasbourg open?", "Открыт ли Страсбург?"),
            lines=_plain(
                t(
                    "No. The court can look at Russia only for acts before 16 September 2022, and everything here is "
                    "later. The UN Human Rights Committee is the remaining door.",
                    "Нет. По России суд рассматривает только то, что было до 16 сентября 2022 года, а здесь всё "
                    "позже. Остаётся Комитет ООН по правам человека.",
                )
            ),
            rule="Fedotova and Others v. Russia [GC], no. 40792/10, 17 January 2023",
            checked=compared,
            confidence=Confidence.VERIFIED,
        ),
        KeyAnswer(
            question=t(
                "Can a court abroad review my case for a visa?",
                "Может ли зарубежный суд пересмотреть моё дело ради визы?",
            ),
            lines=_plain(
                t(
                    "No foreign court cancels a Russian judgment. Protection and extradition courts weigh it for "
                    "their own question, and some rules ignore unfair or absent trials in part.",
                    "Ни один зарубежный суд не отменяет российский приговор. Суды об убежище и выдаче оценивают его "
                    "для своего вопроса, а некоторые нормы отчасти не считаются с несправедливым или заочным судом.",
                )
            ),
            rule=t(
                "StAG § 12a; 9 FAM 302.3 (current text not read)", "StAG § 12a; 9 FAM 302.3 (новый текст не прочитан)"
            ),
            checked=compared,
            confidence=Confidence.UNVERIFIED,
        ),
        KeyAnswer(
            question=t(
                "What does an Interpol notice do, and what not?", "Что делает уведомление Интерпола, а что нет?"
            ),
            lines=_plain(
                t(
                    "It asks police to find a person. It is no verdict, and each state decides for itself whether to "
                    "arrest. It can stop a journey in transit.",
                    "Оно просит полицию найти человека. Это не приговор; каждая страна сама решает, задерживать ли. "
                    "Оно может остановить поездку в пути.",
                )
            ),
            rule=t("INTERPOL RPD arts 82-87", "Правила Интерпола RPD, ст. 82-87"),
            checked=compared,
            confidence=Confidence.PARTIAL,
        ),
        KeyAnswer(
            question=t("May I leave now?", "Можно ли выехать сейчас?"),
            lines=_plain(
                t(
                    "The law bars leaving while you are charged, with or without an undertaking. This dossier cannot "
                    "see state databases and names no route.",
                    "Закон запрещает выезд, пока есть обвинение, — и с подпиской, и без неё. Баз данных государства "
                    "мы не видим и маршрутов не называем.",
                )
            ),
            rule=t("114-FZ art. 15(3)", "114-ФЗ, ст. 15(3)"),
            checked=compared,
            confidence=Confidence.PARTIAL,
        ),
    )


def _other_routes(t: Say) -> tuple[RouteRow, ...]:
    def same(verdict: Verdict, en: str, ru: str) -> tuple[VerdictCell, ...]:
        return tuple(VerdictCell(verdict=verdict, reason=t(en, ru)) for _ in range(6))

    return (
        RouteRow(
            id="ecthr.russia",
            forum=t("European Court of Human Rights", "Европейский суд по правам человека"),
            title=t("Complaint against Russia", "Жалоба на Россию"),
            law=t("ECHR arts 34, 35, 58", "ЕКПЧ, ст. 34, 35, 58"),
            cells=same(
                Verdict.CLOSED,
                "all facts are later than 16 September 2022; the UN committee remains",
                "все факты позже 16 сентября 2022 года; остаётся Комитет ООН",
            ),
        ),
        RouteRow(
            id="un.wgad",
            forum=t("United Nations, Geneva", "ООН, Женева"),
            title=t("Working Group on Arbitrary Detention", "Рабочая группа по произвольным задержаниям"),
            cells=(
                _cell(t, Verdict.DOES_NOT_ARISE, "you are not detained", "вы не под стражей"),
                _cell(t, Verdict.ARGUABLE, "refused motions; category III", "отказы в ходатайствах; категория III"),
                *(_cell(t, Verdict.DOES_NOT_ARISE, "you are not detained", "вы не под стражей") for _ in range(4)),
            ),
        ),
        RouteRow(
            id="humanitarian_visas",
            forum=t("consulates of several states", "консульства разных стран"),
            title=t("Humanitarian visas", "Гуманитарные визы"),
            cells=same(
                Verdict.UNPROVEN,
                "for public activists; an ordinary charge fits none of them well",
                "для публичных активистов; обычное обвинение плохо подходит",
            ),
            confidence_note=t(
                "States of these programmes are older than 90 days: ask.",
                "Сведения о программах старше 90 дней: спрашивайте.",
            ),
        ),
    )


def _deadlines(t: Say) -> tuple[Deadline, ...]:
    return (
        Deadline(
            name=t(
                "Hearing in the district court: ask on the spot for the audio record",
                "Заседание районного суда: сразу просите аудиозапись",
            ),
            day=day(t, "2026-12-08", "Tuesday, 8 December 2026", "вторник, 8 декабря 2026 года"),
            left=t("18 days", "18 дней"),
            counting=t(
                "Date in the court’s notice of 16 November 2026.", "Дата из извещения суда от 16 ноября 2026 года."
            ),
            rule=t("court notice, Exhibit 9", "извещение, приложение 9"),
            plan=t(
                "We plan the written motion for 1 December 2026, one week early.",
                "Письменное ходатайство планируем на 1 декабря 2026 года, на неделю раньше.",
            ),
        ),
        Deadline(
            name=t("Ask to read the record of the hearing", "Просьба ознакомиться с протоколом заседания"),
            day=day(t, "2026-12-11", "Friday, 11 December 2026", "пятница, 11 декабря 2026 года"),
            left=t("21 days", "21 день"),
            counting=t(
                "8 December 2026 + 3 days = 11 December 2026, if the hearing ends that day.",
                "8 декабря 2026 + 3 суток = 11 декабря 2026 года, если заседание закончится в тот же день.",
            ),
            rule=t("CPC art. 259(7); not verified", "УПК, ст. 259 ч. 7; не сверено"),
        ),
        Deadline(
            name=t("Send the list of prison reports to counsel", "Передать адвокату список отчётов о СИЗО"),
            day=day(t, "2026-11-27", "Friday, 27 November 2026", "пятница, 27 ноября 2026 года"),
            left=t("7 days", "7 дней"),
            ours=True,
        ),
        Deadline(
            name=t(
                "Complaint to the judge about the refusal to examine the phone log",
                "Жалоба судье на отказ осмотреть журнал телефона",
            ),
            day=day(t, "2026-11-02", "Monday, 2 November 2026", "понедельник, 2 ноября 2026 года"),
            rule=t("CPC art. 125", "УПК, ст. 125"),
            passed=True,
            counting=t(
                "This way closed when the case went to court on 2 November 2026.",
                "Этот путь закрылся, когда дело ушло в суд 2 ноября 2026 года.",
            ),
            still_possible=(
                t("repeat the motion to the trial judge", "повторить ходатайство судье, который рассматривает дело"),
                t("raise it in the appeal", "заявить об этом в апелляции"),
            ),
        ),
    )


def _collect(t: Say) -> tuple[Paper, ...]:
    four = t("extradition, both German routes, Interpol", "выдача, оба немецких пути, Интерпол")
    return (
        Paper(
            paper=t("Expert report: no fingerprints", "Заключение эксперта: отпечатков нет"),
            obtain=Obtain.EASY,
            danger=Danger.NONE,
            noticed=t("you may copy the file when you read it", "при ознакомлении с делом копировать можно"),
            why=t("the state’s own paper against its case", "бумага самого государства против его версии"),
            whom=t("your lawyer, when you read the file", "ваш адвокат, при ознакомлении с делом"),
            serves=four,
        ),
        Paper(
            paper=t("Phone: seizure record, sealing, inspection", "Телефон: изъятие, опечатывание, осмотр"),
            obtain=Obtain.SLOW,
            danger=Danger.DRAWS_ATTENTION,
            noticed=t(
                "the court registry notes the copy; counsel does it weekly",
                "канцелярия отметит копию; для адвоката это обычное дело",
            ),
            why=t(
                "three times to compare with the date inside each photo",
                "три времени — сравнить с датой внутри каждого фото",
            ),
            whom=t("your lawyer; no relatives, no post", "ваш адвокат; не родные и не почта"),
            serves=four,
        ),
        Paper(
            paper=t(
                "The whole file when it is shown, and every refused motion",
                "Всё дело при ознакомлении и каждый отказ в ходатайстве",
            ),
            obtain=Obtain.EASY,
            danger=Danger.NONE,
            noticed=t(
                "own photos are allowed at the end of the investigation", "свои снимки в конце следствия разрешены"
            ),
            why=t(
                "each written refusal is defence now and protection evidence later; plain copies are enough abroad",
                "каждый письменный отказ — защита сейчас и доказательство потом; за границей хватит простых копий",
            ),
            whom=t("yourself and your lawyer, CPC art. 217", "вы сами и адвокат, УПК, ст. 217"),
            serves=t("every route", "все пути"),
        ),
        Paper(
            paper=t("Exact name of the substance and its weight", "Точное название и масса вещества"),
            obtain=Obtain.EASY,
            danger=Danger.NONE,
            why=t("compared with the US list on the day of conviction", "сверяется со списком США на день приговора"),
            whom=t("expert report, Exhibit 4, p. 2", "заключение, приложение 4, с. 2"),
            serves=t("US visas", "визы США"),
        ),
    )


def _dangerous(t: Say) -> tuple[Paper, ...]:
    return (
        Paper(
            paper=t("Statements from the attesting witnesses", "Объяснения от понятых"),
            obtain=Obtain.HARD,
            danger=Danger.ENDANGERS,
            noticed=t(
                "police and investigator; a call can be written down as pressure and end in custody",
                "полиция и следователь; звонок запишут как давление и возьмут под стражу",
            ),
            why=t(
                "would show that they signed without seeing the search", "показали бы, что подписали, не видя досмотра"
            ),
            safer=(
                t("court cards that show the same witnesses in other cases", "карточки дел, где те же понятые"),
                t("a motion by counsel to question them in court", "ходатайство адвоката допросить их в суде"),
            ),
        ),
        Paper(
            paper=t(
                "A record certificate, or “is he wanted?” at the police",
                "Справка о судимости или вопрос в полиции «в розыске ли?»",
            ),
            obtain=Obtain.SLOW,
            danger=Danger.ENDANGERS,
            noticed=t("it fixes a place and a contact", "это укажет место и родных"),
            why=t("visa forms ask for it; asylum does not", "её требуют визовые анкеты; для убежища она не нужна"),
            safer=(t("counsel looks at the court card", "адвокат смотрит карточку дела"),),
        ),
        Paper(
            paper=t(
                "Searching for listed “extremist” texts on this phone",
                "Поиск «экстремистских» материалов с этого телефона",
            ),
            obtain=Obtain.EASY,
            danger=Danger.ENDANGERS,
            noticed=t(
                "the search itself is an offence since 1 September 2025 (KoAP 13.53)",
                "сам поиск наказуем с 1 сентября 2025 года (КоАП 13.53)",
            ),
        ),
    )


def _warnings(t: Say) -> tuple[StepWarning, ...]:
    return (
        StepWarning(
            step=t("Appealing a verdict given without you", "Жалоба на заочный приговор"),
            closes=t(
                "The UN committee wants appeals used; for US visas an appeal by you or by counsel you chose may "
                "turn it into a “conviction”.",
                "Комитет ООН ждёт жалоб; а для виз США ваша жалоба или жалоба выбранного вами адвоката может "
                "сделать приговор «осуждением».",
            ),
            safer=(
                t(
                    "Decide first, with a US lawyer and in writing, which route matters more.",
                    "Сначала решите с юристом по США, письменно, какой путь важнее.",
                ),
            ),
            authority=t("9 FAM 302.3, current text not read", "9 FAM 302.3, новый текст не прочитан"),
        ),
        StepWarning(
            step=t(
                "Ending it by plea, repentance, fine or army contract",
                "Закончить признанием, раскаянием, штрафом или контрактом",
            ),
            closes=t(
                "An admission counts abroad even without a verdict; a contract can bring exclusion for war crimes.",
                "Признание засчитают за границей и без приговора; контракт может лишить защиты из-за военных "
                "преступлений.",
            ),
            safer=(
                t(
                    "Ask counsel what exactly would be written down as admitted.",
                    "Спросите адвоката, что именно запишут как признанное.",
                ),
            ),
            authority="INA 212(a)(2)(A)",
        ),
        StepWarning(
            step=t("Answering “no” in a visa form", "Ответ «нет» в визовой анкете"),
            closes=t(
                "Expired in Russia is not expired abroad; a lie closes doors the case did not.",
                "Погашенная в России судимость за границей не погашена; ложь закроет то, чего не закрыло дело.",
            ),
            authority=t("INA 212(a)(6)(C); Visa Code art. 32", "INA 212(a)(6)(C); Визовый кодекс, ст. 32"),
        ),
    )


def _chronology(t: Say) -> Chronology:
    return Chronology(
        events=(
            Event(
                when=day(t, "2025-09-11T21:10", "11 September 2025, 21:10", "11 сентября 2025, 21:10"),
                certainty=Certainty.DISPUTED,
                what=t(
                    "Stopped at the bus station; searched, nothing found; phone taken",
                    "Остановлен у автовокзала; досмотр, ничего не найдено; телефон изъят",
                ),
                exhibits=(exhibit(t, 2, 1),),
            ),
            Event(
                when=day(t, "2025-09-11T23:40", "11 September 2025, 23:40", "11 сентября 2025, 23:40"),
                certainty=Certainty.EXACT,
                what=t("Phone sealed in bag no. 1", "Телефон опечатан в пакете № 1"),
                exhibits=(exhibit(t, 2, 2),),
            ),
            Event(
                when=day(t, "2025-09-12T01:12", "12 September 2025, 01:12", "12 сентября 2025, 01:12"),
                certainty=Certainty.EXACT,
                what=t("A photo with coordinates is created on the phone", "На телефоне создано фото с координатами"),
                exhibits=(exhibit(t, 4, 6),),
            ),
            Event(
                when=day(t, "2025-09-12T06", "12 September 2025, about 6:00", "12 сентября 2025, около 6:00"),
                certainty=Certainty.ABOUT,
                what=t(
                    "Taken from the cell to the place in the photo; a package is found there",
                    "Вывезен из камеры к месту с фото; там находят свёрток",
                ),
                said_by=t("you, interview of 12 November 2026", "вы, беседа 12 ноября 2026 года"),
            ),
            Event(
                when=day(t, "2025-09-12", "12 September 2025", "12 сентября 2025"),
                certainty=Certainty.EXACT,
                what=t("Laboratory slip: 4.12 g", "Справка об исследовании: 4,12 г"),
                exhibits=(exhibit(t, 3, 1),),
            ),
            Event(
                when=day(t, "2025-09-14", "14 September 2025", "14 сентября 2025"),
                certainty=Certainty.EXACT,
                what=t("Undertaking not to leave is signed", "Подписка о невыезде"),
                exhibits=(exhibit(t, 5),),
            ),
            Event(
                when=day(t, "2025-10-27", "27 October 2025", "27 октября 2025"),
                certainty=Certainty.EXACT,
                what=t(
                    "Expert: no fingerprints on the package; weight 5.87 g", "Экспертиза: отпечатков нет; масса 5,87 г"
                ),
                exhibits=(exhibit(t, 4, 3),),
            ),
            Event(
                when=day(t, "2026-05-12", "12 May 2026", "12 мая 2026"),
                certainty=Certainty.EXACT,
                what=t("Motion to examine the phone log is refused", "Отказ осмотреть журнал телефона"),
                exhibits=(exhibit(t, 7, 1),),
            ),
            Event(
                when=day(t, "2026-07", "before August 2026", "до августа 2026"),
                certainty=Certainty.NOT_LATER,
                what=t(
                    "An officer offers an army contract instead of a trial", "Сотрудник предлагает контракт вместо суда"
                ),
                said_by=t("you, interview of 12 November 2026", "вы, беседа 12 ноября 2026 года"),
            ),
            Event(
                when=day(t, "2026-11-02", "2 November 2026", "2 ноября 2026"),
                certainty=Certainty.EXACT,
                what=t("Case sent to the district court", "Дело передано в районный суд"),
                exhibits=(exhibit(t, 9),),
            ),
        ),
        svg=_drawing(t),
        svg_says=t(
            "The night of 11 to 12 September 2025 by the hour: stopped 21:10, phone sealed 23:40, photo created "
            "01:12, taken to the place about 6:00.",
            "Ночь с 11 на 12 сентября 2025 года по часам: остановлен 21:10, телефон опечатан 23:40, фото создано "
            "01:12, вывезен около 6:00.",
        ),
    )


def _drawing(t: Say) -> str:
    marks = (
        (21.17, t("21:10 stopped", "21:10 остановлен"), False),
        (23.67, t("23:40 phone sealed", "23:40 телефон опечатан"), False),
        (25.2, t("01:12 photo created", "01:12 фото создано"), True),
        (30.0, t("about 6:00 taken to the place", "около 6:00 вывезен"), False),
    )

    def x(hour: float) -> float:
        return round(20 + (hour - 20.5) * 60, 1)

    frame = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 120" font-family="Source Sans 3, sans-serif"'
    parts = [f'<svg {frame} font-size="12">', '<path d="M20 60H660" stroke="#6C7F88" stroke-width="1.5"/>']
    for hour in range(21, 32, 2):
        place = f'x="{x(hour)}" y="112" text-anchor="middle" fill="#56686F" font-size="11"'
        parts.append(f'<path d="M{x(hour)} 56v8" stroke="#6C7F88"/><text {place}>{hour % 24:02d}:00</text>')
    for number, (hour, label, odd) in enumerate(marks):
        end, text = (34, 26) if number % 2 == 0 else (82, 96)
        colour, ground = ("#7A2A5C", "#fff") if odd else ("#0D5870", "#0D5870")
        parts.append(f'<path d="M{x(hour)} 60V{end}" stroke="{colour}" stroke-width="1.2"/>')
        parts.append(f'<circle cx="{x(hour)}" cy="60" r="5.5" fill="{ground}" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{x(hour)}" y="{text}" text-anchor="middle" fill="#14232C">{label}</text>')
    return "".join([*parts, "</svg>"])


def _disagreements(t: Say) -> tuple[Disagreement, ...]:
    return (
        Disagreement(
            kind=Difference.PAPERS,
            headline=t(
                "The photo was created 1 h 32 min after the phone was sealed",
                "Фото создано через 1 ч 32 мин после опечатывания телефона",
            ),
            left=Said(
                source=t("Personal search record, 11 September 2025", "Протокол личного досмотра, 11 сентября 2025"),
                quote=_quote(sealing(t).quote),
                exhibit=exhibit(t, 2, 2),
            ),
            right=Said(
                source=t("Expert report no. 1184, 27 October 2025", "Заключение эксперта № 1184, 27 октября 2025"),
                quote=_quote(photo_time(t).quote),
                exhibit=exhibit(t, 4, 6),
            ),
            leans=Leans.HELPS,
            next_step=t(
                "The inspection record of the phone would settle it.", "Снимет вопрос протокол осмотра телефона."
            ),
        ),
        Disagreement(
            kind=Difference.PAPERS,
            headline=t(
                "The weight grew between two laboratories: 4.12 g, then 5.87 g",
                "Масса выросла между двумя лабораториями: 4,12 г, потом 5,87 г",
            ),
            left=Said(
                source=t("Laboratory slip, 12 September 2025", "Справка об исследовании, 12 сентября 2025"),
                quote=quoted(
                    t, "масса вещества 4,12 г; израсходовано 0,02 г", "mass of the substance 4.12 g; 0.02 g used"
                ),
                exhibit=exhibit(t, 3, 1),
            ),
            right=Said(
                source=t("Expert report no. 1184, 27 October 2025", "Заключение эксперта № 1184, 27 октября 2025"),
                quote=quoted(
                    t,
                    "на исследование поступило вещество массой 5,87 г",
                    "a substance of 5.87 g was received for examination",
                ),
                exhibit=exhibit(t, 4, 2),
            ),
            leans=Leans.HELPS,
            next_step=t(
                "Weight should fall after sampling, not rise. Counsel can ask the expert in court.",
                "После отбора проб масса падает, а не растёт. Адвокат может спросить эксперта в суде.",
            ),
        ),
        Disagreement(
            kind=Difference.MEMORY,
            headline=t("How light it was when you were stopped", "Было ли светло, когда вас остановили"),
            left=Said(
                source=t("Your telling, 12 November 2026", "Ваш рассказ, 12 ноября 2026"),
                quote=Quote(
                    text="было ещё светло, часов девять",
                    language="ru",
                    translation=t("it was still light, about nine", ""),
                ),
            ),
            right=Said(
                source=t("Personal search record, 11 September 2025", "Протокол личного досмотра, 11 сентября 2025"),
                quote=quoted(t, "в 21 час 10 минут, при искусственном освещении", "at 21:10, under artificial light"),
                exhibit=exhibit(t, 2, 1),
            ),
            leans=Leans.NEUTRAL,
            next_step=t(
                "A side detail. You can explain it, or leave both.",
                "Второстепенная мелочь. Можно пояснить, можно оставить оба.",
            ),
        ),
    )


def _quote(quote: Quote | None) -> Quote:
    assert quote is not None
    return quote


def _exhibits(t: Say) -> tuple[ExhibitRow, ...]:
    ru = t("Russian", "русский")
    rows = (
        ("Passport, two pages", "Паспорт, две страницы", "", "", "2", Reading.READ, Translation.NOT_NEEDED),
        (
            "Personal search record",
            "Протокол личного досмотра",
            "police of Zarechinsk",
            "полиция Заречинска",
            "2",
            Reading.READ,
            Translation.PRESENT,
        ),
        (
            "Laboratory slip",
            "Справка об исследовании",
            "police laboratory",
            "лаборатория полиции",
            "1",
            Reading.READ,
            Translation.PRESENT,
        ),
        (
            "Expert report no. 1184",
            "Заключение эксперта № 1184",
            "regional expert centre",
            "региональный экспертный центр",
            "9",
            Reading.READ,
            Translation.PRESENT,
        ),
        (
            "Undertaking not to leave",
            "Подписка о невыезде",
            "investigator",
            "следователь",
            "1",
            Reading.READ,
            Translation.MACHINE,
        ),
        (
            "Charge order",
            "Постановление о привлечении обвиняемым",
            "investigator",
            "следователь",
            "6",
            Reading.UNREAD_SCAN,
            Translation.MISSING,
        ),
        (
            "Refusal of a motion",
            "Отказ в ходатайстве",
            "investigator",
            "следователь",
            "2",
            Reading.READ,
            Translation.MISSING,
        ),
        (
            "Medical entry",
            "Запись врача",
            "town hospital",
            "городская больница",
            "1",
            Reading.WITH_DOUBT,
            Translation.MISSING,
        ),
        (
            "Notice of hearing",
            "Извещение о заседании",
            "Zarechinsk district court",
            "Заречинский районный суд",
            "1",
            Reading.READ,
            Translation.NOT_NEEDED,
        ),
    )
    notes = {
        Reading.UNREAD_SCAN: t(
            "Install tesseract with the Russian model, then read it again.",
            "Установите tesseract с русской моделью и прочитайте ещё раз.",
        ),
        Reading.WITH_DOUBT: t(
            "Handwriting; three words were read with doubt.", "Рукописный текст; три слова прочитаны неуверенно."
        ),
    }
    missing = t("A translator’s certificate is needed before filing.", "До подачи нужен заверенный перевод.")
    return tuple(
        ExhibitRow(
            label=t(f"Exhibit {number}", f"Приложение {number}"),
            title=t(title_en, title_ru),
            issuer=t(issuer_en, issuer_ru),
            pages=t(f"{pages} p.", f"{pages} с."),
            language=ru,
            reading=reading,
            reading_note=notes.get(reading, ""),
            translation=translation,
            translation_note=missing if translation is Translation.MISSING else "",
            sha256=f"{number:x}" * 8 + "c0ffee00" * 7,
        )
        for number, (title_en, title_ru, issuer_en, issuer_ru, pages, reading, translation) in enumerate(rows, start=1)
    )


def _same_matter(t: Say) -> tuple[SameMatter, ...]:
    hrc, wgad, ccf = (
        t("UN Human Rights Committee", "Комитет ООН по правам человека"),
        t("Working Group on Arbitrary Detention", "Рабочая группа по произвольным задержаниям"),
        t("Interpol files", "Файлы Интерпола"),
    )
    return (
        SameMatter(
            first=wgad,
            second=hrc,
            does=t(
                "Usually no bar: the Working Group is not an examination in the sense of the Protocol.",
                "Обычно не мешает: Рабочая группа — не «рассмотрение» в смысле Протокола.",
            ),
            rule=t("Optional Protocol art. 5(2)(a)", "Факультативный протокол, ст. 5(2)(a)"),
            confidence=Confidence.PARTIAL,
        ),
        SameMatter(
            first=hrc,
            second=ccf,
            does=t(
                "Findings help; a pending complaint changes nothing.",
                "Выводы помогают; поданная жалоба ничего не меняет.",
            ),
            confidence=Confidence.UNVERIFIED,
        ),
        SameMatter(
            first=t("Committee against Torture", "Комитет против пыток"),
            second=hrc,
            does=t("The same matter at the same time is refused.", "То же дело одновременно не примут."),
            rule=t("Optional Protocol art. 5(2)(a)", "Факультативный протокол, ст. 5(2)(a)"),
            confidence=Confidence.VERIFIED,
        ),
    )


def _unknowns(t: Say) -> tuple[Unknown, ...]:
    return (
        Unknown(
            what=t("The substance and its exact weight", "Вещество и его точная масса"),
            matters=t("US visa grounds name listed substances", "запреты на визы США называют вещества из списка"),
            find=t("expert report, p. 2", "заключение, с. 2"),
        ),
        Unknown(
            what=t("Whether anyone had a reason to choose you", "Была ли у кого-то причина выбрать именно вас"),
            matters=t("asylum and refugee status turn on it", "от этого зависят убежище и статус беженца"),
            find=t("six short questions in the interview", "шесть коротких вопросов в беседе"),
        ),
        Unknown(
            what=t("Where you would be held", "Где вас стали бы держать"),
            matters=t("both routes without a reason ask about the place", "оба пути без причины спрашивают о месте"),
            find=t("the charge order names the region", "регион назван в постановлении"),
        ),
        Unknown(
            what=t("Whether you hold another passport", "Есть ли у вас второй паспорт"),
            matters=t("each nationality is asked about", "спрашивают о каждом гражданстве"),
        ),
    )


def _sources(t: Say) -> tuple[SourceCheck, ...]:
    november = day(t, "2026-11-18", "18 November 2026", "18 ноября 2026 года")
    april = day(t, "2025-04", "April 2025", "апрель 2025 года")
    rows = (
        ("8 U.S.C. § 1158", november, Confidence.VERIFIED, "", ""),
        ("8 CFR § 1208.16-18", november, Confidence.PARTIAL, "", ""),
        (
            "9 FAM 302.3",
            november,
            Confidence.UNVERIFIED,
            "older text read; current wording unseen",
            "прочитан старый текст; новый не видели",
        ),
        ("INA 212(a)(2)", november, Confidence.VERIFIED, "", ""),
        (
            "Regulation (EU) 2024/1347",
            november,
            Confidence.PARTIAL,
            "articles 3, 9, 10, 12, 15, 17 only",
            "только статьи 3, 9, 10, 12, 15, 17",
        ),
        (
            "AufenthG §§ 5, 53, 54",
            april,
            Confidence.PARTIAL,
            "older than 60 days: read again before filing",
            "старше 60 дней: перечитайте перед подачей",
        ),
        (
            "StAG §§ 8, 10, 12a",
            april,
            Confidence.PARTIAL,
            "older than 60 days: read again before filing",
            "старше 60 дней: перечитайте перед подачей",
        ),
        (
            t("European Convention on Extradition 1957", "Европейская конвенция о выдаче 1957 г."),
            november,
            Confidence.VERIFIED,
            "",
            "",
        ),
        (
            t("114-FZ art. 15", "114-ФЗ, ст. 15"),
            november,
            Confidence.PARTIAL,
            "volatile: amended almost yearly",
            "часто меняется: почти каждый год",
        ),
    )
    return tuple(
        SourceCheck(source=name, checked=when, confidence=how, note=t(en, ru)) for name, when, how, en, ru in rows
    )


def smallest(**changes: object) -> DossierView:
    """The smallest view that can be laid out, with `changes`."""
    plain = DossierView(
        language=Language.EN,
        case_code="X-1",
        title="A title",
        person="A. Person",
        prepared=DAY,
        law_as_of=DAY,
        headline=("One sentence.",),
        scenarios=(Scenario(id="today", name="Now"),),
        groups=(),
    )
    return replace(plain, **changes)


def with_scenarios(view: DossierView, number: int) -> DossierView:
    """`view` cut or stretched to `number` scenarios; further ones repeat the last under new names."""
    last = view.scenarios[-1]
    more = tuple(replace(last, id=f"more{n}", name=f"{last.name} {n}") for n in range(number - len(view.scenarios)))
    scenarios = (view.scenarios + more)[:number]
    known = {scenario.id for scenario in scenarios}

    def stretched(row: RouteRow | EffectRow) -> Any:
        cells = tuple(row.cells[min(n, len(row.cells) - 1)] for n in range(number))
        return replace(row, cells=cells)  # type: ignore[arg-type]

    return replace(
        view,
        scenarios=scenarios,
        groups=tuple(replace(group, rows=tuple(map(stretched, group.rows))) for group in view.groups),
        other_routes=tuple(map(stretched, view.other_routes)),
        effects=tuple(map(stretched, view.effects)),
        sections=tuple(
            replace(section, traces=tuple(trace for trace in section.traces if trace.scenario in known))
            for section in view.sections
        ),
    )
