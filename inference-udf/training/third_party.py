"""Turns networks of others into TorchScript, as somebody would who wants to use theirs with Crowdlake. Nothing of it is shipped.

    python third_party.py --data DATA --out OUT

DATA/teachers holds the detectors RFB-320 (Linzaer) and YuNet (Yu) as ONNX files, and the age and gender network of face-api.js (Mühler) as
8-bit weights. OUT gets a folder for each way in which a network can be declared, with a manifest for `crowd model import`:

    yunet         a box in each cell of three grids             with face-api's attributes
    rfb-boxes     decoded boxes in fractions of the input       detector alone
    rfb-anchors   the same network, cut before it decodes       detector alone

Beside them go frames of a clip as PNG, and expected.json: what onnxruntime and torch, with pre- and post-processing of
their own, find in them.
"""
import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from PIL import Image, ImageSequence
from torch import nn

CLIPS = {"face-demographics-walking-and-pause.gif": 5, "head-pose-face-detection-female.gif": 5}
LIMITS = {
    "candidateThreshold": 0.2,
    "scoreThreshold": 0.6,
    "iouThreshold": 0.3,
    "maxCandidates": 256,
    "minFacePixels": 8,
}
YUNET = {
    "name": "yunet-n-face-api",
    "licence": "Apache-2.0 AND MIT",
    "detector": {
        "file": "detector.pt",
        "maxSide": 640,
        **LIMITS,
        "input": {"layout": "NCHW", "channels": "BGR", "type": "float32", "multipleOf": 32},
        "output": {
            "kind": "grid",
            "strides": [8, 16, 32],
            "classes": [0, 1, 2],
            "objects": [3, 4, 5],
            "boxes": [6, 7, 8],
        },
    },
    "attributes": {
        "file": "attributes.pt",
        "inputSize": 112,
        "cropScale": 1.3,
        "minFacePixels": 16,
        "genderThreshold": 0.6,
        "genders": ["male", "female"],
        "input": {
            "layout": "NCHW",
            "channels": "RGB",
            "type": "float32",
            "mean": [122.782, 117.001, 104.298],
            "scale": [1 / 256] * 3,
        },
        "output": {"ageYears": {"index": 0}, "genders": {"index": 1, "activation": "softmax"}},
    },
}
RFB_INPUT = {
    "layout": "NCHW",
    "channels": "RGB",
    "type": "float32",
    "mean": [127, 127, 127],
    "scale": [1 / 128] * 3,
    "width": 320,
    "height": 240,
}
RFB_BOXES = {
    "name": "rfb-320",
    "licence": "MIT",
    "detector": {
        "file": "detector.pt",
        **LIMITS,
        "input": RFB_INPUT,
        "output": {"kind": "boxes", "scores": 0, "boxes": 1, "form": "corners", "unit": "fractions", "scoreColumn": 1},
    },
}
RFB_ANCHORS = {
    "name": "rfb-320",
    "licence": "MIT",
    "detector": {
        "file": "detector.pt",
        **LIMITS,
        "input": RFB_INPUT,
        "output": {
            "kind": "anchors",
            "scores": 0,
            "boxes": 1,
            "scoreColumn": 1,
            "activation": "softmax",
            "strides": [8, 16, 32, 64],
            "sizes": [[10, 16, 24], [32, 48], [64, 96], [128, 192, 256]],
            "variances": [0.1, 0.2],
            "clip": True,
        },
    },
}


class OnnxNetwork(nn.Module):
    """Walks an ONNX graph with torch's operators: under a trace, the walk becomes the network. Knows the operators of the networks above."""

    def __init__(self, file, outputs):
        super().__init__()
        graph = onnx.load(str(file)).graph
        self.input = next(i.name for i in graph.input if i.name not in {w.name for w in graph.initializer})
        self.nodes, self.outputs = list(graph.node), outputs
        self.weights = {w.name: torch.from_numpy(numpy_helper.to_array(w).copy()) for w in graph.initializer}

    def forward(self, picture):
        values = {**self.weights, self.input: picture}
        for node in self.nodes:
            attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
            values[node.output[0]] = run(node.op_type, attributes, [values.get(name) for name in node.input])
        return tuple(values[name] for name in self.outputs)


