package io.crowdlake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TableDictionaryTest {

    private static final Path PAGE = Path.of("..", "docs", "tables.md");

    @Test
    void thePageIsWhatTheFilesSay() throws IOException {
        String page = TableDictionary.markdown();
        if (Boolean.getBoolean("crowdlake.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("write it with: mvn -pl lakehouse-ddl test -Dtest=TableDictionaryTest -Dcrowdlake.docs.write=true")
                .exists()
                .content()
                .isEqualTo(page);
    }
}
