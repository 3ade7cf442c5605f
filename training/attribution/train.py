"""Trains the attribution net on PolNeAR: the whole net, larger ones that only teach, then a slim one that learns from them all.

python training/attribution/train.py ../shared/data/attribution WHOLE.pt
python training/attribution/train.py ../shared/data/attribution LARGE.pt --large
python training/attribution/train.py ../shared/data/attribution SLIM.pt --cut WHOLE.pt --teachers WHOLE.pt LARGE.pt …
python training/attribution/train.py ../shared/data/attribution LESS.pt --cut SLIM.pt --layers 0 1 2 4 5 --heads 6 --units 512 …
"""

import argparse
import copy
import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from data import Article, Batch, articles, batches, epoch
from encoder import LAYERS
from evaluate import measured
from net import Attributor, trained, untrained
from rounded import rounding
from slim import slimmed
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, mse_loss, one_hot

ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 1e-3, 0.01
SLIM_PACE, LARGE_PACE = 0.5, 0.25  # of these rates: a slim net has little to learn, a large one is easily upset
TAUGHT = 0.7  # how far what is to be learnt lies from the labels towards what the teachers find
HEADS, UNITS = 8, 896  # of a slim layer; 12 and 1536 in the whole net, whose speed is two thirds of what is wanted
PLACES = 2048  # window places in a batch
AVERAGE = 0.998  # of the weights over the steps: the averaged net is the one kept
WRONG = 10  # cues that the net holds for likely and that are none, in each batch: to learn that nothing belongs to them


