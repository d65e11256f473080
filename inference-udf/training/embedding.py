"""An appearance embedding: 64 numbers of unit length, near each other for crops of one person. Network, views, loss, training, figures.

Nobody's identity is known here: two views of a real face are two alterations of the one picture there is of it; only drawn people are seen
several times. So the network learns to see through light, blur, size and crop, and through pose and mood as far as drawings teach it.
"""
import argparse
import csv
import json
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import data as sources
import detector
from attributes import INPUT, Residual, conv, crop, jittered
from common import Training, low_precision
from reopen import folded, reopened
from scenes import drawn_split, normalised

DIMENSIONS = 64
CROP_SCALE = 1.25  # a little hair
TEMPERATURE = 0.1
GLIMPSE_MARGIN = 0.4  # of a glimpsed face's longer side, kept on each side of its box
LAST_STEPS, LAST_RATE, LAST_SCENES = 2500, 1.5e-3, 12  # as many scenes in a batch
LIKENESS = 0.85  # from here on two faces are taken for one person's; see the model card for how often they are not


class Embedding(nn.Module):
    """crops [N,3,72,72] -> [N,64]; the exported file makes them of unit length."""

    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(conv(3, 24, 2), conv(24, 48, 2), Residual(48), conv(48, 96, 2), Residual(96), conv(96, 128, 2))
        self.where = nn.Sequential(nn.Conv2d(128, 24, 1, bias=False), nn.BatchNorm2d(24), nn.ReLU(inplace=True))
        self.out = nn.Linear(24 * 5 * 5, DIMENSIONS)

    def forward(self, x):
        return self.out(self.where(self.trunk(x)).flatten(1))


def view(rng, image, box):
    """One look at a face: from a little aside, in other light, nearer or farther."""
    h, w = image.shape[:2]
    corners = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
    moved = corners + rng.uniform(-0.09, 0.09, (4, 2)).astype(np.float32) * [w, h]
    bent = cv2.warpPerspective(image, cv2.getPerspectiveTransform(corners, np.float32(moved)), (w, h), borderMode=cv2.BORDER_REPLICATE)
    return jittered(rng, bent, box, CROP_SCALE)


def people(folder, split):
    """Drawn people: for each, the crops and boxes of its views."""
    folder, views = Path(folder) / "people", {}
    with open(folder / "labels.csv") as f:
        for row in csv.DictReader(f):
            if ("test" if sources.split_of("person " + row["person"]) == "test" else "train") == split:
                box = np.array([float(row[k]) for k in ("x1", "y1", "x2", "y2")], np.float32)
                views.setdefault(row["person"], []).append((cv2.imread(str(folder / row["file"])), box))
    return list(views.values())


def glimpses(folder, work, begin=None):
    """Faces of drawn frames as our own detector sees them: small, turned away, half hidden by others. Those of the held-out scenes are left out.

    Images, boxes, and whose each is. begin: the bundle whose detector it is, instead of that of the work folder.
    """

    def find():
        folder_of_frames = Path(folder) / "boxes"
        judge = folded(Path(begin) / "detector.pt", detector.Detector(), torch.zeros(1, 3, 256, 256)) if begin else detector.trained(work)
        found = {"images": [], "boxes": [], "who": []}
        for name, entry in json.loads((folder_of_frames / "boxes.json").read_text()).items():
            if drawn_split(name) != "train":
                continue
            image = cv2.imread(str(folder_of_frames / name))
            rows, truth = detector.find(judge, image, 0.5), np.array(entry["boxes_x1y1x2y2score"][0], np.float32).reshape(-1, 5)
            overlap = sources.iou_matrix(rows[:, :4], truth[:, :4])
            for row, shared in zip(rows, overlap if len(truth) else ()):
                if shared.max() > 0.4:
                    margin = GLIMPSE_MARGIN * max(row[2:4] - row[:2])
                    x, y = np.floor(np.maximum(row[:2] - margin, 0)).astype(int)
                    right, bottom = np.ceil(row[2:4] + margin).astype(int)
                    found["images"].append(cv2.imencode(".png", image[y:bottom, x:right])[1].reshape(-1))
                    found["boxes"].append(row[:4] - [x, y, x, y])
                    found["who"].append(entry["people"][0][shared.argmax()])
        return {
            "bytes": np.concatenate(found["images"]),
            "lengths": np.array([len(b) for b in found["images"]]),
            "boxes": np.array(found["boxes"], np.float32),
            "who": np.array(found["who"]),
        }

    kept = sources.cached(Path(work) / "glimpses.npz", find)
    ends = np.cumsum(kept["lengths"])
    images = [cv2.imdecode(kept["bytes"][end - n : end], cv2.IMREAD_COLOR) for end, n in zip(ends, kept["lengths"])]
    return images, kept["boxes"], kept["who"]


