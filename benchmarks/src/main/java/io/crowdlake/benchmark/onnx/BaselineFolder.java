package io.crowdlake.benchmark.onnx;

import io.crowdlake.benchmark.BenchmarkException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The networks that we compare ourselves with, as {@code benchmarks/baseline/face_api_to_onnx.py} makes them.
 *
 * @param root folder with all three files
 */
public record BaselineFolder(Path root) {

    private static final String DETECTOR = "yunet_n_dynamic.onnx";
    private static final String AGE_GENDER = "age_gender.onnx";
    private static final String EXPRESSION = "expression.onnx";

    /** Throws BenchmarkException with one line when a file is missing. */
    public BaselineFolder {
        for (String file : List.of(DETECTOR, AGE_GENDER, EXPRESSION)) {
            if (!Files.isReadable(root.resolve(file))) {
                throw new BenchmarkException("--baseline " + root + " has no " + file
                        + ": make the folder with benchmarks/baseline/face_api_to_onnx.py, see docs/benchmarks.md");
            }
        }
    }

    Path detector() {
        return root.resolve(DETECTOR);
    }

    Path ageGender() {
        return root.resolve(AGE_GENDER);
    }

    Path expression() {
        return root.resolve(EXPRESSION);
    }
}
