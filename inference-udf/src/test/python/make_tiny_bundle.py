"""Makes src/test/resources/bundles/tiny: networks without weights, whose answers a test can work out by hand.

The detector frames what is bright (a channel above 128) in each quarter of the picture: at most four faces. Each comes three times, so that
suppression and thresholds have something to do. The attributes are the mean colour of a crop's middle:
blue / 255 * 100 is the age, green / 255 the probability of female, red / 32 the number of the emotion.

The quantised files answer the same through operators on 8-bit integers, so that the engine has to have these; years become multiples of 4,
which tells the files apart. An embedding is the mean colour of each quarter of a crop, made as long as 1.

Beside it go a network that a bundle must not hold, to see that it is refused, one that sees the left half of a crop only, so that its mirror
image is another face, and one that gives back what it gets.

    python make_tiny_bundle.py src/test/resources/bundles/tiny        (torch 2.13)
"""
import hashlib
import json
import sys
import zipfile
from pathlib import Path
from typing import List, Tuple

import torch
from torch import nn


class Detector(nn.Module):
    def colours(self, image: torch.Tensor) -> torch.Tensor:
        return image.to(torch.float32)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        bright = self.colours(image).amax(2) > 128
        height, width = image.size(0), image.size(1)
        rows: List[List[float]] = []
        for top, bottom in ((0, height // 2), (height // 2, height)):
            for left, right in ((0, width // 2), (width // 2, width)):
                found = torch.nonzero(bright[top:bottom, left:right])
                if found.size(0) > 0:
                    y1, x1 = float(found[:, 0].min()) + top, float(found[:, 1].min()) + left
                    y2, x2 = float(found[:, 0].max()) + top + 1, float(found[:, 1].max()) + left + 1
                    shift = (x2 - x1) * 0.1
                    rows.append([x1, y1, x2, y2, 0.9])
                    rows.append([x1 + shift, y1, x2 + shift, y2, 0.6])
                    rows.append([x1, y1 + (y2 - y1), x2, y2 + (y2 - y1), 0.3])
        if len(rows) == 0:
            return torch.zeros(0, 5)
        boxes = torch.tensor(rows)
        return boxes[torch.argsort(boxes[:, 4], descending=True)]


class QuantisedDetector(Detector):
    def __init__(self):
        super().__init__()
        self.same = torch.ao.nn.quantized.Conv2d(3, 3, 1)
        weights = torch.quantize_per_tensor(torch.eye(3).reshape(3, 3, 1, 1), 1.0, 0, torch.qint8)
        self.same.set_weight_bias(weights, torch.zeros(3))
        self.same.scale, self.same.zero_point = 1.0, 0

    def colours(self, image: torch.Tensor) -> torch.Tensor:
        channels = image.permute(2, 0, 1).unsqueeze(0).to(torch.float32)
        quantised = torch.quantize_per_tensor(channels, 1.0, 0, torch.quint8)
        return self.same(quantised).dequantize()[0].permute(1, 2, 0)


class Attributes(nn.Module):
    def __init__(self):
        super().__init__()
        self.bands: List[float] = [0.0, 16.0, 20.0, 30.0, 40.0, 50.0, 60.0]

    def rounded(self, years: torch.Tensor) -> torch.Tensor:
        return years

    def forward(self, crops: torch.Tensor) -> Tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        count, side = crops.size(0), crops.size(1)
        middle = crops[:, side // 4 : side * 3 // 4, side // 4 : side * 3 // 4].to(torch.float32).mean((1, 2))
        years = self.rounded(middle[:, 0] / 255 * 100)
        bands, emotion = torch.full((count, 7), 0.05), torch.full((count, 8), 0.025)
        for i in range(count):
            band = 0
            for k in range(7):
                if float(years[i]) >= self.bands[k]:
                    band = k
            bands[i, band] = 0.7
            emotion[i, int(middle[i, 2] / 32)] = 0.825
        female = middle[:, 1] / 255
        return bands, years, torch.stack([female, 1 - female], 1), emotion


class QuantisedAttributes(Attributes):
    def rounded(self, years: torch.Tensor) -> torch.Tensor:
        return torch.quantize_per_tensor(years, 4.0, 0, torch.quint8).dequantize()


class Embedding(nn.Module):
    def rounded(self, colours: torch.Tensor) -> torch.Tensor:
        return colours

    def forward(self, crops: torch.Tensor) -> torch.Tensor:
        count, half = crops.size(0), crops.size(1) // 2
        quarters = crops.to(torch.float32).reshape(count, 2, half, 2, half, 3).mean((2, 4))
        return torch.nn.functional.normalize(self.rounded(quarters).reshape(count, 12), dim=1)


class QuantisedEmbedding(Embedding):
    def rounded(self, colours: torch.Tensor) -> torch.Tensor:
        return torch.quantize_per_tensor(colours, 16.0, 0, torch.quint8).dequantize()


class FiveEmotions(nn.Module):
    """A network for other labels: what a bundle must not hold."""

    def forward(self, crops: torch.Tensor) -> Tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        count = crops.size(0)
        return torch.zeros(count, 7), torch.zeros(count), torch.zeros(count, 2), torch.zeros(count, 5)


class LeftHalf(nn.Module):
    """Knows nothing but the gender: green / 255 of the left half of a crop is the probability of female."""

    def forward(self, crops: torch.Tensor) -> Tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        count, side = crops.size(0), crops.size(1)
        female = crops[:, :, : side // 2, 1].to(torch.float32).mean((1, 2)) / 255
        gender = torch.stack([female, 1 - female], 1)
        return torch.full((count, 7), 1 / 7), torch.full((count,), 30.0), gender, torch.full((count, 8), 1 / 8)


class Echo(nn.Module):
    def forward(self, values: torch.Tensor) -> torch.Tensor:
        return values


def without_debug_records(file):
    """They hold source paths, and are most of such a small file."""
    with zipfile.ZipFile(file) as archive:
        records = [(name, archive.read(name)) for name in archive.namelist() if not name.endswith(".debug_pkl")]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in records:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    networks = {
        "detector.pt": Detector(),
        "detector-int8.pt": QuantisedDetector(),
        "attributes.pt": Attributes(),
        "attributes-int8.pt": QuantisedAttributes(),
        "embedding.pt": Embedding(),
        "embedding-int8.pt": QuantisedEmbedding(),
        "../five-emotions.pt": FiveEmotions(),
        "../left-half.pt": LeftHalf(),
        "../echo.pt": Echo(),
    }
    for name, network in networks.items():
        torch.jit.script(network.eval()).save(str(folder / name))
        without_debug_records(folder / name)
    contents = {name: (folder / name).read_bytes() for name in networks if "/" not in name}
    bundle = {
        "format": 1,
        "name": "tiny",
        "version": "1.0",
        "licence": "Apache-2.0",
        "description": "Networks without weights for tests.",
        "detector": {
            "file": "detector.pt",
            "int8File": "detector-int8.pt",
            "maxSide": 320,
            "candidateThreshold": 0.2,
            "scoreThreshold": 0.5,
            "iouThreshold": 0.45,
            "maxCandidates": 64,
            "minFacePixels": 10,
        },
        "attributes": {
            "file": "attributes.pt",
            "int8File": "attributes-int8.pt",
            "inputSize": 32,
            "cropScale": 1.25,
            "minFacePixels": 16,
            "genderThreshold": 0.65,
            "ageBands": ["0-15", "16-19", "20-29", "30-39", "40-49", "50-59", "60+"],
            "genders": ["female", "male"],
            "emotions": ["anger", "contempt", "disgust", "fear", "happiness", "neutral", "sadness", "surprise"],
        },
        "embedding": {
            "file": "embedding.pt",
            "int8File": "embedding-int8.pt",
            "inputSize": 16,
            "cropScale": 1.0,
            "dimensions": 12,
        },
        "files": {name: {"bytes": len(c), "sha256": hashlib.sha256(c).hexdigest()} for name, c in contents.items()},
    }
    (folder / "bundle.json").write_text(json.dumps(bundle, indent=2) + "\n")


if __name__ == "__main__":
    main()
