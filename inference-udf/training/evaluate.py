"""Measures a bundle on rows it was not trained on, through the exported files and the thresholds of its bundle.json."""
import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import torch

import data as sources
from attributes import crop, drawn_group
from scenes import load_drawn


class Bundle:
    def __init__(self, folder):
        self.settings = json.loads((Path(folder) / "bundle.json").read_text())
        self.detector = torch.jit.load(str(Path(folder) / "detector.pt"))
        self.attributes = torch.jit.load(str(Path(folder) / "attributes.pt"))

    @torch.inference_mode()
    def faces(self, image):
        """Rows x1,y1,x2,y2,score from the candidate threshold up, after suppression."""
        settings = self.settings["detector"]
        scale = min(1.0, settings["maxSide"] / max(image.shape[:2]))
        small = image if scale == 1 else cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        rows = sources.nms(self.detector(torch.from_numpy(np.ascontiguousarray(small))).numpy(), settings["iouThreshold"])
        rows[:, :4] /= scale
        return rows

    @torch.inference_mode()
    def describe(self, images, boxes):
        """age bands, age, gender, emotion of the face in each box."""
        out = []
        for start in range(0, len(images), 64):
            part = [crop(images[i], boxes[i]) for i in range(start, min(start + 64, len(images)))]
            part = [cv2.cvtColor(p, cv2.COLOR_GRAY2BGR) if p.ndim == 2 else p for p in part]
            out.append(self.attributes(torch.from_numpy(np.stack(part))))
        return [torch.cat(o).numpy() for o in zip(*out)]


def average_precision(frames):
    """frames: (found rows, true boxes, ignored boxes). AP at IoU 0.5, all points; also precision and recall at each score."""
    hits, total = [], 0
    for found, truth, ignored in frames:
        total += len(truth)
        free = np.ones(len(truth), bool)
        overlap, excused = sources.iou_matrix(found[:, :4], truth), sources.iou_matrix(found[:, :4], ignored)
        for i, row in enumerate(found):
            candidates = np.where(free, overlap[i], 0) if len(truth) else np.zeros(1)
            best = int(candidates.argmax())
            if candidates[best] >= 0.5:
                free[best] = False
                hits.append((row[4], 1))
            elif not (len(ignored) and excused[i].max() >= 0.3):
                hits.append((row[4], 0))
    if not hits or not total:
        return 0.0, np.zeros((0, 3))
    hits = np.array(sorted(hits, reverse=True))
    true = np.cumsum(hits[:, 1])
    precision, recall = true / np.arange(1, len(hits) + 1), true / total
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.sum(np.diff(recall, prepend=0) * envelope)), np.stack([hits[:, 0], precision, recall], 1)


def split_rows(rows, sure=sources.FACE_SCORE, unsure=0.25):
    rows = np.asarray(rows, np.float32).reshape(-1, 5)
    return rows[rows[:, 4] > sure, :4], rows[(rows[:, 4] <= sure) & (rows[:, 4] >= unsure), :4]


def boxes_report(frames, threshold):
    ap, curve = average_precision(frames)

    def at(score):
        above = curve[curve[:, 0] >= score]
        return [round(float(v), 4) for v in (above[-1, 1:] if len(above) else (1, 0))]

    precision, recall = at(threshold)
    return {
        "frames": len(frames),
        "faces": int(sum(len(f[1]) for f in frames)),
        "ap50": round(ap, 4),
        "precision": precision,
        "recall": recall,
        "precision/recall by score": {str(t): "%.3f/%.3f" % tuple(at(t)) for t in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65)},
    }


