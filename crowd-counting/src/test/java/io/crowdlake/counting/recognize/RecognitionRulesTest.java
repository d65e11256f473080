package io.crowdlake.counting.recognize;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecognitionRulesTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void nobodyIsRememberedForMoreThanADay() {
        assertRefused(
                "recognition.memory is PT24H0.001S, must be more than zero and at most PT24H",
                () -> new RecognitionRules(0.9, DAY.plusMillis(1), DAY, null, null));
        assertRefused("recognition.memory is PT0S", () -> new RecognitionRules(0.9, Duration.ZERO, DAY, null, null));
    }

    @Test
    void valuesThatMakeNoSense() {
        assertRefused("recognition.likeness is 1.0", () -> new RecognitionRules(1, DAY, DAY, null, null));
        assertRefused("recognition.likeness is NaN", () -> new RecognitionRules(Double.NaN, DAY, DAY, null, null));
        assertRefused(
                "recognition.return-after is PT-1S",
                () -> new RecognitionRules(0.9, DAY, Duration.ofSeconds(-1), null, null));
        assertRefused("staff.dwell is PT0S", () -> new RecognitionRules(0.9, DAY, DAY, Duration.ZERO, null));
        assertRefused(
                "staff.visits is 201, must be within 1..200", () -> new RecognitionRules(0.9, DAY, DAY, null, 201));
    }

    private static void assertRefused(String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable rules) {
        assertThatThrownBy(rules).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
