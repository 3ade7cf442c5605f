"""Matrices that round as the exported net will, so that a net can learn to do with that (Jacob et al. 2018)."""

import torch
from torch import nn
from torch.nn.functional import linear

STEPS = 64  # of a weight on either side of 0: 7 bits, see to_onnx.py


class Linear(nn.Linear):
    """A matrix with a scale for each of its rows; what comes in has one scale for the whole batch. Gradients pass through."""

    rounds = False

    def forward(self, read: torch.Tensor) -> torch.Tensor:
        """As nn.Linear, rounded where that is asked for."""
        return linear(_rounded(read), _rounded_rows(self.weight), self.bias) if self.rounds else super().forward(read)


def rounding(net: nn.Module, on: bool) -> None:
    """From now on every matrix of the net rounds, or none does."""
    for module in net.modules():
        if isinstance(module, Linear):
            module.rounds = on


def _rounded(read: torch.Tensor) -> torch.Tensor:
    if not read.numel():  # a window without a cue
        return read
    low, high = read.detach().aminmax()
    low = low.clamp(max=0)
    scale = ((high.clamp(min=0) - low) / 255).clamp(min=1e-8)
    return torch.fake_quantize_per_tensor_affine(read, scale, (-low / scale).round().int(), 0, 255)


def _rounded_rows(weight: torch.Tensor) -> torch.Tensor:
    scale = (weight.detach().abs().amax(1) / STEPS).clamp(min=1e-8)
    zero = torch.zeros(len(weight), dtype=torch.int32, device=weight.device)
    return torch.fake_quantize_per_channel_affine(weight, scale, zero, 0, -STEPS, STEPS)
