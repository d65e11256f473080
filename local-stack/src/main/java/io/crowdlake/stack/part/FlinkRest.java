package io.crowdlake.stack.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The few questions and orders that the local stack has for the cluster's REST interface. */
public final class FlinkRest {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration REQUEST = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 250;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI root;

    public FlinkRest(int port) {
        this.root = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Address of the web UI. */
    public URI webInterface() {
        return root;
    }

    /** Whether the JobManager answers. */
    public boolean answers() throws InterruptedException {
        return get("overview").isPresent();
    }

    /** Slots of all TaskManagers; 0 while there is none. */
    public int slots() throws InterruptedException {
        return get("overview")
                .map(overview -> overview.path("slots-total").asInt())
                .orElse(0);
    }

    /** State of a job, such as {@code RUNNING}; empty while the JobManager does not answer. */
    public Optional<String> jobState(String jobId) throws InterruptedException {
        return get("jobs/" + jobId).map(job -> job.path("state").asText());
    }

    /** Whether every task of a job runs, not only the job as such. */
    public boolean allTasksRun(String jobId) throws InterruptedException {
        Optional<JsonNode> job = get("jobs/" + jobId);
        if (job.isEmpty()) {
            return false;
        }
        for (JsonNode vertex : job.get().path("vertices")) {
            if (!"RUNNING".equals(vertex.path("status").asText())) {
                return false;
            }
        }
        return true;
    }

    /** First line of what made a job fail last. */
    public Optional<String> failure(String jobId) throws InterruptedException {
        return get("jobs/" + jobId + "/exceptions")
                .map(exceptions -> exceptions.path("exceptionHistory").path("entries"))
                .filter(entries -> !entries.isEmpty())
                .map(entries -> rootCause(entries.get(0).path("stacktrace").asText()));
    }

    private static String rootCause(String stackTrace) {
        return stackTrace
                .lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .map(line -> line.substring("Caused by: ".length()))
                .orElse(stackTrace.lines().findFirst().orElse(""));
    }

    /** Stops a job with a savepoint and answers where that is; throws StackException when it fails or takes too long. */
    public String stopWithSavepoint(String jobId, Duration limit) throws InterruptedException {
        String trigger = post("jobs/" + jobId + "/stop", "{\"drain\":false}")
                .path("request-id")
                .asText();
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonNode> answer = get("jobs/" + jobId + "/savepoints/" + trigger);
            if (answer.isPresent()
                    && "COMPLETED".equals(answer.get().path("status").path("id").asText())) {
                return location(answer.get().path("operation"));
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new StackException("the job's savepoint is not complete after " + limit.toSeconds()
                + " s; the next start goes on from its newest checkpoint");
    }

    private static String location(JsonNode operation) {
        String location = operation.path("location").asText();
        if (location.isEmpty()) {
            throw new StackException("the job could not be stopped with a savepoint ("
                    + rootCause(
                            operation.path("failure-cause").path("stack-trace").asText())
                    + "); the next start goes on from its newest checkpoint");
        }
        return location;
    }

    private Optional<JsonNode> get(String path) throws InterruptedException {
        try {
            HttpResponse<byte[]> response =
                    client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? Optional.of(JSON.readTree(response.body())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private JsonNode post(String path, String body) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(
                    request(path)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new StackException("Flink refused " + path + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new StackException("Flink does not answer at " + root + path + ": " + e, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(REQUEST);
    }
}