def glimpsed(folder, work, begin=None):
    """Drawn people who are glimpsed more than once: for each scene, for each of them, the images and boxes."""
    scenes = {}
    for image, box, who in zip(*glimpses(folder, work, begin)):
        scenes.setdefault(who.split("-")[0], {}).setdefault(who, []).append((image, box))
    several = ([views for views in people.values() if len(views) > 1] for people in scenes.values())
    return [people for people in several if len(people) > 3]


class Pairs:
    """Two views of each of a batch's people. Half of the FairFace rows are of one gender and group, so that telling them apart takes more.

    scenes: of glimpsed people, who are told apart from others in the same scene; none at first.
    """

    def __init__(self, data, work, drawn, seed):
        self.seed, self.scenes, self.drawn = seed, [], people(drawn, "train") if drawn else []
        faces, grey = sources.fairface(data, work), sources.ferplus(data, work)
        use = np.nonzero((faces["split"] == "train") & faces["seen"])[0]
        self.images, self.boxes = faces["images"][use], faces["boxes"][use]
        kinds = np.array([f"{r} {m}" for r, m in zip(faces["race"][use], faces["male"][use])])
        self.alike = [np.nonzero(kinds == kind)[0] for kind in sorted(set(kinds))]
        use = np.nonzero(grey["split"] == "train")[0]
        self.grey, self.grey_boxes = grey["images"][use], grey["boxes"][use]

    def batch(self, step):
        rng, views = np.random.default_rng([self.seed, step]), ([], [])
        alike = self.alike[rng.integers(len(self.alike))]
        for i in np.concatenate([rng.choice(alike, 32, replace=False), rng.choice(len(self.images), 32, replace=False)]):
            for side in views:
                side.append(view(rng, self.images[i], self.boxes[i]))
        for i in rng.choice(len(self.grey), 16, replace=False):
            for side in views:
                side.append(view(rng, self.grey[i], self.grey_boxes[i]))
        for i in rng.choice(len(self.drawn), 32, replace=False) if self.drawn else ():
            for side, n in zip(views, rng.choice(len(self.drawn[i]), 2, replace=False)):
                side.append(jittered(rng, *self.drawn[i][n], CROP_SCALE))
        for scene in rng.choice(len(self.scenes), min(len(self.scenes), LAST_SCENES), replace=False) if self.scenes else ():
            crowd = self.scenes[scene]
            for i in rng.choice(len(crowd), min(len(crowd), 10), replace=False):
                for side, n in zip(views, rng.choice(len(crowd[i]), 2, replace=False)):
                    side.append(jittered(rng, *crowd[i][n], CROP_SCALE))
        return np.stack(views[0] + views[1])


def losses(model, images):
    where = next(model.parameters()).device
    with torch.autocast(where.type, dtype=torch.bfloat16, enabled=low_precision()):
        vectors = model(normalised(torch.from_numpy(images).to(where)))
    first, second = F.normalize(vectors.float(), dim=1).chunk(2)
    likeness = first @ second.T / TEMPERATURE
    same = torch.arange(len(first), device=where)
    return {"pairs": (F.cross_entropy(likeness, same) + F.cross_entropy(likeness.T, same)) / 2}


def train(data, work, drawn=None, steps=4000, seed=1, begin=None):
    """All steps; from the embedding of the bundle in the folder begin the last ones alone."""
    torch.manual_seed(seed)
    pairs, model = Pairs(data, work, drawn, seed), Embedding()
    print(f"embedding: {sum(p.numel() for p in model.parameters())} parameters, {len(pairs.drawn)} drawn people", flush=True)
    if begin:
        network = reopened(Path(begin) / "embedding.pt", model, [pairs.batch(step) for step in range(4)])
    else:
        network = Training("embedding", model, work, steps, learning_rate=2e-3, weight_decay=0.02, seed=seed).run(pairs.batch, losses)
    if not drawn:
        return network
    pairs.seed, pairs.scenes = seed + 1, glimpsed(drawn, work, begin)
    training = Training("embedding-last", network, work, LAST_STEPS, LAST_RATE, weight_decay=0.02, seed=pairs.seed)
    return training.run(pairs.batch, losses)


