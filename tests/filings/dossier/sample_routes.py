"""The route sections of the invented sample dossier (see `sample.py`)."""

from __future__ import annotations

from collections.abc import Callable

from pristan.filings.dossier.codes import (
    Answer,
    Confidence,
    Danger,
    Node,
    Obtain,
    Raised,
    Side,
    Support,
    Verdict,
    Weight,
)
from pristan.filings.dossier.parts import Citation, CitedPassage, Day, Deadline, ExhibitRef, Paper, Quote, StepWarning
from pristan.filings.dossier.route import Argument, Factor, Lift, Precedent, RouteSection, Slot, Trace, TraceLine, Weigh

Say = Callable[[str, str], str]


def sections(t: Say) -> tuple[RouteSection, ...]:
    return (_extradition(t), _torture(t), _subsidiary(t), _refugee(t), _asylum(t), _interpol(t), _committee(t))


def exhibit(t: Say, number: int, page: int | None = None, quote: Quote | None = None) -> ExhibitRef:
    place = "" if page is None else t(f"p. {page}", f"с. {page}")
    return ExhibitRef(exhibit=t(f"Exhibit {number}", f"Приложение {number}"), page=place, quote=quote)


def quoted(t: Say, russian: str, english: str) -> Quote:
    return Quote(text=russian, language="ru", translation=t(english, ""))


def no_prints(t: Say) -> ExhibitRef:
    words = quoted(
        t,
        "следов папиллярных линий, пригодных для идентификации, на упаковке не обнаружено",
        "no papillary traces fit for identification were found on the packaging",
    )
    return exhibit(t, 4, 3, words)


def photo_time(t: Say) -> ExhibitRef:
    words = quoted(
        t,
        "файл IMG_2291.jpg создан 12.09.2025 в 01:12:07, координаты записаны",
        "file IMG_2291.jpg created 12.09.2025 at 01:12:07, coordinates stored",
    )
    return exhibit(t, 4, 6, words)


def sealing(t: Say) -> ExhibitRef:
    words = quoted(
        t,
        "телефон упакован в пакет № 1, опечатан в 23 часа 40 минут в присутствии понятых",
        "the phone was packed in bag no. 1 and sealed at 23:40 before the attesting witnesses",
    )
    return exhibit(t, 2, 2, words)


def _own_word(t: Say) -> tuple[str, ...]:
    return (t("you, interview of 12 November 2026", "вы, беседа 12 ноября 2026 года"),)


def _compared(t: Say) -> str:
    return t("18 November 2026", "18 ноября 2026 года")


def _april_2025(t: Say) -> str:
    return t("April 2025", "апрель 2025 года")


def prison_reports(t: Say) -> Slot:
    names = (
        (
            "Regional monitoring report on the remand prison where you would be held",
            "Региональный отчёт о СИЗО, где вас стали бы держать",
        ),
        (
            "Court ruling that admits beatings in that prison",
            "Судебное решение, признавшее избиения в этом СИЗО",
        ),
        (
            "Committee against Torture: concluding observations on Russia, the part on remand prisons",
            "Комитет против пыток: замечания по России, часть о следственных изоляторах",
        ),
        (
            "Statement of a former prisoner of the same prison, recorded by a lawyer",
            "Рассказ бывшего заключённого того же изолятора, записанный адвокатом",
        ),
    )
    easy = Obtain.EASY
    levels = (easy, Obtain.SLOW, easy, Obtain.HARD)
    dangers = (Danger.NONE, Danger.NONE, Danger.NONE, Danger.DRAWS_ATTENTION)
    return Slot(
        choices=tuple(
            Paper(
                paper=t(*name),
                obtain=level,
                danger=danger,
                noticed=t("public page, no account", "открытая страница, вход не нужен")
                if danger is Danger.NONE
                else t("the prison may learn of it", "в изоляторе могут узнать"),
            )
            for name, level, danger in zip(names, levels, dangers, strict=True)
        )
    )


def phone_log(t: Say) -> Slot:
    return Slot(
        choices=(
            Paper(
                paper=t(
                    "Inspection record of the phone with the file system log, by your counsel’s motion",
                    "Протокол осмотра телефона с журналом файловой системы, по ходатайству адвоката",
                ),
                obtain=Obtain.SLOW,
                danger=Danger.DRAWS_ATTENTION,
                noticed=t("the court notes the motion; that is usual", "суд отметит ходатайство; это обычное дело"),
            ),
        )
    )


def cited(t: Say, *, against: bool = False) -> CitedPassage:
    """Words of an invented report."""
    words = "Two of those accused were freed." if against else "The drugs were laid there by the police."
    return CitedPassage(
        id="q2" if against else "q1",
        place=ExhibitRef(
            exhibit=t("Exhibit 9", "Приложение 9"), page=t("p. 4", "с. 4"), quote=Quote(text=words, language="en")
        ),
        against=against,
        about="" if against else t("No fingerprints", "Нет отпечатков"),
    )


