"""A document to the agencies it names: those whose dispatch it carries, and those it cites."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.model import Document, Span
from rashomon.text.lexicon import lexicon

_NAME = r"[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4}"
_CREDITS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"^[^\n(]{{2,60}}\((?P<names>{_NAME}|dpa)\)\s*(?:[-–—:]|$)",  # DALLAS (AP) -
        rf"^[A-Z][A-Z .,'’-]+, [A-Z][\w. ]+ \d{{1,2}} \((?P<names>{_NAME})\)",  # MOSCOW, May 3 (TASS)
        r"\((?P<names>[\w .&-]{2,30}(?:[,/] ?[\w .&-]{2,30})*)\)\s*\Z",  # (AFP, dpa) as the last word
        rf"(?P<names>{_NAME}) (?:journalists? |writers? )?contributed to this report",
        rf"(?:Copyright|©)(?: ?\(c\))? ?(?:\d{{4}} )?(?:The )?(?P<names>{_NAME})",
        rf"(?:^|\()(?:Source|Sources|Agency|With|From|By)s?:? (?P<names>{_NAME}(?:(?:, | and |/){_NAME})*)\s*(?:\)|$)",
        rf"^(?P<names>{_NAME}) (?:and|with) [Aa]gencies\s*$",
    )
)


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency named on a page. `carried`: the page says that the text is the agency's, not only that it said so."""

    agency: str
    span: Span
    carried: bool


def credits_of(document: Document) -> tuple[Credit, ...]:
    """The agencies named, each where it is named first, the carried ones before the cited."""
    found: dict[str, Credit] = {}
    for pattern in _CREDITS:
        for match in pattern.finditer(document.text):
            for name in re.split(r", ?|/| and ", match["names"]):
                agency = _known().get(name.strip().removeprefix("The "))
                invented = pattern is _CREDITS[0] and name.isupper()  # a dateline names even an agency that is not listed
                if agency or invented:
                    found.setdefault(agency or name, Credit(agency or name, Span(*match.span("names")), carried=True))
    for match in _cited().finditer(document.text):
        agency = _known()[match.group()]
        found.setdefault(agency, Credit(agency, Span(*match.span()), carried=False))
    return tuple(found.values())


@cache
def _known() -> dict[str, str]:
    return {form: agency for agency, forms in lexicon("agencies").items() for form in forms}


@cache
def _cited() -> re.Pattern[str]:
    forms = sorted(_known(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")
