"""How often such a thing was right when it was measured, in words, for where a reader decides whether to believe it.

The figures are those of resources/measured.yaml; docs/limits.md lists them all, and says how they were come by.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.text.lexicon import lexicon

ENOUGH = 10  # disputes of one kind, to tell a share of them
TUNED, OTHERS = ("tuned",), ("seen", "unseen")
Counts = Mapping[str, int]


def disputes(kind: str = "") -> str:
    """How many conflicts and updates like this were right, on the events that the rules were tuned on and on others."""
    tuned, others = (_added(sets, kind) for sets in (TUNED, OTHERS))
    few = bool(kind) and min(tuned["shown"], others["shown"]) < ENOUGH
    if few:
        tuned, others = (_added(sets, "") for sets in (TUNED, OTHERS))
    which = f"disputes about a {kind}" if kind and not few else "disputes of every kind"
    why = ", for there were too few of this one" if few else ""
    return (
        f"Measured on {which}{why}: {tuned['right']} of {tuned['shown']} shown were right on events the rules were tuned on, "
        f"{others['right']} of {others['shown']} on others; of the {others['there']} there that people saw {others['found']} "
        "were found."
    )


def copies() -> str:
    """How many pairs of copies were right, and how many of those there are were found."""
    counts = [_sets()[one]["copies"] for one in (*TUNED, *OTHERS)]
    right, shown, there, found = (sum(each[key] for each in counts) for key in ("right", "shown", "there", "found"))
    return f"Measured: {right} of {shown} pairs shown were right; {found} of the {there} that people saw were found."


def _added(sets: Iterable[str], kind: str) -> Counts:
    """The counts of several sets of events together; of all kinds if none is given."""
    found: list[Counts] = [_sets()[one]["kinds"].get(kind, {}) if kind else _sets()[one]["all"] for one in sets]
    return {key: sum(each.get(key, 0) for each in found) for key in ("shown", "right", "there", "found")}


def _sets() -> dict[str, Any]:
    """Counts by set of events."""
    sets: dict[str, Any] = lexicon("measured")["points"]
    return sets
