"""The net: MiniLM reads a window; one head finds where cues begin, another what each piece is to each cue."""

from pathlib import Path

import torch
from torch import nn
from transformers import BertModel

MARKS = 9
REACH = 96  # pieces before or after the cue that have a distance of their own; farther ones share the last


class Attributor(nn.Module):
    """Window of T pieces -> probability that a cue begins at each piece (T), and for each cue 4 scores a piece (C × T × 4):
    nothing to this cue, its source, the cue itself, its content.
    """

    def __init__(self, encoder: BertModel, width: int = 128) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.marks = nn.Embedding(MARKS, size)
        nn.init.zeros_(self.marks.weight)
        self.begins = nn.Sequential(nn.Dropout(0.1), nn.Linear(size, width), nn.GELU(), nn.Linear(width, 1))
        self.union = nn.Linear(size, 3)  # trained beside the others, not exported: which role a piece plays to any cue
        self.of_cue, self.of_piece = nn.Linear(size, width), nn.Linear(size, width)
        self.by_cue, self.by_piece = nn.Linear(size, width), nn.Linear(size, width)
        self.distance = nn.Embedding(2 * REACH + 1, width)
        self.beside = nn.Conv1d(width, width, 7, padding=3, groups=width)
        self.mixed = nn.Linear(width, width)
        self.role = nn.Linear(width, 4)
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.distance.weight, std=0.1)

    def read(self, ids: torch.Tensor, marks: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The window's pieces in context, B × T × size."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.marks(marks)
        return self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state

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


def base(path: Path, attention: str = "sdpa") -> Attributor:
    """An untrained net on the base encoder of that folder."""
    encoder = BertModel.from_pretrained(
        path, add_pooling_layer=False, local_files_only=True, attn_implementation=attention, attention_probs_dropout_prob=0.0
    )
    return Attributor(encoder)
