"""How weeks, seasons, years, durations, sets and "now" are written."""

from rashomon.text.numbers import SMALL
from rashomon.text.times import almanac, periods, stretches
from rashomon.text.times.forms import DAYS, DIGIT, NUMBERS, SEASONS, UNITS_OF_TIME, Form, form, words
from rashomon.text.times.words import (
    CENTURY,
    HALF_MORE,
    LED,
    LOOSE,
    MOD,
    NOTHING_BEHIND,
    NTH,
    NUM,
    OF_DAY,
    RATE,
    SEASON,
    STILL_MORE,
    THIS_YEAR,
    UNCOUNTED,
    UNITS,
    WEEKDAY,
    YEAR,
    S,
)

FORMS: tuple[Form, ...] = (
    form(DIGIT, rf"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bduring\s)|(?<=\buntil\s)){YEAR}(?!-)", stretches.year),
    form(
        DIGIT,
        rf"\b(?:{MOD}|(?:pre|post)-)(?:fiscal{S}(?:year{S})?)?(?:(?<=mid-)|(?<=post-)|(?<=pre-)|(?<![$€£#.,/:\w-])){UNCOUNTED}"
        rf"(?:{LED}|(?!\d{{4}}\s(?-i:[a-z]{{3,}}s)\b)){YEAR}{NOTHING_BEHIND}(?!-)",
        stretches.year,
    ),
    form(DIGIT, rf"\bFY\s?{YEAR}", stretches.year),
    form(DIGIT, r"(?<![\w.:,/-])(?P<year>(?:19|20)\d\d)[-–/](?P<to>(?:19|20)?\d\d)(?![\w-]|[.:,/]\d)", stretches.years),
    form(DIGIT, r"(?<![\w'’‘`])['’‘](?P<year>[4-9]\d)(?![\w'’])", stretches.year),
    form(
        DIGIT | words("twenties thirties forties fifties sixties seventies eighties nineties"),
        rf"""\b(?:the{S})?{MOD}(?:the{S})?(?:(?P<digits>(?:1[5-9]\d|20\d)0)['’]?s
        |(?:(?<=the\s)|(?<=early\s)|(?<=late\s)|(?<=mid.))(?P<words>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b""",
        stretches.decade,
    ),
    form(DIGIT, rf"(?<![\w'’‘]){MOD}['’‘`](?P<digits>[2-9]0)['’]?s\b", stretches.decade),
    form(
        (
            SEASONS | words("week month year decade century quarter weekend"),
            words("last next this that past coming previous following same current prior"),
        ),
        rf"""\b{MOD}(?P<the>the{S})?(?P<which>last|next|this{S}past|this{S}coming|this|that{S}same|that|past|coming|previous|following
        |same|current|prior){S}(?P<unit>week|month|year|decade|century|quarter|weekend|{"|".join(almanac.SEASONS)})(?!-)\b""",
        stretches.unit_near,
    ),
    form(words("weekend"), rf"\b(?P<which>the){S}(?P<unit>weekend)\b", stretches.unit_near),
    form(
        words("beginning start middle end close rest remainder turn early late earlier later"),
        rf"""\b(?:the{S})?(?:(?:beginning|start|middle|end|close|rest|remainder|turn){S}of|(?:earlier|later|early|late){S}(?:on{S})?in){S}the{S}
        (?P<unit>day|week|month|year|decade|century|quarter|weekend)\b(?!{S}(?:of|before|after)\b)""",
        stretches.unit_within,
    ),
    form(
        (SEASONS, DIGIT | {"year"}),
        rf"\b{MOD}(?:the{S})?{SEASON}(?:(?:,?{S}|{S}of{S}){YEAR}(?:[-–/]\d\d\b)?|{THIS_YEAR})",
        stretches.season,
    ),
    form(SEASONS, rf"\b(?:{MOD}the{S}|(?<=\bin\s)|(?<=\bthis\s))(?!fall\b){SEASON}(?!{S}of\b)", stretches.season),
    form(
        words("quarter"),
        rf"\b(?:the{S})?(?P<nth>{NTH})(?:{S}|-)quarter\b(?!-?finals?)(?:{THIS_YEAR}|{S}(?:of{S})?(?P<fiscal>fiscal{S}(?:year{S})?)?{YEAR})?",
        stretches.quarter,
    ),
    form(
        (words("quarter"), words("s")),
        rf"\b(?:(?P<fiscal>fiscal{S})?{YEAR}|(?P<of>last|this|next){S}year)['’]s{S}(?P<nth>{NTH}){S}quarter\b",
        stretches.quarter,
    ),
    form(words("earlier ago end"), rf"\byear(?:-earlier|-ago|(?:['’]s)?(?:-|{S})end)\b", stretches.year_beside),
    form(words("last"), rf"\bthe{S}(?P<unit>week|month|year){S}before{S}last\b", stretches.before_last),
    form(words("time"), rf"(?<=\bin\s){NUM}{S}{UNITS}['’]?{S}(?P<how>time)\b", periods.ago),
    form(
        words("fiscal"),
        rf"\b(?:the{S}|(?=this|last|next))(?P<which>current|this|last|next|previous|past|coming){S}fiscal{S}(?P<unit>year)\b",
        stretches.unit_near,
    ),
    form(words("q"), rf"\b(?-i:Q)(?P<nth>[1-4])\b(?:,?{S}(?:of{S})?(?P<fiscal>fiscal{S}|FY\s?)?{YEAR})?", stretches.quarter),
    form(
        words("half"),
        rf"\b(?:the{S})?(?P<nth>first|second){S}half{S}of{S}(?:(?P<which>this|last|next|the){S}year\b|{YEAR})",
        stretches.half_year,
    ),
    form(words("century"), rf"\b{MOD}(?:the{S})?{CENTURY}(?:{S}|-)century\b(?!{S}(?:BCE?\b|B\.C\.))", stretches.century),
    form(
        (UNITS_OF_TIME, words("ago earlier later previously prior from afterwards afterward before after")),
        rf"""\b{LOOSE}{NUM}(?:{S}|-){HALF_MORE}(?:more{S})?{UNITS}{STILL_MORE}{S}
        (?P<how>ago\b|earlier\b|later\b|previously\b|prior\b|from{S}(?:now|today)\b|afterwards?\b|(?:before|after)(?=\s?[,.;)]|$))""",
        periods.ago,
    ),
    form((words("ago"), DIGIT), r"(?<![\w.])(?P<num>\d{1,3})\s?(?P<unit>min|mo|[smhdwy])\s{1,3}(?P<how>ago)\b", periods.ago),
    form(
        words("ago"),
        rf"\b(?:(?:many|long|some){S})?(?P<unit>(?:second|minute|hour|day|week|month|year|decade)s|centuries|(?<=long\s)|long){S}(?P<how>ago)\b",
        periods.long_ago,
    ),
    form(
        (UNITS_OF_TIME, NUMBERS),
        rf"""\b{LOOSE}(?:(?:the|his|her|their|its){S})?(?:(?:last|past|next|first|previous|coming|final|recent|following){S})?(?!an?{S}second\b|{RATE})
        {NUM}(?:{S}|-)(?:(?:more|full|straight|consecutive){S})?{UNITS}{HALF_MORE}(?:{S}or{S}(?:so|more))?(?!-old|{S}old|{S}of{S}age|-)""",
        periods.duration,
    ),
    form((words("long"), NUMBERS), rf"\b{NUM}(?:{S}|-){UNITS}-long\b", periods.duration),
    form(
        UNITS_OF_TIME,
        rf"""\b(?:(?:the{S})?(?:last|past|next|recent|coming|few|following|previous){S}|(?<=\bfor\s)|(?<=\bin\s)|(?<=\bafter\s)|(?<=\bwithin\s)
        |(?<=\bover\s))(?P<unit>(?:second|minute|hour|day|week|month|year|decade)s|centuries)\b""",
        periods.duration,
    ),
    form(
        UNITS_OF_TIME,
        rf"""\b(?:the{S})?(?P<unit>(?:second|minute|hour|day|week|month|year|decade)s)
        (?={S}(?:before|after|earlier|later|since|that{S}followed)\b)""",
        periods.duration,
    ),
    form(words("long"), r"\b(?P<unit>(?:hour|day|week|month|year|decade)s?)-long\b", periods.duration),
    form(
        words("every each"),
        rf"""\b(?:every|each){S}(?:(?:other|single){S})?
        (?:(?P<unit>second|minute|hour|day|week|month|year|decade)\b|{WEEKDAY}|(?P<part>{OF_DAY})\b)""",
        periods.again,
    ),
    form(
        (words("a per every each"), words("once twice times")),
        rf"\b(?:once|twice|(?:{SMALL}|\d{{1,2}}|several|many){S}times){S}(?:a|per|every|each){S}(?P<unit>hour|day|night|week|month|year|decade)\b",
        periods.again,
    ),
    form(
        words("hourly daily weekly monthly quarterly yearly annually nightly"),
        rf"\b(?P<unit>hourly|daily(?!{S}(?-i:[A-Z]))|weekly|monthly|quarterly|yearly|annually|nightly)\b",  # not the Daily Mail
        periods.again,
    ),
    form(
        frozenset(f"{day}s" for day in DAYS) | words("weekends weekdays"),
        r"\b(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s|(?P<week>weekends|weekdays))\b",
        periods.again,
    ),
    form(
        words("now currently nowadays recently lately at past future these"),
        rf"""\b(?:now|currently|nowadays|recently|lately|at{S}present|at{S}the{S}moment|at{S}this{S}time|these{S}days
        |(?<=\bin\s)the{S}past(?=\s?[,.;]|$)|the{S}(?:near{S})?future)\b""",
        stretches.reference,
    ),
)