def run(operator, a, x):
    """One ONNX operator on its inputs x and attributes a."""
    if operator == "Conv":
        return F.conv2d(x[0], x[1], x[2] if len(x) > 2 else None, a.get("strides", 1), begins(a), a.get("dilations", 1), a.get("group", 1))
    if operator == "BatchNormalization":
        return F.batch_norm(x[0], x[3], x[4], x[1], x[2], eps=a.get("epsilon", 1e-5))
    if operator == "MaxPool":
        return F.max_pool2d(x[0], a["kernel_shape"], a["strides"], begins(a))
    if operator == "Resize":
        factor = [float(f) for f in x[2][2:]]
        return F.interpolate(x[0], scale_factor=factor, mode=a["mode"].decode())
    if operator == "Constant":
        return torch.from_numpy(numpy_helper.to_array(a["value"]).copy())
    if operator == "Shape":
        return torch.tensor([int(length) for length in x[0].shape])
    if operator == "Gather":
        return x[0].index_select(a.get("axis", 0), x[1].reshape(-1)).reshape(x[1].shape)
    if operator == "Unsqueeze":
        for axis in a["axes"]:
            x[0] = x[0].unsqueeze(axis)
        return x[0]
    if operator == "Slice":
        for axis, start, end in zip(a["axes"], a["starts"], a["ends"]):
            x[0] = x[0][(slice(None),) * axis + (slice(start, end),)]
        return x[0]
    if operator == "Reshape":
        return x[0].reshape([int(length) for length in x[1]])
    if operator == "Transpose":
        return x[0].permute(a["perm"])
    if operator == "Concat":
        return torch.cat(x, a["axis"])
    if operator == "Softmax":
        return torch.softmax(x[0], a["axis"])
    simple = {"Relu": F.relu, "Sigmoid": torch.sigmoid, "Exp": torch.exp}
    if operator in simple:
        return simple[operator](x[0])
    return {"Add": torch.add, "Sub": torch.sub, "Mul": torch.mul, "Div": torch.div}[operator](x[0], x[1])


def begins(attributes):
    """Padding of rows and columns; torch has the same at both ends, and so do these networks."""
    pads = attributes.get("pads", [0, 0, 0, 0])
    assert pads[:2] == pads[2:], pads
    return pads[:2]


class AgeGender(nn.Module):
    """face-api.js's small Xception over its weights: years [N,1] and logits of male and female [N,2] of normalised [N,3,112,112]."""

    def __init__(self, folder):
        super().__init__()
        self.weights = shards(folder, "age_gender_model")

    def forward(self, x):
        x = F.relu(self.conv(x, "entry_flow/conv_in", 2))
        x = self.reduce(x, x, "entry_flow/reduction_block_0")
        x = self.reduce(x, F.relu(x), "entry_flow/reduction_block_1")
        for block in ("middle_flow/main_block_0", "middle_flow/main_block_1"):
            y = x
            for k in range(3):
                y = self.separable(F.relu(y), f"{block}/separable_conv{k}")
            x = x + y
        x = self.reduce(x, F.relu(x), "exit_flow/reduction_block")
        x = F.relu(self.separable(x, "exit_flow/separable_conv"))
        x = F.avg_pool2d(x, 7, 2).flatten(1)
        return tuple(x @ self.weights[f"fc/{head}/weights"] + self.weights[f"fc/{head}/bias"] for head in ("age", "gender"))

    def reduce(self, x, activated, name):
        y = self.separable(activated, f"{name}/separable_conv0")
        y = self.separable(F.relu(y), f"{name}/separable_conv1")
        y = F.max_pool2d(same(y, 3, 2, -float("inf")), 3, 2)
        return y + self.conv(x, f"{name}/expansion_conv", 2)

    def conv(self, x, name, stride):
        filters = self.weights[f"{name}/filters"].permute(3, 2, 0, 1)
        return F.conv2d(same(x, filters.shape[2], stride), filters, self.weights[f"{name}/bias"], stride)

    def separable(self, x, name):
        depthwise = self.weights[f"{name}/depthwise_filter"].permute(2, 3, 0, 1)
        pointwise = self.weights[f"{name}/pointwise_filter"].permute(3, 2, 0, 1)
        x = F.conv2d(same(x, 3, 1), depthwise, groups=depthwise.shape[0])
        return F.conv2d(x, pointwise, self.weights[f"{name}/bias"])


