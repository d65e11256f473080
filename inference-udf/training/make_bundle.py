"""One command from the data folder to a bundle: prepare, train the three networks, export, measure through the Java path, write.

Stops and goes on: what is already prepared, trained or measured in the work folder is not done again.
"""
import argparse
import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import torch

import attributes
import data as sources
import detector
import embedding
import export
import held_out
from card import model_card
from scenes import Scenes

VERSION = "0.7.0"
CROWD = Path(__file__).resolve().parents[2] / "crowd"
THRESHOLD, CANDIDATES = 0.2, 256
MIRROR_BELOW = 0.95  # two faces in five are looked at once more, in the mirror; looking at all twice gives no more of the genders
SETS = {
    "faces": "faces",
    "emotion": "emotion",
    "boxes-clips": "boxes",
    "boxes-photos": "boxes",
    "boxes-crowds": "boxes",
    "drawn-faces": "faces",
    "drawn-emotion": "emotion",
    "drawn-boxes": "boxes",
}


def settings(networks):
    boxes, describe, vectors = networks
    return {
        "detector": {
            "file": "detector.pt",
            "int8File": "detector-int8.pt",
            "maxSide": 640,
            "candidateThreshold": THRESHOLD,
            "scoreThreshold": 0.5,
            "iouThreshold": 0.45,
            "maxCandidates": CANDIDATES,
            "minFacePixels": 9,
            "macsPerPixel": round(export.multiply_adds(boxes, (1, 3, 480, 640)) / (480 * 640)),
        },
        "attributes": {
            "file": "attributes.pt",
            "int8File": "attributes-int8.pt",
            "inputSize": attributes.INPUT,
            "cropScale": attributes.CROP_SCALE,
            "minFacePixels": 16,
            "genderThreshold": 0.65,
            "mirrorBelow": MIRROR_BELOW,
            "macsPerFace": export.multiply_adds(describe, (1, 3, attributes.INPUT, attributes.INPUT)),
            "ageBands": sources.AGE_BANDS,
            "genders": sources.GENDERS,
            "emotions": sources.EMOTIONS,
        },
        "embedding": {
            "file": "embedding.pt",
            "int8File": "embedding-int8.pt",
            "inputSize": attributes.INPUT,
            "cropScale": embedding.CROP_SCALE,
            "dimensions": embedding.DIMENSIONS,
            "likeness": embedding.LIKENESS,
        },
    }


def write_settings(folder, networks):
    files = {}
    for file in sorted(folder.glob("*.pt")):
        content = file.read_bytes()
        files[file.name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    manifest = {
        "format": 1,
        "name": "crowdlake-faces",
        "version": VERSION,
        "licence": "Apache-2.0",
        "description": "Faces, their apparent age, gender and emotion. Trained by inference-udf/training.",
        **settings(networks),
        "files": files,
    }
    (folder / "bundle.json").write_text(json.dumps(manifest, indent=2) + "\n")


def measure(bundle, held, out):
    """What `crowd model evaluate` says of each held-out set, in both precisions: {precision: {set: report}}."""
    reports = {}
    for precision in ("int8", "fp32"):
        for name, kind in SETS.items():
            if not (held / name).exists():
                continue
            print(f"measure: {name}, {precision}", flush=True)
            command = [str(CROWD), "model", "evaluate", "--set", kind, "--data", str(held / name), "--model", str(bundle), "--precision", precision, "--json"]
            text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
            reports.setdefault(precision, {})[name] = json.loads(text)
    out.write_text(json.dumps(reports, indent=1))
    return reports


def embedding_report(bundle, data, work, drawn):
    network = torch.jit.load(str(bundle / "embedding-int8.pt"))
    with torch.inference_mode():
        return embedding.report(lambda crops: network(torch.from_numpy(crops)).numpy(), data, work, drawn)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", required=True, help="folder with faces/, footage/, photos/, scenes/, teachers/")
    options.add_argument("--work", required=True, help="folder for labels, checkpoints, curves and figures; delete it to start anew")
    options.add_argument("--out", required=True, help="the bundle's folder")
    options.add_argument("--drawn", help="folder with the scene generator's faces/, boxes/ and people/")
    options.add_argument("--note", default="", help="what else the model card should say about this training")
    options.add_argument("--detector-steps", type=int, default=12000)
    options.add_argument("--attribute-steps", type=int, default=18000)
    options.add_argument("--embedding-steps", type=int, default=4000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=1)
    o = options.parse_args()
    torch.set_num_threads(o.threads)
    work, out = Path(o.work), Path(o.out)

    sources.prepare(o.data, work)
    networks = (
        detector.train(o.data, work, o.drawn, o.detector_steps, o.seed),
        attributes.train(o.data, work, o.drawn, o.attribute_steps, o.seed),
        embedding.train(o.data, work, o.drawn, o.embedding_steps, o.seed),
    )
    scales = attributes.temperatures(networks[1], o.data, work, MIRROR_BELOW)
    print("temperatures:", json.dumps({k: round(v, 3) for k, v in scales.items()}), flush=True)

    fresh = work / "bundle"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    scenes = Scenes(o.data, work, o.drawn, o.seed + 1)
    pictures = [torch.from_numpy(scenes.batch(step)[0]) for step in range(16)]
    crops = attributes.Crops(*attributes.groups_and_shares(o.data, work, o.drawn), o.seed + 1, 0)
    faces = [torch.from_numpy(crops.batch(step)[0]) for step in range(8)]
    export.export(networks, scales, fresh, THRESHOLD, CANDIDATES, pictures, faces)
    export.check(fresh)
    write_settings(fresh, networks)

    held = work / "held-out"
    if not held.exists():
        held_out.write(o.data, work, o.drawn, held)
    reports = measure(fresh, held, work / "report.json")
    likeness = embedding_report(fresh, o.data, work, o.drawn)
    print(json.dumps(likeness, indent=1), flush=True)
    (fresh / "MODEL_CARD.md").write_text(model_card(VERSION, reports, likeness, networks, o.note))

    out.mkdir(parents=True, exist_ok=True)
    for file in sorted(fresh.iterdir()):
        shutil.copy(file, out / file.name)
    print(f"bundle: {out}: {sum(f.stat().st_size for f in out.iterdir()) / 1e6:.2f} MB", flush=True)


if __name__ == "__main__":
    main()
