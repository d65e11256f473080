"""Turns the trained networks into TorchScript files that take raw pixels and give finished numbers.

detector.pt:   uint8 [H,W,3] BGR -> float32 [K,5]: x1, y1, x2, y2 (pixels), score; best first; before non-maximum suppression.
attributes.pt: uint8 [N,72,72,3] BGR -> (age bands [N,7], age in years [N], gender [N,2], emotion [N,8]).
embedding.pt:  uint8 [N,72,72,3] BGR -> float32 [N,64] of unit length.
*-int8.pt:     the same, quantised; the pixels themselves are its first quantised numbers.

The backbones are traced (batch norm folded into the convolutions), the rest is scripted, the whole is frozen, so any size goes through.
Only plain torch operators are used: libtorch 2.7 loads these files.
"""
import copy
import math
import zipfile
from typing import Tuple

import torch
import torch.nn.functional as F
from torch import nn
from torch.ao.quantization import PerChannelMinMaxObserver, QConfig, get_default_qconfig_mapping
from torch.ao.quantization.fx.custom_config import PrepareCustomConfig
from torch.ao.quantization.quantize_fx import convert_fx, prepare_fx
from torch.nn.utils.fusion import fuse_conv_bn_eval

import data as sources
from attributes import INPUT, YEARS
from detector import BASE
from scenes import STRIDES, normalised


def fused(module):
    """Folds each batch norm into the convolution before it."""
    module = module.eval()
    for child in module.children():
        fused(child)
    if isinstance(module, nn.Sequential):
        for i in range(len(module) - 1):
            if isinstance(module[i], nn.Conv2d) and isinstance(module[i + 1], nn.BatchNorm2d):
                module[i], module[i + 1] = fuse_conv_bn_eval(module[i], module[i + 1]), nn.Identity()
    elif hasattr(module, "second") and hasattr(module, "norm"):
        module.second, module.norm = fuse_conv_bn_eval(module.second, module.norm), nn.Identity()
    return module


def traced(network, example):
    network = rounded(fused(copy.deepcopy(network))).to(memory_format=torch.channels_last)
    for parameter in network.parameters():
        parameter.requires_grad_(False)
    return torch.jit.trace(network, example.to(memory_format=torch.channels_last), check_trace=False)


class Cells(nn.Module):
    """A convolution of 1x1 as a matrix product: [B,C,h,w] -> [B,h,w,5]. With 5 outputs the product is ten times as fast."""

    def __init__(self, layer):
        super().__init__()
        self.weight, self.bias = nn.Parameter(layer.weight.detach()[:, :, 0, 0]), nn.Parameter(layer.bias.detach())

    def forward(self, x):
        return F.linear(x.permute(0, 2, 3, 1), self.weight, self.bias)


class FourPixels(nn.Module):
    """A first layer (3x3 convolution of 3 channels, stride 2, padding 1; batch norm; ReLU) that takes four pixels of a row as one of 12 channels.

    The same numbers come out. Processors multiply 8-bit numbers in rows of 16 to 64 channels: with 3 the first layer takes half as long
    again. Neither folding nor unfolding moves a byte, since a picture's channels lie side by side.
    """

    def __init__(self, layer):
        super().__init__()
        layer = fused(copy.deepcopy(layer))
        old = layer[0]
        self.outputs = old.out_channels
        new = nn.Conv2d(12, 2 * self.outputs, 3, (2, 1), 1)
        with torch.no_grad():
            new.weight.zero_()
            for half in (0, 1):  # each of the four pixels wide cells gives two pixels
                rows = slice(half * self.outputs, (half + 1) * self.outputs)
                for kx in range(3):
                    cell, pixel = divmod(2 * half - 1 + kx, 4)  # which lies in the cell to the left, or in this one
                    new.weight[rows, 3 * pixel : 3 * pixel + 3, :, cell + 1] = old.weight[:, :, :, kx]
            new.bias.copy_(old.bias.repeat(2))
        self.layer = nn.Sequential(new, nn.ReLU())

    def forward(self, x):
        x = self.layer(x).permute(0, 2, 3, 1)
        return x.reshape(x.size(0), x.size(1), x.size(2) * 2, self.outputs).permute(0, 3, 1, 2)


