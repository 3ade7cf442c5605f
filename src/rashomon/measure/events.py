"""Which mentions of actions are of one happening, across documents, on ECB+: the actions given, the grouping ours.

All documents that are measured are one case: which of them tell of one event, and that each topic of ECB+ holds two events of
one kind, is for us to find out. `by topic` gives each topic as a case of its own instead. Actions of which no other mention
exists count (in B³ and CEAFe); `without singles` leaves them out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.inference.parse import parsed
from rashomon.measure.coreference import conll
from rashomon.measure.ecb import Account, accounts_in
from rashomon.model import Span
from rashomon.resolve.happenings import grouped
from rashomon.resolve.tellings import Act, Telling, tellings_of
from rashomon.text.lexicon import lexicon
from rashomon.text.times import times_in


def score(data: Path) -> dict[str, Any]:
    """`conll_f1 muc_f1 b3_f1 ceafe_f1` and more, over the topics in the folder that taught the weights nothing (all, if none)."""
    accounts = accounts_in(data)
    taught = set(lexicon("happenings")["topics"])
    fresh = [account for account in accounts if account.topic not in taught]
    accounts = fresh or accounts
    tellings = {account.name: list(told(account)) for account in accounts}
    gold = {key: one.instance for account in accounts for key, one in zip(_keys(account), account.marked, strict=True)}
    topics = sorted({account.topic for account in accounts}, key=lambda topic: (len(topic), topic))
    own = groups_of(accounts, tellings)
    apart: dict[str, str] = {}
    for topic in topics:
        apart |= groups_of([account for account in accounts if account.topic == topic], tellings)
    sizes = Counter(gold.values())
    told_again = {key for key, instance in gold.items() if sizes[instance] > 1}
    return {
        **conll(gold, own),
        "by topic": conll(gold, apart)["conll_f1"],
        "without singles": conll(*({key: of[key] for key in told_again} for of in (gold, own)))["conll_f1"],
        "each topic": {topic: conll(*(_of(topic, of) for of in (gold, own)))["conll_f1"] for topic in topics},
        "topics": topics,
        "documents": len(accounts),
        "mentions": len(gold),
        "happenings": len(sizes),
        "found": len(set(own.values())),
    }


def groups_of(accounts: Sequence[Account], tellings: dict[str, list[Telling]]) -> dict[str, str]:
    """Mention -> the first mention of its group, where these accounts are a case."""
    held = [telling for account in accounts for telling in tellings[account.name]]
    groups = grouped(held, {account.name: account.text for account in accounts}).groups
    return {item: group[0] for group in groups for item in group}


def told(account: Account) -> Iterator[Telling]:
    """The account's marked actions as our machine sees them: each by the head of its words, with the days of its sentence."""
    heads = list(_heads(account))
    acts = [Act(key, account.name, head, days=days) for key, (head, days) in zip(_keys(account), heads, strict=True)]
    yield from tellings_of(account.text, account.sentences, acts)


def _heads(account: Account) -> Iterator[tuple[Span, frozenset[str]]]:
    needed = [span for span in account.sentences if any(span.start <= one.span.start < span.end for one in account.marked)]
    parses = dict(zip(needed, parsed(span.of(account.text) for span in needed), strict=True))
    for one in account.marked:
        sentence = next(span for span in needed if span.start <= one.span.start < span.end)
        within = Span(one.span.start - sentence.start, min(one.span.end, sentence.end) - sentence.start)
        words = parses[sentence].char_span(within.start, within.end, alignment_mode="expand")
        head = words.root if words is not None else None
        start = sentence.start + (head.idx if head is not None else within.start)
        yield Span(start, start + (len(head) if head is not None else len(within))), days_in(sentence.of(account.text))


def days_in(sentence: str) -> frozenset[str]:
    """The days and months that a sentence names, as far as they are known."""
    return frozenset(
        time.value for time in times_in(sentence, None) if time.kind == "date" and time.value and len(time.value) > 6
    )


def _keys(account: Account) -> Iterable[str]:
    return (f"{account.name} {number}" for number in range(len(account.marked)))


def _of(topic: str, groups: dict[str, str]) -> dict[str, str]:
    return {key: group for key, group in groups.items() if key.partition("_")[0] == topic}
