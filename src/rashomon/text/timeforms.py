"""The forms in which times are written: each a pattern, and the function that says what its words come to.

Among forms that begin at one place the longest holds. Every repetition is bounded, so that a page of blanks or of number
words is not walked again from each word.
"""

import re
from collections.abc import Callable

from rashomon.text import almanac, timevalues
from rashomon.text.lexicon import lexicon
from rashomon.text.numbers import ORDINALS, SCALE, SMALL
from rashomon.text.timevalues import Said, Setting, Value

ValueOf = Callable[[Said, Setting], Value | None]
Form = tuple["re.Pattern[str]", ValueOf]

S = r"\s{1,3}"
_OF_DAY = "morning|afternoon|evening|night"
MONTH = (
    r"(?P<month>(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|(?-i:M(?:ay|AY))|june?|july?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?!\w))"
)
PLAIN_MONTH = (
    r"(?P<month>(?:january|february|april|june|july|august|september|october|november|december|"
    r"(?:jan|feb|aug|sept|oct|nov|dec)\.)(?!\w))"
)
WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
YEAR = r"(?P<year>(?:1[5-9]\d\d|20\d\d)(?![\w%]|[,.:/]\d))"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,:]\d|%)"
DAY = rf"(?P<day>{_DAY})"
TO_DAY = rf"(?:\s?[-–—]\s?{_DAY})?"
PART = rf"(?P<part>{'|'.join(almanac.PARTS)})\b"
SEASON = rf"(?P<season>{'|'.join(almanac.SEASONS)})\b"
NUM = (
    rf"(?P<num>\d{{1,4}}(?:\.\d{{1,2}})?(?:{S}1/2)?|half{S}an?|an?(?:{S}(?:few|couple(?:{S}of)?|dozen|hundred))?|one{S}and{S}a{S}half|"
    rf"(?:{SMALL})(?:(?:{S}|-)(?:and{S})?(?:{SMALL}|{SCALE})\b){{0,4}}|several|few|many|couple(?:{S}of)?)"
)
UNITS = r"(?P<unit>(?:second|minute|hour|day|night|week|fortnight|month|year|decade)s?|centur(?:y|ies))\b"
LOOSE = (
    rf"(?:(?:about|around|almost|nearly|roughly|approximately|some|at{S}least|more{S}than|less{S}than|over(?!{S}the\b)|under|"
    rf"just{S}over|just{S}under|up{S}to|no{S}more{S}than){S})?"
)
MOD = (
    rf"(?:(?:very{S})?(?:early|late)(?:{S}(?:in{S}|on{S})?|-)|mid(?:{S}|-)|"
    rf"(?:the{S})?(?:beginning|start|middle|end){S}of{S}(?:the{S})?|(?:earlier|later){S}(?:on{S}|in{S})?)?"
)
WHICH = rf"(?P<which>last|next|this{S}past|this{S}coming|this|past|coming|previous|following)"
_ZONES = r"(?:GMT|UTC|E[SD]T|C[SD]T|M[SD]T|P[SD]T|BST|CEST|CET|IST|EEST|EET|MSK|local\stime)"
ZONE = rf"(?:\s?{_ZONES}\b|\s?\({_ZONES}\))?"
HALF = r"\s?(?P<half>[ap])(?:\.\s?m\b\.?|m\b)"
BESIDE = rf"(?:,?{S}(?:on{S})?(?:{WEEKDAY}|(?P<rel>yesterday|today|tomorrow)\b))?"
LEAD = rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:{S}(?:{_OF_DAY}))?,?{S}(?:the{S})?)?"
BEHIND = rf"(?:,?{S}{PART})?"
_BEFORE = "in since by of until till from to during between before after through".split()
IN = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in _BEFORE) + ")"
# "some 2000", "2000 people" count; "in 2000 people fled" does not
UNCOUNTED = "".join(
    rf"(?<!\b{word}\s)" for word in "some least than nearly almost over roughly approximately exactly only".split()
)
_COUNTED = sorted(
    ("people", "dead", "men", "women", "children", *lexicon("units")["measures"]["metre"], *lexicon("units")["persons"])
)
NOTHING_BEHIND = rf"(?!{S}(?:(?:civilian|armed|other|more|government){S})?(?:{'|'.join(_COUNTED)})s?\b)"
CENTURY = rf"(?P<nth>(?:1?\d|2[01])(?:st|nd|rd|th)|nineteenth|twentieth|twenty-first|{'|'.join(ORDINALS)})"
_HOLIDAYS = sorted((name.replace(" ", S).replace("'", "['’]") for name in almanac.HOLIDAYS), key=len, reverse=True)
HOLIDAY = rf"(?P<name>{'|'.join(_HOLIDAYS)})\b"


