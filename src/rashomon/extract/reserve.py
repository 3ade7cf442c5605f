"""Where words leave open what their clause tells: "may have fled", "is believed to", "I think", "it is unclear whether"."""

from functools import cache

from rashomon.extract.untrue import BE, DEGREE
from rashomon.extract.wording import either
from rashomon.text.needed import Sieve

HELD = r"(?:think|guess|suppose|suspect|assume|thought|imagine)"  # "I think the roof …": only a clause can follow
FELT = r"(?:believe|believed|expect|feel|doubt|fear)"  # "I fear the roof": so can a thing
THING = r"(?! (?:an?|the|his|her|my|you|him|it|them|safe)\b(?!(?: \w+)? (?:is|was|are|were|has|have|will|would)\b))"
SINCE = r"(?:on|in|at|with|before|for|as|alongside|under|from|again|here|there)"  # "appeared on stage"
ABLE = r"(?:not|only|never|hardly|barely|have|see|hear|be (?:better|best|seen|heard|reached|found))"  # not of what may be


@cache
def reserve() -> Sieve:
    """What leaves open the clause in which it stands, in plain words."""
    passive = (
        r"(?:said|believed|thought|alleged|reported|rumou?red|speculated|suspected|feared|presumed|understood|expected|estimated)"
    )
    return Sieve.of(
        "|".join((
            rf"\b(?:{either('unsure')})(?!\w)",
            # Somebody holds it, nobody says who.
            rf"{BE}(?:not )?{DEGREE}{passive} (?:to|that|of)\b",
            rf"{BE}{DEGREE}reported (?:killed|dead|injured|wounded|missing)\b",
            r"\bit (?:\w+ly )?(?:is|was) (?:\w+ly )?(?:believed|thought|feared|understood|possible|conceivable|likely)\b",
            rf"\b(?:appear(?:s|ed)?|appearing) (?:to|that|as if|(?!{SINCE}\b)\w+ ?(?:$|[.,;\"]))",
            r"\bseem(?:s|ed)?\b",
            r"\b(?:looks|looked|sounds|sounded) (?:like|as if|as though)\b",
            # It may be.
            r"(?-i:\b(?:may|might)\b)(?! (?:i|we|god)\b)",
            rf"(?<!\byou )\bcould\b(?! {ABLE}\b)(?![^.;!?]{{0,120}}\bif\b)",
            # The voice holds it.
            rf"\b(?:i|we) (?:(?:also|still|really|just|do|honestly|personally|kind of|do not|did not|never|\w+ly) )*"
            rf"(?:{HELD}|{FELT}{THING})\b(?! (?:of|about|in|for|like|bad|free|through|back|ahead|out|up)\b)",
            rf"^\W*(?:that )?(?:he|she|they) (?:(?:also|still|do|does|did|never|not) )*"
            rf"(?:{HELD}s?|{FELT}s?|suspected|feared|expected|felt|assumed|doubted)\b(?! (?:of|about|in)\b)",
            # Nobody knows.
            r"\bnot (?:\w+ly )?(?:answer|say|know|known|clear|sure|certain|tell|determined?|decided?) (?:yet )?(?:whether|if)\b",
            r"\b(?:question|issue) (?:is|was|remains|becomes) whether\b",
            r"\buncertainty (?:about |over |as to )?whether\b",
            r"\bcould not (?:be )?(?:independently |immediately )?(?:be )?(?:confirm|verif|corroborat)\w*",
        ))
    )  # fmt: skip