def fabrication(t: Say, depth: int) -> tuple[TraceLine, ...]:
    return (
        TraceLine(
            depth=depth,
            kind=Node.ELEMENT,
            title=t("The charge was made up", "Обвинение сфабриковано"),
            answer=Answer.MET,
            support=Support.DOCUMENTED,
            why=t(
                "Three papers of the prosecution speak against the prosecution itself. What only the police say they "
                "found is one accusation, however often it is repeated.",
                "Три бумаги обвинения говорят против самого обвинения. То, что нашла только полиция, — это одно "
                "обвинение, сколько бы раз его ни повторили.",
            ),
            exhibits=(no_prints(t), photo_time(t), sealing(t)),
            passages=(cited(t, against=True),),
        ),
    )


def _extradition(t: Say) -> RouteSection:
    ece = "ECE"
    lines = (
        TraceLine(
            depth=0,
            kind=Node.RULE,
            title=t("A surrender to Russia may be refused", "В выдаче России могут отказать"),
            answer=Answer.UNKNOWN,
            support=Support.NONE,
            citations=(
                Citation(
                    cite=t(
                        "European Convention on Extradition 1957, arts 2, 3",
                        "Европейская конвенция о выдаче 1957 г., ст. 2, 3",
                    ),
                    weight=Weight.STATUTE,
                    says=t(
                        "surrender only for acts punishable in both states; none where prejudice for a listed "
                        "reason is to be feared",
                        "выдают только за деяние, наказуемое в обеих странах; не выдают, если есть угроза "
                        "преследования по названным причинам",
                    ),
                ),
            ),
            in_force=t("for Russia since 9 March 2000", "для России с 9 марта 2000 года"),
            checked=_compared(t),
            confidence=Confidence.PARTIAL,
        ),
        TraceLine(depth=1, kind=Node.ALL),
        TraceLine(
            depth=2,
            kind=Node.ELEMENT,
            title=t("Russia has asked a state for you", "Россия попросила вас выдать"),
            answer=Answer.NOT_MET,
            support=Support.CLAIMED,
            why=t(
                "You are in Russia; no request can exist yet. A step can change this.",
                "Вы в России; запроса ещё быть не может. Это может изменить шаг.",
            ),
            asserted_by=_own_word(t),
        ),
        TraceLine(depth=2, kind=Node.ANY),
        TraceLine(
            depth=3,
            kind=Node.RULE,
            title=t("The act is not punishable there", "Деяние там не наказуемо"),
            answer=Answer.NOT_MET,
            support=Support.DOCUMENTED,
            why=t(
                "Selling drugs is punishable in every state that could be asked.",
                "Сбыт наркотиков наказуем в каждой стране, которую могут попросить.",
            ),
            citations=(Citation(cite=t(f"{ece} art 2(1)", "ЕКВ, ст. 2(1)"), weight=Weight.STATUTE),),
            checked=_compared(t),
            confidence=Confidence.VERIFIED,
        ),
        TraceLine(
            depth=3,
            kind=Node.RULE,
            title=t("Discrimination clause", "Оговорка о дискриминации"),
            answer=Answer.UNKNOWN,
            why=t(
                "Nobody has asked yet whether someone had a reason to choose you.",
                "Ещё никто не спросил, была ли у кого-то причина выбрать именно вас.",
            ),
            citations=(
                Citation(
                    cite=t(f"{ece} art 3(2)", "ЕКВ, ст. 3(2)"),
                    weight=Weight.STATUTE,
                    says=t(
                        "the person’s position may be prejudiced for one of four reasons",
                        "положение человека может ухудшиться по одной из четырёх причин",
                    ),
                ),
            ),
            checked=_compared(t),
            confidence=Confidence.VERIFIED,
        ),
        TraceLine(
            depth=3,
            kind=Node.RULE,
            title=t("Real risk of torture or degrading prison", "Реальная угроза пыток или унижающих условий"),
            answer=Answer.UNKNOWN,
            why=t(
                "Nothing is on record yet about the place where you would be held.",
                "О месте, где вас стали бы держать, пока нет ничего.",
            ),
        ),
    )
    return RouteSection(
        id="nonextradition",
        gives=t(
            "The state that is asked does not hand you over. It gives no right to stay and does not end the case.",
            "Страна, которую попросили, вас не выдаёт. Права остаться это не даёт и дело не прекращает.",
        ),
        decides=t(
            "a court of the state that is asked, then its government",
            "суд страны, которую попросили, затем её правительство",
        ),
        standard=t("substantial grounds for believing", "серьёзные основания полагать"),
        burden=t(
            "you point to grounds; the court must then enquire", "вы указываете основания; дальше обязан выяснять суд"
        ),
        traces=(Trace(scenario="today", lines=lines), Trace(scenario="absent", lines=_absent_lines(t))),
        decider_only=(t("Whether assurances given by Russia can be trusted.", "Можно ли верить гарантиям России."),),
        weighs=(
            Weigh(
                title=t("Is the prison risk real for you?", "Реальна ли эта угроза лично для вас?"),
                stands=t(
                    "This stands in the way: no decision on record settles it for a person held on an ordinary charge.",
                    "Это и мешает: ни одно решение из собранных не даёт ответа для человека с обычным обвинением.",
                ),
                factors=(
                    Factor(
                        title=t("You were held overnight without a record", "Вас держали ночь без протокола"),
                        side=Side.FOR,
                        answer=Answer.MET,
                        support=Support.CLAIMED,
                        exhibits=(exhibit(t, 8, 1),),
                    ),
                    Factor(
                        title=t(
                            "The place of detention is known for beatings", "Об этом изоляторе известно, что там бьют"
                        ),
                        side=Side.FOR,
                        answer=Answer.UNKNOWN,
                    ),
                    Factor(
                        title=t("Russia offers assurances", "Россия предлагает гарантии"),
                        side=Side.AGAINST,
                        answer=Answer.UNKNOWN,
                    ),
                ),
                precedents=(
                    Precedent(
                        cite=t(
                            "Invented decision A, court of a Council of Europe state (sample only)",
                            "Вымышленное решение А, суд страны Совета Европы (только для образца)",
                        ),
                        outcome=t("surrender refused", "в выдаче отказано"),
                        same=t("ordinary charge, remand prison named", "обычное обвинение, изолятор назван"),
                        differs=t("a doctor had recorded injuries", "врач записал травмы"),
                        note=t(
                            "not binding elsewhere; read in full", "в других странах не обязательно; прочитано целиком"
                        ),
                    ),
                    Precedent(
                        cite=t(
                            "Invented decision B, court of the same state (sample only)",
                            "Вымышленное решение Б, суд той же страны (только для образца)",
                        ),
                        outcome=t("surrender allowed", "выдача разрешена"),
                        same=t("ordinary charge, no public profile", "обычное обвинение, человек не публичный"),
                        differs=t(
                            "assurances had been visited in person before", "по прежним гарантиям людей навещали"
                        ),
                        note=t("read in part only", "прочитано не всё"),
                    ),
                ),
            ),
        ),
        lifts=(
            Lift(
                to=Verdict.ARGUABLE,
                scenario=t("Abroad before judgment", "За границей до приговора"),
                because=t(
                    "The prison risk would be shown by papers, not only told.",
                    "Угроза будет показана бумагами, а не только рассказана.",
                ),
                slots=(prison_reports(t), phone_log(t)),
                more=t("More sets exist than were searched.", "Есть и другие наборы; искали не все."),
            ),
        ),
        arguments=(
            Argument(
                text=t(
                    "It is an ordinary drug case with a named victim: public health.",
                    "Это обычное дело о наркотиках, а не преследование.",
                ),
                rests_on=t("the charge order, Exhibit 6", "постановление, приложение 6"),
                met_by=(
                    t(
                        "The photo is dated after the phone was sealed (Exhibits 2 and 4).",
                        "Фото создано после опечатывания телефона (приложения 2 и 4).",
                    ),
                    t("The expert found no prints (Exhibit 4).", "Эксперт не нашёл отпечатков (приложение 4)."),
                ),
            ),
            Argument(
                text=t(
                    "He left while under an undertaking: he hides from justice.",
                    "Он уехал под подпиской — значит, скрывается от суда.",
                ),
                rests_on=t("the undertaking, Exhibit 5", "подписка, приложение 5"),
                lowers_to=Verdict.UNPROVEN,
            ),
        ),
        warnings=(
            StepWarning(
                step=t("Leaving while the case is open", "Выезд при открытом деле"),
                closes=t(
                    "It is barred by law with or without an undertaking, and can mean custody, then a warrant. "
                    "This dossier gives no route.",
                    "Закрыт законом и без подписки; может кончиться арестом и розыском. Маршрутов здесь нет.",
                ),
                safer=(
                    t(
                        "Ask the court in writing for leave; keep the refusal.",
                        "Просить разрешения у суда письменно; отказ сохранить.",
                    ),
                ),
                authority=t("114-FZ art. 15(3)", "114-ФЗ, ст. 15(3)"),
            ),
        ),
    )


