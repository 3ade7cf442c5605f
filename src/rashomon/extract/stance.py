"""How a voice stands to what it says: whether it denies it, whether it gives it as unsure."""

import re
from collections.abc import Sequence

from rashomon.model import Span

DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|refut(?:e[sd]?|ing)|rebut(?:s|ted|ting)?|dismiss(?:es|ed|ing)?|disput(?:e[sd]?|ing)|"
    r"contradict(?:s|ed|ing)?|disavow(?:s|ed|ing)?|ruled out|rules out|disagree[sd]?)\b",
    re.IGNORECASE,
)
UNTRUE = re.compile(
    r"\b(?:"
    r"(?:this|that|it|which|they|these|those|claims?|reports?|allegations?|accusations?|rumou?rs?)\b[^.!?;]{0,40}?"
    r"\b(?:is|are|was|were|'s|’s)(?: (?:simply|just|absolutely|completely|totally|entirely))?"
    r"(?: (?:not|n't|n’t) (?:true|so|correct|the case|accurate)"
    r"| ?n['’]?t (?:true|so|correct|the case|accurate)"
    r"| (?:untrue|false|a lie|lies|baseless|unfounded|fabricated|groundless|nonsense|fake|propaganda))"
    r"|no (?:evidence|proof|indication|sign|truth)\b"
    r"|without (?:evidence|foundation|basis))",
    re.IGNORECASE,
)
HEDGED = re.compile(
    r"\b(?:"
    r"reportedly|allegedly|apparently|supposedly|purportedly|ostensibly|presumably|possibly|perhaps|probably|seemingly"
    r"|unconfirmed|unverified|(?:may|might|could) (?:well |also )?have"
    r"|(?:is|are|was|were|been|be|'s|’s) (?:also |widely |long |still |now )?"
    r"(?:said|believed|thought|alleged|reported|rumou?red|speculated|suspected|feared|presumed|understood|likely|expected)\b"
    r"|it (?:seems|appears)|(?:appears?|appeared|seems?|seemed) to|rumou?rs?|speculat\w+|suspect(?:s|ed)? that|alleged)\b",
    re.IGNORECASE,
)
DOUBTING = re.compile(
    r"\b(?:believ\w*|think\w*|thought|suspect\w*|speculat\w*|fear\w*|guess\w*|assum\w*|suppos\w*|estimat\w*|wonder\w*)\b",
    re.IGNORECASE,
)


def is_denied(text: str, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether the voice says that it is not so: by the word of saying ("denied") or in the content ("this is not true")."""
    return any(DENYING.search(span.of(text)) for span in cue) or any(UNTRUE.search(span.of(text)) for span in content)


def is_hedged(text: str, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether the content is given as unsure."""
    return any(DOUBTING.search(span.of(text)) or HEDGED.search(span.of(text)) for span in cue) or any(
        HEDGED.search(span.of(text)) for span in content
    )
