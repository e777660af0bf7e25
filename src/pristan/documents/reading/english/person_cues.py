"""Words that give a person a part in a paper in English: captions of forms, offices before a name, words after it."""

from __future__ import annotations

import re

from pristan.documents.reading.english.names import FULL, NAME, OTHER, SURNAME, TITLE, WORD

FIRST = r"(?:(?:(?m:^)|(?<=[│|;.\])]))[ \t]*(?=\S)|(?<=[ ]{2})(?=\S)|(?<=\d[ ])(?=\S))"
# after the colon another caption may stand on the same line, and the name below
_COLON = r"(?:\(s\))?[ ]*(?:\([^()\n]{1,40}\))?(?:[ ]*/[ ]*[^:/\n]{2,40})?[ ]*[:│][ \t│]*(?:(?:[A-Z][\w-]*(?:[ ]\w+)?:[ \t]*)?\n[ \t]*)?"
_GAP = r"[ \t]*[:,]?\s*"
_SEP = r"(?:,[ ]|:[ \t]*|[ ])"
_RANK = r"(?:(?:(?:police|justice|internal[ ]service|[Jj]unior|[Ss]enior|1st|2nd|3rd|first|second|third|class|[Cc]ouncill?or|counsell?or|of|Police)[ ])*(?:[Ll]ieutenant|[Cc]aptain|[Mm]ajor|[Cc]olonel|[Ss]ergeant|[Cc]ouncill?or|[Cc]ounsell?or)(?:[ ](?:[Cc]olonel|[Ll]ieutenant))?(?:[ ]of[ ](?:the[ ])?(?:[Jj]ustice|[Pp]olice|[Ii]nternal[ ][Ss]ervice|[A-Z]\w+(?:[ ][A-Z]\w+){0,2}[ ]Service))?,?\s+)"
_OF_A_UNIT = r"[ ]+(?:of|at|for|with)[ ](?:the[ ])?(?:[^,;.:\n]|\.(?=[ ]?[A-Z][a-z]*\b)){3,160}?"
# captions of forms, and of lists of those present
_CAPTION_WORDS = (
        ("judge", r"(?:presiding[ ]|immigration[ ]|district[ ]|tribunal[ ]|investigating[ ])?(?:judge|magistrate)|panel(?:[ ]member)?|member|presiding[ ]member|adjudicator"),
        ("secretary", r"(?:court[ ])?(?:clerk|secretary)(?:[ ](?:of|to)[ ]the[ ](?:court|tribunal|session|hearing|court[ ]session))?"),
        ("prosecutor", r"(?:state[ ]|public[ ]|assistant[ ]|senior[ ]assistant[ ]|deputy[ ])*prosecutor"),
        ("investigator", r"(?:senior[ ])?investigator"),
        ("officer", r"(?:[\w. ]{1,20}[ ])?officer|(?:asylum[ ]|immigration[ ])?interviewer|issuing[ ]officer|interviewed[ ]by|bailiff|inspector"),
        ("counsel", r"(?:on[ ]behalf[ ]of|for)[ ](?:the[ ])?(?:respondent|appellant|applicant|defendant|claimant|requested[ ]person|accused|defen[cs]e|detainee)s?|(?:legal[ ])?representatives?|(?:defen[cs]e[ ]|designated[ ])?counsel(?:[ ]for[ ]the[ ][a-z ]{5,20})?|attorney(?:[ ]of[ ]record|[ ]for[ ](?:the[ ])?[a-z]{5,12})?|(?:defen[cs]e[ ])?(?:lawyer|attorney|advocate)s?|solicitors?|instructed[ ]by|instructing[ ]solicitor|referred[ ]by|represented[ ]by|(?:name[ ]of[ ])?attorney[ ]or[ ]accredited[ ]representative"),
        ("interpreter", r"interpreter(?:[ ]on[ ]the[ ]telephone)?|translator|translated[ ]by|interpreted[ ]by|name[ ]of[ ](?:interpreter|translator)"),
        ("expert", r"expert|(?:report[ ])?author(?:[ ]of[ ]the[ ]report)?|evaluator|examining[ ](?:physician|doctor|psychologist)|prepared[ ]by"),
        ("witness", r"witness"),
        ("victim", r"victim|injured[ ]party"),
        ("accused", r"(?:name[ ]of[ ](?:the[ ])?)?(?:respondent|appellant|applicant|defendant|claimant|requested[ ]person|person[ ]sought|accused|suspect|detainee|convict|principal[ ]applicant|beneficiary|petitioner|noncitizen|alien)(?:[ ]name)?(?:\(s\))?"),
)  # fmt: skip
CAPTIONS = tuple(
    (
        role,
        re.compile(
            rf"{FIRST}(?i:{words})(?i:['’]s)?(?i:[ ](?:full[ ])?(?:last[ ])?name|[ ]\(name\))?{_COLON}{SURNAME}"
        ),
    )
    for role, words in _CAPTION_WORDS
)
CELL_CAPTIONS = tuple((role, re.compile(rf"(?i)(?:{words})(?:\(s\))?(?:[ ]name)?:?")) for role, words in _CAPTION_WORDS)
CELL_NAME = re.compile(rf"{SURNAME}(?:,[ ].*)?")
CUES = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("judge", rf"(?:(?:[Ii]mmigration|[Dd]istrict|[Cc]ircuit|[Tt]ribunal|[Pp]residing|[Ii]nvestigating|IMMIGRATION|DEPUTY|UPPER|TRIBUNAL|DISTRICT|SENIOR|FIRST-TIER)\s+)*(?<!Dear )(?:[Jj]udge|JUDGE|[Mm]agistrate|[Jj]ustice[ ]of[ ]the[ ][Pp]eace)(?:\s*\((?:MC|[a-z]+)\))?(?:[ ]of[ ](?:the[ ])?(?:[A-Z№]\S*[ ]+(?:of[ ]+|in[ ]+|for[ ]+|the[ ]+)*|No\.[ ]?\d+[ ]+){{1,9}})?{_GAP}{NAME}"),
        ("judge", rf"JUDGE[ ]{TITLE}(?P<name>[A-Z][A-Z’'-]+(?:[ ][A-Z][A-Z’'-]+)?)(?=\s*\n)"),
        ("judge", rf"\b(?:[Cc]hair(?:man|woman|person)|[Jj]udge[ ]of[ ](?:the[ ])?first[ ]instance),?[ ]{NAME}(?=[^\n]{{0,40}}(?:[Jj]udge|,|[ ]{{3}}|\n))"),
        ("judge", rf"\b[Jj]udges:?[ ]{NAME}"),
        ("judge", rf"\b[Jj]udges:?[ ]{OTHER}(?:,[ ]|[ ]and[ ])(?:{OTHER},?[ ]and[ ])?{NAME}"),
        ("judge", rf"\b[Jj]udges:?[ ]{OTHER},[ ]{NAME}(?=,?[ ]and[ ])"),
        ("judge", rf"(?m:^)[ \t]*(?:Before|BEFORE)[:,]?[ ]+{TITLE}(?P<name>{FULL}|{WORD}|[A-Z]{{4,}})(?=,[^\n]*(?:[Jj]udge|JUDGE|Member))"),
        ("secretary", rf"(?:[Cc]lerk|(?<!Home )(?<!Foreign )[Ss]ecretary)(?:\s+of\s+the\s+(?:court\s+)?(?:session|hearing|court))?{_GAP}{NAME}"),
        ("accused", rf"(?:(?:[Ii]n[ ]the[ ])?[Mm]atter[ ]of|(?:IN[ ]THE[ ])?MATTER[ ]OF)[ :]*(?:[ ]{{3,}}[^\n]*)?\s*{NAME}"),
        ("accused", rf"(?<!no )(?<!other )(?:[Dd]efendant|[Aa]ccused(?:[ ]person)?|[Ss]uspect|[Cc]onvict(?:ed)?(?:[ ]person)?|[Dd]etainee|[Rr]equested[ ][Pp]erson|[Pp]erson[ ]sought|(?:[Pp]erson|[Pp]ersons)[ ]proceeded[ ]against){_SEP}{NAME}"),
        ("accused", rf"(?m:^)[ \t]*(?P<name>[A-Z][A-Z’'-]+(?:[ ]{WORD}){{1,2}})(?=,[ ]born\b)"),
        ("accused", rf"\b(?:[Yy]our|[Oo]ur|[Mm]y)[ ][Cc]lient(?:[:,][ ]*|[ ]){NAME}"),
        ("accused", rf"{NAME}(?=,[ ](?:an?[ ]|the[ ])?(?:suspect|accused|defendant|convict)\b(?![ ]+[A-Z]))"),
        ("accused", rf"\b[Ww]e[ ](?:act|are[ ]instructed|are[ ]acting)[ ](?:for|on[ ]behalf[ ]of)[ ]{NAME}"),
        ("accused", rf"\bagainst\s+{NAME}(?=,?\s+\(?born)"),
        ("accused", rf"(?:[Cc]ase|[Pp]roceedings|[Cc]harges)[ ]against[ ](?:the[ ](?:citizen|national)[ ][^,;]{{3,40}}?[ ])?{NAME}"),
        ("accused", rf"(?:[Ee]xtradition|[Ss]urrender)[ ]of[ ](?:the[ ])?(?:(?:[A-Z][a-z]+[ ])?(?:citizen|national)[ ](?:of[ ](?:the[ ])?(?:[A-Z][a-z]+[ ]){{1,3}})?)?{NAME}"),
        ("accused", rf"(?:concerning|in[ ](?:respect|relation)[ ](?:of|to))[ ]{NAME}(?=,?[ ]\(?(?:born|date))"),
        ("accused", rf"[Ii][ ](?:defended|represented)[ ]{NAME}"),
        ("accused", rf"(?<!v[.] )(?<!by ){NAME}[^\n]{{0,4}}\s*\n(?:\([^()\n]{{3,50}}\)[ \t]*\n)?(?:[^\n]*\s{{3,}})?[ \t)]*(?:Requested[ ]Person|Appellant|Applicant|Defendant|RESPONDENT|Claimant)\b"),
        ("accused", rf"(?:Between|BETWEEN:?)\s+(?P<name>(?:{FULL})|[A-Z]{{2,3}})(?=\s[\s\S]{{0,120}}(?i:Appellant|Applicant))"),
        ("accused", rf"(?m:^)[ \t]*(?:[Gg]overnment|State|[A-Z][A-Za-z ]+)[ ]v\.?[ ]{NAME}(?=[ ]*$)"),
        ("counsel", rf"(?:[Dd]efen[cs]e[ ](?:counsel|lawyer|attorney)|(?<!Legal )(?<!of )[Cc]ounsel(?:[ ]for[ ]the[ ]\w+)?|(?<!District )(?<!States )(?<!prosecuting )(?<!Prosecuting )[Aa]ttorney|[Ll]awyer|[Ss]olicitor|(?:(?<=with )|(?<=his )|(?<=her )|(?<=by )|(?<=the ))[Aa]dvocate|[Bb]arrister|[Dd]efender)(?:[ ]\(?(?:on[ ]duty|by[ ]appointment)\)?)?{_SEP}(?:\(signed\)[ ])?{NAME}"),
        ("counsel", rf"(?:was|were)[ ]represented[ ]by[ ](?:his[ ]|her[ ]|counsel,?[ ]|attorney[ ])*{NAME}"),
        ("counsel", rf"[Aa]t[ ]the[ ]request[ ]of[ ]counsel,[ ]{NAME}"),
        ("counsel", rf"(?:[Aa]ppellant|[Aa]pplicant|[Rr]equested[ ][Pp]erson|[Dd]efendant|[Cc]laimant)[ ](?:was[ ]represented[ ])?by[ ]{NAME}".replace("[ ]by[ ]", "[ ]by\\s+")),
        ("counsel", rf"(?:AFFIDAVIT|DECLARATION|Affidavit|Declaration)[ ](?:OF|of)[ ]{NAME}(?=,[ ](?:ADVOCATE|ATTORNEY|Advocate|Attorney))"),
        ("counsel", rf"(?i:law[ ]offices?[ ]of)[ ]{NAME}"),
        ("counsel", rf"{NAME}(?=,[ ]instructed[ ]by|[ ]of[ ][Cc]ounsel\b|,\s+(?:[Dd]efen[cs]e[ ])?(?:[Cc]ounsel|[Bb]arrister|[Ss]olicitor|[Aa]ttorney)\b(?![ ][-–—A-Z])(?![ ][Gg]eneral|-at-law|[ ]at[ ]law|[^\n]{{0,30}}[Pp]rosecut)|,[ ]Esq)"),
        ("counsel", rf"(?:DECLARATION|Declaration|AFFIDAVIT|Affidavit)[ ](?:OF|of)[ ]{NAME}(?=[\s\S]{{0,200}}\b[Ii][ ]am[ ]an?[ ](?:attorney|lawyer|advocate))"),
        ("counsel", rf"(?m:^)[ \t]*(?P<name>{FULL}|{WORD},[ ]{WORD}(?:[ ][A-Z]\.)?)(?:[ ]{{3,}}[^\n]*)?\n[^\n]*\b(?:[Ll]aw|LAW)[ ](?:[Oo]ffices?|OFFICES?|[Gg]roup|[Ff]irm|[Cc]ent(?:er|re)|P\.?C|PC|LLP|PLLC)\b"),
        ("counsel", rf"To:[^\n]*\n[ \t]*{NAME}[^\n]*\n[^\n]*\b[Ll]aw\b"),
        ("prosecutor", rf"(?:[Pp]rosecutor[ ]General[ ]*|(?<!to the )(?:[Pp]rosecutor|[Pp]rosecuting[ ]attorney)(?:{_SEP}{_RANK}?|{_OF_A_UNIT}(?:,[ ]{_RANK}?|[ ]{_RANK}|[ ](?=[A-Z]\.)))){NAME}"),
        ("prosecutor", rf"{NAME}(?=[ ]of[ ]the[ ]Crown[ ]Prosecution[ ]Service|,?\s+(?:[Aa]ssistant|[Dd]eputy|[Ss]enior)[ ][Pp]rosecutor)"),
        ("investigator", rf"(?:[Ll]ieutenant|[Cc]aptain|[Mm]ajor|[Cc]olonel)[ ]of[ ][Jj]ustice,?[ ]{NAME}"),
        ("investigator", rf"[Ii]nvestigator(?:[ ]for[ ](?:particularly|especially)[ ]important[ ]cases)?(?:{_SEP}{_RANK}?|{_OF_A_UNIT}(?:,[ ]{_RANK}?|[ ]{_RANK}|[ ](?=[A-Z]\.))){NAME}"),
        ("prosecutor", rf"(?m:^)[ \t]*(?:[A-Z]\w+[ ]){{0,2}}[Pp]rosecutor[^\n,.;]{{0,90}}\s{{3,}}(?:\[?\(?[Ss]ign(?:ed|ature)\)?\]?)?[ _]*{NAME}"),
        ("prosecutor", rf"(?m:^)[ \t]*(?:[A-Z]\w+[ ]){{0,2}}[Pp]rosecutor[^\n;]{{0,90}}\n(?:[^\n]{{0,140}}\n){{0,1}}?[ \t]*\([Ss]ign(?:ed|ature)\)[ _]*{NAME}"),
        ("investigator", rf"(?:[Ll]ieutenant|[Cc]aptain|[Mm]ajor|[Cc]olonel)[ ]of[ ][Jj]ustice\s{{2,}}(?:\[?\(?[Ss]ign(?:ed|ature)\)?\]?)?[ _]*{NAME}"),
        ("investigator", rf"\bthe[ ][Ii]nvestigator[ ]{{1,4}}(?P<name>{WORD})(?![ ]?[A-Z.\w])"),
        ("investigator", rf"(?m:^)[ \t]*[Ii]nvestigator[^\n,.;]{{0,90}}\s{{3,}}(?:\[?\(?[Ss]ign(?:ed|ature)\)?\]?)?[ _]*{NAME}"),
        ("officer", rf"(?:[Oo]perative|[Oo]fficer|[Bb]ailiff|[Ii]nspector|[Cc]ommissioner|[Aa]gent|[Pp]oliceman)(?:[ ]{_RANK}?|{_OF_A_UNIT}(?:,[ ]{_RANK}?|[ ]{_RANK}|[ ](?=[A-Z]\.))){NAME}"),
        ("officer", rf"(?:(?:[Pp]olice[ ])(?:[Cc]aptain|[Ll]ieutenant|[Mm]ajor|[Ss]ergeant)|(?:[Cc]aptain|[Ll]ieutenant|[Ss]ergeant|[Mm]ajor)(?:[ ]of[ ]police)|[Pp]oliceman|[Pp]olice[ ]officer|(?:[Dd]etective[ ])?[Cc]onstable|[Dd]etective(?:[ ](?:[Ss]ergeant|[Ii]nspector))?|[Ii]nspector|[Bb]ailiff){_SEP}{NAME}"),
        ("officer", rf"\b(?:Captain|Lieutenant|Sergeant|Inspector|Constable|Officer|Agent|[Oo]perative)[ ](?P<name>{WORD})(?![ ]?[A-Z.-])(?!\w)"),
        ("officer", rf"{NAME}(?=,[ ](?:[A-Z]{{2,5}}[ ]|[A-Za-z]+[ ]){{0,3}}(?:[Oo]fficer|[Aa]gent|[Bb]ailiff)\b(?![ ]of[ ]the[ ]company)(?<!Presenting Officer))"),
        ("officer", rf"{NAME}\s*\n[ \t]*(?:(?:Senior|Chief|Supervisory|Higher)[ ])?(?:Asylum|Immigration|Deportation|Border|Supervisory|Interviewing|Detention)(?:[ ]\w+){{0,2}}[ ]Officer\b"),
        ("officer", rf"[Ss]igned:?[ ]{NAME}[ ]{{3,}}(?:\w+[ ]){{0,3}}(?:Immigration|Asylum|Deportation|Border)[^\n]{{0,20}}[ ]Officer\b"),
        ("interpreter", rf"(?:[Ii]nterpreter(?:[ ]on[ ]the[ ]telephone)?|[Tt]ranslator|[Tt]ranslated[ ]by){_SEP}(?:[a-z]+[ ]){{0,1}}{NAME}"),
        ("interpreter", rf"[Tt]ranslated[ ](?:from|into)[^.\n]{{3,60}}[ ]by[ ]{NAME}"),
        ("interpreter", rf"{NAME}(?=[ ](?:interpreted|translated)\b|,[ ](?:sworn[ ]|certified[ ]|court[ ])?(?:[Ii]nterpreter|[Tt]ranslator)\b|\s*\n[ \t]*(?:Certified[ ]|Sworn[ ]|Court[ ])?(?:Interpreter|Translator)\b(?!['’]))"),
        ("interpreter", rf"\bI,[ ]{NAME},[^.]{{0,160}}\b(?:translat\w+|am[ ]fluent|interpret\w*)\b"),
        ("interpreter", rf"\b(?:My[ ]name[ ]is|I,?)[ ]{NAME}[,.]?[^.]{{0,100}}\.?[^.]{{0,60}}\b(?:competent[ ]to[ ]translate|translated[ ]the)\b"),
        ("expert", rf"[Ee]xpert{_SEP}{NAME}"),
        ("expert", rf"\b[Ii][ ]heard[ ]{NAME}"),
        ("expert", rf"{NAME}(?=,[^\n]{{0,40}}\bexpert\b)"),
        ("expert", rf"{NAME}(?:,[ ](?:MD|M\.D\.|PhD|Ph\.D\.|PsyD|Psy\.D\.|MBBS))?\s*\n[ \t]*Expert\b"),
        ("expert", rf"(?:[Rr]eports?|[Ee]vidence|[Oo]pinion)[ ](?:of|by|from)[ ](?=(?:Professor|Prof\.|Dr)\b){NAME}"),
        ("witness", rf"(?<!attesting )(?<!expert )\b[Ww]itness(?:[ ]in[ ]the[ ]case)?{_SEP}{NAME}"),
        ("witness", rf"{NAME},\s+a[ ]witness\b"),
        ("victim", rf"\b[Vv]ictim{_SEP}{NAME}"),
        ("judge", rf"{NAME}[ ]*\n[ \t]*(?:United[ ]States[ ])?(?:Immigration|District|Circuit|Magistrate|Tribunal|First-tier[ ]Tribunal|Presiding|Temporary[ ]Appellate|Appellate[ ]Immigration)?[ ]?(?:Immigration[ ])?Judge\b"),
        ("secretary", rf"{NAME}(?=,[ ](?:Court[ ](?:Staff|Clerk)|[Cc]lerk)\b)"),
        ("secretary", rf"{NAME}\s*\n[ \t]*(?:Court[ ])?Clerk\b"),
    )
)  # fmt: skip