def _absent_lines(t: Say) -> tuple[TraceLine, ...]:
    return (
        TraceLine(
            depth=0,
            kind=Node.RULE,
            title=t(
                "A surrender after a judgment in absence may be refused",
                "После заочного приговора в выдаче могут отказать",
            ),
            answer=Answer.UNKNOWN,
        ),
        TraceLine(
            depth=1,
            kind=Node.ELEMENT,
            title=t("You were judged in your absence", "Приговор вынесен без вас"),
            answer=Answer.MET,
            support=Support.DOCUMENTED,
            supposed=True,
        ),
        TraceLine(
            depth=1,
            kind=Node.EXCEPTION,
            title=t("A new trial in your presence is assured", "Обещан новый суд с вашим участием"),
            answer=Answer.UNKNOWN,
            why=t("The assurance would come with the request.", "Такое обещание приходит вместе с запросом."),
            citations=(
                Citation(
                    cite=t("Second Additional Protocol 1978, art 3", "Второй дополнительный протокол 1978 г., ст. 3"),
                    weight=Weight.STATUTE,
                    says=t(
                        "surrender may be refused unless a retrial is assured",
                        "в выдаче можно отказать, если новый суд не обещан",
                    ),
                ),
            ),
            confidence=Confidence.UNVERIFIED,
            checked=_compared(t),
        ),
    )