def _form(pattern: str, value: ValueOf) -> Form:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE), value


FORMS: tuple[Form, ...] = (
    _form(
        r"""(?<![\w./-])(?:(?P<y>[12]\d{3})[-/.](?P<m>[01]?\d)[-/.](?P<d>[0-3]?\d)(?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?)?Z?
        |(?P<a>[0-3]?\d)(?P<sep>[-/.])(?P<b>[0-3]?\d)(?P=sep)(?P<y2>(?:19|20)\d\d))(?![\w-]|[./:]\d)""",
        timevalues.numeric,
    ),
    _form(
        rf"""(?<![\w.:,$-])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)
        (?:(?=\s?(?:GMT|UTC)\b)|(?<=\bat\s\d{{4}})\s?(?:hours|hrs)\b){ZONE}{BESIDE}""",
        timevalues.clock,
    ),
    _form(
        rf"(?:(?<=\bbetween\s)|(?<=\bfrom\s)){DAY}{S}(?:and|to){S}(?:{_DAY}){S}(?:of{S})?{MONTH}(?:,?{S}{YEAR})?",
        timevalues.day_of_month,
    ),
    _form(
        rf"\b{MOD}{LEAD}(?<![\d.,:/$-]){DAY}{TO_DAY}{S}(?:of{S})?{MONTH}(?:,?{S}{YEAR})?{BEHIND}",
        timevalues.day_of_month,
    ),
    _form(
        rf"\b{MOD}{LEAD}(?:{WHICH}{S})?{MONTH}{S}(?:the{S})?{DAY}{TO_DAY}(?:,?{S}{YEAR})?{BEHIND}",
        timevalues.day_of_month,
    ),
    _form(rf"\b(?:the{S})?week{S}(?:of|beginning|starting){S}{MONTH}{S}{DAY}(?:,?{S}{YEAR})?", timevalues.week_of),
    _form(rf"\b{MOD}{MONTH}(?:,?{S}|{S}of{S}){YEAR}", timevalues.month),
    _form(rf"\b{MOD}{MONTH}{S}(?:of{S})?(?P<which>this|last|next){S}year\b", timevalues.month_of_year),
    _form(rf"\b{MOD}(?:{WHICH}{S})?{PLAIN_MONTH}", timevalues.month),
    _form(rf"(?:{IN}|\b(?:{WHICH}|early|late|mid)(?:{S}|-))(?P<month>(?-i:March|MARCH|May|MAY))\b", timevalues.month),
    _form(rf"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bduring\s)|(?<=\buntil\s)){YEAR}(?!-)", timevalues.year),
    _form(
        rf"\b{MOD}(?:fiscal{S}(?:year{S})?)?(?<![$€£#.,/:\w-]){UNCOUNTED}{YEAR}{NOTHING_BEHIND}(?!-)",
        timevalues.year,
    ),
    _form(r"(?<![\w.:,/-])(?P<year>(?:19|20)\d\d)[-–/](?P<to>(?:19|20)?\d\d)(?![\w-]|[.:,/]\d)", timevalues.years),
    _form(r"(?<![\w'’‘`])['’‘](?P<year>[4-9]\d)(?![\w'’])", timevalues.year),
    _form(
        rf"""\b(?:the{S})?{MOD}(?:the{S})?(?:(?P<digits>(?:1[5-9]\d|20\d)0)['’]?s
        |(?P<words>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b""",
        timevalues.decade,
    ),
    _form(r"(?<![\w'’‘`])['’‘](?P<digits>[2-9]0)['’]?s\b", timevalues.decade),
    _form(
        rf"""\b{MOD}(?:{WHICH}{S})?(?<!black\s)(?<!bloody\s){WEEKDAY}(?!\s(?-i:Times|Telegraph|Mirror|Mail|Herald|Express|Post)\b)
        (?:,?{S}(?:at{S}|in{S}the{S})?{PART})?""",
        timevalues.weekday,
    ),
    _form(rf"\b(?P<word>the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow)\b", timevalues.near_day),
    _form(rf"\b{MOD}(?P<word>yesterday|today|tomorrow|tonight)(?:{S}{PART}|\b)", timevalues.near_day),
    _form(rf"\b{MOD}(?P<word>this|last){S}(?P<part>{_OF_DAY})\b", timevalues.near_day),
    _form(
        rf"""\b{MOD}(?:(?:the{S})?(?P<which>next|following|previous|preceding|same|that{S}same|that){S}
        (?P<noun>day|{_OF_DAY}))\b""",
        timevalues.told_day,
    ),
    _form(
        rf"\b(?:the|a){S}(?P<noun>day|night|morning|evening){S}(?P<which>before|after|earlier|later)(?=\s?[,.;])",
        timevalues.told_day,
    ),
    _form(
        rf"""\b{MOD}(?:the{S})?(?P<which>last|next|this{S}past|this{S}coming|this|that{S}same|that|past|coming|previous|following
        |same|current){S}(?P<unit>week|month|year|decade|century|quarter|weekend|{"|".join(almanac.SEASONS)})(?!-)\b""",
        timevalues.unit_near,
    ),
    _form(rf"\b(?:over{S}|at{S})?(?P<which>the){S}(?P<unit>weekend)\b", timevalues.unit_near),
    _form(rf"\b{MOD}(?:the{S})?{SEASON}(?:,?{S}|{S}of{S}){YEAR}", timevalues.season),
    _form(rf"\b(?:{MOD}the{S}|(?<=\bin\s)|(?<=\bthis\s)){SEASON}(?!{S}of\b)", timevalues.season),
    _form(
        rf"\b(?:the{S})?(?P<nth>first|second|third|fourth){S}quarter\b(?:{S}(?:of{S})?(?:fiscal{S})?{YEAR})?",
        timevalues.quarter,
    ),
    _form(rf"\b{MOD}(?:the{S})?{CENTURY}(?:{S}|-)century\b", timevalues.century),
    _form(rf"\b(?:{WHICH}{S})?{HOLIDAY}(?:,?{S}{YEAR})?", timevalues.holiday),
    _form(
        rf"""\b{LOOSE}{NUM}{S}(?:more{S})?{UNITS}{S}(?P<how>ago\b|earlier\b|later\b|previously\b|prior\b|from{S}now\b
        |afterwards?\b|(?:before|after)(?=\s?[,.;]|$))""",
        timevalues.ago,
    ),
    _form(
        rf"""\b{LOOSE}(?:(?:the|his|her|their|its){S})?(?:(?:last|past|next|first|previous|coming|final|recent){S})?(?!an?{S}second\b)
        {NUM}(?:{S}|-)(?:(?:more|full|straight){S})?{UNITS}(?:{S}or{S}(?:so|more))?(?!-old|{S}old|{S}of{S}age|-)""",
        timevalues.duration,
    ),
    _form(rf"\b{NUM}(?:{S}|-){UNITS}-long\b", timevalues.duration),
    _form(
        rf"""\b(?:(?:the{S})?(?:last|past|next|recent|coming|few){S}|(?<=\bfor\s)|(?<=\bin\s)|(?<=\bafter\s)|(?<=\bwithin\s)
        |(?<=\bover\s))(?P<unit>(?:second|minute|hour|day|week|month|year|decade)s|centuries)\b""",
        timevalues.duration,
    ),
    _form(
        rf"""\b(?:the{S})?(?P<unit>(?:second|minute|hour|day|week|month|year)s)
        (?={S}(?:before|after|earlier|later|ago|since|that{S}followed)\b)""",
        timevalues.duration,
    ),
    _form(r"\b(?P<unit>(?:hour|day|week|month|year|decade)s?)-long\b", timevalues.duration),
    _form(
        rf"""\b(?:every|each){S}(?:(?:other|single){S})?
        (?:(?P<unit>second|minute|hour|day|week|month|year|decade)\b|{WEEKDAY}|(?P<part>{_OF_DAY})\b)""",
        timevalues.again,
    ),
    _form(
        rf"\b(?P<unit>hourly|daily(?!{S}(?-i:[A-Z]))|weekly|monthly|quarterly|yearly|annually|nightly)\b",  # not the Daily Mail
        timevalues.again,
    ),
    _form(r"\b(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s\b", timevalues.again),
    _form(
        rf"""\b(?:now|currently|nowadays|recently|lately|at{S}present|at{S}the{S}moment|at{S}this{S}time
        |(?<=\bin\s)the{S}past(?=\s?[,.;]|$)|the{S}(?:near{S})?future)\b""",
        timevalues.reference,
    ),
    _form(
        rf"""(?<![\w.:,$-])(?:(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?{HALF}|(?<!high\s)(?P<word>noon|midday|midnight)\b
        |(?P<hour3>{SMALL}|1[0-2]|[1-9])(?:\s?o['’]clock|(?={S}(?:in{S}the{S}(?:morning|afternoon|evening)|at{S}night)\b))
        (?:{S}(?:in{S}the|at){S}(?P<half3>{_OF_DAY}))?){ZONE}{BESIDE}""",
        timevalues.clock,
    ),
    _form(
        rf"(?<![\w.:,$-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:]|\.\d){ZONE}{BESIDE}",
        timevalues.clock,
    ),
)
