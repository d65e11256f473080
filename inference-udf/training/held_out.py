"""Writes the rows that are never trained on as folders that `./crowd model evaluate` reads: what the figures of the model card are measured on.

faces/ and emotion/: pictures and labels.csv. boxes-clips/, boxes-photos/, boxes-crowds/: pictures or clips and boxes.json.
"""
import argparse
import csv
import json
import shutil
from pathlib import Path

import cv2
import numpy as np

import data as sources
from scenes import drawn_split

PHOTO_SIDE = 640
SMALLEST_FACE = 10  # px; what is smaller counts neither way


def labelled(data, tar, labels, out, keep):
    out.mkdir(parents=True, exist_ok=True)
    with open(data / labels) as f:
        reader = csv.DictReader(f)
        rows = {row["file"]: row for row in reader}
    kept = []
    for name, blob in sources.read_tar(data / tar):
        if keep(name):
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_bytes(blob)
            kept.append(rows[name])
    return reader.fieldnames, kept


def write_labels(out, columns, rows):
    with open(out / "labels.csv", "w", newline="") as f:
        writer = csv.DictWriter(f, columns)
        writer.writeheader()
        writer.writerows(rows)
    print(f"held out: {out.name}: {len(rows)} pictures", flush=True)


def write_boxes(out, boxes):
    (out / "boxes.json").write_text(json.dumps(boxes))
    print(f"held out: {out.name}: {len(boxes)} files", flush=True)


def entry(image, rows):
    """One picture's labels at PHOTO_SIDE; the size below which a face counts neither way is in pixels of that."""
    rows = np.array(rows, np.float64).reshape(-1, 5)
    small = np.maximum(rows[:, 2] - rows[:, 0], rows[:, 3] - rows[:, 1]) < SMALLEST_FACE
    rows[small, 4] = np.minimum(rows[small, 4], 0.5)
    return {"size": [image.shape[1], image.shape[0]], "boxes_x1y1x2y2score": [np.round(rows, 2).tolist()]}


def resized(image, rows):
    scale = PHOTO_SIDE / max(image.shape[:2])
    interpolation = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=interpolation), rows * np.array([scale] * 4 + [1])


def drawn_rows(drawn, out):
    """The scene generator's crops and frames, in the same formats; an emotion is a vote of ten."""
    with open(drawn / "faces/labels.csv") as f:
        rows = [r for r in csv.DictReader(f) if sources.split_of(r["file"]) == "test"]
    for name in ("drawn-faces", "drawn-emotion"):
        (out / name).mkdir(parents=True, exist_ok=True)
        for row in rows:
            shutil.copyfile(drawn / "faces" / row["file"], out / name / row["file"])
    write_labels(out / "drawn-faces", ["file", "age", "gender"], [{k: r[k] for k in ("file", "age", "gender")} for r in rows])
    votes = [{"file": r["file"], **{e: 10 * (e == r["emotion"].lower()) for e in sources.EMOTIONS}, "unknown": 0, "NF": 0} for r in rows]
    write_labels(out / "drawn-emotion", ["file", *sources.EMOTIONS, "unknown", "NF"], votes)
    frames, labels = out / "drawn-boxes", json.loads((drawn / "boxes/boxes.json").read_text())
    frames.mkdir(parents=True, exist_ok=True)
    labels = {name: entry for name, entry in labels.items() if drawn_split(name) == "test"}
    for name in labels:
        shutil.copyfile(drawn / "boxes" / name, frames / name)
    write_boxes(frames, labels)


def write(data, work, drawn, out):
    data, out = Path(data), Path(out)
    test = lambda name: sources.split_of(name) == "test"

    columns, rows = labelled(data, "faces/fairface-train.tar", "faces/fairface-train-labels.csv", out / "faces", test)
    write_labels(out / "faces", columns, rows)

    columns, rows = labelled(data, "faces/ferplus-valid.tar", "faces/ferplus-valid-labels.csv", out / "emotion", lambda name: True)
    write_labels(out / "emotion", columns, rows)

    clips = out / "boxes-clips"
    clips.mkdir(parents=True, exist_ok=True)
    labels = {k: v for k, v in sources.clip_labels(data).items() if k in (*sources.FACE_CLIPS, sources.HELD_OUT_FACELESS_CLIP)}
    for clip in labels:
        shutil.copyfile(data / "footage" / clip, clips / clip)
    write_boxes(clips, labels)

    photos, boxes = out / "boxes-photos", {}
    photos.mkdir(parents=True, exist_ok=True)
    for name, (blob, rows) in sources.photos(data, work).items():
        if test(name):
            image, rows = resized(sources.decode(blob), rows)
            file = Path(name).stem + ".jpg"
            cv2.imwrite(str(photos / file), image, [cv2.IMWRITE_JPEG_QUALITY, 95])
            boxes[file] = entry(image, rows)
    write_boxes(photos, boxes)

    crowds, boxes, teacher = out / "boxes-crowds", {}, sources.Teacher(data)
    crowds.mkdir(parents=True, exist_ok=True)
    for path in sorted((data / "photos").glob("*.jpg")):
        image = cv2.imread(str(path))
        image, rows = resized(image, teacher.detect(image, [640, 1280]))
        cv2.imwrite(str(crowds / path.name), image, [cv2.IMWRITE_JPEG_QUALITY, 95])
        boxes[path.name] = entry(image, rows)
    write_boxes(crowds, boxes)
    if drawn:
        drawn_rows(Path(drawn), out)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", required=True)
    options.add_argument("--work", required=True)
    options.add_argument("--drawn")
    options.add_argument("--out", required=True)
    write(**vars(options.parse_args()))
