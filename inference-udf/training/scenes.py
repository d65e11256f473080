"""Composes the detector's training pictures: real photos at every size, faces pasted onto scenes, scenes without faces, drawn frames.

Labels: the teacher's boxes for photos, exact boxes for pasted faces. Nothing here reads a row of the test split.
"""
import json
from pathlib import Path

import cv2
import numpy as np
import torch
from PIL import Image

import data as sources

STRIDES = (8, 16, 32)
LEVELS = ((0, 40), (28, 100), (72, 10_000))  # longer side of the faces each stride learns; neighbours overlap
CANVASES = ((256, 14), (320, 9), (192, 24), (640, 3), (256, 14), (384, 7), (512, 4))  # side, pictures in a batch
DRAWN_SCENE = 8  # consecutive drawn frames show the same people: they stay on one side of the split
SMALLEST = 7.0  # px; what is smaller counts neither way


def normalised(images):
    """uint8 [B,H,W,3] BGR -> float [B,3,H,W] around zero."""
    return (images.permute(0, 3, 1, 2).float() - 127.5) / 64.0


def targets(faces, ignored, side):
    """For each cell of the three maps: kind (1 face, 0 none, -1 neither) and the box it must tell."""
    kinds, boxes = [], []
    faces = faces[np.argsort(-np.prod(faces[:, 2:] - faces[:, :2], 1))]  # small ones last: they win a shared cell
    for stride, (low, high) in zip(STRIDES, LEVELS):
        n = side // stride
        kind, box = np.zeros((n, n), np.int8), np.zeros((n, n, 4), np.float32)
        for x1, y1, x2, y2 in ignored / stride:
            kind[max(0, int(y1)) : int(np.ceil(y2)), max(0, int(x1)) : int(np.ceil(x2))] = -1
        for face in faces:
            size = max(face[2] - face[0], face[3] - face[1])
            if not low <= size < high:
                continue
            cx, cy = (face[0] + face[2]) / 2 / stride - 0.5, (face[1] + face[3]) / 2 / stride - 0.5
            reach = 1.0 if size < 4 * stride else 1.5
            xs = range(max(0, int(np.ceil(cx - reach))), min(n - 1, int(np.floor(cx + reach))) + 1)
            ys = range(max(0, int(np.ceil(cy - reach))), min(n - 1, int(np.floor(cy + reach))) + 1)
            for y in ys:
                for x in xs:
                    kind[y, x], box[y, x] = 1, face
        kinds.append(kind.reshape(-1))
        boxes.append(box.reshape(-1, 4))
    return np.concatenate(kinds), np.concatenate(boxes)


