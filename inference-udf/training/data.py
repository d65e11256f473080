"""Reads the data folder, lets the teacher label it once, and knows which rows are never trained on.

Everything derived is cached in the work folder; delete that folder to start from nothing.
"""
import csv
import hashlib
import io
import json
import tarfile
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

cv2.setNumThreads(1)

AGE_BANDS = ["0-15", "16-19", "20-29", "30-39", "40-49", "50-59", "60+"]
BAND_STARTS = [0, 16, 20, 30, 40, 50, 60]
GENDERS = ["female", "male"]
EMOTIONS = ["anger", "contempt", "disgust", "fear", "happiness", "neutral", "sadness", "surprise"]

FACE_SCORE = 0.6  # the teacher is sure: a face
IGNORE_SCORE = 0.35  # between the two: counts neither way

# The clips with faces are never trained on. Of the two without faces one is trained on, one is not.
FACE_CLIPS = ["face-demographics-walking-and-pause.gif", "head-pose-face-detection-female.gif"]
TRAINED_FACELESS_CLIP = "bottle-detection.gif"
HELD_OUT_FACELESS_CLIP = "people-detection.gif"


def bucket(name):
    """0..19 from the file name alone, so that a row stays on its side of the split for ever."""
    return int(hashlib.sha1(name.encode()).hexdigest()[:8], 16) % 20


def split_of(name):
    """'test' for 20 % of the names, 'calibration' for 5 %, 'train' for the rest."""
    b = bucket(name)
    return "test" if b < 4 else "calibration" if b == 4 else "train"


def read_tar(path):
    with tarfile.open(path) as tar:
        for member in tar:
            if member.isfile():
                yield member.name, tar.extractfile(member).read()


def decode(blob, flags=cv2.IMREAD_COLOR):
    return cv2.imdecode(np.frombuffer(blob, np.uint8), flags)


def gif_frames(path):
    gif = Image.open(path)
    for i in range(gif.n_frames):
        gif.seek(i)
        yield np.ascontiguousarray(np.asarray(gif.convert("RGB"))[:, :, ::-1])


def video_frames(path, every):
    video, i = cv2.VideoCapture(str(path)), 0
    while True:
        ok, frame = video.read()
        if not ok:
            return
        if i % every == 0:
            yield frame
        i += 1


def iou_matrix(a, b):
    a, b = np.asarray(a, np.float32).reshape(-1, 4), np.asarray(b, np.float32).reshape(-1, 4)
    lt = np.maximum(a[:, None, :2], b[None, :, :2])
    rb = np.minimum(a[:, None, 2:], b[None, :, 2:])
    inter = np.prod(np.clip(rb - lt, 0, None), -1)
    area_a, area_b = np.prod(a[:, 2:] - a[:, :2], -1), np.prod(b[:, 2:] - b[:, :2], -1)
    return inter / np.maximum(area_a[:, None] + area_b[None] - inter, 1e-6)


def nms(rows, threshold=0.45):
    """rows: x1,y1,x2,y2,score. Returns the rows that stay, best first."""
    rows = rows[np.argsort(-rows[:, 4], kind="stable")]
    kept = []
    while len(rows):
        kept.append(rows[0])
        rows = rows[1:][iou_matrix(rows[:1, :4], rows[1:, :4])[0] <= threshold]
    return np.array(kept, np.float32).reshape(-1, 5)