def _torture(t: Say) -> RouteSection:
    lines = (
        TraceLine(
            depth=0,
            kind=Node.RULE,
            title=t("Deferral of removal under the Torture Convention", "Отсрочка высылки по Конвенции против пыток"),
            answer=Answer.UNKNOWN,
            citations=(
                Citation(
                    cite="8 CFR § 1208.16(c), 1208.17, 1208.18",
                    weight=Weight.REGULATION,
                    says=t(
                        "no return where torture is more likely than not; no crime excludes deferral",
                        "не возвращают туда, где пытка вероятнее, чем нет; никакое преступление отсрочку не исключает",
                    ),
                ),
                Citation(
                    cite="Matter of J-F-F-, 23 I&N Dec. 912 (A.G. 2006)",
                    weight=Weight.PRECEDENT,
                    says=t(
                        "every link of a predicted chain must itself be likely",
                        "каждое звено предсказанной цепи само должно быть вероятным",
                    ),
                ),
            ),
            in_force=t("since 22 March 1999", "с 22 марта 1999 года"),
            checked=_compared(t),
            confidence=Confidence.PARTIAL,
        ),
        TraceLine(depth=1, kind=Node.ALL),
        TraceLine(
            depth=2,
            kind=Node.ELEMENT,
            title=t("You are in the United States", "Вы в США"),
            answer=Answer.NOT_MET,
            support=Support.CLAIMED,
            asserted_by=_own_word(t),
        ),
        TraceLine(
            depth=2,
            kind=Node.ELEMENT,
            title=t("Torture is more likely than not", "Пытка вероятнее, чем нет"),
            answer=Answer.UNKNOWN,
            why=t(
                "Bad prisons alone are not enough; the place must be named.",
                "Одних плохих тюрем мало; надо назвать место.",
            ),
            citations=(
                Citation(
                    cite="Matter of J-E-, 23 I&N Dec. 291 (BIA 2002)",
                    weight=Weight.PRECEDENT,
                    says=t("bad prison conditions alone are not torture", "плохие условия сами по себе не пытка"),
                ),
            ),
            checked=_compared(t),
            confidence=Confidence.UNVERIFIED,
        ),
        TraceLine(
            depth=2,
            kind=Node.ELEMENT,
            title=t("An official does it or lets it happen", "Это делает должностное лицо или позволяет"),
            answer=Answer.MET,
            support=Support.CLAIMED,
            why=t("You would be in the hands of the state.", "Вы были бы в руках государства."),
            citations=(
                Citation(
                    cite="Matter of O-A-R-G-, 29 I&N Dec. 30 (BIA 2025)",
                    weight=Weight.PRECEDENT,
                    says=t("for private actors more complicity is needed", "для частных лиц нужно больше причастности"),
                    disputed_by=("Barajas-Romero v. Lynch, 846 F.3d 351 (9th Cir. 2017)",),
                ),
            ),
            checked=_compared(t),
            confidence=Confidence.PARTIAL,
            asserted_by=_own_word(t),
        ),
    )
    return RouteSection(
        id="us.cat.deferral",
        gives=t(
            "No return to Russia while the danger lasts. No green card, no family, and removal to another "
            "country stays possible.",
            "Не возвращают в Россию, пока есть опасность. Ни грин-карты, ни семьи; в другую страну выслать могут.",
        ),
        decides=t("an immigration judge", "иммиграционный судья"),
        standard=t("more likely than not", "вероятнее, чем нет"),
        burden=t("you", "вы"),
        traces=(Trace(scenario="today", lines=lines),),
        decider_only=(t("Credibility.", "Верит ли вам судья."),),
        lifts=(
            Lift(
                to=Verdict.ARGUABLE,
                scenario=t("Abroad before judgment", "За границей до приговора"),
                because=t(
                    "The danger would be tied to one named place.", "Опасность будет связана с одним названным местом."
                ),
                slots=(prison_reports(t),),
            ),
        ),
        arguments=(
            Argument(
                text=t(
                    "General reports do not show that this man would be tortured.",
                    "Общие отчёты не показывают, что пытать будут именно его.",
                ),
                rests_on="Matter of J-E-, 23 I&N Dec. 291 (BIA 2002)",
                lowers_to=Verdict.CLOSED,
                met_by=(
                    t(
                        "Name the place, then add reports about that place.",
                        "Назвать место и приложить отчёты об этом месте.",
                    ),
                ),
            ),
        ),
    )


