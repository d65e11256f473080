package io.crowdlake.job.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;

class OptionsPageTest {

    private static final Path PAGE = Path.of("../docs/options.md");

    @Test
    void pageIsUpToDate() throws IOException {
        if (Boolean.getBoolean("crowdlake.update-docs")) {
            Files.writeString(PAGE, OptionsPage.markdown());
        }
        assertThat(PAGE)
                .as("docs/options.md; write it anew with -Dcrowdlake.update-docs=true")
                .content()
                .isEqualTo(OptionsPage.markdown());
    }

    @Test
    void everyOptionIsDescribedInASentence() {
        assertThat(JobOptions.ALL).allSatisfy(option -> assertThat(OptionsPage.markdown())
                .containsPattern("\\| `" + option.key() + "(\\.KEY)?` \\| .* \\| [A-Za-z]+.*\\. \\|\n"));
    }

    @Test
    void keysAreLowerCaseWordsAndNoneIsTwice() {
        assertThat(JobOptions.ALL.stream().map(ConfigOption::key))
                .allMatch(key -> key.matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)?"))
                .doesNotHaveDuplicates();
    }
}
