"""Trained nets, loaded once a process, and only if their weights are those that the catalog names."""

import os
import tomllib
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from rashomon.errors import WeightsError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

HOUSE = files("rashomon.inference")
WEIGHTS = HOUSE.joinpath("weights")
SLOWER = ["SkipLayerNormFusion", "DynamicQuantizeMatMulFusion"]  # of onnxruntime's rewritings: a fifth of the net's time (1.32)
REMEDY = "Install rashomon again (pip install --force-reinstall rashomon), or add --no-models to go on by rules alone."


@cache
def catalog() -> dict[str, dict[str, str]]:
    """What is known of each net, and of the vocabulary: `file`, `sha256`, `licence`, `made_by` …"""
    return tomllib.loads(HOUSE.joinpath("catalog.toml").read_text("utf-8"))


@cache
def session(name: str) -> "InferenceSession":
    """The net of that name, on one thread of the CPU.

    Raises WeightsError if its weights are missing or are not those of the catalog.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # as it comes it tells its makers of every session, over HTTPS (seen with 1.32)
    import onnxruntime  # slow to import: only who runs a net pays

    onnxruntime.disable_telemetry_events()  # where the program that uses us had loaded it before
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # the engine's workers are how more cores are used
    return onnxruntime.InferenceSession(weights(name), options, ["CPUExecutionProvider"], disabled_optimizers=SLOWER)


@cache
def check(name: str) -> None:
    """Nothing, where the weights of that name are there and are those of the catalog: what a run asks before it begins.

    Raises WeightsError if they are missing or altered. Neither the net nor what runs it is loaded: 0.03 s.
    """
    weights(name)


def weights(name: str) -> bytes:
    """What the catalog lists under that name, as it was released.

    Raises WeightsError if it is missing or altered.
    """
    entry = catalog()[name]
    path = WEIGHTS.joinpath(entry["file"])
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeightsError(f"{path}: the {name} weights cannot be read ({error.strerror}). {REMEDY}") from None
    if sha256(data).hexdigest() != entry["sha256"]:
        raise WeightsError(f"{path}: the {name} weights are not those that were released. {REMEDY}")
    return data
