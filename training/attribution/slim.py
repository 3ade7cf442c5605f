"""What of a trained net does least: heads and units whose loss would change the loss least are cut away.

Importance is Taylor's first order, |Σ activation · gradient| (Molchanov et al. 2017, Michel et al. 2019), over batches of the
training set; every layer keeps as many as the others, so that all cost the same.
"""

from collections.abc import Callable, Iterable, Sequence

import torch
from data import Batch
from encoder import HEAD, Encoder, Layer
from net import Attributor
from torch import nn


def slimmed(
    net: Attributor,
    found: Iterable[Batch],
    loss: Callable[[Attributor, Batch], torch.Tensor],
    heads: int,
    units: int,
    layers: Sequence[int],
) -> Attributor:
    """A net with those `layers`, and the `heads` and `units` of each that matter most."""
    slim = Attributor(Encoder(heads, units, layers=len(layers))).to(net.begins[1].weight.device)
    whole = net.state_dict()
    state = {name: weight for name, weight in whole.items() if not name.startswith("encoder.layer.")}
    matters = _importance(net, found, loss)
    for at, old in enumerate(layers):
        prefix = f"encoder.layer.{old}."
        state |= {f"encoder.layer.{at}.{name.removeprefix(prefix)}": whole[name] for name in whole if name.startswith(prefix)}
        of_heads, of_units = matters[old]
        kept = of_heads.topk(heads).indices.sort().values
        columns = (kept[:, None] * HEAD + torch.arange(HEAD, device=kept.device)).flatten()
        lines = of_units.topk(units).indices.sort().values
        layer = f"encoder.layer.{at}."
        for name in ("query", "key", "value"):
            _keep(state, layer + name, columns)
        state[f"{layer}gathered.weight"] = state[f"{layer}gathered.weight"][:, columns]
        _keep(state, f"{layer}wide", lines)
        state[f"{layer}narrow.weight"] = state[f"{layer}narrow.weight"][:, lines]
    slim.load_state_dict(state)
    slim.encoder.words.weight.requires_grad = False
    return slim


def _keep(state: dict[str, torch.Tensor], module: str, rows: torch.Tensor) -> None:
    for kind in ("weight", "bias"):
        state[f"{module}.{kind}"] = state[f"{module}.{kind}"][rows]


def _importance(
    net: Attributor, found: Iterable[Batch], loss: Callable[[Attributor, Batch], torch.Tensor]
) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """For each layer, how much each head and each unit matters."""
    layers: list[Layer] = list(net.encoder.layer)
    device = net.begins[1].weight.device
    sums = [
        (torch.zeros(layer.gathered.in_features // HEAD, device=device), torch.zeros(layer.narrow.in_features, device=device))
        for layer in layers
    ]
    seen: dict[nn.Module, torch.Tensor] = {}

    def look(module: nn.Module, inputs: tuple[torch.Tensor]) -> None:
        inputs[0].retain_grad()
        seen[module] = inputs[0]

    hooks = [module.register_forward_pre_hook(look) for layer in layers for module in (layer.gathered, layer.narrow)]
    net.eval()
    for batch in found:
        loss(net, batch).backward()
        for layer, (of_heads, of_units) in zip(layers, sums, strict=True):
            gathered, wide = seen[layer.gathered], seen[layer.narrow]
            of_heads += (gathered * gathered.grad).sum(1).unflatten(-1, (-1, HEAD)).sum(-1).abs().sum(0).detach()
            of_units += (wide * wide.grad).sum(1).abs().sum(0).detach()
        net.zero_grad()
    for hook in hooks:
        hook.remove()
    return sums
