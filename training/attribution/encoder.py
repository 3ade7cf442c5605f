"""MiniLM-L6 as plain matrices, so that heads and units can be cut away and what is left exported as it is."""

from collections.abc import Callable, Mapping
from pathlib import Path

import torch
from rounded import Linear
from safetensors.torch import load_file
from torch import nn
from torch.nn.functional import gelu, scaled_dot_product_attention

SIZE, LAYERS, WORDS, PLACES = 384, 6, 30522, 512
HEADS, UNITS, HEAD = 12, 1536, 32  # of the base encoder; a head's size

# queries, keys, values (B × T × heads·HEAD), mask (B × T) -> B × T × heads·HEAD
Attend = Callable[[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]

_NAMES = {  # ours -> those of the published weights
    "words": "embeddings.word_embeddings",
    "places": "embeddings.position_embeddings",
    "segment": "embeddings.token_type_embeddings",
    "normed": "embeddings.LayerNorm",
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "gathered": "attention.output.dense",
    "first_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "second_norm": "output.LayerNorm",
}


def attend(queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """What each piece gathers from the others of its window."""
    apart = [one.unflatten(2, (-1, HEAD)).transpose(1, 2) for one in (queries, keys, values)]
    return scaled_dot_product_attention(*apart, attn_mask=mask[:, None, None, :].bool()).transpose(1, 2).flatten(2)


class Layer(nn.Module):
    """One of an encoder's layers: B × T × size -> the same; its heads together gather `gathers` numbers for each piece."""

    def __init__(self, size: int, gathers: int, units: int, least: float = 1e-12) -> None:
        super().__init__()
        self.query, self.key, self.value = (Linear(size, gathers) for _ in range(3))
        self.gathered = Linear(gathers, size)
        self.first_norm, self.second_norm = nn.LayerNorm(size, least), nn.LayerNorm(size, least)
        self.wide, self.narrow = Linear(size, units), Linear(units, size)
        self.drop = nn.Dropout(0.1)

    def forward(self, read: torch.Tensor, mask: torch.Tensor, attend: Attend) -> torch.Tensor:
        """The pieces, each after a look at the others."""
        gathered = attend(self.query(read), self.key(read), self.value(read), mask)
        read = self.first_norm(read + self.drop(self.gathered(gathered)))
        return self.second_norm(read + self.drop(self.narrow(gelu(self.wide(read)))))


class Encoder(nn.Module):
    """Word pieces (B × T) with something added to each (B × T × SIZE) -> the pieces in context (B × T × SIZE)."""

    size = SIZE

    def __init__(self, heads: int = HEADS, units: int = UNITS, attend: Attend = attend, layers: int = LAYERS) -> None:
        super().__init__()
        self.words, self.places, self.segment = nn.Embedding(WORDS, SIZE), nn.Embedding(PLACES, SIZE), nn.Embedding(2, SIZE)
        self.normed = nn.LayerNorm(SIZE, 1e-12)
        self.layer = nn.ModuleList(Layer(SIZE, heads * HEAD, units) for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        self.attend = attend

    def forward(self, ids: torch.Tensor, added: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Reads the windows; `mask` is 0 where they are filled up."""
        places = torch.arange(ids.shape[1], device=ids.device)
        read = self.drop(self.normed(self.words(ids) + added + self.places(places) + self.segment.weight[0]))
        for layer in self.layer:
            read = layer(read, mask, self.attend)
        return read


def published(folder: Path) -> dict[str, torch.Tensor]:
    """The state of an `Encoder` from the folder of the base encoder's package."""
    theirs = load_file(folder / "model.safetensors")
    return {name: theirs[as_published(name, _NAMES)] for name in Encoder().state_dict()}


def as_published(name: str, names: Mapping[str, str]) -> str:
    """What a weight of ours is called where it was published; `names` gives their module for each of ours."""
    *path, module, kind = name.split(".")
    where = f"encoder.layer.{path[1]}." if path else ""
    return f"{where}{names[module]}.{kind}"
