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

STRIDES = (8, 16, 32, 64)
LEVELS = ((0, 40), (28, 100), (72, 240), (170, 10_000))  # longer side of the faces each stride learns; neighbours overlap
CANVASES = ((256, 14), (320, 9), (192, 24), (640, 3), (256, 14), (384, 7), (512, 4), (640, 3))  # side, pictures in a batch
DRAWN_SCENE = 8  # consecutive drawn frames show the same people: they stay on one side of the split
SMALLEST = 7.0  # px; what is smaller counts neither way


def normalised(images):
    """uint8 [B,H,W,3] BGR -> float [B,3,H,W] around zero."""
    return (images.permute(0, 3, 1, 2).float() - 128.0) / 64.0


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
        self.image, self.faces, self.ignored, self.taken, self.covers = image, [], [], [], []

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

    def hide(self, over):
        """Remembers a rectangle pasted over the faces that are there so far."""
        self.covers.append((len(self.faces), over))

    def settle(self):
        """Of a face behind other things: a third hidden, and it counts neither way; nearly all hidden, and it is gone."""
        if not self.faces or not self.covers:
            return
        faces, covers = np.array(self.faces), np.array([over for _, over in self.covers])
        shared = np.prod(np.clip(np.minimum(faces[:, None, 2:], covers[None, :, 2:]) - np.maximum(faces[:, None, :2], covers[None, :, :2]), 0, None), -1)
        earlier = np.arange(len(faces))[:, None] < np.array([count for count, _ in self.covers])[None]
        hidden = (shared * earlier).max(1) / np.prod(faces[:, 2:] - faces[:, :2], 1)
        self.faces = list(faces[hidden < 0.35])
        self.ignored.extend(faces[(hidden >= 0.35) & (hidden < 0.85)])

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


HAIR = ((25, 22, 20), (40, 45, 60), (60, 90, 130), (110, 160, 190), (150, 150, 150))  # BGR: black, brown, light brown, blond, grey


def hair(rng, image, x, y, w, h):
    """Paints hair or a hat around a face of the given middle and size, so that the box is not simply where the colours change."""
    colour = rng.uniform(0, 255, 3) if rng.random() < 0.25 else np.array(HAIR[rng.integers(len(HAIR))]) + rng.normal(0, 12, 3)
    middle = (int(x + rng.normal(0, 0.04) * w), int(y - rng.uniform(0, 0.2) * h))
    axes = (max(2, int(w * rng.uniform(0.5, 0.85))), max(2, int(h * rng.uniform(0.55, 0.9))))
    cv2.ellipse(image, middle, axes, float(rng.normal(0, 8)), 0, 360, tuple(int(c) for c in np.clip(colour, 0, 255)), -1)


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
    if rng.random() < 0.02:
        image = np.ascontiguousarray(np.asarray(Image.fromarray(image).quantize(int(rng.choice([64, 128, 256]))).convert("RGB")))
    return image


