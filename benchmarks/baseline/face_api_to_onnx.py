"""Makes the folder that `./crowd bench inference --baseline DIR` measures against: YuNet, and face-api's two networks as ONNX.

face_api_to_onnx.py --teachers DATA/teachers --out DIR [--faces DATA/faces]

With --faces the result is tried on labelled faces: only what answers as well as the original is worth being compared with.
Needs onnx, onnxruntime and numpy; --faces also opencv-python-headless.
"""
import argparse
import csv
import json
import shutil
import sys
import tarfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SIDE = 112
MEAN_BGR = [104.298, 117.001, 122.782]
OPSET, IR_VERSION = 13, 8
EXPRESSIONS = ["neutral", "happiness", "sadness", "anger", "fear", "disgust", "surprise"]


def weights(folder, name):
    """The arrays of a face-api network by name; shards hold them one after the other, most as bytes with a scale and a minimum."""
    arrays = {}
    for group in json.loads((folder / f"{name}-weights_manifest.json").read_text()):
        blob = b"".join((folder / path).read_bytes() for path in group["paths"])
        at = 0
        for entry in group["weights"]:
            quantised = entry.get("quantization")
            kind = np.dtype(quantised["dtype"] if quantised else entry["dtype"])
            count = int(np.prod(entry["shape"]))
            values = np.frombuffer(blob, kind, count, at).astype(np.float32)
            at += count * kind.itemsize
            if quantised:
                values = values * np.float32(quantised["scale"]) + np.float32(quantised["min"])
            arrays[entry["name"]] = values.reshape(entry["shape"])
        if at != len(blob):
            raise ValueError(f"{name}: the shards have {len(blob)} bytes, the manifest tells of {at}")
    return arrays


class Graph:
    """Writes the operators of TensorFlow.js that face-api uses as those of ONNX. 'same' padding is TensorFlow's: more at the far end."""

    def __init__(self, arrays):
        self.arrays, self.nodes, self.constants = arrays, [], []

    def constant(self, values, kind=np.float32):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values, kind), name))
        return name

    def node(self, operator, *inputs, output=None, **attributes):
        output = output or f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [output], **attributes))
        return output

    def pixels(self):
        """uint8 [N,112,112,3] BGR, as the cropper makes them, to floats around 0; channels and scale are the first convolution's."""
        floats = self.node("Transpose", self.node("Cast", "faces", to=TensorProto.FLOAT), perm=[0, 3, 1, 2])
        return self.node("Sub", floats, self.constant(np.reshape(MEAN_BGR, (1, 3, 1, 1))))

    def conv(self, x, name, stride, scale=1.0, bgr=False):
        filters = self.arrays[f"{name}/filters"].transpose(3, 2, 0, 1) * scale
        filters = filters[:, ::-1] if bgr else filters
        return self.convolution(x, filters, stride, self.arrays[f"{name}/bias"])

    def separable(self, x, name, stride=1):
        depthwise = self.arrays[f"{name}/depthwise_filter"].transpose(2, 3, 0, 1)
        x = self.convolution(x, depthwise, stride, None, len(depthwise))
        return self.convolution(x, self.arrays[f"{name}/pointwise_filter"].transpose(3, 2, 0, 1), 1, self.arrays[f"{name}/bias"])

    def convolution(self, x, filters, stride, bias, groups=1):
        inputs = [x, self.constant(filters)] + ([] if bias is None else [self.constant(bias)])
        side = filters.shape[2]
        return self.node("Conv", *inputs, kernel_shape=[side, side], strides=[stride, stride], group=groups, auto_pad="SAME_UPPER")

    def relu(self, x):
        return self.node("Relu", x)

    def add(self, *terms):
        total = terms[0]
        for term in terms[1:]:
            total = self.node("Add", total, term)
        return total

    def pooled(self, x):
        """The mean over all 7 x 7 places."""
        return self.node("Flatten", self.node("GlobalAveragePool", x))

    def dense(self, x, name):
        return self.node("Gemm", x, self.constant(self.arrays[f"{name}/weights"]), self.constant(self.arrays[f"{name}/bias"]))

    def save(self, path, name, outputs):
        faces = helper.make_tensor_value_info("faces", TensorProto.UINT8, ["N", SIDE, SIDE, 3])
        values = [helper.make_tensor_value_info(o, TensorProto.FLOAT, ["N", size]) for o, size in outputs.items()]
        graph = helper.make_graph(self.nodes, name, [faces], values, self.constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="crowdlake", ir_version=IR_VERSION)
        onnx.checker.check_model(model, full_check=True)
        onnx.save(model, str(path))