def detector_report(bundle, data, work, drawn):
    data, threshold, out = Path(data), bundle.settings["detector"]["scoreThreshold"], {}
    labels, clips = sources.clip_labels(data), []
    for clip in sources.FACE_CLIPS:
        images = list(sources.gif_frames(data / "footage" / clip))
        clips += [(bundle.faces(i), *split_rows(r)) for i, r in zip(images, labels[clip]["boxes_x1y1x2y2score"])]
    out["face clips, held out"] = boxes_report(clips, threshold)
    for name, clip in (("held out", sources.HELD_OUT_FACELESS_CLIP), ("trained on", sources.TRAINED_FACELESS_CLIP)):
        scores = [r[4] for i in sources.gif_frames(data / "footage" / clip) for r in bundle.faces(i)]
        count = len(labels[clip]["boxes_x1y1x2y2score"])
        per20 = {str(t): round(20 * sum(s > t for s in scores) / count, 2) for t in sorted({0.3, 0.4, 0.5, 0.6, threshold})}
        out[f"faceless clip, {name}: false boxes per 20 frames above score"] = per20
    photos = []
    for name, (blob, rows) in sources.photos(data, work).items():
        if sources.split_of(name) == "test":
            image = sources.decode(blob)
            scale = 640 / max(image.shape[:2])
            rows = rows * np.array([scale] * 4 + [1])
            photos.append((bundle.faces(cv2.resize(image, None, fx=scale, fy=scale)), *split_rows(rows)))
    out["photos at 640 px, held out, against the teacher"] = boxes_report(photos, threshold)
    teacher, crowds = sources.Teacher(data), []
    for path in sorted((data / "photos").glob("*.jpg")):
        image = cv2.imread(str(path))
        scale = 640 / max(image.shape[:2])
        rows = teacher.detect(image, [640, 1280])
        rows[:, :4] *= scale
        small = (rows[:, 2:4] - rows[:, :2]).max(1) < bundle.settings["detector"]["minFacePixels"]
        rows[small, 4] = np.minimum(rows[small, 4], 0.5)
        found = bundle.faces(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
        crowds.append((found, *split_rows(rows)))
    out["group photos and portraits at 640 px, never trained on, against the teacher"] = boxes_report(crowds, threshold)
    if drawn:
        frames = [(bundle.faces(sources.decode(blob)), faces, ignored) for blob, faces, ignored in load_drawn(drawn, "test")]
        out["drawn frames, held out"] = boxes_report(frames, threshold)
    return out


def calibration_error(probability, correct, bins=15):
    edges = np.clip((probability * bins).astype(int), 0, bins - 1)
    return float(sum(abs(probability[edges == b].mean() - correct[edges == b].mean()) * (edges == b).mean() for b in range(bins) if (edges == b).any()))


def middle(low, high):
    return (np.asarray(low, np.float32) + np.asarray(high) + 1) / 2


def band_of(age):
    return np.searchsorted(sources.BAND_STARTS, age, side="right") - 1


def gender_and_age(bundle, images, boxes, male, low, high, race=None):
    bands, years, gender, _ = bundle.describe(images, boxes)
    right = gender.argmax(1) == male
    top, told, unsure = gender.max(1), bands.argmax(1), bundle.settings["attributes"]["genderThreshold"]
    allowed = (told >= band_of(low)) & (told <= band_of(high))
    out = {
        "faces": len(images),
        "gender": round(float(right.mean()), 4),
        "gender, faces above the gender threshold": [round(float(right[top >= unsure].mean()), 4), round(float((top >= unsure).mean()), 4)],
        "gender calibration error": round(calibration_error(top, right), 4),
        "age error, years": round(float(np.abs(years - middle(low, high)).mean()), 2),
        "age band": round(float(allowed.mean()), 4),
        "age band next to it or better": round(float(((told >= band_of(low) - 1) & (told <= band_of(high) + 1)).mean()), 4),
    }
    old = np.asarray(low) >= 10
    if old.any() and not old.all():
        out["gender, age 10 and over"] = round(float(right[old].mean()), 4)
    if race is not None:
        out["gender by group"] = {str(r): round(float(right[race == r].mean()), 4) for r in sorted(set(race))}
        out["age error by group"] = {str(r): round(float(np.abs(years - middle(low, high))[race == r].mean()), 2) for r in sorted(set(race))}
        out["gender by age"] = {f"{int(a)}-{int(b)}": round(float(right[low == a].mean()), 4) for a, b in sorted(set(zip(low, high)))}
        out["age error by age"] = {f"{int(a)}-{int(b)}": round(float(np.abs(years - middle(low, high))[low == a].mean()), 2) for a, b in sorted(set(zip(low, high)))}
    return out


def emotions(bundle, images, boxes, truth):
    p = bundle.describe(images, boxes)[3]
    told = p.argmax(1)
    recall = {e: [round(float((told == k)[truth == k].mean()), 3), int((truth == k).sum())] for k, e in enumerate(sources.EMOTIONS) if (truth == k).any()}
    frequent = sorted(recall.values(), key=lambda r: -r[1])[:5]
    return {
        "faces": len(images),
        "accuracy": round(float((told == truth).mean()), 4),
        "mean recall of the 5 most frequent": round(float(np.mean([r[0] for r in frequent])), 4),
        "recall and faces": recall,
        "calibration error": round(calibration_error(p.max(1), told == truth), 4),
    }


def own_boxes(bundle, images, boxes):
    """The box our own detector gives each crop; where it sees none, the teacher's, and the share of those."""
    out, missed = boxes.copy(), 0
    for i, image in enumerate(images):
        image = cv2.cvtColor(image, cv2.COLOR_GRAY2BGR) if image.ndim == 2 else image
        pad = image.shape[0] // 4
        rows = bundle.faces(cv2.copyMakeBorder(image, pad, pad, pad, pad, cv2.BORDER_REPLICATE))
        rows = rows[rows[:, 4] >= bundle.settings["detector"]["scoreThreshold"]]
        missed += not len(rows)
        if len(rows):
            out[i] = rows[0, :4] - pad
    return out, missed / len(images)


def attributes_report(bundle, data, work, drawn):
    out, faces = {}, sources.fairface(data, work)
    use = faces["split"] == "test"
    images, boxes, male, low, high, race = (faces[k][use] for k in ("images", "boxes", "male", "age_low", "age_high", "race"))
    out["FairFace rows, held out"] = gender_and_age(bundle, images, boxes, male, low, high, race)
    own, missed = own_boxes(bundle, images, boxes)
    out["FairFace rows, held out, boxes of our own detector"] = {**gender_and_age(bundle, images, own, male, low, high), "not detected": round(missed, 4)}
    grey = sources.ferplus(data, work)
    votes = np.concatenate([grey["votes"], grey["others"][:, None]], 1)
    ordered = np.sort(votes, 1)
    clear = (ordered[:, -1] > ordered[:, -2]) & (votes.argmax(1) < len(sources.EMOTIONS))
    for name, split in (("FER+ valid file", "valid"), ("FER+ train file, held out", "test")):
        use = (grey["split"] == split) & clear
        out[f"{name}, clear majority"] = emotions(bundle, grey["images"][use], grey["boxes"][use], votes[use].argmax(1))
    if drawn:
        group = drawn_group(drawn, "test")
        years = group.years.argmax(1)
        out["drawn faces, held out"] = {
            **gender_and_age(bundle, group.images, group.boxes, group.male, years, years),
            "emotion": emotions(bundle, group.images, group.boxes, group.emotion.argmax(1)),
        }
    return out


def evaluate(folder, data, work, drawn=None):
    bundle = Bundle(folder)
    return {"detector": detector_report(bundle, data, work, drawn), "attributes": attributes_report(bundle, data, work, drawn)}


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bundle", required=True)
    options.add_argument("--data", required=True)
    options.add_argument("--work", required=True)
    options.add_argument("--drawn")
    options.add_argument("--json", help="also write the figures to this file")
    options = options.parse_args()
    torch.set_num_threads(1)
    report = evaluate(options.bundle, options.data, options.work, options.drawn)
    print(json.dumps(report, indent=1))
    if options.json:
        Path(options.json).write_text(json.dumps(report, indent=1))
