package io.crowdlake.benchmark.onnx;

import io.crowdlake.benchmark.BenchmarkException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One network with one input. */
final class OnnxNetwork implements AutoCloseable {

    private final OnnxRuntime runtime;
    private final AutoCloseable session;
    private final String input;
    private final List<String> outputs;

    OnnxNetwork(OnnxRuntime runtime, Path file, String input, List<String> outputs) {
        this.runtime = runtime;
        this.session = runtime.open(file);
        this.input = input;
        this.outputs = List.copyOf(outputs);
    }

    /** The outputs in the order in which they were named. */
    List<float[]> run(FloatBuffer buffer, long... shape) {
        return run(runtime.input(buffer, shape));
    }

    /** The outputs in the order in which they were named. */
    List<float[]> run(ByteBuffer buffer, long... shape) {
        return run(runtime.input(buffer, shape));
    }

    private List<float[]> run(AutoCloseable tensor) {
        try (tensor;
                AutoCloseable result = runtime.run(session, input, tensor)) {
            List<float[]> values = new ArrayList<>(outputs.size());
            for (String output : outputs) {
                values.add(runtime.output(result, output));
            }
            return values;
        } catch (Exception e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (Exception e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(Exception e) {
        return e instanceof RuntimeException known
                ? known
                : new BenchmarkException("onnxruntime: " + e.getMessage(), e);
    }
}
