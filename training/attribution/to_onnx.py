"""Writes the trained net as int8 ONNX: python training/attribution/to_onnx.py WEIGHTS.pt OUT.onnx"""

import sys
import tempfile
from pathlib import Path
from typing import Any

import torch
from encoder import HEAD
from net import Attributor, trained
from onnxruntime.quantization import QuantType, quantize_dynamic


class Attention(torch.autograd.Function):
    """`attend` as the one operator that onnxruntime has for it: a tenth faster than its parts."""

    @staticmethod
    def symbolic(graph: Any, queries: Any, keys: Any, values: Any, mask: Any, heads: int) -> Any:
        """The operator, with the mask where it expects one (after the bias, which we add before)."""
        nothing = graph.op("prim::Constant")
        nothing.setType(torch._C.OptionalType.ofTensor())  # noqa: SLF001 (the exporter has no other way to leave an input out)
        return graph.op("com.microsoft::MultiHeadAttention", queries, keys, values, nothing, mask, num_heads_i=heads)

    @staticmethod
    def forward(context: Any, queries: torch.Tensor, *others: Any) -> torch.Tensor:
        """Its shape, for the exporter."""
        return queries.clone()


def attention(queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """`encoder.attend` as that operator."""
    return Attention.apply(queries, keys, values, mask, int(queries.shape[2]) // HEAD)


class Exported(torch.nn.Module):
    """ids, marks, mask (B × T) and the least probability of a cue -> windows, places (C), begins (C), roles (C × T × 4)."""

    def __init__(self, net: Attributor) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, ids: torch.Tensor, marks: torch.Tensor, mask: torch.Tensor, likely: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """The findings in every window of the batch."""
        read = self.net.read(ids, marks, mask.int())
        begins = torch.sigmoid(self.net.cue_logits(read)) * mask
        found = (begins > likely).nonzero()
        windows, places = found[:, 0], found[:, 1]
        roles = torch.softmax(self.net.role_logits(read, windows, places), -1)
        return windows, places, begins[windows, places], roles


def main(weights: Path, out: Path) -> None:
    """Exports and quantizes."""
    net = trained(weights, attention)
    ids = torch.randint(1000, 20000, (2, 64))
    axes = {name: {0: "windows", 1: "places"} for name in ("ids", "marks", "mask")}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            Exported(net).eval(),
            (ids, torch.ones_like(ids), torch.ones_like(ids), torch.tensor(0.0)),
            full,
            input_names=["ids", "marks", "mask", "likely"],
            output_names=["windows", "places", "begins", "roles"],
            dynamic_axes={
                **axes,
                "windows": {0: "cues"},
                "places": {0: "cues"},
                "begins": {0: "cues"},
                "roles": {0: "cues", 1: "width"},
            },
            opset_version=17,
            dynamo=False,
        )
        # One scale for a whole matrix costs 2 points of F1; 7 bits, since 8 overflow on processors without VNNI.
        quantize_dynamic(
            full, out, op_types_to_quantize=["MatMul", "Gather"], weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