class Canvas:
    """A square picture being composed, with the boxes that are on it."""

    def __init__(self, image):
        self.image, self.faces, self.ignored, self.taken = image, [], [], []

    def place(self, rng, tile, faces, ignored, mask=None, tries=8):
        """Puts a tile somewhere free; it may hang over the edge by a fifth. False if there is no room."""
        side, (h, w) = self.image.shape[0], tile.shape[:2]
        for _ in range(tries):
            x = int(rng.integers(-w // 5, max(side - w * 4 // 5, -w // 5 + 1)))
            y = int(rng.integers(-h // 5, max(side - h * 4 // 5, -h // 5 + 1)))
            here = np.array([x, y, x + w, y + h])
            if self.taken and (sources.iou_matrix(here[None], np.array(self.taken)) > 0.0).any():
                continue
            x1, y1, x2, y2 = max(x, 0), max(y, 0), min(x + w, side), min(y + h, side)
            part = tile[y1 - y : y2 - y, x1 - x : x2 - x]
            if mask is None:
                self.image[y1:y2, x1:x2] = part
            else:
                m = mask[y1 - y : y2 - y, x1 - x : x2 - x, None]
                self.image[y1:y2, x1:x2] = part * m + self.image[y1:y2, x1:x2] * (1 - m)
            self.taken.append(here)
            shift = np.array([x, y, x, y], np.float32)
            self.add(np.asarray(faces, np.float32).reshape(-1, 4) + shift, np.asarray(ignored, np.float32).reshape(-1, 4) + shift)
            return True
        return False

    def add(self, faces, ignored):
        side = self.image.shape[0]
        for box in faces:
            inside = np.clip(box, 0, side)
            seen = np.prod(inside[2:] - inside[:2]) / max(np.prod(box[2:] - box[:2]), 1e-6)
            small = max(box[2:] - box[:2]) < SMALLEST
            if seen > 0.6 and not small:
                self.faces.append(inside)
            elif seen > 0.05:
                self.ignored.append(inside)
        self.ignored.extend(np.clip(b, 0, side) for b in ignored)

    def flip(self):
        side = self.image.shape[0]
        self.image = np.ascontiguousarray(self.image[:, ::-1])
        turn = lambda b: np.array([side - b[2], b[1], side - b[0], b[3]], np.float32)
        self.faces, self.ignored = [turn(b) for b in self.faces], [turn(b) for b in self.ignored]


def turned(image, boxes, degrees, border=cv2.BORDER_REPLICATE):
    """The picture turned about its middle; boxes keep their size around the turned centres (small angles)."""
    h, w = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((w / 2, h / 2), degrees, 1.0)
    centres = (boxes[:, :2] + boxes[:, 2:4]) / 2
    moved = centres @ matrix[:, :2].T + matrix[:, 2]
    return cv2.warpAffine(image, matrix, (w, h), borderMode=border), np.concatenate([moved + boxes[:, :2] - centres, moved + boxes[:, 2:4] - centres], 1)


def texture(rng, side):
    """Noise of several octaves, gradients, stripes and shapes: what no camera saw, but must not be called a face."""
    image = np.empty((side, side, 3), np.float32)
    image[:] = rng.uniform(20, 235, 3)
    for octave in (2, 4, 8, 16, 32):
        if rng.random() < 0.6:
            coarse = rng.normal(0, rng.uniform(5, 50), (octave, octave, 1 if rng.random() < 0.5 else 3)).astype(np.float32)
            fine = cv2.resize(coarse, (side, side), interpolation=int(rng.choice([cv2.INTER_LINEAR, cv2.INTER_NEAREST])))
            image += fine.reshape(side, side, -1)
    image = np.clip(image, 0, 255).astype(np.uint8)
    for _ in range(int(rng.integers(0, 14))):
        colour = tuple(int(c) for c in (rng.uniform([90, 110, 150], [180, 200, 245]) if rng.random() < 0.4 else rng.uniform(0, 255, 3)))
        x, y, a, b = (int(v) for v in rng.integers(0, side, 4))
        kind, thick = rng.integers(0, 4), -1 if rng.random() < 0.7 else int(rng.integers(1, 6))
        if kind == 0:
            cv2.rectangle(image, (x, y), (a, b), colour, thick)
        elif kind == 1:
            cv2.ellipse(image, (x, y), (a // 5 + 2, b // 4 + 2), float(rng.uniform(0, 180)), 0, 360, colour, thick)
        elif kind == 2:
            cv2.line(image, (x, y), (a, b), colour, max(1, thick))
        else:
            cv2.circle(image, (x, y), a // 6 + 2, colour, thick)
    return image


def camera(rng, image):
    """What lenses, sensors, weather and codecs do to a picture."""
    if rng.random() < 0.85:
        gain, bias = rng.uniform(0.5, 1.5), rng.uniform(-40, 40)
        tint = rng.uniform(0.85, 1.15, 3) if rng.random() < 0.6 else np.ones(3)
        image = np.clip(image * (gain * tint).astype(np.float32) + np.float32(bias + 127.5 * (1 - gain)), 0, 255).astype(np.uint8)
    if rng.random() < 0.2:
        image = cv2.LUT(image, ((np.arange(256) / 255.0) ** rng.uniform(0.5, 2.0) * 255).astype(np.uint8))
    if rng.random() < 0.12:
        image = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    if rng.random() < 0.2:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.6))
    if rng.random() < 0.25:
        noise = rng.normal(0, rng.uniform(2, 14), image.shape[:2] + (1 if rng.random() < 0.5 else 3,)).astype(np.float32)
        image = np.clip(image + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.3:
        image = cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 90))])[1], cv2.IMREAD_COLOR)
    if rng.random() < 0.04:
        image = np.ascontiguousarray(np.asarray(Image.fromarray(image).quantize(int(rng.choice([64, 128, 256]))).convert("RGB")))
    return image


class Scenes:
    def __init__(self, data, work, drawn, seed):
        self.seed = seed
        pictures = sources.photos(data, work)
        self.photos = []
        for name, (blob, rows) in pictures.items():
            faces, unsure = rows[rows[:, 4] > sources.FACE_SCORE, :4], rows[(rows[:, 4] <= sources.FACE_SCORE) & (rows[:, 4] > 0.25), :4]
            if sources.split_of(name) == "train" and len(faces):
                self.photos.append((blob, faces, unsure))
        self.grounds = sources.backgrounds(data, work)
        faces = sources.fairface(data, work)
        use = np.nonzero((faces["split"] == "train") & faces["seen"])[0]
        self.crops, self.crop_boxes = faces["images"][use], faces["boxes"][use]
        self.drawn = load_drawn(drawn) if drawn else []
        print(f"detector: {len(self.photos)} photos, {len(use)} crops, {len(self.grounds)} backgrounds, {len(self.drawn)} drawn frames", flush=True)

    def batch(self, step):
        rng = np.random.default_rng([self.seed, step])
        side, count = CANVASES[step % len(CANVASES)]
        images, kinds, boxes = np.empty((count, side, side, 3), np.uint8), [], []
        for i in range(count):
            canvas = self.compose(rng, side)
            images[i] = canvas.image
            kind, box = targets(np.array(canvas.faces, np.float32).reshape(-1, 4), np.array(canvas.ignored, np.float32).reshape(-1, 4), side)
            kinds.append(kind)
            boxes.append(box)
        return images, np.stack(kinds), np.stack(boxes)

    def compose(self, rng, side):
        if self.drawn and rng.random() < 0.18:
            canvas = self.drawn_frame(rng, side)
        else:
            kind = rng.random()
            make = self.nobody if kind < 0.14 else self.pasted if kind < 0.48 else self.photographed
            canvas = make(rng, side)
        if rng.random() < 0.5:
            canvas.flip()
        canvas.image = camera(rng, canvas.image)
        return canvas

    def ground(self, rng, side):
        """A face-free canvas: a crop of a background, a photo cut into pieces and shuffled, or a made texture."""
        kind = rng.random()
        if kind < 0.25:
            return Canvas(texture(rng, side))
        if kind < 0.5:
            return Canvas(self.jigsaw(rng, side))
        image = sources.decode(self.grounds[rng.integers(len(self.grounds))])
        h, w = image.shape[:2]
        scale = max(side / h, side / w) * rng.uniform(1.0, 1.8)
        image = cv2.resize(image, (max(side, int(w * scale)), max(side, int(h * scale))), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        x, y = rng.integers(0, image.shape[1] - side + 1), rng.integers(0, image.shape[0] - side + 1)
        return Canvas(np.ascontiguousarray(image[y : y + side, x : x + side]))

    def jigsaw(self, rng, side):
        """Skin, hair, eyes and cloth, but no piece is larger than a third of a face."""
        blob, faces, _ = self.photos[rng.integers(len(self.photos))]
        image = sources.decode(blob)
        piece = int(np.clip((faces[:, 2:] - faces[:, :2]).min() * 0.33, 8, min(image.shape[:2]) - 1))
        scale = rng.uniform(0.4, 1.5)
        n = max(1, int(np.ceil(side / (piece * scale))))
        n = min(n, 20)
        size = -(-side // n)
        ys, xs = rng.integers(0, image.shape[0] - piece, (n, n)), rng.integers(0, image.shape[1] - piece, (n, n))
        rows = [np.hstack([cv2.resize(image[y : y + piece, x : x + piece], (size, size)) for y, x in zip(ry, rx)]) for ry, rx in zip(ys, xs)]
        return np.ascontiguousarray(np.vstack(rows)[:side, :side])

    def nobody(self, rng, side):
        canvas = self.ground(rng, side)
        for _ in range(int(rng.integers(0, 6))):  # squares with hard edges, so that an edge alone does not mean a pasted face
            s = int(np.exp(rng.uniform(np.log(12), np.log(side * 0.6))))
            canvas.place(rng, cv2.resize(self.ground(rng, 64).image, (s, s)), [], [], self.mask(rng, s, s))
        return canvas

    def mask(self, rng, h, w):
        """How a pasted piece meets its surroundings: hard, or as a soft ellipse."""
        if rng.random() < 0.4:
            return None
        ys, xs = np.mgrid[0:h, 0:w].astype(np.float32)
        radius = np.sqrt(((xs - w / 2) / (w * 0.5)) ** 2 + ((ys - h / 2) / (h * 0.54)) ** 2)
        return np.clip((1.0 - radius) / rng.uniform(0.05, 0.35), 0, 1)

    def pasted(self, rng, side):
        canvas = self.ground(rng, side)
        crowd = rng.random() < 0.3
        common = np.exp(rng.uniform(np.log(9), np.log(40)))
        for _ in range(int(rng.integers(8, 30)) if crowd else int(rng.integers(1, 6))):
            i = rng.integers(len(self.crops))
            crop, box = self.crops[i], self.crop_boxes[i : i + 1]
            if rng.random() < 0.35:
                crop, box = turned(crop, box, rng.uniform(-25, 25))
            size = common * rng.uniform(0.75, 1.35) if crowd else np.exp(rng.uniform(np.log(9), np.log(side * 0.75)))
            scale = size / max(box[0, 2:] - box[0, :2])
            s = max(8, int(round(96 * scale)))
            tile = cv2.resize(crop, (s, s), interpolation=cv2.INTER_AREA if s < 96 else cv2.INTER_CUBIC)
            canvas.place(rng, tile, box * (s / 96), [], self.mask(rng, s, s))
        return canvas

    def photographed(self, rng, side):
        """One photo with one of its faces at a chosen size; what room is left is filled with more photos or with background."""
        canvas = self.ground(rng, side)
        crowd = rng.random() < 0.35
        large = rng.random() < 0.5
        common = np.exp(rng.uniform(np.log(9), np.log(60)))
        for n in range(16 if crowd else int(rng.integers(1, 4))):
            if crowd:
                size = common * rng.uniform(0.7, 1.4)
            elif n == 0 and large:
                size = side * rng.uniform(0.3, 0.97)
            else:
                size = np.exp(rng.uniform(np.log(9), np.log(side * 0.5)))
            blob, faces, unsure = self.photos[rng.integers(len(self.photos))]
            focus = faces[rng.integers(len(faces))]
            scale = size / max(focus[2:] - focus[:2])
            reduce = 2 if scale < 0.5 else 1
            image = sources.decode(blob, cv2.IMREAD_REDUCED_COLOR_2 if reduce == 2 else cv2.IMREAD_COLOR)
            h, w = image.shape[:2]
            scale *= reduce
            boxes = np.concatenate([faces, unsure]) / reduce
            if h * scale > side or w * scale > side:  # larger than the canvas: keep a window around the chosen face
                window = side / scale
                cx, cy = (focus[0] + focus[2]) / 2 / reduce, (focus[1] + focus[3]) / 2 / reduce
                x1, y1 = (max(0.0, c - window * rng.uniform(0.35, 0.65)) for c in (cx, cy))
                x1, y1 = int(x1), int(y1)
                x2, y2 = min(w, int(x1 + window)), min(h, int(y1 + window))
                image, boxes = image[y1:y2, x1:x2], boxes - np.array([x1, y1, x1, y1])
                h, w = image.shape[:2]
                if min(h, w) < 4:
                    continue
            if rng.random() < 0.15:
                image, boxes = turned(image, boxes, rng.uniform(-20, 20))
            tile = cv2.resize(image, (max(4, int(w * scale)), max(4, int(h * scale))), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
            boxes = boxes * scale
            room = canvas.place(rng, tile, *self._seen(boxes, len(faces), tile), tries=20)
            if not room and not crowd:
                break
        return canvas

    @staticmethod
    def _seen(boxes, count, tile):
        """Boxes still mostly on the tile stay; those cut by its edge are ignored; those outside are gone."""
        h, w = tile.shape[:2]
        inside = np.clip(boxes, 0, [w, h, w, h])
        share = np.prod(inside[:, 2:] - inside[:, :2], 1) / np.maximum(np.prod(boxes[:, 2:] - boxes[:, :2], 1), 1e-6)
        face = np.arange(len(boxes)) < count
        return boxes[face & (share > 0.6)], inside[(face & (share <= 0.6) | ~face) & (share > 0.02)]

    def drawn_frame(self, rng, side):
        blob, faces, unsure = self.drawn[rng.integers(len(self.drawn))]
        image = sources.decode(blob)
        h, w = image.shape[:2]
        boxes = np.concatenate([faces, unsure])
        low = max(0.5, SMALLEST / max(1.0, np.median(faces[:, 2:] - faces[:, :2]))) if len(faces) else 0.7
        scale = rng.uniform(min(low, 1.0), 1.6)
        window = int(side / scale)
        focus = faces[rng.integers(len(faces))] if len(faces) else np.array([0, 0, w, h])
        cx, cy = (focus[0] + focus[2]) / 2 + rng.uniform(-0.4, 0.4) * window, (focus[1] + focus[3]) / 2 + rng.uniform(-0.4, 0.4) * window
        x1, y1 = int(np.clip(cx - window / 2, 0, max(0, w - window))), int(np.clip(cy - window / 2, 0, max(0, h - window)))
        image = image[y1 : y1 + window, x1 : x1 + window]
        boxes = (boxes - np.array([x1, y1, x1, y1])) * scale
        tile = cv2.resize(image, (int(image.shape[1] * scale), int(image.shape[0] * scale)), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        canvas = self.ground(rng, side) if min(tile.shape[:2]) < side else Canvas(np.zeros((side, side, 3), np.uint8))
        th, tw = min(side, tile.shape[0]), min(side, tile.shape[1])
        canvas.image[:th, :tw] = tile[:th, :tw]
        canvas.add(*self._seen(boxes, len(faces), tile))
        return canvas


def load_drawn(folder, split="train"):
    """(JPEG or PNG bytes, faces, ignored) of each drawn frame of one side of the split."""
    folder, out = Path(folder) / "boxes", []
    for name, entry in json.loads((folder / "boxes.json").read_text()).items():
        frames = entry["boxes_x1y1x2y2score"]
        scene = "drawn scene %d" % (int("".join(filter(str.isdigit, name)) or 0) // DRAWN_SCENE)
        if split != ("test" if sources.split_of(scene) == "test" else "train"):
            continue
        if name.endswith(".gif"):
            blobs = [cv2.imencode(".png", f)[1].tobytes() for f in sources.gif_frames(folder / name)]
        else:
            blobs = [(folder / name).read_bytes()]
        for blob, rows in zip(blobs, frames):
            rows = np.array(rows, np.float32).reshape(-1, 5)
            sure = rows[:, 4] > sources.FACE_SCORE
            out.append((blob, rows[sure, :4], rows[~sure, :4]))
    return out
