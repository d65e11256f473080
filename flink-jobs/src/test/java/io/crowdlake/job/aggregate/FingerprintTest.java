package io.crowdlake.job.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.AgeGenderCount;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.EmotionGenderCount;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.contracts.ZoneCount;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class FingerprintTest {

    private static final List<String> NO_CONTENT = List.of("revision", "updatedAt");

    @Property(tries = 200)
    void numberAndTimeOfARevisionAreNoContent(@ForAll long seed, @ForAll @LongRange(min = 0) long number)
            throws Exception {
        CrowdDemographics one = random(seed);
        CrowdDemographics later = with("updatedAt", one, random(seed + 1)).withRevision(number);

        assertThat(Fingerprint.of(later)).isEqualTo(Fingerprint.of(one));
    }

    @Property(tries = 200)
    void allElseIs(@ForAll long seed) throws Exception {
        CrowdDemographics one = random(seed);
        CrowdDemographics other = random(seed + 1);
        for (RecordComponent component : CrowdDemographics.class.getRecordComponents()) {
            CrowdDemographics changed = with(component.getName(), one, other);
            if (changed != null && !changed.equals(one) && !NO_CONTENT.contains(component.getName())) {
                assertThat(Fingerprint.of(changed)).as(component.getName()).isNotEqualTo(Fingerprint.of(one));
            }
        }
    }

    private static CrowdDemographics random(long seed) {
        Random random = new Random(seed);
        Instant start = Instant.ofEpochSecond(random.nextInt(1_000_000) * 60L);
        return new CrowdDemographics(
                "camera-" + random.nextInt(100),
                start,
                start.plusSeconds(60),
                random.nextInt(10),
                random.nextBoolean(),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextDouble(),
                maybe(random),
                maybe(random),
                maybe(random),
                List.of(new AgeGenderCount(
                        one(AgeBand.values(), random), one(Gender.values(), random), random.nextInt(9))),
                List.of(new EmotionGenderCount(
                        one(Emotion.values(), random), one(Gender.values(), random), random.nextInt(9))),
                "model " + random.nextInt(100),
                start.plusMillis(random.nextInt(100_000)),
                List.of(new LineCount("door " + random.nextInt(9), random.nextInt(9), random.nextInt(9))),
                List.of(new ZoneCount(
                        "zone " + random.nextInt(9),
                        random.nextInt(9),
                        random.nextInt(9),
                        random.nextInt(9),
                        random.nextDouble(),
                        maybe(random),
                        maybe(random),
                        maybe(random))));
    }

    private static Double maybe(Random random) {
        return random.nextInt(3) == 0 ? null : random.nextDouble();
    }

    private static <T> T one(T[] all, Random random) {
        return all[random.nextInt(all.length)];
    }

    /** One of the two with a component of the other, or null where that is refused. */
    private static CrowdDemographics with(String name, CrowdDemographics one, CrowdDemographics other)
            throws ReflectiveOperationException {
        RecordComponent[] components = CrowdDemographics.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int index = 0; index < components.length; index++) {
            boolean others = components[index].getName().equals(name);
            values[index] = components[index].getAccessor().invoke(others ? other : one);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return CrowdDemographics.class.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            return null;
        }
    }
}