def _subsidiary(t: Say) -> RouteSection:
    bar = TraceLine(
        depth=1,
        kind=Node.BAR,
        title=t("Serious crime before arrival", "Тяжкое преступление до въезда"),
        answer=Answer.DISPUTED,
        raised=Raised.RECORD,
        why=t(
            "The charge is on record; the prosecution’s own papers speak against it.",
            "Обвинение есть в деле; бумаги самого обвинения говорят против него.",
        ),
        exhibits=(exhibit(t, 6), no_prints(t)),
        citations=(
            Citation(
                cite="Regulation (EU) 2024/1347 art 17",
                weight=Weight.STATUTE,
                says=t(
                    "serious reasons to believe in a serious crime; not only a non-political one",
                    "серьёзные основания считать, что совершено тяжкое преступление; не только неполитическое",
                ),
            ),
            Citation(
                cite="CJEU C-369/17 Ahmed",
                weight=Weight.PRECEDENT,
                says=t(
                    "the penalty in the statute alone does not decide; the case must be examined in full",
                    "срок из статьи сам не решает; дело разбирают целиком",
                ),
            ),
        ),
        in_force=t(
            "since 1 July 2026; applies to claims made from then", "с 1 июля 2026 года; для заявлений с этого дня"
        ),
        checked=_compared(t),
        confidence=Confidence.PARTIAL,
    )
    lines = (
        TraceLine(
            depth=0,
            kind=Node.RULE,
            title=t("Subsidiary protection", "Дополнительная защита"),
            answer=Answer.UNKNOWN,
            citations=(
                Citation(
                    cite="Regulation (EU) 2024/1347 art 15(b)",
                    weight=Weight.STATUTE,
                    says=t(
                        "real risk of torture or inhuman or degrading treatment or punishment",
                        "реальная угроза пыток, бесчеловечного или унижающего обращения",
                    ),
                ),
            ),
            in_force=t(
                "since 1 July 2026; applies to claims made from then", "с 1 июля 2026 года; для заявлений с этого дня"
            ),
            checked=_compared(t),
            confidence=Confidence.PARTIAL,
        ),
        TraceLine(
            depth=1,
            kind=Node.ELEMENT,
            title=t("You are in Germany", "Вы в Германии"),
            answer=Answer.NOT_MET,
            support=Support.CLAIMED,
            asserted_by=_own_word(t),
        ),
        TraceLine(
            depth=1,
            kind=Node.ELEMENT,
            title=t("Real risk of degrading prison", "Реальная угроза унижающих условий"),
            answer=Answer.UNKNOWN,
            why=t("The place of detention is not known yet.", "Место заключения пока неизвестно."),
        ),
        bar,
        TraceLine(
            depth=2,
            kind=Node.EXCEPTION,
            title=t("The act did not happen", "Деяния не было"),
            answer=Answer.MET,
            support=Support.DOCUMENTED,
        ),
        *fabrication(t, 3),
    )
    return RouteSection(
        id="de.subsidiary",
        gives=t(
            "A residence permit and work. No reason for the persecution is needed.",
            "Вид на жительство и работа. Причина преследования не нужна.",
        ),
        decides=t(
            "Federal Office for Migration and Refugees (BAMF), then the administrative court",
            "Федеральное ведомство по миграции (BAMF), затем административный суд",
        ),
        standard=t("substantial grounds, real risk", "серьёзные основания, реальная угроза"),
        burden=t(
            "you tell and support; the office helps to find out; exclusion is for the office to show",
            "вы рассказываете и подтверждаете; ведомство помогает выяснять; исключение доказывает ведомство",
        ),
        traces=(Trace(scenario="today", lines=lines),),
        lifts=(
            Lift(
                to=Verdict.ARGUABLE,
                scenario=t("Abroad before judgment", "За границей до приговора"),
                slots=(prison_reports(t),),
            ),
        ),
        arguments=(
            Argument(
                text=t(
                    "A drug seller is excluded, danger or not.",
                    "Продавцу наркотиков защиты не дают, есть угроза или нет.",
                ),
                rests_on="Regulation (EU) 2024/1347 art 17",
                lowers_to=Verdict.BARRED,
                met_by=(
                    t(
                        "File the fabrication papers with the very first claim.",
                        "Подать бумаги о фабрикации вместе с первым же заявлением.",
                    ),
                ),
            ),
        ),
        warnings=(
            StepWarning(
                step=t(
                    "Filing the prison reports without the fabrication papers",
                    "Подать отчёты о тюрьмах без бумаг о фабрикации",
                ),
                closes=t(
                    "“Serious crime” would stand unanswered, and here it needs no political test.",
                    "«Тяжкое преступление» останется без ответа, а политический характер здесь не поможет.",
                ),
                safer=(t("File both together.", "Подавать вместе."),),
                authority="Regulation (EU) 2024/1347 art 17",
            ),
        ),
    )


