"""The net in training, measured on annotated articles as the program would use it.

python training/attribution/evaluate.py ../shared/data/attribution/polnear-dev.jsonl WEIGHTS.pt
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from data import Article, articles
from net import Attributor, trained

from rashomon.inference.ascriptions import LIKELY, OVERLAP, SIZE, Ascription, Findings, decoded
from rashomon.inference.pieces import Window, windows_of
from rashomon.measure.attribution import figures, spans_of


@torch.no_grad()
def findings(net: Attributor, windows: Sequence[Window]) -> list[Findings]:
    """What the net finds in each window: as the exported net gives it."""
    net.eval()
    device = next(net.parameters()).device
    found = []
    for window in windows:
        ids, marks = (torch.from_numpy(one)[None].to(device) for one in (window.ids, window.marks))
        read = net.read(ids, marks, torch.ones_like(ids))
        begins = torch.sigmoid(net.cue_logits(read))[0]
        places = (begins > LIKELY).nonzero()[:, 0]
        roles = torch.softmax(net.role_logits(read, torch.zeros_like(places), places), -1)
        found.append(Findings(places.cpu().numpy(), begins[places].cpu().numpy(), roles.cpu().numpy()))
    return found


def measured(net: Attributor, corpus: Sequence[Article], size: int = SIZE) -> str:
    """The scorer's F1 figures in one line."""
    rows = ((article.text, article.gold, list(map(spans_of, _read(net, article, size)))) for article in corpus)
    return "  ".join(f"{measure} {rates['F1']:.3f}" for measure, rates in figures(rows).items())


def _read(net: Attributor, article: Article, size: int) -> list[Ascription]:
    windows = windows_of(article.pieces, size, OVERLAP)
    return decoded(article.text, article.pieces, windows, findings(net, windows))


if __name__ == "__main__":
    torch.set_num_threads(2)
    print(measured(trained(Path(sys.argv[2])), articles(Path(sys.argv[1]))))
