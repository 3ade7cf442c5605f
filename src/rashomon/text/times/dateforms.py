"""How days and months are written: "4 April 2017", "early on Tuesday", "the next morning", "Good Friday"."""

from rashomon.text.times import nameddays, stretches, values
from rashomon.text.times.forms import DAYS, DIGIT, HOLIDAYS, MARCHES, MONTHS, PARTS_OF_DAY, Form, form, words
from rashomon.text.times.words import (
    ABSURD,
    ANY_DAY,
    AT,
    BEHIND,
    DAY,
    HOLIDAY,
    IN,
    LEAD,
    MARCH,
    MAYBE_PART_OF,
    MOD,
    MONTH,
    NTH_DAY,
    OF_DAY,
    OF_YEAR,
    ORDINAL,
    PART,
    PART_OF,
    PLAIN_MONTH,
    THIS_YEAR,
    TO_DAY,
    WEEKDAY,
    WHICH,
    YEAR,
    S,
)

FORMS: tuple[Form, ...] = (
    form(DIGIT, r"(?<![\w/.])9/11(?![\w/])", nameddays.nine_eleven),
    form(
        (MONTHS, words("attacks attack")),
        rf"\bSept(?:ember|\.)?{S}11(?=,?{S}(?:terror(?:ist)?{S})?attacks?\b)",
        nameddays.nine_eleven,
    ),
    form(
        DIGIT,
        r"""(?<![\w./-])(?:(?P<y>[12]\d{3})[-/.](?P<m>[01]?\d)[-/.](?P<d>[0-3]?\d)
        (?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d(?:\.\d{1,9})?)?(?P<zone>Z|\s?[+-]\d\d:?\d\d)?)?
        |(?P<a>[0-3]?\d)(?P<sep>[-/.])(?P<b>[0-3]?\d)(?P=sep)(?P<y2>(?:19|20)\d\d)
        |(?P<a2>[0-3]?\d)/(?P<b2>[0-3]?\d)/(?P<short>\d\d))(?![\w-]|[./:]\d)""",
        values.numeric,
    ),
    form(
        (MONTHS, DIGIT),
        rf"\b{MAYBE_PART_OF}(?:(?<=\bbetween\s)|(?<=\bfrom\s)|(?<=of\s)){DAY}{S}(?:and|to){S}(?P<to>{ANY_DAY}){S}(?:of{S})?{MONTH}{OF_YEAR}",
        values.day_of_month,
    ),
    form(
        (MONTHS, DIGIT),
        rf"\b{MAYBE_PART_OF}{MOD}{LEAD}(?:the{S})?(?<![\d.,:/$-]){DAY}{TO_DAY}{S}(?:of{S})?{MONTH}{OF_YEAR}{BEHIND}",
        values.day_of_month,
    ),
    form(
        (MONTHS, DIGIT),
        rf"\b{MAYBE_PART_OF}{MOD}{LEAD}(?:{WHICH}{S})?{MONTH}{S}(?:the{S})?{DAY}{TO_DAY}{OF_YEAR}{BEHIND}",
        values.day_of_month,
    ),
    form(
        (MONTHS, words("week")),
        rf"\b(?:the{S})?week{S}(?:of|beginning|starting){S}{MONTH}{S}{DAY}(?:,?{S}{YEAR})?",
        stretches.week_of,
    ),
    form((MONTHS, DIGIT), rf"\b{MOD}{MONTH}(?:,?{S}|{S}of{S}){YEAR}", values.month),
    form((MONTHS, words("year")), rf"\b{MOD}{MONTH}{THIS_YEAR}", values.month),
    form(MONTHS, rf"\b{MOD}(?:{WHICH}{S})?{PLAIN_MONTH}(?:,?{S}{ABSURD})?", values.month),
    form(MARCHES, rf"(?:{IN}|\b(?:{WHICH}|early|late|mid)(?:{S}|-)){MARCH}\b", values.month),
    form(
        MARCHES,
        rf"""(?<=\bthe\s){MARCH}(?=\s(?-i:[a-z]))(?!{S}(?:of|on|in|to|into|against|for|was|were|is|are|has|had|have|that|from|at|by
        |through|and|or|will|would|who|which|as|but|with|past|down|up|toward|towards|began|ended|said)\b)""",
        values.month,
    ),
    form(
        DAYS,
        rf"""\b{MAYBE_PART_OF}{MOD}(?:(?:the{S})?{WHICH}{S})?(?<!black\s)(?<!bloody\s){WEEKDAY}
        (?!\s(?-i:Times|Telegraph|Mirror|Mail|Herald|Express|Post)\b)
        (?:{S}(?:of{S})?(?P<week>last|this|next){S}week\b|{S}the{S}(?P<nth>\d\d?)(?:st|nd|rd|th)\b)?
        (?:,?{S}(?:at{S}|in{S}the{S})?{PART})?""",
        values.weekday,
    ),
    form(
        words("mon tue tues wed thu thur thurs fri sat sun"),
        rf"\b(?:{WHICH}{S})?(?P<weekday>(?-i:Mon|Tues?|Wed|Thu(?:r?s)?|Fri|Sat|Sun))\.?{S}(?P<part>{OF_DAY})\b",
        values.weekday,
    ),
    form((MONTHS, DIGIT), rf"(?<![\w-]){DAY}-{MONTH}-{YEAR}(?!-)", values.day_of_month),
    form((DAYS, words("week")), rf"\ba{S}week{S}(?:ago{S}(?:on{S})?|(?P<which>last|past){S}){WEEKDAY}", values.week_before),
    form(
        words("day week month year"),
        rf"\b(?P<word>the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow)\b",
        values.near_day,
    ),
    form(
        words("yesterday today tomorrow tonight"),
        rf"\b{MAYBE_PART_OF}{MOD}(?P<word>yesterday|today|tomorrow|tonight)(?:{S}(?:at{S}|in{S}the{S})?{PART}|\b)",
        values.near_day,
    ),
    form(PARTS_OF_DAY, rf"\b{MOD}(?P<word>this|last){S}(?P<part>{OF_DAY})\b", values.near_day),
    form(
        (words("next following previous preceding same that"), PARTS_OF_DAY | {"day"}),
        rf"""\b{MAYBE_PART_OF}{MOD}(?:(?:the{S})?(?P<which>next|following|previous|preceding|same|very{S}same|that{S}same|that){S}
        (?P<noun>day|{OF_DAY}))\b""",
        values.told_day,
    ),
    form(
        words("before after earlier later"),
        rf"\b(?:the|a){S}(?P<noun>day|night|morning|evening|week|month|year){S}(?P<which>before|after|earlier|later)(?=\s?(?:[,.;)]|$))",
        values.told_day,
    ),
    form(
        PARTS_OF_DAY,
        rf"(?:{AT})(?P<noun>dawn|daybreak|sunrise|dusk|sunset|nightfall)\b",
        values.told_day,
    ),
    form(PARTS_OF_DAY, rf"(?<=\bin\s)the{S}(?:(?:early|late){S})?(?P<noun>morning|afternoon|evening)\b", values.told_day),
    form(words("overnight"), r"\b(?P<word>overnight)\b(?!-)(?!\s(?-i:[a-z]+s)\b)", values.near_day),
    form(
        HOLIDAYS,
        rf"\b(?:(?:the{S})?(?P<eve>eve){S}of{S})?(?:{WHICH}{S})?{HOLIDAY}(?:{S}(?P<eve2>Eve)\b)?(?:,?{S}{YEAR}|{S}(?P<of>this|last|next){S}year\b)?",
        nameddays.holiday,
    ),
    form(
        words("anniversary"),
        rf"\b(?:the|a|its|their|his|her){S}(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|[a-z]{{5,12}}(?:-[a-z]{{5,7}})?){S}anniversary\b"
        rf"(?:{S}of{S}(?:the{S})?{YEAR}|(?={S}of{S}[^.\n]{{3,90}}?\b(?P<told>1[89]\d\d|20\d\d)\b))?",
        nameddays.anniversary,
    ),
    form(
        (DIGIT, words("on")),
        rf"(?<=\bon\sthe\s){NTH_DAY}",
        values.day_alone,
    ),
    form((DIGIT, PARTS_OF_DAY), rf"\b{PART_OF}{NTH_DAY}", values.day_alone),
    form(
        (DIGIT, words("month")),
        rf"\bthe{S}(?P<day>{ORDINAL}){S}of{S}(?P<which>this|last|next){S}month\b",
        values.day_alone,
    ),
)
