package io.crowdlake.device.config;

import io.crowdlake.device.hub.Transport;
import java.util.Optional;

/** Whether this camera can send in some way at all. */
public interface TransportCheck {

    /** Every way will do. */
    TransportCheck ANY = transport -> Optional.empty();

    /** Why not, in one line; empty when it can. May take a few seconds, as it tries. */
    Optional<String> refusal(Transport transport);
}
