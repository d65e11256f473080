package io.crowdlake.hub.device;

import io.crowdlake.hub.https.DeviceRequest;
import io.crowdlake.hub.https.Reply;
import io.crowdlake.hub.https.Route;
import io.crowdlake.hub.identity.Identity;
import io.crowdlake.hub.identity.RefusedException;
import io.crowdlake.hub.registry.Authenticator;
import io.crowdlake.hub.telemetry.MessageProperties;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Messages over HTTPS.
 *
 * <pre>
 * POST /devices/{id}/messages/events         takes one; its properties are headers
 * GET  /devices/{id}/messages/devicebound    there is none: a device that wants to be told something needs a connection that stays
 * </pre>
 */
public final class MessageRoute implements Route {

    private final DeviceHub hub;
    private final Authenticator authenticator;

    public MessageRoute(DeviceHub hub, Authenticator authenticator) {
        this.hub = hub;
        this.authenticator = authenticator;
    }

    @Override
    public Optional<CompletionStage<Reply>> answer(DeviceRequest request) throws RefusedException {
        List<String> path = request.parts();
        if (path.size() != 4 || !path.get(0).equals("devices") || !path.get(2).equals("messages")) {
            return Optional.empty();
        }
        String what = request.method() + " " + path.get(3);
        if (!what.equals("POST events") && !what.equals("GET devicebound")) {
            return Optional.empty();
        }
        Identity sender = authenticator.authenticate(path.get(1), request.token(), request.certificates());
        hub.heard(sender.deviceId());
        return Optional.of(
                what.equals("POST events") ? take(sender, request) : CompletableFuture.completedFuture(Reply.NOTHING));
    }

    private CompletionStage<Reply> take(Identity sender, DeviceRequest request) {
        try {
            return hub.telemetry()
                    .accept(sender, MessageProperties.ofHeaders(request.headers()), request.body())
                    .handle((taken, failure) -> failure == null ? Reply.NOTHING : refusal(failure));
        } catch (MessageTooLargeException e) {
            return CompletableFuture.completedFuture(new Reply(413, e.getMessage()));
        }
    }

    private static Reply refusal(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return new Reply(cause instanceof ThrottledException ? 429 : 503, String.valueOf(cause.getMessage()));
    }
}
