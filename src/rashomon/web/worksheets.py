"""The pages on which one works: search, the queue of doubts, and what may be said of one item. They are served only, for a
frozen report neither searches nor judges.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from rashomon.model import Judgement
from rashomon.views.doubts import Doubt, Doubts
from rashomon.views.judged import words_of
from rashomon.views.review import about, others, question, waiting
from rashomon.views.search import KINDS, Sought, search
from rashomon.web.edition import Edition
from rashomon.web.forms import Seat
from rashomon.web.leaves import Leaf, place
from rashomon.web.pages import _shell as shell_of
from rashomon.web.render import render

A_PAGE = 25
WAY = ("Review", "/review")
HISTORY = 12  # words of people beside the queue


@dataclass(frozen=True, slots=True)
class Present:
    """What the desk knows of the moment: who sits there, what people said so far, what holds, and whether it is settled."""

    seat: Seat
    judged: Sequence[Judgement]
    active: Sequence[Judgement]
    is_at_work: bool
    failed: str

    @property
    def count(self) -> int:
        """Grows with every word and every word taken back."""
        return len(self.judged) + sum(one.retracted_at is not None for one in self.judged)


def found(edition: Edition, asked: Mapping[str, str]) -> str:
    """What was searched for, how that was understood, and every place where it stands."""
    sought = Sought.of(asked)
    number, _ = place(asked.get("page"), 1_000_000_000, A_PAGE)
    view = search(edition.records, sought, number)
    leaf = Leaf(view.found, view.page, view.pages, view.total, view.first)
    title = f"Search: {sought.q[:60]}" if sought.q else "Search"
    return render(
        "pages/search.html",
        shell=shell_of(edition, "search", title),
        view=view,
        sought=sought,
        kinds=KINDS,
        leaf=leaf,
        address="/search?" + urlencode({**sought.asked, "page": ""}),
    )


def queue(edition: Edition, present: Present, doubts: Doubts, asked: Mapping[str, str]) -> str:
    """The doubt whose answer is most useful, or the one after it for whoever leaves that for later."""
    left = waiting(doubts.most_useful, present.active)
    number, _ = place(asked.get("after"), len(left) + 1, 1)
    chosen = left[number - 1] if number <= len(left) else None
    return _review(edition, present, chosen, asked, waiting=len(left), number=number, more=doubts.more)


def item(edition: Edition, present: Present, doubt: Doubt, asked: Mapping[str, str], notice: str = "") -> str:
    """One item, or two, to be judged at its own address."""
    return _review(edition, present, doubt, asked, notice=notice)


def whole(edition: Edition, present: Present, key: str) -> str | None:
    """Everything that may be said of a point, a name or an account; None where it is none of the case."""
    doubts = about(edition.records, key)
    if doubts is None:
        return None
    ends = {end for doubt in doubts for end in (doubt.left, doubt.right) if end} | {key}
    words = words_of(edition.records, [one for one in present.judged if {one.left, one.right} & ends], _ids(present.active))
    name = words_of(edition.records, [Judgement("", key, "", "note", "", "", None)], [])[0].left
    return render(
        "pages/whole.html",
        shell=shell_of(edition, "review", f"Judge: {name}", WAY),
        present=present,
        item=key,
        name=name,
        doubts=[question(edition.records, doubt, present.judged, present.active) for doubt in doubts],
        words=words[::-1],
        others=others(edition.records, key),
        here=f"/review/about/{key}",
    )


def _review(
    edition: Edition,
    present: Present,
    doubt: Doubt | None,
    asked: Mapping[str, str],
    *,
    waiting: int | None = None,
    number: int = 1,
    more: int = 0,
    notice: str = "",
) -> str:
    last = next((one for one in present.judged if one.id == asked.get("said")), None)
    latest = sorted(present.judged, key=lambda one: max(one.at, one.retracted_at or ""))[-HISTORY:]
    words = words_of(edition.records, latest, _ids(present.active))[::-1]
    own = [one for one in present.judged if one.user == present.seat.user and one.retracted_at is None]
    return render(
        "pages/review.html",
        shell=shell_of(edition, "review", "Review") if waiting is not None else shell_of(edition, "review", "Judge", WAY),
        present=present,
        asked=question(edition.records, doubt, present.judged, present.active) if doubt else None,
        waiting=waiting,
        number=number,
        more=more,
        notice=notice,
        last=words_of(edition.records, [last], _ids(present.active))[0] if last else None,
        words=words,
        undo=own[-1].id if own else "",
        here="/review" if waiting is not None else f"/review/{doubt.key if doubt else ''}",
    )


def _ids(judgements: Sequence[Judgement]) -> list[str]:
    return [one.id for one in judgements]
