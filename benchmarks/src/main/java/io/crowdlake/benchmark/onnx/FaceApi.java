package io.crowdlake.benchmark.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The two networks of <a href="https://github.com/justadudewhohacks/face-api.js">face-api.js</a> that tell age and gender, and expression. */
public final class FaceApi implements AutoCloseable {

    /** Side of a crop in pixels. */
    public static final int INPUT_SIZE = 112;

    private final OnnxNetwork ageGender;
    private final OnnxNetwork expression;
    private ByteBuffer input = ByteBuffer.allocateDirect(0);

    /**
     * What they say about a number of faces, one row after the other.
     *
     * @param ages years, one for each face
     * @param genders probabilities, male and female for each face
     * @param expressions probabilities of neutral, happiness, sadness, anger, fear, disgust and surprise for each face
     */
    public record Answers(float[] ages, float[] genders, float[] expressions) {}

    FaceApi(OnnxRuntime runtime, BaselineFolder files) {
        ageGender = new OnnxNetwork(runtime, files.ageGender(), "faces", List.of("age", "gender"));
        try {
            expression = new OnnxNetwork(runtime, files.expression(), "faces", List.of("expression"));
        } catch (RuntimeException e) {
            ageGender.close();
            throw e;
        }
    }

    /** Describes all faces in one run of each network; crops are blue, green, red, row after row. */
    public Answers describe(byte[] crops, int count) {
        if (count == 0) {
            return new Answers(new float[0], new float[0], new float[0]);
        }
        if (input.capacity() < crops.length) {
            input = ByteBuffer.allocateDirect(crops.length).order(ByteOrder.nativeOrder());
        }
        input.clear().put(crops).flip();
        List<float[]> who =
                ageGender.run(input.duplicate().order(ByteOrder.nativeOrder()), count, INPUT_SIZE, INPUT_SIZE, 3);
        List<float[]> shown =
                expression.run(input.duplicate().order(ByteOrder.nativeOrder()), count, INPUT_SIZE, INPUT_SIZE, 3);
        return new Answers(who.get(0), who.get(1), shown.get(0));
    }

    @Override
    public void close() {
        ageGender.close();
        expression.close();
    }
}