def _refugee(t: Say) -> RouteSection:
    reasons = (
        ("Something you said, wrote or signed", "Вы что-то сказали, написали или подписали"),
        ("A relative was targeted before", "Раньше преследовали родственника"),
        ("Words of an officer that show a motive", "Слова сотрудника, из которых виден мотив"),
        ("Your ethnicity or faith", "Ваша народность или вера"),
        ("You refused to cooperate or to enlist", "Вы отказались сотрудничать или служить"),
        ("You had complained about officials", "Вы жаловались на чиновников"),
    )
    lines = (
        TraceLine(
            depth=0,
            kind=Node.RULE,
            title=t("Refugee status", "Статус беженца"),
            answer=Answer.UNKNOWN,
            citations=(Citation(cite="Regulation (EU) 2024/1347 arts 3(5), 9, 10", weight=Weight.STATUTE),),
            in_force=t("since 1 July 2026", "с 1 июля 2026 года"),
            checked=_compared(t),
            confidence=Confidence.PARTIAL,
        ),
        *fabrication(t, 1),
        TraceLine(
            depth=1,
            kind=Node.ELEMENT,
            title=t(
                "A protected reason: race, religion, nationality, political opinion, social group",
                "Защищаемая причина: раса, религия, гражданство, политические взгляды, социальная группа",
            ),
            answer=Answer.UNKNOWN,
            why=t(
                "You said: “I was never political.” That closes nothing: an opinion can be imputed.",
                "Вы сказали: «Я вне политики». Это ничего не закрывает: взгляды могут приписать.",
            ),
            asserted_by=_own_word(t),
        ),
        TraceLine(
            depth=2,
            kind=Node.ANY,
            title=t("Six ways in which a reason can show", "Шесть признаков, по которым видна причина"),
        ),
        *(TraceLine(depth=3, kind=Node.ELEMENT, title=t(*reason), answer=Answer.UNKNOWN) for reason in reasons),
    )
    return RouteSection(
        id="de.refugee",
        gives=t("Refugee status, family, a travel document.", "Статус беженца, семья, проездной документ."),
        decides=t("BAMF, then the administrative court", "BAMF, затем административный суд"),
        standard=t("well-founded fear", "обоснованные опасения"),
        burden=t("you, with a duty of the office to cooperate", "вы; ведомство обязано помогать"),
        traces=(Trace(scenario="today", lines=lines),),
        lifts=(
            Lift(
                to=Verdict.ARGUABLE,
                because=t(
                    "A reason would be told, and could then be supported.",
                    "Причина будет названа, и её можно будет подтвердить.",
                ),
                slots=(
                    Slot(
                        choices=tuple(
                            Paper(
                                paper=t(*reason),
                                obtain=Obtain.EASY,
                                danger=Danger.NONE,
                                noticed=t("your own answer", "ваш собственный ответ"),
                            )
                            for reason in reasons
                        )
                    ),
                ),
            ),
        ),
        arguments=(
            Argument(
                text=t(
                    "Police wanted a number or a bribe. That is a wrong, but not one of the five reasons.",
                    "Полиции нужен был план или взятка. Это беззаконие, но не одна из пяти причин.",
                ),
                rests_on=t("the wording of art 10", "текст статьи 10"),
                lowers_to=Verdict.CLOSED,
            ),
        ),
    )


def _asylum(t: Say) -> RouteSection:
    late = TraceLine(
        depth=1,
        kind=Node.BAR,
        title=t("Asked later than one year after the last arrival", "Заявление позже года со дня последнего въезда"),
        answer=Answer.NOT_NEEDED,
        raised=Raised.STATUTE,
        why=t("You have not arrived; the year has not begun.", "Вы не въезжали; год ещё не начался."),
        citations=(
            Citation(
                cite="8 U.S.C. § 1158(a)(2)(B)",
                weight=Weight.STATUTE,
                says=t(
                    "file within 1 year after arrival, shown by clear and convincing evidence",
                    "подать в течение года после въезда, показать ясно и убедительно",
                ),
            ),
        ),
        in_force=t(
            "since 1 April 1997; applies to claims filed since then", "с 1 апреля 1997 года; для заявлений с этого дня"
        ),
        checked=t("20 November 2026", "20 ноября 2026 года"),
        confidence=Confidence.VERIFIED,
    )
    lines = (
        TraceLine(
            depth=0, kind=Node.RULE, title=t("Asylum may be granted", "Убежище могут дать"), answer=Answer.UNKNOWN
        ),
        TraceLine(
            depth=1,
            kind=Node.ELEMENT,
            title=t("You are in the United States", "Вы в США"),
            answer=Answer.NOT_MET,
            support=Support.CLAIMED,
            asserted_by=_own_word(t),
        ),
        TraceLine(
            depth=1,
            kind=Node.ELEMENT,
            title=t("A protected reason is one central reason", "Защищаемая причина — одна из главных"),
            answer=Answer.UNKNOWN,
            citations=(Citation(cite="8 U.S.C. § 1158(b)(1)(B)(i)", weight=Weight.STATUTE),),
            litigation=t(
                "differs by circuit; the circuit is not known", "по-разному в разных округах; округ неизвестен"
            ),
            checked=_compared(t),
            confidence=Confidence.VERIFIED,
        ),
        late,
        TraceLine(
            depth=1,
            kind=Node.BAR,
            title=t("Serious nonpolitical crime", "Тяжкое неполитическое преступление"),
            answer=Answer.DISPUTED,
            raised=Raised.NOT_RAISED,
            why=t(
                "Listed, not counted: nobody has raised it against you.",
                "Указан, но не учтён: против вас на него никто не ссылался.",
            ),
            citations=(
                Citation(
                    cite="8 U.S.C. § 1158(b)(2)(A)(iii)",
                    weight=Weight.STATUTE,
                    says=t("serious reasons for believing", "серьёзные основания считать"),
                ),
            ),
            checked=_compared(t),
            confidence=Confidence.PARTIAL,
        ),
        *fabrication(t, 2),
    )
    return RouteSection(
        id="us.asylum",
        gives=t("Status, work, family, later residence.", "Статус, работа, семья, потом постоянное проживание."),
        decides=t("an asylum officer or an immigration judge", "сотрудник службы убежища или иммиграционный судья"),
        standard=t("reasonable possibility", "разумная вероятность"),
        burden=t("you", "вы"),
        traces=(Trace(scenario="today", lines=lines),),
        decider_only=(
            t("Credibility.", "Верят ли вам."),
            t("Discretion: even then it may be refused.", "Усмотрение: и тогда могут отказать."),
        ),
        deadlines=(
            Deadline(
                name=t("File for asylum", "Подать на убежище"),
                counting=t(
                    "Last arrival + 1 year; the day of arrival is not counted. There is no arrival yet.",
                    "Последний въезд + 1 год; день въезда не считается. Въезда ещё не было.",
                ),
                rule="8 U.S.C. § 1158(a)(2)(B)",
            ),
        ),
    )


