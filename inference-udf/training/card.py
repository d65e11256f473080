"""Writes the bundle's MODEL_CARD.md from the figures that were measured."""

TEXT = """# Crowdlake faces {version}

Three networks for one processor core: a face detector ({detector_size:,} parameters), apparent age, gender and emotion ({attributes_size:,}),
and an appearance embedding ({embedding_size:,}). Each in 32-bit floating point and in 8-bit integers; the job uses the latter.

## What it is for

Counting who visits a place, in aggregate: boxes of faces, apparent age in seven bands, apparent gender, apparent emotion.

## What it must not be used for

- Identifying a person. It holds no identities. The embedding is off unless a policy switches it on, and then only links visits within a day.
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

Measured by `crowd model evaluate` on the exported files, through the Java code that runs in the job: decode, detect, crop, describe. 8-bit networks,
where not said otherwise; in brackets the 95 % interval. Box labels are the teacher's, not a human's. Age error is against the middle of the
labelled bin; an age band is right when it overlaps that bin (10-19 covers two of our bands). Every face is counted: where the detector sees none in
a tight crop, its middle is described.

### Detector

| set, never trained on | AP50 | precision / recall at {threshold} | false boxes above 0.5 per 20 faceless frames |
|---|---|---|---|
{box_rows}

Recall at {threshold} by the longer side of the face, group photos: {sizes}.

### Age and gender

| set, never trained on | gender | age 10 and over | age error, years | one of 7 bands | next band or better |
|---|---|---|---|---|---|
{face_rows}

Gender is reported for {sure} of the FairFace rows (probability {gender_threshold} or more) and is right in {sure_right} of these. Expected calibration
error: gender {gender_ece}, age band {age_ece}, emotion {emotion_ece}.

| group | gender | age error, years |
|---|---|---|
{group_rows}

| labelled age | gender | age error, years |
|---|---|---|
{age_rows}

### Emotion

| set, never trained on | accuracy | mean recall of the 5 most frequent |
|---|---|---|
{emotion_rows}

| FER+ valid file | recall | faces |
|---|---|---|
{recall_rows}

### What the 8-bit networks lose

| figure | fp32 | int8 |
|---|---|---|
{loss_rows}

### Embedding

Likeness is the dot product of two embeddings. {embedding_verdict}

{embedding_rows}

## Where it is weak

{weak}
"""


NAMES = {
    "faces": "FairFace rows",
    "emotion": "FER+ valid file",
    "boxes-clips": "face clips and a faceless clip",
    "boxes-photos": "photos at 640 px, mostly close-ups",
    "boxes-crowds": "group photos at 640 px",
    "drawn-faces": "drawn faces",
    "drawn-emotion": "drawn faces",
    "drawn-boxes": "drawn frames",
}


def told(value, form):
    """A figure that nothing told, such as the precision of a detector that finds nothing, is a dash."""
    return "-" if value is None else format(value, form)


def percent(figure):
    """A share with its interval."""
    if figure["value"] is None:
        return "-"
    return f"{figure['value']:.1%} [{figure['low']:.1%}, {figure['high']:.1%}]"


def number(figure, digits=2):
    return "-" if figure["value"] is None else f"{figure['value']:.{digits}f} [{figure['low']:.{digits}f}, {figure['high']:.{digits}f}]"


def row(*cells):
    return "| " + " | ".join(str(c) for c in cells) + " |"


def of_set(reports, kind):
    return [(NAMES[name], r) for name, r in reports.items() if r["set"] == kind]


def loss_rows(reports):
    figures = [(NAMES[n] + ", AP50", n, lambda r: r["average_precision"]["value"]) for n in ("boxes-clips", "boxes-photos", "boxes-crowds")]
    figures += [
        ("FairFace rows, gender", "faces", lambda r: r["gender"]["accuracy"]["value"]),
        ("FairFace rows, age error in years", "faces", lambda r: r["age"]["error_years"]["value"]),
        ("FairFace rows, age band", "faces", lambda r: r["age"]["band"]["value"]),
        ("FER+ valid file, emotion", "emotion", lambda r: r["accuracy"]["value"]),
    ]
    return "\n".join(row(title, *(told(read(reports[p][name]), ".4f") for p in ("fp32", "int8"))) for title, name, read in figures)


