package io.crowdlake.device.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a technician is told whose connection string cannot be right: one line with the file and the remedy. */
class DeviceIdentityTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void readsWhatTheHubsPortalShows() throws Exception {
        DeviceIdentity identity = read("HostName=shop.azure-devices.net;DeviceId=door;SharedAccessKey=YQ==\n");
        assertThat(identity.hostName()).isEqualTo("shop.azure-devices.net");
        assertThat(identity.deviceId()).isEqualTo("door");
        assertThat(identity.usesCertificate()).isFalse();
        assertThat(identity.toString()).isEqualTo("DeviceIdentity[door at shop.azure-devices.net]");
        assertThat(read("HostName=shop.azure-devices.net;DeviceId=door;x509=true")
                        .usesCertificate())
                .isTrue();
    }

    @Test
    void readsARegistrationAsWell() throws Exception {
        DeviceIdentity identity = read("IdScope=0ne1;RegistrationId=door;SharedAccessKey=YQ==");
        assertThat(identity.deviceId()).isEqualTo("door");
        assertThat(identity.hostName()).isEqualTo("global.azure-devices-provisioning.net");
        assertThat(identity.at("shop.azure-devices.net", "door-1").connectionString())
                .isEqualTo("HostName=shop.azure-devices.net;DeviceId=door-1;SharedAccessKey=YQ==");
        assertRefused("IdScope=0ne1;SharedAccessKey=YQ==", "must be IdScope=<scope>;RegistrationId=<id>");
        assertRefused("IdScope=0ne1;RegistrationId=door", "holds no registration of a device");
    }

    @Test
    void whatIsNoConnectionString() {
        assertRefused("", "holds no connection string of a device");
        assertRefused(
                "HostName=shop.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=YQ==", "of a device");
        assertRefused("HostName=shop;DeviceId=door;SharedAccessKey=YQ==", "must be HostName=<hub>;DeviceId=<id>");
        assertThatThrownBy(() -> DeviceIdentity.read(folder.resolve("none"), NOON))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("none cannot be read: check the path");
    }

    @Test
    void aTokenThatHasExpiredOrIsAnotherDevices() throws Exception {
        String token = "HostName=shop.azure-devices.net;DeviceId=door;SharedAccessSignature="
                + "SharedAccessSignature sr=shop.azure-devices.net%2Fdevices%2Fdoor&sig=x&se=";
        assertThat(read(token + 1_800_000_000).deviceId()).isEqualTo("door");
        assertRefused(token + 1_700_000_000, "expired at 2023-11-14T22:13:20Z: write a new one there");
        assertRefused((token + 1_800_000_000).replace("Fdoor", "Ftill"), "is another device's, not door's");
    }

    private DeviceIdentity read(String text) throws IOException, HubException {
        return DeviceIdentity.read(Files.writeString(folder.resolve("door"), text), NOON);
    }

    private void assertRefused(String text, String words) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(HubException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("sig=");
    }
}
