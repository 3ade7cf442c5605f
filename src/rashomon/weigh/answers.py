"""Issues to positions, and to who belongs to them: which facts give which answer."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.model import Link, Member, Position, Reason
from rashomon.weigh.issues import Issue
from rashomon.weigh.people import position_id

BY = "links 1"


def positions_of(issue: Issue) -> list[Position]:
    """The answers, each in the words of the fact that stands for it."""
    return [Position(position_id(answer[0].id), issue.id, answer[0].value) for answer in issue.answers]


def answers_of(issues: Iterable[Issue], links: Sequence[Link]) -> Iterator[Member]:
    """Every fact as a member of its position, with the link that ties it there."""
    same = {frozenset((link.left, link.right)): link for link in links if link.relation == "same"}
    for issue in issues:
        for first, *others in issue.answers:
            group = position_id(first.id)
            yield Member(group, first.id, 1.0, (), BY)
            for other in others:
                link = same.get(frozenset((first.id, other.id)))
                score, reasons, by = (link.score, link.reasons, link.by) if link else _joined()
                yield Member(group, other.id, score, reasons, by)


def _joined() -> tuple[float, tuple[Reason, ...], str]:
    """Two facts that no link ties stand together because a person said so, or through a third."""
    return 1.0, (Reason("joined", 1.0),), "people"
