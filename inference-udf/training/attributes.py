"""Apparent age, gender and emotion of a 72x72 face crop: one network, three heads. Network, crops, loss, training, calibration.

Age is a distribution over the years 0..85. A row that only says "20-29" asks that the probability lies within those years,
wherever in them; a small penalty on jumps between neighbouring years keeps the distribution smooth, so that the bands of this
project, which cut across the bins of the data, can be read off it.
"""
import argparse
import csv
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import data as sources
import detector
from common import Training, low_precision
from scenes import normalised

INPUT = 72
CROP_SCALE = 1.0
YEARS = 86
YEAR_MIDDLES = torch.arange(YEARS, dtype=torch.float32) + 0.5


def conv(inputs, outputs, stride=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.first = conv(channels, channels)
        self.second = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.norm = nn.BatchNorm2d(channels)
        nn.init.zeros_(self.norm.weight)

    def forward(self, x):
        return F.relu(x + self.norm(self.second(self.first(x))))


class Attributes(nn.Module):
    """crops [N,3,72,72] -> logits: years [N,86], gender [N,2], emotion [N,8]."""

    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(
            conv(3, 32, 2),
            conv(32, 64, 2), Residual(64), Residual(64),
            conv(64, 128, 2), Residual(128), Residual(128),
            conv(128, 192, 2), Residual(192),
        )
        self.where = nn.Sequential(nn.Conv2d(192, 32, 1, bias=False), nn.BatchNorm2d(32), nn.ReLU(inplace=True))
        self.drop = nn.Dropout(0.3)
        width = 32 * 5 * 5  # not averaged over the picture: a mouth is told from an eyebrow by its place
        self.age, self.gender, self.emotion = nn.Linear(width, YEARS), nn.Linear(width, 2), nn.Linear(width, len(sources.EMOTIONS))

    def forward(self, x):
        x = self.drop(self.where(self.trunk(x)).flatten(1))
        return self.age(x), self.gender(x), self.emotion(x)


def crop(image, box, scale=CROP_SCALE, degrees=0.0, shift=(0.0, 0.0), flip=False, border=cv2.BORDER_REPLICATE):
    """The square around a box: side = scale x its longer side, same centre. What the job does at run time, plus jitter."""
    side = max(box[2] - box[0], box[3] - box[1]) * scale
    cx, cy = (box[0] + box[2]) / 2 + shift[0] * side, (box[1] + box[3]) / 2 + shift[1] * side
    z, turn = INPUT / side, np.deg2rad(degrees)
    a, b = z * np.cos(turn), z * np.sin(turn)
    matrix = np.array([[a, b, 0], [-b, a, 0]])
    if flip:
        matrix[0] *= -1
    half = INPUT / 2 - 0.5
    matrix[:, 2] = half - matrix[:, :2] @ np.array([cx - 0.5, cy - 0.5])
    return cv2.warpAffine(image, matrix, (INPUT, INPUT), flags=cv2.INTER_LINEAR, borderMode=border)


def jittered(rng, image, box, scale=CROP_SCALE):
    out = crop(
        image,
        box,
        scale * np.exp(rng.uniform(-0.18, 0.18)),
        rng.normal(0, 7),
        rng.normal(0, 0.04, 2),
        rng.random() < 0.5,
        cv2.BORDER_REPLICATE if rng.random() < 0.6 else cv2.BORDER_CONSTANT,
    )
    if out.ndim == 2:
        out = cv2.cvtColor(out, cv2.COLOR_GRAY2BGR)
    elif rng.random() < 0.25:
        out = cv2.cvtColor(cv2.cvtColor(out, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    if rng.random() < 0.22:  # a face far away
        s = int(rng.integers(16, INPUT - 8))
        out = cv2.resize(cv2.resize(out, (s, s), interpolation=cv2.INTER_AREA), (INPUT, INPUT), interpolation=cv2.INTER_LINEAR)
    if rng.random() < 0.8:
        gain, bias = rng.uniform(0.65, 1.4), rng.uniform(-30, 30)
        tint = rng.uniform(0.92, 1.08, 3) if rng.random() < 0.5 else np.ones(3)
        out = np.clip(out * (gain * tint).astype(np.float32) + np.float32(bias + 127.5 * (1 - gain)), 0, 255).astype(np.uint8)
    if rng.random() < 0.15:
        out = cv2.GaussianBlur(out, (0, 0), rng.uniform(0.4, 1.2))
    if rng.random() < 0.2:
        out = np.clip(out + rng.normal(0, rng.uniform(2, 12), (INPUT, INPUT, 1)).astype(np.float32), 0, 255).astype(np.uint8)
    if rng.random() < 0.15:
        out = cv2.imdecode(cv2.imencode(".jpg", out, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(30, 90))])[1], cv2.IMREAD_COLOR)
    if rng.random() < 0.3:  # something in the way
        w, h = rng.integers(8, INPUT // 2, 2)
        x, y = rng.integers(0, INPUT - w), rng.integers(0, INPUT - h)
        out[y : y + h, x : x + w] = rng.integers(0, 256, 3)
    return out


class Group:
    """Faces from one source with what is known of them; what is not known has weight 0."""

    def __init__(self, images, boxes, years=None, male=None, emotion=None):
        """boxes: [n, ways, 4], ways to see where each face is; the last is that of our own detector, as at run time."""
        n = len(images)
        self.images, self.boxes = images, boxes
        self.years = np.zeros((n, YEARS), np.float32) if years is None else years
        self.male = np.zeros(n, np.int64) if male is None else np.asarray(male, np.int64)
        self.emotion = np.zeros((n, len(sources.EMOTIONS)), np.float32) if emotion is None else emotion
        self.chances = _rare_more_often(self.years.argmax(1) if years is not None else self.emotion.argmax(1))
        self.known = np.array([years is not None, male is not None, emotion is not None], np.float32)

    def __len__(self):
        return len(self.images)


def _rare_more_often(kinds, power=0.3):
    """The chance of a row to be drawn; a kind with a tenth of the rows is drawn a fifth as often."""
    _, index, counts = np.unique(kinds, return_inverse=True, return_counts=True)
    weights = counts[index].astype(np.float64) ** -power
    return weights / weights.sum()


def years_between(low, high):
    """Which years a label allows: a bin allows all of its own alike, a single year allows its neighbours a little."""
    years = np.arange(YEARS)[None]
    low, high = np.asarray(low)[:, None], np.asarray(high)[:, None]
    distance = np.maximum(low - years, 0) + np.maximum(years - high, 0)
    return np.exp(-0.5 * (distance / np.where(low == high, 1.5, 0.5)) ** 2).astype(np.float32)


def middle_box(image):
    """What `crowd model evaluate` describes where no face is sure: the middle of a picture that somebody cut out around a face."""
    h, w = image.shape[:2]
    half = min(h, w) / CROP_SCALE / 2
    return [w / 2 - half, h / 2 - half, w / 2 + half, h / 2 + half]


def own_boxes(images, judge):
    """The boxes of our own detector, found as `crowd model evaluate` finds them: with a margin, the sure one nearest to the middle."""
    boxes = []
    for image in images:
        h, w = image.shape[0] // 4, image.shape[1] // 4
        padded = cv2.copyMakeBorder(image, h, h, w, w, cv2.BORDER_REPLICATE)
        rows = detector.find(judge, cv2.cvtColor(padded, cv2.COLOR_GRAY2BGR) if image.ndim == 2 else padded, 0.5)
        far = np.hypot(rows[:, 0] + rows[:, 2] - padded.shape[1], rows[:, 1] + rows[:, 3] - padded.shape[0])
        boxes.append(rows[far.argmin(), :4] - [w, h, w, h] if len(rows) else middle_box(image))
    return np.array(boxes, np.float32)


def located(data, work):
    """FairFace and FER+ with the boxes of the teacher and of our own detector, [n, 2, 4]; the detector has been trained."""

    def find():
        judge = detector.trained(work)
        return {"coloured": own_boxes(coloured["images"], judge), "grey": own_boxes(grey["images"], judge)}

    coloured, grey = sources.fairface(data, work), sources.ferplus(data, work)
    own = sources.cached(Path(work) / "own-boxes.npz", find)
    both = lambda faces, mine: {**faces, "boxes": np.stack([faces["boxes"], mine], 1)}
    return both(coloured, own["coloured"]), both(grey, own["grey"])


def real_groups(data, work, split):
    faces, grey = located(data, work)
    use = np.nonzero((faces["split"] == split) & faces["seen"])[0]
    coloured = Group(faces["images"][use], faces["boxes"][use], years_between(faces["age_low"][use], faces["age_high"][use]), faces["male"][use])
    coloured.chances = coloured.chances * np.where(faces["race"][use] == "Black", 1.5, 1.0)  # whom the last network told worst
    coloured.chances /= coloured.chances.sum()
    use = np.nonzero((grey["split"] == split) & (grey["votes"].sum(1) > grey["others"]))[0]
    votes = grey["votes"][use].astype(np.float32)
    votes *= votes > 1  # a single vote of ten is a slip
    votes += (votes.sum(1, keepdims=True) == 0) * grey["votes"][use]
    return [coloured, Group(grey["images"][use], grey["boxes"][use], emotion=votes / votes.sum(1, keepdims=True))]


def drawn_group(folder, split):
    """Drawn faces: a folder faces/ of crops with labels.csv (file,age,gender,emotion, x1,y1,x2,y2 where the box is not the whole picture)."""
    folder = Path(folder) / "faces"
    with open(folder / "labels.csv") as f:
        rows = [r for r in csv.DictReader(f) if ("test" if sources.split_of(r["file"]) == "test" else "train") == split]
    images, boxes = [], []
    for row in rows:
        image = cv2.imread(str(folder / row["file"]))
        h, w = image.shape[:2]
        inner = max(h, w) / CROP_SCALE
        whole = [w / 2 - inner / 2, h / 2 - inner / 2, w / 2 + inner / 2, h / 2 + inner / 2]
        images.append(image)
        boxes.append([float(row[k]) for k in ("x1", "y1", "x2", "y2")] if row.get("x1") else whole)
    ages = np.array([float(r["age"]) for r in rows]).round().astype(int).clip(0, YEARS - 1)
    emotion = np.zeros((len(rows), len(sources.EMOTIONS)), np.float32)
    emotion[np.arange(len(rows)), [sources.EMOTIONS.index(r["emotion"].lower()) for r in rows]] = 1
    male = [r["gender"].lower() == "male" for r in rows]
    return Group(images, np.array(boxes, np.float32)[:, None], years_between(ages, ages), male, emotion)


class Crops:
    """Batches of crops. Half of the batches are mixed: each crop is blended with another of its group, and owes both answers.

    mixed_until: from this step on none is, since what the network will see is not.
    """

    def __init__(self, groups, shares, seed, mixed_until):
        self.groups, self.shares, self.seed, self.mixed_until = groups, shares, seed, mixed_until

    def batch(self, step):
        rng = np.random.default_rng([self.seed, step])
        mixed = step % 2 == 1 and step < self.mixed_until
        images, labels, known, keep = [], ([], [], []), [], []
        for group, share in zip(self.groups, self.shares):
            rows = rng.choice(len(group), share, p=group.chances)
            crops = np.stack([jittered(rng, group.images[i], rng.choice(group.boxes[i])) for i in rows])
            others = np.roll(np.arange(share), 1) if mixed else np.arange(share)
            part = rng.beta(0.4, 0.4, share).astype(np.float32) if mixed else np.ones(share, np.float32)
            weight = part[:, None, None, None]
            images.append((crops * weight + crops[others] * (1 - weight)).astype(np.uint8))
            for store, values in zip(labels, (group.years, group.male, group.emotion)):
                store.append(np.stack([values[rows], values[rows[others]]], 1))
            known.append(np.repeat(group.known[None], share, 0))
            keep.append(np.stack([part, 1 - part], 1))
        return [np.concatenate(a) for a in (images, *labels, known, keep)]


def losses(model, batch):
    where = next(model.parameters()).device
    images, years, male, emotion, known, keep = (torch.from_numpy(a).to(where) for a in batch)
    with torch.autocast(where.type, dtype=torch.bfloat16, enabled=low_precision()):
        age_logits, gender_logits, emotion_logits = (o.float() for o in model(normalised(images)))
    log_age, log_emotion = age_logits.log_softmax(1), emotion_logits.log_softmax(1)
    jumps = (log_age[:, 2:] - 2 * log_age[:, 1:-1] + log_age[:, :-2]).pow(2).mean(1)
    expected = (log_age.exp() * YEAR_MIDDLES.to(where)).sum(1)
    answers = {"age": 0.5 * jumps, "gender": 0.0, "emotion": 0.0}
    for n in (0, 1):  # the crop's own answer, and that of the crop blended into it
        part = keep[:, n]
        inside = torch.logsumexp(log_age + years[:, n].clamp(min=1e-6).log(), 1)
        middle = (years[:, n] * YEAR_MIDDLES.to(where)).sum(1) / years[:, n].sum(1).clamp(min=1e-6)
        off = F.smooth_l1_loss(expected / 10, middle / 10, reduction="none", beta=0.3)
        gender = F.cross_entropy(gender_logits, male[:, n], reduction="none", label_smoothing=0.02)
        answers["age"] = answers["age"] + part * (off - inside)
        answers["gender"] = answers["gender"] + part * 1.5 * gender
        answers["emotion"] = answers["emotion"] - part * (emotion[:, n] * log_emotion).sum(1)
    of = lambda value, k: (value * known[:, k]).sum() / known[:, k].sum().clamp(min=1)
    return {name: of(value, k) for k, (name, value) in enumerate(answers.items())}


def groups_and_shares(data, work, drawn):
    """Where the training's faces come from, and how many of each source are in a batch."""
    groups = real_groups(data, work, "train")
    return (groups + [drawn_group(drawn, "train")], [64, 48, 16]) if drawn else (groups, [72, 56])


def train(data, work, drawn=None, steps=18000, seed=1):
    torch.manual_seed(seed)
    groups, shares = groups_and_shares(data, work, drawn)
    model = Attributes()
    print(f"attributes: {sum(p.numel() for p in model.parameters())} parameters; faces {[len(g) for g in groups]}", flush=True)
    training = Training("attributes", model, work, steps, learning_rate=3e-3, weight_decay=0.05, seed=seed, muon=True)
    return training.run(Crops(groups, shares, seed, int(0.85 * steps)).batch, losses)


@torch.no_grad()
def logits_of(model, group, mirrored):
    """Of each face as the job crops it, or of its mirror image: age, gender, emotion."""
    out = []
    for start in range(0, len(group), 256):
        part = [crop(group.images[i], group.boxes[i][-1], flip=mirrored) for i in range(start, min(start + 256, len(group)))]
        part = [cv2.cvtColor(p, cv2.COLOR_GRAY2BGR) if p.ndim == 2 else p for p in part]
        out.append(model(normalised(torch.from_numpy(np.stack(part)))))
    return [torch.cat(o) for o in zip(*out)]


def temperatures(model, data, work, mirror_below):
    """One divisor for the logits of each head, so that a probability of 0.8 is right eight times in ten, as the job tells it.

    For the emotion that means: in eight of ten cases most people would call it so. mirror_below: a face of a less certain gender is looked
    at once more in the mirror.
    """
    faces, emotions = real_groups(data, work, "calibration")
    of_faces, of_emotions = ([logits_of(model, group, side) for side in (False, True)] for group in (faces, emotions))
    years, male = torch.from_numpy(faces.years), torch.from_numpy(faces.male)
    majority = torch.from_numpy(emotions.emotion.argmax(1))
    candidates = np.exp(np.linspace(np.log(0.3), np.log(3.0), 80))

    def told(outputs, head, t, gender_t):
        face, image = ((o[head] / t).softmax(1) for o in outputs)
        unsure = (outputs[0][1] / gender_t).softmax(1).amax(1) < mirror_below
        return torch.where(unsure[:, None], (face + image) / 2, face).clamp(min=1e-9).log()

    def best(loss):
        return float(candidates[int(np.argmin([float(loss(t)) for t in candidates]))])

    gender = best(lambda t: F.nll_loss(told(of_faces, 1, t, t), male))
    return {
        "age": best(lambda t: -torch.logsumexp(told(of_faces, 0, t, gender) + years.clamp(min=1e-6).log(), 1).mean()),
        "gender": gender,
        "emotion": best(lambda t: F.nll_loss(told(of_emotions, 2, t, gender), majority)),
    }


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", required=True)
    options.add_argument("--work", required=True)
    options.add_argument("--drawn")
    options.add_argument("--steps", type=int, default=18000)
    options.add_argument("--seed", type=int, default=1)
    torch.set_num_threads(1)
    train(**vars(options.parse_args()))