def _interpol(t: Say) -> RouteSection:
    lines = (
        TraceLine(
            depth=0,
            kind=Node.RULE,
            title=t("The data must be deleted", "Данные должны удалить"),
            answer=Answer.UNKNOWN,
            citations=(
                Citation(
                    cite=t(
                        "INTERPOL Rules on the Processing of Data, arts 10-18, 82-87",
                        "Правила Интерпола об обработке данных, ст. 10-18, 82-87",
                    ),
                    weight=Weight.STATUTE,
                    says=t(
                        "accurate, relevant, current and lawful; the conditions are cumulative",
                        "точные, нужные, свежие и законные; условия действуют вместе",
                    ),
                ),
            ),
            in_force=t("since 1 July 2012", "с 1 июля 2012 года"),
            checked=_compared(t),
            confidence=Confidence.PARTIAL,
        ),
        TraceLine(
            depth=1,
            kind=Node.ELEMENT,
            title=t("There is a notice or a diffusion", "Есть уведомление или рассылка"),
            answer=Answer.UNKNOWN,
            why=t(
                "Nobody has asked. A notice is no verdict, and no state must arrest on it.",
                "Никто не спрашивал. Уведомление — не приговор, и ни одна страна не обязана по нему задерживать.",
            ),
        ),
        TraceLine(depth=1, kind=Node.ANY),
        TraceLine(
            depth=2,
            kind=Node.ELEMENT,
            title=t("The data do not describe what you did", "Из данных не видно, что сделали вы"),
            answer=Answer.UNKNOWN,
        ),
        *fabrication(t, 2),
        TraceLine(
            depth=2,
            kind=Node.WEIGH,
            title=t("The political side predominates", "Политическая сторона преобладает"),
            answer=Answer.UNKNOWN,
            citations=(
                Citation(
                    cite=t("INTERPOL Constitution, art 3; RPD art 34(3)", "Устав Интерпола, ст. 3; Правила, ст. 34(3)"),
                    weight=Weight.STATUTE,
                ),
            ),
            checked=_compared(t),
            confidence=Confidence.PARTIAL,
        ),
    )
    return RouteSection(
        id="interpol.ccf.deletion",
        gives=t(
            "Your data leave the police files of 196 states. It does not end the case and binds no court.",
            "Ваши данные уходят из полицейских баз 196 стран. Дело это не прекращает и суды не связывает.",
        ),
        decides=t(
            "Commission for the Control of INTERPOL’s Files (CCF), Lyon",
            "Комиссия по контролю за файлами Интерпола (CCF), Лион",
        ),
        standard=t(
            "no fixed standard; concrete, individual facts", "твёрдой планки нет; нужны конкретные факты именно о вас"
        ),
        burden=t("you; the Commission asks Russia", "вы; Комиссия спрашивает Россию"),
        traces=(Trace(scenario="today", lines=lines),),
        lifts=(
            Lift(
                to=Verdict.UNPROVEN,
                because=t("First learn whether there is anything to delete.", "Сначала узнать, есть ли что удалять."),
                slots=(
                    Slot(
                        choices=(
                            Paper(
                                paper=t(
                                    "Access request to the Commission, from abroad, through counsel",
                                    "Запрос доступа в Комиссию, из-за границы, через адвоката",
                                ),
                                obtain=Obtain.SLOW,
                                danger=Danger.ENDANGERS,
                                noticed=t(
                                    "the Commission may ask Russia; from inside this is dangerous",
                                    "Комиссия может спросить Россию; изнутри это опасно",
                                ),
                                safer=(t("Wait until you are abroad.", "Подождать, пока вы за границей."),),
                            ),
                        )
                    ),
                ),
            ),
        ),
        deadlines=(
            Deadline(
                name=t("Answer to an access request", "Ответ на запрос доступа"),
                counting=t(
                    "4 months from the day the Commission calls the request admissible.",
                    "4 месяца со дня, когда Комиссия примет запрос.",
                ),
                rule=t("CCF Statute art 40", "Статут CCF, ст. 40"),
            ),
        ),
    )


