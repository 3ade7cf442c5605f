"""How a voice stands to what it says: whether it denies it, whether it gives it as unsure.

Read off words (resources/stance.yaml), not off the parse, so that it is the same for what the program finds, for what a
person spans, and for texts that have lost their commas. What counts is written down in eval/STANCE.md.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.extract.reserve import reserve
from rashomon.extract.untrue import called_untrue, false_claim, refusals
from rashomon.extract.wording import either, plain, words
from rashomon.model import Span

BEFORE = 60  # characters before the cue in which its auxiliaries are looked for
OBJECT = 9  # words of the content in which the claim that a verb turns down is named
AUXILIARIES = re.compile(
    r"(?:(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could|not|never|neither|nor|yet|to|refus\w+|declin\w+|unable"
    r"|fail\w*|independently|immediately|repeatedly|also|still|again) )+$",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[.;!?:—\"]| --? |[, ](?:but|yet|though|although) |, (?:and|so) ", re.IGNORECASE)
CONDITION = re.compile(r"\b(?:if|whether|unless|hopes?|hoped)\b[^,]*$", re.IGNORECASE)
SIDE = re.compile(
    r"\b(?:who|which|whose|whom|where|what|how|why|so (?:he|she|it|they|we|you|that)|(?<!\bas )if|unless|because|since|when|while"
    r"|after|before|until|than|in case|lest)\b|(?<!\bis)(?<!\bwas) that(?: (?:would|will|had|has|have))? ?$",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r", ?(?:who|which|whose|where)\b[^,]*,|^\W*(?:when|while|after|before|because|since|although)\b[^,]*,", re.IGNORECASE
)
NESTED = re.compile(
    r"(?<!\bi)(?<!\bwe) (?:(?:also|has|have|had) )?(?:says?|said|tells|told|claim(?:s|ed)|insist(?:s|ed)|argue[sd]|den(?:ies|ied)"
    r"|writes|wrote|alleg(?:es|ed)|believe[sd]?|thinks?)\b",
    re.IGNORECASE,
)
FIRST_WORDS = r"\W*+(?:\w(?:[\w']|-(?=\w))*+\W++){0,8}?"  # nothing in it is looked at twice, however many dashes come
NEGATIVE = re.compile(  # in the first words: "that it had not", "they gave no support"
    rf"{FIRST_WORDS}(?:\b(?:is|are|was|were|am|do|does|did|has|have|had) not\b|\bnever\b"
    r"|(?-i:\bno) (?!doubt|longer|matter|less|more|fewer)|\b(?:nothing|none|nobody|neither)\b)",
    re.IGNORECASE,
)
FUTURE = re.compile(rf"{FIRST_WORDS}(?:will|would)\b", re.IGNORECASE)
PROOFLESS = re.compile(
    r"\b(?:ha(?:s|ve|d)|found|finds?|saw|sees?|seen|knows?) [\"']*no (?:\w+ )?(?:evidence|proof|truth|indication)\b",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did|wants?|\w+ed)\b|^that\b", re.IGNORECASE
)
PROPOSED = re.compile(r"\b(?:should|ought)\b|\?|^\W*\w+ing\b", re.IGNORECASE)
DISBELIEF = re.compile(  # to have expected otherwise denies nothing
    r"(?:\bnot|\bnever|\bno longer|\brefus\w+ to) (?:\w+ly )?"
    r"(?:believ\w+|thought|think|buy|bought|accept\w*|agreed?|feel that|felt that)\b(?! (?:of|about|in)\b)",
    re.IGNORECASE,
)
TAKEN_OVER = re.compile(r" (?:in|about|out|back)\b", re.IGNORECASE)  # "believe in", "feared about"
THOUGHT_OF = re.compile(r"th(?:ink|ought)\w* of\b", re.IGNORECASE)
NOT_HELD = re.compile(r"\bno doubt|\bdid not expect", re.IGNORECASE)


def is_denied(text: str, cue: Sequence[Span], content: Sequence[Span], source: Sequence[Span] = ()) -> bool:
    """Whether the voice says that it is not so: by the word of saying ("denied") or in the content ("this is not true").

    A verb that also turns down offers ("rejected") denies where a claim follows, and where no content is given.
    """
    said, told = _said(text, cue, source), _told(text, content)
    return (
        _turns_down(said, told)
        or DISBELIEF.search(said) is not None
        or _answers_a_charge(said, told)
        or (words("calling").search(said) is not None and called_untrue(told))
        or (words("spreading").search(said) is None and false_claim(told))
        or (PROOFLESS.search(f"{said} {told[:40]}") is not None and bool(said) and not words("withholding").search(said))
        or any(_is_own(piece, found, side=True) for piece in _pieces(text, content) for found in refusals(piece))
    )


def is_hedged(text: str, cue: Sequence[Span], content: Sequence[Span], source: Sequence[Span] = ()) -> bool:
    """Whether the voice leaves open whether it is so: by the word of saying ("believes", "declined to say whether"), or in
    a main clause of the content ("may have fled").
    """
    said, told = _said(text, cue, source), _told(text, content)
    if _believes(said) or _hints(said, told) or _leaves_open(said, told) or _is_unsure(said):
        return True
    if _turns_down(said, told):  # what is denied as a whole is not left open
        return False
    return any(
        _is_own(piece, found)
        for piece in _pieces(text, content)
        if reserve().may_match(piece.lower())
        for found in reserve().pattern.finditer(piece)
    )


def _is_unsure(said: str) -> bool:
    return reserve().may_match(said.lower()) and reserve().pattern.search(said) is not None


def _said(text: str, cue: Sequence[Span], source: Sequence[Span]) -> str:
    """The words of saying, with the auxiliaries and negations before them that the spans leave out."""
    if not cue:
        return ""
    start = max((span.end for span in source if span.end <= cue[0].start), default=0)
    lead = AUXILIARIES.search(plain(text[max(start, cue[0].start - BEFORE) : cue[0].start]))
    return (lead.group() if lead else "") + _told(text, cue)


def _told(text: str, content: Sequence[Span]) -> str:
    return " ".join(_pieces(text, content))


def _pieces(text: str, content: Sequence[Span]) -> Iterator[str]:
    return (plain(span.of(text)) for span in content)


def _turns_down(said: str, told: str) -> bool:
    """Whether the word of saying denies what is told."""
    return any(not _withheld(said, verb) and _has_claim(said, verb, told) for verb in _denials().finditer(said))


@cache
def _denials() -> re.Pattern[str]:
    """Verbs that deny whatever follows (`flat`), and those that deny a claim but also turn down an offer (`down`)."""
    verbs = rf"(?:(?P<flat>{either('denying')})|(?P<down>{either('rejecting')}))"
    return re.compile(rf"(?<!\ba )(?<!\bthe )(?<!\bof )\b{verbs}(?![\w-])", re.IGNORECASE)


def _withheld(said: str, verb: re.Match[str]) -> bool:
    """Whether it is said that the voice did not, would not or could not: "refused to deny"."""
    return words("withholding").search(said, 0, verb.start()) is not None


def _has_claim(said: str, verb: re.Match[str], told: str) -> bool:
    """Whether it is a claim that the verb turns down: no goods, no offer, no person, no matter that some disagree about."""
    after = f"{said[verb.end() :]} {' '.join(told.split()[:OBJECT])}".strip()
    claim = words("claims").search(after) is not None
    if verb["down"]:
        return not told or claim or words("untrue", "mistaken").search(told) is not None
    if re.match(r"(?:on|over|about|among|amid)\b", after, re.IGNORECASE):
        return False
    got = verb.group().lower().startswith("den") and not re.match(r"(?:that\b|\w+ing\b)", after, re.IGNORECASE)
    return claim or not got or words("goods").search(" ".join(after.split()[:6])) is None


def _answers_a_charge(said: str, told: str) -> bool:
    """Whether a negative is insisted on: "insisted that it had not"; "that it would not" is a promise."""
    return words("insisting").search(said) is not None and bool(NEGATIVE.match(told)) and not FUTURE.match(told)


def _believes(said: str) -> bool:
    """Whether the word of saying is one of holding for true: "believes", but not "believes in", nor "did not expect"."""
    return NOT_HELD.search(said) is None and any(
        not TAKEN_OVER.match(said, found.end()) and not THOUGHT_OF.match(said, found.start())
        for found in words("believing").finditer(said)
    )


def _hints(said: str, told: str) -> bool:
    """Whether it is put forward without being stood by. What is suggested to be done, or asked, is no claim."""
    hinted = words("hinting").search(said) or (words("suggesting").search(said) and FINITE.search(told))
    return bool(hinted) and not PROPOSED.search(told)


def _leaves_open(said: str, told: str) -> bool:
    """Whether a claim is neither made nor denied: "refused to confirm", "did not say whether", "stopped short of calling"."""
    if words("stopping").search(said):
        return True
    withheld = words("withholding").search(said) is not None
    if withheld and any(_withheld(said, verb) for verb in words("confirming").finditer(said)):
        return not re.match(r"\W*to\b", told, re.IGNORECASE)
    if (withheld or words("asking").search(said)) and (
        re.search(r"\bwhether (?!to\b)|^\W*if\b", told, re.IGNORECASE) or re.search(r"\b(?:whether|if)\W*$", said, re.IGNORECASE)
    ):
        return True
    return withheld and words("telling").search(said) is not None and re.match(r"\W*that\b", told, re.IGNORECASE) is not None


def _is_own(piece: str, found: re.Match[str], *, side: bool = False) -> bool:
    """Whether what was found bears on a claim of the voice: not on what it says that another says, nor on a condition, nor
    (save where `side` counts as well) on a relative clause or a reason.
    """
    start = max((mark.end() for mark in CLAUSE.finditer(piece, 0, found.start())), default=0)
    before = piece[start : found.start()]
    if NESTED.search(" " + before) or CONDITION.search(before):
        return False
    return side or not SIDE.search(ASIDE.sub(",", before))