class Teacher:
    """YuNet (Apache-2.0 / BSD): labels pictures that have no boxes."""

    def __init__(self, data):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        path = str(Path(data) / "teachers/yunet_n_dynamic.onnx")
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.names = [o.name for o in self.session.get_outputs()]

    def at(self, image, long_side, threshold):
        scale = long_side / max(image.shape[:2])
        resized = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        h, w = resized.shape[:2]
        padded = np.zeros((-(-h // 32) * 32, -(-w // 32) * 32, 3), np.float32)
        padded[:h, :w] = resized
        out = dict(zip(self.names, self.session.run(None, {"input": padded.transpose(2, 0, 1)[None]})))
        rows = []
        for s in (8, 16, 32):
            score = np.sqrt(np.clip(out[f"cls_{s}"], 0, 1) * np.clip(out[f"obj_{s}"], 0, 1)).reshape(-1)
            (keep,) = np.nonzero(score > threshold)
            b, width = out[f"bbox_{s}"].reshape(-1, 4)[keep], padded.shape[1] // s
            cx, cy = (keep % width + b[:, 0]) * s, (keep // width + b[:, 1]) * s
            bw, bh = np.exp(b[:, 2]) * s, np.exp(b[:, 3]) * s
            rows.append(np.stack([cx - bw / 2, cy - bh / 2, cx + bw / 2, cy + bh / 2, score[keep] * scale], 1) / scale)
        return np.concatenate(rows)

    def detect(self, image, long_sides, threshold=0.15):
        rows = nms(np.concatenate([self.at(image, side, threshold) for side in long_sides]))
        kept = []
        for row in rows:  # the same face seen at two sizes: a box mostly within a better one goes
            area = np.prod(row[2:4] - row[:2])
            if not any(np.prod(np.clip(np.minimum(row[2:4], k[2:4]) - np.maximum(row[:2], k[:2]), 0, None)) > 0.7 * area for k in kept):
                kept.append(row)
        return np.array(kept, np.float32).reshape(-1, 5)


def cached(path, build):
    """Builds an .npz/.json once; a half-written file never takes the final name."""
    if not path.exists():
        print(f"prepare: {path.name}", flush=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name("part-" + path.name)
        value = build()
        if path.suffix == ".json":
            part.write_text(json.dumps(value))
        else:
            with open(part, "wb") as f:
                np.savez(f, **value)
        part.rename(path)
    return json.loads(path.read_text()) if path.suffix == ".json" else dict(np.load(path))


def _best_box(teacher, image, sides, margin):
    """The teacher's most likely face of a crop that is known to hold one, in pixels of the crop; NaN if none is seen."""
    size = image.shape[0]
    pad = int(size * margin)
    padded = cv2.copyMakeBorder(image, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
    rows = teacher.detect(padded, sides, 0.3)
    centre = (rows[:, :2] + rows[:, 2:4]) / 2 - pad - size / 2 if len(rows) else None
    rows = rows[np.abs(centre).max(1) < size * 0.3] if len(rows) else rows
    return rows[0, :4] - pad if len(rows) else np.full(4, np.nan, np.float32)


def _fill_missing(boxes):
    missing = np.isnan(boxes[:, 0])
    boxes[missing] = np.nanmedian(boxes, axis=0)
    return boxes.astype(np.float32), ~missing


def fairface(data, work):
    """images [N,96,96,3] BGR, boxes, seen (teacher saw the face), age_low/age_high (years), male, race, split."""
    data = Path(data)

    def build():
        teacher, labels = Teacher(data), {}
        with open(data / "faces/fairface-train-labels.csv") as f:
            labels = {row["file"]: row for row in csv.DictReader(f)}
        columns = {k: [] for k in ("images", "boxes", "age_low", "age_high", "male", "race", "name", "split")}
        for name, blob in read_tar(data / "faces/fairface-train.tar"):
            row, image = labels[name], decode(blob)
            low, high = parse_age(row["age"])
            values = (image, _best_box(teacher, image, [80, 112], 0.15), low, high, row["gender"].lower() == "male", row["race"], name, split_of(name))
            for column, value in zip(columns.values(), values):
                column.append(value)
        out = {k: np.array(v) for k, v in columns.items()}
        out["boxes"], out["seen"] = _fill_missing(out["boxes"])
        return out

    return cached(Path(work) / "prepared/fairface.npz", build)


def parse_age(text):
    """'20-29' -> (20, 29); 'more than 70' -> (70, 85); '34' -> (34, 34)."""
    if "more" in text or text.endswith("+"):
        return int("".join(c for c in text if c.isdigit())), 85
    low, _, high = text.partition("-")
    return int(low), int(high or low)


def ferplus(data, work):
    """images [N,48,48] grey, boxes, seen, votes [N,8] in the order of EMOTIONS, valid, split ('test' also for the whole valid file)."""
    data = Path(data)

    def build():
        teacher = Teacher(data)
        columns = {k: [] for k in ("images", "boxes", "votes", "others", "name", "split")}
        for part in ("train", "valid"):
            with open(data / f"faces/ferplus-{part}-labels.csv") as f:
                labels = {row["file"]: row for row in csv.DictReader(f)}
            for name, blob in read_tar(data / f"faces/ferplus-{part}.tar"):
                row, grey = labels[name], decode(blob, cv2.IMREAD_GRAYSCALE)
                box = _best_box(teacher, cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), [72, 104], 0.2)
                votes, others = [int(row[e]) for e in EMOTIONS], int(row["unknown"]) + int(row["NF"])
                values = (grey, box, votes, others, name, "valid" if part == "valid" else split_of(name))
                for column, value in zip(columns.values(), values):
                    column.append(value)
        out = {k: np.array(v) for k, v in columns.items()}
        out["boxes"], out["seen"] = _fill_missing(out["boxes"])
        return out

    return cached(Path(work) / "prepared/ferplus.npz", build)


def photos(data, work):
    """name -> (JPEG bytes, teacher rows x1,y1,x2,y2,score above 0.15)."""
    data = Path(data)

    def build():
        teacher, out = Teacher(data), {}
        for name, blob in read_tar(data / "scenes/photos.tar"):
            image = decode(blob)
            long_side = max(image.shape[:2])
            out[name] = np.round(teacher.detect(image, [192, 384, max(640, 2 * long_side)]), 2).tolist()
        return out

    boxes = cached(Path(work) / "prepared/photos.json", build)
    return {name: (blob, np.array(boxes[name], np.float32).reshape(-1, 5)) for name, blob in read_tar(data / "scenes/photos.tar")}


def backgrounds(data, work):
    """JPEGs in which nobody's face is to be seen: one clip, the video's empty frames, the surroundings of faces in photos."""
    data = Path(data)

    def build():
        rng, out = np.random.default_rng(11), []

        def keep(image):
            out.append(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 92])[1].reshape(-1))

        for frame in list(gif_frames(data / "footage" / TRAINED_FACELESS_CLIP))[::3]:
            keep(frame)
        teacher = Teacher(data)
        for frame in video_frames(data / "footage/one-by-one-person-detection.mp4", 15):
            if not len(teacher.detect(frame, [768, 1152], 0.3)):
                keep(frame)
        for name, (blob, rows) in photos(data, work).items():
            if split_of(name) != "train" or not (rows[:, 4] > 0.7).any():
                continue
            image = decode(blob)
            h, w = image.shape[:2]
            grow = 0.2 * (rows[:, 2:4] - rows[:, :2])
            avoid = np.concatenate([rows[:, :2] - grow, rows[:, 2:4] + grow], 1)
            for _ in range(40):
                if min(h, w) < 48:
                    break
                bw, bh = rng.integers(48, w + 1), rng.integers(48, h + 1)
                x, y = rng.integers(0, w - bw + 1), rng.integers(0, h - bh + 1)
                box = np.array([x, y, x + bw, y + bh])
                if not (iou_matrix(box[None], avoid) > 0).any():
                    keep(image[y : y + bh, x : x + bw])
        lengths = np.array([len(b) for b in out])
        return {"bytes": np.concatenate(out), "lengths": lengths}

    packed = cached(Path(work) / "prepared/backgrounds.npz", build)
    ends = np.cumsum(packed["lengths"])
    return [packed["bytes"][e - n : e] for e, n in zip(ends, packed["lengths"])]


def clip_labels(data):
    return json.loads((Path(data) / "footage/boxes.json").read_text())


def prepare(data, work):
    for name, part in (("photos", photos), ("fairface", fairface), ("ferplus", ferplus), ("backgrounds", backgrounds)):
        print(f"prepare: {name}: {len(part(data, work))} entries", flush=True)