def _committee(t: Say) -> RouteSection:
    lines = (
        TraceLine(
            depth=0,
            kind=Node.RULE,
            title=t("The Committee may examine the complaint", "Комитет может рассмотреть жалобу"),
            answer=Answer.UNKNOWN,
            citations=(
                Citation(
                    cite=t(
                        "Optional Protocol to the Covenant, arts 1-3, 5(2)",
                        "Факультативный протокол к Пакту, ст. 1-3, 5(2)",
                    ),
                    weight=Weight.STATUTE,
                    says=t(
                        "local remedies used; not examined elsewhere at the same time",
                        "жалобы дома исчерпаны; дело не рассматривает другой международный орган",
                    ),
                ),
            ),
            in_force=t("for Russia since 1 January 1992", "для России с 1 января 1992 года"),
            checked=_compared(t),
            confidence=Confidence.VERIFIED,
        ),
        TraceLine(depth=1, kind=Node.ALL),
        TraceLine(
            depth=2,
            kind=Node.ELEMENT,
            title=t("Appeal and first cassation were used", "Апелляция и первая кассация пройдены"),
            answer=Answer.NOT_MET,
            support=Support.CLAIMED,
            why=t("There is no judgment yet. A step can change this.", "Приговора ещё нет. Это изменит шаг."),
            asserted_by=_own_word(t),
        ),
        TraceLine(
            depth=2,
            kind=Node.ELEMENT,
            title=t("The same matter is not before another body", "То же дело не рассматривает другой орган"),
            answer=Answer.MET,
            support=Support.CLAIMED,
            asserted_by=_own_word(t),
        ),
        TraceLine(
            depth=2,
            kind=Node.ELEMENT,
            title=t("A right of the Covenant is at stake", "Затронуто право из Пакта"),
            answer=Answer.MET,
            support=Support.DOCUMENTED,
            why=t(
                "Motions to examine the phone log were refused without reasons.",
                "В осмотре журнала телефона отказано без мотивов.",
            ),
            exhibits=(
                exhibit(
                    t,
                    7,
                    1,
                    quoted(
                        t,
                        "оснований для удовлетворения ходатайства не усматривается",
                        "no grounds are seen to grant the motion",
                    ),
                ),
            ),
        ),
    )
    return RouteSection(
        id="un.hrc",
        gives=t(
            "Findings that states and courts can rely on, and urgent measures while it is pending. Not a new trial.",
            "Выводы, на которые могут опереться страны и суды, и срочные меры, пока жалоба рассматривается. Не "
            "новый суд.",
        ),
        lasts=t(
            "The request not to remove holds until the Committee decides or lifts it.",
            "Просьба не отправлять действует, пока Комитет не решит дело или не снимет её.",
        ),
        closes=t(
            "The European Court will not take the same matter afterwards.",
            "Европейский суд по тому же делу жалобу потом не примет.",
        ),
        decides=t("Human Rights Committee, Geneva", "Комитет по правам человека, Женева"),
        standard=t(
            "sufficiently substantiated; detail that nobody refutes counts",
            "достаточно обосновано; подробности, которые никто не опроверг, засчитываются",
        ),
        burden=t("you; silence of the state gives weight to you", "вы; молчание государства работает на вас"),
        traces=(Trace(scenario="today", lines=lines),),
        deadlines=(
            Deadline(
                name=t("Appeal against the judgment", "Апелляция на приговор"),
                counting=t(
                    "15 days from pronouncement, ending at 24:00; a day off moves to the next working day. There "
                    "is no judgment yet.",
                    "15 суток со дня провозглашения, до 24:00; выходной переносится на рабочий день. Приговора "
                    "ещё нет.",
                ),
                rule=t("CPC art. 389.4(1), as changed by 608-FZ", "УПК, ст. 389.4 ч. 1, в ред. 608-ФЗ"),
            ),
            Deadline(
                name=t("Complaint to the Committee", "Жалоба в Комитет"),
                counting=t(
                    "5 years from the last decision; later it may count as abuse.",
                    "5 лет с последнего решения; позже могут счесть злоупотреблением.",
                ),
                rule=t("rule 99(c) of the Committee", "правило 99(c) Комитета"),
            ),
        ),
        warnings=(
            StepWarning(
                step=t("Sending a complaint from inside Russia", "Отправка жалобы из России"),
                closes=t(
                    "Articles 284.3 and 275.1 of the Criminal Code may be read to cover it.",
                    "Под это могут подвести статьи 284.3 и 275.1 УК.",
                ),
                safer=(
                    t(
                        "Give the papers to counsel; counsel decides when and from where.",
                        "Отдать бумаги адвокату; он решит, когда и откуда.",
                    ),
                ),
                authority=t("CC arts 275.1, 284.3; scope not verified", "УК, ст. 275.1, 284.3; пределы не проверены"),
            ),
        ),
    )


def day(t: Say, edtf: str, en: str, ru: str) -> Day:
    return Day(edtf=edtf, words=t(en, ru))
