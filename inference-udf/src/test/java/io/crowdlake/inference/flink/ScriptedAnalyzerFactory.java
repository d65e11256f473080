package io.crowdlake.inference.flink;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.CognitiveAnalyzerFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An analyzer that does what a frame's body says, and counts what it did. */
public final class ScriptedAnalyzerFactory implements CognitiveAnalyzerFactory {

    public static final String TYPE = "scripted";

    /** Commands that a body may hold; {@link #FAIL} may be followed by how often. */
    static final String SUCCEED = "succeed";

    static final String REFUSE = "refuse";
    static final String FAIL = "fail";
    static final String WAIT = "wait";
    static final String FAIL_THEN_WAIT = "first fail, then wait";
    static final String BREAK_DOWN = "break down";

    static final AtomicInteger OPENED = new AtomicInteger();
    static final AtomicInteger CLOSED = new AtomicInteger();
    static final AtomicInteger CLOSED_WHILE_BUSY = new AtomicInteger();
    static final Map<Long, Integer> TRIES = new ConcurrentHashMap<>();

    /** Holds up the frames that wait. */
    static volatile CountDownLatch gate = new CountDownLatch(0);

    static void reset() {
        OPENED.set(0);
        CLOSED.set(0);
        CLOSED_WHILE_BUSY.set(0);
        TRIES.clear();
        gate = new CountDownLatch(1);
    }

    @Override
    public String cognitiveType() {
        return TYPE;
    }

    @Override
    public boolean accepts(String contentType) {
        return contentType.equals("text/plain");
    }

    @Override
    public void check(AnalyzerSettings settings) {}

    @Override
    public CognitiveAnalyzer open(AnalyzerSettings settings) {
        OPENED.incrementAndGet();
        return new Scripted();
    }

    private static final class Scripted implements CognitiveAnalyzer {

        private volatile boolean busy;

        @Override
        public FrameAnalysis analyze(CameraFrame frame) throws AnalysisException {
            busy = true;
            try {
                int tries = TRIES.merge(frame.sequence(), 1, Integer::sum);
                String command = new String(frame.payload(), StandardCharsets.UTF_8);
                if (command.startsWith(FAIL)) {
                    String times = command.substring(FAIL.length()).strip();
                    if (times.isEmpty() || tries <= Integer.parseInt(times)) {
                        throw new IllegalStateException("told to fail");
                    }
                } else if (command.equals(REFUSE)) {
                    throw new AnalysisException(DeadLetterReason.IMAGE_INVALID, "told to refuse");
                } else if (command.equals(FAIL_THEN_WAIT) && tries == 1) {
                    throw new IllegalStateException("told to fail");
                } else if (command.equals(WAIT) || command.equals(FAIL_THEN_WAIT)) {
                    gate.await();
                } else if (command.equals(BREAK_DOWN)) {
                    throw new NoClassDefFoundError("told to break down");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } finally {
                busy = false;
            }
            return new FrameAnalysis(
                    frame.deviceId(),
                    frame.bootId(),
                    frame.sequence(),
                    frame.capturedAt(),
                    frame.enqueuedAt(),
                    Instant.now(),
                    4,
                    3,
                    "scripted 1",
                    List.of(),
                    frame.origin());
        }

        @Override
        public void close() {
            CLOSED.incrementAndGet();
            if (busy) {
                CLOSED_WHILE_BUSY.incrementAndGet();
            }
        }
    }
}
