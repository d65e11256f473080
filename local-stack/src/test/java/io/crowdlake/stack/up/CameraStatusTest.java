package io.crowdlake.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.stack.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraStatusTest {

    @TempDir
    Path temporary;

    @Test
    void readsWhatTheCamerasWrite() throws IOException {
        DataFolder data = new DataFolder(temporary.resolve("data")).create();
        assertThat(CameraStatus.sent(data)).isEmpty();
        assertThat(CameraStatus.finished(data)).isFalse();

        Files.writeString(
                data.cameraStatus(),
                "{\"state\":\"finished\",\"frames_sent\":7,\"cameras\":[{\"device_id\":\"door\",\"frames_sent\":7}]}");
        assertThat(CameraStatus.sent(data)).containsEntry("door", 7L).hasSize(1);
        assertThat(CameraStatus.finished(data)).isTrue();

        CameraStatus.clear(data);
        assertThat(CameraStatus.sent(data)).isEmpty();
    }
}
