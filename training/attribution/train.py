"""Trains the attribution net on PolNeAR, in two runs: the whole net, then a slim one that learns from it too.

python training/attribution/train.py ../shared/data/attribution WHOLE.pt [--seed 1] [--articles N]
python training/attribution/train.py ../shared/data/attribution SLIM.pt --teacher WHOLE.pt [--seed 1] [--articles N]
"""

import argparse
import copy
import random
import time
from pathlib import Path

import torch
from data import Batch, articles, batches, epoch
from evaluate import measured
from net import Attributor, trained, untrained
from rounded import rounding
from slim import slimmed
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, mse_loss, one_hot

ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 1e-3, 0.01  # the rates of a net that learns from another are half of these
HEADS, UNITS = 8, 896  # of a slim layer; 12 and 1536 in the whole net, whose speed is two thirds of what is wanted
PLACES = 2048  # window places in a batch
AVERAGE = 0.998  # of the weights over the steps: the averaged net is the one kept
WRONG = 10  # cues that the net holds for likely and that are none, in each batch: to learn that nothing belongs to them


def main() -> None:
    """Prints a line every 50 steps and the figures on dev after each epoch; writes the averaged weights after each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    torch.manual_seed(options.seed)
    corpus = articles(options.data / "polnear-train.jsonl")[: options.articles]
    dev = articles(options.data / "polnear-dev.jsonl")
    teacher = trained(options.teacher).eval() if options.teacher else None
    net = slim(teacher, corpus, rng) if teacher else untrained()
    train(net, corpus, dev, options.epochs, rng, options.out, teacher)


def slim(teacher: Attributor, corpus: list, rng: random.Random) -> Attributor:
    """What of the teacher matters most to articles of the training set, in matrices that round."""
    some = batches(epoch(rng.sample(corpus, min(100, len(corpus))), rng), PLACES, rng)
    net = slimmed(teacher, some, lambda net, one: losses(net, one)[0], HEADS, UNITS)
    rounding(net, True)
    return net


def train(
    net: Attributor, corpus: list, dev: list, epochs: int, rng: random.Random, out: Path, teacher: Attributor | None
) -> None:
    """Trains in place and writes the averaged net to `out` after every epoch."""
    first = batches(epoch(corpus, rng), PLACES, rng)
    optimizer, schedule = _optimizer(net, len(first) * epochs, 0.5 if teacher else 1.0)
    average = copy.deepcopy(net).eval()
    step, begun = 0, time.monotonic()
    for number in range(epochs):
        net.train()
        for one in first if number == 0 else batches(epoch(corpus, rng), PLACES, rng):
            loss, parts = losses(net, one, teacher)
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


def _optimizer(net: Attributor, steps: int, pace: float) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    inner = [weight for weight in net.encoder.parameters() if weight.requires_grad]
    heads = [weight for name, weight in net.named_parameters() if not name.startswith("encoder.")]
    rates = [{"params": inner, "lr": ENCODER_RATE * pace}, {"params": heads, "lr": HEAD_RATE * pace}]
    optimizer = torch.optim.AdamW(rates, weight_decay=DECAY)
    warm = max(1, steps // 15)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / warm, max(0.01, (steps * 1.02 - at) / (steps * 1.02 - warm)))
    )


@torch.no_grad()
def _follow(average: Attributor, net: Attributor, keep: float) -> None:
    for mine, other in zip(average.parameters(), net.parameters(), strict=True):
        if other.requires_grad:
            mine.lerp_(other, 1 - keep)


def losses(net: Attributor, one: Batch, teacher: Attributor | None = None) -> tuple[torch.Tensor, list[float]]:
    """The loss of a batch, and its parts: where cues begin, what each piece is to each cue, which role it plays at all, and how
    far the reading is from the teacher's. With a teacher, what is to be learnt lies midway between its findings and the labels.
    """
    read = net.read(one.ids, one.marks, one.mask)
    mask = one.mask.bool()
    begins = torch.zeros(one.ids.shape)
    begins[one.cues[:, 0], one.cues[:, 1]] = 1
    logits = net.cue_logits(read)
    wrong = _wrong(logits.detach(), begins, mask)
    cues = torch.cat([one.cues, wrong])
    roles = one_hot(torch.cat([one.roles, torch.zeros((len(wrong), one.roles.shape[1]), dtype=torch.long)]), 4).float()
    far = torch.tensor(0.0)
    if teacher:
        with torch.no_grad():
            seen = teacher.read(one.ids, one.marks, one.mask)
            begins = (begins + torch.sigmoid(teacher.cue_logits(seen))) / 2
            roles = (roles + torch.softmax(teacher.role_logits(seen, cues[:, 0], cues[:, 1]), -1)) / 2
        far = mse_loss(read[mask], seen[mask])
    cue = binary_cross_entropy_with_logits(logits[mask], begins[mask]) * 40
    scores = net.role_logits(read, cues[:, 0], cues[:, 1])
    each = cross_entropy(scores.transpose(1, 2), roles.transpose(1, 2), reduction="none") * mask[cues[:, 0]]
    weight = torch.ones(len(cues))
    weight[len(one.cues) :] = 0.5
    pair = (each.sum(1) * weight).sum() / weight.sum().clamp(min=1) / 12
    played = torch.zeros((*one.ids.shape, 3))
    for role in (1, 2, 3):
        played[..., role - 1].index_add_(0, one.cues[:, 0], (one.roles == role).float())
    union = binary_cross_entropy_with_logits(net.union(read)[mask], played[mask].clamp(max=1))
    parts = (cue, pair, union, far)
    return sum(parts), [float(part.detach()) for part in parts]


def _wrong(logits: torch.Tensor, begins: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    likely = logits.masked_fill(~mask | (begins > 0), -99.0)
    best = likely.flatten().topk(min(WRONG, likely.numel())).indices
    best = best[likely.flatten()[best] > -3.0]
    return torch.stack([best // logits.shape[1], best % logits.shape[1]], dim=1)


if __name__ == "__main__":
    main()
