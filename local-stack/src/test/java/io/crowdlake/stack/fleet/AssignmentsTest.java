package io.crowdlake.stack.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.stack.StackException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentsTest {

    @Test
    void valuesAreJsonWhereTheyCanBe() {
        assertThat(Assignments.settings(List.of("captureInterval=PT2S", "quality=70", "enabled=false")))
                .isEqualTo(Map.of("captureInterval", "PT2S", "quality", 70, "enabled", false));
        assertThat(Assignments.tags(List.of("site=Lyon Sud", "floor=2", "note=a=b")))
                .isEqualTo(Map.of("site", "Lyon Sud", "floor", 2, "note", "a=b"));
    }

    @Test
    void nothingTakesAValueBack() {
        assertThat(Assignments.settings(List.of("quality="))).isEqualTo(Collections.singletonMap("quality", null));
        assertThat(Assignments.tags(List.of("timeZone="))).isEqualTo(Collections.singletonMap("timeZone", null));
    }

    @Test
    void aNameWithDotsLiesWithinAnother() {
        assertThat(Assignments.tags(List.of("owner.team=retail", "owner.floor=0")))
                .isEqualTo(Map.of("owner", Map.of("team", "retail", "floor", 0)));
        assertThat(Assignments.settings(List.of("policy.age=false"))).isEqualTo(Map.of("policy", Map.of("age", false)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "captureInterval=2s | captureInterval is 2s, must be an ISO-8601 duration",
                "quality=900 | quality is 900, must be a whole number from 10 to 100",
                "enabled=maybe | enabled is maybe, must be true or false",
                "colour=red | colour is unknown, must be one of enabled",
                "quality | 'quality' must be name=value",
            })
    void aSettingThatACameraWouldRefuseIsRefusedHere(String word, String words) {
        assertThatThrownBy(() -> Assignments.settings(List.of(word)))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeZone=Europe/Pari | timeZone is Europe/Pari, must be a time zone such as Europe/Berlin",
                "policy.age=false | policy is no tag but a setting of the camera: ./crowd fleet config ID policy.age=false",
            })
    void aTagThatTheLakeCouldNotTakeIsRefusedHere(String word, String words) {
        assertThatThrownBy(() -> Assignments.tags(List.of(word)))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith(words);
    }

    @Test
    void aValueCannotHoldOthers() {
        assertThatThrownBy(() -> Assignments.tags(List.of("a=1", "a.b=2")))
                .hasMessage("a cannot be a value and hold others");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera-1", "door.left", "1=2", "=x", "$where=x"})
    void deviceIdsAreNone(String word) {
        assertThat(Assignments.isOne(word)).isFalse();
    }
}