def age_gender(arrays, path):
    """face-api's AgeGenderNet: a small Xception, one mean over its 7 x 7 features, an age and two genders (male first)."""
    g = Graph(arrays)

    def reduction(x, name, activate=True):
        y = g.separable(g.relu(x) if activate else x, f"{name}/separable_conv0")
        y = g.separable(g.relu(y), f"{name}/separable_conv1")
        y = g.node("MaxPool", y, kernel_shape=[3, 3], strides=[2, 2], auto_pad="SAME_UPPER")
        return g.add(y, g.conv(x, f"{name}/expansion_conv", 2))

    x = g.relu(g.conv(g.pixels(), "entry_flow/conv_in", 2, scale=1 / 256, bgr=True))
    x = reduction(x, "entry_flow/reduction_block_0", activate=False)
    x = reduction(x, "entry_flow/reduction_block_1")
    for block in range(2):
        y = x
        for layer in range(3):
            y = g.separable(g.relu(y), f"middle_flow/main_block_{block}/separable_conv{layer}")
        x = g.add(y, x)
    x = reduction(x, "exit_flow/reduction_block")
    x = g.pooled(g.relu(g.separable(x, "exit_flow/separable_conv")))
    g.node("Identity", g.dense(x, "fc/age"), output="age")
    g.node("Softmax", g.dense(x, "fc/gender"), output="gender", axis=1)
    g.save(path, "age_gender", {"age": 1, "gender": 2})


def expression(arrays, path):
    """face-api's FaceExpressionNet: four blocks of four convolutions, each fed with the sum of those before it."""
    g = Graph(arrays)

    def block(x, name, first=False):
        start = g.conv(x, f"{name}/conv0", 2, scale=1 / 255, bgr=True) if first else g.separable(x, f"{name}/conv0", 2)
        total = g.relu(start)
        fed = total
        for layer in (1, 2, 3):
            total = g.add(total, g.separable(fed, f"{name}/conv{layer}"))
            fed = g.relu(total)
        return fed

    x = block(g.pixels(), "dense0", first=True)
    for name in ("dense1", "dense2", "dense3"):
        x = block(x, name)
    g.node("Softmax", g.dense(g.pooled(x), "fc"), output="expression", axis=1)
    g.save(path, "expression", {"expression": len(EXPRESSIONS)})


def rows(folder, name, limit):
    """Pictures at the networks' size with their labels."""
    import cv2

    with open(folder / f"{name}-labels.csv") as file:
        labels = {Path(row["file"]).name: row for row in csv.DictReader(file)}
    found = 0
    with tarfile.open(folder / f"{name}.tar") as tar:
        for member in tar:
            label = labels.get(Path(member.name).name)
            if not member.isfile() or label is None:
                continue
            image = cv2.imdecode(np.frombuffer(tar.extractfile(member).read(), np.uint8), cv2.IMREAD_COLOR)
            yield cv2.resize(image, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR), label
            found += 1
            if found == limit:
                return


def answers(path, images):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    parts = [session.run(None, {"faces": np.stack(images[i : i + 50])}) for i in range(0, len(images), 50)]
    return [np.concatenate(output) for output in zip(*parts)]


def check(out, faces, limit):
    """Accuracy on labelled faces; sys.exit where it is far from what face-api is known for."""
    images, labels = zip(*rows(faces, "fairface-train", limit))
    age, gender = answers(out / "age_gender.onnx", images)
    right = np.mean([(g[0] > 0.5) == (row["gender"] == "Male") for g, row in zip(gender, labels)])
    error = np.mean([abs(a - middle_of(row["age"])) for a, row in zip(age[:, 0], labels)])
    print(f"age and gender   {len(images)} FairFace rows: gender {right:.1%} right, age {error:.1f} years off")

    votes, images = [], []
    for image, row in rows(faces, "ferplus-valid", limit):
        counts = [int(row[name]) for name in EXPRESSIONS + ["contempt", "unknown", "NF"]]
        best = int(np.argmax(counts))
        # Only clear majorities for one of the seven that the network knows.
        if best < len(EXPRESSIONS) and sorted(counts)[-1] > sorted(counts)[-2]:
            votes.append(best)
            images.append(image)
    (probabilities,) = answers(out / "expression.onnx", images)
    expressed = np.mean(probabilities.argmax(1) == votes)
    print(f"expression       {len(images)} FER+ rows: {expressed:.1%} right")
    if right < 0.78 or error > 8.5 or expressed < 0.58:
        sys.exit("the converted networks answer worse than face-api does: the weights or the conversion are wrong")


def middle_of(age):
    """Of a label such as 20-29 or 'more than 70'."""
    numbers = [int(n) for n in age.replace("more than ", "").split("-")]
    return (numbers[0] + numbers[1] + 1) / 2 if len(numbers) == 2 else numbers[0] + 5


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teachers", type=Path, required=True, help="folder with yunet_n_dynamic.onnx and face-api/")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--faces", type=Path, help="folder with fairface-train and ferplus-valid (.tar and -labels.csv): tries the result")
    parser.add_argument("--limit", type=int, default=3000, help="rows of each set to try (default %(default)s)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(options.teachers / "yunet_n_dynamic.onnx", options.out / "yunet_n_dynamic.onnx")
    age_gender(weights(options.teachers / "face-api", "age_gender_model"), options.out / "age_gender.onnx")
    expression(weights(options.teachers / "face-api", "face_expression_model"), options.out / "expression.onnx")
    print(f"wrote yunet_n_dynamic.onnx, age_gender.onnx and expression.onnx to {options.out}")
    if options.faces:
        check(options.out, options.faces, options.limit)


if __name__ == "__main__":
    main()
