package io.crowdlake.benchmark.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.benchmark.BenchmarkException;

/**
 * What is measured, and for how long.
 *
 * @param model URI of the model bundle
 * @param baseline folder of the networks to compare with, or null
 * @param frames different frames of each kind, at least 1
 * @param seconds of the processor for each row of the table, above 0, the warm-up not counted
 * @param soakFrames 0, or how many frames to analyse while memory is watched; nothing else is measured then
 */
public record InferenceSettings(String model, String baseline, int frames, double seconds, long soakFrames) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public InferenceSettings {
        require(frames >= 1, "--frames is " + frames + ", must be at least 1");
        require(seconds > 0 && seconds <= 3600, "--seconds is " + seconds + ", must be above 0 and at most 3600");
        require(
                soakFrames == 0 || soakFrames >= Soak.POINTS,
                "--soak is " + soakFrames + ", must be at least " + Soak.POINTS + " frames");
    }

    /** As the main of the benchmark takes it. */
    public String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings have no JSON form", e);
        }
    }

    static InferenceSettings ofJson(String json) {
        try {
            return MAPPER.readValue(json, InferenceSettings.class);
        } catch (JsonProcessingException e) {
            throw new BenchmarkException("no settings of a benchmark: start through ./crowd bench inference", e);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new BenchmarkException(message);
        }
    }
}