def weak_points(reports):
    faces, emotion, crowds, photos = (reports[n] for n in ("faces", "emotion", "boxes-crowds", "boxes-photos"))
    gender = lambda g: g["gender"]["value"]
    low, young = min(faces["by_race"], key=lambda g: gender(g) or 0), min(faces["by_age"], key=lambda g: gender(g) or 0)
    far = max(faces["by_age"], key=lambda g: g["age_error_years"]["value"] or 0)
    rare = [e["emotion"] for e in emotion["by_emotion"] if e["recall"]["of"] and e["recall"]["value"] < 0.5]
    at = lambda r: f"precision {told(r['at_threshold']['precision']['value'], '.3f')}, recall {told(r['at_threshold']['recall']['value'], '.3f')}"
    return "\n".join(
        [
            f"- Crowds of very small faces: group photos have {at(crowds)}; see the recall by size above.",
            f"- Close-ups that fill the picture: {at(photos)}.",
            f"- Gender: {low['group']} ({told(gender(low), '.1%')} against {told(faces['gender']['accuracy']['value'], '.1%')} for all), and the labelled age {young['group']} ({told(gender(young), '.1%')}).",
            f"- Age: the labelled age {far['group']} is off by {told(far['age_error_years']['value'], '.1f')} years on average; estimates lean to the middle ages.",
            f"- Emotion: {', '.join(rare) or 'none'} recognised less than five times in ten: too few examples. Do not build on these.",
            "- Not measured here: darkness, blur, profiles, masks and glasses apart from the rest. Expect less there.",
        ]
    )


def embedding_rows(likeness):
    columns = ("area under the curve", "same pairs found, 1 % of different ones passing", "likeness above which 1 % of different pairs lie")
    lines = [row("", "people", *columns), "|---|---|---|---|---|"]
    return "\n".join(lines + [row(name, r["people"], *(r[c] for c in columns)) for name, r in likeness.items()])


def embedding_verdict(likeness):
    found = likeness["people of the clips, at least 0.5 s apart"]["same pairs found, 1 % of different ones passing"]
    useful = "enough to link visits with a second clue" if found >= 0.8 else "not enough to link visits; leave it off"
    return f"Where 1 % of different people would pass for the same, {found:.0%} of the looks at one person are linked on the real clips: {useful}. The clips show four people, within seconds: what happens after hours is not measured."


def model_card(version, reports, likeness, networks, note):
    size = lambda m: sum(p.numel() for p in m.parameters())
    all_reports, reports = reports, reports["int8"]
    faces, emotion, crowds = reports["faces"], reports["emotion"], reports["boxes-crowds"]
    at = lambda r, k: "%.3f" % r["at_threshold"][k]["value"] if r["at_threshold"][k]["value"] is not None else "-"
    false = lambda r: "-" if r["faceless"]["per20_frames"] is None else f"{r['faceless']['per20_frames']:.2f} ({r['faceless']['frames']} frames)"
    return TEXT.format(
        version=version,
        note=note,
        detector_size=size(networks[0]),
        attributes_size=size(networks[1]),
        embedding_size=size(networks[2]),
        drawn_use="all tasks, so that the simulated cameras work; measured apart" if "drawn-faces" in reports else "not in this version",
        threshold=crowds["model"]["score_threshold"],
        gender_threshold=faces["model"]["gender_threshold"],
        box_rows="\n".join(row(n, number(r["average_precision"], 3), f"{at(r, 'precision')} / {at(r, 'recall')}", false(r)) for n, r in of_set(reports, "boxes")),
        sizes=", ".join(f"{g['from']}{'-' + str(g['below']) if g['below'] else '+'} px {g['recall']['value']:.0%} of {g['recall']['of']}" for g in crowds["by_size"] if g["recall"]["of"]),
        face_rows="\n".join(
            row(n, percent(r["gender"]["accuracy"]), percent(r["gender"]["accuracy_age10_and_over"]), number(r["age"]["error_years"]), percent(r["age"]["band"]), percent(r["age"]["band_next_or_better"]))
            for n, r in of_set(reports, "faces")
        ),
        sure=told(faces['gender']['sure']['value'], ".1%"),
        sure_right=told(faces['gender']['accuracy_when_sure']['value'], ".1%"),
        gender_ece=told(faces['gender']['calibration']['error'], ".3f"),
        age_ece=told(faces['age']['calibration']['error'], ".3f"),
        emotion_ece=told(emotion['calibration']['error'], ".3f"),
        group_rows="\n".join(row(g["group"], percent(g["gender"]), number(g["age_error_years"])) for g in faces["by_race"]),
        age_rows="\n".join(row(g["group"], percent(g["gender"]), number(g["age_error_years"])) for g in faces["by_age"]),
        emotion_rows="\n".join(row(n, percent(r["accuracy"]), number(r["mean_recall_of_frequent"], 3)) for n, r in of_set(reports, "emotion")),
        recall_rows="\n".join(row(e["emotion"], percent(e["recall"]), e["recall"]["of"]) for e in emotion["by_emotion"]),
        loss_rows=loss_rows(all_reports),
        embedding_rows=embedding_rows(likeness),
        embedding_verdict=embedding_verdict(likeness),
        weak=weak_points(reports),
    )
