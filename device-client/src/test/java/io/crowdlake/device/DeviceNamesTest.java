package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "../data/footage/face-demographics-walking-and-pause.gif, face-demographics-walking-and-pause",
        "/dev/video0, video0",
        "Shop Floor (2).MP4, shop-floor-2",
        "photos/, photos",
        "rtsp://admin:secret@10.0.0.7:554/entrance/main?x=1, main",
        "rtsp://10.0.0.7, 10-0-0-7",
        "http://host/live.m3u8, live",
        "/, camera",
        "日本.gif, camera"
    })
    void comeFromTheLastPartOfTheName(String source, String expected) {
        assertThat(new DeviceNames().of(source)).isEqualTo(expected);
    }

    @Test
    void areUnique() {
        DeviceNames names = new DeviceNames();

        assertThat(List.of(
                        names.simulated(1),
                        names.of("camera-1.gif"),
                        names.of("a/x.gif"),
                        names.of("b/x.mp4"),
                        names.of("x-2")))
                .containsExactly("camera-1", "camera-1-2", "x", "x-2", "x-2-2");
    }

    @Property
    void areAlwaysAcceptableToAHub(@ForAll List<String> sources) {
        DeviceNames names = new DeviceNames();
        Set<String> seen = new HashSet<>();
        for (String source : sources) {
            String name = names.of(source);
            assertThat(name).matches("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");
            assertThat(seen.add(name)).isTrue();
        }
    }
}
