"""A document to the agencies it names: those whose dispatch it carries, and those it cites."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.model import Document, Span
from rashomon.text.lexicon import lexicon

PAGES = 4096  # of which is remembered whom they name: a page is asked whenever it is compared, and once for its agencies
_WORD = r"[A-ZÀ-ÖØ-ÞČŠŽА-ЯЁ\u0600-\u06ff\u4e00-\u9fff][\w.&'’-]*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,4}}"
_NAMES = rf"(?:{_NAME}|dpa|sda)(?:(?:, ?| ?/ ?| and | und | et | y | e | и )(?:{_NAME}|dpa|sda))*"
_BEFORE = (
    "Sources?|Agency|Agencies|With|From|By|Fuentes?|Con información de|Quellen?|Mit|Mit Material von|Fonte|Con|Avec|Par|Kaynak|"
    "Źródło|Источник|По материалам|المصدر|来源|来自"
)
_DATELINE = re.compile(
    rf"^[^\n(]{{2,60}}\((?P<names>{_NAMES})\)\s*(?:\.?\s?[-–—:]|$)",  # DALLAS (AP) - / Madrid, 3 may (EFE).- / Berlin (dpa) -
    re.MULTILINE,
)
_CREDITS = (
    _DATELINE,
    *(
        re.compile(pattern, re.MULTILINE)
        for pattern in (
            rf"^[A-Z][A-Z .,'’-]+, [A-Z][\w. ]+ \d{{1,2}} \((?P<names>{_NAME})\)",  # MOSCOW, May 3 (TASS)
            rf"^(?:[^\n(/]{{2,60}}/|[(/])(?P<names>{_NAMES})[/)](?:[.:]|\s?[-–—]|\s[A-ZА-Я])",  # МОСКВА, 3 мая. /ТАСС/.
            r"\((?P<names>[\w .&-]{2,30}(?:[,/][\w .&-]{2,31})*)\)\s*\Z",  # (AFP, dpa) as the last word
            rf"(?P<names>{_NAME}) (?:journalists? |writers? )?contributed to this report",
            rf"(?:Copyright|©)(?: ?\(c\))? ?(?:\d{{4}} )?(?:The )?(?P<names>{_NAME})",
            rf"(?:^|\()(?:{_BEFORE}) ?[:：]? ?(?P<names>{_NAMES})\s*(?:\)|$)",
            rf"^(?P<names>{_NAME}) (?:and|with) [Aa]gencies\s*$",
            r"^(?P<names>新华社|中新社|共同社|法新社|路透社|塔斯社)[^\n]{0,16}?(?:日电|电)",  # 新华社北京5月3日电
        )
    ),
)
_BETWEEN = re.compile(r", ?| ?/ ?| and | und | et | y | e | и ")


_JOINED = re.compile(r"[\u4e00-\u9fff\uac00-\ud7af]")  # the next word is written onto it
_ENDS = re.compile(r"(?![\w-])|s (?:reporter|correspondent)s?\b")


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency named on a page. `carried`: the page says that the text is the agency's, not only that it said so."""

    agency: str
    span: Span
    carried: bool


def credits_of(document: Document) -> tuple[Credit, ...]:
    """The agencies named, each where it is named first, the carried ones before the cited."""
    return _credits_in(document.text)


@lru_cache(PAGES)
def _credits_in(text: str) -> tuple[Credit, ...]:
    found: dict[str, Credit] = {}
    for pattern in _CREDITS if "(" in text or _named_in(text) else ():
        for match in pattern.finditer(text):
            for name in _BETWEEN.split(match["names"]):
                agency = _known()[0].get(name.strip().removeprefix("The "))
                invented = pattern is _DATELINE and name.isupper() and len(name) < 8  # also one that is not listed
                if agency or invented:
                    found.setdefault(agency or name, Credit(agency or name, Span(*match.span("names")), carried=True))
    for agency, span in _citings_in(text):
        found.setdefault(agency, Credit(agency, span, carried=False))
    return tuple(found.values())


def citings_of(document: Document) -> tuple[tuple[str, Span], ...]:
    """Every place where an agency is named."""
    return _citings_in(document.text)


@lru_cache(PAGES)
def _citings_in(text: str) -> tuple[tuple[str, Span], ...]:
    found = [span for span in _named_in(text) if _stands_alone(text, span.start, span.end)]
    return tuple((_known()[1][span.of(text)], span) for span in found if span.of(text) in _known()[1])


@lru_cache(PAGES)
def _named_in(text: str) -> tuple[Span, ...]:
    """Every place where a form stands, also inside longer words."""
    return tuple(Span(*match.span()) for match in _forms().finditer(text))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether it is no part of a longer word; captures lose apostrophes ("SANAs reporter"), and some scripts have no spaces."""
    if _JOINED.match(text, start):
        return True
    before = text[start - 1 : start]
    return not (before.isalnum() or before in ("-", "_")) and bool(_ENDS.match(text, end))


def agency_named(name: str) -> str | None:
    """The agency that goes by this name in a credit, or None."""
    return _known()[0].get(name)


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """Forms to agencies: those that name it in a credit, and those that name it anywhere. Listed as (CP): in a credit only."""
    forms = [(form, agency) for agency, listed in lexicon("agencies").items() for form in listed]
    anywhere = {form: agency for form, agency in forms if not form.startswith("(")}
    return anywhere | {form.strip("()"): agency for form, agency in forms}, anywhere


@cache
def _forms() -> re.Pattern[str]:
    """Every form that names an agency, the longer before the shorter. Nothing stands before the alternatives, so that their
    first letters are looked for; those of one first letter stand together, so that few are tried where it stands.
    """
    of_letter: dict[str, list[str]] = defaultdict(list)
    for form in sorted(_known()[0], key=len, reverse=True):
        of_letter[form[0]].append(re.escape(form[1:]))
    return re.compile("|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in of_letter.items()))
