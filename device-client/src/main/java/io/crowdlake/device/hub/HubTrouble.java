package io.crowdlake.device.hub;

import com.microsoft.azure.sdk.iot.device.IotHubStatusCode;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
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
        return tooMuch(hub, failure)
                .or(() -> unreachable(hub, identity, failure))
                .orElse(hub + " cannot be reached (" + words + ")");
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
        return says(failure, IotHubStatusCode.UNAUTHORIZED);
    }

    /** Why the hub will never take a frame, however often it is sent; empty for other failures, and for none. */
    static Optional<FrameRefusedException> refusedForGood(IotHubClientException failure) {
        return says(failure, IotHubStatusCode.REQUEST_ENTITY_TOO_LARGE, IotHubStatusCode.BAD_FORMAT)
                ? Optional.of(new FrameRefusedException("the hub does not take this frame: " + failure.getMessage()))
                : Optional.empty();
    }

    private static boolean says(Throwable failure, IotHubStatusCode... any) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IotHubClientException answer && List.of(any).contains(answer.getStatusCode())) {
                return true;
            }
        }
        return false;
    }

    /** The answer to a message. The end of a connection has a cause, and may have the same status for another reason. */
    private static Optional<String> tooMuch(String hub, Throwable failure) {
        if (failure.getCause() != null) {
            return Optional.empty();
        } else if (says(failure, IotHubStatusCode.THROTTLED)) {
            return Optional.of(
                    hub + " is sent more than it takes: send less with captureInterval or motionThreshold, or"
                            + " give the hub more units");
        } else if (says(failure, IotHubStatusCode.QUOTA_EXCEEDED)) {
            return Optional.of(hub + " has taken as many messages as it may today: it goes on at midnight UTC, or with"
                    + " more units");
        }
        return Optional.empty();
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
