package io.crowdlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogSettingsTest {

    private static final String URI = "jdbc:postgresql://127.0.0.1:1/iceberg?password=hidden";
    private static final String WAREHOUSE = "file:///tmp/warehouse";

    @TempDir
    private Path folder;

    @Test
    void theNameHasADefault() {
        assertThat(settings(URI, WAREHOUSE, null).name()).isEqualTo("lake");
    }

    @Test
    void whatIsMissingOrOddIsNamedByTheJobsOption() {
        assertThatThrownBy(() -> settings(null, WAREHOUSE, null))
                .hasMessageStartingWith("lake.catalog-uri is missing: set it to");
        assertThatThrownBy(() -> settings("http://127.0.0.1?password=hidden", WAREHOUSE, null))
                .hasMessageStartingWith("lake.catalog-uri is http://127.0.0.1: set it to a JDBC address")
                .hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> settings(URI, null, null))
                .hasMessageStartingWith("lake.warehouse is missing: set it to a URI");
        assertThatThrownBy(() -> settings(URI, "/tmp/warehouse", null))
                .hasMessageStartingWith("lake.warehouse is /tmp/warehouse: set it to a URI such as file:///");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsOneLineWithoutThePassword() {
        assertThatThrownBy(() -> LakeCatalogs.open(settings(URI, WAREHOUSE, null)))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith(
                        "lake.catalog-uri is jdbc:postgresql://127.0.0.1:1/iceberg, which cannot be opened (")
                .hasMessageContaining("start the database")
                .hasMessageNotContainingAny("hidden", "\n");
    }

    @Test
    void anUnreadablePasswordFileIsNamed() throws IOException {
        Path missing = folder.resolve("secret");
        assertThatThrownBy(() -> LakeCatalogs.open(settings(URI, WAREHOUSE, missing)))
                .hasMessage("lake.catalog-password-file is " + missing
                        + ", which cannot be read (NoSuchFileException): name a file whose first line is the password");

        Files.writeString(missing, "\n");
        assertThatThrownBy(() -> LakeCatalogs.open(settings(URI, WAREHOUSE, missing)))
                .hasMessage("lake.catalog-password-file is " + missing
                        + ", which is empty: write the password into its first line");
    }

    @Test
    void anotherTrinoAddressIsRefused() {
        assertThatThrownBy(() -> new TrinoSettings("http://127.0.0.1:8080", null, null))
                .hasMessage(
                        "trino.url is http://127.0.0.1:8080: set it to an address such as jdbc:trino://127.0.0.1:8080");
        assertThat(new TrinoSettings("jdbc:trino://127.0.0.1:8080?x=y", null, null).displayUrl())
                .isEqualTo("jdbc:trino://127.0.0.1:8080");
    }

    @Test
    void aTrinoThatDoesNotAnswerIsOneLine() {
        assertThatThrownBy(() -> Views.apply(
                        TestingCatalogs.inMemory(),
                        TestingCatalogs.NAMESPACE,
                        new TrinoSettings("jdbc:trino://127.0.0.1:1?clientInfo=x", null, null),
                        ViewParameters.DEFAULT))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("trino.url is jdbc:trino://127.0.0.1:1, which does not answer (")
                .hasMessageNotContaining("\n");
    }

    private static CatalogSettings settings(String uri, String warehouse, Path passwordFile) {
        return new CatalogSettings(null, uri, "crowdlake", passwordFile, warehouse, Map.of());
    }
}
