"""A plain text that is a discussion, cut into its posts: the names are lost, or stand in a line above each post."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.read.debris import is_furniture, is_sentence
from rashomon.read.repeats import earlier_of

_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")  # a quotation of several paragraphs closes only in the last
_TURN = re.compile(r"[\"“]?(?P<name>(?:[A-Z][A-Z.'’\-]++ ?){1,4}):\s")  # "MOSS: …": a speaker's turn in a printed interview
_FIRST = re.compile(r"\b(?:i|i['’](?:m|ve|d|ll)|my|me)\b", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:you|you['’](?:re|ve|d|ll)|your)\b", re.IGNORECASE)
_REMAINS = re.compile(r"dead comment|\[(?:deleted|removed|flagged|dead)\]|reply|permalink|load more comments", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:\[\d+\]|\d{1,2}[.):])?\s*https?://\S+", re.IGNORECASE)
_ITEM = re.compile(r"[-*•–]\s|\d{1,2}[.)]\s")
_GOES_ON = re.compile(
    r"(?:also|and|secondly|second|thirdly|third|finally|lastly|moreover|furthermore|in addition|additionally|first of all|firstly"
    r"|first|besides|on top of that|p\.?s\.?|edit|update|edit \d)\b[,:. ]",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"(?:\[[–+-]\]\s{0,9})?(?:u/)?(?P<name>[\w.\-]{2,30})(?:\s{1,9}(?:OP|MOD))?\s{0,9}[·•|,\-–]?\s{0,9}"
    r"(?:\d+ points?(?: \([^)]*\))?\s{0,9}[·•|,\-–]?\s{0,9})?(?:by [\w.\-]+ )?"
    r"(?:on )?(?:\d+|an?|one) ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|mo|yr|h|d|m|y)\.?(?: ago)?\b.{0,120}",
    re.IGNORECASE,
)
PERSONAL = 0.2  # share of paragraphs in the first person from which a text may be a discussion (news: under 0.05)
ADDRESSED = 0.06  # share that speaks to a "you"
SAID = re.compile(r"\b(?:said|told|says|according to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """Where a line belongs: the post, whether the line is only its header, and the poster's name where it is known."""

    id: str
    header: bool = False
    author: str | None = None


def is_discussion(lines: Sequence[str]) -> bool:
    """Whether the lines are people talking to each other: in the first person, to a second, in several turns."""
    if has_headers(lines):
        return True
    passages = [_QUOTED.sub("", line) for line in lines if is_sentence(line)]
    if len(passages) < 4:
        return False
    first, second, said = (sum(bool(form.search(passage)) for passage in passages) for form in (_FIRST, _SECOND, SAID))
    turns = Counter(found["name"] for line in lines if (found := _TURN.match(line)))
    if sum(count >= 2 for count in turns.values()) >= 2:
        return False
    traces = sum(bool(_REMAINS.fullmatch(line) or _FOOTNOTE.fullmatch(line) or line.startswith(">")) for line in lines)
    total = len(passages)
    return first >= PERSONAL * total and (second >= ADDRESSED * total or traces > 0) and said <= max(first, 0.25 * total)


def has_headers(lines: Sequence[str]) -> bool:
    """Whether lines with a name and a time ("dara_k 3 hours ago") say who posted what follows them."""
    return sum(_header(line) is not None for line in lines) >= 2


def posts_of(lines: Sequence[str], close: Sequence[bool]) -> list[Post | None]:
    """The post of each line, None for what is no post. `close` says of each line that no blank line parts it from the last."""
    if has_headers(lines):
        return _under_headers(lines)
    earlier = earlier_of(lines)
    second = _second_printing(lines, earlier)
    inner = _inner_paragraphs(lines, earlier, second)
    spaced = _is_spaced(close)
    posts: list[Post | None] = []
    count, start = 0, 0
    for i, line in enumerate(lines):
        place = None if line.startswith(">") else earlier[i]  # a quotation belongs to who quotes
        if is_furniture(line):
            posts.append(None)
            continue
        if place is not None and posts[place]:
            posts.append(posts[place])
        elif count and (_belongs(lines, start, i) or (i < second and i in inner) or (spaced and close[i])):
            posts.append(next(post for post in reversed(posts) if post))
        else:
            count, start = count + 1, i
            posts.append(Post(f"post-{count}"))
    return posts


def _header(line: str) -> re.Match[str] | None:
    """A line such as "dara_k 3 hours ago | parent | next": who posted what follows."""
    found = _HEADER.fullmatch(line)
    return found if found and len(line.split()) <= 14 and "ago" in line.lower().split("|")[0] else None


def _under_headers(lines: Sequence[str]) -> list[Post | None]:
    posts: list[Post | None] = []
    current, count = None, 0
    for line in lines:
        header = _header(line)
        if header:
            count += 1
            current = Post(f"post-{count}", author=header["name"])
            posts.append(Post(current.id, True, current.author))
        else:
            posts.append(None if is_furniture(line) else current)
    return posts


def _second_printing(lines: Sequence[str], earlier: Sequence[int | None]) -> int:
    """Where the text begins to stand a second time, in the same order and with gaps; the number of lines if nowhere."""
    repeated = [i for i, place in enumerate(earlier) if place is not None]
    for n, start in enumerate(repeated):
        rest = repeated[n:]
        places = [earlier[i] or 0 for i in rest]
        in_order = sum(a < b for a, b in itertools.pairwise(places))
        if (
            max(places) < start
            and len(rest) >= 4
            and len(rest) * 2 >= len(lines) - start
            and in_order * 10 >= 9 * (len(rest) - 1)
        ):
            return start
    return len(lines)


def _inner_paragraphs(lines: Sequence[str], earlier: Sequence[int | None], second: int) -> set[int]:
    """The paragraphs that do not open their post, where the second printing tells them.

    Pages such as Hacker News's wrap every paragraph of a comment but its first; a capture that prints the wrapped ones
    again thereby marks the others as openings. Told only where some, but not most or nearly none, are left out.
    """
    again = {place for place in earlier[second:] if place is not None}
    openings = second - len(again)
    return again if again and 0 not in again and 0.1 * second <= openings <= 0.7 * second else set()


def _is_spaced(close: Sequence[bool]) -> bool:
    """Whether blank lines part posts rather than paragraphs: both kinds of break are common."""
    return bool(close) and 0.2 * len(close) <= sum(close) <= 0.8 * len(close)


def _belongs(lines: Sequence[str], start: int, i: int) -> bool:
    """Whether line `i` goes on with the post that began at line `start`, told by its words."""
    line, before = lines[i], lines[i - 1]
    if _FOOTNOTE.fullmatch(line) or _ITEM.match(line) or _GOES_ON.match(line) or before.endswith((":", ",")):
        return True
    if before.startswith(">"):
        return True
    if _open_quotation(lines[start:i]):
        return True
    return line[0].islower() and (lines[start][0].islower() or not is_sentence(before))


def _open_quotation(lines: Sequence[str]) -> bool:
    """Whether a quotation that began at a line's start is still open."""
    text = "\n".join(lines)
    begun = any(line.startswith(('"', "“")) for line in lines)
    return begun and (text.count('"') % 2 == 1 or text.count("“") > text.count("”"))
