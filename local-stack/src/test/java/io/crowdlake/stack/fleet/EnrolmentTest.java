package io.crowdlake.stack.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolmentTest {

    @TempDir
    Path folder;

    @Test
    void aRowIsACameraAndAColumnATag() throws IOException {
        Path csv = csv("""
                device_id,site,zone,timeZone,floor
                door-1,"Saint-Denis, Nord",entrance,Europe/Paris,0

                till-1,Lyon,,,
                """);
        assertThat(Enrolment.read(csv))
                .containsExactly(
                        new Enrolment(
                                "door-1",
                                Map.of(
                                        "site", "Saint-Denis, Nord",
                                        "zone", "entrance",
                                        "timeZone", "Europe/Paris",
                                        "floor", 0)),
                        new Enrolment("till-1", Map.of("site", "Lyon")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id;door | row 1: has no column device_id",
                "device_id;door 1 | row 1: device id 'door 1' must have",
                "device_id;../door | row 1: device id '../door' must have",
                "device_id,timeZone;door,CET;till,Mars | row 2: timeZone is Mars, must be a time zone",
            })
    void whatIsWrongIsToldWithItsRow(String text, String words) throws IOException {
        Path csv = csv(text.replace(';', '\n'));
        assertThatThrownBy(() -> Enrolment.read(csv))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> Enrolment.read(folder.resolve("none.csv")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("--csv is ")
                .hasMessageContaining("must be a table in CSV");
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("cameras.csv"), text);
    }
}
