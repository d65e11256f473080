package io.crowdlake.stack.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.TreeMap;

/** The file in which the cameras' process says every second how far it is. */
final class CameraStatus {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private CameraStatus() {}

    /** Forgets what an earlier start has left. */
    static void clear(DataFolder data) {
        try {
            Files.deleteIfExists(data.cameraStatus());
        } catch (IOException e) {
            throw new StackException("cannot delete " + data.cameraStatus() + ": " + e.getMessage(), e);
        }
    }

    /** Whether no camera has anything more to send. */
    static boolean finished(DataFolder data) {
        return read(data).path("state").asText().equals("finished");
    }

    /** Frames sent, by device id; empty before the first second is over. */
    static Map<String, Long> sent(DataFolder data) {
        Map<String, Long> sent = new TreeMap<>();
        for (JsonNode camera : read(data).path("cameras")) {
            sent.put(
                    camera.path("device_id").asText(),
                    camera.path("frames_sent").asLong());
        }
        return sent;
    }

    private static JsonNode read(DataFolder data) {
        try {
            return JSON.readTree(Files.readAllBytes(data.cameraStatus()));
        } catch (NoSuchFileException e) {
            return JSON.createObjectNode();
        } catch (IOException e) {
            throw new StackException("cannot read " + data.cameraStatus() + ": " + e.getMessage(), e);
        }
    }
}