def same(x, kernel, stride, value=0.0):
    """TensorFlow's padding "same": where it is odd, one more at the end."""
    pads = [max(0, (-(-n // stride) - 1) * stride + kernel - n) for n in (x.shape[3], x.shape[2])]
    return F.pad(x, [pads[0] // 2, pads[0] - pads[0] // 2, pads[1] // 2, pads[1] - pads[1] // 2], value=value)


def shards(folder, name):
    """Weights of TensorFlow.js: one file, in the manifest's order, some of them 8-bit numbers with a scale and a minimum."""
    content, weights, at = (folder / f"{name}-shard1").read_bytes(), {}, 0
    for group in json.loads((folder / f"{name}-weights_manifest.json").read_text()):
        for weight in group["weights"]:
            quantised = weight.get("quantization")
            count, kind = int(np.prod(weight["shape"])), np.uint8 if quantised else np.float32
            values = np.frombuffer(content, kind, count, at).astype(np.float32)
            at += count * np.dtype(kind).itemsize
            if quantised:
                values = values * quantised["scale"] + quantised["min"]
            weights[weight["name"]] = torch.from_numpy(values.reshape(weight["shape"]).copy())
    assert at == len(content), (at, len(content))
    return weights


def save(network, example, file):
    with torch.inference_mode():
        traced = torch.jit.trace(network.eval(), example, check_trace=False)
    torch.jit.freeze(traced.eval()).save(str(file))


def write(folder, manifest, networks):
    folder.mkdir(parents=True, exist_ok=True)
    for file, (network, example) in networks.items():
        save(network, example, folder / file)
    manifest = {"format": 1, "version": "1", "description": "Not ours: to see that it can be imported.", **manifest}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def frames(data):
    """Every fifth frame of the clips with faces, as BGR."""
    for clip, step in CLIPS.items():
        with Image.open(data / "footage" / clip) as animation:
            for index, frame in enumerate(ImageSequence.Iterator(animation)):
                if index % step == 0:
                    yield clip, index, cv2.cvtColor(np.array(frame.convert("RGB")), cv2.COLOR_RGB2BGR)


def suppressed(rows):
    """Greedy non-maximum suppression, best first."""
    kept = []
    for row in sorted((r for r in rows if r[4] >= LIMITS["scoreThreshold"]), key=lambda r: -r[4]):
        if all(overlap(row, better) <= LIMITS["iouThreshold"] for better in kept):
            kept.append([round(float(v), 4) for v in row])
    return kept


def overlap(a, b):
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    shared = max(0, width) * max(0, height)
    return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared)


def yunet(session, image):
    """Boxes of YuNet on a picture filled up to a multiple of 32, decoded with numpy."""
    height, width = image.shape[:2]
    padded = cv2.copyMakeBorder(image, 0, -height % 32, 0, -width % 32, cv2.BORDER_CONSTANT)
    outputs = session.run(None, {"input": padded.astype(np.float32).transpose(2, 0, 1)[None]})
    named = dict(zip((o.name for o in session.get_outputs()), (o[0] for o in outputs)))
    rows = []
    for stride in (8, 16, 32):
        columns = padded.shape[1] // stride
        box, cells = named[f"bbox_{stride}"], np.arange(len(named[f"bbox_{stride}"]))
        score = np.sqrt(named[f"cls_{stride}"][:, 0] * named[f"obj_{stride}"][:, 0])
        middle = (np.stack([cells % columns, cells // columns], 1) + box[:, :2]) * stride
        half = np.exp(box[:, 2:]) * stride / 2
        corners = np.concatenate([middle - half, middle + half], 1).clip(0, [width, height, width, height])
        rows.extend(np.concatenate([corners, score[:, None]], 1).tolist())
    return suppressed(rows)


def rfb(session, image):
    """Boxes of RFB-320 on a picture fitted into 320 x 240, the rest of it grey."""
    height, width = image.shape[:2]
    factor = min(320 / width, 240 / height)
    small = cv2.resize(image, (round(width * factor), round(height * factor)), interpolation=cv2.INTER_AREA)
    padded = np.full((240, 320, 3), 127, np.uint8)
    padded[: small.shape[0], : small.shape[1]] = small
    tensor = ((padded[:, :, ::-1].astype(np.float32) - 127) / 128).transpose(2, 0, 1)[None]
    scores, boxes = session.run(["scores", "boxes"], {"input": tensor})
    corners = boxes[0] * np.array([320, 240, 320, 240]) * (width / small.shape[1])
    corners = corners.clip(0, [width, height, width, height])
    return suppressed(np.concatenate([corners, scores[0, :, 1:]], 1).tolist())


def described(network, image, boxes):
    """Years and the probability of a woman for the face in each box, in crops that OpenCV cuts."""
    answers, side = [], YUNET["attributes"]["inputSize"]
    mean = np.array(YUNET["attributes"]["input"]["mean"], np.float32)
    for x1, y1, x2, y2, _ in boxes:
        scale = side / (max(x2 - x1, y2 - y1) * YUNET["attributes"]["cropScale"])
        # OpenCV's coordinates are those of the middles of pixels.
        shift = [side / 2 - 0.5 + scale * (0.5 - middle) for middle in ((x1 + x2) / 2, (y1 + y2) / 2)]
        crop = cv2.warpAffine(
            image, np.array([[scale, 0, shift[0]], [0, scale, shift[1]]]), (side, side), borderMode=cv2.BORDER_REPLICATE
        )
        tensor = torch.from_numpy((crop[:, :, ::-1].astype(np.float32) - mean) / 256).permute(2, 0, 1)[None]
        with torch.inference_mode():
            years, gender = network(tensor)
        answers.append([round(float(years), 2), round(float(torch.softmax(gender, 1)[0, 1]), 4)])
    return answers


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", required=True, type=Path, help="folder with teachers/ and footage/")
    options.add_argument("--out", required=True, type=Path, help="folder for the networks, their manifests and the frames")
    o = options.parse_args()
    torch.set_num_threads(1)
    onnxruntime.set_default_logger_severity(3)
    teachers = o.data / "teachers"
    yunet_file, rfb_file = teachers / "yunet_n_dynamic.onnx", teachers / "ul_version-RFB-320.onnx"
    grids = [f"{kind}_{stride}" for kind in ("cls", "obj", "bbox") for stride in (8, 16, 32)]
    fixed = torch.zeros(1, 3, 240, 320)
    age_gender = AgeGender(teachers / "face-api").eval()
    write(
        o.out / "yunet",
        YUNET,
        {
            "detector.pt": (OnnxNetwork(yunet_file, grids), torch.zeros(1, 3, 288, 480)),
            "attributes.pt": (age_gender, torch.zeros(2, 3, 112, 112)),
        },
    )
    write(o.out / "rfb-boxes", RFB_BOXES, {"detector.pt": (OnnxNetwork(rfb_file, ["scores", "boxes"]), fixed)})
    before_softmax, before_decoding = "459", "460"
    raw = OnnxNetwork(rfb_file, [before_softmax, before_decoding])
    write(o.out / "rfb-anchors", RFB_ANCHORS, {"detector.pt": (raw, fixed)})

    sessions = {name: onnxruntime.InferenceSession(str(file)) for name, file in (("yunet", yunet_file), ("rfb", rfb_file))}
    expected = []
    for clip, index, image in frames(o.data):
        picture = f"{Path(clip).stem}-{index}.png"
        cv2.imwrite(str(o.out / picture), image)
        found = {"yunet": yunet(sessions["yunet"], image), "rfb": rfb(sessions["rfb"], image)}
        found["years_female"] = described(age_gender, image, found["yunet"])
        expected.append({"clip": clip, "frame": index, "picture": picture, **found})
        print(f"{picture}: yunet {len(found['yunet'])}, rfb {len(found['rfb'])} faces", flush=True)
    (o.out / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


if __name__ == "__main__":
    main()
