package io.crowdlake.benchmark.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.benchmark.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineFolderTest {

    private static final String[] FILES = {"yunet_n_dynamic.onnx", "age_gender.onnx", "expression.onnx"};

    @TempDir
    Path folder;

    @Test
    void holdsThreeNetworks() throws IOException {
        writeAll();

        assertThat(new BaselineFolder(folder).detector()).isEqualTo(folder.resolve(FILES[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yunet_n_dynamic.onnx", "age_gender.onnx", "expression.onnx"})
    void namesTheFileThatIsMissingAndTheRemedy(String missing) throws IOException {
        writeAll();
        Files.delete(folder.resolve(missing));

        assertThatThrownBy(() -> new BaselineFolder(folder))
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("--baseline " + folder + " has no " + missing + ": make the folder with"
                        + " benchmarks/baseline/face_api_to_onnx.py, see docs/benchmarks.md");
    }

    private void writeAll() throws IOException {
        for (String file : FILES) {
            Files.write(folder.resolve(file), new byte[1]);
        }
    }
}
