"""The packaged net turned back into floats, so that it can teach the next one: python packaged.py IN.onnx OUT.pt"""

import sys
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

STEM, SCALE, ZERO = "_quantized", "_scale", "_zero_point"


def unpacked(path: Path) -> dict[str, torch.Tensor]:
    """The state of the net in an ONNX file that `to_onnx.py` wrote. `union`, which only training reads, is all zeros."""
    graph = onnx.load(path).graph
    arrays = {one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.initializer}
    state = {name: array for name, array in arrays.items() if name.startswith("net.") and not name.endswith((STEM, SCALE, ZERO))}
    for node in graph.node:
        base = next((name.removesuffix(STEM) for name in node.input if name in arrays and name.endswith(STEM)), None)
        if base and node.op_type == "Gather":
            state[base] = _floats(arrays, base)
        elif base and node.op_type == "MatMulInteger":  # the exporter turned the matrix over; its name is that of its module
            state[f"net.{_module(node.name)}.weight"] = _floats(arrays, base).T.contiguous()
    segment = next(arrays[name] for name in arrays if name.startswith("onnx::Add"))
    state |= {"net.encoder.segment.weight": segment.repeat(2, 1)}
    state |= {"net.union.weight": torch.zeros(3, len(segment)), "net.union.bias": torch.zeros(3)}
    return {name.removeprefix("net."): array.float() for name, array in state.items()}


def _floats(arrays: dict[str, torch.Tensor], base: str) -> torch.Tensor:
    return (arrays[base + STEM].float() - arrays[base + ZERO].float()) * arrays[base + SCALE]


def _module(node: str) -> str:
    """ "/begins/begins.1/MatMul_quant" is in "begins.1", "/encoder/layer.0/query/MatMul_quant" in "encoder.layer.0.query"."""
    *path, _ = node.strip("/").split("/")
    return ".".join(one for at, one in enumerate(path) if at + 1 == len(path) or not path[at + 1].startswith(f"{one}."))


if __name__ == "__main__":
    torch.save(unpacked(Path(sys.argv[1])), sys.argv[2])
