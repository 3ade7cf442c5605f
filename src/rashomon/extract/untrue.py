"""Where words call a claim untrue: "this is not true", "there is no evidence that", "a debunked story"."""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.extract.wording import either
from rashomon.text.needed import Sieve

DEGREE = (
    r"(?:(?:all|also|simply|just|absolutely|completely|totally|entirely|utterly|patently|flatly|mostly|largely|plainly|clearly"
    r"|really|so|quite|very|long|still|now|widely|again|even|initially|currently|as) ){0,3}"
)
BE = r"\b(?:is|are|was|were|be|been|being) "
IT = r"\b(?:this|that|it|which|they|these|those) "
WE = r"\b(?:i|we) (?:have )?(?:\w+ly )?"
SHORT = r"(?:\w+ ){0,3}?"
END = r"(?=\W*$| ?[,.;!?\"'—]| (?:and|or|because|since|by|to say|that)\b)"  # the word stands for itself, it qualifies no noun
HERE = r"(?= ?(?:[.,;!?\"—']|$)| at all\b)"


def refusals(words: str) -> Iterator[re.Match[str]]:
    """Where these plain words call a claim untrue."""
    low = words.lower()
    for one in _refusals():
        if one.may_match(low):
            yield from one.pattern.finditer(words)


def false_claim(words: str) -> bool:
    """Whether these plain words name a claim as a false one. A "false statement" alone may be one that a law forbids."""
    return _false_claim().may_match(words.lower()) and _false_claim().pattern.search(words) is not None


def called_untrue(words: str) -> bool:
    """Whether what is called something in these plain words is called untrue, or is a claim and is called absurd."""
    claim, absurd = (re.search(rf"\b(?:{either(name)})(?!\w)", words, re.IGNORECASE) for name in ("claims", "mistaken"))
    return (claim is not None and absurd is not None) or _verdict().search(words) is not None


