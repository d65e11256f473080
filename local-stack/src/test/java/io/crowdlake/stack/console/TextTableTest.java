package io.crowdlake.stack.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsTextLeftAndNumbersRight() {
        TextTable table = TextTable.of(List.of("camera", "sent"), List.of(false, true))
                .row(List.of("door", "7"))
                .row(List.of("main-entrance", "12345"));

        assertThat(table.lines())
                .containsExactly(
                        "camera          sent", //
                        "-------------  -----",
                        "door               7",
                        "main-entrance  12345");
    }

    @Test
    void hasHeadingsWithoutRows() {
        assertThat(TextTable.of(List.of("a", "b"), List.of(false, false)).lines())
                .containsExactly("a  b", "-  -");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        TextTable table = TextTable.of(List.of("a"), List.of(false));
        assertThatThrownBy(() -> table.row(List.of("1", "2"))).hasMessageContaining("2 cells, must be 1");
    }
}
