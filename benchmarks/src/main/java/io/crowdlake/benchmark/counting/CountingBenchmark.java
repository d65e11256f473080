package io.crowdlake.benchmark.counting;

import io.crowdlake.benchmark.Progress;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.batch.BatchCount;
import io.crowdlake.counting.batch.BatchOutcome;
import io.crowdlake.counting.track.TrackerParameters;
import io.crowdlake.counting.visit.LookReader;
import io.crowdlake.counting.window.WindowGrid;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.face.FaceAnalyzer;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.PersonTruth;
import io.crowdlake.scene.SceneOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Plays scenes, counts their people as the job does, at each rate, and compares with the truth. */
final class CountingBenchmark {

    /** A window begins here. */
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private static final WindowGrid GRID = new WindowGrid(Duration.ofMinutes(1), Duration.ZERO);

    private static final double SURE = 0.95;

    private final CountingSettings settings;
    private final FaceAnalyzer analyzer;
    private final String model;
    private final LookReader looks;
    private final Progress progress;

    /**
     * @param analyzer or null, where only perfect boxes are counted
     * @param looks opens the faces' looks, if the analyzer gives them any
     */
    CountingBenchmark(
            CountingSettings settings, FaceAnalyzer analyzer, String model, LookReader looks, Progress progress) {
        this.settings = settings;
        this.analyzer = analyzer;
        this.model = model;
        this.looks = looks;
        this.progress = progress;
    }

    static int steps(CountingSettings settings) {
        return settings.footage() == null
                ? settings.situations().size()
                : FootageCount.clips(Path.of(settings.footage())).size();
    }

    CountingReport run() throws AnalysisException {
        return settings.footage() == null ? report(rows(), List.of()) : report(List.of(), clips());
    }

    private CountingReport report(List<CountingRow> rows, List<Clip> clips) {
        return new CountingReport(
                model, settings.scenes(), settings.seconds(), settings.visitGapSeconds(), rows, clips);
    }

    private List<Clip> clips() throws AnalysisException {
        List<Path> clips = FootageCount.clips(Path.of(settings.footage()));
        return new FootageCount(
                        new Pictures(analyzer, START),
                        count(settings.boxes().contains(Boxes.LOOKS) ? Boxes.LOOKS : Boxes.DETECTED))
                .of(clips, progress);
    }

    private List<CountingRow> rows() throws AnalysisException {
        List<CountingRow> rows = new ArrayList<>();
        for (Situation situation : settings.situations()) {
            progress.step(situation.label());
            rows.addAll(rows(situation));
        }
        return rows;
    }

    private List<CountingRow> rows(Situation situation) throws AnalysisException {
        List<Tally> tallies = new ArrayList<>();
        for (Boxes boxes : settings.boxes()) {
            for (int rate : settings.framesPerSecond()) {
                tallies.add(new Tally(boxes, rate, new Comparison(GRID), new MiddleLine(GRID)));
            }
        }
        boolean find = settings.boxes().stream().anyMatch(Boxes::needModel);
        Pictures pictures = find ? new Pictures(analyzer, START) : null;
        String finder = model + " with hair" + (settings.boxes().contains(Boxes.LOOKS) ? " and looks" : "");
        Path detections = settings.detections() == null ? null : Path.of(settings.detections());
        try (SceneRecorder recorder = new SceneRecorder(pictures, finder, detections)) {
            for (int i = 0; i < settings.scenes(); i++) {
                Recording recording =
                        recorder.record(situation, settings.seed() + i, settings.highestRate(), settings.seconds());
                for (Tally tally : tallies) {
                    compare(recording, tally.boxes(), tally.rate(), tally.comparison(), tally.line());
                }
            }
        }
        List<CountingRow> rows = new ArrayList<>();
        for (Tally tally : tallies) {
            CountingRow row = new CountingRow(
                    situation, tally.boxes(), tally.rate(), tally.comparison().figures(tally.line()));
            progress.result(summary(row));
            rows.add(row);
        }
        return rows;
    }

    private void compare(Recording whole, Boxes boxes, int rate, Comparison comparison, MiddleLine line) {
        List<Stay> truth = Stays.of(
                whole.stays(), whole.frames().stream().map(RecordedFrame::truth).toList());
        Recording recording = whole.everyNth(settings.highestRate() / rate);
        List<FrameAnalysis> frames = analyses(recording, boxes);
        BatchOutcome outcome = boxes == Boxes.LINKED
                ? KnownPeople.count(recording, frames, GRID, visitGap())
                : count(boxes).count(frames);
        comparison.add(truth, recording, outcome, START);
        line.add(whole, outcome.windows(), START);
    }

    private BatchCount count(Boxes boxes) {
        return new BatchCount(
                TrackerParameters.ofVisitGap(visitGap()),
                GRID,
                Duration.ofSeconds(5),
                MiddleLine.LAYOUT,
                boxes == Boxes.LOOKS ? looks : LookReader.NONE);
    }

    private Duration visitGap() {
        return Duration.ofNanos(Math.round(settings.visitGapSeconds() * 1e9));
    }

    private List<FrameAnalysis> analyses(Recording recording, Boxes boxes) {
        SceneOptions scene = recording.situation().scene(0, recording.framesPerSecond());
        Map<String, PersonTruth> people = recording.stays().stream()
                .collect(Collectors.toMap(PersonTruth::personId, person -> person, (first, again) -> first));
        List<FrameAnalysis> analyses = new ArrayList<>();
        for (RecordedFrame frame : recording.frames()) {
            Instant time = START.plus(frame.truth().position());
            List<DetectedFace> faces = boxes.needModel() ? frame.detected() : perfect(frame, people);
            analyses.add(new FrameAnalysis(
                    "camera",
                    "boot",
                    frame.truth().index(),
                    time,
                    null,
                    time,
                    scene.width(),
                    scene.height(),
                    model,
                    faces,
                    null));
        }
        return analyses;
    }

    private static List<DetectedFace> perfect(RecordedFrame frame, Map<String, PersonTruth> people) {
        List<DetectedFace> faces = new ArrayList<>();
        for (FaceTruth face : frame.truth().faces()) {
            if (face.clear()) {
                PersonTruth person = people.get(face.personId());
                FaceAttributes appearance = Misreading.of(person, frame.truth().index());
                faces.add(new DetectedFace(face.box(), SURE, appearance)
                        .withClothing(Misreading.clothing(face, frame.truth().index()))
                        .withHair(Misreading.hair(face, frame.truth().index())));
            }
        }
        return faces;
    }

    private static String summary(CountingRow row) {
        CountingFigures figures = row.figures();
        return String.format(
                Locale.ROOT,
                "%-8s %2d frames/s: %d visits for %d stays",
                row.boxes().label(),
                row.framesPerSecond(),
                figures.visits(),
                figures.stays());
    }

    /** What is compared so far: one scene is held at a time, however many there are. */
    private record Tally(Boxes boxes, int rate, Comparison comparison, MiddleLine line) {}
}
