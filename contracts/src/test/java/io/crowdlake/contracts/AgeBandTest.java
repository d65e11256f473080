package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeBandTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0-15",
        "15.999, 0-15",
        "16, 16-19",
        "19.999, 16-19",
        "20, 20-29",
        "29.999, 20-29",
        "30, 30-39",
        "40, 40-49",
        "50, 50-59",
        "59.999, 50-59",
        "60, 60+",
        "120, 60+",
        "120.5, 60+",
        "1e9, 60+",
        "Infinity, 60+"
    })
    void aBandEndsJustBeforeTheNextBirthday(double years, String label) {
        assertThat(AgeBand.ofYears(years).label()).isEqualTo(label);
    }

    @Property
    void theBandHoldsTheWholeYear(@ForAll @DoubleRange(max = 120) double years) {
        AgeBand band = AgeBand.ofYears(years);

        assertThat((int) years).isBetween(band.youngest(), band.oldest());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    void noAgeHasNoBand(double years) {
        assertThatThrownBy(() -> AgeBand.ofYears(years))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("age is " + years + ", must not be negative");
    }

    @ParameterizedTest
    @EnumSource
    void aLabelLeadsBackToItsBand(AgeBand band) {
        assertThat(AgeBand.ofLabel(band.label())).isEqualTo(band);
    }

    @Test
    void bandsFollowEachOtherWithoutGap() {
        AgeBand[] bands = AgeBand.values();
        for (int i = 1; i < bands.length - 1; i++) {
            assertThat(bands[i].youngest()).isEqualTo(bands[i - 1].oldest() + 1);
        }
    }

    @Test
    void anotherLabelIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> AgeBand.ofLabel("25-32"))
                .hasMessage("age band is 25-32, must be one of 0-15, 16-19, 20-29, 30-39, 40-49, 50-59, 60+, unknown");
    }
}
