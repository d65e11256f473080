"""Writes the bundle's MODEL_CARD.md from the figures that were measured."""

TEXT = """# Crowdlake faces {version}

A first model: a face detector ({detector_size:,} parameters) and one network for apparent age, gender and emotion
({attributes_size:,} parameters). Small enough for one processor core. It is a start, measured honestly; it is not yet a good model.

## What it is for

Counting who visits a place, in aggregate: boxes of faces, apparent age in seven bands, apparent gender, apparent emotion.

## What it must not be used for

- Identifying or recognising a person. It holds no identities and gives no embedding.
- Decisions about a single person: access, price, employment, insurance, policing, age checks of any kind.
- Judging what somebody feels, thinks or intends. "Emotion" is what ten strangers would call the look on a small grey picture.
- Judging gender identity. "Gender" is the two-valued guess of annotators from looks; below the threshold it is reported as unknown.

## Data

| data | licence | used for |
|---|---|---|
| FairFace, 15,000 faces of 96 px with age bin, gender and group | CC BY 4.0 | age, gender; faces pasted onto scenes |
| FER+ votes on FER2013 faces, 48 px grey | labels MIT; the images come from the ICML-2013 challenge set and were gathered from the web | emotion |
| Photos of people with and without masks (Face-Mask-Detection), 2,630 | MIT repository; photos gathered from the web | detector; boxes by the teacher below |
| Intel IoT DevKit sample videos: bottle-detection, one-by-one-person-detection | CC BY 4.0, "Intel IoT DevKit sample videos" | detector: scenes without faces |
| Frames drawn by this project's scene generator | Apache-2.0, our own | {drawn_use} |
| YuNet (libfacedetection) | Apache-2.0 / BSD | teacher: boxes for photos and for the crops. Its weights are not in the bundle |

The detector's boxes follow the teacher's habit (forehead to chin) and inherit its mistakes. Of each labelled file 20 % of the rows,
chosen by a hash of the file name, were never trained on; nor were the two clips with faces, the clip `people-detection`, the
FER+ valid file and the group photos. Of the drawn frames whole scenes were held out. The photo set holds altered copies of some
pictures, which may lie on both sides of the split: its held-out rows may flatter.

{note}

## Figures

Measured on the exported files. Box labels are the teacher's, not a human's. Age error is against the middle of the labelled bin; an age
band is right when it overlaps that bin (10-19 covers two of our bands).

### Detector

{detector_rows}

### Age and gender

{face_rows}

### By group, FairFace held out

| group | gender | age error, years |
|---|---|---|
{group_rows}

| labelled age | gender | age error, years |
|---|---|---|
{age_rows}

### Emotion

{emotion_rows}

| FER+ valid file | recall | faces |
|---|---|---|
{recall_rows}

## Where it is weak

{weak}
"""


def table(report):
    lines = []
    for name, figures in report:
        lines.append(f"**{name}**\n")
        for key, value in figures.items():
            if isinstance(value, dict):
                value = ", ".join(f"{k}: {v}" for k, v in value.items())
            elif isinstance(value, list):
                value = f"{value[0]} (of {value[1]:.0%} of the faces)"
            lines.append(f"- {key}: {value}")
        lines.append("")
    return "\n".join(lines).strip()


def without_groups(figures):
    return {k: v for k, v in figures.items() if " by " not in k and k != "emotion"}


def weak_points(boxes, faces, emotion):
    groups, ages = faces["gender by group"], faces["gender by age"]
    low, young = min(groups, key=groups.get), min(ages, key=ages.get)
    far = max(faces["age error by age"], key=faces["age error by age"].get)
    rare = [e for e, (r, _) in emotion["recall and faces"].items() if r < 0.4]
    near = boxes["photos at 640 px, held out, against the teacher"]
    groups_at_640 = boxes["group photos and portraits at 640 px, never trained on, against the teacher"]
    return "\n".join(
        [
            f"- Close-ups that fill the picture: boxes are loose (AP50 {near['ap50']}, precision {near['precision']}, recall {near['recall']}).",
            f"- Busy scenes: hands, badges and knees are called faces now and then, small faces are missed (group photos: precision"
            f" {groups_at_640['precision']}, recall {groups_at_640['recall']}). The faceless clips are plain rooms and do not show this.",
            f"- Gender: {low} ({groups[low]:.1%} against {faces['gender']:.1%} for all), and the labelled age {young} ({ages[young]:.1%}).",
            f"- Age: the labelled age {far} is off by {faces['age error by age'][far]} years on average; estimates lean to the middle ages.",
            f"- Emotion: {', '.join(rare) or 'none'} recognised less than four times in ten: too few examples. Do not build on these.",
            "- Not measured here: darkness, blur, profiles, masks, glasses, and faces by their size. Expect less there.",
        ]
    )


def model_card(version, report, detector, attributes, note):
    size = lambda m: sum(p.numel() for p in m.parameters())
    faces, parts = report["attributes"]["FairFace rows, held out"], report["attributes"]
    emotion = parts["FER+ valid file, clear majority"]
    drawn = parts.get("drawn faces, held out")
    emotions = [(k, {n: v for n, v in f.items() if n != "recall and faces"}) for k, f in parts.items() if k.startswith("FER+")]
    if drawn:
        emotions.append(("drawn faces, held out", {n: v for n, v in drawn["emotion"].items() if n != "recall and faces"}))
    boxes = {k: v if isinstance(v, dict) else {"": v} for k, v in report["detector"].items()}
    return TEXT.format(
        version=version,
        note=note,
        detector_size=size(detector),
        attributes_size=size(attributes),
        drawn_use="all tasks, so that the simulated cameras work; measured apart" if drawn else "not in this version",
        detector_rows=table(boxes.items()),
        face_rows=table([(k, without_groups(f)) for k, f in parts.items() if not k.startswith("FER+")]),
        group_rows="\n".join(f"| {g} | {v:.1%} | {faces['age error by group'][g]} |" for g, v in faces["gender by group"].items()),
        age_rows="\n".join(f"| {g} | {v:.1%} | {faces['age error by age'][g]} |" for g, v in faces["gender by age"].items()),
        emotion_rows=table(emotions),
        recall_rows="\n".join(f"| {e} | {r:.1%} | {n} |" for e, (r, n) in emotion["recall and faces"].items()),
        weak=weak_points(report["detector"], faces, emotion),
    )
