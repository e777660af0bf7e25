"""What a translated act orders, and the signs of fairness on it: outcome, sentence, regime, fine, restraint, time of appeal.

Each outcome is sought only in the kinds that can order it, in what follows RULED, DECIDED, SENTENCED. Does not: read what
a court abroad decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pristan.documents.reading.english.days import days_in
from pristan.documents.reading.english.terms import HOURS, ONE, ROUBLES, TERM, duration, period, roubles, value
from pristan.documents.reading.kinds import KindFound
from pristan.documents.reading.told import Told

_FOUND = re.compile(
    r"\b(?:FOUND|ESTABLISHED|DETERMINED|Found|Established)\s*(?:THAT\s*|that\s*)?:|\b(?:FOUND|ESTABLISHED|DETERMINED)[ \t]*$",
    re.MULTILINE,
)
_RULED = re.compile(
    r"\b(?:RULED|DECIDED|HELD|SENTENCED|RESOLVED|ORDERED|DETERMINED|DECREED|ADJUDGED|ORDERS|HEREBY\s+ORDER|Ruled|Decided|Held|Resolved|Sentenced)\s*:|\b(?:RULED|DECIDED|HELD|SENTENCED|RESOLVED|ORDERED|DECREED)[ \t]*$",
    re.MULTILINE,
)
_REVIEWS = "appeal_judgment cassation administrative_review court_order surrender_review complaint_125"
_ACT = r"(?:judgment|judgement|sentence|verdict|ruling|decision|order|resolution|determination)"
_OUTCOMES = tuple(
    (name, frozenset((*kinds.split(), "ruling")), re.compile(words, re.IGNORECASE))
    for name, kinds, words in (
        ("acquitted", f"judgment {_REVIEWS}", r"\bacquit|\bfind\w*\b[^.;]{0,160}\bnot\s+guilty"),
        ("convicted", "judgment administrative_ruling appeal_judgment", r"\b(?:find|found|declare|recogni[sz]e|hold)\w*\b[^.;]{0,260}?(?<!not )\bguilty\b|\bguilty\b[^.;]{0,80}\bconvict"),
        ("case_opened", "opening", r"\b(?:open|initiate|institute|commence)\w*\b[^.;]{0,120}?\bcriminal\s+(?:case|proceedings)|criminal\s+(?:case|proceedings)\b[^.;]{0,160}\b(?:be|is|are)\s+(?:opened|initiated|instituted)"),
        ("opening_refused", "opening_refused", r"\brefus\w+\b[^.;]{0,60}?\b(?:open|initiat|institut|commenc)\w*"),
        ("charged", "charge", r"\b(?:charge|indict)\b[^.;]{0,300}?\bwith\b|\b(?:bring|involve|prosecute|engage|recogni[sz]e|arraign|implicate)\b[^.;]{0,300}?\bas\s+(?:an?\s+|the\s+)?(?:accused|defendant)|\b(?:press|bring|present|prefer)\w*\b[^.;]{0,60}?\bcharges?|\bqualify\b[^.;]{0,100}\b(?:act|actions)"),
        ("declared_wanted", "wanted suspension", r"\b(?:declare|announce|put|place)\b[^.;]{0,200}?\b(?:wanted|search)\b|\bsearch\b[^.;]{0,80}\b(?:entrust|assign)"),
        ("case_dropped", f"closing judgment administrative_ruling {_REVIEWS}", r"\b(?:terminate|discontinue|drop|close|dismiss)\b[^.;]{0,80}?\b(?:case|prosecution|proceedings)|(?:case|prosecution|proceedings)\b[^.;]{0,200}\b(?:be|is|are)\s+(?:terminated|discontinued|dropped|closed)"),
        ("left_unchanged", _REVIEWS, rf"{_ACT}\b[^;]{{0,400}}?\b(?:left|leave|remain|stand)\w*\s+(?:unchanged|without\s+(?:change|alteration|modification)|in\s+force|intact)|\b(?:leave|uphold|affirm)\b[^.;]{{0,40}}?\b{_ACT}|\bleave\s+unchanged|{_ACT}\b[^;]{{0,300}}?\b(?:be\s+|is\s+)?(?:upheld|affirmed)"),
        ("quashed", _REVIEWS, rf"\b(?:quash|set\s+aside|cancel|revoke|overturn|annul|reverse|vacate)\b[^.;]{{0,60}}?\b{_ACT}|{_ACT}\b[^;]{{0,300}}?\b(?:be|is)\s+(?:quashed|set\s+aside|cancelled|canceled|revoked|overturned|annulled|reversed|vacated)"),
        ("changed", _REVIEWS, rf"\b(?:change|modify|amend|vary|alter)\b[^.;]{{0,40}}?\b{_ACT}|{_ACT}\b[^;]{{0,300}}?\b(?:be|is)\s+(?:changed|modified|amended|varied|altered)"),
        ("complaint_refused", f"motion_refused {_REVIEWS}", r"\b(?:dismiss|refuse|deny|reject)\b[^.;]{0,60}?\b(?:complaint|appeals?|motion|petition|application|request)|(?:complaint|appeals?|motion|petition|application|request)\b[^.;]{0,200}?\b(?:be\s+|is\s+|are\s+)?(?:dismissed|refused|denied|rejected|left\s+without\s+satisfaction|not\s+(?:be\s+)?(?:granted|satisfied))|without\s+satisfaction"),
        ("complaint_allowed", f"motion_refused {_REVIEWS}", r"\b(?:grant|satisfy|allow|uphold)\b[^.;]{0,60}?\b(?:complaint|appeals?|motion|petition)|(?:complaint|appeals?|motion|petition)\b[^.;]{0,120}?\b(?:be|is|are)\s+(?:granted|satisfied|allowed|upheld)"),
        ("custody_ordered", "custody court_order appeal_judgment", r"\b(?:select|choose|impose|apply|order|elect|sanction|set)\w*\b[^.;]{0,300}?\b(?:custody|detention|remand)|\b(?:remand|place|take)\b[^.;]{0,120}?\b(?:in|into)\s+custody|\bto\s+detain\b"),
        ("custody_extended", "custody_extension custody", r"\b(?:extend|prolong)\w*\b[^.;]{0,250}?\b(?:custody|detention|house\s+arrest|remand|ban)|(?:custody|detention|house\s+arrest|remand)\b[^.;]{0,250}?\b(?:be|is)\s+(?:extended|prolonged)"),
        ("surrender_ordered", "surrender", r"\b(?:grant|satisfy)\b[^.;]{0,60}?\brequest\b|\b(?:extradite|surrender)\b|request\b[^.;]{0,200}\b(?:be\s+|is\s+)granted"),
        ("case_suspended", "suspension wanted", r"\b(?:suspend|interrupt)\b[^.;]{0,80}?\b(?:investigation|inquiry|proceedings|case)|(?:investigation|inquiry|proceedings)\b[^.;]{0,160}?\b(?:be|is)\s+(?:suspended|interrupted)"),
    )
)  # fmt: skip
_LISTED = re.compile(r"\b(?:includ|enter|add)\w*\b[^.;]{0,120}?\b(?:list|register|registry)\b", re.IGNORECASE)
_LISTING = frozenset({"list_entry", "foreign_agent_order"})
_REST = re.compile(
    r"\b(?:in\s+the\s+rest|remaining\s+part|the\s+remainder|otherwise|other\s+respects?|rest\s+of\s+the)\b",
    re.IGNORECASE,
)
_RESTRAINT_WORDS = re.compile(
    r"\b(?:measure\s+of\s+(?:restraint|prevention)|preventive\s+measure|restraint)\b", re.IGNORECASE
)
_IMPRISONMENT = r"(?:imprisonment|deprivation\s+of\s+(?:liberty|freedom)|in\s+prison|loss\s+of\s+liberty|incarceration)"
_SENTENCES = tuple(
    (
        name,
        re.compile(rf"{TERM}\s*(?:of\s+|in\s+(?:an?\s+)?(?:\w+\s+){{0,3}})?(?:{words})", re.IGNORECASE),
        re.compile(rf"(?:{words})\b(?:(?!probation|restrict|fine\b|works?\b|labou?r|right)[^;.\d]){{0,70}}?{TERM}", re.IGNORECASE),
    )
    for name, words in (
        ("sentence.imprisonment", _IMPRISONMENT),
        ("sentence.probation", r"probation(?:ary)?(?:\s+(?:period|term))?"),
        ("sentence.restricted_liberty", r"(?:restriction|limitation|restraint)\s+of\s+(?:liberty|freedom)|restricted\s+liberty"),
        ("sentence.corrective_work", r"(?:corrective|correctional)\s+(?:labou?r|works?)"),
        ("sentence.arrest", r"administrative\s+(?:arrest|detention)"),
    )
)  # fmt: skip
_WORK = r"(?:compulsory|obligatory|mandatory|community)\s+(?:works?|labou?r|service)"
_COMPULSORY = re.compile(
    rf"{_WORK}\b[^.;\d]{{0,50}}?{HOURS}|(?P<before>\d{{2,3}})\s+hours\s+(?:of\s+)?{_WORK}", re.IGNORECASE
)
_SUSPENDED = re.compile(
    r"\b(?:sentence|punishment|imprisonment|term)\b[^.;]{0,80}\b(?:suspended|conditional)\b|\bsuspended\s+(?:sentence|imprisonment)|\bconditional(?:ly)?\b(?!\s+(?:early|release|bail))|\bArticle\s+73\b",
    re.IGNORECASE,
)
_REGIME = re.compile(
    r"\b(?P<kind>general|ordinary|standard|strict|special)[\s-]+(?:security|regime)|\b(?P<settlement>(?:penal\s+)?colony[\s-]+settlement|settlement[\s-]+colony|colony\s+of\s+settlement)|colony\s+(?:of|with|under)\s+(?:a\s+|the\s+)?(?P<later>general|strict|special)|\bin\s+(?P<prison>a\s+prison\b(?!\s+camp))",
    re.IGNORECASE,
)
_FINE = re.compile(rf"\bfine[ds]?\b[^.;\d]{{0,60}}?{ROUBLES}", re.IGNORECASE)
_MEASURE = r"(?:(?:measure\s+of\s+(?:restraint|prevention)|preventive\s+measure|restraint)\b[^.;]{0,160}?|\b(?:remand|place|impose|select|choose|order)\w*\b[^.;]{0,160}?)"
_RESTRAINTS = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("custody", rf"{_MEASURE}\b(?:custody|detention|remand)\b"),
        ("house_arrest", r"\bhouse\s+arrest"),
        (
            "undertaking",
            r"(?:undertaking|recogni[sz]ance|pledge|obligation|promise)s?\s+(?:in\s+writing\s+)?not\s+to\s+leave|undertaking\s+(?:of|to)\s+(?:not\s+leav|remain)",
        ),
        ("certain_acts_ban", r"(?:prohibition|ban)\s+(?:of|on)\s+certain\s+(?:acts|actions)"),
        ("bail", rf"{_MEASURE}\bbail\b"),
    )
)
_RESTRAINT_TERM = re.compile(rf"\b(?:for|by|term\s+of)\s+(?:a\s+(?:term|period)\s+of\s+)?{TERM}", re.IGNORECASE)
_RESTRAINING = frozenset({"custody", "custody_extension", "house_arrest", "certain_acts_ban", "ruling", "court_order"})
_SENTENCING = frozenset(
    {"judgment", "administrative_ruling", "appeal_judgment", "cassation", "administrative_review", "ruling"}
)
_TELLS_SENTENCE = frozenset(
    {"appeal_judgment", "cassation", "release_certificate", "custody_certificate", "criminal_record"}
)
_APPEALS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"\bappeal\w*\b[^.;]{{0,160}}?\bwithin\s+(?:a\s+period\s+of\s+)?{ONE}",
        rf"\bwithin\s+{ONE}\b[^.;]{{0,120}}?\bappeal",
        rf"\b{ONE}\s+(?:from|after)\b[^.;]{{0,80}}?\bto\s+appeal",
        rf"\bappeal\b[^;]{{0,200}}?\b(?:no|not)\s+later\s+than\s+{ONE}",
        rf"\b{ONE}\s+to\s+(?:file\s+an?\s+)?(?:appeal|lodge)",
        rf"\b(?:time\s+limit|deadline|period|term)\s+for\s+(?:filing\s+(?:an?\s+)?|lodging\s+(?:an?\s+)?|an?\s+)?appeal\w*\b[^.;\d]{{0,30}}?{ONE}",
        rf"\bappeal(?:ed)?\b[^.;]{{0,120}}?\b(?:in|for)\s+{ONE}\s+(?:from|after|of)",
        # other remedies of the states that refuse: an action, a lawsuit, a complaint to a court
        rf"\b(?:action|lawsuit|complaint|petition\s+for\s+review)\b[^.;]{{0,100}}?\b(?:may|can|must|shall)\s+be\s+(?:filed|lodged|brought|submitted)\b[^.;]{{0,120}}?\bwithin\s+(?:a\s+period\s+of\s+)?{ONE}",
    )
)
_SIGNS = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("sign.plea_not_guilty", r"\b(?:did|do|does)\s+not\s+(?:fully\s+)?(?:admit|acknowledge|plead|recogni[sz]e)\s+(?:(?:his|her|my|any|the)\s+)?guilt|plead(?:ed|s)?\s+not\s+guilty|\bden(?:ied|ies|y)\s+(?:his\s+|her\s+|my\s+|all\s+|any\s+)?guilt|not\s+admit(?:ted|ting)?\s+(?:his\s+|her\s+|my\s+)?guilt|guilt\s+(?:was\s+|is\s+)?not\s+admitted"),
        ("sign.plea_guilty", r"(?<!not )(?<!not fully )\b(?:fully\s+)?(?:admitted|admits|admit|acknowledged|pleaded|pleads)\s+(?:(?:his|her|my)\s+)?guilt(?:y)?(?!\s+(?:in\s+part|partially))(?:\s+in\s+full)?"),
        ("sign.asked_for_lawyer", r"\b(?:asked?|requests?(?:ed)?|demand(?:ed|s)?|wish(?:ed)?|wants?(?:ed)?|would\s+like|insist(?:ed)?)\b[^.;]{0,40}\b(?:lawyer|attorney|advocate|(?:defen[cs]e\s+)?counsel)\b"),
        ("sign.lawyer_appointed", r"\b(?:counsel|lawyer|attorney|advocate|defender)\b[^.;]{0,80}?\b(?:appointed|assigned|by\s+appointment|by\s+designation|pursuant\s+to\s+article\s+5[01])|\bcourt-?\s?appointed\s+(?:counsel|lawyer|attorney|defender)|\bappointed\s+(?:defen[cs]e\s+)?(?:counsel|lawyer|attorney|advocate)"),
        ("sign.without_lawyer", r"\bwithout\s+(?:the\s+(?:participation|presence|assistance)\s+of\s+)?(?:an?\s+|his\s+|her\s+)?(?:lawyer|attorney|advocate|(?:defen[cs]e\s+)?counsel)\b|\b(?:waived|refused|declined)\b[^.;]{0,40}\b(?:lawyer|attorney|counsel|advocate)|\b(?:lawyer|attorney|counsel)\s+(?:was|did)\s+not\s+(?:present|participat\w+|admitted|allowed|invited|provided)|\b(?:proceed|go\s+on)\s+(?:\w+\s+)?without\s+(?:a\s+lawyer|counsel|an\s+attorney|a\s+consultant)"),
        ("sign.signature_refused", r"\bsignature\s*:?\s*(?:was\s+)?refus|\brefus(?:ed|es|al)\s+(?:to\s+sign|of\s+signature|to\s+put\s+(?:his|her)\s+signature)|\bdeclined\s+to\s+sign"),
        ("sign.no_traces_of_person", r"\b(?:fingerprints?|traces?|DNA|prints)\b[^.;]{0,140}?\b(?:were|was|are|is|have|has)?\s*(?:not\s+(?:been\s+)?(?:found|detected|identified|belong)|absent)|\bno\s+(?:\w+\s+){0,3}(?:fingerprints?|DNA|hand\s+prints?)\b"),
        ("sign.no_video", r"\bno\s+(?:audio\s+(?:or|and)\s+)?video\s+(?:recording|recordings|filming)\b|\bvideo\s+recording\b[^.;]{0,20}\b(?:was|were|is)\s+not\s+(?:made|used|conducted|carried|kept|applied)|\bwithout\s+(?:the\s+use\s+of\s+)?(?:video|technical\s+means)|\bno\s+technical\s+means\b|\btechnical\s+means\b[^.;]{0,40}\bnot\s+(?:used|applied)"),
        ("sign.absent_accused", r"\bin\s+absentia\b|\bin\s+(?:his|her|their)\s+absence\b|\bin\s+the\s+absence\s+of\s+the\s+(?:accused|defendant|suspect|person|convicted)|\b(?:tried|convicted|sentenced|considered)\b[^.;]{0,40}\bin\s+(?:the\s+)?absence"),
        ("sign.closed_hearing", r"\b(?:in\s+)?closed\s+(?:court\s+)?(?:session|hearing|trial)|\bheld\s+in\s+camera\b|\bbehind\s+closed\s+doors"),
        ("sign.video_link", r"\bvideo[\s-]*(?:conferenc\w+|link)\b"),
        ("sign.secret_witness", r"\b(?:secret|anonymous|classified)\s+witness|\bwitness\b[^.;]{0,40}\b(?:data|details|particulars|identity)\b[^.;]{0,30}\b(?:secret|concealed|withheld|classified)|\bwitness\b[^.;]{0,40}\b(?:under\s+(?:a|the)\s+pseudonym|pseudonym|identity\s+(?:is\s+|was\s+)?(?:classified|withheld|kept\s+secret))|\bunder\s+the\s+pseudonym"),
        ("sign.special_procedure", r"\bspecial\s+(?:procedure|order)\b[^.;]{0,40}\b(?:trial|proceedings|court|adoption|of)|\bwithout\s+(?:a\s+)?(?:full\s+)?trial\b|\bplea\s+agreement\s+procedure"),
        ("sign.defence_motion_refused", r"(?:defen[cs]e|counsel|attorney|lawyer|defendant)\b[\s\S]{0,160}?\b(?:motion|petition|request)s?\s+(?:(?:was|were|is|to)\s+)?(?:be\s+)?(?:refused|denied|rejected|dismissed)|\b(?:refused|denied|rejected|dismissed)\b[^.;]{0,60}\b(?:motion|petition)s?\s+(?:of|by)\s+(?:the\s+)?(?:defen[cs]e|counsel|attorney|lawyer)|\bI\s+(?:asked|moved|requested)\b[^.;]{0,120}\.\s+(?:The\s+)?(?:court|judge)\s+(?:refused|denied)|(?:defen[cs]e|counsel|attorney|lawyer)(?:['’]s)?\s+(?:motion|petition|request)\b[^.;]{0,220}?\b(?:was|were)\s+(?:refused|denied|rejected|dismissed)|(?:motion|petition)\s+of\s+(?:the\s+)?(?:defen[cs]e|counsel|lawyer|attorney)[^.;]{0,160}\b(?:refused|denied|rejected|dismissed)"),
        ("sign.unknown_person_or_place", r"\b(?:unidentified|unknown|unestablished)\s+(?:by\s+the\s+investigation\s+)?(?:persons?|individuals?|place|time|location|circumstances|accomplices?)|\b(?:person|place|time)\b[^.;]{0,40}\bnot\s+(?:been\s+)?(?:identified|established)|\b(?:person|place|time)s?\s+(?:not\s+identified|unidentified|not\s+established)"),
    )
)  # fmt: skip
# written down while it happens; elsewhere the same words only tell of it
_RECORDS = frozenset(
    {"personal_search", "search_record", "inspection_of_objects", "inspection_of_scene", "detention_record", "interrogation",
     "confrontation", "identification", "administrative_record", "explanation", "charge", "administrative_detention", "delivery_record",
     "seizure_record", "record", "on_the_spot_check", "file_shown", "operative_act", "administrative_ruling", "undertaking", "hearing_record"}
)  # fmt: skip
_ONLY_IN_RECORDS = frozenset({"sign.asked_for_lawyer", "sign.no_video", "sign.signature_refused"})
# a paper of an authority abroad, of a doctor or of a friend tells of others' acts
_NO_SIGNS = frozenset(
    {
        "medical_paper",
        "letter",
        "employer_paper",
        "study_paper",
        "bank_letter",
        "certificate",
        "expert_report",
        "entry_record",
        "interpol_letter",
        "court_decision",
        "notice",
        "power_of_attorney",
    }
)
_TOLD_ACTS = frozenset({"administrative_ruling", "judgment", "charge", "administrative_record", "indictment"})
# a full stop that ends no sentence
_STOP = re.compile(r"(\b(?:[A-Z]|No|Mr|Mrs|Ms|Dr|St|[Aa]rt|[Pp]ara?|[Ss]ub|cl|Yu|Zh|Kh|Sh|Ye|Ya)|\d(?=\.\d))\.")


def english_orders(text: str, found: KindFound) -> Iterator[Told]:
    """All of it, each once."""
    kind = found.kind.id
    plain = _STOP.sub(r"\1·", text)
    ruled = [match.end() for match in _RULED.finditer(plain, found.start)]
    start = ruled[-1] if ruled else None
    if start is None and kind in (
        "opening",
        "charge",
        "wanted",
        "closing",
        "suspension",
        "opening_refused",
        "judgment",
    ):
        start = found.end
    if kind in _TOLD_ACTS:
        yield from _offence(text, found, start)
    yield from _outcomes(plain, start, kind)
    yield from _sentences(plain, start, kind)
    yield from _restraint(plain, start, kind)
    for pattern in _APPEALS:
        appeal = pattern.search(plain)
        if appeal:
            yield Told("appeal.period", period(appeal), appeal.start(), appeal.end())
            break
    if kind in _NO_SIGNS:
        return
    for name, words in _SIGNS:
        if name in _ONLY_IN_RECORDS and kind not in _RECORDS:
            continue
        if kind in ("affidavit", "complaint") and name in ("sign.lawyer_appointed", "sign.without_lawyer"):
            continue
        if kind == "asylum_paper" and name != "sign.without_lawyer":
            continue
        sign = words.search(plain)
        if sign and not (name == "sign.plea_guilty" and re.search(r"\bnot\s*$", plain[: sign.start()])):
            yield Told(name, "yes", sign.start(), sign.end())


def _offence(text: str, found: KindFound, start: int | None) -> Iterator[Told]:
    """When the deed was done: the first day of what the act found."""
    begin = _FOUND.search(text, found.end)
    if begin is None and found.kind.id in ("indictment", "administrative_record"):
        begin = re.compile(r"(?m)^[ \t]*(?:On|From|Between)\s(?=[^.\n]{0,20}\d)").search(text, found.end)
    if begin is None:
        return
    end = start if start is not None and start > begin.end() else len(text)
    for one in days_in(text, begin.end(), end):
        before = text[max(0, one.start - 40) : one.start]
        if re.search(r"(?i)\b(?:born|birth|convicted|dated|of|until|not\s+later\s+than)[\s:(]+(?:on\s+)?$", before):
            continue
        span = re.match(r"\s*(?:,\s*)?(?:to|until|and|through|-|–)\s+", text[one.end : one.end + 12])
        if span and re.search(r"(?i)\b(?:from|between)\s+$", before):
            last = next(days_in(text, one.end, one.end + 60), None)
            if last is not None:
                yield Told("date.offence", f"{one.day.isoformat()}/{last.day.isoformat()}", one.start, last.end)
                return
        yield Told("date.offence", one.day.isoformat(), one.start, one.end)
        return


def _outcomes(plain: str, start: int | None, kind: str) -> Iterator[Told]:
    if kind in _LISTING:
        listed = _LISTED.search(plain)
        yield Told("outcome", "listed", *(listed.span() if listed else (0, len(plain.split("\n", 1)[0]))))
    if start is None:
        return
    told: dict[str, Told] = {}
    for name, kinds, words in _OUTCOMES:
        match = words.search(plain, start) if kind in kinds else None
        if match and name in ("left_unchanged", "complaint_refused") and "changed" in told:
            continue
        if match and name == "left_unchanged" and _REST.search(plain, max(0, match.start() - 60), match.end()):
            continue
        if match and not (name in ("left_unchanged", "changed", "quashed") and _RESTRAINT_WORDS.search(match.group())):
            told[name] = Told("outcome", name, match.start(), match.end())
    if {"left_unchanged", "custody_ordered", "custody_extended", "surrender_ordered"} & set(told):
        for less in ("complaint_refused", "complaint_allowed"):  # the same decision in other words
            told.pop(less, None)
    if "acquitted" in told:
        told.pop("convicted", None)
    if "opening_refused" in told:
        told.pop("case_opened", None)
    yield from told.values()


def _sentences(plain: str, start: int | None, kind: str) -> Iterator[Told]:
    places = []
    if kind in _SENTENCING and start is not None:
        places.append(start)
    if kind in _TELLS_SENTENCE:
        places.append(0)
    seen: set[str] = set()
    for place in places:
        for one in _sentenced(plain, place, kind):
            if one.name not in seen:
                seen.add(one.name)
                yield one
        if "sentence.imprisonment" in seen:
            return


def _sentenced(plain: str, start: int, kind: str) -> Iterator[Told]:
    imprisoned = False
    for name, before, after in _SENTENCES:
        if name == "sentence.arrest" and not kind.startswith("administrative"):
            continue
        terms = [one for way in (before, after) for one in way.finditer(plain, start) if duration(one)]
        if terms:
            last = max(terms, key=lambda one: one.end())  # the final term stands after the single ones
            imprisoned = imprisoned or name == "sentence.imprisonment"
            yield Told(name, duration(last), last.start(), last.end())
    hours = _COMPULSORY.search(plain, start)
    if hours:
        yield Told(
            "sentence.compulsory_work", f"PT{value(hours['hours'] or hours['before'])}H", hours.start(), hours.end()
        )
    suspended = _SUSPENDED.search(plain, start)
    if suspended and imprisoned:
        yield Told("sentence.suspended", "yes", suspended.start(), suspended.end())
    regime = _REGIME.search(plain, start) if imprisoned else None
    if regime:
        word = (regime["kind"] or regime["later"] or "").lower()
        told = "settlement" if regime["settlement"] else "prison" if regime["prison"] else word
        yield Told(
            "regime", {"ordinary": "general", "standard": "general"}.get(told, told), regime.start(), regime.end()
        )
    fine = _FINE.search(plain, start)
    if fine:
        yield Told("fine", roubles(fine), fine.start(), fine.end())


def _restraint(plain: str, start: int | None, kind: str) -> Iterator[Told]:
    if kind == "undertaking":
        start = 0
    if kind == "indictment":
        note = _RESTRAINT_WORDS.search(plain)
        start = note.start() if note else None
    if start is None or kind not in (
        *_RESTRAINING,
        "judgment",
        "undertaking",
        "charge",
        "appeal_judgment",
        "indictment",
    ):
        return
    named = [(match.start(), name, match) for name, words in _RESTRAINTS for match in words.finditer(plain, start)]
    if not named:
        return
    _, name, match = min(named, key=lambda one: one[0])
    yield Told("restraint", name, match.start(), match.end())
    term = _RESTRAINT_TERM.search(plain, start) if kind in _RESTRAINING else None
    if term and duration(term):
        yield Told("restraint.term", duration(term), term.start(), term.end())
