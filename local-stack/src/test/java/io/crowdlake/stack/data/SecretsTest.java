package io.crowdlake.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path temporary;

    @Test
    void areMadeOnceAndReadableByTheirOwnerOnly() throws IOException {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        Secrets secrets = new Secrets(folder);

        String connectionString = secrets.hubConnectionString();

        assertThat(connectionString)
                .matches("Endpoint=sb://127\\.0\\.0\\.1/;SharedAccessKeyName=local;SharedAccessKey=[A-Za-z0-9+/]{43}=");
        assertThat(new Secrets(folder).hubConnectionString()).isEqualTo(connectionString);
        assertThat(secrets.catalogPassword()).hasSize(44).isNotEqualTo(connectionString);
        for (Path file : new Path[] {secrets.hubConnectionStringFile(), secrets.catalogPasswordFile()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void everyDataFolderHasItsOwn() {
        Secrets one = new Secrets(new DataFolder(temporary.resolve("one")).create());
        Secrets other = new Secrets(new DataFolder(temporary.resolve("other")).create());
        assertThat(one.hubConnectionString()).isNotEqualTo(other.hubConnectionString());
    }
}