def main() -> None:
    """Prints a line every 50 steps and the figures on dev after each epoch; writes the averaged weights after each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path, help="gets a file OUT.N after each epoch N too")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--cut", type=Path)
    parser.add_argument("--layers", type=int, nargs="*", default=range(LAYERS), help="of --cut, those that are kept")
    parser.add_argument("--heads", type=int, default=HEADS)
    parser.add_argument("--units", type=int, default=UNITS)
    parser.add_argument("--pace", type=float)
    parser.add_argument("--places", type=int, default=PLACES)
    parser.add_argument("--unlabelled", type=Path, nargs="*", default=[], help="what unlabelled.py wrote")
    parser.add_argument("--teachers", type=Path, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    torch.manual_seed(options.seed)
    corpus = articles(options.data / "polnear-train.jsonl")[: options.articles]
    corpus += [article for path in options.unlabelled for article in articles(path)[: options.articles]]
    dev = articles(options.data / "polnear-dev.jsonl")
    teachers = [trained(path).to(options.device).eval() for path in options.teachers]
    net = trained(options.cut) if options.cut else untrained(options.large)
    net.to(options.device)
    if options.cut:
        net = slim(net, corpus, rng, options.heads, options.units, options.layers)
    pace = options.pace or (SLIM_PACE if options.cut else LARGE_PACE if options.large else 1.0)
    train(net, corpus, dev, options.epochs, rng, options.out, teachers, pace, options.places)


def slim(
    whole: Attributor, corpus: list[Article], rng: random.Random, heads: int, units: int, layers: Sequence[int]
) -> Attributor:
    """What of the whole net matters most to articles of the training set, in matrices that round."""
    some = batches(epoch(rng.sample(corpus, min(100, len(corpus))), rng), PLACES, rng)
    near = (one.to(_device(whole)) for one in some)
    net = slimmed(whole, near, lambda net, one: losses(net, one)[0], heads, units, layers)
    rounding(net, True)
    return net


def train(
    net: Attributor,
    corpus: list[Article],
    dev: list[Article],
    epochs: int,
    rng: random.Random,
    out: Path,
    teachers: Sequence[Attributor] = (),
    pace: float = 1.0,
    places: int = PLACES,
) -> None:
    """Trains in place and writes the averaged net after every epoch."""
    first = batches(epoch(corpus, rng), places, rng)
    optimizer, schedule = _optimizer(net, len(first) * epochs, pace)
    average = copy.deepcopy(net).eval()
    step, begun = 0, time.monotonic()
    for number in range(epochs):
        net.train()
        for one in first if number == 0 else batches(epoch(corpus, rng), places, rng):
            loss, parts = losses(net, one.to(_device(net)), teachers)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            _follow(average, net, min(AVERAGE, step / (step + 10)))
            if step % 50 == 0:
                print(f"{step} {time.monotonic() - begun:.0f}s {' '.join(f'{float(part):.4f}' for part in parts)}", flush=True)
        for path in (out, out.with_name(f"{out.name}.{number + 1}")):
            torch.save(average.state_dict(), path)
        print(f"epoch {number + 1}: {measured(average, dev)}", flush=True)


def _device(net: Attributor) -> torch.device:
    return net.marks.weight.device


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


def losses(net: Attributor, one: Batch, teachers: Sequence[Attributor] = ()) -> tuple[torch.Tensor, tuple[torch.Tensor, ...]]:
    """The loss of a batch, and its parts: where cues begin, what each piece is to each cue, which role it plays at all, and how
    far the reading is from that of a teacher as wide. With teachers, what is to be learnt lies between the labels and their mean.
    """
    read = net.read(one.ids, one.marks, one.mask)
    mask = one.mask.bool()
    begins = torch.zeros(one.ids.shape, device=read.device)
    begins[one.cues[:, 0], one.cues[:, 1]] = 1
    logits = net.cue_logits(read)
    wrong = _wrong(logits.detach(), begins, mask)
    cues = torch.cat([one.cues, wrong])
    roles = one_hot(torch.cat([one.roles, one.roles.new_zeros((len(wrong), one.roles.shape[1]))]), 4).float()
    far = read.new_zeros(())
    if teachers:
        with torch.no_grad(), torch.autocast(read.device.type, torch.bfloat16):  # half the time, and they only tell
            seen = [teacher.read(one.ids, one.marks, one.mask) for teacher in teachers]
            pairs = list(zip(teachers, seen, strict=True))
            begins = begins.lerp(_mean(torch.sigmoid(teacher.cue_logits(its).float()) for teacher, its in pairs), TAUGHT)
            roles = roles.lerp(_mean(teacher.role_logits(its, *cues.T).float().softmax(-1) for teacher, its in pairs), TAUGHT)
        far = sum((mse_loss(read[mask], its[mask]) for its in seen if its.shape == read.shape), far)
    cue = binary_cross_entropy_with_logits(logits[mask], begins[mask]) * 40
    scores = net.role_logits(read, cues[:, 0], cues[:, 1])
    each = cross_entropy(scores.transpose(1, 2), roles.transpose(1, 2), reduction="none") * mask[cues[:, 0]]
    weight = torch.ones(len(cues), device=read.device)
    weight[len(one.cues) :] = 0.5
    pair = (each.sum(1) * weight).sum() / weight.sum().clamp(min=1) / 12
    played = torch.zeros((*one.ids.shape, 3), device=read.device)
    for role in (1, 2, 3):
        played[..., role - 1].index_add_(0, one.cues[:, 0], (one.roles == role).float())
    union = binary_cross_entropy_with_logits(net.union(read)[mask], played[mask].clamp(max=1))
    parts = (cue, pair, union, far)
    return sum(parts), parts


def _mean(each: Iterable[torch.Tensor]) -> torch.Tensor:
    return torch.stack(list(each)).mean(0)


def _wrong(logits: torch.Tensor, begins: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    likely = logits.masked_fill(~mask | (begins > 0), -99.0)
    best = likely.flatten().topk(min(WRONG, likely.numel())).indices
    best = best[likely.flatten()[best] > -3.0]
    return torch.stack([best // logits.shape[1], best % logits.shape[1]], dim=1)


if __name__ == "__main__":
    main()
