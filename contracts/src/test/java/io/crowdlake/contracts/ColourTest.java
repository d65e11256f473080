package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {

    @Property
    void comesBackFromItsTextAndItsNumber(
            @ForAll @IntRange(max = 255) int red,
            @ForAll @IntRange(max = 255) int green,
            @ForAll @IntRange(max = 255) int blue) {
        Colour colour = new Colour(red, green, blue);

        assertThat(Colour.of(colour.toString())).isEqualTo(colour);
        assertThat(Colour.of(colour.rgb())).isEqualTo(colour);
    }

    @Test
    void isWrittenAsOnTheWeb() throws IOException {
        Colour navy = new Colour(0x2e, 0x4a, 0x6b);

        assertThat(JsonCodec.write(navy)).asString(StandardCharsets.UTF_8).isEqualTo("\"#2e4a6b\"");
        assertThat(JsonCodec.read("\"#2E4A6B\"".getBytes(StandardCharsets.UTF_8), Colour.class))
                .isEqualTo(navy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2e4a6b", "#2e4a6", "#2e4a6b7", "#2e4a6g", "navy"})
    void isRefusedInAnotherForm(String text) {
        assertThatThrownBy(() -> Colour.of(text)).hasMessage("colour is " + text + ", must be like #2e4a6b");
        assertThatThrownBy(() -> JsonCodec.read(('"' + text + '"').getBytes(StandardCharsets.UTF_8), Colour.class))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("must be like #2e4a6b");
    }

    @Test
    void isRefusedBeyondItsRange() {
        assertThatThrownBy(() -> new Colour(256, 0, 0)).hasMessage("colour.red is 256, must be within 0..255");
        assertThatThrownBy(() -> new Colour(0, -1, 0)).hasMessage("colour.green is -1, must be within 0..255");
        assertThatThrownBy(() -> new Colour(0, 0, 300)).hasMessage("colour.blue is 300, must be within 0..255");
    }
}