@cache
def _refusals() -> tuple[Sieve, ...]:
    claims, untrue, mistaken, goods, told = map(either, ("claims", "untrue", "mistaken", "goods", "told"))
    return tuple(
        Sieve.of(pattern)
        for pattern in (
            # It is not so.
            rf"{BE}{DEGREE}[\"']*(?:\w+ly )?(?:{untrue}|false{END})(?!\w)",
            rf"\bnot {DEGREE}(?:true|correct|accurate|the case|the truth|factual|what happened)\b",
            r"\bnot what (?:i|we|he|she|they) (?:said|meant)\b",
            rf"{IT}(?:\w+ly )?(?:never|(?:did|does|do|would|will) not) (?:\w+ly )?"
            rf"(?:happen(?:ed)?|occur(?:red)?|take place|took place|exist(?:ed)?){END}",
            r"\b(?:that|this|it) (?:is|was) not (?:my|his|her|our|their) (?:view|position|words?)\b",
            rf"(?:{IT}|\b(?:we|i|he|she) |^\W*)(?:\w+ly )?(?:(?:is|has|have|had) )?(?:absolutely )?nothing to do with\b",
            r"\b(?:on the contrary|the opposite is true|f[au]rther from the truth|far from (?:the truth|true)|no truth)\b",
            # The claim is not so.
            rf"\b(?:{claims}|tweets?)\b[^.;!?,]{{0,40}}?{BE}{DEGREE}[\"']*(?:{mistaken})(?!\w)",
            rf"\b(?:{claims}|situations?|problem|practice|information)\b[^.;!?]{{0,60}}?"
            r"(?:(?:do|does|did) not exist|non-?existent)",
            rf"\b(?:{claims}|statements?) (?:as|to be) {DEGREE}(?:{untrue}|false)(?!\w)",
            r"\bnot (?:(?:accord|correspond|square|agree|tally) (?:with|to) (?:the )?(?:facts?|reality|truth)"
            r"|(?:supported|backed(?: up)?|borne out) by|hold water|stand up to)\b",
            rf"\b(?:contradict|refut|disprov|beli|debunk)(?:e?s|e?d|ies|ied|e|y)? (?:\w+'?s? ){{1,4}}?(?:{told})\b",
            r"\bcontrary to (?:\w+ ){0,3}(?:claims?|reports?|belief|opinion|what|rumou?rs?|assertions?)\b",
            r"\b(?:myth|misconception|misperception|falsehood|fiction)s? (?:\w+ ){0,3}?that\b",
            r"\b(?:mischaracteri[sz]|misrepresent|misquot|misconstru|misstat)\w*(?! \w+sel(?:f|ves)\b)|\bout of context\b",
            rf"\b(?:{either('falsely')}) (?:\w+ )?(?:{either('ascribing')})\b",
            rf"\b(?:wrong|false|untrue|incorrect|inaccurate|misleading|a mistake|not true) to (?:{either('ascribing')})\b",
            rf"\b(?:he|she|they|you|critics|opponents) (?:is|are|was|were) {DEGREE}"
            rf"(?:wrong|mistaken|incorrect)(?:{END}| (?:about|on|to)\b)",
            # Nothing shows it.
            r"(?:\bthere \w+(?: \w+)?|\b(?:we|i|they)(?: have)?(?: \w+)?|\b(?:found|finds|find|saw|sees|see|seen)|^\W*that) "
            r"[\"']*(?:absolutely |simply )?no\W{1,2}(?:(?:credible|clear|hard|real|direct|factual) )?"
            rf"(?:{either('proof')})\b(?! (?:was|is|were|has been) (?:given|provided|offered|presented|shown))",
            rf"\bno such (?:{either('no such')})",
            # I deny it.
            rf"{WE}(?:{either('denying')}|(?:{either('rejecting')}) {SHORT}(?:{claims}))(?!\w)"
            rf"(?! (?:on|over|about|with)\b)(?! (?:\w+ )?(?:{goods})\b)",
            rf"{WE}(?:do not|never|can not) (?:believe|buy|accept|agree with) "
            rf"(?:that|this|it|them|a word|any of (?:it|this|that)|(?:the|these|those|such) (?:{claims})){HERE}",
            rf"{WE}disagree(?:(?=\W*$|[.,;!?\"'])| with (?:that{HERE}|this\b|it\b|the (?:{claims})))",
            r"(?:\b(?:i|we)(?: have)?|^\W*(?:that )?(?:he|she|they|it)(?: had| has|'d)?) never (?:\w+ly )?"
            r"(?:said|stated|expressed|claimed|suggested|told|called|promised|asked)\b|\bi did not say that\b",
            rf"(?:\band|^) (?:\w+ly )?(?:denied|rejected|dismissed|disputed|refuted) "
            rf"(?:(?:the|those|these|such|all|any|that) )?(?:\w+ )?(?:{claims})\b",
            rf"\bdo not believe (?:(?:it|that|them|him|her){HERE}|a word|the hype|everything|what)\b",
        )
    )  # fmt: skip


@cache
def _verdict() -> re.Pattern[str]:
    """The word that calls a claim untrue, where it is not put on a thing ("a false hope")."""
    return re.compile(
        rf"(?:\b(?:as|a) |\W|^){DEGREE}[\"']*(?:{either('untrue')}|false(?=\W*$| ?[,.\"']| (?:or|and|by|compared)\b))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _false_claim() -> Sieve:
    false = either("discrediting")
    one = r"(?:\b(?:the|this|that|his|her|their|its|our|my|your|these|those|such|any|another|an?)|'s)"
    many = r"(?:accusations|allegations|claims|rumou?rs|stories|smears|narratives|statements[\"']? that)"
    return Sieve.of(
        rf"{one} (?:\w+ly )?[\"']*(?:{false})\W+(?:\w+,? ){{0,3}}?(?:{either('claims')}|statements?|news)\b"
        rf"|\b(?:{false})\W+(?:and \w+ |\w+,? and \w+ )?{many}\b"
    )
