package io.crowdlake.device.edge;

import io.crowdlake.device.config.TransportCheck;
import io.crowdlake.device.hub.Transport;
import java.util.Optional;

/** Which ways there are for the cameras of a program. */
public final class SendingWays implements TransportCheck {

    private final EdgeAnalyzer analyzer;
    private final boolean uploads;

    /**
     * @param uploads whether the hub takes files
     */
    public SendingWays(EdgeAnalyzer analyzer, boolean uploads) {
        this.analyzer = analyzer;
        this.uploads = uploads;
    }

    @Override
    public Optional<String> refusal(Transport transport) {
        return switch (transport) {
            case INLINE -> Optional.empty();
            case REFERENCE -> uploads ? Optional.empty() : Optional.of("only a hub takes files: give one with --hub");
            case EDGE -> analyzer.refusal();
        };
    }
}
