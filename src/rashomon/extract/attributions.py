"""Who ascribes what to whom: one shape for what the net and the rules find."""

from dataclasses import dataclass

from rashomon.model import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words (`content`) ascribed to someone (`source`, may be empty) by other words (`cue`), in code points of the document."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    by: str  # the rule that found it, or the net
    score: float  # how often that rule is right, or how sure the net is, 0..1
    verb: str = ""  # the dictionary form of the word of saying, where a rule found it
    tells: bool = (
        True  # whether the content says something; a bare thing that somebody is for or against, feared or denied, does not
    )
