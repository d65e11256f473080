package io.crowdlake.stack.part;

import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.install.Build;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.process.JavaCommand;
import io.crowdlake.stack.process.ManagedProcess;
import io.crowdlake.stack.process.ProcessSpec;
import io.crowdlake.stack.process.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Flink standalone cluster: a JobManager with the web UI, and a TaskManager with two slots. */
public final class FlinkCluster {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration STARTUP = Duration.ofSeconds(90);

    private final DataFolder data;
    private final String classpath;
    private final CacheFolder cache;
    private final FlinkConfiguration configuration;
    private final FlinkRest rest;
    private ManagedProcess jobManager;
    private ManagedProcess taskManager;

    /** Writes the cluster's configuration; {@code rpcPort} may differ from start to start. */
    public FlinkCluster(DataFolder data, String classpath, CacheFolder cache, int restPort, int rpcPort) {
        this.data = data;
        this.classpath = classpath;
        this.cache = cache;
        this.configuration = FlinkConfiguration.write(data, restPort, rpcPort);
        this.rest = new FlinkRest(restPort);
    }

    public FlinkRest rest() {
        return rest;
    }

    /** Starts JobManager and TaskManager. */
    public void start(Supervisor supervisor) {
        jobManager = supervisor.start(jobManagerSpec());
        taskManager = supervisor.start(taskManagerSpec());
    }

    /** Waits until the TaskManager has offered its slots to the JobManager. */
    public void awaitReady() throws InterruptedException {
        Await.until("Flink's JobManager", STARTUP, jobManager, rest::answers);
        Await.until("Flink's TaskManager", STARTUP, taskManager, () -> rest.slots() > 0);
    }

    /**
     * Hands a job to the cluster, as {@code flink run} does, detached.
     *
     * @param restorePoint savepoint or checkpoint from which the job goes on, or null for a fresh start
     * @return the id that the cluster gave the job
     */
    public String submit(
            Supervisor supervisor, Path jobJar, String mainClass, Path jobConfiguration, String restorePoint)
            throws InterruptedException {
        ProcessSpec client = submission(jobJar, mainClass, jobConfiguration, restorePoint);
        return JobSubmission.await(supervisor.startTask(client));
    }

    /** Ends TaskManager and JobManager; nothing when they were not started. */
    public void stop() {
        if (taskManager != null) {
            taskManager.stop(GRACE);
        }
        if (jobManager != null) {
            jobManager.stop(GRACE);
        }
    }

    private ProcessSpec jobManagerSpec() {
        return java("org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint", "jobmanager")
                .heap(512)
                .options(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                .arguments("--configDir", configuration.folder().toString())
                .as("jobmanager", data.log("jobmanager"));
    }

    ProcessSpec taskManagerSpec() {
        return java("org.apache.flink.runtime.taskexecutor.TaskManagerRunner", "taskmanager")
                .heap(FlinkConfiguration.HEAP_MEGABYTES)
                .option("-XX:MaxDirectMemorySize=" + FlinkConfiguration.DIRECT_MEGABYTES + "m")
                .option("-XX:MaxMetaspaceSize=" + FlinkConfiguration.METASPACE_MEGABYTES + "m")
                // Tensors are large and short-lived; giving their memory back to the system each time costs a quarter
                // of the speed.
                .environment("MALLOC_MMAP_THRESHOLD_", "1073741824")
                .environment("MALLOC_TRIM_THRESHOLD_", "4294967296")
                .environment("OMP_NUM_THREADS", "1")
                .arguments("--configDir", configuration.folder().toString())
                .as("taskmanager", data.log("taskmanager"));
    }

    ProcessSpec submission(Path jobJar, String mainClass, Path jobConfiguration, String restorePoint) {
        JavaCommand client = java("org.apache.flink.client.cli.CliFrontend", "submission")
                .heap(512)
                .options(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                .property("java.io.tmpdir", data.temporary().toString())
                .environment("FLINK_CONF_DIR", configuration.folder().toString())
                .arguments("run", "--detached");
        if (restorePoint != null) {
            // A job without recognition leaves behind whom one with it remembered: its state is that of a stage that is
            // not there.
            client.arguments("--fromSavepoint", restorePoint, "--allowNonRestoredState");
        }
        return client.arguments("--class", mainClass, jobJar.toString(), "--config", jobConfiguration.toString())
                .as("submission", data.log("submission"));
    }

    private JavaCommand java(String mainClass, String process) {
        return JavaCommand.ofMain(mainClass)
                .options(Build.flinkOptions())
                .property("log.file", data.log(process).toString())
                .property(
                        "log4j.configurationFile",
                        configuration.logging().toUri().toString())
                .property("ai.djl.offline", "true")
                .property("ENGINE_CACHE_DIR", cache.root().resolve("djl").toString())
                .classpath(classpath);
    }
}
