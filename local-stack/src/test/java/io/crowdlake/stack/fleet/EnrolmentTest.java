package io.crowdlake.stack.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.service.auth.AuthenticationType;
import io.crowdlake.hub.certificate.CertificateAuthority;
import io.crowdlake.hub.certificate.Credential;
import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolmentTest {

    @TempDir
    Path folder;

    @Test
    void aRowIsACameraAndAColumnATag() throws IOException {
        Path csv = csv("""
                device_id,site,zone,timeZone,floor
                door-1,"Saint-Denis, Nord",entrance,Europe/Paris,0

                till-1,Lyon,,,
                """);
        assertThat(Enrolment.read(csv))
                .containsExactly(
                        new Enrolment(
                                "door-1",
                                Proof.KEY,
                                Map.of(
                                        "site", "Saint-Denis, Nord",
                                        "zone", "entrance",
                                        "timeZone", "Europe/Paris",
                                        "floor", 0)),
                        new Enrolment("till-1", Proof.KEY, Map.of("site", "Lyon")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id;door | row 1: has no column device_id",
                "device_id;door 1 | row 1: device id 'door 1' must have",
                "device_id;../door | row 1: device id '../door' must have",
                "device_id,timeZone;door,CET;till,Mars | row 2: timeZone is Mars, must be a time zone",
                "device_id,x509;door,none.pem | row 1: x509 must be ca, a thumbprint of 40 or 64 hexadecimal digits",
            })
    void whatIsWrongIsToldWithItsRow(String text, String words) throws IOException {
        Path csv = csv(text.replace(';', '\n'));
        assertThatThrownBy(() -> Enrolment.read(csv))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aCameraMaySignInWithACertificate() throws IOException {
        Credential gate = CertificateAuthority.create("somebody").issueDevice("gate");
        gate.write(folder, "gate");
        String thumbprint = "AB:cd".repeat(16);
        Path csv = csv("device_id,x509,site\ndoor,,Lyon\nyard,ca,\ngate,gate.pem,\nroof," + thumbprint + ",\n");

        List<Enrolment> all = Enrolment.read(csv);
        assertThat(all).extracting(Enrolment::proof).element(0).isEqualTo(Proof.KEY);
        assertThat(all)
                .extracting(one -> one.proof().type())
                .containsExactly(
                        AuthenticationType.SAS,
                        AuthenticationType.CERTIFICATE_AUTHORITY,
                        AuthenticationType.SELF_SIGNED,
                        AuthenticationType.SELF_SIGNED);
        assertThat(all.get(2).proof().thumbprint()).hasSize(64).matches("[0-9a-f]+");
        assertThat(all.get(3).proof().thumbprint()).isEqualTo("abcd".repeat(16));
        assertThat(all)
                .extracting(Enrolment::tags)
                .containsExactly(Map.of("site", "Lyon"), Map.of(), Map.of(), Map.of());
    }

    @Test
    void aKeyThatWasGivenByMistakeIsNotRepeated() throws IOException {
        CertificateAuthority.create("somebody").issueDevice("gate").write(folder, "gate");
        String key = Files.readString(folder.resolve("gate-key.pem"));
        for (String text : new String[] {key, "gate-key.pem"}) {
            assertThatThrownBy(() -> Proof.parse(text, folder))
                    .isInstanceOf(StackException.class)
                    .hasMessage(
                            "x509 must be ca, a thumbprint of 40 or 64 hexadecimal digits, or a file with a certificate in"
                                    + " PEM");
        }
    }

    @Test
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> Enrolment.read(folder.resolve("none.csv")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("--csv is ")
                .hasMessageContaining("must be a table in CSV");
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("cameras.csv"), text);
    }
}
