"""Documents to copies: who carries whose words, with the words on both pages that show it.

Never all pairs: fingerprints of the texts (see text/shingles.py) say which two pages share eight words in a row, or
several shorter runs; only those two are laid side by side.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rashomon.link.accounts import Account, accounts_of
from rashomon.model import Document, Link, Reason, Statement, Voice
from rashomon.text.moments import chronological
from rashomon.text.shingles import Run, Words, fingerprints, shared_runs

BY = "shared words 1"
TEXT_RUN = 12  # words in a row outside quotations that are no accident
QUOTE_RUN = 8  # words in a row of one quotation
SHORT_RUN = 5  # words in a row that count where many of them add up
EDITED = 0.15  # of the shorter text in such runs: carried and edited; on 12 groups of news copies 0.16–1, others below 0.15
EDITED_WORDS = 40  # and at least so many words, so that two short notes of one fact are no copies
SEEDS = 4  # fingerprints in common that make a pair worth looking at where no long run does
CROWD = 200  # carriers of one passage up to which every pair is told; above it each is tied to the one before
HOUSE = 3  # documents of one outlet that carry a passage make it the outlet's standing text
HOUSE_SHARE = 0.3  # unless the two texts share more than this


def copies_between(documents: Sequence[Document], statements: Sequence[Statement], voices: Sequence[Voice]) -> list[Link]:
    """Links between documents that carry the same text, the same dispatch or the same quotation.

    `left` is the earlier or the one copied, `right` the one that carries it. `origin` names whose words they are: the
    left document's id, an agency, the person quoted, or "unknown".
    """
    accounts = accounts_of(documents, statements, voices)
    pairs, standing = _candidates(accounts)
    links: list[Link] = []
    for left, right in pairs:
        links.extend(_compared(accounts[left], accounts[right], standing))
    return links


def _candidates(accounts: Sequence[Account]) -> tuple[list[tuple[int, int]], dict[str, set[int]]]:
    """The pairs worth laying side by side, and each outlet's standing text as fingerprints."""
    places: dict[int, dict[int, int]] = defaultdict(dict)  # fingerprint -> document -> where it stands first
    for number, account in enumerate(accounts):
        for mark, at in fingerprints(account.words.forms):
            places[mark].setdefault(number, at)
    long: set[tuple[int, int]] = set()
    short: Counter[tuple[int, int]] = Counter()
    standing: dict[str, set[int]] = defaultdict(set)
    for mark, carriers in places.items():
        if len(carriers) < 2:
            continue
        for outlet, count in Counter(accounts[number].document.outlet for number in carriers).items():
            if outlet and count >= HOUSE:
                standing[outlet].add(mark)
        numbers = sorted(carriers)
        for pair in combinations(numbers, 2) if len(numbers) <= CROWD else pairwise(numbers):
            if pair not in long:
                left, right = (accounts[number].words.forms for number in pair)
                if _grown(left, right, carriers[pair[0]], carriers[pair[1]]) >= QUOTE_RUN:
                    long.add(pair)
                else:
                    short[pair] += 1
    return sorted(long | {pair for pair, seeds in short.items() if seeds >= SEEDS}), standing


def _grown(left: Sequence[str], right: Sequence[str], here: int, there: int) -> int:
    """How many words in a row are the same around a fingerprint that both hold; 0 where only the hashes agree."""
    before = after = 0
    while here > before and there > before and left[here - before - 1] == right[there - before - 1]:
        before += 1
    while here + after < len(left) and there + after < len(right) and left[here + after] == right[there + after]:
        after += 1
    return before + after


@dataclass(frozen=True, slots=True)
class _Shared:
    """A run with what it is made of: words inside a quotation on either page, and words outside."""

    run: Run
    quoted: int

    @property
    def plain(self) -> int:
        return self.run.length - self.quoted


def _compared(left: Account, right: Account, standing: dict[str, set[int]]) -> Iterator[Link]:
    shared = [
        _Shared(run, sum(left.quoted[run.left + at] or right.quoted[run.right + at] for at in range(run.length)))
        for run in shared_runs(left.words.forms, right.words.forms, SHORT_RUN)
    ]
    shorter = min(len(left.words), len(right.words))
    share = sum(item.run.length for item in shared) / shorter
    if left.document.outlet == right.document.outlet and share < HOUSE_SHARE:
        own = standing.get(left.document.outlet or "", set())
        shared = [item for item in shared if not _is_standing(left.words, item.run, own)]
    text = _text(shared, shorter)
    if text:
        certainty = min(1.0, sum(item.plain for item in text) / (2 * TEXT_RUN))
        yield _link(left, right, "same-text", _origin(left, right), certainty, _shown(left, right, text))
    quotes = [item for item in shared if item.quoted >= QUOTE_RUN]
    if quotes:
        certainty = min(1.0, sum(item.quoted for item in quotes) / (2 * QUOTE_RUN))
        yield _link(left, right, "same-quote", _speaker(left, right, quotes), certainty, _shown(left, right, quotes))


def _text(shared: Sequence[_Shared], shorter: int) -> list[_Shared]:
    """The runs that show carried text: long ones, or many short ones that add up."""
    long = [item for item in shared if item.plain >= TEXT_RUN or (item.run.length >= TEXT_RUN and item.quoted < QUOTE_RUN)]
    plain = sum(item.plain for item in shared)
    if long or (plain >= EDITED_WORDS and plain / shorter >= EDITED):
        return [item for item in shared if item.plain >= SHORT_RUN]
    return []


def _is_standing(left: Words, run: Run, own: set[int]) -> bool:
    marks = [mark for mark, _ in fingerprints(left.forms[run.left : run.left + run.length])]
    return all(mark in own for mark in marks)


def _shown(left: Account, right: Account, shared: Sequence[_Shared]) -> list[Reason]:
    shorter = min(len(left.words), len(right.words))
    return [
        Reason(
            f"{item.run.length} words the same",
            round(item.run.length / shorter, 4),
            left.words.span(item.run.left, item.run.length),
            right.words.span(item.run.right, item.run.length),
        )
        for item in shared
    ]


def _link(left: Account, right: Account, kind: str, origin: str, certainty: float, reasons: Sequence[Reason]) -> Link:
    return Link.of(
        left.document.id,
        right.document.id,
        "copies",
        by=BY,
        score=round(certainty, 4),
        reasons=tuple(reasons),
        subtype=kind,
        origin=origin,
    )


def _origin(left: Account, right: Account) -> str:
    """Whose text it is: the agency that the pages credit, else the earlier page, else "unknown"."""
    carried = [credit.agency for credit in (*left.credits, *right.credits) if credit.carried]
    cited = [credit.agency for credit in (*left.credits, *right.credits)]
    for named in (carried, cited):
        if named:
            return max(named, key=lambda agency: (named.count(agency), -named.index(agency)))
    return left.document.id if _is_earlier(left.document, right.document) else "unknown"


def _is_earlier(left: Document, right: Document) -> bool:
    """Whether the times given tell the two apart; a day alone does not tell from an hour of that day."""
    if not (left.published_at and right.published_at):
        return False
    early, late = chronological(left.published_at), chronological(right.published_at)
    length = min(len(early), len(late))
    return early[:length] < late[:length]


def _speaker(left: Account, right: Account, quotes: Sequence[_Shared]) -> str:
    """Who is quoted: the name that either page gives to the longest quotation in common."""
    for item in quotes:
        for account, first in ((left, item.run.left), (right, item.run.right)):
            span = account.words.span(first, item.run.length)
            for quotation in account.quotations:
                if quotation.speaker and quotation.span.overlaps(span):
                    return quotation.speaker
    return "unknown"
