"""Learns how much each feature of two tellings says: `src/rashomon/text/lexicon/happenings.json`.

python training/happenings/train.py ../shared/data/ecbplus

A logistic regression for pairs of words of one root and one for others, over the topics that are not DEV; each topic's
pairs are taken twice, from a case of all topics and from a case of its own, so that the weights serve cases of any size.
Needs scikit-learn.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from rashomon.measure.ecb import Account, accounts_in
from rashomon.measure.events import told
from rashomon.resolve.happenings import candidates, case_of
from rashomon.resolve.sameness import Features, Told, named
from rashomon.resolve.tellings import Telling

DEV = ("2", "5", "12", "18", "21", "23", "34", "35")  # the usual development topics, which teach nothing
OUT = Path(__file__).parents[2] / "src" / "rashomon" / "text" / "lexicon" / "happenings.json"
SET = {"days": 1.5, "places": 1.0}  # by hand: ECB+ says of no document when it was written, so that its days are hardly known
STRENGTH = 1.0  # of the regularisation, as scikit-learn's C


def main(data: Path) -> None:
    """Writes the weights."""
    accounts = [account for account in accounts_in(data) if account.topic not in DEV]
    tellings = {account.name: list(told(account)) for account in accounts}
    gold = {f"{account.name} {at}": one.instance for account in accounts for at, one in enumerate(account.marked)}
    topics = sorted({account.topic for account in accounts}, key=int)
    cases = [accounts, *([account for account in accounts if account.topic == topic] for topic in topics)]
    rows: dict[bool, list[list[float]]] = {True: [], False: []}
    same: dict[bool, list[bool]] = {True: [], False: []}
    for case in cases:
        for rooted, row, left, right in compared(case, tellings):
            rows[rooted].append(row)
            same[rooted].append(gold[left] == gold[right])
    learnt = {"topics": topics, "one root": fitted(rows[True], same[True]), "two roots": fitted(rows[False], same[False])}
    OUT.write_text(json.dumps(learnt, indent=0) + "\n", "utf-8")
    for rooted in (True, False):
        print(len(rows[rooted]), "pairs", sum(same[rooted]), "same")


def compared(accounts: Sequence[Account], tellings: dict[str, list[Telling]]) -> Iterator[tuple[bool, list[float], str, str]]:
    """Each candidate pair's features."""
    held = [telling for account in accounts for telling in tellings[account.name]]
    case = case_of(held, {account.name: account.text for account in accounts})
    left, right = candidates(held, case).T
    features = Features(Told(case, held), left, right)
    rows = np.stack([made().astype(float) for _, made in named(features)], axis=1)
    ids = [one.act.id for one in held]
    for at, rooted in enumerate(features.rooted.tolist()):
        yield rooted, rows[at].tolist(), ids[left[at]], ids[right[at]]


def fitted(rows: list[list[float]], same: list[bool]) -> dict[str, float]:
    """Bias and weights, of the features as they are."""
    table = np.array(rows)
    spread = table.std(0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(table / spread, same)
    names = [name for name, _ in named(Features.__new__(Features))]
    weights = {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0] / spread, strict=True)} | SET
    return {
        "bias": round(float(model.intercept_[0]), 3),
        **{name: weight for name, weight in weights.items() if abs(weight) >= 0.01},
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
