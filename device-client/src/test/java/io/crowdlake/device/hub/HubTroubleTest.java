package io.crowdlake.device.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.sdk.iot.device.IotHubStatusCode;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a camera says of the answers of its hub, and which of them are final. */
class HubTroubleTest {

    private static final DeviceIdentity DOOR = new DeviceIdentity("", "hub.example.org", "door", Path.of("door"), null);

    @Test
    void aHubThatIsSentTooMuchSaysSo() {
        assertThat(describe(answer(IotHubStatusCode.THROTTLED)))
                .isEqualTo("the hub at hub.example.org is sent more than it takes: send less with captureInterval or"
                        + " motionThreshold, or give the hub more units");
        assertThat(describe(answer(IotHubStatusCode.QUOTA_EXCEEDED)))
                .contains("has taken as many messages as it may today");
        assertThat(describe(new IotHubClientException(
                        IotHubStatusCode.THROTTLED, "the connection was ended", new IOException("amqp"))))
                .as("a connection that the hub has ended, for whatever reason")
                .isEqualTo("the hub at hub.example.org cannot be reached (the connection was ended)");
    }

    @ParameterizedTest
    @EnumSource(
            value = IotHubStatusCode.class,
            names = {"REQUEST_ENTITY_TOO_LARGE", "BAD_FORMAT"})
    void whatTheHubWillNeverTakeIsGivenUp(IotHubStatusCode status) {
        assertThat(HubTrouble.refusedForGood(answer(status)))
                .get()
                .extracting(FrameRefusedException::getMessage)
                .asString()
                .startsWith("the hub does not take this frame: ");
    }

    @ParameterizedTest
    @EnumSource(
            value = IotHubStatusCode.class,
            names = {"REQUEST_ENTITY_TOO_LARGE", "BAD_FORMAT"},
            mode = EnumSource.Mode.EXCLUDE)
    void everythingElseIsSentAgain(IotHubStatusCode status) {
        assertThat(HubTrouble.refusedForGood(answer(status))).isEmpty();
        assertThat(HubTrouble.refusedForGood(null)).isEmpty();
    }

    private static IotHubClientException answer(IotHubStatusCode status) {
        return new IotHubClientException(status, "the answer was " + status);
    }

    private static String describe(Exception failure) {
        return HubTrouble.describe(DOOR, failure, Instant.EPOCH);
    }
}
