package io.crowdlake.inference.flink;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.types.Row;

/**
 * The faces in a JPEG, for jobs that are written in SQL.
 *
 * <pre>{@code
 * CREATE FUNCTION analyze_faces AS 'io.crowdlake.inference.flink.FaceAnalysisSqlFunction';
 * SELECT device_id, face.gender, face.age FROM frames CROSS JOIN UNNEST(analyze_faces(jpeg)) AS face;
 * }</pre>
 *
 * <p>NULL for NULL and for bytes that are no picture; an empty array for a picture without faces. The box is given as fractions of the
 * picture; age, in years, is NULL where it is unknown. Another model bundle is set as job parameter {@code model.bundle}
 * ({@code SET 'pipeline.global-job-parameters' = 'model.bundle:/opt/models/faces'}), another precision as {@code model.precision}.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ARRAY<ROW<x DOUBLE, y DOUBLE, width DOUBLE, height DOUBLE, score DOUBLE, age DOUBLE, age_band STRING,"
                                + " age_confidence DOUBLE, gender STRING, gender_confidence DOUBLE, emotion STRING,"
                                + " emotion_confidence DOUBLE>>"))
public final class FaceAnalysisSqlFunction extends ScalarFunction {

    private static final long serialVersionUID = 1;

    private transient FaceAnalyzer analyzer;

    @Override
    public void open(FunctionContext context) {
        AnalyzerSettings settings = AnalyzerSettings.ofBundle(
                        context.getJobParameter("model.bundle", AnalyzerSettings.BUILT_IN_BUNDLE))
                .withPrecision(precision(
                        context.getJobParameter("model.precision", AnalyzerSettings.DEFAULT_PRECISION.label())));
        analyzer = FaceAnalyzer.open(ModelBundle.load(settings.modelBundle()), settings);
    }

    /** The SQL function itself. */
    public Row[] eval(byte[] jpeg) {
        if (jpeg == null) {
            return null;
        }
        try {
            List<DetectedFace> faces = analyzer.faces(analyzer.decode(jpeg));
            return faces.stream().map(FaceAnalysisSqlFunction::row).toArray(Row[]::new);
        } catch (AnalysisException e) {
            return null;
        }
    }

    @Override
    public void close() {
        if (analyzer != null) {
            analyzer.close();
        }
    }

    private static Precision precision(String label) {
        return Arrays.stream(Precision.values())
                .filter(precision -> precision.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("model.precision is " + label + ", must be one of int8, fp32"));
    }

    private static Row row(DetectedFace face) {
        FaceAttributes attributes = face.attributes();
        return Row.of(
                face.box().x(),
                face.box().y(),
                face.box().width(),
                face.box().height(),
                face.score(),
                attributes.ageYears(),
                attributes.ageBand().label(),
                attributes.ageConfidence(),
                attributes.gender().label(),
                attributes.genderConfidence(),
                attributes.emotion().label(),
                attributes.emotionConfidence());
    }
}
