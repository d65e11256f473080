package io.crowdlake.device.hub;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.device.spool.Spool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each frame on the disk first and sends from there, in order, a few at a time, which may change places under way. A frame leaves the disk when
 * the hub has accepted it; what an earlier start has left goes first. One camera's.
 */
public final class SpoolingPublisher implements FramePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolingPublisher.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A frame that the hub takes within this time never needs to reach the disk itself, which spares a flash card. */
    private static final Duration FORCE_AFTER = Duration.ofSeconds(1);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final String deviceId;
    private final Spool spool;
    private final FramePublisher hub;
    private final Map<Long, CompletableFuture<Void>> promised = new TreeMap<>();
    private final TreeMap<Long, Boolean> underWay = new TreeMap<>();
    private final Thread sender;
    private long nextToSend;
    private long tellDroppedAbove;
    private boolean failed;
    private boolean closing;

    /** Takes over spool and hub: closing this closes them. */
    public SpoolingPublisher(String deviceId, Spool spool, FramePublisher hub) {
        this.deviceId = deviceId;
        this.spool = spool;
        this.hub = hub;
        long left = spool.waiting();
        if (left > 0) {
            LOG.info("{}: {} frames of an earlier start wait for the hub", deviceId, left);
        }
        sender = new Thread(this::send, "spool-" + deviceId);
        sender.setDaemon(true);
        sender.start();
    }

    @Override
    public CompletableFuture<Void> publish(CameraFrame frame) {
        CompletableFuture<Void> accepted = new CompletableFuture<>();
        try {
            synchronized (this) {
                promised.put(spool.append(frame), accepted);
                notifyAll();
            }
        } catch (IOException e) {
            accepted.completeExceptionally(
                    new IOException("a frame cannot be kept for the hub, and is lost: " + e.getMessage(), e));
        }
        return accepted;
    }

    /** Past the frames that wait. */
    @Override
    public CompletableFuture<Void> announce(CameraFrame message) {
        return hub.announce(message);
    }

    @Override
    public long waiting() {
        return spool.waiting();
    }

    @Override
    public void reconnect() {
        hub.reconnect();
    }

    @Override
    public Optional<String> trouble() {
        return hub.trouble();
    }

    @Override
    public long dropped() {
        return spool.dropped();
    }

    private void send() {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                List<Spool.Waiting> batch = nextBatch();
                for (Spool.Waiting waiting : batch) {
                    if (holdsBack(waiting.index())) {
                        continue;
                    }
                    hub.publish(waiting.frame())
                            .whenComplete((accepted, failure) -> answered(waiting.index(), failure));
                }
                long before = spool.head();
                if (settleFailure()) {
                    pause = spool.head() > before ? FIRST_PAUSE : pause;
                    Thread.sleep(pause.toMillis());
                    pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                } else if (!batch.isEmpty()) {
                    pause = FIRST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("{}: frames that wait for the hub cannot be read: {}", deviceId, e.getMessage());
        }
    }

    /** Waits until there is something to send and room to send it. */
    private synchronized List<Spool.Waiting> nextBatch() throws IOException, InterruptedException {
        while (true) {
            giveUpDropped();
            int room = hub.framesAtATime() - underWay.size();
            if (failed) {
                return List.of();
            }
            if (room > 0) {
                List<Spool.Waiting> batch = spool.read(nextToSend, room);
                if (!batch.isEmpty()) {
                    batch.forEach(waiting -> underWay.put(waiting.index(), false));
                    nextToSend = batch.get(batch.size() - 1).index() + 1;
                    return batch;
                }
            }
            wait(FORCE_AFTER.toMillis());
            if (spool.waiting() > 0) {
                spool.force();
            }
        }
    }

    /** Behind a frame that has failed nothing is sent, so that it does not arrive before that one. */
    private synchronized boolean holdsBack(long index) {
        if (failed) {
            underWay.remove(index);
        }
        return failed;
    }

    private synchronized void answered(long index, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause == null || cause instanceof FrameRefusedException) {
            underWay.replace(index, true);
            CompletableFuture<Void> accepted = promised.remove(index);
            if (accepted != null && cause == null) {
                accepted.complete(null);
            } else if (accepted != null) {
                accepted.completeExceptionally(cause);
            } else if (cause != null) {
                LOG.warn("{}: a frame of an earlier start is lost: {}", deviceId, cause.getMessage());
            }
            forgetSent();
        } else {
            failed = true;
            underWay.remove(index);
        }
        notifyAll();
    }

    private void forgetSent() {
        try {
            while (!underWay.isEmpty() && underWay.firstEntry().getValue() && !failed) {
                spool.removeBefore(underWay.pollFirstEntry().getKey() + 1);
            }
        } catch (IOException e) {
            LOG.warn(
                    "{}: frames that were sent cannot be deleted, and will be sent again: {}",
                    deviceId,
                    e.getMessage());
        }
    }

    /** After a failure: waits for what is still under way, then goes back to the oldest frame that waits. */
    private synchronized boolean settleFailure() throws InterruptedException {
        if (!failed) {
            return false;
        }
        while (underWay.containsValue(false)) {
            wait();
        }
        failed = false;
        // those at the front that were accepted go; what was accepted behind a failure comes a second time
        underWay.keySet().removeIf(index -> index < spool.head());
        long head = spool.head();
        while (!underWay.isEmpty() && underWay.firstKey() == head) {
            underWay.pollFirstEntry();
            head++;
        }
        try {
            spool.removeBefore(head);
        } catch (IOException e) {
            LOG.warn("{}: {}", deviceId, e.getMessage());
        }
        underWay.clear();
        nextToSend = head;
        return true;
    }

    private void giveUpDropped() {
        long head = spool.head();
        promised.keySet().stream()
                .filter(index -> index < head && !underWay.containsKey(index))
                .toList()
                .forEach(index -> promised.remove(index)
                        .completeExceptionally(new FrameRefusedException(
                                "the hub was away for too long: the oldest frames that wait are dropped")));
        if (spool.dropped() > tellDroppedAbove) {
            LOG.warn("{}: {} frames dropped, since the hub was away for too long", deviceId, spool.dropped());
            tellDroppedAbove = spool.dropped() * 2;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Sends what can be sent within ten seconds; the rest goes out after the next start. */
    @Override
    public void close() {
        try {
            synchronized (this) {
                if (closing) {
                    return;
                }
                closing = true;
                long end = System.nanoTime() + CLOSE_LIMIT.toNanos();
                while (spool.waiting() > 0 && System.nanoTime() < end) {
                    wait(100);
                }
            }
            sender.interrupt();
            sender.join();
            hub.close();
            long left = spool.waiting();
            if (left > 0) {
                LOG.info("{}: {} frames wait for the next start", deviceId, left);
            }
            spool.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("{}: {}", deviceId, e.getMessage());
        }
    }
}
