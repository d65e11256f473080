package io.crowdlake.inference.flink;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.inference.TinyBundle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The stage in Flink's test harness: the test moves its clock and runs its mails. */
final class AnalyzeStage implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int CAPACITY = 8;
    private static final int ATTEMPTS = 3;
    private static final Duration LONGER_THAN_A_RETRY_DELAY = Duration.ofMillis(200);

    private final Map<String, Metric> metrics = new ConcurrentHashMap<>();
    private final MockEnvironment environment;
    private final OneInputStreamOperatorTestHarness<CameraFrame, AnalysisOutcome> harness;

    AnalyzeStage() throws Exception {
        this(null);
    }

    /** @param checkpoint to go on from, or null */
    AnalyzeStage(OperatorSubtaskState checkpoint) throws Exception {
        environment = new MockEnvironmentBuilder().setMetricGroup(metricGroup()).build();
        environment.setExpectedExternalFailureCause(Throwable.class);
        harness = new OneInputStreamOperatorTestHarness<>(
                new AsyncWaitOperatorFactory<>(
                        new AnalyzeFunction(new AnalyzeSettings(CAPACITY, TIMEOUT, ATTEMPTS, TinyBundle.settings())),
                        TIMEOUT.toMillis(),
                        CAPACITY,
                        AsyncDataStream.OutputMode.UNORDERED,
                        new FailedAnalysisRetry(ATTEMPTS, 100)),
                TypeInformation.of(CameraFrame.class).createSerializer(new SerializerConfigImpl()),
                environment);
        harness.setup(TypeInformation.of(AnalysisOutcome.class).createSerializer(new SerializerConfigImpl()));
        if (checkpoint != null) {
            harness.initializeState(checkpoint);
        }
        harness.open();
    }

    void send(CameraFrame... frames) throws Exception {
        for (CameraFrame frame : frames) {
            harness.processElement(frame, 0);
        }
    }

    /** Lets time pass at once, with all that falls due. */
    void passTime(Duration duration) throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + duration.toMillis());
    }

    /** Waits for the analyzer's thread to answer and takes that answer. */
    void takeOneMail() throws Exception {
        harness.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
    }

    /** Works until so many outcomes are there. */
    List<AnalysisOutcome> await(int count) throws Exception {
        while (outcomes().size() < count) {
            takeOneMail();
            // Retries wait for the clock, but their number is limited: this never adds up to the timeout.
            passTime(LONGER_THAN_A_RETRY_DELAY);
        }
        return outcomes();
    }

    /** Works until the task has failed. */
    Throwable awaitFailure() throws Exception {
        while (environment.getActualExternalFailureCause().isEmpty()) {
            takeOneMail();
        }
        return environment.getActualExternalFailureCause().get();
    }

    List<AnalysisOutcome> outcomes() {
        return harness.extractOutputValues();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    /** The value of a counter whose full name ends so. */
    long counter(String name) {
        return metrics.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("." + name))
                .mapToLong(entry -> ((Counter) entry.getValue()).getCount())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no counter " + name + " in " + metrics.keySet()));
    }

    @Override
    public void close() throws Exception {
        harness.close();
        environment.close();
    }

    private TaskMetricGroup metricGroup() {
        TestingMetricRegistry registry = TestingMetricRegistry.builder()
                .setRegisterConsumer((metric, name, group) -> metrics.put(group.getMetricIdentifier(name), metric))
                .build();
        return TaskManagerMetricGroup.createTaskManagerMetricGroup(registry, "localhost", ResourceID.generate())
                .addJob(new JobID(), "job")
                .addTask(ExecutionAttemptID.randomId(), "task");
    }
}
