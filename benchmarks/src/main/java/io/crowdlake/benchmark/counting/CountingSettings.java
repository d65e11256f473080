package io.crowdlake.benchmark.counting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.benchmark.BenchmarkException;
import java.util.List;

/**
 * What is counted.
 *
 * @param model bundle that looks for faces
 * @param situations one row each and rate
 * @param framesPerSecond rates of the camera, each a divisor of the highest
 * @param boxes whose boxes
 * @param scenes of each situation, 1..100
 * @param seconds of each scene, 10..86400
 * @param seed of the first scene
 * @param visitGapSeconds longest time out of sight within one visit
 * @param footage folder of clips to count the people of, instead of scenes; null for scenes
 * @param detections folder in which is kept what the model found in the scenes, for another time; null for nowhere
 */
public record CountingSettings(
        String model,
        List<Situation> situations,
        List<Integer> framesPerSecond,
        List<Boxes> boxes,
        int scenes,
        int seconds,
        long seed,
        double visitGapSeconds,
        String footage,
        String detections) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public CountingSettings {
        situations = List.copyOf(situations);
        framesPerSecond = List.copyOf(framesPerSecond);
        boxes = List.copyOf(boxes);
        require(!situations.isEmpty(), "--scene is empty; name at least one");
        require(!framesPerSecond.isEmpty(), "--rate is empty; name at least one");
        require(!boxes.isEmpty(), "--boxes is empty; name at least one");
        require(scenes >= 1 && scenes <= 100, "--scenes is " + scenes + ", must be within 1..100");
        require(seconds >= 10 && seconds <= 86_400, "--seconds is " + seconds + ", must be within 10..86400");
        require(visitGapSeconds > 0, "--visit-gap is " + visitGapSeconds + ", must be more than zero");
        int highest = framesPerSecond.stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (int rate : framesPerSecond) {
            require(
                    rate > 0 && highest <= 30 && highest % rate == 0,
                    "--rate " + rate + " does not fit " + highest
                            + "; rates are whole frames per second up to 30, each a divisor of the highest");
        }
    }

    /** As the main of the benchmark takes it. */
    public String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings have no JSON form", e);
        }
    }

    static CountingSettings ofJson(String json) {
        try {
            return MAPPER.readValue(json, CountingSettings.class);
        } catch (JsonProcessingException e) {
            throw new BenchmarkException("no settings of a benchmark: start through ./crowd bench counting", e);
        }
    }

    int highestRate() {
        return framesPerSecond.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new BenchmarkException(message);
        }
    }
}
