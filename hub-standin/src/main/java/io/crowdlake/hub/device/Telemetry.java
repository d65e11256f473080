package io.crowdlake.hub.device;

import io.crowdlake.hub.identity.Identity;
import io.crowdlake.hub.telemetry.DeviceMessage;
import io.crowdlake.hub.telemetry.MessageProperties;
import io.crowdlake.hub.telemetry.TelemetrySink;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What devices send, within their limits, whichever way it came. A device that sends too fast is answered later and later, and refused once too much
 * of it waits. Its limit holds over all its connections. Safe for many threads.
 */
final class Telemetry {

    private final TelemetrySink sink;
    private final HubLimits limits;
    private final Clock clock;
    private final Map<String, RateLimit> rates = new ConcurrentHashMap<>();

    Telemetry(TelemetrySink sink, HubLimits limits, Clock clock) {
        this.sink = sink;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes a message.
     *
     * @return completes when it is kept and the device may be answered; with a ThrottledException when it has sent too many
     */
    CompletionStage<Void> accept(Identity sender, MessageProperties properties, byte[] body) {
        int bytes = body.length + properties.length();
        if (bytes > limits.messageBytes()) {
            throw new MessageTooLargeException("a message has " + bytes
                    + " bytes with its properties, must have at most " + limits.messageBytes());
        }
        Optional<Duration> turn =
                rates.computeIfAbsent(sender.deviceId(), this::rate).take();
        if (turn.isEmpty()) {
            return CompletableFuture.failedFuture(new ThrottledException(
                    sender.deviceId() + " sends more than " + limits.messagesPerSecond() + " messages per second"));
        }
        CompletionStage<Void> kept = sink.accept(new DeviceMessage(sender, properties, body, clock.instant()));
        return turn.get().isZero() ? kept : kept.thenCombine(after(turn.get()), (one, other) -> null);
    }

    private RateLimit rate(String deviceId) {
        return new RateLimit(limits.messagesPerSecond(), limits.messagesWaiting(), System::nanoTime);
    }

    private static CompletableFuture<Void> after(Duration time) {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS));
    }
}
