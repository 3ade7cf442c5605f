"""Counts that one voice gives place by place ("Russia 3,000, Belarus 500"): parts of one answer, not answers to one question."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.link.tellings import Telling, theme
from rashomon.link.verdicts import Verdict, verdict
from rashomon.text.normal import folded

PARTS = 3  # places that are counted in one sentence from which an editor wants to see them side by side


def breakdowns_in(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling, Verdict]]:
    """Each part of a count beside the next one, in reading order."""
    told: dict[tuple[str, ...], dict[str, Telling]] = defaultdict(dict)
    for telling in sorted(tellings, key=lambda telling: (telling.fact.doc_id, telling.fact.span, telling.fact.id)):
        fact = telling.fact
        if fact.kind == "quantity" and fact.where:
            told[(*theme(fact), fact.doc_id, telling.voice, telling.sentence)].setdefault(folded(fact.where), telling)
    for parts in told.values():
        if len(parts) >= PARTS and len({telling.fact.low for telling in parts.values()}) > 1:
            for one, other in pairwise(parts.values()):
                yield (
                    one,
                    other,
                    verdict("compatible", "counted place by place", one, other, score=0.9, subtype="different-scope"),
                )
