package io.crowdlake.hub.provisioning;

import io.crowdlake.hub.https.DeviceRequest;
import io.crowdlake.hub.https.Reply;
import io.crowdlake.hub.https.Route;
import io.crowdlake.hub.identity.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The provisioning service over HTTPS.
 *
 * <pre>
 * PUT /{id scope}/registrations/{registration}/register           registers the device
 * GET /{id scope}/registrations/{registration}/operations/{id}    tells it its hub
 * </pre>
 */
public final class ProvisioningRoute implements Route {

    private final Provisioning provisioning;

    public ProvisioningRoute(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    @Override
    public Optional<CompletionStage<Reply>> answer(DeviceRequest request) throws RefusedException {
        List<String> path = request.parts();
        boolean registers = request.method().equals("PUT")
                && path.size() == 4
                && path.get(3).equals("register");
        boolean asks = request.method().equals("GET")
                && path.size() == 5
                && path.get(3).equals("operations");
        if (!(registers || asks) || !path.get(1).equals("registrations")) {
            return Optional.empty();
        }
        Registration registration =
                provisioning.admit(path.get(0), path.get(2), request.token(), request.certificates());
        return Optional.of(CompletableFuture.completedFuture(
                registers
                        ? new Reply(202, registration.begin().toString())
                        : new Reply(200, registration.result(path.get(4)).toString())));
    }
}
