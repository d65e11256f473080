"""Turns the trained networks into TorchScript files that take raw pixels and give finished numbers.

detector.pt:   uint8 [H,W,3] BGR -> float32 [K,5]: x1, y1, x2, y2 (pixels), score; best first; before non-maximum suppression.
attributes.pt: uint8 [N,64,64,3] BGR -> (age bands [N,7], age in years [N], gender [N,2], emotion [N,8]).

The backbones are traced (batch norm folded into the convolutions), the rest is scripted, the whole is frozen, so any size goes through.
Only plain torch operators are used: libtorch 2.7 loads these files.
"""
import copy
import zipfile
from typing import Tuple

import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

import data as sources
from attributes import INPUT, YEARS
from detector import BASE
from scenes import STRIDES


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
    network = fused(copy.deepcopy(network)).to(memory_format=torch.channels_last)
    for parameter in network.parameters():
        parameter.requires_grad_(False)
    return torch.jit.trace(network, example.to(memory_format=torch.channels_last), check_trace=False)


class DetectorFile(nn.Module):
    strides: Tuple[int, int, int]

    def __init__(self, network, threshold, limit):
        super().__init__()
        self.network, self.threshold, self.limit = network, threshold, limit
        self.strides, self.base = STRIDES, BASE

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        height, width = image.size(0), image.size(1)
        x = image.permute(2, 0, 1).unsqueeze(0).to(torch.float32)
        x = (x - 127.5) * 0.015625
        x = F.pad(x, [0, (32 - width % 32) % 32, 0, (32 - height % 32) % 32])
        x = x.contiguous(memory_format=torch.channels_last)
        a, b, c = self.network(x)
        found = []
        for stride, out in zip(self.strides, (a, b, c)):
            columns = out.size(3)
            cells = out[0].permute(1, 2, 0).reshape(-1, 5)
            score = torch.sigmoid(cells[:, 0])
            keep = torch.nonzero(score > self.threshold).squeeze(1)
            cells = cells[keep]
            cx = (torch.remainder(keep, columns) + 0.5 + cells[:, 1]) * stride
            cy = (torch.floor_divide(keep, columns) + 0.5 + cells[:, 2]) * stride
            half = torch.exp(torch.clamp(cells[:, 3:5], -4.0, 4.0)) * (self.base * stride * 0.5)
            found.append(torch.stack([cx - half[:, 0], cy - half[:, 1], cx + half[:, 0], cy + half[:, 1], score[keep]], 1))
        rows = torch.cat(found)
        order = torch.argsort(rows[:, 4], descending=True)[: self.limit]
        rows = rows[order]
        x1y1 = torch.clamp(rows[:, 0:2], min=0.0)
        x2 = torch.clamp(rows[:, 2:3], max=float(width))
        y2 = torch.clamp(rows[:, 3:4], max=float(height))
        return torch.cat([x1y1, x2, y2, rows[:, 4:5]], 1)


class AttributesFile(nn.Module):
    def __init__(self, network, temperatures):
        super().__init__()
        self.network = network
        self.age_scale, self.gender_scale, self.emotion_scale = (1.0 / temperatures[k] for k in ("age", "gender", "emotion"))
        bands = torch.zeros(YEARS, len(sources.AGE_BANDS))
        for year in range(YEARS):
            bands[year, sum(start <= year for start in sources.BAND_STARTS) - 1] = 1
        self.register_buffer("bands", bands)
        self.register_buffer("years", torch.arange(YEARS, dtype=torch.float32) + 0.5)

    def forward(self, crops: torch.Tensor) -> Tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        x = (crops.permute(0, 3, 1, 2).to(torch.float32) - 127.5) * 0.015625
        age, gender, emotion = self.network(x.contiguous(memory_format=torch.channels_last))
        years = torch.softmax(age * self.age_scale, 1)
        return (
            torch.matmul(years, self.bands),
            torch.matmul(years, self.years),
            torch.softmax(gender * self.gender_scale, 1),
            torch.softmax(emotion * self.emotion_scale, 1),
        )


def without_origin(path):
    """Drops the debug entries, which tell where on the exporting machine each line of source lay, and the times."""
    with zipfile.ZipFile(path) as old:
        entries = [(e, old.read(e)) for e in old.infolist() if not e.filename.endswith(".debug_pkl")]
    with zipfile.ZipFile(path, "w") as new:
        for entry, content in entries:
            clean = zipfile.ZipInfo(entry.filename)
            clean.compress_type = entry.compress_type
            new.writestr(clean, content)


def export(detector, attributes, temperatures, folder, threshold, limit):
    files = {
        "detector.pt": DetectorFile(traced(detector, torch.zeros(1, 3, 256, 256)), threshold, limit),
        "attributes.pt": AttributesFile(traced(attributes, torch.zeros(2, 3, INPUT, INPUT)), temperatures),
    }
    for name, module in files.items():
        torch.jit.freeze(torch.jit.script(module.eval())).save(str(folder / name))
        without_origin(folder / name)


def check(folder, input_side=640):
    """Loads the files as a stranger would and tries the shapes that must go through."""
    detector = torch.jit.load(str(folder / "detector.pt"))
    attributes = torch.jit.load(str(folder / "attributes.pt"))
    with torch.inference_mode():
        for width, height in ((480, 270), (640, 480), (320, 240), (100, 70), (31, 17), (input_side, input_side), (1, 1)):
            for image in (torch.zeros(height, width, 3, dtype=torch.uint8), torch.randint(0, 256, (height, width, 3), dtype=torch.uint8)):
                rows = detector(image)
                assert rows.dtype == torch.float32 and rows.ndim == 2 and rows.shape[1] == 5, rows.shape
                assert (rows[1:, 4] <= rows[:-1, 4]).all() and torch.isfinite(rows).all()
        for n in (1, 2, 7, 64):
            bands, years, gender, emotion = attributes(torch.randint(0, 256, (n, INPUT, INPUT, 3), dtype=torch.uint8))
            assert bands.shape == (n, 7) and years.shape == (n,) and gender.shape == (n, 2) and emotion.shape == (n, 8)
            for p in (bands, gender, emotion):
                assert torch.allclose(p.sum(1), torch.ones(n), atol=1e-4)
