package io.crowdlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationSourceTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderGivesItsSqlFiles() throws IOException {
        Files.writeString(folder.resolve("V002__b.sql"), "b");
        Files.writeString(folder.resolve("V001__a.sql"), "a");
        Files.writeString(folder.resolve("README.md"), "no migration");

        assertThat(MigrationSource.folder(folder).migrations())
                .containsExactly(new Migration(1, "V001__a.sql", "a"), new Migration(2, "V002__b.sql", "b"));
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> MigrationSource.folder(folder.resolve("none")).migrations())
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("none is not there: name a folder of V001__name.sql files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits.sql", "V1__visits.sql", "V000__visits.sql", "V001_visits.sql", "V001__Visits.sql"})
    void aNameWithoutVersionIsRefused(String fileName) {
        assertThatThrownBy(() -> Migration.of(fileName, ""))
                .hasMessage("migration " + fileName + " has no version in its name: call it like V007__add_zone.sql");
    }

    @Test
    void filesAreReadFromJarsToo() throws IOException {
        Path jar = folder.resolve("some jar.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("io/crowdlake/lake/migrations/"));
            zip.putNextEntry(new ZipEntry("io/crowdlake/lake/migrations/V001__a.sql"));
            zip.write("in a jar".getBytes(StandardCharsets.UTF_8));
        }

        URI inJar = URI.create("jar:" + jar.toUri() + "!/io/crowdlake/lake/migrations");
        assertThat(SqlFiles.at(inJar.toURL())).containsOnlyKeys("V001__a.sql").containsValue("in a jar");
        assertThat(SqlFiles.at(folder.toUri().toURL())).isEmpty();
    }
}
