"""The words that times are written with, as pieces of patterns; `forms` puts them together.

Every repetition is bounded, so that a page of blanks or of number words is not walked again from each word.
"""

from rashomon.text.lexicon import lexicon
from rashomon.text.numbers import ORDINALS, SCALE, SMALL
from rashomon.text.times import almanac, holidays

S = r"\s{1,3}"
OF_DAY = "morning|afternoon|evening|night"
MONTH = (
    r"(?P<month>(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|(?-i:M(?:ay|AY))|june?|july?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?!\w))"
)
PLAIN_MONTH = (
    r"(?<!black\s)(?P<month>(?:january|february|april|june|july|august|september|october|november|december|"
    r"(?:jan|feb|aug|sept|oct|nov|dec)\.)(?!\w))"
)
MARCH = r"(?P<month>(?-i:March|MARCH|May|MAY))"  # common words unless what stands around them says otherwise
WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
YEAR = r"(?P<year>(?:1[5-9]\d\d|20\d\d)(?![\w%]|[,.:/]\d|\s?(?:BCE?|B\.C\.)))"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,:]\d|%)"
NO_DAY = r"(?:3[2-9]|[4-9]\d|00?)"  # no month has it
DAY = rf"(?P<day>{_DAY}|{NO_DAY}(?!\w|[.,:]\d|%))"
ANY_DAY = _DAY
TO_DAY = rf"(?:\s?[-–—]\s?(?P<to>{_DAY}))?"
THIS_YEAR = rf"(?:,?{S}(?:of{S})?(?P<of>this|last|next|that(?:{S}same)?|the{S}same|the{S}following|the{S}previous){S}year\b)"
# "4 April 3017." is no day; but "on 4 April 3017 people came"
ABSURD = r"(?P<absurd>\d{5,9}|(?:0\d|1[0-4]|2[1-9]|[3-9]\d)\d\d)(?=\s?(?:[.;)]|,\s[a-z]|$))"
OF_YEAR = rf"(?:,?{S}{YEAR}|{THIS_YEAR}|,?{S}{ABSURD})?"
PART = rf"(?P<part>{'|'.join(almanac.PARTS).replace(' ', S)})\b"
# "in the early hours of", "the morning of", "overnight on"
PART_OF = (
    rf"(?:(?:the{S})?(?:(?P<part2>(?:early|small|wee|predawn|pre-dawn){S}hours)(?:{S}of{S}the{S}(?:morning|night))?|(?:(?:early|late|mid)(?:{S}|-))?"
    rf"(?P<part3>{'|'.join(part for part in almanac.PARTS if ' ' not in part)})(?:{S}hours)?){S}(?:of|on){S}(?:the{S})?|"
    rf"(?P<part4>overnight){S}(?:(?:from|into){S})?(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day))"
)
ORDINAL = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
AT = "|".join(rf"(?<=\b{word}\s)" for word in "at until by since before after".split())
NTH_DAY = rf"(?P<day>{ORDINAL})(?=\s?[.,;)]|\s(?:and|when|but)\b|$)"
MAYBE_PART_OF = rf"{PART_OF}?"
SEASON = rf"(?P<season>{'|'.join(almanac.SEASONS)})\b"
NUM = (
    rf"(?P<num>\d{{1,4}}(?:\.\d{{1,2}})?(?:{S}1/2)?|half{S}an?|an?(?:{S}(?:few|couple(?:{S}of)?|dozen|hundred|half))?|"
    rf"(?:{SMALL}|\d{{1,2}})(?:{S}|-)and(?:{S}|-)a(?:{S}|-)half|"
    rf"(?:{SMALL})(?:(?:{S}|-)(?:and{S})?(?:{SMALL}|{SCALE})\b){{0,4}}|several|few|many|couple(?:{S}of)?|dozens{S}of)"
)
UNITS = r"(?P<unit>(?:second|minute|hour|day|night|week|fortnight|month|year|decade)s?|centur(?:y|ies)|(?:sec|min|hr|wk|yr)s?)\b"
# "50 km an hour", "24 hours a day" are rates
_PER = r"\d % percent million billion hours miles kilometers kilometres times".split()
RATE = "(?:" + "|".join(rf"(?<={word}\s)" for word in _PER) + r")an?\b"
HALF_MORE = rf"(?P<more>{S}and{S}a{S}half)?"
STILL_MORE = rf"(?P<more2>{S}and{S}a{S}half)?"
LOOSE = (
    rf"(?:(?:about|around|almost|nearly|roughly|approximately|some|at{S}least|more{S}than|less{S}than|over(?!{S}the\b)|under|"
    rf"just{S}over|just{S}under|up{S}to|no{S}more{S}than){S})?"
)
MOD = (
    rf"(?:(?:(?:early|mid)(?:{S}|-)to(?:{S}|-))?(?:mid|late)(?:{S}|-)|(?:very{S})?(?:early|late)(?:{S}(?:in{S}|on{S})?|-)|mid(?:{S}|-)|"
    rf"(?:the{S})?(?:beginning|start|middle|end){S}of{S}(?:the{S})?|(?:earlier|later){S}(?:on{S}|in{S})?)?"
)
WHICH = rf"(?P<which>last|next|this{S}past|this{S}coming|this|past|coming|previous|following)"
_ZONES = r"(?:GMT|UTC|E[SD]T|C[SD]T|M[SD]T|P[SD]T|BST|CEST|CET|IST|EEST|EET|MSK|local\stime|(?-i:[A-Z][a-z]{2,12})\stime)"
ZONE = (
    rf"(?:\s?(?P<zone>{_ZONES})\b|\s?\((?P<zone2>{_ZONES})\)|"
    rf"(?P<zone3>(?<=:\d\d:\d\d)(?:Z|[+-]\d\d:?\d\d)|\s[+-]\d{{4}})(?!\w))?"
)
HALF = r"\s?(?P<half>[ap])(?:\.\s?m\b\.?|m\b)"
US_ZONE = r"(?:\s(?-i:[ECMP]T)\b)?"
_SHORT_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:r?s)?|fri|sat(?:ur)?|sun)(?:day|\.)?"
LEAD = rf"(?:{_SHORT_DAY}(?:{S}(?:{OF_DAY}))?,?{S}(?:the{S})?)?"
_A_DATE = r"(?!,?\s{1,3}(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
BESIDE = rf"(?:,?{S}(?:on{S})?(?:{WEEKDAY}{_A_DATE}|(?P<rel>yesterday|today|tomorrow)\b))?"
BEHIND = rf"(?:,?{S}{PART})?"
_BEFORE = "in since by of until till from to during between before after through".split()
IN = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in _BEFORE) + ")"
# "some 2000", "2000 people" count; "in 2000 people fled" does not
UNCOUNTED = "".join(
    rf"(?<!\b{word}\s)" for word in "some least than nearly almost over roughly approximately exactly only".split()
)
# "the 2013 attacks" were of that year, "burnt 1900 homes" is a number
_LEADING = "the a an this that its his her their our my and or to through between late early mid of for than from in".split()
LED = "(?:" + "|".join([*(rf"(?<=\b{word}\s)" for word in _LEADING), r"(?<=[-(,;:’'—–])", r"(?<=[,;:—–]\s)"]) + ")"
_COUNTED = sorted(
    ("people", "dead", "men", "women", "children", *lexicon("units")["measures"]["metre"], *lexicon("units")["persons"])
)
NOTHING_BEHIND = rf"(?!{S}(?:(?:civilian|armed|other|more|government){S})?(?:{'|'.join(_COUNTED)})s?\b)"
NTH = "|".join(word for word, number in ORDINALS.items() if number <= 4)
CENTURY = (
    r"(?P<nth>(?:1?\d|2[01])(?:st|nd|rd|th)|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|twenty-first|"
    rf"{'|'.join(ORDINALS)})"
)
_NAMES = sorted(holidays.names(), key=len, reverse=True)
HOLIDAY = "(?P<name>" + "|".join(_NAMES).replace(" ", S).replace("'", "['’]").replace(".", r"\.") + r")\b"
