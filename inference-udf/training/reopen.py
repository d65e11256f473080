"""Gives an exported network its batch norms back, so that it can be trained on.

Exporting folds each batch norm into the convolution before it. Here the folded weights go back into the network, and each batch norm gets the
means and variances that pictures bring about and undoes what it does with them, so that the network still gives the same numbers.
"""
import copy

import torch
from torch import nn

from export import fused
from scenes import normalised

LAYERS = (nn.Conv2d, nn.Linear)


def exported_layers(file):
    """Weights and biases of the file's convolutions and matrices, in the order in which they are used."""
    for node in torch.jit.load(str(file)).inlined_graph.nodes():
        if node.kind() in ("aten::_convolution", "aten::linear"):
            yield tuple(value.toIValue() for value in list(node.inputs())[1:3])


def used_layers(network, example):
    """The network's convolutions and matrices, in the order in which they are used; one that is shared comes as often as it is used."""
    used = []
    hooks = [layer.register_forward_hook(lambda layer, _, __: used.append(layer)) for layer in network.modules() if isinstance(layer, LAYERS)]
    network(example)
    for hook in hooks:
        hook.remove()
    return used


@torch.no_grad()
def folded(file, network, example):
    """A copy of the network without batch norms, with the file's weights; an error where the file is of another network."""
    network = fused(copy.deepcopy(network))
    for layer, (weight, bias) in zip(used_layers(network, example), exported_layers(file), strict=True):
        layer.weight.copy_(weight.reshape(layer.weight.shape))
        layer.bias.copy_(bias)
    return network


def norms(network):
    """The batch norm behind each convolution that has one: the next of its sequence, or the one that stands beside it."""
    for name, module in network.named_children():
        yield from norms(module)
        if isinstance(module, nn.Conv2d) and isinstance(network, nn.Sequential) and int(name) + 1 < len(network):
            yield module, network[int(name) + 1]
        elif name == "second":
            yield module, network.norm


@torch.no_grad()
def reopened(file, network, batches):
    """The network with the file's weights and with batch norms as the batches (uint8 [N,H,W,3]) have them."""
    batches = [normalised(torch.from_numpy(batch)) for batch in batches]
    closed = folded(file, network, batches[0])
    sums = {}

    def note(layer, _, output):
        plain = (output - layer.bias[:, None, None]).double()
        count, total, square = sums.get(layer, (0, 0, 0))
        sums[layer] = count + plain[:, 0].numel(), total + plain.sum((0, 2, 3)), square + plain.square().sum((0, 2, 3))

    hooks = [layer.register_forward_hook(note) for layer in closed.modules() if isinstance(layer, nn.Conv2d)]
    for batch in batches:
        closed(batch)
    for hook in hooks:
        hook.remove()

    norm_of = dict(norms(network))
    for layer, source in zip((m for m in network.modules() if isinstance(m, LAYERS)), (m for m in closed.modules() if isinstance(m, LAYERS)), strict=True):
        layer.weight.copy_(source.weight)
        norm = norm_of.get(layer)
        if norm is None:
            layer.bias.copy_(source.bias)
            continue
        count, total, square = sums[source]
        mean = total / count
        variance = (square / count - mean.square()).clamp(min=0)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.copy_(mean + source.bias)
    return network
