package io.crowdlake.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Any contract that its record accepts. */
final class Contracts extends DomainContextBase {

    private static final Arbitrary<String> TEXTS =
            Arbitraries.strings().ofMinLength(1).ofMaxLength(12).filter(text -> !text.isBlank() && isText(text));
    private static final Arbitrary<String> NAMES = TEXTS.filter(text -> text.length() <= 64);
    private static final Arbitrary<Long> COUNTS = Arbitraries.longs().between(0, Long.MAX_VALUE);
    private static final Arbitrary<Double> FRACTIONS = Arbitraries.doubles().between(0, 1);

    /** From 1970 to nearly the end of 9987, to the nanosecond. */
    private static final Arbitrary<Instant> TIMES = Combinators.combine(
                    Arbitraries.longs().between(0, 253_000_000_000L),
                    Arbitraries.integers().between(0, 999_999_999))
            .as((seconds, nanos) -> Instant.ofEpochSecond(seconds, nanos));

    @Provide
    Arbitrary<BoundingBox> boxes() {
        return Combinators.combine(FRACTIONS, FRACTIONS, FRACTIONS, FRACTIONS)
                .as((x, y, width, height) -> new BoundingBox(x, y, (1 - x) * width, (1 - y) * height));
    }

    @Provide
    Arbitrary<FaceAttributes> attributes() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 120).injectNull(0.2),
                        Arbitraries.of(AgeBand.class),
                        FRACTIONS,
                        Arbitraries.of(Gender.class),
                        FRACTIONS,
                        Arbitraries.of(Emotion.class),
                        FRACTIONS)
                .as(FaceAttributes::new);
    }

    @Provide
    Arbitrary<Origin> origins() {
        return Combinators.combine(TEXTS, Arbitraries.integers().between(0, Integer.MAX_VALUE), COUNTS)
                .as(Origin::new);
    }

    @Provide
    Arbitrary<FrameAnalysis> analyses() {
        Arbitrary<DetectedFace> faces = Combinators.combine(boxes(), FRACTIONS, attributes(), TEXTS.injectNull(0.3))
                .as((box, score, attributes, visit) -> new DetectedFace(box, score, attributes, visit));
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, Integer.MAX_VALUE);
        return Combinators.combine(
                        Combinators.combine(TEXTS, TEXTS, COUNTS).as(Key::new),
                        TIMES,
                        TIMES.injectNull(0.3),
                        Combinators.combine(sides, sides).as((width, height) -> new int[] {width, height}),
                        faces.list().ofMaxSize(3),
                        origins().injectNull(0.3))
                .as((key, time, enqueued, size, found, origin) -> new FrameAnalysis(
                        key.device,
                        key.boot,
                        key.sequence,
                        time,
                        enqueued,
                        time,
                        size[0],
                        size[1],
                        "m 1",
                        found,
                        origin));
    }

    @Provide
    Arbitrary<Visit> visits() {
        Arbitrary<LineCrossing> crossings = Combinators.combine(TEXTS, Arbitraries.of(CrossingDirection.class), TIMES)
                .as(LineCrossing::new);
        Arbitrary<ZoneStay> stays = Combinators.combine(
                        TEXTS, TIMES, Arbitraries.longs().between(0, 1_000_000_000))
                .as((zone, entered, millis) -> new ZoneStay(zone, entered, entered.plusMillis(millis)));
        return Combinators.combine(
                        Combinators.combine(TEXTS, TEXTS, COUNTS).as(Key::new),
                        TIMES,
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        attributes(),
                        Arbitraries.of(Recognition.class),
                        crossings.list().ofMaxSize(3),
                        stays.list().ofMaxSize(3),
                        Arbitraries.of(Heading.class))
                .as((key, first, frames, attributes, recognition, crossed, stayed, heading) -> new Visit(
                        key.boot,
                        key.device,
                        first,
                        first.plusMillis(key.sequence % 1_000_000_000),
                        frames,
                        attributes,
                        recognition,
                        "m 1",
                        crossed,
                        stayed,
                        heading));
    }

    @Provide
    Arbitrary<Point> points() {
        return Combinators.combine(FRACTIONS, FRACTIONS).as(Point::new);
    }

    @Provide
    Arbitrary<CountingLine> lines() {
        return Combinators.combine(NAMES, points(), points(), Arbitraries.of(Heading.class))
                .as((name, from, to, in) -> {
                    try {
                        return new CountingLine(name, from, to, in);
                    } catch (IllegalArgumentException alongTheLine) {
                        return null;
                    }
                })
                .filter(line -> line != null);
    }

    /** Any triangle is a zone, if it has an area. */
    @Provide
    Arbitrary<Zone> zones() {
        return Combinators.combine(NAMES, points().list().uniqueElements().ofSize(3))
                .filter((name, corners) -> Math.abs(Plane.turn(corners.get(0), corners.get(1), corners.get(2))) > 1e-6)
                .as(Zone::new);
    }

    @Provide
    Arbitrary<CameraLayouts> layouts() {
        Arbitrary<CameraLayout> layout = Combinators.combine(
                        lines().list().uniqueElements(CountingLine::name).ofMaxSize(3),
                        zones().list().uniqueElements(Zone::name).ofMaxSize(3))
                .as(CameraLayout::new);
        return Combinators.combine(Arbitraries.maps(TEXTS, layout).ofMaxSize(3), layout.injectNull(0.3))
                .as(CameraLayouts::new);
    }

    @Provide
    Arbitrary<CrowdDemographics> windows() {
        Arbitrary<Double> dwell = Arbitraries.doubles().between(0, 1e6).injectNull(0.3);
        Arbitrary<AgeGenderCount> ages = Combinators.combine(
                        Arbitraries.of(AgeBand.class), Arbitraries.of(Gender.class), COUNTS)
                .as(AgeGenderCount::new);
        Arbitrary<EmotionGenderCount> emotions = Combinators.combine(
                        Arbitraries.of(Emotion.class), Arbitraries.of(Gender.class), COUNTS)
                .as(EmotionGenderCount::new);
        Arbitrary<LineCount> lines = Combinators.combine(TEXTS, COUNTS, COUNTS).as(LineCount::new);
        Arbitrary<ZoneCount> zones = Combinators.combine(
                        TEXTS, COUNTS, COUNTS, COUNTS, Arbitraries.doubles().between(0, 1e6), dwell, dwell, dwell)
                .as(ZoneCount::new);
        return Combinators.combine(
                        TIMES,
                        Arbitraries.longs().between(1, 1_000_000),
                        COUNTS.list().ofSize(8),
                        Arbitraries.doubles().between(0, 1e6),
                        dwell.list().ofSize(3),
                        ages.list().ofMaxSize(3),
                        Combinators.combine(
                                        emotions.list().ofMaxSize(3),
                                        lines.list().ofMaxSize(3),
                                        zones.list().ofMaxSize(3))
                                .as(Places::new))
                .as((start, seconds, counts, mean, dwells, byAge, places) -> new CrowdDemographics(
                        "cam",
                        start,
                        start.plusSeconds(seconds),
                        counts.get(0),
                        counts.get(0) % 2 == 0,
                        counts.get(1),
                        counts.get(2),
                        counts.get(3),
                        counts.get(4),
                        counts.get(5),
                        counts.get(6),
                        counts.get(7),
                        mean,
                        dwells.get(0),
                        dwells.get(1),
                        dwells.get(2),
                        byAge,
                        places.emotions,
                        "m 1",
                        start,
                        places.lines,
                        places.zones));
    }

    @Provide
    Arbitrary<DeadLetter> deadLetters() {
        return Combinators.combine(
                        Arbitraries.of(DeadLetterReason.class),
                        TEXTS.injectNull(0.3),
                        TEXTS.injectNull(0.3),
                        origins().injectNull(0.3),
                        COUNTS,
                        TIMES.injectNull(0.3),
                        TIMES)
                .as(DeadLetter::new);
    }

    @Provide
    Arbitrary<DeviceTelemetry> telemetry() {
        return Combinators.combine(
                        TIMES,
                        COUNTS.list().ofSize(4),
                        Arbitraries.doubles().between(-273.15, 1000).injectNull(0.3),
                        TEXTS,
                        Arbitraries.longs().between(0, 10_000_000_000L))
                .as((time, counts, temperature, version, millis) -> new DeviceTelemetry(
                        "cam",
                        time,
                        counts.get(0),
                        counts.get(1),
                        counts.get(2),
                        counts.get(3),
                        temperature,
                        version,
                        Duration.ofMillis(millis),
                        millis % 2 == 0 ? null : version));
    }

    /** Half of a pair of surrogates is no text that UTF-8 could carry. */
    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private record Places(List<EmotionGenderCount> emotions, List<LineCount> lines, List<ZoneCount> zones) {}

    private record Key(String device, String boot, long sequence) {}
}
