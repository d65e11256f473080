package io.crowdlake.evaluation.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AgeBand;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeLabelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20-29        | 20 | 29 | 20-29",
                "3-9          |  3 |  9 | 3-9",
                "0 - 2        |  0 |  2 | 0-2",
                "20 to 29     | 20 | 29 | 20-29",
                "(25, 32)     | 25 | 32 | 25-32",
                "more than 70 | 70 | 85 | 70+",
                "More Than 70 | 70 | 85 | 70+",
                "70+          | 70 | 85 | 70+",
                "60 and over  | 60 | 85 | 60+",
                "90+          | 90 | 90 | 90+",
                "34           | 34 | 34 | 30-39",
                "34.5         | 34 | 34 | 30-39",
                "0            |  0 |  0 | 0-15",
                "101          | 101 | 101 | 60+"
            })
    void readsBinsAndYears(String text, int low, int high, String group) {
        assertThat(AgeLabel.parse(text)).contains(new AgeLabel(low, high, group));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "old", "29-20", "-5", "20-", "200", "20-29-39", "20-500", "twenty"})
    void refusesWhatIsNoAge(String text) {
        assertThat(AgeLabel.parse(text)).isEmpty();
    }

    @Test
    void theMiddleIsThatOfThePythonReference() {
        assertThat(AgeLabel.parse("20-29").orElseThrow().middle()).isEqualTo(25);
        assertThat(AgeLabel.parse("70+").orElseThrow().middle()).isEqualTo(78);
        assertThat(AgeLabel.parse("34").orElseThrow().middle()).isEqualTo(34.5);
    }

    @Test
    void aBandIsRightWhenItOverlapsTheBin() {
        AgeLabel teens = AgeLabel.parse("10-19").orElseThrow();
        assertThat(teens.bandsFrom(AgeBand.AGE_0_15)).isZero();
        assertThat(teens.bandsFrom(AgeBand.AGE_16_19)).isZero();
        assertThat(teens.bandsFrom(AgeBand.AGE_20_29)).isEqualTo(1);
        assertThat(teens.bandsFrom(AgeBand.AGE_40_49)).isEqualTo(3);
        assertThat(AgeLabel.parse("70+").orElseThrow().bandsFrom(AgeBand.AGE_50_59))
                .isEqualTo(1);
    }

    @Property
    void theMiddleLiesInTheBin(@ForAll @IntRange(max = 120) int one, @ForAll @IntRange(max = 120) int other) {
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        AgeLabel label = AgeLabel.parse(low + "-" + high).orElseThrow();
        assertThat(label.middle()).isBetween((double) low, high + 1.0);
        assertThat(label.bandsFrom(AgeBand.ofYears(one))).isZero();
    }
}