class Scenes:
    """Pictures for the detector; the batch of step n depends on (seed, n) and on the mistakes it was given, if any."""

    def __init__(self, data, work, drawn, seed):
        self.seed, self.mistakes, self.drawn_share, self.large_share = seed, [], 0.18, 0.5
        self.photos = []
        for name, (blob, rows) in sources.photos(data, work).items():
            faces, unsure = sure_and_unsure(rows)
            if sources.split_of(name) == "train" and len(faces):
                self.photos.append((sources.decode(blob), faces, unsure))
        self.grounds = [sources.decode(blob) for blob in sources.backgrounds(data, work)]
        faces = sources.fairface(data, work)
        use = np.nonzero((faces["split"] == "train") & faces["seen"])[0]
        self.crops, self.crop_boxes = faces["images"][use], faces["boxes"][use]
        self.people = list(self._people(np.random.default_rng(seed)))
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
        if self.drawn and rng.random() < self.drawn_share:
            canvas = self.drawn_frame(rng, side)
        else:
            kind = rng.random()
            if self.mistakes and kind < 0.15:
                canvas = self.mistaken(rng, side)
            else:
                make = self.nobody if kind < 0.24 else self.pasted if kind < 0.46 else self.crowded if kind < 0.64 else self.photographed
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
        image = self.grounds[rng.integers(len(self.grounds))]
        h, w = image.shape[:2]
        scale = max(side / h, side / w) * rng.uniform(1.0, 1.8)
        image = cv2.resize(image, (max(side, int(w * scale)), max(side, int(h * scale))), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        x, y = rng.integers(0, image.shape[1] - side + 1), rng.integers(0, image.shape[0] - side + 1)
        return Canvas(np.ascontiguousarray(image[y : y + side, x : x + side]))

    def jigsaw(self, rng, side):
        """Skin, hair, eyes and cloth, but no piece is larger than a third of a face."""
        image, faces, _ = self.photos[rng.integers(len(self.photos))]
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
            tile, box = cv2.resize(crop, (s, s), interpolation=cv2.INTER_AREA if s < 96 else cv2.INTER_CUBIC), box * (s / 96)
            mask = self.mask(rng, s, s)
            if mask is not None and rng.random() < 0.5:  # the face in front of its hair, with room around both
                head, m = cv2.resize(self.ground(rng, 32).image, (2 * s, 2 * s)), np.zeros((2 * s, 2 * s), np.float32)
                hair(rng, head, *((box[0, :2] + box[0, 2:]) / 2 + s / 2), *(box[0, 2:] - box[0, :2]))
                m[s // 2 : s // 2 + s, s // 2 : s // 2 + s] = mask
                tile = (cv2.copyMakeBorder(tile, s // 2, s - s // 2, s // 2, s - s // 2, cv2.BORDER_REPLICATE)[: 2 * s, : 2 * s] * m[:, :, None] + head * (1 - m[:, :, None])).astype(np.uint8)
                box, mask = box + s // 2, None if rng.random() < 0.3 else self.mask(rng, 2 * s, 2 * s)
            canvas.place(rng, tile, box, [], mask)
        return canvas

    def photographed(self, rng, side):
        """One photo with one of its faces at a chosen size; what room is left is filled with more photos or with background."""
        canvas = self.ground(rng, side)
        crowd = rng.random() < 0.2
        large = rng.random() < self.large_share
        common = np.exp(rng.uniform(np.log(9), np.log(60)))
        for n in range(16 if crowd else int(rng.integers(1, 4))):
            if crowd:
                size = common * rng.uniform(0.7, 1.4)
            elif n == 0 and large:
                size = side * rng.uniform(0.3, 0.97)
            else:
                size = np.exp(rng.uniform(np.log(9), np.log(side * 0.5)))
            image, faces, unsure = self.photos[rng.integers(len(self.photos))]
            focus = faces[rng.integers(len(faces))]
            scale = size / max(focus[2:] - focus[:2])
            h, w = image.shape[:2]
            boxes = np.concatenate([faces, unsure])
            if h * scale > side or w * scale > side:  # larger than the canvas: keep a window around the chosen face
                window = side / scale
                cx, cy = (focus[0] + focus[2]) / 2, (focus[1] + focus[3]) / 2
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

    def crowded(self, rng, side):
        """Rows of people, those behind smaller and half hidden: windows cut from photos around a face, pasted from the back to the front."""
        canvas = self.ground(rng, side)
        size = np.exp(rng.uniform(np.log(8), np.log(26)))
        growth, y = rng.uniform(1.0, 1.35), rng.uniform(0.0, 0.3) * side
        while y < side and size < side / 3 and len(canvas.covers) < 250:
            x = -size * rng.uniform(0, 1)
            while x < side:
                if rng.random() < 0.85:
                    self._person(rng, canvas, x, y, size * rng.uniform(0.8, 1.25))
                x += size * rng.uniform(1.1, 2.4)
            y += size * rng.uniform(0.9, 1.9)
            size *= growth
        canvas.settle()
        return canvas

    def _person(self, rng, canvas, x, y, size):
        """A face of the given size, its middle at x, y, with hair, shoulders or a painted body; what it hides of others is no face any more."""
        side = canvas.image.shape[0]
        if rng.random() < 0.4:
            i = rng.integers(len(self.crops))
            tile, face, unsure = self.crops[i], self.crop_boxes[i : i + 1], np.zeros((0, 4), np.float32)
        else:
            tile, face, unsure = self.people[rng.integers(len(self.people))]
        scale = size / max(face[0, 2:] - face[0, :2])
        tile = cv2.resize(tile, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        th, tw = tile.shape[:2]
        middle = (face[0, :2] + face[0, 2:]) / 2 * scale
        left, top = int(x - middle[0]), int(y - middle[1])
        l, t, r, b = max(left, 0), max(top, 0), min(left + tw, side), min(top + th, side)
        if r - l < 2 or b - t < 2:
            return
        if rng.random() < 0.5:
            colour = tuple(int(c) for c in rng.uniform(0, 255, 3))
            cv2.ellipse(canvas.image, (int(x), int(y + size * 1.5)), (int(size * rng.uniform(0.7, 1.1)), int(size)), 0, 0, 360, colour, -1)
            canvas.hide(np.array([x - size * 0.9, y + size * 0.6, x + size * 0.9, y + size * 2.4]))
        soft = self.mask(rng, th, tw)
        if soft is not None and rng.random() < 0.6:
            hair(rng, canvas.image, x, y, face[0, 2] * scale - face[0, 0] * scale, face[0, 3] * scale - face[0, 1] * scale)
        part = tile[t - top : b - top, l - left : r - left]
        if soft is None:
            canvas.image[t:b, l:r] = part
        else:
            m = soft[t - top : b - top, l - left : r - left, None]
            canvas.image[t:b, l:r] = part * m + canvas.image[t:b, l:r] * (1 - m)
        canvas.hide(np.array([l, t, r, b]))
        shift = np.array([left, top, left, top])
        seen, cut = self._seen(np.concatenate([face, unsure]) * scale, len(face), tile)
        canvas.add(seen + shift, cut + shift)

    def _people(self, rng):
        """Windows around the faces of the photos, with what is there of hair and shoulders, reduced to faces of 48 px."""
        for image, faces, unsure in self.photos:
            for n, face in enumerate(faces):
                w, h = face[2:] - face[:2]
                grow = rng.uniform([0.2, 0.3, 0.2, 0.3], [0.6, 0.5, 0.6, 1.2])
                window = np.array([face[0] - w * grow[0], face[1] - h * grow[1], face[2] + w * grow[2], face[3] + h * grow[3]])
                x1, y1, x2, y2 = (int(v) for v in np.clip(window, 0, [image.shape[1], image.shape[0]] * 2))
                scale = min(1.0, 48 / max(w, h))
                if min(x2 - x1, y2 - y1) * scale >= 8:
                    shift, others = np.array([x1, y1, x1, y1]), np.concatenate([faces[:n], faces[n + 1 :], unsure])
                    tile = cv2.resize(image[y1:y2, x1:x2], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
                    yield tile, (face[None] - shift) * scale, (others - shift) * scale

    def mistaken(self, rng, side):
        """A window around something that an earlier state of the network took for a face, at a size of its own, with the true faces in it."""
        blob, faces, unsure, wrong = self.mistakes[rng.integers(len(self.mistakes))]
        image = sources.decode(blob)
        focus = wrong[rng.integers(len(wrong))]
        size = np.exp(rng.uniform(np.log(10), np.log(side * 0.7)))
        scale = float(np.clip(size / max(focus[2:] - focus[:2]), 0.15, 3.0))
        window = side / scale
        h, w = image.shape[:2]
        cx, cy = (focus[0] + focus[2]) / 2, (focus[1] + focus[3]) / 2
        x1, y1 = int(np.clip(cx - window * rng.uniform(0.2, 0.8), 0, max(0, w - window))), int(np.clip(cy - window * rng.uniform(0.2, 0.8), 0, max(0, h - window)))
        part = image[y1 : int(y1 + window), x1 : int(x1 + window)]
        tile = cv2.resize(part, (min(side, max(4, int(part.shape[1] * scale))), min(side, max(4, int(part.shape[0] * scale)))), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        boxes = (np.concatenate([faces, unsure]) - np.array([x1, y1, x1, y1])) * scale
        canvas = self.ground(rng, side) if min(tile.shape[:2]) < side else Canvas(np.zeros((side, side, 3), np.uint8))
        canvas.image[: tile.shape[0], : tile.shape[1]] = tile
        canvas.add(*self._seen(boxes, len(faces), tile))
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


def sure_and_unsure(rows):
    return rows[rows[:, 4] > sources.FACE_SCORE, :4], rows[(rows[:, 4] <= sources.FACE_SCORE) & (rows[:, 4] > 0.25), :4]


def mistakes(find, data, work):
    """Where a half-trained network sees faces that the teacher does not, in photos and in the film it may train on.

    find(image) -> rows x1,y1,x2,y2,score. Returns (JPEG, faces, unsure, wrong boxes) for each picture with a mistake.
    """
    pictures = [(blob, rows) for name, (blob, rows) in sources.photos(data, work).items() if sources.split_of(name) == "train"]
    teacher = sources.Teacher(data)
    films = list(sources.video_frames(Path(data) / "footage/one-by-one-person-detection.mp4", 12))
    films += list(sources.gif_frames(Path(data) / "footage" / sources.TRAINED_FACELESS_CLIP))[::4]
    for frame in films:
        pictures.append((cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, 92])[1].tobytes(), teacher.detect(frame, [768, 1152])))
    out = []
    for blob, rows in pictures:
        image, wrong = sources.decode(blob), []
        for long_side in (320, 640):
            scale = long_side / max(image.shape[:2])
            found = find(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR))
            found = found[found[:, 4] > 0.3, :4] / scale
            near = sources.iou_matrix(found, rows[:, :4]) if len(rows) else np.zeros((len(found), 1))
            inside = [any((r[0] < (f[0] + f[2]) / 2 < r[2]) and (r[1] < (f[1] + f[3]) / 2 < r[3]) for r in rows) for f in found]
            wrong += [f for f, n, i in zip(found, near, inside) if n.max() < 0.2 and not i]
        if wrong:
            out.append((blob, *sure_and_unsure(rows), np.array(wrong, np.float32)))
    return out


def drawn_split(name):
    """Which side of the split a drawn frame is on: that of its scene."""
    scene = "drawn scene %d" % (int("".join(filter(str.isdigit, name)) or 0) // DRAWN_SCENE)
    return "test" if sources.split_of(scene) == "test" else "train"


def load_drawn(folder, split="train"):
    """(JPEG or PNG bytes, faces, ignored) of each drawn frame of one side of the split."""
    folder, out = Path(folder) / "boxes", []
    for name, entry in json.loads((folder / "boxes.json").read_text()).items():
        frames = entry["boxes_x1y1x2y2score"]
        if split != drawn_split(name):
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
