package io.crowdlake.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crowdlake.evaluation.report.BoxesReport;
import io.crowdlake.inference.AnalyzerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The built-in bundle on labelled clips, where they are: {@code -Dcrowdlake.data=FOLDER}, or shared/data beside the checkout. */
class FootageTest {

    private static final Path CLIPS =
            Path.of(System.getProperty("crowdlake.data", "../../shared/data")).resolve("footage");

    @Test
    void findsTheFacesOfPeopleNearTheCamera() {
        assumeTrue(Files.exists(CLIPS.resolve("boxes.json")), () -> CLIPS + " has no boxes.json; set -Dcrowdlake.data");
        BoxesReport report = (BoxesReport) Evaluation.run(
                new EvaluationSettings(EvaluationSet.BOXES, CLIPS, AnalyzerSettings.defaults(), Long.MAX_VALUE),
                (done, all) -> {});
        assertThat(report.counts().measured()).isEqualTo(report.counts().labelled());
        assertThat(report.counts().problems()).isEmpty();
        assertThat(report.faces()).isEqualTo(146);
        assertThat(report.averagePrecision().value()).isGreaterThan(0.95);
    }
}
