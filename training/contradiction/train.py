"""Learns how much each feature of two statements says: `src/rashomon/text/lexicon/statement_pairs.json`.

python training/contradiction/train.py ../shared/data/contradiction/rte3_dev_3way_en.tsv

Two logistic regressions over the features of `rashomon.link.meaning`: contradiction or not, and of the rest what follows.
Once on all pairs, and once without each tenth of the texts, so that `rashomon eval contradiction` can judge the pairs that
taught the weights by weights that never saw their text. Needs scikit-learn.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from rashomon.inference.parse import parsed
from rashomon.link.meaning import FEATURES, Pair
from rashomon.measure.contradiction import FOLDS, digest, fold_of, pairs_in

OUT = Path(__file__).parents[2] / "src" / "rashomon" / "text" / "lexicon" / "statement_pairs.json"
STRENGTH = 0.01  # of the regularisation, as scikit-learn's C: swept 0.01 to 0.3, the weakest weights best
CALLED = 0.17  # of the pairs are called contradictions, though 0.11 are: swept 0.13 to 0.25 for F1


def main(data: Path) -> None:
    """Writes the weights."""
    pairs = pairs_in(data)[1]
    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.ground, pair.claim)))
    parses = dict(zip(texts, parsed(texts), strict=True))
    laid = [Pair.of(parses[pair.ground], parses[pair.claim]) for pair in pairs]
    table = np.array([[feature(pair) for feature in FEATURES.values()] for pair in laid])
    labels, folds = np.array([pair.label for pair in pairs]), np.array([fold_of(pair.ground) for pair in pairs])
    learnt = {
        "taught": sorted({digest(pair.ground) for pair in pairs}),
        "weights": fitted(table, labels),
        "folds": [fitted(table[folds != fold], labels[folds != fold]) for fold in range(FOLDS)],
    }
    OUT.write_text(json.dumps(learnt, indent=0) + "\n", "utf-8")
    for of, weights in learnt["weights"].items():
        print(of, *(f"\n  {weight:6.2f} {name}" for name, weight in weights.items()))


def fitted(table: np.ndarray, labels: np.ndarray) -> dict[str, dict[str, float]]:
    """Bias and weights of both regressions, of the features as they are; 0.5 is where a contradiction is called one."""
    spread = table.std(0) + 1e-6
    against = labels == "contradicts"
    model = LogisticRegression(C=STRENGTH, max_iter=3000, class_weight="balanced").fit(table / spread, against)
    odds = np.log(1 / (1 - model.predict_proba(table / spread)[:, 1]) - 1)
    follows = LogisticRegression(C=STRENGTH, max_iter=3000).fit((table / spread)[~against], labels[~against] == "follows")
    return {
        "contradicts": named(model, spread, -float(np.quantile(odds, 1 - CALLED))),
        "follows": named(follows, spread, 0.0),
    }


def named(model: LogisticRegression, spread: Sequence[float], shift: float) -> dict[str, float]:
    """The regression's bias, moved so far, and its weights by the features' names."""
    weights = (round(float(weight), 3) for weight in model.coef_[0] / spread)
    return {"bias": round(float(model.intercept_[0]) + shift, 3), **dict(zip(FEATURES, weights, strict=True))}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
