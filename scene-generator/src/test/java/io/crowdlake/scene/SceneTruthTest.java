package io.crowdlake.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.life.CrowdRhythm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SceneTruthTest {

    private static final Duration FRAME = Duration.ofMillis(200);

    @Property(tries = 40)
    void peopleEnterBeforeTheyLeaveAndAreSeenInBetweenOnly(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 1, max = 60) double arrivals,
            @ForAll @DoubleRange(min = 3, max = 60) double dwell,
            @ForAll @IntRange(min = 1, max = 20) int most) {
        SceneOptions options = SceneOptions.sparse(seed).withRhythm(new CrowdRhythm(arrivals, dwell, most, 1.2, 5));
        Run run = run(options, 400);

        assertThat(run.people).allSatisfy((id, person) -> {
            assertThat(person.entered()).isLessThanOrEqualTo(person.left());
            assertThat(person.gender()).isNotEqualTo(Gender.UNKNOWN);
            assertThat(person.emotion()).isNotEqualTo(Emotion.UNKNOWN);
            assertThat(person.age()).isBetween(3.0, 90.0);
        });
        for (FrameTruth frame : run.frames) {
            assertThat(frame.peopleInView()).isLessThanOrEqualTo(most);
            Set<String> seen = new HashSet<>();
            for (FaceTruth face : frame.faces()) {
                assertThat(seen.add(face.personId()))
                        .as("each person has one face")
                        .isTrue();
                assertThat(face.clarity()).isBetween(0.0, 1.0);
                if (face.clear()) {
                    PersonTruth person = run.people.get(face.personId());
                    assertThat(frame.position())
                            .isBetween(
                                    person.entered().minus(FRAME), person.left().plus(FRAME));
                }
            }
        }
    }

    @Test
    void headsInViewAreThoseWhoHaveEnteredAndNotLeft() {
        for (long seed = 1; seed <= 8; seed++) {
            Run run = run(SceneOptions.busy(seed), 600);
            long odd = run.frames.stream()
                    .filter(frame -> Math.abs(frame.peopleInView() - present(run, frame.position())) > 1)
                    .count();
            long same = run.frames.stream()
                    .filter(frame -> frame.peopleInView() == present(run, frame.position()))
                    .count();
            assertThat(odd).as("frames that miss more than someone on the edge").isZero();
            assertThat(same).isGreaterThan(run.frames.size() * 97L / 100);
        }
    }

    @Test
    void theSparsePresetKeepsTwoToFivePeopleInViewAndBusyAboutTen() {
        assertThat(meanInView(SceneOptions.sparse(3))).isBetween(2.0, 5.0);
        assertThat(meanInView(SceneOptions.busy(3))).isBetween(8.0, 13.0);
    }

    @Test
    void everyVisitorOfASparseSceneShowsTheFaceSometimes() {
        Run run = run(SceneOptions.sparse(11), 1500);
        Set<String> shown = run.frames.stream()
                .flatMap(frame -> frame.faces().stream())
                .filter(FaceTruth::clear)
                .map(FaceTruth::personId)
                .collect(Collectors.toSet());
        Duration end = run.frames.get(run.frames.size() - 1).position();
        List<String> gone = run.people.values().stream()
                .filter(person -> person.left().compareTo(end) < 0)
                .map(PersonTruth::personId)
                .toList();

        assertThat(gone).hasSizeGreaterThan(20);
        assertThat(shown).containsAll(gone);
    }

    @Test
    void theTruthWithoutPixelsIsThatOfTheDrawnScene() {
        SceneOptions options = SceneOptions.sparse(5).withSize(160, 120);
        Scene scene = new Scene(options);
        SceneTruth truth = new SceneTruth(options);
        for (int i = 0; i < 100; i++) {
            assertThat(scene.next().truth()).isEqualTo(truth.next());
            assertThat(scene.newcomers()).isEqualTo(truth.newcomers());
        }
    }

    @Test
    void facesHaveTheProportionsOfFaces() {
        SceneOptions options = SceneOptions.sparse(2);
        for (FrameTruth frame : run(options, 500).frames) {
            for (FaceTruth face : frame.faces()) {
                if (face.clarity() > 0.95) {
                    double ratio =
                            face.box().height() * options.height() / (face.box().width() * options.width());
                    assertThat(ratio).isBetween(1.05, 1.75);
                }
            }
        }
    }

    private static double meanInView(SceneOptions options) {
        return run(options, 3000).frames.stream()
                .skip(300)
                .mapToInt(FrameTruth::peopleInView)
                .average()
                .orElseThrow();
    }

    private static long present(Run run, Duration at) {
        return run.people.values().stream()
                .filter(person -> person.entered().compareTo(at) <= 0
                        && person.left().compareTo(at) >= 0
                        && !person.entered().equals(person.left()))
                .count();
    }

    private static Run run(SceneOptions options, int frames) {
        SceneTruth truth = new SceneTruth(options);
        Run run = new Run(new ArrayList<>(), new HashMap<>());
        for (int i = 0; i < frames; i++) {
            run.frames.add(truth.next());
            truth.newcomers().forEach(person -> run.people.put(person.personId(), person));
        }
        return run;
    }

    private record Run(List<FrameTruth> frames, Map<String, PersonTruth> people) {}
}
