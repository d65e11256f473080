package io.crowdlake.device.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentGroupTest {

    /** The example of Azure's documentation on symmetric key attestation. */
    private static final String KEY =
            "8isrFI1sGsIlvvFSSFRiMfCNzv21fjbE/+ah/lSh3lF8e2YG1Te7w1KpZhJFFXJrqYKi9yegxkqIChbqOS9Egw==";

    @TempDir
    Path folder;

    @Test
    void theKeyOfADeviceIsDerivedAsAzureDoes() throws Exception {
        DeviceIdentity device =
                group("IdScope=0ne1;SharedAccessKey=" + KEY).device("sn-007-888-abc-mac-a1-b2-c3-d4-e5-f6");

        assertThat(device.registration().key()).isEqualTo("Jsm0lyGpjaVYVP2g3FnmnmG9dI/9qU24wNoykUmermc=");
        assertThat(device.deviceId()).isEqualTo("sn-007-888-abc-mac-a1-b2-c3-d4-e5-f6");
        assertThat(device.hostName()).isEqualTo(Registration.AZURE);
    }

    @Test
    void aRegistrationOfOneDeviceIsNoGroup() throws Exception {
        Path file =
                Files.writeString(folder.resolve("door"), "IdScope=0ne1;RegistrationId=door;SharedAccessKey=" + KEY);

        assertThat(EnrolmentGroup.isGroup(DeviceIdentity.fields(file))).isFalse();
    }

    @Test
    void whatIsNoKeyIsOneLineAndTheSecretIsNotTold() throws Exception {
        EnrolmentGroup group = group("IdScope=0ne1;SharedAccessKey=not base64");

        assertThatThrownBy(() -> group.device("door"))
                .isInstanceOf(HubException.class)
                .hasMessage("--hub: the SharedAccessKey in " + folder.resolve("group") + " is no key in base64");
        assertThat(group("IdScope=0ne1;SharedAccessKey=" + KEY).toString()).doesNotContain(KEY);
    }

    private EnrolmentGroup group(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("group"), text);
        return EnrolmentGroup.of(DeviceIdentity.fields(file), file);
    }
}
