package io.crowdlake.device.edge;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.device.hub.DeviceControl;
import io.crowdlake.device.hub.FramePublisher;
import io.crowdlake.device.hub.FrameRefusedException;
import io.crowdlake.device.hub.Transport;
import io.crowdlake.inference.AnalysisException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sends the analysis of a frame instead of the frame while the configuration says so; a picture that cannot be analysed stays where it is. */
final class EdgePublisher implements FramePublisher {

    private final DeviceControl control;
    private final EdgeAnalyzer analyzer;
    private final FramePublisher hub;

    /** Takes over the way to the hub; the analyzer belongs to all cameras of the program. */
    EdgePublisher(DeviceControl control, EdgeAnalyzer analyzer, FramePublisher hub) {
        this.control = control;
        this.analyzer = analyzer;
        this.hub = hub;
    }

    @Override
    public CompletableFuture<Void> publish(CameraFrame frame) {
        if (control.transport() != Transport.EDGE) {
            return hub.publish(frame);
        }
        try {
            return hub.publish(analyzer.analyze(frame));
        } catch (AnalysisException e) {
            return CompletableFuture.failedFuture(
                    new FrameRefusedException("a frame cannot be analysed, and is lost: " + e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("the analyzer failed, and the frame is lost: " + e, e));
        }
    }

    @Override
    public CompletableFuture<Void> announce(CameraFrame message) {
        return hub.announce(message);
    }

    @Override
    public long waiting() {
        return hub.waiting();
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
        return hub.dropped();
    }

    @Override
    public void close() {
        hub.close();
    }
}
