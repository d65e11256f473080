package io.crowdlake.device;

import io.crowdlake.device.source.CameraSource;
import io.crowdlake.device.source.CapturedFrame;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Frames of one byte, ten a second; can be live and can break. */
final class FakeSource implements CameraSource {

    static final Duration INTERVAL = Duration.ofMillis(100);

    private final int frames;
    private final boolean live;
    private final int breaksAt;
    private int next;
    Instant start;
    boolean closed;

    FakeSource(int frames) {
        this(frames, false, Integer.MAX_VALUE);
    }

    FakeSource(int frames, boolean live, int breaksAt) {
        this.frames = frames;
        this.live = live;
        this.breaksAt = breaksAt;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public double framesPerSecond() {
        return 10;
    }

    @Override
    public Optional<Duration> length() {
        return live ? Optional.empty() : Optional.of(INTERVAL.multipliedBy(frames));
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public void begin(String deviceId, String bootId, Instant startedAt) {
        start = startedAt;
    }

    @Override
    public Optional<CapturedFrame> next() throws IOException {
        if (next == breaksAt) {
            throw new IOException("unplugged\nat the wall");
        }
        if (next == frames) {
            return Optional.empty();
        }
        return Optional.of(new CapturedFrame(new byte[] {(byte) next}, INTERVAL.multipliedBy(next++)));
    }

    @Override
    public void close() {
        closed = true;
    }
}