def verification(vectors, who, when=None, apart=0.0):
    """How well likeness tells same from different: area under the curve, and the share of same pairs found where 1 % of different ones pass."""
    likeness = vectors @ vectors.T
    upper = np.triu(np.ones_like(likeness, bool), 1)
    equal = who[:, None] == who[None]
    far = np.ones_like(equal) if when is None else np.abs(when[:, None] - when[None]) >= apart
    same, different = np.sort(likeness[upper & equal & far]), np.sort(likeness[upper & ~equal])
    area = float(np.searchsorted(different, same).mean() / len(different))
    limit = different[int(0.99 * len(different))]
    return {
        "people": int(len(set(who.tolist()))),
        "same pairs": len(same),
        "different pairs": len(different),
        "area under the curve": round(area, 4),
        "same pairs found, 1 % of different ones passing": round(float((same > limit).mean()), 4),
        "likeness above which 1 % of different pairs lie": round(float(limit), 3),
    }


def clip_people(data):
    """Faces of the two clips: who (clip and place from left to right), when (seconds). Nobody changes places in them."""
    images, boxes, who, when = [], [], [], []
    for number, (clip, entry) in enumerate((c, sources.clip_labels(data)[c]) for c in sources.FACE_CLIPS):
        rows = [np.array(r, np.float32).reshape(-1, 5) for r in entry["boxes_x1y1x2y2score"]]
        rows = [r[r[:, 4] > sources.FACE_SCORE] for r in rows]
        most = max(len(r) for r in rows)
        for n, (image, found) in enumerate(zip(sources.gif_frames(Path(data) / "footage" / clip), rows)):
            if len(found) == most:  # everyone is seen, so the order tells who is who
                for place, row in enumerate(found[np.argsort(found[:, 0])]):
                    images.append(image)
                    boxes.append(row[:4])
                    who.append(10 * number + place)
                    when.append(n * entry["frame_ms"] / 1000)
    return images, boxes, np.array(who), np.array(when)


def report(describe, data, work, drawn):
    """describe(uint8 [N,S,S,3]) -> unit vectors [N,64]. Figures on what was not trained on."""

    def vectors(images, boxes):
        crops = [crop(i, b, CROP_SCALE) for i, b in zip(images, boxes)]
        return describe(np.stack([cv2.cvtColor(c, cv2.COLOR_GRAY2BGR) if c.ndim == 2 else c for c in crops]))

    images, boxes, who, when = clip_people(data)
    out = {"people of the clips, at least 0.5 s apart": verification(vectors(images, boxes), who, when, 0.5)}
    faces, rng = sources.fairface(data, work), np.random.default_rng(3)
    rows = np.nonzero((faces["split"] == "test") & faces["seen"])[0][:600]
    twice = np.stack([view(rng, faces["images"][i], faces["boxes"][i]) for i in np.repeat(rows, 2)])
    out["FairFace rows, held out, two altered views of the one picture"] = verification(describe(twice), np.repeat(rows, 2))
    if drawn:
        held = people(drawn, "test")
        who = np.repeat(np.arange(len(held)), [len(v) for v in held])
        out["drawn people, held out, other place, pose and mood"] = verification(vectors(*zip(*[v for p in held for v in p])), who)
    return out


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", required=True)
    options.add_argument("--work", required=True)
    options.add_argument("--drawn")
    options.add_argument("--steps", type=int, default=4000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--begin", help="a bundle's folder: train its embedding on, with its detector's boxes, instead of a new one")
    torch.set_num_threads(1)
    options = options.parse_args()
    model = train(**vars(options))
    with torch.no_grad():
        describe = lambda crops: F.normalize(model(normalised(torch.from_numpy(crops))), dim=1).numpy()
        print(json.dumps(report(describe, options.data, options.work, options.drawn), indent=1))
