package io.crowdlake.inference.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.inference.Pictures;
import io.crowdlake.inference.TinyBundle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

class FaceAnalysisSqlFunctionIT {

    @Test
    void aSqlJobSeesFacesAsRows() throws Exception {
        TableEnvironment tables = environment();

        List<Row> faces = query(
                tables,
                "SELECT id, gender, age_band, emotion, x, score FROM (VALUES (1, " + literal(Pictures.oneFace())
                        + "), (2, "
                        + literal(Pictures.jpeg(Pictures.black(64, 48)))
                        + ")) AS frames(id, jpeg) CROSS JOIN UNNEST(analyze_faces(jpeg)) AS face");

        assertThat(faces).hasSize(1);
        Row face = faces.get(0);
        assertThat(face.getFieldAs("id").toString()).isEqualTo("1");
        assertThat(face.getFieldAs("gender").toString()).isEqualTo("female");
        assertThat(face.getFieldAs("age_band").toString()).isEqualTo("30-39");
        assertThat(face.getFieldAs("emotion").toString()).isEqualTo("happiness");
        assertThat((double) face.getFieldAs("x")).isBetween(0.11, 0.14);
        assertThat((double) face.getFieldAs("score")).isEqualTo(0.9);
    }

    @Test
    void whatIsNoPictureIsNullAndTheQueryGoesOn() throws Exception {
        List<Row> counts = query(
                environment(),
                "SELECT id, CARDINALITY(analyze_faces(jpeg)) AS faces FROM (VALUES (1, " + literal(Pictures.oneFace())
                        + "), (2, X'00'), (3, CAST(NULL AS BYTES))) AS frames(id, jpeg)");

        assertThat(counts).containsExactlyInAnyOrder(Row.of(1, 1), Row.of(2, null), Row.of(3, null));
    }

    @Test
    void thePrecisionIsAJobParameter() throws Exception {
        // The tiny bundle's quantised network tells years in steps of four.
        assertThat(age("int8")).isEqualTo(32);
        assertThat(age("fp32")).isBetween(30.0, 34.0).isNotEqualTo(32);
        assertThatThrownBy(() -> age("fp16"))
                .rootCause()
                .hasMessageContaining("model.precision is fp16, must be one of int8, fp32");
    }

    private static double age(String precision) throws Exception {
        List<Row> faces = query(
                environment(Map.of("model.bundle", TinyBundle.URI, "model.precision", precision)),
                "SELECT age FROM (VALUES (1, " + literal(Pictures.oneFace())
                        + ")) AS frames(id, jpeg) CROSS JOIN UNNEST(analyze_faces(jpeg)) AS face");
        return faces.get(0).getFieldAs("age");
    }

    private static TableEnvironment environment() {
        return environment(Map.of("model.bundle", TinyBundle.URI));
    }

    private static TableEnvironment environment(Map<String, String> parameters) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GLOBAL_JOB_PARAMETERS, parameters);
        TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.newInstance()
                .inBatchMode()
                .withConfiguration(configuration)
                .build());
        tables.executeSql(
                "CREATE TEMPORARY FUNCTION analyze_faces AS '" + FaceAnalysisSqlFunction.class.getName() + "'");
        return tables;
    }

    private static List<Row> query(TableEnvironment tables, String sql) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (CloseableIterator<Row> results = tables.executeSql(sql).collect()) {
            results.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static String literal(byte[] bytes) {
        return "CAST(X'" + HexFormat.of().formatHex(bytes) + "' AS BYTES)";
    }
}
