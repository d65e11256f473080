package io.crowdlake.hub.https;

import io.crowdlake.hub.identity.RefusedException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Answers some of the requests. */
@FunctionalInterface
public interface Route {

    /**
     * Answers a request, or leaves it to others.
     *
     * @return empty for a request that is not for it
     * @throws RefusedException for a device that has not proved who it is
     * @throws IllegalArgumentException with one line when the request cannot be understood
     */
    Optional<CompletionStage<Reply>> answer(DeviceRequest request) throws RefusedException, IOException;
}
