"""The wording of a point's question: the program's own words, never an answer."""

from collections.abc import Sequence

from rashomon.weigh.issues import Issue


def questions_of(issues: Sequence[Issue]) -> list[str]:
    """One question for each issue."""
    return [f"{issue.answers[0][0].kind}: {issue.answers[0][0].about}?" for issue in issues]