def four_pixels_in_one(pictures):
    """uint8 [B,H,W,3] -> [B,H,W/4,12], without moving a byte."""
    return pictures.reshape(pictures.size(0), pictures.size(1), pictures.size(2) // 4, 12)


def with_cells(detector):
    """The detector with what its outputs are in an order in which nothing has to be moved: cell by cell."""
    detector = copy.deepcopy(detector)
    detector.outputs = nn.ModuleList(Cells(layer) for layer in detector.outputs)
    return detector


def with_four_pixels(detector):
    """The detector for pictures [B,12,H,W/4]."""
    detector = copy.deepcopy(detector)
    detector.stem[0] = FourPixels(detector.stem[0])
    return detector


def quantised(network, plain, batches):
    """The network in 8-bit integers; its ranges are those that the batches (uint8 [B,H,W,channels]) bring about.


    The parts named in plain stay in floating point: boxes and probabilities need more than 7 bits. The first convolution gets 7-bit
    weights, since its input has 8 bits and processors without VNNI add two products in 16 bits.
    """
    torch.backends.quantized.engine = "x86"
    mapping = get_default_qconfig_mapping("x86")
    for name in plain:
        mapping.set_module_name(name, None)
    narrow = PerChannelMinMaxObserver.with_args(dtype=torch.qint8, qscheme=torch.per_channel_symmetric, quant_min=-63, quant_max=63)
    first = next(name for name, layer in network.named_modules() if isinstance(layer, nn.Conv2d))
    mapping.set_module_name(first, QConfig(activation=mapping.global_qconfig.activation, weight=narrow))
    network = copy.deepcopy(network).eval()
    prepared = prepare_fx(network, mapping, (normalised(batches[0]),), PrepareCustomConfig().set_input_quantized_indexes([0]))
    with torch.no_grad():
        for batch in batches:
            prepared(normalised(batch))
    example = torch._make_per_tensor_quantized_tensor(batches[0].permute(0, 3, 1, 2), 0.015625, 128)
    return torch.jit.trace(convert_fx(prepared), example, check_trace=False)


class Pixels(nn.Module):
    """uint8 [N,H,W,C] -> what the network takes: floats around zero, or the same pixels as 8-bit numbers of scale 1/64 and zero 128."""

    def __init__(self, integers: bool):
        super().__init__()
        self.integers = integers

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        x = pixels.permute(0, 3, 1, 2)
        if self.integers:
            return torch._make_per_tensor_quantized_tensor(x, 0.015625, 128)
        return ((x.to(torch.float32) - 128.0) * 0.015625).contiguous(memory_format=torch.channels_last)


class DetectorFile(nn.Module):
    def __init__(self, network, integers, threshold, limit):
        super().__init__()
        self.network, self.pixels, self.folded, self.limit = network, Pixels(integers), integers, limit
        self.least = math.log(threshold / (1 - threshold))
        self.base = BASE
        self.register_buffer("strides", torch.tensor(STRIDES, dtype=torch.float32))

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        height, width = image.size(0), image.size(1)
        if height % 32 != 0 or width % 32 != 0:
            whole = torch.full((height + (32 - height % 32) % 32, width + (32 - width % 32) % 32, 3), 128, dtype=torch.uint8)
            whole[:height, :width] = image
            image = whole
        pixels = image.unsqueeze(0)
        if self.folded:
            pixels = pixels.reshape(1, pixels.size(1), pixels.size(2) // 4, 12)
        a, b, c, d = self.network(self.pixels(pixels))  # each [1,h,w,5]
        # All levels as one list, since each operator costs time of its own; most cells are dropped before anything is computed.
        cells = torch.cat([a.reshape(-1, 5), b.reshape(-1, 5), c.reshape(-1, 5), d.reshape(-1, 5)])
        keep = torch.nonzero(cells[:, 0] > self.least).squeeze(1)
        cells = cells[keep]
        of_b, of_c = a.size(1) * a.size(2), a.size(1) * a.size(2) + b.size(1) * b.size(2)
        starts = torch.tensor([0, of_b, of_c, of_c + c.size(1) * c.size(2)])
        level = torch.bucketize(keep, starts, right=True) - 1
        columns = torch.tensor([a.size(2), b.size(2), c.size(2), d.size(2)])[level]
        stride, place = self.strides[level], keep - starts[level]
        cx = (torch.remainder(place, columns) + 0.5 + cells[:, 1]) * stride
        cy = (torch.floor_divide(place, columns) + 0.5 + cells[:, 2]) * stride
        half = torch.exp(torch.clamp(cells[:, 3:5], -4.0, 4.0)) * (stride * (self.base * 0.5)).unsqueeze(1)
        rows = torch.stack([cx - half[:, 0], cy - half[:, 1], cx + half[:, 0], cy + half[:, 1], torch.sigmoid(cells[:, 0])], 1)
        rows = rows[torch.argsort(rows[:, 4], descending=True)[: self.limit]]
        x1y1 = torch.clamp(rows[:, 0:2], min=0.0)
        x2 = torch.clamp(rows[:, 2:3], max=float(width))
        y2 = torch.clamp(rows[:, 3:4], max=float(height))
        return torch.cat([x1y1, x2, y2, rows[:, 4:5]], 1)


class AttributesFile(nn.Module):
    def __init__(self, network, integers, temperatures):
        super().__init__()
        self.network, self.pixels = network, Pixels(integers)
        self.age_scale, self.gender_scale, self.emotion_scale = (1.0 / temperatures[k] for k in ("age", "gender", "emotion"))
        bands = torch.zeros(YEARS, len(sources.AGE_BANDS))
        for year in range(YEARS):
            bands[year, sum(start <= year for start in sources.BAND_STARTS) - 1] = 1
        self.register_buffer("bands", bands)
        self.register_buffer("years", torch.arange(YEARS, dtype=torch.float32) + 0.5)

    def forward(self, crops: torch.Tensor) -> Tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        age, gender, emotion = self.network(self.pixels(crops))
        years = torch.softmax(age * self.age_scale, 1)
        return (
            torch.matmul(years, self.bands),
            torch.matmul(years, self.years),
            torch.softmax(gender * self.gender_scale, 1),
            torch.softmax(emotion * self.emotion_scale, 1),
        )


def rounded(network):
    """Weights as bfloat16, in which they were trained, held in 32 bits: the compressed file is half as large."""
    with torch.no_grad():
        for parameter in network.parameters():
            bits = parameter.contiguous().view(torch.int32)
            parameter.copy_(((bits + 0x8000) & ~0xFFFF).view(torch.float32))
    return network


class EmbeddingFile(nn.Module):
    def __init__(self, network, integers):
        super().__init__()
        self.network, self.pixels = network, Pixels(integers)

    def forward(self, crops: torch.Tensor) -> torch.Tensor:
        return torch.nn.functional.normalize(self.network(self.pixels(crops)), dim=1)


def multiply_adds(network, shape):
    """Of the convolutions and matrices, for one input of this shape."""
    total = []

    def count(layer, _, output):
        total.append(output.numel() * layer.weight[0].numel())

    hooks = [layer.register_forward_hook(count) for layer in network.modules() if isinstance(layer, (nn.Conv2d, nn.Linear))]
    with torch.no_grad():
        network(torch.zeros(shape))
    for hook in hooks:
        hook.remove()
    return sum(total)


def pack(path):
    """Drops the debug entries, which tell where on the exporting machine each line of source lay, and the times; compresses the rest."""
    with zipfile.ZipFile(path) as old:
        entries = [(e, old.read(e)) for e in old.infolist() if not e.filename.endswith(".debug_pkl")]
    with zipfile.ZipFile(path, "w") as new:
        for entry, content in entries:
            clean = zipfile.ZipInfo(entry.filename)
            new.writestr(clean, content, zipfile.ZIP_DEFLATED, 9)


def export(networks, temperatures, folder, threshold, limit, pictures, crops):
    """Writes all files. pictures and crops: batches uint8 [B,H,W,3] from which the ranges of the 8-bit networks are read."""
    detector, attributes, embedding = networks
    detector = with_cells(detector)
    picture, faces = torch.zeros(1, 3, 256, 256), torch.zeros(2, 3, INPUT, INPUT)
    files = {
        "detector.pt": DetectorFile(traced(detector, picture), False, threshold, limit),
        "detector-int8.pt": DetectorFile(quantised(with_four_pixels(detector), ["outputs"], [four_pixels_in_one(p) for p in pictures]), True, threshold, limit),
        "attributes.pt": AttributesFile(traced(attributes, faces), False, temperatures),
        "attributes-int8.pt": AttributesFile(quantised(attributes, ["age", "gender", "emotion"], crops), True, temperatures),
        "embedding.pt": EmbeddingFile(traced(embedding, faces), False),
        "embedding-int8.pt": EmbeddingFile(quantised(embedding, ["out"], crops), True),
    }
    for name, module in files.items():
        torch.jit.freeze(torch.jit.script(module.eval())).save(str(folder / name))
        pack(folder / name)


def check(folder, largest=640):
    """Loads the files as a stranger would and tries the shapes that must go through."""
    for suffix in ("", "-int8"):
        detector, attributes, embedding = (torch.jit.load(str(folder / f"{name}{suffix}.pt")) for name in ("detector", "attributes", "embedding"))
        with torch.inference_mode():
            for width, height in ((480, 270), (640, 480), (320, 240), (100, 70), (31, 17), (largest, largest), (1, 1)):
                for image in (torch.zeros(height, width, 3, dtype=torch.uint8), torch.randint(0, 256, (height, width, 3), dtype=torch.uint8)):
                    rows = detector(image)
                    assert rows.dtype == torch.float32 and rows.ndim == 2 and rows.shape[1] == 5, rows.shape
                    assert (rows[1:, 4] <= rows[:-1, 4]).all() and torch.isfinite(rows).all()
            for n in (1, 2, 7, 64):
                crops = torch.randint(0, 256, (n, INPUT, INPUT, 3), dtype=torch.uint8)
                bands, years, gender, emotion = attributes(crops)
                assert bands.shape == (n, 7) and years.shape == (n,) and gender.shape == (n, 2) and emotion.shape == (n, 8)
                for p in (bands, gender, emotion):
                    assert torch.allclose(p.sum(1), torch.ones(n), atol=1e-4)
                assert torch.allclose(embedding(crops).norm(dim=1), torch.ones(n), atol=1e-4)
