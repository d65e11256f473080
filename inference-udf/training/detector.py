"""The face detector: one stage, no anchors, strides 8 to 64. Network, loss and training."""
import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import data as sources
from common import Training, low_precision
from scenes import STRIDES, Scenes, mistakes, normalised

NECK = 48
# Which half hidden or turned away faces count is learnt from drawn frames, where that is known exactly; then faces that fill the picture are learnt again.
LAST_PARTS = ((4000, 1e-3, 0.5, 0.5), (1500, 5e-4, 0.4, 0.9))  # steps, learning rate, share of drawn frames, share of photos with such a face
BASE = 4.0  # a box side is exp(prediction) * BASE * stride


def conv(inputs, outputs, stride=1, kernel=3):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.first, self.second = conv(channels, channels), nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, x):
        return F.relu(x + self.norm(self.second(self.first(x))))


class Detector(nn.Module):
    """image [B,3,H,W], H and W multiples of 32 -> four maps [B,5,h,w]: score logit, centre offset x y, log width, log height."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(conv(3, 16, 2), conv(16, 32, 2), conv(32, 32))
        self.level8 = nn.Sequential(conv(32, 48, 2), Residual(48))
        self.level16 = nn.Sequential(conv(48, 64, 2), Residual(64))
        self.level32 = nn.Sequential(conv(64, 96, 2), Residual(96))
        self.level64 = nn.Sequential(conv(96, 128, 2), conv(128, 96))
        self.lateral = nn.ModuleList(conv(c, NECK, 1, 1) for c in (48, 64, 96, 96))
        self.merge = nn.ModuleList(conv(NECK, NECK) for _ in STRIDES)
        self.head = nn.Sequential(conv(NECK, NECK), conv(NECK, NECK))
        self.outputs = nn.ModuleList(nn.Conv2d(NECK, 5, 1) for _ in STRIDES)
        for layer in self.modules():
            if isinstance(layer, nn.Conv2d):
                nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        for layer in self.outputs:
            nn.init.normal_(layer.weight, std=0.01)
            nn.init.constant_(layer.bias, 0.0)
            nn.init.constant_(layer.bias[:1], -4.0)

    def forward(self, x):
        p8 = self.level8(self.stem(x))
        p16 = self.level16(p8)
        p32 = self.level32(p16)
        p64 = self.merge[3](self.lateral[3](self.level64(p32)))
        twice = F.interpolate(p64, scale_factor=2.0, mode="nearest")
        p32 = self.lateral[2](p32)
        p32 = self.merge[2](p32 + twice[:, :, : p32.size(2), : p32.size(3)])  # 15 rows become 8 and then 16
        p16 = self.merge[1](self.lateral[1](p16) + F.interpolate(p32, scale_factor=2.0, mode="nearest"))
        p8 = self.merge[0](self.lateral[0](p8) + F.interpolate(p16, scale_factor=2.0, mode="nearest"))
        return tuple(out(self.head(p)) for out, p in zip(self.outputs, (p8, p16, p32, p64)))


def decode_map(out, stride):
    """[B,5,h,w] -> logits [B,h*w], boxes [B,h*w,4] in pixels."""
    h, w = out.shape[2:]
    ys, xs = torch.meshgrid(torch.arange(h, device=out.device) + 0.5, torch.arange(w, device=out.device) + 0.5, indexing="ij")
    centre = (torch.stack([xs, ys]) + out[:, 1:3]) * stride
    half = out[:, 3:5].clamp(-4, 4).exp() * (BASE * stride / 2)
    return out[:, 0].flatten(1), torch.cat([centre - half, centre + half], 1).flatten(2).transpose(1, 2)


def distance_iou(a, b):
    """IoU, and IoU less the squared distance of the centres over the diagonal of the hull."""
    lt, rb = torch.maximum(a[:, :2], b[:, :2]), torch.minimum(a[:, 2:], b[:, 2:])
    inter = (rb - lt).clamp(min=0).prod(1)
    union = (a[:, 2:] - a[:, :2]).prod(1) + (b[:, 2:] - b[:, :2]).prod(1) - inter
    hull = torch.maximum(a[:, 2:], b[:, 2:]) - torch.minimum(a[:, :2], b[:, :2])
    apart = (a[:, :2] + a[:, 2:] - b[:, :2] - b[:, 2:]) / 2
    iou = inter / union.clamp(min=1e-6)
    return iou, iou - apart.pow(2).sum(1) / hull.pow(2).sum(1).clamp(min=1e-6)


def losses(model, batch):
    images, kind, boxes = batch
    where = next(model.parameters()).device
    images, kind, boxes = (torch.from_numpy(a).to(where) for a in (images, kind, boxes))
    with torch.autocast(where.type, dtype=torch.bfloat16, enabled=low_precision()):
        outputs = model(normalised(images))
    decoded = [decode_map(out.float(), stride) for out, stride in zip(outputs, STRIDES)]
    logits, predicted = torch.cat([d[0] for d in decoded], 1), torch.cat([d[1] for d in decoded], 1)
    positive = kind == 1
    iou, quality = distance_iou(predicted[positive], boxes[positive])
    # The score is asked to say how well the box fits, so that the best box of a face survives the suppression.
    target = torch.zeros_like(logits)
    target[positive] = iou.detach().clamp(min=0.05).sqrt()
    focal = (target - logits.sigmoid()).pow(2) * F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    count = positive.sum().clamp(min=1)
    return {"score": (focal * (kind >= 0)).sum() / count, "box": 2.0 * (1 - quality).sum() / count}


@torch.no_grad()
def find(model, image, threshold=0.2):
    """Rows x1,y1,x2,y2,score of one picture, best first, after suppression."""
    where = next(model.parameters()).device
    h, w = image.shape[:2]
    padded = np.full((-(-h // 32) * 32, -(-w // 32) * 32, 3), 128, np.uint8)
    padded[:h, :w] = image
    with torch.autocast(where.type, dtype=torch.bfloat16, enabled=low_precision()):
        outputs = model(normalised(torch.from_numpy(padded[None]).to(where)))
    decoded = [decode_map(out.float(), stride) for out, stride in zip(outputs, STRIDES)]
    rows = torch.cat([torch.cat([boxes[0], logits[0].sigmoid()[:, None]], 1) for logits, boxes in decoded])
    return sources.nms(rows[rows[:, 4] > threshold].cpu().numpy())


def train(data, work, drawn=None, steps=12000, seed=1):
    """Three parts: after the first 40 % of the steps the network looks for its own mistakes, which the rest of the training shows it; then come LAST_PARTS."""
    torch.manual_seed(seed)
    scenes = Scenes(data, work, drawn, seed)
    model = Detector()
    print(f"detector: {sum(p.numel() for p in model.parameters())} parameters", flush=True)
    training = Training("detector", model, work, steps, learning_rate=3e-3, weight_decay=0.01, seed=seed, muon=True)
    first = Path(work) / "detector-first.pt"
    training.run(scenes.batch, losses, until=int(steps * 0.4))
    if not first.exists():
        torch.save(training.average.state_dict(), first)
    judge = Detector().to(training.device, memory_format=torch.channels_last).eval()
    judge.load_state_dict(torch.load(first, map_location=training.device, weights_only=True))
    scenes.mistakes = mistakes(lambda image: find(judge, image), data, work)
    print(f"detector: mistakes in {len(scenes.mistakes)} pictures, {sum(len(m[3]) for m in scenes.mistakes)} in all", flush=True)
    network = training.run(scenes.batch, losses)
    for number, (steps, rate, scenes.drawn_share, scenes.large_share) in enumerate(LAST_PARTS if drawn else (), 1):
        scenes.seed = seed + number
        network = Training(f"detector-last-{number}", network, work, steps, rate, weight_decay=0.01, seed=scenes.seed, muon=True).run(scenes.batch, losses)
    return network


def trained(work):
    """The detector as it stands at the end of its training."""
    parts = sorted(Path(work).glob("detector-last-*-checkpoint.pt")) or [Path(work) / "detector-checkpoint.pt"]
    network = Detector().eval()
    network.load_state_dict(torch.load(parts[-1], map_location="cpu", weights_only=True)["average"])
    return network


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", required=True)
    options.add_argument("--work", required=True)
    options.add_argument("--drawn")
    options.add_argument("--steps", type=int, default=12000)
    options.add_argument("--seed", type=int, default=1)
    torch.set_num_threads(1)
    train(**vars(options.parse_args()))
