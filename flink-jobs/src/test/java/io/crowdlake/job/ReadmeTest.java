package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theDrawingIsThatOfTheJob() {
        assertThat(Drawing.ofMarkdown(Path.of("README.md")).arrows())
                .isEqualTo(Drawing.of(CrowdAnalyticsJob.class).arrows());
    }
}
