package io.crowdlake.device.hub;

import com.microsoft.azure.sdk.iot.device.IotHubStatusCode;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why a hub cannot be reached, in one line for whoever has installed the camera. */
final class HubTrouble {

    private HubTrouble() {}

    static String describe(DeviceIdentity identity, Throwable failure, Instant now) {
        String hub = "the hub at " + identity.hostName();
        if (isRefusal(failure)) {
            // the hub does not say which of them it is
            String proof = identity.usesCertificate() ? "certificate" : "key in " + identity.file();
            return hub + " refused " + identity.deviceId() + ": check that the " + proof
                    + " is this device's, that the device is registered and enabled, and the clock of this machine ("
                    + now + ")";
        }
        String words = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return unreachable(hub, identity, failure).orElse(hub + " cannot be reached (" + words + ")");
    }

    /** The same of the provisioning service, whose SDK does not tell a refusal from anything else. */
    static String describeRegistration(DeviceIdentity identity, Throwable failure) {
        String service = "the provisioning service at " + identity.hostName();
        return unreachable(service, identity, failure)
                .orElse(service + " did not take " + identity.deviceId()
                        + ": check IdScope, RegistrationId and the key or certificate in " + identity.file()
                        + ", and that there is a group for this device");
    }

    /** Why a picture could not be uploaded. */
    static String describeUpload(DeviceIdentity identity, Throwable failure) {
        String words = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return "pictures cannot be uploaded through the hub at " + identity.hostName() + " (" + words
                + "): check that the hub has a storage container for file upload, and that port 443 is open to both";
    }

    /** Whether the hub does not believe the device. */
    static boolean isRefusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IotHubClientException refused
                    && refused.getStatusCode() == IotHubStatusCode.UNAUTHORIZED) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> unreachable(String what, DeviceIdentity identity, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Optional.of("the certificate of " + what + " is not trusted (" + cause.getMessage()
                        + "): give its authority with --hub-ca");
            } else if (cause instanceof UnknownHostException) {
                return Optional.of(what + " is not known: check the name in " + identity.file() + ", and the network");
            } else if (cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SocketTimeoutException) {
                return Optional.of(what + " does not answer (" + cause.getMessage() + ")");
            }
        }
        return Optional.empty();
    }
}
