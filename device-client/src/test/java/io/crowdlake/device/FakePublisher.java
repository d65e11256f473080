package io.crowdlake.device;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.device.hub.FramePublisher;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Keeps what is published; refuses what it is told to. */
public final class FakePublisher implements FramePublisher {

    public final List<CameraFrame> accepted = new CopyOnWriteArrayList<>();
    final List<CameraFrame> announced = new CopyOnWriteArrayList<>();
    volatile CompletableFuture<Void> announcement = CompletableFuture.completedFuture(null);
    volatile String trouble;
    volatile long waiting;
    private final Predicate<CameraFrame> refused;
    public volatile boolean closed;
    public int reconnected;

    public FakePublisher() {
        this(frame -> false);
    }

    public FakePublisher(Predicate<CameraFrame> refused) {
        this.refused = refused;
    }

    @Override
    public CompletableFuture<Void> publish(CameraFrame frame) {
        if (refused.test(frame)) {
            return CompletableFuture.failedFuture(new IllegalStateException("refused #" + frame.sequence()));
        }
        accepted.add(frame);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void reconnect() {
        reconnected++;
    }

    @Override
    public CompletableFuture<Void> announce(CameraFrame message) {
        announced.add(message);
        return announcement;
    }

    @Override
    public long waiting() {
        return waiting;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void close() {
        closed = true;
    }
}
