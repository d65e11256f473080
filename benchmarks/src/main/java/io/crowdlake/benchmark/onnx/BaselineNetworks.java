package io.crowdlake.benchmark.onnx;

/** All networks of the baseline, loaded. */
public final class BaselineNetworks implements AutoCloseable {

    private final YuNet detector;
    private final FaceApi attributes;

    /** Throws BenchmarkException with one line when onnxruntime is not there or a network cannot be loaded. */
    public BaselineNetworks(BaselineFolder files) {
        this(files, new OnnxRuntime(BaselineNetworks.class.getClassLoader()));
    }

    BaselineNetworks(BaselineFolder files, OnnxRuntime runtime) {
        detector = new YuNet(runtime, files);
        try {
            attributes = new FaceApi(runtime, files);
        } catch (RuntimeException e) {
            detector.close();
            throw e;
        }
    }

    public YuNet detector() {
        return detector;
    }

    public FaceApi attributes() {
        return attributes;
    }

    @Override
    public void close() {
        detector.close();
        attributes.close();
    }
}
