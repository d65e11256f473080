"""One command from the data folder to a bundle: prepare, train both networks, export, evaluate, write.

Stops and goes on: what is already prepared or trained in the work folder is not done again.
"""
import argparse
import hashlib
import json
import shutil
from pathlib import Path

import torch

import attributes
import data as sources
import detector
import export
from card import model_card
from evaluate import evaluate

VERSION = "0.1.0"
DETECTOR = {
    "file": "detector.pt",
    "maxSide": 640,
    "candidateThreshold": 0.2,
    "scoreThreshold": 0.5,
    "iouThreshold": 0.45,
    "maxCandidates": 256,
    "minFacePixels": 10,
}
ATTRIBUTES = {
    "file": "attributes.pt",
    "inputSize": attributes.INPUT,
    "cropScale": attributes.CROP_SCALE,
    "minFacePixels": 16,
    "genderThreshold": 0.65,
    "ageBands": sources.AGE_BANDS,
    "genders": sources.GENDERS,
    "emotions": sources.EMOTIONS,
}


def write_settings(folder):
    files = {}
    for name in (DETECTOR["file"], ATTRIBUTES["file"]):
        content = (folder / name).read_bytes()
        files[name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    settings = {
        "format": 1,
        "name": "crowdlake-faces",
        "version": VERSION,
        "licence": "Apache-2.0",
        "description": "Face detector and apparent age, gender and emotion. Trained by inference-udf/training.",
        "detector": DETECTOR,
        "attributes": ATTRIBUTES,
        "files": files,
    }
    (folder / "bundle.json").write_text(json.dumps(settings, indent=2) + "\n")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", required=True, help="folder with faces/, footage/, photos/, scenes/, teachers/")
    options.add_argument("--work", required=True, help="folder for labels, checkpoints and curves; delete it to start anew")
    options.add_argument("--out", required=True, help="the bundle's folder")
    options.add_argument("--drawn", help="folder with the scene generator's faces/ and boxes/")
    options.add_argument("--note", default="", help="what else the model card should say about this training")
    options.add_argument("--detector-steps", type=int, default=7000)
    options.add_argument("--attribute-steps", type=int, default=6500)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=1)
    o = options.parse_args()
    torch.set_num_threads(o.threads)
    work, out = Path(o.work), Path(o.out)

    sources.prepare(o.data, work)
    boxes = detector.train(o.data, work, o.drawn, o.detector_steps, o.seed)
    describe = attributes.train(o.data, work, o.drawn, o.attribute_steps, o.seed)
    scales = attributes.temperatures(describe, o.data, work)
    print("temperatures:", json.dumps({k: round(v, 3) for k, v in scales.items()}), flush=True)

    fresh = work / "bundle"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    export.export(boxes, describe, scales, fresh, DETECTOR["candidateThreshold"], DETECTOR["maxCandidates"])
    export.check(fresh, DETECTOR["maxSide"])
    write_settings(fresh)
    report = evaluate(fresh, o.data, work, o.drawn)
    (work / "report.json").write_text(json.dumps(report, indent=1))
    print(json.dumps(report, indent=1), flush=True)
    (fresh / "MODEL_CARD.md").write_text(model_card(VERSION, report, boxes, describe, o.note))

    out.mkdir(parents=True, exist_ok=True)
    for file in sorted(fresh.iterdir()):
        shutil.copy(file, out / file.name)
    print(f"bundle: {out}: {sum(f.stat().st_size for f in out.iterdir()) / 1e6:.2f} MB", flush=True)


if __name__ == "__main__":
    main()
