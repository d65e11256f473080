package io.crowdlake.hub.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCertificatesTest {

    @TempDir
    Path folder;

    @Test
    void areMadeOnceAndReadableByTheirOwnerOnly() throws Exception {
        Path own = folder.resolve("certificates");
        HubCertificates first = HubCertificates.ensure(own, "127.0.0.9", Clock.systemUTC());
        HubCertificates second = HubCertificates.ensure(own, "127.0.0.9", Clock.systemUTC());

        assertThat(second.server().certificate()).isEqualTo(first.server().certificate());
        assertThat(second.server().key()).isEqualTo(first.server().key());
        first.server()
                .certificate()
                .verify(first.authority().own().certificate().getPublicKey());
        for (String file : new String[] {"ca.pem", "ca-key.pem", "server.pem", "server-key.pem"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(first.server().toString()).isEqualTo("Credential[CN=127.0.0.9]");
    }

    @Test
    void theServersIsMadeAnewForAnotherAddressAndInTime() throws Exception {
        HubCertificates first = HubCertificates.ensure(folder, "127.0.0.9", Clock.systemUTC());
        HubCertificates moved = HubCertificates.ensure(folder, "127.0.0.10", Clock.systemUTC());
        HubCertificates later =
                HubCertificates.ensure(folder, "127.0.0.10", Clock.offset(Clock.systemUTC(), Duration.ofDays(350)));

        assertThat(moved.server().certificate()).isNotEqualTo(first.server().certificate());
        assertThat(later.server().certificate()).isNotEqualTo(moved.server().certificate());
        assertThat(later.authority().own().certificate())
                .isEqualTo(first.authority().own().certificate());
    }
}
