"""How hours are written: "10:35 a.m. EDT", "0300 GMT", "half past seven", "8-9 p.m."."""

from rashomon.text.numbers import SMALL
from rashomon.text.times import clocks
from rashomon.text.times.forms import DIGIT, Form, form, words
from rashomon.text.times.words import BESIDE, HALF, OF_DAY, US_ZONE, ZONE, S

FORMS: tuple[Form, ...] = (
    form(
        DIGIT,
        rf"""(?<![\w.:,$-])(?P<hour>[01]\d|2[0-3])\.?(?P<minute>[0-5]\d)
        (?:(?=\s\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d\b)|(?=\s?\(?(?:GMT|UTC|local{S}time|(?-i:[A-Z][a-z]+){S}time)\b)|(?<=\bat\s\d{{4}})\s?(?:hours|hrs|h)\b|(?:(?<=\bat\s0\d{{3}})|(?<=\bby\s0\d{{3}})|(?<=\babout\s0\d{{3}})|(?<=\baround\s0\d{{3}}))\b
        (?!\s(?-i:[a-z]+s)\b)){ZONE}{BESIDE}""",
        clocks.clock,
    ),
    form(DIGIT, rf"(?<![\w.:,$-])(?P<hour>[01]\d|2[0-3])h(?P<minute>[0-5]\d)\b{ZONE}{BESIDE}", clocks.clock),
    form(
        DIGIT | words("noon midday midnight clock", "morning afternoon evening night"),
        rf"""(?<![\w.:,$-])(?:(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?{HALF}{US_ZONE}
        |(?<!high\s)(?P<word>noon|midday|midnight)\b
        |(?P<hour3>{SMALL}|1[0-2]|[1-9])(?:\s?o['’]clock|(?={S}(?:in{S}the{S}(?:morning|afternoon|evening)|at{S}night)\b))
        (?:{S}(?:in{S}the|at){S}(?P<half3>{OF_DAY}))?){ZONE}{BESIDE}""",
        clocks.clock,
    ),
    form(
        words("half quarter"),
        rf"\b(?P<quarter>half|(?:a{S})?quarter){S}(?P<side>past|to){S}(?P<hour>{SMALL}|1[0-2]|[1-9])\b(?:\s?(?P<half>[ap])\.?m\b\.?)?{BESIDE}",
        clocks.clock,
    ),
    form(
        DIGIT,
        rf"""(?<![\w.:,$-])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?(?:\s?(?P<am>[ap])\.?m\b\.?)?
        (?:\s?[-–]\s?|(?<=\bbetween\s\d){S}and{S}|(?<=\bbetween\s\d\d){S}and{S}|(?<=\bfrom\s\d){S}to{S}|(?<=\bfrom\s\d\d){S}to{S})
        (?P<tohour>1[0-2]|0?[1-9])(?:[:.](?P<tominute>[0-5]\d))?{HALF}{US_ZONE}{ZONE}{BESIDE}""",
        clocks.clock,
    ),
    form(
        DIGIT,
        rf"(?<![\w.:,$-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s?[-–]\s?(?P<tohour>[01]?\d|2[0-3]):(?P<tominute>[0-5]\d))?"
        rf"(?![\d:]|\.\d)(?:\s?(?:hours|hrs)\b)?{ZONE}{BESIDE}",
        clocks.clock,
    ),
)
